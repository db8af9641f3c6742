//! Headlines of gaps: a place with its points, the one beside it, two against each other.

use super::tables::dated;
use super::verdict;
use crate::answer::{Gap, RankedCompetitor};
use crate::domain::{Points, Range, Slug};
use crate::question::{Form, Relation};
use crate::view::words::leaders::points_of;
use crate::view::words::{list, ordinal, sentence};

/// The headline of gaps. `asked` is the competitor that the question names first.
pub fn gaps(form: Form, asked: Option<&Slug>, gaps: &[Gap]) -> Option<String> {
    match gaps {
        [gap] => one_gap(form, asked, gap).map(|text| sentence(&dated(&text, gap.after.as_ref(), gap.age.as_ref()))),
        several => {
            let told: Vec<String> = if asked.is_some()
                || form.relation == Some(Relation::Margin)
                || several.iter().any(|gap| gap.about.is_some())
            {
                each_gap(form, asked, several)
            } else {
                let leads = several
                    .iter()
                    .filter_map(|gap| Some(format!("{} in {}", lead(gap)?, gap.championship.name)));
                let leads: Vec<String> = leads.collect();
                (!leads.is_empty())
                    .then(|| format!("{} lead", list(&leads)))
                    .into_iter()
                    .collect()
            };
            (!told.is_empty()).then(|| sentence(&told.join("; ")))
        }
    }
}

/// The sentence of each gap; a verdict is said once for those that share it.
fn each_gap(form: Form, asked: Option<&Slug>, gaps: &[Gap]) -> Vec<String> {
    let mut said = None;
    let told = gaps.iter().filter_map(|gap| one_gap(form, asked, gap)).map(|text| {
        let (verdict, rest) = text.split_once(": ").filter(|_| form.polar).unwrap_or(("", &text));
        let repeated = said.as_deref() == Some(verdict);
        said = Some(verdict.to_owned());
        if repeated { rest.to_owned() } else { text.clone() }
    });
    told.collect()
}

/// The margin of a title, or of the lead while it is open: `Norris won the Drivers title by 2 points from Verstappen`.
fn title(gap: &Gap) -> Option<String> {
    let (first, second) = (gap.sides.first()?, gap.sides.get(1)?);
    let table = &gap.championship.name;
    let Some(points) = gap.of(0, 1) else {
        return Some(format!(
            "not known: the gap between {} and {} in {table}",
            first.row.short, second.row.short
        ));
    };
    let over = gap
        .after
        .as_ref()
        .is_some_and(|after| Some(after.rounds) == gap.of && after.part.is_none());
    let won = if over || first.champion { "won" } else { "leads" };
    let what = if over || first.champion {
        format!("the {table} title")
    } else {
        table.clone()
    };
    let by = if points == Points::ZERO {
        "level on points with".to_owned()
    } else {
        format!("by {} from", points_of(points))
    };
    let sums = first
        .points
        .and_then(Range::exact)
        .zip(second.points.and_then(Range::exact));
    let sums = sums.map_or_else(String::new, |(one, other)| format!(", {one} to {other}"));
    Some(format!(
        "{} {won} {what} {by} {}{sums}",
        first.row.short, second.row.short
    ))
}

/// The lead of a table: `Hartog by 23 points`.
fn lead(gap: &Gap) -> Option<String> {
    let (first, points) = (gap.sides.first()?, gap.of(0, 1)?);
    Some(format!("{} by {}", first.row.short, points_of(points)))
}

fn one_gap(form: Form, asked: Option<&Slug>, gap: &Gap) -> Option<String> {
    if form.relation == Some(Relation::Needs)
        && let Some(told) = super::needs::catch(asked, gap)
    {
        return Some(told);
    }
    if form.relation == Some(Relation::Margin) {
        return title(gap);
    }
    let Some(about) = gap.about else {
        return between(form, asked, gap);
    };
    let side = gap.sides.get(about)?;
    let place = side.position?;
    if !form.polar {
        return Some(neighbour(form, gap, about).unwrap_or_else(|| placed(gap, about)));
    }
    let yes = match form.relation {
        None | Some(Relation::Leading | Relation::Ahead) => place == 1,
        Some(Relation::Behind) => place > 1,
        Some(Relation::Place(asked)) => place == asked,
        Some(Relation::Top(number)) => place <= number,
        Some(Relation::Number(number)) => match side.points.and_then(Range::exact) {
            Some(points) => points == Points::whole(i32::from(number)),
            None => return Some(placed(gap, about)),
        },
        Some(Relation::Points) => match side.points {
            Some(points) if points.low > Points::ZERO => return Some(verdict(true, &placed(gap, about))),
            Some(points) if points.high == Points::ZERO => {
                let table = &gap.championship.name;
                return Some(verdict(false, &format!("{} has no points in {table}", side.row.short)));
            }
            _ => return Some(placed(gap, about)),
        },
        // Somebody follows; the end of the table is not known here.
        Some(Relation::Last) if about + 1 < gap.sides.len() => false,
        _ => return Some(placed(gap, about)),
    };
    let leader = gap
        .sides
        .first()
        .filter(|_| about > 0 && form.asks_whether(Relation::Leading));
    Some(match leader {
        Some(leader) => {
            let behind = gap
                .of(0, about)
                .map_or_else(String::new, |points| format!(", {points} behind"));
            let who = format!(
                "{}; {} is {}{behind}",
                leads(leader, &gap.championship.name),
                side.row.short,
                ordinal(place)
            );
            verdict(yes, &who)
        }
        None => verdict(yes, &placed(gap, about)),
    })
}

