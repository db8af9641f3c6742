//! What is meant when nothing is said: the usual series, the season and weekend of the moment.

use chrono::NaiveDate;

use super::Misunderstanding;
use super::classification::{OrderOf, SeasonView};
use crate::answer::NamedId;
use crate::dataset::Catalogue;
use crate::domain::{Asker, Note, Season, Series, Session, SessionKind, SessionStatus, Slug, Weekend};
use crate::lookup::{self, Day};
use crate::schedule::{LocalTime, has_begun, is_over};

/// The series that is meant.
pub(super) fn series<'a>(
    named: Option<&Slug>,
    catalogue: &'a Catalogue,
    asker: &Asker,
    question: &'static str,
) -> Result<&'a Series, Misunderstanding> {
    let id = named.unwrap_or(&asker.series);
    catalogue.series.get(id).ok_or_else(|| Misunderstanding::NothingKnown {
        question,
        series: id.to_string(),
        season: None,
    })
}

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

/// The season that is meant: the named one, the one that holds the moment, else the latest begun of which `worth` holds.
pub(super) fn season<'a>(
    series: &'a Series,
    named: Option<&Slug>,
    catalogue: &Catalogue,
    asker: &Asker,
    question: &'static str,
    worth: impl Fn(&Season) -> bool,
) -> Result<&'a Season, Misunderstanding> {
    let nothing = || Misunderstanding::NothingKnown {
        question,
        series: series.name.clone(),
        season: named.cloned(),
    };
    if let Some(named) = named {
        return series.season(named).ok_or_else(nothing);
    }
    if let Some(current) = current(series, catalogue, asker) {
        return Ok(current);
    }
    let begun = |season: &&Season| season.weekends.iter().any(|weekend| begun(weekend, catalogue, asker));
    let mut latest = series.each_season().rev().filter(begun);
    latest
        .clone()
        .find(|season| worth(season))
        .or_else(|| latest.next())
        .or_else(|| series.each_season().next())
        .ok_or_else(nothing)
}

/// The season whose calendar is meant: the named one, the one that holds the moment, the one that comes next, else the
/// latest.
pub(crate) fn calendar<'a>(
    series: &'a Series,
    named: Option<&Slug>,
    catalogue: &Catalogue,
    asker: &Asker,
    question: &'static str,
) -> Result<&'a Season, Misunderstanding> {
    let next = || {
        series
            .each_season()
            .find(|season| catalogue.progress(season, asker.now).next.is_some())
    };
    match next().filter(|_| named.is_none() && current(series, catalogue, asker).is_none()) {
        Some(next) => Ok(next),
        None => season(series, named, catalogue, asker, question, |season| {
            !season.weekends.is_empty()
        }),
    }
}

/// A weekend by its name in a season.
pub(super) fn weekend<'a>(
    series: &Series,
    season: &'a Season,
    id: &Slug,
    line: impl Fn(&Slug) -> String,
) -> Result<&'a Weekend, Misunderstanding> {
    season.weekend(id.as_str()).ok_or_else(|| {
        let with: Vec<&Season> = series
            .each_season()
            .filter(|other| other.weekend(id.as_str()).is_some())
            .collect();
        let name = with
            .iter()
            .find_map(|other| other.weekend(id.as_str()))
            .map_or_else(|| id.to_string(), |weekend| weekend.name.clone());
        Misunderstanding::NotInSeason {
            name,
            season: season.id.clone().into(),
            seasons: with.iter().map(|other| other.id.clone()).collect(),
            instead: with.iter().rev().map(|other| line(&other.id)).collect(),
        }
    })
}

/// The date of a day as people say it, by the clock of the weekend that is on or next.
pub(super) fn date(series: &Series, catalogue: &Catalogue, asker: &Asker, day: Day) -> Option<NaiveDate> {
    let season = calendar(series, None, catalogue, asker, "schedule").ok()?;
    let stage = catalogue.progress(season, asker.now);
    let weekend = stage.running.or(stage.next);
    let zone = weekend.map_or(series.zone, |weekend| catalogue.zone(weekend));
    let today = LocalTime::at(zone, asker.now).date;
    lookup::date(day, today, weekend.map(|weekend| (weekend.start, weekend.end)))
}

/// Whether a weekend has begun at the asker's moment, by the circuit's clock.
pub(super) fn begun(weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    has_begun(weekend.start, || catalogue.zone(weekend), asker.now)
}

