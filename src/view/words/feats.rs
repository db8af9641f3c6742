//! Counts of feats in words: the sentence that answers first, then what it rests on.

use std::cmp::Ordering;

use super::headline::results::session_name;
use super::{count, crew, list, names};
use crate::answer::{
    DriverSession, Feat, FeatHolder, FeatScope, FeatTotal, Feats, MostOf, NamedId, SeasonFeats, Stage,
};
use crate::domain::{DriverId, SeasonId};

/// The name of a feat, for titles.
pub fn name(what: Feat) -> String {
    what.as_str().replace('-', " ")
}

fn number(what: &str, number: u16) -> String {
    let many = what.replace('-', " ");
    let one = many.strip_suffix("es").filter(|stem| stem.ends_with("sh"));
    let one = one.or_else(|| many.strip_suffix('s')).unwrap_or(&many);
    match number {
        0 => format!("no {many}"),
        _ => count(usize::from(number), one, &many),
    }
}

fn sprints(what: Feat, number: usize) -> String {
    let many = format!("sprint {}", name(what));
    count(number, many.strip_suffix('s').unwrap_or(&many), &many)
}

/// The part of the season: ` at Montréal before round 5`.
pub(super) fn within(scope: &FeatScope) -> String {
    let stage = |stage: &Stage| match stage {
        Stage::Weekend(weekend) => weekend.name.clone(),
        Stage::Round(label) => format!("round {label}"),
    };
    let mut text = String::new();
    if let Some(session) = &scope.session {
        text.push_str(&format!(" in {}", session.name));
    }
    if let Some(weekend) = &scope.weekend {
        text.push_str(&format!(" at {}", weekend.name));
    }
    if let Some(class) = &scope.class {
        text.push_str(&format!(" in {}", class.name));
    }
    if let Some(before) = &scope.before {
        text.push_str(&format!(" before {}", stage(before)));
    }
    if let Some(since) = &scope.since {
        text.push_str(&format!(" since {}", stage(since)));
    }
    text
}

fn in_season(season: Option<&SeasonId>) -> String {
    season.map_or_else(String::new, |season| format!(" in {season}"))
}

/// The number of times: that of the season at hand, then of the last before it in which there is any.
pub fn often(feats: &Feats) -> String {
    let Some((latest, earlier)) = feats.seasons.split_first() else {
        return never(feats);
    };
    let told = of_season(feats, latest);
    let before = earlier.iter().find(|season| season.count > 0);
    match before.filter(|_| latest.count == 0) {
        Some(before) => {
            let least = if before.open > 0 { "at least " } else { "" };
            let count = number(feats.what.as_str(), before.count);
            format!("{}; {least}{count} in {}.", told.trim_end_matches('.'), before.season)
        }
        None => told,
    }
}

/// The verdict on a number: `No: Loek Hartog has 3 wins in 2024.`
pub fn number_is(asked: u16, feats: &Feats) -> String {
    let (count, open) = match feats.seasons.first() {
        Some(season) => (season.count, season.open),
        None => (0, feats.open),
    };
    let told = often(feats);
    match (usize::from(count).cmp(&usize::from(asked)), open) {
        (Ordering::Equal, 0) => format!("Yes: {told}"),
        (Ordering::Greater, _) | (Ordering::Less, 0) => format!("No: {told}"),
        _ => format!("Not known: {}", uncapital(&told)),
    }
}

fn of_season(feats: &Feats, season: &SeasonFeats) -> String {
    let least = if season.open > 0 { "at least " } else { "" };
    let told = match &season.published {
        _ if season.count == 0 && season.open > 0 => format!("no known {}", name(feats.what)),
        _ if season.count == 0 => number(feats.what.as_str(), 0),
        Some(published) if season.open == 0 && published.count == season.count => format!(
            "{}, as published after round {}",
            number(feats.what.as_str(), season.count),
            published.after
        ),
        _ => format!("{least}{}", number(feats.what.as_str(), season.count)),
    };
    let and = if season.count == 0 { "but" } else { "and" };
    let sprints = match season.sprints.len() {
        0 => String::new(),
        some => format!(", {and} {}", sprints(feats.what, some)),
    };
    let (what, rest) = told
        .split_once(", ")
        .map_or((told.as_str(), String::new()), |(what, rest)| {
            (what, format!(", {rest}"))
        });
    format!(
        "{} has {what}{}{}{sprints}{rest}.",
        feats.who.name,
        within(&feats.scope),
        in_season(Some(&season.season))
    )
}

