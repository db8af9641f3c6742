//! `preview`: a weekend before it begins: timetable, field, last year's winners, tables, rules, what else is worth telling.
//!
//! It is put together from other answers, asked as of the earlier of now and the weekend's first day.

use serde::Serialize;

use super::args::Args;
use super::spec::{SEASON, SERIES, WEEKEND};
use super::{Ask, Entries, Gap, Misunderstanding, Points, Question, Spec, Track, Winners, defaults, given};
use crate::answer::{Answer, Body, Frame, LastTime, LocalDriver, Preview as Facts, WeekendTimetable};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Circuit, Conflict, Note, Season, Series, Slug, Weekend};
use crate::schedule::day_start;

pub(super) const SPEC: Spec = Spec {
    name: "preview",
    summary: "A weekend before it begins: timetable, field, past winners, standings, notes",
    options: &[WEEKEND, SEASON, SERIES],
    examples: &["preview", "preview watkins-glen season:2024"],
};

/// The preview of a weekend.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Preview {
    /// Which weekend; the running, next or last one if absent.
    pub weekend: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Preview {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Preview(Self {
            weekend: args.id("weekend"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Ask for Preview {
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
        let line = |season: &Slug| {
            Question::Preview(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let weekend = match &self.weekend {
            Some(id) => defaults::weekend(series, season, id, line)?,
            None => catalogue
                .progress(season, asker.now)
                .current()
                .ok_or_else(|| Misunderstanding::NothingKnown {
                    question: SPEC.name,
                    series: series.name.clone(),
                    season: Some(season.id.clone().into()),
                })?,
        };
        let begin = day_start(catalogue.zone(weekend), weekend.start);
        let eve = Asker {
            now: asker.now.min(begin),
            ..asker.clone()
        };
        let mut parts = Parts {
            catalogue,
            eve: &eve,
            frame: Frame::of(catalogue, series, Some(season), &eve),
        };
        let facts = parts.facts(series, season, weekend);
        let own = weekend
            .sources
            .iter()
            .chain(weekend.notes.iter().flat_map(|note| &note.sources));
        Ok(Answer {
            frame: parts.frame.citing(series, own),
            body: Body::Preview(Box::new(facts)),
        })
    }
}

/// Other answers as of the weekend's eve, and the frame that gathers their sources.
struct Parts<'a> {
    catalogue: &'a Catalogue,
    eve: &'a Asker,
    frame: Frame,
}

impl Parts<'_> {
    /// Asks another question. What has no answer is left out of the preview: the question itself says why.
    fn ask(&mut self, question: &Question) -> Option<Body> {
        let answer = question.answer(self.catalogue, self.eve).ok()?;
        for cited in answer.frame.sources {
            if !self.frame.sources.contains(&cited) {
                self.frame.sources.push(cited);
            }
        }
        Some(answer.body)
    }

    fn facts(&mut self, series: &Series, season: &Season, weekend: &Weekend) -> Facts {
        let of = Some(series.id.clone());
        let in_season = Some(season.id.clone());
        let here = Some(weekend.id.clone());
        let gaps = Question::Gap(Gap {
            season: in_season.clone().map(Into::into),
            series: of.clone().map(Into::into),
            ..Gap::default()
        });
        let points = Question::Points(Points {
            season: in_season.clone().map(Into::into),
            series: of.clone().map(Into::into),
            ..Points::default()
        });
        let entries = Question::Entries(Entries {
            weekend: here.clone().map(Into::into),
            season: in_season.map(Into::into),
            series: of.clone().map(Into::into),
            ..Entries::default()
        });
        let track = Question::Track(Track {
            track: Some(weekend.circuit.clone().into()),
            series: of.clone().map(Into::into),
        });
        let entries = match self.ask(&entries) {
            Some(Body::Entries(entries)) => Some(entries),
            _ => None,
        };
        let circuit = self.catalogue.circuit(weekend);
        let seats = || {
            entries
                .iter()
                .flat_map(|entries| &entries.classes)
                .flat_map(|class| &class.seats)
        };
        let local =
            |seat: &&crate::answer::Seat| circuit.is_some_and(|circuit| is_local(circuit, seat.hometown.as_deref()));
        let locals = seats()
            .filter(local)
            .filter_map(|seat| {
                Some(LocalDriver {
                    who: seat.who.clone(),
                    hometown: seat.hometown.clone()?,
                })
            })
            .collect();
        let rookies = seats()
            .filter(|seat| seat.rookie == Some(true))
            .map(|seat| seat.who.clone())
            .collect();
        let earlier = series
            .each_season()
            .rev()
            .find(|other| other.id < season.id && other.weekend(weekend.id.as_str()).is_some());
        let last_time = earlier.and_then(|earlier| {
            let winners = Winners {
                weekend: here.clone().map(Into::into),
                season: Some(earlier.id.clone().into()),
                series: of.clone().map(Into::into),
                class: None,
                session: None,
            };
            match self.ask(&Question::Winners(winners)) {
                Some(Body::Winners(winners)) => Some(LastTime {
                    season: earlier.id.clone().into(),
                    winners,
                }),
                _ => None,
            }
        });
        let known = |note: &&Note| {
            note.since
                .is_none_or(|since| day_start(series.zone, since) <= self.eve.now)
        };
        let notes = weekend.notes.iter().filter(known).cloned().collect();
        let concerns = |conflict: &&Conflict| conflict.weekend.as_ref() == Some(&weekend.id);
        Facts {
            plan: WeekendTimetable::of(self.catalogue, series, season, weekend, self.eve),
            track: match self.ask(&track) {
                Some(Body::Track(track)) => Some(track),
                _ => None,
            },
            entries,
            last_time,
            championships: match self.ask(&gaps) {
                Some(Body::Gap(gaps)) => gaps,
                _ => Vec::new(),
            },
            scoring: match self.ask(&points) {
                Some(Body::Points(scoring)) => scoring,
                _ => Vec::new(),
            },
            locals,
            rookies,
            notes,
            conflicts: season.conflicts.iter().filter(concerns).cloned().collect(),
        }
    }
}

/// Whether somebody lives in the circuit's state or province: `Huntington, New York`.
fn is_local(circuit: &Circuit, hometown: Option<&str>) -> bool {
    let region = hometown
        .and_then(|town| town.rsplit_once(", "))
        .map(|(_, region)| region);
    region.is_some() && region == circuit.region.as_deref()
}
