//! Scoring rules in words.

use super::leaders::points_of;
use super::{count, list, ordinal};
use crate::answer::{NamedId, Scoring};
use crate::domain::{
    AwardRule, AwardTie, Depth, Drops, Factor, Numbering, Order, Otherwise, Points, Ranks, Retired, Rules, Scale, Slug,
    TieStep, Ties,
};

/// `25 20 17 14 ... for the first 15 in each class`, a line for each scale.
pub fn places(scoring: &Scoring, rules: &Rules) -> Vec<String> {
    let Some(scales) = &rules.scales else {
        return vec!["Points by place are not known.".to_owned()];
    };
    let lines = scales.iter().flat_map(|scale| scale_lines(scoring, rules, scale));
    lines.chain(rules.factors.iter().map(factor)).collect()
}

/// The points of a scale, and from where they are known.
pub fn scale_lines(scoring: &Scoring, rules: &Rules, scale: &Scale) -> Vec<String> {
    let points: Vec<String> = scale.points.iter().map(Points::to_string).collect();
    let order = match rules.order {
        Order::Class => "in each class",
        Order::Overall => "over all cars",
    };
    let cars = match (rules.cars.best, scoring.ranks) {
        (Some(1), Ranks::Entrant) => ", for a team's best-placed car of each race".to_owned(),
        (Some(best), Ranks::Entrant) => format!(", for a team's best {best} cars of each race"),
        _ => String::new(),
    };
    let rest = scale
        .rest
        .map_or_else(String::new, |rest| format!(", {rest} for every further place"));
    let mut when = super::when::phrases(&scale.when);
    when.extend(super::when::moments(&scale.at));
    when.extend(
        scale
            .pool
            .as_ref()
            .map(|pool| format!("as {} points", award_name(pool))),
    );
    let when = if when.is_empty() {
        String::new()
    } else {
        format!("{}: ", when.join(", "))
    };
    let mut lines = vec![super::sentence(&format!(
        "{when}{} for the first {} {order}{cars}{rest}",
        points.join(" "),
        points.len()
    ))];
    if let Some(from) = &scale.known_from {
        lines.push(match scale.confirmed {
            Some(0) | None => format!("These are known from {from} only and not confirmed for this season."),
            Some(confirmed) => {
                format!("The first {confirmed} are confirmed for this season; the others are known from {from} only.")
            }
        });
    }
    lines
}

/// `If less than 3/4 of the distance is run: half points.`
fn factor(factor: &Factor) -> String {
    let when = super::when::phrases(&factor.when).join(", ");
    let when = if when.is_empty() { "every race".to_owned() } else { when };
    let times = match factor.times.to_string().as_str() {
        "0" => "no points".to_owned(),
        "0.5" => "half points".to_owned(),
        "2" => "double points".to_owned(),
        times => format!("points times {times}"),
    };
    super::sentence(&format!("{when}: {times}"))
}

/// `Pole 2 points, fastest lap 1 point, in each class.`
pub fn awards(rules: &Rules) -> String {
    let Some(awards) = &rules.awards else {
        return "Points for pole or fastest lap: not known.".to_owned();
    };
    if awards.is_empty() {
        return "Nothing for pole or fastest lap.".to_owned();
    }
    let awards: Vec<String> = awards
        .iter()
        .map(|award| {
            format!(
                "{} {}{}",
                award_name(&award.award),
                points_of(award.points),
                holder(award)
            )
        })
        .collect();
    let order = match rules.order {
        Order::Class => "in each class",
        Order::Overall => "over all cars",
    };
    super::sentence(&format!("{}, {order}", awards.join(", ")))
}

/// ` (only from the first 10 places)`
fn holder(award: &AwardRule) -> String {
    let mut asked: Vec<String> = award
        .holder
        .place
        .map(|place| format!("only from the first {place} places"))
        .into_iter()
        .collect();
    asked.extend(award.holder.classified.then(|| "only for a classified car".to_owned()));
    asked.extend((award.otherwise == Otherwise::Next).then(|| "else it passes to the next".to_owned()));
    asked.extend((award.tie == AwardTie::Split).then(|| "shared if several hold it".to_owned()));
    asked.extend(super::when::phrases(&award.when));
    if asked.is_empty() {
        String::new()
    } else {
        format!(" ({})", asked.join(", "))
    }
}

/// An award's name: `fastest lap` for `fastest-lap`.
pub fn award_name(award: &Slug) -> String {
    award.as_str().replace('-', " ")
}

