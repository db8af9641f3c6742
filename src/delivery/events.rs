//! Scheduled events of a guild: one for each session to come, changed when it moves, removed when it is not held.
//!
//! A record is stored before an event is created, so that one whose response was lost is found by its name and start, and
//! not doubled.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::CalendarSnapshot;
use super::services::Services;
use crate::discord::{EventBody, EventIdentity, SendError};
use crate::domain::SeriesId;
use crate::reminders::{PlannedSession, Refusal, Subject};
use crate::store::{ScheduledEvent, StoreError};
use crate::view::words::reminders::message as words;

/// Time ahead of a session at which its event is created.
const AHEAD: TimeDelta = TimeDelta::days(60);
/// Maximum number of events of a guild: Discord takes 100, and some are the guild's own.
const MOST: usize = 80;

/// Synchronization of one guild's events with its calendar.
pub(super) struct EventSync<'a> {
    pub services: &'a Services,
    pub guild: u64,
    pub calendar: &'a CalendarSnapshot,
    pub now: DateTime<Utc>,
}

/// Step of a synchronization.
#[derive(Debug, PartialEq, Eq)]
enum EventAction {
    Create(Subject, EventBody),
    /// Changes the event with this id.
    Edit(Subject, u64, EventBody),
    /// Removes the event, if it has an id, and its record.
    Remove(Subject, Option<u64>),
}

/// Reason for which a synchronization ends early.
enum Interruption {
    /// The bot lacks a permission: no event will be taken.
    Forbidden(String),
    /// Discord cannot be asked now.
    Unavailable,
    Store(StoreError),
}

impl From<StoreError> for Interruption {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl EventSync<'_> {
    /// Synchronizes the events of a series. True if Discord could be asked for all of them.
    ///
    /// # Errors
    /// If the database fails: the next synchronization continues from there.
    pub async fn run(&self, series: &SeriesId) -> Result<bool, StoreError> {
        match self.synchronize(series).await {
            Ok(()) => Ok(true),
            Err(Interruption::Forbidden(why)) => {
                tracing::warn!(guild = self.guild, "events are refused: {why}");
                self.services.store.end_events(self.guild, &why, self.now).await?;
                Ok(true)
            }
            Err(Interruption::Unavailable) => Ok(false),
            Err(Interruption::Store(error)) => Err(error),
        }
    }

    async fn synchronize(&self, series: &SeriesId) -> Result<(), Interruption> {
        let mut existing = self.services.store.events(self.guild).await?;
        self.resolve(&mut existing).await?;
        for action in actions(wanted(self.calendar, series, self.now), existing, |subject| {
            self.has_begun(subject)
        }) {
            self.apply(action).await?;
        }
        Ok(())
    }

    /// Completes the records of events that may have been created: their ids are looked up at Discord.
    async fn resolve(&self, existing: &mut [ScheduledEvent]) -> Result<(), Interruption> {
        let is_open = |event: &ScheduledEvent| {
            event.event.is_none() && !event.digest.is_empty() && !self.has_begun(&event.subject)
        };
        if !existing.iter().any(is_open) {
            return Ok(());
        }
        let listed = self.services.rest.events(self.guild).await;
        let listed = listed.map_err(|_| Interruption::Unavailable)?;
        for event in existing.iter_mut().filter(|event| is_open(event)) {
            let identity = EventIdentity::of_digest(&event.digest);
            let found = listed.iter().find(|(_, listed)| *listed == identity);
            event.event = found.map(|(id, _)| *id);
            if event.event.is_some() {
                self.services.store.save_event(self.guild, event).await?;
            }
        }
        Ok(())
    }

    /// True if the session is on and has begun: its event ends by itself.
    fn has_begun(&self, subject: &Subject) -> bool {
        let planned = self.calendar.timetable.session(subject);
        planned.is_some_and(|planned| !planned.cancelled && planned.start.is_some_and(|start| start <= self.now))
    }

    async fn apply(&self, action: EventAction) -> Result<(), Interruption> {
        let Services { store, rest, .. } = self.services;
        match action {
            EventAction::Create(subject, wanted) => {
                let mut event = ScheduledEvent {
                    subject,
                    event: None,
                    digest: wanted.digest(),
                };
                store.save_event(self.guild, &event).await?;
                let created = rest.create_event(self.guild, &wanted).await;
                if let Some(id) = self.accepted(&event.subject, created)? {
                    event.event = Some(id);
                    store.save_event(self.guild, &event).await?;
                }
            }
            EventAction::Edit(subject, id, wanted) => {
                let edited = rest.edit_event(self.guild, id, &wanted).await;
                if self.accepted(&subject, edited.or_else(allow_unknown))?.is_some() {
                    let (event, digest) = (Some(id), wanted.digest());
                    let event = ScheduledEvent { subject, event, digest };
                    store.save_event(self.guild, &event).await?;
                }
            }
            EventAction::Remove(subject, id) => {
                if let Some(id) = id {
                    match rest.delete_event(self.guild, id).await {
                        // A refused removal leaves nothing to try again.
                        Ok(()) | Err(SendError::Refused(_)) => {}
                        Err(_) => return Err(Interruption::Unavailable),
                    }
                }
                store.delete_event(self.guild, &subject).await?;
            }
        }
        Ok(())
    }

