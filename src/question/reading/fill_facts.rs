//! From a sense to a fact: which subject the signs speak of, with what it needs.

use super::fill::Filled;
use super::mark::Mark;
use super::sense::Sense;
use crate::domain::{Session, Slug};
use crate::question::{Fact, Misunderstanding, Question, defaults};

fn fact(sense: &Sense<'_>, about: &str) -> Fact {
    Fact {
        about: about.to_owned(),
        series: sense.of_series(),
        ..Fact::default()
    }
}

fn one(fact: Fact) -> Filled {
    Ok(vec![Question::Fact(fact)])
}

/// What feat the signs speak of: its count, and whether it was done at all.
fn subject(sense: &Sense<'_>) -> (&'static str, &'static str) {
    let marks = sense.marks;
    if marks.has(Mark::Podium) {
        ("podiums", "on-podium")
    } else if marks.has(Mark::Fastest) {
        ("fastest-laps", "set-fastest-lap")
    } else if marks.has(Mark::Pole) {
        ("poles", "on-pole")
    } else if marks.any(&[Mark::Sweep, Mark::Both]) {
        ("wins", "won-both")
    } else {
        ("wins", "won")
    }
}

pub(super) fn feats(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let (often, ever) = subject(sense);
    let polar = sense.marks.any(&[Mark::Polar, Mark::Ever, Mark::Both, Mark::Sweep]) && !sense.marks.has(Mark::HowMany);
    let fresh =
        sense.session.is_some() && sense.weekends.is_empty() && sense.season.is_none() && !sense.marks.has(Mark::Last);
    let raced = sense.at_hand().filter(|_| fresh);
    let weekend = sense.weekend().or_else(|| raced.map(|(_, weekend)| weekend.id.clone()));
    let session = match (&weekend, sense.at_hand()) {
        (Some(_), Some((_, weekend))) => sense.session_in(weekend)?,
        _ => None,
    };
    // Of a race that is still to be run there is but one thing to say.
    if let (Some((_, weekend)), Some(id)) = (raced, &session) {
        let run = |one: &Session| defaults::over(weekend, one, sense.catalogue, sense.asker);
        if weekend.session(id.as_str()).is_some_and(|one| !run(one)) {
            return super::fill_results::winners(sense);
        }
    }
    let both = sense.drivers.iter().map(Some).chain(sense.teams.iter().map(|_| None));
    let facts = both.enumerate().map(|(at, driver)| {
        Question::Fact(Fact {
            driver: driver.cloned(),
            team: sense
                .teams
                .get(at.saturating_sub(sense.drivers.len()))
                .filter(|_| driver.is_none())
                .cloned(),
            weekend: weekend.clone(),
            session: session.clone(),
            season: sense.season.clone(),
            ..fact(sense, if polar { ever } else { often })
        })
    });
    Ok(facts.collect())
}

pub(super) fn sweeps(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    one(Fact {
        weekend: sense
            .weekend()
            .filter(|_| !sense.marks.has(Mark::Last) || !sense.weekends.is_empty()),
        class: sense.class(),
        season: sense.season.clone(),
        ..fact(sense, "sweeps")
    })
}

pub(super) fn margin(sense: &Sense<'_>) -> Filled {
    let weekend = sense.weekend().filter(|_| !sense.weekends.is_empty());
    let session = match (&weekend, sense.at_hand()) {
        (Some(_), Some((_, weekend))) => sense.session_in(weekend)?,
        _ => None,
    };
    one(Fact {
        driver: sense.drivers.first().cloned(),
        weekend,
        session,
        class: sense.class(),
        season: sense.season.clone(),
        ..fact(sense, "margin")
    })
}

pub(super) fn finish(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let session = match sense.at_hand() {
        Some((_, weekend)) => sense.session_in(weekend)?,
        None => None,
    };
    one(Fact {
        driver: sense.drivers.first().cloned(),
        team: sense.teams.first().filter(|_| sense.drivers.is_empty()).cloned(),
        weekend: sense.weekend().or_else(|| last_run(sense)),
        session,
        season: sense.season.clone(),
        ..fact(sense, "finish")
    })
}

pub(super) fn leads(sense: &Sense<'_>) -> Filled {
    let about = if sense.marks.has(Mark::Close) {
        "closest"
    } else {
        "biggest-lead"
    };
    one(Fact {
        season: sense.season.clone(),
        ..fact(sense, about)
    })
}

pub(super) fn worth(sense: &Sense<'_>) -> Filled {
    let words = match sense.places.first() {
        Some(place) => format!("p{place}"),
        None if sense.marks.has(Mark::Pole) => "pole".to_owned(),
        None if sense.marks.has(Mark::Fastest) => "fastest-lap".to_owned(),
        None => "p1".to_owned(),
    };
    one(Fact {
        words: Some(words),
        championship: sense.tables().first().cloned(),
        season: sense.season.clone(),
        ..fact(sense, "worth")
    })
}

/// A fact of the calendar: of a weekend, and of a kind of session.
fn of_weekend(sense: &Sense<'_>, about: &str) -> Result<Fact, Misunderstanding> {
    let session = match sense.at_hand() {
        Some((_, weekend)) => sense.session_in(weekend)?,
        None => None,
    };
    let weekend = sense.weekend();
    Ok(Fact {
        season: weekend.as_ref().and_then(|weekend| sense.season_of(weekend)),
        weekend,
        kind: sense.kind.filter(|_| session.is_none()),
        session,
        ..fact(sense, about)
    })
}

pub(super) fn length(sense: &Sense<'_>) -> Filled {
    one(of_weekend(sense, "length")?)
}

