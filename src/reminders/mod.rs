//! Reminders: subscriptions, selectors, and a planner without clock, disk or network.
//!
//! A [`Subscription`] has selectors and lead times, together its triggers ([`Trigger`]). Each session of a
//! [`Timetable`] has all selectors that match it, so that its subscriptions are found by index, however many there are.
//! [`Timetable::due`] computes the due notices: a [`Notice`] is a session, an occasion and a lead time. The message of
//! a notice to one subscription is a delivery, identified by its [`key()`].

mod delivery;
mod delivery_key;
mod expiry;
mod health;
mod lead_time;
mod notice;
mod refusal;
mod request;
mod selector;
mod sentence;
mod subject;
mod subscription;
mod timetable;
mod upcoming;

pub use delivery::{Delivery, DeliveryOutcome, Reason, Settlement};
pub use delivery_key::{KEY_LENGTH, key};
pub use expiry::{LATE_THRESHOLD, MAX_DELAY, expires_at};
pub use health::{EndReason, Health, JournalEntry, JournalKind, PausedChannel, StoreStats};
pub use lead_time::{LeadTime, LeadTimeError};
pub use notice::{Notice, Occasion};
pub use refusal::Refusal;
pub use request::{ReminderError, ReminderRequest, RequestError, parse_request};
pub use selector::{Selector, Topic, Trigger};
pub use sentence::split_request;
pub use subject::Subject;
pub use subscription::{Subscription, Target};
pub use timetable::{PlannedPreview, PlannedSession, Timetable};
pub use upcoming::UpcomingReminder;
