//! Vocabulary: the lexicon as an index, with typo correction.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lexicon::lexicon;
use super::tags::Tags;
use crate::lookup::{TypoIndex, fillers};

/// Minimum length of a word with a typo: in shorter ones a typo makes another word.
pub(super) const SHORTEST_TYPO: usize = 5;
/// Maximum number of words of a phrase.
pub(super) const LONGEST_PHRASE: usize = 6;

/// The lexicon as an index.
pub(super) struct Vocabulary {
    tags: HashMap<&'static str, Tags>,
    typos: TypoIndex,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

/// The vocabulary.
pub(super) fn vocabulary() -> &'static Vocabulary {
    &WORDS
}

impl Vocabulary {
    fn new() -> Self {
        let mut tags: HashMap<&'static str, Tags> = HashMap::new();
        for entry in lexicon() {
            for word in &entry.words {
                let tags = tags.entry(word.as_str()).or_default();
                *tags = tags.with(entry.tag);
            }
        }
        let mut typos = TypoIndex::default();
        for word in tags.keys().filter(|word| word.len() >= SHORTEST_TYPO) {
            typos.add(word);
        }
        Self { tags, typos }
    }

    /// The tags of a word or phrase.
    pub(super) fn tags(&self, words: &str) -> Option<Tags> {
        self.tags.get(words).copied()
    }

    /// The tags of a word with a typo.
    pub(super) fn corrected(&self, word: &str) -> Option<Tags> {
        if word.len() < SHORTEST_TYPO {
            return None;
        }
        let near = self.typos.near(word);
        // Typos in the first letter are rare: "night" does not mean "tight".
        let mut near = near
            .into_iter()
            .filter(|near| near.as_bytes().first() == word.as_bytes().first());
        near.find_map(|near| self.tags(near))
    }

    /// True if a word is a filler.
    pub(super) fn is_filler(word: &str) -> bool {
        fillers().sentence.contains(word)
    }

    /// True if a word opens a yes/no question.
    pub(super) fn opens(word: &str) -> bool {
        fillers().openers.contains(word)
    }
}
