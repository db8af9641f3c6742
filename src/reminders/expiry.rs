//! How late a message may be and still be worth sending.

use chrono::{DateTime, TimeDelta, Utc};

use super::{LeadTime, Notice, Occasion};
use crate::domain::SessionKind;

/// From how late on a message says that it is late.
pub const LATE_THRESHOLD: TimeDelta = TimeDelta::minutes(2);

/// The longest that any message can be late and still be sent: nothing older needs to be looked for.
pub const MAX_DELAY: TimeDelta = TimeDelta::days(3);

/// The last moment at which a notice's messages are worth sending: within a limit by what it is about, and never when the
/// session has begun.
pub fn latest(notice: &Notice, kind: Option<SessionKind>) -> DateTime<Utc> {
    let limit = match notice.occasion {
        Occasion::Start => match kind {
            Some(SessionKind::Test | SessionKind::Practice) => TimeDelta::minutes(10),
            Some(SessionKind::Qualifying) => TimeDelta::minutes(15),
            Some(SessionKind::Sprint | SessionKind::Race) | None => TimeDelta::minutes(30),
        },
        // What is no longer so is worth knowing until the session would be well under way.
        Occasion::Moved | Occasion::Untimed | Occasion::Cancelled | Occasion::Restored => TimeDelta::hours(12),
        Occasion::Preview => TimeDelta::days(2),
        Occasion::Results | Occasion::Correction => MAX_DELAY,
    };
    let latest = notice.due + limit;
    match notice.occasion {
        // One that is due at the start itself has a moment to arrive.
        Occasion::Start if notice.lead == LeadTime::default() => notice.start + LATE_THRESHOLD,
        Occasion::Start | Occasion::Moved | Occasion::Restored => latest.min(notice.start),
        Occasion::Untimed | Occasion::Cancelled | Occasion::Preview | Occasion::Results | Occasion::Correction => {
            latest
        }
    }
}
