//! Results of a catalogue as lines, which are compared with the recorded ones to find new and corrected results.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use crate::dataset::Catalogue;
use crate::domain::{Classification, Place, Row, Series, Status};
use crate::reminders::Subject;
use crate::view::words;

/// Results of a catalogue, every revision of each, in the order in which they become known.
#[derive(Debug, Default)]
pub(super) struct ResultTimeline(Vec<KnownResult>);

/// One revision of the result of a session.
#[derive(Debug, Clone)]
pub(super) struct KnownResult {
    pub subject: Subject,
    /// Instant from which it is known: the end of the session, or when the revision was published.
    pub end: DateTime<Utc>,
    /// A line for each car: its drivers, a tab, and its place.
    pub lines: String,
}

impl ResultTimeline {
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut all = Vec::new();
        for (id, series) in &catalogue.series {
            for (year, season) in &series.seasons {
                let of_sessions = season.classifications.iter().filter(|one| one.stage.is_none());
                all.extend(of_sessions.filter_map(|one| {
                    let weekend = season.weekend(one.session.weekend.as_str())?;
                    let session = weekend.session(one.session.session.as_str())?;
                    let end = catalogue.known_from(weekend, session);
                    let published = one.published.map(|published| published.instant(season.zone));
                    Some(KnownResult {
                        subject: Subject {
                            series: id.clone(),
                            season: year.clone(),
                            weekend: one.session.weekend.clone(),
                            session: Some(one.session.session.clone()),
                        },
                        end: published.map_or(end, |published| published.max(end)),
                        lines: lines(series, one),
                    })
                }));
            }
        }
        all.sort_by_key(|known| known.end);
        Self(all)
    }

    /// Results that became known after `since` and by `until`, of each session the last revision.
    pub fn between(&self, since: DateTime<Utc>, until: DateTime<Utc>) -> impl Iterator<Item = &KnownResult> {
        let first = self.0.partition_point(|known| known.end <= since);
        let all = self.0.get(first..).unwrap_or_default();
        let known = all
            .get(..all.partition_point(|known| known.end <= until))
            .unwrap_or_default();
        let newest: HashMap<&Subject, usize> = known.iter().enumerate().map(|(at, one)| (&one.subject, at)).collect();
        let is_newest = move |(at, one): &(usize, &KnownResult)| newest.get(&one.subject) == Some(at);
        known.iter().enumerate().filter(is_newest).map(|(_, one)| one)
    }
}

fn lines(series: &Series, classification: &Classification) -> String {
    let line = |row: &Row| {
        let driver = |id| {
            series
                .drivers
                .get(id)
                .map_or_else(|| ToString::to_string(id), |driver| driver.name.clone())
        };
        let drivers: Vec<String> = row.drivers().map(driver).collect();
        let car = row.car.as_ref().map(|car| format!("#{car}"));
        let who = if drivers.is_empty() {
            car.unwrap_or_default()
        } else {
            drivers.join(", ")
        };
        format!("{who}\t{}", place(row))
    };
    classification.rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn place(row: &Row) -> String {
    let exact = |place: &Option<Place>| place.as_ref().and_then(Place::exact);
    match (row.status, exact(&row.place), exact(&row.class_place)) {
        (Status::Classified, Some(place), _) => format!("P{place}"),
        (Status::Classified, None, Some(place)) => format!("P{place}"),
        (Status::Classified, None, None) => "classified".to_owned(),
        (Status::Dnf, ..) => "did not finish".to_owned(),
        (Status::Dns, ..) => "did not start".to_owned(),
        (Status::Dsq, ..) => "disqualified".to_owned(),
        (Status::Nc, ..) => "not classified".to_owned(),
    }
}

/// Changes of a result in words, in the order of the new one, then those of cars that are not in it any more.
pub(super) fn changes(before: &str, after: &str) -> Vec<String> {
    let read = |lines| -> BTreeMap<&str, &str> { str::lines(lines).filter_map(|line| line.split_once('\t')).collect() };
    let (old, new) = (read(before), read(after));
    let listed = after
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(who, _)| who);
    let gone = old.keys().copied().filter(|who| !new.contains_key(who));
    let changed = listed.chain(gone).filter(|who| old.get(who) != new.get(who));
    changed
        .map(|who| words::reminders::message::line_changed(who, old.get(who).copied(), new.get(who).copied()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_penalty_is_described_by_its_changes() {
        let before = "Loek Hartog\tP1\nMichael Cooper\tP2\nAlex Sedgwick\tP3";
        let after = "Michael Cooper\tP1\nAlex Sedgwick\tP3\nLoek Hartog\tdisqualified\nRyan Yardley\tP4";
        assert_eq!(
            changes(before, after),
            [
                "Michael Cooper P2 → P1",
                "Loek Hartog P1 → disqualified",
                "Ryan Yardley P4"
            ]
        );
        assert_eq!(changes(after, after), Vec::<String>::new());
        assert_eq!(changes("A\tP1\nB\tP2", "A\tP1"), ["B no longer listed"]);
    }
}
