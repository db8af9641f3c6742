//! Messages of stewards on a sheet: `Cars 68 & 74 - 28 second time penalties - ...` is told at the rows of both cars.

use super::sheet::ResultSheet;

/// Part of a word by which a message is one of a penalty.
const PENALTY: &str = "penalt";

/// Gives the rows of cars that a message penalises the words of the message as their penalty.
pub fn penalties(sheet: &mut ResultSheet) {
    for (cars, words) in sheet.messages.iter().filter_map(|message| named(message)) {
        let is_penalty = words.to_lowercase().contains(PENALTY);
        for row in sheet.rows.iter_mut().filter(|_| is_penalty) {
            if row.number.as_deref().is_some_and(|number| cars.contains(&number)) {
                row.penalty = Some(words.to_owned());
            }
        }
    }
}

/// The cars that a message begins with, and its words after them.
fn named(message: &str) -> Option<(Vec<&str>, &str)> {
    let rest = message.strip_prefix("Cars ").or_else(|| message.strip_prefix("Car "))?;
    let (cars, words) = rest.split_once(" - ")?;
    let cars = cars
        .split([',', '&'])
        .map(|car| car.trim().trim_start_matches('#'))
        .collect();
    Some((cars, words.trim()))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_message_names_its_cars() {
        let message = "Cars 9, 37 & #40 - Drive-through converted - Causing a collision";
        assert_eq!(
            named(message),
            Some((vec!["9", "37", "40"], "Drive-through converted - Causing a collision"))
        );
        assert_eq!(named("Safety car from lap 3"), None);
    }
}
