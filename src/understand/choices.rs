//! Choices: of several questions for one measure, that for whoever is named.

use super::fill_facts::{feats, finish, lead_history, sweeps as all_sweeps};
use super::fill_field::{count, laps, split};
use super::fill_people::{drives, entered};
use super::intent::Filled;
use super::out_of_scope::unanswered;
use super::parse::Parse;
use super::tags::Tag;
use super::{fill, fill_facts, fill_outlook, fill_pairs, fill_results, out_of_scope};

/// True if a driver or team is named.
fn names_somebody(parse: &Parse<'_>) -> bool {
    !parse.drivers.is_empty() || !parse.teams.is_empty()
}

/// The question for a count of somebody, of the two who are compared by it, or for its first or last time; without a name
/// for the one who has most of it.
pub(super) fn of_count(parse: &Parse<'_>, often: &'static str, ever: &'static str) -> Filled {
    let special = fill_pairs::compared(parse, often).or_else(|| fill_pairs::occasion(parse, often));
    special.unwrap_or_else(|| count(parse, often, ever))
}

/// The question for the winners, or for whether somebody who was named won.
pub(super) fn winners(parse: &Parse<'_>) -> Filled {
    if names_somebody(parse) {
        return of_count(parse, "wins", "won");
    }
    fill_results::winners(parse)
}

/// The question for a pole position: of the results, or of somebody.
pub(super) fn pole(parse: &Parse<'_>) -> Filled {
    if names_somebody(parse) {
        return of_count(parse, "poles", "on-pole");
    }
    fill_results::results(parse)
}

/// The question for a fastest lap: of the results, or of somebody.
pub(super) fn fastest_lap(parse: &Parse<'_>) -> Filled {
    if names_somebody(parse) {
        return of_count(parse, "fastest-laps", "set-fastest-lap");
    }
    fill_results::results(parse)
}

/// The question for results, or for somebody's place in them.
pub(super) fn results(parse: &Parse<'_>) -> Filled {
    // The driver next to somebody stands in the results.
    let beside = parse.tags.has(Tag::Who) && parse.tags.any(&[Tag::Behind, Tag::Ahead]);
    let ahead = parse.tags.any(&[Tag::Ahead, Tag::Behind]);
    if parse.drivers.len() == 2 && ahead {
        return fill_pairs::duel(parse);
    }
    if names_somebody(parse) && !beside {
        return finish(parse);
    }
    fill_results::results(parse)
}

/// The question for those who did not finish, were disqualified or penalised, or for whether somebody was.
pub(super) fn out(parse: &Parse<'_>) -> Filled {
    if parse.relation_in_finish().is_none() {
        return unanswered(parse);
    }
    results(parse)
}

/// The question for the penalties of one race; no pack has all of a season.
pub(super) fn penalties(parse: &Parse<'_>) -> Filled {
    if parse.weekends.is_empty() && parse.session.is_none() {
        return out_of_scope::penalties(parse);
    }
    out(parse)
}

/// Words for finishes among the first five, and among the first ten.
const FIVE: &[&str] = &["5", "5s", "five", "fives", "cinq", "cinco", "funf"];
const TEN: &[&str] = &["10", "10s", "ten", "tens", "dix", "diez", "zehn"];

/// The question for the number of finishes among the first five, or the first ten.
pub(super) fn tops(parse: &Parse<'_>) -> Filled {
    let says = |words: &[&str]| parse.says(words);
    match (says(FIVE), says(TEN)) {
        (true, false) => of_count(parse, "top-fives", "in-top-five"),
        (false, true) => of_count(parse, "top-tens", "in-top-ten"),
        _ => unanswered(parse),
    }
}

/// The question for the order of qualifying: no pack holds a starting grid.
pub(super) fn grid(parse: &Parse<'_>) -> Filled {
    if names_somebody(parse) {
        return unanswered(parse);
    }
    fill_results::qualifying(parse)
}

/// The question for the drivers who won both races, or for whether somebody did.
pub(super) fn sweeps(parse: &Parse<'_>) -> Filled {
    if names_somebody(parse) {
        return feats(parse, "wins", "won-both");
    }
    all_sweeps(parse)
}

/// The question for the entries, or for whether somebody is among them.
pub(super) fn entries(parse: &Parse<'_>) -> Filled {
    if is_placed(parse) {
        return drives(parse);
    }
    if names_somebody(parse) {
        return entered(parse);
    }
    if parse.counts_field() {
        return fill_results::results(parse);
    }
    fill::entries(parse)
}

