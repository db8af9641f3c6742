//! Limits on the number of records in a season: more are a mistake, and too many to compare with each other.

use super::scope::SeriesScope;
use crate::dataset::fault::Fault;
use crate::domain::Season;

/// True if a season is small enough to be checked in good time; reports it if not.
pub fn hold(scope: &SeriesScope<'_>, season: &Season, faults: &mut Vec<Fault>) -> bool {
    let sessions = season.weekends.iter().map(|weekend| weekend.sessions.len()).max();
    let rows = season
        .classifications
        .iter()
        .map(|classification| classification.rows.len())
        .max();
    let printed = season.tables.iter().map(|table| table.rows.len()).max();
    let sessions_in_all: usize = season.weekends.iter().map(|weekend| weekend.sessions.len()).sum();
    let scales = || season.rules.values().flat_map(|rules| rules.scales.iter().flatten());
    let points = scales().map(|scale| scale.points.len()).max();
    let awards = season.rules.values().flat_map(|rules| rules.awards.iter().flatten());
    let drops = season.rules.values().flat_map(|rules| rules.drops.iter().flatten());
    let others = season
        .rules
        .values()
        .map(|rules| rules.factors.len() + rules.phases.len());
    let parts = scales().count() + awards.count() + drops.count() + others.sum::<usize>();
    // A ledger holds a score for every competitor in every session of a championship.
    let scores = season.championships.len() * sessions_in_all * season.entries.len();
    let counts = [
        ("weekends.json", "weekends", season.weekends.len(), 100),
        ("weekends.json", "sessions in one weekend", sessions.unwrap_or(0), 50),
        ("entries.json", "entries", season.entries.len(), 2_000),
        ("results.json", "rows in one classification", rows.unwrap_or(0), 500),
        ("published.json", "tables", season.tables.len(), 2_000),
        ("published.json", "rows in one table", printed.unwrap_or(0), 1_000),
        ("published.json", "tallies", season.tallies.len(), 5_000),
        ("weekends.json", "sessions in all", sessions_in_all, 1_000),
        ("season.json", "sets of rules", season.rules.len(), 100),
        ("season.json", "parts of rules", parts, 500),
        ("season.json", "points in one scale", points.unwrap_or(0), 500),
        ("season.json", "adjustments", season.adjustments.len(), 1_000),
        (
            "season.json",
            "scores (championships by sessions by entries)",
            scores,
            2_000_000,
        ),
        ("season.json", "classes", season.classes.len(), 50),
        ("season.json", "championships", season.championships.len(), 100),
    ];
    let before = faults.len();
    for (name, what, count, most) in counts {
        if count > most {
            let file = format!("{}/{}/{name}", scope.series.id, season.id);
            let message = format!("{count} {what} are more than the {most} that make sense");
            faults.push(Fault::error(file, "$", "too-many-records", message).hint("look for something pasted twice"));
        }
    }
    faults.len() == before
}
