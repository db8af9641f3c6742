//! Defaults of a question: the usual series, the season and weekend of the moment.

use chrono::NaiveDate;

use crate::answer::NamedId;
use crate::dataset::Catalogue;
use crate::domain::{Asker, Note, Season, Series, Session, SessionKind, SessionStatus, Slug, Weekend};
use crate::lookup::{self, Day};
use crate::schedule::{LocalTime, has_begun, is_over};

/// The season that holds the moment, from the first day of its first weekend to the last of its last.
pub(crate) fn current<'a>(series: &'a Series, catalogue: &Catalogue, asker: &Asker) -> Option<&'a Season> {
    series.each_season().find(|season| {
        let begun = season
            .weekends
            .iter()
            .any(|one| has_begun(one.start, || catalogue.zone(one), asker.now));
        let over = season
            .weekends
            .iter()
            .all(|one| is_over(one.end, || catalogue.zone(one), asker.now));
        begun && !over
    })
}

/// The latest season that has begun and of which `worth` holds, else the latest begun, else the first.
pub(super) fn latest<'a>(
    series: &'a Series,
    catalogue: &Catalogue,
    asker: &Asker,
    worth: impl Fn(&Season) -> bool,
) -> Option<&'a Season> {
    let begun = |season: &&Season| season.weekends.iter().any(|weekend| begun(weekend, catalogue, asker));
    let mut latest = series.each_season().rev().filter(begun);
    latest
        .clone()
        .find(|season| worth(season))
        .or_else(|| latest.next())
        .or_else(|| series.each_season().next())
}

/// The season whose calendar is meant when none is named: the one that holds the moment, the one that comes next, else
/// the latest.
pub(crate) fn calendar<'a>(series: &'a Series, catalogue: &Catalogue, asker: &Asker) -> Option<&'a Season> {
    let ahead = |season: &&Season| catalogue.progress(season, asker.now).next.is_some();
    current(series, catalogue, asker)
        .or_else(|| series.each_season().find(ahead))
        .or_else(|| latest(series, catalogue, asker, |season| !season.weekends.is_empty()))
}

/// The date of a day as people say it, by the clock of the weekend that is on or next.
pub(super) fn date(series: &Series, catalogue: &Catalogue, asker: &Asker, day: Day) -> Option<NaiveDate> {
    let season = calendar(series, catalogue, asker)?;
    let stage = catalogue.progress(season, asker.now);
    let weekend = stage.running.or(stage.next);
    let zone = weekend.map_or(series.zone, |weekend| catalogue.zone(weekend));
    let today = LocalTime::at(zone, asker.now).date;
    lookup::date(day, today, weekend.map(|weekend| (weekend.start, weekend.end)))
}

/// True if a weekend has begun at the asker's moment, by the circuit's clock.
pub(crate) fn begun(weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    has_begun(weekend.start, || catalogue.zone(weekend), asker.now)
}

/// True if a session is over at the asker's moment, so that its result counts as known.
pub(crate) fn over(weekend: &Weekend, session: &Session, catalogue: &Catalogue, asker: &Asker) -> bool {
    session.status != SessionStatus::Cancelled && catalogue.slot(weekend, session).end <= asker.now
}

/// True if a result of the weekend is known at the asker's moment.
pub(super) fn has_results(season: &Season, weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    let known = |session: &Session| season.classification(&weekend.id, &session.id, asker.now).is_some();
    let mut sessions = weekend.sessions.iter();
    sessions.any(|session| known(session) && over(weekend, session, catalogue, asker))
}

/// The weekends behind one of which a race is over and no result known.
pub(super) fn unknown_since(season: &Season, weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> Vec<NamedId> {
    let run = |other: &Weekend| {
        let mut races = other.sessions.iter().filter(|session| is_race(session));
        races.any(|race| over(other, race, catalogue, asker))
    };
    let since = season.weekends.iter().filter(|other| other.start > weekend.start);
    since
        .filter(|other| run(other) && !has_results(season, other, catalogue, asker))
        .map(|other| NamedId::new(&other.id, &other.name))
        .collect()
}

/// True if a session is a race or a sprint.
pub(crate) fn is_race(session: &Session) -> bool {
    matches!(session.kind, SessionKind::Race | SessionKind::Sprint)
}

/// The latest weekend with results at the asker's moment, of the named season or of all.
pub(crate) fn last_run<'a>(
    series: &'a Series,
    named: Option<&Slug>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Option<(&'a Season, &'a Weekend)> {
    series
        .each_season()
        .filter(|season| named.is_none_or(|named| season.id == *named))
        .flat_map(|season| season.weekends.iter().map(move |weekend| (season, weekend)))
        .filter(|(season, weekend)| has_results(season, weekend, catalogue, asker))
        .max_by_key(|(_, weekend)| weekend.start)
}

/// True if a note of a weekend is known at the asker's moment: from its own day, else from the weekend's first.
pub(super) fn is_known(note: &Note, weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    has_begun(
        note.since.unwrap_or(weekend.start),
        || catalogue.zone(weekend),
        asker.now,
    )
}
