//! Draft of an import: what sheets change in a season's pack, and what keeps them from it.

use chrono::NaiveDate;
use serde::Serialize;

use super::classes::meanings;
use super::classification::{is_same_car, of_sheet, rows, with_grid};
use super::crews::Crews;
use super::options::MatchOptions;
use super::people::{People, id_for};
use super::revision::{Difference, difference, only_adds, table_difference};
use super::session::{SheetSession, find};
use super::tables::{says_the_same, table};
use crate::dataset::Fault;
use crate::dataset::edit::{PackChanges, Placing};
use crate::domain::{Classification, Published, PublishedTable, Row, Season, Series, Source, SourceId};
use crate::import::format::{Format, SheetOf};
use crate::import::sheet::{Heading, OrderKind, PointsSheet, ResultSheet, Sheet};

/// Changes that sheets make, and everything that is wrong with them.
#[derive(Debug, Default)]
pub struct Draft {
    /// The changes of the pack.
    pub changes: PackChanges,
    /// Outcome of each sheet, for people.
    pub outcomes: Vec<SheetOutcome>,
    /// Errors and notes.
    pub faults: Vec<Fault>,
}

/// Outcome of one sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetOutcome {
    /// The file.
    pub file: String,
    /// The session or table that it is about, as far as that was found.
    pub about: Option<String>,
    /// The change.
    pub change: SheetChange,
}

/// Change that a sheet makes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetChange {
    /// The pack says the same.
    Unchanged,
    /// Something differs.
    Differs(Difference),
    /// It cannot be taken: the faults say why.
    Refused,
    /// Packs do not hold what it says.
    NotHeld,
}

/// Works out what sheets change in a season, those of one session after the other.
pub fn draft(series: &Series, season: &Season, sheets: &[SheetOf], options: &MatchOptions) -> Draft {
    let mut draft = Draft::default();
    // A grid adds to the result of its race, so that it comes after it.
    let is_grid =
        |sheet: &&SheetOf| matches!(&sheet.sheet, Sheet::Results(order) if order.kind == Some(OrderKind::Grid));
    let (grids, others): (Vec<_>, Vec<_>) = sheets.iter().partition(is_grid);
    for sheet in others.into_iter().chain(grids) {
        let mut faults = Vec::new();
        let (about, change) = match &sheet.sheet {
            Sheet::Results(results) => draft.results(series, season, (sheet, results), options, &mut faults),
            Sheet::Points(table) => draft.points(series, season, (sheet, table), options, &mut faults),
            Sheet::Entries(_) | Sheet::Calendar(_) | Sheet::RaceControl(_) => (None, SheetChange::NotHeld),
        };
        let change = if faults.iter().any(Fault::is_error) {
            SheetChange::Refused
        } else {
            change
        };
        for fault in &mut faults {
            fault.file.clone_from(&sheet.file);
            fault.folder.clone_from(&sheet.folder);
        }
        draft.faults.append(&mut faults);
        draft.outcomes.push(SheetOutcome {
            file: sheet.file.clone(),
            about,
            change,
        });
    }
    draft
}

impl Draft {
    fn results(
        &mut self,
        series: &Series,
        season: &Season,
        (of, sheet): (&SheetOf, &ResultSheet),
        options: &MatchOptions,
        faults: &mut Vec<Fault>,
    ) -> (Option<String>, SheetChange) {
        let at = match find(season, &sheet.heading, sheet.kind, options.session.as_deref()) {
            Ok(at) => at,
            Err(_) if is_beside_a_race(of, sheet) => return (None, SheetChange::NotHeld),
            Err(paths) => {
                faults.push(no_session(season, &paths));
                return (None, SheetChange::Refused);
            }
        };
        let crews = Crews {
            series,
            season,
            weekend: at.weekend,
            people: People::of(series, season),
            classes: meanings(season, at.weekend, sheet, options, &mut self.changes, faults),
            options,
        };
        let about = Some(at.path());
        let old = self.known(season, at);
        let Some(matched) = rows(&crews, sheet, &mut self.changes, faults) else {
            return (about, SheetChange::Refused);
        };
        let new = match sheet.kind {
            Some(OrderKind::Grid) => with_grid(&crews, sheet, &matched, old.as_ref()),
            _ => Some(of_sheet(&crews, at, sheet, matched, old.as_ref())),
        };
        let Some(new) = new else {
            let message = format!("the result of {} is not held, and a grid alone is none", at.path());
            let fault = Fault::note("", "$", "grid-alone", message);
            faults.push(fault.hint("import it together with the result"));
            return (about, SheetChange::NotHeld);
        };
        let Some(differs) = difference(old.as_ref(), &new) else {
            return (about, SheetChange::Unchanged);
        };
        if let Some(fault) = backwards(old.as_ref(), &new).or_else(|| fewer(old.as_ref(), &new)) {
            faults.push(fault);
            return (about, SheetChange::Refused);
        }
        self.take(
            (series, of, sheet),
            old.as_ref(),
            new,
            only_adds(&differs),
            options.today,
        );
        (about, SheetChange::Differs(differs))
    }

