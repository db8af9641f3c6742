//! `schedule`: when every session of a weekend is, or every weekend of a season.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use super::args::Args;
use super::spec::{DAY, KIND, SEASON, SERIES, SESSION, WEEKEND, ZONE};
use super::{Ask, Misunderstanding, Question, Spec, defaults, given};
use crate::answer::{Answer, Body, CalendarStop, Frame, WeekendTimetable};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Season, SessionKind, Slug, Weekend};
use crate::lookup::session_kind_word;
use crate::schedule::LocalTime;

pub(super) const SPEC: Spec = Spec {
    name: "schedule",
    summary: "When the sessions of a weekend are: track time, series time and yours",
    options: &[WEEKEND, SESSION, KIND, DAY, ZONE, SEASON, SERIES],
    examples: &[
        "schedule",
        "schedule watkins-glen season:2024",
        "schedule race-2 zone:london",
        "schedule day:saturday",
        "schedule season:2024",
    ],
};

/// The sessions of a weekend, or the weekends of a season.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Schedule {
    /// Which weekend; the running, next or last one if absent.
    pub weekend: Option<Slug>,
    /// Which session of it; all if absent.
    pub session: Option<Slug>,
    /// Which kind of session; any if absent.
    pub kind: Option<SessionKind>,
    /// Which day; all of the weekend if absent.
    pub day: Option<NaiveDate>,
    /// Another clock to tell the times by.
    pub zone: Option<Tz>,
    /// Which season; with nothing else named, its whole calendar is meant.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Schedule {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Schedule(Self {
            weekend: args.id("weekend"),
            session: args.id("session"),
            kind: args.session_kind("kind"),
            day: args.word("day"),
            zone: args.word("zone"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Schedule {
    fn is_whole_season(&self) -> bool {
        let part = self.session.is_some() || self.kind.is_some() || self.day.is_some();
        self.weekend.is_none() && self.season.is_some() && !part
    }

    /// Leaves what was asked for, told by the asked clock too.
    fn narrow(&self, plan: &mut WeekendTimetable) {
        let part = self.session.is_some() || self.kind.is_some() || self.day.is_some();
        plan.sessions.retain(|one| {
            self.session.as_ref().is_none_or(|session| one.session.id == *session)
                && self.kind.is_none_or(|kind| one.kind == kind)
                && self.day.is_none_or(|day| one.on(day))
        });
        plan.only = part.then_some(self.day);
        for one in &mut plan.sessions {
            let at = one.starts_at();
            one.elsewhere = self
                .zone
                .zip(at)
                .map(|(zone, at)| (zone.name().to_owned(), LocalTime::at(zone, at)));
        }
    }
}

/// The weekend that a day is part of.
fn on_the_day(season: &Season, day: Option<NaiveDate>) -> Option<&Weekend> {
    let day = day?;
    let mut weekends = season.weekends.iter();
    weekends.find(|weekend| (weekend.start..=weekend.end).contains(&day))
}

impl Ask for Schedule {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let mut options = given(&[("weekend", &self.weekend), ("session", &self.session)]);
        options.extend(self.kind.map(|kind| ("kind", session_kind_word(kind).to_owned())));
        options.extend(self.day.map(|day| ("day", day.to_string())));
        options.extend(self.zone.map(|zone| ("zone", zone.name().to_owned())));
        options.extend(given(&[("season", &self.season), ("series", &self.series)]));
        options
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let season = defaults::calendar(series, self.season.as_ref(), catalogue, asker, SPEC.name)?;
        let frame = Frame::of(catalogue, series, Some(season), asker);
        if self.is_whole_season() {
            let stops = season
                .weekends
                .iter()
                .map(|weekend| CalendarStop::of(catalogue, season, weekend, asker.now))
                .collect();
            let sources = season.weekends.iter().flat_map(|weekend| &weekend.sources);
            return Ok(Answer {
                frame: frame.citing(series, sources),
                body: Body::Calendar(stops),
            });
        }
        let line = |season: &Slug| {
            Question::Schedule(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let weekend = match &self.weekend {
            Some(id) => defaults::weekend(series, season, id, line)?,
            None => on_the_day(season, self.day)
                .or_else(|| catalogue.progress(season, asker.now).current())
                .ok_or_else(|| Misunderstanding::NothingKnown {
                    question: SPEC.name,
                    series: series.name.clone(),
                    season: Some(season.id.clone().into()),
                })?,
        };
        let mut plan = WeekendTimetable::of(catalogue, series, season, weekend, asker);
        self.narrow(&mut plan);
        let sources = weekend
            .sources
            .iter()
            .chain(weekend.sessions.iter().flat_map(|session| &session.sources));
        Ok(Answer {
            frame: frame.citing(series, sources),
            body: Body::Schedule(plan),
        })
    }
}
