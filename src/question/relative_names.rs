//! Relative names of seasons and weekends, whose meaning depends on the moment: last season, next weekend.

use chrono::{DateTime, Datelike, Utc};

use crate::dataset::Catalogue;
use crate::domain::{Season, Series, Slug};
use crate::lookup::{RelativeWeekend, normalised, relative_weekend, years_from_now};

/// `this year`, `last season`.
pub(super) fn season(text: &str, series: Option<&Series>, now: DateTime<Utc>) -> Option<Slug> {
    let years = match normalised(text).as_str() {
        "this" => 0,
        "last" => -1,
        words => years_from_now(words)?,
    };
    let year = (now.year() + years).to_string();
    series?
        .seasons
        .keys()
        .find(|season| season.as_str() == year)
        .cloned()
        .map(Into::into)
}

/// `this`, `next`, `last weekend`.
pub(super) fn weekend(text: &str, season: &Season, catalogue: &Catalogue, now: DateTime<Utc>) -> Option<Slug> {
    let stage = catalogue.progress(season, now);
    let weekend = match relative_weekend(&normalised(text))? {
        RelativeWeekend::This => stage.running.or(stage.next),
        RelativeWeekend::Next => stage.next,
        RelativeWeekend::Last => stage.last,
    };
    weekend.map(|weekend| weekend.id.clone().into())
}
