//! Changes of the files of a folder, in memory: nothing is written before all of them are known to be right.

use std::collections::BTreeMap;

use super::merge::merged;
use super::node::Node;
use crate::dataset::Folder;

/// Files of a folder, some of them changed.
#[derive(Debug)]
pub struct PackEdit {
    root: String,
    before: BTreeMap<String, Vec<u8>>,
    after: BTreeMap<String, String>,
}

/// A file that cannot be changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// There is no such file.
    #[error("there is no file '{0}'")]
    Missing(String),
    /// It is there already.
    #[error("'{0}' is there already: change it by hand, or take another id")]
    There(String),
    /// It is no JSON.
    #[error("'{0}' is no JSON: run `raceweek check` and mend it first")]
    NoJson(String),
}

impl PackEdit {
    /// The files of a folder, unchanged.
    pub fn of(folder: Folder) -> Self {
        Self {
            root: folder.root,
            before: folder.files,
            after: BTreeMap::new(),
        }
    }

    /// The content of a file, with the changes so far.
    ///
    /// # Errors
    /// If it is missing or no JSON.
    pub fn node(&self, file: &str) -> Result<Node, EditError> {
        let text = self.text(file).ok_or_else(|| EditError::Missing(file.to_owned()))?;
        Node::parse(&text).ok_or_else(|| EditError::NoJson(file.to_owned()))
    }

    /// True if the folder has a file.
    pub fn has(&self, file: &str) -> bool {
        self.after.contains_key(file) || self.before.contains_key(file)
    }

    /// Gives a file a new content: what did not change keeps its bytes. A file that is new is laid out as packs are.
    ///
    /// # Errors
    /// If the file is there and no JSON.
    pub fn put(&mut self, file: &str, content: &Node) -> Result<(), EditError> {
        let text = match self.text(file) {
            Some(text) => merged(&text, content).ok_or_else(|| EditError::NoJson(file.to_owned()))?,
            None => super::layout::print(content, 0) + "\n",
        };
        let is_as_before = self.before.get(file).is_some_and(|bytes| bytes == text.as_bytes());
        if is_as_before {
            self.after.remove(file);
        } else {
            self.after.insert(file.to_owned(), text);
        }
        Ok(())
    }

    /// The files that changed, with their new texts.
    pub fn changed(&self) -> &BTreeMap<String, String> {
        &self.after
    }

    /// The folder as it will be.
    pub fn folder(&self) -> Folder {
        let mut files = self.before.clone();
        let changed = self
            .after
            .iter()
            .map(|(name, text)| (name.clone(), text.clone().into_bytes()));
        files.extend(changed);
        Folder {
            root: self.root.clone(),
            files,
            faults: Vec::new(),
        }
    }

    fn text(&self, file: &str) -> Option<String> {
        let before = || {
            self.before
                .get(file)
                .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        self.after.get(file).cloned().or_else(before)
    }
}
