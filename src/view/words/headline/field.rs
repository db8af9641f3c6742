//! Headlines of the field of a race: who retired, was disqualified or penalised, and how many started and finished.

use super::results::{object, place, session_name, without};
use crate::answer::{CarResult, ClassResult, NamedId, SessionResult, WeekendTitle};
use crate::domain::{DriverId, SessionKind, Status};
use crate::question::{Form, Relation};
use crate::schedule::State;
use crate::view::words::{count, crew, list, sentence};

/// The headline of a question about the field of a race; none for any other question.
pub fn field(form: Form, weekend: &WeekendTitle, sessions: &[SessionResult]) -> Option<String> {
    let asked = form.relation.filter(|asked| is_of_field(*asked))?;
    let is_race = |session: &&SessionResult| matches!(session.kind, SessionKind::Race | SessionKind::Sprint);
    let races: Vec<&SessionResult> = sessions.iter().filter(is_race).collect();
    let told: Vec<FieldOfRace> = races.iter().map(|race| told(asked, race)).collect();
    match (races.as_slice(), told.as_slice()) {
        ([], _) | (_, []) => None,
        ([race], _) if race.state != State::Finished => Some(without(asked, race, weekend)),
        ([race], [told]) => Some(sentence(&one(form, race, weekend, told))),
        (races, told) if told.iter().all(|told| told.names.is_empty() && !told.complete) => {
            let over = races.iter().find(|race| race.state == State::Finished);
            match over.and(races.first()) {
                Some(race) => Some(not_known(asked, &place(&race.session.name, &weekend.title.name))),
                None => Some(without(asked, races.first()?, weekend)),
            }
        }
        (races, told) => Some(sentence(&each(form, races, weekend, told))),
    }
}

/// True for a relation to the field of a race.
const fn is_of_field(asked: Relation) -> bool {
    matches!(
        asked,
        Relation::Retired | Relation::Disqualified | Relation::Penalised | Relation::Finishers | Relation::Starters
    )
}

/// Those of a race who are asked for, and what is known of the field.
struct FieldOfRace {
    names: Vec<String>,
    /// True if everybody who took part is listed.
    complete: bool,
    /// Numbers of cars that started and that finished.
    started: usize,
    finished: usize,
}

fn told(asked: Relation, race: &SessionResult) -> FieldOfRace {
    // The order over all cars lists everybody; the classes tell it in parts.
    let overall: Vec<&ClassResult> = race.classes.iter().filter(|one| one.class.is_none()).collect();
    let classes = if overall.is_empty() {
        race.classes.iter().collect()
    } else {
        overall
    };
    let rows = || classes.iter().flat_map(|class| &class.rows);
    let several = classes.len() > 1;
    let mut names = Vec::new();
    for class in &classes {
        let suffix = class.class.as_ref().filter(|_| several);
        let suffix = suffix.map_or_else(String::new, |class| format!(" ({})", class.name));
        for row in class.rows.iter().filter(|row| is_one(asked, row)) {
            names.push(format!("{}{suffix}", crew::short(&row.who)));
        }
    }
    if asked == Relation::Penalised {
        let short = |driver: &NamedId<DriverId>| {
            let mut all = rows();
            all.find(|row| row.who.driver.as_ref() == Some(driver))
                .map(|row| crew::short(&row.who))
        };
        let others = race.penalties.iter().map(|(driver, _)| driver);
        names.extend(others.map(|driver| short(driver).unwrap_or_else(|| driver.name.clone())));
    }
    let with = |wanted: &dyn Fn(Status) -> bool| rows().filter(|row| wanted(row.status)).count();
    FieldOfRace {
        names,
        // No pack lists all penalties of a race.
        complete: asked != Relation::Penalised && !classes.is_empty() && classes.iter().all(|class| class.complete),
        started: with(&|status| status != Status::Dns),
        finished: with(&|status| status == Status::Classified),
    }
}

fn is_one(asked: Relation, row: &CarResult) -> bool {
    match asked {
        Relation::Retired => row.status == Status::Dnf,
        Relation::Disqualified => row.status == Status::Dsq,
        Relation::Penalised => row.penalty.is_some(),
        _ => false,
    }
}

