//! Headlines of outlooks: titles, the lead, supposed tables.

use super::verdict;
use crate::answer::{ContenderOutlook, Fight, Horizon, LeadForecast, LeadOutlook, PathToLead, Person, TitleHope};
use crate::domain::{ChampionshipId, Points};
use crate::question::{Form, Relation};
use crate::scoring::future::{Chance, Safe};
use crate::view::words::fight::{name, or_better, race, unless_less};
use crate::view::words::leaders::points_of;
use crate::view::words::sufficient::short;
use crate::view::words::{choice, count, list, sentence, sufficient};

/// Maximum number of names in a headline.
const MOST_NAMES: usize = 4;

/// The headline of the contenders for titles.
pub fn title(form: Form, fights: &[Fight], unknown: &[crate::answer::NamedId<ChampionshipId>]) -> Option<String> {
    match (fights, unknown) {
        ([], _) => None,
        ([fight], []) => Some(sentence(&one_title(form, fight))),
        (fights, unknown) => Some(sentence(&several(fights, unknown))),
    }
}

fn one_title(form: Form, fight: &Fight) -> String {
    match &fight.about {
        Some(about) => hope(form, fight, about),
        None => contenders(fight),
    }
}

/// The champion of a championship, or those who can win it.
pub fn contenders(fight: &Fight) -> String {
    let table = &fight.championship.name;
    if let Some(champion) = &fight.champion {
        return format!("{} is the {table} champion", short(&champion.who));
    }
    if fight.over {
        return unknown_champion(fight);
    }
    let (level, can): (Vec<_>, Vec<_>) = fight.hopes.iter().partition(|hope| hope.chance == Chance::Shared);
    let so_far = if fight.scene.unknown > 0 {
        "as far as is known, "
    } else {
        ""
    };
    let names = |hopes: &[&ContenderOutlook]| list(&hopes.iter().map(|hope| short(&hope.who)).collect::<Vec<_>>());
    let unlisted = can.iter().any(|hope| hope.who == Person::NotListed);
    let told = match can.as_slice() {
        [] => return format!("not known: who can still win the {table} title"),
        [one] => format!("only {} can still win the {table} title", short(&one.who)),
        several if several.len() <= MOST_NAMES => format!("{} can still win the {table} title", names(several)),
        several if unlisted => format!(
            "{} and more can still win the {table} title",
            count(several.len() - 1, "contender", "contenders")
        ),
        several => format!(
            "{} can still win the {table} title",
            count(several.len(), "contender", "contenders")
        ),
    };
    let level = match level.as_slice() {
        [] => String::new(),
        some => format!("; {} can at best draw level", names(some)),
    };
    format!("{so_far}{told}{level}")
}

fn unknown_champion(fight: &Fight) -> String {
    format!(
        "not known: the season is over, and the results of {} that decide the {} title are missing",
        count(fight.scene.unknown, "session", "sessions"),
        fight.championship.name
    )
}

/// The chance of somebody who is asked about.
fn hope(form: Form, fight: &Fight, about: &TitleHope) -> String {
    let (who, table) = (short(&about.who), &fight.championship.name);
    if let Some(champion) = &fight.champion {
        let is_champion = champion.who == about.who;
        let decided = if is_champion {
            format!("{who} is the {table} champion")
        } else {
            format!("the {table} title is decided; {} is the champion", short(&champion.who))
        };
        return if form.polar {
            verdict(is_champion, &decided)
        } else {
            decided
        };
    }
    if fight.over {
        return unknown_champion(fight);
    }
    let Some(outlook) = &about.outlook else {
        return verdict(false, &format!("{who} can no longer win the {table} title"));
    };
    let most = outlook.most;
    let sure = about
        .sure
        .as_ref()
        .map(|(other, least)| format!("{} is sure of {least}", short(other)));
    let sure = sure.map_or_else(String::new, |sure| format!("; {sure}"));
    let missing = match fight.scene.unknown {
        0 => None,
        several => Some(format!(
            "the results of {} are missing",
            count(several, "session", "sessions")
        )),
    };
    if form.polar && form.relation == Some(Relation::Champion) && outlook.chance != Chance::Never {
        return match missing {
            Some(missing) => format!("not known: {missing}; {}", contenders(fight)),
            None => format!("not yet: {}", contenders(fight)),
        };
    }
    match outlook.chance {
        Chance::Never => verdict(
            false,
            &format!(
                "{who} can no longer win the {table} title: at most {}{sure}",
                points_of(most)
            ),
        ),
        Chance::Unknown => format!(
            "not known: {who} can at best draw level for the {table} title, with {}",
            points_of(most)
        ),
        Chance::Shared => verdict(
            false,
            &format!(
                "{who} can at best draw level for the {table} title, with {}{sure}",
                points_of(most)
            ),
        ),
        Chance::Possible | Chance::Certain => {
            let can = format!(
                "{who} can still win the {table} title: at most {}{sure}",
                points_of(most)
            );
            match missing {
                Some(missing) => format!("not known: {missing}; as far as is known, {can}"),
                None => verdict(true, &can),
            }
        }
    }
}

