//! Equal points: who is ahead, who shares a place, and how places are numbered after that.

use std::cmp::Ordering;

use crate::domain::{Numbering, Points, TieBreak, Ties};

/// What decides between competitors: the points, then how often each place was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rank {
    pub points: Points,
    /// How many first places, second places, and so on.
    pub places: Vec<u16>,
}

/// Who is ahead: `Less` when `one` is.
pub(super) fn ahead(ties: &Ties, one: &Rank, other: &Rank) -> Ordering {
    other.points.cmp(&one.points).then_with(|| match ties.by {
        TieBreak::Share => Ordering::Equal,
        TieBreak::Countback => {
            let depth = ties.depth.map_or(usize::MAX, usize::from);
            let deepest = one.places.len().max(other.places.len()).min(depth);
            let taken = |rank: &Rank, place: usize| rank.places.get(place).copied().unwrap_or(0);
            (0..deepest)
                .map(|place| taken(other, place).cmp(&taken(one, place)))
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        }
    })
}

/// The positions of ranks that are in order already, each with how many share it.
pub(super) fn positions(ties: &Ties, ranks: &[&Rank]) -> Vec<(u16, u16)> {
    let mut positions = Vec::with_capacity(ranks.len());
    let mut next = 1_u16;
    let mut rest = ranks;
    while let [first, ..] = rest {
        let shared = rest
            .iter()
            .take_while(|rank| ahead(ties, first, rank).is_eq())
            .count()
            .max(1);
        let tied = u16::try_from(shared).unwrap_or(u16::MAX);
        positions.extend(std::iter::repeat_n((next, tied), shared));
        next = next.saturating_add(match ties.numbering {
            Numbering::Gapped => tied,
            Numbering::Dense => 1,
        });
        rest = rest.get(shared..).unwrap_or(&[]);
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(points: i32, places: &[u16]) -> Rank {
        Rank {
            points: Points::whole(points),
            places: places.to_vec(),
        }
    }

    fn ties(by: TieBreak, depth: Option<u16>, numbering: Numbering) -> Ties {
        Ties {
            by,
            depth,
            numbering,
            derived: None,
            sources: Vec::new(),
        }
    }

    #[test]
    fn most_wins_then_most_second_places_decide() {
        let countback = ties(TieBreak::Countback, None, Numbering::Gapped);
        let [one, other] = [rank(50, &[2, 0, 1]), rank(50, &[1, 9, 9])];
        assert_eq!(ahead(&countback, &one, &other), Ordering::Less);
        let [one, other] = [rank(50, &[8, 5]), rank(50, &[8, 4])];
        assert_eq!(ahead(&countback, &one, &other), Ordering::Less);
    }

    #[test]
    fn a_countback_of_known_depth_goes_no_deeper() {
        let [one, other] = [rank(50, &[1, 1, 1]), rank(50, &[1, 1, 0])];
        assert_eq!(
            ahead(&ties(TieBreak::Countback, Some(2), Numbering::Gapped), &one, &other),
            Ordering::Equal
        );
        assert_eq!(
            ahead(&ties(TieBreak::Countback, Some(3), Numbering::Gapped), &one, &other),
            Ordering::Less
        );
    }

    #[test]
    fn places_after_a_shared_one_are_numbered_by_the_rule() {
        let ranks = [rank(9, &[]), rank(7, &[]), rank(7, &[]), rank(5, &[])];
        let ranks: Vec<&Rank> = ranks.iter().collect();
        let gapped = positions(&ties(TieBreak::Share, None, Numbering::Gapped), &ranks);
        assert_eq!(gapped, [(1, 1), (2, 2), (2, 2), (4, 1)]);
        let dense = positions(&ties(TieBreak::Share, None, Numbering::Dense), &ranks);
        assert_eq!(dense, [(1, 1), (2, 2), (2, 2), (3, 1)]);
    }
}
