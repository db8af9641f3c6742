//! Layout of a season: the grouping of sessions into droppable results, rounds and phases.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::applies::{Rounds, SeasonSession, inside};
use crate::domain::{Drops, RoundLabel, Rules, SessionId, SessionRef, Slug, Unit};

/// A session that counts for a championship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedSession {
    /// The session.
    pub session: SessionRef,
    /// The label of its round; the session's own id where it has none.
    pub round: RoundLabel,
    /// The moment from which its result counts as known.
    pub end: DateTime<Utc>,
}

/// The grouping of a championship's sessions by its rules.
#[derive(Debug, Clone, Default)]
pub(super) struct SeasonLayout {
    /// One layout for each part of the season with drops.
    pub drops: Vec<DropLayout>,
    /// The position of the first session of each phase.
    pub phases: Vec<Option<usize>>,
    /// For each session its round, as the position of the round's first session.
    pub rounds: Vec<usize>,
}

/// One part of the season with drops.
#[derive(Debug, Clone)]
pub(super) struct DropLayout {
    /// For each session the index of its result in this part; `None` outside it.
    pub result: Vec<Option<usize>>,
    /// The number of droppable results: the first ones.
    pub droppable: usize,
    /// The number of protected results: the others.
    pub protected: usize,
    /// The number of droppable results that count.
    pub count: usize,
    /// The position of the session from which tables leave dropped results out at once.
    pub from: Option<usize>,
}

impl SeasonLayout {
    pub fn new(
        rules: Option<&Rules>,
        places: &[SeasonSession<'_>],
        sessions: &[CountedSession],
        rounds: &Rounds<'_>,
    ) -> Self {
        let Some(rules) = rules else { return Self::default() };
        let first = |label: &Slug| sessions.iter().position(|counted| counted.round == *label);
        let drops = rules.drops.iter().flatten();
        Self {
            drops: drops
                .map(|drops| DropLayout::new(drops, places, sessions, rounds))
                .collect(),
            phases: rules.phases.iter().map(|phase| first(&phase.from)).collect(),
            rounds: {
                let mut rounds: BTreeMap<&RoundLabel, usize> = BTreeMap::new();
                let labels = sessions.iter().map(|counted| &counted.round).enumerate();
                labels.map(|(at, label)| *rounds.entry(label).or_insert(at)).collect()
            },
        }
    }

    /// True if two sessions can swap their scores without a change in the drops.
    pub fn can_swap(&self, one: usize, other: usize) -> bool {
        self.drops.iter().all(|part| part.can_swap(one, other))
    }
}

impl DropLayout {
    fn new(drops: &Drops, places: &[SeasonSession<'_>], sessions: &[CountedSession], rounds: &Rounds<'_>) -> Self {
        let last_of = |label: &RoundLabel| sessions.iter().rposition(|counted| counted.round == *label);
        let until = drops.until.as_ref().and_then(last_of).unwrap_or(usize::MAX);
        let mut known: BTreeMap<(&Slug, Option<&SessionId>), usize> = BTreeMap::new();
        let mut droppable = 0;
        let mut result = Vec::with_capacity(sessions.len());
        for (at, (place, counted)) in places.iter().zip(sessions).enumerate() {
            let in_part = drops
                .rounds
                .as_ref()
                .is_none_or(|span| inside(span, place.round, rounds));
            let key = match drops.unit {
                Unit::Round => (counted.round.slug(), None),
                Unit::Session => (counted.session.weekend.slug(), Some(&counted.session.session)),
                Unit::Weekend => (counted.session.weekend.slug(), None),
            };
            if !in_part {
                result.push(None);
                continue;
            }
            let next = known.len();
            let index = *known.entry(key).or_insert(next);
            if at <= until {
                droppable = index + 1;
            }
            result.push(Some(index));
        }
        let protected = known.len() - droppable;
        let count = match (drops.best, drops.worst) {
            // Results that are protected are among those that count.
            (Some(best), _) => usize::from(best).saturating_sub(protected),
            (None, Some(worst)) => droppable.saturating_sub(usize::from(worst)),
            (None, None) => droppable,
        };
        Self {
            result,
            droppable,
            protected,
            count,
            from: drops.from.as_ref().and_then(last_of),
        }
    }
    /// True if two sessions belong to the same result, or each is a whole one, and both can be dropped or neither.
    fn can_swap(&self, one: usize, other: usize) -> bool {
        let result = |session: usize| self.result.get(session).copied().flatten();
        let is_whole = |result: usize| self.result.iter().filter(|known| **known == Some(result)).count() == 1;
        let (one, other) = (result(one), result(other));
        one == other
            || one.zip(other).is_some_and(|(one, other)| {
                is_whole(one) && is_whole(other) && (one < self.droppable) == (other < self.droppable)
            })
    }
}
