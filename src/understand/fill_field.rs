//! Filling of questions about the field of a season: who has some of something, or most, or none.
//!
//! Beside them stand the points of a part of the season, margins of titles, laps and circuits.

use super::fill::{self, of_season};
use super::fill_facts::{fact, feats, last_run, of_weekend, one};
use super::intent::{Filled, Intent};
use super::limits::limited;
use super::parse::Parse;
use super::tags::Tag;
use crate::domain::{ChampionshipId, Ranks, SessionKind, WeekendId};
use crate::question::{Options, QuestionKind, Rival};

/// The question for a count of somebody, or for who has most of it: its fact for a number, and for a yes or no.
pub(super) fn count(parse: &Parse<'_>, often: &'static str, ever: &'static str) -> Filled {
    if parse.drivers.is_empty() && parse.teams.is_empty() {
        let people = parse.tags.any(&[Tag::Driver, Tag::Team, Tag::Who])
            || parse.says(&["different", "people", "nobody", "anyone"]);
        let counts_people = parse.tags.has(Tag::HowMany) && people && !parse.tags.has(Tag::Most);
        if parse.is_negated() || counts_people {
            return split(parse, often);
        }
        return most_of(parse, often);
    }
    feats(parse, often, ever)
}

/// The question for the driver with the most of a count.
fn most_of(parse: &Parse<'_>, what: &str) -> Filled {
    limited(
        parse,
        Options {
            words: Some(what.to_owned()),
            class: parse.class(),
            championship: teams(parse),
            season: parse.season.clone(),
            ..fact(parse, "most")
        },
    )
}

/// The question for those who have some of a count, or none.
pub(super) fn split(parse: &Parse<'_>, what: &str) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    limited(
        parse,
        Options {
            words: Some(what.to_owned()),
            class: parse.class(),
            championship: teams(parse),
            weekend: parse.weekends.first().cloned(),
            season: parse.season.clone(),
            ..fact(parse, if parse.is_negated() { "without" } else { "with" })
        },
    )
}

/// The championship of teams, where these are asked about.
fn teams(parse: &Parse<'_>) -> Option<ChampionshipId> {
    let season = parse.season()?;
    let is_of_teams = |id: &ChampionshipId| {
        season
            .championship(id.as_str())
            .is_some_and(|one| one.ranks == Ranks::Entrant)
    };
    parse.tables().into_iter().find(is_of_teams)
}

/// The question for the points that somebody scored in a part of the season.
pub(super) fn scored(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let session = match parse.at_hand().filter(|_| !parse.tags.has(Tag::Since)) {
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
            driver: parse.drivers.first().cloned(),
            team: parse.teams.first().filter(|_| parse.drivers.is_empty()).cloned(),
            weekend: parse.weekend().or_else(here).or_else(|| last_run(parse)),
            session: session.clone(),
            season: parse.season.clone(),
            ..fact(parse, "points-scored")
        },
    )
}

/// The question for the laps of races.
pub(super) fn laps(parse: &Parse<'_>) -> Filled {
    let mut laps = of_weekend(parse, "laps")?;
    // Practice has no number of laps.
    if laps
        .kind
        .is_some_and(|kind| !matches!(kind, SessionKind::Race | SessionKind::Sprint))
    {
        return super::out_of_scope::unanswered(parse);
    }
    if laps.kind.is_none() && laps.session.is_none() {
        laps.kind = Some(SessionKind::Race);
    }
    one(laps)
}

/// Words for small, and for turns.
const SHORT: &[&str] = &[
    "shortest", "shorter", "short", "smallest", "smaller", "fewest", "fewer", "least", "kurzeste", "corto",
];

/// The question for the longest or shortest circuit, or the longer of those that are named.
pub(super) fn circuits(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let about = match (parse.tags.has(Tag::Turn), parse.says(SHORT)) {
        (true, true) => "fewest-turns",
        (true, false) => "most-turns",
        (false, true) => "shortest-track",
        (false, false) => "longest-track",
    };
    // "Is the Glen longer than Sebring" names both.
    let named: Vec<&str> = parse.weekends.iter().map(WeekendId::as_str).collect();
    if named.len() == 1 {
        return fill::track(parse);
    }
    one(Options {
        words: (!named.is_empty()).then(|| named.join(" ")),
        season: parse.season.clone(),
        ..fact(parse, about)
    })
}

/// The question for the points by which a title was won, or which the leader is ahead.
pub(super) fn title_margin(parse: &Parse<'_>) -> Filled {
    let tables = match parse.season() {
        // The tables of drivers over the whole season, if none is named.
        Some(season) if parse.tables().is_empty() => {
            let all = season.championships.iter();
            let whole = all.filter(|one| one.ranks == Ranks::Driver && one.weekends.is_none());
            whole.map(|one| one.id.clone()).collect()
        }
        _ => parse.tables(),
    };
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let of = |table: Option<ChampionshipId>| {
        of_season(parse, QuestionKind::Gap)
            .rival(Rival::Place(1))
            .to(Rival::Place(2))
            .championship(table)
    };
    if !parse.asks_margin_of_title() || tables.is_empty() {
        return fill::one(of(None));
    }
    Ok(Intent::of(tables.into_iter().map(Some).map(of).collect()))
}

/// The question for somebody's place and points, or for the holder of a place; for all without a name; for the points of a
/// part of the season, where one is named.
pub(super) fn points_or_place(parse: &Parse<'_>) -> Filled {
    let most = parse.drivers.is_empty() && parse.teams.is_empty() && parse.tags.has(Tag::Most);
    if most && parse.tags.any(&[Tag::Since, Tag::Before]) {
        return most_of(parse, "points-scored");
    }
    let one = parse.drivers.len() + parse.teams.len() == 1;
    let part = parse.tags.has(Tag::Since)
        || parse.session.is_some()
        || (!parse.weekends.is_empty() && !parse.tags.any(&[Tag::After, Tag::Before]))
        || (parse.tags.has(Tag::Last) && parse.tags.any(&[Tag::Race, Tag::Weekend, Tag::Round]));
    if one && part && parse.tags.has(Tag::Points) && parse.places.is_empty() {
        return scored(parse);
    }
    fill::position(parse)
}
