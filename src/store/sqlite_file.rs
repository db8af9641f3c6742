//! The SQLite file of a database: its identity, its kind, and its making.

use std::fs::{DirBuilder, File, OpenOptions};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::Read as _;
use std::os::unix::fs::{DirBuilderExt as _, FileTypeExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::StoreError;

/// The first bytes of every SQLite file.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// Number of bytes of the header that are looked at.
const HEADER: u64 = 20;
/// Position in the header of the version that a writer must know: 1 for a rollback journal, 2 for a write-ahead log.
const WRITE_VERSION: usize = 18;

/// The file that was opened.
#[derive(Debug, Clone)]
pub(super) struct SqliteFile {
    path: PathBuf,
    identity: Option<Identity>,
}

/// The identity of a file under whatever name: its device and inode numbers.
type Identity = (u64, u64);

fn identity(path: &Path) -> Option<Identity> {
    let found = fs::metadata(path).ok()?;
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

/// Content of the path of a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FoundFile {
    /// Nothing.
    Nothing,
    /// A file of SQLite; true if it has never been written with a write-ahead log, as one that was just restored.
    Database {
        /// As above.
        is_restored: bool,
    },
    /// A file without any content.
    Empty,
    /// A file of another format.
    OtherFormat,
    /// No file: a folder, a named pipe, a socket or a device.
    NoFile(&'static str),
}

/// Looks at what is at a path. Only a regular file is opened, since a named pipe would be waited for.
pub(super) fn find(path: &Path) -> io::Result<FoundFile> {
    let kind = match fs::metadata(path) {
        Ok(found) => found.file_type(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(FoundFile::Nothing),
        Err(error) => return Err(error),
    };
    if !kind.is_file() {
        return Ok(FoundFile::NoFile(match () {
            () if kind.is_dir() => "a folder",
            () if kind.is_fifo() => "a named pipe",
            () if kind.is_socket() => "a socket",
            () => "a device",
        }));
    }
    let mut header = Vec::new();
    File::open(path)?.take(HEADER).read_to_end(&mut header)?;
    Ok(match () {
        () if header.is_empty() => FoundFile::Empty,
        () if !header.starts_with(MAGIC) => FoundFile::OtherFormat,
        () => FoundFile::Database {
            is_restored: header.get(WRITE_VERSION) == Some(&1),
        },
    })
}

/// Moves the write-ahead log beside a restored file away: it belongs to the file that was there before, and SQLite would
/// write its pages into this one. Returns its new name, if there was one.
pub(super) fn put_stale_log_aside(path: &Path) -> io::Result<Option<PathBuf>> {
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    match fs::remove_file(beside("-shm")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let (log, aside) = (beside("-wal"), beside("-wal.old"));
    match fs::rename(&log, &aside) {
        Ok(()) => Ok(Some(aside)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Makes an empty file that only its owner may read; nothing may be there, a link neither.
pub(super) fn make_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// A folder beside a path for the making of a file, which is removed with all in it.
#[derive(Debug)]
pub(super) struct Workshop {
    folder: PathBuf,
}

impl Workshop {
    /// Makes a folder that only its owner may look into.
    pub fn beside(path: &Path) -> io::Result<Self> {
        let mut name = path.as_os_str().to_owned();
        let random = RandomState::new().build_hasher().finish();
        name.push(format!(".new-{random:x}"));
        let folder = PathBuf::from(name);
        DirBuilder::new().mode(0o700).create(&folder)?;
        Ok(Self { folder })
    }

    /// A new empty file in it.
    pub fn file(&self) -> io::Result<PathBuf> {
        let path = self.folder.join("raceweek.db");
        make_private(&path)?;
        Ok(path)
    }
}

/// Gives a finished file its name, unless another process has made one there meanwhile.
pub(super) fn publish(made: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(made, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // Some file systems know no links.
        Err(_) => fs::rename(made, path),
        Ok(()) => Ok(()),
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // A folder that stays behind is in nobody's way.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
