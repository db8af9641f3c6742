//! Asker: the person who asks, with moment, zone and series.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::SeriesId;

/// Facts about the asker that an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asker {
    /// The moment the answer speaks as of: nothing after it is used.
    pub now: DateTime<Utc>,
    /// The asker's own zone, where known; on Discord each reader's client knows it instead.
    pub zone: Option<Tz>,
    /// The zone that is shown beside the track's time, in place of the series' own.
    pub reference: Option<Tz>,
    /// The series that is meant when none is named.
    pub series: SeriesId,
    /// True if the clock is set for a rehearsal and differs from real time.
    pub rehearsal: bool,
}