/// The titles that are decided, open or not known.
fn several(fights: &[Fight], unknown: &[crate::answer::NamedId<ChampionshipId>]) -> String {
    let champion = |fight: &Fight| {
        let champion = fight.champion.as_ref()?;
        Some(format!("{} in {}", short(&champion.who), fight.championship.name))
    };
    let champions: Vec<String> = fights.iter().filter_map(champion).collect();
    let is_open = |fight: &&Fight| fight.champion.is_none() && !fight.over;
    let open: Vec<&str> = fights
        .iter()
        .filter(is_open)
        .map(|fight| fight.championship.name.as_str())
        .collect();
    let lost = fights.iter().filter(|fight| fight.champion.is_none() && fight.over);
    let lost = lost.map(|fight| fight.championship.name.as_str());
    let lost: Vec<&str> = lost.chain(unknown.iter().map(|title| title.name.as_str())).collect();
    let mut parts = Vec::new();
    parts.extend((!champions.is_empty()).then(|| format!("champions: {}", list(&champions))));
    parts.extend((!open.is_empty()).then(|| format!("still open: {}", list(&open))));
    parts.extend((!lost.is_empty()).then(|| format!("not known: {}", list(&lost))));
    parts.join("; ")
}

/// The headline of the outlook for the lead.
pub fn lead(form: Form, leads: &[LeadOutlook]) -> Option<String> {
    let [lead] = leads else {
        let told = leads.iter().filter(|lead| !lead.over).map(|lead| {
            let safe = lead.spans.first().is_some_and(|span| span.keeps == Chance::Certain);
            format!("{} ({})", lead.championship.name, if safe { "no" } else { "yes" })
        });
        let told: Vec<String> = told.collect();
        return (!told.is_empty()).then(|| sentence(&format!("can the lead change at the next race: {}", list(&told))));
    };
    if let Some(champion) = &lead.champion {
        let told = format!(
            "the season is over; {} is the {} champion",
            short(&champion.who),
            lead.championship.name
        );
        return Some(sentence(&if form.polar { verdict(false, &told) } else { told }));
    }
    if lead.over {
        return Some(sentence(&format!(
            "not known: the season is over, and results of {} are missing",
            lead.championship.name
        )));
    }
    // The first horizon at which the lead can change, else the last.
    let can = |span: &&LeadForecast| match &lead.about {
        Some(_) => span.threats.iter().any(|hope| hope.chance > Chance::Shared),
        None => span.keeps != Chance::Certain,
    };
    let span = lead.spans.iter().find(can).or(lead.spans.last())?;
    if let (Some(_), [take], Horizon::Race) = (&lead.about, lead.takes.as_slice(), span.by)
        && let Some(path) = path(take, span).filter(|_| lead.scene.unknown == 0)
    {
        return Some(sentence(&if form.polar { verdict(true, &path) } else { path }));
    }
    Some(sentence(&match &lead.about {
        Some(about) => of_one(lead, about, span),
        None => of_leader(form, lead, span),
    }))
}

/// The horizon: `after Race 1 at Watkins Glen`.
fn by(span: &LeadForecast) -> String {
    match span.by {
        Horizon::Race => format!("after {}", race(&span.until)),
        Horizon::Weekend => format!("after the weekend at {}", span.until.weekend.name),
        Horizon::Season => "at the season's end".to_owned(),
    }
}

