//! Headlines of results and winners: who won, was in a place, took the pole, as far as it is known.

use crate::answer::{AwardWinner, CarResult, ClassResult, SessionResult, WeekendResults, WeekendTitle, Winners};
use crate::domain::{Place, PublicationStatus, SessionKind, Status};
use crate::question::{Form, Relation};
use crate::schedule::State;
use crate::view::words::{capital, count, crew, list, ordinal, results as say, sentence, time};

/// The headline of results.
pub fn results(form: Form, results: &WeekendResults) -> Option<String> {
    let asked = form.relation.unwrap_or(Relation::Won);
    of_weekend(asked, &results.weekend, &results.sessions)
}

/// The headline of winners.
pub fn winners(winners: &Winners) -> Option<String> {
    match winners.weekends.as_slice() {
        [only] if !winners.whole_season => of_weekend(Relation::Won, &only.weekend, &only.sessions),
        weekends => of_season(weekends),
    }
}

/// Those of one class: the class where there are several, and the text that names them.
struct ClassHolders<'a> {
    class: Option<&'a str>,
    names: String,
}

/// Those of a session who are asked for, and the classes in which they are not known.
struct Known<'a> {
    holders: Vec<ClassHolders<'a>>,
    unknown: Vec<&'a str>,
}

fn of_weekend(asked: Relation, weekend: &WeekendTitle, sessions: &[SessionResult]) -> Option<String> {
    let is_race = |session: &&SessionResult| matches!(session.kind, SessionKind::Race | SessionKind::Sprint);
    let meant: Vec<&SessionResult> = match sessions {
        [only] => vec![only],
        several => several.iter().filter(is_race).collect(),
    };
    let known: Vec<(&SessionResult, Known<'_>)> =
        meant.iter().map(|session| (*session, known(asked, session))).collect();
    match known.as_slice() {
        [] => None,
        [(session, known)] if known.holders.is_empty() => Some(without(asked, session, weekend)),
        [(session, known)] => Some(sentence(&one(asked, session, weekend, known))),
        several if several.iter().all(|(_, known)| known.holders.is_empty()) => {
            let (session, _) = several.first()?;
            let is_over = |(session, _): &(&SessionResult, Known<'_>)| session.state == State::Finished;
            if several.iter().all(is_over) {
                let (verb, _) = verb(asked, session.kind);
                let place = place(&session.session.name, &weekend.title.name);
                return Some(format!("Not known: the packs do not tell who {verb}{place}."));
            }
            Some(without(asked, session, weekend))
        }
        several => Some(sentence(&each(asked, weekend, several))),
    }
}

fn known(asked: Relation, session: &SessionResult) -> Known<'_> {
    let mut known = Known {
        holders: Vec::new(),
        unknown: Vec::new(),
    };
    for class in &session.classes {
        let name = class.class.as_ref().map(|class| class.name.as_str());
        match names(asked, session, class) {
            Some(names) => known.holders.push(ClassHolders { class: name, names }),
            None if is_open(asked, class) => known.unknown.extend(name),
            None => {}
        }
    }
    known
}

/// True if somebody may be meant who is not known.
fn is_open(asked: Relation, class: &ClassResult) -> bool {
    match award(asked) {
        Some(award) => class.unknown_awards.iter().any(|one| one.as_str() == award),
        None => !class.complete,
    }
}

const fn award(asked: Relation) -> Option<&'static str> {
    match asked {
        Relation::Pole => Some("pole"),
        Relation::FastestLap => Some("fastest-lap"),
        _ => None,
    }
}

/// Those of a class who are asked for.
fn names(asked: Relation, session: &SessionResult, class: &ClassResult) -> Option<String> {
    let at = |place: u16| class.rows.iter().find(|row| row.place == Some(Place::Exactly(place)));
    let is_grid = session.kind == SessionKind::Qualifying && asked == Relation::Pole;
    match asked {
        Relation::Top(number) => top(number, class),
        Relation::Place(place) => at(place).map(name),
        Relation::Last => {
            let mut classified = class.rows.iter().filter(|row| row.status == Status::Classified);
            classified.next_back().filter(|_| class.complete).map(name)
        }
        Relation::Pole | Relation::FastestLap => {
            let mut awards = class.awards.iter();
            let won = awards.find(|won| Some(won.award.as_str()) == award(asked) && won.driver.is_some());
            let first = || at(1).filter(|_| is_grid).map(name);
            won.map(|won| winner(won, class)).or_else(first)
        }
        _ => class.winner().map(name),
    }
}

