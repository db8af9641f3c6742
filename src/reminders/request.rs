//! Requests in free text for what to subscribe to, such as `race`, `quali, race 1`, `pro race at the glen`.
//!
//! ```text
//! request = part { ("," | "and" | "+") part }
//! part    = { filler | series | class | weekend | kind [ number ] | "all" | "preview" | "results" }
//! ```

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::sentence::split_request;
use super::{LeadTime, LeadTimeError, Selector, Topic};
use crate::dataset::Catalogue;
use crate::domain::{ClassId, SeasonId, SeriesId, SessionId, SessionKind, Weekend, WeekendId};
use crate::lookup::{NameKind, Resolver, Seasons, fillers, session_kind_in_list, session_kind_word};
use crate::schedule::is_over;

/// A request for reminders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReminderRequest {
    /// The selectors, without duplicates, in order.
    pub selectors: Vec<Selector>,
    /// The lead times, the longest first.
    pub leads: Vec<LeadTime>,
}

/// The part of a request that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReminderError {
    /// The subject.
    Selection(RequestError),
    /// The lead time.
    Lead(LeadTimeError),
}

impl ReminderRequest {
    /// Parses a subject and lead times; without any, the usual one.
    ///
    /// # Errors
    /// Returns the first part that is not understood.
    pub fn parse(
        what: &str,
        before: Option<&str>,
        catalogue: &Catalogue,
        series: &SeriesId,
        now: DateTime<Utc>,
    ) -> Result<Self, ReminderError> {
        Ok(Self {
            selectors: parse_request(what, catalogue, series, now).map_err(ReminderError::Selection)?,
            leads: before
                .map_or_else(|| Ok(vec![LeadTime::USUAL]), LeadTime::list)
                .map_err(ReminderError::Lead)?,
        })
    }

    /// Parses a sentence such as "remind me 15 min before race 1".
    ///
    /// # Errors
    /// Returns the first part that is not understood.
    pub fn in_words(
        text: &str,
        catalogue: &Catalogue,
        series: &SeriesId,
        now: DateTime<Utc>,
    ) -> Result<Self, ReminderError> {
        let (what, before) = split_request(text);
        Self::parse(&what, before.as_deref(), catalogue, series, now)
    }
}

/// The reason a request was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestError {
    /// The request is empty.
    Empty,
    /// A word is unknown.
    Unknown(String),
    /// No weekend of the series has such a session.
    NoSession(String, Vec<String>),
    /// The weekend is over, in every season that is known.
    Over(String),
}

/// Parses the selectors of a request, in its order, without duplicates.
///
/// # Errors
/// Returns the first thing that is not understood.
pub fn parse_request(
    text: &str,
    catalogue: &Catalogue,
    series: &SeriesId,
    now: DateTime<Utc>,
) -> Result<Vec<Selector>, RequestError> {
    let text = text.to_lowercase().replace(" and ", ",").replace(['+', '&', ';'], ",");
    let mut selectors = Vec::new();
    let mut shared = RequestPart::new(series.clone());
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let part = shared.read(part, catalogue, now)?;
        for selector in part.selectors() {
            if !selectors.contains(&selector) {
                selectors.push(selector);
            }
        }
    }
    if selectors.is_empty() {
        Err(RequestError::Empty)
    } else {
        Ok(selectors)
    }
}

/// One part of a request.
#[derive(Debug, Clone)]
struct RequestPart {
    series: SeriesId,
    weekend: Option<(SeasonId, WeekendId)>,
    class: Option<ClassId>,
    whats: Vec<Topic>,
}

impl RequestPart {
    const fn new(series: SeriesId) -> Self {
        Self {
            series,
            weekend: None,
            class: None,
            whats: Vec::new(),
        }
    }

