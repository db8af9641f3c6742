//! A field split by a feat in words: who has some, and who has none.

use super::feats::{name, within};
use super::{count, list};
use crate::answer::{Feat, FieldOrder, FieldSplit, NamedId};
use crate::domain::Points;

/// Maximum number of names in a sentence.
const MOST: usize = 24;

/// A sentence for each order: those who are asked for, with the others' number.
pub fn lines(split: &FieldSplit) -> Vec<String> {
    let several = split.orders.len() > 1;
    split.orders.iter().map(|order| one(split, order, several)).collect()
}

fn one(split: &FieldSplit, order: &FieldOrder, several: bool) -> String {
    let class = match &order.name {
        Some(name) => format!("{name}: "),
        None if several => "Overall: ".to_owned(),
        None => String::new(),
    };
    let part = format!("{} in {}", within(&split.scope), split.season);
    let text = if split.without {
        without(split, order, &part)
    } else {
        with(split, order, &part)
    };
    super::capital(&format!("{class}{text}{}.", unknown(split, order)))
}

/// `5 drivers have a win in 2025: Verstappen (8) and Norris (7)`
fn with(split: &FieldSplit, order: &FieldOrder, part: &str) -> String {
    if order.with.is_empty() {
        return format!(
            "no {} {} {}{part}",
            people(split, 1),
            is_known(order, "has"),
            some(split.what)
        );
    }
    let each = order
        .with
        .iter()
        .map(|(who, number): &(NamedId, Points)| format!("{} ({number})", who.name));
    let each: Vec<String> = each.collect();
    let number = order.with.len();
    let have = if number == 1 { "has" } else { "have" };
    format!(
        "{} {} {}{part}: {}",
        people(split, number),
        is_known(order, have),
        some(split.what),
        named(&each)
    )
}

/// `4 drivers have no podium in 2025: Albon and Ocon`
fn without(split: &FieldSplit, order: &FieldOrder, part: &str) -> String {
    let none = match split.what {
        Feat::PointsFinishes => "no points".to_owned(),
        what => format!("no {}", singular(what)),
    };
    if order.without.is_empty() {
        return if order.unknown.is_empty() {
            format!(
                "every {} has {}{part}",
                people(split, 1).trim_start_matches("1 "),
                some(split.what)
            )
        } else {
            format!(
                "no {} is known to have {none}{part}",
                people(split, 1).trim_start_matches("1 ")
            )
        };
    }
    let number = order.without.len();
    let have = if number == 1 { "has" } else { "have" };
    let names: Vec<String> = order.without.iter().map(|who| who.name.clone()).collect();
    format!("{} {have} {none}{part}: {}", people(split, number), named(&names))
}

fn is_known(order: &FieldOrder, have: &str) -> String {
    match (order.unknown.is_empty(), have) {
        (true, have) => have.to_owned(),
        (false, "has") => "is known to have".to_owned(),
        (false, _) => "are known to have".to_owned(),
    }
}

/// Those of whom it is not known, and the reason.
fn unknown(split: &FieldSplit, order: &FieldOrder) -> String {
    if order.unknown.is_empty() {
        return String::new();
    }
    let others = match order.unknown.len() {
        number if number <= 4 => named(&order.unknown.iter().map(|who| who.name.clone()).collect::<Vec<_>>()),
        number => people(split, number),
    };
    let why = match order.open {
        0 => String::new(),
        open => format!(", as not all is known of {}", count(open, "race", "races")),
    };
    format!("; not known of {others}{why}")
}

fn people(split: &FieldSplit, number: usize) -> String {
    if split.teams {
        count(number, "team", "teams")
    } else {
        count(number, "driver", "drivers")
    }
}

fn named(names: &[String]) -> String {
    match names.split_at_checked(MOST) {
        Some((first, rest)) if !rest.is_empty() => format!("{} and {} more", first.join(", "), rest.len()),
        _ => list(names),
    }
}

fn singular(what: Feat) -> String {
    let many = name(what);
    many.strip_suffix('s').map_or(many.clone(), str::to_owned)
}

fn some(what: Feat) -> String {
    match what {
        Feat::PointsFinishes => "points".to_owned(),
        what => format!("a {}", singular(what)),
    }
}
