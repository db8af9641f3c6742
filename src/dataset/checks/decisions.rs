//! Adjustments by decision: each says one thing, concerns a competitor of its championship, and has an effect.

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{Adjustment, Points, Ranks, Slug, TieStep};
use crate::scoring::Ledger;

pub const RULES: &[Rule] = &[
    Rule {
        name: "unclear-adjustment",
        holds: "an adjustment says one of points, annul, strike, ahead_of and takes_over",
        needs: &[],
        check: RuleCheck::Season(one_thing),
    },
    Rule {
        name: "points-given",
        holds: "points that an adjustment gives are worth a second look: a penalty takes them away",
        needs: &[],
        check: RuleCheck::Season(given),
    },
    Rule {
        name: "adjustment-without-effect",
        holds: "an adjustment concerns somebody and something that the championship counts",
        needs: &[
            "season.json",
            "weekends.json",
            "entries.json",
            "results.json",
            "published.json",
        ],
        check: RuleCheck::Season(effects),
    },
];

fn one_thing(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (a, one) in scope.season.adjustments.iter().enumerate() {
        let said = [
            one.points.is_some(),
            one.annul.is_some(),
            one.strike.is_some(),
            one.ahead_of.is_some(),
            one.takes_over.is_some(),
        ];
        let message = match said.into_iter().filter(|said| *said).count() {
            0 => "this adjustment changes nothing",
            1 => continue,
            _ => "this adjustment says several things",
        };
        let hint = "write one of \"points\", \"annul\", \"strike\", \"ahead_of\" and \"takes_over\"; a decision with two effects is two adjustments";
        report.error(
            "season.json",
            format_args!("$.adjustments[{a}]"),
            message.to_owned(),
            hint,
        );
    }
}

fn given(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (a, one) in scope.season.adjustments.iter().enumerate() {
        if let Some(points) = one.points.filter(|points| *points > Points::ZERO) {
            let message = format!("'{}' is given {points} points: {}", one.competitor, one.reason);
            let hint = format!("write {} if they are taken away; leave it if they are given", -points);
            report.note("season.json", format_args!("$.adjustments[{a}].points"), message, hint);
        }
    }
}

fn effects(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (_, championship, ledger) in scope.ledgers() {
        let decided = scope.season.adjustments.iter().enumerate();
        for (a, one) in decided.filter(|(_, one)| one.championship == championship.id) {
            let rules = scope.season.rules_of(championship);
            let by_decision = rules
                .and_then(|rules| rules.ties.as_ref())
                .is_none_or(|ties| ties.by.contains(&TieStep::Decision));
            for (key, message) in idle(scope, ledger, championship.ranks, one, by_decision) {
                let hint = "correct it, or the rules or entries that it goes with";
                report.error("season.json", format_args!("$.adjustments[{a}].{key}"), message, hint);
            }
        }
    }
}

/// True if an id is one of a competitor; an unknown one is another rule's fault.
fn is_known(scope: &SeasonScope<'_>, ranks: Ranks, who: &Slug) -> bool {
    match ranks {
        Ranks::Driver => scope.series.drivers.contains_key(who),
        Ranks::Entrant => scope.series.teams.contains_key(who),
        Ranks::Make => scope.series.makes.contains_key(who),
        Ranks::Car => true,
    }
}

/// Reasons why an adjustment has no effect, each with the key that is wrong.
fn idle<'c>(
    scope: &SeasonScope<'c>,
    ledger: &Ledger,
    ranks: Ranks,
    one: &'c Adjustment,
    by_decision: bool,
) -> Vec<(String, String)> {
    let table = &ledger.championship;
    let mut found = Vec::new();
    let people = [
        ("competitor", Some(&one.competitor)),
        ("ahead_of", one.ahead_of.as_ref()),
        ("takes_over", one.takes_over.as_ref()),
    ];
    for (key, who) in people.into_iter().filter_map(|(key, who)| Some((key, who?))) {
        if is_known(scope, ranks, who) && !ledger.competitors.contains(who) {
            found.push((
                key.to_owned(),
                format!("'{who}' is in no entry and no result of '{table}'"),
            ));
        }
    }
    if one.points == Some(Points::ZERO) {
        found.push(("points".to_owned(), "no points are given or taken".to_owned()));
    }
    if let Some(former) = &one.takes_over
        && all_from(scope, table, former, |one| one.takes_over.as_ref()).contains(&&one.competitor)
    {
        let message = format!("'{}' cannot take over itself", one.competitor);
        found.push(("takes_over".to_owned(), message));
    }
    if let Some(behind) = &one.ahead_of {
        if all_from(scope, table, behind, |one| one.ahead_of.as_ref()).contains(&&one.competitor) {
            let message = format!("'{}' cannot be both ahead of '{behind}' and behind", one.competitor);
            found.push(("ahead_of".to_owned(), message));
        }
        if !by_decision {
            let message = format!("the ties of '{table}' are never told apart by \"decision\"");
            found.push(("ahead_of".to_owned(), message));
        }
    }
    let annulled = one.annul.iter().flat_map(|annul| &annul.sessions);
    for (s, session) in annulled.enumerate() {
        let known = scope
            .weekend(&session.weekend)
            .is_some_and(|weekend| weekend.session(session.session.as_str()).is_some());
        if known && !ledger.sessions.iter().any(|counted| counted.session == *session) {
            found.push((
                format!("annul.sessions[{s}]"),
                format!("'{session}' does not count for '{table}'"),
            ));
        }
    }
    found
}

/// A competitor and all whom decisions lead to, directly or by way of others.
fn all_from<'c>(
    scope: &SeasonScope<'c>,
    table: &Slug,
    first: &'c Slug,
    next: impl Fn(&'c Adjustment) -> Option<&'c Slug>,
) -> Vec<&'c Slug> {
    let mut found = vec![first];
    let mut at = 0;
    while let Some(who) = found.get(at).copied() {
        let decided = scope.season.adjustments.iter();
        let theirs = decided.filter(|one| one.championship == *table && one.competitor == *who);
        for other in theirs.filter_map(&next) {
            if !found.contains(&other) {
                found.push(other);
            }
        }
        at += 1;
    }
    found
}
