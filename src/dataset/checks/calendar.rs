//! Calendar: weekends in order, sessions inside their weekend and without overlap.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use super::starts::start;
use crate::dataset::dates::is_plausible;
use crate::domain::{Calendar, Session, SessionKind, SessionStatus, Slug, Weekend};

pub const RULES: &[Rule] = &[
    Rule {
        name: "implausible-date",
        holds: "every date lies between 1900 and 2100",
        needs: &[],
        check: RuleCheck::Season(dates),
    },
    Rule {
        name: "season-without-weekends",
        holds: "every season has a weekend",
        needs: &["weekends.json"],
        check: RuleCheck::Season(has_weekends),
    },
    Rule {
        name: "weekend-ends-before-start",
        holds: "no weekend ends before it starts",
        needs: &[],
        check: RuleCheck::Season(ends_after_start),
    },
    Rule {
        name: "weekends-out-of-order",
        holds: "weekends stand in the order of the calendar",
        needs: &[],
        check: RuleCheck::Season(in_order),
    },
    Rule {
        name: "overlapping-weekends",
        holds: "two weekends at a time are worth a second look",
        needs: &[],
        check: RuleCheck::Season(weekends_overlap),
    },
    Rule {
        name: "session-outside-weekend",
        holds: "every session lies inside its weekend; a test may come before",
        needs: &[],
        check: RuleCheck::Season(inside),
    },
    Rule {
        name: "sessions-out-of-order",
        holds: "the sessions of a weekend stand in the order in which they are run",
        needs: &["circuits.json"],
        check: RuleCheck::Season(sessions_in_order),
    },
    Rule {
        name: "overlapping-sessions",
        holds: "no session starts before the one before it is over",
        needs: &["circuits.json"],
        check: RuleCheck::Season(sessions_overlap),
    },
    Rule {
        name: "was-without-move",
        holds: "a session that was at another time before has moved",
        needs: &[],
        check: RuleCheck::Season(moved),
    },
    Rule {
        name: "move-without-was",
        holds: "a session that moved without saying from when is worth a second look",
        needs: &[],
        check: RuleCheck::Season(moved_from),
    },
    Rule {
        name: "race-without-round",
        holds: "a race that counts for no round is worth a second look",
        needs: &[],
        check: RuleCheck::Season(rounds),
    },
    Rule {
        name: "round-skipped",
        holds: "a whole calendar whose rounds are numbered and lack a number is worth a second look",
        needs: &[],
        check: RuleCheck::Season(round_numbers),
    },
    Rule {
        name: "round-at-two-weekends",
        holds: "a round's sessions belong to one weekend",
        needs: &[],
        check: RuleCheck::Season(round_in_one_place),
    },
];

fn dates(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let far = |date: NaiveDate| !is_plausible(date);
    let hint = "write the date as year-month-day";
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        for (key, date) in [("start", weekend.start), ("end", weekend.end)] {
            if far(date) {
                report.error(
                    "weekends.json",
                    format_args!("$.weekends[{w}].{key}"),
                    format!("{date} is out of reason"),
                    hint,
                );
            }
        }
        for (s, session) in weekend.sessions.iter().enumerate() {
            if let Some(date) = session.date.filter(|date| far(*date)) {
                let path = format_args!("$.weekends[{w}].sessions[{s}].date");
                report.error("weekends.json", path, format!("{date} is out of reason"), hint);
            }
        }
    }
}

fn has_weekends(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    if scope.season.weekends.is_empty() {
        let message = format!("the season {} has no weekend", scope.season.id);
        let hint =
            "add the weekends that are known, and say \"calendar\": \"partial\" in season.json if more are to come";
        report.error("weekends.json", format_args!("$.weekends"), message, hint);
    }
}

fn ends_after_start(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        if weekend.end < weekend.start {
            let message = format!(
                "'{}' ends on {}, before it starts on {}",
                weekend.id, weekend.end, weekend.start
            );
            report.error(
                "weekends.json",
                format_args!("$.weekends[{w}].end"),
                message,
                "correct one of the two dates",
            );
        }
    }
}

