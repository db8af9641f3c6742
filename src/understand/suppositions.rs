//! Suppositions of a text: "if Cooper wins both and Hartog retires" becomes the results of a scenario.

use super::coverage::is_negation;
use super::intent::{Filled, Intent};
use super::numbers::NumericEntity;
use super::parse::Parse;
use super::segments::{Segment, SegmentValue};
use super::supposed_races::{Races, races};
use super::tags::Tag;
use crate::domain::{DriverId, Session, SessionKind, Weekend};
use crate::lookup::NameKind;
use crate::question::{Form, Options, Question, QuestionKind, Relation, Unsupposable};

/// Words that begin a condition.
const IF: &[&str] = &[
    "if",
    "suppose",
    "supposing",
    "assuming",
    "imagine",
    "wenn",
    "falls",
    "what if",
    "provided",
];
/// Words that begin what follows from it.
const THEN: &[&str] = &[
    "who", "whos", "where", "wheres", "what", "whats", "does", "do", "would", "will", "can", "could", "how", "then",
    "has",
];
/// Words that a condition may have besides results.
const BESIDE: &[&str] = &[
    "and", "n", "with", "the", "also", "at", "on", "in", "is", "a", "an", "get", "gets", "take", "takes", "finish",
    "finishes", "comes", "come", "place", "race", "races", "weekend", "this", "next", "of", "place", "out", "lap",
    "position", "ends", "up", "but", "while", "only", "just", "season", "he", "she", "they", "both", "now", "again",
    "to", "scores", "tomorrow", "what", "y", "und", "does", "would", "be", "enough", "sets", "has", "from", "points",
    "zero", "no", "drivers", "for",
];
/// Conditions on nobody in particular, or on level points: no result of a driver.
const NOBODY: &[&str] = &["nobody", "noone", "none"];
const LEVEL: &[&str] = &["tie", "ties", "tied", "level", "equal"];

/// A part of a condition.
enum Part {
    Driver(DriverId),
    /// A place, an award or a retirement, as a scenario writes it.
    Result(String),
    /// A race or a sprint of a weekend, by its number.
    Session(SessionKind, u16),
    Weekend,
    Both,
    All,
}

/// A supposed result, and the races that it is for.
struct Item {
    driver: DriverId,
    what: String,
    races: Option<Races>,
}

/// The question for the table that supposed results lead to; absent where a text supposes none.
pub(super) fn read(parse: &Parse<'_>) -> Option<Filled> {
    let is_if = |segment: &Segment<'_>| IF.contains(&words(parse, segment));
    let named = parse.segments.iter().position(is_if);
    let lenient = named.is_none() && enough(parse).is_some();
    let (condition, rest) = match named {
        Some(at) => {
            let (before, after) = parse.segments.split_at(at);
            let end = after
                .iter()
                .skip(1)
                .enumerate()
                .position(|(at, one)| is_then(parse, after, at + 1, one));
            let (condition, behind) = after.split_at(end.map_or(after.len(), |end| end + 1));
            (condition.get(1..)?, if behind.is_empty() { before } else { behind })
        }
        None => enough(parse).or_else(|| statement(parse))?,
    };
    let said = |list: &[&str]| condition.iter().any(|one| list.contains(&words(parse, one)));
    if said(LEVEL) {
        return None;
    }
    let drivers = condition.iter().any(|one| driver(parse, one).is_some());
    let scores = condition.iter().any(|one| one.tags.has(Tag::Points));
    if (said(NOBODY) || parse.text.line().contains("no one")) && scores && !drivers {
        return Some(unchanged(parse));
    }
    if said(NOBODY) && !drivers {
        let text = condition
            .iter()
            .map(|one| words(parse, one))
            .collect::<Vec<_>>()
            .join(" ");
        return Some(Err(not_supposable(&text)));
    }
    let assumed = (!drivers).then(|| chaser(parse, condition)).flatten();
    if !drivers && assumed.is_none() {
        return None;
    }
    let items = match items(parse, condition, assumed, lenient) {
        Ok(items) => items,
        Err(why) => return Some(Err(why)),
    };
    Some(question(parse, &items, rest))
}

