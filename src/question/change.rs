//! Change of the calendar as it is typed: the session that is meant, and its new start.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::Serialize;

use super::request::Request;
use super::{Call, Candidate, Misunderstanding, Options, Question, QuestionKind};
use crate::dataset::{Catalogue, Origin, Override, SessionChange};
use crate::domain::{Asker, Session, SessionPath, SessionStatus, clip};
use crate::lookup::{NameKind, quantities};
use crate::schedule::{LocalTimeFault, instant};

/// Maximum distance of a moved session from its weekend: a longer delay makes it another weekend.
const FARTHEST: Days = Days::new(7);

/// Why a text is no new start of a session, or a session has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoStart {
    /// It is no time.
    Unread(String),
    /// It is a delay, and the session has no time yet that could be delayed.
    NoTime,
    /// It is a time of day, and the day is not known.
    NoDay,
    /// The track's clock jumps over it.
    Skipped,
    /// The track's clock shows it twice, at these offsets.
    Twice(String, String),
    /// It is far from the weekend, which has these days.
    Far(NaiveDate, NaiveDate),
    /// The session has a result.
    Run,
    /// It is a delay, and the session is cancelled.
    Cancelled,
    /// There is no such session.
    NoSession,
}

/// The session that a text means: its path, or its name as any question takes it, at the weekend at hand if none is
/// named.
///
/// # Errors
/// Why it is not certain which is meant, with what may have been.
pub fn session_meant(text: &str, catalogue: &Catalogue, asker: &Asker) -> Result<SessionPath, Misunderstanding> {
    let path = text.trim().to_lowercase();
    if let Ok(id) = path.parse::<SessionPath>()
        && catalogue.session(&id).is_some()
    {
        return Ok(id);
    }
    let parts = path_parts(&path);
    let spelling = parts
        .iter()
        .find(|(name, _)| *name == "session")
        .map(|(_, named)| *named);
    let asked = options_meant(text, parts, catalogue, asker)?;
    let question = Question::new(QuestionKind::Schedule, asked);
    let (request, asked) = (Request::new(&question, catalogue, asker), &question.options);
    let series = request.series()?;
    let season = request.calendar(series)?;
    let weekend = match &asked.weekend {
        Some(id) => request.weekend(series, season, id)?,
        None => catalogue
            .progress(season, asker.now)
            .current()
            .ok_or(Misunderstanding::Empty)?,
    };
    let meant = |one: &&Session| match (&asked.session, asked.kind) {
        (Some(id), _) => one.id == *id,
        (None, Some(kind)) => one.kind == kind,
        (None, None) => false,
    };
    let found: Vec<&Session> = weekend.sessions.iter().filter(meant).collect();
    if found.len() > 1 {
        return Err(Misunderstanding::Ambiguous {
            text: clip(text, 60),
            candidates: found.into_iter().map(candidate).collect(),
        });
    }
    // A path is written by somebody who knows it: a slip in one is told, not forgiven.
    let spelt = |one: &&&Session| spelling.is_none_or(|named| one.id == *named);
    let Some(session) = found.first().filter(spelt) else {
        return Err(Misunderstanding::NoSuchSession {
            weekend: weekend.name.clone(),
            sessions: weekend.sessions.iter().map(|one| one.name.clone()).collect(),
            instead: vec![
                Question::of(QuestionKind::Schedule)
                    .weekend(weekend.id.clone())
                    .season(season.id.clone())
                    .series(series.id.clone()),
            ],
        });
    };
    Ok(SessionPath {
        series: series.id.clone(),
        season: season.id.clone(),
        weekend: weekend.id.clone(),
        session: session.id.clone(),
    })
}

/// The parts of a path such as `watkins-glen/race-2`, by the name of the option that each is; none for other texts.
fn path_parts(path: &str) -> Vec<(&'static str, &str)> {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        [series, season, weekend, session] => vec![
            ("series", *series),
            ("season", *season),
            ("weekend", *weekend),
            ("session", *session),
        ],
        [weekend, session] => vec![("weekend", *weekend), ("session", *session)],
        _ => Vec::new(),
    }
}

