//! Names of a text: who and which weekends are meant by each.

use super::parse::{Parse, push};
use super::segments::Segment;
use super::tags::Tag;
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
            match meant.as_slice() {
                [] => {}
                [one] => self.push(one),
                several => {
                    let words = self.text.words(segment.at, segment.count).to_owned();
                    self.either.push((words, several.to_vec()));
                }
            }
        }
        self.track = self.track.take().or_else(|| first(NameKind::Track).map(Into::into));
        if let Some(championship) = first(NameKind::Championship) {
            push(&mut self.championships, championship.into());
        }
        if let Some(class) = first(NameKind::Class) {
            push(&mut self.classes, class.into());
        }
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
