//! Start times: each is one instant. A local time that the clock skips is none, one that it shows twice needs an offset.

use chrono::{DateTime, FixedOffset, Offset, TimeZone, Utc};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::dates::is_plausible;
use crate::domain::{Session, Weekend};
use crate::schedule::{LocalTimeFault, instant};

pub const RULES: &[Rule] = &[
    Rule {
        name: "time-without-date",
        holds: "a time has a date, and an offset has a time",
        needs: &[],
        check: RuleCheck::Season(whole),
    },
    Rule {
        name: "time-does-not-exist",
        holds: "the circuit's clock shows every time that is written",
        needs: &["circuits.json"],
        check: RuleCheck::Season(exists),
    },
    Rule {
        name: "time-exists-twice",
        holds: "a time that the circuit's clock shows twice has an offset",
        needs: &["circuits.json"],
        check: RuleCheck::Season(is_once),
    },
    Rule {
        name: "impossible-offset",
        holds: "an offset is one that the clock has at that time",
        needs: &["circuits.json"],
        check: RuleCheck::Season(offset_fits),
    },
];

/// Instant at which a session starts, if its date, time, zone and offset are known and agree.
pub fn start(scope: &SeasonScope<'_>, weekend: &Weekend, session: &Session) -> Option<DateTime<Utc>> {
    let local = LocalStart::of(scope, weekend, session)?;
    match &session.offset {
        Some(_) => local.by_offset(session).map(|start| start.to_utc()),
        None => local.by_clock().ok(),
    }
}

/// Local start of a session, by the circuit's clock or in the session's own zone.
struct LocalStart {
    zone: chrono_tz::Tz,
    date: chrono::NaiveDate,
    time: chrono::NaiveTime,
}

impl LocalStart {
    /// Local start of a session, if it has a plausible date, a time and a zone.
    fn of(scope: &SeasonScope<'_>, weekend: &Weekend, session: &Session) -> Option<Self> {
        let zone = session
            .zone
            .or_else(|| Some(scope.whole.circuit(&weekend.circuit)?.zone))?;
        let date = session.date.filter(|date| is_plausible(*date))?;
        let time = session.time?;
        Some(Self { zone, date, time })
    }

    /// Time as people write it: `14:05`.
    fn shown(&self) -> impl std::fmt::Display {
        self.time.format("%H:%M")
    }

    fn by_clock(&self) -> Result<DateTime<Utc>, LocalTimeFault> {
        instant(self.zone, self.date, self.time)
    }

    fn by_offset(&self, session: &Session) -> Option<DateTime<FixedOffset>> {
        let offset: FixedOffset = session.offset.as_deref()?.parse().ok()?;
        offset.from_local_datetime(&self.date.and_time(self.time)).single()
    }
}

/// Calls `visit` for every session with a local start, with its path.
fn each(scope: &SeasonScope<'_>, mut visit: impl FnMut(String, &LocalStart, &Session)) {
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        for (s, session) in weekend.sessions.iter().enumerate() {
            if let Some(local) = LocalStart::of(scope, weekend, session) {
                visit(format!("$.weekends[{w}].sessions[{s}]"), &local, session);
            }
        }
    }
}

fn whole(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        for (s, session) in weekend.sessions.iter().enumerate() {
            let (key, other, said) = match (session.date, session.time, &session.offset) {
                (None, Some(_), _) => ("time", "date", "a time but no date"),
                (_, None, Some(_)) => ("offset", "time", "an offset but no time"),
                _ => continue,
            };
            let message = format!("'{}' has {said}", session.id);
            let path = format_args!("$.weekends[{w}].sessions[{s}].{key}");
            let hint = format!("write the {other} too, or leave the {key} out and put it into \"note\"");
            report.error("weekends.json", path, message, hint);
        }
    }
}

fn exists(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, local, session| {
        if local.by_clock() == Err(LocalTimeFault::Skipped) {
            let LocalStart { zone, date, .. } = local;
            let time = local.shown();
            let message = format!("'{}': there is no {time} on {date} in {zone}", session.id);
            let hint = "the clock is put forward over it; correct the time";
            report.error("weekends.json", format_args!("{at}.time"), message, hint);
        }
    });
}

fn is_once(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, local, session| {
        if let (Err(LocalTimeFault::Twice(one, other)), None) = (local.by_clock(), &session.offset) {
            let LocalStart { zone, date, .. } = local;
            let time = local.shown();
            let message = format!("'{}': the clock of {zone} shows {time} twice on {date}", session.id);
            let hint = format!("write \"offset\": \"{one}\" for the first or \"{other}\" for the second");
            report.error("weekends.json", format_args!("{at}.time"), message, hint);
        }
    });
}

fn offset_fits(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, local, session| {
        let Some(offset) = &session.offset else { return };
        let possible: Vec<FixedOffset> = match local.by_clock() {
            Ok(start) => vec![start.with_timezone(&local.zone).offset().fix()],
            Err(LocalTimeFault::Twice(one, other)) => vec![one, other],
            // A skipped time is another rule's fault.
            Err(LocalTimeFault::Skipped) => return,
        };
        let fits = local
            .by_offset(session)
            .is_some_and(|start| possible.contains(start.offset()));
        if !fits {
            let LocalStart { zone, date, .. } = local;
            let time = local.shown();
            let message = format!("'{offset}' is no offset of {zone} at {time} on {date}");
            let possible: Vec<String> = possible.iter().map(|offset| format!("\"{offset}\"")).collect();
            let hint = format!("write {}", possible.join(" or "));
            report.error("weekends.json", format_args!("{at}.offset"), message, hint);
        }
    });
}
