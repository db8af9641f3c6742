//! The documents of reminders: one session, and what is to be said of it.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{Line, Span, Stamp, View, words};
use crate::answer::Slotted;
use words::remind as say;

/// What there is to say of a session.
#[derive(Debug, Clone, Copy)]
pub enum Said<'a> {
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
pub fn reminder(said: Said<'_>, one: Option<&Slotted>, weekend: &str, series: &str, late: Option<TimeDelta>) -> View {
    let mut view = View::default();
    if let Some(one) = one {
        let name = words::schedule::session(one);
        let line = |text: String| Line::strong(name.clone()).and(Span::Text(text));
        view.line(match (said, one.starts_at()) {
            (Said::Starts, Some(at)) => line(say::starts(weekend)).and(Span::Stamp(at, Stamp::Relative)),
            (Said::Starts, None) => line(say::starts(weekend)),
            (Said::Moved(was, zone), _) => line(say::moved(weekend, was, one, zone)),
            (Said::Cancelled | Said::Gone(_), _) => line(say::cancelled(weekend)),
            (Said::Restored, _) => line(say::restored(weekend)),
        });
        if let (Said::Starts | Said::Moved(..) | Said::Restored, Some(at)) = (said, one.starts_at()) {
            view.line(Line::text(words::schedule::when(one)).and(Span::Stamp(at, Stamp::Full)));
        }
    } else if let Said::Gone(name) = said {
        view.line(Line::strong(name).and(Span::Text(say::GONE.to_owned())));
    }
    let late = late.map(say::late);
    let small: Vec<&str> = [Some(series), late.as_deref()].into_iter().flatten().collect();
    view.line(Line::small(small.join(words::SEPARATOR)));
    view
}
