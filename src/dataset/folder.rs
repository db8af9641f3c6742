//! Data folder: the packs embedded in this binary, or a folder on disk.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rust_embed::RustEmbed;

use super::edit::journal;
use super::fault::{EMBEDDED, Fault, printable};
use super::stray;

/// Maximum size of a file, in bytes: ten times the largest pack there is.
const LARGEST: u64 = 8 * 1024 * 1024;
/// Maximum size of all files, in bytes.
const MAX_TOTAL: u64 = 256 * 1024 * 1024;
/// Maximum number of files and folders.
const MAX_ITEMS: usize = 20_000;

/// Times a folder is read before it is given up because it changes meanwhile.
const ATTEMPTS: usize = 5;

#[derive(RustEmbed)]
#[folder = "data/"]
struct Embedded;

/// The files of a data folder, by their path below it with `/` between the parts.
#[derive(Debug)]
pub struct Folder {
    /// The folder as it was given, for people.
    pub root: String,
    /// The files' bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Faults of files that could not be read.
    pub faults: Vec<Fault>,
}

impl Default for Folder {
    fn default() -> Self {
        Self {
            root: EMBEDDED.to_owned(),
            files: BTreeMap::new(),
            faults: Vec::new(),
        }
    }
}

impl Folder {
    /// The packs that this binary was built with.
    pub fn embedded() -> Self {
        let read = |path: std::borrow::Cow<'static, str>| {
            Embedded::get(&path).map(|file| (path.into_owned(), file.data.into_owned()))
        };
        let files = Embedded::iter().filter(|path| is_pack(path)).filter_map(read).collect();
        Self {
            files,
            ..Self::default()
        }
    }

    /// The packs in a folder of the disk: every `.json` file but the generated schemas. Other files are faults if their
    /// names look like those of a pack.
    ///
    /// # Errors
    /// If a folder cannot be listed; a file that cannot be read is a fault among the others.
    pub fn open(root: &Path) -> io::Result<Self> {
        // A change that takes effect in between would be seen in part.
        for _ in 0..ATTEMPTS {
            let before = journal::generation(root);
            let folder = Self::read(root)?;
            if journal::generation(root) == before {
                return Ok(folder);
            }
        }
        Err(io::Error::other("its files change all the time"))
    }

    fn read(root: &Path) -> io::Result<Self> {
        let shown = root.display().to_string();
        let mut folder = Self {
            root: printable(shown.strip_suffix('/').unwrap_or(&shown)),
            ..Self::default()
        };
        let mut strays = Vec::new();
        let mut items = 0;
        let mut waiting: Vec<(PathBuf, String)> = vec![(root.to_owned(), String::new())];
        while let Some((path, below)) = waiting.pop() {
            for item in fs::read_dir(&path)? {
                items += 1;
                if items > MAX_ITEMS {
                    let why = format!("the folder holds more than {MAX_ITEMS} files");
                    folder.refuse(&below, why, "keep nothing but packs in it");
                    return Ok(folder);
                }
                let item = item?;
                let name = item.file_name().to_string_lossy().into_owned();
                let below = if below.is_empty() {
                    name.clone()
                } else {
                    format!("{below}/{name}")
                };
                let kind = item.file_type()?;
                if name.starts_with('.') {
                    continue;
                }
                if kind.is_dir() && stray::meant(&name).is_some() {
                    strays.push((below, true));
                } else if kind.is_dir() && below != "schema" && below.split('/').count() <= 3 {
                    waiting.push((item.path(), below));
                } else if kind.is_symlink() && item.path().is_dir() {
                    let message = format!("'{name}' is a link to a folder, and is not followed");
                    let fault = Fault::note(&below, "$", "unknown-file", message);
                    let hint = "remove it, or put the folder itself here if packs are in it";
                    folder.faults.push(fault.hint(hint));
                } else if !kind.is_dir() && is_pack(&below) {
                    folder.take(&item.path(), below, &name);
                } else if !kind.is_dir() {
                    strays.push((below, false));
                }
            }
        }
        for (below, bytes) in journal::pending(root).map_err(io::Error::other)? {
            match bytes {
                Some(bytes) => folder.files.insert(below, bytes),
                None => folder.files.remove(&below),
            };
        }
        let faults = strays
            .iter()
            .filter_map(|(path, is_folder)| stray::fault(path, *is_folder, &folder.files));
        let faults: Vec<Fault> = faults.collect();
        folder.faults.extend(faults);
        Ok(folder)
    }

    /// Reads a file. One whose name no file of a pack has is a fault later, and its content is of no use.
    fn take(&mut self, path: &Path, below: String, name: &str) {
        let held: usize = self.files.values().map(Vec::len).sum();
        let bytes = match () {
            () if !stray::is_known(name) => Ok(Vec::new()),
            () if held as u64 >= MAX_TOTAL => Err(io::Error::other("all files together are more than 256 MiB")),
            () => read(path),
        };
        match bytes {
            Ok(bytes) => {
                self.files.insert(below, bytes);
            }
            Err(error) => self.refuse(&below, error.to_string(), "make it a readable file of at most 8 MiB"),
        }
    }

    fn refuse(&mut self, below: &str, why: String, hint: &str) {
        let fault = Fault::error(below, "$", "unreadable-file", why);
        self.faults.push(fault.hint(hint));
    }
}

/// The content of a regular file, or a link to one. A named pipe would be waited for, and a device never ends.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let too_large = |length: u64| io::Error::other(format!("{length} bytes are more than the {LARGEST} allowed"));
    let found = fs::metadata(path)?;
    if !found.is_file() {
        return Err(io::Error::other("this is no regular file"));
    }
    if found.len() > LARGEST {
        return Err(too_large(found.len()));
    }
    let mut bytes = Vec::new();
    // It may grow meanwhile, or tell no length.
    let length = fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)? as u64;
    if length > LARGEST {
        return Err(too_large(length));
    }
    Ok(bytes)
}

/// True if a path below the data folder is a pack's file: JSON, and not one of the generated schemas.
fn is_pack(below: &str) -> bool {
    Path::new(below)
        .extension()
        .is_some_and(|extension| extension == "json")
        && !below.starts_with("schema/")
}
