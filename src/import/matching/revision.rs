//! Comparison of a new classification with the one the pack holds: what differs, and whether it may take its place.

use serde::Serialize;

use super::classification::is_same_car;
use crate::domain::{
    Award, Classification, Complete, DriverId, Place, Points, PublicationStatus, PublishedRow, PublishedTable, Row,
    Slug, Status,
};

/// Difference of a new classification from the old one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// There was none.
    New {
        /// Rows.
        rows: usize,
    },
    /// Rows or awards differ.
    Changed {
        /// The rows that differ.
        rows: Vec<RowDifference>,
        /// Awards that are new or have another holder.
        awards: Vec<Award>,
        /// Status before and now, where that differs.
        status: Option<(Option<PublicationStatus>, Option<PublicationStatus>)>,
        /// True if all that take part are known only now.
        completed: bool,
    },
    /// Rows of a table differ: competitor, points before and now.
    Table(Vec<(Slug, Option<Points>, Option<Points>)>),
}

/// Difference of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowDifference {
    /// The row now; that before where the car is gone.
    pub row: Row,
    /// True if the car is new in the order.
    pub is_new: bool,
    /// True if the car is gone from the order.
    pub is_gone: bool,
    /// Fields that differ: name, before, now.
    pub fields: Vec<(&'static str, String, String)>,
}

/// The difference; `None` if there is none.
pub fn difference(old: Option<&Classification>, new: &Classification) -> Option<Difference> {
    let Some(old) = old else {
        return Some(Difference::New { rows: new.rows.len() });
    };
    let mut rows = Vec::new();
    for row in &new.rows {
        let before = old.rows.iter().find(|before| is_same_car(before, row));
        let fields = before.map(|before| fields(before, row)).unwrap_or_default();
        if before.is_none() || !fields.is_empty() {
            rows.push(RowDifference {
                row: row.clone(),
                is_new: before.is_none(),
                is_gone: false,
                fields,
            });
        }
    }
    let gone = old
        .rows
        .iter()
        .filter(|before| !new.rows.iter().any(|row| is_same_car(before, row)));
    rows.extend(gone.map(|row| RowDifference {
        row: row.clone(),
        is_new: false,
        is_gone: true,
        fields: Vec::new(),
    }));
    let is_known = |award: &&Award| {
        let same = |one: &&Award| one.award == award.award && one.class == award.class && one.place == award.place;
        old.awards
            .iter()
            .find(same)
            .is_some_and(|one| one.driver == award.driver && one.time == award.time)
    };
    let awards: Vec<Award> = new.awards.iter().filter(|award| !is_known(award)).cloned().collect();
    let status = (new.status.is_some() && old.status != new.status).then_some((old.status, new.status));
    // A result without a status is taken for what it says; a sheet that calls it official changes nothing of it.
    let status = status.filter(|(before, now)| before.is_some() || *now != Some(PublicationStatus::Official));
    let completed = old.complete != new.complete && new.complete == Complete::Whole(true);
    let is_same = rows.is_empty() && awards.is_empty() && status.is_none() && !completed;
    (!is_same).then_some(Difference::Changed {
        rows,
        awards,
        status,
        completed,
    })
}

/// True if a difference only adds what was not known: nobody's place, end or car is another one.
pub fn only_adds(difference: &Difference) -> bool {
    let Difference::Changed { rows, .. } = difference else {
        return true;
    };
    let adds = |row: &RowDifference| !row.is_gone && row.fields.iter().all(|(_, before, _)| before.is_empty());
    rows.iter().all(adds)
}

fn fields(before: &Row, now: &Row) -> Vec<(&'static str, String, String)> {
    let place = |row: &Row| {
        row.place
            .as_ref()
            .and_then(Place::exact)
            .map(|place| place.to_string())
            .unwrap_or_default()
    };
    let drivers = |row: &Row| row.drivers().map(DriverId::as_str).collect::<Vec<_>>().join(" / ");
    let number = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let pairs = [
        ("place", place(before), place(now)),
        ("driver", drivers(before), drivers(now)),
        ("end", end(before.status).to_owned(), end(now.status).to_owned()),
        ("laps", number(before.laps), number(now.laps)),
        ("time", text(&before.time), text(&now.time)),
        ("best lap", text(&before.best_lap), text(&now.best_lap)),
        ("penalty", text(&before.penalty), text(&now.penalty)),
    ];
    pairs.into_iter().filter(|(_, before, now)| before != now).collect()
}

fn end(status: Status) -> &'static str {
    match status {
        Status::Classified => "classified",
        Status::Dnf => "not finished",
        Status::Dns => "not started",
        Status::Dsq => "disqualified",
        Status::Nc => "not classified",
    }
}

/// The competitors of a table whose points differ, or whose places alone do.
pub fn table_difference(old: &PublishedTable, new: &PublishedTable) -> Vec<(Slug, Option<Points>, Option<Points>)> {
    let before = |who: &Slug| old.rows.iter().find(|row| row.competitor == *who);
    let is_same = |row: &PublishedRow| {
        before(&row.competitor)
            .is_some_and(|one| one.points == row.points && (row.place.is_none() || one.place == row.place))
    };
    let differs = new.rows.iter().filter(|row| !is_same(row));
    let points = |who: &Slug| before(who).and_then(|row| row.points);
    differs
        .map(|row| (row.competitor.clone(), points(&row.competitor), row.points))
        .collect()
}
