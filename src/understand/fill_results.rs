//! Filling of questions about results: their weekend, session and class.

use super::fill::{of_series, one};
use super::intent::Filled;
use super::parse::Parse;
use super::tags::Tag;
use crate::dataset::is_race;
use crate::domain::{SeasonId, SessionId, SessionKind, WeekendId};
use crate::question::{Misunderstanding, QuestionKind};

/// The weekend whose results are meant where a race or a day is named and no weekend: the running one, in the season
/// that is meant.
fn running(parse: &Parse<'_>) -> Option<WeekendId> {
    let here = parse
        .tags
        .any(&[Tag::This, Tag::ADay, Tag::ASession, Tag::Quali, Tag::Practice]);
    let weekend = parse.stage()?.running.filter(|_| !parse.tags.has(Tag::Last))?;
    let meant = match &parse.season {
        Some(_) => parse.session.is_some() && parse.season()?.weekend(weekend.id.as_str()).is_some(),
        None => here || awaits_pole(parse),
    };
    meant.then(|| weekend.id.clone())
}

/// True if the question is for the coming pole position, not a past one.
fn awaits_pole(parse: &Parse<'_>) -> bool {
    parse.tags.has(Tag::Pole) && !parse.is_past() && !parse.tags.has(Tag::Last) && parse.weekends.is_empty()
}

/// The weekend and season of results: those named, else the running weekend where a race of it is meant.
fn ran(parse: &Parse<'_>) -> Result<(Option<WeekendId>, Option<SeasonId>), Misunderstanding> {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    // The results of a weekend are no answer for those before it.
    if parse.tags.has(Tag::Before) {
        return Err(Misunderstanding::Unread {
            unknown: vec!["before".to_owned()],
            nearest: vec![of_series(parse, QuestionKind::Winners).season(parse.season.clone())],
        });
    }
    let last = parse.tags.has(Tag::Last) && parse.weekends.is_empty() && parse.round.is_none();
    let weekend = parse.weekend().filter(|_| !last).or_else(|| running(parse));
    let season = match &weekend {
        Some(weekend) => parse.season_of(weekend),
        None => parse.season.clone(),
    };
    Ok((weekend, season))
}

/// True if the Grand Prix of a weekend is meant, not its sprint.
fn is_grand_prix(parse: &Parse<'_>) -> bool {
    let line = format!(" {} ", parse.text.line());
    !parse.tags.has(Tag::Sprint) && [" grand prix ", " gp "].iter().any(|words| line.contains(words))
}

/// The session of those results, by its kind and number or by its day or round.
fn session(
    parse: &Parse<'_>,
    weekend: Option<&WeekendId>,
    season: Option<&SeasonId>,
) -> Result<Option<SessionId>, Misunderstanding> {
    let season = match season {
        Some(season) => parse.series.season(season),
        None => parse.current(),
    };
    let last = || {
        parse
            .catalogue
            .at(parse.series, parse.asker.now)
            .last_run(parse.season.as_ref())
            .map(|(_, weekend)| weekend)
    };
    let weekend = match weekend {
        Some(weekend) => season.and_then(|season| season.weekend(weekend.as_str())),
        None => last(),
    };
    let Some(weekend) = weekend else {
        return Ok(None);
    };
    if let Some(session) = parse.session_in(weekend)? {
        return Ok(Some(session));
    }
    if parse.kind == Some(SessionKind::Qualifying) {
        return Ok(parse.qualifying(weekend).map(|session| session.id.clone()));
    }
    if is_grand_prix(parse) && weekend.sessions.iter().any(|one| one.kind == SessionKind::Sprint) {
        let mut races = weekend.sessions.iter();
        let race = races.find(|one| one.kind == SessionKind::Race);
        return Ok(race.map(|race| race.id.clone()));
    }
    let mut races = weekend.sessions.iter().filter(|one| one.kind == SessionKind::Race);
    if let (Some(race), None, false, None) = (races.next(), races.next(), parse.places.is_empty(), parse.kind) {
        return Ok(Some(race.id.clone()));
    }
    let round = parse.round.map(|round| round.to_string());
    let meant = |session: &&crate::domain::Session| {
        let of_round = round
            .as_deref()
            .is_some_and(|round| session.round.as_ref().is_some_and(|label| label.as_str() == round));
        let of_day = parse.day.is_some() && session.date == parse.day && is_race(session);
        let pole = (awaits_pole(parse) && parse.season.is_none()).then_some(SessionKind::Qualifying);
        let only = parse
            .kind
            .or(pole)
            .is_some_and(|kind| kind == session.kind && kind != SessionKind::Race);
        of_round || of_day || only
    };
    Ok(weekend.sessions.iter().find(meant).map(|session| session.id.clone()))
}

pub(super) fn winners(parse: &Parse<'_>) -> Filled {
    let (weekend, season) = ran(parse)?;
    let session = session(parse, weekend.as_ref(), season.as_ref())?;
    one(of_series(parse, QuestionKind::Winners)
        .weekend(weekend)
        .session(session)
        .class(parse.class())
        .season(season))
}

pub(super) fn qualifying(parse: &Parse<'_>) -> Filled {
    let (weekend, season) = ran(parse)?;
    let held = match (&weekend, &season) {
        (Some(weekend), Some(season)) => parse.series.season(season).and_then(|of| of.weekend(weekend.as_str())),
        _ => parse.at_hand().map(|(_, weekend)| weekend),
    };
    let session = held.and_then(|weekend| parse.qualifying(weekend));
    one(of_series(parse, QuestionKind::Results)
        .weekend(held.map(|weekend| weekend.id.clone()))
        .session(session.map(|session| session.id.clone()))
        .class(parse.class())
        .season(season))
}

pub(super) fn results(parse: &Parse<'_>) -> Filled {
    let (weekend, season) = ran(parse)?;
    let session = session(parse, weekend.as_ref(), season.as_ref())?;
    one(of_series(parse, QuestionKind::Results)
        .weekend(weekend)
        .session(session)
        .class(parse.class())
        .season(season))
}
