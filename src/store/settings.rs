//! How a server is set up.

use chrono_tz::Tz;

use crate::domain::Slug;

/// How a server is set up; what it has not set is as everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The series that is meant when none is named.
    pub series: Option<Slug>,
    /// The zone that is shown beside the track's time, in place of the series' own.
    pub zone: Option<Tz>,
    /// Whether results are hidden until somebody wants to see them.
    pub spoilers: bool,
    /// The channel in which every answer is for the asker alone.
    pub quiet: Option<u64>,
}
