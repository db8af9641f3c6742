//! Questions and their whole answers, as people read them.

mod as_of;
mod asked;
mod calendar;
mod changes;
mod counts;
mod drivers;
mod duels;
mod entries;
mod explain;
mod extent;
mod fields;
mod gaps;
mod headlines;
mod now;
mod outcomes;
mod outlook;
mod outlook_headlines;
mod places;
mod results;
mod revisions;
mod rules;
mod scenarios;
mod season_headlines;
mod teams;
mod tracks;
mod whatif;
mod winners;

use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN, BETWEEN_THE_RACES, buttons, code_lines, shown};

/// Questions whose answers have tables or many buttons.
const LINES: [&str; 15] = [
    "results",
    "results miami season:2023",
    "results miami race-1 season:2023",
    "winners",
    "winners season:2023",
    "driver hartog",
    "driver sedgwick season:2023",
    "team kellymoss",
    "entries season:2024",
    "entries miami season:2023",
    "explain hartog",
    "gap hartog",
    "gap hartog cooper",
    "whatif pro 1:cooper 2:hartog season:2024",
    "explain p1 season:2023",
];

#[test]
fn tables_fit_a_phone_and_keep_the_names() {
    for line in LINES {
        for row in code_lines(BEFORE_THE_GLEN, line) {
            assert!(row.chars().count() <= 34, "{line}: {row}");
        }
    }
    let heading = code_lines(BEFORE_THE_GLEN, "results miami race-1 season:2023");
    assert_eq!(
        heading.first().map(String::as_str),
        Some(" P No Driver                   Pts")
    );
}

#[test]
fn buttons_are_at_most_five_and_ask_questions_that_have_an_answer() {
    for now in [BEFORE_THE_GLEN, BETWEEN_THE_RACES, AFTER_THE_SEASON] {
        for line in LINES {
            let buttons = buttons(now, line);
            assert!(buttons.len() <= 5, "{line}: {buttons:?}");
            for (label, asked) in buttons {
                let title = shown(now, &asked).title;
                assert!(
                    title.contains("Porsche"),
                    "{line}: {label} asks '{asked}', which gives '{title}'"
                );
            }
        }
    }
}

#[test]
fn buttons_lead_on_from_what_was_shown() {
    let lines = |line: &str| -> Vec<String> {
        let buttons = buttons(BEFORE_THE_GLEN, line).into_iter();
        buttons.map(|(label, line)| format!("{label}: {line}")).collect()
    };
    assert_eq!(
        lines("results"),
        [
            "Race 1 in full: results weekend:montreal session:race-1 season:2024",
            "Race 2 in full: results weekend:montreal session:race-2 season:2024",
            "Winners 2024: winners season:2024",
            "← Miami: results weekend:miami season:2024",
        ]
    );
    assert_eq!(
        lines("winners the glen"),
        [
            "Winners 2024: winners season:2024",
            "Watkins Glen 2023: winners weekend:watkins-glen season:2023",
            "← Montréal: winners weekend:montreal season:2024",
        ]
    );
    assert_eq!(
        lines("driver hartog"),
        [
            "Pro standings: standings championship:pro season:2024",
            "Kellymoss: team team:kellymoss season:2024",
        ]
    );
}

#[test]
fn nothing_that_happened_later_is_told() {
    for (line, later) in [
        ("results", "Yardley"),
        ("winners season:2024", "Watkins Glen"),
        ("driver yardley", "win"),
        ("team kellymoss", "Indianapolis"),
        ("entries season:2024", "ERA"),
        ("driver hartog", "7 wins"),
    ] {
        let told = crate::support::ask::ask(BEFORE_THE_GLEN, line);
        assert!(!told.contains(later), "{line} tells of '{later}':\n{told}");
    }
}