/// The first of a class, with their places where one of them is not known.
fn top(number: u16, class: &ClassResult) -> Option<String> {
    let last = number.min(
        u16::try_from(class.rows.len())
            .ok()
            .filter(|_| class.complete)
            .unwrap_or(number),
    );
    let found: Vec<(u16, &CarResult)> = (1..=last)
        .filter_map(|place| {
            let mut rows = class.rows.iter();
            Some((place, rows.find(|row| row.place == Some(Place::Exactly(place)))?))
        })
        .collect();
    if found.is_empty() {
        return None;
    }
    if found.len() == usize::from(last) {
        return Some(list(&found.iter().map(|(_, row)| name(row)).collect::<Vec<_>>()));
    }
    let placed = found
        .iter()
        .map(|(place, row)| format!("{} {}", ordinal(*place), name(row)));
    Some(format!("{}, others not known", list(&placed.collect::<Vec<_>>())))
}

fn name(row: &CarResult) -> String {
    crew::short(&row.who)
}

/// The winner of an award by the name that the order has.
fn winner(won: &AwardWinner, class: &ClassResult) -> String {
    let same = |row: &&CarResult| row.who.driver == won.driver && row.who.with == won.with;
    let all = || {
        won.driver
            .iter()
            .chain(&won.with)
            .map(|one| one.name.as_str())
            .collect::<Vec<_>>()
            .join(" / ")
    };
    class.rows.iter().find(same).map_or_else(all, name)
}

/// The verb of a relation, and the word between it and a session.
fn verb(asked: Relation, kind: SessionKind) -> (String, &'static str) {
    match asked {
        Relation::Place(place) => (format!("was {}", ordinal(place)), "in "),
        Relation::Top(number) => (format!("were the top {number}"), "of "),
        Relation::Last => ("was last".to_owned(), "in "),
        Relation::Pole if kind == SessionKind::Qualifying => ("took pole".to_owned(), "in "),
        Relation::Pole => ("took pole".to_owned(), "for "),
        Relation::FastestLap => ("set the fastest lap".to_owned(), "of "),
        _ if matches!(kind, SessionKind::Race | SessionKind::Sprint) => ("won".to_owned(), ""),
        _ => ("was fastest".to_owned(), "in "),
    }
}

/// A heading for those of several sessions.
fn label(asked: Relation) -> String {
    match asked {
        Relation::Place(place) => ordinal(place),
        Relation::Top(number) => format!("Top {number}"),
        Relation::Last => "Last".to_owned(),
        Relation::Pole => "Poles".to_owned(),
        Relation::FastestLap => "Fastest laps".to_owned(),
        _ => "Winners".to_owned(),
    }
}

/// ` in Hungary`, ` at Montréal`: a weekend with one Grand Prix by its country or city, any other by its circuit.
pub(super) fn place(session: &str, weekend: &str) -> String {
    let is_numbered = session.ends_with(|letter: char| letter.is_ascii_digit());
    let article = if ARTICLE.contains(&weekend) { "the " } else { "" };
    let preposition = if is_numbered { "at" } else { "in" };
    format!(" {preposition} {article}{weekend}")
}

/// Weekends whose names take an article.
const ARTICLE: &[&str] = &["Netherlands", "United States"];

/// A session within a sentence: `Race 1`, `the sprint`.
pub fn session_name(session: &str) -> String {
    match session {
        name @ ("Race" | "Sprint") => format!("the {}", name.to_lowercase()),
        name => name.to_owned(),
    }
}

/// ` Race 1 at Montréal` behind a verb; the only race of a weekend goes without its name: ` in Hungary`.
pub fn object(session: &str, weekend: &str, preposition: &str) -> String {
    let place = place(session, weekend);
    if session == "Race" {
        place
    } else {
        format!(" {preposition}{}{place}", session_name(session))
    }
}

/// Those of one session.
fn one(asked: Relation, session: &SessionResult, weekend: &WeekendTitle, known: &Known<'_>) -> String {
    let (verb, preposition) = verb(asked, session.kind);
    let object = object(&session.session.name, &weekend.title.name, preposition);
    let classed = |one: &ClassHolders<'_>| one.class.map_or_else(String::new, |class| format!(" ({class})"));
    let mut text = match (asked, known.holders.as_slice()) {
        (Relation::Top(number), holders) => {
            let each: Vec<String> = holders
                .iter()
                .map(|one| format!("{}{}", one.names, classed(one)))
                .collect();
            format!("top {number}{object}: {}", each.join("; "))
        }
        (_, [first, rest @ ..]) => {
            let more = |(at, one): (usize, &ClassHolders<'_>)| {
                let class = one.class.unwrap_or(say::OVERALL);
                match (verb.as_str(), at) {
                    ("won", 0) => format!("{} won {class}", one.names),
                    ("won", _) => format!("{} {class}", one.names),
                    _ => format!("{} in {class}", one.names),
                }
            };
            let rest: Vec<String> = rest.iter().enumerate().map(more).collect();
            let rest = if rest.is_empty() {
                String::new()
            } else {
                format!("; {}", list(&rest))
            };
            format!("{} {verb}{object}{}{rest}", first.names, classed(first))
        }
        (_, []) => String::new(),
    };
    if !known.unknown.is_empty() {
        text.push_str(&format!("; not known in {}", list(&known.unknown)));
    }
    match session.status {
        Some(PublicationStatus::Provisional) => text + ", by the provisional result",
        Some(PublicationStatus::Unofficial) => text + ", by the unofficial result",
        Some(PublicationStatus::Official) | None => text,
    }
}

