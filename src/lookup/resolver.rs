//! Resolver of names: of all things that have a name, those that are meant by it in a series and a season.

use super::named::{MatchQuality, NameKind, Named};
use super::names::NameIndex;
use crate::domain::{Season, SeriesId};

/// The most names that are suggested where none is known.
const NEAREST: usize = 3;

/// The most seasons that are suggested.
const SEASONS: usize = 5;

/// A choice among the things that have a name.
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'a, 's> {
    /// All names.
    pub names: &'a NameIndex,
    /// The kinds of thing that can be meant.
    pub kinds: &'s [NameKind],
    /// The series in which they are; any series can be meant by its own name, and circuits are in all.
    pub series: Option<&'s SeriesId>,
    /// The seasons in which they are.
    pub seasons: Seasons<'s>,
}

/// The seasons whose things are meant.
#[derive(Debug, Clone, Copy)]
pub enum Seasons<'s> {
    /// Any season.
    Any,
    /// One before all others.
    First(&'s Season),
    /// One alone.
    Only(&'s Season),
}

/// Things that a name can mean, at least one.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// Quality of the match.
    pub quality: MatchQuality,
    /// The things, without duplicates.
    pub things: Vec<&'a Named>,
}

impl<'a> Found<'a> {
    /// The thing, if nothing else is meant.
    pub fn only(&self) -> Option<&'a Named> {
        match self.things.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The first thing of a kind.
    pub fn first(&self, kind: NameKind) -> Option<&'a Named> {
        first(&self.things, kind)
    }
}

impl<'a> Resolver<'a, '_> {
    /// True if a thing can be meant by one of its names.
    pub fn can_mean(&self, named: &Named) -> bool {
        let everywhere = [NameKind::Series, NameKind::Season].contains(&named.kind);
        let in_series = || {
            named
                .series
                .as_ref()
                .is_none_or(|of| self.series.is_some_and(|id| id == of))
        };
        self.kinds.contains(&named.kind)
            && (named.kind == NameKind::Series || in_series())
            && match self.seasons {
                Seasons::Only(season) => everywhere || named.seasons.contains(season.id.slug()),
                Seasons::Any | Seasons::First(_) => true,
            }
    }

    /// The things with exactly this name.
    pub fn called(&self, text: &str) -> Option<Found<'a>> {
        let found = self.names.called(text, |named| self.can_mean(named));
        found.map(|(quality, things)| self.chosen(quality, things))
    }

    /// The things with this name or one that is a typo away.
    pub fn find(&self, text: &str) -> Option<Found<'a>> {
        let found = self.names.find(text, |named| self.can_mean(named));
        found.map(|(quality, things)| self.chosen(quality, things))
    }

    /// The things with names nearest to a text, the nearest first; of seasons, which have numbers, the latest.
    pub fn nearest(&self, text: &str) -> Vec<&'a Named> {
        let can_mean = |named: &Named| self.can_mean(named);
        if self.kinds == [NameKind::Season] {
            let latest = self.names.all().iter().rev().filter(|named| can_mean(named));
            return latest.take(SEASONS).collect();
        }
        self.names.nearest(text, NEAREST, can_mean)
    }

    fn chosen(&self, quality: MatchQuality, mut things: Vec<&'a Named>) -> Found<'a> {
        if let Seasons::First(season) = self.seasons {
            narrow(&mut things, season);
        }
        // A Grand Prix at two circuits is one name, unless both are meant by their places.
        things.dedup_by(|one, other| one.kind == other.kind && one.id == other.id && one.series == other.series);
        Found { quality, things }
    }
}

/// The first thing of a kind.
pub fn first<'a>(things: &[&'a Named], kind: NameKind) -> Option<&'a Named> {
    things.iter().find(|named| named.kind == kind).copied()
}

/// Keeps the things of a season where it has any.
pub fn narrow(things: &mut Vec<&Named>, season: &Season) {
    let here = |named: &&Named| named.seasons.contains(season.id.slug());
    if things.iter().any(here) {
        things.retain(here);
    }
}
