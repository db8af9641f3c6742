//! Clock: the system's, or one shifted for a rehearsal. The only reader of the wall clock.

use chrono::{DateTime, TimeDelta, Utc};

/// A clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    System,
    /// The system's clock, shifted, so that a past weekend can be rehearsed in real time.
    Shifted(TimeDelta),
    /// A stopped clock, for tests and for a single question.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// A clock that shows `now` at this moment and runs on from there.
    pub fn running_from(now: DateTime<Utc>) -> Self {
        Self::Shifted(now - wall())
    }

    /// The moment that the clock shows.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::System => wall(),
            Self::Shifted(by) => wall().checked_add_signed(*by).unwrap_or_else(wall),
            Self::Fixed(at) => *at,
        }
    }

    /// True if it differs from the wall clock.
    pub fn is_rehearsal(&self) -> bool {
        *self != Self::System
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the wall clock"
)]
fn wall() -> DateTime<Utc> {
    Utc::now()
}
