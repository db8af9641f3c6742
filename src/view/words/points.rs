//! Scoring rules in words.

use super::leaders::points_of;
use super::{count, list, ordinal};
use crate::answer::{Scoring, Title};
use crate::domain::{Drops, Numbering, Order, Points, Ranks, Retired, Rules, Slug, TieBreak, Ties};

/// `25 20 17 14 ... for the first 15 in class`
pub fn places(scoring: &Scoring, rules: &Rules) -> Vec<String> {
    let Some(table) = &rules.places else {
        return vec!["Points by place are not known.".to_owned()];
    };
    let points: Vec<String> = table.points.iter().map(Points::to_string).collect();
    let order = match (rules.order, scoring.ranks) {
        (Order::Class, _) => "in each class",
        (Order::Overall, _) => "over all cars",
    };
    let cars = match (rules.best_cars, scoring.ranks) {
        (Some(1), Ranks::Entrant) => ", for a team's best-placed car of each race".to_owned(),
        (Some(best), Ranks::Entrant) => format!(", for a team's best {best} cars of each race"),
        _ => String::new(),
    };
    let mut lines = vec![format!(
        "{} for the first {} {order}{cars}.",
        points.join(" "),
        points.len()
    )];
    if let Some(from) = &table.known_from {
        lines.push(match table.confirmed {
            Some(0) | None => format!("These are known from {from} only and not confirmed for this season."),
            Some(confirmed) => {
                format!("The first {confirmed} are confirmed for this season; the others are known from {from} only.")
            }
        });
    }
    lines
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
        .map(|award| format!("{} {}", award_name(&award.award), points_of(award.points)))
        .collect();
    let order = match rules.order {
        Order::Class => "in each class",
        Order::Overall => "over all cars",
    };
    super::sentence(&format!("{}, {order}", awards.join(", ")))
}

/// `fastest-lap` as people say it.
pub fn award_name(award: &Slug) -> String {
    award.as_str().replace('-', " ")
}

/// Whether results are dropped.
pub fn drops(scoring: &Scoring, rules: &Rules) -> String {
    match &rules.drops {
        Some(drops) if drops.worst == 0 => "No results are dropped.".to_owned(),
        Some(drops) => super::sentence(&dropped(drops)),
        None if scoring.drops_elsewhere.is_empty() => "Whether results are dropped is not known.".to_owned(),
        None => {
            let elsewhere = scoring.drops_elsewhere.iter().map(|other| {
                format!(
                    "In {}, in {}, {}.",
                    other.season,
                    titles(&other.championships),
                    dropped(&other.drops)
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

fn dropped(drops: &Drops) -> String {
    let until = drops
        .until
        .as_ref()
        .map_or_else(String::new, |until| format!(" of rounds 1 to {until}"));
    let protected = if drops.until.is_some() {
        "; later rounds cannot be dropped"
    } else {
        ""
    };
    format!("the {} lowest results{until} are dropped{protected}", drops.worst)
}

/// What happens to a car that retired.
pub fn retired(rules: &Rules) -> Option<&'static str> {
    match rules.retired {
        Retired::Score => Some("A car that retires scores for the place it keeps."),
        Retired::Nothing => Some("A car that retires scores nothing."),
        Retired::Unknown => Some("Whether a car that retires scores for its place is not known."),
    }
}

/// How ties are told apart.
pub fn ties(ties: Option<&Ties>) -> String {
    let Some(ties) = ties else {
        return "How ties are decided is not known.".to_owned();
    };
    let how = match (ties.by, ties.depth) {
        (TieBreak::Share, _) => "Equal points share the place".to_owned(),
        (TieBreak::Countback, None) => "Ties go to most wins, then most second places, and so on".to_owned(),
        (TieBreak::Countback, Some(depth)) => {
            let steps: Vec<String> = (1..=depth.min(5))
                .map(|place| {
                    if place == 1 {
                        "most wins".to_owned()
                    } else {
                        format!("most {} places", ordinal(place))
                    }
                })
                .collect();
            format!("Ties go to {}; further steps are not known", steps.join(", then "))
        }
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

/// The names of the championships.
pub fn names(scoring: &Scoring) -> String {
    titles(&scoring.championships)
}

fn titles(titles: &[Title]) -> String {
    list(&titles.iter().map(|title| title.name.as_str()).collect::<Vec<_>>())
}

/// The weekends that count, where not all do.
pub fn weekends(scoring: &Scoring) -> Option<String> {
    let weekends = scoring.weekends.as_ref()?;
    let names: Vec<&str> = weekends.iter().map(|title| title.name.as_str()).collect();
    Some(format!(
        "Counts {}: {}.",
        count(names.len(), "weekend", "weekends"),
        list(&names)
    ))
}

/// Said of a championship whose scoring is not published.
pub const UNKNOWN: &str = "Its scoring is not published.";
