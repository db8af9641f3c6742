//! Scoring rules make sense: better places pay more, and no more is dropped than there is.

use super::report::Report;
use super::scope::Scope;
use super::{Check, Rule};
use crate::dataset::place::Step;
use crate::domain::{Calendar, Championship, Points, Rules, SessionStatus, Slug};

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
        let points = rules.places.as_ref().map_or(&[][..], |places| &places.points);
        for (index, [before, here]) in points.array_windows().enumerate() {
            if here > before {
                let message = format!(
                    "place {} pays {here}, more than the {before} of the place before it",
                    index + 2
                );
                let path = format_args!("{at}.places.points[{}]", index + 1);
                let hint = "write the points from the first place on";
                report.error(&scope.file("season.json"), path, message, hint);
            }
        }
    });
}

fn positive(scope: &Scope<'_>, report: &mut Report<'_>) {
    let file = scope.file("season.json");
    each(scope, |at, rules| {
        let hint = "take points away by an adjustment, or correct the sign";
        for (index, points) in rules.places.iter().flat_map(|places| &places.points).enumerate() {
            if *points < Points::ZERO {
                let message = format!("place {} costs {} points", index + 1, -*points);
                report.error(&file, format_args!("{at}.places.points[{index}]"), message, hint);
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
        if rules.sessions.is_empty() {
            report.error(
                &file,
                format_args!("{at}.sessions"),
                "no kind of session scores".to_owned(),
                hint,
            );
        }
        if rules.places.as_ref().is_some_and(|places| places.points.is_empty()) {
            report.error(
                &file,
                format_args!("{at}.places.points"),
                "no place scores".to_owned(),
                hint,
            );
        }
        if rules.best_cars == Some(0) {
            report.error(&file, format_args!("{at}.best_cars"), "no car scores".to_owned(), hint);
        }
        if rules.ties.as_ref().is_some_and(|ties| ties.depth == Some(0)) {
            let message = "a countback to no place decides nothing".to_owned();
            report.error(&file, format_args!("{at}.ties.depth"), message, hint);
        }
    });
}

fn one_rule_an_award(scope: &Scope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        let mut seen: Vec<&Slug> = Vec::new();
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            if seen.contains(&&award.award) {
                let path = format_args!("{at}.awards[{index}].award");
                let message = format!("'{}' is paid by these rules already", award.award);
                report.error(&scope.file("season.json"), path, message, "keep one");
            }
            seen.push(&award.award);
        }
    });
}

fn confirmed(scope: &Scope<'_>, report: &mut Report<'_>) {
    each(scope, |at, rules| {
        let Some(places) = &rules.places else { return };
        if let Some(confirmed) = places
            .confirmed
            .filter(|confirmed| usize::from(*confirmed) > places.points.len())
        {
            let message = format!(
                "{confirmed} places are confirmed of the {} there are",
                places.points.len()
            );
            let path = format_args!("{at}.places.confirmed");
            report.error(
                &scope.file("season.json"),
                path,
                message,
                "write how many, from the first, are confirmed",
            );
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
        let Some(drops) = &rules.drops else { continue };
        let sessions = droppable(scope, championship, rules, drops.until.as_ref());
        if sessions > 0 && usize::from(drops.worst) >= sessions {
            let message = format!(
                "'{}' drops {} of the {sessions} results that can be dropped",
                championship.id, drops.worst
            );
            let path = format_args!("$.rules{}.drops.worst", Step(id.as_str()));
            let hint = "write how many of the lowest results do not count; 0 says that nothing is dropped";
            report.error(&scope.file("season.json"), path, message, hint);
        }
    }
}

/// How many sessions of a championship can be dropped.
fn droppable(scope: &Scope<'_>, championship: &Championship, rules: &Rules, until: Option<&Slug>) -> usize {
    let last = until.and_then(|until| scope.round(until)).unwrap_or(usize::MAX);
    let counts = |id: &Slug| {
        championship
            .weekends
            .as_ref()
            .is_none_or(|weekends| weekends.contains(id))
    };
    let weekends = scope.season.weekends.iter().filter(|weekend| counts(&weekend.id));
    let sessions = weekends.flat_map(|weekend| &weekend.sessions);
    let scores = sessions
        .filter(|session| rules.sessions.contains(&session.kind) && session.status != SessionStatus::Cancelled)
        .filter(|session| {
            session
                .round
                .as_ref()
                .and_then(|round| scope.round(round))
                .is_none_or(|round| round <= last)
        });
    scores.count()
}
