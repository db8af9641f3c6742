//! Entry index: the entries of a season by driver and by number, so that each of many result rows finds its own at once.

use std::collections::BTreeMap;

use super::{CarNumber, DriverId, Entry, WeekendId};

/// The entries of a season by driver and by number.
#[derive(Debug, Clone, Default)]
pub struct EntryIndex<'a> {
    by_driver: BTreeMap<&'a DriverId, Vec<&'a Entry>>,
    by_car: BTreeMap<&'a CarNumber, Vec<&'a Entry>>,
}

impl<'a> EntryIndex<'a> {
    /// Indexes entries.
    pub fn new(entries: &'a [Entry]) -> Self {
        let mut entrants = Self::default();
        for entry in entries {
            for driver in &entry.drivers {
                entrants.by_driver.entry(driver).or_default().push(entry);
            }
            if let Some(car) = &entry.car {
                entrants.by_car.entry(car).or_default().push(entry);
            }
        }
        entrants
    }

    /// The entry a result row belongs to: the one for that weekend with this number, else with this driver; else the only
    /// one of the season that can be meant. The number comes first, since a driver may have driven a second car.
    pub fn entry(&self, weekend: &WeekendId, driver: Option<&DriverId>, car: Option<&CarNumber>) -> Option<&'a Entry> {
        let numbered = car.and_then(|car| self.by_car.get(car)).into_iter().flatten().copied();
        match driver.map(|driver| self.by_driver.get(driver)) {
            Some(theirs) => belongs(weekend, numbered, theirs.into_iter().flatten().copied()),
            None => belongs(weekend, std::iter::empty(), numbered),
        }
    }
}

/// The entry that is meant at a weekend: one of the first that is for it, else one of the others; else the only one of these
/// whose weekends are not known.
pub(super) fn belongs<'a>(
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
