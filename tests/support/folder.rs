//! Folders of a test's own, removed with it: empty, or with a copy of the packs.

use std::fs;
use std::path::{Path, PathBuf};

use super::discord::snowflake;

/// A folder that is removed when dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        let name = format!("raceweek-{}-{}", std::process::id(), snowflake());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("cargo's folder for tests can be written to");
        Self(path)
    }

    /// A copy of the packs that the binary was built with.
    pub fn packs() -> Self {
        let folder = Self::new();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &folder.0);
        folder
    }

    /// A folder with these files.
    pub fn of(files: &[(&str, serde_json::Value)]) -> Self {
        let folder = Self::new();
        for (name, json) in files {
            folder.write(name, &json.to_string());
        }
        folder
    }

    /// Path of the folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Content of a file; empty if there is none.
    pub fn read(&self, name: &str) -> String {
        let bytes = fs::read(self.0.join(name)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(path, text).expect("the folder can be written to");
    }

    /// Writes something else where a file has `from`.
    pub fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, &text.replace(from, to));
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be written to");
    for item in fs::read_dir(from).expect("the packs can be read") {
        let item = item.expect("the packs can be read");
        let target = to.join(item.file_name());
        if item.path().is_dir() {
            copy(&item.path(), &target);
        } else {
            fs::copy(item.path(), target).expect("the folder can be written to");
        }
    }
}
