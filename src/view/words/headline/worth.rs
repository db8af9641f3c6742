//! Headlines of sums of points: what results are worth, the most that can be scored, the most that somebody can reach.

use super::verdict;
use crate::answer::{
    Maximum, MaximumIn, NamedId, PaidResult, Payout, PointsScope, Reach, ReachIn, Share, Worth, total,
};
use crate::domain::{ChampionshipId, Points, Range, SessionKind};
use crate::question::{Form, Relation};
use crate::view::words::leaders::points_of;
use crate::view::words::points::award_name;
use crate::view::words::{count, list, ordinal, sentence};

/// Texts of championships that are told alike, with the names of these.
pub(super) type Told = Vec<(String, Vec<String>)>;

/// The texts of championships, those that are equal together.
pub(super) fn told<'a>(all: impl Iterator<Item = (&'a [NamedId<ChampionshipId>], String)>) -> Told {
    let mut told: Told = Vec::new();
    for (championships, text) in all {
        let names = championships.iter().map(|title| title.name.clone());
        match told.iter_mut().find(|(known, _)| *known == text) {
            Some((_, known)) => known.extend(names),
            None => told.push((text, names.collect())),
        }
    }
    told
}

/// One text, or several with the names of the championships that they hold for.
pub(super) fn joined(told: &Told) -> String {
    match told.as_slice() {
        [(only, _)] => only.clone(),
        several => {
            let parts: Vec<String> = several
                .iter()
                .map(|(text, names)| format!("{text} in {}", list(names)))
                .collect();
            parts.join("; ")
        }
    }
}

/// A small number in words.
fn few(number: usize) -> String {
    const WORDS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let word = number.checked_sub(2).and_then(|at| WORDS.get(at));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `a win`, `two 2nd places`, `pole`, `ten sprint wins`
fn result(what: &PaidResult, kind: SessionKind, times: usize) -> String {
    let sprint = if kind == SessionKind::Sprint { "sprint " } else { "" };
    let (one, many) = match what {
        PaidResult::Place(1) => (format!("a {sprint}win"), format!("{sprint}wins")),
        PaidResult::Place(place) => {
            let place = ordinal(*place);
            let (one, many) = if sprint.is_empty() {
                ("", "")
            } else {
                (" in a sprint", " in sprints")
            };
            (format!("{place} place{one}"), format!("{place} places{many}"))
        }
        PaidResult::Award(award) => {
            let award = format!("{sprint}{}", award_name(award));
            (award.clone(), format!("{award}s"))
        }
    };
    if times == 1 {
        one
    } else {
        format!("{} {many}", few(times))
    }
}

/// The results alone: `a win, pole and fastest lap`.
fn results(shares: &[Share]) -> String {
    let names: Vec<String> = shares
        .iter()
        .map(|share| result(&share.what, share.kind, share.times))
        .collect();
    list(&names)
}

/// The results with the points of each sort: `two wins (50) and two poles (4)`; of one sort alone without them.
fn breakdown(shares: &[Share]) -> String {
    let of = |share: &Share| {
        let name = result(&share.what, share.kind, share.times);
        match share.points.filter(|_| shares.len() > 1) {
            Some(Points::ZERO) => format!("{name} (nothing)"),
            Some(points) => format!("{name} ({points})"),
            None => name,
        }
    };
    list(&shares.iter().map(of).collect::<Vec<_>>())
}

/// `, in each class`, where one text holds for all and they are classes.
pub(super) fn in_each_class(told: &Told, mut each: impl Iterator<Item = bool>) -> &'static str {
    if told.len() == 1 && each.all(|one| one) {
        ", in each class"
    } else {
        ""
    }
}

/// The headline of what results are worth; championships without known rules are told of below it.
pub fn worth(form: Form, worth: &Worth) -> String {
    let what = worth.pays.first().map_or_else(String::new, |pay| results(&pay.shares));
    let known = || worth.pays.iter().filter(|pay| total(&pay.shares).is_some());
    if known().next().is_none() {
        let championships = worth.pays.iter().flat_map(|pay| &pay.championships);
        let championships: Vec<String> = championships.map(|title| the(&title.name)).collect();
        let whose = match championships.as_slice() {
            [only] => format!(" in {only}"),
            _ => String::new(),
        };
        return format!(
            "Not known: the packs do not tell what {what} pays{whose} in {}.",
            worth.season
        );
    }
    let pays = known().any(|pay| total(&pay.shares) > Some(Points::ZERO));
    let yes = match form.relation {
        Some(Relation::Number(asked)) => known().any(|pay| total(&pay.shares) == Some(Points::whole(asked.into()))),
        _ => pays,
    };
    let told = told(known().map(|pay| (pay.championships.as_slice(), payout(pay, &what))));
    let each = in_each_class(&told, known().map(|pay| pay.each_class && pays));
    let text = format!("{}{each}", joined(&told));
    sentence(&if form.polar { verdict(yes, &text) } else { text })
}

