//! Winners in words.

use crate::answer::{CarResult, ClassResult, NamedId, SessionResult, WeekendTitle};
use crate::domain::{ClassId, WeekendId};

/// The title: `Porsche Carrera Cup North America 2023 · Watkins Glen Am winners`.
pub fn title(season: &str, weekend: Option<&NamedId<WeekendId>>, class: Option<&NamedId<ClassId>>) -> String {
    let weekend = weekend.map(|title| title.name.as_str());
    let class = class.map(|title| title.name.as_str());
    let names: Vec<&str> = weekend.into_iter().chain(class).collect();
    let what = super::capital(format!("{} winners", names.join(" ")).trim_start());
    format!("{season}{}{what}", super::SEPARATOR)
}

/// The text before the question about an earlier season.
pub const LAST_TIME: &str = "Last time: ";

/// A season without a known winner.
pub const NOTHING: &str = "No winner is known.";

/// The winner of a class, after its name: `: Jason Hart (No. 20, MDK Motorsports)`.
pub fn winner(class: &ClassResult) -> String {
    match class.winner() {
        Some(winner) => {
            let star = if winner.derived.is_some() { "*" } else { "" };
            format!(": {}{star}", super::crew::full(&winner.who))
        }
        None => ": not known".to_owned(),
    }
}

/// A race of a season by its weekend: `Monaco, Race`.
pub fn race(weekend: &WeekendTitle, race: &SessionResult) -> String {
    format!("{}, {}", weekend.title.name, race.session.name)
}

/// A winner's name in a list.
pub fn name(winner: &CarResult) -> String {
    let star = if winner.derived.is_some() { "*" } else { "" };
    format!("{}{star}", super::crew::driver(&winner.who))
}

/// True if the winner was derived rather than published.
pub fn is_derived(class: &ClassResult) -> bool {
    class.winner().is_some_and(|winner| winner.derived.is_some())
}

/// The rounds without a known winner: `Not known: rounds 1, 2 and 5.`
pub fn unknown_rounds(rounds: &[String]) -> String {
    let what = if rounds.len() == 1 { "round" } else { "rounds" };
    format!("Not known: {what} {}.", super::list(rounds))
}
