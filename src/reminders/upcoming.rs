//! Upcoming reminders, for confirmations and health reports.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{LeadTime, PlannedSession, Selector, Timetable};

/// A reminder that is not due yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpcomingReminder {
    /// The session.
    pub planned: PlannedSession,
    /// Its start.
    pub start: DateTime<Utc>,
    /// The lead time.
    pub lead: LeadTime,
    /// The instant at which it is due.
    pub due: DateTime<Utc>,
}

impl Timetable {
    /// The reminders due after `now` for these selectors and lead times, the earliest first, at most `most`; each
    /// session and lead time once.
    pub fn upcoming(
        &self,
        selectors: &[Selector],
        leads: &[LeadTime],
        now: DateTime<Utc>,
        most: usize,
    ) -> Vec<UpcomingReminder> {
        let wanted = |planned: &&PlannedSession| {
            !planned.cancelled && planned.selectors.iter().any(|one| selectors.contains(one))
        };
        let sessions = self
            .sessions()
            .iter()
            .filter(|planned| planned.start > Some(now))
            .filter(wanted);
        // The order of starts is not the order of due times: the longest lead time of a later session may come first.
        let mut upcoming: Vec<UpcomingReminder> = sessions
            .take(most + 8)
            .flat_map(|planned| {
                leads.iter().filter_map(move |lead| {
                    let start = planned.start?;
                    let due = start - lead.span();
                    (due > now).then(|| UpcomingReminder {
                        planned: planned.clone(),
                        start,
                        lead: *lead,
                        due,
                    })
                })
            })
            .collect();
        upcoming.sort_by_key(|one| (one.due, one.start));
        upcoming.truncate(most);
        upcoming
    }

    /// The reminders due after `now` for all these selectors by lead time, the earliest first, at most `most`.
    pub fn upcoming_for_all(
        &self,
        wanted: &BTreeMap<LeadTime, Vec<Selector>>,
        now: DateTime<Utc>,
        most: usize,
    ) -> Vec<UpcomingReminder> {
        let of = |(lead, selectors): (&LeadTime, &Vec<Selector>)| self.upcoming(selectors, &[*lead], now, most);
        let mut upcoming: Vec<UpcomingReminder> = wanted.iter().flat_map(of).collect();
        upcoming.sort_by_key(|one| (one.due, one.start));
        upcoming.truncate(most);
        upcoming
    }

    /// The next matching session without a time.
    pub fn untimed(&self, selectors: &[Selector], now: DateTime<Utc>) -> Option<&PlannedSession> {
        let wanted = |planned: &&PlannedSession| planned.selectors.iter().any(|one| selectors.contains(one));
        let open = |planned: &&PlannedSession| planned.start.is_none() && planned.end > now && !planned.cancelled;
        self.sessions()
            .iter()
            .filter(open)
            .filter(wanted)
            .min_by_key(|planned| planned.end)
    }
}
