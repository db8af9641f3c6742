//! What is kept about people, in words.

use chrono::{DateTime, Utc};

use super::count;
use crate::view::Stored;

/// What `/privacy` does.
pub const SUMMARY: &str = "What I keep about you, and how to erase it";
/// What its part `show` does.
pub const SHOW: &str = "what I keep about you";
/// What its part `erase` does.
pub const ERASE: &str = "erase all that I keep about you";
/// The title over what is kept.
pub const TITLE: &str = "What I keep about you";
/// The title over what was erased.
pub const ERASED_TITLE: &str = "Erased";
/// That there is nothing.
pub const NOTHING: &str = "Nothing.";
/// That there was nothing.
pub const NOTHING_ERASED: &str = "There was nothing about you to erase.";
/// That it is gone.
pub const ERASED: &str = "This was kept about you, and is erased for good:";
/// That your last question is remembered for a while.
pub const MEMORY: &str = "Your last question in each channel is remembered for ten minutes, so that you can follow it up; it is written nowhere.";
/// The way to erase it.
pub const HOW: &str = "To erase all of it: ";
/// The title where something could not be kept.
pub const NOT_KEPT_TITLE: &str = "Not kept";
/// That something could not be kept.
pub const NOT_KEPT: &str = "My memory does not answer just now, and nothing was changed. Try again in a few minutes.";
/// That nothing can be kept.
pub const NO_STORE: &str = "I run without a memory here, so that I cannot keep this.";

/// What is kept, a line each.
pub fn lines(stored: &Stored) -> Vec<String> {
    let some = |number: u64, one: &str, many: &str| {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        (number > 0).then(|| format!("• {}", count(number, one, many)))
    };
    let lines = [
        some(stored.reminders, "reminder of yours", "reminders of yours"),
        some(
            stored.messages,
            "message to you that is planned or on record",
            "messages to you that are planned or on record",
        ),
        some(
            stored.notes,
            "note of what became of your reminders",
            "notes of what became of your reminders",
        ),
        stored.seen.map(seen),
        some(
            stored.made_for_servers,
            "reminder or change of a server that names you as its maker (it is the server's, and stays without your name)",
            "reminders or changes of servers that name you as their maker (they are the servers', and stay without your name)",
        ),
    ];
    lines.into_iter().flatten().collect()
}

fn seen(until: DateTime<Utc>) -> String {
    format!(
        "• up to when you have seen the racing: {}",
        until.format("%-d %b %Y %H:%M UTC")
    )
}
