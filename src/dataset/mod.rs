//! Files become a validated catalogue: packs are read whole, checked by named rules, and kept in memory.

mod catalogue;
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
mod schema;
mod shape;
mod texts;

pub use catalogue::Catalogue;
pub use fault::{Fault, Severity};
pub use folder::Folder;
pub use load::load;
pub use names::{Fit, Kind, Named, Names, normalised};
pub use schema::schemas;
