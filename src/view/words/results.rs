//! Results in words: places, points, awards, unknown parts.

use super::time;
use crate::answer::{AwardWinner, CarResult, ClassResult, NamedId, SessionResult, WeekendResults, WeekendTitle};
use crate::domain::{
    AwardId, ClassId, DriverId, Place, Points, PublicationStatus, SessionKind, Start, Status, WeekendId,
};
use crate::schedule::State;

/// The order over all cars.
pub const OVERALL: &str = "Overall";
/// The meaning of a star.
pub const DERIVED: &str = "* worked out from other facts";

/// The title.
pub fn title(series: &str, weekend: &WeekendTitle, class: Option<&NamedId<ClassId>>) -> String {
    let class = class.map_or_else(String::new, |class| format!("{} ", class.name));
    format!("{series} {} · {} {class}results", weekend.season, weekend.title.name)
}

/// A session with its round and day: `Race 1 · Round 7 · Fri 21 Jun`.
pub fn session(session: &SessionResult) -> String {
    let mut parts = vec![session.session.name.clone()];
    parts.extend(session.round.as_ref().map(|round| format!("Round {round}")));
    parts.extend(day(session));
    parts.join(" · ")
}

/// The day of a session, where it is known.
pub(super) fn day(session: &SessionResult) -> Option<String> {
    match (session.start, &session.clock) {
        (Start::At(_), Some(clock)) => Some(time::day(clock.date)),
        (Start::On(date), _) => Some(time::day(date)),
        _ => None,
    }
}

/// The reason why a session has no result to show.
pub fn without_result(session: &SessionResult) -> String {
    let name = &session.session.name;
    match session.state {
        State::Cancelled => format!("{name} was cancelled."),
        State::Finished => format!("{name} is over; its result is not in the packs."),
        State::Live => format!("{name} is on now; its result is not known yet."),
        State::Today | State::Upcoming => match (&session.clock, day(session)) {
            (Some(clock), Some(day)) => format!("{name} has not been run yet: {day}, {}.", time::zoned(clock)),
            (None, Some(day)) => format!("{name} has not been run yet: {day}, time not published."),
            _ => format!("{name} has not been run yet."),
        },
    }
}

/// The order a list follows: the class's name, or that of the order over all cars.
pub fn class(class: &ClassResult) -> String {
    class
        .class
        .as_ref()
        .map_or_else(|| OVERALL.to_owned(), |class| class.name.clone())
}

/// A place in a table: `1`, `=2`, `2/3`, `4–14`, `16+` or a dash; in a table with stars, one where it was worked out.
pub fn place(row: &CarResult, stars: bool) -> String {
    let place = match &row.place {
        Some(Place::Exactly(place)) if row.dead_heat => format!("={place}"),
        Some(Place::Exactly(place)) => place.to_string(),
        Some(Place::OneOf(places)) => possible(places),
        Some(Place::From { from }) => format!("{from}+"),
        None => "–".to_owned(),
    };
    match (stars, row.derived.is_some()) {
        (true, true) => place + "*",
        (true, false) => place + " ",
        (false, _) => place,
    }
}

/// Places of which one is meant.
fn possible(places: &[u16]) -> String {
    match places {
        [first, .., last] if places.len() > 2 && usize::from(last - first) == places.len() - 1 => {
            format!("{first}–{last}")
        }
        places => places.iter().map(ToString::to_string).collect::<Vec<_>>().join("/"),
    }
}

/// The status of a car that did not finish.
pub fn status(row: &CarResult) -> Option<&'static str> {
    match row.status {
        Status::Classified => None,
        Status::Dnf => Some("DNF"),
        Status::Dns => Some("DNS"),
        Status::Dsq => Some("DSQ"),
        Status::Nc => Some("NC"),
    }
}

/// Points of a row: exact, from least to most, or a question mark where they say nothing.
pub fn points(row: &CarResult) -> String {
    match row.points.map(|points| (points, points.exact())) {
        Some((_, Some(exact))) => exact.to_string(),
        Some((range, None)) if row.place.is_some() => format!("{}–{}", range.low, range.high),
        _ => "?".to_owned(),
    }
}

/// Remarks on the rows of a class.
pub fn remarks(class: &ClassResult, shown: &[CarResult], brief: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let hidden = class.rows.len() - shown.len();
    if hidden > 0 {
        lines.push(format!("and {hidden} more"));
    } else if !class.complete {
        match class.rows.as_slice() {
            [only] if only.place == Some(Place::Exactly(1)) => lines.push("Only the winner is known.".to_owned()),
            _ => lines.push("Only these are known.".to_owned()),
        }
    }
    for row in shown {
        let name = super::crew::driver(&row.who);
        lines.extend(
            row.penalty
                .as_ref()
                .map(|penalty| format!("{name}: penalty, {penalty}.")),
        );
        lines.extend(
            row.note
                .as_ref()
                .filter(|_| !brief)
                .map(|note| format!("{name}: {note}.")),
        );
        let how = row.derived.as_ref().filter(|_| !brief);
        lines.extend(how.map(|how| format!("* {name}: worked out; {how}.")));
    }
    let held_over = class.awards.iter().filter(|won| !brief && won.driver.is_none());
    let mut notes: Vec<String> = held_over
        .filter_map(|won| won.note.as_deref())
        .map(super::sentence)
        .collect();
    notes.dedup();
    lines.extend(notes);
    for won in class.awards.iter().filter(|_| !brief) {
        let how = won.derived.as_ref();
        lines.extend(how.map(|how| format!("* {}: worked out; {how}.", award(&won.award))));
    }
    lines
}

