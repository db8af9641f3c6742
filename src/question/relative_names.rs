//! Words whose meaning depends on the moment or on a count: last season, next weekend, third place.

use chrono::{DateTime, Datelike, Utc};

use crate::dataset::Catalogue;
use crate::domain::{Season, Series, SessionKind, Slug};
use crate::lookup::normalised;

/// `this year`, `last season`.
pub(super) fn season(text: &str, series: Option<&Series>, now: DateTime<Utc>) -> Option<Slug> {
    let years = match normalised(text).as_str() {
        "this" | "this year" | "this season" => 0,
        "last" | "last year" | "last season" => -1,
        _ => return None,
    };
    let year = (now.year() + years).to_string();
    series?
        .seasons
        .keys()
        .find(|season| season.as_str() == year)
        .cloned()
        .map(Into::into)
}

/// `this`, `next`, `last weekend`.
pub(super) fn weekend(text: &str, season: &Season, catalogue: &Catalogue, now: DateTime<Utc>) -> Option<Slug> {
    let stage = catalogue.progress(season, now);
    let weekend = match normalised(text).as_str() {
        "this" | "this weekend" | "current" => stage.running.or(stage.next),
        "next" | "next weekend" => stage.next,
        "last" | "last weekend" | "previous" => stage.last,
        _ => return None,
    };
    weekend.map(|weekend| weekend.id.clone().into())
}

/// The kinds of session by the words people use for them, the canonical word of each first.
const KINDS: [(&str, SessionKind); 13] = [
    ("practice", SessionKind::Practice),
    ("qualifying", SessionKind::Qualifying),
    ("race", SessionKind::Race),
    ("sprint", SessionKind::Sprint),
    ("test", SessionKind::Test),
    ("quali", SessionKind::Qualifying),
    ("qualy", SessionKind::Qualifying),
    ("qually", SessionKind::Qualifying),
    ("free practice", SessionKind::Practice),
    ("fp", SessionKind::Practice),
    ("races", SessionKind::Race),
    ("practices", SessionKind::Practice),
    ("testing", SessionKind::Test),
];

/// `race`, `quali`.
pub(super) fn session_kind(text: &str) -> Option<SessionKind> {
    let key = normalised(text);
    KINDS.iter().find(|(word, _)| *word == key).map(|(_, kind)| *kind)
}

/// The canonical words for kinds of sessions.
pub(super) fn kind_words() -> impl Iterator<Item = &'static str> {
    let words = KINDS.iter().filter(|(word, kind)| kind_word(*kind) == *word);
    words.map(|(word, _)| *word)
}

/// The canonical word of a kind of session.
pub(crate) fn kind_word(kind: SessionKind) -> &'static str {
    KINDS
        .iter()
        .find(|(_, of)| *of == kind)
        .map_or("session", |(word, _)| word)
}

/// `p3`, `3rd`, `third`.
pub(super) fn place(text: &str) -> Option<u16> {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    let key = normalised(text);
    if let Some(index) = WORDS.iter().position(|word| *word == key) {
        return u16::try_from(index + 1).ok();
    }
    let digits = match key.as_str() {
        "leader" | "lead" => return Some(1),
        key => key
            .strip_prefix('p')
            .or_else(|| ["st", "nd", "rd", "th"].iter().find_map(|end| key.strip_suffix(end)))?,
    };
    digits.parse().ok().filter(|place| (1..=999).contains(place))
}