pub(super) fn together(sense: &Sense<'_>) -> Filled {
    one(of_weekend(sense, "together")?)
}

pub(super) fn round(sense: &Sense<'_>) -> Filled {
    one(Fact {
        kind: None,
        session: None,
        ..of_weekend(sense, "round")?
    })
}

pub(super) fn progress(sense: &Sense<'_>) -> Filled {
    one(Fact {
        season: sense.season.clone(),
        ..fact(sense, "progress")
    })
}

pub(super) fn races(sense: &Sense<'_>) -> Filled {
    // Sessions other than races are counted by whoever sees them.
    if sense.marks.any(&[Mark::Session, Mark::Practice, Mark::Quali]) {
        return super::fill::schedule(sense);
    }
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let weekend = sense.weekend();
    let here = weekend.is_some() || sense.marks.has(Mark::Weekend);
    let current = || sense.current().map(|season| season.id.clone());
    let whole = !here
        && (sense
            .marks
            .any(&[Mark::Season, Mark::Calendar, Mark::Champ, Mark::Round])
            || sense.season.is_some());
    one(Fact {
        season: if whole {
            sense.season.clone().or_else(current)
        } else {
            weekend.as_ref().and_then(|weekend| sense.season_of(weekend))
        },
        weekend,
        ..fact(sense, "races")
    })
}

/// Who is from a place: the place is what stands behind `from`, and must be one.
pub(super) fn from(sense: &Sense<'_>) -> Filled {
    let place = place(sense);
    match place {
        Some(place) => one(Fact {
            driver: sense.drivers.first().cloned(),
            words: Some(place.replace(' ', "-")),
            season: sense.season.clone(),
            ..fact(sense, "from")
        }),
        None if !sense.drivers.is_empty() => super::fill::driver(sense),
        None if sense.marks.has(Mark::From) && home(sense).is_some() => one(Fact {
            words: home(sense),
            season: sense.season.clone(),
            ..fact(sense, "from")
        }),
        None => Err(Misunderstanding::Unread {
            unknown: sense.unknown.clone(),
            nearest: vec!["entries".to_owned()],
        }),
    }
}

/// The state or province of the weekend at hand: where locals are from.
fn home(sense: &Sense<'_>) -> Option<String> {
    let local = ["local", "locals", "home", "hometown"];
    let asked = (0..sense.text.len()).any(|at| local.contains(&sense.text.words(at, 1)));
    let (_, weekend) = sense.at_hand().filter(|_| asked)?;
    let region = sense.catalogue.circuits.get(&weekend.circuit)?.region.as_ref()?;
    Some(crate::dataset::normalised(region).replace(' ', "-"))
}

/// The words of a question that are the place of somebody's home, or a country.
fn place(sense: &Sense<'_>) -> Option<String> {
    let text = &sense.text;
    let is_place = |words: &str| crate::question::is_place(sense.series.drivers.values(), words);
    let behind = |at: &usize| {
        ["from", "in", "live", "lives", "based", "of", "a", "any", "the"].contains(&text.before(*at)) || *at == 0
    };
    (0..text.len())
        .filter(|at| behind(at) || text.len() < 8)
        .find_map(|at| {
            let words = (1..=3.min(text.len() - at)).rev().map(|count| text.words(at, count));
            let mut words = words.filter(|words| words.len() > 2 || *words == "uk" || *words == "nz");
            words
                .find(|words| !FROM.contains(words) && is_place(words))
                .map(str::to_owned)
        })
}

/// Words before a place that are none.
const FROM: &[&str] = &["from", "in", "home", "town"];

pub(super) fn rookies(sense: &Sense<'_>) -> Filled {
    one(Fact {
        driver: sense.drivers.first().cloned(),
        season: sense.season.clone(),
        ..fact(sense, "rookies")
    })
}

pub(super) fn entered(sense: &Sense<'_>) -> Filled {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let weekend: Option<Slug> = sense.weekend();
    one(Fact {
        driver: sense.drivers.first().cloned(),
        team: sense.teams.first().filter(|_| sense.drivers.is_empty()).cloned(),
        season: weekend
            .as_ref()
            .and_then(|weekend| sense.season_of(weekend))
            .or(sense.season.clone()),
        weekend,
        ..fact(sense, "entered")
    })
}

pub(super) fn model(sense: &Sense<'_>) -> Filled {
    one(fact(sense, "car"))
}

pub(super) fn women(sense: &Sense<'_>) -> Filled {
    one(Fact {
        words: Some("women-female".to_owned()),
        ..fact(sense, "story")
    })
}

pub(super) fn origin(sense: &Sense<'_>) -> Filled {
    one(Fact {
        words: Some("first-held".to_owned()),
        ..fact(sense, "story")
    })
}

/// The last weekend with results, where the last one is asked about.
fn last_run(sense: &Sense<'_>) -> Option<Slug> {
    let asked = sense.marks.has(Mark::Last) && sense.season.is_none();
    let run = defaults::last_run(sense.series, None, sense.catalogue, sense.asker).filter(|_| asked)?;
    Some(run.1.id.clone())
}

/// Who has the most wins, or whatever is counted.
pub(super) fn most(sense: &Sense<'_>) -> Filled {
    let (what, _) = subject(sense);
    one(Fact {
        words: Some(what.to_owned()),
        class: sense.class(),
        season: sense.season.clone(),
        ..fact(sense, "most")
    })
}

pub(super) fn classes(sense: &Sense<'_>) -> Filled {
    one(Fact {
        words: Some("classes".to_owned()),
        ..fact(sense, "story")
    })
}
