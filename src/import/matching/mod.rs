//! Matching of sheets with a season: whose results they are, and what they change in its pack.

mod awards;
mod classes;
mod classification;
mod crews;
mod draft;
mod options;
mod people;
mod revision;
mod session;
mod tables;

pub use draft::{Draft, SheetChange, SheetOutcome, draft};
pub use options::MatchOptions;
pub(super) use people::{id_for, written};
pub use revision::{Difference, RowDifference};
