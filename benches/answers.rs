//! How long answers take: one question, all tables of a season, and reading all packs.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench is a test: it may fail loudly, and nobody calls it"
)]

use std::collections::BTreeMap;

use divan::{Bencher, black_box};
use raceweek::dataset::{Catalogue, Folder, load};
use raceweek::domain::{Asker, Season, Series, Slug};
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
fn asker(series: &Slug) -> Asker {
    Asker {
        now: "2099-01-01T00:00:00Z".parse().expect("a moment"),
        zone: None,
        reference: None,
        series: series.clone(),
        rehearsal: true,
    }
}

/// The season with the most result rows.
fn largest(catalogue: &Catalogue) -> (&Series, &Season) {
    let rows = |season: &Season| season.classifications.iter().map(|one| one.rows.len()).sum::<usize>();
    let seasons = catalogue.series.values();
    seasons
        .flat_map(|series| series.each_season().map(move |season| (series, season)))
        .max_by_key(|(_, season)| rows(season))
        .expect("there are packs")
}

/// Standings of the largest pack, one table or all: a command line in, pages for Discord out.
#[divan::bench(args = ["one table", "all tables"])]
fn answer_a_question(bencher: Bencher<'_, '_>, which: &str) {
    let catalogue = catalogue();
    let (series, season) = largest(&catalogue);
    let asker = asker(&series.id);
    let table = season.championships.first().expect("it has tables").id.to_string();
    let table = if which == "one table" { table } else { String::new() };
    let line = format!("/standings {table} season:{}", season.id);
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
    let (series, season): (Slug, Slug) = (series.parse().expect("a slug"), season.parse().expect("a slug"));
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
