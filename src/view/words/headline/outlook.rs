//! Headlines of titles: contenders, champions, and results that somebody needs.

use super::{fitting, verdict};
use crate::answer::{Clinch, ContenderOutlook, Fight, Person, TitleHope};
use crate::domain::{ChampionshipId, Points};
use crate::question::{Form, Relation};
use crate::scoring::future::{Chance, SufficientResult};
use crate::view::words::fight::{in_place, or_better, race};
use crate::view::words::leaders::points_of;
use crate::view::words::sufficient::short;
use crate::view::words::{count, list, sentence, sufficient};

/// Maximum number of names in a headline.
const MOST_NAMES: usize = 4;

/// The headline of the contenders for titles.
pub fn title(form: Form, fights: &[Fight], unknown: &[crate::answer::NamedId<ChampionshipId>]) -> Option<String> {
    match (fights, unknown) {
        ([], _) => None,
        ([fight], []) => Some(sentence(&one_title(form, fight))),
        (fights, _) if form.relation == Some(Relation::When) => {
            let told: Vec<String> = fights.iter().filter_map(when).collect();
            (!told.is_empty()).then(|| sentence(&told.join("; ")))
        }
        (fights, unknown) => {
            let numbers = (form.relation == Some(Relation::Needs)).then(|| magic_numbers(fights));
            Some(sentence(
                &numbers.flatten().unwrap_or_else(|| several(form, fights, unknown)),
            ))
        }
    }
}

fn one_title(form: Form, fight: &Fight) -> String {
    if form.relation == Some(Relation::When)
        && let Some(told) = when(fight)
    {
        return told;
    }
    match &fight.about {
        about if form.relation == Some(Relation::Needs) => needs(fight, about.as_ref()),
        Some(about) => hope(form, fight, about),
        None if !form.polar || (fight.over && fight.champion.is_none()) => contenders(fight),
        None if fight.champion.is_some() => verdict(true, &contenders(fight)),
        None if fight.scene.unknown > 0 => not_known(fight),
        None if form.relation == Some(Relation::Over) => verdict(false, &contenders(fight)),
        None => format!("not yet: {}", contenders(fight)),
    }
}

/// The moment at which a title was decided, or the first at which it can be.
fn when(fight: &Fight) -> Option<String> {
    let table = &fight.championship.name;
    if let Some(champion) = &fight.champion {
        let who = short(&champion.who);
        let asked = fight.about.as_ref().filter(|about| about.who != champion.who);
        let not = asked.map_or_else(String::new, |about| {
            format!("{} is not the {table} champion: ", short(&about.who))
        });
        let is = format!("{not}{who} is the {table} champion");
        return Some(match (&champion.at, &champion.since) {
            (Some(weekend), Some(round)) => format!("{is}, decided at {} (round {round})", weekend.name),
            _ => format!("{is}; the packs do not tell after which round it was decided"),
        });
    }
    if fight.over {
        return Some(unknown_champion(fight));
    }
    let (who, stop) = fight.earliest.as_ref()?;
    let so_far = match fight.scene.unknown {
        0 => String::new(),
        sessions => format!("; {}", missing(sessions)),
    };
    Some(format!(
        "{} can be the {table} champion after {} at the earliest{so_far}",
        short(who),
        race(stop)
    ))
}

/// Contenders of whom it is not known which can still win, as results are missing.
fn not_known(fight: &Fight) -> String {
    let missing = missing(fight.scene.unknown);
    let number = count(fight.hopes.len(), "contender", "contenders");
    fitting(&[
        format!("not known: {missing}; {}", contenders(fight)),
        format!(
            "not known: {missing}; so far {number} can still win the {} title",
            fight.championship.name
        ),
    ])
}

