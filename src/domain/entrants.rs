//! The entries of a season by driver and by number, so that each of many result rows finds its own at once.

use std::collections::BTreeMap;

use super::{CarNumber, Entry, Slug};

/// The entries of a season by driver and by number.
#[derive(Debug, Clone, Default)]
pub struct Entrants<'a> {
    by_driver: BTreeMap<&'a Slug, Vec<&'a Entry>>,
    by_car: BTreeMap<&'a CarNumber, Vec<&'a Entry>>,
}

impl<'a> Entrants<'a> {
    /// Puts entries in order.
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

    /// The entry a result row belongs to: the one for that weekend with this driver and number, else with this driver, else
    /// with this number; else the only one of the season that can be meant.
    pub fn entry(&self, weekend: &Slug, driver: Option<&Slug>, car: Option<&CarNumber>) -> Option<&'a Entry> {
        let meant = match (driver, car) {
            (Some(driver), _) => self.by_driver.get(driver),
            (None, Some(car)) => self.by_car.get(car),
            (None, None) => None,
        };
        belongs(meant.into_iter().flatten().copied(), weekend, car)
    }
}

/// The entry that is meant at a weekend, of all that have the driver, or the number where no driver is known.
pub(super) fn belongs<'a>(
    meant: impl Iterator<Item = &'a Entry> + Clone,
    weekend: &Slug,
    car: Option<&CarNumber>,
) -> Option<&'a Entry> {
    let mut here = meant.clone().filter(|entry| entry.is_for(weekend));
    let numbered = |entry: &&Entry| car.is_some() && entry.car.as_ref() == car;
    here.clone().find(numbered).or_else(|| here.next()).or_else(|| {
        let mut unplaced = meant.filter(|entry| entry.weekends.is_none());
        unplaced.next().filter(|_| unplaced.next().is_none())
    })
}
