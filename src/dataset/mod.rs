//! Files become a validated catalogue: packs are read whole, checked by named rules, and kept in memory.

mod catalogue;
mod checks;
mod fault;
mod folder;
mod load;
mod names;
mod normalise;
mod overrides;
mod read;
mod records;
mod report;
mod suggest;
mod typos;

pub use catalogue::Catalogue;
pub use checks::rules;
pub use fault::{Fault, Severity};
pub use folder::Folder;
pub use load::{check, load};
pub use names::{MatchQuality, NameIndex, NameKind, Named};
pub use normalise::normalised;
pub use overrides::{AppliedOverride, Origin, Override, SessionChange, SessionPath};
pub use read::schemas;
pub use report::{CheckReport, RecordCounts};
pub use typos::TypoIndex;
