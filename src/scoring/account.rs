//! The account of one competitor over the sessions added so far.

use std::collections::BTreeMap;

use super::drops::{DroppableResult, DroppableResults};
use super::layout::SeasonLayout;
use super::score::{Finish, PointsSource, Score};
use crate::domain::{Depth, PlaceKind, Points, Rules, Slug, Status};

/// The account of one competitor over the sessions added so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Account {
    /// The points of this phase, including its base.
    pub gross: Points,
    /// The droppable results so far, for each part of the season with drops.
    results: Vec<DroppableResults>,
    /// The number of first places, second places and so on that count for ties.
    pub places: Vec<u16>,
    /// Each of these places with the position of its session.
    pub finishes: Vec<(usize, u16)>,
    /// The best place in the newest session.
    pub newest: Option<u16>,
    /// The position of the newest session.
    pub newest_session: Option<usize>,
    /// Points of pools beside the total.
    pub pools: BTreeMap<Slug, Points>,
    /// The number of rounds started, and the newest of them.
    pub rounds: u16,
    newest_round: Option<usize>,
    /// True if there is any row.
    pub entered: bool,
    /// True if a place was ever held that counts for ties.
    pub classified: bool,
    /// True if a point was ever scored.
    pub scored: bool,
    /// The position of the session at which points were reset, and the points they were reset to.
    pub start: Option<(usize, Points)>,
    /// Points carried over from other pools since, without a reset.
    pub carried: Points,
    /// The number of phases reached.
    pub phase: usize,
    /// Sessions won in this phase.
    pub wins: u16,
}

/// The points of an account after drops.
#[derive(Debug, Clone, Default)]
pub(super) struct Total {
    pub points: Points,
    /// The positions of the sessions that are dropped.
    pub dropped: Vec<usize>,
}

impl Account {
    /// Adds a session by its position; `points` is the part of its score that counts. Sessions may come in any order,
    /// those of one round together.
    pub fn add(&mut self, rules: &Rules, layout: &SeasonLayout, session: usize, score: &Score, points: Points) {
        self.gross += points;
        self.scored |= points > Points::ZERO;
        self.results.resize_with(layout.drops.len(), DroppableResults::default);
        let drops = rules.drops.iter().flatten().zip(&layout.drops);
        for ((drops, part), results) in drops.zip(&mut self.results) {
            if let Some(index) = part.result.get(session).copied().flatten() {
                results.add(part, DroppableResult::new(drops, index, session, points, score.status));
            }
        }
        if score.status.is_some() {
            self.entered = true;
        }
        let round = layout.rounds.get(session).copied();
        if score.status.is_some_and(|status| status != Status::Dns) && self.newest_round != round {
            self.rounds = self.rounds.saturating_add(1);
            self.newest_round = round;
        }
        let is_newest = self.newest_session.is_none_or(|newest| newest < session);
        if is_newest {
            self.newest = None;
            self.newest_session = Some(session);
        }
        for part in &score.parts {
            match &part.what {
                PointsSource::Place(finish) => {
                    let place = match rules.ties.as_ref().map(|ties| ties.places) {
                        Some(PlaceKind::Road) => finish.road,
                        Some(PlaceKind::Effective) | None => finish.place,
                    };
                    if let Some(place) = place.filter(|_| finish.countback) {
                        self.classified |= finish.status == Status::Classified;
                        if is_newest {
                            self.newest = Some(self.newest.map_or(place, |known| known.min(place)));
                        }
                        self.wins = self.wins.saturating_add(u16::from(place == 1));
                        if counts(rules, place, finish.pays, finish.scores) {
                            self.count(session, place);
                        }
                    }
                }
                PointsSource::Award(_) | PointsSource::Printed => {}
            }
            if let Some(pool) = &part.pool {
                *self.pools.entry(pool.clone()).or_default() += part.points.low;
            }
        }
    }

    fn count(&mut self, session: usize, place: u16) {
        let Some(index) = usize::from(place).checked_sub(1) else {
            return;
        };
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
        }
        if let Some(count) = self.places.get_mut(index) {
            *count = count.saturating_add(1);
        }
        self.finishes.push((session, place));
    }

    /// The points so far without dropped results.
    pub fn total(&self, rules: &Rules, layout: &SeasonLayout, newest: Option<usize>) -> Total {
        let mut total = Total {
            points: self.gross,
            dropped: Vec::new(),
        };
        let drops = rules.drops.iter().flatten().zip(&layout.drops);
        for ((drops, part), results) in drops.zip(&self.results) {
            for result in results.dropped(drops, part, newest) {
                total.points = total.points - result.points;
                total.dropped.extend(result.sessions());
            }
        }
        total.dropped.sort_unstable();
        total
    }

    /// Starts a new phase with the session at `first` and these points; if they only continue the points so far,
    /// earlier results can still be dropped.
    pub fn start_phase(&mut self, first: usize, points: Points, anew: bool) {
        self.phase += 1;
        self.wins = 0;
        if anew {
            self.results.clear();
            self.start = Some((first, points));
            self.carried = Points::ZERO;
        } else {
            self.carried += points - self.gross;
        }
        self.gross = points;
    }
}

/// True if a finish counts for ties.
pub(super) fn decides_ties(rules: &Rules, finish: &Finish) -> bool {
    let place = finish.place.filter(|_| finish.countback);
    place.is_some_and(|place| counts(rules, place, finish.pays, finish.scores))
}

/// True if a place counts for ties.
fn counts(rules: &Rules, place: u16, pays: bool, scores: bool) -> bool {
    let Some(ties) = &rules.ties else { return true };
    let deep_enough = match ties.depth {
        None => true,
        Some(Depth::Place(depth)) => place <= depth,
        Some(Depth::Scoring(_)) => pays,
    };
    deep_enough && (scores || !ties.scoring_cars)
}