fn in_order(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, [before, weekend]) in scope.season.weekends.array_windows().enumerate() {
        if weekend.start < before.start {
            let message = format!(
                "'{}' starts on {}, before '{}' ({})",
                weekend.id, weekend.start, before.id, before.start
            );
            let path = format_args!("$.weekends[{}].start", w + 1);
            report.error(
                "weekends.json",
                path,
                message,
                "put the weekends in the order of their first days",
            );
        }
    }
}

fn weekends_overlap(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, [before, weekend]) in scope.season.weekends.array_windows().enumerate() {
        if (before.start..=before.end).contains(&weekend.start) {
            let message = format!(
                "'{}' starts on {}, when '{}' is still on ({} to {})",
                weekend.id, weekend.start, before.id, before.start, before.end
            );
            let path = format_args!("$.weekends[{}].start", w + 1);
            report.note("weekends.json", path, message, "check the dates of both");
        }
    }
}

/// Every session with its weekend, and the indices of both.
fn sessions<'c>(scope: &SeasonScope<'c>) -> impl Iterator<Item = (usize, &'c Weekend, usize, &'c Session)> {
    let weekends = scope.season.weekends.iter().enumerate();
    weekends.flat_map(|(w, weekend)| {
        weekend
            .sessions
            .iter()
            .enumerate()
            .map(move |(s, session)| (w, weekend, s, session))
    })
}

fn inside(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, weekend, s, session) in sessions(scope) {
        // Implausible dates, and weekends that end before they start, are other rules' faults.
        let plausible = |date: &NaiveDate| is_plausible(*date) && weekend.start <= weekend.end;
        let Some(date) = session.date.filter(plausible) else {
            continue;
        };
        // By another zone's clock a session may be a day off; a test day is held before the weekend proper.
        let slack = Days::new(u64::from(session.zone.is_some()));
        let first = weekend.start.checked_sub_days(slack).unwrap_or(weekend.start);
        let last = weekend.end.checked_add_days(slack).unwrap_or(weekend.end);
        let early = date < first && session.kind != SessionKind::Test;
        if early || date > last {
            let message = format!(
                "'{}' is on {date}, outside its weekend ({} to {})",
                session.id, weekend.start, weekend.end
            );
            let path = format_args!("$.weekends[{w}].sessions[{s}].date");
            let hint = "correct the date, or the first and last day of the weekend";
            report.error("weekends.json", path, message, hint);
        }
    }
}

/// Start and end of a session that is held, if its start is known; without a duration both are the same.
fn span(scope: &SeasonScope<'_>, weekend: &Weekend, session: &Session) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let start = start(scope, weekend, session).filter(|_| session.status != SessionStatus::Cancelled)?;
    let length = chrono::Duration::minutes(session.minutes.unwrap_or(0).into());
    Some((start, start.checked_add_signed(length)?))
}

fn sessions_in_order(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        let mut before: Option<(&Session, NaiveDate)> = None;
        for (s, session) in weekend.sessions.iter().enumerate() {
            let Some(date) = session.date.filter(|_| session.status != SessionStatus::Cancelled) else {
                continue;
            };
            if let Some((earlier, day)) = before {
                let starts = |one: &Session| span(scope, weekend, one).map(|(start, _)| start);
                let times = starts(earlier).zip(starts(session));
                if times.map_or(date < day, |(first, second)| second < first) {
                    let message = format!("'{}' is run before '{}', but stands after it", session.id, earlier.id);
                    let path = format_args!("$.weekends[{w}].sessions[{s}]");
                    let hint = "put the sessions in the order in which they are run, or correct date and time";
                    report.error("weekends.json", path, message, hint);
                }
            }
            before = Some((session, date));
        }
    }
}

