//! `winners`: who won the races of a weekend or of a season.

use serde::Serialize;

use super::args::Args;
use super::classification::{OrderOf, SeasonView};
use super::results::{neighbours, winners_notes};
use super::spec::{CLASS, SEASON, SERIES, SESSION, WEEKEND};
use super::{Ask, Misunderstanding, Question, Spec, defaults, given};
use crate::answer::{Answer, Body, ClassResult, Frame, NamedId, SessionResult, WeekendResults};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Place, Season, Session, Slug, SourceId, Weekend};

pub(super) const SPEC: Spec = Spec {
    name: "winners",
    summary: "Who won the races of a weekend, or of a whole season, by class",
    options: &[WEEKEND, SESSION, CLASS, SEASON, SERIES],
    examples: &[
        "winners",
        "winners watkins-glen season:2023 class:masters",
        "winners season:2024",
    ],
};

/// The winners of a weekend's races, or of a season's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Winners {
    /// Which weekend; the last one with results if absent.
    pub weekend: Option<Slug>,
    /// Which race of it; all if absent.
    pub session: Option<Slug>,
    /// Which class; all if absent.
    pub class: Option<Slug>,
    /// Which season; with no weekend named, all its races are meant.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Winners {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Winners(Self {
            weekend: args.id("weekend"),
            session: args.id("session"),
            class: args.id("class"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }

    /// The races of a weekend with their winners alone.
    fn races<'a>(&self, view: SeasonView<'a>, weekend: &'a Weekend, orders: &[OrderOf<'a>]) -> WeekendResults {
        let asked = |session: &&Session| self.session.as_ref().is_none_or(|asked| session.id == *asked);
        let races = weekend.sessions.iter().filter(|session| defaults::is_race(session));
        let races = races.filter(asked);
        WeekendResults {
            weekend: view.titled(weekend),
            class: self.class.as_ref().map(|class| NamedId::class(view.season, class)),
            class_note: self
                .class
                .as_ref()
                .and_then(|class| view.season.class(class.as_str())?.note.clone()),
            sessions: races
                .map(|race| winners_of(view.session(weekend, race, orders)))
                .collect(),
            notes: winners_notes(view, weekend).0,
            unknown_since: Vec::new(),
            neighbours: neighbours(view.season, weekend, |other| {
                defaults::has_results(view.season, other, view.catalogue, view.asker)
            }),
        }
    }
}

fn winners_of(mut race: SessionResult) -> SessionResult {
    for class in &mut race.classes {
        let winner = class.winner().cloned();
        *class = ClassResult {
            class: class.class.clone(),
            complete: class.complete,
            rows: winner.into_iter().collect(),
            awards: Vec::new(),
            unknown_awards: Vec::new(),
        };
    }
    race.penalties.clear();
    race.notes.clear();
    race.conflicts.clear();
    race
}

impl Ask for Winners {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        given(&[
            ("weekend", &self.weekend),
            ("session", &self.session),
            ("class", &self.class),
            ("season", &self.season),
            ("series", &self.series),
        ])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let line = |season: &Slug| {
            Question::Winners(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let whole_season = self.weekend.is_none() && self.session.is_none() && self.season.is_some();
        let (season, weekends): (&Season, Vec<&Weekend>) = if whole_season {
            let season = self.season.as_ref();
            let season = defaults::season(series, season, catalogue, asker, SPEC.name, |_| true)?;
            let begun = season
                .weekends
                .iter()
                .filter(|one| defaults::begun(one, catalogue, asker));
            (season, begun.collect())
        } else {
            let (weekend, season) = (self.weekend.as_ref(), self.season.as_ref());
            let (season, weekend) = defaults::weekend_run(series, weekend, season, catalogue, asker, SPEC.name, line)?;
            (season, vec![weekend])
        };
        let view = SeasonView {
            catalogue,
            series,
            season,
            asker,
        };
        let orders = defaults::class(view, self.class.as_ref(), line)?;
        let earlier = weekends.first().filter(|_| !whole_season).and_then(|weekend| {
            let seasons = series.each_season().rev().filter(|other| other.id < season.id);
            let mut with = seasons.filter(|other| {
                let same = other.weekend(weekend.id.as_str());
                same.is_some_and(|same| defaults::has_results(other, same, catalogue, asker))
            });
            with.next().map(|other| other.id.clone())
        });
        let sources: Vec<&SourceId> = weekends
            .iter()
            .flat_map(|weekend| sources(view, weekend, self.session.as_ref(), &orders))
            .collect();
        let frame = Frame::of(catalogue, series, Some(season), asker).citing(series, sources);
        Ok(Answer {
            frame,
            body: Body::Winners(crate::answer::Winners {
                weekends: weekends
                    .iter()
                    .map(|weekend| self.races(view, weekend, &orders))
                    .collect(),
                whole_season,
                earlier: earlier.map(Into::into),
            }),
        })
    }
}

/// Who says who won a weekend's races.
fn sources<'a>(
    view: SeasonView<'a>,
    weekend: &'a Weekend,
    asked_for: Option<&Slug>,
    orders: &[OrderOf<'a>],
) -> Vec<&'a SourceId> {
    let asked = |class: Option<&Slug>| orders.iter().any(|order| order.map(|class| class.id.slug()) == class);
    let races = weekend
        .sessions
        .iter()
        .filter(|session: &&Session| defaults::is_race(session) && asked_for.is_none_or(|id| session.id == *id));
    let known = races
        .filter(|race| view.over(weekend, race))
        .filter_map(|race| view.season.classification(&weekend.id, &race.id));
    let won = known.flat_map(|known| {
        let first = known
            .rows
            .iter()
            .filter(|row| row.place == Some(Place::Exactly(1)) || row.class_place == Some(Place::Exactly(1)));
        let rows = first.filter(|row| row.class.is_none() || asked(row.class.as_deref()));
        known.sources.iter().chain(rows.flat_map(|row| &row.sources))
    });
    won.chain(winners_notes(view, weekend).1).collect()
}
