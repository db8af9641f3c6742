//! Headlines of drivers, teams and the points of a competitor.

use super::tables::dated;
use super::verdict;
use crate::answer::{DriverProfile, Explained, Seat, StandingsTable, TeamProfile};
use crate::domain::{AwardId, Points, Range, Status};
use crate::question::{Form, Relation};
use crate::scoring::{Base, Inclusion, PointsSource};
use crate::view::words::leaders::points_of;
use crate::view::words::{count, country, list, ordinal, sentence};

/// The headline of a driver: place and points in the first table, and the car; the car alone where that is asked for.
pub fn driver(form: Form, driver: &DriverProfile, is_past: bool) -> Option<String> {
    let verb = if is_past { "drove" } else { "drives" };
    let seat = driver.seats.last().and_then(|seat| drives(verb, seat));
    let short = driver.seats.iter().find_map(|seat| seat.who.short.as_deref());
    let name = short.unwrap_or(&driver.driver.name);
    if form.relation == Some(Relation::Where) {
        let country = driver.nationality.as_deref().map(country::name);
        let parts: Vec<&str> = driver.hometown.as_deref().into_iter().chain(country).collect();
        return Some(if parts.is_empty() {
            format!("Not known: the packs do not tell where {name} is from.")
        } else {
            format!("{name} is from {}.", parts.join(", "))
        });
    }
    let placed = driver.standings.iter().find_map(|table| placed(name, table));
    let placed = placed.filter(|_| seat.is_none() || form.relation != Some(Relation::Seat));
    match (placed, seat) {
        (Some(placed), Some(seat)) => Some(sentence(&format!("{placed}; {seat}"))),
        (Some(placed), None) => Some(sentence(&placed)),
        (None, Some(seat)) => Some(sentence(&format!("{name} {seat}"))),
        (None, None) => None,
    }
}

/// The headline of a team: its place in the table of teams, else its drivers.
pub fn team(team: &TeamProfile) -> Option<String> {
    let name = &team.team.name;
    let mut drivers: Vec<&str> = Vec::new();
    for seat in &team.seats {
        let full = || seat.who.driver.as_ref().map(|driver| driver.name.as_str());
        let named = seat.who.short.as_deref().or_else(full);
        if let Some(driver) = named.filter(|driver| !drivers.contains(driver)) {
            drivers.push(driver);
        }
    }
    let runs = (!drivers.is_empty()).then(|| list(&drivers));
    let placed = team.standings.iter().find_map(|table| placed(name, table));
    match (placed, runs) {
        (Some(placed), Some(runs)) => Some(sentence(&format!("{placed}; drivers {runs}"))),
        (Some(placed), None) => Some(sentence(&placed)),
        (None, Some(runs)) => Some(format!("{name} runs {runs}.")),
        (None, None) => None,
    }
}

/// `Cooper is 2nd in Pro with 87 points, 23 behind`
fn placed(name: &str, table: &StandingsTable) -> Option<String> {
    let row = table.standings.rows.first()?;
    let place = row.position?;
    let title = &table.title.name;
    let points = match row.points.map(|points| (points, points.exact())) {
        Some((_, Some(exact))) => format!(" with {}", points_of(exact)),
        Some((range, None)) => format!(" with at least {}", points_of(range.low)),
        None => String::new(),
    };
    let level = if row.tied > 1 { ", level with another" } else { "" };
    let is_champion = table.standings.champion.as_ref() == Some(&row.competitor);
    let text = match (place, row.gap.filter(|gap| *gap > Points::ZERO)) {
        (1, _) if is_champion && table.age.is_none() => format!("{name} is champion of {title}{points}"),
        (1, _) if row.tied > 1 => format!("{name} shares the lead of {title}{points}"),
        (1, _) => format!("{name} leads {title}{points}"),
        (place, Some(gap)) => format!("{name} is {} in {title}{points}, {gap} behind{level}", ordinal(place)),
        (place, None) => format!("{name} is {} in {title}{points}{level}", ordinal(place)),
    };
    Some(dated(&text, table.standings.after.as_ref(), table.age.as_ref()))
}

