//! One session's page of the ledger: what everybody has from it.

use std::cell::OnceCell;

use std::collections::{BTreeMap, BTreeSet};

use super::fits::{Course, Place as At, Rounds, starters};
use super::fleet::Fleet;
use super::order::{Placed, View};
use super::pay::{Pay, courses};
use super::results::Results;
use super::score::{Part, Score, What};
use super::sheet::{Sheet, Whom, finish};
use crate::domain::{Championship, Classification, END, Order, Points, Range, Rules, Season, Slug};

/// More points than any championship pays: a bound that says nothing is known.
pub const UNBOUNDED: Points = Points::whole(1_000_000);

/// For each count what a moment pays into it, by class where that differs.
type Pools<'a> = BTreeMap<Option<Slug>, Vec<(Whom<'a>, Pay<'a>)>>;

/// What one session means for a championship.
pub(super) struct Page<'a> {
    pub season: &'a Season,
    pub results: &'a Results<'a>,
    pub championship: &'a Championship,
    pub rules: &'a Rules,
    pub rounds: &'a Rounds<'a>,
    pub at: At<'a>,
    pub annulled: &'a [(&'a Slug, &'a crate::domain::Annul)],
    pub fleet: OnceCell<Fleet<'a>>,
}

impl<'a> Page<'a> {
    /// How many cars everybody brings: asked only where something is not known.
    pub fn fleet(&self) -> &Fleet<'a> {
        self.fleet
            .get_or_init(|| Fleet::new(self.season, self.championship, Some(self.rules), &self.at.weekend.id))
    }

    /// What every competitor has, in the order of `competitors`, which rises.
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
                    let most = super::awards::most(self, self.fleet().of(competitor));
                    score.award_points = Range::between(Points::ZERO, most);
                }
            }
        }
        scores
    }

    /// Adds what one moment of the session pays, and gives the order it had.
    fn moment(
        &self,
        scores: &mut [Score],
        competitors: &[Slug],
        stage: Option<&Slug>,
        classification: Option<&'a Classification>,
    ) -> Vec<Placed<'a>> {
        let moment = stage.map_or(END, Slug::as_str);
        let Some(classification) = classification else {
            let courses = courses(self.rules, &self.at, self.rounds);
            let pays = |course: &Course| Pay::on(self.rules, &self.at, self.rounds, moment, course, None);
            let mut possible: Vec<Pay<'_>> = courses.iter().flat_map(pays).collect();
            possible.retain(|pay| pay.scale.pool.is_none());
            for (score, competitor) in scores.iter_mut().zip(competitors) {
                let cars = self
                    .fleet()
                    .of(competitor)
                    .min(self.rules.cars.best.unwrap_or(u16::MAX));
                let most = possible.iter().map(|pay| pay.first(cars)).max().unwrap_or_default();
                score.place_points = score.place_points + Range::between(Points::ZERO, most);
            }
            return Vec::new();
        };
        let view = View {
            entrants: &self.results.entrants,
            championship: self.championship,
            rules: self.rules,
            annulled: self.annulled,
        };
        let placed = view.order(classification);
        for (pool, pays) in self.pays(classification, &placed, moment) {
            Sheet {
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

    /// What one moment pays into each count: the same for all, or for each class by the number of its starters.
    fn pays(&self, classification: &Classification, placed: &[Placed<'a>], moment: &str) -> Pools<'a> {
        let by_class =
            self.rules.order == Order::Class && self.championship.class.is_none() && self.season.classes.len() > 1;
        let whom = |placed: &Placed<'a>| {
            if by_class {
                Whom::Class(placed.seen.class)
            } else {
                Whom::All
            }
        };
        let mut classes: BTreeSet<Whom<'a>> = placed.iter().map(whom).collect();
        if classes.is_empty() {
            classes.insert(Whom::All);
        }
        let mut pools = Pools::new();
        for of in classes {
            let rows = placed.iter().filter(|placed| whom(placed) == of);
            let started = starters(rows.map(|placed| placed.row));
            let course = Course::of(classification, self.at.session, started);
            for pay in Pay::on(self.rules, &self.at, self.rounds, moment, &course, classification.share) {
                pools.entry(pay.scale.pool.clone()).or_default().push((of, pay));
            }
        }
        pools
    }

    /// Points as printed take the place of those that follow from the order.
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
                score.parts.push(Part {
                    what: What::Printed,
                    points: score.place_points,
                    pool: None,
                });
            }
        }
    }
}

/// The score of a competitor, by bisection.
pub(super) fn at<'s>(scores: &'s mut [Score], competitors: &[Slug], competitor: &Slug) -> Option<&'s mut Score> {
    let index = competitors.binary_search(competitor).ok()?;
    scores.get_mut(index)
}
