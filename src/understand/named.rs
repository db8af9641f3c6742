//! Names of a text: who and which weekends are meant by each.

use chrono::{Datelike as _, NaiveDate};

use super::parse::{Parse, push};
use super::segments::Segment;
use super::tags::Tag;
use crate::domain::Weekend;
use crate::lookup::{self, NameKind, Named};

impl<'a> Parse<'a> {
    /// Takes the things that a name can mean.
    pub(super) fn named(&mut self, segment: &Segment<'a>, named: &[&'a Named]) {
        let first = |kind: NameKind| lookup::first(named, kind).map(|one| one.id.clone());
        let mut people: Vec<&'a Named> = named
            .iter()
            .filter(|one| matches!(one.kind, NameKind::Driver | NameKind::Team))
            .copied()
            .collect();
        self.retain_drivers_of_car(segment, &mut people);
        if let Some(season) = self.season() {
            lookup::narrow(&mut people, season);
        }
        for meant in [people, self.weekends_named(named)] {
            self.take_one(segment, meant);
        }
        self.track = self.track.take().or_else(|| first(NameKind::Track).map(Into::into));
        if let Some(championship) = first(NameKind::Championship) {
            push(&mut self.championships, championship.into());
        }
        if let Some(class) = first(NameKind::Class) {
            push(&mut self.classes, class.into());
        }
    }

    /// Takes what is meant, if it is one thing alone.
    fn take_one(&mut self, segment: &Segment<'a>, meant: Vec<&'a Named>) {
        match meant.as_slice() {
            [] => {}
            [one] => self.push(one),
            _ => {
                let words = self.text.words(segment.at, segment.count).to_owned();
                self.either.push((words, meant));
            }
        }
    }

    /// Takes the weekends of a month; without any, the calendar is meant, and no result.
    pub(super) fn month(&mut self, segment: &Segment<'a>, month: u32) {
        let Some(season) = self.season() else { return };
        let in_month = |day: NaiveDate| day.month() == month;
        let weekends = season.weekends.iter();
        let held = weekends.filter(|one| in_month(one.start) || in_month(one.end));
        let named = |weekend: &Weekend| {
            let same = |one: &&Named| {
                let of_series = one.series.as_ref().is_some_and(|of| self.series.id == *of);
                one.kind == NameKind::Weekend && of_series && one.id == weekend.id
            };
            self.catalogue.names.all().iter().find(same)
        };
        let meant: Vec<&Named> = held.filter_map(named).collect();
        let of_results = self.tags.any(&[Tag::Win, Tag::Result, Tag::Podium, Tag::Pole]);
        if meant.is_empty() && of_results {
            let word = self.text.words(segment.at, segment.count).to_owned();
            self.unknown.push(word);
        }
        if meant.is_empty() || (meant.len() > 1 && !of_results) {
            self.month = Some(month);
            self.tags = self.tags.with(Tag::Calendar);
            return;
        }
        self.take_one(segment, meant);
    }

    /// The weekends of a name, of the season at hand before others: a Grand Prix may move to another place.
    fn weekends_named(&self, named: &[&'a Named]) -> Vec<&'a Named> {
        let weekends = named.iter().filter(|one| one.kind == NameKind::Weekend);
        let mut found: Vec<&Named> = weekends.copied().collect();
        if let Some(season) = self.season() {
            lookup::narrow(&mut found, season);
        }
        found.dedup_by(|one, other| one.id == other.id);
        found
    }

    /// Takes a driver, team or weekend.
    fn push(&mut self, one: &Named) {
        let id = one.id.clone();
        match one.kind {
            NameKind::Driver => push(&mut self.drivers, id.into()),
            NameKind::Team => push(&mut self.teams, id.into()),
            _ => push(&mut self.weekends, id.into()),
        }
    }

    /// Takes one of the meanings of the first ambiguous name.
    pub(super) fn choose(&mut self, one: &Named) {
        self.either.remove(0);
        self.push(one);
        if self.drivers.len() > 1 {
            self.tags = self.tags.with(Tag::TwoDrivers);
        }
    }
}
