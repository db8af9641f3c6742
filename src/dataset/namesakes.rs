//! Namesakes: people of one name in a series, told apart by home town, number or team.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Driver, DriverId, Entry, Series};
use crate::lookup::normalised;

/// Kind of thing that tells drivers of one name apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Their home towns.
    Hometown,
    /// The numbers of their cars.
    Number,
    /// Their teams.
    Team,
}

/// Drivers of one name.
pub struct Namesakes<'s> {
    /// The drivers, by their ids.
    pub drivers: Vec<&'s Driver>,
    /// The kind of thing that tells them apart, and that of each of them; absent where nothing does.
    pub marks: Option<(Mark, Vec<String>)>,
}

/// The drivers of a series who share a name with others, group by group.
pub fn namesakes(series: &Series) -> Vec<Namesakes<'_>> {
    let mut named: BTreeMap<String, Vec<&Driver>> = BTreeMap::new();
    for driver in series.drivers.values() {
        named.entry(normalised(&driver.name)).or_default().push(driver);
    }
    let groups = named.into_values().filter(|drivers| drivers.len() > 1);
    let told = |drivers: Vec<&'_ Driver>| {
        let kinds = [Mark::Hometown, Mark::Number, Mark::Team].into_iter();
        let mut marks = kinds.filter_map(|kind| Some((kind, marks(series, &drivers, kind)?)));
        marks.next()
    };
    groups
        .map(|drivers| Namesakes {
            marks: told(drivers.clone()),
            drivers,
        })
        .collect()
}

/// The mark of each driver, if all have one and no two the same.
fn marks(series: &Series, drivers: &[&Driver], kind: Mark) -> Option<Vec<String>> {
    let marks: Option<Vec<String>> = drivers.iter().map(|driver| mark(series, driver, kind)).collect();
    marks.filter(|marks| marks.iter().map(|one| normalised(one)).collect::<BTreeSet<_>>().len() == marks.len())
}

fn mark(series: &Series, driver: &Driver, kind: Mark) -> Option<String> {
    match kind {
        Mark::Hometown => driver.hometown.clone(),
        Mark::Number => last(series, &driver.id, |entry| Some(format!("#{}", entry.car.as_ref()?))),
        Mark::Team => last(series, &driver.id, |entry| {
            Some(series.teams.get(entry.team.as_ref()?)?.name.clone())
        }),
    }
}

/// Something of a driver's first entry that has it, in the latest season that does.
fn last(series: &Series, driver: &DriverId, value: impl Fn(&Entry) -> Option<String>) -> Option<String> {
    let mut seasons = series.each_season().rev();
    seasons.find_map(|season| {
        season
            .entries
            .iter()
            .filter(|entry| entry.has_driver(driver))
            .find_map(&value)
    })
}

/// Adds to the names of namesakes what tells them apart; the bare names stay among their aliases.
pub fn tell_apart(series: &mut Series) {
    let marked = namesakes(series).into_iter().filter_map(|group| {
        let (_, marks) = group.marks?;
        let ids = group.drivers.into_iter().map(|driver| driver.id.clone());
        Some(ids.zip(marks).collect::<Vec<_>>())
    });
    let marked: Vec<(DriverId, String)> = marked.flatten().collect();
    for (id, mark) in marked {
        if let Some(driver) = series.drivers.get_mut(&id) {
            let surname = driver.short().to_owned();
            driver.aliases.extend(driver.surnames().map(str::to_owned));
            driver.aliases.push(driver.name.clone());
            driver.surname = Some(format!("{surname} ({mark})"));
            driver.name = format!("{} ({mark})", driver.name);
        }
    }
}
