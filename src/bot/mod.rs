//! The bot without a front end: from a text to an answered document, with the context of a server and of a person.
//!
//! Discord's handlers and the terminal both call [`answer_text`]; neither is named here. Around it stands what the answers
//! of one asker depend on: the server's calendar and settings ([`GuildContext`]), what was asked last ([`Memory`]), what
//! the asker has seen ([`Bot::seen`]), and how much one person may ask ([`Limits`]). Answers are computed in a [`Pool`].

mod answer_cache;
mod answering;
mod catalogues;
mod context;
mod limits;
mod memory;
mod pool;
mod state;

pub use answering::{Answered, TextOutcome, Unanswered, answer, answer_text, read_line};
pub use context::{Caller, GuildContext};
pub use limits::{Admission, Limits};
pub use memory::Memory;
pub use pool::Pool;
pub use state::Bot;
