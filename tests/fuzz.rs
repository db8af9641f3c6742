//! Bytes of strangers: nothing panics, and every error is a value.
//!
//! Packs, texts, command lines, interactions, files to import. `PROPTEST_CASES=100000 cargo test --test main fuzz` tries so
//! many inputs at each of these doors, other ones each time.

use std::path::Path;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use raceweek::bot::{TextOutcome, Unanswered, answer_text};
use raceweek::dataset::{Folder, check};
use raceweek::discord::{DiscordBot, ReplyMode, respond};
use raceweek::domain::Asker;
use raceweek::import::{ForeignFile, read};
use raceweek::output::markdown::{Commands, pages};
use raceweek::question::{Call, Question, specs};
use raceweek::view::{misunderstood, out_of_scope};
use serde_json::{Value, json};

use crate::import::pages::race;
use crate::support::answers::{THURSDAY, at_once, bot, built_in};
use crate::support::chance::cases;
use crate::support::interaction::{ASKER, Interaction, autocomplete, button, command, message_of};
use crate::support::limits::reply;
use crate::support::mutation::{Change, apply, change};

static BOT: LazyLock<DiscordBot> = LazyLock::new(|| bot(THURSDAY));

/// An example of each use of each question.
static EXAMPLES: LazyLock<Vec<&str>> =
    LazyLock::new(|| specs().flat_map(|spec| spec.examples.iter().copied()).collect());

/// Files that the readers of imports know, and parts of an archive.
static FOREIGN: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let sheets = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import/sheets");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(sheets)
        .expect("the sheets are there")
        .map(|item| {
            let item = item.expect("the folder can be read");
            let name = item.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(item.path()).expect("the sheet can be read"))
        })
        .collect();
    let rows = [
        ("7", "Marta Lindqvist", "GT3", "Classified"),
        ("9", "Kenji Arai", "GT4", "Not started"),
    ];
    let page = json!({ "MRData": { "url": "results", "limit": "3", "offset": "0", "total": "1",
        "RaceTable": { "season": "2023", "Races": [{ "season": "2023", "round": "1", "raceName": "Grand Prix",
            "Results": [{ "number": "1", "position": "1", "positionText": "1", "points": "25", "laps": "50", "status": "Finished",
                "Driver": { "driverId": "a", "givenName": "Any", "familyName": "A" } }] }] } } });
    files.push(("race.json".to_owned(), race("Official", &rows).to_string().into_bytes()));
    files.push(("page.json".to_owned(), page.to_string().into_bytes()));
    files
});

fn asker() -> Asker {
    Asker {
        now: THURSDAY.parse().expect("a moment"),
        zone: None,
        reference: None,
        series: "pccna".parse().expect("a slug"),
        rehearsal: true,
    }
}

/// The circuits and one shipped season, with the files of its series.
fn shipped() -> Folder {
    let mut folder = Folder::embedded();
    let is_kept = |name: &str| {
        matches!(
            name.split('/').collect::<Vec<_>>()[..],
            [_] | ["pccna", _] | ["pccna", "2024", _]
        )
    };
    folder.files.retain(|name, _| is_kept(name));
    folder
}

/// Interactions of every kind, as Discord sends them.
fn interactions() -> Vec<Value> {
    let on = message_of(&json!({"data": {"content": "", "flags": 0}}), ASKER);
    [
        command("standings").option("championship", "pro"),
        command("gap").option("driver", "24").option("to", "88"),
        command("remind")
            .part("me")
            .with("what", "race 1")
            .with("before", "15m"),
        command("announce")
            .part("move")
            .with("what", "race 2")
            .with("to", "12:30")
            .manager(),
        command("settings").part("show").dm(),
        command("schedule").option("zone", "Asia/Tokyo").user_install(),
        autocomplete("driver", "driver", "har"),
        autocomplete("remind", "what", "ra"),
        button("standings championship:pro season:2024 ·1", on.clone()),
        button("role 77", on),
    ]
    .iter()
    .map(Interaction::payload)
    .collect()
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for change in changes {
        apply(&mut bytes, change);
    }
    bytes
}