/// The question for the tables as they stand, as they stay where nobody scores.
fn unchanged(parse: &Parse<'_>) -> Filled {
    let asked = Question::of(QuestionKind::Standings).series(parse.of_series());
    let asked = asked
        .season(parse.season.clone())
        .championship(parse.tables().first().cloned());
    Ok(Intent::question(asked.form(Form::open(Relation::Unchanged))))
}

fn words<'p>(parse: &'p Parse<'_>, segment: &Segment<'_>) -> &'p str {
    parse.text.words(segment.at, segment.count)
}

fn not_supposable(text: &str) -> crate::question::Misunderstanding {
    Unsupposable::NoPiece {
        text: text.to_owned(),
        awards: Vec::new(),
    }
    .into()
}

/// True if a word behind a condition begins what follows from it: "is" only before somebody, and no "does not".
fn is_then(parse: &Parse<'_>, all: &[Segment<'_>], at: usize, segment: &Segment<'_>) -> bool {
    let word = words(parse, segment);
    let first = word.split(' ').next().unwrap_or(word);
    let next = all.get(at + 1);
    let person = |next: &Segment<'_>| {
        let pronouns = ["he", "she", "it", "that", "this", "there"];
        driver(parse, next).is_some() || pronouns.contains(&words(parse, next))
    };
    let negated = next.is_some_and(|next| words(parse, next).split(' ').any(is_negation));
    (THEN.contains(&first) && !negated) || (word == "is" && next.is_some_and(person))
}

/// "Does pole flip the lead", "is a win enough for Cooper": results of one driver, without "if".
fn enough<'s, 'a>(parse: &'s Parse<'a>) -> Option<(&'s [Segment<'a>], &'s [Segment<'a>])> {
    let line = parse.text.line();
    let asks = parse.tags.has(Tag::Polar) || line.starts_with("would ");
    let is_asked = asks
        && [" enough", " flip", " suffice", " do it"]
            .iter()
            .any(|word| line.contains(word));
    is_asked.then_some((parse.segments.as_slice(), parse.segments.as_slice()))
}

/// "Hartog p2, Cooper wins race 1": results of two drivers or more, and nothing else.
fn statement<'s, 'a>(parse: &'s Parse<'a>) -> Option<(&'s [Segment<'a>], &'s [Segment<'a>])> {
    let whole = parse.segments.as_slice();
    driver(parse, whole.first()?)?;
    let asks = [
        Tag::Who,
        Tag::When,
        Tag::Where,
        Tag::HowMany,
        Tag::Polar,
        Tag::Gap,
        Tag::Versus,
    ];
    let items = items(parse, whole, None, false)
        .ok()
        .filter(|_| !parse.tags.any(&asks))?;
    let mut drivers: Vec<&DriverId> = items.iter().map(|one| &one.driver).collect();
    drivers.dedup();
    let all = parse.drivers.iter().all(|driver| drivers.contains(&driver));
    (drivers.len() > 1 && all).then_some((whole, &[]))
}

fn driver(parse: &Parse<'_>, segment: &Segment<'_>) -> Option<DriverId> {
    let SegmentValue::Named(named) = &segment.value else {
        return None;
    };
    let mut drivers = named.iter().filter(|one| one.kind == NameKind::Driver);
    let found = drivers.find(|one| parse.drivers.iter().any(|driver| one.id == *driver.as_str()));
    found.map(|one| one.id.clone().into())
}

/// The place of the one who chases the leader, where results are supposed and nobody is named.
fn chaser(parse: &Parse<'_>, condition: &[Segment<'_>]) -> Option<DriverId> {
    let result = condition
        .iter()
        .any(|one| matches!(results(parse, one), Some(found) if !found.is_empty()));
    let asks_lead = parse.tags.any(&[Tag::Lead, Tag::Title, Tag::Champ]) || parse.text.line().contains("enough");
    (result && asks_lead).then(|| "p2".parse().ok())?
}

