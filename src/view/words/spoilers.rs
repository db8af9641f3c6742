//! Spoilers in words: what is remembered of somebody, and what is held back.

use crate::question::reading::Seen;

/// The title over what is remembered.
pub const TITLE: &str = "Spoilers";
/// How long it is kept.
pub const KEPT: &str = "I keep this for you alone, until you change it (\"seen it all\") or erase it (/privacy erase).";
/// How long it is remembered where nothing is kept.
pub const FORGOTTEN: &str = "I remember this for you alone, until you change it (\"seen it all\") or I am restarted.";
/// That something is held back.
pub const HELD_BACK: &str = "As of what you have seen; later results are held back.";
/// The button that shows it.
pub const REVEAL: &str = "Show what I have not seen";

/// What is remembered.
pub fn remembered(seen: &Seen) -> String {
    match &seen.session {
        None => "Nothing is held back from you any more.".to_owned(),
        Some((weekend, session)) if seen.unseen => {
            format!("I tell you nothing from {session} at {weekend} on, in no results, standings or gaps.")
        }
        Some((weekend, session)) => {
            format!("I tell you nothing that came after {session} at {weekend}, in no results, standings or gaps.")
        }
    }
}
