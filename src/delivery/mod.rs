//! What is due goes out: the courier takes it from the store to Discord, once.
//!
//! [`Courier::step`] finds what is due, spreads it to whoever wants it, takes what is not sent and hands it to the outbox.
//! It never waits for Discord, so that the loop around it is short and a test never sleeps. Whatever happens, a delivery is
//! written down before it is tried, tried again while Discord can tell the second from the first, and settled after.

mod calendar;
mod courier;
mod dispatch;
mod events;
mod news;
mod post;

pub use courier::{Courier, Step};
pub use dispatch::Desk;
