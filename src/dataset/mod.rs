//! Files become a validated catalogue: packs are read whole, checked by named rules, and kept in memory.

mod catalogue;
mod checks;
mod dates;
pub mod edit;
mod fault;
mod folder;
mod load;
mod namesakes;
mod now;
mod override_catalogue;
mod overrides;
mod read;
mod records;
mod report;
mod stray;

pub use catalogue::{Catalogue, UnknownCircuit};
pub use checks::rules;
pub use fault::{Fault, Severity, TextPosition};
pub use folder::Folder;
pub use load::{check, check_on, load};
pub use now::{ResultsExtent, SeriesNow, is_race};
pub use overrides::{AppliedOverride, Origin, Override, SessionChange};
pub use read::schemas;
pub use report::{CheckReport, RecordCounts};
