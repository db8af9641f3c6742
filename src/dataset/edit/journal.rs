//! Journal of changes to a folder of packs: several files change at one moment, and can be changed back.
//!
//! New and old files are staged below `.raceweek/` and take effect when the staging folder gets its name, which is one
//! step of the file system. From then on readers take the staged files, and whoever writes next puts them in place, should
//! this process not come to it. What was put in place is kept, the last few times, to be undone.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Folder of the journal, below the folder of packs.
pub(in crate::dataset) const JOURNAL: &str = ".raceweek";
/// Changes that can be undone.
const KEPT: usize = 5;

/// A change of a folder that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Another process changes the folder.
    #[error("another process changes these packs: try again when it has ended")]
    Busy,
    /// Nothing is kept to be undone.
    #[error("nothing is kept that could be undone")]
    NothingToUndo,
    /// A file is not what the change left, so that undoing would lose something.
    #[error("'{0}' was changed since: undo it by hand, or restore the file first")]
    ChangedSince(String),
    /// A file could not be read or written; the packs are as they were.
    #[error("{what} '{}': {error}", path.display())]
    Io {
        /// The act that failed.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// The system's error.
        error: io::Error,
    },
}

/// Files of a change, by path below the folder; `None` for a file that is not there.
type Files = BTreeMap<String, Option<Vec<u8>>>;

/// List of the files of a change, with the hashes of their contents before and after it.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    files: BTreeMap<String, Hashes>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Hashes {
    before: Option<String>,
    after: Option<String>,
}

/// Changes files of a folder, all at one moment.
///
/// # Errors
/// If another process changes the folder, or the change cannot be staged; nothing is changed then.
pub fn commit(root: &Path, changed: &BTreeMap<String, String>) -> Result<(), JournalError> {
    let after = changed
        .iter()
        .map(|(name, text)| (name.clone(), Some(text.clone().into_bytes())));
    let _lock = lock(root)?;
    change(root, &after.collect(), true)
}

/// Takes the last change back. Returns the files that it concerned.
///
/// # Errors
/// If nothing is kept, or a file was changed since.
pub fn undo(root: &Path) -> Result<Vec<String>, JournalError> {
    let _lock = lock(root)?;
    put_in_place(root)?;
    let last = kept(root)?.pop().ok_or(JournalError::NothingToUndo)?;
    let manifest = manifest(&last)?;
    let mut before = Files::new();
    for (name, hashes) in &manifest.files {
        let now = read(&root.join(name))?;
        if now.as_deref().map(hash) != hashes.after {
            return Err(JournalError::ChangedSince(name.clone()));
        }
        before.insert(name.clone(), read(&last.join("before").join(name))?);
    }
    change(root, &before, false)?;
    remove(&last)?;
    Ok(manifest.files.into_keys().collect())
}

/// Puts a change in place that took effect while its process ended. Does nothing if there is none.
///
/// # Errors
/// If another process changes the folder, or a file cannot be written.
pub fn recover(root: &Path) -> Result<(), JournalError> {
    if !staged(root).exists() {
        return Ok(());
    }
    let _lock = lock(root)?;
    put_in_place(root)
}

/// The files of a change that took effect and is not in place yet; readers take them for those in the folder.
pub(in crate::dataset) fn pending(root: &Path) -> Result<Files, JournalError> {
    let staged = staged(root);
    if !staged.exists() {
        return Ok(Files::new());
    }
    let manifest = manifest(&staged)?;
    let after = |name: String| Ok((name.clone(), read(&staged.join("after").join(name))?));
    manifest.files.into_keys().map(after).collect()
}

/// Number that rises with each change that takes effect: a reader who finds another one after reading reads again.
pub(in crate::dataset) fn generation(root: &Path) -> u64 {
    let is_staged = u64::from(staged(root).exists());
    let last = kept(root).ok().and_then(|kept| number(kept.last()?)).unwrap_or(0);
    last * 2 + is_staged
}

