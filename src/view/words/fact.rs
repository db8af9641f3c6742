//! Facts in words, a line each.

use super::{count, leaders, list, names, schedule, time};
use crate::answer::{
    DriverSession, Fact, Frame, Maximum, NamedId, PointsScope, Progress, RaceLaps, RankedCompetitor, RuleFact,
    RuleTopic, Seat, WeekendTitle, total,
};
use crate::domain::{ChampionshipId, DriverId, Points, RoundLabel, SessionId, SessionKind, Slug};

/// The title over a fact.
pub fn title(frame: &Frame, fact: &Fact) -> String {
    let season = frame.year();
    let series = format!("{} {season}", frame.series.name);
    match fact {
        Fact::Feats(feats) => format!("{} · {}", feats.who.name, super::feats::name(feats.what)),
        Fact::Measure(measure) => format!("{} · {}", measure.who.name, super::feats::name(measure.what)),
        Fact::Finishes { who, .. } => format!("{} · Results", who.name),
        Fact::Entered { who, .. } => format!("{} · {series}", who.name),
        Fact::Length { weekend, .. }
        | Fact::Laps { weekend, .. }
        | Fact::Round { weekend, .. }
        | Fact::Together { weekend, .. }
        | Fact::Sweeps { weekend, .. } => format!("{} {} · {}", frame.series.name, weekend.season, weekend.title.name),
        _ => series,
    }
}

/// The leads, the requested extreme first.
pub fn leads(
    closest: bool,
    leads: &[(NamedId<ChampionshipId>, RankedCompetitor, RankedCompetitor, Points)],
    unknown: &[NamedId<ChampionshipId>],
) -> Vec<String> {
    let what = if closest { "Closest" } else { "Biggest lead" };
    let one = |(title, first, second, gap): &(NamedId<ChampionshipId>, RankedCompetitor, RankedCompetitor, Points)| {
        let gap = leaders::points_of(*gap);
        format!("{}: {} leads {} by {gap}", title.name, first.row.name, second.row.name)
    };
    let mut lines: Vec<String> = leads
        .iter()
        .enumerate()
        .map(|(at, lead)| {
            if at == 0 {
                format!("{what}: {}.", one(lead))
            } else {
                one(lead) + "."
            }
        })
        .collect();
    if !unknown.is_empty() {
        lines.push(format!("Not known: {}.", names(unknown)));
    }
    lines
}

/// Lengths of sessions, given once where they are equal.
pub fn lengths(kind: Option<SessionKind>, sessions: &[(NamedId<SessionId>, Option<u16>)]) -> Vec<String> {
    let what = kind.map_or("session", schedule::kind);
    if sessions.is_empty() {
        return vec![format!("No {what} is published for this weekend.")];
    }
    let one = |minutes: Option<u16>| match minutes {
        Some(minutes) => format!("{minutes} minutes"),
        None => "length not published".to_owned(),
    };
    sessions
        .iter()
        .map(|(title, minutes)| format!("{}: {}.", title.name, one(*minutes)))
        .collect()
}

/// The laps of races: `The race at Belgium in 2025 was 44 laps.`
pub fn laps(weekend: &WeekendTitle, races: &[RaceLaps]) -> Vec<String> {
    if races.is_empty() {
        return vec![format!(
            "No race of {} in {} is published.",
            weekend.title.name, weekend.season
        )];
    }
    let told = |of: &RaceLaps| {
        let RaceLaps {
            session: race,
            scheduled,
            run,
            minutes,
        } = of;
        let object = super::headline::results::object(&race.name, &weekend.title.name, "");
        let the = if race.name == "Race" { "the race " } else { "" };
        let race = format!("{the}{} in {}", object.trim_start(), weekend.season);
        let length = minutes.map_or_else(String::new, |minutes| format!("; its length is {minutes} minutes"));
        let text = match (scheduled, run) {
            (Some(scheduled), Some(run)) if scheduled != run => {
                format!("{race} was planned over {scheduled} laps, and {run} were run")
            }
            (Some(laps), _) | (None, Some(laps)) => format!("{race}: {}", count((*laps).into(), "lap", "laps")),
            (None, None) => format!("not known: the packs do not tell the laps of {race}{length}"),
        };
        super::sentence(&text)
    };
    races.iter().map(told).collect()
}

/// The rounds of a weekend.
pub fn round(weekend: &WeekendTitle, rounds: &[RoundLabel], of: Option<usize>) -> String {
    let of = of.map_or_else(String::new, |of| format!(" of {of}"));
    let days = time::days(weekend.start, weekend.end);
    if rounds.is_empty() {
        return format!(
            "{} ({days}): which rounds they are is not published.",
            weekend.title.name
        );
    }
    format!("{} ({days}): {}{of}.", weekend.title.name, schedule::rounds(rounds))
}

