//! Context of a question: the season, weekend and session that are meant where less is said.

use chrono::Datelike as _;

use super::parse::Parse;
use super::segments::Segment;
use super::tags::Tag;
use crate::domain::{Season, SeasonId, Series, SeriesId, Session, SessionId, SessionKind, Weekend, WeekendId};
use crate::lookup::Named;
use crate::question::{Misunderstanding, Question, QuestionKind, car_number, defaults, drivers_of_car};
use crate::schedule::is_near;

impl<'a> Parse<'a> {
    /// The season for a named weekend: the named one, else the current one if it has the weekend, else the
    /// latest in which it has begun, else the first of which the calendar is near.
    pub(super) fn season_of(&self, weekend: &WeekendId) -> Option<SeasonId> {
        if self.season.is_some() {
            return self.season.clone();
        }
        if self.is_current(weekend) {
            return None;
        }
        let seasons = self.series.each_season();
        let held = seasons.filter_map(|season| Some((season, season.weekend(weekend.as_str())?)));
        let begun = |(_, weekend): &(_, &Weekend)| defaults::begun(weekend, self.catalogue, self.asker);
        let near = |(season, _): &(&Season, _)| is_near(season.start(), self.asker.now);
        let (season, _) = held.clone().rev().find(begun).or_else(|| held.clone().find(near))?;
        Some(season.id.clone())
    }

    /// Keeps those of some people who drive the car whose number a segment is, in the season that is named or meant.
    pub(super) fn retain_drivers_of_car(&mut self, segment: &Segment<'_>, people: &mut Vec<&'a Named>) {
        let Some(number) = car_number(self.text.words(segment.at, segment.count)) else {
            return;
        };
        // A season that no pack has is told of elsewhere.
        if people.is_empty() || (self.year.is_some() && self.season.is_none()) {
            return;
        }
        match drivers_of_car(&number, (self.series, self.season.as_ref()), self.catalogue, self.asker) {
            Ok(theirs) => people.retain(|one| theirs.iter().any(|driver| **driver == one.id)),
            Err(nobody) => {
                people.clear();
                self.nobody = Some(nobody);
            }
        }
    }

    fn is_current(&self, weekend: &WeekendId) -> bool {
        self.current()
            .is_some_and(|season| season.weekend(weekend.as_str()).is_some())
    }

    /// The misunderstanding of a season that no pack has: the named one, or this year's of a named series.
    pub(super) fn unknown_season(&self) -> Option<Misunderstanding> {
        let this_year = || {
            let year = self.asker.now.year();
            let ahead = |season: &&Season| season.id.as_str() > year.to_string().as_str();
            // Before the first season that the packs have, nothing of the moment can be told.
            let too_early = self.series.each_season().all(|season| ahead(&season));
            (self.named && self.year.is_none() && too_early).then_some(year)
        };
        let year = self.year.filter(|_| self.season.is_none()).or_else(this_year)?;
        let calendar = Question::of(QuestionKind::Schedule).series(self.of_series());
        let seasons = self.series.seasons.keys();
        Some(Misunderstanding::NoSuchSeason {
            series: self.series.name.clone(),
            season: year.to_string(),
            instead: seasons
                .clone()
                .rev()
                .map(|season| calendar.clone().season(season.clone()))
                .collect(),
            seasons: seasons.cloned().collect(),
        })
    }

    /// The weekend at hand: the one that was named or else the running, next or last one.
    pub(super) fn at_hand(&self) -> Option<(&'a Season, &'a Weekend)> {
        let named = self.weekend();
        let season = match (&named, &self.season) {
            (_, Some(season)) => self.series.season(season)?,
            (Some(weekend), None) => match self.season_of(weekend) {
                Some(season) => self.series.season(&season)?,
                None => self.current()?,
            },
            (None, None) => self.current()?,
        };
        let weekend = match &named {
            Some(weekend) => season.weekend(weekend.as_str())?,
            None => self.catalogue.progress(season, self.asker.now).current()?,
        };
        Some((season, weekend))
    }

    /// The only series whose season is running, where that is not the default one and the text names nothing of any.
    pub(super) fn only_running(&self) -> Option<SeriesId> {
        let names_one = !self.championships.is_empty() || !self.classes.is_empty() || !self.weekends.is_empty();
        let names_somebody = !self.drivers.is_empty() || !self.teams.is_empty();
        if self.named || self.year.is_some() || names_one || names_somebody {
            return None;
        }
        let runs = |series: &&Series| self.catalogue.at(series, self.asker.now).running().is_some();
        let mut running = self.catalogue.series.values().filter(runs);
        let (Some(only), None) = (running.next(), running.next()) else {
            return None;
        };
        (only.id != self.series.id).then(|| only.id.clone())
    }

    /// The session that was named by its kind and its number, in a weekend.
    pub(super) fn session_in(&self, weekend: &Weekend) -> Result<Option<SessionId>, Misunderstanding> {
        let Some((kind, number)) = self.session else {
            return Ok(None);
        };
        let mut of_kind = weekend.sessions.iter().filter(|session| session.kind == kind);
        let found = of_kind.nth(usize::from(number).saturating_sub(1));
        match found {
            Some(session) => Ok(Some(session.id.clone())),
            None => Err(Misunderstanding::NoSuchSession {
                weekend: weekend.name.clone(),
                sessions: weekend.sessions.iter().map(|session| session.name.clone()).collect(),
                instead: vec![Question::of(QuestionKind::Schedule).weekend(weekend.id.clone())],
            }),
        }
    }

    /// The qualifying that a text means in a weekend with several: that of the sprint where it is named, else that of the
    /// race.
    pub(super) fn qualifying(&self, weekend: &'a Weekend) -> Option<&'a Session> {
        let of_kind = || {
            weekend
                .sessions
                .iter()
                .filter(|one| one.kind == SessionKind::Qualifying)
        };
        let of_sprint = |one: &&Session| one.id.as_str().contains("sprint");
        let is_sprint = self.tags.has(Tag::Sprint);
        of_kind()
            .find(|one| of_sprint(one) == is_sprint)
            .or_else(|| of_kind().next())
    }

    /// The qualifying of a sprint, where it is named.
    pub(super) fn sprint_qualifying(&self, weekend: &'a Weekend) -> Option<SessionId> {
        let is_named = self.tags.has(Tag::Sprint) && self.kind == Some(SessionKind::Qualifying);
        let session = self.qualifying(weekend).filter(|_| is_named)?;
        Some(session.id.clone())
    }
}
