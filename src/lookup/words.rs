//! Word lists: natural-language words as data files, built into the program and parsed once.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

/// Parses an embedded word list. A test makes sure that all of them can be parsed.
pub(super) fn parsed<T: DeserializeOwned + Default>(text: &str) -> T {
    toml::from_str(text).unwrap_or_default()
}

/// An index of words by meaning.
pub(super) fn indexed<T: Copy>(lists: impl IntoIterator<Item = (T, Vec<String>)>) -> HashMap<String, T> {
    let lists = lists.into_iter();
    lists
        .flat_map(|(meaning, words)| words.into_iter().map(move |word| (word, meaning)))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::lookup::normalised;

    const FILES: [(&str, &str); 8] = [
        ("countries", include_str!("words/countries.toml")),
        ("dates", include_str!("words/dates.toml")),
        ("durations", include_str!("words/durations.toml")),
        ("fillers", include_str!("words/fillers.toml")),
        ("numbers", include_str!("words/numbers.toml")),
        ("relative", include_str!("words/relative.toml")),
        ("sessions", include_str!("words/sessions.toml")),
        ("zones", include_str!("words/zones.toml")),
    ];

    /// Every list of words in a value, a list of lists as one.
    fn lists(value: &toml::Value) -> Vec<Vec<&str>> {
        match value {
            toml::Value::Table(table) => table.values().flat_map(lists).collect(),
            toml::Value::Array(items) if items.iter().all(toml::Value::is_str) => {
                vec![items.iter().filter_map(toml::Value::as_str).collect()]
            }
            toml::Value::Array(items) if items.iter().all(toml::Value::is_array) => {
                vec![items.iter().flat_map(lists).flatten().collect()]
            }
            toml::Value::Array(items) => items.iter().flat_map(lists).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_list_has_normalised_words_and_each_once() {
        for (name, text) in FILES {
            let file: toml::Value = toml::from_str(text).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
            let lists = lists(&file);
            assert!(!lists.is_empty(), "{name}.toml has no words");
            for list in lists {
                let mut seen = BTreeSet::new();
                for word in list {
                    assert_eq!(normalised(word), word, "{name}.toml: write '{word}' normalised");
                    assert!(seen.insert(word), "{name}.toml: '{word}' stands twice in a list");
                }
            }
        }
    }

    #[test]
    fn no_word_of_a_file_has_two_meanings() {
        for (name, text) in FILES.iter().filter(|(name, _)| *name != "fillers") {
            let file: toml::Value = toml::from_str(text).unwrap_or_else(|error| panic!("{name}.toml: {error}"));
            let mut seen = BTreeSet::new();
            for word in lists(&file).into_iter().flatten() {
                assert!(seen.insert(word), "{name}.toml: '{word}' has two meanings");
            }
        }
    }
}
