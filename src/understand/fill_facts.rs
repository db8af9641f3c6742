//! Filling of facts: their subject, from the tags, with its options.

use super::intent::{Filled, Intent};
use super::limits::{StageLimits, compares, limited};
use super::parse::Parse;
use super::tags::Tag;
use crate::domain::{Session, SessionKind, WeekendId};
use crate::question::{Misunderstanding, Options, Question, QuestionKind};

/// The options of a fact about this subject.
pub(super) fn fact(parse: &Parse<'_>, about: &str) -> Options {
    Options {
        about: Some(about.to_owned()),
        series: parse.of_series(),
        ..Options::default()
    }
}

pub(super) fn one(fact: Options) -> Filled {
    Ok(Intent::question(Question::new(QuestionKind::Fact, fact)))
}

pub(super) fn feats(parse: &Parse<'_>, often: &'static str, ever: &'static str) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    if let ([driver], true) = (parse.drivers.as_slice(), compares(parse)) {
        return limited(
            parse,
            Options {
                words: Some(often.to_owned()),
                driver: Some(driver.clone()),
                season: parse.season.clone(),
                ..fact(parse, "more")
            },
        );
    }
    let polar = parse.tags.any(&[Tag::Polar, Tag::Ever, Tag::Both, Tag::Sweep])
        && !parse.tags.has(Tag::HowMany)
        && parse.claimed().is_none()
        && !(parse.drivers.len() > 1 && parse.is_compared());
    let (limits, unread) = match parse.limits() {
        Ok(limits) => (limits, None),
        Err(word) => (StageLimits::default(), Some(word)),
    };
    let whole = unread.is_some() || limits.before.is_some() || limits.since.is_some();
    let fresh =
        parse.session.is_some() && parse.weekends.is_empty() && parse.season.is_none() && !parse.tags.has(Tag::Last);
    let raced = parse.at_hand().filter(|_| fresh);
    let weekend = parse
        .weekend()
        .or_else(|| raced.map(|(_, weekend)| weekend.id.clone()))
        .filter(|_| !whole);
    let session = match (&weekend, parse.at_hand()) {
        (Some(_), Some((_, weekend))) => parse.session_in(weekend)?,
        _ => None,
    };
    // Of a race that is still to be run there is but one thing to say.
    if let (Some((_, weekend)), Some(id)) = (raced, &session) {
        let run = |one: &Session| parse.catalogue.is_over(weekend, one, parse.asker.now);
        if weekend.session(id.as_str()).is_some_and(|one| !run(one)) {
            return super::fill_results::winners(parse);
        }
    }
    let both = parse.drivers.iter().map(Some).chain(parse.teams.iter().map(|_| None));
    let facts = both.enumerate().map(|(at, driver)| {
        Question::new(
            QuestionKind::Fact,
            Options {
                driver: driver.cloned(),
                team: parse
                    .teams
                    .get(at.saturating_sub(parse.drivers.len()))
                    .filter(|_| driver.is_none())
                    .cloned(),
                weekend: weekend.clone(),
                session: session.clone(),
                season: parse.season.clone(),
                before: limits.before.clone(),
                since: limits.since.clone(),
                ..fact(parse, if polar { ever } else { often })
            },
        )
    });
    match unread {
        None => Ok(Intent::of(facts.collect())),
        Some(word) => Err(Misunderstanding::Unread {
            unknown: vec![word.to_owned()],
            nearest: facts.collect(),
        }),
    }
}

pub(super) fn sweeps(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    limited(
        parse,
        Options {
            weekend: parse
                .weekend()
                .filter(|_| !parse.tags.has(Tag::Last) || !parse.weekends.is_empty()),
            class: parse.class(),
            season: parse.season.clone(),
            ..fact(parse, "sweeps")
        },
    )
}

pub(super) fn margin(parse: &Parse<'_>) -> Filled {
    let weekend = parse.weekend().filter(|_| !parse.weekends.is_empty());
    let session = match (&weekend, parse.at_hand()) {
        (Some(_), Some((_, weekend))) => parse.session_in(weekend)?,
        _ => None,
    };
    one(Options {
        driver: parse.drivers.first().cloned(),
        weekend,
        session,
        class: parse.class(),
        season: parse.season.clone(),
        ..fact(parse, "margin")
    })
}

pub(super) fn finish(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let session = match parse.at_hand() {
        Some((_, weekend)) => parse.session_in(weekend)?,
        None => None,
    };
    limited(
        parse,
        Options {
            driver: parse.drivers.first().cloned(),
            team: parse.teams.first().filter(|_| parse.drivers.is_empty()).cloned(),
            weekend: parse.weekend().or_else(|| last_run(parse)),
            session,
            season: parse.season.clone(),
            ..fact(parse, "finish")
        },
    )
}

pub(super) fn leads(parse: &Parse<'_>) -> Filled {
    let about = if parse.tags.has(Tag::Close) {
        "closest"
    } else {
        "biggest-lead"
    };
    one(Options {
        season: parse.season.clone(),
        ..fact(parse, about)
    })
}

