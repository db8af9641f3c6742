//! Finishes, sweeps and margins in words.

use super::{names, ordinal};
use crate::answer::{DriverSession, FeatScope, NamedId, Sweep, WeekendTitle};
use crate::domain::{ClassId, DriverId, Place, SeasonId, SessionId, Status, WeekendId};

/// The finish of a race.
pub fn finish(who: &NamedId, season: &SeasonId, one: &DriverSession) -> String {
    let result = one.finish.as_ref().map_or_else(
        || "result not known".to_owned(),
        |finish| match (&finish.place, finish.status) {
            (Some(Place::Exactly(place)), Status::Dnf) => format!("did not finish, placed {}", ordinal(*place)),
            (_, Status::Dnf) => "did not finish".to_owned(),
            (_, Status::Nc) => "not classified".to_owned(),
            (_, Status::Dns) => "did not start".to_owned(),
            (_, Status::Dsq) => "disqualified".to_owned(),
            (Some(Place::Exactly(place)), _) => ordinal(*place),
            (Some(Place::OneOf(places)), _) => {
                super::choice(&places.iter().map(|place| ordinal(*place)).collect::<Vec<_>>())
            }
            (Some(Place::From { from }), _) => format!("{} or lower", ordinal(*from)),
            (None, _) => "place not known".to_owned(),
        },
    );
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

/// No result is known.
pub fn no_finish(who: &NamedId, weekend: Option<&WeekendTitle>, scope: &FeatScope) -> String {
    let at = weekend.map_or_else(String::new, |weekend| {
        format!(" at {} {}", weekend.title.name, weekend.season)
    });
    format!("No result of {}{at}{} is known.", who.name, super::feats::within(scope))
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