fn sessions_overlap(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        let timed = weekend.sessions.iter().enumerate();
        let mut timed: Vec<_> = timed
            .filter_map(|(s, session)| span(scope, weekend, session).map(|(start, end)| (start, s, end, session)))
            .collect();
        timed.sort_by_key(|(start, s, ..)| (*start, *s));
        for [(first, _, end, earlier), (start, s, _, session)] in timed.array_windows() {
            if start < end || start == first {
                let message = format!("'{}' starts before '{}' is over", session.id, earlier.id);
                let path = format_args!("$.weekends[{w}].sessions[{s}].time");
                let hint = "correct the times, or the minutes of the earlier one";
                report.error("weekends.json", path, message, hint);
            }
        }
    }
}

fn moved(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, _, s, session) in sessions(scope) {
        if let Some(was) = session
            .was
            .as_ref()
            .filter(|_| session.status == SessionStatus::Scheduled)
        {
            let message = format!("'{}' was on {was} before, and its status is not \"moved\"", session.id);
            let path = format_args!("$.weekends[{w}].sessions[{s}].was");
            let hint = "write \"status\": \"moved\", or remove \"was\"";
            report.error("weekends.json", path, message, hint);
        }
    }
}

fn moved_from(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, _, s, session) in sessions(scope) {
        if session.status == SessionStatus::Moved && session.was.is_none() {
            let message = format!("'{}' moved, and its start before is not said", session.id);
            let path = format_args!("$.weekends[{w}].sessions[{s}].status");
            let hint = "write \"was\" with the start that was published before, such as \"2024-06-21 11:00\"";
            report.note("weekends.json", path, message, hint);
        }
    }
}

fn rounds(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, _, s, session) in sessions(scope) {
        let counts = matches!(session.kind, SessionKind::Race | SessionKind::Sprint) && session.resumes.is_none();
        if counts && session.round.is_none() && session.status != SessionStatus::Cancelled {
            let message = format!("'{}' counts for no round", session.id);
            let path = format_args!("$.weekends[{w}].sessions[{s}]");
            let hint = "write \"round\" with its label; without one no table can be said to stand after it";
            report.note("weekends.json", path, message, hint);
        }
    }
}

fn round_in_one_place(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut homes: BTreeMap<&Slug, (usize, &Weekend)> = BTreeMap::new();
    for (w, weekend, s, session) in sessions(scope) {
        let Some(round) = &session.round else { continue };
        let (home, first) = *homes.entry(round).or_insert((w, weekend));
        if home != w {
            let message = format!("round {round} is one of '{}' already", first.id);
            let path = format_args!("$.weekends[{w}].sessions[{s}].round");
            report.error("weekends.json", path, message, "give the session its own round");
        }
    }
}

fn round_numbers(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let rounds = scope.season.rounds();
    let numbers: Option<Vec<usize>> = rounds.iter().map(|round| round.label.as_str().parse().ok()).collect();
    // Rounds are missing from a part of a calendar, and words are not counted.
    let Some(numbers) = numbers.filter(|_| scope.season.calendar == Calendar::Complete) else {
        return;
    };
    let expected = numbers.first().copied().unwrap_or_default()..;
    for (number, due) in numbers.iter().zip(expected) {
        if *number == due || numbers.contains(&due) {
            continue;
        }
        let label = number.to_string();
        let is_it = |(.., session): &(usize, &Weekend, usize, &Session)| {
            session.round.as_ref().is_some_and(|one| *one == *label)
        };
        if let Some((w, _, s, _)) = sessions(scope).find(is_it) {
            let message = format!("round {number} stands where round {due} is due, and there is no round {due}");
            let path = format_args!("$.weekends[{w}].sessions[{s}].round");
            let hint = format!(
                "write \"{due}\", or add what is missing; leave it if that round was never held, and write \"calendar\": \
                 \"partial\" in season.json if more are to come"
            );
            report.note("weekends.json", path, message, hint);
        }
    }
}