/// A championship's name in a sentence: `the ANDIAL Cup`, `Pro`.
pub(super) fn the(name: &str) -> String {
    if name.contains(' ') {
        format!("the {name}")
    } else {
        name.to_owned()
    }
}

fn payout(pay: &Payout, what: &str) -> String {
    let Some(total) = total(&pay.shares) else {
        return "not known".to_owned();
    };
    let sprint = match pay.sprint {
        Some(Points::ZERO) => ", nothing in a sprint".to_owned(),
        Some(points) => format!(", {points} in a sprint"),
        None => String::new(),
    };
    let from = pay
        .known_from
        .as_ref()
        .map_or_else(String::new, |year| format!(" (as in {year})"));
    if total == Points::ZERO {
        return format!("nothing for {what}{from}{sprint}");
    }
    let points = points_of(total);
    if pay.shares.len() > 1 {
        format!("{points}: {}{from}", breakdown(&pay.shares))
    } else {
        format!("{points} for {what}{from}{sprint}")
    }
}

/// The headline of the most points that can be scored.
pub fn maximum(maximum: &Maximum) -> String {
    let tables = &maximum.tables;
    if tables.iter().all(|table| table.shares.is_none()) {
        return format!("Not known: the packs do not have the scoring of {}.", maximum.season);
    }
    let known = || tables.iter().filter(|table| table.shares.is_some());
    if maximum.scope == PointsScope::Left && known().all(|table| table.shares.as_ref().is_some_and(Vec::is_empty)) {
        return nothing_left(maximum);
    }
    let told = told(known().map(|table| (table.championships.as_slice(), most(&maximum.scope, table))));
    let classes = known().map(|table| table.championships.len()).sum::<usize>() > 1;
    let each = in_each_class(&told, known().map(|table| table.each_class && classes));
    sentence(&format!("{}{each}", joined(&told)))
}

fn nothing_left(maximum: &Maximum) -> String {
    let season = &maximum.season;
    if !maximum.whole {
        return format!("Not known: the packs have no later weekend of {season}, and not its whole calendar.");
    }
    format!("No points are left: the season of {season} is over.")
}

fn most(scope: &PointsScope, table: &MaximumIn) -> String {
    let Some((shares, total)) = table.shares.as_ref().and_then(|shares| Some((shares, total(shares)?))) else {
        return "not known".to_owned();
    };
    let points = points_of(total);
    let what = breakdown(shares);
    match scope {
        PointsScope::Race => format!("{points} at most in a race: {what}"),
        PointsScope::Sprint => format!("{points} at most in a sprint: {what}"),
        PointsScope::Weekend(None) => format!("{points} at most in a weekend: {what}"),
        PointsScope::Weekend(Some(weekend)) => format!("{points} at most at {}: {what}", weekend.name),
        PointsScope::Season => format!("{points} at most in a season: {what}"),
        PointsScope::Left => {
            let are = if total == Points::whole(1) { "is" } else { "are" };
            let missing = match table.missing {
                0 => String::new(),
                missing => format!("; the results of {} are missing", count(missing, "session", "sessions")),
            };
            format!("{points} {are} left: {what}{missing}")
        }
    }
}

/// The headline of the most points that somebody can reach.
pub fn reach(reach: &Reach) -> String {
    if reach.tables.is_empty() {
        return format!(
            "Not known: too little is known of {} to tell what {} can reach.",
            reach.season, reach.who
        );
    }
    let told: Vec<String> = reach.tables.iter().map(|table| reach_in(&reach.who, table)).collect();
    sentence(&told.join("; "))
}

fn reach_in(who: &str, table: &ReachIn) -> String {
    let title = &table.championship.name;
    if table.to_come == 0 && table.missing == 0 {
        let points = table.points.exact().unwrap_or(table.most);
        return format!("the season is over: {who} has {} in {title}", points_of(points));
    }
    let missing = match table.missing {
        0 => String::new(),
        missing => format!("; the results of {} are missing", count(missing, "session", "sessions")),
    };
    match table.points.exact() {
        Some(points) => {
            let more = table.most - points;
            format!(
                "{who} can reach {} in {title}: {points} now and {more} more{missing}",
                points_of(table.most)
            )
        }
        None => {
            let Range { high, .. } = table.points;
            format!(
                "{who} can reach {} at most in {title}, with at most {high} so far{missing}",
                points_of(table.most)
            )
        }
    }
}
