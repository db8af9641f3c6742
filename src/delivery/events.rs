//! Scheduled events: one for each session to come, patched when it moves, removed when it is not held, never doubled.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::Method;
use serde_json::{Value, json};

use super::calendar::CalendarSnapshot;
use super::task::Services;
use crate::discord::{RequestOutcome, id};
use crate::domain::{Slug, clip};
use crate::reminders::{PlannedSession, Subject};
use crate::store::{ScheduledEvent, StoreError};
use crate::view::words;

/// How far ahead events are made.
const AHEAD: TimeDelta = TimeDelta::days(60);
/// How many a server has at most: Discord takes 100 in all, and some are its own.
const MOST: usize = 80;
/// How long an event is of whose session the end is not published.
const USUAL: TimeDelta = TimeDelta::hours(1);
/// Discord's code for an event that is not there.
const UNKNOWN: u64 = 10_070;
/// Behind everything that is due.
const LATER: (i64, i64) = (i64::MAX, 1);

/// What Discord made of a request about an event.
enum EventOutcome {
    Made(u64),
    Gone,
    /// The bot lacks a right: no event will be taken.
    Forbidden(String),
    /// This one is not taken.
    Refused(String),
    Unavailable,
}

/// Discord cannot be asked now.
struct Unavailable;

impl Services {
    /// Brings a server's events to what its calendar says. Whether Discord could be asked for all of them.
    ///
    /// # Errors
    /// Where the database fails: the next time goes on from there.
    pub(super) async fn events(
        &self,
        guild: u64,
        series: &Slug,
        calendar: &CalendarSnapshot,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut known: BTreeMap<Subject, ScheduledEvent> = self
            .store
            .events(guild)
            .await?
            .into_iter()
            .map(|event| (event.subject.clone(), event))
            .collect();
        for (subject, body) in wanted(calendar, series, now) {
            let digest = body.to_string();
            let mut event = match known.remove(&subject) {
                Some(event) => event,
                None => ScheduledEvent {
                    subject,
                    event: None,
                    digest: String::new(),
                },
            };
            // Begun, and not known to be made: it may be there, as it was begun.
            if event.event.is_none() && !event.digest.is_empty() {
                match self.find(guild, &event.digest).await {
                    Ok(found) => event.event = found,
                    Err(Unavailable) => return Ok(false),
                }
            }
            if event.event.is_some() && event.digest == digest {
                self.store.save_event(guild, &event).await?;
                continue;
            }
            let said = match event.event {
                Some(made) => self.event(Method::PATCH, guild, Some(made), &body).await,
                None => {
                    event.digest.clone_from(&digest);
                    self.store.save_event(guild, &event).await?;
                    self.event(Method::POST, guild, None, &body).await
                }
            };
            match said {
                EventOutcome::Made(made) => event.event = Some(made),
                // Somebody took it away by hand: it stays away, until the session moves again.
                EventOutcome::Gone => {}
                EventOutcome::Forbidden(why) => {
                    tracing::warn!(guild, "events are refused: {why}");
                    self.store.end_events(guild, &why, now).await?;
                    return Ok(true);
                }
                EventOutcome::Refused(why) => {
                    tracing::warn!(guild, subject = %event.subject, "an event is refused: {why}");
                    continue;
                }
                EventOutcome::Unavailable => return Ok(false),
            }
            event.digest = digest;
            self.store.save_event(guild, &event).await?;
        }
        for (subject, event) in known {
            let planned = calendar.timetable.session(&subject);
            let is_over =
                planned.is_some_and(|planned| !planned.cancelled && planned.start.is_some_and(|start| start <= now));
            let made = match (event.event, is_over) {
                // What has begun ends by itself; what is not held, or has no time any more, is removed.
                (_, true) => None,
                (Some(made), false) => Some(made),
                (None, false) => match self.find(guild, &event.digest).await {
                    Ok(found) => found,
                    Err(Unavailable) => return Ok(false),
                },
            };
            if let Some(made) = made
                && matches!(
                    self.event(Method::DELETE, guild, Some(made), &Value::Null).await,
                    EventOutcome::Unavailable
                )
            {
                return Ok(false);
            }
            self.store.delete_event(guild, &subject).await?;
        }
        Ok(true)
    }

