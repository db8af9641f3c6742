//! Who wants to hear of what, and when that is due: subscriptions, and a planner that knows no clock, disk or network.
//!
//! A [`Subscription`] holds wishes. Each [`Wish`] has a [`Selector`], and each session of a [`Timetable`] has all selectors
//! that fit it: who wants to hear of a session is found by looking those up, however many subscriptions there are.
//! [`Timetable::due`] tells which waves are due: a [`Wave`] is a session, a reason to speak of it, and how long before. The
//! message of a wave to one subscription is a delivery, named by its [`key()`].

mod coming;
mod key;
mod late;
mod lead;
mod records;
mod request;
mod subject;
mod subscription;
mod timetable;
mod wave;
mod wish;

pub use coming::Coming;
pub use key::{KEY_LENGTH, key};
pub use late::{LATE, TOLD_LATE, latest};
pub use lead::{Lead, LeadError};
pub use records::{Became, Census, Ended, Health, Paused};
pub use request::{Unwanted, split, wanted};
pub use subject::Subject;
pub use subscription::{Subscription, Target};
pub use timetable::{Planned, Preview, Timetable};
pub use wave::{Occasion, Wave};
pub use wish::{Selector, What, Wish};
