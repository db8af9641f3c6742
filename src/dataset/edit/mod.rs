//! Editing of packs: changed records go into their files, whose layout and order stay, all at once or not at all.

mod align;
mod authoring;
mod changes;
pub(in crate::dataset) mod journal;
mod layout;
mod merge;
mod node;
mod pack_edit;

pub use authoring::{AUTHOR, NewSeasonRules};
pub use changes::{AliasOf, PackChanges, Placing};
pub use journal::{JournalError, commit, recover, undo};
pub use node::Node;
pub use pack_edit::{EditError, PackEdit};
