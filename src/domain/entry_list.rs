//! Entry list of a season, indexed by driver and by number, so that each of many result rows finds its own entry at once.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::Serialize;

use super::{CarNumber, DriverId, Entry, WeekendId};

/// The entries of a season, which no longer change.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(transparent)]
pub struct EntryList {
    entries: Vec<Entry>,
    /// Positions of the entries by driver.
    #[serde(skip)]
    by_driver: BTreeMap<DriverId, Vec<usize>>,
    /// Positions of the entries by number.
    #[serde(skip)]
    by_car: BTreeMap<CarNumber, Vec<usize>>,
}

impl EntryList {
    /// The entry a result row belongs to: the one for that weekend with this number, else with this driver; else the only
    /// one of the season that can be meant. The number comes first, since a driver may have driven a second car.
    pub fn of_row(&self, weekend: &WeekendId, driver: Option<&DriverId>, car: Option<&CarNumber>) -> Option<&Entry> {
        let numbered = self.at(car.and_then(|car| self.by_car.get(car)));
        let Some(driver) = driver else {
            return belongs(weekend, std::iter::empty(), numbered);
        };
        belongs(weekend, numbered, self.at(self.by_driver.get(driver)))
    }

    /// The entries at positions.
    fn at<'a>(&'a self, positions: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Entry> + Clone {
        let positions = positions.into_iter().flatten();
        positions.filter_map(|position| self.entries.get(*position))
    }
}

impl From<Vec<Entry>> for EntryList {
    fn from(entries: Vec<Entry>) -> Self {
        let (mut by_driver, mut by_car) = (BTreeMap::<_, Vec<usize>>::new(), BTreeMap::<_, Vec<usize>>::new());
        for (position, entry) in entries.iter().enumerate() {
            for driver in &entry.drivers {
                by_driver.entry(driver.clone()).or_default().push(position);
            }
            if let Some(car) = &entry.car {
                by_car.entry(car.clone()).or_default().push(position);
            }
        }
        Self {
            entries,
            by_driver,
            by_car,
        }
    }
}

impl Deref for EntryList {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.entries
    }
}

impl<'a> IntoIterator for &'a EntryList {
    type Item = &'a Entry;
    type IntoIter = std::slice::Iter<'a, Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

/// The entry that is meant at a weekend: one of the first that is for it, else one of the others; else the only one of these
/// whose weekends are not known.
fn belongs<'a>(
    weekend: &WeekendId,
    first: impl Iterator<Item = &'a Entry>,
    others: impl Iterator<Item = &'a Entry> + Clone,
) -> Option<&'a Entry> {
    let mut here = first.chain(others.clone()).filter(|entry| entry.is_for(weekend));
    here.next().or_else(|| {
        let mut unplaced = others.filter(|entry| entry.weekends.is_none());
        unplaced.next().filter(|_| unplaced.next().is_none())
    })
}
