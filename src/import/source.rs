//! Foreign files and what is wrong with them.

use crate::dataset::Fault;

/// A file as it was given.
#[derive(Clone, PartialEq, Eq)]
pub struct ForeignFile {
    /// The folder or archive it came from, for people.
    pub folder: String,
    /// Its name below that.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Faults of one file, collected while it is read.
#[derive(Debug)]
pub(super) struct FileFaults<'f> {
    file: &'f ForeignFile,
    faults: Vec<Fault>,
}

impl std::fmt::Debug for ForeignFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{} ({} bytes)", self.folder, self.name, self.bytes.len())
    }
}

impl<'f> FileFaults<'f> {
    pub(super) fn of(file: &'f ForeignFile) -> Self {
        Self {
            file,
            faults: Vec::new(),
        }
    }

    /// Adds an error: the file, or the row named, cannot be taken as it is.
    pub(super) fn error(&mut self, row: Option<&str>, rule: &'static str, message: &str, hint: &str) {
        self.push(Fault::error(&self.file.name, "$", rule, message), row, hint);
    }

    /// Adds a note: it is taken, and people should know.
    pub(super) fn note(&mut self, row: Option<&str>, rule: &'static str, message: &str, hint: &str) {
        self.push(Fault::note(&self.file.name, "$", rule, message), row, hint);
    }

    fn push(&mut self, fault: Fault, row: Option<&str>, hint: &str) {
        let mut fault = if hint.is_empty() { fault } else { fault.hint(hint) };
        fault.folder.clone_from(&self.file.folder);
        row.unwrap_or_default().clone_into(&mut fault.trail);
        self.faults.push(fault);
    }

    pub(super) fn into_faults(self) -> Vec<Fault> {
        self.faults
    }
}
