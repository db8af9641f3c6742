//! Defaults of a question: the usual series, the season and weekend of the moment.

use chrono::NaiveDate;

use crate::answer::NamedId;
use crate::dataset::{Catalogue, is_race};
use crate::domain::{Asker, Note, Season, Series, Weekend, WeekendId};
use crate::lookup::{self, Day};
use crate::schedule::{LocalTime, has_begun};

/// The date of a day as people say it, by the clock of the weekend that is on or next.
pub(super) fn date(series: &Series, catalogue: &Catalogue, asker: &Asker, day: Day) -> Option<NaiveDate> {
    let season = catalogue.at(series, asker.now).calendar()?;
    let stage = catalogue.progress(season, asker.now);
    let weekend = stage.running.or(stage.next);
    let zone = weekend.map_or(series.zone, |weekend| catalogue.zone(weekend));
    let today = LocalTime::at(zone, asker.now).date;
    lookup::date(day, today, weekend.map(|weekend| (weekend.start, weekend.end)))
}

/// True if a weekend has begun at the asker's moment, by the circuit's clock.
pub(crate) fn begun(weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    has_begun(weekend.start, || catalogue.zone(weekend), asker.now)
}

/// The weekends behind one of which a race is over and no result known.
pub(super) fn unknown_since(
    season: &Season,
    weekend: &Weekend,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Vec<NamedId<WeekendId>> {
    let run = |other: &Weekend| {
        let mut races = other.sessions.iter().filter(|session| is_race(session));
        races.any(|race| catalogue.is_over(other, race, asker.now))
    };
    let since = season.weekends.iter().filter(|other| other.start > weekend.start);
    since
        .filter(|other| run(other) && !catalogue.has_results(season, other, asker.now))
        .map(|other| NamedId::new(&other.id, &other.name))
        .collect()
}

/// True if a note of a weekend is known at the asker's moment: from its own day, else from the weekend's first.
pub(super) fn is_known(note: &Note, weekend: &Weekend, catalogue: &Catalogue, asker: &Asker) -> bool {
    has_begun(
        note.since.unwrap_or(weekend.start),
        || catalogue.zone(weekend),
        asker.now,
    )
}
