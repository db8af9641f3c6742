//! Points of every competitor from one session.

use std::collections::{BTreeMap, BTreeSet};

use super::applies::{RunConditions, starters};
use super::awards;
use super::order::{ChampionshipView, PlacedRow};
use super::payout::{PoolPayout, Recipients};
use super::place_points::{PlacePoints, courses};
use super::score::{PointsSource, Score, ScorePart, score_of};
use super::session_context::SessionContext;
use crate::domain::{Classification, END, Order, Points, Range, Slug};

/// Points paid into each pool at one stage, by class if that differs.
type Pools<'a> = BTreeMap<Option<Slug>, Vec<(Recipients<'a>, PlacePoints<'a>)>>;

/// The score of every competitor, in the order of `competitors`, which is sorted.
pub(super) fn scores(context: &SessionContext<'_>, competitors: &[Slug]) -> Vec<Score> {
    let mut scores: Vec<Score> = competitors.iter().map(|_| Score::default()).collect();
    let stages = &context.at.session.stages;
    for stage in stages {
        pay_stage(
            context,
            &mut scores,
            competitors,
            Some(stage),
            context.results.classification(
                &context.at.weekend.id,
                &context.at.session.id,
                Some(stage),
                context.as_of,
            ),
        );
    }
    let classification =
        context
            .results
            .classification(&context.at.weekend.id, &context.at.session.id, None, context.as_of);
    let placed = pay_stage(context, &mut scores, competitors, None, classification);
    match classification {
        Some(classification) => {
            awards::pay(context, &mut scores, competitors, classification, &placed);
            print(context, &mut scores, competitors, classification);
        }
        None => {
            for (score, competitor) in scores.iter_mut().zip(competitors) {
                let most = awards::most(context, context.car_counts().of(competitor));
                score.award_points = Range::between(Points::ZERO, most);
            }
        }
    }
    scores
}

/// Adds the points paid at one stage of the session, and returns its order.
fn pay_stage<'a>(
    context: &SessionContext<'a>,
    scores: &mut [Score],
    competitors: &[Slug],
    stage: Option<&Slug>,
    classification: Option<&'a Classification>,
) -> Vec<PlacedRow<'a>> {
    let moment = stage.map_or(END, Slug::as_str);
    let Some(classification) = classification else {
        let courses = courses(context.rules, &context.at, context.rounds);
        let pays =
            |course: &RunConditions| PlacePoints::on(context.rules, &context.at, context.rounds, moment, course, None);
        let mut possible: Vec<PlacePoints<'_>> = courses.iter().flat_map(pays).collect();
        possible.retain(|pay| pay.scale.pool.is_none());
        for (score, competitor) in scores.iter_mut().zip(competitors) {
            let cars = context
                .car_counts()
                .of(competitor)
                .min(context.rules.cars.best.unwrap_or(u16::MAX));
            let most = possible.iter().map(|pay| pay.first(cars)).max().unwrap_or_default();
            score.place_points = score.place_points + Range::between(Points::ZERO, most);
        }
        return Vec::new();
    };
    let view = ChampionshipView {
        season: context.season,
        championship: context.championship,
        rules: context.rules,
        annulled: context.annulled,
    };
    let placed = view.order(classification);
    for (pool, pays) in pays(context, classification, &placed, moment) {
        PoolPayout {
            context,
            pool: pool.as_ref(),
            pays: &pays,
            classification,
            placed: &placed,
            stage,
        }
        .add(scores, competitors);
    }
    placed
}

/// The points paid at one stage into each pool: the same for all, or by class according to its starters.
fn pays<'a>(
    context: &SessionContext<'a>,
    classification: &Classification,
    placed: &[PlacedRow<'a>],
    moment: &str,
) -> Pools<'a> {
    let by_class =
        context.rules.order == Order::Class && context.championship.class.is_none() && context.season.classes.len() > 1;
    let whom = |placed: &PlacedRow<'a>| {
        if by_class {
            Recipients::Class(placed.seen.class)
        } else {
            Recipients::All
        }
    };
    let mut classes: BTreeSet<Recipients<'a>> = placed.iter().map(whom).collect();
    if classes.is_empty() {
        classes.insert(Recipients::All);
    }
    let mut pools = Pools::new();
    for of in classes {
        let rows = placed.iter().filter(|placed| whom(placed) == of);
        let started = starters(rows.map(|placed| placed.row));
        let course = RunConditions::of(classification, context.at.session, started);
        for pay in PlacePoints::on(
            context.rules,
            &context.at,
            context.rounds,
            moment,
            &course,
            classification.share,
        ) {
            pools.entry(pay.scale.pool.clone()).or_default().push((of, pay));
        }
    }
    pools
}

/// Replaces computed points by published ones.
fn print(context: &SessionContext<'_>, scores: &mut [Score], competitors: &[Slug], classification: &Classification) {
    let of_this = |cell: &&crate::domain::Cell| cell.championship == context.championship.id;
    for cell in classification.cells.iter().filter(of_this) {
        if let Some(score) = score_of(scores, competitors, &cell.competitor) {
            score.place_points = Range::exactly(cell.points);
            for part in score
                .parts
                .iter_mut()
                .filter(|part| part.finish().is_some() && part.pool.is_none())
            {
                part.points = Range::exactly(Points::ZERO);
            }
            score.parts.push(ScorePart {
                what: PointsSource::Printed,
                points: score.place_points,
                pool: None,
            });
        }
    }
}
