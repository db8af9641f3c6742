//! Headlines of the outlook for the lead: who can take it or lose it, by when, and with which result.

use super::outlook::easiest;
use super::worth::the;
use super::{fitting, verdict};
use crate::answer::{Horizon, LeadForecast, LeadOutlook, PathToLead, Person, TableLead};
use crate::domain::Points;
use crate::question::{Form, Relation};
use crate::scoring::future::{Chance, Safe};
use crate::view::words::fight::{name, or_better, race, unless_less};
use crate::view::words::leaders::{points_of, without_outlook};
use crate::view::words::sufficient::short;
use crate::view::words::{choice, list, sentence};

/// Maximum number of names in a headline.
const MOST_NAMES: usize = 3;

/// The headline of the outlook for the lead; `tables` are those in which it is not known what can still happen.
pub fn lead(form: Form, leads: &[LeadOutlook], tables: &[TableLead]) -> Option<String> {
    Some(sentence(&match (leads, tables) {
        ([], []) => return None,
        ([lead], []) => one(form, lead)?,
        ([], [table]) => of_table(table),
        (leads, tables) => several(form, leads, tables),
    }))
}

/// The leader of a table in which it is not known what can still happen.
fn of_table(table: &TableLead) -> String {
    let (title, leaders) = (&table.leader.championship.name, &table.leader.leaders);
    let names: Vec<&str> = leaders.iter().map(|leader| leader.row.short.as_str()).collect();
    match names.as_slice() {
        [] => format!("not known: who leads {}", the(title)),
        _ if table.over => without_outlook(&table.leader, true),
        [one] => format!(
            "not known: {one} leads {}, and too little is known to tell who can take the lead",
            the(title)
        ),
        several => format!("not known: {} share the lead of {}", list(several), the(title)),
    }
}

/// The championships in which the lead can change at the next race, and those in which it cannot.
fn several(form: Form, leads: &[LeadOutlook], tables: &[TableLead]) -> String {
    let titles =
        |leads: &[&LeadOutlook]| -> Vec<String> { leads.iter().map(|lead| lead.championship.name.clone()).collect() };
    if leads.iter().all(|lead| lead.over) && tables.iter().all(|table| table.over) {
        let text = champions(leads, tables);
        return if form.polar { verdict(false, &text) } else { text };
    }
    let (sure, open): (Vec<_>, Vec<_>) = leads.iter().filter(|lead| !lead.spans.is_empty()).partition(|lead| {
        let next = lead.spans.first();
        next.is_some_and(|span| span.keeps == Chance::Certain)
    });
    let mut races = sure.iter().chain(&open).filter_map(|lead| lead.spans.first()).map(by);
    let first = races.next();
    let at = first.filter(|first| races.all(|race| race == *first));
    let at = at.unwrap_or_else(|| "after the next race".to_owned());
    let (sure, open) = (titles(&sure), titles(&open));
    let text = match (open.as_slice(), sure.as_slice()) {
        ([], sure) => format!("the lead of {} cannot change {at}", list(sure)),
        (open, []) => format!("{at} {} can have a new leader", list(open)),
        (open, sure) => format!("{at} {} can have a new leader, {} cannot", list(open), list(sure)),
    };
    let text = match tables {
        [] => text,
        tables => {
            let tables = tables.iter().map(|table| table.leader.championship.name.as_str());
            format!("{text}; not known: {}", list(&tables.collect::<Vec<_>>()))
        }
    };
    let missing = leads.iter().any(|lead| lead.scene.unknown > 0);
    match (form.polar, missing) {
        (true, true) => format!("not known: results are missing; so far {text}"),
        (false, true) => format!("as far as is known, {text}"),
        (true, false) => verdict(!open.is_empty(), &text),
        (false, false) => text,
    }
}

