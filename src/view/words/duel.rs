//! Two drivers against each other in words.

use super::headline::results::object;
use super::{capital, count, crew, ordinal};
use crate::answer::{CarResult, ComparedCounts, Duel, DuelRace, Feats};
use crate::domain::{Place, Status};
use crate::question::Form;

/// The sentence that tells who was ahead, then the races one by one.
pub fn lines(form: Form, duel: &Duel) -> Vec<String> {
    let names = [crew::short(&duel.sides[0]), crew::short(&duel.sides[1])];
    let first = match duel.races.as_slice() {
        [] => unknown(duel, &names),
        [race] if duel.open == 0 || duel.scope.session.is_some() => in_race(form, race, &names, &duel.season),
        races => in_season(form, duel, races, &names),
    };
    let several = duel.races.len() > 1;
    let each = duel.races.iter().filter(|_| several).map(|race| {
        let told = told(race, &names);
        format!("{} {}: {told}.", race.weekend.name, race.session.name)
    });
    std::iter::once(first).chain(each).collect()
}

fn unknown(duel: &Duel, names: &[String; 2]) -> String {
    let part = super::feats::within(&duel.scope);
    if duel.to_come {
        let at = duel.scope.weekend.as_ref();
        let at = at.map_or_else(String::new, |weekend| format!(" at {}", weekend.name));
        return match &duel.scope.session {
            Some(session) => format!("Not yet: {}{at} has not been run.", session.name),
            None => format!("Not yet: no race{at} has been run in {}.", duel.season),
        };
    }
    format!(
        "Not known: the packs do not tell who of {} and {} {}{part} in {}.",
        names[0],
        names[1],
        if duel.qualifying {
            "was ahead in qualifying"
        } else {
            "finished ahead"
        },
        duel.season
    )
}

/// `Norris was 1st, Piastri 3rd`
fn told(race: &DuelRace, names: &[String; 2]) -> String {
    let ([one, other], [first, second]) = (&race.results, names);
    let (one, other, first, second) = if race.ahead == Some(1) {
        (other, one, second, first)
    } else {
        (one, other, first, second)
    };
    let ended = |car: &CarResult| match car.status {
        Status::Classified => None,
        Status::Dnf => Some("did not finish"),
        Status::Dns => Some("did not start"),
        Status::Dsq => Some("was disqualified"),
        Status::Nc => Some("was not classified"),
    };
    let placed = |car: &CarResult| match &car.place {
        Some(Place::Exactly(place)) => Some(ordinal(*place)),
        _ => None,
    };
    let verb = |car: &CarResult| {
        let place = placed(car).map_or_else(|| "finished".to_owned(), |place| format!("was {place}"));
        ended(car).map_or(place, str::to_owned)
    };
    let brief = match (ended(one), ended(other), placed(other)) {
        (None, None, Some(place)) => place,
        _ => verb(other),
    };
    format!("{first} {}, {second} {brief}", verb(one))
}

/// One race: `Yes: in Monaco in 2025 Norris was 1st, Piastri 3rd.`
fn in_race(form: Form, race: &DuelRace, names: &[String; 2], season: &crate::domain::SeasonId) -> String {
    let told = told(race, names);
    let object = object(&race.session.name, &race.weekend.name, "in ");
    let where_ = format!("{} in {season}", object.trim_start());
    match (form.polar, race.ahead) {
        (_, None) => format!("Neither: {where_} {told}."),
        (true, Some(0)) => format!("Yes: {where_} {told}."),
        (true, _) => format!("No: {where_} {told}."),
        (false, Some(ahead)) => {
            let [one, other] = names;
            format!("{}: {where_} {told}.", if ahead == 0 { one } else { other })
        }
    }
}

/// The score over several races: `Yes: Norris finished ahead 8 times in 14 races of 2025, Piastri 6.`
fn in_season(form: Form, duel: &Duel, races: &[DuelRace], names: &[String; 2]) -> String {
    let times_of = |side: usize| races.iter().filter(|race| race.ahead == Some(side)).count();
    let (one, other) = (times_of(0), times_of(1));
    let (most, least) = (one.max(other), one.min(other));
    let part = super::feats::within(&duel.scope);
    let of = if duel.qualifying {
        format!("{} qualifying sessions", races.len())
    } else {
        count(races.len(), "race", "races")
    };
    let ahead = if duel.qualifying { "was ahead" } else { "finished ahead" };
    let season = &duel.season;
    let told = if one == other {
        format!(
            "{} and {} {} {one} times each{part} in {of} of {season}",
            names[0],
            names[1],
            if duel.qualifying {
                "were ahead"
            } else {
                "finished ahead"
            }
        )
    } else {
        let times = count(most, "time", "times");
        format!(
            "{} {ahead} {times}{part} in {of} of {season}, {} {least}",
            if other > one { &names[1] } else { &names[0] },
            if other > one { &names[0] } else { &names[1] }
        )
    };
    if least + duel.open >= most && duel.open > 0 {
        let open = count(duel.open, "race", "races");
        return format!("Not known, as {open} with both are not: {told}.");
    }
    let open = match duel.open {
        0 => String::new(),
        open => format!("; {} not known", count(open, "race", "races")),
    };
    match (form.polar, one > other) {
        (true, true) => format!("Yes: {told}{open}."),
        (true, false) => format!("No: {told}{open}."),
        (false, _) => format!("{told}{open}."),
    }
}

/// The counts of two drivers: `Piastri has more wins in 2025: 6, Norris 5.`
pub fn compared(form: Form, compared: &ComparedCounts) -> String {
    let names = [crew::short(&compared.sides[0]), crew::short(&compared.sides[1])];
    let [one, other] = &compared.counts;
    let what = super::feats::name(one.what);
    let place = format!("{} in {}", super::feats::within(&one.scope), compared.season);
    let (first, second) = (number(one), number(other));
    let (least_one, least_other) = (first, second);
    let (most_one, most_other) = (first + one.open, second + other.open);
    let least = |number: usize, open: usize| match (number, open) {
        (0, 0) => "none".to_owned(),
        (0, _) => "none that is known".to_owned(),
        (_, 0) => number.to_string(),
        _ => format!("at least {number}"),
    };
    let (one_has, other_has) = (least(first, one.open), least(second, other.open));
    let more = |ahead: &str, has: &str, behind: &str, less: &str| {
        format!("{ahead} has more {what}{place}: {has}, {behind} {less}")
    };
    if least_one > most_other {
        let told = more(&names[0], &one_has, &names[1], &other_has);
        return if form.polar {
            format!("Yes: {told}.")
        } else {
            format!("{told}.")
        };
    }
    if least_other > most_one {
        let told = more(&names[1], &other_has, &names[0], &one_has);
        return if form.polar {
            format!("No: {told}.")
        } else {
            format!("{told}.")
        };
    }
    if one.open + other.open > 0 {
        return format!(
            "Not known: of the {what}{place} {} has {one_has}, {} {other_has}.",
            names[0], names[1]
        );
    }
    let told = capital(&format!(
        "{} and {} have as many {what}{place}: {first} each",
        names[0], names[1]
    ));
    if form.polar {
        format!("No: {told}.")
    } else {
        format!("{told}.")
    }
}

fn number(feats: &Feats) -> usize {
    feats.seasons.first().map_or(0, |season| usize::from(season.count))
}
