//! Competitors of a championship: everybody entered, classified or in a published table.

use std::collections::BTreeSet;

use super::car_counts::enters;
use super::resolved_row::ResolvedRow;
use super::session_context::SeasonContext;
use crate::domain::{CarNumber, Ranks, Slug};

/// All competitors that a championship may list, sorted by id.
pub(super) fn competitors(context: &SeasonContext<'_>) -> Vec<Slug> {
    let SeasonContext {
        season,
        championship,
        rules,
        ..
    } = *context;
    let mut all: BTreeSet<Slug> = BTreeSet::new();
    for entry in season.entries.iter().filter(|entry| enters(entry, championship, rules)) {
        match championship.ranks {
            Ranks::Driver => all.extend(entry.drivers.iter().map(|driver| driver.slug().clone())),
            Ranks::Entrant => all.extend(entry.team.clone().map(Slug::from)),
            Ranks::Make => all.extend(entry.make.clone()),
            Ranks::Car => all.extend(entry.car.as_ref().and_then(CarNumber::slug)),
        }
    }
    for classification in &season.classifications {
        for row in &classification.rows {
            let seen = ResolvedRow::new(season, &classification.session.weekend, row);
            if seen.is_in(championship) && seen.excluded(rules).is_none() {
                all.extend(seen.competitors(championship.ranks));
            }
        }
        let cells = classification
            .cells
            .iter()
            .filter(|cell| cell.championship == championship.id);
        all.extend(cells.map(|cell| cell.competitor.clone()));
    }
    let tables = season
        .tables
        .iter()
        .filter(|table| table.championship == championship.id);
    all.extend(tables.flat_map(|table| table.rows.iter().map(|row| row.competitor.clone())));
    all.into_iter().collect()
}
