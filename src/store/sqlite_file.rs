//! The file of a database, told from another that has taken its place.

use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::StoreError;

/// What every file of SQLite begins with.
const BEGINS: &[u8] = b"SQLite format 3\0";

/// The file that was opened.
#[derive(Debug, Clone)]
pub(super) struct SqliteFile {
    path: PathBuf,
    identity: Option<Identity>,
}

/// What a file keeps under whatever name: its device and its number there.
type Identity = (u64, u64);

fn identity(path: &Path) -> Option<Identity> {
    let found = std::fs::metadata(path).ok()?;
    Some((found.dev(), found.ino()))
}

impl SqliteFile {
    /// The file that stands at a path now.
    pub fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            identity: identity(path),
        }
    }

    /// Whether it still stands there. Who has it open would go on writing to it when it is removed, and notice nothing.
    pub fn is_there(&self) -> bool {
        identity(&self.path) == self.identity
    }

    /// What to say when it does not.
    pub fn gone(&self) -> StoreError {
        StoreError::Unusable {
            place: self.path.display().to_string(),
            what: "is gone, or another file has taken its place".to_owned(),
            instead: "put it back; or, to go on with what is there now, start the program again".to_owned(),
        }
    }
}

/// Whether there is something at a path that cannot be a database of SQLite.
pub(super) fn is_something_else(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(BEGINS.len() as u64).read_to_end(&mut start));
    read.is_ok() && !start.is_empty() && start != BEGINS
}
