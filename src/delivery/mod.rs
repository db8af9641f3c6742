//! Worker for reminders and results: takes due deliveries from the store's outbox to Discord, each once.
//!
//! [`Dispatcher::step`] plans notices, fans them out to subscriptions, claims deliveries and queues them. It never waits for
//! Discord, so that the loop around it is short and a test never sleeps. A delivery is recorded before each try, tried again
//! while Discord can recognize its nonce, and settled after.

mod calendar;
mod corrections;
mod dispatcher;
mod event_schedule;
mod events;
mod message;
mod renames;
mod results;
mod services;
mod task;
mod unconfirmed;

pub use dispatcher::{Dispatcher, StepSummary};
pub use services::Services;