/// The dropped results.
pub fn drops(scoring: &Scoring, rules: &Rules) -> String {
    match &rules.drops {
        Some(drops) if drops.is_empty() => "No results are dropped.".to_owned(),
        Some(drops) => super::sentence(&dropped(drops, true)),
        None if scoring.drops_elsewhere.is_empty() => "Whether results are dropped is not known.".to_owned(),
        None => {
            let elsewhere = scoring.drops_elsewhere.iter().map(|other| {
                format!(
                    "In {}, in {}, {}.",
                    other.season,
                    titles(&other.championships),
                    dropped(&other.drops, true)
                )
            });
            let elsewhere: Vec<String> = elsewhere.collect();
            format!(
                "Whether results are dropped is not known for this season. {}",
                elsewhere.join(" ")
            )
        }
    }
}

/// The dropped results of a season; `whole` with those that are protected.
pub fn dropped(drops: &[Drops], whole: bool) -> String {
    let parts = drops.iter().map(|one| part(one, whole));
    parts.collect::<Vec<_>>().join("; ")
}

/// `the 2 lowest results of rounds 1 to 14 are dropped; later rounds cannot be dropped`
fn part(drops: &Drops, whole: bool) -> String {
    let rounds = match (&drops.rounds, &drops.until) {
        (Some(span), _) => format!(" of {}", super::when::span(span)),
        (None, Some(until)) => format!(" of rounds 1 to {until}"),
        (None, None) => String::new(),
    };
    let protected = if whole && drops.until.is_some() {
        "; later rounds cannot be dropped"
    } else {
        ""
    };
    match (drops.best, drops.worst) {
        (Some(best), _) => format!("the {best} best results{rounds} count{protected}"),
        (None, worst) => format!(
            "the {} lowest results{rounds} are dropped{protected}",
            worst.unwrap_or(0)
        ),
    }
}

/// The treatment of retired cars.
pub fn retired(rules: &Rules) -> Option<&'static str> {
    match rules.retired {
        Retired::Score => Some("A car that retires scores for the place it keeps."),
        Retired::Nothing => Some("A car that retires scores nothing."),
        Retired::Unknown => Some("Whether a car that retires scores for its place is not known."),
    }
}

/// The tie-breakers.
pub fn ties(ties: Option<&Ties>) -> String {
    let Some(ties) = ties else {
        return "How ties are decided is not known.".to_owned();
    };
    let steps: Vec<String> = ties.by.iter().map(|step| tie_step(*step, ties)).collect();
    let how = if steps.is_empty() {
        "Equal points share the place".to_owned()
    } else {
        format!("Ties go to {}", steps.join(", then "))
    };
    let numbering = match ties.numbering {
        Numbering::Dense => ", and the next place is numbered on without a gap",
        Numbering::Gapped => "",
    };
    let derived = if ties.derived.is_some() {
        " (worked out, not published as a rule)"
    } else {
        ""
    };
    format!("{how}{numbering}{derived}.")
}

fn tie_step(step: TieStep, ties: &Ties) -> String {
    match (step, ties.depth) {
        (TieStep::Countback, None) => "most wins, then most second places, and so on".to_owned(),
        (TieStep::Countback, Some(Depth::Scoring(_))) => {
            "most wins, then most second places, and so on to the last place that pays".to_owned()
        }
        (TieStep::Countback, Some(Depth::Place(depth))) => {
            let most = |place: u16| match place {
                1 => "most wins".to_owned(),
                _ => format!("most {} places", ordinal(place)),
            };
            let steps: Vec<String> = (1..=depth.min(5)).map(most).collect();
            format!("{}; further steps are not known", steps.join(", then "))
        }
        (TieStep::Earliest, _) => "who reached the best result first".to_owned(),
        (TieStep::Latest, _) => "who reached the best result last".to_owned(),
        (TieStep::LastSession, _) => "the better place in the last race".to_owned(),
        (TieStep::Decision, _) => "the stewards' decision".to_owned(),
    }
}

/// The names of the championships.
pub fn names(scoring: &Scoring) -> String {
    titles(&scoring.championships)
}

fn titles<I>(titles: &[NamedId<I>]) -> String {
    list(&titles.iter().map(|title| title.name.as_str()).collect::<Vec<_>>())
}

/// The weekends that count, where some do not.
pub fn weekends(scoring: &Scoring) -> Option<String> {
    let weekends = scoring.weekends.as_ref()?;
    let names: Vec<&str> = weekends.iter().map(|title| title.name.as_str()).collect();
    Some(format!(
        "Counts {}: {}.",
        count(names.len(), "weekend", "weekends"),
        list(&names)
    ))
}

/// A championship whose scoring is not published.
pub const UNKNOWN: &str = "Its scoring is not published.";
