//! What somebody will hear of next: for confirmations, and for those who ask whether all is well.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::{LeadTime, PlannedSession, Selector, Timetable};

/// A reminder to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpcomingReminder {
    /// The session.
    pub planned: PlannedSession,
    /// When it starts.
    pub start: DateTime<Utc>,
    /// How long before it is told.
    pub lead: LeadTime,
    /// When it is told.
    pub due: DateTime<Utc>,
}

impl Timetable {
    /// What comes after `now` for these selectors and leads, the earliest first, at most so many; each session and lead once.
    pub fn coming(
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
        // The order of starts is not that of what is told: the longest lead of a later session may come first.
        let mut coming: Vec<UpcomingReminder> = sessions
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
        coming.sort_by_key(|one| (one.due, one.start));
        coming.truncate(most);
        coming
    }

    /// What comes after `now` of all that anybody wants, by how long before: the earliest first, at most so many.
    pub fn coming_for_all(
        &self,
        wanted: &BTreeMap<LeadTime, Vec<Selector>>,
        now: DateTime<Utc>,
        most: usize,
    ) -> Vec<UpcomingReminder> {
        let of = |(lead, selectors): (&LeadTime, &Vec<Selector>)| self.coming(selectors, &[*lead], now, most);
        let mut coming: Vec<UpcomingReminder> = wanted.iter().flat_map(of).collect();
        coming.sort_by_key(|one| (one.due, one.start));
        coming.truncate(most);
        coming
    }

    /// The next sessions that are wanted and have no time yet.
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
