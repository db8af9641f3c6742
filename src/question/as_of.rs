//! Day as of which a question is asked: its end, by the clock of the weekend that holds it, is the moment of the answer.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::spec::OptionName;
use super::{Call, Misunderstanding, Question};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Series, clip};
use crate::lookup::{self, normalised};
use crate::schedule::{LocalTime, instant};

impl Question {
    /// Asks as of a day.
    ///
    /// # Errors
    /// If the question takes none.
    pub(crate) fn set_as_of(&mut self, day: NaiveDate) -> Result<(), Misunderstanding> {
        let (spec, name) = (self.spec(), OptionName::AsOf.as_str());
        if spec.option(name).is_none() {
            return Err(Misunderstanding::unknown_option(spec, name));
        }
        self.options.as_of = Some(day);
        Ok(())
    }

    /// The asker at the end of the day as of which it is asked, or now.
    ///
    /// # Errors
    /// If that day is still to come.
    pub fn asker_then(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Asker, Misunderstanding> {
        let series = self.options.series.as_ref().unwrap_or(&asker.series);
        match self.options.as_of {
            Some(day) => asker_as_of(day, catalogue.series.get(series), catalogue, asker),
            None => Ok(asker.clone()),
        }
    }
}

/// The asker at the end of a day.
///
/// # Errors
/// If the day is still to come.
pub(crate) fn asker_as_of(
    day: NaiveDate,
    series: Option<&Series>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Asker, Misunderstanding> {
    let mut weekends = series
        .into_iter()
        .flat_map(Series::each_season)
        .flat_map(|season| &season.weekends);
    let zone = match weekends.find(|weekend| (weekend.start..=weekend.end).contains(&day)) {
        Some(weekend) => catalogue.zone(weekend),
        None => series.map_or(Tz::UTC, |series| series.zone),
    };
    let today = LocalTime::at(zone, asker.now).date;
    if day > today {
        return Err(Misunderstanding::StillToCome { day, today });
    }
    let midnight = day + Days::new(1);
    let end = instant(zone, midnight, NaiveTime::MIN).unwrap_or_else(|_| midnight.and_time(NaiveTime::MIN).and_utc());
    Ok(Asker {
        now: (end - TimeDelta::seconds(1)).min(asker.now),
        ..asker.clone()
    })
}

/// The date of a text, the latest such day where the year is left out.
pub(super) fn date(text: &str, series: Option<&Series>, asker: &Asker) -> Option<NaiveDate> {
    lookup::past_date(&normalised(text), day_at(series, asker))
}

/// The day of the asker's moment by the clock of a series.
pub(crate) fn day_at(series: Option<&Series>, asker: &Asker) -> NaiveDate {
    LocalTime::at(series.map_or(Tz::UTC, |series| series.zone), asker.now).date
}

/// A call with the asker at the end of the day that it names; `None` if it names none.
pub(super) fn moved(
    call: &Call,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Option<(Call, Asker)>, Misunderstanding> {
    let mut call = call.clone();
    let name = OptionName::AsOf.as_str();
    let given = call.options.iter_mut().rev().find(|(option, _)| option == name);
    let series = catalogue.series.get(&asker.series);
    let Some((_, text)) = given else {
        return Ok(None);
    };
    let day = date(text, series, asker).ok_or_else(|| Misunderstanding::UnknownDate { text: clip(text, 60) })?;
    // A relative day is told from today, not from the day that it names.
    *text = day.to_string();
    let asker = asker_as_of(day, series, catalogue, asker)?;
    Ok(Some((call, asker)))
}
