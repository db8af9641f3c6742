//! Headlines of the field of a race: who retired, was disqualified or penalised, how many finished, who was last.

use raceweek::bot::{TextOutcome, answer_text};
use raceweek::domain::Asker;

use crate::support::answers::built_in;
use crate::support::ask::{BEFORE_THE_GLEN, asker};

/// The Saturday evening after both races at the Glen.
const AFTER_THE_GLEN: &str = "2024-06-23T12:00:00Z";
/// The Sunday after the Hungarian Grand Prix of 2025.
const AUGUST_2025: &str = "2025-08-10T12:00:00Z";
/// Weeks after the last results of 2026 that the packs have.
const JULY_2026: &str = "2026-07-20T12:00:00Z";

/// A moment, a series, a text, and the headline of its answer.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    (AUGUST_2025, "f1", "who retired in monaco", "Alonso and Gasly retired in Monaco."),
    (AUGUST_2025, "f1", "who didnt finish in monaco", "Alonso and Gasly retired in Monaco."),
    (AUGUST_2025, "f1", "who dnf'd in miami", "Retired in Miami: Alonso and Sainz in the sprint; Lawson, Bortoleto, Bearman and Doohan in the race."),
    (AUGUST_2025, "f1", "was anyone disqualified in china", "Yes: disqualified in China: nobody in the sprint; Leclerc, Hamilton and Gasly in the race."),
    (AUGUST_2025, "f1", "who was disqualified in monaco", "Nobody was disqualified in Monaco."),
    (AUGUST_2025, "f1", "who got a penalty in monaco", "Not known: the packs do not tell who was penalised in Monaco."),
    (AUGUST_2025, "f1", "how many cars finished in monaco", "18 of 20 cars finished in Monaco."),
    (AUGUST_2025, "f1", "how many drivers started in monaco", "20 cars started in Monaco."),
    (AUGUST_2025, "f1", "who finished last in monaco", "Antonelli was last in Monaco."),
    (AUGUST_2025, "f1", "did leclerc finish in monaco", "Yes: Leclerc was 2nd in Monaco in 2025."),
    (AUGUST_2025, "f1", "did gasly finish in monaco", "No: Gasly did not finish in Monaco in 2025."),
    (AUGUST_2025, "f1", "did gasly retire in monaco", "Yes: Gasly did not finish in Monaco in 2025."),
    (AUGUST_2025, "f1", "was hamilton disqualified in china", "Yes: Lewis Hamilton at China in 2025: Sprint 1st; Race disqualified."),
    (AUGUST_2025, "f1", "did alonso finish", "Yes: Alonso was 5th in Hungary in 2025."),
    (AUGUST_2025, "f1", "did russell finish on the podium in hungary", "Yes: Russell was 3rd in Hungary in 2025; Russell had the fastest lap."),
    (AUGUST_2025, "f1", "who is last", "Last: Doohan in Drivers (0) and Alpine in Constructors (20)."),
    (AUGUST_2025, "f1", "how many top 5s does russell have", "George Russell has 11 top fives in 2025, and 2 sprint top fives."),
    (AUGUST_2025, "f1", "how many top tens does gasly have", "Pierre Gasly has 4 top tens in 2025, and 1 sprint top ten."),
    (AUGUST_2025, "f1", "who has the most top fives", "Lando Norris and Oscar Piastri have the most top fives in 2025: 13 each; then George Russell 11."),
    (AUGUST_2025, "f1", "has hadjar ever finished in the top five", "No: Isack Hadjar has no top fives, as far as the packs tell."),
    (BEFORE_THE_GLEN, "pccna", "who retired in race 2", "Not yet: Race 2 at Watkins Glen starts Sat 22 Jun at 11:00 AM EDT."),
    (BEFORE_THE_GLEN, "pccna", "who was penalised in race 1 at miami", "Sedgwick (Pro) was penalised in Race 1 at Miami; others are not known."),
    (BEFORE_THE_GLEN, "pccna", "was sedgwick penalised in race 1 at miami", "Yes, 10 s, start: Sedgwick was 15th in Race 1 at Miami in 2024 (Pro); Sedgwick had the pole."),
    (BEFORE_THE_GLEN, "pccna", "how many cars started race 1 at montreal", "Not known: the packs do not tell how many cars started Race 1 at Montréal."),
    (BEFORE_THE_GLEN, "pccna", "did sedgwick finish in the top five in race 1 at montreal", "Yes: Sedgwick was 4th in Race 1 at Montréal in 2024 (Pro)."),
    (AFTER_THE_GLEN, "pccna", "who retired from race 2 at the glen", "Stewart (Pro) retired from Race 2 at Watkins Glen; others are not known."),
    (AFTER_THE_GLEN, "pccna", "top 5s of hartog", "Loek Hartog has at least 3 top fives in 2024."),
    (JULY_2026, "pccna", "who dnf'd in race 1 at miami", "Cook (Pro), Pratt (Pro), Jeansonne (Pro), Kleck (Pro), Cirone (Masters) and Bellomo (Masters) retired from Race 1 at Miami."),
    (JULY_2026, "pccna", "how many cars finished race 1 at miami", "13 of 19 cars finished Race 1 at Miami."),
    (JULY_2026, "pccna", "who is last", "Not known: no table of Pro, Pro-Am, Masters and Entrants is published whole."),
];

#[test]
fn the_field_of_a_race_is_told_in_a_sentence() {
    let mut wrong = Vec::new();
    for (now, series, text, wanted) in ROWS {
        let asker = Asker {
            series: series.parse().expect("a slug"),
            ..asker(now)
        };
        let told = match answer_text(text, None, built_in(), &asker, None) {
            Ok(TextOutcome::Answered(answered)) => answered.view.headline.unwrap_or_default(),
            outcome => format!("{outcome:?}"),
        };
        if told != *wanted {
            wrong.push(format!("{now} {text}\n  {told}\n  wanted {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
