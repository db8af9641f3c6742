//! Calendars in the form of iCalendar (RFC 5545): an event is a session, or the days of a weekend.

mod moment;
mod zone;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ::icalendar::parser::{Component, read_calendar_simple};
use chrono::Datelike as _;

use super::al_kamel_json::given;
use crate::import::sheet::{CalendarRow, CalendarSheet, CalendarStart, Heading, Sheet};
use crate::import::source::FileFaults;
use crate::import::words;
use moment::Moment;

/// First line of a calendar.
const FIRST: &[u8] = b"BEGIN:VCALENDAR";
/// Depth of components: a calendar, an event, an alarm, and room.
const DEPTH: usize = 8;

/// True for a calendar.
pub fn recognises(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes
        .get(..FIRST.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(FIRST))
}

/// The bytes of a calendar with its long lines whole again: a line may be folded within a letter, so that this comes
/// before decoding. Other files stay as they are.
pub fn unfolded(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !recognises(bytes) {
        return Cow::Borrowed(bytes);
    }
    let mut whole: Vec<u8> = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let [b' ' | b'\t', rest @ ..] = line {
            for end in *b"\n\r" {
                whole.pop_if(|byte| *byte == end);
            }
            whole.extend_from_slice(rest);
        } else {
            whole.extend_from_slice(line);
        }
    }
    Cow::Owned(whole)
}

/// Reads a calendar whose lines are whole.
pub fn read(text: &str, faults: &mut FileFaults<'_>) -> Vec<Sheet> {
    let hint = "export the calendar again";
    if is_deep(text) {
        faults.error(
            None,
            "icalendar",
            "its components lie deeper than any calendar has them",
            hint,
        );
        return Vec::new();
    }
    let roots = match read_calendar_simple(text) {
        Ok(roots) => roots,
        Err(error) => {
            let line: String = error
                .input
                .trim_start()
                .chars()
                .take_while(|letter| *letter != '\n')
                .take(60)
                .collect();
            let message = format!("it is no iCalendar from '{}' on", line.trim_end());
            faults.error(None, "icalendar", &message, hint);
            return Vec::new();
        }
    };
    let Some(calendar) = roots.first().filter(|root| root.name == "VCALENDAR") else {
        faults.error(None, "icalendar", "it holds no calendar", hint);
        return Vec::new();
    };
    let events = newest(calendar, faults);
    if events.is_empty() {
        faults.error(None, "no-event", "the calendar holds no event", hint);
        return Vec::new();
    }
    let is_withdrawn = text_of(calendar, "METHOD").is_some_and(|method| method.eq_ignore_ascii_case("CANCEL"));
    let sessions: Vec<CalendarRow> = events
        .into_iter()
        .map(|(row, event)| session(row, event, is_withdrawn, faults))
        .collect();
    vec![Sheet::Calendar(CalendarSheet {
        heading: Heading {
            series: text_of(calendar, "X-WR-CALNAME"),
            year: sessions.iter().find_map(|row| row.start.day()).map(|day| day.year()),
            ..Heading::default()
        },
        sessions,
    })]
}

/// True if components lie too deep for the parser, which calls itself for each of them.
fn is_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.lines().any(|line| {
        let starts = |word: &str| {
            line.get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        if starts("BEGIN:") {
            depth += 1;
        } else if starts("END:") {
            depth = depth.saturating_sub(1);
        }
        depth > DEPTH
    })
}

fn text_of(component: &Component<'_>, name: &str) -> Option<String> {
    given(component.find_prop(name)?.val.as_ref())
}

/// The events, of several copies of one the newest: by its sequence, then its stamp, then its place in the file.
fn newest<'c>(calendar: &'c Component<'c>, faults: &mut FileFaults<'_>) -> Vec<(usize, &'c Component<'c>)> {
    let mut order: Vec<(usize, &Component<'_>)> = Vec::new();
    let mut by_key: BTreeMap<(String, String), usize> = BTreeMap::new();
    let events = calendar.components.iter().filter(|one| one.name == "VEVENT");
    for (at, event) in events.enumerate() {
        let Some(uid) = text_of(event, "UID") else {
            order.push((at + 1, event));
            continue;
        };
        let key = (uid, text_of(event, "RECURRENCE-ID").unwrap_or_default());
        let age = |event: &Component<'_>| {
            let sequence = text_of(event, "SEQUENCE").and_then(|text| text.parse::<u64>().ok());
            (sequence.unwrap_or(0), text_of(event, "DTSTAMP"))
        };
        let known = by_key.get(&key).and_then(|known| order.get_mut(*known));
        match known {
            Some(known) => {
                let message = format!("'{}' stands in it more than once: the newest counts", key.0);
                faults.note(Some(&format!("event {}", at + 1)), "older-copy", &message, "");
                if age(event) >= age(known.1) {
                    *known = (at + 1, event);
                }
            }
            None => {
                by_key.insert(key, order.len());
                order.push((at + 1, event));
            }
        }
    }
    order
}

