//! Outlooks in words: title contenders, the lead, deciding results.

use super::leaders::points_of;
use super::points::award_name;
use super::sufficient::{lines, short};
use super::{champion, choice, count, list, ordinal, sentence, standings};
use crate::answer::{
    ContenderOutlook, Fight, ForecastBasis, Horizon, LeadForecast, LeadOutlook, NamedId, OpenRace, PathToLead, Person,
};
use crate::domain::{AwardId, ChampionshipId, Points, Range};
use crate::scoring::future::{Chance, Safe};

/// `after round 6 of 16, as published; 10 races to come`
pub fn scene(scene: &ForecastBasis) -> String {
    let after = standings::after(scene.after.as_ref(), scene.of);
    let basis = match &scene.base {
        Some(base) => format!("from the table published after round {base}"),
        None => "computed from results".to_owned(),
    };
    let mut open = Vec::new();
    open.extend((scene.to_come > 0).then(|| format!("{} to come", count(scene.to_come, "session", "sessions"))));
    open.extend((scene.unknown > 0).then(|| format!("{} run with results not known", scene.unknown)));
    if open.is_empty() {
        format!("{after}, {basis}")
    } else {
        format!("{after}, {basis}; {}", list(&open))
    }
}

/// A name for a list or a table.
pub fn name(person: &Person) -> String {
    match person {
        Person::Named { row, .. } => row.name.clone(),
        Person::NotListed => "Anyone not listed".to_owned(),
    }
}

/// Points so far: `110`, or `up to 82` for a competitor that no table lists.
pub fn so_far(points: Range<Points>) -> String {
    match points.exact() {
        Some(points) => points.to_string(),
        None if points.low == Points::ZERO => format!("≤{}", points.high),
        None => format!("{}–{}", points.low, points.high),
    }
}

/// The champion, or what the second needs.
pub fn title(fight: &Fight) -> Vec<String> {
    if let Some(one) = &fight.champion {
        return vec![champion::champion(one, &name(&one.who))];
    }
    let mut sentences = Vec::new();
    let chaser = fight.hopes.iter().skip(1).find(|hope| hope.gap.is_some());
    if let (Some(leader), Some((chaser, gap)), false) = (
        fight.hopes.first(),
        chaser.and_then(|one| Some((one, one.gap?))),
        fight.over,
    ) {
        sentences.push(format!(
            "{} has to score {} more than {} to draw level.",
            short(&chaser.who),
            points_of(gap),
            short(&leader.who)
        ));
    }
    sentences
}

/// The heading of the contenders: it claims no more than holds for all of them.
pub fn contenders(fight: &Fight) -> &'static str {
    if fight.hopes.iter().any(|hope| hope.chance == Chance::Shared) {
        "Can win or draw level"
    } else {
        "Can still win"
    }
}

/// The conditions that decide the title.
pub fn clinch(fight: &Fight) -> Vec<String> {
    let (Some(leader), Some(clinch)) = (fight.hopes.first(), &fight.clinch) else {
        return Vec::new();
    };
    let leader = short(&leader.who);
    let left = left(&fight.scene);
    let mut sentences = Vec::new();
    match fight.safe {
        Some(safe @ (Safe::Place(place) | Safe::Surely(place) | Safe::InFull(place))) => {
            sentences.push(sentence(&format!(
                "{} in every race that is {left} is enough for {leader}, whatever the others do{}",
                or_better(place),
                unless_less(safe)
            )));
        }
        Some(Safe::Everything) => sentences.push(format!(
            "Winning every race and sprint that is {left} is enough for {leader}, whatever the others do, if each pays full points."
        )),
        Some(Safe::Never) => sentences.push(format!(
            "Even winning every race that is {left}{} is not enough for {leader} whatever the others do.",
            without(&fight.scene.awards)
        )),
        Some(Safe::Always) | None => {}
    }
    if !clinch.possible {
        // After the last race somebody is.
        let open = fight.scene.to_come + fight.scene.unknown;
        if open <= 1 {
            return sentences;
        }
        sentences.push(format!("Nobody can be champion after {}.", race(&clinch.race)));
        return sentences;
    }
    if clinch.run {
        let missing = count(fight.scene.unknown, "session", "sessions");
        sentences.push(format!(
            "{leader} may be champion already: {missing} since are not in the packs."
        ));
        return sentences;
    }
    match &clinch.lines {
        Some(results) if !results.is_empty() => {
            sentences.push(format!(
                "{leader} is champion after {} with these results, while the others score no more in it:",
                race(&clinch.race)
            ));
            sentences.extend(lines(results, &clinch.limited));
        }
        _ => sentences.push(format!("{leader} can be champion after {}.", race(&clinch.race))),
    }
    sentences
}

/// The races that can still change something.
const fn left(scene: &ForecastBasis) -> &'static str {
    if scene.unknown > 0 {
        "to come or not known"
    } else {
        "left"
    }
}

/// `, without pole or fastest lap,`
fn without(awards: &[AwardId]) -> String {
    if awards.is_empty() {
        return String::new();
    }
    let names: Vec<String> = awards.iter().map(|award| award_name(award)).collect();
    format!(", without {},", choice(&names))
}

/// `Race 1 at Watkins Glen`
pub fn race(race: &OpenRace) -> String {
    // A weekend with one race calls it just that.
    if race.session.name == "Race" {
        format!("the {} race", race.weekend.name)
    } else {
        format!("{} at {}", race.session.name, race.weekend.name)
    }
}

