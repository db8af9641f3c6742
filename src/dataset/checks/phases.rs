//! Phases of a championship: they follow each other, cut the field down, and carry points that were paid.

use std::collections::BTreeSet;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{Phase, Rules, Slug};

pub const RULES: &[Rule] = &[
    Rule {
        name: "phases-out-of-order",
        holds: "a phase begins with a round that counts, behind the first one, and behind the phase before it",
        needs: &["weekends.json"],
        check: RuleCheck::Season(in_order),
    },
    Rule {
        name: "impossible-phase",
        holds: "a phase changes something, lets somebody go on, and no more than went on before",
        needs: &[],
        check: RuleCheck::Season(possible),
    },
    Rule {
        name: "phase-cuts-nobody",
        holds: "a phase that lets as many go on as there are is worth a second look",
        needs: &["entries.json", "results.json", "weekends.json"],
        check: RuleCheck::Season(cuts),
    },
    Rule {
        name: "unpaid-pool",
        holds: "a phase carries counts that something pays into, and what is paid into a count is carried",
        needs: &[],
        check: RuleCheck::Season(pools),
    },
];

fn in_order(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (championship, at, rules, ledger) in scope.scored() {
        let mut before = 0;
        for (p, phase) in rules.phases.iter().enumerate() {
            // An unknown label is another rule's fault.
            if scope.round(&phase.from).is_none() {
                continue;
            }
            let first = ledger.sessions.iter().position(|counted| counted.round == phase.from);
            let message = match first {
                None => format!("round {} does not count for '{}'", phase.from, championship.id),
                Some(0) => format!("nothing of '{}' is before round {}", championship.id, phase.from),
                Some(first) if first <= before => format!("round {} is no later than the phase before it", phase.from),
                Some(first) => {
                    before = first;
                    continue;
                }
            };
            let path = format_args!("{at}.phases[{p}].from");
            let hint = "write the label of the first round of each phase, in the order of the season";
            report.error("season.json", path, message, hint);
        }
    }
}

/// Phases of a set of rules, each with its path and the one before it.
fn phases<'c>(rules: &'c Rules, id: &Slug) -> impl Iterator<Item = (String, &'c Phase, Option<&'c Phase>)> {
    let at = format!("$.rules{}", PathKey(id.as_str()));
    let before = std::iter::once(None).chain(rules.phases.iter().map(Some));
    let pairs = rules.phases.iter().zip(before).enumerate();
    pairs.map(move |(p, (phase, before))| (format!("{at}.phases[{p}]"), phase, before))
}

fn possible(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (id, rules) in &scope.season.rules {
        for (at, phase, before) in phases(rules, id) {
            let best = phase.qualify.map(|qualify| qualify.best);
            let earlier = before.and_then(|phase| phase.qualify).map(|qualify| qualify.best);
            let idle = best.is_none() && phase.base.is_none() && phase.seeds.is_empty() && phase.carry.is_empty();
            if idle && !phase.by_finish {
                let hint = "say who goes on, or what everybody starts from";
                report.error(
                    "season.json",
                    format_args!("{at}"),
                    "nothing changes with this phase".to_owned(),
                    hint,
                );
            }
            if best == Some(0) {
                let hint = "write how many go on; leave \"qualify\" out if all do";
                report.error(
                    "season.json",
                    format_args!("{at}.qualify.best"),
                    "nobody goes on".to_owned(),
                    hint,
                );
            }
            if let (Some(best), Some(earlier)) = (best, earlier)
                && best > earlier
            {
                let message = format!("{best} go on, more than the {earlier} who went on before");
                let hint = "correct one of the two numbers";
                report.error("season.json", format_args!("{at}.qualify.best"), message, hint);
            }
            if phase.by_finish && rules.phases.last() != Some(phase) {
                let message = "a phase before the last decides nothing by the finish";
                let hint = "write it in the last phase";
                report.error("season.json", format_args!("{at}.by_finish"), message, hint);
            }
        }
    }
}

fn cuts(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (championship, at, rules, ledger) in scope.scored() {
        let field = ledger.competitors.len();
        for (p, phase) in rules.phases.iter().enumerate() {
            let Some(qualify) = phase.qualify.filter(|qualify| usize::from(qualify.best) >= field) else {
                continue;
            };
            // Without entries the size of the field is unknown.
            if field > 0 {
                let message = format!("{} go on, and '{}' has {field}", qualify.best, championship.id);
                let path = format_args!("{at}.phases[{p}].qualify.best");
                let hint = "correct the number, or add the entries that are missing";
                report.note("season.json", path, message, hint);
            }
        }
    }
}

fn pools(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (id, rules) in &scope.season.rules {
        let at = format!("$.rules{}", PathKey(id.as_str()));
        let scales = rules.scales.iter().flatten().enumerate();
        let scales = scales.filter_map(|(s, scale)| Some((format!("{at}.scales[{s}].pool"), scale.pool.as_ref()?)));
        let awards = rules.awards.iter().flatten().enumerate();
        let awards = awards.filter_map(|(a, award)| Some((format!("{at}.awards[{a}].pool"), award.pool.as_ref()?)));
        let seeds = rules.phases.iter().enumerate();
        let seeds = seeds.filter_map(|(p, phase)| Some((format!("{at}.phases[{p}].pool"), phase.pool.as_ref()?)));
        let paid: Vec<(String, &Slug)> = scales.chain(awards).chain(seeds).collect();
        let carried: BTreeSet<&Slug> = rules.phases.iter().flat_map(|phase| &phase.carry).collect();
        for (p, phase) in rules.phases.iter().enumerate() {
            for (c, pool) in phase.carry.iter().enumerate() {
                if !paid.iter().any(|(_, paid)| *paid == pool) {
                    let message = format!("nothing pays into '{pool}'");
                    let hint = "name it as \"pool\" of a scale, an award or the seeds, or correct the name";
                    report.error(
                        "season.json",
                        format_args!("{at}.phases[{p}].carry[{c}]"),
                        message,
                        hint,
                    );
                }
            }
        }
        for (path, pool) in paid.iter().filter(|(_, pool)| !carried.contains(pool)) {
            let message = format!("what is paid into '{pool}' counts for nothing: no phase carries it");
            let hint = "name it under \"carry\" of a phase, or leave \"pool\" out";
            report.note("season.json", format_args!("{path}"), message, hint);
        }
    }
}
