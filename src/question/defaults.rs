//! Defaults of a question: the usual series, the season and weekend of the moment.

use chrono::NaiveDate;

use super::Misunderstanding;
use super::classification::{OrderOf, SeasonView};
use super::request::Request;
use crate::answer::NamedId;
use crate::dataset::Catalogue;
use crate::domain::{
    Asker, ClassId, Note, Season, SeasonId, Series, Session, SessionKind, SessionStatus, Slug, Weekend,
};
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
fn latest<'a>(
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

/// Subjects of a question: the named ones, else the defaults.
impl<'a> Request<'a> {
    /// The series: the named one, else the asker's usual one.
    pub(super) fn series(self) -> Result<&'a Series, Misunderstanding> {
        let id = self.options.series.as_ref().unwrap_or(&self.asker.series);
        self.catalogue
            .series
            .get(id)
            .ok_or_else(|| Misunderstanding::NothingKnown {
                question: self.question.spec().name,
                series: id.to_string(),
                season: None,
            })
    }

    /// The season: the named one, the one that holds the moment, else the latest begun of which `worth` holds.
    pub(super) fn season(self, series: &Series, worth: impl Fn(&Season) -> bool) -> Result<&Season, Misunderstanding> {
        let named = self.options.season.as_ref();
        let season = match named {
            Some(named) => series.season(named),
            None => current(series, self.catalogue, self.asker)
                .or_else(|| latest(series, self.catalogue, self.asker, worth)),
        };
        season.ok_or_else(|| self.nothing_known(series, named))
    }

    /// The season whose calendar is meant.
    pub(super) fn calendar(self, series: &Series) -> Result<&Season, Misunderstanding> {
        let named = self.options.season.as_ref();
        let season = match named {
            Some(named) => series.season(named),
            None => calendar(series, self.catalogue, self.asker),
        };
        season.ok_or_else(|| self.nothing_known(series, named))
    }

    /// A weekend by its name in a season.
    pub(super) fn weekend<'s>(
        self,
        series: &Series,
        season: &'s Season,
        id: &Slug,
    ) -> Result<&'s Weekend, Misunderstanding> {
        season.weekend(id.as_str()).ok_or_else(|| {
            let has = |other: &&Season| other.weekend(id.as_str()).is_some();
            let with: Vec<&Season> = series.each_season().filter(has).collect();
            let named = with.iter().find_map(|other| other.weekend(id.as_str()));
            let name = named.map_or_else(|| id.to_string(), |weekend| weekend.name.clone());
            self.not_in_season(name, season, &with)
        })
    }

    /// The weekend that is named, else the running, next or last one of the season.
    pub(super) fn weekend_at_hand<'s>(
        self,
        series: &Series,
        season: &'s Season,
    ) -> Result<&'s Weekend, Misunderstanding> {
        match &self.options.weekend {
            Some(id) => self.weekend(series, season, id),
            None => self
                .catalogue
                .progress(season, self.asker.now)
                .current()
                .ok_or_else(|| self.nothing_known(series, Some(&season.id))),
        }
    }

    /// The weekend whose results are meant: the named one, in the season that is meant; else the last with results.
    pub(super) fn weekend_run(self, series: &Series) -> Result<(&Season, &Weekend), Misunderstanding> {
        let named = self.options.season.as_ref();
        let Some(id) = &self.options.weekend else {
            let last = last_run(series, named.map(SeasonId::slug), self.catalogue, self.asker);
            return last.ok_or_else(|| self.nothing_known(series, named));
        };
        let tells = |season: &Season| {
            let weekend = season.weekend(id.as_str());
            weekend.is_some_and(|weekend| has_results(season, weekend, self.catalogue, self.asker))
        };
        let season = self.season(series, tells)?;
        Ok((season, self.weekend(series, season, id)?))
    }

    /// The orders that are meant: of the named class, or all.
    pub(super) fn orders(self, view: SeasonView<'_>) -> Result<Vec<OrderOf<'_>>, Misunderstanding> {
        let named = self.options.class.as_ref();
        let orders = view.orders(named.map(ClassId::slug));
        let Some(named) = named.filter(|_| orders.is_empty()) else {
            return Ok(orders);
        };
        let has = |other: &&Season| other.class(named.as_str()).is_some();
        let with: Vec<&Season> = view.series.each_season().filter(has).collect();
        let class = with.iter().find_map(|other| other.class(named.as_str()));
        let name = class.map_or_else(|| named.to_string(), |class| class.name.clone());
        Err(self.not_in_season(name, view.season, &with))
    }

    /// The season in which a driver or team is meant, the named one or the latest with them, and all that have them.
    pub(super) fn season_with(
        self,
        series: &'a Series,
        name: &str,
        is_in: impl Fn(SeasonView<'a>) -> bool,
    ) -> Result<(&'a Season, Vec<&'a Season>), Misunderstanding> {
        let with: Vec<&Season> = series
            .each_season()
            .filter(|season| is_in(self.view(series, season)))
            .collect();
        let named = self.options.season.is_some();
        let season = match with.last() {
            Some(latest) if !named => latest,
            // For a newcomer the season of the moment is meant; its answer says that nothing is known.
            _ => self.season(series, |_| true)?,
        };
        if named && !with.iter().any(|other| other.id == season.id) {
            return Err(self.not_in_season(name.to_owned(), season, &with));
        }
        Ok((season, with))
    }
}
