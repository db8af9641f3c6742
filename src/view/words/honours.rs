//! The first and the last time of a feat, and titles, in words.

use super::headline::results::object;
use super::{count, crew, list, time};
use crate::answer::{CarCrew, Feat, FeatOccasion, NamedId, Titles};
use crate::domain::{ChampionshipId, SeasonId};
use crate::question::Form;

fn name(who: &NamedId, crew: Option<&CarCrew>) -> String {
    crew.map_or_else(|| who.name.clone(), crew::short)
}

/// `last won`, `was first on the podium`, and the word before a session.
fn done(what: Feat, time: &str) -> (String, &'static str) {
    match what {
        Feat::Wins | Feat::WinStreak => (format!("{time} won"), ""),
        Feat::Podiums => (format!("was {time} on the podium"), "in "),
        Feat::TopFives => (format!("was {time} in the top five"), "in "),
        Feat::TopTens => (format!("was {time} in the top ten"), "in "),
        Feat::Poles => (format!("{time} took pole"), "for "),
        Feat::FastestLaps => (format!("{time} set the fastest lap"), "of "),
        Feat::Retirements => (format!("{time} retired"), "from "),
        Feat::Disqualifications => (format!("was {time} disqualified"), "from "),
        _ => (format!("{time} raced"), "in "),
    }
}

/// The sentence: `Verstappen last won in Emilia-Romagna, on Sun 18 May 2025.`
pub fn occasion(occasion: &FeatOccasion) -> String {
    let who = name(&occasion.who, occasion.crew.as_ref());
    let (done, preposition) = done(occasion.what, if occasion.first { "first" } else { "last" });
    let part = super::feats::within(&occasion.scope);
    let what = super::feats::name(occasion.what);
    let Some((_, one, day)) = &occasion.found else {
        return match (&occasion.since, occasion.open) {
            (Some(since), 0) => format!("{who} has no {what} since {since}, where the packs begin."),
            (None, 0) => format!("{who} has no {what}{part}, as far as the packs tell."),
            _ => format!("Not known: the packs do not tell when {who} {done}{part}."),
        };
    };
    let class = one.class.as_ref();
    let class = class.map_or_else(String::new, |class| format!(" ({})", class.name));
    let race = object(&one.session.name, &one.weekend.name, preposition);
    let day = time::day_and_year(*day);
    if occasion.in_sprint {
        return format!("{who} {done}{race}, on {day}; no {what} in a race are known.");
    }
    if occasion.open > 0 {
        let when = if occasion.first { "before" } else { "since" };
        let open = count(occasion.open, "race", "races");
        return format!("As far as is known, {who} {done}{race}{class}, on {day}; {open} {when} not known.");
    }
    let since = occasion.since.as_ref().filter(|_| occasion.first);
    let since = since.map_or_else(String::new, |since| format!("; the packs begin with {since}"));
    format!("{who} {done}{race}{class}, on {day}{since}.")
}

/// The titles: `Yes: Dickinson was champion of Pro in 2023.`
pub fn titles(form: Form, titles: &Titles) -> String {
    let who = name(&titles.who, titles.crew.as_ref());
    let one = |(season, title): &(SeasonId, NamedId<ChampionshipId>)| format!("{} in {season}", title.name);
    let won: Vec<String> = titles.won.iter().map(one).collect();
    let unknown: Vec<String> = titles.unknown.iter().map(one).collect();
    let unknown = list(&unknown);
    let since = titles.since.as_ref();
    if won.is_empty() {
        let scope = match (since, &titles.season) {
            (Some(since), _) => format!(" since {since}, where the packs begin"),
            (None, Some(season)) => format!(" in {season}"),
            (None, None) => String::new(),
        };
        return match (titles.running, unknown.is_empty()) {
            (true, _) => format!("Not yet: the title is not decided{scope}."),
            (_, false) => {
                format!("Not known: {who} has no known title{scope}; the champion of {unknown} is not known.")
            }
            _ if form.polar => format!("No: {who} has no title{scope}."),
            _ => format!("{who} has no title{scope}."),
        };
    }
    let open = if unknown.is_empty() {
        String::new()
    } else {
        format!("; the champion of {unknown} is not known")
    };
    if form.polar {
        return format!("Yes: {who} was champion of {}{open}.", list(&won));
    }
    let begin = since.map_or_else(String::new, |since| format!("; the packs begin with {since}"));
    format!(
        "{who} has {}: {}{open}{begin}.",
        count(won.len(), "title", "titles"),
        list(&won)
    )
}
