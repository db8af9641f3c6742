//! Questions in words, the query that each is read as, and the headline of its answer.

use raceweek::bot::{TextOutcome, Unanswered, answer_text};
use raceweek::domain::Asker;
use raceweek::understand::understand;

use crate::support::answers::built_in;
use crate::support::ask::asker;

/// A moment, a series, a text, the canonical lines of its query, and the headline of its answer; rows are parted by tabs.
const ROWS: &str = include_str!("asked.tsv");

/// The canonical lines of what a text is read as, and the headline of its answer with the remark on words left out.
fn asked(now: &str, series: &str, text: &str) -> (String, String) {
    let asker = Asker {
        series: series.parse().expect("an id"),
        ..asker(now)
    };
    let lines = understand(text, None, built_in(), &asker)
        .ok()
        .and_then(|intent| intent.without_storage().ok())
        .map(|reading| {
            reading
                .questions
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" + ")
        });
    let told = match answer_text(text, None, built_in(), &asker, None) {
        Ok(TextOutcome::Answered(answered)) => answered.view.headline.unwrap_or_default(),
        Ok(_) => "a command".to_owned(),
        Err(Unanswered::OutOfScope(topic)) => format!("declined: {:?}", topic.topic),
        Err(_) => "not understood".to_owned(),
    };
    (lines.unwrap_or_default(), told)
}

#[test]
fn each_text_is_read_as_its_query_and_answered_in_its_first_sentence() {
    let mut wrong = Vec::new();
    for row in ROWS.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [now, series, text, query, headline] = cells.as_slice() else {
            panic!("five cells: {row}");
        };
        let (read, told) = asked(now, series, text);
        if read != *query || told != *headline {
            wrong.push(format!("{now}\t{series}\t{text}\t{read}\t{told}"));
        }
    }
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}