/// The sprints of a season's progress, the weekend that is on, and those to come.
pub fn progress(progress: &Progress) -> Vec<String> {
    let mut lines = Vec::new();
    let (sprints_run, sprints) = progress.sprints;
    if sprints > 0 {
        let sprints = count(sprints, "sprint", "sprints");
        lines.push(format!("Of {sprints}, {sprints_run} have been run."));
    }
    lines.extend(
        progress
            .running
            .iter()
            .map(|weekend| format!("On now: {}.", weekend.name)),
    );
    if !progress.ahead.is_empty() {
        let weekends = progress.ahead.iter();
        let weekends = weekends.map(|(title, start)| format!("{} ({})", title.name, start.format("%-d %b")));
        lines.push(format!("Weekends to come: {}.", list(&weekends.collect::<Vec<_>>())));
    }
    lines
}

/// The number of races, and of sprints, which count apart.
pub fn races(
    weekend: Option<&WeekendTitle>,
    season: &Slug,
    (races, sprints): (&[NamedId<SessionId>], &[NamedId<SessionId>]),
    weekends: usize,
) -> String {
    let mut number = count(races.len(), "race", "races");
    if !sprints.is_empty() {
        number.push_str(&format!(", {}", count(sprints.len(), "sprint", "sprints")));
    }
    match weekend {
        Some(weekend) => {
            let all: Vec<NamedId<SessionId>> = sprints.iter().chain(races).cloned().collect();
            format!("{} {season}: {number}: {}.", weekend.title.name, names(&all))
        }
        None => format!("{season}: {number} on {}.", count(weekends, "weekend", "weekends")),
    }
}

/// The drivers from a place.
pub fn from(
    place: &str,
    asked: Option<&(NamedId<DriverId>, Option<String>, Option<bool>)>,
    people: &[(NamedId<DriverId>, String)],
) -> Vec<String> {
    let place: Vec<String> = place.split(' ').map(super::capital).collect();
    let place = place.join(" ");
    if let Some((who, town, is)) = asked {
        let known = town.as_ref().map_or_else(
            || format!("where {} is from is not known", who.name),
            |town| format!("{} is from {town}", who.name),
        );
        return vec![match is {
            Some(true) => format!("Yes: {known}."),
            Some(false) => format!("No: {known}."),
            None => format!("Not known: {known}."),
        }];
    }
    if people.is_empty() {
        return vec![format!(
            "Nobody entered is from {place}, as far as home towns are known."
        )];
    }
    let each: Vec<String> = people
        .iter()
        .map(|(who, town)| format!("{} ({town})", who.name))
        .collect();
    let are = if people.len() == 1 { "is" } else { "are" };
    let number = count(people.len(), "driver", "drivers");
    vec![format!(
        "{number} {are} from {place}, as far as home towns are known: {}.",
        list(&each)
    )]
}

/// The rookies.
pub fn rookies(asked: Option<&(NamedId<DriverId>, Option<bool>)>, rookies: &[Seat]) -> Vec<String> {
    if let Some((who, is)) = asked {
        return vec![match is {
            Some(true) => format!("Yes: it is the first season of {} in the series.", who.name),
            Some(false) => format!("No: it is not the first season of {} in the series.", who.name),
            None => format!("Whether {} is a rookie is not told by any source at hand.", who.name),
        }];
    }
    if rookies.is_empty() {
        return vec!["No rookie is known.".to_owned()];
    }
    let mut lines = vec!["In their first season in the series, as far as known:".to_owned()];
    lines.extend(rookies.iter().map(|seat| super::crew::full(&seat.who)));
    lines
}

/// The entry of a driver or team.
pub fn entered(
    who: &NamedId,
    weekend: Option<&WeekendTitle>,
    seats: &[Seat],
    unplaced: bool,
    early: bool,
) -> Vec<String> {
    let at = weekend.map_or_else(String::new, |weekend| {
        format!(" for {} {}", weekend.title.name, weekend.season)
    });
    if !seats.is_empty() {
        let mut lines = vec![format!("Yes: {} is entered{at}.", who.name)];
        lines.extend(seats.iter().map(super::people::seat));
        return lines;
    }
    vec![if unplaced {
        format!("{} is entered in the season; for which weekends is not told.", who.name)
    } else if early {
        format!("Not known yet: the entry list{at} is not out.")
    } else {
        format!("No: {} is not on the entry list{at}, as far as it is known.", who.name)
    }]
}

