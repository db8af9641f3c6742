//! Places of a classification: each is possible, held by one car, and none is missing.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Report;
use super::results::{class_of, classifications, rows};
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{ClassId, Classification, Complete, Place, Row, Status};

pub const RULES: &[Rule] = &[
    Rule {
        name: "impossible-place",
        holds: "places count from 1, several possible ones differ, and none is worse in class than over all",
        needs: &[],
        check: RuleCheck::Season(places_possible),
    },
    Rule {
        name: "two-cars-on-one-place",
        holds: "two cars share a place only in a dead heat",
        needs: &["entries.json", "season.json"],
        check: RuleCheck::Season(one_car_a_place),
    },
    Rule {
        name: "hole-in-complete-classification",
        holds: "a classification that says it is complete has every place but those of disqualified cars",
        needs: &["entries.json", "season.json"],
        check: RuleCheck::Season(no_holes),
    },
];

/// Maximum number of places in a classification.
const MOST_PLACES: u16 = 500;

fn places_possible(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for (a, award) in classification.awards.iter().enumerate() {
            if let Some(message) = award.place.and_then(out_of_order) {
                let path = format_args!("$.classifications[{c}].awards[{a}].place");
                report.error("results.json", path, message, "leave it out for whoever won the award");
            }
        }
    }
    for (c, _, r, row) in rows(scope) {
        for (key, place) in [("place", &row.place), ("class_place", &row.class_place)] {
            if let Some(message) = place.as_ref().and_then(impossible) {
                let path = format_args!("$.classifications[{c}].rows[{r}].{key}");
                report.error("results.json", path, message, "write 3, or [2, 3], or {\"from\": 16}");
            }
        }
        let exact = |place: &Option<Place>| place.as_ref().and_then(Place::exact);
        if let (Some(place), Some(class_place)) = (exact(&row.place), exact(&row.class_place))
            && class_place > place
        {
            let path = format_args!("$.classifications[{c}].rows[{r}].class_place");
            let message = format!("place {class_place} in class is worse than place {place} over all cars");
            report.error("results.json", path, message, "correct one of the two");
        }
    }
}

fn out_of_order(place: u16) -> Option<String> {
    (!(1..=MOST_PLACES).contains(&place)).then(|| format!("there is no place {place}"))
}

/// Reason why a place is impossible.
fn impossible(place: &Place) -> Option<String> {
    match place {
        Place::Exactly(place) => out_of_order(*place),
        Place::From { from } => out_of_order(*from),
        Place::OneOf(places) => {
            let different: BTreeSet<u16> = places.iter().copied().collect();
            let few = (different.len() < 2 || different.len() < places.len())
                .then(|| "a list of possible places names two or more different ones".to_owned());
            places.iter().find_map(|place| out_of_order(*place)).or(few)
        }
    }
}

/// An exact place: the key it stands under, the class if it is one in class, and the place.
type Held<'c> = (&'static str, Option<&'c ClassId>, u16);

/// Rows, with their indices, by the exact place they hold: over all cars and in each class.
fn holders<'c>(
    scope: &SeasonScope<'c>,
    classification: &'c Classification,
) -> BTreeMap<Held<'c>, Vec<(usize, &'c Row)>> {
    let mut holders: BTreeMap<_, Vec<(usize, &Row)>> = BTreeMap::new();
    for (r, row) in classification.rows.iter().enumerate() {
        if let Some(place) = row.place.as_ref().and_then(Place::exact) {
            holders.entry(("place", None, place)).or_default().push((r, row));
        }
        if let Some(place) = row.class_place.as_ref().and_then(Place::exact) {
            let class = class_of(scope.season, classification, row);
            // A car of unknown class may share its place with any other.
            if class.is_some() {
                holders.entry(("class_place", class, place)).or_default().push((r, row));
            }
        }
    }
    holders
}

fn one_car_a_place(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for ((key, class, place), rows) in holders(scope, classification) {
            let Some(((first, _), rest)) = rows.split_first() else {
                continue;
            };
            if rest.is_empty() || rows.iter().all(|(_, row)| row.dead_heat) {
                continue;
            }
            let of = class.map_or_else(String::new, |class| format!(" of '{class}'"));
            for (r, _) in rest {
                let path = format_args!("$.classifications[{c}].rows[{r}].{key}");
                let message = format!("place {place}{of} is held by row {} already", first + 1);
                let hint = "correct one of the two; write \"dead_heat\": true in both if they really share it";
                report.error("results.json", path, message, hint);
            }
        }
    }
}

fn no_holes(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        if classification.complete == Complete::default() {
            continue;
        }
        if classification.rows.is_empty() {
            let message = "this classification is complete and has no rows";
            let path = format_args!("$.classifications[{c}].complete");
            report.error(
                "results.json",
                path,
                message,
                "add the rows, or write \"complete\": false",
            );
            continue;
        }
        let holders = holders(scope, classification);
        let mut look = |key: &'static str, class: Option<&ClassId>, vague: usize| {
            let taken: BTreeMap<u16, usize> = holders
                .iter()
                .filter(|((k, of, _), _)| *k == key && *of == class)
                .map(|((.., place), rows)| (*place, rows.len()))
                .collect();
            let holes = holes(&taken);
            if holes.len() > vague {
                let of = class.map_or_else(String::new, |class| format!(" of '{class}'"));
                let holes: Vec<String> = holes.iter().map(u16::to_string).collect();
                let message = format!("nobody has place {}{of}", holes.join(", "));
                let path = format_args!("$.classifications[{c}].rows");
                let hint = "add the missing rows, or say in \"complete\" for which classes nobody is missing";
                report.error("results.json", path, message, hint);
            }
        };
        if classification.complete.holds_for(None) {
            look("place", None, vague(&classification.rows, |row| row.place.as_ref()));
        }
        for class in &scope.season.classes {
            if classification.complete.holds_for(Some(&class.id)) {
                let of_class = |row: &&Row| class_of(scope.season, classification, row) == Some(&class.id);
                let rows: Vec<Row> = classification.rows.iter().filter(of_class).cloned().collect();
                look(
                    "class_place",
                    Some(&class.id),
                    vague(&rows, |row| row.class_place.as_ref()),
                );
            }
        }
    }
}

/// Places up to the last one that no car holds. Behind a dead heat of two one place stays free.
fn holes(taken: &BTreeMap<u16, usize>) -> Vec<u16> {
    let last = taken.keys().next_back().copied().unwrap_or(0).min(MOST_PLACES);
    let mut free_until = 0;
    let mut holes = Vec::new();
    for place in 1..=last {
        match taken.get(&place) {
            Some(cars) => free_until = usize::from(place) + cars,
            None if usize::from(place) < free_until => {}
            None => holes.push(place),
        }
    }
    holes
}

/// Number of places that may be free: those of rows without an exact place, and those left empty behind a
/// disqualified car.
fn vague<'r>(rows: &'r [Row], place: impl Fn(&'r Row) -> Option<&'r Place>) -> usize {
    let is_vague = |row: &&'r Row| match place(row) {
        Some(Place::Exactly(_)) => false,
        Some(Place::OneOf(_) | Place::From { .. }) => true,
        None => matches!(row.status, Status::Classified | Status::Dsq),
    };
    rows.iter().filter(is_vague).count()
}
