//! Filling of questions about two drivers, and about the first or the last time of something.

use super::fill_facts::{fact, last_run};
use super::form_words::COUNTS;
use super::intent::{Filled, Intent};
use super::limits::limited;
use super::out_of_scope::unanswered;
use super::parse::Parse;
use super::tags::Tag;
use crate::domain::{DriverId, Entry, SessionKind, TeamId};
use crate::question::{Options, Question, QuestionKind, Rival};

/// Words for more of something.
const MORE: &[&str] = &["more", "most", "mas", "plus", "mehr"];

/// Words for a loss against somebody.
const LOST: &[&str] = &["lose", "lost", "loses"];

/// Words for the last and for the first time.
const LAST: &[&str] = &["last", "latest", "recent"];
const FIRST: &[&str] = &["first", "maiden"];

/// Words of what is done a last or a first time.
const DEEDS: &[&str] = &[
    "win",
    "won",
    "victory",
    "podium",
    "pole",
    "dnf",
    "retirement",
    "fastest",
    "top",
    "time",
];

/// Words after "last" and "first" that make a race, a time or a place of them.
const NOT_A_TIME: &[&str] = &[
    "race",
    "races",
    "weekend",
    "round",
    "rounds",
    "season",
    "year",
    "years",
    "session",
    "week",
    "month",
    "event",
    "sprint",
    "quali",
    "qualifying",
    "gp",
    "grand",
    "lap",
    "place",
    "row",
    "corner",
    "two",
    "three",
    "five",
    "ten",
];

/// The question for the one of two drivers who finished ahead.
pub(super) fn duel(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let behind = parse.tags.has(Tag::Behind) || parse.says(LOST);
    let raced = parse.kind.is_none_or(|kind| kind != SessionKind::Practice);
    let both = sides(parse);
    let ([one, other], true) = (both.as_slice(), raced && (parse.tags.has(Tag::Polar) || !behind)) else {
        return unanswered(parse);
    };
    let (one, other) = if behind { (other, one) } else { (one, other) };
    let session = match parse.at_hand() {
        Some((_, weekend)) => parse.session_in(weekend)?,
        None => None,
    };
    let here = || {
        parse
            .at_hand()
            .filter(|_| session.is_some())
            .map(|(_, weekend)| weekend.id.clone())
    };
    limited(
        parse,
        Options {
            weekend: parse.weekend().or_else(here).or_else(|| last_run(parse)),
            session: session.clone(),
            kind: parse.kind.filter(|kind| *kind == SessionKind::Qualifying),
            season: parse.season.clone(),
            ..against(parse, "beat", (one, other))
        },
    )
}

/// The two who are named, or the two of a team.
fn sides(parse: &Parse<'_>) -> Vec<DriverId> {
    let Some(season) = parse.season().filter(|_| parse.drivers.len() < 2) else {
        return parse.drivers.clone();
    };
    let theirs = |entry: &&Entry| match (parse.drivers.first(), parse.teams.first()) {
        (Some(driver), _) => parse.tags.has(Tag::Mate) && entry.has_driver(driver),
        (None, team) => team.is_some() && entry.team.as_ref() == team,
    };
    let teams: Vec<&TeamId> = season
        .entries
        .iter()
        .filter(theirs)
        .filter_map(|entry| entry.team.as_ref())
        .collect();
    let of_team = |entry: &&Entry| entry.team.as_ref().is_some_and(|team| teams.contains(&team));
    let mut both = parse.drivers.clone();
    for driver in season.entries.iter().filter(of_team).flat_map(|entry| &entry.drivers) {
        super::parse::push(&mut both, driver.clone());
    }
    both
}

fn against(parse: &Parse<'_>, about: &str, (one, other): (&DriverId, &DriverId)) -> Options {
    Options {
        driver: Some(one.clone()),
        to: Some(Rival::Driver(other.clone())),
        ..fact(parse, about)
    }
}

/// The question for the one of two drivers who has more of something, if that is asked.
pub(super) fn compared(parse: &Parse<'_>, often: &str) -> Option<Filled> {
    let ([one, other], true) = (parse.drivers.as_slice(), COUNTS.contains(&often) && parse.says(MORE)) else {
        return None;
    };
    Some(limited(
        parse,
        Options {
            words: Some(often.to_owned()),
            season: parse.season.clone(),
            ..against(parse, "more", (one, other))
        },
    ))
}

/// The question for the first or the last time that somebody did something, if that is asked.
pub(super) fn occasion(parse: &Parse<'_>, often: &str) -> Option<Filled> {
    let about = parse.occasion().filter(|_| COUNTS.contains(&often))?;
    let driver = parse.drivers.first().cloned();
    let team = parse.teams.first().filter(|_| driver.is_none()).cloned();
    Some(limited(
        parse,
        Options {
            words: Some(often.to_owned()),
            driver,
            team,
            weekend: parse.weekends.first().cloned(),
            season: parse.season.clone(),
            ..fact(parse, about)
        },
    ))
}

impl Parse<'_> {
    /// The subject for the first or the last time that somebody did something: "when did he last win", "her first podium".
    fn occasion(&self) -> Option<&'static str> {
        if self.drivers.len() + self.teams.len() != 1 || self.tags.any(&[Tag::Polar, Tag::HowMany]) {
            return None;
        }
        let word = |at: usize| {
            if at < self.text.len() {
                self.text.words(at, 1)
            } else {
                ""
            }
        };
        let is_time = |at: &usize| {
            let next = word(at + 1);
            let placed = ["finish", "finished", "come", "came", "in", "placed"].contains(&self.text.before(*at));
            let asks_when = self.tags.has(Tag::When) && !NOT_A_TIME.contains(&next);
            !placed && (DEEDS.contains(&next) || asks_when)
        };
        let named = |words: &[&str]| {
            (0..self.text.len())
                .filter(|at| words.contains(&word(*at)))
                .any(|at| is_time(&at))
        };
        match (named(LAST), named(FIRST)) {
            (true, false) => Some("last"),
            (false, true) => Some("first"),
            _ => None,
        }
    }
}

/// The question for the titles of drivers or teams.
pub(super) fn titles(parse: &Parse<'_>) -> Filled {
    if parse.tags.any(&[Tag::When, Tag::Where]) {
        return super::fill_outlook::title(parse);
    }
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let of = |driver: Option<&DriverId>, team| {
        Question::new(
            QuestionKind::Fact,
            Options {
                driver: driver.cloned(),
                team,
                season: parse.season.clone(),
                ..fact(parse, "titles")
            },
        )
    };
    let drivers = parse.drivers.iter().map(|driver| of(Some(driver), None));
    let teams = parse.teams.iter().map(|team| of(None, Some(team.clone())));
    let all: Vec<Question> = drivers.chain(teams).collect();
    if all.is_empty() {
        return unanswered(parse);
    }
    Ok(Intent::of(all))
}