/// The car of the season.
pub fn car(car: Option<&str>) -> String {
    car.map_or_else(
        || "Which car they drive is not in the packs.".to_owned(),
        |car| format!("All drive the {car}."),
    )
}

/// The limit of sums where results are dropped, or may be.
const BEFORE_DROPS: &str = "These are sums before any results are dropped.";

/// The rules below a topic: what they pay by place, or what is dropped, in full.
pub fn rule(fact: &RuleFact) -> Vec<String> {
    let lines = fact.scorings.iter().filter_map(|scoring| {
        let rules = scoring.rules.as_ref()?;
        let lines = match fact.topic {
            RuleTopic::Paying => match rules.scale_of(fact.kind).filter(|_| fact.sessions > 0) {
                Some(scale) => super::points::scale_lines(scoring, rules, scale),
                None => Vec::new(),
            },
            RuleTopic::Shortened => super::points::places(scoring, rules),
            RuleTopic::Drops if rules.drops.as_ref().is_some_and(|drops| !drops.is_empty()) => {
                vec![super::points::drops(scoring, rules)]
            }
            _ => Vec::new(),
        };
        let whose =
            (fact.scorings.len() > 1 && !lines.is_empty()).then(|| format!("{}:", super::points::names(scoring)));
        Some(whose.into_iter().chain(lines).collect::<Vec<_>>())
    });
    lines.flatten().collect()
}

/// The championships without known rules, where others have some.
fn without_rules<'a>(all: impl Iterator<Item = (&'a [NamedId<ChampionshipId>], bool)>) -> Option<String> {
    let (known, unknown): (Vec<_>, Vec<_>) = all.partition(|(_, is_known)| *is_known);
    let titles = unknown.iter().flat_map(|(titles, _)| titles.iter());
    let titles: Vec<&str> = titles.map(|title| title.name.as_str()).collect();
    (!known.is_empty() && !titles.is_empty()).then(|| format!("Not known: {}.", list(&titles)))
}

/// Small print below a fact.
pub fn remarks(fact: &Fact) -> Vec<String> {
    match fact {
        Fact::Feats(feats) => {
            let races = count(feats.open, "race", "races");
            let open = feats.open > 0 && !feats.seasons.is_empty();
            let open = open.then(|| format!("Not all is known of {races}."));
            let told = feats
                .seasons
                .iter()
                .flat_map(|one| one.known.iter().chain(&one.sprints));
            open.into_iter().chain(told.filter_map(not_official)).collect()
        }
        Fact::Measure(measure) => {
            let unconfirmed = measure.unconfirmed.and_then(super::standings::not_confirmed);
            unconfirmed.into_iter().collect()
        }
        Fact::Finishes { known, .. } => known.iter().filter_map(|(_, one)| not_official(one)).collect(),
        Fact::Worth(worth) => {
            let all = worth
                .pays
                .iter()
                .map(|pay| (pay.championships.as_slice(), total(&pay.shares).is_some()));
            without_rules(all).into_iter().collect()
        }
        Fact::Maximum(Maximum { tables, scope, .. }) => {
            let all = tables
                .iter()
                .map(|table| (table.championships.as_slice(), table.shares.is_some()));
            let of_season = matches!(scope, PointsScope::Left | PointsScope::Season);
            let drops = of_season && tables.iter().any(|table| table.drops);
            let drops = drops.then(|| BEFORE_DROPS.to_owned());
            without_rules(all).into_iter().chain(drops).collect()
        }
        Fact::Reach(reach) => {
            let drops = reach.tables.iter().any(|table| table.drops);
            drops.then(|| BEFORE_DROPS.to_owned()).into_iter().collect()
        }
        Fact::Rule(fact) if fact.topic != RuleTopic::Counting => {
            let all = fact
                .scorings
                .iter()
                .map(|one| (one.championships.as_slice(), one.rules.is_some()));
            without_rules(all).into_iter().chain(rule_notes(fact)).collect()
        }
        _ => Vec::new(),
    }
}

/// The notes on rules that a topic may rest on.
fn rule_notes(fact: &RuleFact) -> Vec<String> {
    let shown = matches!(fact.topic, RuleTopic::Order | RuleTopic::Shortened);
    let rules = fact.scorings.iter().filter_map(|scoring| scoring.rules.as_ref());
    let mut notes: Vec<String> = Vec::new();
    for note in rules.flat_map(|rules| &rules.notes).filter(|_| shown) {
        let note = super::sentence(note);
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// The status of a result that is not official yet.
fn not_official(one: &DriverSession) -> Option<String> {
    let name = format!("{} {}", one.weekend.name, one.session.name);
    super::results::not_official(&name, one.status)
}
