//! Data folder: the packs embedded in this binary, or a folder on disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rust_embed::RustEmbed;

use super::fault::{EMBEDDED, Fault, printable};
use super::stray;

/// Maximum size of a file, in bytes: ten times the largest pack there is.
const LARGEST: u64 = 8 * 1024 * 1024;

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
        let shown = root.display().to_string();
        let mut folder = Self {
            root: printable(shown.strip_suffix('/').unwrap_or(&shown)),
            ..Self::default()
        };
        let mut strays = Vec::new();
        let mut waiting: Vec<(PathBuf, String)> = vec![(root.to_owned(), String::new())];
        while let Some((path, below)) = waiting.pop() {
            for item in fs::read_dir(&path)? {
                let item = item?;
                let name = item.file_name().to_string_lossy().into_owned();
                let below = if below.is_empty() {
                    name.clone()
                } else {
                    format!("{below}/{name}")
                };
                let kind = item.file_type()?;
                if kind.is_dir() && stray::meant(&name).is_some() {
                    strays.push((below, true));
                } else if kind.is_dir() && below != "schema" && below.split('/').count() <= 3 {
                    waiting.push((item.path(), below));
                } else if !kind.is_dir() && is_pack(&below) {
                    folder.take(&item.path(), below);
                } else if !kind.is_dir() {
                    strays.push((below, false));
                }
            }
        }
        let faults = strays
            .iter()
            .filter_map(|(path, is_folder)| stray::fault(path, *is_folder, &folder.files));
        let faults: Vec<Fault> = faults.collect();
        folder.faults.extend(faults);
        Ok(folder)
    }

    fn take(&mut self, path: &Path, below: String) {
        let bytes = fs::metadata(path).and_then(|meta| {
            if meta.len() > LARGEST {
                return Err(io::Error::other(format!(
                    "{} bytes are more than the {LARGEST} allowed",
                    meta.len()
                )));
            }
            fs::read(path)
        });
        match bytes {
            Ok(bytes) => {
                self.files.insert(below, bytes);
            }
            Err(error) => {
                let fault = Fault::error(below, "$", "unreadable-file", error.to_string());
                self.faults.push(fault.hint("make it a readable file of at most 8 MiB"));
            }
        }
    }
}

/// True if a path below the data folder is a pack's file: JSON, and not one of the generated schemas.
fn is_pack(below: &str) -> bool {
    Path::new(below)
        .extension()
        .is_some_and(|extension| extension == "json")
        && !below.starts_with("schema/")
}
