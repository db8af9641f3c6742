//! Features of a question: its words, their pieces and its tags, alone and in pairs.
//!
//! Names, numbers and days are replaced by their kinds, so that none of them is learned.

use crate::understand::lexicon;
use crate::understand::numbers::NumericEntity;
use crate::understand::parse::Parse;
use crate::understand::segments::{Segment, SegmentValue};
use crate::understand::tags::Tag;

/// Maximum number of features of a question, so that the cost of a text stays bounded.
const MOST_FEATURES: usize = 800;
/// Number of letters of a beginning and of a piece of a word.
const LETTERS: usize = 4;
/// Beginning and end of a question.
const BEGIN: &str = "^";
const END: &str = "$";

/// Signs of the whole question rather than of one of its words.
const SIGNS: &[(Tag, &str)] = &[
    (Tag::Polar, "polar"),
    (Tag::TwoDrivers, "drivers"),
    (Tag::TwoPlaces, "places"),
    (Tag::Margin, "margin"),
];

/// The features of a question in order, each once.
pub(in crate::understand) fn features(parse: &Parse<'_>) -> Vec<String> {
    let mut words = vec![BEGIN];
    let mut tags = vec![BEGIN];
    let mut kinds = Vec::new();
    let mut features = Vec::new();
    for segment in &parse.segments {
        if let Some(kind) = kind(segment) {
            words.push(kind);
            tags.push(kind);
            kinds.push(kind);
            continue;
        }
        for word in (segment.at..segment.at + segment.count).map(|at| parse.text.words(at, 1)) {
            words.push(word);
            pieces(word, &mut features);
        }
        tags.extend(lexicon::names(segment.tags));
    }
    words.push(END);
    tags.push(END);
    kinds.sort_unstable();
    features.push(format!("k {}", kinds.join(" ")));
    let signs = SIGNS.iter().filter(|(tag, _)| parse.tags.has(*tag));
    features.extend(signs.map(|(_, name)| format!("s {name}")));
    singles("w", &words, &mut features);
    singles("t", &tags, &mut features);
    neighbours("ww", &words, &mut features);
    neighbours("tt", &tags, &mut features);
    tags.sort_unstable();
    tags.dedup();
    for (at, one) in tags.iter().enumerate() {
        features.extend(tags.iter().skip(at + 1).map(|other| format!("tp {one} {other}")));
    }
    features.truncate(MOST_FEATURES);
    features.sort_unstable();
    features.dedup();
    features
}

fn singles(what: &str, tokens: &[&str], features: &mut Vec<String>) {
    features.extend(tokens.iter().map(|token| format!("{what} {token}")));
}

fn neighbours(what: &str, tokens: &[&str], features: &mut Vec<String>) {
    let pairs = tokens.windows(2);
    features.extend(pairs.map(|pair| format!("{what} {}", pair.join(" "))));
}

/// The beginning of a word and its pieces, which survive a slip and another ending.
fn pieces(word: &str, features: &mut Vec<String>) {
    let letters: Vec<char> = format!("_{word}_").chars().collect();
    if letters.len() >= LETTERS + 3 {
        features.push(format!("st {}", word.chars().take(LETTERS).collect::<String>()));
    }
    if letters.len() >= LETTERS + 2 {
        let pieces = letters.windows(LETTERS);
        features.extend(pieces.map(|piece| format!("ch {}", piece.iter().collect::<String>())));
    }
}

/// The kind of a name or a value, which stands for it.
fn kind(segment: &Segment<'_>) -> Option<&'static str> {
    Some(match &segment.value {
        SegmentValue::Named(_) => kind_of_name(segment),
        SegmentValue::Count(count) => match count {
            NumericEntity::Session(..) => "<session>",
            NumericEntity::Place(_) => "<place>",
            NumericEntity::Top(_) => "<top>",
            NumericEntity::Round(_) => "<round>",
            NumericEntity::Year(_) => "<season>",
            NumericEntity::Car => "<car>",
            NumericEntity::Clock(_) => "<clock>",
            NumericEntity::Bare => "<number>",
        },
        SegmentValue::Years(_) => "<season>",
        SegmentValue::Day(_) => "<day>",
        SegmentValue::Month(_) => "<month>",
        SegmentValue::Zone(_) => "<zone>",
        SegmentValue::Tag | SegmentValue::Filler | SegmentValue::Unknown => return None,
    })
}

fn kind_of_name(segment: &Segment<'_>) -> &'static str {
    let kinds = [
        (Tag::ACar, "<car>"),
        (Tag::ADriver, "<driver>"),
        (Tag::ATeam, "<team>"),
        (Tag::AClass, "<class>"),
        (Tag::ATrack, "<track>"),
        (Tag::ASeries, "<series>"),
        (Tag::ASession, "<session>"),
        (Tag::ARound, "<round>"),
    ];
    let kind = kinds.iter().find(|(tag, _)| segment.tags.has(*tag));
    kind.map_or("<season>", |(_, kind)| kind)
}
