//! Unknown points: where a table cannot be computed though the results are known, the rule or award that is missing.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{Championship, Classification, Rules};
use crate::scoring::applies::{Rounds, SeasonSession, may_hold, places, rounds};

pub const RULES: &[Rule] = &[
    Rule {
        name: "rules-incomplete",
        holds: "rules that do not say all that a table needs are told, with what they lack",
        needs: &["season.json"],
        check: RuleCheck::Season(rules_say_all),
    },
    Rule {
        name: "award-not-known",
        holds: "a complete result that does not say who won an award that the rules pay is told, since no table is known then",
        needs: &["season.json", "weekends.json", "entries.json", "results.json"],
        check: RuleCheck::Sound(awards_are_known),
    },
];

fn lacking(rules: &Rules) -> Vec<&'static str> {
    let parts = [
        ("\"scales\"", rules.scales.is_none()),
        ("\"awards\"", rules.awards.is_none()),
        ("\"drops\"", rules.drops.is_none()),
        ("\"ties\"", rules.ties.is_none()),
    ];
    parts.iter().filter(|(_, lacks)| *lacks).map(|(key, _)| *key).collect()
}

fn rules_say_all(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, championship) in scope.season.championships.iter().enumerate() {
        let Some(rules) = scope.season.rules_of(championship) else {
            continue;
        };
        let lacking = lacking(rules);
        if !lacking.is_empty() && !scope.season.classifications.is_empty() {
            let message = format!(
                "no table of '{}' is computed: its rules do not say {}",
                championship.id,
                lacking.join(", ")
            );
            let path = format_args!("$.championships[{c}].rules");
            let hint = "write them, [] where there are none; leave them out if they are not known";
            report.note("season.json", path, message, hint);
        }
    }
}

/// Names of the awards that the rules pay in a session and its classification says nothing of.
fn untold<'r>(
    rules: &'r Rules,
    championship: &Championship,
    classification: &Classification,
    at: &SeasonSession<'_>,
    rounds: &Rounds<'_>,
) -> Vec<&'r str> {
    let awards = rules
        .awards
        .iter()
        .flatten()
        .filter(|rule| may_hold(&rule.when, at, rounds));
    let is_told = |award: &str| {
        let mut told = classification.awards.iter();
        told.any(|one| one.award == *award && one.class == championship.class)
    };
    awards
        .map(|rule| rule.award.as_str())
        .filter(|award| !is_told(award))
        .collect()
}

fn awards_are_known(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let rounds = rounds(scope.season);
    let places = places(scope.season, &rounds);
    let mut told: BTreeMap<(usize, String), Vec<&str>> = BTreeMap::new();
    for (championship, _, rules, ledger) in scope.scored() {
        for (index, counted) in ledger.sessions.iter().enumerate() {
            let mut known = scope.season.classifications.iter().enumerate();
            let of = |(_, one): &(usize, &Classification)| one.stage.is_none() && one.session == counted.session;
            let Some((c, classification)) = known.find(of) else {
                continue;
            };
            let is_exact = |score: &crate::scoring::Score| score.award_points.exact().is_some();
            let scores = ledger.session(index, DateTime::<Utc>::MAX_UTC);
            if !classification.complete.holds_for(championship.class.as_ref()) || scores.iter().all(is_exact) {
                continue;
            }
            let is_it = |place: &&SeasonSession<'_>| {
                place.weekend.id == counted.session.weekend && place.session.id == counted.session.session
            };
            let Some(at) = places.iter().find(is_it) else { continue };
            let class = championship
                .class
                .as_ref()
                .map_or_else(String::new, |class| format!(" in '{class}'"));
            for award in untold(rules, championship, classification, at, &rounds) {
                told.entry((c, format!("'{award}'{class}")))
                    .or_default()
                    .push(championship.id.as_str());
            }
        }
    }
    for ((c, award), championships) in told {
        let message = format!(
            "who won {award} is not said, so that no table of '{}' is known from here on",
            championships.join("', '")
        );
        let path = format_args!("$.classifications[{c}].awards");
        let hint = "write the award with its winner, or without one if nobody won it";
        report.note("results.json", path, message, hint);
    }
}
