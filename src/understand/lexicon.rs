//! Lexicon: the words of `lexicon.toml` by their tag. To teach the reader a word, write it there.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};

use super::tags::{Tag, Tags};

/// A tag with its words.
pub(super) struct LexiconEntry {
    pub(super) tag: Tag,
    /// The tag's name in the file.
    pub(super) name: String,
    /// Words and phrases, normalised.
    pub(super) words: Vec<String>,
}

static LEXICON: LazyLock<Vec<LexiconEntry>> = LazyLock::new(|| parsed().unwrap_or_default());

/// Text of the file.
pub(super) const TEXT: &str = include_str!("lexicon.toml");

/// All entries, in the order of their names.
pub(super) fn lexicon() -> &'static [LexiconEntry] {
    &LEXICON
}

/// The names of the tags in a set, in the order of the lexicon.
pub(super) fn names(tags: Tags) -> impl Iterator<Item = &'static str> {
    let found = LEXICON.iter().filter(move |entry| tags.has(entry.tag));
    found.map(|entry| entry.name.as_str())
}

/// The entries of the embedded file; a test makes sure that it can be parsed.
fn parsed() -> Option<Vec<LexiconEntry>> {
    let file: BTreeMap<String, Vec<String>> = toml::from_str(TEXT).ok()?;
    let entry = |(name, words): (String, Vec<String>)| {
        let text: StrDeserializer<'_, Error> = name.as_str().into_deserializer();
        let tag = Tag::deserialize(text).ok()?;
        Some(LexiconEntry { tag, name, words })
    };
    file.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::normalised;

    #[test]
    fn every_entry_is_a_tag_with_normalised_words() {
        let entries = parsed().expect("a file of tags");
        assert!(!entries.is_empty());
        for entry in entries {
            for word in &entry.words {
                assert_eq!(normalised(word), *word, "{}: write '{word}' normalised", entry.name);
            }
        }
    }
}
