//! Reading of pack files: JSON becomes records, and everything wrong with a single file becomes faults.

mod files;
mod json;
mod json_path;
mod packs;
mod schema;
mod schema_index;
mod strict;
mod text_rules;

pub use json_path::{PathKey, clipped};
pub use packs::read;
pub use schema::schemas;
