//! Summary of a sheet of results: what one checks first against the page it came from.

use std::collections::BTreeMap;

use serde::Serialize;

use super::sheet::{ResultSheet, SheetRow};
use crate::domain::Status;

/// Figures of a sheet of results.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary<'s> {
    /// Rows.
    pub rows: usize,
    /// Rows with a place.
    pub placed: usize,
    /// Rows by class, in the order in which the classes come; empty where there are none.
    pub classes: Vec<(&'s str, usize)>,
    /// The first row in the order.
    pub winner: Option<&'s SheetRow>,
    /// The first row of each class, guests left out.
    pub class_winners: Vec<(&'s str, &'s SheetRow)>,
    /// The row with the best lap.
    pub fastest_lap: Option<&'s SheetRow>,
    /// The row with the best lap of each class.
    pub fastest_laps: Vec<(&'s str, &'s SheetRow)>,
    /// Rows by their end, those classified left out.
    pub not_classified: BTreeMap<&'static str, usize>,
    /// All laps together.
    pub laps: u32,
}

impl<'s> Summary<'s> {
    /// The figures of a sheet.
    pub fn of(sheet: &'s ResultSheet) -> Self {
        let mut classes: Vec<(&str, usize)> = Vec::new();
        for class in sheet.rows.iter().filter_map(|row| row.class.as_deref()) {
            match classes.iter_mut().find(|(name, _)| *name == class) {
                Some((_, count)) => *count += 1,
                None => classes.push((class, 1)),
            }
        }
        let in_class = |class: &str| {
            let class = class.to_owned();
            sheet
                .rows
                .iter()
                .filter(move |row| row.class.as_deref() == Some(&class))
        };
        let mut not_classified = BTreeMap::new();
        for row in &sheet.rows {
            if let Some(word) = ending(row.status) {
                *not_classified.entry(word).or_default() += 1;
            }
        }
        let names = || classes.iter().map(|(name, _)| *name);
        Self {
            rows: sheet.rows.len(),
            placed: sheet.rows.iter().filter(|row| row.place.is_some()).count(),
            winner: sheet.rows.iter().find(|row| row.place == Some(1)),
            class_winners: names()
                .filter_map(|name| Some((name, first(in_class(name))?)))
                .collect(),
            fastest_lap: fastest(sheet.rows.iter()),
            fastest_laps: names()
                .filter_map(|name| Some((name, fastest(in_class(name))?)))
                .collect(),
            not_classified,
            laps: sheet.rows.iter().filter_map(|row| row.laps).map(u32::from).sum(),
            classes,
        }
    }
}

fn first<'s>(rows: impl Iterator<Item = &'s SheetRow>) -> Option<&'s SheetRow> {
    let counts = |row: &&SheetRow| row.place.is_some() && !row.guest;
    rows.filter(counts).min_by_key(|row| row.place)
}

fn fastest<'s>(rows: impl Iterator<Item = &'s SheetRow>) -> Option<&'s SheetRow> {
    rows.filter(|row| row.best_lap.is_some()).min_by_key(|row| row.best_lap)
}

/// The word for a row that is not classified.
fn ending(status: Status) -> Option<&'static str> {
    match status {
        Status::Classified => None,
        Status::Dnf => Some("not finished"),
        Status::Dns => Some("not started"),
        Status::Dsq => Some("disqualified"),
        Status::Nc => Some("not classified"),
    }
}
