//! Answers as they were known at the end of a day, by the option `as-of:` and in words.

use raceweek::bot::{TextOutcome, Unanswered, answer_text};
use raceweek::question::Misunderstanding;

use crate::support::answers::built_in;
use crate::support::ask::{ask, asker, buttons};

/// A day on which all that is asked about is past.
const NOW: &str = "2026-11-28T09:00:00Z";

/// The headline and the title of a text's answer.
fn told(text: &str) -> (String, String) {
    let outcome = answer_text(text, None, built_in(), &asker(NOW), None);
    let Ok(TextOutcome::Answered(answered)) = outcome else {
        panic!("{text}: {outcome:?}");
    };
    (answered.view.headline.unwrap_or_default(), answered.view.title)
}

#[test]
fn a_day_in_words_is_the_moment_of_the_answer() {
    for (text, headline, title) in [
        (
            "who was third in monaco as of 8 june 2026",
            "Hadjar was 3rd in Monaco.",
            "Formula 1 2026 · Monaco results · as of 8 Jun 2026",
        ),
        (
            "who was third in monaco as of 1 july 2026",
            "Gasly was 3rd in Monaco.",
            "Formula 1 2026 · Monaco results · as of 1 Jul 2026",
        ),
        (
            "who was third in monaco as of 5 september 2026",
            "Hadjar was 3rd in Monaco.",
            "Formula 1 2026 · Monaco results · as of 5 Sep 2026",
        ),
        (
            "f1 standings as of 1 July 2026",
            "Leaders: Antonelli in Drivers (171) and Mercedes in Constructors (302).",
            "Formula 1 2026 · Standings · as of 1 Jul 2026",
        ),
        (
            "who led f1 as of 5 july",
            "Leaders: Antonelli in Drivers (179) and Mercedes in Constructors (333).",
            "Formula 1 2026 · Leaders · as of 5 Jul 2026",
        ),
        (
            "as of the 20th of june 2024, how far back is cooper?",
            "Cooper is 2nd in Pro with 87 points, 23 behind Hartog.",
            "Porsche Carrera Cup North America 2024 · Pro gap · as of 20 Jun 2024",
        ),
        (
            "/leaders pro as-of:2024-06-20",
            "Hartog leads Pro with 110 points, 23 ahead of Cooper.",
            "Porsche Carrera Cup North America 2024 · Leaders · as of 20 Jun 2024",
        ),
    ] {
        assert_eq!(told(text), (headline.to_owned(), title.to_owned()), "{text}");
    }
}

#[test]
fn a_day_that_is_none_or_still_to_come_is_refused() {
    let to_come = "Not yet\nNothing is known as of 5 Jul 2027 yet: today is 28 Nov 2026. Name a day that has come, or none.\nTry help\n";
    assert_eq!(ask(NOW, "standings drivers series:f1 as-of:2027-07-05"), to_come);
    let none = "Not understood\n'31/02' is no date that I know. Write it as 1 July 2026 or 2026-07-01.\nTry help\n";
    assert_eq!(ask(NOW, "standings drivers series:f1 as-of:31/02"), none);
    for (text, why) in [
        (
            "who led f1 as of july 5, 2027",
            Misunderstanding::StillToCome {
                day: "2027-07-05".parse().unwrap(),
                today: "2026-11-28".parse().unwrap(),
            },
        ),
        (
            "who leads f1 as of last week",
            Misunderstanding::UnknownDate {
                text: "last week".to_owned(),
            },
        ),
        (
            "f1 standings as of 9.6.2026",
            Misunderstanding::UnknownDate {
                text: "9.6.2026".to_owned(),
            },
        ),
    ] {
        match answer_text(text, None, built_in(), &asker(NOW), None) {
            Err(Unanswered::Misunderstood(said)) => assert_eq!(said, why, "{text}"),
            outcome => panic!("{text}: {outcome:?}"),
        }
    }
}

#[test]
fn a_round_behind_as_of_is_the_one_after_which_a_table_is_meant() {
    assert_eq!(
        told("standings pro 2024 as of round 6"),
        told("standings pro 2024 after round 6")
    );
}

#[test]
fn buttons_below_the_answer_stay_at_its_day() {
    let lines: Vec<String> = buttons(NOW, "leaders series:f1 as-of:2026-07-01")
        .into_iter()
        .map(|(_, line)| line)
        .collect();
    let table = |of: &str| format!("standings championship:{of} season:2026 series:f1 as-of:2026-07-01");
    assert_eq!(lines, [table("drivers"), table("constructors")]);
}

#[test]
fn results_that_the_asker_has_not_seen_stay_hidden() {
    let seen = Some("2026-06-01T00:00:00Z".parse().unwrap());
    let text = "f1 leaders as of 1 july 2026";
    let outcome = answer_text(text, None, built_in(), &asker(NOW), seen);
    let Ok(TextOutcome::Answered(answered)) = outcome else {
        panic!("{outcome:?}");
    };
    assert!(answered.is_held_back);
    let headline = answered.view.headline.unwrap_or_default();
    assert_eq!(
        headline,
        "Leaders: Antonelli in Drivers (131) and Mercedes in Constructors (219)."
    );
}
