//! Stored personal data in words.

use chrono::{DateTime, Utc};

use super::count;
use crate::command::privacy::PersonalData;

/// The title of the stored data.
pub const TITLE: &str = "What I keep about you";
/// The title after erasing.
pub const ERASED_TITLE: &str = "Erased";
/// Nothing is stored.
pub const NOTHING: &str = "Nothing.";
/// Nothing was stored.
pub const NOTHING_ERASED: &str = "There was nothing about you to erase.";
/// The data is erased.
pub const ERASED: &str = "This was kept about you, and is erased for good:";
/// The last question is remembered for a while.
pub const MEMORY: &str = "Your last question in each channel is remembered for ten minutes, so that you can follow it up; it is written nowhere.";
/// The hint to erase it.
pub const HOW: &str = "To erase all of it: ";
/// The title of a storage failure.
pub const NOT_KEPT_TITLE: &str = "Not kept";
/// The data could not be stored.
pub const NOT_KEPT: &str = "My memory does not answer just now, and nothing was changed. Try again in a few minutes.";
/// Nothing can be stored.
pub const NO_STORE: &str = "I run without a memory here, so that I cannot keep this.";

/// The stored data, a line each.
pub fn lines(stored: &PersonalData) -> Vec<String> {
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
