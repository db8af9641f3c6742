//! Filling of questions about scoring rules: what results are worth, the most that can be scored, topics of the rules.

use super::fill_facts::{fact, of_weekend};
use super::intent::{Filled, Intent};
use super::numbers::NumericEntity;
use super::parse::Parse;
use super::segments::SegmentValue;
use super::tags::Tag;
use crate::domain::SessionKind;
use crate::question::{Options, Question, QuestionKind};

/// The fact about the championships that are named.
fn of_rules(parse: &Parse<'_>, about: &str) -> Options {
    Options {
        championship: parse.tables().first().cloned(),
        season: parse.season.clone(),
        kind: parse.kind.filter(|kind| *kind == SessionKind::Sprint),
        ..fact(parse, about)
    }
}

fn one(parse: &Parse<'_>, fact: Options) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    Ok(Intent::question(Question::new(QuestionKind::Fact, fact)))
}

/// The question for the points of the results that are named together; of none the places that pay.
pub(super) fn worth(parse: &Parse<'_>) -> Filled {
    let results = results(parse);
    if results.is_empty() {
        return paying(parse);
    }
    let of = |words: String| Options {
        words: Some(words),
        ..of_rules(parse, "worth")
    };
    // "First against second" are two values, and no sum.
    if results.len() > 1 && parse.is_compared() {
        let each = results.chunk_by(|one, other| one == other).map(|same| same.join("-"));
        let each = each.map(|words| Question::new(QuestionKind::Fact, of(words)));
        return Ok(Intent::of(each.collect()));
    }
    one(parse, of(results.join("-")))
}

/// Words for two of what follows.
const TWO: &[&str] = &["two", "2", "both", "zwei", "deux", "dos"];

/// Places and awards in the order of the text, those beside "two" or "both" twice.
fn results(parse: &Parse<'_>) -> Vec<String> {
    let mut results: Vec<String> = Vec::new();
    for segment in &parse.segments {
        let result = match &segment.value {
            SegmentValue::Count(NumericEntity::Place(place)) => format!("p{place}"),
            _ if segment.tags.has(Tag::Pole) => "pole".to_owned(),
            _ if segment.tags.has(Tag::Fastest) => "fastest-lap".to_owned(),
            _ if segment.tags.any(&[Tag::Win, Tag::Lead]) && (parse.places.is_empty() || parse.is_compared()) => {
                "p1".to_owned()
            }
            _ => continue,
        };
        if !results.contains(&result) {
            let behind = parse.text.words(segment.at + segment.count, 1);
            let twice = TWO.contains(&parse.text.before(segment.at)) || ["both", "twice"].contains(&behind);
            results.extend(std::iter::repeat_n(result, if twice { 2 } else { 1 }));
        }
    }
    results
}

/// The question for the places that pay.
pub(super) fn paying(parse: &Parse<'_>) -> Filled {
    one(parse, of_rules(parse, "paying"))
}

/// The question for the most points: of a race, of a weekend, of what is left, or that somebody can reach.
pub(super) fn maximum(parse: &Parse<'_>) -> Filled {
    let has = |tag: Tag| parse.tags.has(tag);
    let named = !parse.drivers.is_empty() || !parse.teams.is_empty();
    let says = |word: &str| (0..parse.text.len()).any(|at| parse.text.words(at, 1) == word);
    let of_weekend = !parse.weekends.is_empty() || has(Tag::Weekend) || says("weekend");
    let words = match (named, of_weekend, has(Tag::Remaining)) {
        (true, ..) => None,
        (_, true, false) => Some("weekend"),
        (_, false, false) if has(Tag::Race) || parse.kind.is_some() => Some("race"),
        _ => Some("left"),
    };
    let rules = of_rules(parse, "maximum");
    one(
        parse,
        Options {
            driver: parse.drivers.first().cloned(),
            team: parse.teams.first().filter(|_| parse.drivers.is_empty()).cloned(),
            weekend: parse.weekend().filter(|_| words == Some("weekend")),
            kind: rules.kind.filter(|_| words == Some("race")),
            words: words.map(str::to_owned),
            ..rules
        },
    )
}

/// The question for a topic of the rules.
pub(super) fn topic(parse: &Parse<'_>, about: &str) -> Filled {
    one(
        parse,
        Options {
            kind: None,
            ..of_rules(parse, about)
        },
    )
}

/// The question for the order in which pole or fastest lap are paid.
pub(super) fn order(parse: &Parse<'_>) -> Filled {
    let award = match (parse.tags.has(Tag::Pole), parse.tags.has(Tag::Fastest)) {
        (true, false) => Some("pole"),
        (false, true) => Some("fastest-lap"),
        _ => None,
    };
    one(
        parse,
        Options {
            words: award.map(str::to_owned),
            ..of_rules(parse, "order")
        },
    )
}

/// The question for the weekends that count for a championship.
pub(super) fn counting(parse: &Parse<'_>) -> Filled {
    let asked = parse.tags.any(&[Tag::This, Tag::Here]) || !parse.weekends.is_empty();
    let at_hand = || parse.at_hand().map(|(_, weekend)| weekend.id.clone());
    let weekend = of_weekend(parse, "counts")?.weekend.or_else(at_hand).filter(|_| asked);
    one(
        parse,
        Options {
            weekend,
            kind: None,
            ..of_rules(parse, "counts")
        },
    )
}
