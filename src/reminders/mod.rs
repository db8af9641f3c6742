//! Who wants to hear of what, and when that is due: subscriptions, and a planner that knows no clock, disk or network.
//!
//! A [`Subscription`] holds triggers. Each [`Trigger`] has a [`Selector`], and each session of a [`Timetable`] has all selectors
//! that fit it: who wants to hear of a session is found by looking those up, however many subscriptions there are.
//! [`Timetable::due`] tells which notices are due: a [`Notice`] is a session, a reason to speak of it, and how long before. The
//! message of a notice to one subscription is a delivery, named by its [`key()`].

mod delivery_key;
mod expiry;
mod health;
mod lead_time;
mod notice;
mod request;
mod selector;
mod subject;
mod subscription;
mod timetable;
mod upcoming;

pub use delivery_key::{KEY_LENGTH, key};
pub use expiry::{LATE_THRESHOLD, MAX_DELAY, latest};
pub use health::{DeliveryRecord, Health, JournalEntry, PausedChannel, StoreStats};
pub use lead_time::{LeadTime, LeadTimeError};
pub use notice::{Notice, Occasion};
pub use request::{ReminderError, ReminderRequest, RequestError, split, wanted};
pub use selector::{Selector, Topic, Trigger};
pub use subject::Subject;
pub use subscription::{Subscription, Target};
pub use timetable::{PlannedPreview, PlannedSession, Timetable};
pub use upcoming::UpcomingReminder;