/// No result is known.
pub fn never(feats: &Feats) -> String {
    let (what, who, within) = (name(feats.what), &feats.who.name, within(&feats.scope));
    let season = in_season(feats.season.as_ref());
    if feats.open > 0 {
        let races = count(feats.open, "race", "races");
        format!("No {what} of {who}{within}{season} are known, but not all is known of {races}.")
    } else {
        format!("{who} has no {what}{within}{season}, as far as the packs tell.")
    }
}

/// A sentence behind a colon: "No" at its beginning is no name.
fn uncapital(text: &str) -> String {
    match text.strip_prefix("No ") {
        Some(rest) => format!("no {rest}"),
        None => text.to_owned(),
    }
}

/// An answer to "ever", or about one race: then with the one who did it.
pub fn ever(feats: &Feats) -> String {
    if feats.scope.session.is_some() {
        return in_race(feats);
    }
    if let Some(season) = feats.seasons.iter().find(|season| season.count > 0) {
        let theirs: Vec<&FeatHolder> = feats.holders.iter().filter(|one| one.asked).collect();
        if theirs.is_empty() {
            return format!("Yes: {}", of_season(feats, season));
        }
        let at = format!("{}{}", within(&feats.scope), in_season(Some(&season.season)));
        return format!("Yes: {}.", parts(feats.what, &theirs, Some(&at)));
    }
    if let Some(season) = feats.seasons.first() {
        return format!("Only in a sprint. {}", of_season(feats, season));
    }
    let not = if feats.open > 0 { "Not known" } else { "No" };
    let others: Vec<&FeatHolder> = feats.holders.iter().filter(|one| one.crew.is_some()).collect();
    if others.is_empty() || feats.open > 0 {
        return format!("{not}: {}", uncapital(&never(feats)));
    }
    format!("{not}: {}.", held(feats, &others))
}

fn in_race(feats: &Feats) -> String {
    let asked = feats.scope.session.as_ref();
    let is_it = |one: &&FeatHolder| Some(&one.session) == asked;
    let mut here: Vec<&FeatHolder> = feats.holders.iter().filter(is_it).collect();
    here.sort_by_key(|one| !one.asked);
    if !feats.seasons.is_empty() && here.iter().all(|one| !one.asked) {
        return format!("Yes: {}", often(feats));
    }
    if here.iter().any(|one| one.asked) {
        here.retain(|one| one.asked);
        return format!("Yes: {}.", held(feats, &here));
    }
    let known: Vec<&FeatHolder> = here.into_iter().filter(|one| one.crew.is_some()).collect();
    if known.is_empty() {
        return match feats.open {
            0 if !feats.holders.is_empty() => format!("No: {}", uncapital(&never(feats))),
            _ => unknown(feats),
        };
    }
    let elsewhere: Vec<&FeatHolder> = feats.holders.iter().filter(|one| one.asked).collect();
    let also = if elsewhere.is_empty() {
        String::new()
    } else {
        format!("; {}", parts(feats.what, &elsewhere, None))
    };
    format!("No: {}{also}.", held(feats, &known))
}

fn unknown(feats: &Feats) -> String {
    let session = feats.scope.session.as_ref().map_or("that", |session| &session.name);
    let at = feats.scope.weekend.as_ref();
    let at = at.map_or_else(String::new, |weekend| format!(" at {}", weekend.name));
    if feats.to_come {
        return format!("Not yet: {session}{at} has not been run.");
    }
    let what = match feats.what {
        Feat::Wins => "winner".to_owned(),
        what => name(what),
    };
    format!("Not known: the packs do not tell the {what} of {session}{at}.")
}

/// Those who did it, with the weekend after the first race and the class where it is one.
fn held(feats: &Feats, holders: &[&FeatHolder]) -> String {
    let earlier = in_season(holders.first().and_then(|one| one.earlier.as_ref()));
    let weekend = feats.scope.weekend.as_ref();
    let weekend = weekend.map(|weekend| format!(" at {}{earlier}", weekend.name));
    parts(feats.what, holders, weekend.as_deref())
}

fn parts(what: Feat, holders: &[&FeatHolder], place: Option<&str>) -> String {
    let one = |(at, one): (usize, &&FeatHolder)| {
        let who = one.crew.as_ref().map(crew::short).unwrap_or_default();
        let race = session_name(&one.session.name);
        let done = match what {
            Feat::Poles => format!("{who} took pole for {race}"),
            Feat::FastestLaps => format!("{who} set the fastest lap of {race}"),
            _ => format!("{who} won {race}"),
        };
        let at = place.filter(|_| at == 0).unwrap_or_default();
        let class = one.class.as_ref().filter(|_| place.is_some());
        let class = class.map_or_else(String::new, |class| format!(" ({})", class.name));
        format!("{done}{at}{class}")
    };
    list(&holders.iter().enumerate().map(one).collect::<Vec<_>>())
}

