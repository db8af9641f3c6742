//! Previews in words.

use super::leaders::points_of;
use super::{crew, list, points};
use crate::answer::{CarCrew, ClassEntries, Entries, Gap, LastTime, LocalDriver, Preview, Scoring};
use crate::domain::{Order, Points, SessionKind};

/// The heading over the timetable.
pub const SCHEDULE: &str = "Schedule";
/// The heading over the field.
pub const FIELD: &str = "Field";
/// The heading over the tables.
pub const STANDINGS: &str = "Standings";
/// The heading over the scoring.
pub const POINTS: &str = "Points";
/// The heading over contradictions between sources.
pub const SLIPS: &str = "Put right";

/// The heading over the previous visit's winners.
pub fn last_time(last: &LastTime) -> String {
    format!("{} winners", last.season)
}

/// `35 cars: 15 Pro, 11 Pro-Am, 9 Masters; 12 teams.`
pub fn field(entries: &Entries) -> String {
    let Some(cars) = entries.cars else {
        return "The size of the field is not known.".to_owned();
    };
    let class = |class: &ClassEntries| Some(format!("{} {}", class.cars?, class.class.as_ref()?.name));
    let classes: Vec<String> = entries.classes.iter().filter_map(class).collect();
    let classes = if classes.is_empty() {
        String::new()
    } else {
        format!(": {}", classes.join(", "))
    };
    let teams = entries.teams.map_or_else(String::new, |teams| {
        format!("; {}", super::count(teams.into(), "team", "teams"))
    });
    format!("{}{classes}{teams}.", super::count(cars.into(), "car", "cars"))
}

/// `From here: Yves Baltas (New York City, New York) and Michael Cooper (Huntington, New York).`
pub fn locals(locals: &[LocalDriver]) -> Option<String> {
    let local = |local: &LocalDriver| format!("{} ({})", crew::driver(&local.who), local.hometown);
    let locals: Vec<String> = locals.iter().map(local).collect();
    (!locals.is_empty()).then(|| format!("At home here: {}.", list(&locals)))
}

/// `First season in the series: Loek Hartog.`
pub fn rookies(rookies: &[CarCrew]) -> Option<String> {
    let names: Vec<String> = rookies.iter().map(crew::driver).collect();
    (!names.is_empty()).then(|| format!("First season in the series: {}.", list(&names)))
}

/// The head of a table, each with the gap to the one before: `Loek Hartog 110 points, 3 wins; Michael Cooper 87 (-23)`.
pub fn head(gap: &Gap) -> String {
    let gaps = std::iter::once(&None).chain(&gap.gaps);
    let sides: Vec<String> = gap
        .sides
        .iter()
        .zip(gaps)
        .enumerate()
        .map(|(at, (side, gap))| {
            let tallies = super::leaders::tallies(&side.tallies);
            let tallies = if tallies.is_empty() {
                String::new()
            } else {
                format!(", {tallies}")
            };
            let name = if at == 0 {
                super::leaders::who(side)
            } else {
                side.row.name.clone()
            };
            match gap {
                None => format!("{name}, {}{tallies}", super::leaders::points(side.points)),
                Some(Points::ZERO) => format!("{name}, level{tallies}"),
                Some(gap) => format!("{name}, {} further back{tallies}", points_of(*gap)),
            }
        })
        .collect();
    format!("{}.", sides.join("; "))
}

/// Points for a win, a pole and a fastest lap: `A win pays 25 points, second 20, third 17; pole 2, fastest lap 1, in each class.`
pub fn scoring(scoring: &Scoring) -> Option<String> {
    let rules = scoring.rules.as_ref()?;
    let scale = rules.scale_of(SessionKind::Race)?;
    let first: Vec<String> = scale
        .points
        .iter()
        .zip(["a win pays", "second", "third"])
        .map(|(points, place)| format!("{place} {points}"))
        .collect();
    let awards: Vec<String> = rules
        .awards
        .iter()
        .flatten()
        .map(|award| format!("{} {}", points::award_name(&award.award), award.points))
        .collect();
    let order = match rules.order {
        Order::Class => "in each class",
        Order::Overall => "over all cars",
    };
    let awards = if awards.is_empty() {
        String::new()
    } else {
        format!("; {}", awards.join(", "))
    };
    Some(super::sentence(&format!("{}{awards}, {order}", first.join(", "))))
}

/// The placeholder where no table is known.
pub const NO_TABLES: &str = "No table is known before this weekend.";

/// True if the field has a line.
pub fn has_field(preview: &Preview) -> bool {
    preview
        .entries
        .as_ref()
        .is_some_and(|entries| entries.known_from.is_none() && entries.cars.is_some())
}
