//! Typos: an index of words that finds those one edit away from another.

use std::collections::HashMap;

use super::normalise::{deletions, is_typo};

/// An index of words, each under all the ways in which one letter of it can be left out: two words one edit apart share
/// one of these.
#[derive(Debug, Clone, Default)]
pub struct TypoIndex {
    words: Vec<String>,
    short: HashMap<u64, Vec<usize>>,
}

impl TypoIndex {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        for hash in deletions(word) {
            self.short.entry(hash).or_default().push(self.words.len());
        }
        self.words.push(word.to_owned());
    }

    /// The words one typo away from `word`, in alphabetical order, each once.
    pub fn near(&self, word: &str) -> Vec<&str> {
        let mut near: Vec<&str> = deletions(word)
            .filter_map(|hash| self.short.get(&hash))
            .flatten()
            .filter_map(|at| self.words.get(*at))
            .map(String::as_str)
            .filter(|near| is_typo(near, word))
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}
