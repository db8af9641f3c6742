//! How late a message may be and still be worth sending.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Lead, Occasion, Wave};
use crate::domain::SessionKind;

/// From how late on a message says that it is late.
pub const TOLD_LATE: TimeDelta = TimeDelta::minutes(2);

/// The longest that any message can be late and still be sent: nothing older needs to be looked for.
pub const LATE: TimeDelta = TimeDelta::days(3);

/// The last moment at which a wave's messages are worth sending: within a limit by what it is about, and never when the
/// session has begun.
pub fn latest(wave: &Wave, kind: Option<SessionKind>) -> DateTime<Utc> {
    let limit = match wave.occasion {
        Occasion::Start => match kind {
            Some(SessionKind::Test | SessionKind::Practice) => TimeDelta::minutes(10),
            Some(SessionKind::Qualifying) => TimeDelta::minutes(15),
            Some(SessionKind::Sprint | SessionKind::Race) | None => TimeDelta::minutes(30),
        },
        // What is no longer so is worth knowing until the session would be well under way.
        Occasion::Moved | Occasion::Untimed | Occasion::Cancelled | Occasion::Restored => TimeDelta::hours(12),
        Occasion::Preview => TimeDelta::days(2),
        Occasion::Results | Occasion::Correction => LATE,
    };
    let latest = wave.due + limit;
    match wave.occasion {
        // One that is due at the start itself has a moment to arrive.
        Occasion::Start if wave.lead == Lead::default() => wave.start + TOLD_LATE,
        Occasion::Start | Occasion::Moved | Occasion::Restored => latest.min(wave.start),
        Occasion::Untimed | Occasion::Cancelled | Occasion::Preview | Occasion::Results | Occasion::Correction => {
            latest
        }
    }
}
