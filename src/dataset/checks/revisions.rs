//! Revisions: those of a result or a table stand in order, and none is published before there is anything to publish.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{PublicationStatus, Published, Slug, day_start};

pub const RULES: &[Rule] = &[
    Rule {
        name: "revisions-out-of-order",
        holds: "the revisions of a result or a table stand the oldest first: their numbers and moments rise",
        needs: &[],
        check: RuleCheck::Season(rise),
    },
    Rule {
        name: "status-falls-back",
        holds: "a later revision of a result or a table is not of an earlier status",
        needs: &[],
        check: RuleCheck::Season(status_stays),
    },
    Rule {
        name: "published-too-early",
        holds: "no result is published before the end of its session, and no table before that of its round",
        needs: &["circuits.json", "weekends.json"],
        check: RuleCheck::Season(after_the_end),
    },
];

/// The keys of one revision, with its place in a file.
struct PublicationKeys {
    file: &'static str,
    path: String,
    /// Its name for people: `classification 3`.
    name: String,
    number: Option<u16>,
    status: Option<PublicationStatus>,
    published: Option<Published>,
}

/// The revisions of every result and every table, in the order of the files.
fn revisions(scope: &SeasonScope<'_>) -> impl Iterator<Item = Vec<PublicationKeys>> {
    let mut results: BTreeMap<_, Vec<PublicationKeys>> = BTreeMap::new();
    for (c, one) in scope.season.classifications.iter().enumerate() {
        let key = (&one.session, &one.stage);
        results.entry(key).or_default().push(PublicationKeys {
            file: "results.json",
            path: format!("$.classifications[{c}]"),
            name: format!("classification {}", c + 1),
            number: one.revision,
            status: one.status,
            published: one.published,
        });
    }
    let mut tables: BTreeMap<_, Vec<PublicationKeys>> = BTreeMap::new();
    for (t, one) in scope.season.tables.iter().enumerate() {
        let key = (&one.championship, &one.after);
        tables.entry(key).or_default().push(PublicationKeys {
            file: "published.json",
            path: format!("$.tables[{t}]"),
            name: format!("table {}", t + 1),
            number: one.revision,
            status: one.status,
            published: one.published,
        });
    }
    results.into_values().chain(tables.into_values())
}

/// Tells of each revision whose value is at odds with the last one before it that has one.
fn compare<T: Copy>(
    scope: &SeasonScope<'_>,
    report: &mut Report<'_>,
    (key, hint): (&str, &str),
    value: impl Fn(&PublicationKeys) -> Option<T>,
    fault: impl Fn(T, T) -> Option<String>,
) {
    for revisions in revisions(scope) {
        let mut before: Option<(T, &str)> = None;
        for one in &revisions {
            let Some(now) = value(one) else { continue };
            if let Some((earlier, name)) = before
                && let Some(message) = fault(earlier, now)
            {
                let message = format!("{message}: {name}");
                report.error(one.file, format_args!("{}.{key}", one.path), message, hint);
            }
            before = Some((now, &one.name));
        }
    }
}

fn rise(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let hint = "number the revisions 1, 2, 3, the oldest first";
    let number = |one: &PublicationKeys| one.number;
    compare(scope, report, ("revision", hint), number, |earlier, now| {
        if now == earlier {
            Some(format!("there is a revision {now} already"))
        } else {
            (now < earlier).then(|| format!("revision {now} stands below revision {earlier}"))
        }
    });
    let hint = "write the revisions in the order in which they were published, or correct the moment";
    let zone = scope.series.zone;
    let published = |one: &PublicationKeys| one.published.map(|at| at.instant(zone));
    let is_late = |earlier: DateTime<Utc>, now: DateTime<Utc>| {
        (now <= earlier).then(|| "this is not later than the revision above it".to_owned())
    };
    compare(scope, report, ("published", hint), published, is_late);
}

fn status_stays(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let hint = "correct the status, or the order of the revisions";
    let status = |one: &PublicationKeys| one.status;
    compare(scope, report, ("status", hint), status, |earlier, now| {
        (now < earlier).then(|| format!("this is {} after a revision that is {}", name(now), name(earlier)))
    });
}

const fn name(status: PublicationStatus) -> &'static str {
    match status {
        PublicationStatus::Unofficial => "unofficial",
        PublicationStatus::Provisional => "provisional",
        PublicationStatus::Official => "official",
    }
}

fn after_the_end(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let zone = scope.series.zone;
    // A day counts from its start, and may be that of the session.
    let is_early = |published: Published, end: DateTime<Utc>| match published {
        Published::At(instant) => instant < end,
        Published::On(day) => day.succ_opt().is_some_and(|next| day_start(zone, next) <= end),
    };
    for (c, one) in scope.season.classifications.iter().enumerate() {
        let weekend = scope.weekend(&one.session.weekend);
        let session = weekend.and_then(|weekend| Some((weekend, weekend.session(one.session.session.as_str())?)));
        let end = session.map(|(weekend, session)| scope.end(weekend, session));
        let is_whole = one.stage.is_none();
        if one
            .published
            .zip(end)
            .is_some_and(|(at, end)| is_whole && is_early(at, end))
        {
            let path = format_args!("$.classifications[{c}].published");
            let message = format!("this is before the end of '{}'", one.session);
            report.error("results.json", path, message, HINT);
        }
    }
    for (t, table) in scope.season.tables.iter().enumerate() {
        let end = end_of_round(scope, &table.after);
        if table.published.zip(end).is_some_and(|(at, end)| is_early(at, end)) {
            let path = format_args!("$.tables[{t}].published");
            let message = format!("this is before the end of round {}", table.after);
            report.error("published.json", path, message, HINT);
        }
    }
}

const HINT: &str = "correct the moment, or leave it out where it is not known";

/// The end of the last session of a round.
fn end_of_round(scope: &SeasonScope<'_>, label: &Slug) -> Option<DateTime<Utc>> {
    let rounds = scope.season.rounds();
    let round = rounds.iter().find(|round| round.label == label)?;
    let ends = round.sessions.iter().map(|session| scope.end(round.weekend, session));
    ends.max()
}
