//! Leaders and gaps in words.

use super::{count, list};
use crate::answer::{Gap, Leader, RankedCompetitor};
use crate::domain::{Points, Range, Tally};

/// `Loek Hartog (No. 24, Kellymoss)`
pub fn who(side: &RankedCompetitor) -> String {
    let car = side.row.car.as_ref().map(|car| format!("No. {car}"));
    let team = side.team.as_ref().map(|team| team.name.clone());
    let details: Vec<String> = car.into_iter().chain(team).collect();
    if details.is_empty() {
        side.row.name.clone()
    } else {
        format!("{} ({})", side.row.name, details.join(", "))
    }
}

/// `110 points`, `at least 130 points`, `points not known`.
pub fn points(points: Option<Range<Points>>) -> String {
    match points.map(|range| (range, range.exact())) {
        Some((_, Some(exact))) => points_of(exact),
        Some((range, None)) => format!("at least {}", points_of(range.low)),
        None => "points not published".to_owned(),
    }
}

/// `1 point`, `23 points`, `12.5 points`.
pub fn points_of(points: Points) -> String {
    if points == Points::whole(1) {
        "1 point".to_owned()
    } else {
        format!("{points} points")
    }
}

/// The leader of a championship, in a sentence.
pub fn leader(leader: &Leader) -> String {
    match leader.leaders.as_slice() {
        [] => "not known".to_owned(),
        [one] => {
            let tallies = tallies(&one.tallies);
            let tallies = if tallies.is_empty() {
                String::new()
            } else {
                format!(", {tallies}")
            };
            // Points tell more than the title, where they are known.
            let champion = if one.champion && one.points.is_none() {
                ", champion"
            } else {
                ""
            };
            format!("{}{champion}, {}{tallies}", who(one), points(one.points))
        }
        several => {
            let names: Vec<String> = several.iter().map(who).collect();
            format!("{} share the lead", list(&names))
        }
    }
}

/// The leader of a table in which it is not known what can still happen.
pub fn without_outlook(leader: &Leader, over: bool) -> String {
    let led = match leader.leaders.as_slice() {
        [] => return "Who leads is not known.".to_owned(),
        [one] if one.champion && one.points.is_none() => format!("{} is champion", who(one)),
        [one] if one.champion => format!("{} is champion with {}", who(one), points(one.points)),
        [one] if over => format!("{} led with {} as far as is known", who(one), points(one.points)),
        [one] => format!("{} leads with {}", who(one), points(one.points)),
        several => {
            let names: Vec<String> = several.iter().map(who).collect();
            format!("{} share the lead", list(&names))
        }
    };
    if over {
        format!("The season is over: {led}.")
    } else {
        format!("{led}; who can take the lead is not known, as the scoring is not in the packs.")
    }
}

/// The followers, each with the gap to the leader.
pub fn followers(leader: &Leader) -> Option<String> {
    let follower = |side: &RankedCompetitor| {
        let gap = match side.gap {
            Some(Points::ZERO) => "level".to_owned(),
            Some(gap) => format!("{} behind", points_of(gap)),
            None => points(side.points),
        };
        let place = side
            .position
            .map_or_else(String::new, |place| format!("{} ", super::ordinal(place)));
        format!("{place}{}, {gap}", side.row.name)
    };
    let followers: Vec<String> = leader.followers.iter().map(follower).collect();
    (!followers.is_empty()).then(|| followers.join("; "))
}

/// `3 wins`, `8 poles`.
pub fn tallies(tallies: &[Tally]) -> String {
    let tallies: Vec<String> = tallies
        .iter()
        .map(|tally| {
            let many = tally.tally.as_str().replace('-', " ");
            count(usize::from(tally.count), many.strip_suffix('s').unwrap_or(&many), &many)
        })
        .collect();
    list(&tallies)
}

/// The gap between two sides, in a sentence.
pub fn gap(gap: &Gap, ahead: usize, behind: usize) -> Option<String> {
    let (one, other) = (gap.sides.get(ahead)?, gap.sides.get(behind)?);
    let place = |side: &RankedCompetitor| side.position.map_or_else(String::new, |place| format!("P{place} "));
    Some(match gap.of(ahead, behind) {
        Some(Points::ZERO) => format!(
            "{}{} and {}{} are level on points",
            place(one),
            one.row.name,
            place(other),
            other.row.name
        ),
        Some(points) if points < Points::ZERO => {
            format!(
                "{}{} is {} ahead of {}{}",
                place(other),
                other.row.name,
                points_of(-points),
                place(one),
                one.row.name
            )
        }
        Some(points) => {
            format!(
                "{}{} is {} behind {}{}",
                place(other),
                other.row.name,
                points_of(points),
                place(one),
                one.row.name
            )
        }
        None => format!("the gap between {} and {} is not known", one.row.name, other.row.name),
    })
}

/// A competitor's points on a line of their own: `P2 Michael Cooper 87`.
pub fn side(side: &RankedCompetitor) -> String {
    let place = side.position.map_or_else(String::new, |place| format!("P{place} "));
    format!("{place}{}: {}", who(side), points(side.points))
}