/// Results that are missing: `the results of 5 sessions are missing`.
fn missing(sessions: usize) -> String {
    format!("the results of {} are missing", count(sessions, "session", "sessions"))
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
    let told = |yes: bool, text: String| if form.polar { verdict(yes, &text) } else { text };
    let Some(outlook) = &about.outlook else {
        return told(false, format!("{who} can no longer win the {table} title"));
    };
    let most = outlook.most;
    let sure = about
        .sure
        .as_ref()
        .map(|(other, least)| format!("{} is sure of {least}", short(other)));
    let sure = sure.map_or_else(String::new, |sure| format!("; {sure}"));
    let missing = Some(fight.scene.unknown).filter(|unknown| *unknown > 0).map(missing);
    if form.polar && form.relation == Some(Relation::Champion) && outlook.chance != Chance::Never {
        return match missing {
            Some(_) => not_known(fight),
            None => format!("not yet: {}", contenders(fight)),
        };
    }
    if form.relation == Some(Relation::Clinch)
        && missing.is_none()
        && let Some(clinch) = &about.clinch
    {
        return self::clinch(&who, table, clinch);
    }
    match outlook.chance {
        Chance::Never => told(
            false,
            format!("{who} can no longer win the {table} title: at most {most}{sure}"),
        ),
        Chance::Unknown => format!(
            "not known: {who} can at best draw level for the {table} title, with {}",
            points_of(most)
        ),
        Chance::Shared => told(
            false,
            format!(
                "{who} can at best draw level for the {table} title, with {}{sure}",
                points_of(most)
            ),
        ),
        Chance::Possible | Chance::Certain => {
            let can = format!("{who} can still win the {table} title: at most {most}{sure}");
            match missing {
                Some(missing) => fitting(&[
                    format!("not known: {missing}; so far {can}"),
                    format!("not known: {missing}; so far {who} can still win the {table} title"),
                ]),
                None => told(true, can),
            }
        }
    }
}

/// Verdict on the title of somebody after the next race, with a result that is enough.
fn clinch(who: &str, table: &str, clinch: &Clinch) -> String {
    let after = format!(
        "{who} {} the {table} champion after {}",
        if clinch.possible { "can be" } else { "cannot be" },
        race(&clinch.race)
    );
    let lines = clinch.lines.as_deref().filter(|_| clinch.possible);
    match lines.and_then(|lines| easiest(lines, &clinch.limited)) {
        Some(with) => verdict(true, &format!("{after} with {with}")),
        None => verdict(clinch.possible, &after),
    }
}

/// Conditions under which somebody is champion: a result of the next session, or points that are needed.
fn needs(fight: &Fight, about: Option<&TitleHope>) -> String {
    let table = &fight.championship.name;
    let leader = fight.hopes.first();
    if fight.champion.is_some() || (fight.over && fight.scene.unknown == 0) {
        return match about {
            Some(about) => hope(Form::default(), fight, about),
            None => contenders(fight),
        };
    }
    let (Some(leader), 0) = (leader, fight.scene.unknown) else {
        return not_known(fight);
    };
    let clinch = about.and_then(|about| about.clinch.as_ref());
    if let Some((about, clinch)) = about.zip(clinch)
        && let Some(with) = clinch
            .lines
            .as_deref()
            .and_then(|lines| easiest(lines, &clinch.limited))
    {
        return format!(
            "{} is the {table} champion after {} with {with}",
            short(&about.who),
            race(&clinch.race)
        );
    }
    let Some(about) = about.filter(|about| about.who != leader.who) else {
        return magic(fight, leader);
    };
    let who = short(&about.who);
    let outlook = about.outlook.as_ref().filter(|outlook| outlook.chance > Chance::Shared);
    match outlook.and_then(|outlook| Some((outlook.gap?, outlook.most - outlook.known()?))) {
        Some((gap, left)) if gap > Points::ZERO => format!(
            "{who} has to score at least {} more than {} in the {} left, which pay {left} at most{}",
            points_of(gap),
            short(&leader.who),
            count(fight.scene.to_come, "session", "sessions"),
            before_drops(fight)
        ),
        Some((_, left)) => format!(
            "{who} is level with {} for the {table} title; {} are left",
            short(&leader.who),
            points_of(left)
        ),
        None => hope(Form::default(), fight, about),
    }
}

