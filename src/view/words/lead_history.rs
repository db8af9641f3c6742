//! Leaders after every round in words.

use super::{count, list};
use crate::answer::{CompetitorName, LeadHistory, LeadSpell};
use crate::question::Form;

/// The headline: since when or after which rounds somebody led, or who led in turn.
pub fn headline(form: Form, season: &str, history: &LeadHistory) -> String {
    match &history.who {
        Some(who) => of_one(form, season, history, who),
        None => of_all(season, history),
    }
}

/// The rounds in a row with the same leaders: `Rounds 5 to 19: Piastri.`
pub fn spells(history: &LeadHistory) -> Vec<String> {
    let spells = history.spells();
    let line = |spell: &LeadSpell<'_>| {
        let leaders = if spell.is_known() {
            names(spell)
        } else {
            "not known".to_owned()
        };
        format!("{}: {leaders}.", super::capital(&rounds(spell)))
    };
    spells.iter().map(line).collect()
}

fn of_one(form: Form, season: &str, history: &LeadHistory, who: &CompetitorName) -> String {
    let (name, table) = (&who.short, &history.championship.name);
    let spells = history.spells();
    let led: Vec<&LeadSpell<'_>> = spells.iter().filter(|spell| spell.has(who)).collect();
    let unknown: Vec<&LeadSpell<'_>> = spells.iter().filter(|spell| !spell.is_known()).collect();
    let yes = if form.polar { "Yes: " } else { "" };
    let Some(last) = led.last() else {
        if unknown.is_empty() {
            let no = if form.polar { "No: " } else { "" };
            let rounds = count(history.steps.len(), "round", "rounds");
            return format!("{no}{name} has not led {table} after any of the {rounds} of {season}.");
        }
        let open = list(&unknown.iter().map(|spell| rounds(spell)).collect::<Vec<_>>());
        return format!("Not known: who led {table} after {open} is not known; {name} did not after the others.");
    };
    let leads = spells.last().is_some_and(|spell| spell == *last);
    let before = spells.iter().rev().skip_while(|spell| spell != last).nth(1);
    if leads && !form.polar && before.is_some_and(|spell| !spell.is_known()) {
        let open = before.map(rounds).unwrap_or_default();
        return format!(
            "Not known since when: {name} leads {table} after round {}; who led after {open} is not known.",
            last.last.after
        );
    }
    if leads && led.len() == 1 && unknown.is_empty() {
        return format!(
            "{yes}{name} has led {table} since round {} ({}).",
            last.first.after, last.first.weekend
        );
    }
    let told = list(&led.iter().map(|spell| rounds(spell)).collect::<Vec<_>>());
    let number: usize = led.iter().map(|spell| spell.rounds).sum();
    let number = match (unknown.is_empty(), number) {
        (false, _) => ", as far as is known".to_owned(),
        (true, 1) => String::new(),
        (true, number) => format!(" ({number} in all)"),
    };
    let now = if leads { ", and leads now" } else { "" };
    format!("{yes}{name} led {table} after {told}{number}{now}.")
}

fn of_all(season: &str, history: &LeadHistory) -> String {
    let table = &history.championship.name;
    let spells = history.spells();
    let known: Vec<&LeadSpell<'_>> = spells.iter().filter(|spell| spell.is_known()).collect();
    let [first, .., last] = known.as_slice() else {
        return match known.as_slice() {
            [only] if spells.len() == 1 => {
                format!("{} led {table} after every round of {season} so far.", names(only))
            }
            [only] => format!(
                "{} led {table} after {}; of the other rounds it is not known.",
                names(only),
                rounds(only)
            ),
            _ => format!("Not known: who led {table} in {season}."),
        };
    };
    let changes = count(known.len() - 1, "time", "times");
    let least = if spells.len() > known.len() { "at least " } else { "" };
    format!(
        "The lead of {table} changed {least}{changes} in {season}, from {} to {}.",
        names(first),
        names(last)
    )
}

fn names(spell: &LeadSpell<'_>) -> String {
    let names: Vec<&str> = spell.first.leaders.iter().map(|one| one.short.as_str()).collect();
    list(&names)
}

/// `round 20`, `rounds 5 to 19`
fn rounds(spell: &LeadSpell<'_>) -> String {
    if spell.rounds == 1 {
        format!("round {}", spell.first.after)
    } else {
        format!("rounds {} to {}", spell.first.after, spell.last.after)
    }
}
