//! Distance and crews: shared cars, laps driven, and the scheduled length of a session.

use std::collections::BTreeSet;

use super::report::Report;
use super::results::{classifications, rows};
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{Classification, Row};

pub const RULES: &[Rule] = &[
    Rule {
        name: "crew-written-twice",
        holds: "a row names its driver or its crew, and nobody twice",
        needs: &[],
        check: RuleCheck::Season(crews),
    },
    Rule {
        name: "drives-too-long",
        holds: "the drivers of a car did not drive more laps than the car did, nor a car more than the leader",
        needs: &[],
        check: RuleCheck::Season(drives),
    },
    Rule {
        name: "impossible-course",
        holds: "a result has no more laps than the leader ran, and no more green ones than there were",
        needs: &[],
        check: RuleCheck::Season(courses),
    },
];

fn crews(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, _, r, row) in rows(scope) {
        let at = format!("$.classifications[{c}].rows[{r}]");
        if row.driver.is_some() && !row.crew.is_empty() {
            let message = "this row names a driver and a crew";
            let hint = "write all drivers under \"crew\", the one who started first, and leave \"driver\" out";
            report.error("results.json", format_args!("{at}.driver"), message, hint);
        }
        let mut seen = BTreeSet::new();
        for (m, member) in row.crew.iter().enumerate() {
            if !seen.insert(member.driver()) {
                let message = format!("'{}' is in this crew already", member.driver());
                report.error("results.json", format_args!("{at}.crew[{m}]"), message, "keep one");
            }
        }
    }
}

/// Laps of all drivers of a car together, as far as known.
fn driven(row: &Row) -> u32 {
    let drives = row.crew.iter().filter_map(|member| member.drive());
    drives.filter_map(|drive| drive.laps).map(u32::from).sum()
}

fn drives(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification, r, row) in rows(scope) {
        let at = format!("$.classifications[{c}].rows[{r}]");
        let (driven, hint) = (driven(row), "correct one of the two numbers");
        if let Some(laps) = row.laps.filter(|laps| driven > u32::from(*laps)) {
            let message = format!("its drivers drove {driven} laps, and the car {laps}");
            report.error("results.json", format_args!("{at}.crew"), message, hint);
        }
        let most = classification.leader_laps.max(classification.laps);
        if let Some((laps, most)) = row.laps.zip(most).filter(|(laps, most)| laps > most) {
            let message = format!("{laps} laps are more than the {most} of the winner");
            report.error("results.json", format_args!("{at}.laps"), message, hint);
        }
    }
}

fn courses(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for (key, message) in impossible(classification) {
            let path = format_args!("$.classifications[{c}].{key}");
            report.error("results.json", path, message, "correct one of the two numbers");
        }
        let run_on = classification.laps.zip(classification.scheduled_laps);
        if let Some((laps, scheduled)) = run_on.filter(|(laps, scheduled)| *scheduled > 0 && laps > scheduled) {
            let message = format!("{laps} laps were run of {scheduled}");
            let path = format_args!("$.classifications[{c}].laps");
            let hint = "correct one of the two numbers, unless the race was run on to finish under green";
            report.note("results.json", path, message, hint);
        }
    }
}

fn impossible(classification: &Classification) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let leader = classification.leader_laps.or(classification.laps);
    if classification.scheduled_laps == Some(0) {
        found.push(("scheduled_laps", "no lap was scheduled".to_owned()));
    }
    if let Some((led, laps)) = classification
        .leader_laps
        .zip(classification.laps)
        .filter(|(led, laps)| led < laps)
    {
        found.push((
            "leader_laps",
            format!("the leader ran {led} laps, and the winner has {laps}"),
        ));
    }
    if let Some((green, all)) = classification.green_laps.zip(leader).filter(|(green, all)| green > all) {
        found.push(("green_laps", format!("{green} laps were green, of {all}")));
    }
    found
}
