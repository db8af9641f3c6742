//! Files become a validated catalogue: packs are read whole, checked by named rules, and kept in memory.

mod catalogue;
mod change;
mod checks;
mod fault;
mod folder;
mod load;
mod names;
mod nearest;
mod read;
mod records;
mod report;
mod slips;
mod spelling;

pub use catalogue::Catalogue;
pub use change::{Alteration, Applied, By, Change, SessionId};
pub use checks::rules;
pub use fault::{Fault, Severity};
pub use folder::Folder;
pub use load::{check, load};
pub use names::{Fit, Kind, Named, Names};
pub use read::schemas;
pub use report::{CheckReport, RecordCounts};
pub use slips::Slips;
pub use spelling::normalised;
