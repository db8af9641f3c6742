//! Reading of pack files: JSON becomes records, and whatever is wrong with a single file becomes faults.

mod files;
mod json;
pub mod json_path;
mod packs;
mod schema;
mod schema_index;
mod strict;
mod text_rules;

pub use packs::read;
pub use schema::schemas;
