//! Labels of buttons.

use crate::domain::RoundLabel;

/// A season's calendar.
pub const CALENDAR: &str = "Calendar";
/// A weekend's timetable.
pub const SCHEDULE: &str = "Whole weekend";

/// A championship's table.
pub fn table(championship: &str) -> String {
    format!("{championship} standings")
}

/// The gaps around a competitor in a championship.
pub fn gap(championship: &str) -> String {
    format!("{championship} gap")
}

/// A weekend's results.
pub const RESULTS: &str = "Results";
/// All classes of the shown result.
pub const ALL_CLASSES: &str = "All classes";
/// The entries of a season up to now.
pub const ENTRIES_SO_FAR: &str = "Entries so far";

/// The winners of a season, or of a season's weekend.
pub fn winners_of(season: &str) -> String {
    format!("Winners {season}")
}

/// A weekend's timetable in a season.
pub fn schedule_of(season: &str) -> String {
    format!("Schedule {season}")
}

/// A weekend in another season.
pub fn in_season(weekend: &str, season: &str) -> String {
    format!("{weekend} {season}")
}

/// A weekend's entries.
pub const ENTRIES: &str = "Entries";
/// The leaders.
pub const LEADERS: &str = "Leaders";
/// The scoring rules.
pub const POINTS: &str = "Points";

/// The table as it stood after a round.
pub fn after(round: &RoundLabel) -> String {
    format!("After round {round}")
}
