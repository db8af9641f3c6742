//! Progress of a season at a moment: the running weekend, the next one, the last one.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{has_begun, is_over};
use crate::domain::{Season, Weekend};

/// The weekends around a moment; cancelled ones are none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeasonProgress<'a> {
    /// The weekend that is on.
    pub running: Option<&'a Weekend>,
    /// The next weekend that has not begun.
    pub next: Option<&'a Weekend>,
    /// The last weekend that is over.
    pub last: Option<&'a Weekend>,
}

impl<'a> SeasonProgress<'a> {
    /// The weekend people mean when they name none: the running one, else the next, else the last.
    pub fn current(&self) -> Option<&'a Weekend> {
        self.running.or(self.next).or(self.last)
    }
}

/// Progress of a season at `now`, given the zone of each weekend's circuit.
pub fn progress(season: &Season, zone: impl Fn(&Weekend) -> Tz, now: DateTime<Utc>) -> SeasonProgress<'_> {
    let mut stage = SeasonProgress {
        running: None,
        next: None,
        last: None,
    };
    for weekend in season.weekends.iter().filter(|weekend| !weekend.is_cancelled()) {
        if is_over(weekend.end, || zone(weekend), now) {
            if stage.last.is_none_or(|last| last.end < weekend.end) {
                stage.last = Some(weekend);
            }
        } else if has_begun(weekend.start, || zone(weekend), now) {
            stage.running = stage.running.or(Some(weekend));
        } else if stage.next.is_none_or(|next| next.start > weekend.start) {
            stage.next = Some(weekend);
        }
    }
    stage
}
