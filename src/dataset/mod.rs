//! Files become a validated catalogue: packs are read whole, checked by named rules, and kept in memory.

mod catalogue;
mod change;
mod checks;
mod fault;
pub mod files;
mod folder;
mod json;
mod keys;
mod load;
mod names;
mod nearest;
mod place;
mod reader;
mod records;
mod schema;
mod shape;
mod slips;
mod spelling;
mod texts;
mod verdict;

pub use catalogue::Catalogue;
pub use change::{Alteration, Applied, By, Change, SessionId};
pub use checks::catalogue as rules;
pub use fault::{Fault, Severity};
pub use folder::Folder;
pub use load::{check, load};
pub use names::{Fit, Kind, Named, Names};
pub use schema::schemas;
pub use slips::Slips;
pub use spelling::normalised;
pub use verdict::{Counts, Verdict};
