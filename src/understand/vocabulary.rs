//! The lexicon, ready to look words up in, with slips of the finger forgiven.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::fillers::{FILLERS, OPENERS};
use super::lexicon;
use super::tags::Tags;
use crate::dataset::TypoIndex;

/// The shortest word in which a slip is forgiven: in shorter ones it makes another word.
pub(super) const SHORTEST_SLIP: usize = 5;
/// The most words that a phrase has.
pub(super) const LONGEST_PHRASE: usize = 6;

/// The lexicon as a program reads it.
pub(super) struct Vocabulary {
    tags: HashMap<&'static str, Tags>,
    fillers: HashSet<&'static str>,
    slips: TypoIndex,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

/// The vocabulary.
pub(super) fn vocabulary() -> &'static Vocabulary {
    &WORDS
}

impl Vocabulary {
    fn new() -> Self {
        let mut tags: HashMap<&'static str, Tags> = HashMap::new();
        for (tag, words) in lexicon::tags() {
            for word in *words {
                let tags = tags.entry(*word).or_default();
                *tags = tags.with(*tag);
            }
        }
        let mut slips = TypoIndex::default();
        for word in tags.keys().filter(|word| word.len() >= SHORTEST_SLIP) {
            slips.add(word);
        }
        Self {
            tags,
            fillers: FILLERS.split_whitespace().collect(),
            slips,
        }
    }

    /// What a word or phrase is a tag of.
    pub(super) fn tags(&self, words: &str) -> Option<Tags> {
        self.tags.get(words).copied()
    }

    /// What a word is a tag of that has a letter wrong.
    pub(super) fn slipped(&self, word: &str) -> Option<Tags> {
        if word.len() < SHORTEST_SLIP {
            return None;
        }
        let near = self.slips.near(word);
        // Whoever slips seldom slips on the first letter: "night" is not meant to be "tight".
        let mut near = near
            .into_iter()
            .filter(|near| near.as_bytes().first() == word.as_bytes().first());
        near.find_map(|near| self.tags(near))
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
