//! What is meant when nothing is said: the usual series, the season and weekend of the moment.

use super::Misunderstanding;
use crate::dataset::Catalogue;
use crate::domain::{Asker, Season, Series, Slug, Weekend};
use crate::schedule::{day_end, day_start};

/// The series that is meant.
pub(super) fn series<'a>(
    named: Option<&Slug>,
    catalogue: &'a Catalogue,
    asker: &Asker,
    question: &'static str,
) -> Result<&'a Series, Misunderstanding> {
    let id = named.unwrap_or(&asker.series);
    catalogue.series.get(id).ok_or_else(|| Misunderstanding::NothingKnown {
        question,
        series: id.to_string(),
        season: None,
    })
}

/// The season that holds the moment, from the first day of its first weekend to the last of its last.
pub(super) fn current<'a>(series: &'a Series, catalogue: &Catalogue, asker: &Asker) -> Option<&'a Season> {
    series.seasons.values().find(|season| {
        let begun = season
            .weekends
            .iter()
            .any(|one| day_start(catalogue.zone(one), one.start) <= asker.now);
        let over = season
            .weekends
            .iter()
            .all(|one| day_end(catalogue.zone(one), one.end) <= asker.now);
        begun && !over
    })
}

/// The season that is meant: the named one, the one that holds the moment, else the latest begun of which `worth` holds.
pub(super) fn season<'a>(
    series: &'a Series,
    named: Option<&Slug>,
    catalogue: &Catalogue,
    asker: &Asker,
    question: &'static str,
    worth: impl Fn(&Season) -> bool,
) -> Result<&'a Season, Misunderstanding> {
    let nothing = || Misunderstanding::NothingKnown {
        question,
        series: series.name.clone(),
        season: named.cloned(),
    };
    if let Some(named) = named {
        return series.seasons.get(named).ok_or_else(nothing);
    }
    if let Some(current) = current(series, catalogue, asker) {
        return Ok(current);
    }
    let begun = |season: &&Season| {
        season
            .weekends
            .iter()
            .any(|weekend| day_start(catalogue.zone(weekend), weekend.start) <= asker.now)
    };
    let mut latest = series.seasons.values().rev().filter(begun);
    latest
        .clone()
        .find(|season| worth(season))
        .or_else(|| latest.next())
        .or_else(|| series.seasons.values().next())
        .ok_or_else(nothing)
}

/// The season whose calendar is meant: the named one, the one that holds the moment, the one that comes next, else the
/// latest.
pub(super) fn calendar<'a>(
    series: &'a Series,
    named: Option<&Slug>,
    catalogue: &Catalogue,
    asker: &Asker,
    question: &'static str,
) -> Result<&'a Season, Misunderstanding> {
    let next = || {
        series
            .seasons
            .values()
            .find(|season| catalogue.stage(season, asker.now).next.is_some())
    };
    match next().filter(|_| named.is_none() && current(series, catalogue, asker).is_none()) {
        Some(next) => Ok(next),
        None => season(series, named, catalogue, asker, question, |season| {
            !season.weekends.is_empty()
        }),
    }
}

/// A weekend by its name in a season.
pub(super) fn weekend<'a>(
    series: &Series,
    season: &'a Season,
    id: &Slug,
    line: impl Fn(&Slug) -> String,
) -> Result<&'a Weekend, Misunderstanding> {
    season.weekend(id.as_str()).ok_or_else(|| {
        let with: Vec<&Season> = series
            .seasons
            .values()
            .filter(|other| other.weekend(id.as_str()).is_some())
            .collect();
        let name = with
            .iter()
            .find_map(|other| other.weekend(id.as_str()))
            .map_or_else(|| id.to_string(), |weekend| weekend.name.clone());
        Misunderstanding::NotInSeason {
            name,
            season: season.id.clone(),
            seasons: with.iter().map(|other| other.id.clone()).collect(),
            instead: with.iter().rev().map(|other| line(&other.id)).collect(),
        }
    })
}
