//! Drivers by the names of sheets: whole names, initials, surnames, slips of the pen beside the right number.

use std::collections::BTreeSet;

use crate::domain::{Driver, DriverId, Season, Series, Slug};
use crate::import::sheet::SheetName;
use crate::lookup::{nearest, normalised};

/// The driver that a name means, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameMatch {
    /// This one.
    Found(DriverId),
    /// This one, though the name is spelt otherwise: people should know.
    Spelt(DriverId),
    /// Several can be meant.
    Several(Vec<DriverId>),
    /// Nobody; the nearest names are given.
    Unknown(Vec<DriverId>),
}

/// Drivers of a series, those of a season and of a car first.
#[derive(Debug)]
pub struct People<'s> {
    series: &'s Series,
    entered: BTreeSet<&'s DriverId>,
}

impl<'s> People<'s> {
    pub fn of(series: &'s Series, season: &'s Season) -> Self {
        let entered = season.entries.iter().flat_map(|entry| &entry.drivers).collect();
        Self { series, entered }
    }

    /// The driver that a name means in the car that these drivers are entered with.
    pub fn find(&self, name: &SheetName, of_car: &[DriverId]) -> NameMatch {
        let by_id = name.id.as_ref().and_then(|id| self.series.drivers.get(id.as_str()));
        if let Some(driver) = by_id {
            return NameMatch::Found(driver.id.clone());
        }
        let whole = normalised(&name.full());
        let rules: [&dyn Fn(&Driver) -> bool; 2] = [
            &|driver| names(driver).any(|known| normalised(known) == whole),
            &|driver| has_surname(driver, &name.family) && may_be_called(driver, &name.given),
        ];
        for rule in rules {
            let found: Vec<&Driver> = self.series.drivers.values().filter(|driver| rule(driver)).collect();
            match self.narrowed(&found, of_car).as_slice() {
                [] => {}
                [one] => return NameMatch::Found(one.clone()),
                several => return NameMatch::Several(several.to_vec()),
            }
        }
        let slip = |id: &&DriverId| {
            let driver = self.series.drivers.get(*id);
            driver.is_some_and(|driver| is_slip(driver, name))
        };
        if let Some(id) = of_car.iter().find(slip) {
            return NameMatch::Spelt(id.clone());
        }
        NameMatch::Unknown(self.near(&whole))
    }

    /// Those of several who are entered with the car, else those entered in the season, else all.
    fn narrowed(&self, found: &[&Driver], of_car: &[DriverId]) -> Vec<DriverId> {
        let of = |keep: &dyn Fn(&DriverId) -> bool| {
            let kept = found.iter().map(|driver| &driver.id).filter(|id| keep(id));
            kept.cloned().collect::<Vec<_>>()
        };
        let in_car = of(&|id| of_car.contains(id));
        if !in_car.is_empty() {
            return in_car;
        }
        let entered = of(&|id| self.entered.contains(id));
        if entered.is_empty() { of(&|_| true) } else { entered }
    }

    /// The drivers whose names are nearest to one.
    fn near(&self, whole: &str) -> Vec<DriverId> {
        let keyed: Vec<(String, &DriverId)> = self
            .series
            .drivers
            .values()
            .map(|driver| (normalised(&driver.name), &driver.id))
            .collect();
        let near = nearest(whole, keyed.iter().map(|(key, _)| key.as_str()));
        let is_near = |key: &String| Some(key.as_str()) == near;
        keyed
            .iter()
            .filter(|(key, _)| is_near(key))
            .map(|(_, id)| (*id).clone())
            .collect()
    }
}

fn names(driver: &Driver) -> impl Iterator<Item = &String> {
    std::iter::once(&driver.name).chain(&driver.aliases)
}

fn has_surname(driver: &Driver, family: &str) -> bool {
    let family = normalised(family);
    let of_aliases = driver.aliases.iter().filter_map(|alias| alias.rsplit(' ').next());
    !family.is_empty()
        && driver
            .surnames()
            .into_iter()
            .chain(of_aliases)
            .any(|surname| normalised(surname) == family)
}

/// True if a first name is that of a driver, begins it, or is left out; a pack may hold an initial alone too.
fn may_be_called(driver: &Driver, given: &str) -> bool {
    let given = normalised(given);
    let mut first = names(driver).filter_map(|name| normalised(name).split(' ').next().map(str::to_owned));
    given.is_empty() || first.any(|first| first.starts_with(&given) || (first.len() == 1 && given.starts_with(&first)))
}

/// True if a name is one of a driver but for a slip or two.
fn is_slip(driver: &Driver, name: &SheetName) -> bool {
    let whole = normalised(&name.full());
    let family = normalised(&name.family);
    let is_whole = names(driver).any(|known| nearest(&whole, [normalised(known).as_str()]).is_some());
    let is_family = driver
        .surnames()
        .into_iter()
        .any(|known| nearest(&family, [normalised(known).as_str()]).is_some());
    is_whole || (is_family && may_be_called(driver, &name.given))
}

/// An id for a name: `jorg-mollenkamper`, with a number behind it where that is taken.
pub fn id_for(name: &str, is_taken: impl Fn(&str) -> bool) -> Option<Slug> {
    let words: String = normalised(name)
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' })
        .collect();
    let base = words.split_whitespace().collect::<Vec<_>>().join("-");
    let base: String = base.chars().take(50).collect();
    let base = base.trim_end_matches('-');
    let numbered = (2..100).map(|number| format!("{base}-{number}"));
    let mut ids = std::iter::once(base.to_owned()).chain(numbered);
    ids.find(|id| !is_taken(id))?.parse().ok()
}

/// A name as people write it: `MAXSON` becomes `Maxson`, `McDonald` stays.
pub fn written(name: &str) -> String {
    let is_shouted = name.chars().filter(|letter| letter.is_alphabetic()).count() > 2
        && name.chars().all(|letter| !letter.is_lowercase());
    if !is_shouted {
        return name.to_owned();
    }
    let mut starts = true;
    let letters = name.chars().flat_map(|letter| {
        let cased: Vec<char> = if starts {
            vec![letter]
        } else {
            letter.to_lowercase().collect()
        };
        starts = !letter.is_alphabetic();
        cased
    });
    letters.collect()
}
