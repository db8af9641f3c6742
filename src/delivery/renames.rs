//! Folders of seasons that were renamed: a season is the same if its sessions are, with the starts that were told.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::calendar::CalendarSnapshot;
use crate::domain::{SeasonId, SeriesId};
use crate::reminders::Subject;
use crate::store::{Store, StoreError};

/// Gives seasons that are called otherwise now their new id in the store, so that nobody is reminded twice.
pub(super) async fn follow(store: &Store, calendar: &CalendarSnapshot, since: DateTime<Utc>) -> Result<(), StoreError> {
    let told = store.told_starts(since).await?;
    for ((series, was), is) in renamed(&told, calendar) {
        store.rename_season(&series, &was, &is).await?;
        tracing::info!("season {was} of {series} is called {is} now: its reminders follow");
    }
    Ok(())
}

/// The new ids of seasons of which sessions were told and which the packs do not have any more.
fn renamed(told: &[(Subject, DateTime<Utc>)], calendar: &CalendarSnapshot) -> BTreeMap<(SeriesId, SeasonId), SeasonId> {
    let mut candidates: BTreeMap<(SeriesId, SeasonId), BTreeSet<SeasonId>> = BTreeMap::new();
    for (subject, start) in told {
        let Some(series) = calendar.catalogue.series.get(&subject.series) else {
            continue;
        };
        if series.seasons.contains_key(&subject.season) {
            continue;
        }
        let is_same = |season: &&SeasonId| {
            let subject = Subject {
                season: (*season).clone(),
                ..subject.clone()
            };
            let planned = calendar.timetable.session(&subject);
            planned.is_some_and(|planned| planned.start == Some(*start))
        };
        let found = series.seasons.keys().filter(is_same).cloned();
        let season = (subject.series.clone(), subject.season.clone());
        candidates.entry(season).or_default().extend(found);
    }
    let only = |(was, found): (_, BTreeSet<SeasonId>)| {
        let mut found = found.into_iter();
        found.next().filter(|_| found.next().is_none()).map(|is| (was, is))
    };
    candidates.into_iter().filter_map(only).collect()
}
