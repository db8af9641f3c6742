//! Filling of questions: their options, from the fields of a parse.

use super::intent::{Filled, Intent};
use super::parse::Parse;
use super::tags::Tag;
use crate::dataset::is_race;
use crate::domain::{ChampionshipId, SessionKind, Slug, Weekend};
use crate::question::{Options, Question, QuestionKind, Rival};

pub(super) fn one(question: Question) -> Filled {
    Ok(Intent::question(question))
}

/// A question about the series.
pub(super) fn of_series(parse: &Parse<'_>, kind: QuestionKind) -> Question {
    Question::of(kind).series(parse.of_series())
}

/// A question about the season that was named.
pub(super) fn of_season(parse: &Parse<'_>, kind: QuestionKind) -> Question {
    of_series(parse, kind).season(parse.season.clone())
}

/// The question for the whole calendar of a season, or for the timetable of the weekends that were named.
pub(super) fn calendar(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    if !parse.weekends.is_empty() || parse.day.is_some() {
        return schedule(parse);
    }
    let current = || parse.current().map(|season| season.id.clone());
    one(of_series(parse, QuestionKind::Schedule).season(parse.season.clone().or_else(current)))
}

pub(super) fn schedule(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let whole = parse.tags.has(Tag::Calendar)
        || parse.month.is_some()
        || (parse.weekends.is_empty()
            && parse.season.is_some()
            && parse.session.is_none()
            && parse.kind.is_none_or(|_| !parse.tags.has(Tag::This)));
    if whole && parse.day.is_none() && parse.weekends.is_empty() {
        let season = parse
            .season
            .clone()
            .or_else(|| parse.current().map(|season| season.id.clone()));
        return one(of_series(parse, QuestionKind::Schedule).season(season));
    }
    if parse.tags.has(Tag::Last) && parse.weekends.is_empty() && parse.is_past() && !parse.tags.has(Tag::This) {
        let last = parse.stage().and_then(|stage| stage.last);
        let mut asked = of_series(parse, QuestionKind::Schedule).weekend(last.map(|weekend| weekend.id.clone()));
        asked.options.kind = parse.kind;
        return one(asked);
    }
    // Not every weekend has a sprint: the next one is meant.
    let is_sprint = parse.kind == Some(SessionKind::Sprint);
    if is_sprint && parse.weekends.is_empty() && parse.day.is_none() && !parse.tags.has(Tag::This) && !parse.is_past() {
        let mut asked = of_series(parse, QuestionKind::Next).season(parse.season.clone());
        asked.options.kind = parse.kind;
        return one(asked);
    }
    let (weekend, session) = match parse.at_hand() {
        // Of several sessions all of their kind are told, and of several kinds the whole weekend.
        Some(_) if parse.more_sessions || parse.more_kinds => (parse.weekend(), None),
        Some((_, at_hand)) => (
            parse.weekend(),
            parse.session_in(at_hand)?.or_else(|| parse.sprint_qualifying(at_hand)),
        ),
        None => (parse.weekend(), None),
    };
    let season = weekend.as_ref().and_then(|weekend| parse.season_of(weekend));
    let kind = parse.kind.filter(|_| session.is_none() && !parse.more_kinds);
    let mut asked = of_series(parse, QuestionKind::Schedule)
        .weekend(weekend)
        .session(session)
        .season(season);
    asked.options = Options {
        kind,
        day: parse.day,
        zone: parse.zone,
        ..asked.options
    };
    one(asked)
}

/// The weekends of a season that have a sprint.
pub(super) fn sprints(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let current = || parse.current().map(|season| season.id.clone());
    let mut asked = of_series(parse, QuestionKind::Schedule).season(parse.season.clone().or_else(current));
    asked.options.kind = Some(SessionKind::Sprint);
    one(asked)
}

