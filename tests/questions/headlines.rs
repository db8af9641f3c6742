//! Headlines: the first line answers just what was asked, in the form in which it was asked.

use raceweek::bot::{TextOutcome, Unanswered, answer_text};
use raceweek::understand::{BotCommand, UnsupportedTopic};

use crate::support::answers::built_in;
use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN, asker};

/// The headline of a text's answer at a moment, and the remark on words that were left out.
pub(super) fn headline(now: &str, text: &str) -> (String, Option<String>) {
    let outcome = answer_text(text, None, built_in(), &asker(now), None);
    let Ok(TextOutcome::Answered(answered)) = outcome else {
        panic!("{text}: {outcome:?}");
    };
    let left_out = answered.view.blocks.iter().find_map(|block| match block {
        raceweek::view::Block::Lines(lines) => lines.iter().find_map(|line| match line.0.as_slice() {
            [raceweek::view::Inline::Small(words)] if words.starts_with("I left out") => Some(words.clone()),
            _ => None,
        }),
        _ => None,
    });
    (answered.view.headline.unwrap_or_default(), left_out)
}

#[test]
fn a_table_is_told_in_the_form_that_was_asked_for() {
    let table = [
        (
            BEFORE_THE_GLEN,
            "is hartog leading?",
            "Yes: Hartog leads Pro with 110 points, 23 ahead of Cooper.",
        ),
        (
            BEFORE_THE_GLEN,
            "is cooper leading pro",
            "No: Hartog leads Pro with 110 points; Cooper is 2nd, 23 behind.",
        ),
        (
            BEFORE_THE_GLEN,
            "is cooper second",
            "Yes: Cooper is 2nd in Pro with 87 points, 23 behind Hartog.",
        ),
        (
            BEFORE_THE_GLEN,
            "is hartog 2nd in pro",
            "No: Hartog leads Pro with 110 points, 23 ahead of Cooper.",
        ),
        (
            BEFORE_THE_GLEN,
            "is cooper ahead of hartog",
            "No: Hartog is 23 points ahead of Cooper in Pro.",
        ),
        (
            BEFORE_THE_GLEN,
            "is sedgwick behind cooper?",
            "Yes: Cooper is 5 points ahead of Sedgwick in Pro.",
        ),
        (
            BEFORE_THE_GLEN,
            "who is last in pro",
            "The last in Pro is not known: only 3 rows of its table were published.",
        ),
        (
            BEFORE_THE_GLEN,
            "who is third in pro",
            "Sedgwick is 3rd in Pro with 82 points, 28 behind Hartog.",
        ),
        (
            BEFORE_THE_GLEN,
            "standings pro form:top-2",
            "Top 2 of Pro: Hartog 110 and Cooper 87.",
        ),
        (
            BEFORE_THE_GLEN,
            "how far is cooper back",
            "Cooper is 2nd in Pro with 87 points, 23 behind Hartog.",
        ),
        (
            BEFORE_THE_GLEN,
            "gap hartog cooper",
            "Cooper is 23 points behind Hartog in Pro.",
        ),
        (
            BEFORE_THE_GLEN,
            "gap",
            "Hartog by 23 points in Pro, Uretsky by 1 point in Pro-Am and Halcome by 38 points in Masters lead.",
        ),
        (AFTER_THE_SEASON, "leaders masters", "Bellomo is the Masters champion."),
    ];
    for (now, text, wanted) in table {
        assert_eq!(headline(now, text), (wanted.to_owned(), None), "{text}");
    }
}

#[test]
fn a_count_of_a_part_of_a_season_is_of_the_last_season_with_the_driver() {
    let text = "how many podiums did hartog have before montréal";
    let told = "No podiums of Loek Hartog before Montréal in 2024 are known, but not all is known of 4 races.";
    assert_eq!(headline("2026-11-28T12:00:00Z", text), (told.to_owned(), None));
}

#[test]
fn a_comparison_of_two_series_that_the_packs_have_is_an_opinion() {
    let outcome = answer_text(
        "is pccna better than f1",
        None,
        built_in(),
        &asker(BEFORE_THE_GLEN),
        None,
    );
    let Err(Unanswered::OutOfScope(outside)) = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(outside.topic, UnsupportedTopic::Opinion);
}

#[test]
fn reminders_beside_the_timetable_are_a_command() {
    for text in ["/schedule reminders", "schedule reminders", "/Schedule Reminder"] {
        let outcome = answer_text(text, None, built_in(), &asker(BEFORE_THE_GLEN), None);
        let listed = matches!(outcome, Ok(TextOutcome::Command(BotCommand::ListReminders)));
        assert!(listed, "{text}: {outcome:?}");
    }
}

#[test]
fn words_that_no_answer_uses_are_named() {
    let (told, left_out) = headline(BEFORE_THE_GLEN, "is hartog leading tomorrow");
    assert_eq!(told, "Yes: Hartog leads Pro with 110 points, 23 ahead of Cooper.");
    assert_eq!(left_out.as_deref(), Some("I left out \"tomorrow\"."));
}

#[test]
fn yes_or_no_of_somebody_else_is_not_answered() {
    let text = "did hartog retire with cooper in race 1 montreal";
    let outcome = answer_text(text, None, built_in(), &asker(BEFORE_THE_GLEN), None);
    assert!(outcome.is_err(), "{outcome:?}");
}

#[test]
fn a_negation_that_no_answer_uses_is_not_left_out() {
    let text = "how many wins does hartog have without montreal";
    let outcome = answer_text(text, None, built_in(), &asker(BEFORE_THE_GLEN), None);
    assert!(outcome.is_err(), "{outcome:?}");
}
