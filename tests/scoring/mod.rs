//! The scoring engine against printed sheets, invented seasons and its own laws.

mod brute;
mod calendars;
mod counting;
mod decided;
mod explain;
mod formula1;
mod glen;
pub mod invented;
mod laws;
mod micro;
mod paying;
mod rounds;
mod safe;
mod sheets;
mod successors;

use std::str::FromStr;

use raceweek::dataset::{Catalogue, Fault, Folder, load};
use raceweek::domain::{Points, SlugError};
use raceweek::scoring::{Score, Standings, standings};

use crate::support::answers::packs;

fn slug<T: FromStr<Err = SlugError>>(text: &str) -> T {
    text.parse().unwrap()
}

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn shipped() -> Catalogue {
    packs()
}

/// A championship's table over its first `sessions` sessions, as of the end of the last of them.
fn table(catalogue: &Catalogue, series: &str, season: &str, championship: &str, sessions: usize) -> Standings {
    let ledger = catalogue
        .ledger(&slug(series), &slug(season), &slug(championship))
        .unwrap();
    let season = catalogue.season(&slug(series), &slug(season)).unwrap();
    let over: Vec<usize> = (0..sessions).collect();
    let as_of = over
        .last()
        .map_or_else(chrono::DateTime::default, |last| ledger.sessions[*last].end);
    standings(season, season.championship(championship).unwrap(), ledger, &over, as_of)
}

/// A competitor's points from one session.
fn score(catalogue: &Catalogue, of: [&str; 3], session: usize, competitor: &str) -> Score {
    let ledger = catalogue.ledger(&slug(of[0]), &slug(of[1]), &slug(of[2])).unwrap();
    let index = ledger.competitors.iter().position(|one| *one == *competitor).unwrap();
    ledger.session(session, chrono::DateTime::<chrono::Utc>::MAX_UTC)[index].clone()
}

/// A table as text: position, competitor, points, and how many share the place.
fn rows(table: &Standings) -> String {
    let row = |row: &raceweek::scoring::Standing| {
        let position = row.position.map_or("-".to_owned(), |position| position.to_string());
        let points = row.points.map_or("?".to_owned(), |points| match points.exact() {
            Some(exact) => exact.to_string(),
            None => format!("{}..{}", points.low, points.high),
        });
        format!("{position} {} {points}\n", row.competitor)
    };
    table.rows.iter().map(row).collect()
}

/// The faults that keep a pack from being used, or its catalogue.
pub(crate) fn loaded(files: &[(&str, serde_json::Value)]) -> Result<Catalogue, String> {
    let files = files
        .iter()
        .map(|(name, json)| ((*name).to_owned(), json.to_string().into_bytes()))
        .collect();
    let folder = Folder {
        files,
        ..Folder::default()
    };
    load(folder).map(|(catalogue, _)| catalogue).map_err(|faults| {
        faults
            .iter()
            .filter(|fault| fault.is_error())
            .map(Fault::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    })
}
