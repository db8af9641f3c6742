//! Filling of questions: their options, from the fields of a parse.

use super::intent::Intent;
use super::parse::Parse;
use super::tags::Tag;
use crate::domain::{Championship, ClassId, Ranks, Slug};
use crate::question::{
    About, Driver, Entries, Explain, Gap, Help, Lead, Leaders, Misunderstanding, Next, Points, Preview, Question,
    Rival, Schedule, Standings, Team, TitleFight, Track, defaults,
};

/// The intent of a rule, with the fields of its questions filled in.
pub(super) type Filled = Result<Intent, Misunderstanding>;

pub(super) fn one(question: Question) -> Filled {
    Ok(Intent::question(question))
}

pub(super) fn schedule(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let whole = parse.tags.has(Tag::Calendar)
        || (parse.weekends.is_empty()
            && parse.season.is_some()
            && parse.session.is_none()
            && parse.kind.is_none_or(|_| !parse.tags.has(Tag::This)));
    if whole && parse.day.is_none() && parse.weekends.is_empty() {
        let season = parse
            .season
            .clone()
            .or_else(|| parse.current().map(|season| season.id.clone().into()));
        return one(Question::Schedule(Schedule {
            season,
            series: parse.of_series(),
            ..Schedule::default()
        }));
    }
    if parse.tags.has(Tag::Last) && parse.weekends.is_empty() && parse.is_past() && !parse.tags.has(Tag::This) {
        let last = parse.stage().and_then(|stage| stage.last);
        return one(Question::Schedule(Schedule {
            weekend: last.map(|weekend| weekend.id.clone().into()),
            kind: parse.kind,
            series: parse.of_series(),
            ..Schedule::default()
        }));
    }
    let (weekend, session) = match parse.at_hand() {
        // Of several sessions all of their kind are told, and of several kinds the whole weekend.
        Some(_) if parse.more_sessions || parse.more_kinds => (parse.weekend(), None),
        Some((_, at_hand)) => (parse.weekend(), parse.session_in(at_hand)?),
        None => (parse.weekend(), None),
    };
    let season = weekend.as_ref().and_then(|weekend| parse.season_of(weekend));
    one(Question::Schedule(Schedule {
        kind: parse.kind.filter(|_| session.is_none() && !parse.more_kinds),
        weekend,
        session,
        day: parse.day,
        zone: parse.zone,
        season,
        series: parse.of_series(),
    }))
}

/// The weekend after the running one, or the one after or before another that was named.
pub(super) fn following(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let season = parse.current();
    let after = parse.weekends.first().filter(|_| parse.tags.has(Tag::After));
    let stage = parse.stage();
    let weekend = match (after, season) {
        (None, Some(season)) if parse.tags.has(Tag::Before) => {
            let named = parse.weekends.first();
            let mut weekends = season.weekends.iter().rev();
            weekends.find(|weekend| Some(weekend.id.slug()) == named);
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
        return one(Question::Next(Next {
            kind: None,
            series: parse.of_series(),
        }));
    };
    one(Question::Schedule(Schedule {
        weekend: Some(weekend.id.clone().into()),
        series: parse.of_series(),
        ..Schedule::default()
    }))
}

pub(super) fn next(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    if parse.session.is_some() || !parse.weekends.is_empty() {
        return schedule(parse);
    }
    one(Question::Next(Next {
        kind: parse.kind,
        series: parse.of_series(),
    }))
}

/// The round or weekend after which a table is meant, if it is over or was asked for outright.
fn after(parse: &Parse<'_>) -> Option<Slug> {
    let asked = parse.tags.has(Tag::After);
    if let Some(round) = parse.round {
        return round.to_string().parse().ok();
    }
    let weekend = parse.weekends.first()?;
    let season = parse.season()?;
    let over = season.weekend(weekend.as_str()).is_some_and(|weekend| {
        let sessions = weekend.sessions.iter();
        sessions.clone().count() > 0
            && sessions
                .filter(|one| defaults::is_race(one))
                .all(|one| defaults::over(weekend, one, parse.catalogue, parse.asker))
    });
    (asked || over).then(|| weekend.clone())
}

/// One question per named championship; a single one for all if none was named.
fn by_table(parse: &Parse<'_>, make: impl Fn(Option<Slug>, Option<Slug>) -> Question) -> Filled {
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
        Question::Standings(Standings {
            championship,
            after,
            season: parse.season.clone(),
            series: parse.of_series(),
        })
    })
}

pub(super) fn leaders(parse: &Parse<'_>) -> Filled {
    by_table(parse, |championship, after| {
        Question::Leaders(Leaders {
            championship,
            after,
            season: parse.season.clone(),
            series: parse.of_series(),
        })
    })
}

