//! Lines of upcoming reminders and names of their sessions.

use chrono::{DateTime, Utc};

use crate::answer::TimetableSession;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::reminders::{Subject, UpcomingReminder};
use crate::view::words::reminders::health as say;
use crate::view::{Inline, Line, Stamp, words};

/// An upcoming reminder: the session's times, and the time of the reminder.
pub(super) fn next(upcoming: &UpcomingReminder, catalogue: &Catalogue) -> Line {
    let line = Line::strong(session(&upcoming.planned.subject, catalogue));
    let when =
        timetable_session(&upcoming.planned.subject, catalogue, upcoming.due).map(|one| words::schedule::when(&one));
    line.and(Inline::Text(format!(": {}", when.unwrap_or_default())))
        .and(Inline::Stamp(upcoming.start, Stamp::Full))
        .and(Inline::Text(say::REMINDER_AT.to_owned()))
        .and(Inline::Stamp(upcoming.due, Stamp::Relative))
}

fn timetable_session(subject: &Subject, catalogue: &Catalogue, now: DateTime<Utc>) -> Option<TimetableSession> {
    let (series, weekend, session) = subject.find(catalogue)?;
    let asker = Asker {
        now,
        zone: None,
        reference: None,
        series: subject.series.clone(),
        rehearsal: false,
    };
    Some(TimetableSession::of(catalogue, series, weekend, session?, &asker))
}

/// `Race 1, Watkins Glen`.
pub(super) fn session(subject: &Subject, catalogue: &Catalogue) -> String {
    match subject.find(catalogue) {
        Some((_, weekend, Some(session))) => format!("{}, {}", session.name, weekend.name),
        Some((_, weekend, None)) if subject.session.is_none() => weekend.name.clone(),
        _ => subject.to_string(),
    }
}