/// The champions of a season that is over, and the championships without a known one.
fn champions(leads: &[LeadOutlook], tables: &[TableLead]) -> String {
    let of_lead = |lead: &LeadOutlook| {
        let champion = lead.champion.as_ref().map(|champion| short(&champion.who));
        (lead.championship.name.clone(), champion)
    };
    let of_table = |table: &TableLead| {
        let mut leaders = table.leader.leaders.iter();
        let champion = leaders
            .find(|leader| leader.champion)
            .map(|leader| leader.row.short.clone());
        (table.leader.championship.name.clone(), champion)
    };
    let all = leads.iter().map(of_lead).chain(tables.iter().map(of_table));
    let (known, unknown): (Vec<_>, Vec<_>) = all.partition(|(_, champion)| champion.is_some());
    let known: Vec<String> = known
        .into_iter()
        .filter_map(|(title, champion)| Some(format!("{} in {title}", champion?)))
        .collect();
    let unknown: Vec<String> = unknown.into_iter().map(|(title, _)| title).collect();
    let mut parts = vec!["the season is over".to_owned()];
    parts.extend((!known.is_empty()).then(|| format!("champions: {}", list(&known))));
    parts.extend((!unknown.is_empty()).then(|| format!("champions not known: {}", list(&unknown))));
    parts.join("; ")
}

fn one(form: Form, lead: &LeadOutlook) -> Option<String> {
    if let Some(champion) = &lead.champion {
        let told = format!(
            "the season is over; {} is the {} champion",
            short(&champion.who),
            lead.championship.name
        );
        return Some(if form.polar { verdict(false, &told) } else { told });
    }
    if lead.over {
        return Some(format!(
            "not known: the season is over, and results of {} are missing",
            lead.championship.name
        ));
    }
    // A need is told as it is: a result that is enough is not one that must be.
    let asked = form.relation == Some(Relation::Needs);
    let form = if asked { Form::default() } else { form };
    // The first horizon at which the lead can change, else the last.
    let can = |span: &&LeadForecast| match &lead.about {
        Some(_) => span.threats.iter().any(|hope| hope.chance > Chance::Shared),
        None => span.keeps != Chance::Certain,
    };
    let span = lead.spans.iter().find(can).or(lead.spans.last())?;
    if let (Some(_), [take], Horizon::Race) = (&lead.about, lead.takes.as_slice(), span.by)
        && let Some(path) = path(take, span).filter(|_| lead.scene.unknown == 0)
    {
        return Some(if form.polar { verdict(true, &path) } else { path });
    }
    let needs = asked && lead.scene.unknown == 0;
    Some(match &lead.about {
        Some(about) if needs => needed(form, lead, about, span),
        Some(about) => of_one(form, lead, about, span),
        None if needs => stay(lead, span),
        None => of_leader(form, lead, span),
    })
}

/// The horizon: `after Race 1 at Watkins Glen`.
fn by(span: &LeadForecast) -> String {
    match span.by {
        Horizon::Race => format!("after {}", race(&span.until)),
        Horizon::Weekend => format!("after the weekend at {}", span.until.weekend.name),
        Horizon::Season => "at the season's end".to_owned(),
    }
}

/// The easiest result with which somebody leads: `Cooper leads after Race 1 with a win, if Hartog scores 1 at most`.
fn path(take: &PathToLead, span: &LeadForecast) -> Option<String> {
    let with = easiest(&take.lines, &take.limited)?;
    Some(format!("{} leads {} with {with}", short(&take.who), by(span)))
}

/// The points that a challenger needs more than the leader, and by when that can be.
fn needed(form: Form, lead: &LeadOutlook, about: &Person, span: &LeadForecast) -> String {
    let hope = span.threats.first().filter(|hope| hope.chance > Chance::Shared);
    match hope.and_then(|hope| hope.gap) {
        Some(gap) if gap > Points::ZERO => {
            let needs = format!(
                "{} needs at least {} more than {}",
                short(about),
                points_of(gap),
                short(&lead.leader)
            );
            match span.by {
                Horizon::Race => format!("{needs} in {}", race(&span.until)),
                Horizon::Weekend => format!("{needs}, and can lead {}", by(span)),
                Horizon::Season => {
                    let before = lead.spans.iter().rfind(|one| one.by != Horizon::Season).map(by);
                    let not = before.map_or_else(String::new, |before| format!(", not yet {before}"));
                    format!("{needs}: possible by the season's end{not}")
                }
            }
        }
        _ => of_one(form, lead, about, span),
    }
}

