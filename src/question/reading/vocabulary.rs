//! The lexicon, ready to look words up in, with slips of the finger forgiven.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::fillers::{FILLERS, OPENERS};
use super::lexicon;
use super::mark::Marks;
use crate::dataset::Slips;

/// The shortest word in which a slip is forgiven: in shorter ones it makes another word.
pub(super) const SHORTEST_SLIP: usize = 5;
/// The most words that a phrase has.
pub(super) const LONGEST_PHRASE: usize = 6;

/// The lexicon as a program reads it.
pub(super) struct Vocabulary {
    signs: HashMap<&'static str, Marks>,
    fillers: HashSet<&'static str>,
    slips: Slips,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

/// The vocabulary.
pub(super) fn vocabulary() -> &'static Vocabulary {
    &WORDS
}

impl Vocabulary {
    fn new() -> Self {
        let mut signs: HashMap<&'static str, Marks> = HashMap::new();
        for (mark, words) in lexicon::signs() {
            for word in *words {
                let marks = signs.entry(*word).or_default();
                *marks = marks.with(*mark);
            }
        }
        let mut slips = Slips::default();
        for word in signs.keys().filter(|word| word.len() >= SHORTEST_SLIP) {
            slips.add(word);
        }
        Self {
            signs,
            fillers: FILLERS.split_whitespace().collect(),
            slips,
        }
    }

    /// What a word or phrase is a sign of.
    pub(super) fn signs(&self, words: &str) -> Option<Marks> {
        self.signs.get(words).copied()
    }

    /// What a word is a sign of that has a letter wrong.
    pub(super) fn slipped(&self, word: &str) -> Option<Marks> {
        if word.len() < SHORTEST_SLIP {
            return None;
        }
        let near = self.slips.near(word);
        // Whoever slips seldom slips on the first letter: "night" is not meant to be "tight".
        let mut near = near
            .into_iter()
            .filter(|near| near.as_bytes().first() == word.as_bytes().first());
        near.find_map(|near| self.signs(near))
    }

    /// Whether a word tells nothing.
    pub(super) fn is_filler(&self, word: &str) -> bool {
        self.fillers.contains(word)
    }

    /// Whether a word makes a question one of yes or no, where it opens it.
    pub(super) fn opens(word: &str) -> bool {
        OPENERS.contains(&word)
    }
}