/// The results that a word says; `None` for a word that says something else.
fn results(parse: &Parse<'_>, segment: &Segment<'_>) -> Option<Vec<&'static str>> {
    let text = words(parse, segment);
    let (mut found, mut known) = (Vec::new(), true);
    if segment.tags.has(Tag::Fastest) {
        return Some(vec!["fl"]);
    }
    for word in text.split(' ') {
        match word {
            "win" | "wins" | "won" | "winning" | "victory" | "victories" => found.push("1"),
            "pole" | "poles" | "pp" => found.push("pole"),
            "fl" | "fastest" => found.push("fl"),
            "dnf" | "dnfs" | "retire" | "retires" | "retired" | "retirement" | "crash" | "crashes" => found.push("dnf"),
            "dns" => found.push("dns"),
            "dsq" | "disqualified" => found.push("dsq"),
            word => known = known && BESIDE.contains(&word),
        }
    }
    known.then_some(found)
}

fn parts(parse: &Parse<'_>, segment: &Segment<'_>) -> Option<Vec<Part>> {
    if let Some(driver) = driver(parse, segment) {
        return Some(vec![Part::Driver(driver)]);
    }
    match &segment.value {
        SegmentValue::Count(NumericEntity::Place(place)) => return Some(vec![Part::Result(place.to_string())]),
        SegmentValue::Count(NumericEntity::Session(kind, number)) => return Some(vec![Part::Session(*kind, *number)]),
        SegmentValue::Count(NumericEntity::Year(_)) | SegmentValue::Years(_) => return Some(Vec::new()),
        SegmentValue::Named(named) => {
            let weekend = |one: &&&crate::lookup::Named| one.kind == NameKind::Weekend;
            if named.iter().any(|one| weekend(&one)) {
                return Some(vec![Part::Weekend]);
            }
            let other = |kind| named.iter().any(|one| one.kind == kind);
            return (other(NameKind::Class) || other(NameKind::Championship) || other(NameKind::Series)).then(Vec::new);
        }
        _ => {}
    }
    let text = words(parse, segment);
    if text.split(' ').any(is_negation) {
        return None;
    }
    let all = ["all", "every", "everything", "remaining", "rest"];
    if text.split(' ').any(|word| all.contains(&word)) || segment.tags.has(Tag::Remaining) {
        return Some(vec![Part::All]);
    }
    let both = segment.tags.has(Tag::Both) && text.contains("both");
    let found = results(parse, segment).map(|found| {
        let found = found.into_iter().map(|what| Part::Result(what.to_owned()));
        found.chain(both.then_some(Part::Both)).collect()
    });
    if found.is_none() && matches!(segment.value, SegmentValue::Filler) {
        Some(Vec::new())
    } else {
        found
    }
}