/// The winners of awards in a class; a brief answer names only the known ones.
pub fn awards(class: &ClassResult, brief: bool) -> Option<String> {
    let told = |won: &&AwardWinner| won.driver.is_some() || (!brief && won.note.is_none());
    let won = class.awards.iter().filter(told);
    let unknown = class.unknown_awards.iter().filter(|_| !brief);
    let parts: Vec<String> = won
        .map(|won| self::won(won, brief))
        .chain(unknown.map(|award| format!("{}: not known", self::award(award))))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn won(won: &AwardWinner, brief: bool) -> String {
    let crew: Vec<&str> = won
        .driver
        .iter()
        .chain(&won.with)
        .map(|one| one.name.as_str())
        .collect();
    let who = if crew.is_empty() {
        "nobody".to_owned()
    } else {
        crew.join(" / ")
    };
    let mut text = format!("{}: {who}", award(&won.award));
    let more = won.time.iter().chain(won.note.iter().filter(|_| !brief));
    let more: Vec<&str> = more.map(String::as_str).collect();
    if !more.is_empty() {
        text.push_str(&format!(" ({})", more.join("; ")));
    }
    if won.derived.is_some() {
        text.push('*');
    }
    text
}

/// The name of an award.
pub fn award(award: &AwardId) -> String {
    super::capital(&award.as_str().replace('-', " "))
}

/// The classes without a known result.
pub fn unknown(session: &SessionResult) -> Option<String> {
    let classes: Vec<String> = session
        .classes
        .iter()
        .filter(|class| class.rows.is_empty() && !class.complete)
        .map(class)
        .collect();
    (!classes.is_empty()).then(|| format!("{}: not known.", super::list(&classes)))
}

/// The share of the points that a session pays.
fn share(share: Points) -> String {
    match share.to_string().as_str() {
        "0.5" => "Half points.".to_owned(),
        share => format!("It pays {share} of the points."),
    }
}

/// True if part of a session was derived rather than published.
pub fn is_derived(session: &SessionResult) -> bool {
    session.classes.iter().any(|class| {
        class.rows.iter().any(|row| row.derived.is_some()) || class.awards.iter().any(|won| won.derived.is_some())
    })
}

/// The status of a session's result, if it is not official yet.
pub fn not_official(name: &str, status: Option<PublicationStatus>) -> Option<String> {
    match status? {
        PublicationStatus::Unofficial => Some(format!("{name}: the result is unofficial.")),
        PublicationStatus::Provisional => Some(format!("{name}: the result is provisional, not official yet.")),
        PublicationStatus::Official => None,
    }
}

/// Notes on a session.
pub fn about(session: &SessionResult, brief: bool) -> Vec<String> {
    let mut lines = Vec::from_iter(not_official(&session.session.name, session.status));
    lines.extend((brief && is_derived(session)).then(|| DERIVED.to_owned()));
    let laps = session
        .laps
        .filter(|_| !brief && session.kind != SessionKind::Qualifying);
    lines.extend(laps.map(|laps| super::count(laps.into(), "lap", "laps") + "."));
    lines.extend(session.share.map(share));
    let penalty = |(who, what): &(NamedId<DriverId>, String)| format!("{}: {what}.", who.name);
    lines.extend(session.penalties.iter().map(penalty));
    lines.extend(session.notes.iter().map(|note| super::sentence(note)));
    let conflicts = session.conflicts.iter().filter(|_| !brief && session.classes.len() > 1);
    lines.extend(conflicts.map(|conflict| format!("Sources differ: {conflict}")));
    lines
}

/// The note on the class that was asked for.
pub fn class_note(results: &WeekendResults) -> Option<String> {
    let (class, note) = (results.class.as_ref()?, results.class_note.as_ref()?);
    Some(super::sentence(&format!("{}: {note}", class.name)))
}

/// The weekends that were run since without a known result.
pub fn unknown_since(weekends: &[NamedId<WeekendId>]) -> String {
    let names: Vec<&str> = weekends.iter().map(|weekend| weekend.name.as_str()).collect();
    format!("Run since, with no results in the packs: {}.", super::list(&names))
}

/// A button for one session.
pub fn in_full(session: &str) -> String {
    format!("{session} in full")
}

/// A button for all sessions and classes.
pub const WHOLE_WEEKEND: &str = "Whole weekend";

/// The button for the previous weekend.
pub fn previous(weekend: &str) -> String {
    format!("← {weekend}")
}

/// The button for the next weekend.
pub fn next(weekend: &str) -> String {
    format!("{weekend} →")
}
