//! Most of a feat in a season, class by class, from results and printed counts.

use super::finding::FactResult;
use crate::answer::{Fact, FeatTotal, NamedId, is_award, is_feat};
use crate::dataset::is_race;
use crate::domain::{Slug, SourceId};
use crate::question::classification::SeasonView;
use crate::question::request::Request;

/// Maximum number of drivers per class.
const MOST: usize = 3;

/// The drivers with the most of a feat.
pub(super) fn most<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let counted = ["poles", "podiums", "fastest-laps"];
    let what = counted
        .into_iter()
        .find(|what| request.options.words.as_deref() == Some(*what))
        .unwrap_or("wins");
    let mut classes = Vec::new();
    let mut sources: Vec<&'a SourceId> = Vec::new();
    for class in view.orders(request.options.class.as_deref()).into_iter().flatten() {
        let mut counts: Vec<FeatTotal> = Vec::new();
        let entries = view
            .season
            .entries
            .iter()
            .filter(|entry| entry.class.as_ref() == Some(&class.id));
        for driver in entries.flat_map(|entry| &entry.drivers) {
            if counts.iter().any(|known| known.who.id == *driver) {
                continue;
            }
            let (count, published, from) = count(view, what, driver);
            if count > 0 {
                sources.extend(from);
                counts.push(FeatTotal {
                    who: NamedId::driver(view.series, driver),
                    count,
                    published,
                });
            }
        }
        counts.sort_by_key(|one| std::cmp::Reverse(one.count));
        counts.truncate(MOST);
        classes.push((NamedId::new(&class.id, &class.name), counts));
    }
    Ok((
        Fact::Most {
            what,
            season: view.season.id.clone().into(),
            classes,
        },
        sources,
    ))
}

/// A driver's count of a feat: the printed one if it is larger, else the known one.
fn count<'a>(view: SeasonView<'a>, what: &str, driver: &Slug) -> (u16, bool, Vec<&'a SourceId>) {
    let (outings, mut sources) = view.outings(|row| row.has_driver(driver), |winner| *winner == *driver);
    let known = outings.iter().filter(|one| {
        let weekend = view.season.weekend(one.weekend.id.as_str());
        let session = weekend.and_then(|weekend| weekend.session(one.session.id.as_str()));
        let placed = one
            .finish
            .as_ref()
            .is_some_and(|row| is_feat(what, row.place.as_ref(), row.status));
        (placed && session.is_some_and(is_race)) || one.awards.iter().any(|award| is_award(what, award))
    });
    let known = u16::try_from(known.count()).unwrap_or(u16::MAX);
    let (tallies, from) = view.tallies(driver);
    let published = tallies
        .iter()
        .filter(|tally| tally.tally.as_str() == what)
        .map(|tally| tally.count)
        .max();
    sources.extend(from);
    match published {
        Some(published) if published >= known => (published, true, sources),
        _ => (known, false, sources),
    }
}
