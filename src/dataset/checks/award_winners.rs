//! Winners of awards: each award is won once, and stands in the class whose table pays it.

use std::collections::BTreeMap;

use super::report::Report;
use super::results::{class_of, classifications};
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{Award, AwardId, ClassId, Classification, Season};

pub const RULES: &[Rule] = &[
    Rule {
        name: "award-won-twice",
        holds: "nobody wins an award twice, and one that several win, where the rules do not say so, is worth a second look",
        needs: &["season.json"],
        check: RuleCheck::Season(won_once),
    },
    Rule {
        name: "award-without-class",
        holds: "an award that the table of a class pays names that class",
        needs: &["entries.json", "season.json"],
        check: RuleCheck::Season(class_is_named),
    },
];

/// True if the rules let several win an award in one session.
fn may_be_several(season: &Season, award: &AwardId) -> bool {
    let rules = season.rules.values().flat_map(|rules| rules.awards.iter().flatten());
    rules.filter(|rule| rule.award == *award).any(|rule| rule.several)
}

fn of_class(class: Option<&ClassId>) -> String {
    class.map_or_else(String::new, |class| format!(" in '{class}'"))
}

/// True if two winners of an award shared it: in one car, or with the same time.
fn share(classification: &Classification, one: &Award, other: &Award) -> bool {
    let crew = classification
        .rows
        .iter()
        .find(|row| row.drivers().any(|driver| Some(driver) == one.driver.as_ref()));
    let in_one_car = crew.is_some_and(|row| row.drivers().any(|driver| Some(driver) == other.driver.as_ref()));
    in_one_car || (one.time.is_some() && one.time == other.time)
}

fn won_once(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        let mut won: BTreeMap<(&AwardId, Option<&ClassId>, u16), &Award> = BTreeMap::new();
        for (a, award) in classification.awards.iter().enumerate() {
            let key = (&award.award, award.class.as_ref(), award.place.unwrap_or(1));
            let Some(first) = won.insert(key, award) else { continue };
            let path = format_args!("$.classifications[{c}].awards[{a}]");
            let class = of_class(award.class.as_ref());
            if (&first.driver, &first.car) == (&award.driver, &award.car) {
                let message = format!("'{}'{class} is won twice by the same", award.award);
                report.error("results.json", path, message, "remove one, or correct the class");
            } else if !may_be_several(scope.season, &award.award) && !share(classification, first, award) {
                let message = format!("'{}'{class} is won already: several win it", award.award);
                let hint = "remove one, or correct the class; leave both if they hold it together";
                report.note("results.json", path, message, hint);
            }
        }
    }
}

/// True if the table of a class pays an award; of no class, that over all cars.
fn pays(season: &Season, class: Option<&ClassId>, award: &AwardId) -> bool {
    let tables = season.championships.iter().filter(|one| one.class.as_ref() == class);
    // Rules that do not tell their awards may pay it.
    let mut rules = tables.filter_map(|one| season.rules_of(one));
    rules.any(|rules| match &rules.awards {
        Some(awards) => awards.iter().any(|rule| rule.award == *award),
        None => class.is_none(),
    })
}

fn class_is_named(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for (a, award) in classification.awards.iter().enumerate() {
            let (driver, car) = (award.driver.as_ref(), award.car.as_ref());
            let who = driver.map(|driver| format!("'{driver}'"));
            let who = who.or_else(|| car.map(|car| format!("car {car}")));
            let Some(who) = who.filter(|_| award.class.is_none()) else {
                continue;
            };
            let mut rows = classification.rows.iter();
            let row = rows.find(|row| row.drivers().any(|one| Some(one) == driver));
            let weekend = &classification.session.weekend;
            let entered = || scope.season.entry(weekend, driver, car)?.class.as_ref();
            let class = row.and_then(|row| class_of(scope.season, classification, row));
            let Some(class) = class.or_else(entered) else {
                continue;
            };
            let of = |one: &Award| one.award == award.award && one.class.as_ref() == Some(class);
            let is_there = classification.awards.iter().any(of);
            if is_there || pays(scope.season, None, &award.award) || !pays(scope.season, Some(class), &award.award) {
                continue;
            }
            let message = format!(
                "'{}' of {who} names no class, and only the table of '{class}' pays it",
                award.award
            );
            let path = format_args!("$.classifications[{c}].awards[{a}]");
            report.error("results.json", path, message, format!("write \"class\": \"{class}\""));
        }
    }
}
