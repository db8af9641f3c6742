//! The notion of now: the season, weekend and session that are meant at a moment where none is named.

use chrono::{DateTime, Utc};

use super::Catalogue;
use crate::domain::{Season, SeasonId, Series, Session, SessionKind, SessionStatus, Weekend, WeekendId};
use crate::schedule::{SeasonProgress, has_begun, is_over};

/// A series at a moment. Nothing that begins later is used, except for the calendar.
#[derive(Clone, Copy)]
pub struct SeriesNow<'c, 'a> {
    catalogue: &'c Catalogue,
    series: &'a Series,
    now: DateTime<Utc>,
}

/// Extent of the results of a season at a moment.
#[derive(Debug, Clone, Copy)]
pub struct ResultsExtent<'a> {
    /// The last race or sprint whose result is held, with its weekend.
    pub last: Option<(&'a Weekend, &'a Session)>,
    /// The number of races and sprints since that are over and not held.
    pub missing: usize,
}

impl Catalogue {
    /// A series at a moment.
    pub fn at<'c, 'a>(&'c self, series: &'a Series, now: DateTime<Utc>) -> SeriesNow<'c, 'a> {
        SeriesNow {
            catalogue: self,
            series,
            now,
        }
    }

    /// True if a session is over at a moment, so that its result counts as known.
    pub fn is_over(&self, weekend: &Weekend, session: &Session, now: DateTime<Utc>) -> bool {
        session.status != SessionStatus::Cancelled && self.known_from(weekend, session) <= now
    }

    /// True if a result of the weekend is held at a moment.
    pub fn has_results(&self, season: &Season, weekend: &Weekend, now: DateTime<Utc>) -> bool {
        let mut sessions = weekend.sessions.iter();
        sessions.any(|session| is_held(season, weekend, session, now) && self.is_over(weekend, session, now))
    }
}

impl<'a> SeriesNow<'_, 'a> {
    /// The season that holds the moment, from the first day of its first weekend to the last of its last.
    pub fn running(self) -> Option<&'a Season> {
        let over = |season: &Season| season.weekends.iter().all(|one| self.is_behind(one));
        let mut seasons = self.series.each_season();
        seasons.find(|season| self.has_begun(season) && !over(season))
    }

    /// The season whose results and tables are meant: the one that holds the moment, else the latest begun, however
    /// little is held of it; the first before any has begun.
    pub fn season(self) -> Option<&'a Season> {
        let latest = || self.series.each_season().rev().find(|season| self.has_begun(season));
        self.running()
            .or_else(latest)
            .or_else(|| self.series.each_season().next())
    }

    /// The season in which a named weekend is meant: the one that holds the moment, else the latest begun that has it.
    pub fn season_of(self, weekend: &WeekendId) -> Option<&'a Season> {
        let has = |season: &&Season| season.weekend(weekend.as_str()).is_some();
        let latest = || {
            let mut seasons = self.series.each_season().rev();
            seasons.find(|season| self.has_begun(season) && has(season))
        };
        self.running().or_else(latest).or_else(|| self.season())
    }

    /// The season whose calendar is meant: the one that holds the moment, the one that comes next, else the latest.
    pub fn calendar(self) -> Option<&'a Season> {
        let ahead = |season: &&Season| self.progress(season).next.is_some();
        self.running()
            .or_else(|| self.series.each_season().find(ahead))
            .or_else(|| self.season())
    }

    /// The weekends around the moment in a season.
    pub fn progress(self, season: &'a Season) -> SeasonProgress<'a> {
        self.catalogue.progress(season, self.now)
    }

    /// The last weekend in which a race was run or of which a result is held, of the named season or of all.
    pub fn last_run(self, named: Option<&SeasonId>) -> Option<(&'a Season, &'a Weekend)> {
        let run = self.over(named, |season, weekend, session| {
            is_race(session) || is_held(season, weekend, session, self.now)
        });
        run.max_by_key(|(_, weekend)| weekend.start)
    }

    /// The weekends of which a result is held, of the named season or of all, the latest first.
    pub fn held(self, named: Option<&SeasonId>) -> Vec<(&'a Season, &'a Weekend)> {
        let held = self.over(named, |season, weekend, session| {
            is_held(season, weekend, session, self.now)
        });
        let mut held: Vec<_> = held.collect();
        held.sort_by_key(|(_, weekend)| std::cmp::Reverse(weekend.start));
        held
    }

    /// The extent of the results of a season.
    pub fn extent(self, season: &'a Season) -> ResultsExtent<'a> {
        let sessions = season
            .weekends
            .iter()
            .flat_map(|weekend| weekend.sessions.iter().map(move |session| (weekend, session)));
        let mut over: Vec<_> = sessions
            .filter(|(weekend, session)| is_race(session) && self.catalogue.is_over(weekend, session, self.now))
            .collect();
        over.sort_by_key(|(weekend, session)| self.catalogue.known_from(weekend, session));
        let last = over
            .iter()
            .rposition(|(weekend, session)| is_held(season, weekend, session, self.now));
        ResultsExtent {
            last: last.and_then(|last| over.get(last)).copied(),
            missing: over.len() - last.map_or(0, |last| last + 1),
        }
    }

    /// The weekends with a session that is over and `wanted`, of the named season or of all.
    fn over(
        self,
        named: Option<&SeasonId>,
        wanted: impl Fn(&Season, &Weekend, &Session) -> bool,
    ) -> impl Iterator<Item = (&'a Season, &'a Weekend)> {
        let over = move |season: &Season, weekend: &Weekend| {
            let mut sessions = weekend.sessions.iter();
            sessions.any(|one| wanted(season, weekend, one) && self.catalogue.is_over(weekend, one, self.now))
        };
        self.series
            .each_season()
            .filter(move |season| named.is_none_or(|named| season.id == *named))
            .flat_map(|season| season.weekends.iter().map(move |weekend| (season, weekend)))
            .filter(move |(season, weekend)| over(season, weekend))
    }

    fn has_begun(self, season: &Season) -> bool {
        let mut weekends = season.weekends.iter();
        weekends.any(|one| has_begun(one.start, || self.catalogue.zone(one), self.now))
    }

    fn is_behind(self, weekend: &Weekend) -> bool {
        is_over(weekend.end, || self.catalogue.zone(weekend), self.now)
    }
}

/// True if a session is a race or a sprint, and no later part of one.
pub fn is_race(session: &Session) -> bool {
    matches!(session.kind, SessionKind::Race | SessionKind::Sprint) && session.resumes.is_none()
}

/// True if the pack has a result of a session that is known at a moment, whole or in part.
fn is_held(season: &Season, weekend: &Weekend, session: &Session, now: DateTime<Utc>) -> bool {
    season.classification(&weekend.id, &session.id, now).is_some()
}
