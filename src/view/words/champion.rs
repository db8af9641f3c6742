//! Champions in words.

use super::count;
use super::leaders::points_of;
use crate::answer::Champion;

/// `Loek Hartog is champion, decided after round 15, with 1 round to go.`
pub fn champion(champion: &Champion, who: &str) -> String {
    let with = champion
        .points
        .map_or_else(String::new, |points| format!(" with {}", points_of(points)));
    let since = match (champion.since.as_ref(), champion.by.as_ref(), champion.left) {
        (Some(round), _, Some(0)) => format!(", decided in the last round ({round})"),
        (Some(round), _, Some(left)) => format!(", decided after round {round}, with {} to go", rounds(left)),
        (None, Some(round), Some(left)) => format!(", decided by round {round}, with {} to go", rounds(left)),
        _ => String::new(),
    };
    format!("{who} is champion{with}{since}.")
}

fn rounds(left: usize) -> String {
    count(left, "round", "rounds")
}
