//! The SQLite file of a database: its identity and its format.

use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::StoreError;

/// The first bytes of every SQLite file.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The file that was opened.
#[derive(Debug, Clone)]
pub(super) struct SqliteFile {
    path: PathBuf,
    identity: Option<Identity>,
}

/// The identity of a file under whatever name: its device and inode numbers.
type Identity = (u64, u64);

fn identity(path: &Path) -> Option<Identity> {
    let found = std::fs::metadata(path).ok()?;
    Some((found.dev(), found.ino()))
}

impl SqliteFile {
    /// The file that is at a path now.
    pub fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            identity: identity(path),
        }
    }

    /// True if it is still there. An open file that is removed could be written to without any error.
    pub fn is_there(&self) -> bool {
        identity(&self.path) == self.identity
    }

    /// The error for a file that is not there any more.
    pub fn gone(&self) -> StoreError {
        StoreError::Unusable {
            place: self.path.display().to_string(),
            what: "is gone, or another file has taken its place".to_owned(),
            instead: "put it back; or, to go on with what is there now, start the program again".to_owned(),
        }
    }
}

/// True if there is a file at a path that cannot be a SQLite database.
pub(super) fn is_something_else(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut start));
    read.is_ok() && !start.is_empty() && start != MAGIC
}