    async fn event(&self, method: Method, guild: u64, event: Option<u64>, body: &Value) -> EventOutcome {
        let path = event.map_or_else(
            || format!("guilds/{guild}/scheduled-events"),
            |event| format!("guilds/{guild}/scheduled-events/{event}"),
        );
        // A second try could make a second event, where the first one's answer was lost.
        let tries = if method == Method::POST { 1 } else { 3 };
        match self.outbox.request(method, path, body, (LATER, tries)).await {
            Ok(answer) => EventOutcome::Made(Some(id(&answer)).filter(|id| *id != 0).or(event).unwrap_or(0)),
            Err(RequestOutcome::Refused { code: UNKNOWN, .. }) => EventOutcome::Gone,
            Err(RequestOutcome::Refused { code, message, .. }) => {
                let why = format!("{code} {}", words::reminder_message::events_refusal(code, &message));
                match code {
                    50_001 | 50_013 => EventOutcome::Forbidden(why),
                    _ => EventOutcome::Refused(why),
                }
            }
            Err(_) => EventOutcome::Unavailable,
        }
    }

    /// The event that is there for a body that was sent before, if one is.
    async fn find(&self, guild: u64, digest: &str) -> Result<Option<u64>, Unavailable> {
        let body: Value = serde_json::from_str(digest).unwrap_or_default();
        let path = format!("guilds/{guild}/scheduled-events");
        let all = self.outbox.request(Method::GET, path, &Value::Null, (LATER, 3)).await;
        let all = all.map_err(|_| Unavailable)?;
        let moment = |event: &Value| {
            let start = event.get("scheduled_start_time").and_then(Value::as_str);
            start.and_then(|start| start.parse::<DateTime<Utc>>().ok())
        };
        let same = |event: &&Value| event.get("name") == body.get("name") && moment(event) == moment(&body);
        Ok(all.as_array().and_then(|all| all.iter().find(same)).map(id))
    }
}

/// The events that a series' calendar wants, with their bodies: the earliest first.
fn wanted(calendar: &CalendarSnapshot, series: &Slug, now: DateTime<Utc>) -> Vec<(Subject, Value)> {
    let to_come = |planned: &&PlannedSession| {
        planned.subject.series == *series
            && !planned.cancelled
            && planned.start.is_some_and(|start| start > now && start < now + AHEAD)
    };
    let body = |planned: &PlannedSession| Some((planned.subject.clone(), body(calendar, planned)?));
    calendar
        .timetable
        .sessions()
        .iter()
        .filter(to_come)
        .filter_map(body)
        .take(MOST)
        .collect()
}

fn body(calendar: &CalendarSnapshot, planned: &PlannedSession) -> Option<Value> {
    let catalogue = &calendar.catalogue;
    let (series, subject) = (catalogue.series.get(&planned.subject.series)?, &planned.subject);
    let weekend = series.season(&subject.season)?.weekend(subject.weekend.as_str())?;
    let session = weekend.session(subject.session.as_ref()?.as_str())?;
    let start = planned.start?;
    let slot = catalogue.slot(weekend, session);
    let circuit = catalogue
        .circuit(weekend)
        .map_or(&weekend.name, |circuit| &circuit.name);
    Some(json!({
        "name": clip(&words::reminder_message::event(&series.short, &session.name, &weekend.name), 100),
        "description": clip(&words::reminder_message::event_text(&series.name, &subject.season, slot.end_published), 1_000),
        "scheduled_start_time": start.to_rfc3339(),
        "scheduled_end_time": if slot.end_published { slot.end } else { start + USUAL }.to_rfc3339(),
        "privacy_level": 2,
        "entity_type": 3,
        "entity_metadata": {"location": clip(circuit, 100)},
    }))
}
