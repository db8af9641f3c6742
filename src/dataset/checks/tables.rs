//! Printed tables and tallies: a table adds up and is in order, and a tally does not fall.

use std::collections::BTreeMap;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{Championship, ClassId, Points, PublishedRow, PublishedTable, Slug, Tally};

pub const RULES: &[Rule] = &[
    Rule {
        name: "duplicate-table",
        holds: "a championship has one printed table after a round, and later revisions say when they were published; a count is printed once",
        needs: &[],
        check: RuleCheck::Season(one_each),
    },
    Rule {
        name: "empty-table",
        holds: "a printed table has rows, and a row says something",
        needs: &[],
        check: RuleCheck::Season(rows_say_something),
    },
    Rule {
        name: "competitor-twice",
        holds: "nobody has two rows in one table",
        needs: &[],
        check: RuleCheck::Season(one_row_each),
    },
    Rule {
        name: "competitor-of-another-class",
        holds: "whoever stands in a class's table is entered in that class",
        needs: &["entries.json", "season.json", "results.json"],
        check: RuleCheck::Season(classes),
    },
    Rule {
        name: "points-rise",
        holds: "points do not rise down a table",
        needs: &[],
        check: RuleCheck::Season(points_fall),
    },
    Rule {
        name: "places-contradict-points",
        holds: "places do not fall down a table, and whoever shares one has the same points",
        needs: &[],
        check: RuleCheck::Season(places_fit),
    },
    Rule {
        name: "gap-does-not-fit",
        holds: "a gap is the leader's points less the row's",
        needs: &[],
        check: RuleCheck::Season(gaps_fit),
    },
    Rule {
        name: "cells-do-not-add-up",
        holds: "the points of the rounds come to the total",
        needs: &["season.json", "weekends.json"],
        check: RuleCheck::Season(cells_add_up),
    },
    Rule {
        name: "tally-falls",
        holds: "a count never falls from one round to a later one",
        needs: &["weekends.json"],
        check: RuleCheck::Season(tallies_rise),
    },
];

/// Every table with its index.
fn tables<'c>(scope: &SeasonScope<'c>) -> impl Iterator<Item = (usize, &'c PublishedTable)> {
    scope.season.tables.iter().enumerate()
}

/// A row's index, the row, and one value of it.
type Valued<'c, T> = (usize, &'c PublishedRow, T);

/// Neighbours among the rows that have a `value`, the upper one first.
fn neighbours<'c, T: Copy>(
    table: &'c PublishedTable,
    value: impl Fn(&'c PublishedRow) -> Option<T>,
) -> Vec<(Valued<'c, T>, Valued<'c, T>)> {
    let valued = table.rows.iter().enumerate();
    let valued: Vec<_> = valued.filter_map(|(r, row)| Some((r, row, value(row)?))).collect();
    valued.array_windows().map(|[above, below]| (*above, *below)).collect()
}

fn one_each(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut seen: BTreeMap<(&Slug, &Slug), usize> = BTreeMap::new();
    for (t, table) in tables(scope) {
        if let Some(first) = seen.insert((&table.championship, &table.after), t)
            && table.published.is_none()
        {
            let message = format!(
                "table {} is the table of '{}' after round {} too",
                first + 1,
                table.championship,
                table.after
            );
            let hint = "make them one; a revision needs \"published\"; where sources differ, keep one and tell of the other under \
                 \"conflicts\" in season.json";
            report.error("published.json", format_args!("$.tables[{t}]"), message, hint);
        }
    }
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for (t, tally) in scope.season.tallies.iter().enumerate() {
        let key = (&tally.tally, &tally.championship, &tally.competitor, &tally.after);
        if let Some(first) = seen.insert(key, t) {
            let message = format!(
                "tally {} counts the {} of '{}' then too",
                first + 1,
                tally.tally,
                tally.competitor
            );
            report.error("published.json", format_args!("$.tallies[{t}]"), message, "keep one");
        }
    }
}

fn rows_say_something(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (t, table) in tables(scope) {
        if table.rows.is_empty() {
            report.error(
                "published.json",
                format_args!("$.tables[{t}].rows"),
                "this table has no rows".to_owned(),
                "remove it",
            );
        }
        for (r, row) in table.rows.iter().enumerate() {
            if row.place.is_none() && row.points.is_none() && row.gap.is_none() && row.cells.is_empty() {
                let path = format_args!("$.tables[{t}].rows[{r}]");
                let message = format!("nothing is said of '{}'", row.competitor);
                report.error(
                    "published.json",
                    path,
                    message,
                    "write the place, the points or the gap that was printed",
                );
            }
        }
    }
}