/// The weekend after the running one, or the one after or before another that was named.
pub(super) fn following(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    if !parse.weekends.is_empty() && !parse.tags.any(&[Tag::After, Tag::Before]) {
        return schedule(parse);
    }
    let season = parse.current();
    let after = parse.weekends.first().filter(|_| parse.tags.has(Tag::After));
    let stage = parse.stage();
    let weekend = match (after, season) {
        (None, Some(season)) if parse.tags.has(Tag::Before) => {
            let named = parse.weekends.first();
            let mut weekends = season.weekends.iter().rev();
            weekends.find(|weekend| Some(&weekend.id) == named);
            weekends.next()
        }
        (Some(after), Some(season)) => {
            let mut weekends = season.weekends.iter();
            weekends.find(|weekend| weekend.id == *after);
            weekends.next()
        }
        _ => {
            let skip = parse.tags.any(&[Tag::After, Tag::Weekend]);
            stage.and_then(|stage| if skip { stage.next } else { stage.running.or(stage.next) })
        }
    };
    let Some(weekend) = weekend else {
        return one(of_series(parse, QuestionKind::Next));
    };
    one(of_series(parse, QuestionKind::Schedule).weekend(weekend.id.clone()))
}

pub(super) fn next(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    if parse.session.is_some() || !parse.weekends.is_empty() || parse.clock.is_some() || parse.month.is_some() {
        return schedule(parse);
    }
    let mut asked = of_series(parse, QuestionKind::Next);
    asked.options.kind = parse.kind;
    one(asked)
}

/// The round or weekend after which a table is meant, if it is over or was asked for outright.
fn after(parse: &Parse<'_>) -> Option<Slug> {
    let asked = parse.tags.has(Tag::After);
    if let Some(round) = parse.round {
        return round.to_string().parse().ok();
    }
    let weekend = parse.weekends.first()?;
    let season = parse.season()?;
    if parse.tags.has(Tag::Before) && !asked {
        let scores = |one: &&Weekend| one.sessions.iter().any(is_race);
        let before = season.weekends.iter().take_while(|one| one.id != *weekend);
        return before.filter(scores).last().map(|one| one.id.clone().into());
    }
    let over = season.weekend(weekend.as_str()).is_some_and(|weekend| {
        let sessions = weekend.sessions.iter();
        sessions.clone().count() > 0
            && sessions
                .filter(|one| is_race(one))
                .all(|one| parse.catalogue.is_over(weekend, one, parse.asker.now))
    });
    (asked || over).then(|| weekend.clone().into())
}

/// One question per named championship; a single one for all if none was named.
fn by_table(parse: &Parse<'_>, make: impl Fn(Option<ChampionshipId>, Option<Slug>) -> Question) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let (tables, after) = (parse.tables(), after(parse));
    if tables.is_empty() {
        return one(make(None, after));
    }
    let each = tables.into_iter().map(|table| make(Some(table), after.clone()));
    Ok(Intent::of(each.collect()))
}

pub(super) fn standings(parse: &Parse<'_>) -> Filled {
    by_table(parse, |championship, after| {
        of_season(parse, QuestionKind::Standings)
            .championship(championship)
            .after(after)
    })
}

/// The question for the leaders, or for the gap of whoever was named to the lead.
pub(super) fn leader(parse: &Parse<'_>) -> Filled {
    if parse.drivers.is_empty() && parse.teams.is_empty() {
        return leaders(parse);
    }
    gap(parse)
}

/// The question for somebody's place and points, or for the holder of a place; for all without a name.
pub(super) fn position(parse: &Parse<'_>) -> Filled {
    if parse.drivers.is_empty() && parse.teams.is_empty() && parse.places.is_empty() {
        return standings(parse);
    }
    gap(parse)
}

fn leaders(parse: &Parse<'_>) -> Filled {
    by_table(parse, |championship, after| {
        of_season(parse, QuestionKind::Leaders)
            .championship(championship)
            .after(after)
    })
}

