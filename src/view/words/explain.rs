//! Explanations of points in words: one line a session, decisions, the sum.

use super::leaders::points_of;
use super::{ordinal, sentence, standings};
use crate::answer::{Explained, SessionPoints};
use crate::domain::{Adjustment, AwardId, Points, Range, Status, Strike};
use crate::scoring::{Base, Inclusion, PointsSource, UNBOUNDED};

/// The title.
pub fn title(name: &str) -> String {
    format!("{name}'s points")
}

/// Place and points in the table: `Pro: 1st with 110 points, after round 6 of 16, as published.`
pub fn total(explained: &Explained) -> String {
    let who = &explained.who;
    let points = match who.points.map(|points| (points, points.exact())) {
        None => "points not published".to_owned(),
        Some((_, Some(exact))) => points_of(exact),
        Some((range, None)) => format!("{} points", between(range)),
    };
    let place = match who.position {
        Some(place) if who.points.is_some() => format!("{} with {points}", ordinal(place)),
        Some(place) => format!("{}, {points}", ordinal(place)),
        None => points,
    };
    sentence(&format!(
        "{}: {place}, {}, {}",
        explained.championship.name,
        standings::after(explained.after.as_ref(), explained.of),
        standings::basis(&explained.basis)
    ))
}

/// The published total that the sum starts from; `known` is true if part of it is known by session.
pub fn base(base: &Base, known: bool) -> String {
    let known = if known { "; known of them" } else { "" };
    match base {
        Base::Published { after, points } => {
            format!(
                "Published after round {after}: {}{known}{}",
                points_of(*points),
                end(known)
            )
        }
        Base::Phase { from, points } => {
            let before = if known.is_empty() { "" } else { "; the rounds before" };
            format!(
                "Set to {} before round {from}{before}{}",
                points_of(*points),
                end(before)
            )
        }
    }
}

fn end(before_a_table: &str) -> &'static str {
    if before_a_table.is_empty() { "." } else { ":" }
}

/// The heading over the sessions since.
pub fn since(base: &Base) -> String {
    match base {
        Base::Published { .. } => "Since then:".to_owned(),
        Base::Phase { from, .. } => format!("From round {from} on:"),
    }
}

/// True if a session is worth a line: one with points or a start, or one that belongs to the sum.
pub fn tells(one: &SessionPoints, explained: &Explained) -> bool {
    if one.earned.counts == Inclusion::InBase && explained.base.is_none() {
        return false;
    }
    let score = &one.earned.score;
    let published = matches!(explained.base, Some(Base::Published { .. }));
    let seen = score.status.is_some() || !score.parts.is_empty();
    let open = score.points().exact().is_none();
    seen || (open && one.earned.counts == Inclusion::Yes) || (score.points().low > Points::ZERO && !published)
}

/// A race: `Montréal 1`, `China Sprint`, `Monza`.
pub fn race(one: &SessionPoints) -> String {
    match one.name.strip_prefix("Race") {
        Some(number) if number.trim().chars().all(|letter| letter.is_ascii_digit()) => {
            format!("{} {}", one.weekend.name, number.trim()).trim_end().to_owned()
        }
        _ => format!("{} {}", one.weekend.name, one.name),
    }
}

/// The places that scored: `1`, `1+5` for two cars, `DNF`.
pub fn places(one: &SessionPoints) -> String {
    let score = &one.earned.score;
    let ends = score
        .finishes()
        .filter(|finish| finish.stage.is_none() && finish.scores);
    let mut places: Vec<String> = Vec::new();
    for finish in ends {
        let place = match (finish.status, finish.place) {
            (Status::Classified, Some(place)) => place.to_string(),
            (Status::Classified, None) => "–".to_owned(),
            (Status::Dnf, _) => "DNF".to_owned(),
            (Status::Dns, _) => "DNS".to_owned(),
            (Status::Dsq, _) => "DSQ".to_owned(),
            (Status::Nc, _) => "NC".to_owned(),
        };
        places.push(place);
    }
    places.join("+")
}

/// The points of a session, in brackets where they are dropped.
pub fn points(one: &SessionPoints) -> String {
    let points = between(one.earned.score.points());
    match one.earned.counts {
        Inclusion::Dropped => format!("({points})"),
        Inclusion::Yes | Inclusion::InBase => points,
    }
}