/// The one before or behind in a table: `Antonelli is 7th in Drivers with 64 points, 45 behind Hamilton`.
fn neighbour(form: Form, gap: &Gap, about: usize) -> Option<String> {
    let table = &gap.championship.name;
    let (side, ahead) = (gap.sides.get(about)?, form.relation == Some(Relation::Ahead));
    let at = match form.relation {
        Some(Relation::Ahead) if about == 0 && side.position == Some(1) => {
            return Some(format!("nobody is ahead of {}, who leads {table}", side.row.short));
        }
        Some(Relation::Ahead) => about.checked_sub(1)?,
        Some(Relation::Behind) => about + 1,
        _ => return None,
    };
    let other = gap.sides.get(at)?;
    let points = other
        .points
        .and_then(Range::exact)
        .map_or_else(String::new, |points| format!(" with {}", points_of(points)));
    let (first, last) = (at.min(about), at.max(about));
    let apart = gap.of(first, last).map_or_else(String::new, |points| {
        format!(
            ", {points} {} {}",
            if ahead { "ahead of" } else { "behind" },
            side.row.short
        )
    });
    Some(format!(
        "{} is {} in {table}{points}{apart}",
        other.row.short,
        ordinal(other.position?)
    ))
}

/// A place in a table with the gap that matters: to the leader, of the leader to the second.
fn placed(gap: &Gap, about: usize) -> String {
    let Some(side) = gap.sides.get(about) else {
        return String::new();
    };
    let table = &gap.championship.name;
    if side.position == Some(1) {
        let next = gap.sides.get(about + 1);
        return format!("{}{}", leads(side, table), ahead_of(gap.of(about, about + 1), next));
    }
    let place = side.position.map_or_else(|| "not placed".to_owned(), ordinal);
    let points = side
        .points
        .and_then(Range::exact)
        .map_or_else(String::new, |points| format!(" with {}", points_of(points)));
    let behind = gap.sides.first().and_then(|leader| {
        Some(match gap.of(0, about)? {
            Points::ZERO => format!(", level with {}", leader.row.short),
            gap => format!(", {gap} behind {}", leader.row.short),
        })
    });
    format!(
        "{} is {place} in {table}{points}{}",
        side.row.short,
        behind.unwrap_or_default()
    )
}

/// `Hartog leads Pro with 110 points`
fn leads(side: &RankedCompetitor, table: &str) -> String {
    let points = side
        .points
        .and_then(Range::exact)
        .map_or_else(String::new, |points| format!(" with {}", points_of(points)));
    let leads = if side.champion { "is champion of" } else { "leads" };
    format!("{} {leads} {table}{points}", side.row.short)
}

/// `, 23 ahead of Cooper`
fn ahead_of(gap: Option<Points>, next: Option<&RankedCompetitor>) -> String {
    match (gap, next) {
        (Some(Points::ZERO), Some(next)) => format!(", level with {}", next.row.short),
        (Some(gap), Some(next)) => format!(", {gap} ahead of {}", next.row.short),
        _ => String::new(),
    }
}

/// The gap between two that were named.
fn between(form: Form, asked: Option<&Slug>, gap: &Gap) -> Option<String> {
    let (one, other) = (gap.sides.first()?, gap.sides.last()?);
    if gap.sides.len() < 2 {
        return None;
    }
    if asked.is_none() {
        return Some(placed(gap, 0));
    }
    // Two of one surname are told apart by their whole names.
    let namesakes = one.row.short == other.row.short;
    let name = |side: &RankedCompetitor| {
        let name = if namesakes { &side.row.name } else { &side.row.short };
        name.clone()
    };
    let Some(points) = gap.whole else {
        return Some(format!(
            "not known: the gap between {} and {} in {}",
            name(one),
            name(other),
            gap.championship.name
        ));
    };
    let (ahead, behind) = if points < Points::ZERO {
        (other, one)
    } else {
        (one, other)
    };
    let size = if points < Points::ZERO { -points } else { points };
    let table = &gap.championship.name;
    if size == Points::ZERO {
        let level = format!("{} and {} are level on points in {table}", name(one), name(other));
        return Some(if form.polar { verdict(false, &level) } else { level });
    }
    let told = format!(
        "{} is {} ahead of {} in {table}",
        name(ahead),
        points_of(size),
        name(behind)
    );
    if !form.polar {
        return Some(format!(
            "{} is {} behind {} in {table}",
            name(behind),
            points_of(size),
            name(ahead)
        ));
    }
    let is_ahead = Some(&ahead.competitor.id) == asked;
    let yes = match form.relation {
        Some(Relation::Behind) => !is_ahead,
        None | Some(Relation::Ahead | Relation::Leading) => is_ahead,
        _ => return Some(told),
    };
    Some(verdict(yes, &told))
}
