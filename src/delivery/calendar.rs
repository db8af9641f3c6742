//! Calendar snapshots for the dispatcher: the common calendar and those of guilds with overrides.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::corrections::corrections;
use super::results::ResultTimeline;
use crate::bot::Bot;
use crate::dataset::{Catalogue, Origin};
use crate::reminders::{LeadTime, Notice, Subject, Timetable};

/// Time after a session's announced start in which a change of it is corrected.
const CORRECTED: TimeDelta = TimeDelta::hours(12);

/// Catalogue with its timetable.
#[derive(Debug, Default)]
pub(super) struct CalendarSnapshot {
    pub catalogue: Arc<Catalogue>,
    pub timetable: Timetable,
}

/// All calendars at an instant.
#[derive(Debug, Default)]
pub(super) struct Calendars {
    /// Calendar of all guilds without overrides.
    pub common: Arc<CalendarSnapshot>,
    /// Results of the common calendar.
    pub results: ResultTimeline,
    /// Guilds with overrides.
    overridden: BTreeMap<u64, GuildCalendar>,
}

/// Calendar of a guild with overrides.
#[derive(Debug)]
struct GuildCalendar {
    calendar: Arc<CalendarSnapshot>,
    /// Sessions that the guild has changed.
    changed: BTreeSet<Subject>,
}

impl CalendarSnapshot {
    fn of(catalogue: Arc<Catalogue>) -> Arc<Self> {
        let timetable = Timetable::of(&catalogue);
        Arc::new(Self { catalogue, timetable })
    }
}

impl GuildCalendar {
    fn of(catalogue: Arc<Catalogue>) -> Self {
        let changed = catalogue.changes.iter().filter(|one| one.change.by == Origin::Server);
        Self {
            changed: changed.map(|one| one.change.session.clone().into()).collect(),
            calendar: CalendarSnapshot::of(catalogue),
        }
    }
}

impl Calendars {
    /// Current calendars of the bot; `None` if they are still those of `self`.
    pub fn renewed(&self, bot: &Bot) -> Option<Self> {
        let (common, overridden) = bot.calendars();
        let is_same = |(guild, catalogue): &(u64, Arc<Catalogue>)| {
            let before = self.overridden.get(guild);
            before.is_some_and(|before| Arc::ptr_eq(&before.calendar.catalogue, catalogue))
        };
        if Arc::ptr_eq(&common, &self.common.catalogue)
            && overridden.len() == self.overridden.len()
            && overridden.iter().all(is_same)
        {
            return None;
        }
        let overridden = overridden.into_iter();
        Some(Self {
            results: ResultTimeline::of(&common),
            common: CalendarSnapshot::of(common),
            overridden: overridden
                .map(|(guild, catalogue)| (guild, GuildCalendar::of(catalogue)))
                .collect(),
        })
    }

    /// Calendar of a guild.
    pub fn of(&self, guild: Option<u64>) -> &Arc<CalendarSnapshot> {
        let overridden = guild.and_then(|guild| self.overridden.get(&guild));
        overridden.map_or(&self.common, |overridden| &overridden.calendar)
    }

    /// Guilds that have an override of a subject, and so notices of their own about it.
    pub fn guilds_with_override(&self, subject: &Subject) -> BTreeSet<u64> {
        let guilds = self.overridden.iter().filter(|(_, one)| one.changed.contains(subject));
        guilds.map(|(guild, _)| *guild).collect()
    }

    /// Notices that became due after `since` and by `until`.
    pub fn due(&self, leads: &[LeadTime], since: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Notice> {
        let mut notices = self.common.timetable.due(leads, since, until);
        for (guild, overridden) in &self.overridden {
            let due = overridden.calendar.timetable.due(leads, since, until);
            let own = due
                .into_iter()
                .filter(|notice| overridden.changed.contains(&notice.subject));
            notices.extend(own.map(|notice| for_guild(notice, *guild)));
        }
        notices
    }

    /// Notices due that were suppressed by a guild's override which has since been removed.
    pub fn no_longer_suppressed(
        &self,
        before: &Self,
        leads: &[LeadTime],
        since: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Vec<Notice> {
        let mut notices = Vec::new();
        for (guild, overridden) in &before.overridden {
            let now = self.overridden.get(guild);
            let is_removed = |subject: &Subject| {
                overridden.changed.contains(subject) && now.is_none_or(|now| !now.changed.contains(subject))
            };
            let due = self.common.timetable.due(leads, since, until).into_iter();
            let removed = due.filter(|notice| is_removed(&notice.subject));
            notices.extend(removed.map(|notice| for_guild(notice, *guild)));
        }
        notices
    }

    /// Corrections of announced sessions that have another start by now, are cancelled, or are on again.
    pub fn corrections(&self, announced: &[Notice], now: DateTime<Utc>) -> Vec<Notice> {
        let mut by_subject: BTreeMap<&Subject, Vec<&Notice>> = BTreeMap::new();
        for notice in announced.iter().filter(|notice| notice.start > now - CORRECTED) {
            by_subject.entry(&notice.subject).or_default().push(notice);
        }
        let mut due = Vec::new();
        for (subject, notices) in by_subject {
            // Everybody, and the guilds that have, or had, an override of this session.
            let mut audiences: BTreeSet<Option<u64>> =
                self.guilds_with_override(subject).into_iter().map(Some).collect();
            audiences.extend(notices.iter().map(|notice| notice.guild));
            for guild in audiences {
                due.extend(corrections(&notices, guild, &self.of(guild).timetable, now));
            }
        }
        due
    }
}

fn for_guild(notice: Notice, guild: u64) -> Notice {
    Notice {
        guild: Some(guild),
        ..notice
    }
}
