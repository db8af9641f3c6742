//! Pasted classifications: no two sessions have the same order with the same times.

use std::collections::BTreeMap;

use super::report::Report;
use super::results::classifications;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{Classification, Row};

pub const RULES: &[Rule] = &[Rule {
    name: "same-classification",
    holds: "no two sessions have the same rows with the same times; the same long order is worth a second look",
    needs: &[],
    check: RuleCheck::Season(pasted),
}];

/// Number of cars whose order does not come out the same twice by chance.
const LONG: usize = 8;

/// Key of an order: each car's place, number and first driver.
fn order(classification: &Classification) -> Vec<String> {
    let row = |row: &Row| {
        let driver = row.drivers().next();
        format!("{:?} {:?} {driver:?}", row.place, row.car)
    };
    classification.rows.iter().map(row).collect()
}

/// Times of a classification that cannot be the same twice.
fn times(classification: &Classification) -> Vec<(Option<&str>, Option<&str>)> {
    let rows = classification.rows.iter();
    rows.map(|row| (row.time.as_deref(), row.best_lap.as_deref())).collect()
}

fn pasted(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<Vec<String>, (usize, &Classification)> = BTreeMap::new();
    for (c, classification) in classifications(scope).filter(|(_, one)| one.rows.len() > 1) {
        let (first, before) = *seen.entry(order(classification)).or_insert((c, classification));
        if before.session == classification.session {
            continue;
        }
        let times = times(classification);
        let has_times = times.iter().any(|(time, best)| time.is_some() || best.is_some());
        let path = format_args!("$.classifications[{c}].rows");
        let of = format!("'{}' (classification {})", before.session, first + 1);
        if has_times && times == self::times(before) {
            let message = format!("these are the rows of {of}, times and all");
            report.error(
                "results.json",
                path,
                message,
                "write the rows of this session, or remove it",
            );
        } else if !has_times && classification.rows.len() >= LONG {
            let message = format!("this is the order of {of}, car by car");
            report.note("results.json", path, message, "look whether it was pasted twice");
        }
    }
}
