//! From a sense to a question: the fields that an intent needs, filled from what was named.

use super::mark::Mark;
use super::sense::Sense;
use crate::domain::{Championship, Ranks, Slug};
use crate::question::{
    About, Driver, Entries, Explain, Gap, Help, Lead, Leaders, Misunderstanding, Next, Points, Preview, Question,
    Rival, Schedule, Standings, Team, TitleFight, Track, defaults,
};

/// Questions that were filled in, or what there is to say instead.
pub(super) type Filled = Result<Vec<Question>, Misunderstanding>;

pub(super) fn one(question: Question) -> Filled {
    Ok(vec![question])
}

pub(super) fn schedule(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let whole = sense.marks.has(Mark::Calendar)
        || (sense.weekends.is_empty()
            && sense.season.is_some()
            && sense.session.is_none()
            && sense.kind.is_none_or(|_| !sense.marks.has(Mark::This)));
    if whole && sense.day.is_none() && sense.weekends.is_empty() {
        let season = sense
            .season
            .clone()
            .or_else(|| sense.current().map(|season| season.id.clone()));
        return one(Question::Schedule(Schedule {
            season,
            series: sense.of_series(),
            ..Schedule::default()
        }));
    }
    if sense.marks.has(Mark::Last) && sense.weekends.is_empty() && sense.is_past() && !sense.marks.has(Mark::This) {
        let last = sense.stage().and_then(|stage| stage.last);
        return one(Question::Schedule(Schedule {
            weekend: last.map(|weekend| weekend.id.clone()),
            kind: sense.kind,
            series: sense.of_series(),
            ..Schedule::default()
        }));
    }
    let (weekend, session) = match sense.at_hand() {
        // Of several sessions all of their kind are told, and of several kinds the whole weekend.
        Some(_) if sense.more_sessions || sense.more_kinds => (sense.weekend(), None),
        Some((_, at_hand)) => (sense.weekend(), sense.session_in(at_hand)?),
        None => (sense.weekend(), None),
    };
    let season = weekend.as_ref().and_then(|weekend| sense.season_of(weekend));
    one(Question::Schedule(Schedule {
        kind: sense.kind.filter(|_| session.is_none() && !sense.more_kinds),
        weekend,
        session,
        day: sense.day,
        zone: sense.zone,
        season,
        series: sense.of_series(),
    }))
}

/// The weekend after the running one, or the one after or before another that was named.
pub(super) fn following(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let season = sense.current();
    let after = sense.weekends.first().filter(|_| sense.marks.has(Mark::After));
    let stage = sense.stage();
    let weekend = match (after, season) {
        (None, Some(season)) if sense.marks.has(Mark::Before) => {
            let named = sense.weekends.first();
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
            let skip = sense.marks.any(&[Mark::After, Mark::Weekend]);
            stage.and_then(|stage| if skip { stage.next } else { stage.running.or(stage.next) })
        }
    };
    let Some(weekend) = weekend else {
        return one(Question::Next(Next {
            kind: None,
            series: sense.of_series(),
        }));
    };
    one(Question::Schedule(Schedule {
        weekend: Some(weekend.id.clone()),
        series: sense.of_series(),
        ..Schedule::default()
    }))
}

pub(super) fn next(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    if sense.session.is_some() || !sense.weekends.is_empty() {
        return schedule(sense);
    }
    one(Question::Next(Next {
        kind: sense.kind,
        series: sense.of_series(),
    }))
}

/// After which round or weekend a table is meant, if that is over or was asked for outright.
fn after(sense: &Sense<'_>) -> Option<Slug> {
    let asked = sense.marks.has(Mark::After);
    if let Some(round) = sense.round {
        return round.to_string().parse().ok();
    }
    let weekend = sense.weekends.first()?;
    let season = sense.season()?;
    let over = season.weekend(weekend.as_str()).is_some_and(|weekend| {
        let sessions = weekend.sessions.iter();
        sessions.clone().count() > 0
            && sessions
                .filter(|one| defaults::is_race(one))
                .all(|one| defaults::over(weekend, one, sense.catalogue, sense.asker))
    });
    (asked || over).then(|| weekend.clone())
}

/// One question a championship that was named; all of them in one if none was.
fn by_table(sense: &Sense<'_>, make: impl Fn(Option<Slug>, Option<Slug>) -> Question) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let (tables, after) = (sense.tables(), after(sense));
    if tables.is_empty() {
        return one(make(None, after));
    }
    Ok(tables
        .into_iter()
        .map(|table| make(Some(table), after.clone()))
        .collect())
}

pub(super) fn standings(sense: &Sense<'_>) -> Filled {
    by_table(sense, |championship, after| {
        Question::Standings(Standings {
            championship,
            after,
            season: sense.season.clone(),
            series: sense.of_series(),
        })
    })
}

pub(super) fn leaders(sense: &Sense<'_>) -> Filled {
    by_table(sense, |championship, after| {
        Question::Leaders(Leaders {
            championship,
            after,
            season: sense.season.clone(),
            series: sense.of_series(),
        })
    })
}

