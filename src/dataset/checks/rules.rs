//! Scoring rules: better places pay more, no place costs points, and no award is paid twice.

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{Depth, Points, Rules, Slug, When};

pub const RULES: &[Rule] = &[
    Rule {
        name: "points-increase",
        holds: "no place pays more than the one before it, so that no table has a hole",
        needs: &[],
        check: RuleCheck::Season(falling),
    },
    Rule {
        name: "negative-points",
        holds: "no place, no award, no phase and no factor costs points",
        needs: &[],
        check: RuleCheck::Season(positive),
    },
    Rule {
        name: "nothing-scores",
        holds: "the sessions, the places and the number of cars that score are not none",
        needs: &[],
        check: RuleCheck::Season(something_scores),
    },
    Rule {
        name: "implausible-points",
        holds: "nothing gives more than 100,000 points, and no factor multiplies by more than 100",
        needs: &[],
        check: RuleCheck::Season(plausible),
    },
    Rule {
        name: "award-named-twice",
        holds: "the rules name an award once",
        needs: &[],
        check: RuleCheck::Season(one_rule_an_award),
    },
    Rule {
        name: "confirmed-beyond-table",
        holds: "no more places are confirmed than the table has",
        needs: &[],
        check: RuleCheck::Season(confirmed),
    },
];

/// Calls `visit` for every set of rules of a season, with its path.
fn each(scope: &SeasonScope<'_>, mut visit: impl FnMut(String, &Rules)) {
    for (id, rules) in &scope.season.rules {
        visit(format!("$.rules{}", PathKey(id.as_str())), rules);
    }
}

fn falling(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            for (index, [before, here]) in scale.points.array_windows().enumerate() {
                if here > before {
                    let place = index + 2;
                    let message = format!("place {place} pays {here}, more than the {before} of the place before it");
                    let path = format_args!("{at}.scales[{s}].points[{}]", index + 1);
                    let hint = "write the points from the first place on, and half points with a dot: 12.5";
                    report.error("season.json", path, message, hint);
                }
            }
            if let (Some(last), Some(rest)) = (scale.points.last(), scale.rest)
                && rest > *last
            {
                let message = format!("every further place pays {rest}, more than the {last} of the last one listed");
                let hint = "write the points of the places that pay more first";
                report.error("season.json", format_args!("{at}.scales[{s}].rest"), message, hint);
            }
        }
    });
}

fn positive(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        let hint = "take points away by an adjustment, or correct the sign";
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            for (index, points) in scale.points.iter().chain(&scale.rest).enumerate() {
                if *points < Points::ZERO {
                    let message = format!("place {} costs {} points", index + 1, -*points);
                    report.error(
                        "season.json",
                        format_args!("{at}.scales[{s}].points[{index}]"),
                        message,
                        hint,
                    );
                }
            }
        }
        for (index, factor) in rules.factors.iter().enumerate() {
            if factor.times < Points::ZERO {
                let message = format!("a factor of {} turns points into a loss", factor.times);
                report.error(
                    "season.json",
                    format_args!("{at}.factors[{index}].times"),
                    message,
                    hint,
                );
            }
        }
        for (index, phase) in rules.phases.iter().enumerate() {
            if phase
                .base
                .iter()
                .chain(&phase.seeds)
                .any(|points| *points < Points::ZERO)
            {
                let message = format!("the phase from round {} starts below nothing", phase.from);
                report.error("season.json", format_args!("{at}.phases[{index}]"), message, hint);
            }
        }
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            if award.points < Points::ZERO {
                let message = format!("'{}' costs {} points", award.award, -award.points);
                report.error(
                    "season.json",
                    format_args!("{at}.awards[{index}].points"),
                    message,
                    hint,
                );
            }
        }
    });
}

fn something_scores(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        let hint = "leave the key out if it is not known";
        if rules.scales.as_ref().is_some_and(Vec::is_empty) {
            let message = "no session scores";
            report.error("season.json", format_args!("{at}.scales"), message, hint);
        }
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            if scale.points.is_empty() && scale.rest.is_none() {
                let path = format_args!("{at}.scales[{s}].points");
                report.error("season.json", path, "no place scores".to_owned(), hint);
            }
        }
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            if award.holder.place == Some(0) {
                let message = format!("nobody who has '{}' has place 0", award.award);
                report.error(
                    "season.json",
                    format_args!("{at}.awards[{index}].holder.place"),
                    message,
                    hint,
                );
            }
        }
        if rules.crew.least_share.is_some_and(|least| least > Points::whole(1)) {
            let message = "no driver drives more than all of a car's laps";
            report.error("season.json", format_args!("{at}.crew.least_share"), message, hint);
        }
        if rules.cars.best == Some(0) {
            report.error(
                "season.json",
                format_args!("{at}.cars.best"),
                "no car scores".to_owned(),
                "write how many cars of a competitor score; without \"cars\" all of them do",
            );
        }
        if rules
            .ties
            .as_ref()
            .is_some_and(|ties| ties.depth == Some(Depth::Place(0)))
        {
            let message = "a countback to no place decides nothing";
            report.error("season.json", format_args!("{at}.ties.depth"), message, hint);
        }
    });
}

/// Maximum plausible number of points for one place, award, phase or adjustment.
const MOST_POINTS: Points = Points::whole(100_000);

/// Maximum plausible factor on points.
const MOST_TIMES: Points = Points::whole(100);

fn plausible(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let hint = "look for a slip of the keyboard";
    let mut look = |path: String, points: Points| {
        if points > MOST_POINTS || points < -MOST_POINTS {
            report.error(
                "season.json",
                format_args!("{path}"),
                format!("{points} points are out of reason"),
                hint,
            );
        }
    };
    each(scope, |at, rules| {
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            look(format!("{at}.scales[{s}].points"), scale.most());
        }
        for (a, award) in rules.awards.iter().flatten().enumerate() {
            look(format!("{at}.awards[{a}].points"), award.points);
        }
        for (p, phase) in rules.phases.iter().enumerate() {
            let most = phase.base.iter().chain(&phase.seeds).max();
            look(format!("{at}.phases[{p}]"), most.copied().unwrap_or_default());
        }
    });
    for (a, adjustment) in scope.season.adjustments.iter().enumerate() {
        look(
            format!("$.adjustments[{a}].points"),
            adjustment.points.unwrap_or_default(),
        );
    }
    each(scope, |at, rules| {
        for (f, factor) in rules
            .factors
            .iter()
            .enumerate()
            .filter(|(_, factor)| factor.times > MOST_TIMES)
        {
            let message = format!("a factor of {} is out of reason", factor.times);
            report.error("season.json", format_args!("{at}.factors[{f}].times"), message, hint);
        }
    });
}

fn one_rule_an_award(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        let mut seen: Vec<(&Slug, &When)> = Vec::new();
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            if seen.contains(&(&award.award, &award.when)) {
                let path = format_args!("{at}.awards[{index}].award");
                let message = format!("'{}' is paid by these rules already", award.award);
                report.error("season.json", path, message, "keep one");
            }
            seen.push((&award.award, &award.when));
        }
    });
}

fn confirmed(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            let there = scale.points.len();
            if let Some(confirmed) = scale.confirmed.filter(|confirmed| usize::from(*confirmed) > there) {
                let message = format!("{confirmed} places are confirmed of the {there} there are");
                let path = format_args!("{at}.scales[{s}].confirmed");
                let hint = "write how many, from the first, are confirmed";
                report.error("season.json", path, message, hint);
            }
        }
    });
}
