//! Supposed (what-if) tables in words: supposed results, consequences, open results.

use super::leaders::points_of;
use super::{list, ordinal};
use crate::answer::{
    Frame, NamedSession, NonFinish, OpenPart, OpenSession, ProjectedRow, SupposedResult, SupposedSession, WhatIf,
};
use crate::domain::{AwardId, Points, Range};
use crate::question::Unsupposable;

/// The title.
pub fn title(frame: &Frame, whatif: &WhatIf) -> String {
    let season = frame.year();
    format!("{} {season} · {}: what if", frame.series.name, whatif.championship.name)
}

/// A session: `Watkins Glen Race 1`.
pub fn session(at: &NamedSession) -> String {
    format!("{} {}", at.weekend, at.name)
}

/// The supposed results of a session: `Watkins Glen Race 1: 1st Michael Cooper, 2nd Loek Hartog; pole Michael Cooper.`
pub fn supposed(supposing: &SupposedSession) -> String {
    let pieces = supposing.pieces.iter().map(|(wanted, driver)| match wanted {
        SupposedResult::Place(place) => format!("{} {}", ordinal(*place), driver.name),
        SupposedResult::Award(award) => format!("{} {}", self::award(award), driver.name),
        SupposedResult::Out(ended) => format!("{} {}", driver.name, out(*ended)),
    });
    format!("{}: {}.", session(&supposing.at), pieces.collect::<Vec<_>>().join(", "))
}

fn out(ended: NonFinish) -> &'static str {
    match ended {
        NonFinish::Dnf => "retires without points",
        NonFinish::Dns => "does not start",
        NonFinish::Dsq => "is disqualified",
    }
}

fn award(award: &AwardId) -> String {
    award.as_str().replace('-', " ")
}

/// The basis of the table: `After round 7 of 16, from the table published after round 6.`
pub fn moment(whatif: &WhatIf) -> String {
    let after = super::standings::after(whatif.after.as_ref(), whatif.of);
    let base = match &whatif.base {
        Some(round) => format!("from the table published after round {round}"),
        None => "from results".to_owned(),
    };
    super::sentence(&format!("{after}, {base}"))
}

/// A place: `2`, `2–4`, `3+` where nothing bounds the worst.
pub fn place(row: &ProjectedRow) -> String {
    match row.place.exact() {
        Some(place) => place.to_string(),
        None if row.place.high == u16::MAX => format!("{}+", row.place.low),
        None => format!("{}–{}", row.place.low, row.place.high),
    }
}

/// Places gained or lost: `▲1`, `▼2`, `=`; empty where that is not certain.
pub fn arrow(row: &ProjectedRow) -> String {
    match row.gained() {
        None => String::new(),
        Some(0) => "=".to_owned(),
        Some(gained) if gained > 0 => format!("▲{gained}"),
        Some(gained) => format!("▼{}", -gained),
    }
}

/// Points: `135`, `130–133`.
pub fn points(points: Range<Points>) -> String {
    match points.exact() {
        Some(exact) => exact.to_string(),
        None => format!("{}–{}", points.low, points.high),
    }
}

/// The gap to the first row: `-18`, `-15–21`; `≤ 4` where it may be ahead as well.
pub fn gap(row: &ProjectedRow) -> String {
    match row.gap {
        None => "–".to_owned(),
        Some(gap) => match gap.exact() {
            Some(Points::ZERO) => "0".to_owned(),
            Some(exact) => format!("-{exact}"),
            None if gap.low < Points::ZERO => format!("≤{}", gap.high),
            None => format!("-{}–{}", gap.low, gap.high),
        },
    }
}

/// The open results, and how the table treats them.
pub fn remarks(whatif: &WhatIf) -> Vec<String> {
    let mut lines = Vec::new();
    let open: Vec<String> = whatif.open.iter().map(self::open).collect();
    if !open.is_empty() {
        lines.push(format!("Left open: {}.", open.join("; ")));
        lines.push("Points and places from–to depend on that; an arrow stands where the place is sure.".to_owned());
    }
    if let Some(most) = whatif.unlisted {
        lines.push(format!("Whoever is not listed has {} at most.", points_of(most)));
    }
    if whatif.before_drops {
        lines.push("Points are before any dropped results.".to_owned());
    }
    lines
}

fn open(open: &OpenSession) -> String {
    let name = session(&open.at);
    match open.how {
        OpenPart::All => return format!("all of {name}"),
        OpenPart::NotKnown => return format!("what is not known of {name}"),
        OpenPart::OtherPlaces => {}
    }
    let awards: Vec<String> = open.awards.iter().map(award).collect();
    let what: Vec<String> = std::iter::once("other places".to_owned()).chain(awards).collect();
    format!("{} of {name}", list(&what))
}

/// The text before the command that recalls a scenario.
pub const RECALL: &str = "Anyone can recall this: ";

