//! Timetable of all sessions with their selectors: computed once from a catalogue, queried at every tick.

use std::collections::HashMap;

use chrono::{DateTime, Datelike as _, Days, NaiveTime, TimeDelta, Utc};
use serde::Serialize;

use super::{LeadTime, Notice, Occasion, Selector, Subject, Topic};
use crate::dataset::Catalogue;
use crate::domain::{
    ClassId, Season, SeasonId, Series, SeriesId, Session, SessionId, SessionKind, SessionStatus, Weekend, day_start,
};
use crate::schedule::instant;

/// Time of day of a preview, on the Monday of the race week in the series' own zone.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// All sessions and previews of a catalogue, in order of time.
#[derive(Debug, Default)]
pub struct Timetable {
    sessions: Vec<PlannedSession>,
    previews: Vec<PlannedPreview>,
    positions: HashMap<Subject, usize>,
}

/// A session with its times and selectors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedSession {
    /// The session.
    pub subject: Subject,
    /// Its kind.
    pub kind: SessionKind,
    /// The start; `None` without a time yet.
    pub start: Option<DateTime<Utc>>,
    /// The instant from which its result counts as known.
    pub end: DateTime<Utc>,
    /// True if it is cancelled.
    pub cancelled: bool,
    /// Every selector that matches it.
    pub selectors: Vec<Selector>,
}

/// The preview of a weekend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPreview {
    /// The weekend.
    pub subject: Subject,
    /// The start of its first day.
    pub start: DateTime<Utc>,
    /// The instant at which it is due.
    pub due: DateTime<Utc>,
    /// Every selector that matches it.
    pub selectors: Vec<Selector>,
}

impl Timetable {
    /// The timetable of a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut sessions = Vec::new();
        let mut previews = Vec::new();
        for (id, series) in &catalogue.series {
            for (year, season) in &series.seasons {
                for weekend in &season.weekends {
                    let name = WeekendContext {
                        id,
                        year,
                        season,
                        weekend,
                    };
                    sessions.extend(weekend.sessions.iter().map(|session| name.planned(catalogue, session)));
                    previews.push(name.preview(catalogue, series));
                }
            }
        }
        sessions.sort_by(|one, other| (one.start, &one.subject).cmp(&(other.start, &other.subject)));
        previews.sort_by(|one, other| (one.due, &one.subject).cmp(&(other.due, &other.subject)));
        let positions = sessions
            .iter()
            .enumerate()
            .map(|(at, planned)| (planned.subject.clone(), at))
            .collect();
        Self {
            sessions,
            previews,
            positions,
        }
    }

    /// A session by its subject.
    pub fn session(&self, subject: &Subject) -> Option<&PlannedSession> {
        self.sessions.get(*self.positions.get(subject)?)
    }

    /// All sessions: those without a time first, then by start.
    pub fn sessions(&self) -> &[PlannedSession] {
        &self.sessions
    }

    /// The selectors that match a notice's subject.
    pub fn selectors(&self, notice: &Notice) -> Vec<Selector> {
        let all = |what: Topic| {
            let of = self
                .session(&notice.subject)
                .map_or(&[][..], |planned| &planned.selectors);
            let with = of.iter().filter(|one| one.what == Topic::All);
            with.map(|one| Selector {
                what: what.clone(),
                ..one.clone()
            })
            .collect()
        };
        match notice.occasion {
            Occasion::Start | Occasion::Moved | Occasion::Untimed | Occasion::Cancelled | Occasion::Restored => self
                .session(&notice.subject)
                .map_or_else(Vec::new, |planned| planned.selectors.clone()),
            Occasion::Results | Occasion::Correction => all(Topic::Results),
            Occasion::Preview => {
                let preview = self.previews.iter().find(|preview| preview.subject == notice.subject);
                preview.map_or_else(Vec::new, |preview| preview.selectors.clone())
            }
        }
    }

    /// The notices due after `since`, up to and including `until`, for these lead times: reminders, cancellations in
    /// place of reminders, and previews; the earliest session first.
    pub fn due(&self, leads: &[LeadTime], since: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Notice> {
        let mut notices = Vec::new();
        let longest = leads.iter().max().map_or(TimeDelta::zero(), |lead| lead.span());
        let first = self.sessions.partition_point(|planned| planned.start <= Some(since));
        let near = |planned: &&PlannedSession| planned.start.is_some_and(|start| start <= until + longest);
        for planned in self.sessions.iter().skip(first).take_while(near) {
            let Some(start) = planned.start else { continue };
            for lead in leads {
                let due = start - lead.span();
                if since < due && due <= until {
                    notices.push(Notice {
                        guild: None,
                        subject: planned.subject.clone(),
                        occasion: if planned.cancelled {
                            Occasion::Cancelled
                        } else {
                            Occasion::Start
                        },
                        lead: *lead,
                        start,
                        due,
                        was: None,
                    });
                }
            }
        }
        let first = self.previews.partition_point(|preview| preview.due <= since);
        let previews = self
            .previews
            .iter()
            .skip(first)
            .take_while(|preview| preview.due <= until);
        notices.extend(previews.map(|preview| Notice {
            guild: None,
            subject: preview.subject.clone(),
            occasion: Occasion::Preview,
            lead: LeadTime::default(),
            start: preview.start,
            due: preview.due,
            was: None,
        }));
        notices
    }
}

