//! Headlines of results and people: who won, where somebody finished, what is not known.

use raceweek::bot::{TextOutcome, answer_text};
use raceweek::domain::Asker;

use crate::support::answers::built_in;
use crate::support::ask::{BEFORE_THE_GLEN, asker};

/// The Saturday evening after both races at the Glen.
const AFTER_THE_GLEN: &str = "2024-06-22T20:00:00Z";
/// The Tuesday after the Austrian Grand Prix of 2025.
const JULY_2025: &str = "2025-07-01T12:00:00Z";
/// After the season of 2025.
const DECEMBER_2025: &str = "2025-12-10T12:00:00Z";
/// The day after the Monaco Grand Prix of 2026.
const JUNE_2026: &str = "2026-06-08T12:00:00Z";
/// Weeks after the last results of 2026 that the packs have.
const NOVEMBER_2026: &str = "2026-11-28T12:00:00Z";

/// A moment, a text, and the headline of its answer.
type Row = (&'static str, &'static str, &'static str);

/// Texts about the Porsche Carrera Cup North America.
#[rustfmt::skip]
const CUP: &[Row] = &[
    (BEFORE_THE_GLEN, "who won race 1 at montreal", "Baltas won Race 1 at Montréal (Pro); Sofronas won Pro-Am and Halcome Masters."),
    (BEFORE_THE_GLEN, "who won at montreal", "Winners at Montréal: Baltas (Pro), Sofronas (Pro-Am) and Halcome (Masters) in Race 1; Hartog (Pro), Uretsky (Pro-Am) and Halcome (Masters) in Race 2."),
    (BEFORE_THE_GLEN, "who won pro at montreal race 1", "Baltas won Race 1 at Montréal (Pro)."),
    (BEFORE_THE_GLEN, "did baltas win race 1 at montreal", "Yes: Baltas won Race 1 at Montréal (Pro)."),
    (BEFORE_THE_GLEN, "who was 2nd in race 1 at montreal", "Not known: the packs do not tell who was 2nd in Race 1 at Montréal."),
    (BEFORE_THE_GLEN, "who was 4th in race 1 at montreal", "Sedgwick was 4th in Race 1 at Montréal (Pro); not known in Pro-Am and Masters."),
    (BEFORE_THE_GLEN, "where did cooper finish in race 1 at montreal", "Not known: the packs have no result of Michael Cooper at Montréal 2024."),
    (BEFORE_THE_GLEN, "did sedgwick finish race 1 at montreal", "Yes: Sedgwick was 4th in Race 1 at Montréal in 2024 (Pro)."),
    (BEFORE_THE_GLEN, "who set the fastest lap at montreal", "Not known: the packs do not tell who set the fastest lap at Montréal."),
    (BEFORE_THE_GLEN, "results montreal pro-am", "Winners at Montréal: Sofronas (Pro-Am) in Race 1; Uretsky (Pro-Am) in Race 2."),
    (BEFORE_THE_GLEN, "results weekend:miami form:p2", "2nd at Miami: Vanier (Pro) in Race 1; Sedgwick (Pro) in Race 2."),
    (BEFORE_THE_GLEN, "winners season:2023", "Winners known of 16 races in 2023: 16 in Pro, 13 in Am and 11 in Pro-Am."),
    (BEFORE_THE_GLEN, "results montreal", "Winners at Montréal: Baltas (Pro), Sofronas (Pro-Am) and Halcome (Masters) in Race 1; Hartog (Pro), Uretsky (Pro-Am) and Halcome (Masters) in Race 2."),
    (BEFORE_THE_GLEN, "team kellymoss", "Kellymoss runs Hartog, Castro, Metni, Bellomo and Goetz."),
    (AFTER_THE_GLEN, "who won race 1 at montreal", "Baltas won Race 1 at Montréal (Pro); Sofronas won Pro-Am and Halcome Masters."),
    (AFTER_THE_GLEN, "who won at montreal", "Winners at Montréal: Baltas (Pro), Sofronas (Pro-Am) and Halcome (Masters) in Race 1; Hartog (Pro), Uretsky (Pro-Am) and Halcome (Masters) in Race 2."),
    (AFTER_THE_GLEN, "who won pro at montreal race 1", "Baltas won Race 1 at Montréal (Pro)."),
    (AFTER_THE_GLEN, "did baltas win race 1 at montreal", "Yes: Baltas won Race 1 at Montréal (Pro)."),
    (AFTER_THE_GLEN, "who was 2nd in race 1 at montreal", "Not known: the packs do not tell who was 2nd in Race 1 at Montréal."),
    (AFTER_THE_GLEN, "who was 4th in race 1 at montreal", "Sedgwick was 4th in Race 1 at Montréal (Pro); not known in Pro-Am and Masters."),
    (AFTER_THE_GLEN, "where did cooper finish in race 1 at montreal", "Not known: the packs have no result of Michael Cooper at Montréal 2024."),
    (AFTER_THE_GLEN, "did sedgwick finish race 1 at montreal", "Yes: Sedgwick was 4th in Race 1 at Montréal in 2024 (Pro)."),
    (AFTER_THE_GLEN, "who set the fastest lap at montreal", "Not known: the packs do not tell who set the fastest lap at Montréal."),
    (AFTER_THE_GLEN, "results montreal pro-am", "Winners at Montréal: Sofronas (Pro-Am) in Race 1; Uretsky (Pro-Am) in Race 2."),
    (AFTER_THE_GLEN, "results weekend:miami form:p2", "2nd at Miami: Vanier (Pro) in Race 1; Sedgwick (Pro) in Race 2."),
    (AFTER_THE_GLEN, "winners season:2023", "Winners known of 16 races in 2023: 16 in Pro, 13 in Am and 11 in Pro-Am."),
    (AFTER_THE_GLEN, "results montreal", "Winners at Montréal: Baltas (Pro), Sofronas (Pro-Am) and Halcome (Masters) in Race 1; Hartog (Pro), Uretsky (Pro-Am) and Halcome (Masters) in Race 2."),
    (AFTER_THE_GLEN, "team kellymoss", "Kellymoss runs Hartog, Castro, Metni, Bellomo and Goetz."),
    (BEFORE_THE_GLEN, "what does cooper drive", "Cooper drives No. 88 for Baby Bull Racing in Pro."),
    (AFTER_THE_GLEN, "what does cooper drive", "Cooper drives No. 88 for Baby Bull Racing in Pro."),
    (BEFORE_THE_GLEN, "hartog's results this season", "Loek Hartog at Montréal in 2024: Race 1 result not known; Race 2 1st."),
    (AFTER_THE_GLEN, "hartog's results this season", "3 results of Loek Hartog in 2024 are known."),
    (BEFORE_THE_GLEN, "who won race 1 at the glen", "Not yet: Race 1 at Watkins Glen starts Fri 21 Jun at 4:20 PM EDT."),
    (AFTER_THE_GLEN, "who won race 1 at the glen", "Yardley won Race 1 at Watkins Glen (Pro); not known in Pro-Am and Masters."),
    (AFTER_THE_GLEN, "winners weekend:watkins-glen", "Winners at Watkins Glen: Yardley (Pro) in Race 1; Sedgwick (Pro) in Race 2."),
];

/// Texts about Formula 1.
#[rustfmt::skip]
const FORMULA_1: &[Row] = &[
    (JULY_2025, "results weekend:monaco form:p2", "Leclerc was 2nd in Monaco."),
    (JULY_2025, "results weekend:monaco form:top-3", "Top 3 in Monaco: Norris, Leclerc and Piastri."),
    (JULY_2025, "results weekend:monaco form:fastest-lap", "Norris set the fastest lap in Monaco."),
    (JULY_2025, "results weekend:monaco session:qualifying", "Norris was fastest in Qualifying in Monaco."),
    (JULY_2025, "winners weekend:miami", "Winners in Miami: Norris in the sprint; Piastri in the race."),
    (JULY_2025, "winners weekend:miami session:sprint", "Norris won the sprint in Miami."),
    (JULY_2025, "where did leclerc finish in monaco", "Charles Leclerc at Monaco in 2025: Qualifying 2nd; Race 2nd."),
    (DECEMBER_2025, "results weekend:monaco form:p2", "Leclerc was 2nd in Monaco."),
    (DECEMBER_2025, "results weekend:monaco form:top-3", "Top 3 in Monaco: Norris, Leclerc and Piastri."),
    (DECEMBER_2025, "results weekend:monaco form:fastest-lap", "Norris set the fastest lap in Monaco."),
    (DECEMBER_2025, "results weekend:monaco session:qualifying", "Norris was fastest in Qualifying in Monaco."),
    (DECEMBER_2025, "winners weekend:miami", "Winners in Miami: Norris in the sprint; Piastri in the race."),
    (DECEMBER_2025, "winners weekend:miami session:sprint", "Norris won the sprint in Miami."),
    (DECEMBER_2025, "where did leclerc finish in monaco", "Charles Leclerc at Monaco in 2025: Qualifying 2nd; Race 2nd."),
    (JULY_2025, "results weekend:hungary", "Not yet: the race in Hungary starts Sun 3 Aug at 15:00 CEST."),
    (JULY_2025, "winners season:2025", "Wins of 2025: Piastri 5, Norris 3, Verstappen 2 and Russell 1."),
    (JULY_2025, "driver norris", "Norris is 2nd in Drivers with 201 points, 15 behind; drives No. 4 for McLaren."),
    (JULY_2025, "team mclaren", "McLaren leads Constructors with 417 points; drivers Norris and Piastri."),
    (JULY_2025, "who won the last race", "Norris won in Austria."),
    (DECEMBER_2025, "results weekend:hungary", "Norris won in Hungary."),
    (DECEMBER_2025, "results weekend:hungary form:pole", "Leclerc took pole in Hungary."),
    (DECEMBER_2025, "winners season:2025", "Wins of 2025: Verstappen 8, Norris 7, Piastri 7 and Russell 2."),
    (DECEMBER_2025, "driver antonelli", "Antonelli is 7th in Drivers with 150 points, 273 behind; drives No. 12 for Mercedes."),
    (DECEMBER_2025, "explain norris", "Norris has 423 points in Drivers, with 7 wins, 8 second places, 3 third places and 2 sprint wins."),
    (DECEMBER_2025, "results weekend:great-britain form:last", "Tsunoda was last in Great Britain."),
    (DECEMBER_2025, "who won the last race", "Verstappen won in Abu Dhabi."),
    (DECEMBER_2025, "did piastri win in hungary", "No: Norris won the race at Hungary."),
    (JUNE_2026, "results weekend:hungary", "Not yet: the race in Hungary starts Sun 26 Jul at 15:00 CEST."),
    (JUNE_2026, "driver antonelli", "Antonelli leads Drivers with 156 points; drives No. 12 for Mercedes."),
    (JUNE_2026, "team mclaren", "McLaren is 3rd in Constructors with 118 points, 126 behind; drivers Norris and Piastri."),
    (JUNE_2026, "who won the last race", "Antonelli won in Monaco."),
    (JUNE_2026, "results weekend:monaco form:p2", "Hamilton was 2nd in Monaco."),
    (JUNE_2026, "results weekend:monaco form:top-3", "Top 3 in Monaco: Antonelli, Hamilton and Hadjar."),
    (JUNE_2026, "where did leclerc finish in monaco", "Charles Leclerc at Monaco in 2026: Qualifying 4th; Race did not finish."),
    (NOVEMBER_2026, "results weekend:monaco form:p2", "Hamilton was 2nd in Monaco."),
    (NOVEMBER_2026, "results weekend:monaco form:top-3", "Top 3 in Monaco: Antonelli, Hamilton and Hadjar."),
    (NOVEMBER_2026, "where did leclerc finish in monaco", "Charles Leclerc at Monaco in 2026: Qualifying 4th; Race did not finish."),
    (NOVEMBER_2026, "results weekend:hungary", "Norris won in Hungary."),
    (NOVEMBER_2026, "results weekend:hungary form:pole", "Norris took pole in Hungary."),
    (NOVEMBER_2026, "driver antonelli", "After round 17, Antonelli leads Drivers with 325 points; drives No. 12 for Mercedes."),
    (NOVEMBER_2026, "who won the last race", "Not known: the packs do not tell who won in Las Vegas."),
    (NOVEMBER_2026, "results weekend:abu-dhabi", "Not yet: the race in Abu Dhabi starts Sun 6 Dec at 17:00 UTC+04."),
];

fn check(series: &str, rows: &[Row]) {
    for (now, text, wanted) in rows {
        let asker = Asker {
            series: series.parse().expect("a slug"),
            ..asker(now)
        };
        let outcome = answer_text(text, None, built_in(), &asker, None);
        let Ok(TextOutcome::Answered(answered)) = outcome else {
            panic!("{text}: {outcome:?}");
        };
        assert_eq!(answered.view.headline.as_deref(), Some(*wanted), "{now} {text}");
    }
}

#[test]
fn results_of_several_classes_are_told_in_a_sentence() {
    check("pccna", CUP);
}

#[test]
fn results_of_one_order_are_told_in_a_sentence() {
    check("f1", FORMULA_1);
}
