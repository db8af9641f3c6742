//! Headlines of leaders and points tables.

use crate::answer::{Leader, StandingsTable, TableAge};
use crate::domain::{Points, Range};
use crate::question::{Form, Relation};
use crate::scoring::{After, Standing};
use crate::view::words::leaders::points_of;
use crate::view::words::{list, sentence};

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