/// The options of the timetable that a text asks for, by the parts of its path if it is one.
fn options_meant(
    text: &str,
    parts: Vec<(&'static str, &str)>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Options, Misunderstanding> {
    let mut call = Call::of(QuestionKind::Schedule, if parts.is_empty() { text } else { "" })?;
    let named = parts.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned()));
    call.options.extend(named);
    let asked = Question::read(&call, catalogue, asker)?.options;
    if asked.zone.is_none() && asked.day.is_none() {
        return Ok(asked);
    }
    // The name of a weekend may be that of a clock's city too. A change asks for no clock: it is the weekend that is meant.
    at_a_weekend(text, catalogue, asker).ok_or_else(|| Misunderstanding::UnknownName {
        text: clip(text, 60),
        kinds: vec![NameKind::Weekend, NameKind::Session],
        question: QuestionKind::Schedule.spec().name,
        nearest: Vec::new(),
    })
}

/// The options of a text of which one part names a weekend and the rest a session, in either order; a series and a year
/// may stand before both.
fn at_a_weekend(text: &str, catalogue: &Catalogue, asker: &Asker) -> Option<Options> {
    let mut options = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        match word {
            id if catalogue.series.contains_key(id) => options.push(("series", word)),
            year if year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) => {
                options.push(("season", word));
            }
            _ => words.push(word),
        }
    }
    (1..words.len()).find_map(|at| {
        let (first, second) = words.split_at_checked(at)?;
        [(first, second), (second, first)]
            .into_iter()
            .find_map(|(weekend, session)| {
                let mut call = Call::parse("schedule").ok()?;
                let named = [("weekend", weekend.join(" ")), ("session", session.join(" "))];
                let before = options
                    .iter()
                    .map(|(name, word)| ((*name).to_owned(), (*word).to_owned()));
                call.options.extend(before);
                call.options.extend(named.map(|(name, text)| (name.to_owned(), text)));
                Some(Question::read(&call, catalogue, asker).ok()?.options)
            })
    })
}

fn candidate(session: &Session) -> Candidate {
    Candidate {
        kind: NameKind::Session,
        id: session.id.clone().into(),
        label: session.name.clone(),
        question: None,
    }
}

/// The start that a text gives a session, by the track's clock: `12:30` on its day, `2024-06-22 12:30`, the same with an
/// offset where that clock shows it twice, or `+30m` after the start that it has.
///
/// # Errors
/// Why it is none.
pub fn new_start(text: &str, id: &SessionPath, catalogue: &Catalogue) -> Result<DateTime<Utc>, NoStart> {
    let (weekend, session) = catalogue.session(id).ok_or(NoStart::NoSession)?;
    let zone = session.zone.unwrap_or_else(|| catalogue.zone(weekend));
    let text = text.trim();
    let start = match (delay(text), offset(text), local(text)) {
        (Some(delay), ..) => {
            let start = catalogue.slot(weekend, session).starts_at().ok_or(NoStart::NoTime)?;
            start
                .checked_add_signed(delay)
                .ok_or(NoStart::Far(weekend.start, weekend.end))?
        }
        (None, Some(at), _) => at,
        (None, None, Some((date, time))) => {
            let date = date.or(session.date).ok_or(NoStart::NoDay)?;
            instant(zone, date, time).map_err(|fault| match fault {
                LocalTimeFault::Skipped => NoStart::Skipped,
                LocalTimeFault::Twice(one, other) => NoStart::Twice(one.to_string(), other.to_string()),
            })?
        }
        (None, None, None) => return Err(NoStart::Unread(clip(text, 40))),
    };
    let day = start.with_timezone(&zone).date_naive();
    let first = weekend.start.checked_sub_days(FARTHEST).unwrap_or(weekend.start);
    let last = weekend.end.checked_add_days(FARTHEST).unwrap_or(weekend.end);
    if (first..=last).contains(&day) {
        Ok(start)
    } else {
        Err(NoStart::Far(weekend.start, weekend.end))
    }
}

