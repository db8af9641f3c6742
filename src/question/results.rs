//! `results`: what came of the sessions of a weekend.

use serde::Serialize;

use super::args::Args;
use super::classification::SeasonView;
use super::spec::{CLASS, SEASON, SERIES, SESSION, WEEKEND};
use super::{Ask, Candidate, Misunderstanding, Question, Spec, defaults, given};
use crate::answer::{AdjacentWeekends, Answer, Body, Frame, NamedId, SessionResult};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Season, Session, Slug, SourceId, Weekend};
use crate::lookup::NameKind;

pub(super) const SPEC: Spec = Spec {
    name: "results",
    summary: "The results of a weekend: places, points, poles and fastest laps by class",
    options: &[WEEKEND, SESSION, CLASS, SEASON, SERIES],
    examples: &[
        "results",
        "results montreal race-1",
        "results miami season:2023 class:pro-am",
    ],
};

/// The results of a weekend, of one of its sessions, or of one class.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Results {
    /// Which weekend; the last one with results if absent.
    pub weekend: Option<Slug>,
    /// Which session; all that have results if absent.
    pub session: Option<Slug>,
    /// Which class; all if absent.
    pub class: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Results {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Results(Self {
            weekend: args.id("weekend"),
            session: args.id("session"),
            class: args.id("class"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }

    /// Whether all is asked for, so that the best of each class suffice.
    pub fn is_brief(&self) -> bool {
        self.session.is_none() && self.class.is_none()
    }

    /// The sessions that are told of: the named one, else the races and whatever else has a known order.
    fn sessions<'a>(&self, view: SeasonView<'a>, weekend: &'a Weekend) -> Result<Vec<&'a Session>, Misunderstanding> {
        let Some(named) = &self.session else {
            let known = |session: &Session| {
                view.over(weekend, session) && view.season.classification(&weekend.id, &session.id).is_some()
            };
            let told = weekend
                .sessions
                .iter()
                .filter(|session| defaults::is_race(session) || known(session));
            return Ok(told.collect());
        };
        match weekend.session(named.as_str()) {
            Some(session) => Ok(vec![session]),
            None => Err(self.no_session(named, weekend)),
        }
    }

    fn no_session(&self, named: &Slug, weekend: &Weekend) -> Misunderstanding {
        let candidate = |session: &Session| Candidate {
            kind: NameKind::Session,
            id: session.id.clone().into(),
            label: session.name.clone(),
            line: Some(
                Question::Results(Self {
                    session: Some(session.id.clone().into()),
                    ..self.clone()
                })
                .line(),
            ),
        };
        Misunderstanding::UnknownName {
            text: named.to_string(),
            kinds: vec![NameKind::Session],
            question: SPEC.name,
            nearest: weekend.sessions.iter().map(candidate).collect(),
        }
    }
}

impl Ask for Results {
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
            Question::Results(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let (season, weekend) = defaults::weekend_run(
            series,
            self.weekend.as_ref(),
            self.season.as_ref(),
            catalogue,
            asker,
            SPEC.name,
            line,
        )?;
        let view = SeasonView {
            catalogue,
            series,
            season,
            asker,
        };
        let asked = self.sessions(view, weekend)?;
        let orders = defaults::class(view, self.class.as_ref(), line)?;
        let sessions: Vec<SessionResult> = asked
            .iter()
            .map(|session| view.session(weekend, session, &orders))
            .collect();
        let (notes, sources) = winners_notes(view, weekend);
        let sources = view.sources(weekend, &asked).into_iter().chain(sources);
        let frame = Frame::of(catalogue, series, Some(season), asker).citing(series, sources);
        Ok(Answer {
            frame,
            body: Body::Results(crate::answer::WeekendResults {
                weekend: view.titled(weekend),
                class: self.class.as_ref().map(|class| NamedId::class(season, class)),
                class_note: self
                    .class
                    .as_ref()
                    .and_then(|class| season.class(class.as_str())?.note.clone()),
                sessions,
                notes,
                unknown_since: defaults::unknown_since(season, weekend, catalogue, asker),
                neighbours: neighbours(season, weekend, |other| {
                    defaults::has_results(season, other, catalogue, asker)
                }),
            }),
        })
    }
}

/// Notes of a weekend that tell of winners without saying which race was whose, with their sources.
pub(super) fn winners_notes<'a>(view: SeasonView<'a>, weekend: &'a Weekend) -> (Vec<String>, Vec<&'a SourceId>) {
    let told = || {
        let notes = weekend
            .notes
            .iter()
            .filter(|note| note.topic.as_str().ends_with("-winners"));
        notes.filter(|note| defaults::is_known(note, weekend, view.catalogue, view.asker))
    };
    (
        told().map(|note| note.text.clone()).collect(),
        told().flat_map(|note| &note.sources).collect(),
    )
}

/// The weekends around one in its season, as far as `wanted` takes them.
pub(super) fn neighbours(season: &Season, weekend: &Weekend, wanted: impl Fn(&Weekend) -> bool) -> AdjacentWeekends {
    let titled = |weekend: &Weekend| NamedId::new(&weekend.id, &weekend.name);
    let at = season.weekends.iter().position(|one| one.id == weekend.id).unwrap_or(0);
    let (before, after) = season.weekends.split_at(at.min(season.weekends.len()));
    AdjacentWeekends {
        previous: before.iter().rev().find(|one| wanted(one)).map(titled),
        next: after.iter().skip(1).find(|one| wanted(one)).map(titled),
    }
}
