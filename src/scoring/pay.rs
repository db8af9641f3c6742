//! What a place pays in one session: the scale that fits, the factors that multiply it, the share that was paid.

use super::fits::{Course, Place, Rounds, depends_on_the_course, may_hold};
use crate::domain::{Classification, Factor, Points, Range, Rules, Scale, When};

/// What one moment of a session pays into one count.
#[derive(Debug, Clone)]
pub(super) struct Pay<'a> {
    pub scale: &'a Scale,
    factors: Vec<&'a Factor>,
    share: Option<Points>,
}

impl<'a> Pay<'a> {
    /// What a session with a known course pays at `moment`: one [`Pay`] for each count that anything goes to.
    pub fn known(
        rules: &'a Rules,
        place: &Place<'_>,
        rounds: &Rounds<'_>,
        moment: &str,
        course: &Course,
        classification: &Classification,
    ) -> Vec<Self> {
        let holds = |when: &When| may_hold(when, place, rounds) && course.fits(when);
        let mut pays: Vec<Self> = Vec::new();
        for scale in rules.scales.iter().flatten() {
            let taken = pays.iter().any(|pay| pay.scale.pool == scale.pool);
            if !taken && pays_at(scale, moment) && holds(&scale.when) {
                pays.push(Self {
                    scale,
                    factors: rules.factors.iter().filter(|factor| holds(&factor.when)).collect(),
                    share: classification.share,
                });
            }
        }
        pays
    }

    /// Everything that a session which is still to be run may pay at `moment` into the total: one [`Pay`] for each course
    /// it can take.
    pub fn possible(rules: &'a Rules, place: &Place<'_>, rounds: &Rounds<'_>, moment: &str) -> Vec<Self> {
        let mut courses: Vec<Vec<&Factor>> = vec![Vec::new()];
        for factor in rules
            .factors
            .iter()
            .filter(|factor| may_hold(&factor.when, place, rounds))
        {
            let with = courses.iter().map(|factors| [factors.as_slice(), &[factor]].concat());
            let with: Vec<_> = with.collect();
            if depends_on_the_course(&factor.when) && courses.len() < MOST_COURSES {
                courses.extend(with);
            } else {
                courses = with;
            }
        }
        let mut pays = Vec::new();
        for scale in rules.scales.iter().flatten() {
            if scale.pool.is_some() || !pays_at(scale, moment) || !may_hold(&scale.when, place, rounds) {
                continue;
            }
            pays.extend(courses.iter().map(|factors| Self {
                scale,
                factors: factors.clone(),
                share: None,
            }));
            if !depends_on_the_course(&scale.when) {
                break;
            }
        }
        pays
    }

    /// The points of a place, counted from 1.
    pub fn points(&self, place: u16) -> Range<Points> {
        self.multiplied(self.scale.points(place))
    }

    /// The most that any place pays.
    pub fn most(&self) -> Points {
        self.multiplied(self.scale.most()).high
    }

    /// An award's points under the factors that concern awards.
    pub fn award(factors: &[&Factor], points: Points) -> Points {
        let concerned = factors.iter().filter(|factor| factor.awards);
        concerned.fold(points, |points, factor| multiply(points, factor).unwrap_or(points))
    }

    /// A product that is no exact number of points is a fault of the pack; until it is mended only its bounds are claimed.
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

/// More combinations of factors than any rule book has.
const MOST_COURSES: usize = 64;

fn pays_at(scale: &Scale, moment: &str) -> bool {
    scale.at.iter().any(|at| at.as_str() == moment)
}

fn multiply(points: Points, factor: &Factor) -> Option<Points> {
    let product = points.share(factor.times)?;
    Some(factor.round.map_or(product, |how| product.rounded(how)))
}
