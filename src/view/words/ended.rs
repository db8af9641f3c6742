//! Yes or no about the end of somebody's race: finished, retired, in a place or better.

use super::finishes::{several, single};
use crate::answer::{DriverSession, NamedId};
use crate::domain::{Place, SeasonId, Status};
use crate::question::{Form, Relation};

/// The headline for yes or no about known finishes; none where the form asks for something else.
pub fn whether(form: Form, who: &NamedId, known: &[(SeasonId, DriverSession)]) -> Option<String> {
    if !form.polar && form.relation == Some(Relation::Penalised) {
        return Some(penalties(who, known));
    }
    let asked = form.relation.filter(|_| form.polar)?;
    let verdicts: Vec<Option<bool>> = known.iter().map(|(_, one)| verdict(asked, one)).collect();
    if let ([(season, one)], [verdict]) = (known, verdicts.as_slice()) {
        let told = single(who, season, one);
        let penalty = one.finish.as_ref().and_then(|finish| finish.penalty.as_ref());
        return Some(match penalty.filter(|_| asked == Relation::Penalised) {
            Some(penalty) => format!("Yes, {penalty}: {told}"),
            None => of_one(asked, *verdict, &told),
        });
    }
    let first = known.first()?;
    let is_one_weekend = known
        .iter()
        .all(|(season, one)| (season, &one.weekend.id) == (&first.0, &first.1.weekend.id));
    if is_one_weekend {
        let all = |verdict: bool| verdicts.iter().all(|one| *one == Some(verdict));
        let told = several(who, known);
        return Some(match (all(true), all(false)) {
            (true, _) => format!("Yes: {told}"),
            (_, true) => format!("No: {told}"),
            _ if is_none_at_the_flag(asked) && verdicts.contains(&Some(true)) => format!("Yes: {told}"),
            _ => told,
        });
    }
    let (at, _) = verdicts
        .iter()
        .enumerate()
        .rfind(|(_, verdict)| **verdict == Some(true))?;
    let (season, one) = known.get(at)?;
    Some(of_one(asked, Some(true), &single(who, season, one)))
}

/// The penalties that are known of some results, each with what it was for.
fn penalties(who: &NamedId, known: &[(SeasonId, DriverSession)]) -> String {
    let told = known.iter().filter_map(|(season, one)| {
        let penalty = one.finish.as_ref()?.penalty.as_ref()?;
        Some(format!(
            "{} {season}, {}: {penalty}",
            one.weekend.name, one.session.name
        ))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return format!(
            "Not known: the packs tell of no penalty of {} there, and do not list all.",
            who.name
        );
    }
    format!("{} was penalised: {}.", who.name, told.join("; "))
}

const fn is_none_at_the_flag(asked: Relation) -> bool {
    matches!(asked, Relation::Retired | Relation::Disqualified | Relation::Penalised)
}

fn of_one(asked: Relation, verdict: Option<bool>, told: &str) -> String {
    match verdict {
        Some(true) => format!("Yes: {told}"),
        Some(false) => format!("No: {told}"),
        None if told.starts_with("Not known") => told.to_owned(),
        None if asked == Relation::Penalised => {
            format!("Not known: the packs tell of no penalty, and do not list all. {told}")
        }
        None => format!("Not known: {told}"),
    }
}

/// The truth about one race, where it is known.
fn verdict(asked: Relation, one: &DriverSession) -> Option<bool> {
    let finish = one.finish.as_ref()?;
    match asked {
        Relation::Over => Some(finish.status == Status::Classified),
        Relation::Retired => Some(finish.status == Status::Dnf),
        Relation::Disqualified => Some(finish.status == Status::Dsq),
        Relation::Penalised => finish.penalty.is_some().then_some(true),
        Relation::Place(place) => within(finish.place.as_ref(), finish.status, place..=place),
        Relation::Top(number) => within(finish.place.as_ref(), finish.status, 1..=number),
        _ => None,
    }
}

/// True if a place is one of these, false if it cannot be.
fn within(place: Option<&Place>, status: Status, wanted: std::ops::RangeInclusive<u16>) -> Option<bool> {
    match place {
        Some(Place::Exactly(place)) => Some(wanted.contains(place)),
        Some(Place::OneOf(places)) if places.iter().all(|place| wanted.contains(place)) => Some(true),
        Some(Place::OneOf(places)) if !places.iter().any(|place| wanted.contains(place)) => Some(false),
        Some(Place::From { from }) if from > wanted.end() => Some(false),
        None if status != Status::Classified => Some(false),
        _ => None,
    }
}
