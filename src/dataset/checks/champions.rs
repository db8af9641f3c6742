//! Champions that printed tables name before the season's end: in their table, and the same from then on.

use std::collections::BTreeMap;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{PublishedTable, Slug};
use crate::scoring::only_first;

pub const RULES: &[Rule] = &[
    Rule {
        name: "champion-not-in-table",
        holds: "a champion whom a printed table names has a row in it, of no other place than the first",
        needs: &[],
        check: RuleCheck::Season(in_table),
    },
    Rule {
        name: "champions-differ",
        holds: "no later printed table names another champion, and the final one has the same in front",
        needs: &["season.json", "weekends.json"],
        check: RuleCheck::Season(the_same),
    },
];

fn in_table(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (t, table) in scope.season.tables.iter().enumerate() {
        let Some(champion) = &table.champion else { continue };
        let row = table.rows.iter().find(|row| row.competitor == *champion);
        let message = match row.map(|row| row.place) {
            None => format!("'{champion}' is named champion and has no row in this table"),
            Some(Some(place)) if place != 1 => format!("'{champion}' is named champion on place {place}"),
            Some(_) => continue,
        };
        report.error(
            "published.json",
            format_args!("$.tables[{t}].champion"),
            message,
            "name the competitor of the first row, or remove \"champion\"",
        );
    }
}

fn the_same(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let last = scope.season.rounds().len().checked_sub(1);
    // The champion whom an earlier table names, with the label of its round.
    let mut named: BTreeMap<&Slug, (&Slug, &Slug)> = BTreeMap::new();
    let mut tables: Vec<(usize, usize, &PublishedTable)> = Vec::new();
    for (t, table) in scope.season.tables.iter().enumerate() {
        tables.extend(scope.round(&table.after).map(|round| (round, t, table)));
    }
    tables.sort_by_key(|(round, t, _)| (*round, *t));
    for (round, t, table) in tables {
        let of_final = only_first(table).filter(|_| Some(round) == last);
        let Some(champion) = table.champion.as_ref().or(of_final) else {
            continue;
        };
        let (before, after) = named.entry(&table.championship).or_insert((champion, &table.after));
        if *before != champion {
            let path = format_args!("$.tables[{t}]");
            let message = format!("'{champion}' is champion here, and '{before}' already after round {after}");
            report.error("published.json", path, message, "correct one of the two");
        }
    }
}
