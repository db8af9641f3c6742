//! Feats in words: wins, finishes, sweeps, margins.

use super::fact::names;
use super::{count, list, ordinal};
use crate::answer::{DriverSession, FeatTotal, Feats, NamedId, SeasonFeats, Sweep, WeekendTitle};
use crate::domain::{Place, SeasonId, Slug, Status};

fn feat(what: &str, number: usize) -> String {
    let many = what.replace('-', " ");
    count(number, many.strip_suffix('s').unwrap_or(&many), &many)
}

fn at(feats: &Feats) -> String {
    feats
        .weekend
        .as_ref()
        .map_or_else(String::new, |weekend| format!(" at {}", weekend.name))
}

/// The number of times, in all that is known: the newest season's count.
pub fn often(feats: &Feats) -> String {
    let Some(latest) = feats.seasons.first() else {
        return never(feats);
    };
    let known = latest.known.len();
    let told = match &latest.published {
        Some(published) if usize::from(published.count) >= known => {
            format!(
                "{} after round {}, as published",
                feat(feats.what, usize::from(published.count)),
                published.after
            )
        }
        _ if feats.open > 0 => format!("at least {}, as far as results are known", feat(feats.what, known)),
        _ => feat(feats.what, known),
    };
    format!("{}{} in {}: {told}.", feats.who.name, at(feats), latest.season)
}

/// No result is known.
pub fn never(feats: &Feats) -> String {
    let what = feats.what.replace('-', " ");
    if feats.open > 0 {
        let races = count(feats.open, "race", "races");
        format!(
            "No {what} of {}{} are known, but not all is known of {races}.",
            feats.who.name,
            at(feats)
        )
    } else {
        format!("{}{}: no {what} as far as the packs tell.", feats.who.name, at(feats))
    }
}

/// An answer to "ever".
pub fn ever(feats: &Feats) -> String {
    if feats.seasons.is_empty() {
        let not = if feats.open > 0 { "Not as far as is known" } else { "No" };
        return format!("{not}. {}", never(feats));
    }
    format!("Yes. {}", often(feats))
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
        None if feats.open > 0 => format!("Not as far as is known. {}", often(feats)),
        None => format!("No. {}", often(feats)),
    }
}

/// The known results of a season, race by race.
pub fn season(what: &str, season: &SeasonFeats) -> String {
    let one = |one: &DriverSession| {
        let class = one
            .class
            .as_ref()
            .map_or_else(String::new, |class| format!(" ({})", class.name));
        format!("{} {}{class}", one.weekend.name, one.session.name)
    };
    let known: Vec<String> = season.known.iter().map(one).collect();
    let published = season.published.as_ref().map(|count| {
        format!(
            "{} after round {}, as published",
            feat(what, usize::from(count.count)),
            count.after
        )
    });
    let known = (!known.is_empty()).then(|| format!("known race by race: {}", list(&known)));
    let parts: Vec<String> = published.into_iter().chain(known).collect();
    format!("{}: {}", season.season, super::sentence(&parts.join("; ")))
}

/// The finish of a race.
pub fn finish(who: &NamedId, season: &Slug, one: &DriverSession) -> String {
    let result = one.finish.as_ref().map_or_else(
        || "result not known".to_owned(),
        |finish| match (&finish.place, finish.status) {
            (_, Status::Dnf) => "did not finish".to_owned(),
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
pub fn no_finish(who: &NamedId, weekend: Option<&WeekendTitle>) -> String {
    let at = weekend.map_or_else(String::new, |weekend| {
        format!(" at {} {}", weekend.title.name, weekend.season)
    });
    format!("No result of {}{at} is known.", who.name)
}

/// Races are still to be run.
pub fn to_come(weekend: &WeekendTitle) -> String {
    format!(
        "Not all races of {} {} have been run yet.",
        weekend.title.name, weekend.season
    )
}

/// The sweep of a class.
pub fn sweep(class: &NamedId, sweep: &Sweep, weekend: &WeekendTitle) -> String {
    let where_ = format!("{} {}", weekend.title.name, weekend.season);
    match sweep {
        Sweep::By(who) => format!("{}: {} won all races of {where_}.", class.name, who.name),
        Sweep::Shared(winners) => format!("{}: nobody won all; {} won one each.", class.name, names(winners)),
        Sweep::Unknown => format!("{}: not known.", class.name),
    }
}

/// The winning margin of a race.
pub fn margin(
    race: Option<&(SeasonId, NamedId, NamedId)>,
    winner: Option<&NamedId>,
    margin: Option<&(String, NamedId)>,
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

/// The highest total in a class, as far as known.
pub fn most(what: &str, season: &Slug, class: &NamedId, counts: &[FeatTotal]) -> String {
    let one = |one: &FeatTotal| {
        let number = feat(what, usize::from(one.count));
        let sure = if one.published {
            "as published"
        } else {
            "known, maybe more"
        };
        format!("{}, {number} ({sure})", one.who.name)
    };
    let counts: Vec<String> = counts.iter().map(one).collect();
    if counts.is_empty() {
        return format!("{}: no {} known in {season}.", class.name, what.replace('-', " "));
    }
    format!("{} {season}: {}.", class.name, counts.join("; "))
}
