//! The classification that a sheet of results makes of the one its pack holds.

use super::awards::{fastest_laps, poles, printed_pole};
use super::crews::{Crews, MatchedRow};
use super::session::SheetSession;
use crate::dataset::Fault;
use crate::dataset::edit::PackChanges;
use crate::domain::{Award, Classification, Complete, Place, Row, SessionRef};
use crate::import::sheet::{OrderKind, ResultSheet, SheetExtent};

/// Rows of a sheet as rows of the pack; `None` if one of them cannot be matched.
pub fn rows(
    crews: &Crews<'_>,
    sheet: &ResultSheet,
    changes: &mut PackChanges,
    faults: &mut Vec<Fault>,
) -> Option<Vec<MatchedRow>> {
    let matched: Vec<Option<MatchedRow>> = sheet
        .rows
        .iter()
        .map(|row| crews.row(row, sheet.kind, changes, faults))
        .collect();
    matched.into_iter().collect()
}

/// The new classification of a session.
pub fn of_sheet(
    crews: &Crews<'_>,
    at: SheetSession<'_>,
    sheet: &ResultSheet,
    matched: Vec<MatchedRow>,
    old: Option<&Classification>,
) -> Classification {
    let mut awards = printed_pole(sheet, &matched);
    if sheet.kind == Some(OrderKind::Race) {
        awards.extend(fastest_laps(crews.series, crews.season, sheet, &matched));
    }
    let rows: Vec<Row> = matched.into_iter().map(|(row, _)| row).collect();
    let is_race = matches!(sheet.kind, Some(OrderKind::Race | OrderKind::Sprint));
    let laps = rows
        .iter()
        .find(|row| row.place == Some(Place::Exactly(1)))
        .and_then(|row| row.laps);
    let is_whole = sheet.extent == SheetExtent::Whole;
    let mut new = Classification {
        session: SessionRef {
            weekend: at.weekend.id.clone(),
            session: at.session.id.clone(),
        },
        stage: None,
        status: sheet.heading.status,
        revision: None,
        published: None,
        complete: Complete::Whole(is_whole),
        share: None,
        rows,
        awards: Vec::new(),
        cells: Vec::new(),
        penalties: Vec::new(),
        laps: laps.filter(|_| is_race),
        scheduled_laps: sheet.heading.scheduled_laps,
        leader_laps: None,
        green_laps: None,
        minutes: None,
        stopped: false,
        notes: sheet.messages.clone(),
        sources: Vec::new(),
    };
    if let Some(old) = old {
        keep(&mut new, old, is_whole);
    }
    add_awards(&mut new.awards, awards);
    new
}

/// The classification of a race with the pole that a grid gives; `None` if the race has none yet.
pub fn with_grid(
    crews: &Crews<'_>,
    sheet: &ResultSheet,
    matched: &[MatchedRow],
    old: Option<&Classification>,
) -> Option<Classification> {
    let mut new = old?.clone();
    add_awards(&mut new.awards, poles(crews.series, crews.season, sheet, matched));
    Some(new)
}

/// Keeps what the old classification holds and a sheet does not say: poles, decisions, remarks, the rows that an extract
/// leaves out, and in each row what stands in no column.
fn keep(new: &mut Classification, old: &Classification, is_whole: bool) {
    new.awards.clone_from(&old.awards);
    new.cells.clone_from(&old.cells);
    new.penalties.clone_from(&old.penalties);
    new.share = old.share;
    new.scheduled_laps = new.scheduled_laps.or(old.scheduled_laps);
    new.leader_laps = old.leader_laps;
    new.green_laps = old.green_laps;
    new.minutes = old.minutes;
    new.stopped = old.stopped;
    new.laps = new.laps.or(old.laps);
    for note in &old.notes {
        if !new.notes.contains(note) {
            new.notes.push(note.clone());
        }
    }
    for row in &mut new.rows {
        let Some(before) = old.rows.iter().find(|before| is_same_car(before, row)) else {
            continue;
        };
        row.class = row
            .class
            .take()
            .or_else(|| before.class.clone().filter(|_| before.car == row.car));
        row.team.clone_from(&before.team);
        row.make.clone_from(&before.make);
        row.tags.clone_from(&before.tags);
        row.dead_heat = before.dead_heat && before.place == row.place;
        // A pack's own words on a penalty that still holds say as much as those of the sheet.
        let holds = row.penalty.is_some() || (before.place == row.place && before.time == row.time);
        row.penalty = before.penalty.clone().filter(|_| holds).or_else(|| row.penalty.take());
        row.note = row.note.take().or_else(|| before.note.clone());
        row.laps = row.laps.or(before.laps);
        row.time = row.time.take().or_else(|| before.time.clone());
        row.best_lap = row.best_lap.take().or_else(|| before.best_lap.clone());
    }
    if !is_whole {
        let left_out = |row: &&Row| !new.rows.iter().any(|one| is_same_car(one, row));
        let left: Vec<Row> = old.rows.iter().filter(left_out).cloned().collect();
        new.rows.extend(left);
        new.rows
            .sort_by_key(|row| row.place.as_ref().and_then(Place::best).unwrap_or(u16::MAX));
        if old.complete != Complete::default() {
            new.complete = old.complete.clone();
        }
    }
}

/// True if two rows are of one car: its number, or its drivers where one has no number.
pub fn is_same_car(one: &Row, two: &Row) -> bool {
    match (&one.car, &two.car) {
        (Some(one), Some(two)) => one == two,
        _ => one.drivers().next().is_some() && one.drivers().eq(two.drivers()),
    }
}

/// Adds awards; those of a sheet take the place of others for the same thing, unless they say the same.
fn add_awards(awards: &mut Vec<Award>, new: Vec<Award>) {
    for award in new {
        let same = |one: &Award| one.award == award.award && one.class == award.class && one.place == award.place;
        match awards.iter_mut().find(|one| same(one)) {
            Some(old) if old.driver == award.driver && (old.car == award.car || old.driver.is_some()) => {
                old.time = award.time.or_else(|| old.time.take());
            }
            Some(old) => *old = award,
            None => awards.push(award),
        }
    }
}