/// The results of a condition, each for its driver and its races.
fn items(
    parse: &Parse<'_>,
    condition: &[Segment<'_>],
    assumed: Option<DriverId>,
    lenient: bool,
) -> Result<Vec<Item>, crate::question::Misunderstanding> {
    let mut items: Vec<Item> = Vec::new();
    // Drivers who wait for a result, and results that wait for a driver.
    let mut drivers: Vec<DriverId> = Vec::from_iter(assumed);
    let (mut waiting, mut ready): (Vec<String>, bool) = (Vec::new(), false);
    // The races that were named last, those that were named before their results, and the results without races.
    let (mut last, mut ahead, mut pending) = (None, None, 0);
    for segment in condition {
        let Some(parts) = parts(parse, segment) else {
            if lenient {
                continue;
            }
            return Err(not_supposable(words(parse, segment)));
        };
        for part in parts {
            match part {
                Part::Driver(driver) => {
                    if ready {
                        drivers.clear();
                        ready = false;
                    }
                    drivers.push(driver.clone());
                    let results = waiting.drain(..);
                    let found: Vec<Item> = results
                        .map(|what| Item {
                            driver: driver.clone(),
                            what,
                            races: ahead,
                        })
                        .collect();
                    ready = ready || !found.is_empty();
                    items.extend(found);
                }
                Part::Result(what) if drivers.is_empty() => waiting.push(what),
                Part::Result(what) => {
                    let of_all = drivers.iter().map(|driver| Item {
                        driver: driver.clone(),
                        what: what.clone(),
                        races: ahead,
                    });
                    items.extend(of_all);
                    ready = true;
                }
                Part::Weekend => {}
                Part::Session(..) | Part::Both | Part::All => {
                    let races = match part {
                        Part::Session(kind, number) => Races::Numbered(kind, number),
                        Part::Both => Races::Both,
                        _ => Races::All,
                    };
                    for item in items.iter_mut().skip(pending).filter(|item| item.races.is_none()) {
                        item.races = Some(races);
                    }
                    ahead = (pending == items.len() || ahead.is_some()).then_some(races);
                    pending = items.len();
                    last = Some(races);
                }
            }
        }
    }
    let is_told = |driver: &DriverId| items.iter().any(|item| item.driver == *driver);
    if !drivers.iter().all(is_told) || items.is_empty() {
        let text: Vec<&str> = condition.iter().map(|one| words(parse, one)).collect();
        return Err(not_supposable(&text.join(" ")));
    }
    for item in &mut items {
        item.races = item.races.or(last);
    }
    Ok(items)
}

/// The what-if question for these results; `rest` is what is asked about them.
fn question(parse: &Parse<'_>, items: &[Item], rest: &[Segment<'_>]) -> Filled {
    let mut sessions: Vec<(&Weekend, &Session, Vec<String>)> = Vec::new();
    for item in items {
        let races = races(parse, item.races);
        if races.is_empty() {
            return Err(Unsupposable::NothingOpen {
                championship: parse.series.name.clone(),
            }
            .into());
        }
        for (weekend, session) in races {
            let result = format!("{}:{}", item.what, item.driver);
            match sessions
                .iter_mut()
                .find(|(at, one, _)| at.id == weekend.id && one.id == session.id)
            {
                Some((_, _, results)) => results.push(result),
                None => sessions.push((weekend, session, vec![result])),
            }
        }
    }
    let text = |(weekend, session, results): &(&Weekend, &Session, Vec<String>)| {
        format!("{}/{} {}", weekend.id, session.id, results.join(" "))
    };
    let asked = rest.iter().find_map(|segment| driver(parse, segment));
    let tags = rest
        .iter()
        .fold(super::tags::Tags::default(), |tags, segment| tags.and(segment.tags));
    let begins = rest
        .first()
        .map_or("", |segment| words(parse, segment))
        .split(' ')
        .next()
        .unwrap_or("");
    let polar = ["is", "does", "do", "would", "will", "can", "could", "has", "are"].contains(&begins);
    let relation = if tags.any(&[Tag::Title, Tag::Clinch]) {
        Some(Relation::Champion)
    } else if tags.has(Tag::Lose) {
        Some(Relation::Behind)
    } else {
        (polar && tags.any(&[Tag::Lead, Tag::Ahead])).then_some(Relation::Leading)
    };
    let who = (tags.has(Tag::Who) && !polar).then(|| "p1".to_owned());
    let about = asked
        .map(|driver| driver.to_string())
        .or(who)
        .map(|who| format!("about:{who}"));
    let options = Options {
        results: Some(sessions.iter().map(text).chain(about).collect::<Vec<_>>().join(" ")),
        championship: parse.tables().first().cloned(),
        season: parse.season.clone(),
        series: parse.of_series(),
        ..Options::default()
    };
    let mut question = Question::new(QuestionKind::WhatIf, options);
    question.form = Form {
        polar,
        relation: relation.filter(|_| polar),
    };
    Ok(Intent::question(question))
}
