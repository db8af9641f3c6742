//! Expiry: the limit of lateness within which a message is still worth sending.

use chrono::{DateTime, TimeDelta, Utc};

use super::{LeadTime, Notice, Occasion};
use crate::domain::SessionKind;

/// Lateness from which a message says that it is late.
pub const LATE_THRESHOLD: TimeDelta = TimeDelta::minutes(2);

/// Maximum lateness of any message: no older ones need to be searched.
pub const MAX_DELAY: TimeDelta = TimeDelta::days(3);

/// The last instant at which a notice is worth sending: within a limit by its occasion; for a start never after the
/// start.
pub fn expires_at(notice: &Notice, kind: Option<SessionKind>) -> DateTime<Utc> {
    let limit = match notice.occasion {
        Occasion::Start => match kind {
            Some(SessionKind::Test | SessionKind::Practice) => TimeDelta::minutes(10),
            Some(SessionKind::Qualifying) => TimeDelta::minutes(15),
            Some(SessionKind::Sprint | SessionKind::Race) | None => TimeDelta::minutes(30),
        },
        // A change is of interest until the session would be well under way.
        Occasion::Moved | Occasion::Untimed | Occasion::Cancelled | Occasion::Restored => TimeDelta::hours(12),
        Occasion::Preview => TimeDelta::days(2),
        Occasion::Results | Occasion::Correction => MAX_DELAY,
    };
    let latest = notice.due + limit;
    match notice.occasion {
        // A reminder due at the start itself has a moment to arrive.
        Occasion::Start if notice.lead == LeadTime::default() => notice.start + LATE_THRESHOLD,
        Occasion::Start | Occasion::Moved | Occasion::Restored => latest.min(notice.start),
        Occasion::Untimed | Occasion::Cancelled | Occasion::Preview | Occasion::Results | Occasion::Correction => {
            latest
        }
    }
}
