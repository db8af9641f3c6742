//! Eligibility: every championship has competitors, and every tag in rules is carried by an entry, a row or a drive.

use chrono::{DateTime, Utc};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::references::IdKind;
use crate::domain::{Calendar, Championship, SessionRef};
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
            let path = format_args!("$.championships[{c}]");
            if is_run(scope, championship, ledger) {
                report.error("season.json", path, message, hint);
            } else {
                report.note("season.json", path, message, hint);
            }
        }
    }
}

/// True if all sessions that a championship counts have a complete classification, so that no competitor can be added.
fn is_run(scope: &SeasonScope<'_>, championship: &Championship, ledger: &Ledger) -> bool {
    let listed = |counted: &CountedSession| {
        let SessionRef { weekend, session } = &counted.session;
        let known = scope.season.classification(weekend, session, DateTime::<Utc>::MAX_UTC);
        known.is_some_and(|known| known.complete.holds_for(championship.class.as_ref()))
    };
    scope.season.calendar == Calendar::Complete && !ledger.sessions.is_empty() && ledger.sessions.iter().all(listed)
}

fn tags_are_carried(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let ids = scope.ids();
    for reference in ids.unknown(IdKind::Tag).filter(|_| has_field(scope)) {
        let hint = match ids.nearest(reference) {
            Some(near) => format!("did you mean '{near}'?"),
            None => "write it under \"tags\" of an entry, a row or a drive, or leave it out".to_owned(),
        };
        let message = format!("nobody carries the tag '{}'", reference.id);
        report.note(reference.file, format_args!("{}", reference.path), message, hint);
    }
}
