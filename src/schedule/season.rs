//! Where a season stands at a moment: the weekend that is on, the next one, the last one.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{day_end, day_start};
use crate::domain::{Season, Weekend};

/// The weekends around a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage<'a> {
    /// The weekend that is on.
    pub running: Option<&'a Weekend>,
    /// The next weekend that has not begun.
    pub next: Option<&'a Weekend>,
    /// The last weekend that is over.
    pub last: Option<&'a Weekend>,
}

impl<'a> Stage<'a> {
    /// The weekend people mean when they name none: the running one, else the next, else the last.
    pub fn current(&self) -> Option<&'a Weekend> {
        self.running.or(self.next).or(self.last)
    }
}

/// Where a season stands at `now`, given the zone of each weekend's circuit.
pub fn stage(season: &Season, zone: impl Fn(&Weekend) -> Tz, now: DateTime<Utc>) -> Stage<'_> {
    let mut stage = Stage {
        running: None,
        next: None,
        last: None,
    };
    let begin = |weekend: &Weekend| day_start(zone(weekend), weekend.start);
    let end = |weekend: &Weekend| day_end(zone(weekend), weekend.end);
    for weekend in &season.weekends {
        if end(weekend) <= now {
            if stage.last.is_none_or(|last| end(last) < end(weekend)) {
                stage.last = Some(weekend);
            }
        } else if begin(weekend) <= now {
            stage.running = stage.running.or(Some(weekend));
        } else if stage.next.is_none_or(|next| begin(next) > begin(weekend)) {
            stage.next = Some(weekend);
        }
    }
    stage
}
