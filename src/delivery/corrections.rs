//! Corrections of announced session starts: the last announcement to an audience, compared with the calendar.
//!
//! An audience is everybody, or one guild with an override of the session. Its last announcement is a state; the calendar's
//! state is another; the pair decides which correction is due.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};

use crate::reminders::{LeadTime, Notice, Occasion, PlannedSession, Timetable};

/// State of a session in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheduled {
    At(DateTime<Utc>),
    Untimed,
    Cancelled,
}

/// State of a session as last announced to an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Announced {
    At(DateTime<Utc>),
    Untimed,
    Cancelled,
    /// Cancelled in place of a reminder, for those alone whose reminder was due.
    PartlyCancelled,
}

impl Scheduled {
    fn of(planned: Option<&PlannedSession>) -> Self {
        match planned.filter(|planned| !planned.cancelled) {
            None => Self::Cancelled,
            Some(planned) => planned.start.map_or(Self::Untimed, Self::At),
        }
    }

    fn start(self) -> Option<DateTime<Utc>> {
        match self {
            Self::At(start) => Some(start),
            Self::Untimed | Self::Cancelled => None,
        }
    }
}

impl Announced {
    /// Occasion of the correction that is due; `None` if none is.
    fn correction(self, scheduled: Scheduled, now: DateTime<Utc>) -> Option<Occasion> {
        match (self, scheduled) {
            (Self::Cancelled, Scheduled::Cancelled) | (Self::Untimed, Scheduled::Untimed) => None,
            (_, Scheduled::Cancelled) => Some(Occasion::Cancelled),
            (_, Scheduled::Untimed) => Some(Occasion::Untimed),
            // A session that has begun needs no reminder, and no correction of one.
            (_, Scheduled::At(start)) if start <= now => None,
            (Self::At(announced), Scheduled::At(start)) if announced == start => None,
            (_, Scheduled::At(_)) => Some(Occasion::Moved),
        }
    }
}

/// Notices about one session's start that an audience has received.
struct AnnouncementHistory<'a> {
    guild: Option<u64>,
    notices: Vec<&'a Notice>,
}

/// Corrections due to an audience by the notices about one session: everybody's, and those of `guild`.
pub(super) fn corrections(
    announced: &[&Notice],
    guild: Option<u64>,
    timetable: &Timetable,
    now: DateTime<Utc>,
) -> Vec<Notice> {
    let received = |notice: &&Notice| notice.guild.is_none() || notice.guild == guild;
    let history = AnnouncementHistory {
        guild,
        notices: announced.iter().copied().filter(received).collect(),
    };
    let Some(last) = history.last() else {
        return Vec::new();
    };
    let scheduled = Scheduled::of(timetable.session(&last.subject));
    let Some(occasion) = history.state(last).correction(scheduled, now) else {
        return Vec::new();
    };
    let correction = |(place, was): (i64, DateTime<Utc>)| {
        let is_restored = occasion == Occasion::Moved && scheduled.start() == Some(was);
        let occasion = if is_restored { Occasion::Restored } else { occasion };
        Notice {
            guild,
            subject: last.subject.clone(),
            occasion,
            lead: history.number(occasion),
            start: scheduled.start().unwrap_or(last.start),
            // In this order: a subscription that received several starts is told the difference from the last.
            due: now + TimeDelta::seconds(place),
            was: Some(was),
        }
    };
    (0..).zip(history.starts(last)).map(correction).collect()
}

impl<'a> AnnouncementHistory<'a> {
    /// Last announcement to the whole audience: of the guild's own notices if there are any, as everybody's do not reach it
    /// since; a cancellation in place of a reminder only if there is nothing else.
    fn last(&self) -> Option<&'a Notice> {
        let newest = |notice: &&'a Notice| recency(notice);
        let to_all = || self.notices.iter().copied().filter(|notice| !is_in_place(notice));
        let own = to_all().filter(|notice| notice.guild == self.guild).max_by_key(newest);
        own.or_else(|| to_all().max_by_key(newest))
            .or_else(|| self.notices.iter().copied().max_by_key(newest))
    }

    fn state(&self, last: &Notice) -> Announced {
        let is_partly_cancelled = || {
            let mut notices = self.notices.iter();
            notices.any(|notice| is_in_place(notice) && notice.due >= last.due)
        };
        match last.occasion {
            Occasion::Cancelled => Announced::Cancelled,
            Occasion::Untimed => Announced::Untimed,
            _ if is_partly_cancelled() => Announced::PartlyCancelled,
            _ => Announced::At(last.start),
        }
    }

    /// Distinct announced starts, the last announcement's first, then the newest.
    fn starts(&self, last: &Notice) -> Vec<DateTime<Utc>> {
        let mut notices = self.notices.clone();
        notices.sort_by_key(|notice| Reverse(recency(notice)));
        let mut starts = vec![last.start];
        for notice in notices {
            if !starts.contains(&notice.start) {
                starts.push(notice.start);
            }
        }
        starts
    }

    /// Number that tells a correction from an earlier one with the same content, in place of a lead time.
    fn number(&self, occasion: Occasion) -> LeadTime {
        let is_counted = |notice: &&&Notice| match occasion {
            Occasion::Cancelled => notice.occasion == Occasion::Restored,
            _ => notice.was.is_some(),
        };
        let earlier = self.notices.iter().filter(is_counted).count();
        LeadTime::minutes(i64::try_from(earlier).unwrap_or(i64::MAX))
    }
}

/// Order of announcements in time: a correction comes after a reminder of the same instant.
fn recency(notice: &Notice) -> (DateTime<Utc>, bool) {
    (notice.due, notice.was.is_some())
}

/// True if the notice announced a cancellation in place of a reminder that became due.
fn is_in_place(notice: &Notice) -> bool {
    notice.occasion == Occasion::Cancelled && notice.was.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_announced_state_is_corrected_to_the_scheduled_one() {
        let at = |hour: u32| -> DateTime<Utc> { format!("2024-06-22T{hour:02}:00:00Z").parse().unwrap() };
        let now = at(9);
        let (moved, untimed, cancelled) = (
            Some(Occasion::Moved),
            Some(Occasion::Untimed),
            Some(Occasion::Cancelled),
        );
        let scheduled = [
            Scheduled::At(at(11)),
            Scheduled::At(at(12)),
            Scheduled::At(at(9)),
            Scheduled::Untimed,
            Scheduled::Cancelled,
        ];
        for (announced, due) in [
            (Announced::At(at(11)), [None, moved, None, untimed, cancelled]),
            (Announced::At(at(9)), [moved, moved, None, untimed, cancelled]),
            (Announced::Untimed, [moved, moved, None, None, cancelled]),
            (Announced::Cancelled, [moved, moved, None, untimed, None]),
            (Announced::PartlyCancelled, [moved, moved, None, untimed, cancelled]),
        ] {
            let found = scheduled.map(|scheduled| announced.correction(scheduled, now));
            assert_eq!(found, due, "{announced:?} to {scheduled:?}");
        }
    }
}
