//! Series of a text: the one it names, the default, or the only other one that has its names.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::NumericEntity;
use super::segments::{Segment, SegmentValue, segments};
use super::tags::Tag;
use super::text::Text;
use crate::dataset::Catalogue;
use crate::domain::{Series, SessionKind, Slug};
use crate::lookup::{NameKind, Named};

/// The series that a text names.
pub(super) fn named<'a>(text: &Text, catalogue: &'a Catalogue) -> Option<&'a Series> {
    let is_series = |one: &Named| one.kind == NameKind::Series;
    (0..text.len()).find_map(|at| {
        (1..=6.min(text.len() - at)).rev().find_map(|count| {
            let mut hits = catalogue.names.keyed(text.words(at, count)).map(|(_, named)| named);
            hits.find(|one| is_series(one))
                .and_then(|one| catalogue.series.get(&one.id))
        })
    })
}

/// True if a name can occur in a question about a series.
pub(super) fn belongs(one: &Named, series: &Series) -> bool {
    let mut weekends = series.each_season().flat_map(|season| &season.weekends);
    match &one.series {
        Some(of) => *of == series.id,
        // Circuits are shared by all: of these, those where the series has been.
        None => weekends.any(|weekend| weekend.circuit == one.id),
    }
}

/// The other series that have a name which the default one has not, or has only with a slip, or has as a zone alone.
pub(super) fn elsewhere<'a>(
    text: &Text,
    read: &[Segment<'_>],
    catalogue: &'a Catalogue,
    year: i32,
    all: &dyn Fn(&Named) -> bool,
) -> Vec<&'a Series> {
    let more = segments(text, &catalogue.names, all);
    let is_named = |segment: &Segment<'_>| matches!(segment.value, SegmentValue::Named(_));
    let is_zone = |segment: &Segment<'_>| matches!(segment.value, SegmentValue::Zone(_));
    // A place of the default series that is a clock beside the weekend of another: "Monza in New York".
    let clocks = |at: usize| more.iter().any(|segment| segment.at == at && is_zone(segment));
    // A class is that of many series.
    let is_class = |named: &&Named| matches!(named.kind, NameKind::Class | NameKind::Championship);
    let own = |segment: &&Segment<'_>| match &segment.value {
        SegmentValue::Named(named) => !segment.typo && !named.iter().all(is_class),
        _ => false,
    };
    let with_sprint = |series: &Series| {
        let mut weekends = series.each_season().flat_map(|season| &season.weekends);
        weekends.any(|one| one.sessions.iter().any(|one| one.kind == SessionKind::Sprint))
    };
    // A sprint is one of the only series that has any.
    let names_sprint = read.iter().any(|segment| segment.tags.has(Tag::Sprint));
    if names_sprint && !read.iter().chain(&more).any(is_named) {
        return catalogue.series.values().filter(|series| with_sprint(series)).collect();
    }
    let known: Vec<&Segment<'_>> = read.iter().filter(own).filter(|segment| !clocks(segment.at)).collect();
    // Beside a time of day, a place is more likely the asker's.
    let is_place = !(0..text.len()).any(|at| ["time", "times"].contains(&text.words(at, 1)));
    let is_open = |segment: &Segment<'_>| match segment.value {
        SegmentValue::Unknown => true,
        SegmentValue::Zone(_) => is_place,
        _ => segment.typo && is_named(segment),
    };
    let open = |named: &Segment<'_>| {
        let words = named.at..named.at + named.count;
        let mut read = read.iter().filter(|one| words.contains(&one.at));
        read.any(is_open)
    };
    let zone = |at: usize| read.iter().any(|segment| segment.at == at && is_zone(segment));
    // Several words are a name, though each may mean something on its own: "japanese grand prix".
    let whole = |segment: &Segment<'_>| segment.count > 1 && segment.tags.has(Tag::ATrack);
    let year = year.to_string();
    let meant = |segment: &Segment<'_>, named: &Named| {
        let of_year = || named.seasons.iter().any(|season| season.as_str() == year);
        !zone(segment.at) || (of_year() && holds(named, &more, catalogue))
    };
    // The number of names that each series has.
    let mut found: BTreeMap<&Slug, usize> = BTreeMap::new();
    for segment in more.iter().filter(|one| !one.typo && (open(one) || whole(one))) {
        let named = segment.named().iter().filter(|named| meant(segment, named));
        let series: BTreeSet<&Slug> = named.filter_map(|named| named.series.as_ref()).collect();
        for id in series {
            *found.entry(id).or_default() += 1;
        }
    }
    let most = found.values().copied().max();
    let found = found.into_iter().filter(|(_, number)| Some(*number) == most);
    // A series that has not every name of the default one answers another question.
    let has_all = |series: &&Series| {
        let has = |known: &&Segment<'_>| {
            let over = |one: &&Segment<'_>| (one.at..one.at + one.count).contains(&known.at);
            let mut named = more.iter().filter(over).flat_map(Segment::named);
            named.any(|named| belongs(named, series))
        };
        known.iter().all(has)
    };
    let found = found.filter_map(|(id, _)| catalogue.series.get(id));
    found.filter(has_all).collect()
}

/// True if a weekend has several sessions with the one that a text names by its number, if it names one.
fn holds(weekend: &Named, read: &[Segment<'_>], catalogue: &Catalogue) -> bool {
    let number = read.iter().find_map(|segment| match segment.value {
        SegmentValue::Count(NumericEntity::Session(kind, number)) => Some((kind, usize::from(number))),
        _ => None,
    });
    let (Some((kind, number)), Some(of)) = (number, &weekend.series) else {
        return true;
    };
    let seasons = catalogue.series.get(of).into_iter().flat_map(Series::each_season);
    let mut held = seasons.filter_map(|season| season.weekend(weekend.id.as_str()));
    held.any(|held| held.sessions.iter().filter(|one| one.kind == kind).count() >= number.max(2))
}
