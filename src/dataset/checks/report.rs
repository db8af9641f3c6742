//! Where a rule puts its faults.

use std::fmt::Arguments;

use crate::dataset::Fault;

/// The faults so far, and the rule that is being tried.
pub struct Report<'f> {
    /// The rule's name.
    pub rule: &'static str,
    /// The faults.
    pub faults: &'f mut Vec<Fault>,
}

impl Report<'_> {
    /// Something that makes the pack unusable. The path is only written out here, so that sound records cost nothing.
    pub fn error(&mut self, file: &str, path: Arguments<'_>, message: String, hint: impl Into<String>) {
        let fault = Fault::error(file, path.to_string(), self.rule, message);
        self.faults.push(fault.hint(hint));
    }

    /// Something that people should know.
    pub fn note(&mut self, file: &str, path: Arguments<'_>, message: String, hint: impl Into<String>) {
        let fault = Fault::note(file, path.to_string(), self.rule, message);
        self.faults.push(fault.hint(hint));
    }
}
