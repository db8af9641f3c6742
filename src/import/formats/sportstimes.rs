//! Calendars of sportstimes: events with their sessions by key, and a configuration beside them with their lengths.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::al_kamel_json::given;
use super::simulators;
use crate::dataset::Fault;
use crate::import::loose::Loose;
use crate::import::sheet::{CalendarRow, CalendarSheet, CalendarStart, Heading, Sheet};
use crate::import::source::{FileFaults, ForeignFile};
use crate::import::words;

/// Part of a file, in bytes, in which its first event begins.
const PROBE: usize = 2048;
/// Share of the sessions of a calendar from which on midnight means that no time is known.
const MANY: usize = 4;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct EventsFile {
    races: Vec<Event>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Event {
    name: String,
    location: Option<String>,
    round: Loose,
    slug: Option<String>,
    tbc: bool,
    canceled: bool,
    /// The first and the last day, where the times are of no meaning: `2023-01-26/2023-01-29`.
    dates: Option<String>,
    sessions: Sessions,
}

/// Starts by the key of their session, in the order of the file.
#[derive(Debug, Default)]
struct Sessions(Vec<(String, Option<String>)>);

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Configuration {
    session_lengths: BTreeMap<String, Loose>,
}

impl<'de> Deserialize<'de> for Sessions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Sessions;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("sessions by their keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sessions, A::Error> {
                let mut sessions = Vec::new();
                while let Some((key, start)) = map.next_entry::<String, Loose>()? {
                    sessions.push((key, start.text()));
                }
                Ok(Sessions(sessions))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// True for a calendar or its configuration.
pub fn is_part(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(PROBE)).unwrap_or_default();
    let start = String::from_utf8_lossy(start);
    let is_calendar = start.contains("\"races\"") && start.contains("\"sessions\"");
    start.trim_start_matches('\u{feff}').trim_start().starts_with('{') && (is_calendar || is_configuration(&start))
}

fn is_configuration(text: &str) -> bool {
    text.contains("\"siteKey\"") && text.contains("\"sessions\"")
}

/// The calendars among files, each with the lengths of the configuration beside it.
pub fn sheets<'f>(files: &'f [ForeignFile], told: &mut Vec<Fault>) -> Vec<(&'f ForeignFile, Sheet)> {
    let text = |file: &'f ForeignFile| {
        String::from_utf8_lossy(&file.bytes)
            .trim_start_matches('\u{feff}')
            .to_owned()
    };
    let mut configurations = Vec::new();
    let mut calendars = Vec::new();
    for file in files {
        let mut faults = FileFaults::of(file);
        let text = text(file);
        if is_configuration(&text) {
            configurations.extend(simulators::json::<Configuration>(&text, &mut faults).map(|one| (file, one)));
        } else {
            calendars.extend(simulators::json::<EventsFile>(&text, &mut faults).map(|one| (file, one)));
        }
        told.extend(faults.into_faults());
    }
    let mut sheets = Vec::new();
    for (file, calendar) in calendars {
        let beside = configurations.iter().find(|(config, _)| is_beside(config, file));
        let mut faults = FileFaults::of(file);
        let sheet = calendar.sheet(beside.map(|(_, config)| config), &mut faults);
        told.extend(faults.into_faults());
        sheets.push((file, Sheet::Calendar(sheet)));
    }
    sheets
}

/// True if a configuration is that of a calendar: `f1-config.json` of `f1-2026.json`, `f1/config.json` of `f1/2026.json`.
fn is_beside(configuration: &ForeignFile, calendar: &ForeignFile) -> bool {
    let stem = |file: &ForeignFile| {
        let end = file.name.rfind(['/', '-', '_']).unwrap_or(0);
        file.name.get(..end).map(str::to_owned)
    };
    configuration.folder == calendar.folder && stem(configuration) == stem(calendar)
}

