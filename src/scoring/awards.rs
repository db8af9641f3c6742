//! Points for awards apart from the place: pole, the fastest lap, a lap led.

use super::applies::{self, RunConditions, starters};
use super::order::PlacedRow;
use super::place_points::{courses, prize, split};
use super::score::{PointsSource, Score, ScorePart, UNBOUNDED, score_of};
use super::session_context::SessionContext;
use crate::domain::{
    Award, AwardRule, AwardTie, Classification, Holder, Otherwise, Place, Points, Range, Ranks, Slug, Status, When,
};

/// Maximum award points of a competitor with so many cars in a session that is still to be run.
pub(super) fn most(context: &SessionContext<'_>, cars: u16) -> Points {
    let Some(rules) = &context.rules.awards else {
        return UNBOUNDED;
    };
    let paid = |course: &RunConditions| -> Points {
        let won = |rule: &AwardRule| {
            times(
                prize(context.rules, &context.at, context.rounds, rule, course),
                won_at_most(rule, cars),
            )
        };
        rules.iter().filter(|rule| rule.pool.is_none()).map(won).sum()
    };
    let courses = courses(context.rules, &context.at, context.rounds);
    courses.iter().map(paid).max().unwrap_or_default()
}

/// Maximum number of times that so many cars of one competitor can win an award in one session.
pub(super) fn won_at_most(rule: &AwardRule, cars: u16) -> u16 {
    match rule.tie {
        AwardTie::Each if rule.several => cars,
        AwardTie::Each | AwardTie::Split => cars.min(1),
    }
}

fn times(points: Points, times: u16) -> Points {
    (0..times).map(|_| points).sum()
}

/// True if a car with this finish may hold an award.
pub(super) fn may_hold(holder: Holder, place: Option<u16>, status: Status) -> bool {
    holder.place.is_none_or(|last| place.is_some_and(|place| place <= last))
        && (!holder.classified || status == Status::Classified)
}

/// Adds the award points of a session.
pub(super) fn pay<'a>(
    context: &SessionContext<'a>,
    scores: &mut [Score],
    competitors: &[Slug],
    classification: &Classification,
    placed: &[PlacedRow<'a>],
) {
    let Some(rules) = &context.rules.awards else {
        for score in scores {
            score.award_points = Range::between(Points::ZERO, UNBOUNDED);
        }
        return;
    };
    let started = starters(placed.iter().map(|placed| placed.row));
    let course = RunConditions::of(classification, context.at.session, started);
    let holds = |when: &When| applies::may_hold(when, &context.at, context.rounds) && course.satisfies(when);
    let complete = classification.complete.holds_for(context.championship.class.as_ref());
    for rule in rules.iter().filter(|rule| holds(&rule.when)) {
        let points = prize(context.rules, &context.at, context.rounds, rule, &course);
        let of = |award: &&Award| award.award == rule.award && award.class == context.championship.class;
        let won: Vec<&Award> = classification.awards.iter().filter(of).collect();
        if won.is_empty() {
            for score in scores.iter_mut().filter(|score| score.status.is_some() || !complete) {
                let most = times(points, won_at_most(rule, entitled(rule, score)));
                score.award_points = score.award_points + Range::between(Points::ZERO, most);
            }
            continue;
        }
        let holders = Holders { context, rule, placed };
        for (competitor, points) in holders.paid(&won, points) {
            if let Some(score) = score_of(scores, competitors, &competitor) {
                if rule.pool.is_none() {
                    score.award_points = score.award_points + points;
                }
                score.parts.push(ScorePart {
                    what: PointsSource::Award(rule.award.clone()),
                    points,
                    pool: rule.pool.clone(),
                });
            }
        }
    }
}

/// The number of cars of a competitor that may hold an award without a known winner.
fn entitled(rule: &AwardRule, score: &Score) -> u16 {
    let known = score.parts.iter().filter(|part| part.pool.is_none());
    let cars = known
        .filter_map(ScorePart::finish)
        .filter(|finish| finish.stage.is_none())
        .chain(&score.at_best);
    let entitled = cars.filter(|finish| may_hold(rule.holder, finish.place, finish.status));
    u16::try_from(entitled.count()).unwrap_or(u16::MAX)
}

/// The holders of an award, and their entitlement.
struct Holders<'s, 'a> {
    context: &'s SessionContext<'a>,
    rule: &'s AwardRule,
    placed: &'s [PlacedRow<'a>],
}

impl Holders<'_, '_> {
    fn paid(&self, won: &[&Award], points: Points) -> Vec<(Slug, Range<Points>)> {
        let place = |award: &Award| award.place.unwrap_or(1);
        let mut places: Vec<u16> = won.iter().map(|award| place(award)).collect();
        places.sort_unstable();
        places.dedup();
        for group in places {
            let holders: Vec<&&Award> = won.iter().filter(|award| place(award) == group).collect();
            let entitled: Vec<&&&Award> = holders.iter().filter(|award| self.is_entitled(award)).collect();
            if entitled.is_empty() && self.rule.otherwise == Otherwise::Next {
                continue;
            }
            let each = match self.rule.tie {
                AwardTie::Each => Range::exactly(points),
                AwardTie::Split => split(Range::exactly(points), holders.len()),
            };
            return entitled
                .into_iter()
                .flat_map(|award| self.competitors(award).into_iter().map(|competitor| (competitor, each)))
                .collect();
        }
        Vec::new()
    }

    /// The row of the car that won the award.
    fn row(&self, award: &Award) -> Option<&PlacedRow<'_>> {
        let drove = |placed: &&PlacedRow<'_>| {
            award
                .driver
                .as_ref()
                .is_none_or(|driver| placed.seen.drivers().contains(&driver))
        };
        let same = |placed: &&PlacedRow<'_>| award.car.as_ref().is_none_or(|car| placed.seen.car == Some(car));
        let named = award.driver.is_some() || award.car.is_some();
        self.placed.iter().filter(drove).find(same).filter(|_| named)
    }

    fn is_entitled(&self, award: &Award) -> bool {
        let holder = self.rule.holder;
        let Some(placed) = self.row(award) else {
            // Without a row nothing can be asked of the winner's place.
            return holder.place.is_none() && !holder.classified;
        };
        let place = placed.place.as_ref().and_then(Place::exact);
        placed.eligible && may_hold(holder, place, placed.row.status)
    }

    /// The competitors that the award counts for.
    fn competitors(&self, award: &Award) -> Vec<Slug> {
        let ranks = self.context.championship.ranks;
        match (&award.driver, self.row(award)) {
            (Some(driver), _) if ranks == Ranks::Driver => vec![driver.clone().into()],
            (_, Some(placed)) => placed.seen.competitors(ranks),
            (Some(driver), None) => {
                let weekend = &self.context.at.weekend.id;
                let season = self.context.season;
                let entry = season.entry(weekend, Some(driver), award.car.as_ref());
                let whose = entry.and_then(|entry| match ranks {
                    Ranks::Entrant => entry.team.clone().map(Into::into),
                    Ranks::Make => entry.make.clone(),
                    Ranks::Car => entry.car.as_ref().and_then(crate::domain::CarNumber::slug),
                    Ranks::Driver => None,
                });
                whose.into_iter().collect()
            }
            (None, None) => Vec::new(),
        }
    }
}