fn one_row_each(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (t, table) in tables(scope) {
        let mut seen: BTreeMap<&Slug, usize> = BTreeMap::new();
        for (r, row) in table.rows.iter().enumerate() {
            if let Some(first) = seen.insert(&row.competitor, r) {
                let path = format_args!("$.tables[{t}].rows[{r}].competitor");
                let message = format!("'{}' has a row already: row {}", row.competitor, first + 1);
                report.error("published.json", path, message, "correct one of the two");
            }
        }
    }
}

fn classes(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut look = |path: std::fmt::Arguments<'_>, championship: &Slug, competitor: &Slug| {
        let Some(championship) = scope.season.championship(championship.as_str()) else {
            return;
        };
        let class = championship.class.as_ref();
        let Some(class) = class.filter(|class| scope.season.class(class.as_str()).is_some()) else {
            return;
        };
        let others = classes_of(scope, championship, competitor);
        if let Some(other) = others.first().filter(|_| !others.contains(&class)) {
            let message = format!("'{competitor}' is entered in '{other}', not in '{class}'");
            let hint = "correct the id, or the class of the entry";
            report.error("published.json", path, message, hint);
        }
    };
    for (t, table) in tables(scope) {
        for (r, row) in table.rows.iter().enumerate() {
            let path = format_args!("$.tables[{t}].rows[{r}].competitor");
            look(path, &table.championship, &row.competitor);
        }
    }
    for (t, tally) in scope.season.tallies.iter().enumerate() {
        look(
            format_args!("$.tallies[{t}].competitor"),
            &tally.championship,
            &tally.competitor,
        );
    }
}

/// Classes of a competitor's entries and rows; empty if the class of an entry is unknown.
fn classes_of<'c>(scope: &SeasonScope<'c>, championship: &Championship, competitor: &Slug) -> Vec<&'c ClassId> {
    let entered: Option<Vec<&ClassId>> = scope
        .entries_of(championship, competitor)
        .map(|entry| entry.class.as_ref())
        .collect();
    let rows = scope
        .season
        .classifications
        .iter()
        .flat_map(|classification| &classification.rows);
    let of = |row: &&crate::domain::Row| {
        row.driver.as_deref() == Some(competitor) || row.team.as_deref() == Some(competitor)
    };
    let run = rows.filter(of).filter_map(|row| row.class.as_ref());
    entered
        .map(|entered| entered.into_iter().chain(run).collect())
        .unwrap_or_default()
}

fn points_fall(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (t, table) in tables(scope) {
        let ranked = |row: &PublishedRow| row.points.filter(|_| !is_struck(scope, table, row));
        for ((_, above, more), (r, below, less)) in neighbours(table, ranked) {
            if less > more {
                let message = format!(
                    "'{}' has {less} points, more than the {more} of '{}' above",
                    below.competitor, above.competitor
                );
                let path = format_args!("$.tables[{t}].rows[{r}].points");
                let hint = "write the rows in the order of the table, or correct the points";
                report.error("published.json", path, message, hint);
            }
        }
    }
}

/// True if a decision took the competitor of a row out of the ranking: it stands below all others.
fn is_struck(scope: &SeasonScope<'_>, table: &PublishedTable, row: &PublishedRow) -> bool {
    let mut decisions = scope.season.adjustments.iter();
    decisions
        .any(|one| one.strike.is_some() && one.championship == table.championship && one.competitor == row.competitor)
}

fn places_fit(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (t, table) in tables(scope) {
        let mut fault = |r: usize, message: String| {
            let path = format_args!("$.tables[{t}].rows[{r}].place");
            let hint = "correct the place, the points or the order of the rows";
            report.error("published.json", path, message, hint);
        };
        for (r, row) in table.rows.iter().enumerate().filter(|(_, row)| row.place == Some(0)) {
            fault(r, format!("'{}' has no place 0", row.competitor));
        }
        for ((_, above, better), (r, below, worse)) in neighbours(table, |row| row.place) {
            let points = above.points.zip(below.points);
            if worse < better {
                fault(
                    r,
                    format!("'{}' stands on place {worse}, below place {better}", below.competitor),
                );
            } else if worse == better && points.is_some_and(|(one, other)| one != other) {
                let message = format!(
                    "'{}' shares place {worse} with '{}', but not the points",
                    below.competitor, above.competitor
                );
                fault(r, message);
            }
        }
    }
}

