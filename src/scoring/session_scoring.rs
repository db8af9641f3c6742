//! Points of every competitor from one session.

use std::cell::OnceCell;

use std::collections::{BTreeMap, BTreeSet};

use super::applies::{Rounds, RunConditions, SeasonSession, starters};
use super::car_counts::CarCounts;
use super::order::{ChampionshipView, PlacedRow};
use super::payout::{Payout, Recipients, finish};
use super::place_points::{PlacePoints, courses};
use super::result_index::ResultIndex;
use super::score::{PointsSource, Score, ScorePart};
use crate::domain::{Championship, Classification, END, Order, Points, Range, Rules, Season, Slug};

/// More points than any championship pays: the bound of unknown scores.
pub const UNBOUNDED: Points = Points::whole(1_000_000);

/// Points paid into each pool at one stage, by class if that differs.
type Pools<'a> = BTreeMap<Option<Slug>, Vec<(Recipients<'a>, PlacePoints<'a>)>>;

/// One session with all that its scoring depends on.
pub(super) struct SessionScoring<'a> {
    pub season: &'a Season,
    pub results: &'a ResultIndex<'a>,
    pub championship: &'a Championship,
    pub rules: &'a Rules,
    pub rounds: &'a Rounds<'a>,
    pub at: SeasonSession<'a>,
    pub annulled: &'a [(&'a Slug, &'a crate::domain::Annul)],
    pub car_counts: OnceCell<CarCounts<'a>>,
}

impl<'a> SessionScoring<'a> {
    /// The number of cars of every competitor; needed only for incomplete results.
    pub fn car_counts(&self) -> &CarCounts<'a> {
        self.car_counts
            .get_or_init(|| CarCounts::new(self.season, self.championship, Some(self.rules), &self.at.weekend.id))
    }

    /// The score of every competitor, in the order of `competitors`, which is sorted.
    pub fn scores(&self, competitors: &[Slug]) -> Vec<Score> {
        let mut scores: Vec<Score> = competitors.iter().map(|_| Score::default()).collect();
        let stages = &self.at.session.stages;
        for stage in stages {
            self.moment(
                &mut scores,
                competitors,
                Some(stage),
                self.results
                    .classification(&self.at.weekend.id, &self.at.session.id, Some(stage)),
            );
        }
        let classification = self
            .results
            .classification(&self.at.weekend.id, &self.at.session.id, None);
        let placed = self.moment(&mut scores, competitors, None, classification);
        match classification {
            Some(classification) => {
                super::awards::pay(self, &mut scores, competitors, classification, &placed);
                self.print(&mut scores, competitors, classification);
            }
            None => {
                for (score, competitor) in scores.iter_mut().zip(competitors) {
                    let most = super::awards::most(self, self.car_counts().of(competitor));
                    score.award_points = Range::between(Points::ZERO, most);
                }
            }
        }
        scores
    }

    /// Adds the points paid at one stage of the session, and returns its order.
    fn moment(
        &self,
        scores: &mut [Score],
        competitors: &[Slug],
        stage: Option<&Slug>,
        classification: Option<&'a Classification>,
    ) -> Vec<PlacedRow<'a>> {
        let moment = stage.map_or(END, Slug::as_str);
        let Some(classification) = classification else {
            let courses = courses(self.rules, &self.at, self.rounds);
            let pays =
                |course: &RunConditions| PlacePoints::on(self.rules, &self.at, self.rounds, moment, course, None);
            let mut possible: Vec<PlacePoints<'_>> = courses.iter().flat_map(pays).collect();
            possible.retain(|pay| pay.scale.pool.is_none());
            for (score, competitor) in scores.iter_mut().zip(competitors) {
                let cars = self
                    .car_counts()
                    .of(competitor)
                    .min(self.rules.cars.best.unwrap_or(u16::MAX));
                let most = possible.iter().map(|pay| pay.first(cars)).max().unwrap_or_default();
                score.place_points = score.place_points + Range::between(Points::ZERO, most);
            }
            return Vec::new();
        };
        let view = ChampionshipView {
            entrants: &self.results.entrants,
            championship: self.championship,
            rules: self.rules,
            annulled: self.annulled,
        };
        let placed = view.order(classification);
        for (pool, pays) in self.pays(classification, &placed, moment) {
            Payout {
                page: self,
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
    fn pays(&self, classification: &Classification, placed: &[PlacedRow<'a>], moment: &str) -> Pools<'a> {
        let by_class =
            self.rules.order == Order::Class && self.championship.class.is_none() && self.season.classes.len() > 1;
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
            let course = RunConditions::of(classification, self.at.session, started);
            for pay in PlacePoints::on(self.rules, &self.at, self.rounds, moment, &course, classification.share) {
                pools.entry(pay.scale.pool.clone()).or_default().push((of, pay));
            }
        }
        pools
    }

    /// Replaces computed points by published ones.
    fn print(&self, scores: &mut [Score], competitors: &[Slug], classification: &Classification) {
        let of_this = |cell: &&crate::domain::Cell| cell.championship == self.championship.id;
        for cell in classification.cells.iter().filter(of_this) {
            if let Some(score) = at(scores, competitors, &cell.competitor) {
                score.place_points = Range::exactly(cell.points);
                for part in score
                    .parts
                    .iter_mut()
                    .filter(|part| finish(part).is_some() && part.pool.is_none())
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
}

/// The score of a competitor, by binary search.
pub(super) fn at<'s>(scores: &'s mut [Score], competitors: &[Slug], competitor: &Slug) -> Option<&'s mut Score> {
    let index = competitors.binary_search(competitor).ok()?;
    scores.get_mut(index)
}