/// Whether a session is over at the asker's moment, so that its result counts as known.
pub(crate) fn over(weekend: &Weekend, session: &Session, catalogue: &Catalogue, asker: &Asker) -> bool {
    session.status != SessionStatus::Cancelled && catalogue.slot(weekend, session).end <= asker.now
}

/// Whether anything is known of a weekend's results at the asker's moment.
pub(super) fn has_results(season: &Season, weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    let known = |session: &Session| season.classification(&weekend.id, &session.id).is_some();
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

/// Whether a session is a race, long or short.
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

/// The weekend whose results are meant: the named one, in the season that is meant; else the last with results.
pub(super) fn weekend_run<'a>(
    series: &'a Series,
    named: Option<&Slug>,
    season: Option<&Slug>,
    catalogue: &Catalogue,
    asker: &Asker,
    question: &'static str,
    line: impl Fn(&Slug) -> String,
) -> Result<(&'a Season, &'a Weekend), Misunderstanding> {
    let Some(named) = named else {
        return last_run(series, season, catalogue, asker).ok_or_else(|| Misunderstanding::NothingKnown {
            question,
            series: series.name.clone(),
            season: season.cloned(),
        });
    };
    let tells = |season: &Season| {
        let weekend = season.weekend(named.as_str());
        weekend.is_some_and(|weekend| has_results(season, weekend, catalogue, asker))
    };
    let season = self::season(series, season, catalogue, asker, question, tells)?;
    Ok((season, weekend(series, season, named, line)?))
}

/// The orders that are meant: of the named class, or all.
pub(super) fn class<'a>(
    view: SeasonView<'a>,
    named: Option<&Slug>,
    line: impl Fn(&Slug) -> String,
) -> Result<Vec<OrderOf<'a>>, Misunderstanding> {
    let orders = view.orders(named);
    let Some(named) = named.filter(|_| orders.is_empty()) else {
        return Ok(orders);
    };
    let with: Vec<&Season> = view
        .series
        .each_season()
        .filter(|other| other.class(named.as_str()).is_some())
        .collect();
    let name = with.iter().find_map(|other| other.class(named.as_str()));
    Err(Misunderstanding::NotInSeason {
        name: name.map_or_else(|| named.to_string(), |class| class.name.clone()),
        season: view.season.id.clone().into(),
        seasons: with.iter().map(|other| other.id.clone()).collect(),
        instead: with.iter().rev().map(|other| line(&other.id)).collect(),
    })
}

/// Whether a note of a weekend is known at the asker's moment: from its own day, else from the weekend's first.
pub(super) fn is_known(note: &Note, weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    has_begun(
        note.since.unwrap_or(weekend.start),
        || catalogue.zone(weekend),
        asker.now,
    )
}

/// Where to look for somebody who is asked about by name.
pub(super) struct Home<'a> {
    pub catalogue: &'a Catalogue,
    pub series: &'a Series,
    pub asker: &'a Asker,
    pub question: &'static str,
    /// Whom it is about.
    pub name: &'a str,
}

impl<'a> Home<'a> {
    /// The season that is meant, the named one or the latest with them, and all seasons that have them.
    pub(super) fn season(
        &self,
        named: Option<&Slug>,
        is_in: impl Fn(SeasonView<'a>) -> bool,
        line: impl Fn(&Slug) -> String,
    ) -> Result<(&'a Season, Vec<&'a Season>), Misunderstanding> {
        let view = |season| SeasonView {
            catalogue: self.catalogue,
            series: self.series,
            season,
            asker: self.asker,
        };
        let seasons = self.series.each_season();
        let with: Vec<&Season> = seasons.filter(|season| is_in(view(season))).collect();
        let season = match (named, with.last()) {
            (None, Some(latest)) => latest,
            // Who has not been there yet is asked about in the season of the moment, which then says so.
            _ => season(self.series, named, self.catalogue, self.asker, self.question, |_| true)?,
        };
        if named.is_some() && !with.iter().any(|other| other.id == season.id) {
            return Err(Misunderstanding::NotInSeason {
                name: self.name.to_owned(),
                season: season.id.clone().into(),
                seasons: with.iter().map(|season| season.id.clone()).collect(),
                instead: with.iter().rev().map(|season| line(&season.id)).collect(),
            });
        }
        Ok((season, with))
    }
}
