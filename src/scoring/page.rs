//! One session's page of the ledger: what everybody has from it.

use std::collections::{BTreeMap, BTreeSet};

use super::fits::{Course, Place as At, Rounds, may_hold, starters};
use super::order::{Placed, View};
use super::pay::Pay;
use super::score::{Part, Score, What};
use super::sheet::{Sheet, Whom, finish};
use crate::domain::{Championship, Classification, END, Order, Points, Range, Ranks, Rules, Season, SessionRef, Slug};

/// More points than any championship pays.
pub(super) const UNBOUNDED: Points = Points::whole(1_000_000);

/// For each count what a moment pays into it, by class where that differs.
type Pools<'a> = BTreeMap<Option<Slug>, Vec<(Whom<'a>, Pay<'a>)>>;

/// What one session means for a championship.
pub(super) struct Page<'a> {
    pub season: &'a Season,
    pub championship: &'a Championship,
    pub rules: &'a Rules,
    pub rounds: &'a Rounds<'a>,
    pub at: At<'a>,
    pub annulled: &'a [(&'a Slug, &'a crate::domain::Annul)],
}

impl<'a> Page<'a> {
    /// What every competitor has, in the order of `competitors`, which rises.
    pub fn scores(&self, competitors: &[Slug]) -> Vec<Score> {
        let mut scores: Vec<Score> = competitors.iter().map(|_| Score::default()).collect();
        let stages = &self.at.session.stages;
        let session = SessionRef {
            weekend: self.at.weekend.id.clone(),
            session: self.at.session.id.clone(),
        };
        for stage in stages {
            self.moment(
                &mut scores,
                competitors,
                Some(stage),
                self.season.classification_at(&session, stage),
            );
        }
        let classification = self.season.classification(&session.weekend, &session.session);
        let placed = self.moment(&mut scores, competitors, None, classification);
        match classification {
            Some(classification) => {
                super::awards::pay(self, &mut scores, competitors, classification, &placed);
                self.print(&mut scores, competitors, classification);
            }
            None => {
                let most = super::awards::most(self);
                for score in &mut scores {
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
            let possible = Pay::possible(self.rules, &self.at, self.rounds, moment);
            if !possible.is_empty() {
                for (score, competitor) in scores.iter_mut().zip(competitors) {
                    let most = possible
                        .iter()
                        .map(|pay| self.most(pay, competitor))
                        .max()
                        .unwrap_or_default();
                    score.place_points = score.place_points + Range::between(Points::ZERO, most);
                }
            }
            return Vec::new();
        };
        let view = View {
            season: self.season,
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
            let course = Course::of(classification, self.at.session, starters(rows.map(|placed| placed.row)));
            for pay in Pay::known(self.rules, &self.at, self.rounds, moment, &course, classification) {
                pools.entry(pay.scale.pool.clone()).or_default().push((of, pay));
            }
        }
        pools
    }

    /// The most a competitor can get from the places of a session that is still to be run.
    fn most(&self, pay: &Pay<'_>, competitor: &Slug) -> Points {
        let cars = match self.championship.ranks {
            Ranks::Driver | Ranks::Car => 1,
            Ranks::Entrant | Ranks::Make => self.cars(competitor),
        };
        let cars = cars.min(self.rules.cars.best.unwrap_or(u16::MAX));
        (1..=cars)
            .map(|place| pay.points(place).high)
            .sum::<Points>()
            .max(pay.most())
    }

    /// How many cars a team or a make brings, as far as entries tell; one at least.
    pub fn cars(&self, competitor: &Slug) -> u16 {
        let theirs = |entry: &&crate::domain::Entry| {
            let whose = match self.championship.ranks {
                Ranks::Make => &entry.make,
                Ranks::Driver | Ranks::Entrant | Ranks::Car => &entry.team,
            };
            whose.as_ref() == Some(competitor)
        };
        let here = self.season.entries_at(&self.at.weekend.id).filter(theirs).count();
        let ever = || self.season.entries.iter().filter(theirs).count();
        let cars = if here > 0 { here } else { ever() };
        u16::try_from(cars.max(1)).unwrap_or(u16::MAX)
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

    /// Whether a rule can hold for this session.
    pub fn may_hold(&self, when: &crate::domain::When) -> bool {
        may_hold(when, &self.at, self.rounds)
    }
}

/// The score of a competitor, by bisection.
pub(super) fn at<'s>(scores: &'s mut [Score], competitors: &[Slug], competitor: &Slug) -> Option<&'s mut Score> {
    let index = competitors.binary_search(competitor).ok()?;
    scores.get_mut(index)
}
