//! Profiles of drivers and teams in words: origin, seat, standing, tallies.

use super::country;
use crate::answer::{DriverSession, PublishedCount, Seat, StandingsTable};
use crate::domain::{AwardId, Points};

/// The heading over a driver's results.
pub const KNOWN_RESULTS: &str = "Known results";
/// The heading over a team's wins.
pub const KNOWN_WINS: &str = "Known wins";
/// The heading over a team's cars.
pub const CARS: &str = "Cars";
/// A driver without a known entry.
pub const NO_SEAT: &str = "Car and team are not known.";
/// A team without a known car.
pub const NO_CARS: &str = "Its cars are not known.";

/// The origin.
pub fn origin(hometown: Option<&str>, nationality: Option<&str>) -> Option<String> {
    match (hometown, nationality.map(country::name)) {
        (Some(town), Some(country)) => Some(format!("From {town} · {country}")),
        (Some(town), None) => Some(format!("From {town}")),
        (None, Some(country)) => Some(country.to_owned()),
        (None, None) => None,
    }
}

/// A seat in one line: `No. 24, Kellymoss, Pro · first season in the series`.
pub fn seat(seat: &Seat) -> String {
    let car = seat
        .who
        .car
        .as_ref()
        .map_or_else(|| "number not known".to_owned(), |car| format!("No. {car}"));
    let team = seat.who.team.as_ref().map_or("team not known", |team| &team.name);
    let class = seat.class.as_ref().map(|class| class.name.clone());
    let mut parts = vec![
        [Some(car), Some(team.to_owned()), class]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
    ];
    parts.extend(seat.weekends.as_ref().map(|_| weekends(seat)));
    parts.extend(seat.guest.then(|| "guest".to_owned()));
    parts.extend((seat.rookie == Some(true)).then(|| "first season in the series".to_owned()));
    parts.extend(seat.note.clone());
    super::capital(&parts.join(super::SEPARATOR))
}

/// The class of a seat.
pub fn class(seat: &Seat) -> String {
    seat.class
        .as_ref()
        .map_or_else(|| "–".to_owned(), |class| class.name.clone())
}

/// The weekends of a seat, where it does not cover all so far.
pub fn weekends(seat: &Seat) -> String {
    let names = seat.weekends.as_deref().unwrap_or_default();
    super::list(&names.iter().map(|weekend| weekend.name.as_str()).collect::<Vec<_>>())
}

/// The place in a championship: `Pro: 1st with 110 points, after round 6 of 16, as published`.
pub fn standing(table: &StandingsTable) -> String {
    let standings = &table.standings;
    let when = super::standings::after(standings.after.as_ref(), standings.of);
    let Some(row) = standings.rows.first() else {
        let what = if standings.complete {
            "not in the table"
        } else {
            "place and points not known"
        };
        return super::sentence(&format!("{}: {what} {when}", table.title.name));
    };
    let place = match row.position {
        Some(position) if row.tied > 1 => format!("level at {}", super::ordinal(position)),
        Some(position) => super::ordinal(position),
        None => "place not known".to_owned(),
    };
    let points = row.points.map(|points| match points.exact() {
        Some(points) if points == Points::whole(1) => "1 point".to_owned(),
        Some(points) => format!("{points} points"),
        None => format!("at least {} points", points.low),
    });
    let gap = row
        .gap
        .filter(|gap| *gap > Points::ZERO)
        .map(|gap| format!("{gap} behind the leader"));
    let facts: Vec<String> = [Some(place), points, gap].into_iter().flatten().collect();
    super::sentence(&format!(
        "{}: {}, {when}, {}",
        table.title.name,
        facts.join(", "),
        super::standings::row_basis(row, &standings.basis)
    ))
}

/// A printed count: `Pro: 3 wins after round 6, as published.`
pub fn tally(tally: &PublishedCount) -> String {
    let what = tally.tally.as_str().replace('-', " ");
    let what = if tally.count == 1 { singular(&what) } else { what };
    let note = tally
        .note
        .as_ref()
        .map_or_else(String::new, |note| format!(" ({note})"));
    format!(
        "{}: {} {what} after round {}{note}, as published.",
        tally.championship.name, tally.count, tally.after
    )
}

fn singular(what: &str) -> String {
    what.strip_suffix('s').unwrap_or(what).to_owned()
}

/// A race in a driver's list: `Montréal 1`, `Miami Qualifying`.
pub fn race(one: &DriverSession) -> String {
    let session = one.session.name.strip_prefix("Race ").unwrap_or(&one.session.name);
    format!("{} {session}", one.weekend.name)
}

/// The awards of a session.
pub fn awards(awards: &[AwardId]) -> String {
    let names: Vec<String> = awards.iter().map(|award| award.as_str().replace('-', " ")).collect();
    names.join(", ")
}

/// A win in a team's list: `Montréal Race 1, Pro: Yves Baltas`.
pub fn win(one: &DriverSession) -> String {
    let class = one
        .class
        .as_ref()
        .map_or_else(String::new, |class| format!(", {}", class.name));
    let finish = one.finish.as_ref();
    let who = finish
        .map(|finish| super::crew::driver(&finish.who))
        .unwrap_or_default();
    let star = if finish.is_some_and(|finish| finish.derived.is_some()) {
        "*"
    } else {
        ""
    };
    format!("{} {}{class}: {who}{star}", one.weekend.name, one.session.name)
}
