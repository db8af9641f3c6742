//! Duration of answers: one question, all tables of a season, and reading all packs.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench is a test: it may fail loudly, and nobody calls it"
)]

use std::collections::BTreeMap;

use divan::{Bencher, black_box};
use raceweek::dataset::{Catalogue, Folder, load};
use raceweek::domain::{Asker, SeasonId, SeriesId};
use raceweek::output::markdown::pages;
use raceweek::question::Question;
use raceweek::scoring::standings;
use raceweek::view::view;

fn main() {
    divan::main();
}

fn catalogue() -> Catalogue {
    load(Folder::embedded()).expect("the built-in packs have no faults").0
}

/// An asker for whom every season in the packs is over.
fn asker(series: &SeriesId) -> Asker {
    Asker {
        now: "2099-01-01T00:00:00Z".parse().expect("a moment"),
        zone: None,
        reference: None,
        series: series.clone(),
        rehearsal: true,
    }
}

/// Standings of a season, one table or all: a command line in, pages for Discord out.
#[divan::bench(args = ["pro pccna/2024", "pccna/2024", "drivers f1/2025", "f1/2025"])]
fn answer_a_question(bencher: Bencher<'_, '_>, which: &str) {
    let catalogue = catalogue();
    let (table, of) = which.split_once(' ').unwrap_or(("", which));
    let (series, season) = of.split_once('/').expect("a series and a season");
    let asker = asker(&series.parse().expect("a slug"));
    let line = format!("/standings {table} season:{season}");
    let commands = BTreeMap::new();
    bencher.bench(|| {
        let question = Question::parse(black_box(&line), &catalogue, &asker).expect("it is understood");
        let answer = question.answer(&catalogue, &asker).expect("it has an answer");
        pages(&view(&question, &answer), &commands)
    });
}

/// Files become a catalogue, and every rule is run over it.
#[divan::bench]
fn load_all_packs() -> Catalogue {
    catalogue()
}

/// Every championship of a season after every session it counts.
#[divan::bench(args = ["pcca/2026", "pccna/2024"])]
fn all_tables_of_a_season(bencher: Bencher<'_, '_>, name: &str) {
    let catalogue = catalogue();
    let (series, season) = name.split_once('/').expect("a series and a season");
    let (series, season): (SeriesId, SeasonId) = (series.parse().expect("a slug"), season.parse().expect("a slug"));
    let asker = asker(&series);
    let of = catalogue.season(&series, &season).expect("it is in the packs");
    bencher.bench(|| {
        let mut rows = 0;
        for championship in &of.championships {
            let ledger = catalogue
                .ledger(&series, &season, &championship.id)
                .expect("it has a ledger");
            let over = ledger.over(asker.now);
            for last in 1..=over.len() {
                rows += standings(of, championship, ledger, &over[..last], asker.now).rows.len();
            }
        }
        rows
    });
}