impl EventsFile {
    fn sheet(&self, configuration: Option<&Configuration>, faults: &mut FileFaults<'_>) -> CalendarSheet {
        if self.races.is_empty() {
            faults.error(None, "no-event", "the calendar holds no event", "download it again");
        }
        let starts = || {
            self.races
                .iter()
                .flat_map(|event| event.sessions.0.iter().filter_map(|(_, start)| instant(start.as_ref())))
        };
        let midnights = starts().filter(|start| start.time() == NaiveTime::MIN).count();
        let is_blank = midnights * MANY > starts().count();
        let mut sessions = Vec::new();
        let mut keys = BTreeSet::new();
        let mut without_length = BTreeSet::new();
        for event in &self.races {
            event.note_order(faults);
            let mut slug = event.slug.clone().unwrap_or_else(|| event.name.clone());
            while !keys.insert(slug.clone()) {
                slug.push_str("-2");
            }
            for (key, start) in &event.sessions.0 {
                let length = configuration.and_then(|known| known.session_lengths.get(key)?.count());
                if configuration.is_some() && length.is_none() && event.dates.is_none() {
                    without_length.insert(key.as_str());
                }
                let mut row = event.row(sessions.len() + 1, key, start.as_ref(), is_blank);
                row.key = format!("{slug}/{key}");
                row.minutes = length.filter(|_| event.dates.is_none());
                sessions.push(row);
            }
        }
        if !without_length.is_empty() {
            let all: Vec<&str> = without_length.into_iter().collect();
            let message = format!("the configuration gives no length for {}", all.join(", "));
            faults.note(None, "no-length", &message, "");
        }
        CalendarSheet {
            heading: Heading {
                year: sessions.iter().find_map(|row| row.start.day()).map(|day| day.year()),
                ..Heading::default()
            },
            sessions,
        }
    }
}

impl Event {
    fn row(&self, row: usize, key: &str, start: Option<&String>, is_blank: bool) -> CalendarRow {
        let days = self.dates.as_deref().and_then(|dates| {
            let (first, last) = dates.split_once('/')?;
            Some((first.trim().parse().ok()?, last.trim().parse().ok()?))
        });
        let start = match (days, start.and_then(|start| start.parse::<DateTime<Utc>>().ok())) {
            (Some((first, _)), _) => CalendarStart::On(first),
            (None, None) => CalendarStart::Unknown,
            (None, Some(start)) if start.time() == NaiveTime::MIN && (is_blank || self.tbc) => {
                CalendarStart::On(start.date_naive())
            }
            (None, Some(start)) => CalendarStart::At(start),
        };
        CalendarRow {
            row,
            event: self.name.trim().to_owned(),
            session: days.is_none().then(|| session_name(key)),
            circuit: self.location.as_deref().and_then(given),
            round: self.round.count(),
            start,
            last_day: days.map(|(_, last): (NaiveDate, NaiveDate)| last),
            cancelled: self.canceled,
            tentative: self.tbc,
            ..CalendarRow::default()
        }
    }

    /// Notes an event whose sessions do not follow one another as they stand.
    fn note_order(&self, faults: &mut FileFaults<'_>) {
        let starts: Vec<DateTime<Utc>> = self
            .sessions
            .0
            .iter()
            .filter_map(|(_, start)| instant(start.as_ref()))
            .collect();
        if !starts.is_sorted() {
            let message = "its sessions are not in the order of their starts";
            faults.note(Some(&self.name), "session-order", message, "look at its times");
        }
    }
}

fn instant(start: Option<&String>) -> Option<DateTime<Utc>> {
    start?.parse().ok()
}

/// The name of a session by its key: `fp1` is Practice 1, `gp` Race, `sprintQualifying` Sprint Qualifying.
fn session_name(key: &str) -> String {
    let digits = key.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let (stem, number) = match key.strip_suffix(digits) {
        Some(stem) if digits.bytes().all(|byte| byte.is_ascii_digit()) => (stem, digits),
        _ => (key, ""),
    };
    let stem = match words::session_key(stem) {
        Some(name) => name.to_owned(),
        None => spaced(stem),
    };
    format!("{stem} {number}").trim().to_owned()
}

/// A key of several words: `FinalPractice` is Final Practice.
fn spaced(key: &str) -> String {
    let mut name = String::new();
    for (at, letter) in key.chars().enumerate() {
        match at {
            0 => name.extend(letter.to_uppercase()),
            _ if letter.is_uppercase() => name.extend([' ', letter]),
            _ => name.push(letter),
        }
    }
    name
}