/// The question for what would decide the title, where that is spoken of, for what brings somebody to another or to a place,
/// or for the lead.
pub(super) fn outlook(parse: &Parse<'_>) -> Filled {
    // A need for the win of a championship is one for its title.
    let wins = parse.tags.has(Tag::Win) && (parse.tags.has(Tag::Champ) || !parse.tables().is_empty());
    if wins || parse.tags.any(&[Tag::Title, Tag::Clinch]) {
        return fill_outlook::title(parse);
    }
    let rivals = parse.drivers.len() + parse.teams.len();
    let place = parse.places.iter().any(|place| *place > 1);
    if !parse.tags.has(Tag::Polar) && (rivals > 1 || rivals == 1 && place) {
        return fill::gap(parse);
    }
    fill_outlook::lead(parse)
}

/// The question for a champion, or for who was in a later place of the table.
pub(super) fn champion(parse: &Parse<'_>) -> Filled {
    let later = parse.places.iter().any(|place| *place > 1);
    if later && !names_somebody(parse) {
        return fill::position(parse);
    }
    fill_outlook::title(parse)
}

/// The question for who led when: after a round that was named, else after every round.
pub(super) fn led(parse: &Parse<'_>) -> Filled {
    if !parse.weekends.is_empty() || parse.round.is_some() {
        return fill::leader(parse);
    }
    lead_history(parse)
}

/// The question for a driver, or for whether the team or class that was named is theirs.
pub(super) fn driver(parse: &Parse<'_>) -> Filled {
    if is_placed(parse) {
        drives(parse)
    } else {
        fill::driver(parse)
    }
}

/// The question for a team, or for whether a driver who was named is in it.
pub(super) fn team(parse: &Parse<'_>) -> Filled {
    if is_placed(parse) {
        drives(parse)
    } else {
        fill::team(parse)
    }
}

/// True if yes or no is asked of one driver with a team or a class.
fn is_placed(parse: &Parse<'_>) -> bool {
    let named = !parse.teams.is_empty() || parse.class().is_some();
    parse.tags.has(Tag::Polar) && parse.drivers.len() == 1 && named
}

/// The question for a measure of a driver or team.
pub(super) fn of_somebody(parse: &Parse<'_>, about: &'static str) -> Filled {
    if !names_somebody(parse) {
        return unanswered(parse);
    }
    feats(parse, about, about)
}

/// The question for a run of wins; no other run is counted.
pub(super) fn streak(parse: &Parse<'_>) -> Filled {
    if parse
        .tags
        .any(&[Tag::Podium, Tag::Points, Tag::Pole, Tag::Top, Tag::Result])
    {
        return unanswered(parse);
    }
    of_somebody(parse, "win-streak")
}

/// The question for somebody's points race by race.
pub(super) fn points_in_race(parse: &Parse<'_>) -> Filled {
    if !names_somebody(parse) {
        return unanswered(parse);
    }
    fill::explain(parse)
}

/// The question for those who have done something, or have not: what is counted follows from the words.
pub(super) fn field(parse: &Parse<'_>) -> Filled {
    let counted = [
        (Tag::Podium, "podiums", "on-podium"),
        (Tag::Pole, "poles", "on-pole"),
        (Tag::Fastest, "fastest-laps", "set-fastest-lap"),
        (Tag::Win, "wins", "won"),
        (Tag::Points, "points-finishes", "in-points"),
    ];
    let found = counted.iter().find(|(tag, ..)| parse.tags.has(*tag));
    let named = match found {
        Some((_, often, ever)) => Some((*often, *ever)),
        None if parse.says(&["winless", "unbeaten"]) => Some(("wins", "won")),
        None if parse.says(&["pointless", "scoreless"]) => Some(("points-finishes", "in-points")),
        None if parse.says(FIVE) => Some(("top-fives", "in-top-five")),
        None if parse.says(TEN) => Some(("top-tens", "in-top-ten")),
        None if parse.relation_in_finish().is_some() => Some(("retirements", "retirements")),
        None => None,
    };
    match named {
        Some((often, ever)) if names_somebody(parse) => of_count(parse, often, ever),
        Some((often, _)) => split(parse, often),
        None => unanswered(parse),
    }
}

/// The question that tests what somebody says against what is held; a complaint about nothing in particular is no question.
pub(super) fn dispute(parse: &Parse<'_>) -> Filled {
    if !names_somebody(parse) || parse.claimed().is_none() {
        return out_of_scope::complaint(parse);
    }
    match () {
        () if parse.tags.has(Tag::Podium) => count(parse, "podiums", "on-podium"),
        () if parse.tags.has(Tag::Pole) => count(parse, "poles", "on-pole"),
        () if parse.tags.has(Tag::Win) => count(parse, "wins", "won"),
        () => fill::position(parse),
    }
}

/// The question for a duration, or for a number of laps.
pub(super) fn duration(parse: &Parse<'_>) -> Filled {
    if parse.says(&["laps"]) {
        return laps(parse);
    }
    fill_facts::length(parse)
}

/// The question for the progress of a season, or for the weekends of a month.
pub(super) fn progress(parse: &Parse<'_>) -> Filled {
    if parse.month.is_some() {
        return fill::calendar(parse);
    }
    fill_facts::progress(parse)
}
