//! Headlines of places in points tables: the first of a number, the one in a place, the last.

use super::tables::{dated, with};
use crate::answer::StandingsTable;
use crate::domain::Range;
use crate::question::{Form, Relation};
use crate::scoring::Standing;
use crate::view::words::{count, list, ordinal, sentence};

/// The headline of a question about a place; none for any other question.
pub fn places(form: Form, tables: &[StandingsTable]) -> Option<String> {
    match (form.relation?, tables) {
        (relation @ (Relation::Top(_) | Relation::Place(_) | Relation::Last), [table]) => in_table(relation, table),
        (Relation::Last, tables) => last(tables),
        _ => None,
    }
}

/// The first of a number, the one in a place, or the last of a table.
fn in_table(relation: Relation, table: &StandingsTable) -> Option<String> {
    let (title, standings) = (&table.title.name, &table.standings);
    let of = |(row, name): (&Standing, &crate::answer::CompetitorName)| {
        let points = row
            .points
            .and_then(Range::exact)
            .map_or_else(String::new, |points| format!(" {points}"));
        format!("{}{points}", name.short)
    };
    let text = match relation {
        Relation::Top(number) => {
            let known: Vec<String> = table.rows().take(usize::from(number)).map(of).collect();
            if known.is_empty() {
                return None;
            }
            format!("top {} of {title}: {}", known.len(), list(&known))
        }
        Relation::Place(place) => {
            let mut found = table.rows().filter(|(row, _)| row.position == Some(place));
            match found.next() {
                Some((row, name)) => format!("{} is {} in {title}{}", name.short, ordinal(place), with(row.points)),
                None if standings.complete => return Some(format!("Nobody is {} in {title}.", ordinal(place))),
                None => return Some(unlisted(&ordinal(place), table)),
            }
        }
        _ => match table.rows().last().filter(|_| standings.complete) {
            Some((row, name)) => {
                let place = row
                    .position
                    .map_or_else(String::new, |place| format!(" ({})", ordinal(place)));
                format!("{} is last in {title}{place}{}", name.short, with(row.points))
            }
            None => return Some(unlisted("last", table)),
        },
    };
    Some(sentence(&dated(&text, standings.after.as_ref(), table.age.as_ref())))
}

/// The last of several tables: `Last: Doohan in Drivers (0) and Alpine in Constructors (20).`
fn last(tables: &[StandingsTable]) -> Option<String> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for table in tables {
        let title = &table.title.name;
        let Some((row, name)) = table.rows().last().filter(|_| table.standings.complete) else {
            unknown.push(title.as_str());
            continue;
        };
        let points = row.points.and_then(Range::exact);
        let points = points.map_or_else(String::new, |points| format!(" ({points})"));
        let told = format!("{} in {title}{points}", name.short);
        known.push(dated(&told, table.standings.after.as_ref(), table.age.as_ref()));
    }
    Some(match (known.is_empty(), unknown.is_empty()) {
        (true, _) => format!("Not known: no table of {} is published whole.", list(&unknown)),
        (_, true) => format!("Last: {}.", list(&known)),
        _ => format!("Last: {}; not known in {}.", list(&known), list(&unknown)),
    })
}

/// A place that the rows of an incomplete table do not tell.
fn unlisted(place: &str, table: &StandingsTable) -> String {
    let rows = table.standings.rows.len();
    format!(
        "The {place} in {} is not known: only {} of its table {} published.",
        table.title.name,
        count(rows, "row", "rows"),
        if rows == 1 { "was" } else { "were" }
    )
}
