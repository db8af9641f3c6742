//! Report of a rule: collects its faults under its name.

use std::fmt::Arguments;

use super::pack_path::PackPath;
use crate::dataset::fault::Fault;

/// Faults so far, the rule that is being tried, and the folder that it looks at.
pub struct Report<'f> {
    /// Name of the rule.
    pub rule: &'static str,
    /// Folder of the scope.
    pub path: PackPath<'f>,
    /// Faults of all rules so far.
    pub faults: &'f mut Vec<Fault>,
}

impl Report<'_> {
    /// Reports a fault that makes the pack unusable. The path is formatted here, so that sound records cost nothing.
    pub fn error(&mut self, file: &str, path: Arguments<'_>, message: impl Into<String>, hint: impl Into<String>) {
        let fault = Fault::error(self.path.file(file), path.to_string(), self.rule, message);
        self.faults.push(fault.hint(hint));
    }

    /// Reports something that people should know and that stops nothing.
    pub fn note(&mut self, file: &str, path: Arguments<'_>, message: impl Into<String>, hint: impl Into<String>) {
        let fault = Fault::note(self.path.file(file), path.to_string(), self.rule, message);
        self.faults.push(fault.hint(hint));
    }
}
