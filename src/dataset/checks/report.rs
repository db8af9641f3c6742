//! Report of a rule: collects its faults under its name.

use std::fmt::Arguments;

use crate::dataset::fault::Fault;

/// Faults so far, and the rule that is being tried.
pub struct Report<'f> {
    /// Name of the rule.
    pub rule: &'static str,
    /// Faults of all rules so far.
    pub faults: &'f mut Vec<Fault>,
}

impl Report<'_> {
    /// Reports a fault that makes the pack unusable. The path is formatted here, so that sound records cost nothing.
    pub fn error(&mut self, file: &str, path: Arguments<'_>, message: String, hint: impl Into<String>) {
        let fault = Fault::error(file, path.to_string(), self.rule, message);
        self.faults.push(fault.hint(hint));
    }

    /// Reports something that people should know and that stops nothing.
    pub fn note(&mut self, file: &str, path: Arguments<'_>, message: String, hint: impl Into<String>) {
        let fault = Fault::note(file, path.to_string(), self.rule, message);
        self.faults.push(fault.hint(hint));
    }
}