/// The result with which the leader stays in front.
fn stay(lead: &LeadOutlook, span: &LeadForecast) -> String {
    let (leader, by) = (name_short(&lead.leader), by(span));
    let everywhere = if span.sessions > 1 { " in every race" } else { "" };
    match span.safe {
        _ if span.keeps == Chance::Certain => {
            format!("{leader} leads {} {by} whatever happens", lead.championship.name)
        }
        Some(safe @ (Safe::Place(place) | Safe::Surely(place) | Safe::InFull(place))) => format!(
            "{leader} stays ahead {by} with {}{everywhere}, whatever the others do{}",
            or_better(place),
            unless_less(safe)
        ),
        _ => format!("no place alone keeps {leader} ahead {by} whatever the others do"),
    }
}

/// The chance of a challenger.
fn of_one(form: Form, lead: &LeadOutlook, about: &Person, span: &LeadForecast) -> String {
    let told = |yes: bool, text: String| if form.polar { verdict(yes, &text) } else { text };
    let (who, leader, by) = (short(about), short(&lead.leader), by(span));
    let low = span.reach.low;
    let most = span.threats.first().map_or(Points::ZERO, |hope| hope.most);
    let sums = format!("at most {most}, and {leader} is sure of {low}");
    match span.threats.first().map(|hope| hope.chance) {
        Some(Chance::Never) | None => told(false, format!("{who} cannot lead {by}: {sums}")),
        Some(Chance::Unknown) => format!("not known: {who} can at best be level with {leader} {by} on {most}"),
        Some(Chance::Shared) => told(false, format!("{who} can at best share the lead {by} on {most}")),
        Some(Chance::Possible | Chance::Certain) if lead.scene.unknown > 0 => {
            format!("not known: results are missing; so far {who} can lead {by}: {sums}")
        }
        Some(Chance::Possible | Chance::Certain) => told(true, format!("{who} can lead {by}: {sums}")),
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
    let all: Vec<String> = span.threats.iter().map(|hope| short(&hope.who)).collect();
    let points = span.threats.iter().enumerate().map(|(at, hope)| {
        let most = if at == 0 { "at most " } else { "" };
        format!("{} ({most}{})", short(&hope.who), hope.most)
    });
    let points: Vec<String> = points.collect();
    let verb = if span.threats.iter().all(|hope| hope.chance == Chance::Shared) {
        "draw level with"
    } else {
        "pass"
    };
    let told = |threats: String, keeping: &str| {
        let told = format!("{by} {threats} can {verb} {leader}{keeping}");
        match (form.polar, keeps) {
            (false, _) if lead.scene.unknown > 0 => format!("as far as is known, {told}"),
            (false, _) => told,
            (true, true) => verdict(false, &told),
            (true, false) if lead.scene.unknown > 0 => format!("not known: results are missing; so far {told}"),
            (true, false) => verdict(true, &told),
        }
    };
    let keeping = keeping(lead, span);
    fitting(&[
        told(some(&points, MOST_NAMES), &keeping),
        told(some(&points, MOST_NAMES), ""),
        told(some(&all, MOST_NAMES), ""),
        told(some(&all, 1), ""),
    ])
}

/// The first of some names, and the number of the others.
fn some(names: &[String], most: usize) -> String {
    match names.len().saturating_sub(most) {
        0 => choice(names),
        more => format!("{} or {more} more", names.get(..most).unwrap_or_default().join(", ")),
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
