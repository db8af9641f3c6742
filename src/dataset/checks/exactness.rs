//! Exactness of points: no factor, share or split leaves a fraction that [`Points`] cannot hold.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{Points, SessionRef, Status};
use crate::scoring::{PointsSource, ScorePart};

pub const RULES: &[Rule] = &[
    Rule {
        name: "inexact-points",
        holds: "every factor of the rules gives points that can be kept exactly",
        needs: &[],
        check: RuleCheck::Season(factors),
    },
    Rule {
        name: "inexact-points",
        holds: "what a session pays can be kept exactly, halved and split as it may be",
        needs: &["season.json", "weekends.json", "entries.json", "results.json"],
        check: RuleCheck::Season(results),
    },
];

fn factors(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (id, rules) in &scope.season.rules {
        let scales = rules.scales.iter().flatten();
        let paid: BTreeSet<Points> = scales
            .flat_map(|scale| scale.points.iter().chain(&scale.rest))
            .copied()
            .collect();
        let awards: BTreeSet<Points> = rules.awards.iter().flatten().map(|award| award.points).collect();
        for (f, factor) in rules.factors.iter().enumerate() {
            let awards = awards.iter().filter(|_| factor.awards);
            let inexact = |points: &&Points| points.share(factor.times).is_none();
            if let Some(points) = paid.iter().chain(awards).find(inexact) {
                let path = format_args!("$.rules{}.factors[{f}].times", PathKey(id.as_str()));
                let message = format!(
                    "{points} points times {} cannot be kept exactly",
                    factor.times.fraction_text()
                );
                let hint = "write the products as a scale of their own";
                report.error("season.json", path, message, hint);
            }
        }
    }
}

fn results(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (championship, _, _, ledger) in scope.scored() {
        for (at, counted) in ledger.sessions.iter().enumerate() {
            let scores = ledger
                .session(at, DateTime::<Utc>::MAX_UTC)
                .iter()
                .zip(&ledger.competitors);
            let inexact = scores.filter(|(score, _)| score.parts.iter().any(is_inexact));
            let Some((_, competitor)) = inexact.into_iter().next() else {
                continue;
            };
            let session: &SessionRef = &counted.session;
            let of = |one: &crate::domain::Classification| one.session == *session;
            let c = scope.season.classifications.iter().rposition(of).unwrap_or_default();
            let message = format!(
                "what '{session}' pays '{competitor}' in '{}' cannot be kept exactly",
                championship.id
            );
            let hint = "look at the share of the session, the factors that fit it and how many share a car or an award; \
                        points that were printed can stand under \"cells\"";
            report.error("results.json", format_args!("$.classifications[{c}]"), message, hint);
        }
    }
}

/// True if a part has no exact points although everything that they follow from is known.
fn is_inexact(part: &ScorePart) -> bool {
    let known = match &part.what {
        PointsSource::Place(finish) => finish.place.is_some() && finish.status == Status::Classified,
        PointsSource::Award(_) => true,
        PointsSource::Printed => false,
    };
    known && part.points.exact().is_none()
}
