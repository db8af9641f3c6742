//! The documents of reminders: one session, and what is to be said of it.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{Inline, Line, Stamp, View, words};
use crate::answer::TimetableSession;
use words::reminder_message as say;

/// What there is to say of a session.
#[derive(Debug, Clone, Copy)]
pub enum SessionNotice<'a> {
    /// It starts soon.
    Starts,
    /// It starts at another time than was told, by the clock of its circuit.
    Moved(DateTime<Utc>, Tz),
    /// It is not held.
    Cancelled,
    /// It is on, after it was told that it is not, or that it has no time.
    Restored,
    /// It was this session, and there is no such one any more.
    Gone(&'a str),
}

/// The document that says something of a session: what, when by every clock, and in small print whose it is and whether it is late.
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
        view.line(Line::strong(name).and(Inline::Text(say::GONE.to_owned())));
    }
    let late = late.map(say::late);
    let small: Vec<&str> = [Some(series), late.as_deref()].into_iter().flatten().collect();
    view.line(Line::small(small.join(words::SEPARATOR)));
    view
}