/// The question for the leaders after every round.
pub(super) fn lead_history(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    one(Options {
        driver: parse.drivers.first().cloned(),
        team: parse.teams.first().filter(|_| parse.drivers.is_empty()).cloned(),
        championship: parse.tables().first().cloned(),
        season: parse.season.clone(),
        ..fact(parse, "lead-history")
    })
}

/// A fact of the calendar: of a weekend, and of a kind of session.
pub(super) fn of_weekend(parse: &Parse<'_>, about: &str) -> Result<Options, Misunderstanding> {
    let session = match parse.at_hand() {
        Some((_, weekend)) => parse.session_in(weekend)?,
        None => None,
    };
    let weekend = parse.weekend();
    Ok(Options {
        season: weekend.as_ref().and_then(|weekend| parse.season_of(weekend)),
        weekend,
        kind: parse.kind.filter(|_| session.is_none()),
        session,
        ..fact(parse, about)
    })
}

/// The question for a duration; the time between two sessions is none.
pub(super) fn length(parse: &Parse<'_>) -> Filled {
    let mut length = of_weekend(parse, "length")?;
    // "How long is the Hungarian Grand Prix" means its race.
    if length.kind.is_none() && length.session.is_none() && !parse.tags.has(Tag::Session) {
        length.kind = Some(SessionKind::Race);
    }
    if parse.tags.any(&[Tag::After, Tag::Between]) {
        return Err(Misunderstanding::Unread {
            unknown: Vec::new(),
            nearest: vec![Question::of(QuestionKind::Schedule).weekend(parse.weekend())],
        });
    }
    if parse.more_sessions || parse.more_kinds {
        return lengths(parse, &length);
    }
    one(length)
}

/// The questions for the durations of several sessions that are named.
fn lengths(parse: &Parse<'_>, length: &Options) -> Filled {
    let held = parse.at_hand().map(|(_, weekend)| weekend);
    let of = |(kind, number): &(SessionKind, Option<u16>)| {
        let mut of_kind = held
            .into_iter()
            .flat_map(|weekend| &weekend.sessions)
            .filter(|one| one.kind == *kind);
        let session = number.and_then(|number| of_kind.nth(usize::from(number).saturating_sub(1)));
        Question::new(
            QuestionKind::Fact,
            Options {
                kind: session.is_none().then_some(*kind),
                session: session.map(|one| one.id.clone()),
                ..length.clone()
            },
        )
    };
    Ok(Intent::of(parse.named_sessions.iter().map(of).collect()))
}

pub(super) fn together(parse: &Parse<'_>) -> Filled {
    one(of_weekend(parse, "together")?)
}

pub(super) fn round(parse: &Parse<'_>) -> Filled {
    one(Options {
        kind: None,
        session: None,
        ..of_weekend(parse, "round")?
    })
}

pub(super) fn progress(parse: &Parse<'_>) -> Filled {
    if parse.tags.has(Tag::HowMany) && !parse.tags.any(&[Tag::Remaining, Tag::Halfway]) {
        return races(parse);
    }
    one(Options {
        season: parse.season.clone(),
        ..fact(parse, "progress")
    })
}

fn races(parse: &Parse<'_>) -> Filled {
    // Sessions other than races are counted by whoever sees them.
    if parse.tags.any(&[Tag::Session, Tag::Practice, Tag::Quali]) {
        return super::fill::schedule(parse);
    }
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let weekend = parse.weekend();
    let here = weekend.is_some() || parse.tags.has(Tag::Weekend);
    let current = || parse.current().map(|season| season.id.clone());
    let whole =
        !here && (parse.tags.any(&[Tag::Season, Tag::Calendar, Tag::Champ, Tag::Round]) || parse.season.is_some());
    one(Options {
        season: if whole {
            parse.season.clone().or_else(current)
        } else {
            weekend.as_ref().and_then(|weekend| parse.season_of(weekend))
        },
        weekend,
        ..fact(parse, "races")
    })
}

pub(super) fn model(parse: &Parse<'_>) -> Filled {
    one(Options {
        season: parse.season.clone(),
        ..fact(parse, "car")
    })
}

/// The last weekend with results, where the last one is asked about.
pub(super) fn last_run(parse: &Parse<'_>) -> Option<WeekendId> {
    // "Did he finish" is about the last race, "has he ever" and "this season" are not.
    let whether = parse.tags.has(Tag::Polar)
        && parse.relation_in_finish().is_some()
        && !parse.tags.any(&[Tag::Ever, Tag::Since, Tag::Before, Tag::After]);
    let whether = whether || (parse.says(&["why", "warum", "pourquoi"]) && parse.relation_in_finish().is_some());
    let asked = (parse.tags.has(Tag::Last) || whether) && parse.season.is_none();
    let run = parse
        .catalogue
        .at(parse.series, parse.asker.now)
        .last_run(None)
        .filter(|_| asked)?;
    Some(run.1.id.clone())
}

/// The question for the beginnings of the series.
pub(super) fn origin(parse: &Parse<'_>) -> Filled {
    one(Options {
        words: Some("first-held".to_owned()),
        ..fact(parse, "story")
    })
}

/// The question for the classes of the series.
pub(super) fn classes(parse: &Parse<'_>) -> Filled {
    one(Options {
        words: Some("classes".to_owned()),
        ..fact(parse, "story")
    })
}