/// Those of several sessions: `Winners at Montréal: Baltas (Pro) in Race 1; Hartog (Pro) in Race 2.`
fn each(asked: Relation, weekend: &WeekendTitle, sessions: &[(&SessionResult, Known<'_>)]) -> String {
    let part = |(session, known): &(&SessionResult, Known<'_>)| {
        let name = session_name(&session.session.name);
        if known.holders.is_empty() {
            return match session.state {
                State::Today | State::Upcoming | State::Live => format!("{name} still to come"),
                State::Cancelled => format!("{name} cancelled"),
                State::Finished => format!("{name} not known"),
            };
        }
        let classed = |one: &ClassHolders<'_>| match one.class {
            Some(class) => format!("{} ({class})", one.names),
            None => one.names.clone(),
        };
        let names: Vec<String> = known.holders.iter().map(classed).collect();
        format!("{} in {name}", list(&names))
    };
    let place = sessions.first().map_or_else(String::new, |(session, _)| {
        place(&session.session.name, &weekend.title.name)
    });
    let parts: Vec<String> = sessions.iter().map(part).collect();
    format!("{}{place}: {}", label(asked), parts.join("; "))
}

/// The reason why nobody can be named.
pub(super) fn without(asked: Relation, session: &SessionResult, weekend: &WeekendTitle) -> String {
    let race = capital(&format!(
        "{}{}",
        session_name(&session.session.name),
        place(&session.session.name, &weekend.title.name)
    ));
    let when = match (&session.clock, say::day(session)) {
        (Some(clock), Some(day)) => format!("{day} at {}", time::zoned(clock)),
        (None, Some(day)) => format!("{day}, time not published"),
        _ => "on a day that is not published".to_owned(),
    };
    let lower = race.replacen("The ", "the ", 1);
    match session.state {
        State::Today | State::Upcoming => format!("Not yet: {lower} starts {when}."),
        State::Live => format!("Not yet: {lower} is on now."),
        State::Cancelled => format!("{race} was cancelled."),
        State::Finished => {
            let (verb, preposition) = verb(asked, session.kind);
            let object = object(&session.session.name, &weekend.title.name, preposition);
            let is_none = !session.classes.is_empty() && session.classes.iter().all(|class| !is_open(asked, class));
            if is_none && award(asked).is_none() {
                format!("Nobody {verb}{object}.")
            } else {
                format!("Not known: the packs do not tell who {verb}{object}.")
            }
        }
    }
}

/// The winners of a season: by the number of wins where one order has them all, else how many are known.
fn of_season(weekends: &[WeekendResults]) -> Option<String> {
    let season = &weekends.first()?.weekend.season;
    let run = || {
        let sessions = weekends.iter().flat_map(|weekend| &weekend.sessions);
        sessions.filter(|one| one.kind == SessionKind::Race && one.state == State::Finished)
    };
    let mut classes: Vec<(Option<&str>, Vec<String>)> = Vec::new();
    for class in run().flat_map(|race| &race.classes) {
        let name = class.class.as_ref().map(|class| class.name.as_str());
        let Some(winner) = class.winner().filter(|row| row.status == Status::Classified) else {
            continue;
        };
        match classes.iter_mut().find(|(one, _)| *one == name) {
            Some((_, winners)) => winners.push(self::name(winner)),
            None => classes.push((name, vec![self::name(winner)])),
        }
    }
    let of = run().count();
    match classes.as_slice() {
        [] => None,
        [(None, winners)] => {
            let mut wins: Vec<(&str, usize)> = Vec::new();
            for winner in winners {
                match wins.iter_mut().find(|(one, _)| one == winner) {
                    Some((_, number)) => *number += 1,
                    None => wins.push((winner, 1)),
                }
            }
            wins.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
            let told: Vec<String> = wins.iter().map(|(who, number)| format!("{who} {number}")).collect();
            let known = if winners.len() < of {
                format!(" ({} of {of} races known)", winners.len())
            } else {
                String::new()
            };
            Some(format!("Wins of {season}: {}{known}.", list(&told)))
        }
        several => {
            let told = several.iter().map(|(class, winners)| match class {
                Some(class) => format!("{} in {class}", winners.len()),
                None => winners.len().to_string(),
            });
            let told: Vec<String> = told.collect();
            let races = count(of, "race", "races");
            Some(format!("Winners known of {races} in {season}: {}.", list(&told)))
        }
    }
}