/// The verb for some cars, and the word between it and a session.
fn verb(asked: Relation, many: bool) -> (&'static str, &'static str) {
    match (asked, many) {
        (Relation::Disqualified, true) => ("were disqualified", "from "),
        (Relation::Disqualified, false) => ("was disqualified", "from "),
        (Relation::Penalised, true) => ("were penalised", "in "),
        (Relation::Penalised, false) => ("was penalised", "in "),
        (Relation::Finishers, _) => ("finished", ""),
        (Relation::Starters, _) => ("started", ""),
        _ => ("retired", "from "),
    }
}

/// Those of one race: `Alonso and Gasly retired in Monaco`.
fn one(form: Form, race: &SessionResult, weekend: &WeekendTitle, told: &FieldOfRace) -> String {
    let asked = form.relation.unwrap_or(Relation::Retired);
    let (verb, preposition) = verb(asked, told.names.len() > 1);
    let object = object(&race.session.name, &weekend.title.name, preposition);
    match asked {
        Relation::Finishers if told.complete => {
            let cars = count(told.started, "car", "cars");
            format!("{} of {cars} {verb}{object}", told.finished)
        }
        Relation::Starters if told.complete => format!("{} {verb}{object}", count(told.started, "car", "cars")),
        Relation::Finishers | Relation::Starters => not_known(asked, &object),
        _ if told.names.is_empty() && !told.complete => not_known(asked, &object),
        _ if told.names.is_empty() && form.polar => format!("No: nobody {verb}{object}"),
        _ if told.names.is_empty() => format!("Nobody {verb}{object}"),
        _ => {
            let yes = if form.polar { "Yes: " } else { "" };
            let open = if told.complete { "" } else { "; others are not known" };
            format!("{yes}{} {verb}{object}{open}", list(&told.names))
        }
    }
}

fn not_known(asked: Relation, object: &str) -> String {
    let (verb, _) = verb(asked, false);
    let who = match asked {
        Relation::Finishers | Relation::Starters => "how many cars",
        _ => "who",
    };
    format!("Not known: the packs do not tell {who} {verb}{object}.")
}

/// Those of several races: `Retired at Miami: Kvamme in Race 1; nobody in Race 2`.
fn each(form: Form, races: &[&SessionResult], weekend: &WeekendTitle, told: &[FieldOfRace]) -> String {
    let asked = form.relation.unwrap_or(Relation::Retired);
    let part = |(race, told): (&&SessionResult, &FieldOfRace)| {
        let name = session_name(&race.session.name);
        let some = match asked {
            _ if race.state == State::Cancelled => return format!("{name} cancelled"),
            _ if race.state != State::Finished => return format!("{name} still to come"),
            Relation::Finishers if told.complete => format!("{} of {}", told.finished, told.started),
            Relation::Starters if told.complete => told.started.to_string(),
            _ if told.names.is_empty() && !told.complete => return format!("not known in {name}"),
            _ if told.names.is_empty() => "nobody".to_owned(),
            _ if told.complete => list(&told.names),
            _ => format!("{}, others not known,", list(&told.names)),
        };
        format!("{some} in {name}")
    };
    let parts: Vec<String> = races.iter().zip(told).map(part).collect();
    let label = match asked {
        Relation::Disqualified => "Disqualified",
        Relation::Penalised => "Penalised",
        Relation::Finishers => "Cars that finished",
        Relation::Starters => "Cars that started",
        _ => "Retired",
    };
    let place = races
        .first()
        .map_or_else(String::new, |race| place(&race.session.name, &weekend.title.name));
    let verdict = match asked {
        _ if !form.polar => "",
        _ if told.iter().any(|told| !told.names.is_empty()) => "Yes: ",
        _ if told.iter().all(|told| told.complete) => "No: ",
        _ => "",
    };
    let label = if verdict.is_empty() {
        label.to_owned()
    } else {
        label.to_lowercase()
    };
    format!("{verdict}{label}{place}: {}", parts.join("; "))
}
