//! `driver`: who somebody is, what they drive, and how it goes.

use serde::Serialize;

use super::args::Args;
use super::classification::SeasonView;
use super::spec::{SEASON, SERIES};
use super::{Ask, Misunderstanding, Opt, Question, Spec, Takes, defaults, given};
use crate::answer::{Answer, Body, DriverProfile as Facts, Frame, NamedId, Seat};
use crate::dataset::Catalogue;
use crate::domain::{Asker, ClassId, Ranks, Slug};
use crate::lookup::NameKind;

pub(super) const SPEC: Spec = Spec {
    name: "driver",
    summary: "Who a driver is: car, team, class, home town, results and standing",
    options: &[
        Opt {
            name: "driver",
            takes: Takes::One(NameKind::Driver),
            summary: "the driver, by name or car number",
        },
        SEASON,
        SERIES,
    ],
    examples: &["driver hartog", "driver 43", "driver sabre cook season:2023"],
};

/// Who a driver is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Driver {
    /// Which driver.
    pub driver: Slug,
    /// Which season; the latest in which something is known of the driver if absent.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Driver {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Driver(Self {
            driver: args.id("driver").ok_or(Misunderstanding::Missing {
                question: SPEC.name,
                option: "driver",
                example: "driver hartog",
            })?,
            season: args.id("season"),
            series: args.id("series"),
        }))
    }

    /// Whether something is known of the driver in a season.
    fn is_in(&self, view: SeasonView<'_>) -> bool {
        view.entries().any(|entry| entry.has_driver(&self.driver))
            || view.sessions().any(|(_, _, known)| {
                known
                    .rows
                    .iter()
                    .any(|row| row.drivers().any(|driver| *driver == self.driver))
            })
            || !view.standings(Ranks::Driver, &self.driver, &[]).is_empty()
    }
}

impl Ask for Driver {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let driver = Some(self.driver.clone());
        given(&[("driver", &driver), ("season", &self.season), ("series", &self.series)])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let driver = series
            .drivers
            .get(&self.driver)
            .ok_or_else(|| Misunderstanding::NothingKnown {
                question: SPEC.name,
                series: series.name.clone(),
                season: self.season.clone(),
            })?;
        let line = |season: &Slug| {
            Question::Driver(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let home = defaults::Home {
            catalogue,
            series,
            asker,
            question: SPEC.name,
            name: &driver.name,
        };
        let (season, with) = home.season(self.season.as_ref(), |view| self.is_in(view), line)?;
        let view = SeasonView {
            catalogue,
            series,
            season,
            asker,
        };
        let entries: Vec<_> = view.entries().filter(|entry| entry.has_driver(&self.driver)).collect();
        let seats: Vec<Seat> = entries.iter().map(|entry| view.seat(entry)).collect();
        let (results, from_results) = view.outings(
            |finisher| finisher.has_driver(&self.driver),
            |driver| *driver == self.driver,
        );
        let classes: Vec<&ClassId> = entries.iter().filter_map(|entry| entry.class.as_ref()).collect();
        let standings = view.standings(Ranks::Driver, &self.driver, &classes);
        let (tallies, from_tallies) = view.tallies(&self.driver);
        let notes = view.notes(|note| note.drivers.iter().any(|one| *one == self.driver));
        let sources = entries.iter().flat_map(|entry| &entry.sources);
        let sources = sources.chain(standings.iter().flat_map(|table| &table.standings.sources));
        let sources = sources.chain(from_tallies).chain(&driver.sources).chain(from_results);
        let sources = sources.chain(notes.iter().flat_map(|note| &note.sources));
        let frame = Frame::of(catalogue, series, Some(season), asker).citing(series, sources);
        let own = driver.notes.iter().map(|note| (driver.name.clone(), note.clone()));
        Ok(Answer {
            frame,
            body: Body::Driver(Facts {
                driver: NamedId::new(&driver.id, &driver.name),
                hometown: driver.hometown.clone(),
                nationality: driver.nationality.clone(),
                seats,
                results,
                tallies,
                notes: own
                    .chain(notes.iter().map(|note| (note.title.clone(), note.text.clone())))
                    .collect(),
                seasons: with
                    .iter()
                    .filter(|other| other.id != season.id)
                    .map(|other| other.id.clone())
                    .collect(),
                standings,
            }),
        })
    }
}
