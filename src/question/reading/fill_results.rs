//! From a sense to a question about results: of which weekend, which session, which class.

use super::fill::{Filled, one};
use super::mark::Mark;
use super::sense::Sense;
use crate::domain::{SessionKind, Slug};
use crate::question::{Misunderstanding, Question, Results, Winners, defaults};

/// The weekend whose results are meant where a race or a day is named and no weekend: the running one, in the season
/// that is meant.
fn running(sense: &Sense<'_>) -> Option<Slug> {
    let here = sense
        .marks
        .any(&[Mark::This, Mark::ADay, Mark::ASession, Mark::Quali, Mark::Practice]);
    let weekend = sense.stage()?.running.filter(|_| !sense.marks.has(Mark::Last))?;
    let meant = match &sense.season {
        Some(_) => sense.session.is_some() && sense.season()?.weekend(weekend.id.as_str()).is_some(),
        None => here || awaits_pole(sense),
    };
    meant.then(|| weekend.id.clone())
}

/// Whether it is asked who is on pole, rather than who was.
fn awaits_pole(sense: &Sense<'_>) -> bool {
    sense.marks.has(Mark::Pole) && !sense.is_past() && !sense.marks.has(Mark::Last) && sense.weekends.is_empty()
}

/// The weekend and season of results: those named, else the running weekend where a race of it is meant.
fn ran(sense: &Sense<'_>) -> Result<(Option<Slug>, Option<Slug>), Misunderstanding> {
    if let Some(unknown) = sense.unknown_season() {
        return Err(unknown);
    }
    let last = sense.marks.has(Mark::Last) && sense.weekends.is_empty() && sense.round.is_none();
    let weekend = sense.weekend().filter(|_| !last).or_else(|| running(sense));
    let season = match &weekend {
        Some(weekend) => sense.season_of(weekend),
        None => sense.season.clone(),
    };
    Ok((weekend, season))
}

/// The session of those results, by its kind and number or by its day or round.
fn session(sense: &Sense<'_>, weekend: Option<&Slug>, season: Option<&Slug>) -> Result<Option<Slug>, Misunderstanding> {
    let season = match season {
        Some(season) => sense.series.season(season),
        None => sense.current(),
    };
    let last = || {
        defaults::last_run(sense.series, sense.season.as_ref(), sense.catalogue, sense.asker)
            .map(|(_, weekend)| weekend)
    };
    let weekend = match weekend {
        Some(weekend) => season.and_then(|season| season.weekend(weekend.as_str())),
        None => last(),
    };
    let Some(weekend) = weekend else {
        return Ok(None);
    };
    if let Some(session) = sense.session_in(weekend)? {
        return Ok(Some(session));
    }
    let round = sense.round.map(|round| round.to_string());
    let meant = |session: &&crate::domain::Session| {
        let of_round = round
            .as_deref()
            .is_some_and(|round| session.round.as_ref().is_some_and(|label| label.as_str() == round));
        let of_day = sense.day.is_some() && session.date == sense.day && defaults::is_race(session);
        let pole = (awaits_pole(sense) && sense.season.is_none()).then_some(SessionKind::Qualifying);
        let only = sense
            .kind
            .or(pole)
            .is_some_and(|kind| kind == session.kind && kind != SessionKind::Race);
        of_round || of_day || only
    };
    Ok(weekend.sessions.iter().find(meant).map(|session| session.id.clone()))
}

pub(super) fn winners(sense: &Sense<'_>) -> Filled {
    let (weekend, season) = ran(sense)?;
    let session = session(sense, weekend.as_ref(), season.as_ref())?;
    one(Question::Winners(Winners {
        weekend,
        session,
        class: sense.class(),
        season,
        series: sense.of_series(),
    }))
}

pub(super) fn results(sense: &Sense<'_>) -> Filled {
    let (weekend, season) = ran(sense)?;
    let session = session(sense, weekend.as_ref(), season.as_ref())?;
    one(Question::Results(Results {
        weekend,
        session,
        class: sense.class(),
        season,
        series: sense.of_series(),
    }))
}
