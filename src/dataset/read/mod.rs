//! Reading of pack files: JSON becomes records, and whatever is wrong with a single file becomes faults.

mod advice;
pub mod document;
mod files;
mod garbled;
mod json;
pub mod json_path;
mod missing;
mod packs;
mod parser_words;
mod positions;
pub mod references;
mod schema;
mod schema_index;
mod slips;
mod strict;
mod text_rules;
mod trail;
mod typed;

pub use packs::read;
pub use positions::locate;
pub use schema::schemas;