/// A text that somebody may have meant: an example with a few bytes changed, or characters of any kind.
fn text() -> impl Strategy<Value = String> {
    let meant = (select(&**EXAMPLES), vec(change(), 0..6));
    prop_oneof![
        3 => meant.prop_map(|(example, changes)| {
            String::from_utf8_lossy(&changed(example.as_bytes(), &changes)).into_owned()
        }),
        1 => any::<String>(),
    ]
}

#[test]
fn the_shipped_season_that_is_mutated_passes_as_it_is() {
    assert!(check(shipped()).passed());
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn a_shipped_pack_that_was_damaged_loads_or_has_faults(file in any::<Index>(), changes in vec(change(), 1..6)) {
        let mut folder = shipped();
        let names: Vec<String> = folder.files.keys().cloned().collect();
        let bytes = folder.files.get_mut(file.get(&names)).expect("it is one of the files");
        *bytes = changed(bytes, &changes);
        let verdict = check(folder);
        let errors = verdict.faults.iter().filter(|fault| fault.is_error()).count();
        prop_assert_eq!(verdict.passed(), errors == 0);
        prop_assert_eq!(verdict.catalogue.is_some(), errors == 0);
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn a_text_of_any_bytes_is_answered_or_refused_with_words(text in text()) {
        let view = match answer_text(&text, None, built_in(), &asker(), None) {
            Ok(TextOutcome::Answered(answered)) => answered.view,
            Ok(TextOutcome::Command(_) | TextOutcome::Seen(_)) => return Ok(()),
            Err(Unanswered::Misunderstood(why)) => misunderstood(&why),
            Err(Unanswered::OutOfScope(why)) => out_of_scope(&why),
        };
        for page in pages(&view, &Commands::new()) {
            prop_assert!((1..=4_096).contains(&page.chars().count()), "{}", page);
            prop_assert!(!["@everyone", "@here", "<@"].iter().any(|live| page.contains(live)), "{}", page);
            prop_assert!(!page.contains(|c: char| c.is_control() && c != '\n'), "{:?}", page);
        }
    }

    #[test]
    fn a_line_that_is_read_is_written_as_it_can_be_read_again(text in text()) {
        let by_call = Call::parse(&text).and_then(|call| Question::read(&call, built_in(), &asker()));
        let question = Question::parse(&text, built_in(), &asker());
        prop_assert_eq!(&by_call, &question);
        if let Ok(question) = question {
            let again = Question::parse(&question.line(), built_in(), &asker());
            prop_assert_eq!(again, Ok(question));
        }
    }

    #[test]
    fn an_interaction_of_any_bytes_is_refused_or_has_a_reply_within_discords_limits(
        asked in select(interactions()),
        changes in vec(change(), 0..4),
    ) {
        let bytes = changed(asked.to_string().as_bytes(), &changes);
        if let Ok(received) = serde_json::from_slice::<serenity::all::Interaction>(&bytes) {
            let mode = ReplyMode::of(&BOT.bot, &received);
            let answer = json!(at_once(respond(&BOT, &received, mode)).callback());
            prop_assert_eq!(reply(&answer), Ok(()), "{}", answer);
        }
    }

    #[test]
    fn a_file_of_any_bytes_is_read_or_has_faults(
        (name, bytes) in prop_oneof![
            3 => (select(&**FOREIGN), vec(change(), 0..6)).prop_map(|((name, bytes), changes)| (name, changed(&bytes, &changes))),
            1 => (select(&["a.csv", "a.json", "a.zip", "a.ics", "a.xml", "a"][..]), vec(any::<u8>(), 0..400))
                .prop_map(|(name, bytes)| (name.to_owned(), bytes)),
            1 => vec(any::<u8>(), 0..200)
                .prop_map(|rest| ("a.zip".to_owned(), [&b"PK\x03\x04"[..], &rest].concat())),
        ],
        year in prop::option::of(any::<i32>()),
    ) {
        let file = ForeignFile { folder: "folder".to_owned(), name, bytes };
        let reading = read(vec![file], year);
        let is_told = !reading.sheets.is_empty() || !reading.faults.is_empty();
        prop_assert!(is_told, "neither a sheet nor a fault");
        let printed: String = reading.faults.iter().map(|fault| format!("{fault}\n")).collect();
        prop_assert!(!printed.contains(|c: char| c.is_control() && c != '\n'), "{:?}", printed);
    }
}
