//! Published counts joined with the results that are known.

use crate::answer::{Feat, PublishedCount};
use crate::domain::Slug;
use crate::question::classification::SeasonView;

use super::scope::stage;

/// A count from what was published and what is known.
pub(super) struct Joined {
    pub count: u16,
    /// The printed count that it rests on, if it does.
    pub published: Option<PublishedCount>,
    /// The last session that the printed count covers: results after it are added.
    pub covered: Option<usize>,
}

/// The larger of the known count and of each published one with what is known since; `known` has the sessions by their
/// place in the season, `is_meant` tells which championship's order counts.
pub(super) fn join(
    view: SeasonView<'_>,
    what: Feat,
    competitor: &Slug,
    known: &[usize],
    is_meant: impl Fn(Option<&Slug>) -> bool,
) -> Joined {
    let number = |known: usize| u16::try_from(known).unwrap_or(u16::MAX);
    let mut joined = Joined {
        count: number(known.len()),
        published: None,
        covered: None,
    };
    let (tallies, _) = view.tallies(competitor);
    for tally in tallies
        .into_iter()
        .filter(|tally| tally.tally.as_str() == what.as_str())
    {
        let championship = view.season.championship(tally.championship.id.as_str());
        if !championship.is_some_and(|of| is_meant(of.class.as_deref())) {
            continue;
        }
        let Some((_, covered)) = stage(view.season, &tally.after) else {
            continue;
        };
        let since = known.iter().filter(|at| **at > covered).count();
        let count = tally.count.saturating_add(number(since));
        if count >= joined.count {
            joined = Joined {
                count,
                published: Some(tally),
                covered: Some(covered),
            };
        }
    }
    joined
}
