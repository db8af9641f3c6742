//! Reading of pack files: JSON becomes records, and whatever is wrong with a single file becomes faults.

pub mod document;
mod files;
mod json;
pub mod json_path;
mod packs;
mod positions;
pub mod references;
mod schema;
mod schema_index;
mod strict;
mod text_rules;

pub use packs::read;
pub use positions::locate;
pub use schema::schemas;