/// A change of a session, for as long as the pack stays as it is.
///
/// # Errors
/// If there is no such session, or it has been run and has a result.
pub fn change(
    id: &SessionPath,
    what: SessionChange,
    catalogue: &Catalogue,
    made: DateTime<Utc>,
    by: Origin,
) -> Result<Override, NoStart> {
    let season = catalogue.season(&id.series, &id.season).ok_or(NoStart::NoSession)?;
    let (weekend, session) = catalogue.session(id).ok_or(NoStart::NoSession)?;
    let mut results = season.classifications.iter();
    let has_result = results.any(|one| one.session.weekend == id.weekend && one.session.session == id.session);
    // A pack of later days has results that are not known yet at an earlier moment.
    let is_over = catalogue.known_from(weekend, session) <= made;
    if has_result && is_over || session.status == SessionStatus::Finished {
        return Err(NoStart::Run);
    }
    if session.status == SessionStatus::Cancelled && matches!(what, SessionChange::Delayed(_)) {
        return Err(NoStart::Cancelled);
    }
    Ok(Override {
        session: id.clone(),
        what,
        made,
        version: season.version.clone(),
        by,
    })
}

/// A delay: `+30m`, `+1h 30m`, `30 min`.
fn delay(text: &str) -> Option<TimeDelta> {
    let text = text.to_lowercase();
    let marked = text.starts_with('+') || text.ends_with(|letter: char| letter.is_ascii_alphabetic());
    let quantities = quantities(text.strip_prefix('+').unwrap_or(&text))?;
    let minutes = quantities
        .iter()
        .fold(0_u64, |sum, one| sum.saturating_add(one.minutes));
    (marked && minutes > 0)
        .then(|| TimeDelta::try_minutes(i64::try_from(minutes).ok()?))
        .flatten()
}

/// Date, time and offset: `2024-11-03 01:30 -05:00`.
fn offset(text: &str) -> Option<DateTime<Utc>> {
    let formats = ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M%:z", "%Y-%m-%d %H:%M %:z"];
    let mut read = formats.iter().map(|format| DateTime::parse_from_str(text, format));
    read.find_map(Result::ok).map(|at| at.to_utc()).or_else(|| {
        let whole = DateTime::parse_from_rfc3339(text).ok()?;
        Some(whole.to_utc())
    })
}

/// A time by the track's clock, with its date if it has one.
fn local(text: &str) -> Option<(Option<NaiveDate>, NaiveTime)> {
    let dated = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    let mut read = dated.iter().map(|format| NaiveDateTime::parse_from_str(text, format));
    if let Some(at) = read.find_map(Result::ok) {
        return Some((Some(at.date()), at.time()));
    }
    let text = text.to_lowercase().replace(' ', "");
    let of_day = ["%H:%M", "%I:%M%P"];
    let mut read = of_day.iter().map(|format| NaiveTime::parse_from_str(&text, format));
    read.find_map(Result::ok).map(|time| (None, time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_and_times_are_told_apart() {
        for (text, minutes) in [
            ("+30m", 30),
            ("30 min", 30),
            ("+1h30m", 90),
            ("+1h 5", 65),
            ("+15", 15),
            ("1 day", 1440),
        ] {
            assert_eq!(delay(text), Some(TimeDelta::minutes(minutes)), "{text}");
        }
        for text in [
            "",
            "+",
            "30",
            "12:30",
            "-5m",
            "+0m",
            "soon",
            "+99999999999999999999m",
            "+9000000000000000000m",
        ] {
            assert_eq!(delay(text), None, "{text}");
        }
        let time = |text: &str| text.parse::<NaiveTime>().unwrap();
        let day = "2024-06-22".parse().ok();
        assert_eq!(local("12:30"), Some((None, time("12:30"))));
        assert_eq!(local("2:30 PM"), Some((None, time("14:30"))));
        assert_eq!(local("2024-06-22 12:30"), Some((day, time("12:30"))));
        assert_eq!(local("2024-06-22T12:30"), Some((day, time("12:30"))));
        assert_eq!(local("noon"), None);
    }
}