pub(super) fn gap(parse: &Parse<'_>) -> Filled {
    let drivers = parse.drivers.iter().cloned().map(Rival::Driver);
    let teams = parse.teams.iter().cloned().map(Rival::Team);
    let mut rivals: Vec<Rival> = drivers.chain(teams).collect();
    let places = parse.places.iter().copied().map(Rival::Place);
    rivals.extend(places);
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
        Question::Gap(Gap {
            driver: driver.clone(),
            to: to.clone(),
            championship,
            after,
            season: parse.season.clone(),
            series: parse.of_series(),
        })
    })
}

/// The championships that were named, else those of the classes in which the named drivers are.
fn contested(parse: &Parse<'_>) -> Vec<Slug> {
    let named = parse.tables();
    let Some(season) = parse.season().filter(|_| named.is_empty()) else {
        return named;
    };
    let entries = season.entries.iter();
    let theirs = entries.filter(|entry| parse.drivers.iter().any(|driver| entry.has_driver(driver)));
    let classes: Vec<Option<&ClassId>> = theirs.map(|entry| entry.class.as_ref()).collect();
    let of_class = |one: &&Championship| {
        one.ranks == Ranks::Driver && one.weekends.is_none() && classes.contains(&one.class.as_ref())
    };
    season
        .championships
        .iter()
        .filter(of_class)
        .map(|one| one.id.slug().clone())
        .collect()
}

pub(super) fn title(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let ask = |championship| {
        Question::Title(TitleFight {
            championship,
            season: parse.season.clone(),
            series: parse.of_series(),
        })
    };
    let tables = contested(parse);
    if tables.is_empty() {
        return one(ask(None));
    }
    Ok(Intent::of(tables.into_iter().map(Some).map(ask).collect()))
}

pub(super) fn lead(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let driver = parse.drivers.first().cloned().map(Rival::Driver);
    let driver = driver.or_else(|| parse.teams.first().cloned().map(Rival::Team));
    let places = parse.places.first().copied().map(Rival::Place);
    let driver = driver.or_else(|| places.filter(|_| !parse.tables().is_empty()));
    one(Question::Lead(Lead {
        driver,
        championship: parse.tables().first().cloned(),
        season: parse.season.clone(),
        series: parse.of_series(),
    }))
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
        Question::Explain(Explain {
            driver: driver.clone(),
            championship,
            after,
            season: parse.season.clone(),
            series: parse.of_series(),
        })
    })
}

pub(super) fn points(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    one(Question::Points(Points {
        championship: parse.tables().first().cloned(),
        season: parse.season.clone(),
        series: parse.of_series(),
    }))
}

pub(super) fn driver(parse: &Parse<'_>) -> Filled {
    let drivers = parse.drivers.iter().map(|driver| {
        Question::Driver(Driver {
            driver: driver.clone(),
            season: parse.season.clone(),
            series: parse.of_series(),
        })
    });
    Ok(Intent::of(drivers.collect()))
}

/// The question for a driver's team, which lists the team-mates.
pub(super) fn mate(parse: &Parse<'_>) -> Filled {
    let season = parse.season();
    let entries = season.iter().flat_map(|season| &season.entries);
    let mut own = entries.filter(|entry| parse.drivers.iter().any(|driver| entry.has_driver(driver)));
    match own.find_map(|entry| entry.team.clone()) {
        Some(team) => one(Question::Team(Team {
            team: team.into(),
            season: parse.season.clone(),
            series: parse.of_series(),
        })),
        None => driver(parse),
    }
}

pub(super) fn team(parse: &Parse<'_>) -> Filled {
    let teams = parse.teams.iter().map(|team| {
        Question::Team(Team {
            team: team.clone(),
            season: parse.season.clone(),
            series: parse.of_series(),
        })
    });
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
    one(Question::Track(Track {
        track: parse.track.clone().or(of.map(Slug::from)),
        series: parse.of_series(),
    }))
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
    one(Question::Entries(Entries {
        weekend,
        class: parse.class(),
        season,
        series: parse.of_series(),
    }))
}

pub(super) fn preview(parse: &Parse<'_>) -> Filled {
    let weekend = parse.weekend();
    let season = weekend.as_ref().and_then(|weekend| parse.season_of(weekend));
    one(Question::Preview(Preview {
        weekend,
        season,
        series: parse.of_series(),
    }))
}

pub(super) fn help(_: &Parse<'_>) -> Filled {
    one(Question::Help(Help::default()))
}

pub(super) fn about(parse: &Parse<'_>) -> Filled {
    one(Question::About(About {
        series: parse.of_series(),
    }))
}
