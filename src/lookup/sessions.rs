//! Sessions in words: the kinds of session by the words that people use for them.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::normalise::normalised;
use super::words::{indexed, parsed};
use crate::domain::SessionKind;

/// The words for one kind of session.
#[derive(Debug, Clone, Deserialize)]
struct KindWords {
    kind: SessionKind,
    /// English words, the canonical one first.
    english: Vec<String>,
    /// Abbreviations, which are understood in lists of sessions only.
    #[serde(default)]
    abbreviations: Vec<String>,
    /// Words of other languages, which are understood in sentences only.
    #[serde(default)]
    foreign: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct SessionWords {
    kinds: Vec<KindWords>,
}

static KINDS: LazyLock<Vec<KindWords>> =
    LazyLock::new(|| parsed::<SessionWords>(include_str!("words/sessions.toml")).kinds);

type KindIndex = HashMap<String, SessionKind>;

static ENGLISH: LazyLock<KindIndex> =
    LazyLock::new(|| indexed(KINDS.iter().map(|one| (one.kind, one.english.clone()))));
static ABBREVIATIONS: LazyLock<KindIndex> =
    LazyLock::new(|| indexed(KINDS.iter().map(|one| (one.kind, one.abbreviations.clone()))));
static FOREIGN: LazyLock<KindIndex> =
    LazyLock::new(|| indexed(KINDS.iter().map(|one| (one.kind, one.foreign.clone()))));

/// The kind of session of an English word: `race`, `quali`.
pub fn session_kind(text: &str) -> Option<SessionKind> {
    ENGLISH.get(normalised(text).as_str()).copied()
}

/// The kind of session of a normalised word in any language: `quali`, `carrera`.
pub fn session_kind_in_sentence(word: &str) -> Option<SessionKind> {
    ENGLISH.get(word).or_else(|| FOREIGN.get(word)).copied()
}

/// The kind of session of an English word, an abbreviation or its plural, in a list of sessions: `r`, `fps`.
pub fn session_kind_in_list(word: &str) -> Option<SessionKind> {
    let of = |word: &str| ENGLISH.get(word).or_else(|| ABBREVIATIONS.get(word)).copied();
    of(word).or_else(|| of(word.strip_suffix('s')?))
}

/// The canonical words for the kinds of session.
pub fn session_kind_words() -> impl Iterator<Item = &'static str> {
    KINDS.iter().filter_map(|one| one.english.first()).map(String::as_str)
}

/// The canonical word for a kind of session.
pub fn session_kind_word(kind: SessionKind) -> &'static str {
    let words = KINDS.iter().find(|one| one.kind == kind);
    words
        .and_then(|one| one.english.first())
        .map_or("session", String::as_str)
}
