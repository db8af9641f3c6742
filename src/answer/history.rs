//! A gap in points, round by round.

use serde::Serialize;

use crate::domain::{Points, Range, Slug};
use crate::scoring::{Standing, Standings};

/// The gap between two of a championship after every round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct History {
    /// Whoever is ahead in the table that was asked for, by the short name or as `P1`.
    pub ahead: String,
    /// The other one.
    pub behind: String,
    /// The rounds after which the gap is known, in the order of the season.
    pub steps: Vec<GapStep>,
    /// The labels of the rounds after which it is not.
    pub unknown: Vec<Slug>,
}

/// The gap after a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapStep {
    /// The label of the round.
    pub after: Slug,
    /// The points of the one ahead, where they are known.
    pub ahead: Option<Points>,
    /// The points of the other one.
    pub behind: Option<Points>,
    /// By how much the one is ahead of the other; negative where that was the other way round.
    pub gap: Points,
}

impl History {
    /// Reads the gap out of the table after every round; `sides` gives the two rows that are compared in each.
    pub fn new<'t>(
        ahead: String,
        behind: String,
        tables: &'t [Standings],
        sides: impl Fn(&'t Standings) -> Option<(&'t Standing, &'t Standing)>,
    ) -> Self {
        let mut history = Self {
            ahead,
            behind,
            steps: Vec::new(),
            unknown: Vec::new(),
        };
        for table in tables {
            let Some(after) = table.after.as_ref() else { continue };
            let exact = |row: &Standing| row.points.and_then(Range::exact);
            let step = sides(table).and_then(|(one, other)| {
                let points = exact(one).zip(exact(other)).map(|(one, other)| one - other);
                Some(GapStep {
                    after: after.round.clone(),
                    ahead: exact(one),
                    behind: exact(other),
                    gap: points.or_else(|| Some(other.gap? - one.gap?))?,
                })
            });
            match step {
                Some(step) => history.steps.push(step),
                None => history.unknown.push(after.round.clone()),
            }
        }
        history
    }

    /// The steps after which the other one of the two was ahead than at the step before that told them apart.
    pub fn lead_changes(&self) -> Vec<&GapStep> {
        let mut changes = Vec::new();
        let mut last = None;
        for step in self.steps.iter().filter(|step| step.gap != Points::ZERO) {
            let ahead = step.gap > Points::ZERO;
            if last.is_some_and(|last| last != ahead) {
                changes.push(step);
            }
            last = Some(ahead);
        }
        changes
    }
}
