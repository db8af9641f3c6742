//! The calendars that reminders go by: the one for all, and those of servers that changed it for themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::results::ResultIndex;
use crate::dataset::{Catalogue, Origin, SessionPath};
use crate::discord::Bot;
use crate::reminders::{LeadTime, Notice, Occasion, Subject, Timetable};

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
            let changed = catalogue.changes.iter().filter(|one| one.change.by == Origin::Server);
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

    /// The servers that hear of a subject by a notice of their own.
    pub fn except(&self, subject: &Subject) -> BTreeSet<u64> {
        let own = self.own.iter().filter(|(_, (_, changed))| changed.contains(subject));
        own.map(|(guild, _)| *guild).collect()
    }

    /// Everything that became due after `since`, up to and at `until`.
    pub fn due(&self, leads: &[LeadTime], since: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Notice> {
        let mut notices = self.common.timetable.due(leads, since, until);
        for (guild, (calendar, changed)) in &self.own {
            let own = calendar.timetable.due(leads, since, until).into_iter();
            let own = own.filter(|notice| changed.contains(&notice.subject));
            notices.extend(own.map(|notice| Notice {
                guild: Some(*guild),
                ..notice
            }));
        }
        notices
    }

    /// The reminders that became due and that a server did not hear of, since until now it had a change of its own for their
    /// session.
    pub fn given_way(
        &self,
        before: &Self,
        leads: &[LeadTime],
        since: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Vec<Notice> {
        let mut notices = Vec::new();
        for (guild, (_, changed)) in &before.own {
            let still = self.own.get(guild).map(|(_, changed)| changed);
            let gone =
                |subject: &Subject| changed.contains(subject) && still.is_none_or(|still| !still.contains(subject));
            let due = self.common.timetable.due(leads, since, until).into_iter();
            notices.extend(due.filter(|notice| gone(&notice.subject)).map(|notice| Notice {
                guild: Some(*guild),
                ..notice
            }));
        }
        notices
    }

    /// The corrections of what was told before: each session that has another start by now, is not held, or is on again.
    pub fn corrections(&self, told: &[Notice], now: DateTime<Utc>) -> Vec<Notice> {
        let mut of: BTreeMap<&Subject, Vec<&Notice>> = BTreeMap::new();
        for notice in told.iter().filter(|notice| notice.start > now - STALE) {
            of.entry(&notice.subject).or_default().push(notice);
        }
        let mut notices = Vec::new();
        for (subject, told) in of {
            // Everybody, and the servers that have, or had, a calendar of their own for this session.
            let mut whom: BTreeSet<Option<u64>> = self.except(subject).into_iter().map(Some).collect();
            whom.extend(told.iter().map(|notice| notice.guild));
            for guild in whom {
                notices.extend(corrections(&told, guild, &self.of(guild).timetable, now));
            }
        }
        notices
    }
}

/// A session as what something is told of.
fn subject(id: &SessionPath) -> Subject {
    Subject {
        series: id.series.clone(),
        season: id.season.clone(),
        weekend: id.weekend.clone(),
        session: Some(id.session.clone()),
    }
}

/// What is to be told to those who heard of a session by these notices: everybody's, and those of `guild`.
fn corrections(told: &[&Notice], guild: Option<u64>, timetable: &Timetable, now: DateTime<Utc>) -> Vec<Notice> {
    let heard = || {
        told.iter()
            .filter(|notice| notice.guild.is_none() || notice.guild == guild)
    };
    let newest = |notice: &&&Notice| (notice.due, notice.was.is_some());
    // That it is cancelled, told in place of a reminder, reached those alone who were to be reminded then.
    let in_place = |notice: &&&Notice| notice.occasion == Occasion::Cancelled && notice.was.is_none();
    // A server that has heard of it by notices of its own did not hear of everybody's since.
    let told_to_all = || heard().filter(|notice| !in_place(notice));
    let own = told_to_all().filter(|notice| notice.guild == guild).max_by_key(newest);
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
                || heard().any(|notice| in_place(&notice) && notice.due >= last.due);
            // What has begun needs no reminder, and no correction of one.
            (start <= now || (!off && last.start == start), Occasion::Moved)
        }
    };
    if as_told {
        return Vec::new();
    }
    // A number tells a correction from an earlier one that said the same.
    let number = |counts: fn(&Notice) -> bool| {
        let earlier = heard().filter(|notice| counts(notice)).count();
        LeadTime::minutes(i64::try_from(earlier).unwrap_or(i64::MAX))
    };
    let mut history: Vec<&&Notice> = heard().collect();
    history.sort_by_key(|notice| std::cmp::Reverse(newest(notice)));
    let mut starts = vec![last.start];
    for notice in history {
        if !starts.contains(&notice.start) {
            starts.push(notice.start);
        }
    }
    let correction = |(place, was): (i64, DateTime<Utc>)| {
        let occasion = match occasion {
            Occasion::Moved if start == Some(was) => Occasion::Restored,
            other => other,
        };
        Notice {
            guild,
            subject: last.subject.clone(),
            occasion,
            lead: match occasion {
                Occasion::Cancelled => number(|notice| notice.occasion == Occasion::Restored),
                _ => number(|notice| notice.was.is_some()),
            },
            start: start.filter(|_| is_on).unwrap_or(last.start),
            // In this order: whoever heard of several starts is told how it differs from the last.
            due: now + TimeDelta::seconds(place),
            was: Some(was),
        }
    };
    (0..).zip(starts).map(correction).collect()
}