    fn points(
        &mut self,
        series: &Series,
        season: &Season,
        (of, sheet): (&SheetOf, &PointsSheet),
        options: &MatchOptions,
        faults: &mut Vec<Fault>,
    ) -> (Option<String>, SheetChange) {
        let mut new = match table(series, season, sheet, options.session.as_deref()) {
            Ok(table) => table,
            Err(problems) => {
                faults.extend(problems);
                return (None, SheetChange::Refused);
            }
        };
        let about = Some(format!("{} after round {}", new.championship, new.after));
        let is_it = |one: &&PublishedTable| one.championship == new.championship && one.after == new.after;
        let drafted = self.changes.tables.iter().map(|(one, _)| one);
        let old = season.tables.iter().chain(drafted).rev().find(is_it).cloned();
        let old = old.as_ref();
        if old.is_some_and(|old| says_the_same(old, &new)) {
            return (about, SheetChange::Unchanged);
        }
        if old.is_some_and(|old| old.rows.len() > new.rows.len()) {
            let message = format!(
                "the pack has {} rows, and it has {}",
                old.map_or(0, |old| old.rows.len()),
                new.rows.len()
            );
            faults.push(Fault::error("", "$", "fewer-rows", message).hint("import the whole table"));
            return (about, SheetChange::Refused);
        }
        let rows = new.rows.len();
        let change = old.map(|old| table_difference(old, &new));
        if let Some(old) = old {
            new.revision = Some(old.revision.unwrap_or(1) + 1);
            new.published = Some(Published::On(sheet.heading.published.unwrap_or(options.today)));
        }
        let source = self.source(series, of, &sheet.heading);
        new.sources.extend(source);
        let placing = if old.is_some() {
            Placing::Revision
        } else {
            Placing::InPlace
        };
        self.changes.tables.push((new, placing));
        let differs = change.map_or(Difference::New { rows }, Difference::Table);
        (about, SheetChange::Differs(differs))
    }

    /// The newest classification of a session, with what sheets before this one changed.
    fn known(&self, season: &Season, at: SheetSession<'_>) -> Option<Classification> {
        let of = |one: &&Classification| {
            one.stage.is_none() && one.session.weekend == at.weekend.id && one.session.session == at.session.id
        };
        let drafted = self.changes.classifications.iter().rev().map(|(one, _)| one).find(of);
        drafted
            .or_else(|| season.classifications.iter().rev().find(of))
            .cloned()
    }

    /// Takes a classification into the changes: in place of an older one to which it only adds, else as a revision.
    fn take(
        &mut self,
        (series, of, sheet): (&Series, &SheetOf, &ResultSheet),
        old: Option<&Classification>,
        mut new: Classification,
        only_adds: bool,
        today: NaiveDate,
    ) {
        let source = self.source(series, of, &sheet.heading);
        let drafted = self
            .changes
            .classifications
            .iter()
            .position(|(one, _)| one.session == new.session);
        let placing = match old {
            Some(old) if !only_adds && drafted.is_none() => {
                new.revision = Some(old.revision.unwrap_or(1) + 1);
                new.published = Some(Published::On(sheet.heading.published.unwrap_or(today)));
                new.status = new.status.or(old.status);
                Placing::Revision
            }
            Some(old) => {
                new.revision = old.revision;
                new.published = old.published;
                new.status = new
                    .status
                    .filter(|_| old.status.is_some() || old.revision.is_some())
                    .or(old.status);
                Placing::InPlace
            }
            None => Placing::InPlace,
        };
        if let Some(source) = &source {
            if sheet.kind != Some(OrderKind::Grid) {
                new.sources = vec![source.clone()];
            }
            for award in new.awards.iter_mut().filter(|award| award.sources.is_empty()) {
                award.sources = vec![source.clone()];
            }
            self.cite(source);
        }
        match drafted.and_then(|at| self.changes.classifications.get_mut(at)) {
            Some((one, _)) => *one = new,
            None => self.changes.classifications.push((new, placing)),
        }
    }