/// `25`, `25–28`, or a question mark where nothing is known.
fn between(points: Range<Points>) -> String {
    match points.exact() {
        Some(exact) => exact.to_string(),
        None if points.high >= UNBOUNDED && points.low == Points::ZERO => "?".to_owned(),
        None if points.high >= UNBOUNDED => format!("{}+", points.low),
        None => format!("{}–{}", points.low, points.high),
    }
}

/// The part of a session's points that is not for the place at its end: `pole 2, FL 1`.
pub fn bonus(one: &SessionPoints) -> String {
    let parts = one.earned.score.parts.iter().filter(|part| part.pool.is_none());
    let named = parts.filter_map(|part| {
        let name = match &part.what {
            PointsSource::Award(award) => self::award(award),
            PointsSource::Place(finish) => finish.stage.as_ref()?.as_str().replace('-', " "),
            PointsSource::Printed => return Some("as printed".to_owned()),
        };
        (part.points != Range::exactly(Points::ZERO)).then(|| format!("{name} {}", between(part.points)))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// The shortest name of an award.
fn award(award: &AwardId) -> String {
    match award.as_str() {
        "fastest-lap" => "FL".to_owned(),
        other => other.replace('-', " "),
    }
}

/// A steward's decision: `10 Mar 2030: -3 points (a wrong tyre).`
pub fn decision(decision: &Adjustment) -> String {
    let date = decision.date.format("%-d %b %Y");
    let what = match (decision.points, decision.strike) {
        (Some(points), _) if points > Points::ZERO => format!("+{}", points_of(points)),
        (Some(points), _) => points_of(points),
        (None, Some(Strike::Removed)) => "struck from the table".to_owned(),
        (None, Some(Strike::Unranked)) => "struck from the order, with the points".to_owned(),
        (None, Some(Strike::WithoutPoints)) => "struck from the order, without points".to_owned(),
        (None, None) if decision.annul.is_some() => "results annulled".to_owned(),
        (None, None) => match &decision.takes_over {
            Some(former) => format!("carries on the points of {former}"),
            None => "ahead at equal points".to_owned(),
        },
    };
    format!("{date}: {what} ({}).", decision.reason)
}

/// The sum of everything: `110 published + 23 since = 133 points.`
pub fn sum(explained: &Explained) -> Option<String> {
    explained.who.points?;
    let counted = explained
        .sessions
        .iter()
        .filter(|one| one.earned.counts == Inclusion::Yes);
    let races: Range<Points> = counted.clone().map(|one| one.earned.score.points()).sum();
    let decided: Points = explained.decisions.iter().filter_map(|one| one.points).sum();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(explained.base.as_ref().map(|base| match base {
        Base::Published { points, .. } => format!("{points} published"),
        Base::Phase { points, .. } => format!("{points} to start from"),
    }));
    if counted.count() > 0 {
        let since = if explained.base.is_some() {
            "since"
        } else {
            "from races"
        };
        parts.push(format!("{} {since}", between(races)));
    }
    if explained.carried != Points::ZERO {
        parts.push(format!("{} carried over", explained.carried));
    }
    if decided != Points::ZERO {
        parts.push(format!("{decided} by decision"));
    }
    let sum = match explained.sum.exact() {
        Some(exact) => points_of(exact),
        None => format!("{} points", between(explained.sum)),
    };
    match parts.len() {
        0 => None,
        1 if explained.base.is_some() => None,
        1 => Some(format!("In all {sum}.")),
        _ => Some(format!("{} = {sum}.", parts.join(" + ").replace("+ -", "− "))),
    }
}

/// Remarks: what the lines leave out.
pub fn remarks(explained: &Explained) -> Vec<String> {
    let mut lines = Vec::new();
    let shown = || explained.sessions.iter().filter(|one| tells(one, explained));
    if shown().any(|one| one.earned.counts == Inclusion::Dropped) {
        lines.push("In brackets: dropped, and not in the sum.".to_owned());
    }
    if explained.before_drops {
        lines.push("The sum is before dropped results: which are dropped depends on what is not known yet.".to_owned());
    }
    if shown().any(|one| bonus(one).contains("FL ")) {
        lines.push("FL is the fastest lap.".to_owned());
    }
    if shown().any(|one| one.earned.score.points().exact().is_none()) {
        lines.push("From–to: not all of that race's result is known.".to_owned());
    }
    match explained.strike {
        Some(Strike::WithoutPoints) => lines.push("The table has the row without points, by decision.".to_owned()),
        Some(Strike::Unranked | Strike::Removed) | None => {}
    }
    if explained.who.points.is_none() {
        lines.push("The published table has the place alone, so there is nothing to add up.".to_owned());
    }
    lines
}
