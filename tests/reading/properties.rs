//! Laws of reading: any text ends somewhere, what is read can be said again, other series change nothing.

use proptest::prelude::*;
use raceweek::dataset::Catalogue;
use raceweek::question::{Question, specs};
use raceweek::understand::{Intent, understand};

use super::{PACKS, asker, read};
use crate::support::chance::cases;

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_text_gives_a_question_or_a_reason(text in "\\PC{0,200}") {
        let outcome = understand(&text, None, &PACKS, &asker()).map(Intent::without_storage);
        match outcome {
            Ok(Ok(reading)) => prop_assert!(!reading.questions.is_empty()),
            Ok(Err(declined)) => prop_assert!(!declined.instead.is_empty()),
            Err(why) => prop_assert!(!why.instead().is_empty()),
        }
    }

    #[test]
    fn words_of_the_field_in_any_order_give_a_question_or_a_reason(words in prop::collection::vec(prop::sample::select(WORDS), 1..12)) {
        let text = words.join(" ");
        if let Ok(Intent::Questions(reading)) = understand(&text, None, &PACKS, &asker()) {
            for question in &reading.questions {
                let line = question.line();
                prop_assert_eq!(Question::parse(&line, &PACKS, &asker()), Ok(question.clone()), "{}: {}", text, line);
            }
        }
    }
}

const WORDS: &[&str] = &[
    "who",
    "won",
    "the",
    "glen",
    "hartog",
    "cooper",
    "pro",
    "masters",
    "gap",
    "lead",
    "race",
    "1",
    "2",
    "quali",
    "when",
    "is",
    "last",
    "year",
    "2023",
    "points",
    "for",
    "3rd",
    "how",
    "many",
    "wins",
    "at",
    "montreal",
    "next",
    "london",
    "in",
    "saturday",
    "p4",
    "top",
    "team",
    "kellymoss",
    "round",
    "7",
    "both",
    "ever",
    "did",
    "closest",
    "from",
    "texas",
    "24",
    "standings",
    "after",
    "andial",
    "cup",
    "long",
    "results",
];

#[test]
fn every_example_of_every_question_reads_as_itself() {
    for spec in specs() {
        for example in spec.examples {
            let question =
                Question::parse(example, &PACKS, &asker()).unwrap_or_else(|why| panic!("{example}: {why:?}"));
            assert_eq!(read(example), Ok(question.line()), "{example}");
            assert_eq!(read(&question.line()), Ok(question.line()), "{example}");
        }
    }
}

#[test]
fn another_pack_changes_no_reading_of_a_question_that_names_its_series() {
    let alone = |series: &str| {
        let kept = PACKS.series.iter().filter(|(id, _)| id.as_str() == series);
        let kept = kept.map(|(id, series)| (id.clone(), series.clone())).collect();
        Catalogue::new(
            PACKS.circuits.values().cloned().collect(),
            PACKS.circuit_sources.clone(),
            kept,
        )
        .unwrap()
    };
    for (series, texts) in [
        (
            "pccna",
            [
                "carrera cup north america standings pro",
                "pccna who won the glen last year",
                "pccna schedule",
                "pccna gap hartog cooper",
            ],
        ),
        (
            "pcca",
            [
                "carrera cup asia standings masters",
                "pcca schedule",
                "pcca who won fuji race 1",
                "pcca entries",
            ],
        ),
    ] {
        let alone = alone(series);
        let mut asker = asker();
        asker.series = series.parse().expect("a slug");
        for text in texts {
            let lines = |catalogue: &Catalogue| understand(text, None, catalogue, &asker);
            assert_eq!(lines(&alone), lines(&PACKS), "{text}");
        }
    }
}
