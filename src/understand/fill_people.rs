//! Filling of facts about people: where they are from, what they are entered for and drive.

use super::fill_facts::{fact, one};
use super::intent::Filled;
use super::parse::Parse;
use super::tags::Tag;
use crate::question::{Misunderstanding, Options, Question, QuestionKind, is_place};

/// The question for drivers from a place, which follows `from` and must be a home of one.
pub(super) fn from(parse: &Parse<'_>) -> Filled {
    let place = place(parse);
    match place {
        Some(place) => one(Options {
            driver: parse.drivers.first().cloned(),
            words: Some(place.replace(' ', "-")),
            season: parse.season.clone(),
            ..fact(parse, "from")
        }),
        None if !parse.drivers.is_empty() => super::fill::driver(parse),
        None if parse.tags.has(Tag::From) && home(parse).is_some() => one(Options {
            words: home(parse),
            season: parse.season.clone(),
            ..fact(parse, "from")
        }),
        None => Err(Misunderstanding::Unread {
            unknown: parse.unknown.clone(),
            nearest: vec![Question::of(QuestionKind::Entries)],
        }),
    }
}

/// The state or province of the weekend at hand: where locals are from.
fn home(parse: &Parse<'_>) -> Option<String> {
    let local = ["local", "locals", "home", "hometown"];
    let asked = (0..parse.text.len()).any(|at| local.contains(&parse.text.words(at, 1)));
    let (_, weekend) = parse.at_hand().filter(|_| asked)?;
    let region = parse.catalogue.circuits.get(&weekend.circuit)?.region.as_ref()?;
    Some(crate::lookup::normalised(region).replace(' ', "-"))
}

/// The words of a question that are a driver's home, or a country.
fn place(parse: &Parse<'_>) -> Option<String> {
    let text = &parse.text;
    let is_home = |words: &str| is_place(parse.series.drivers.values(), words);
    let behind = |at: &usize| {
        ["from", "in", "live", "lives", "based", "of", "a", "any", "the"].contains(&text.before(*at)) || *at == 0
    };
    (0..text.len())
        .filter(|at| behind(at) || text.len() < 8)
        .find_map(|at| {
            let words = (1..=3.min(text.len() - at)).rev().map(|count| text.words(at, count));
            let mut words = words.filter(|words| words.len() > 2 || *words == "uk" || *words == "nz");
            words
                .find(|words| !FROM.contains(words) && is_home(words))
                .map(str::to_owned)
        })
}

/// Words before a place that are not part of its name.
const FROM: &[&str] = &["from", "in", "home", "town"];

pub(super) fn rookies(parse: &Parse<'_>) -> Filled {
    one(Options {
        driver: parse.drivers.first().cloned(),
        season: parse.season.clone(),
        ..fact(parse, "rookies")
    })
}

pub(super) fn entered(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let weekend = parse.weekend();
    one(Options {
        driver: parse.drivers.first().cloned(),
        team: parse.teams.first().filter(|_| parse.drivers.is_empty()).cloned(),
        season: weekend
            .as_ref()
            .and_then(|weekend| parse.season_of(weekend))
            .or(parse.season.clone()),
        weekend,
        ..fact(parse, "entered")
    })
}

/// The question for whether a team or a class is that of a driver.
pub(super) fn drives(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    one(Options {
        driver: parse.drivers.first().cloned(),
        team: parse.teams.first().cloned(),
        class: parse.class(),
        season: parse.season.clone(),
        ..fact(parse, "drives")
    })
}

pub(super) fn women(parse: &Parse<'_>) -> Filled {
    one(Options {
        words: Some("women-female".to_owned()),
        ..fact(parse, "story")
    })
}
