//! `schedule`: when every session of a weekend is, or every weekend of a season.

use serde::Serialize;

use super::args::Args;
use super::spec::{SEASON, SERIES, WEEKEND};
use super::{Ask, Misunderstanding, Question, Spec, defaults, given};
use crate::answer::{Answer, Body, Frame, Plan, Stop};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};

pub(super) const SPEC: Spec = Spec {
    name: "schedule",
    summary: "When the sessions of a weekend are: track time, series time and yours",
    options: &[WEEKEND, SEASON, SERIES],
    examples: &["schedule", "schedule watkins-glen season:2024", "schedule season:2024"],
};

/// The sessions of a weekend, or the weekends of a season.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Schedule {
    /// Which weekend; the running, next or last one if absent.
    pub weekend: Option<Slug>,
    /// Which season; with no weekend named, its whole calendar is meant.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Schedule {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Schedule(Self {
            weekend: args.id("weekend"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Ask for Schedule {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        given(&[
            ("weekend", &self.weekend),
            ("season", &self.season),
            ("series", &self.series),
        ])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let season = defaults::calendar(series, self.season.as_ref(), catalogue, asker, SPEC.name)?;
        let frame = Frame::of(catalogue, series, Some(season), asker);
        if self.weekend.is_none() && self.season.is_some() {
            let stops = season
                .weekends
                .iter()
                .map(|weekend| Stop::of(catalogue, season, weekend, asker.now))
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
            None => catalogue
                .stage(season, asker.now)
                .current()
                .ok_or_else(|| Misunderstanding::NothingKnown {
                    question: SPEC.name,
                    series: series.name.clone(),
                    season: Some(season.id.clone()),
                })?,
        };
        let plan = Plan::of(catalogue, series, season, weekend, asker.now);
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