/// The easiest result with which somebody leads: `Cooper leads after Race 1 with a win and Hartog at most 1`.
fn path(take: &PathToLead, span: &LeadForecast) -> Option<String> {
    let line = take.lines.first()?;
    let place = line.place.map(crate::view::words::fight::in_place)?;
    let awards = sufficient::awards(line);
    let awards = if awards.is_empty() {
        awards
    } else {
        format!(" and {awards}")
    };
    let limits: Vec<String> = line
        .limits
        .iter()
        .map(|limit| {
            format!(
                "{} scores {} at most",
                sufficient::who(&limit.who, &take.limited),
                limit.most
            )
        })
        .collect();
    let limits = if limits.is_empty() {
        ", whatever the others do".to_owned()
    } else {
        format!(", if {}", list(&limits))
    };
    Some(format!(
        "{} leads {} with {place}{awards}{limits}",
        short(&take.who),
        by(span)
    ))
}

/// The chance of a challenger.
fn of_one(lead: &LeadOutlook, about: &Person, span: &LeadForecast) -> String {
    let (who, leader, by) = (short(about), short(&lead.leader), by(span));
    let low = span.reach.low;
    let most = span.threats.first().map_or(Points::ZERO, |hope| hope.most);
    let sums = format!("at most {most}, and {leader} is sure of {low}");
    match span.threats.first().map(|hope| hope.chance) {
        Some(Chance::Never) | None => verdict(false, &format!("{who} cannot lead {by}: {sums}")),
        Some(Chance::Unknown) => format!("not known: {who} can at best be level with {leader} {by} on {most}"),
        Some(Chance::Shared) => verdict(false, &format!("{who} can at best share the lead {by} on {most}")),
        Some(Chance::Possible | Chance::Certain) if lead.scene.unknown > 0 => {
            format!("not known: results are missing; as far as is known {who} can lead {by}: {sums}")
        }
        Some(Chance::Possible | Chance::Certain) => verdict(true, &format!("{who} can lead {by}: {sums}")),
    }
}

/// The chance that the leader loses the lead, or keeps it.
fn of_leader(form: Form, lead: &LeadOutlook, span: &LeadForecast) -> String {
    let (leader, by) = (name_short(&lead.leader), by(span));
    let keeps = form.polar && form.relation == Some(Relation::Leading);
    if span.keeps == Chance::Certain {
        let told = format!("{leader} leads {} {by} whatever happens", lead.championship.name);
        return if form.polar { verdict(keeps, &told) } else { told };
    }
    let threats: Vec<String> = span
        .threats
        .iter()
        .take(MOST_NAMES - 1)
        .map(|hope| format!("{} (at most {})", short(&hope.who), hope.most))
        .collect();
    let more = span.threats.len() - threats.len();
    let threats = if more > 0 {
        format!("{} or {more} more", threats.join(", "))
    } else {
        choice(&threats)
    };
    let verb = if span.threats.iter().all(|hope| hope.chance == Chance::Shared) {
        "draw level with"
    } else {
        "pass"
    };
    let told = format!("{by} {threats} can {verb} {leader}{}", keeping(lead, span));
    match (form.polar, keeps) {
        (false, _) => told,
        (true, true) => verdict(false, &told),
        (true, false) if lead.scene.unknown > 0 => format!("not known: results are missing; as far as is known {told}"),
        (true, false) => verdict(true, &told),
    }
}

fn name_short(person: &Person) -> String {
    match person {
        Person::Named { .. } => short(person),
        Person::NotListed => name(person),
    }
}

/// `; 3rd or better in every race keeps Hartog ahead`
fn keeping(lead: &LeadOutlook, span: &LeadForecast) -> String {
    let everywhere = if span.sessions > 1 { " in every race" } else { "" };
    match span.safe {
        Some(safe @ (Safe::Place(place) | Safe::Surely(place) | Safe::InFull(place))) => format!(
            "; {}{everywhere} keeps {} ahead{}",
            or_better(place),
            short(&lead.leader),
            unless_less(safe)
        ),
        _ => String::new(),
    }
}
