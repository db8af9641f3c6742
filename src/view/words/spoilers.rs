//! Spoilers in words: the remembered horizon and hidden content.

use crate::understand::SpoilerHorizon;

/// The title of the spoiler horizon.
pub const TITLE: &str = "Spoilers";
/// The retention.
pub const KEPT: &str = "I keep this for you alone, until you change it (\"seen it all\") or erase it (/privacy erase).";
/// The retention without a store.
pub const FORGOTTEN: &str = "I remember this for you alone, until you change it (\"seen it all\") or I am restarted.";
/// Part of the content is hidden.
pub const HELD_BACK: &str = "As of what you have seen; later results are held back.";
/// The button that reveals it.
pub const REVEAL: &str = "Show what I have not seen";

/// The spoiler horizon.
pub fn remembered(seen: &SpoilerHorizon) -> String {
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