/// The verdict on a driver's team or class: `No: Cooper drives No. 88 for Baby Bull Racing in Pro.`
pub fn is_driving(who: &str, is: bool, seats: &[Seat]) -> String {
    let short = seats.iter().find_map(|seat| seat.who.short.as_deref());
    let driven: Vec<String> = seats.iter().filter_map(|seat| drives("drives", seat)).collect();
    let told = format!("{} {}", short.unwrap_or(who), list(&driven));
    sentence(&verdict(is, &told))
}

/// `drives No. 88 for Baby Bull Racing in Pro`
fn drives(verb: &str, seat: &Seat) -> Option<String> {
    let team = seat.who.team.as_ref().map(|team| format!(" for {}", team.name));
    let car = seat.who.car.as_ref().map(|car| format!(" No. {car}"));
    if team.is_none() && car.is_none() {
        return None;
    }
    let class = seat.class.as_ref().map(|class| format!(" in {}", class.name));
    let parts: Vec<String> = car.into_iter().chain(team).chain(class).collect();
    Some(format!("{verb}{}", parts.concat()))
}

/// The headline of the points of a competitor, in one championship or several.
pub fn explained(all: &[Explained]) -> Option<String> {
    let [one] = all else {
        let told = all.iter().filter_map(|one| {
            let points = points_of(one.who.points.and_then(Range::exact)?);
            Some(format!("{points} in {}", one.championship.name))
        });
        let told: Vec<String> = told.collect();
        let name = &all.first()?.who.row.short;
        return (!told.is_empty()).then(|| format!("{name} has {}.", list(&told)));
    };
    let (name, points) = (&one.who.row.short, one.who.points?);
    let points = match points.exact() {
        Some(exact) => points_of(exact),
        None => format!("at least {}", points_of(points.low)),
    };
    let from = match &one.base {
        Some(Base::Published { after, points }) => {
            let mut text = format!(": {points} published after round {after}");
            let since = counted(one).count();
            if since > 0 {
                text.push_str(&format!(" and those of {} since", count(since, "race", "races")));
            }
            text
        }
        Some(Base::Phase { .. }) => String::new(),
        None => of_feats(one),
    };
    Some(sentence(&format!(
        "{name} has {points} in {}{from}",
        one.championship.name
    )))
}

fn counted(one: &Explained) -> impl Iterator<Item = &crate::answer::SessionPoints> {
    let sessions = one.sessions.iter();
    sessions.filter(|one| one.earned.counts == Inclusion::Yes)
}

/// `, with 2 wins, 2 poles and 2 fastest laps`; sprints count apart.
fn of_feats(one: &Explained) -> String {
    let finished = |places: std::ops::RangeInclusive<u16>, is_sprint: bool| {
        let ends = counted(one)
            .filter(|one| one.is_sprint == is_sprint)
            .flat_map(|one| one.earned.score.finishes());
        ends.filter(|end| end.stage.is_none() && end.status == Status::Classified)
            .filter(|end| end.place.is_some_and(|place| places.contains(&place)))
            .count()
    };
    let paid = |name: &str| {
        let is_it = |award: &AwardId| award.as_str() == name;
        let parts = counted(one).flat_map(|one| &one.earned.score.parts);
        parts
            .filter(|part| part.points.low > Points::ZERO)
            .filter(|part| matches!(&part.what, PointsSource::Award(award) if is_it(award)))
            .count()
    };
    let parts = [
        (finished(1..=1, false), "win", "wins"),
        (finished(2..=2, false), "second place", "second places"),
        (finished(3..=3, false), "third place", "third places"),
        (finished(1..=1, true), "sprint win", "sprint wins"),
        (paid("pole"), "paid pole", "paid poles"),
        (paid("fastest-lap"), "paid fastest lap", "paid fastest laps"),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, many)| count(number, one, many))
        .collect();
    if told.is_empty() {
        String::new()
    } else {
        format!(", with {}", list(&told))
    }
}