fn session(row: usize, event: &Component<'_>, is_withdrawn: bool, faults: &mut FileFaults<'_>) -> CalendarRow {
    let trail = format!("event {row}");
    let summary = text_of(event, "SUMMARY").unwrap_or_default();
    let (title, is_struck) = without_mark(&summary);
    let named = SummaryParts::of(title);
    if event.find_prop("RRULE").is_some() {
        let hint = "export each of its dates as an event";
        faults.note(
            Some(&trail),
            "repeats",
            &format!("'{title}' repeats: its first date is read"),
            hint,
        );
    }
    let mut moment = |name: &str| {
        let property = event.find_prop(name)?;
        match Moment::of(property) {
            Ok(moment) => Some(moment),
            Err(problem) => {
                faults.error(Some(&trail), "moment", &format!("{name}: {problem}"), problem.hint());
                None
            }
        }
    };
    let (start, end) = (moment("DTSTART"), moment("DTEND"));
    let minutes = start.zip(end).and_then(|(start, end)| start.minutes_to(end));
    let duration = text_of(event, "DURATION").and_then(|text| moment::duration(&text));
    let start = start.map(Moment::start).unwrap_or_default();
    let days = match (&start, end, duration) {
        (CalendarStart::On(first), Some(Moment::Day(end)), _) => Some((*first, end.pred_opt())),
        (CalendarStart::On(first), None, Some(length)) => {
            Some((*first, first.checked_add_signed(length - chrono::TimeDelta::days(1))))
        }
        _ => None,
    };
    let last_day = days.and_then(|(first, last)| last.filter(|last| *last > first));
    let is_timed = !matches!(start, CalendarStart::On(_));
    let minutes = minutes.or_else(|| u16::try_from(duration?.num_minutes()).ok());
    let status = text_of(event, "STATUS").unwrap_or_default().to_uppercase();
    let uid = text_of(event, "UID");
    let repeated = text_of(event, "RECURRENCE-ID")
        .map(|at| format!(" {at}"))
        .unwrap_or_default();
    CalendarRow {
        row,
        key: uid.map_or_else(|| title.to_owned(), |uid| uid + &repeated),
        event: named.event,
        session: named.session.filter(|_| last_day.is_none()),
        circuit: text_of(event, "LOCATION"),
        round: named.round,
        start,
        last_day,
        minutes: minutes.filter(|minutes| is_timed && *minutes > 0),
        cancelled: is_withdrawn || is_struck || status == "CANCELLED",
        tentative: status == "TENTATIVE",
        ..CalendarRow::default()
    }
}

/// A title without the mark of one that is cancelled: `(CANCELED) Round 5`.
fn without_mark(title: &str) -> (&str, bool) {
    let inner = title.trim_start_matches(['(', '[']);
    let letters = inner
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(inner.len());
    let (word, rest) = inner.split_at(letters);
    let is_mark = ["canceled", "cancelled", "abgesagt"].contains(&word.to_lowercase().as_str());
    let rest = rest.trim_start_matches([')', ']', ':', '-', '–', ' ']);
    if is_mark && !rest.is_empty() {
        (rest, true)
    } else {
        (title, false)
    }
}

/// Parts of a title: `Round 1 Sebring – Race 1`.
struct SummaryParts {
    event: String,
    session: Option<String>,
    round: Option<u16>,
}

impl SummaryParts {
    fn of(title: &str) -> Self {
        let parts = [" – ", " — ", " - ", ": ", " | "]
            .iter()
            .find_map(|dash| title.rsplit_once(dash));
        let is_session = |text: &str| words::order_kind(text).is_some();
        let (event, session) = match parts {
            Some((event, session)) if is_session(session) => (event, given(session)),
            Some((session, event)) if is_session(session) => (event, given(session)),
            _ => (title, None),
        };
        let numbered = event.trim().strip_prefix("Round ").map(str::trim_start);
        let numbered = numbered.and_then(|rest| {
            let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let (number, rest) = rest.split_at(digits);
            Some((number.parse().ok()?, rest.trim_start_matches([':', '-', '–', ' '])))
        });
        match numbered {
            Some((round, rest)) => Self {
                event: given(rest).unwrap_or_else(|| event.trim().to_owned()),
                session,
                round: Some(round),
            },
            None => Self {
                event: event.trim().to_owned(),
                session,
                round: None,
            },
        }
    }
}
