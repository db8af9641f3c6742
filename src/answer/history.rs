//! A gap in points, round by round.

use serde::Serialize;

use crate::domain::{Points, Range, RoundLabel};
use crate::scoring::{Standing, Standings};

/// The gap between two of a championship after every round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct History {
    /// The competitor ahead in the table asked for, by the short name or as `P1`.
    pub ahead: String,
    /// The other one.
    pub behind: String,
    /// The rounds after which the gap is known, in the order of the season.
    pub steps: Vec<GapStep>,
    /// The labels of the rounds after which it is not.
    pub unknown: Vec<RoundLabel>,
}

/// The gap after a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapStep {
    /// The label of the round.
    pub after: RoundLabel,
    /// The points of the one ahead, where they are known.
    pub ahead: Option<Points>,
    /// The points of the other one.
    pub behind: Option<Points>,
    /// Lead of the one over the other; negative where the order was reversed.
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

    /// Steps after which the order of the two is the reverse of the last step with a gap.
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
