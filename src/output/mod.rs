//! Outputs: documents become text for a terminal or for Discord.

mod grid;
pub mod markdown;
pub mod terminal;
