//! Reading: what people write, and the question that is made of it.

mod learned;
mod points;
mod properties;
mod refusals;
mod table;

use std::sync::LazyLock;

use raceweek::dataset::Catalogue;
use raceweek::domain::Asker;
use raceweek::question::{Misunderstanding, Question};
use raceweek::understand::{Intent, understand};

use crate::support::answers::{THURSDAY, packs};

static PACKS: LazyLock<Catalogue> = LazyLock::new(packs);

/// Somebody on the Thursday before the Glen.
fn asker() -> Asker {
    Asker {
        now: THURSDAY.parse().expect("a moment"),
        zone: None,
        reference: None,
        series: "pccna".parse().expect("a slug"),
        rehearsal: true,
    }
}

/// The command lines that a text is read as, joined, or any other intent as it is.
///
/// # Errors
/// Returns what was not understood.
fn read(text: &str) -> Result<String, Misunderstanding> {
    let reading = match understand(text, None, &PACKS, &asker())? {
        Intent::Questions(reading) => reading,
        other => return Ok(format!("{other:?}")),
    };
    let lines: Vec<String> = reading.questions.iter().map(Question::line).collect();
    Ok(lines.join(" + "))
}

/// Every text is read as its line; all that are not are told at once.
fn assert_read(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, line)| read(text).as_deref() != Ok(*line))
        .map(|(text, line)| format!("{text}\n    wanted {line}\n    got    {:?}", read(text)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        table.len(),
        wrong.join("\n")
    );
}