/// A weekend within its series and season.
struct WeekendContext<'a> {
    id: &'a SeriesId,
    year: &'a SeasonId,
    season: &'a Season,
    weekend: &'a Weekend,
}

impl WeekendContext<'_> {
    fn planned(&self, catalogue: &Catalogue, session: &Session) -> PlannedSession {
        let slot = catalogue.slot(self.weekend, session);
        let whats = [
            Topic::All,
            Topic::Kind(session.kind),
            Topic::Session(session.id.clone()),
        ];
        PlannedSession {
            subject: self.subject(Some(session.id.clone())),
            kind: session.kind,
            start: slot.starts_at(),
            end: slot.end,
            cancelled: session.status == SessionStatus::Cancelled,
            selectors: self.selectors(&whats),
        }
    }

    fn preview(&self, catalogue: &Catalogue, series: &Series) -> PlannedPreview {
        let first = self.weekend.start;
        let monday = first - Days::new(first.weekday().num_days_from_monday().into());
        let start = day_start(catalogue.zone(self.weekend), first);
        let due = instant(series.zone, monday, MORNING).unwrap_or(start);
        PlannedPreview {
            subject: self.subject(None),
            start,
            due: due.min(start),
            selectors: self.selectors(&[Topic::Preview]),
        }
    }

    fn subject(&self, session: Option<SessionId>) -> Subject {
        Subject {
            series: self.id.clone(),
            season: self.year.clone(),
            weekend: self.weekend.id.clone(),
            session,
        }
    }

    /// Every selector that matches the weekend or one of its sessions: for this weekend or any, for every class that
    /// takes part or any.
    fn selectors(&self, whats: &[Topic]) -> Vec<Selector> {
        let mut classes: Vec<Option<ClassId>> = vec![None];
        // Without entries yet, every class may take part.
        let is_in = |class: &ClassId| {
            let mut entries = self.season.entries_at(&self.weekend.id).peekable();
            entries.peek().is_none() || entries.any(|entry| entry.class.as_ref() == Some(class))
        };
        let all = self.season.classes.iter().map(|class| &class.id);
        classes.extend(all.filter(|class| is_in(class)).cloned().map(Some));
        let weekends = [None, Some((self.year.clone(), self.weekend.id.clone()))];
        let mut selectors = Vec::new();
        for weekend in weekends {
            for what in whats {
                selectors.extend(classes.iter().map(|class| Selector {
                    series: self.id.clone(),
                    weekend: weekend.clone(),
                    what: what.clone(),
                    class: class.clone(),
                }));
            }
        }
        selectors
    }
}