/// Stages a change, lets it take effect and puts it in place; the lock is held.
fn change(root: &Path, after: &Files, can_be_undone: bool) -> Result<(), JournalError> {
    put_in_place(root)?;
    let draft = root.join(JOURNAL).join("draft");
    remove(&draft)?;
    let stage = || {
        let mut files = BTreeMap::new();
        for (name, content) in after {
            let before = read(&root.join(name))?;
            let hashes = Hashes {
                before: before.as_deref().map(hash),
                after: content.as_deref().map(hash),
            };
            files.insert(name.clone(), hashes);
            write(&draft.join("before").join(name), before.as_deref())?;
            write(&draft.join("after").join(name), content.as_deref())?;
        }
        let text = serde_json::to_vec_pretty(&Manifest { files }).unwrap_or_default();
        write(&draft.join("manifest.json"), Some(&text))?;
        if !can_be_undone {
            write(&draft.join("once"), Some(b""))?;
        }
        sync_folder(&draft)?;
        rename(&draft, &staged(root))?;
        sync_folder(&root.join(JOURNAL))
    };
    stage().inspect_err(|_| {
        // The error that is told is that of staging; a draft that is left is removed by the next change.
        let _ = remove(&draft);
    })?;
    put_in_place(root)
}

/// Puts a staged change in place and keeps it for undoing. It may have been begun before.
fn put_in_place(root: &Path) -> Result<(), JournalError> {
    let staged = staged(root);
    if !staged.exists() {
        return Ok(());
    }
    for (name, _) in manifest(&staged)?.files {
        let target = root.join(&name);
        match read(&staged.join("after").join(&name))? {
            Some(bytes) => {
                let fresh = target.with_extension("json.new");
                write(&fresh, Some(&bytes))?;
                rename(&fresh, &target)?;
            }
            None if target.exists() => fs::remove_file(&target).map_err(io_error("cannot remove", &target))?,
            None => {}
        }
        sync_folder(target.parent().unwrap_or(root))?;
    }
    if staged.join("once").exists() {
        return remove(&staged);
    }
    let mut kept = kept(root)?;
    let next = kept.last().and_then(|last| number(last)).unwrap_or(0) + 1;
    rename(&staged, &root.join(JOURNAL).join(format!("done-{next:08}")))?;
    while kept.len() >= KEPT {
        remove(&kept.remove(0))?;
    }
    Ok(())
}

fn staged(root: &Path) -> PathBuf {
    root.join(JOURNAL).join("staged")
}

/// The changes that can be undone, the oldest first.
fn kept(root: &Path) -> Result<Vec<PathBuf>, JournalError> {
    let folder = root.join(JOURNAL);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let list = || {
        fs::read_dir(&folder)?
            .map(|item| Ok(item?.path()))
            .collect::<io::Result<Vec<_>>>()
    };
    let mut paths = list().map_err(io_error("cannot list", &folder))?;
    paths.retain(|path| number(path).is_some());
    paths.sort();
    Ok(paths)
}

fn number(path: &Path) -> Option<u64> {
    path.file_name()?.to_str()?.strip_prefix("done-")?.parse().ok()
}

fn manifest(folder: &Path) -> Result<Manifest, JournalError> {
    let path = folder.join("manifest.json");
    let bytes = read(&path)?.unwrap_or_default();
    serde_json::from_slice(&bytes).map_err(|error| io_error("cannot read", &path)(error.into()))
}

/// The lock on changes of a folder, which ends with its process.
fn lock(root: &Path) -> Result<File, JournalError> {
    let folder = root.join(JOURNAL);
    fs::create_dir_all(&folder).map_err(io_error("cannot make", &folder))?;
    let path = folder.join("lock");
    let file = File::options().create(true).append(true).open(&path);
    let file = file.map_err(io_error("cannot open", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(JournalError::Busy),
        Err(fs::TryLockError::Error(error)) => Err(io_error("cannot lock", &path)(error)),
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, JournalError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(io_error("cannot read", path)(error)),
    }
}

/// Writes a file and the folders to it, onto the disk itself; no content means no file.
fn write(path: &Path, content: Option<&[u8]>) -> Result<(), JournalError> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(io_error("cannot make", folder))?;
    let Some(content) = content else { return Ok(()) };
    let to_disk = || {
        let mut file = File::create(path)?;
        file.write_all(content)?;
        file.sync_all()
    };
    to_disk().map_err(io_error("cannot write", path))
}

fn sync_folder(folder: &Path) -> Result<(), JournalError> {
    let sync = || File::open(folder)?.sync_all();
    sync().map_err(io_error("cannot write", folder))
}

fn rename(from: &Path, to: &Path) -> Result<(), JournalError> {
    fs::rename(from, to).map_err(io_error("cannot write", to))
}

fn remove(folder: &Path) -> Result<(), JournalError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(io_error("cannot remove", folder)(error)),
        _ => Ok(()),
    }
}

fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn io_error(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> JournalError + use<> {
    let path = path.to_owned();
    move |error| JournalError::Io { what, path, error }
}
