//! Duration of reading a question in somebody's own words, with all packs and with many more names.

#![expect(
    clippy::expect_used,
    reason = "a bench is a test: it may fail loudly, and nobody calls it"
)]

use divan::{Bencher, black_box};
use raceweek::dataset::{Catalogue, Folder, load};
use raceweek::domain::{Asker, Driver};
use raceweek::understand::understand;

fn main() {
    divan::main();
}

/// Questions of every kind: commands of a few words, sentences, slips, other languages, nothing at all.
const QUESTIONS: [&str; 12] = [
    "when's race 2 my time",
    "wen quali",
    "how far back is cooper",
    "who won the glen last yr masters",
    "race 2 winner pro last season at watkin's glenn",
    "has kvamme ever won at the glen",
    "how many points between 1st and 3rd in pro",
    "cuando es la carrera 1",
    "uretsky vs cooper",
    "what is the mobil 1 female driver program",
    "is max verstappen racing here",
    "asdfgh",
];

fn asker() -> Asker {
    Asker {
        now: "2024-06-20T12:00:00Z".parse().expect("a moment"),
        zone: None,
        reference: None,
        series: "pccna".parse().expect("a slug"),
        rehearsal: true,
    }
}

fn packs() -> Catalogue {
    load(Folder::embedded()).expect("the built-in packs have no faults").0
}

/// The packs with so many more drivers in the usual series.
fn packs_with(more: usize) -> Catalogue {
    let packs = packs();
    let mut series = packs.series.clone();
    let usual = series.get_mut("pccna").expect("it is built in");
    for number in 0..more {
        let driver = Driver {
            id: format!("first{number}-surname{number}x").parse().expect("a slug"),
            name: format!("First{number} Surname{number}x"),
            surname: None,
            aliases: Vec::new(),
            hometown: None,
            nationality: None,
            notes: Vec::new(),
            sources: Vec::new(),
        };
        usual.drivers.insert(driver.id.clone(), driver);
    }
    Catalogue::new(
        packs.circuits.values().cloned().collect(),
        packs.circuit_sources.clone(),
        series,
    )
    .expect("every circuit is known")
}

/// One question, with all packs loaded.
#[divan::bench(args = QUESTIONS)]
fn read_a_question(bencher: Bencher<'_, '_>, question: &str) {
    let (catalogue, asker) = (packs(), asker());
    bencher.bench(|| understand(black_box(question), None, &catalogue, &asker));
}

/// All questions, with ever more names.
#[divan::bench(args = [100, 10_000])]
fn read_all_with_more_names(bencher: Bencher<'_, '_>, more: usize) {
    let (catalogue, asker) = (packs_with(more), asker());
    bencher.bench(|| {
        let read = QUESTIONS.map(|question| understand(black_box(question), None, &catalogue, &asker));
        read.iter().filter(|outcome| outcome.is_ok()).count()
    });
}