fn gaps_fit(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (t, table) in tables(scope) {
        let leader = table
            .rows
            .iter()
            .find(|row| row.place == Some(1))
            .and_then(|row| row.points);
        for (r, row) in table.rows.iter().enumerate() {
            let Some(gap) = row.gap else { continue };
            let expected = leader.zip(row.points).map(|(leader, points)| leader - points);
            let message = match expected {
                Some(expected) if expected != gap => format!("a gap of {gap}, where the points give {expected}"),
                None if gap < Points::ZERO => format!("a gap of {gap} is ahead of the leader"),
                _ => continue,
            };
            let path = format_args!("$.tables[{t}].rows[{r}].gap");
            let hint = "write the points that the row is behind the leader";
            report.error("published.json", path, message, hint);
        }
        for ((_, _, less), (r, below, more)) in neighbours(table, |row| row.gap) {
            if more < less {
                let message = format!(
                    "'{}' is {more} behind, less than the {less} of the row above",
                    below.competitor
                );
                let path = format_args!("$.tables[{t}].rows[{r}].gap");
                report.error("published.json", path, message, "write the gaps to the leader");
            }
        }
    }
}

fn cells_add_up(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let season = scope.season;
    for (t, table) in tables(scope) {
        let Some(championship) = season.championship(table.championship.as_str()) else {
            continue;
        };
        // A total can be less than its cells if results are dropped, or may be.
        let drops = season.rules_of(championship).and_then(|rules| rules.drops.as_ref());
        let nothing_dropped = drops.is_some_and(Vec::is_empty);
        let last = scope.round(&table.after);
        for (r, row) in table.rows.iter().enumerate() {
            for round in row.cells.keys() {
                if scope.round(round).zip(last).is_some_and(|(round, last)| round > last) {
                    let path = format_args!("$.tables[{t}].rows[{r}].cells{}", PathKey(round.as_str()));
                    let message = format!(
                        "round {round} is later than this table, which is of round {}",
                        table.after
                    );
                    report.error(
                        "published.json",
                        path,
                        message,
                        "correct the round, or \"after\" of the table",
                    );
                }
            }
            let Some(points) = row.points.filter(|_| !row.cells.is_empty()) else {
                continue;
            };
            let cells: Points = row.cells.values().copied().sum();
            let decided: Points = season
                .adjustments
                .iter()
                .filter(|one| one.championship == championship.id && one.competitor == row.competitor)
                .filter_map(|one| one.points)
                .sum();
            // Some decisions may be later than the table.
            let fits =
                points == cells || points == cells + decided || !nothing_dropped && points < cells.max(cells + decided);
            if !fits {
                let message = format!("the cells of '{}' come to {cells}, not to {points}", row.competitor);
                let path = format_args!("$.tables[{t}].rows[{r}].points");
                let hint = "correct a cell or the total; tell of a slip in print under \"conflicts\" in season.json";
                report.error("published.json", path, message, hint);
            }
        }
    }
}

fn tallies_rise(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut counts: BTreeMap<_, Vec<(usize, usize, &Tally)>> = BTreeMap::new();
    for (t, tally) in scope.season.tallies.iter().enumerate() {
        if let Some(round) = scope.round(&tally.after) {
            let key = (&tally.tally, &tally.championship, &tally.competitor);
            counts.entry(key).or_default().push((round, t, tally));
        }
    }
    for mut counts in counts.into_values() {
        counts.sort_by_key(|(round, t, _)| (*round, *t));
        for [(_, _, earlier), (_, t, later)] in counts.array_windows() {
            if later.count < earlier.count {
                let message = format!(
                    "'{}' has {} {} after round {}, fewer than the {} after round {}",
                    later.competitor, later.count, later.tally, later.after, earlier.count, earlier.after
                );
                let path = format_args!("$.tallies[{t}].count");
                report.error("published.json", path, message, "correct one of the two");
            }
        }
    }
}
