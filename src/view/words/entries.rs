//! Entry lists in words: the size of the field, and how much of it is known.

use super::time;
use crate::answer::{ClassEntries, Entries};

/// A class without a known entry.
pub const NONE_KNOWN: &str = "No entry is known for sure.";

/// A season without a known entry.
const NOTHING: &str = "No entry of the season is known.";

/// The title.
pub fn title(entries: &Entries) -> String {
    let class = entries
        .only
        .as_ref()
        .map_or_else(String::new, |class| format!("{} ", class.name));
    match &entries.weekend {
        Some(weekend) => format!("{} {class}entries", weekend.title.name),
        None => super::capital(&format!("{class}entries")),
    }
}

/// The size of the field, and the number of known entries.
pub fn field(entries: &Entries) -> Vec<String> {
    if let Some(from) = entries.known_from {
        return vec![format!("The entry list is not known before {}.", time::date(from))];
    }
    let known: usize = entries.classes.iter().map(|class| class.seats.len()).sum();
    let mut lines = Vec::new();
    match (&entries.weekend, entries.cars, &entries.only) {
        (Some(_), Some(cars), None) if known < usize::from(cars) => {
            lines.push(format!("{known} of {cars} entries are known."));
        }
        (Some(_), Some(cars), None) => lines.push(format!("{}.", super::count(cars.into(), "entry", "entries"))),
        (Some(_), None, _) => lines.push(format!(
            "{} known; the size of the field is not.",
            super::count(known, "entry is", "entries are")
        )),
        (None, ..) if known == 0 => lines.push(NOTHING.to_owned()),
        (None, ..) => lines.push(format!(
            "{} known of the season so far.",
            super::count(known, "entry is", "entries are")
        )),
        (Some(_), Some(_), Some(_)) => {}
    }
    let teams = entries.teams.filter(|_| entries.only.is_none());
    lines.extend(teams.map(|teams| format!("{} are entered.", super::count(teams.into(), "team", "teams"))));
    lines
}

/// A class with its size: `Pro: 15 of 15 known`, `Am: 9 entries`.
pub fn class(class: &ClassEntries) -> String {
    let name = class.class.as_ref().map_or("No class told", |class| &class.name);
    match class.cars {
        Some(cars) if usize::from(cars) > class.seats.len() => {
            format!("{name}: {} of {cars} known", class.seats.len())
        }
        Some(cars) => format!("{name}: {}", super::count(cars.into(), "entry", "entries")),
        None => format!("{name}: {} known", class.seats.len()),
    }
}

/// Entries of the season that name no weekends.
pub fn unplaced(entries: &Entries) -> Option<String> {
    let names: Vec<String> = entries
        .unplaced
        .iter()
        .map(|seat| {
            let class = seat
                .class
                .as_ref()
                .map_or_else(String::new, |class| format!(" ({})", class.name));
            format!("{}{class}", super::crew::driver(&seat.who))
        })
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "Entered in the season, at which weekends is not told: {}.",
            super::list(&names)
        )
    })
}
