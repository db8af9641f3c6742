//! The order that counts: which place each row of a classification holds for a championship.

use crate::domain::{
    CarNumber, Championship, Classification, Entry, Order, Place, PlaceTable, Points, Range, Retired, Row, Rules,
    Season, Slug, Status,
};

/// A row of a classification as one championship sees it.
#[derive(Debug, Clone)]
pub(super) struct Placed<'a> {
    /// The row.
    pub row: &'a Row,
    /// The driver, from the row or its entry.
    pub driver: Option<&'a Slug>,
    /// The team, from the row or its entry.
    pub team: Option<&'a Slug>,
    /// The place in the order that counts, as far as known; `None` for a row without one.
    pub place: Option<Place>,
}

/// The rows of a classification that a championship counts, guests left out, each with its place in the order that counts.
pub(super) fn order<'a>(
    season: &'a Season,
    championship: &Championship,
    rules: &Rules,
    classification: &'a Classification,
) -> Vec<Placed<'a>> {
    let rows = seen(season, classification);
    let counts = |seen: &&Seen<'_>| {
        !seen.guest
            && championship
                .class
                .as_ref()
                .is_none_or(|class| seen.class == Some(class))
    };
    rows.iter()
        .filter(counts)
        .map(|seen| {
            let place = match rules.order {
                Order::Overall => moved_up(seen, &rows),
                Order::Class => class_place(seen, &rows, classification),
            };
            Placed {
                row: seen.row,
                driver: seen.driver,
                team: seen.team,
                place,
            }
        })
        .collect()
}

/// A row of a classification with what its entry adds and the place in its class.
#[derive(Debug, Clone)]
pub struct Finisher<'a> {
    /// The row.
    pub row: &'a Row,
    /// The driver, from the row or its entry.
    pub driver: Option<&'a Slug>,
    /// The car's number, from the row or its entry.
    pub car: Option<&'a CarNumber>,
    /// The team, from the row or its entry.
    pub team: Option<&'a Slug>,
    /// The class, from the row or its entry.
    pub class: Option<&'a Slug>,
    /// The place in the class, guests left out, as far as known.
    pub class_place: Option<Place>,
}

/// All rows of a classification as people read them: whoever scores in which championship.
pub fn finishers<'a>(season: &'a Season, classification: &'a Classification) -> Vec<Finisher<'a>> {
    let rows = seen(season, classification);
    let finisher = |seen: &Seen<'a>| Finisher {
        row: seen.row,
        driver: seen.driver,
        car: seen.car,
        team: seen.team,
        class: seen.class,
        class_place: class_place(seen, &rows, classification).filter(|_| !seen.guest),
    };
    rows.iter().map(finisher).collect()
}

/// A row with what its entry adds.
struct Seen<'a> {
    row: &'a Row,
    driver: Option<&'a Slug>,
    car: Option<&'a CarNumber>,
    team: Option<&'a Slug>,
    class: Option<&'a Slug>,
    guest: bool,
}

fn seen<'a>(season: &'a Season, classification: &'a Classification) -> Vec<Seen<'a>> {
    let weekend = &classification.session.weekend;
    let with_entry = |row: &'a Row| {
        let entry = season.entry(weekend, row.driver.as_ref(), row.car.as_ref());
        let of_entry = |part: fn(&'a Entry) -> Option<&'a Slug>| entry.and_then(part);
        Seen {
            row,
            driver: row.driver.as_ref().or_else(|| of_entry(|entry| entry.drivers.first())),
            car: row.car.as_ref().or_else(|| entry.and_then(|entry| entry.car.as_ref())),
            team: row.team.as_ref().or_else(|| of_entry(|entry| entry.team.as_ref())),
            class: row.class.as_ref().or_else(|| of_entry(|entry| entry.class.as_ref())),
            guest: entry.is_some_and(|entry| entry.guest),
        }
    };
    classification.rows.iter().map(with_entry).collect()
}

/// The place over all cars, less the guests ahead; a car is no better over all than in its class.
fn moved_up(seen: &Seen<'_>, rows: &[Seen<'_>]) -> Option<Place> {
    let Some(place) = seen.row.place.clone() else {
        let best = match seen.row.class_place.as_ref()? {
            Place::Exactly(place) | Place::From { from: place } => Some(*place),
            Place::OneOf(places) => places.iter().copied().min(),
        };
        return best.map(|from| Place::From { from });
    };
    let Some(exact) = place.exact() else { return Some(place) };
    let ahead = |other: &&Seen<'_>| other.guest && exact_place(other.row).is_some_and(|place| place < exact);
    Some(Place::Exactly(exact - count(rows.iter().filter(ahead))))
}

/// The place in the class: as printed, else counted from the order over all cars.
fn class_place(seen: &Seen<'_>, rows: &[Seen<'_>], classification: &Classification) -> Option<Place> {
    if let Some(place) = &seen.row.class_place {
        return Some(place.clone());
    }
    let exact = exact_place(seen.row)?;
    let rivals = || rows.iter().filter(|other| other.class == seen.class && !other.guest);
    let ahead = count(rivals().filter(|other| exact_place(other.row).is_some_and(|place| place < exact)));
    let vague = |other: &&Seen<'_>| matches!(other.row.place, Some(Place::OneOf(_)));
    if classification.complete.holds_for(seen.class) && !rivals().any(|other| vague(&other)) {
        Some(Place::Exactly(ahead + 1))
    } else {
        Some(Place::From { from: ahead + 1 })
    }
}

fn exact_place(row: &Row) -> Option<u16> {
    row.place.as_ref().and_then(Place::exact)
}

fn count<T>(rows: impl Iterator<Item = T>) -> u16 {
    u16::try_from(rows.count()).unwrap_or(u16::MAX)
}

/// What a row scores for its place: exactly, or within bounds where the place or the rule is not known.
pub(super) fn place_points(
    table: &PlaceTable,
    retired: Retired,
    placed: &Placed<'_>,
    best_free: Points,
) -> Range<Points> {
    let for_place = match &placed.place {
        Some(Place::Exactly(place)) => Range::exactly(table.points(*place)),
        Some(Place::OneOf(places)) => places
            .iter()
            .map(|place| Range::exactly(table.points(*place)))
            .reduce(Range::or)
            .unwrap_or_else(|| Range::between(Points::ZERO, best_free)),
        Some(Place::From { from }) => Range::between(Points::ZERO, table.points(*from)),
        None => Range::between(Points::ZERO, best_free),
    };
    match (placed.row.status, retired) {
        (Status::Classified, _) | (Status::Dnf, Retired::Score) if placed.place.is_some() => for_place,
        (Status::Classified, _) => Range::between(Points::ZERO, best_free),
        // A car that retired and was given no place is behind all that have one.
        (Status::Dnf, Retired::Unknown) if placed.place.is_some() => Range::between(Points::ZERO, for_place.high),
        (Status::Dnf, Retired::Unknown) => Range::between(Points::ZERO, best_free),
        (Status::Dnf, Retired::Nothing | Retired::Score) | (Status::Dns | Status::Dsq | Status::Nc, _) => {
            Range::exactly(Points::ZERO)
        }
    }
}
