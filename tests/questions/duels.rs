//! Headlines of two drivers against each other, of the first and last time of something, of titles, cars and ages.

use raceweek::bot::{TextOutcome, answer_text};
use raceweek::domain::Asker;

use crate::support::answers::built_in;
use crate::support::ask::{BEFORE_THE_GLEN, asker};

/// The day after both races at the Glen.
const AFTER_THE_GLEN: &str = "2024-06-23T12:00:00Z";
/// The Sunday after the Hungarian Grand Prix of 2025.
const AUGUST_2025: &str = "2025-08-10T12:00:00Z";
/// After the season of 2025.
const DECEMBER_2025: &str = "2025-12-10T12:00:00Z";
/// Weeks after the last results of 2026 that the packs have.
const JULY_2026: &str = "2026-07-20T12:00:00Z";

/// A moment, a series, a text, and the headline of its answer.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (AUGUST_2025, "f1", "did norris beat piastri in monaco", "Yes: in Monaco in 2025 Norris was 1st, Piastri 3rd."),
    (AUGUST_2025, "f1", "did norris beat piastri in miami", "No: in Miami in 2025 Piastri was 1st, Norris 2nd."),
    (AUGUST_2025, "f1", "did hamilton beat leclerc this season", "No: Leclerc finished ahead 11 times in 14 races of 2025, Hamilton 2."),
    (AUGUST_2025, "f1", "did gasly beat alonso in monaco", "Neither: in Monaco in 2025 Gasly did not finish, Alonso did not finish."),
    (AUGUST_2025, "f1", "who finished ahead in monaco, hamilton or leclerc", "Leclerc: in Monaco in 2025 Leclerc was 2nd, Hamilton 5th."),
    (AUGUST_2025, "f1", "who finished ahead, norris or piastri", "Norris and Piastri finished ahead 7 times each in 14 races of 2025."),
    (AUGUST_2025, "f1", "who won more, norris or piastri", "Piastri has more wins in 2025: 6, Norris 5."),
    (AUGUST_2025, "f1", "who has more podiums, norris or piastri", "Norris and Piastri have as many podiums in 2025: 12 each."),
    (AUGUST_2025, "f1", "who has more poles, verstappen or norris", "Verstappen and Norris have as many poles in 2025: 4 each."),
    (AUGUST_2025, "f1", "when did verstappen last win", "Verstappen last won in Emilia-Romagna, on Sun 18 May 2025."),
    (AUGUST_2025, "f1", "when did antonelli first win", "Antonelli has no wins since 2025, where the packs begin."),
    (AUGUST_2025, "f1", "when did hamilton last win", "Hamilton last won the sprint in China, on Sat 22 Mar 2025; no wins in a race are known."),
    (AUGUST_2025, "f1", "when was alonso's last podium", "Alonso has no podiums since 2025, where the packs begin."),
    (AUGUST_2025, "f1", "how many championships has verstappen won", "Verstappen has no title since 2025, where the packs begin."),
    (AUGUST_2025, "f1", "which number is norris", "Norris drives No. 4 for McLaren."),
    (AUGUST_2025, "f1", "which car did hamilton drive in 2025", "Hamilton drives No. 44 for Ferrari."),
    (DECEMBER_2025, "f1", "titles of hamilton", "Hamilton has no title since 2025, where the packs begin."),
    (DECEMBER_2025, "f1", "has norris ever been champion", "Yes: Norris was champion of Drivers in 2025."),
    (BEFORE_THE_GLEN, "pccna", "did cooper beat hartog in race 1", "Not yet: Race 1 at Watkins Glen has not been run."),
    (BEFORE_THE_GLEN, "pccna", "did baltas beat hartog", "Not known: the packs do not tell who of Baltas and Hartog finished ahead in 2024."),
    (BEFORE_THE_GLEN, "pccna", "did sedgwick beat vanier at miami race 2", "No: in Race 2 at Miami in 2024 Vanier was 1st, Sedgwick 2nd."),
    (BEFORE_THE_GLEN, "pccna", "who won more, hartog or cooper", "Not known: of the wins in 2024 Hartog has 3, Cooper none that is known."),
    (BEFORE_THE_GLEN, "pccna", "when did hartog last win", "Hartog last won Race 2 at Montréal (Pro), on Sun 9 Jun 2024."),
    (BEFORE_THE_GLEN, "pccna", "when was the last time sedgwick won", "Not known: the packs do not tell when Sedgwick last won."),
    (BEFORE_THE_GLEN, "pccna", "titles of hartog", "Hartog has no title since 2023, where the packs begin."),
    (BEFORE_THE_GLEN, "pccna", "has dickinson ever been champion", "Yes: Dickinson was champion of Pro in 2023."),
    (BEFORE_THE_GLEN, "pccna", "which number is hartog", "Hartog drives No. 24 for Kellymoss in Pro."),
    (BEFORE_THE_GLEN, "pccna", "which car did dickinson drive in 2023", "Dickinson drove No. 53 for Kellymoss in Pro."),
    (AFTER_THE_GLEN, "pccna", "when did sedgwick last win", "Sedgwick last won Race 2 at Watkins Glen (Pro), on Sat 22 Jun 2024."),
    (AFTER_THE_GLEN, "pccna", "did yardley beat cooper at the glen", "Not known: the packs do not tell who of Yardley and Cooper finished ahead at Watkins Glen in 2024."),
    (JULY_2026, "pccna", "how many championships has yardley won", "Yardley has 1 title: Pro in 2025; the champion of ANDIAL Cup in 2024 is not known; the packs begin with 2023."),
    (JULY_2026, "pccna", "when did hartog first win", "As far as is known, Hartog first won Race 2 at Montréal (Pro), on Sun 9 Jun 2024; 3 races before not known."),
];

/// Texts whose answer the packs do not hold, and the topic that is declined.
const NOT_HELD: &[(&str, &str)] = &[
    ("who is the youngest driver", "Ages"),
    ("how old is alonso", "Ages"),
    ("how many laps did norris lead", "LapsLed"),
    ("who has most penalties", "Penalties"),
];

fn told(now: &str, series: &str, text: &str) -> String {
    let asker = Asker {
        series: series.parse().expect("a slug"),
        ..asker(now)
    };
    match answer_text(text, None, built_in(), &asker, None) {
        Ok(TextOutcome::Answered(answered)) => answered.view.headline.unwrap_or_default(),
        outcome => format!("{outcome:?}"),
    }
}

#[test]
fn two_drivers_are_compared_and_honours_told_in_a_sentence() {
    let mut wrong = Vec::new();
    for (now, series, text, wanted) in ROWS {
        let told = told(now, series, text);
        if told != *wanted {
            wrong.push(format!("{now} {text}\n  {told}\n  wanted {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn questions_without_data_are_declined() {
    for (text, topic) in NOT_HELD {
        let told = told(AUGUST_2025, "f1", text);
        assert!(told.contains(&format!("topic: {topic}")), "{text}: {told}");
    }
}