/// The leader.
pub fn leader(lead: &LeadOutlook) -> String {
    let points = match lead.points.exact() {
        Some(points) => points_of(points),
        None => format!("{} to {}", lead.points.low, points_of(lead.points.high)),
    };
    let leader = name(&lead.leader);
    match &lead.champion {
        Some(one) => format!("The season is over. {}", champion::champion(one, &name(&one.who))),
        None if lead.over => format!("The season is over. {leader} led with {points} as far as is known."),
        None if lead.scene.unknown > 0 => {
            let missing = count(lead.scene.unknown, "session", "sessions");
            format!("{leader} led with {points}; {missing} since are not fully in the packs.")
        }
        None => format!("{leader} leads with {points}."),
    }
}

/// The horizon: `After Race 1 at Watkins Glen`, `After the weekend at Watkins Glen`, `At the season's end`.
pub fn by(span: &LeadForecast) -> String {
    match span.by {
        Horizon::Race => format!("After {}", race(&span.until)),
        Horizon::Weekend => format!("After the weekend at {}", span.until.weekend.name),
        Horizon::Season => "At the season's end".to_owned(),
    }
}

/// The forecast at that horizon.
pub fn span(lead: &LeadOutlook, span: &LeadForecast) -> String {
    let leader = short(&lead.leader);
    let mut parts = Vec::new();
    match &lead.about {
        Some(about) => parts.push(about_one(&leader, about, span)),
        None if span.keeps == Chance::Certain => parts.push(format!("{leader} leads whatever happens")),
        None => {
            let threats: Vec<String> = span.threats.iter().take(MOST_NAMES).map(threat).collect();
            let more = span.threats.len().saturating_sub(threats.len());
            let more = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            parts.push(format!("{leader} can lose the lead to {}{more}", list(&threats)));
        }
    }
    if span.keeps != Chance::Certain {
        let everywhere = if span.sessions > 1 { " in every race" } else { "" };
        match span.safe {
            Some(safe @ (Safe::Place(place) | Safe::Surely(place))) => {
                parts.push(format!(
                    "{}{everywhere} keeps {leader} in front whatever the others do{}",
                    or_better(place),
                    unless_less(safe)
                ));
            }
            Some(Safe::InFull(place)) => parts.push(format!(
                "{}{everywhere} keeps {leader} in front whatever the others do, if {} full points",
                or_better(place),
                if span.sessions > 1 { "each pays" } else { "it pays" }
            )),
            Some(Safe::Everything) => parts.push(format!(
                "winning every race and sprint keeps {leader} in front whatever the others do, if each pays full points"
            )),
            Some(Safe::Never) => parts.push(format!("no place alone keeps {leader} in front for sure")),
            Some(Safe::Always) | None => {}
        }
    }
    sentence(&parts.join("; "))
}

/// The caveat of a place that may be better than needed.
pub const fn unless_less(safe: Safe) -> &'static str {
    match safe {
        Safe::Surely(_) => " (a worse place may be enough too)",
        Safe::InFull(_) => ", if each pays full points",
        _ => "",
    }
}

/// Maximum number of names in a sentence.
const MOST_NAMES: usize = 4;

fn threat(hope: &ContenderOutlook) -> String {
    format!("{} (at most {})", short(&hope.who), hope.most)
}

fn about_one(leader: &str, about: &Person, span: &LeadForecast) -> String {
    let who = short(about);
    let most = span.threats.first().map_or(Points::ZERO, |hope| hope.most);
    let low = span.reach.low;
    match span.threats.first().map(|hope| hope.chance) {
        Some(Chance::Never) | None => {
            format!("{who} cannot lead: at most {most}, and {leader} has {low} at least")
        }
        Some(Chance::Unknown) => {
            format!("{who} can draw level at best ({most} to {low}), and who is ahead then is not known")
        }
        Some(Chance::Shared) => format!("{who} can share the lead at best, {most} to {low}"),
        Some(Chance::Possible | Chance::Certain) => {
            format!("{who} can lead: at most {most}, and {leader} has {low} at least")
        }
    }
}

/// The button for all results with which the lead of a championship changes.
pub fn more(championship: &str) -> String {
    format!("{championship}: more")
}

/// `Cooper leads after Race 1 at Watkins Glen with these results, while the others score in it`
pub fn takes(take: &PathToLead, race_: &OpenRace) -> String {
    if take.lines.is_empty() {
        format!(
            "No result in {} is enough for {} to lead.",
            race(race_),
            short(&take.who)
        )
    } else {
        format!(
            "{} leads after {} with these results, while the others score no more in it:",
            short(&take.who),
            race(race_)
        )
    }
}

/// `a win`, `3rd or better`
pub fn or_better(place: u16) -> String {
    if place == 1 {
        "a win".to_owned()
    } else {
        format!("{} or better", ordinal(place))
    }
}

/// `a win`, `3rd`
pub fn in_place(place: u16) -> String {
    if place == 1 { "a win".to_owned() } else { ordinal(place) }
}

/// The limits of these statements.
pub fn remarks(scene: &ForecastBasis) -> Vec<String> {
    let mut remarks = Vec::new();
    if scene.base.is_some() && scene.drops.is_none() {
        remarks.push("Whether results are dropped at the end is not known; these are sums before drops.".to_owned());
    } else if scene.base.is_some() && scene.drops == Some(true) {
        remarks.push("The published points are sums before drops, and these statements are too.".to_owned());
    }
    if !scene.exact && scene.drops.is_some() {
        remarks.push("These are bounds: who is named may be one too many, who is out is out.".to_owned());
    }
    remarks
}

/// The championships without a known outlook.
pub fn unknown(unknown: &[NamedId<ChampionshipId>]) -> Option<String> {
    let names: Vec<&str> = unknown.iter().map(|title| title.name.as_str()).collect();
    (!names.is_empty()).then(|| format!("{}: too little is known.", list(&names)))
}
