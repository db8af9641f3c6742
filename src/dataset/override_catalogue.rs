//! Catalogue with overrides of its calendar: each moves, delays or cancels a session.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Offset as _, Utc};
use chrono_tz::Tz;

use super::{AppliedOverride, Catalogue, Override};
use crate::domain::{Session, SessionPath, SessionStatus, Weekend};
use crate::schedule::{LocalTimeFault, Slot, instant};

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
