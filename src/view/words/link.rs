//! What buttons say.

/// A season's calendar.
pub const CALENDAR: &str = "Calendar";
/// A weekend's timetable.
pub const SCHEDULE: &str = "Whole weekend";

/// A championship's table.
pub fn table(championship: &str) -> String {
    format!("{championship} standings")
}