    /// Result of a request about an event; `None` if Discord refuses this event alone.
    fn accepted<T>(&self, subject: &Subject, result: Result<T, SendError>) -> Result<Option<T>, Interruption> {
        let refused = match result {
            Ok(done) => return Ok(Some(done)),
            Err(SendError::Refused(refused)) => refused,
            Err(_) => return Err(Interruption::Unavailable),
        };
        let why = words::events_refusal(refused.reason, &refused.message);
        let why = format!("{} {why}", refused.code);
        match refused.reason {
            Refusal::MissingAccess | Refusal::MissingPermissions => Err(Interruption::Forbidden(why)),
            _ => {
                tracing::warn!(guild = self.guild, subject = %subject, "an event is refused: {why}");
                Ok(None)
            }
        }
    }
}

/// Takes the edit of an event that was removed by hand for done: it stays removed.
fn allow_unknown(error: SendError) -> Result<(), SendError> {
    match error {
        SendError::Refused(refused) if refused.reason == Refusal::UnknownEvent => Ok(()),
        other => Err(other),
    }
}

/// Steps from the existing events to the wanted ones, in the order of the wanted.
fn actions(
    wanted: Vec<(Subject, EventBody)>,
    existing: Vec<ScheduledEvent>,
    has_begun: impl Fn(&Subject) -> bool,
) -> Vec<EventAction> {
    let existing = existing.into_iter().map(|event| (event.subject.clone(), event));
    let mut existing: BTreeMap<Subject, ScheduledEvent> = existing.collect();
    let mut actions = Vec::new();
    for (subject, event) in wanted {
        let known = existing.remove(&subject);
        actions.extend(match known.and_then(|known| Some((known.event?, known.digest))) {
            None => Some(EventAction::Create(subject, event)),
            Some((_, digest)) if digest == event.digest() => None,
            Some((id, _)) => Some(EventAction::Edit(subject, id, event)),
        });
    }
    actions.extend(existing.into_values().map(|event| {
        let id = event.event.filter(|_| !has_begun(&event.subject));
        EventAction::Remove(event.subject, id)
    }));
    actions
}

/// Events that a series' calendar asks for, the earliest first.
fn wanted(calendar: &CalendarSnapshot, series: &SeriesId, now: DateTime<Utc>) -> Vec<(Subject, EventBody)> {
    let is_ahead = |planned: &&PlannedSession| {
        planned.subject.series == *series
            && !planned.cancelled
            && planned.start.is_some_and(|start| start > now && start < now + AHEAD)
    };
    let sessions = calendar.timetable.sessions().iter().filter(is_ahead);
    sessions
        .filter_map(|planned| Some((planned.subject.clone(), event(calendar, planned)?)))
        .take(MOST)
        .collect()
}

fn event(calendar: &CalendarSnapshot, planned: &PlannedSession) -> Option<EventBody> {
    let catalogue = &calendar.catalogue;
    let (series, weekend, session) = planned.subject.find(catalogue)?;
    let session = session?;
    let start = planned.start?;
    let slot = catalogue.slot(weekend, session);
    let circuit = catalogue.circuit(weekend);
    Some(EventBody {
        name: words::event(&series.short, &session.name, &weekend.name),
        description: words::event_text(&series.name, &planned.subject.season, slot.end_published),
        start,
        end: slot.end,
        location: circuit.map_or(&weekend.name, |circuit| &circuit.name).clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(session: &str) -> Subject {
        format!("pccna/2024/watkins-glen/{session}").parse().unwrap()
    }

    fn event(name: &str) -> EventBody {
        let start = "2024-06-22T15:00:00Z".parse().unwrap();
        EventBody {
            name: name.to_owned(),
            description: String::new(),
            start,
            end: start + TimeDelta::hours(1),
            location: "Watkins Glen".to_owned(),
        }
    }

    fn stored(session: &str, event: Option<u64>, digest: String) -> ScheduledEvent {
        ScheduledEvent {
            subject: subject(session),
            event,
            digest,
        }
    }

    #[test]
    fn events_are_created_changed_and_removed_by_what_differs() {
        let digest = |name| event(name).digest();
        let wanted = ["new", "same", "moved", "lost"].map(|name| (subject(name), event(name)));
        let existing = vec![
            stored("same", Some(1), digest("same")),
            stored("moved", Some(2), digest("earlier")),
            stored("lost", None, digest("lost")),
            stored("cancelled", Some(3), digest("cancelled")),
            stored("begun", Some(4), digest("begun")),
            stored("never-created", None, digest("never-created")),
        ];
        let has_begun = |one: &Subject| *one == subject("begun");
        assert_eq!(
            actions(wanted.to_vec(), existing, has_begun),
            [
                EventAction::Create(subject("new"), event("new")),
                EventAction::Edit(subject("moved"), 2, event("moved")),
                EventAction::Create(subject("lost"), event("lost")),
                EventAction::Remove(subject("begun"), None),
                EventAction::Remove(subject("cancelled"), Some(3)),
                EventAction::Remove(subject("never-created"), None),
            ]
        );
    }
}
