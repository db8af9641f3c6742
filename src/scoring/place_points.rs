//! Points for a place in one session: the applicable scale, its factors, and the share that was paid.

use super::applies::{Rounds, RunConditions, SeasonSession, may_hold};
use crate::domain::{AwardRule, Factor, Points, Range, Rules, Scale, When};

/// The points for places at one stage of a session that go to one pool.
#[derive(Debug, Clone)]
pub(super) struct PlacePoints<'a> {
    pub scale: &'a Scale,
    factors: Vec<&'a Factor>,
    share: Option<Points>,
}

impl<'a> PlacePoints<'a> {
    /// The points for places at stage `moment` under some conditions, or the `share` of them: one [`PlacePoints`] for
    /// each pool.
    pub fn on(
        rules: &'a Rules,
        place: &SeasonSession<'_>,
        rounds: &Rounds<'_>,
        moment: &str,
        course: &RunConditions,
        share: Option<Points>,
    ) -> Vec<Self> {
        let holds = |when: &When| may_hold(when, place, rounds) && course.satisfies(when);
        let mut pays: Vec<Self> = Vec::new();
        for scale in rules.scales.iter().flatten() {
            let taken = pays.iter().any(|pay| pay.scale.pool == scale.pool);
            if !taken && pays_at(scale, moment) && holds(&scale.when) {
                pays.push(Self {
                    scale,
                    factors: rules.factors.iter().filter(|factor| holds(&factor.when)).collect(),
                    share,
                });
            }
        }
        pays
    }

    /// The points of a place, counted from 1.
    pub fn points(&self, place: u16) -> Range<Points> {
        self.multiplied(self.scale.points(place))
    }

    /// The points of the first `cars` places together.
    pub fn first(&self, cars: u16) -> Points {
        (1..=cars).map(|place| self.points(place).high).sum()
    }

    /// An inexact product is a fault of the pack; until it is corrected, only its bounds are claimed.
    fn multiplied(&self, points: Points) -> Range<Points> {
        let product = self
            .factors
            .iter()
            .try_fold(points, |points, factor| multiply(points, factor));
        let paid = product.and_then(|product| match self.share {
            None => Some(product),
            Some(share) => product.share(share),
        });
        paid.map_or_else(|| Range::between(Points::ZERO, points), Range::exactly)
    }
}

fn pays_at(scale: &Scale, moment: &str) -> bool {
    scale.at.iter().any(|at| at.as_str() == moment)
}

fn multiply(points: Points, factor: &Factor) -> Option<Points> {
    let product = points.share(factor.times)?;
    Some(factor.round.map_or(product, |how| product.rounded(how)))
}

/// All conditions under which a session may still be run, as far as its rules distinguish them.
pub(super) fn courses(rules: &Rules, place: &SeasonSession<'_>, rounds: &Rounds<'_>) -> Vec<RunConditions> {
    let scales = rules.scales.iter().flatten().map(|scale| &scale.when);
    let factors = rules.factors.iter().map(|factor| &factor.when);
    let awards = rules.awards.iter().flatten().map(|rule| &rule.when);
    let concerned = scales.chain(factors).chain(awards);
    let concerned: Vec<&When> = concerned.filter(|when| may_hold(when, place, rounds)).collect();
    RunConditions::possible(&concerned)
}

/// The points of an award under some conditions; zero if its rule does not apply.
pub(super) fn prize(
    rules: &Rules,
    place: &SeasonSession<'_>,
    rounds: &Rounds<'_>,
    rule: &AwardRule,
    course: &RunConditions,
) -> Points {
    let holds = |when: &When| may_hold(when, place, rounds) && course.satisfies(when);
    let factors = rules
        .factors
        .iter()
        .filter(|factor| factor.awards && holds(&factor.when));
    if holds(&rule.when) {
        factors.fold(rule.points, |points, factor| multiply(points, factor).unwrap_or(points))
    } else {
        Points::ZERO
    }
}

/// An even share of points; an inexact share is a fault of the pack, and only its bounds are claimed.
pub(super) fn split(points: Range<Points>, between: usize) -> Range<Points> {
    let share = |points: Points| points.times(1, i64::try_from(between.max(1)).unwrap_or(i64::MAX));
    match (share(points.low), share(points.high)) {
        (Some(low), Some(high)) => Range { low, high },
        _ => Range::between(Points::ZERO, points.high),
    }
}