pub(super) fn gap(sense: &Sense<'_>) -> Filled {
    let drivers = sense.drivers.iter().cloned().map(Rival::Driver);
    let teams = sense.teams.iter().cloned().map(Rival::Team);
    let mut rivals: Vec<Rival> = drivers.chain(teams).collect();
    let places = sense.places.iter().copied().map(Rival::Place);
    rivals.extend(places);
    let leads = sense.marks.has(Mark::Lead) && rivals.len() == 1 && sense.marks.any(&[Mark::Gap, Mark::Behind]);
    // "gap to hartog": how far everybody is from him, where he leads.
    let to_whom = matches!(rivals.as_slice(), [Rival::Driver(_) | Rival::Team(_)])
        && sense.marks.has(Mark::Gap)
        && !leads
        && sense.text.line().contains(" to ");
    let mut rivals = rivals.into_iter();
    let first = rivals.next();
    let (driver, to) = if to_whom { (None, first) } else { (first, rivals.next()) };
    by_table(sense, |championship, after| {
        Question::Gap(Gap {
            driver: driver.clone(),
            to: to.clone(),
            championship,
            after,
            season: sense.season.clone(),
            series: sense.of_series(),
        })
    })
}

/// The championships that were named, else those of the classes in which the named drivers are.
fn contested(sense: &Sense<'_>) -> Vec<Slug> {
    let named = sense.tables();
    let Some(season) = sense.season().filter(|_| named.is_empty()) else {
        return named;
    };
    let entries = season.entries.iter();
    let theirs = entries.filter(|entry| entry.drivers.iter().any(|driver| sense.drivers.contains(driver)));
    let classes: Vec<Option<&Slug>> = theirs.map(|entry| entry.class.as_ref()).collect();
    let of_class = |one: &&Championship| {
        one.ranks == Ranks::Driver && one.weekends.is_none() && classes.contains(&one.class.as_ref())
    };
    season
        .championships
        .iter()
        .filter(of_class)
        .map(|one| one.id.clone())
        .collect()
}

pub(super) fn title(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let ask = |championship| {
        Question::Title(TitleFight {
            championship,
            season: sense.season.clone(),
            series: sense.of_series(),
        })
    };
    let tables = contested(sense);
    if tables.is_empty() {
        return one(ask(None));
    }
    Ok(tables.into_iter().map(Some).map(ask).collect())
}

pub(super) fn lead(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let driver = sense.drivers.first().cloned().map(Rival::Driver);
    let driver = driver.or_else(|| sense.teams.first().cloned().map(Rival::Team));
    let places = sense.places.first().copied().map(Rival::Place);
    let driver = driver.or_else(|| places.filter(|_| !sense.tables().is_empty()));
    one(Question::Lead(Lead {
        driver,
        championship: sense.tables().first().cloned(),
        season: sense.season.clone(),
        series: sense.of_series(),
    }))
}

/// Where the points of somebody come from.
pub(super) fn explain(sense: &Sense<'_>) -> Filled {
    let drivers = sense.drivers.iter().cloned().map(Rival::Driver);
    let teams = sense.teams.iter().cloned().map(Rival::Team);
    let places = sense.places.iter().copied().map(Rival::Place);
    let Some(driver) = drivers.chain(teams).chain(places).next() else {
        return points(sense);
    };
    by_table(sense, |championship, after| {
        Question::Explain(Explain {
            driver: driver.clone(),
            championship,
            after,
            season: sense.season.clone(),
            series: sense.of_series(),
        })
    })
}

pub(super) fn points(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    one(Question::Points(Points {
        championship: sense.tables().first().cloned(),
        season: sense.season.clone(),
        series: sense.of_series(),
    }))
}

pub(super) fn driver(sense: &Sense<'_>) -> Filled {
    let drivers = sense.drivers.iter().map(|driver| {
        Question::Driver(Driver {
            driver: driver.clone(),
            season: sense.season.clone(),
            series: sense.of_series(),
        })
    });
    Ok(drivers.collect())
}

/// The team of a driver, which shows who drives for it beside them.
pub(super) fn mate(sense: &Sense<'_>) -> Filled {
    let season = sense.season();
    let entries = season.iter().flat_map(|season| &season.entries);
    let mut own = entries.filter(|entry| entry.drivers.iter().any(|driver| sense.drivers.contains(driver)));
    match own.find_map(|entry| entry.team.clone()) {
        Some(team) => one(Question::Team(Team {
            team,
            season: sense.season.clone(),
            series: sense.of_series(),
        })),
        None => driver(sense),
    }
}

pub(super) fn team(sense: &Sense<'_>) -> Filled {
    let teams = sense.teams.iter().map(|team| {
        Question::Team(Team {
            team: team.clone(),
            season: sense.season.clone(),
            series: sense.of_series(),
        })
    });
    Ok(teams.collect())
}

pub(super) fn track(sense: &Sense<'_>) -> Filled {
    let next = sense.weekend().filter(|_| sense.track.is_none());
    let of = next.and_then(|id| {
        sense
            .season()?
            .weekend(id.as_str())
            .map(|weekend| weekend.circuit.clone())
    });
    one(Question::Track(Track {
        track: sense.track.clone().or(of),
        series: sense.of_series(),
    }))
}

pub(super) fn entries(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let weekend = sense.weekend();
    let season = match &weekend {
        Some(weekend) => sense.season_of(weekend),
        None => sense.season.clone(),
    };
    one(Question::Entries(Entries {
        weekend,
        class: sense.class(),
        season,
        series: sense.of_series(),
    }))
}

pub(super) fn preview(sense: &Sense<'_>) -> Filled {
    let weekend = sense.weekend();
    let season = weekend.as_ref().and_then(|weekend| sense.season_of(weekend));
    one(Question::Preview(Preview {
        weekend,
        season,
        series: sense.of_series(),
    }))
}

pub(super) fn help(_: &Sense<'_>) -> Filled {
    one(Question::Help(Help::default()))
}

pub(super) fn about(sense: &Sense<'_>) -> Filled {
    one(Question::About(About {
        series: sense.of_series(),
    }))
}