pub(super) fn gap(parse: &Parse<'_>) -> Filled {
    let drivers = parse.drivers.iter().cloned().map(Rival::Driver);
    let teams = parse.teams.iter().cloned().map(Rival::Team);
    let mut rivals: Vec<Rival> = drivers.chain(teams).collect();
    // "Is cooper second" asks for his place, not for the gap to the second.
    let asks_place = parse.tags.has(Tag::Polar) && rivals.len() == 1;
    let places = parse.places.iter().copied().map(Rival::Place);
    rivals.extend(places.filter(|_| !asks_place));
    let leads = parse.tags.has(Tag::Lead) && rivals.len() == 1 && parse.tags.any(&[Tag::Gap, Tag::Behind]);
    // "gap to hartog": how far everybody is from him, where he leads.
    let to_whom = matches!(rivals.as_slice(), [Rival::Driver(_) | Rival::Team(_)])
        && parse.tags.has(Tag::Gap)
        && !leads
        && parse.text.line().contains(" to ");
    let mut rivals = rivals.into_iter();
    let first = rivals.next();
    let (driver, to) = if to_whom { (None, first) } else { (first, rivals.next()) };
    by_table(parse, |championship, after| {
        of_season(parse, QuestionKind::Gap)
            .rival(driver.clone())
            .to(to.clone())
            .championship(championship)
            .after(after)
    })
}

/// The question for the sources of a competitor's points.
pub(super) fn explain(parse: &Parse<'_>) -> Filled {
    let drivers = parse.drivers.iter().cloned().map(Rival::Driver);
    let teams = parse.teams.iter().cloned().map(Rival::Team);
    let places = parse.places.iter().copied().map(Rival::Place);
    let Some(driver) = drivers.chain(teams).chain(places).next() else {
        return points(parse);
    };
    by_table(parse, |championship, after| {
        of_season(parse, QuestionKind::Explain)
            .rival(driver.clone())
            .championship(championship)
            .after(after)
    })
}

pub(super) fn points(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    one(of_season(parse, QuestionKind::Points).championship(parse.tables().first().cloned()))
}

pub(super) fn driver(parse: &Parse<'_>) -> Filled {
    if parse.drivers.is_empty() {
        return if parse.teams.is_empty() {
            entries(parse)
        } else {
            team(parse)
        };
    }
    let drivers = parse
        .drivers
        .iter()
        .map(|driver| of_season(parse, QuestionKind::Driver).driver(driver.clone()));
    Ok(Intent::of(drivers.collect()))
}

/// The question for a driver's team, which lists the team-mates.
fn mate(parse: &Parse<'_>) -> Filled {
    let season = parse.season();
    let entries = season.iter().flat_map(|season| &season.entries);
    let mut own = entries.filter(|entry| entry.drivers.iter().any(|driver| parse.drivers.contains(driver)));
    match own.find_map(|entry| entry.team.clone()) {
        Some(team) => one(of_season(parse, QuestionKind::Team).team(team)),
        None => driver(parse),
    }
}

pub(super) fn team(parse: &Parse<'_>) -> Filled {
    if parse.teams.is_empty() {
        return if parse.drivers.is_empty() {
            entries(parse)
        } else {
            mate(parse)
        };
    }
    let teams = parse
        .teams
        .iter()
        .map(|team| of_season(parse, QuestionKind::Team).team(team.clone()));
    Ok(Intent::of(teams.collect()))
}

pub(super) fn track(parse: &Parse<'_>) -> Filled {
    let next = parse.weekend().filter(|_| parse.track.is_none());
    let of = next.and_then(|id| {
        parse
            .season()?
            .weekend(id.as_str())
            .map(|weekend| weekend.circuit.clone())
    });
    let mut asked = of_series(parse, QuestionKind::Track);
    asked.options.track = parse.track.clone().or(of);
    one(asked)
}

pub(super) fn entries(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let weekend = parse.weekend();
    let season = match &weekend {
        Some(weekend) => parse.season_of(weekend),
        None => parse.season.clone(),
    };
    one(of_series(parse, QuestionKind::Entries)
        .weekend(weekend)
        .class(parse.class())
        .season(season))
}

pub(super) fn preview(parse: &Parse<'_>) -> Filled {
    let weekend = parse.weekend();
    let season = weekend.as_ref().and_then(|weekend| parse.season_of(weekend));
    one(of_series(parse, QuestionKind::Preview).weekend(weekend).season(season))
}

pub(super) fn help(_: &Parse<'_>) -> Filled {
    one(Question::of(QuestionKind::Help))
}

pub(super) fn about(parse: &Parse<'_>) -> Filled {
    one(of_series(parse, QuestionKind::About))
}
