//! Documents become text: for a terminal, and for Discord.

mod grid;
pub mod markdown;
pub mod terminal;
