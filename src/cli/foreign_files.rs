//! Files to import, from the disk: files as they are named, folders with everything below them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::import::ForeignFile;

/// Maximum size of a file, in bytes.
const LARGEST: u64 = 128 * 1024 * 1024;
/// Maximum number of files.
const MOST: usize = 2_000;
/// Folders below a folder that are looked into.
const DEPTH: usize = 4;

/// Reads files and folders.
///
/// # Errors
/// If a path is missing, is no regular file, is too large, or there are too many.
pub(super) fn read(paths: &[PathBuf]) -> anyhow::Result<Vec<ForeignFile>> {
    let mut files = Vec::new();
    for path in paths {
        let kind = fs::metadata(path).with_context(|| format!("cannot read '{}'", path.display()))?;
        if kind.is_dir() {
            below(path, path, DEPTH, &mut files)?;
        } else {
            let folder = path.parent().unwrap_or(Path::new("."));
            files.push(one(folder, path)?);
        }
    }
    Ok(files)
}

fn below(root: &Path, folder: &Path, depth: usize, files: &mut Vec<ForeignFile>) -> anyhow::Result<()> {
    let list = || fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>();
    let mut items = list().with_context(|| format!("cannot list '{}'", folder.display()))?;
    items.sort_by_key(fs::DirEntry::file_name);
    for item in items {
        let is_hidden = item.file_name().to_string_lossy().starts_with('.');
        let kind = item.file_type()?;
        if kind.is_dir() && depth > 0 && !is_hidden {
            below(root, &item.path(), depth - 1, files)?;
        } else if kind.is_file() && !is_hidden {
            files.push(one(root, &item.path())?);
        }
        if files.len() > MOST {
            bail!(
                "'{}' holds more than {MOST} files: name the ones that are meant",
                root.display()
            );
        }
    }
    Ok(())
}

fn one(folder: &Path, path: &Path) -> anyhow::Result<ForeignFile> {
    let meta = fs::metadata(path).with_context(|| format!("cannot read '{}'", path.display()))?;
    if !meta.is_file() {
        bail!("'{}' is no regular file", path.display());
    }
    if meta.len() > LARGEST {
        bail!(
            "'{}' is larger than the {} MiB allowed",
            path.display(),
            LARGEST / (1024 * 1024)
        );
    }
    let shown = folder.display().to_string();
    Ok(ForeignFile {
        folder: if shown.is_empty() { ".".to_owned() } else { shown },
        name: path.strip_prefix(folder).unwrap_or(path).display().to_string(),
        bytes: fs::read(path).with_context(|| format!("cannot read '{}'", path.display()))?,
    })
}
