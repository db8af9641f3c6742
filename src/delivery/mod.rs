//! What is due goes out: the dispatcher takes it from the store to Discord, once.
//!
//! [`Dispatcher::step`] finds what is due, spreads it to whoever wants it, takes what is not sent and hands it to the outbox.
//! It never waits for Discord, so that the loop around it is short and a test never sleeps. Whatever happens, a delivery is
//! written down before it is tried, tried again while Discord can tell the second from the first, and settled after.

mod calendar;
mod dispatcher;
mod events;
mod message;
mod results;
mod task;

pub use dispatcher::{Dispatcher, StepSummary};
pub use task::Services;
