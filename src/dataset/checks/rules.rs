//! Scoring rules make sense: better places pay more, and no more is dropped than there is.

use chrono::{DateTime, Utc};

use super::report::Report;
use super::scope::Scope;
use super::{Check, Rule};
use crate::dataset::place::Step;
use crate::domain::{Calendar, Depth, Points, Rules, Slug, When};
use crate::scoring::Ledger;

pub const RULES: &[Rule] = &[
    Rule {
        name: "points-increase",
        holds: "no place pays more than the one before it",
        needs: &[],
        check: Check::Season(falling),
    },
    Rule {
        name: "negative-points",
        holds: "no place and no award costs points",
        needs: &[],
        check: Check::Season(positive),
    },
    Rule {
        name: "nothing-scores",
        holds: "the sessions, the places and the number of cars that score are not none",
        needs: &[],
        check: Check::Season(something_scores),
    },
    Rule {
        name: "award-named-twice",
        holds: "the rules name an award once",
        needs: &[],
        check: Check::Season(one_rule_an_award),
    },
    Rule {
        name: "confirmed-beyond-table",
        holds: "no more places are confirmed than the table has",
        needs: &[],
        check: Check::Season(confirmed),
    },
    Rule {
        name: "too-many-drops",
        holds: "fewer results are dropped than there are sessions to drop",
        needs: &["weekends.json"],
        check: Check::Season(drops),
    },
];

/// Calls `visit` for all rules of a season, with their path.
fn each(scope: &Scope<'_>, mut visit: impl FnMut(String, &Rules)) {
    for (id, rules) in &scope.season.rules {
        visit(format!("$.rules{}", Step(id.as_str())), rules);
    }
}

fn falling(scope: &Scope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            for (index, [before, here]) in scale.points.array_windows().enumerate() {
                if here > before {
                    let place = index + 2;
                    let message = format!("place {place} pays {here}, more than the {before} of the place before it");
                    let path = format_args!("{at}.scales[{s}].points[{}]", index + 1);
                    let hint = "write the points from the first place on";
                    report.error(&scope.file("season.json"), path, message, hint);
                }
            }
            if let (Some(last), Some(rest)) = (scale.points.last(), scale.rest)
                && rest > *last
            {
                let message = format!("every further place pays {rest}, more than the {last} of the last one listed");
                let hint = "write the points of the places that pay more first";
                report.error(
                    &scope.file("season.json"),
                    format_args!("{at}.scales[{s}].rest"),
                    message,
                    hint,
                );
            }
        }
    });
}

fn positive(scope: &Scope<'_>, report: &mut Report<'_>) {
    let file = scope.file("season.json");
    each(scope, |at, rules| {
        let hint = "take points away by an adjustment, or correct the sign";
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            for (index, points) in scale.points.iter().chain(&scale.rest).enumerate() {
                if *points < Points::ZERO {
                    let message = format!("place {} costs {} points", index + 1, -*points);
                    report.error(&file, format_args!("{at}.scales[{s}].points[{index}]"), message, hint);
                }
            }
        }
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            if award.points < Points::ZERO {
                let message = format!("'{}' costs {} points", award.award, -award.points);
                report.error(&file, format_args!("{at}.awards[{index}].points"), message, hint);
            }
        }
    });
}

fn something_scores(scope: &Scope<'_>, report: &mut Report<'_>) {
    let file = scope.file("season.json");
    each(scope, |at, rules| {
        let hint = "leave the key out if it is not known";
        if rules.scales.as_ref().is_some_and(Vec::is_empty) {
            let message = "no session scores".to_owned();
            report.error(&file, format_args!("{at}.scales"), message, hint);
        }
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            if scale.points.is_empty() && scale.rest.is_none() {
                let path = format_args!("{at}.scales[{s}].points");
                report.error(&file, path, "no place scores".to_owned(), hint);
            }
        }
        if rules.cars.best == Some(0) {
            report.error(&file, format_args!("{at}.cars.best"), "no car scores".to_owned(), hint);
        }
        if rules
            .ties
            .as_ref()
            .is_some_and(|ties| ties.depth == Some(Depth::Place(0)))
        {
            let message = "a countback to no place decides nothing".to_owned();
            report.error(&file, format_args!("{at}.ties.depth"), message, hint);
        }
    });
}

fn one_rule_an_award(scope: &Scope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        let mut seen: Vec<(&Slug, &When)> = Vec::new();
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            if seen.contains(&(&award.award, &award.when)) {
                let path = format_args!("{at}.awards[{index}].award");
                let message = format!("'{}' is paid by these rules already", award.award);
                report.error(&scope.file("season.json"), path, message, "keep one");
            }
            seen.push((&award.award, &award.when));
        }
    });
}

fn confirmed(scope: &Scope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            let there = scale.points.len();
            if let Some(confirmed) = scale.confirmed.filter(|confirmed| usize::from(*confirmed) > there) {
                let message = format!("{confirmed} places are confirmed of the {there} there are");
                let path = format_args!("{at}.scales[{s}].confirmed");
                let hint = "write how many, from the first, are confirmed";
                report.error(&scope.file("season.json"), path, message, hint);
            }
        }
    });
}

fn drops(scope: &Scope<'_>, report: &mut Report<'_>) {
    // Of a season with weekends to come it is not known how many results there will be.
    if scope.season.calendar == Calendar::Partial {
        return;
    }
    for championship in &scope.season.championships {
        let Some((id, rules)) = championship
            .rules
            .as_ref()
            .and_then(|id| Some((id, scope.season.rules.get(id)?)))
        else {
            continue;
        };
        // The ledger knows how sessions make up results, and which of them can be dropped.
        let ledger = Ledger::new(scope.season, championship, scope.series.zone, |_, _| {
            DateTime::<Utc>::MIN_UTC
        });
        for (d, drops) in rules.drops.iter().flatten().enumerate() {
            let Some(results) = ledger.droppable(d).filter(|results| *results > 0) else {
                continue;
            };
            let (key, number) = match (drops.best, drops.worst) {
                (Some(best), None) if usize::from(best) < results => continue,
                (None, Some(worst)) if usize::from(worst) < results => continue,
                (Some(best), _) => ("best", best),
                (None, Some(worst)) => ("worst", worst),
                (None, None) => continue,
            };
            let what = if key == "best" { "counts" } else { "drops" };
            let message = format!(
                "'{}' {what} {number} of the {results} results that can be dropped",
                championship.id
            );
            let path = format_args!("$.rules{}.drops[{d}].{key}", Step(id.as_str()));
            let hint = "write how many results count or do not; \"drops\": [] says that nothing is dropped";
            report.error(&scope.file("season.json"), path, message, hint);
        }
    }
}
