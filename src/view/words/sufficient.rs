//! Sufficient results in words: a line for each place, with what the others may score.

use super::points::award_name;
use super::{list, ordinal};
use crate::answer::Person;
use crate::scoring::future::{ContenderId, ScoreLimit, SufficientResult};

/// A name within a sentence.
pub fn short(person: &Person) -> String {
    match person {
        Person::Named { row, .. } => row.short.clone(),
        Person::NotListed => "anyone not listed".to_owned(),
    }
}

/// One line for each place, or for several that are worth the same: `1st, Hartog at most 1 (fastest lap 2, pole 3)`.
pub fn lines(lines: &[SufficientResult], limited: &[Person]) -> Vec<String> {
    let groups: Vec<&[SufficientResult]> = lines.chunk_by(|one, other| one.place == other.place).collect();
    let alike = |one: &&[SufficientResult], other: &&[SufficientResult]| match (one, other) {
        ([one], [other]) => one.limits == other.limits && one.awards == other.awards && other.place.is_some(),
        _ => false,
    };
    let runs = groups.chunk_by(alike);
    runs.filter_map(|run| {
        let (first, rest) = run.first()?.split_first()?;
        let last = run.last()?.first()?;
        let place = match (first.place, last.place) {
            (Some(first), Some(last)) if first < last => format!("{} to {}", ordinal(first), ordinal(last)),
            (Some(place), _) => ordinal(place),
            (None, _) => "outside the points".to_owned(),
        };
        let with = if first.awards.is_empty() {
            String::new()
        } else {
            format!(" with {}", awards(first))
        };
        let rest: Vec<String> = rest
            .iter()
            .map(|line| format!("{} {}", awards(line), numbers(line)))
            .collect();
        let rest = if rest.is_empty() || first.limits.is_empty() {
            String::new()
        } else {
            format!(" ({})", rest.join(", "))
        };
        Some(format!("• {place}{with}{}{rest}", limits(first, limited)))
    })
    .collect()
}

/// The awards of a result.
pub fn awards(line: &SufficientResult) -> String {
    list(&line.awards.iter().map(|award| award_name(award)).collect::<Vec<_>>())
}

fn limits(line: &SufficientResult, limited: &[Person]) -> String {
    if line.limits.is_empty() {
        return ", whatever the others do".to_owned();
    }
    let limit = |limit: &ScoreLimit| format!("{} at most {}", who(&limit.who, limited), limit.most);
    let limits: Vec<String> = line.limits.iter().map(limit).collect();
    format!(", {}", limits.join(", "))
}

fn numbers(line: &SufficientResult) -> String {
    if line.limits.is_empty() {
        return "always".to_owned();
    }
    let numbers: Vec<String> = line.limits.iter().map(|limit| limit.most.to_string()).collect();
    numbers.join("/")
}

/// The name of somebody whom a result limits.
pub fn who(who: &ContenderId, limited: &[Person]) -> String {
    let same = |person: &&Person| match (person, who) {
        (Person::Named { id, .. }, ContenderId::Competitor(competitor)) => id == competitor,
        (Person::NotListed, ContenderId::NotListed) => true,
        _ => false,
    };
    limited
        .iter()
        .find(same)
        .map_or_else(|| "anyone not listed".to_owned(), short)
}