/// An answer to "both races".
pub fn both(feats: &Feats) -> String {
    let both = feats.seasons.iter().find(|season| !season.all.is_empty());
    match both {
        Some(season) => format!(
            "Yes: {} won all races of {} in {}.",
            feats.who.name,
            names(&season.all),
            season.season
        ),
        None if feats.open > 0 => format!("Not known: {}", uncapital(&often(feats))),
        None => format!("No: {}", uncapital(&often(feats))),
    }
}

/// The known results of a season, race by race; none where there are none.
pub fn season(season: &SeasonFeats) -> Option<String> {
    let published = season.published.as_ref().map(|published| {
        format!(
            "{} after round {}, as published",
            number(published.tally.as_str(), published.count),
            published.after
        )
    });
    let known = (!season.known.is_empty()).then(|| format!("known race by race: {}", races(&season.known)));
    let sprints = (!season.sprints.is_empty()).then(|| format!("sprints: {}", races(&season.sprints)));
    let parts: Vec<String> = published.into_iter().chain(known).chain(sprints).collect();
    (!parts.is_empty()).then(|| format!("{}: {}", season.season, super::sentence(&parts.join("; "))))
}

/// Races by weekend and name, with their classes.
pub(super) fn races(known: &[DriverSession]) -> String {
    let one = |one: &DriverSession| {
        let class = one
            .class
            .as_ref()
            .map_or_else(String::new, |class| format!(" ({})", class.name));
        format!("{} {}{class}", one.weekend.name, one.session.name)
    };
    list(&known.iter().map(one).collect::<Vec<_>>())
}

/// The highest totals in one order; its name is left out where it is the only one.
pub fn most(what: Feat, (season, scope): (&SeasonId, &FeatScope), of: &MostOf, alone: bool) -> String {
    let part = within(scope);
    let class = match &of.class {
        _ if alone => String::new(),
        Some(class) => format!("{}: ", class.name),
        None => "Overall: ".to_owned(),
    };
    let Some(top) = of.totals.first() else {
        return super::capital(&format!("{class}no {} known{part} in {season}.", name(what)));
    };
    let (first, rest): (Vec<_>, Vec<_>) = of.totals.iter().partition(|one| one.count == top.count);
    let have = if first.len() == 1 { "has" } else { "have" };
    let each = if first.len() == 1 { "" } else { " each" };
    let others = rest.first().map_or(0, |one| usize::from(one.count));
    let sure = of.open == 0 || others + of.open < usize::from(top.count);
    let known = if sure { "" } else { "known " };
    let published = if first.iter().all(|one| one.published) {
        " as published"
    } else {
        ""
    };
    let who = list(&first.iter().map(|one| one.who.name.as_str()).collect::<Vec<_>>());
    let then: Vec<String> = rest
        .iter()
        .map(|one| format!("{} {}", one.who.name, one.count))
        .collect();
    let then = if then.is_empty() {
        String::new()
    } else {
        format!("; then {}", list(&then))
    };
    format!(
        "{class}{who} {have} the most {known}{}{part} in {season}: {}{each}{published}{then}.",
        name(what),
        top.count
    )
}

/// Those with more than a driver in one order.
pub fn more(what: Feat, who: &NamedId<DriverId>, (season, scope): (&SeasonId, &FeatScope), of: &MostOf) -> String {
    let own = of
        .totals
        .iter()
        .find(|one| one.who.id == *who.id.slug())
        .map_or(0, |one| one.count);
    let (what, place) = (name(what), format!("{} in {season}", within(scope)));
    let than = format!("more {what} than {} ({own}){place}", who.name);
    let ahead: Vec<String> = of.totals.iter().filter(|one| one.count > own).map(total).collect();
    let next = of
        .totals
        .iter()
        .filter(|one| one.who.id != *who.id.slug())
        .map(|one| usize::from(one.count));
    let class = match &of.class {
        Some(class) if scope.class.is_none() => format!(" in {}", class.name),
        _ => String::new(),
    };
    let open = format!("not all is known of {}", count(of.open, "race", "races"));
    let have = if ahead.len() == 1 { "has" } else { "have" };
    match (ahead.is_empty(), of.open) {
        (false, 0) => format!("Yes{class}: {} {have} {than}.", list(&ahead)),
        (false, _) => format!(
            "Yes{class}, as far as is known: {} {have} {than}; {open}.",
            list(&ahead)
        ),
        (true, missing) if next.max().unwrap_or(0) + missing <= usize::from(own) => {
            format!("No{class}: nobody has {than}.")
        }
        (true, _) => format!("Not as far as is known{class}: nobody is known to have {than}; {open}."),
    }
}

fn total(of: &FeatTotal) -> String {
    format!("{} ({})", of.who.name, of.count)
}
