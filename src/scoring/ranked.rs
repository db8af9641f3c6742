//! Places of the rows of a classification, in the order that counts for a championship.

use std::collections::BTreeMap;

use super::resolved_row::ResolvedRow;
use crate::domain::{ClassId, Classification, Others, Place, Row};

/// A row as one championship sees it, before its place is known.
pub(super) struct RankedRow<'a> {
    pub seen: ResolvedRow<'a>,
    /// True if the championship covers this car.
    pub inside: bool,
    /// The effect of its not scoring; `None` if it scores.
    pub excluded: Option<Others>,
}

fn gone(ranked: &RankedRow<'_>) -> bool {
    matches!(ranked.excluded, Some(Others::MoveUp | Others::Invisible))
}

fn invisible(ranked: &RankedRow<'_>) -> bool {
    ranked.excluded == Some(Others::Invisible)
}

/// The number of cars ahead of a place, counted once for all rows.
#[derive(Default)]
pub(super) struct CarsAhead<'a> {
    /// The places of all rows, rising.
    all: Vec<u16>,
    /// The places of the cars that hold none in the scoring order, and of those that are invisible in it.
    gone: Vec<u16>,
    invisible: Vec<u16>,
    /// The same by class, for the cars that the championship covers.
    classes: BTreeMap<Option<&'a ClassId>, ClassPlaces>,
}

/// The places of one class, rising.
#[derive(Default)]
struct ClassPlaces {
    /// Overall places of the cars that keep theirs, and of the visible ones.
    staying: Vec<u16>,
    visible: Vec<u16>,
    /// Printed class places of the cars that hold none and of the invisible ones; both include cars that the
    /// championship does not cover, since the print counts them.
    printed_gone: Vec<u16>,
    printed_invisible: Vec<u16>,
    /// True if a row has several possible places.
    vague: bool,
}

impl<'a> CarsAhead<'a> {
    pub fn of(rows: &[RankedRow<'a>]) -> Self {
        let mut ahead = Self::default();
        for ranked in rows {
            let class = ahead.classes.entry(ranked.seen.class).or_default();
            if let Some(place) = exact(ranked.seen.row) {
                ahead.all.push(place);
                ahead.gone.extend(gone(ranked).then_some(place));
                ahead.invisible.extend(invisible(ranked).then_some(place));
                if ranked.inside {
                    class.staying.extend((!gone(ranked)).then_some(place));
                    class.visible.extend((!invisible(ranked)).then_some(place));
                }
            }
            let printed = ranked.seen.row.class_place.as_ref().and_then(Place::exact);
            let out = |out: bool| printed.filter(|_| out || !ranked.inside);
            class.printed_gone.extend(out(gone(ranked)));
            class.printed_invisible.extend(out(invisible(ranked)));
            class.vague |= ranked.inside && matches!(ranked.seen.row.place, Some(Place::OneOf(_)));
        }
        let of_classes = ahead.classes.values_mut().flat_map(|class| {
            let ClassPlaces {
                staying,
                visible,
                printed_gone,
                printed_invisible,
                ..
            } = class;
            [staying, visible, printed_gone, printed_invisible]
        });
        for places in of_classes.chain([&mut ahead.all, &mut ahead.gone, &mut ahead.invisible]) {
            places.sort_unstable();
        }
        ahead
    }
}

/// The number of places, rising, that are better than `place`.
fn better(places: &[u16], place: u16) -> u16 {
    u16::try_from(places.partition_point(|one| *one < place)).unwrap_or(u16::MAX)
}

/// The overall place, less the cars ahead that hold none; a car is no better overall than in its class.
pub(super) fn overall(ranked: &RankedRow<'_>, ahead: &CarsAhead<'_>) -> (Option<Place>, Option<u16>) {
    let row = ranked.seen.row;
    let Some(place) = row.place.clone() else {
        let best = row.class_place.as_ref().and_then(Place::best);
        return (best.map(|from| Place::From { from }), None);
    };
    let Some(printed) = place.exact() else {
        return (Some(place), None);
    };
    (
        Some(Place::Exactly(before(printed, better(&ahead.gone, printed)))),
        Some(before(printed, better(&ahead.invisible, printed))),
    )
}

/// A place with so many cars ahead removed; cars that share a place count each, so there may be more than places.
const fn before(place: u16, out: u16) -> u16 {
    let left = place.saturating_sub(out);
    if left == 0 { 1 } else { left }
}

/// The place in the class: as printed, otherwise counted from the overall order.
pub(super) fn in_class(
    ranked: &RankedRow<'_>,
    ahead: &CarsAhead<'_>,
    classification: &Classification,
) -> (Option<Place>, Option<u16>) {
    let (row, class) = (ranked.seen.row, ranked.seen.class);
    let Some(rivals) = ahead.classes.get(&class) else {
        return (None, None);
    };
    if let Some(place) = &row.class_place {
        let Some(printed) = place.exact() else {
            return (Some(place.clone()), None);
        };
        // A printed place counts the guests among others; places printed without them need no correction.
        return (
            Some(Place::Exactly(before(printed, better(&rivals.printed_gone, printed)))),
            Some(before(printed, better(&rivals.printed_invisible, printed))),
        );
    }
    let Some(printed) = exact(row) else { return (None, None) };
    let place = better(&rivals.staying, printed) + 1;
    let road = better(&rivals.visible, printed) + 1;
    let complete = classification.complete.holds_for(class) && !rivals.vague;
    // If everybody ahead is listed, nobody unlisted can be ahead.
    if complete || better(&ahead.all, printed) + 1 == printed {
        (Some(Place::Exactly(place)), Some(road))
    } else {
        (Some(Place::From { from: place }), None)
    }
}

/// The overall place, if it is known exactly.
pub(super) fn exact(row: &Row) -> Option<u16> {
    row.place.as_ref().and_then(Place::exact)
}
