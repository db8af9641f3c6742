//! Headlines of calendars, circuits and entry lists.

use chrono::Datelike;

use super::verdict;
use crate::answer::{CalendarStop, ClassEntries, Entries, SeasonCalendar, Track};
use crate::domain::SessionKind;
use crate::question::{Form, Relation};
use crate::schedule::State;
use crate::view::words::{count, country, list, schedule, sentence, time, track as size};

/// Maximum number of weekends that a headline names.
const MOST: usize = 8;

/// The headline of a season's calendar, or of its weekends with a kind of session.
pub fn calendar(form: Form, kind: Option<SessionKind>, season: &str, calendar: &SeasonCalendar) -> Option<String> {
    let stops = &calendar.stops;
    if let Some(Relation::Month(month)) = form.relation {
        return Some(in_month(form.polar, month, season, stops));
    }
    let (first, last) = (stops.first()?, stops.last()?);
    let named = |stop: &crate::answer::CalendarStop| {
        format!("{} ({})", stop.weekend.name, time::short_days(stop.first, stop.last))
    };
    let weekends = count(stops.len(), "weekend", "weekends");
    let text = match (kind, form.relation) {
        (_, Some(Relation::Cancelled)) => return Some(cancelled(form.polar, season, calendar)),
        (_, Some(Relation::Last)) if calendar.whole => {
            format!("the last weekend of {season} is {}", named(last))
        }
        (None, Some(Relation::First)) => format!("the first weekend of {season} is {}", named(first)),
        (Some(kind), _) => {
            let kind = schedule::kind(kind);
            let has = if stops.len() == 1 { "has" } else { "have" };
            let ahead = stops
                .iter()
                .filter(|stop| matches!(stop.state, State::Upcoming | State::Live))
                .count();
            if form.relation == Some(Relation::Left) {
                let names = stops
                    .iter()
                    .filter(|stop| matches!(stop.state, State::Upcoming | State::Live));
                let names: Vec<String> = names.map(named).collect();
                let is = if ahead == 1 { "is" } else { "are" };
                let weekends = count(ahead, "weekend", "weekends");
                let which = if names.is_empty() || names.len() > MOST {
                    String::new()
                } else {
                    format!(": {}", list(&names))
                };
                return Some(sentence(&format!(
                    "{weekends} with a {kind} {is} left in {season}{which}"
                )));
            }
            let left = if ahead == 0 {
                String::new()
            } else {
                format!(", {ahead} of them to come")
            };
            let names: Vec<&str> = stops.iter().map(|stop| stop.weekend.name.as_str()).collect();
            let names = if names.len() > MOST {
                String::new()
            } else {
                format!(": {}", list(&names))
            };
            format!("{weekends} of {season} {has} a {kind}{left}{names}")
        }
        (None, _) if calendar.whole => format!("{season} has {weekends}, from {} to {}", named(first), named(last)),
        (None, _) => format!(
            "{weekends} of {season} are in the packs, of a longer calendar, from {} to {}",
            named(first),
            named(last)
        ),
    };
    Some(sentence(&text))
}

/// The weekends and sessions of a season that are cancelled.
fn cancelled(polar: bool, season: &str, calendar: &SeasonCalendar) -> String {
    let off = calendar.stops.iter().flat_map(|stop| {
        let days = time::short_days(stop.first, stop.last);
        let weekend = (stop.state == State::Cancelled).then(|| format!("{} ({days})", stop.weekend.name));
        let sessions = stop.off.iter();
        let sessions = sessions.map(move |one| format!("{} at {} ({days})", one.name, stop.weekend.name));
        weekend.into_iter().chain(sessions)
    });
    let off: Vec<String> = off.collect();
    let text = match off.as_slice() {
        [] if calendar.whole => format!("the calendar of {season} has no cancelled weekend or session"),
        [] => format!("no weekend or session of {season} that is in the packs is cancelled"),
        off => format!("cancelled in {season}: {}", list(off)),
    };
    sentence(&if polar { verdict(!off.is_empty(), &text) } else { text })
}