/// A code was made with another version of the pack.
pub fn stale(made_with: &str, frame: &Frame) -> String {
    let now = frame.version.as_deref().unwrap_or("another one");
    format!(
        "The code was made with pack {made_with}. The pack is of {now} by now, and the table is worked out from it."
    )
}

/// The button for the current table.
pub const TABLE_NOW: &str = "Table now";

/// The title of an answer to a scenario that is not possible.
pub fn fault_title(fault: &Unsupposable) -> &'static str {
    match fault {
        Unsupposable::DamagedCode | Unsupposable::LostCode => "Not a scenario",
        Unsupposable::NoPiece { .. } => "Not understood",
        Unsupposable::NotCounted { .. } => "Not known",
        _ => "That cannot be",
    }
}

/// The reason why a scenario is not possible, and how to mend it.
pub fn fault(fault: &Unsupposable) -> String {
    match fault {
        Unsupposable::NoPiece { text, awards } => no_piece(text, awards),
        Unsupposable::NamedTwice { name, at } => {
            format!("{name} is named twice for {}: leave one of the two out.", session(at))
        }
        Unsupposable::PlaceTwice { place, at } => given_twice(&format!("{} place", ordinal(*place)), at),
        Unsupposable::AwardTwice { award, at } => given_twice(&self::award(award), at),
        Unsupposable::BeyondField { place, field, at } => format!(
            "There is no {} place in {}: {field} cars are known for it. Name a place up to {field}.",
            ordinal(*place),
            session(at)
        ),
        Unsupposable::OtherClass {
            name,
            class,
            championship,
        } => other_class(name, class.as_deref(), championship),
        Unsupposable::Resolved { at, open } => resolved(at, open.as_deref()),
        Unsupposable::Known { at, name, place, award } => known(at, name, *place, award.as_ref()),
        Unsupposable::DoesNotCount { at, championship } => format!(
            "{} does not count for {championship}. Name a race that does.",
            session(at)
        ),
        Unsupposable::NothingOpen { championship } => {
            format!("Nothing of that is left to be run for {championship}.")
        }
        Unsupposable::NoAward {
            award,
            championship,
            awards,
        } => no_award(award, championship, awards),
        Unsupposable::PlaceNeeded { name, award } => format!(
            "Whether {name} is paid for the {} depends on the place: name that as well.",
            self::award(award)
        ),
        Unsupposable::NotCounted { championship } => format!(
            "How {championship} is scored, or how its table stands, is not known well enough to suppose anything."
        ),
        Unsupposable::DamagedCode => {
            "That code is damaged: a letter is missing or another. Copy it whole from the answer that shows it."
                .to_owned()
        }
        Unsupposable::LostCode => {
            "That code speaks of something that the packs do not have any more. Say the results again in words."
                .to_owned()
        }
    }
}

/// A text that is no supposed result.
fn no_piece(text: &str, awards: &[AwardId]) -> String {
    let awards: String = awards.iter().map(|award| format!(", {award}:")).collect();
    format!(
        "'{text}' says nothing that can be supposed. Write what and who, such as 1:cooper: a place{awards}, dnf:, dns: or dsq:; before them the session, such as race-1."
    )
}

/// A place or an award that is given to two drivers.
fn given_twice(what: &str, at: &NamedSession) -> String {
    format!(
        "The {what} of {} is given to two drivers: leave one of them out.",
        session(at)
    )
}

/// A driver who does not score in the championship.
fn other_class(name: &str, class: Option<&str>, championship: &str) -> String {
    match class {
        Some(class) => format!(
            "{name} is in {class} and has no place in {championship}. Ask for the table of {class}, or leave {name} out."
        ),
        None => format!("{name} does not score in {championship} this season. Leave {name} out."),
    }
}

/// A session whose result is known, and the next one that is open.
fn resolved(at: &NamedSession, open: Option<&NamedSession>) -> String {
    let next = open.map_or_else(
        || "Nothing later is open.".to_owned(),
        |open| format!("The next that is open is {}.", session(open)),
    );
    format!("{} has been run, and its points are in the table. {next}", session(at))
}

/// A supposed result that contradicts a known one.
fn known(at: &NamedSession, name: &str, place: Option<u16>, award: Option<&AwardId>) -> String {
    let what = match (place, award) {
        (Some(place), _) => format!("{name} was {}", ordinal(place)),
        (None, Some(award)) => format!("the {} was {name}'s", self::award(award)),
        (None, None) => name.to_owned(),
    };
    format!(
        "{} has been run, and {what}. Suppose what is not known of it.",
        session(at)
    )
}

/// An award without points in the championship.
fn no_award(award: &AwardId, championship: &str, awards: &[AwardId]) -> String {
    let awards: Vec<String> = awards.iter().map(self::award).collect();
    let pays = if awards.is_empty() {
        "Only places pay points there".to_owned()
    } else {
        format!("Besides places it pays for {}", list(&awards))
    };
    format!(
        "{championship} pays nothing for {}. {pays}: leave it out.",
        self::award(award)
    )
}