/// The number of points with which the leader is sure, whatever the others do.
fn magic(fight: &Fight, leader: &ContenderOutlook) -> String {
    let (who, table) = (short(&leader.who), &fight.championship.name);
    let rivals = fight.hopes.iter().filter(|hope| hope.who != leader.who);
    let (Some(rival), Some(points)) = (rivals.max_by_key(|hope| hope.most), leader.known()) else {
        return contenders(fight);
    };
    let (name, most) = (short(&rival.who), rival.most);
    let (need, left) = (most - points + Points::whole(1), leader.most - points);
    let drops = before_drops(fight);
    if need > left {
        return format!(
            "{who} cannot be sure of the {table} title by points alone: {name} can reach {most} too{drops}"
        );
    }
    format!(
        "with {need} of the {} left {who} is sure of the {table} title; {name} can reach {most}{drops}",
        points_of(left)
    )
}

/// The limit of sums where results are dropped.
fn before_drops(fight: &Fight) -> &'static str {
    if fight.scene.drops == Some(true) {
        ", before drops"
    } else {
        ""
    }
}

/// The worst result that is enough whatever the others do, else the best one with what the others may score.
pub(super) fn easiest(lines: &[SufficientResult], limited: &[Person]) -> Option<String> {
    let alone = |line: &&SufficientResult| line.awards.is_empty() && line.place.is_some();
    let places = lines.iter().filter(alone);
    let safe = places.clone().rfind(|line| line.limits.is_empty());
    let line = safe.or_else(|| places.clone().next()).or(lines.first())?;
    let place = line.place.map_or_else(
        || "no points at all".to_owned(),
        |place| match safe {
            Some(_) => or_better(place),
            None => in_place(place),
        },
    );
    let awards = sufficient::awards(line);
    let awards = if awards.is_empty() {
        awards
    } else {
        format!(" and {awards}")
    };
    let limits = line
        .limits
        .iter()
        .map(|limit| format!("{} scores {} at most", sufficient::who(&limit.who, limited), limit.most));
    let limits: Vec<String> = limits.collect();
    let limits = if limits.is_empty() {
        ", whatever the others do".to_owned()
    } else {
        format!(", if {}", list(&limits))
    };
    Some(format!("{place}{awards}{limits}"))
}

/// The points with which each leader is sure: `258 of 280 for Hartog (Pro)`.
fn magic_numbers(fights: &[Fight]) -> Option<String> {
    let number = |fight: &Fight| {
        let leader = fight
            .hopes
            .first()
            .filter(|_| fight.champion.is_none() && fight.scene.unknown == 0)?;
        let rivals = fight.hopes.iter().filter(|hope| hope.who != leader.who);
        let most = rivals.map(|hope| hope.most).max()?;
        let need = most - leader.known()? + Points::whole(1);
        let left = leader.most - leader.known()?;
        let number = format!(
            "{need} of {left} for {} ({})",
            short(&leader.who),
            fight.championship.name
        );
        (need <= left).then_some(number)
    };
    let numbers: Vec<String> = fights.iter().filter_map(number).collect();
    (!numbers.is_empty()).then(|| format!("points left that make the title sure: {}", list(&numbers)))
}

/// The titles that are decided, open or not known.
fn several(form: Form, fights: &[Fight], unknown: &[crate::answer::NamedId<ChampionshipId>]) -> String {
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
    let text = parts.join("; ");
    let unknown = fights
        .iter()
        .filter(|fight| is_open(fight))
        .map(|fight| fight.scene.unknown);
    let asked = form.polar || form.relation == Some(Relation::Needs);
    if let Some(sessions) = unknown.max().filter(|sessions| asked && *sessions > 0) {
        return format!("not known: {}; so far {text}", missing(sessions));
    }
    match form.polar {
        true if !open.is_empty() => verdict(false, &text),
        true if lost.is_empty() => verdict(true, &text),
        _ => text,
    }
}
