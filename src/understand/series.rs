//! Series of a text: the one it names, the default, or the only other one that has its names.

use super::segments::{Segment, SegmentValue, segments};
use super::tags::Tag;
use super::text::Text;
use crate::dataset::Catalogue;
use crate::domain::{Series, Slug};
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

/// The other series that have a name which the default one has not, or has only with a slip.
pub(super) fn elsewhere<'a>(
    text: &Text,
    read: &[Segment<'_>],
    catalogue: &'a Catalogue,
    all: &dyn Fn(&Named) -> bool,
) -> Vec<&'a Series> {
    let is_named = |segment: &Segment<'_>| matches!(segment.value, SegmentValue::Named(_));
    let is_open = |segment: &Segment<'_>| match segment.value {
        SegmentValue::Unknown => true,
        _ => segment.typo && is_named(segment),
    };
    if read.iter().any(|segment| is_named(segment) && !segment.typo) {
        return Vec::new();
    }
    let unknown = |at: usize| read.iter().any(|segment| segment.at == at && is_open(segment));
    let more = segments(text, &catalogue.names, all);
    // Several words are a name, though each may mean something on its own: "japanese grand prix".
    let whole = |segment: &Segment<'_>| segment.count > 1 && segment.tags.has(Tag::ATrack);
    let mut found: Vec<&Slug> = more
        .iter()
        .filter(|segment| !segment.typo && (unknown(segment.at) || whole(segment)))
        .filter_map(|segment| {
            if let SegmentValue::Named(named) = &segment.value {
                Some(named)
            } else {
                None
            }
        })
        .flatten()
        .filter_map(|named| named.series.as_ref())
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().filter_map(|id| catalogue.series.get(id)).collect()
}
