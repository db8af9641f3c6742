//! Filling of questions about what can still happen: titles and the lead.

use super::fill::{of_season, one};
use super::intent::{Filled, Intent};
use super::parse::Parse;
use super::tags::Tag;
use crate::domain::{Championship, ChampionshipId, ClassId, Ranks};
use crate::question::{QuestionKind, Rival};

/// The championships that were named, else those of the classes in which the named drivers are.
fn contested(parse: &Parse<'_>) -> Vec<ChampionshipId> {
    let named = parse.tables();
    let Some(season) = parse.season().filter(|_| named.is_empty()) else {
        return named;
    };
    let entries = season.entries.iter();
    let theirs = entries.filter(|entry| entry.drivers.iter().any(|driver| parse.drivers.contains(driver)));
    let classes: Vec<Option<&ClassId>> = theirs.map(|entry| entry.class.as_ref()).collect();
    let of_class = |one: &&Championship| {
        one.ranks == Ranks::Driver && one.weekends.is_none() && classes.contains(&one.class.as_ref())
    };
    season
        .championships
        .iter()
        .filter(of_class)
        .map(|one| one.id.clone())
        .collect()
}

pub(super) fn title(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let drivers = parse.drivers.iter().cloned().map(Rival::Driver);
    let rival = drivers.chain(parse.teams.iter().cloned().map(Rival::Team)).next();
    let ask = |championship| {
        of_season(parse, QuestionKind::Title)
            .championship(championship)
            .rival(rival.clone())
    };
    let tables = contested(parse);
    if tables.is_empty() {
        return one(ask(None));
    }
    Ok(Intent::of(tables.into_iter().map(Some).map(ask).collect()))
}

pub(super) fn lead(parse: &Parse<'_>) -> Filled {
    if let Some(unknown) = parse.unknown_season() {
        return Err(unknown);
    }
    let driver = parse.drivers.first().cloned().map(Rival::Driver);
    let driver = driver.or_else(|| parse.teams.first().cloned().map(Rival::Team));
    // A later place than the first is another outlook.
    if driver.is_some() && parse.places.iter().any(|place| *place > 1) {
        return super::out_of_scope::unanswered(parse);
    }
    let places = parse.places.first().copied().map(Rival::Place);
    let driver = driver.or_else(|| places.filter(|_| !parse.tables().is_empty()));
    let of_weekend = parse.tags.any(&[Tag::Weekend, Tag::Here, Tag::Both]) || !parse.weekends.is_empty();
    let weekend = parse.at_hand().map(|(_, weekend)| weekend);
    let session = match weekend.filter(|_| parse.session.is_some()) {
        Some(weekend) => parse.session_in(weekend)?,
        None => None,
    };
    let is_race = session.is_some();
    one(of_season(parse, QuestionKind::Lead)
        .weekend(weekend.filter(|_| of_weekend || is_race).map(|one| one.id.clone()))
        .session(session)
        .rival(driver)
        .championship(parse.tables().first().cloned()))
}
