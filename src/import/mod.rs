//! Import: files of timing systems, archives, spreadsheets, simulators and calendars become sheets.
//!
//! Nothing here touches a disk or a network. [`read`] recognises each file by its content, and says everything that is
//! wrong with it at once; what a sheet changes in a pack is worked out from the sheet alone.

mod archive;
mod finishing;
mod format;
mod formats;
mod loose;
mod matching;
mod messages;
mod scaffold;
mod sheet;
mod source;
mod summary;
mod table;
mod text;
mod track_time;
mod words;

pub use format::{Format, ImportReading, SheetOf, read};
pub use matching::{Difference, Draft, MatchOptions, RowDifference, SheetChange, SheetOutcome, draft};
pub use scaffold::{NewSeason, Scaffold, scaffold};
pub use sheet::{
    CalendarRow, CalendarSheet, CalendarStart, EntryRow, EntrySheet, Heading, OrderKind, PointsRow, PointsSheet,
    RaceControlSheet, ResultSheet, Sheet, SheetExtent, SheetName, SheetRow,
};
pub use source::ForeignFile;
pub use summary::Summary;
pub use track_time::{TrackGap, TrackTime};
