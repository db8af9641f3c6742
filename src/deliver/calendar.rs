//! The calendars that reminders go by: the one for all, and those of servers that changed it for themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::news::News;
use crate::dataset::{By, Catalogue, SessionId};
use crate::discord::Bot;
use crate::remind::{Lead, Occasion, Subject, Timetable, Wave};

/// How long after its start a session's change is still worth telling.
const STALE: TimeDelta = TimeDelta::hours(12);

/// A catalogue with its timetable.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    pub catalogue: Arc<Catalogue>,
    pub timetable: Timetable,
}

/// All calendars at a moment.
#[derive(Debug, Default)]
pub(super) struct Calendars {
    /// The one for everybody.
    pub common: Arc<Calendar>,
    /// The results that it holds.
    pub news: News,
    /// Those of servers that changed it, and what they changed.
    pub own: BTreeMap<u64, (Arc<Calendar>, BTreeSet<Subject>)>,
}

impl Calendar {
    fn of(catalogue: Arc<Catalogue>) -> Arc<Self> {
        let timetable = Timetable::of(&catalogue);
        Arc::new(Self { catalogue, timetable })
    }
}

impl Calendars {
    /// The calendars as they are now; `None` when they are still those of `self`.
    pub fn renewed(&self, bot: &Bot) -> Option<Self> {
        let (common, own) = bot.calendars();
        let same = |(guild, catalogue): &(u64, Arc<Catalogue>)| {
            let before = self.own.get(guild);
            before.is_some_and(|(calendar, _)| Arc::ptr_eq(&calendar.catalogue, catalogue))
        };
        if Arc::ptr_eq(&common, &self.common.catalogue) && own.len() == self.own.len() && own.iter().all(same) {
            return None;
        }
        let own = own.into_iter().map(|(guild, catalogue)| {
            let changed = catalogue.changes.iter().filter(|one| one.change.by == By::Server);
            let changed = changed.map(|one| subject(&one.change.session)).collect();
            (guild, (Calendar::of(catalogue), changed))
        });
        Some(Self {
            news: News::of(&common),
            common: Calendar::of(common),
            own: own.collect(),
        })
    }

    /// The calendar of a server.
    pub fn of(&self, guild: Option<u64>) -> &Arc<Calendar> {
        guild
            .and_then(|guild| self.own.get(&guild))
            .map_or(&self.common, |(calendar, _)| calendar)
    }

    /// The servers that hear of a subject by a wave of their own.
    pub fn except(&self, subject: &Subject) -> BTreeSet<u64> {
        let own = self.own.iter().filter(|(_, (_, changed))| changed.contains(subject));
        own.map(|(guild, _)| *guild).collect()
    }

    /// Everything that became due after `since`, up to and at `until`.
    pub fn due(&self, leads: &[Lead], since: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Wave> {
        let mut waves = self.common.timetable.due(leads, since, until);
        for (guild, (calendar, changed)) in &self.own {
            let own = calendar.timetable.due(leads, since, until).into_iter();
            let own = own.filter(|wave| changed.contains(&wave.subject));
            waves.extend(own.map(|wave| Wave {
                guild: Some(*guild),
                ..wave
            }));
        }
        waves
    }

    /// The corrections of what was told before: each session that has another start by now, or is not held.
    pub fn corrections(&self, told: &[Wave], now: DateTime<Utc>) -> Vec<Wave> {
        let mut waves = Vec::new();
        // Of a session that moved twice only the last start that was told can be wrong in anybody's mind.
        let is_last = |wave: &&Wave| {
            let same = |other: &&Wave| other.guild == wave.guild && other.subject == wave.subject;
            let last = told.iter().filter(same).max_by_key(|other| other.due);
            last.is_some_and(|last| last.start == wave.start)
        };
        for wave in told.iter().filter(|wave| wave.start > now - STALE).filter(is_last) {
            let mut correct = |guild: Option<u64>| {
                waves.extend(correction(wave, guild, &self.of(guild).timetable, now));
            };
            correct(wave.guild);
            if wave.guild.is_none() {
                self.except(&wave.subject)
                    .into_iter()
                    .for_each(|guild| correct(Some(guild)));
            }
        }
        waves
    }
}

/// A session as what something is told of.
fn subject(id: &SessionId) -> Subject {
    Subject {
        series: id.series.clone(),
        season: id.season.clone(),
        weekend: id.weekend.clone(),
        session: Some(id.session.clone()),
    }
}

/// What is to be told to those who heard of `told`, if anything.
fn correction(told: &Wave, guild: Option<u64>, timetable: &Timetable, now: DateTime<Utc>) -> Option<Wave> {
    let planned = timetable.session(&told.subject);
    let (occasion, start) = match planned {
        Some(planned) if planned.cancelled => (Occasion::Cancelled, told.start),
        Some(planned) => match planned.start {
            Some(start) if start == told.start => return None,
            // What has begun needs no reminder, and no correction of one.
            Some(start) if start <= now => return None,
            Some(start) => (Occasion::Moved, start),
            None => (Occasion::Untimed, told.start),
        },
        None => (Occasion::Cancelled, told.start),
    };
    Some(Wave {
        guild,
        subject: told.subject.clone(),
        occasion,
        lead: Lead::default(),
        start,
        due: now,
        was: Some(told.start),
    })
}