/// The weekends of a month: `2 weekends of 2025 are in July: Great Britain (4–6 Jul) and Belgium (25–27 Jul).`
fn in_month(polar: bool, month: u16, season: &str, stops: &[CalendarStop]) -> String {
    let is_in = |day: chrono::NaiveDate| day.month() == u32::from(month);
    let held = stops.iter().filter(|stop| is_in(stop.first) || is_in(stop.last));
    let held: Vec<String> = held
        .map(|stop| format!("{} ({})", stop.weekend.name, time::short_days(stop.first, stop.last)))
        .collect();
    let name = chrono::Month::try_from(u8::try_from(month).unwrap_or(1)).map_or("that month", |month| month.name());
    let text = match held.len() {
        0 => format!("no weekend of {season} is in {name}"),
        1 => format!("1 weekend of {season} is in {name}: {}", list(&held)),
        number => format!("{number} weekends of {season} are in {name}: {}", list(&held)),
    };
    if polar {
        super::verdict(!held.is_empty(), &text) + "."
    } else {
        sentence(&text)
    }
}

/// The headline of a circuit: the place and the length, or its record or turns where these were asked for.
pub fn track(form: Form, track: &Track) -> String {
    let name = &track.circuit.name;
    let text = match form.relation {
        Some(Relation::Record) => match track.records.first() {
            Some(record) => size::record(record),
            None => format!("the lap record of {name} is not known"),
        },
        Some(Relation::Now) => format!("it is {} at {name}", time::own_clock(&track.clock)),
        Some(Relation::Turns) => match track.turns {
            Some(turns) => format!("{name} has {}", count(turns.into(), "turn", "turns")),
            None => format!("the number of turns of {name} is not known"),
        },
        _ => {
            let region = track.region.as_deref().unwrap_or_else(|| country::name(&track.country));
            let parts = [track.city.as_deref(), Some(region)];
            let mut parts: Vec<&str> = parts.into_iter().flatten().collect();
            parts.dedup();
            let length = match track.length {
                Some((miles, _)) if track.published_in_miles => format!("one lap is {miles} miles"),
                Some((_, km)) => format!("one lap is {km} km"),
                None => "its length is not known".to_owned(),
            };
            format!("{name} is in {}; {length}", parts.join(", "))
        }
    };
    sentence(&text)
}

/// The headline of an entry list: the size of the field, or of a class.
pub fn entries(season: &str, entries: &Entries) -> String {
    let Some(weekend) = &entries.weekend else {
        return self::season(season, entries);
    };
    let at = format!("for {}", weekend.title.name);
    if let Some(from) = entries.known_from {
        return format!("The entry list {at} is not known before {}.", time::date(from));
    }
    let known: usize = entries.classes.iter().map(|class| class.seats.len()).sum();
    let size = |class: &ClassEntries| Some(format!("{} {}", class.cars?, class.class.as_ref()?.name));
    let sizes: Vec<String> = entries.classes.iter().filter_map(size).collect();
    let sum: u16 = entries.classes.iter().filter_map(|class| class.cars).sum();
    let text = match (&entries.only, entries.cars) {
        (Some(class), _) => {
            let cars = entries.classes.iter().find_map(|one| one.cars);
            match cars {
                Some(cars) => format!("{} entered {at} in {}", cars_are(cars.into()), class.name),
                None => format!("{} entered {at} in {}, as far as known", cars_are(known), class.name),
            }
        }
        // Sizes of some classes do not add up to the field.
        (None, Some(cars)) if sum != cars => format!("{} entered {at}", cars_are(cars.into())),
        (None, Some(cars)) => format!("{} entered {at}: {}", cars_are(cars.into()), list(&sizes)),
        (None, None) => format!("{} known {at}; the size of the field is not", entries_are(known)),
    };
    sentence(&text)
}

fn season(season: &str, entries: &Entries) -> String {
    let known: usize = entries.classes.iter().map(|class| class.seats.len()).sum();
    let class = entries
        .only
        .as_ref()
        .map_or_else(String::new, |class| format!("{} ", class.name));
    if known == 0 {
        return format!("No {class}entry of {season} is known.");
    }
    format!(
        "{} known of {season} so far.",
        count(known, &format!("{class}entry is"), &format!("{class}entries are"))
    )
}

fn cars_are(number: usize) -> String {
    count(number, "car is", "cars are")
}

fn entries_are(number: usize) -> String {
    count(number, "entry is", "entries are")
}
