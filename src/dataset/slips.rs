//! Words by their slips of the finger: which of many words are one letter away from another.

use std::collections::HashMap;

use super::spelling::{is_slip, left_out};

/// An index of words, each under all the ways in which one letter of it can be left out: two words one slip apart share
/// one of these.
#[derive(Debug, Clone, Default)]
pub struct Slips {
    words: Vec<String>,
    short: HashMap<u64, Vec<usize>>,
}

impl Slips {
    /// Takes a word in.
    pub fn add(&mut self, word: &str) {
        for hash in left_out(word) {
            self.short.entry(hash).or_default().push(self.words.len());
        }
        self.words.push(word.to_owned());
    }

    /// The words one slip away from `word`, in alphabetical order, each once.
    pub fn near(&self, word: &str) -> Vec<&str> {
        let mut near: Vec<&str> = left_out(word)
            .filter_map(|hash| self.short.get(&hash))
            .flatten()
            .filter_map(|at| self.words.get(*at))
            .map(String::as_str)
            .filter(|near| is_slip(near, word))
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}
