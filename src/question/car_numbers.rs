//! Car numbers: a number means whoever has it in the season that is meant, as far as that is known at the moment.

use super::classification::SeasonView;
use super::{Misunderstanding, Question, QuestionKind};
use crate::dataset::Catalogue;
use crate::domain::{Asker, DriverId, Season, SeasonId, Series};
use crate::lookup::normalised;

/// The number of a car that a text is: `54`, `#54`, `no 54`.
pub(crate) fn car_number(text: &str) -> Option<String> {
    let key = normalised(text);
    let mut words = key.split(' ').rev();
    let number = words.next().filter(|word| !word.is_empty())?;
    let is_number = number.chars().all(|letter| letter.is_ascii_digit());
    (is_number && words.all(|word| ["no", "number", "car"].contains(&word))).then(|| number.to_owned())
}

/// The drivers of the car with a number in the named season, else in the one that is meant at the moment.
pub(crate) fn drivers_of_car<'a>(
    number: &str,
    (series, season): (&'a Series, Option<&SeasonId>),
    catalogue: &'a Catalogue,
    asker: &'a Asker,
) -> Result<Vec<&'a DriverId>, Misunderstanding> {
    let holders = |season: &'a Season| -> Vec<&'a DriverId> {
        let view = SeasonView {
            catalogue,
            series,
            season,
            asker,
        };
        let theirs = view
            .entries()
            .filter(|entry| entry.car.as_ref().is_some_and(|car| car.as_str() == number));
        theirs.flat_map(|entry| &entry.drivers).collect()
    };
    let meant = match season {
        Some(named) => series.season(named),
        None => catalogue.at(series, asker.now).season(),
    };
    let here = meant.map_or_else(Vec::new, holders);
    let Some(meant) = meant.filter(|_| here.is_empty()) else {
        return Ok(here);
    };
    let mut earlier = series.each_season().rev().filter(|season| season.id < meant.id);
    let last = earlier.find_map(|season| Some((season, holders(season))).filter(|(_, theirs)| !theirs.is_empty()));
    let (season, mut theirs) = last.map_or((None, Vec::new()), |(season, theirs)| (Some(season.id.clone()), theirs));
    theirs.dedup();
    let asked = Question::of(QuestionKind::Driver).season(season.clone());
    let of_series = (series.id != asker.series).then(|| series.id.clone());
    let asked = asked.series(of_series);
    let name = |id: &&DriverId| {
        series
            .drivers
            .get(*id)
            .map_or_else(|| id.to_string(), |one| one.name.clone())
    };
    Err(Misunderstanding::NobodyDrives {
        number: number.to_owned(),
        season: meant.id.clone(),
        last: season.map(|season| (season, theirs.iter().map(name).collect())),
        instead: theirs.iter().map(|id| asked.clone().driver((*id).clone())).collect(),
    })
}
