//! Entry lists in words: the size of the field, and how much of it is known.

use crate::answer::{ClassEntries, Entries};

/// A class without a known entry.
pub const NONE_KNOWN: &str = "No entry is known for sure.";

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

/// The number of known entries where others are missing, and the number of teams.
pub fn field(entries: &Entries) -> Vec<String> {
    let known: usize = entries.classes.iter().map(|class| class.seats.len()).sum();
    let whole = entries.only.is_none();
    let cars = entries.cars.filter(|cars| whole && known < usize::from(*cars));
    let cars = cars.map(|cars| format!("{known} of {cars} entries are known."));
    let teams = entries.teams.filter(|_| whole);
    let teams = teams.map(|teams| format!("{} entered.", super::count(teams.into(), "team is", "teams are")));
    cars.into_iter().chain(teams).collect()
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
