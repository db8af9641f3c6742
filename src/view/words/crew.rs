//! Crews in words: drivers, cars and teams, and a placeholder for what is not known.

use crate::answer::CarCrew;

/// The driver or the drivers, or that only the car is known.
pub fn driver(who: &CarCrew) -> String {
    let drivers: Vec<&str> = who
        .driver
        .iter()
        .chain(&who.with)
        .map(|driver| driver.name.as_str())
        .collect();
    if drivers.is_empty() {
        "(name not known)".to_owned()
    } else {
        drivers.join(" / ")
    }
}

/// The driver's short name; the drivers by their names where several shared the car.
pub fn short(who: &CarCrew) -> String {
    match &who.short {
        Some(short) if who.with.is_empty() => short.clone(),
        _ => driver(who),
    }
}

/// The car's number, or a dash.
pub fn number(who: &CarCrew) -> String {
    who.car.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string)
}

/// The team, or nothing.
pub fn team(who: &CarCrew) -> String {
    who.team.as_ref().map_or_else(String::new, |team| team.name.clone())
}

/// Driver, number and team in one: `Jason Hart (No. 20, MDK Motorsports)`.
pub fn full(who: &CarCrew) -> String {
    let car = who.car.as_ref().map(|car| format!("No. {car}"));
    let team = who.team.as_ref().map(|team| team.name.clone());
    let more: Vec<String> = car.into_iter().chain(team).collect();
    if more.is_empty() {
        driver(who)
    } else {
        format!("{} ({})", driver(who), more.join(", "))
    }
}
