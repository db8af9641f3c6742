//! Awards of sessions: pole and fastest lap go to a driver of the right class, and the rules name every award.

use super::report::Report;
use super::results::{class_of, classifications};
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::references::IdKind;
use crate::domain::ClassId;

pub const RULES: &[Rule] = &[
    Rule {
        name: "award-in-wrong-class",
        holds: "an award of a class goes to somebody of that class",
        needs: &["entries.json", "season.json"],
        check: RuleCheck::Season(award_classes),
    },
    Rule {
        name: "unknown-award",
        holds: "an award is pole, fastest lap, or one the season's rules name",
        needs: &["season.json"],
        check: RuleCheck::Season(awards_known),
    },
    Rule {
        name: "paid-at-stage",
        holds: "awards and points as printed stand in the classification of a session's end, not in that of a stage",
        needs: &[],
        check: RuleCheck::Season(at_the_end),
    },
];

fn award_classes(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for (a, award) in classification.awards.iter().enumerate() {
            let (Some(class), Some(driver)) = (&award.class, &award.driver) else {
                continue;
            };
            let rows = classification
                .rows
                .iter()
                .filter(|row| row.drivers().any(|one| one == driver));
            let mut classes: Vec<&ClassId> = rows
                .filter_map(|row| class_of(scope.season, classification, row))
                .collect();
            if classes.is_empty() {
                let weekend = &classification.session.weekend;
                let entry = scope.season.entry(weekend, Some(driver), award.car.as_ref());
                classes.extend(entry.and_then(|entry| entry.class.as_ref()));
            }
            if let Some(of) = classes.first().filter(|_| !classes.contains(&class)) {
                let message = format!("'{driver}' is in '{of}', and cannot win this in '{class}'");
                let path = format_args!("$.classifications[{c}].awards[{a}].driver");
                report.error("results.json", path, message, "correct the driver or the class");
            }
        }
    }
}

fn awards_known(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let ids = scope.ids();
    for reference in ids.unknown(IdKind::Award) {
        let hint = match ids.nearest(reference) {
            Some(near) => format!("did you mean '{near}'?"),
            None => "correct it, or name it under \"awards\" of the rules in season.json".to_owned(),
        };
        let message = format!("'{}' is no award that the rules know", reference.id);
        report.error(reference.file, format_args!("{}", reference.path), message, hint);
    }
}

fn at_the_end(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        let Some(stage) = &classification.stage else { continue };
        let lists = [
            ("awards", classification.awards.is_empty()),
            ("cells", classification.cells.is_empty()),
        ];
        for (key, _) in lists.iter().filter(|(_, empty)| !empty) {
            let path = format_args!("$.classifications[{c}].{key}");
            let message = format!("the order at '{stage}' has {key}, which are paid at the end alone");
            let hint = "move them to the classification of the session without a stage";
            report.error("results.json", path, message, hint);
        }
    }
}
