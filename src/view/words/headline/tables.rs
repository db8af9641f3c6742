//! Headlines of gaps, leaders and points tables.

use super::verdict;
use crate::answer::{Gap, Leader, RankedCompetitor, StandingsTable, TableAge};
use crate::domain::{Points, Range, Slug};
use crate::question::{Form, Relation};
use crate::scoring::{After, Standing};
use crate::view::words::leaders::points_of;
use crate::view::words::{list, ordinal, sentence};

/// The headline of the leaders of championships.
pub fn leaders(leaders: &[Leader]) -> Option<String> {
    let heads: Vec<Head<'_>> = leaders.iter().map(Head::of_leader).collect();
    first(&heads)
}

/// The headline of points tables.
pub fn standings(form: Form, tables: &[StandingsTable]) -> Option<String> {
    let heads: Vec<Head<'_>> = tables.iter().map(Head::of_table).collect();
    let told = first(&heads)?;
    Some(match form.relation {
        Some(Relation::Unchanged) => format!("Nothing changes. {told}"),
        _ => told,
    })
}

/// The headline of gaps. `asked` is the competitor that the question names first.
pub fn gaps(form: Form, asked: Option<&Slug>, gaps: &[Gap]) -> Option<String> {
    match gaps {
        [gap] => one_gap(form, asked, gap).map(|text| sentence(&dated(&text, gap.after.as_ref(), gap.age.as_ref()))),
        several => {
            let told: Vec<String> = if asked.is_some() {
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
    let Some(about) = gap.about else {
        return between(form, asked, gap);
    };
    let side = gap.sides.get(about)?;
    let place = side.position?;
    if !form.polar {
        return Some(placed(gap, about));
    }
    let yes = match form.relation {
        None | Some(Relation::Leading | Relation::Ahead) => place == 1,
        Some(Relation::Behind) => place > 1,
        Some(Relation::Place(asked)) => place == asked,
        Some(Relation::Top(number)) => place <= number,
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

/// The head of a table.
struct Head<'a> {
    table: &'a str,
    after: Option<&'a After>,
    age: Option<&'a TableAge>,
    /// The first, several where the place is shared: short name, points, and true for a champion.
    first: Vec<(&'a str, Option<Range<Points>>, bool)>,
    /// The second: the name, the gap and the most points it can have.
    second: Option<(&'a str, Option<Points>, Option<Points>)>,
}

impl<'a> Head<'a> {
    fn of_leader(leader: &'a Leader) -> Self {
        let second = leader.followers.first();
        Self {
            table: &leader.championship.name,
            after: leader.after.as_ref(),
            age: leader.age.as_ref(),
            first: leader
                .leaders
                .iter()
                .map(|one| (one.row.short.as_str(), one.points, one.champion))
                .collect(),
            second: second.map(|side| (side.row.short.as_str(), side.gap, most(side.points))),
        }
    }

    fn of_table(table: &'a StandingsTable) -> Self {
        let champion = table.standings.champion.as_ref();
        let is_first = |row: &Standing| row.position == Some(1);
        let mut others = table.rows().filter(|(row, _)| !is_first(row) && row.position.is_some());
        Self {
            table: &table.title.name,
            after: table.standings.after.as_ref(),
            age: table.age.as_ref(),
            first: table
                .rows()
                .filter(|(row, _)| is_first(row))
                .map(|(row, name)| (name.short.as_str(), row.points, champion == Some(&row.competitor)))
                .collect(),
            second: others
                .next()
                .map(|(row, name)| (name.short.as_str(), row.gap, most(row.points))),
        }
    }

    /// True if the first leads for certain: a champion, or by points that the second cannot have.
    fn is_certain(&self) -> bool {
        self.first.iter().all(|(_, points, champion)| {
            let most = self.second.and_then(|(_, _, most)| most);
            *champion
                || points.is_none_or(|points| points.exact().is_some() || most.is_some_and(|most| points.low > most))
        })
    }

    /// True if the first is a champion.
    fn is_champion(&self) -> bool {
        self.first.iter().any(|(_, _, champion)| *champion)
    }

    /// The leader with the points and the gap to the second.
    fn whole(&self) -> Option<String> {
        let table = self.table;
        if !self.is_certain() {
            return None;
        }
        Some(match self.first.as_slice() {
            [] => return None,
            [(name, points, true)] => {
                // Points of an earlier day, or some of them, are not those of the champion.
                let points = points.filter(|points| self.age.is_none() && points.exact().is_some());
                format!("{name} is the {table} champion{}", with(points))
            }
            [(name, points, false)] => {
                let gap = match self.second {
                    Some((second, Some(gap), _)) if gap > Points::ZERO => format!(", {gap} ahead of {second}"),
                    _ => String::new(),
                };
                format!("{name} leads {table}{}{gap}", with(*points))
            }
            several => {
                let names: Vec<&str> = several.iter().map(|(name, _, _)| *name).collect();
                let points = several.first().and_then(|(_, points, _)| *points);
                format!("{} share the lead of {table}{}", list(&names), with(points))
            }
        })
    }

    /// The leader among those of several tables: `Hartog leads Pro (110)`.
    fn brief(&self) -> Option<(String, bool)> {
        let names: Vec<&str> = self.first.iter().map(|(name, _, _)| *name).collect();
        let (_, points, champion) = self.first.first().filter(|_| self.is_certain())?;
        let points = match points.map(|range| (range, range.exact())) {
            Some((_, Some(exact))) => format!(" ({exact})"),
            Some((range, None)) => format!(" (at least {})", range.low),
            None => String::new(),
        };
        Some((format!("{} in {}{points}", list(&names), self.table), *champion))
    }
}

/// The most points that are possible.
fn most(points: Option<Range<Points>>) -> Option<Points> {
    points.map(|points| points.high)
}

/// The headline of one table or several.
fn first(heads: &[Head<'_>]) -> Option<String> {
    if let [head] = heads {
        return Some(sentence(&match head.whole() {
            Some(text) if head.is_champion() => text,
            Some(text) => dated(&text, head.after, head.age),
            None => format!("the leader of {} is not known", head.table),
        }));
    }
    let told: Vec<(String, bool)> = heads.iter().filter_map(Head::brief).collect();
    let of = |champions: bool| -> Vec<&str> {
        let told = told.iter().filter(|(_, champion)| *champion == champions);
        told.map(|(text, _)| text.as_str()).collect()
    };
    let part = |label: &str, told: Vec<&str>| (!told.is_empty()).then(|| format!("{label}: {}", list(&told)));
    let parts: Vec<String> = part("champions", of(true))
        .into_iter()
        .chain(part("leaders", of(false)))
        .collect();
    if parts.is_empty() {
        let tables: Vec<&str> = heads.iter().map(|head| head.table).collect();
        return (!tables.is_empty()).then(|| format!("Not known: who leads {}.", list(&tables)));
    }
    let text = parts.join("; ");
    // Tables of one earlier round are dated together.
    let one_round = heads
        .windows(2)
        .all(|pair| matches!(pair, [one, other] if one.after == other.after));
    Some(sentence(&match heads {
        [head, ..] if one_round && of(true).is_empty() => dated(&text, head.after, head.age),
        _ => text,
    }))
}

/// ` with 110 points`, ` with at least 110 points`
pub(super) fn with(points: Option<Range<Points>>) -> String {
    match points.map(|range| (range, range.exact())) {
        Some((_, Some(exact))) => format!(" with {}", points_of(exact)),
        Some((range, None)) => format!(" with at least {}", points_of(range.low)),
        None => String::new(),
    }
}

/// A statement that a table of earlier days carries, with the round it holds after.
pub(super) fn dated(text: &str, after: Option<&After>, age: Option<&TableAge>) -> String {
    match (after, age) {
        (Some(after), Some(_)) => format!("after round {}, {text}", after.round),
        _ => text.to_owned(),
    }
}
