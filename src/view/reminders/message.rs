//! Reminder messages: one session, and the notice about it.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::answer::TimetableSession;
use crate::view::words::reminders::message as say;
use crate::view::{Inline, Line, Stamp, View, words};

/// Notice about a session.
#[derive(Debug, Clone, Copy)]
pub enum SessionNotice<'a> {
    /// The session starts soon.
    Starts,
    /// The start differs from the announced one, which is given with the circuit's time zone.
    Moved(DateTime<Utc>, Tz),
    /// The session is cancelled.
    Cancelled,
    /// The session is on, after a message that it was cancelled or has no time.
    Restored,
    /// The session with this name is no longer in the calendar.
    Gone(&'a str),
}

/// A message about a session: the notice, its times, and in small print the series and the delay.
pub fn reminder(
    said: SessionNotice<'_>,
    one: Option<&TimetableSession>,
    weekend: &str,
    series: &str,
    late: Option<TimeDelta>,
) -> View {
    let mut view = View::default();
    if let Some(one) = one {
        let name = words::schedule::session(one);
        let line = |text: String| Line::strong(name.clone()).and(Inline::Text(text));
        view.line(match (said, one.starts_at()) {
            (SessionNotice::Starts, Some(at)) => line(say::starts(weekend)).and(Inline::Stamp(at, Stamp::Relative)),
            (SessionNotice::Starts, None) => line(say::starts(weekend)),
            (SessionNotice::Moved(was, zone), _) => line(say::moved(weekend, was, one, zone)),
            (SessionNotice::Cancelled | SessionNotice::Gone(_), _) => line(say::cancelled(weekend)),
            (SessionNotice::Restored, _) => line(say::restored(weekend)),
        });
        if let (SessionNotice::Starts | SessionNotice::Moved(..) | SessionNotice::Restored, Some(at)) =
            (said, one.starts_at())
        {
            view.line(Line::text(words::schedule::when(one)).and(Inline::Stamp(at, Stamp::Full)));
        }
    } else if let SessionNotice::Gone(name) = said {
        view.line(Line::strong(name).and(Inline::Text(say::gone(weekend))));
    }
    let late = late.map(say::late);
    let small: Vec<&str> = [Some(series), late.as_deref()].into_iter().flatten().collect();
    view.line(Line::small(small.join(words::SEPARATOR)));
    view
}
