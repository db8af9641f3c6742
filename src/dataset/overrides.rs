//! Overrides of the calendar: sessions that are moved, delayed or cancelled until a newer pack comes.
//!
//! An override holds for the version of the pack that it was made for: a newer pack knows better.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Offset as _, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::Catalogue;
use crate::domain::{Session, SessionPath, SessionStatus, Weekend};
use crate::schedule::{LocalTimeFault, Slot, instant};

/// The new state of an overridden session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionChange {
    /// It has another start.
    Moved(DateTime<Utc>),
    /// It starts later, at this moment.
    Delayed(DateTime<Utc>),
    /// It is not held.
    Cancelled,
}

/// The author of an override, which also tells for whom it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// By a server, for itself.
    Server,
    /// By the operator of the bot, for all.
    Operator,
}

/// An override of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Override {
    /// The session.
    pub session: SessionPath,
    /// The session's new state.
    pub what: SessionChange,
    /// Moment at which it was made.
    pub made: DateTime<Utc>,
    /// The version of the pack that it was made for.
    pub version: String,
    /// The author.
    pub by: Origin,
}

/// An override that holds, with the facts that answers give of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppliedOverride {
    /// The change.
    #[serde(flatten)]
    pub change: Override,
    /// The weekend's name.
    pub weekend_name: String,
    /// The session's name.
    pub session_name: String,
    /// The zone of its clock.
    pub zone: Tz,
    /// The start that the pack has.
    pub was: Option<DateTime<Utc>>,
}

impl SessionChange {
    /// The new start, if it is held.
    pub const fn start(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Moved(at) | Self::Delayed(at) => Some(at),
            Self::Cancelled => None,
        }
    }
}

impl Catalogue {
    /// This catalogue with overrides of its calendar; of two for one session the later in the list holds.
    #[must_use]
    pub fn changed(&self, changes: &[Override]) -> Self {
        let mut changed = self.clone();
        let mut touched = BTreeSet::new();
        for (at, change) in changes.iter().enumerate() {
            let same = |other: &Override| other.session == change.session && other.version == change.version;
            if changes.iter().skip(at + 1).any(same) {
                continue;
            }
            if let Some(applied) = changed.apply(change) {
                touched.insert((change.session.series.clone(), change.session.season.clone()));
                changed.changes.push(applied);
            }
        }
        // When results count as known has changed.
        for (series, season) in touched {
            changed.rebuild_ledgers(&series, &season);
        }
        changed
    }

    /// A session by its ids, with its weekend.
    pub fn session(&self, id: &SessionPath) -> Option<(&Weekend, &Session)> {
        let season = self.season(&id.series, &id.season)?;
        let weekend = season.weekend(id.weekend.as_str())?;
        Some((weekend, weekend.session(id.session.as_str())?))
    }

    fn apply(&mut self, change: &Override) -> Option<AppliedOverride> {
        let id = &change.session;
        let season = self.series.get_mut(&id.series)?.seasons.get_mut(&id.season)?;
        let season = Arc::make_mut(season);
        if season.version != change.version {
            return None;
        }
        let weekend = season.weekends.iter_mut().find(|weekend| weekend.id == id.weekend)?;
        let zone = self.circuits.get(&weekend.circuit)?.zone;
        let at = weekend.sessions.iter().position(|session| session.id == id.session)?;
        let mut session = weekend.sessions.remove(at);
        let was = Slot::of(weekend, &session, zone).starts_at();
        let own_zone = session.zone.unwrap_or(zone);
        let applied = AppliedOverride {
            change: change.clone(),
            weekend_name: weekend.name.clone(),
            session_name: session.name.clone(),
            zone: own_zone,
            was,
        };
        match change.what.start() {
            Some(start) => {
                start_at(&mut session, start, own_zone);
                // Sessions stand in the order in which they are run; one without a time stays where it was.
                let later = |other: &Session| Slot::of(weekend, other, zone).starts_at() > Some(start);
                let earlier =
                    |other: &Session| Slot::of(weekend, other, zone).starts_at().is_some_and(|at| at <= start);
                let after = weekend.sessions.iter().rposition(earlier).map_or(0, |last| last + 1);
                let before = weekend
                    .sessions
                    .iter()
                    .position(later)
                    .unwrap_or(weekend.sessions.len());
                let at = at.clamp(after.min(before), before);
                if let Some(date) = session.date {
                    weekend.start = weekend.start.min(date);
                    weekend.end = weekend.end.max(date);
                }
                weekend.sessions.insert(at, session);
            }
            None => {
                session.status = SessionStatus::Cancelled;
                weekend.sessions.insert(at, session);
            }
        }
        Some(applied)
    }
}

/// Gives a session a start, by the clock of its zone; where that clock shows the time twice, with the offset that tells
/// which is meant.
fn start_at(session: &mut Session, start: DateTime<Utc>, zone: Tz) {
    let published = session.date.map(|date| match session.time {
        Some(time) => format!("{date} {}", time.format("%H:%M")),
        None => date.to_string(),
    });
    let local = start.with_timezone(&zone);
    let (date, time) = (local.date_naive(), local.time());
    let twice = matches!(instant(zone, date, time), Err(LocalTimeFault::Twice(..)));
    session.was = published;
    session.date = Some(date);
    session.time = Some(time);
    session.offset = twice.then(|| local.offset().fix().to_string());
    session.status = SessionStatus::Moved;
}
