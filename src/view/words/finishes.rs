//! Finishes, sweeps and margins in words.

use super::headline::results::object;
use super::{list, names, ordinal};
use crate::answer::{DriverSession, FeatScope, NamedId, Sweep, WeekendTitle};
use crate::domain::{ClassId, DriverId, Place, SeasonId, SessionId, Status, WeekendId};

/// The only finish that is meant, in a sentence: `Sedgwick was 4th in Race 1 at Montréal in 2024 (Pro).`
pub fn single(who: &NamedId, season: &SeasonId, one: &DriverSession) -> String {
    let short = one.finish.as_ref().filter(|finish| {
        let driver = finish.who.driver.as_ref();
        finish.who.with.is_empty() && driver.is_some_and(|driver| driver.id == *who.id.as_str())
    });
    let name = short
        .and_then(|finish| finish.who.short.as_deref())
        .unwrap_or(&who.name);
    let race = |preposition: &str| {
        let class = one
            .class
            .as_ref()
            .map_or_else(String::new, |class| format!(" ({})", class.name));
        format!(
            "{} in {season}{class}",
            object(&one.session.name, &one.weekend.name, preposition)
        )
    };
    let awards: Vec<String> = one
        .awards
        .iter()
        .map(|award| award.as_str().replace('-', " "))
        .collect();
    let place = one
        .finish
        .as_ref()
        .and_then(|finish| Some((placed(finish.place.as_ref()?), finish.status)));
    let status = one.finish.as_ref().map(|finish| finish.status);
    let told = match (place, status) {
        (Some((place, Status::Classified)), _) => format!("{name} was {place}{}", race("in ")),
        (Some((place, Status::Dnf)), _) => format!("{name} did not finish{}, and was placed {place}", race("")),
        (_, Some(Status::Dnf)) => format!("{name} did not finish{}", race("")),
        (_, Some(Status::Dns)) => format!("{name} did not start{}", race("")),
        (_, Some(Status::Dsq)) => format!("{name} was disqualified{}", race("from ")),
        (_, Some(Status::Nc)) => format!("{name} was not classified{}", race("in ")),
        _ => format!("not known: the packs do not tell where {name} finished{}", race("in ")),
    };
    let awards = if awards.is_empty() {
        String::new()
    } else {
        format!("; {name} had the {}", list(&awards))
    };
    super::sentence(&format!("{told}{awards}"))
}

/// The number of finishes that are told below.
pub fn several(who: &NamedId, known: &[(SeasonId, DriverSession)]) -> String {
    let weekends = || known.iter().map(|(season, one)| (season, &one.weekend));
    let first = weekends().next();
    let whole = first.is_some_and(|first| weekends().all(|one| one == first));
    if let (true, Some((season, weekend))) = (whole, first) {
        let told = known
            .iter()
            .map(|(_, one)| format!("{} {}", one.session.name, result(one)));
        return format!(
            "{} at {} in {season}: {}.",
            who.name,
            weekend.name,
            told.collect::<Vec<_>>().join("; ")
        );
    }
    let results = super::count(known.len(), "result", "results");
    let season = first.map_or_else(String::new, |(season, _)| format!(" in {season}"));
    format!("{results} of {}{season} are known.", who.name)
}

/// `4th`, `2nd or 3rd`, `16th or lower`
fn placed(place: &Place) -> String {
    match place {
        Place::Exactly(place) => ordinal(*place),
        Place::OneOf(places) => super::choice(&places.iter().map(|place| ordinal(*place)).collect::<Vec<_>>()),
        Place::From { from } => format!("{} or lower", ordinal(*from)),
    }
}

/// The finish of a race.
pub fn finish(who: &NamedId, season: &SeasonId, one: &DriverSession) -> String {
    let result = result(one);
    let class = one
        .class
        .as_ref()
        .map_or_else(String::new, |class| format!(" in {}", class.name));
    let awards: String = one
        .awards
        .iter()
        .map(|award| format!(", {}", award.as_str().replace('-', " ")))
        .collect();
    format!(
        "{} {season}, {}: {}, {result}{class}{awards}.",
        one.weekend.name, one.session.name, who.name
    )
}

/// A result in words: `4th`, `did not finish`.
fn result(one: &DriverSession) -> String {
    one.finish.as_ref().map_or_else(
        || "result not known".to_owned(),
        |finish| match (&finish.place, finish.status) {
            (Some(Place::Exactly(place)), Status::Dnf) => format!("did not finish, placed {}", ordinal(*place)),
            (_, Status::Dnf) => "did not finish".to_owned(),
            (_, Status::Nc) => "not classified".to_owned(),
            (_, Status::Dns) => "did not start".to_owned(),
            (_, Status::Dsq) => "disqualified".to_owned(),
            (Some(place), _) => placed(place),
            (None, _) => "place not known".to_owned(),
        },
    )
}

/// No result is known.
pub fn no_finish(who: &NamedId, weekend: Option<&WeekendTitle>, scope: &FeatScope) -> String {
    let at = weekend.map_or_else(String::new, |weekend| {
        format!(" at {} {}", weekend.title.name, weekend.season)
    });
    format!(
        "Not known: the packs have no result of {}{at}{}.",
        who.name,
        super::feats::within(scope)
    )
}

/// Races are still to be run.
pub fn to_come(weekend: &WeekendTitle) -> String {
    format!(
        "Not all races of {} {} have been run yet.",
        weekend.title.name, weekend.season
    )
}

/// The sweep of a class.
pub fn sweep(class: &NamedId<ClassId>, sweep: &Sweep, weekend: &WeekendTitle) -> String {
    let where_ = format!("{} {}", weekend.title.name, weekend.season);
    match sweep {
        Sweep::By(who) => format!("{}: {} won all races of {where_}.", class.name, who.name),
        Sweep::Shared(winners) => format!("{}: nobody won all; {} won one each.", class.name, names(winners)),
        Sweep::Unknown => format!("{}: not known.", class.name),
    }
}

/// The winning margin of a race.
pub fn margin(
    race: Option<&(SeasonId, NamedId<WeekendId>, NamedId<SessionId>)>,
    winner: Option<&NamedId>,
    margin: Option<&(String, NamedId<DriverId>)>,
) -> String {
    let Some((season, weekend, session)) = race else {
        let who = winner.map_or("anybody", |winner| &winner.name);
        return format!("No win of {who} is known, so no margin either.");
    };
    let where_ = format!("{} {season}, {}", weekend.name, session.name);
    let who = winner.map_or("the winner", |winner| &winner.name);
    match margin {
        Some((gap, second)) => format!("{where_}: {who} won by {gap} from {}.", second.name),
        None => format!("{where_}: {who} won; the margin is not known."),
    }
}