    /// Names the source of every record that was added and has none yet.
    fn cite(&mut self, source: &SourceId) {
        let drivers = self.changes.drivers.iter_mut().map(|one| &mut one.sources);
        let teams = self.changes.teams.iter_mut().map(|one| &mut one.sources);
        let entries = self.changes.entries.iter_mut().map(|one| &mut one.sources);
        for sources in drivers.chain(teams).chain(entries) {
            if sources.is_empty() {
                sources.push(source.clone());
            }
        }
    }

    /// The source that a sheet is, added to those of the series.
    fn source(&mut self, series: &Series, of: &SheetOf, heading: &Heading) -> Option<SourceId> {
        let stem = of.file.rsplit('/').next().unwrap_or(&of.file);
        let stem = stem.split('.').next().unwrap_or(stem);
        // An archive is one source, whichever of its races is read.
        let of_event = |text: &Option<String>| text.clone().filter(|_| heading.event_id.is_none());
        let parts = [
            heading.series.clone(),
            of_event(&heading.event),
            of_event(&heading.session),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let name = of.file.rsplit('/').next().unwrap_or(&of.file);
        let title = match parts.as_slice() {
            [] => name.to_owned(),
            parts => format!("{} ({name})", parts.join(", ")),
        };
        let date = heading.published.or(heading.date).map(|date| date.to_string());
        let source = Source { title, url: None, date };
        let known = |id: &str| {
            let drafted = self.changes.sources.iter().find(|(known, _)| known.as_str() == id);
            drafted.map(|(_, source)| source).or_else(|| series.sources.get(id))
        };
        let is_other = |id: &str| known(id).is_some_and(|known| *known != source);
        let id: SourceId = id_for(&format!("import {stem}"), is_other)?.into();
        if known(id.as_str()).is_none() {
            self.changes.sources.push((id.clone(), source));
        }
        Some(id)
    }
}

/// True for practice and qualifying that a simulator writes into one file with the race: many seasons do not hold them.
fn is_beside_a_race(of: &SheetOf, sheet: &ResultSheet) -> bool {
    matches!(of.format, Format::Iracing | Format::Rfactor)
        && matches!(sheet.kind, Some(OrderKind::Practice | OrderKind::Qualifying))
}

fn no_session(season: &Season, paths: &[String]) -> Fault {
    let fault = Fault::error(
        "",
        "$",
        "no-session",
        "which session it is about cannot be told".to_owned(),
    );
    let first = season.weekends.first().map_or("weekend", |weekend| weekend.id.as_str());
    fault.hint(match paths {
        [] => format!("say which: --session {first}/race"),
        [one] => format!("is it {one}? --session {one}"),
        several => format!("say which: --session with one of {}", several.join(", ")),
    })
}

/// The fault of a sheet that would take a step back: from an official result to one that is not.
fn backwards(old: Option<&Classification>, new: &Classification) -> Option<Fault> {
    let (before, now) = (old?.status?, new.status?);
    (now < before).then(|| {
        let message = format!("the pack holds a later result of {}: {before:?} already", new.session).to_lowercase();
        Fault::error("", "$", "older-result", message).hint("nothing is taken from it; import the newer sheet")
    })
}

/// The fault of a sheet with fewer cars than are known: an empty or cut list takes nothing away.
fn fewer(old: Option<&Classification>, new: &Classification) -> Option<Fault> {
    let gone = |row: &&Row| !new.rows.iter().any(|one| is_same_car(row, one));
    let gone: Vec<&Row> = old?.rows.iter().filter(gone).collect();
    let many = gone.len();
    (new.rows.len() < old?.rows.len() && many > 0).then(|| {
        let message = format!(
            "{many} of {} cars that the pack has in {} are not on it",
            old.map_or(0, |old| old.rows.len()),
            new.session
        );
        Fault::error("", "$", "fewer-rows", message)
            .hint("import the whole sheet; a car that is struck is disqualified, not left out")
    })
}
