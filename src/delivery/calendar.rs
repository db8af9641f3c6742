//! The calendars that reminders go by: the one for all, and those of servers that changed it for themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::results::ResultIndex;
use crate::dataset::{By, Catalogue, SessionId};
use crate::discord::Bot;
use crate::reminders::{Lead, Occasion, Subject, Timetable, Wave};

/// How long after its start a session's change is still worth telling.
const STALE: TimeDelta = TimeDelta::hours(12);

/// A catalogue with its timetable.
#[derive(Debug, Default)]
pub(super) struct CalendarSnapshot {
    pub catalogue: Arc<Catalogue>,
    pub timetable: Timetable,
}

/// All calendars at a moment.
#[derive(Debug, Default)]
pub(super) struct Calendars {
    /// The one for everybody.
    pub common: Arc<CalendarSnapshot>,
    /// The results that it holds.
    pub news: ResultIndex,
    /// Those of servers that changed it, and what they changed.
    pub own: BTreeMap<u64, (Arc<CalendarSnapshot>, BTreeSet<Subject>)>,
}

impl CalendarSnapshot {
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
            (guild, (CalendarSnapshot::of(catalogue), changed))
        });
        Some(Self {
            news: ResultIndex::of(&common),
            common: CalendarSnapshot::of(common),
            own: own.collect(),
        })
    }

    /// The calendar of a server.
    pub fn of(&self, guild: Option<u64>) -> &Arc<CalendarSnapshot> {
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

    /// The reminders that became due and that a server did not hear of, since until now it had a change of its own for their
    /// session.
    pub fn given_way(&self, before: &Self, leads: &[Lead], since: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Wave> {
        let mut waves = Vec::new();
        for (guild, (_, changed)) in &before.own {
            let still = self.own.get(guild).map(|(_, changed)| changed);
            let gone =
                |subject: &Subject| changed.contains(subject) && still.is_none_or(|still| !still.contains(subject));
            let due = self.common.timetable.due(leads, since, until).into_iter();
            waves.extend(due.filter(|wave| gone(&wave.subject)).map(|wave| Wave {
                guild: Some(*guild),
                ..wave
            }));
        }
        waves
    }

    /// The corrections of what was told before: each session that has another start by now, is not held, or is on again.
    pub fn corrections(&self, told: &[Wave], now: DateTime<Utc>) -> Vec<Wave> {
        let mut of: BTreeMap<&Subject, Vec<&Wave>> = BTreeMap::new();
        for wave in told.iter().filter(|wave| wave.start > now - STALE) {
            of.entry(&wave.subject).or_default().push(wave);
        }
        let mut waves = Vec::new();
        for (subject, told) in of {
            // Everybody, and the servers that have, or had, a calendar of their own for this session.
            let mut whom: BTreeSet<Option<u64>> = self.except(subject).into_iter().map(Some).collect();
            whom.extend(told.iter().map(|wave| wave.guild));
            for guild in whom {
                waves.extend(corrections(&told, guild, &self.of(guild).timetable, now));
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

/// What is to be told to those who heard of a session by these waves: everybody's, and those of `guild`.
fn corrections(told: &[&Wave], guild: Option<u64>, timetable: &Timetable, now: DateTime<Utc>) -> Vec<Wave> {
    let heard = || told.iter().filter(|wave| wave.guild.is_none() || wave.guild == guild);
    let newest = |wave: &&&Wave| (wave.due, wave.was.is_some());
    // That it is cancelled, told in place of a reminder, reached those alone who were to be reminded then.
    let in_place = |wave: &&&Wave| wave.occasion == Occasion::Cancelled && wave.was.is_none();
    // A server that has heard of it by waves of its own did not hear of everybody's since.
    let told_to_all = || heard().filter(|wave| !in_place(wave));
    let own = told_to_all().filter(|wave| wave.guild == guild).max_by_key(newest);
    let Some(last) = own
        .or_else(|| told_to_all().max_by_key(newest))
        .or_else(|| heard().max_by_key(newest))
    else {
        return Vec::new();
    };
    let planned = timetable.session(&last.subject);
    let is_on = planned.is_some_and(|planned| !planned.cancelled);
    let start = planned.and_then(|planned| planned.start);
    let (as_told, occasion) = match (is_on, start) {
        (false, _) => (last.occasion == Occasion::Cancelled, Occasion::Cancelled),
        (true, None) => (last.occasion == Occasion::Untimed, Occasion::Untimed),
        (true, Some(start)) => {
            let off = matches!(last.occasion, Occasion::Cancelled | Occasion::Untimed)
                || heard().any(|wave| in_place(&wave) && wave.due >= last.due);
            // What has begun needs no reminder, and no correction of one.
            (start <= now || (!off && last.start == start), Occasion::Moved)
        }
    };
    if as_told {
        return Vec::new();
    }
    // A number tells a correction from an earlier one that said the same.
    let number = |counts: fn(&Wave) -> bool| {
        let earlier = heard().filter(|wave| counts(wave)).count();
        Lead::minutes(i64::try_from(earlier).unwrap_or(i64::MAX))
    };
    let mut history: Vec<&&Wave> = heard().collect();
    history.sort_by_key(|wave| std::cmp::Reverse(newest(wave)));
    let mut starts = vec![last.start];
    for wave in history {
        if !starts.contains(&wave.start) {
            starts.push(wave.start);
        }
    }
    let correction = |(place, was): (i64, DateTime<Utc>)| {
        let occasion = match occasion {
            Occasion::Moved if start == Some(was) => Occasion::Restored,
            other => other,
        };
        Wave {
            guild,
            subject: last.subject.clone(),
            occasion,
            lead: match occasion {
                Occasion::Cancelled => number(|wave| wave.occasion == Occasion::Restored),
                _ => number(|wave| wave.was.is_some()),
            },
            start: start.filter(|_| is_on).unwrap_or(last.start),
            // In this order: whoever heard of several starts is told how it differs from the last.
            due: now + TimeDelta::seconds(place),
            was: Some(was),
        }
    };
    (0..).zip(starts).map(correction).collect()
}
