//! Pole and fastest lap of a sheet, as its season records them: by class, or over all cars.

use crate::domain::{Award, CarNumber, ClassId, DriverId, Row, Season, Series};
use crate::import::sheet::ResultSheet;
use crate::import::track_time::TrackTime;

/// Scope in which a season records an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AwardScope {
    ByClass,
    Overall,
}

/// The fastest lap of a race: the best of the laps that the rows print.
pub fn fastest_laps(
    series: &Series,
    season: &Season,
    sheet: &ResultSheet,
    rows: &[(Row, Option<ClassId>)],
) -> Vec<Award> {
    let laps = sheet.rows.iter().map(|row| row.best_lap);
    best(
        scope(series, season, "fastest-lap"),
        "fastest-lap",
        laps,
        rows,
        "the best lap of the classification",
    )
}

/// The pole where the sheet itself says whose it is.
pub fn printed_pole(sheet: &ResultSheet, rows: &[(Row, Option<ClassId>)]) -> Vec<Award> {
    let at = sheet.rows.iter().zip(rows).find(|(sheet, _)| sheet.pole);
    let pole = at.and_then(|(_, (row, _))| award("pole", None, row, None, "the sheet says so"));
    let stated = pole.map(|pole| Award { derived: None, ..pole });
    stated.into_iter().collect()
}

/// The pole of a race: the first of its grid.
pub fn poles(series: &Series, season: &Season, sheet: &ResultSheet, rows: &[(Row, Option<ClassId>)]) -> Vec<Award> {
    let scope = scope(series, season, "pole");
    let first = |class: Option<&ClassId>| {
        let mut at = sheet.rows.iter().zip(rows).filter(|(sheet, (_, of))| {
            sheet.place.is_some() && !sheet.guest && class.is_none_or(|class| of.as_ref() == Some(class))
        });
        let (sheet, (row, _)) = at.next()?;
        award("pole", class, row, sheet.best_lap, "the first of the grid")
    };
    match scope {
        AwardScope::Overall => first(None).into_iter().collect(),
        AwardScope::ByClass => season
            .classes
            .iter()
            .filter_map(|class| first(Some(&class.id)))
            .collect(),
    }
}

fn best(
    scope: AwardScope,
    name: &str,
    laps: impl Iterator<Item = Option<TrackTime>>,
    rows: &[(Row, Option<ClassId>)],
    derived: &str,
) -> Vec<Award> {
    let timed: Vec<(TrackTime, &Row, Option<&ClassId>)> = laps
        .zip(rows)
        .filter_map(|(lap, (row, class))| Some((lap?, row, class.as_ref())))
        .collect();
    let of = |class: Option<&ClassId>| {
        let here = timed.iter().filter(|(_, _, of)| class.is_none() || *of == class);
        let (lap, row, _) = here.min_by_key(|(lap, ..)| *lap)?;
        award(name, class, row, Some(*lap), derived)
    };
    match scope {
        AwardScope::Overall => of(None).into_iter().collect(),
        AwardScope::ByClass => {
            let mut classes: Vec<&ClassId> = timed.iter().filter_map(|(_, _, class)| *class).collect();
            classes.sort_unstable();
            classes.dedup();
            classes.into_iter().filter_map(|class| of(Some(class))).collect()
        }
    }
}

fn award(name: &str, class: Option<&ClassId>, row: &Row, time: Option<TrackTime>, derived: &str) -> Option<Award> {
    let driver: Option<DriverId> = row.driver.clone();
    let car: Option<CarNumber> = row.car.clone().filter(|_| driver.is_none());
    Some(Award {
        award: name.parse().ok()?,
        class: class.cloned(),
        driver,
        car,
        place: None,
        time: time.map(|time| time.to_string()),
        note: None,
        sources: Vec::new(),
        derived: Some(derived.to_owned()),
    })
}

/// The scope in which this season records an award, else those before it, else the rules' classes.
fn scope(series: &Series, season: &Season, name: &str) -> AwardScope {
    let seasons = std::iter::once(season).chain(series.each_season().rev());
    let awards = seasons
        .flat_map(|season| &season.classifications)
        .flat_map(|known| &known.awards);
    let mut known = awards.filter(|award| award.award.as_str() == name);
    let by_class = match known.next() {
        Some(award) => award.class.is_some(),
        None => season.classes.len() > 1,
    };
    if by_class {
        AwardScope::ByClass
    } else {
        AwardScope::Overall
    }
}
