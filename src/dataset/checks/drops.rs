//! Dropped results: each part says how many, there are more than that, and no two parts overlap.

use std::collections::BTreeSet;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{Calendar, Drops, RoundLabel, SessionStatus, Span};

pub const RULES: &[Rule] = &[
    Rule {
        name: "unclear-drops",
        holds: "each part of the drops says how many count or how many do not, and not both",
        needs: &[],
        check: RuleCheck::Season(clear),
    },
    Rule {
        name: "overlapping-drops",
        holds: "no round belongs to two parts of the drops",
        needs: &["weekends.json"],
        check: RuleCheck::Season(apart),
    },
    Rule {
        name: "too-many-drops",
        holds: "fewer results are dropped, and fewer starts are asked for, than there are",
        needs: &["weekends.json"],
        check: RuleCheck::Season(possible),
    },
];

fn clear(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (id, rules) in &scope.season.rules {
        for (d, drops) in rules.drops.iter().flatten().enumerate() {
            let message = match (drops.best, drops.worst) {
                (Some(_), Some(_)) => "both how many count and how many do not is written",
                (None, None) => "neither how many count nor how many do not is written",
                (Some(0), None) => "no result counts",
                (None, Some(0)) => "nothing is dropped",
                _ => continue,
            };
            let path = format_args!("$.rules{}.drops[{d}]", PathKey(id.as_str()));
            let hint = "write \"best\" or \"worst\"; \"drops\": [] says that nothing is dropped";
            report.error("season.json", path, message.to_owned(), hint);
        }
    }
}

/// First and last round of a part, counted from 0, as far as its labels are known.
fn extent(scope: &SeasonScope<'_>, drops: &Drops) -> (usize, usize) {
    let Span { from, to } = drops.rounds.clone().unwrap_or_default();
    let at = |label: Option<RoundLabel>| label.and_then(|label| scope.round(&label));
    (at(from).unwrap_or(0), at(to).unwrap_or(usize::MAX))
}

fn apart(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (id, rules) in &scope.season.rules {
        let parts: Vec<(usize, usize)> = rules.drops.iter().flatten().map(|drops| extent(scope, drops)).collect();
        for (d, (from, to)) in parts.iter().enumerate() {
            let meets = |(_, (first, last)): &(usize, &(usize, usize))| first <= to && from <= last;
            if let Some((other, _)) = parts.iter().enumerate().take(d).find(meets) {
                let at = format!("$.rules{}", PathKey(id.as_str()));
                let message = format!("rounds of this part belong to drop {} too", other + 1);
                let hint = "give each part its own \"rounds\": a result can be dropped once";
                report.error("season.json", format_args!("{at}.drops[{d}].rounds"), message, hint);
            }
        }
    }
}

fn possible(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    // The number of results is unknown while weekends are missing from the calendar.
    if scope.season.calendar == Calendar::Partial {
        return;
    }
    // Cancelled sessions leave the number that counts as it is: the best eleven of sixteen are still eleven.
    let sessions = scope.season.weekends.iter().flat_map(|weekend| &weekend.sessions);
    let not_held = sessions
        .filter(|one| one.round.is_some() && one.status == SessionStatus::Cancelled)
        .count();
    let mut told = BTreeSet::new();
    for (championship, at, rules, ledger) in scope.scored() {
        // Rules that several championships share are told of once.
        let mut tell = |path: std::fmt::Arguments<'_>, message: String, hint: &str| {
            if told.insert(path.to_string()) {
                report.error("season.json", path, message, hint);
            }
        };
        // Drops of a championship without a session have no effect.
        if ledger.sessions.is_empty() {
            continue;
        }
        let mut rounds: Vec<&str> = ledger.sessions.iter().map(|counted| counted.round.as_str()).collect();
        rounds.dedup();
        if let Some(least) = rules.least_rounds.filter(|least| usize::from(*least) > rounds.len()) {
            let message = format!("'{}' asks for {least} rounds and has {}", championship.id, rounds.len());
            tell(
                format_args!("{at}.least_rounds"),
                message,
                "correct the number, or nobody is listed",
            );
        }
        for (d, drops) in rules.drops.iter().flatten().enumerate() {
            let Some((results, protected)) = ledger.droppable(d) else {
                continue;
            };
            let (key, what) = match (drops.best.map(usize::from), drops.worst.map(usize::from)) {
                (Some(best), None) if (protected + 1..results + protected + not_held).contains(&best) => continue,
                (None, Some(worst)) if worst < results => continue,
                // Both keys at once, and neither, are another rule's faults.
                (Some(_), Some(_)) | (Some(0), _) => continue,
                (Some(best), _) if protected > 0 => (
                    "best",
                    format!("counts {best} results, {protected} of which cannot be dropped, and {results} can"),
                ),
                (Some(best), _) => (
                    "best",
                    format!("counts {best} of the {results} results that can be dropped"),
                ),
                (None, Some(worst)) => (
                    "worst",
                    format!("drops {worst} of the {results} results that can be dropped"),
                ),
                (None, None) => continue,
            };
            let message = format!("'{}' {what}", championship.id);
            let hint = "write how many results count or do not; \"drops\": [] says that nothing is dropped";
            tell(format_args!("{at}.drops[{d}].{key}"), message, hint);
        }
    }
}
