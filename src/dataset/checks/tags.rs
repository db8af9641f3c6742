//! Eligibility: every championship has competitors, and every tag in rules is carried by an entry, a row or a drive.

use std::collections::BTreeSet;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::dataset::suggest::nearest;
use crate::domain::{Calendar, Championship, SessionRef, Slug};
use crate::scoring::{CountedSession, Ledger};

pub const RULES: &[Rule] = &[
    Rule {
        name: "championship-without-field",
        holds: "somebody is in every championship; while results are missing that nobody is, is worth a second look",
        needs: &["season.json", "entries.json", "results.json", "published.json"],
        check: RuleCheck::Season(somebody_is_in),
    },
    Rule {
        name: "unused-tag",
        holds: "a tag that rules or a championship name and nobody carries is worth a second look",
        needs: &["entries.json", "results.json"],
        check: RuleCheck::Season(tags_are_carried),
    },
];

/// True if entries or results are known; before that no competitor can be missing.
fn has_field(scope: &SeasonScope<'_>) -> bool {
    !scope.season.entries.is_empty() || !scope.season.classifications.is_empty()
}

fn somebody_is_in(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, championship, ledger) in scope.ledgers() {
        if ledger.competitors.is_empty() && has_field(scope) {
            let message = format!(
                "nobody is entered who could stand in the table of '{}'",
                championship.id
            );
            let hint =
                "look at its class and tags, and at those of the entries; a team, a make or a number may be missing";
            let (file, path) = (scope.file("season.json"), format_args!("$.championships[{c}]"));
            if is_run(scope, championship, ledger) {
                report.error(&file, path, message, hint);
            } else {
                report.note(&file, path, message, hint);
            }
        }
    }
}

/// True if all sessions that a championship counts have a complete classification, so that no competitor can be added.
fn is_run(scope: &SeasonScope<'_>, championship: &Championship, ledger: &Ledger) -> bool {
    let listed = |counted: &CountedSession| {
        let SessionRef { weekend, session } = &counted.session;
        let known = scope.season.classification(weekend, session);
        known.is_some_and(|known| known.complete.holds_for(championship.class.as_ref()))
    };
    scope.season.calendar == Calendar::Complete && !ledger.sessions.is_empty() && ledger.sessions.iter().all(listed)
}

fn tags_are_carried(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    if !has_field(scope) {
        return;
    }
    let season = scope.season;
    let rows = || season.classifications.iter().flat_map(|one| &one.rows);
    let drives = rows().flat_map(|row| &row.crew).filter_map(|member| member.drive());
    let tags = season.entries.iter().map(|entry| &entry.tags);
    let tags = tags
        .chain(rows().map(|row| &row.tags))
        .chain(drives.map(|drive| &drive.tags));
    let carried: BTreeSet<&Slug> = tags.flatten().collect();
    let mut look = |path: String, tag: &Slug| {
        if !carried.contains(tag) {
            let hint = match nearest(tag.as_str(), carried.iter().map(|tag| tag.as_str())) {
                Some(near) => format!("did you mean '{near}'?"),
                None => "write it under \"tags\" of an entry, a row or a drive, or leave it out".to_owned(),
            };
            let message = format!("nobody carries the tag '{tag}'");
            report.note(&scope.file("season.json"), format_args!("{path}"), message, hint);
        }
    };
    for (id, rules) in &season.rules {
        for tag in rules.ineligible.keys() {
            look(
                format!("$.rules{}.ineligible{}", PathKey(id.as_str()), PathKey(tag.as_str())),
                tag,
            );
        }
    }
    for (c, championship) in season.championships.iter().enumerate() {
        for (t, tag) in championship.tagged.iter().enumerate() {
            look(format!("$.championships[{c}].tagged[{t}]"), tag);
        }
    }
}