    /// Parses a part. A series, class or weekend that it names applies to the following parts as well.
    fn read(&mut self, text: &str, catalogue: &Catalogue, now: DateTime<Utc>) -> Result<Self, RequestError> {
        let words: Vec<&str> = text.split([' ', '-', '_']).filter(|word| !word.is_empty()).collect();
        self.whats.clear();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            at += match self.what(rest, catalogue)? {
                0 => self.name(rest, catalogue, now)?,
                read => read,
            };
        }
        if self.whats.is_empty() {
            self.whats.push(Topic::All);
        }
        Ok(self.clone())
    }

    /// Parses the topic; returns the number of words consumed.
    fn what(&mut self, words: &[&str], catalogue: &Catalogue) -> Result<usize, RequestError> {
        let Some(word) = words.first() else { return Ok(0) };
        match *word {
            "all" | "everything" | "session" | "sessions" => return Ok(1),
            "preview" | "previews" => {
                self.whats.push(Topic::Preview);
                return Ok(1);
            }
            "result" | "results" => {
                self.whats.push(Topic::Results);
                return Ok(1);
            }
            _ => {}
        }
        let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let glued = word.get(letters.len()..).filter(|number| !number.is_empty());
        let Some(kind) = session_kind_in_list(letters) else {
            return Ok(0);
        };
        let behind = words
            .get(1)
            .filter(|next| glued.is_none() && next.bytes().all(|byte| byte.is_ascii_digit()));
        let Some(number) = glued.or(behind.copied()) else {
            self.whats.push(Topic::Kind(kind));
            return Ok(1);
        };
        let session = self.numbered(kind, number, catalogue)?;
        self.whats.push(Topic::Session(session));
        Ok(if glued.is_some() { 1 } else { 2 })
    }

    /// The session of a kind with a number, such as `race-1`.
    fn numbered(&self, kind: SessionKind, number: &str, catalogue: &Catalogue) -> Result<SessionId, RequestError> {
        let all = || {
            self.weekends(catalogue)
                .flat_map(|(_, weekend)| &weekend.sessions)
                .filter(|session| session.kind == kind)
        };
        let ends = |id: &SessionId| id.as_str().rsplit_once('-').is_some_and(|(_, last)| last == number);
        let found = all().find(|session| ends(&session.id));
        found.map(|session| session.id.clone()).ok_or_else(|| {
            let mut names: Vec<String> = all().map(|session| session.name.clone()).collect();
            names.sort();
            names.dedup();
            let called = session_kind_word(kind);
            RequestError::NoSession(format!("{called} {number}"), names)
        })
    }

    /// Parses a series, class, weekend or filler; returns the number of words consumed.
    fn name(&mut self, words: &[&str], catalogue: &Catalogue, now: DateTime<Utc>) -> Result<usize, RequestError> {
        for count in (1..=words.len().min(4)).rev() {
            let phrase = words.get(..count).unwrap_or_default().join(" ");
            if count == 1 && fillers().reminder.contains(&phrase) {
                return Ok(1);
            }
            let resolver = Resolver {
                names: &catalogue.names,
                kinds: &[NameKind::Series, NameKind::Class, NameKind::Weekend, NameKind::Track],
                series: Some(&self.series),
                seasons: Seasons::Any,
            };
            let Some(found) = resolver.find(&phrase) else {
                continue;
            };
            let of = |kind| found.first(kind).map(|named| named.id.clone());
            if let Some(series) = of(NameKind::Series) {
                self.series = series.into();
                return Ok(count);
            }
            if let Some(class) = of(NameKind::Class) {
                self.class = Some(class.into());
                return Ok(count);
            }
            let (weekend, track) = (of(NameKind::Weekend), of(NameKind::Track));
            let is =
                |one: &Weekend| Some(one.id.slug()) == weekend.as_ref() || Some(one.circuit.slug()) == track.as_ref();
            let to_come = |one: &Weekend| !is_over(one.end, || catalogue.zone(one), now);
            let mut all = self.weekends(catalogue).filter(|(_, one)| is(one));
            match all.find(|(_, one)| to_come(one)) {
                Some((year, one)) => {
                    self.weekend = Some((year.clone(), one.id.clone()));
                    return Ok(count);
                }
                None if weekend.is_some() => return Err(RequestError::Over(phrase)),
                None => {}
            }
        }
        Err(RequestError::Unknown(
            words.first().copied().unwrap_or_default().to_owned(),
        ))
    }

    /// Every weekend of the series, the oldest season first.
    fn weekends<'a>(&self, catalogue: &'a Catalogue) -> impl Iterator<Item = (&'a SeasonId, &'a Weekend)> + use<'a> {
        let seasons = catalogue
            .series
            .get(&self.series)
            .into_iter()
            .flat_map(|series| &series.seasons);
        seasons.flat_map(|(year, season)| season.weekends.iter().map(move |weekend| (year, weekend)))
    }

    fn selectors(&self) -> impl Iterator<Item = Selector> {
        self.whats.iter().map(|what| Selector {
            series: self.series.clone(),
            weekend: self.weekend.clone(),
            what: what.clone(),
            class: self.class.clone(),
        })
    }
}
