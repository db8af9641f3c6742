//! One session's page of the ledger: what everybody has from it.

use std::collections::BTreeMap;

use super::fits::{Course, Place as At, Rounds, may_hold, starters};
use super::order::{Placed, View};
use super::pay::Pay;
use super::score::{Finish, Part, Score, What};
use crate::domain::{
    Championship, Classification, CrewShare, Drive, END, Place, Points, Range, Ranks, Retired, Rules, Season,
    SessionRef, Slug, Status,
};

/// More points than any championship pays.
pub(super) const UNBOUNDED: Points = Points::whole(1_000_000);

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
        let started = starters(placed.iter().map(|placed| placed.row));
        let course = Course::of(classification, self.at.session, started);
        let known = Pay::known(self.rules, &self.at, self.rounds, moment, &course, classification);
        for pay in &known {
            Sheet {
                page: self,
                pay,
                classification,
                placed: &placed,
                stage,
            }
            .add(scores, competitors);
        }
        placed
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

/// What one moment of a session pays into one count.
struct Sheet<'s, 'a> {
    page: &'s Page<'a>,
    pay: &'s Pay<'s>,
    classification: &'a Classification,
    placed: &'s [Placed<'a>],
    stage: Option<&'s Slug>,
}

impl Sheet<'_, '_> {
    fn add(&self, scores: &mut [Score], competitors: &[Slug]) {
        let best_free = self.best_free();
        let complete = self
            .classification
            .complete
            .holds_for(self.page.championship.class.as_ref());
        let mut lines: BTreeMap<Slug, Vec<Part>> = BTreeMap::new();
        for placed in self.placed {
            for (competitor, part) in self.parts(placed, best_free) {
                lines.entry(competitor).or_default().push(part);
            }
        }
        for (score, competitor) in scores.iter_mut().zip(competitors) {
            let (parts, mut sum) = match lines.remove(competitor) {
                Some(parts) => self.counted(parts),
                None if complete => continue,
                None => (Vec::new(), Range::between(Points::ZERO, best_free)),
            };
            if !complete && matches!(self.page.championship.ranks, Ranks::Entrant | Ranks::Make) {
                // Cars of the same team that are not listed may have done better.
                sum.high = sum.high.max(best_free);
            }
            if self.stage.is_none() {
                let finishes = || parts.iter().filter_map(finish);
                let status = finishes()
                    .map(|finish| finish.status)
                    .min_by_key(|status| *status != Status::Classified);
                score.status = score.status.or(status);
                score.place = score
                    .place
                    .or_else(|| finishes().filter_map(|finish| finish.place).min());
            }
            score.parts.extend(parts);
            if self.pay.scale.pool.is_none() {
                score.place_points = score.place_points + sum;
            }
        }
    }

    /// The best points that a place which nobody is known to hold pays.
    fn best_free(&self) -> Points {
        let taken: std::collections::BTreeSet<u16> = self
            .placed
            .iter()
            .filter_map(|placed| placed.place.as_ref().and_then(Place::exact))
            .collect();
        let free = (1..=u16::MAX).find(|place| !taken.contains(place));
        free.map_or(Points::ZERO, |place| self.pay.points(place).high)
    }

    /// What one car brings to whom.
    fn parts(&self, placed: &Placed<'_>, best_free: Points) -> Vec<(Slug, Part)> {
        let points = if placed.eligible {
            place_points(self.pay, self.page.rules.retired, placed, best_free)
        } else {
            Range::exactly(Points::ZERO)
        };
        let competitors = placed.seen.competitors(self.page.championship.ranks);
        let paid = match self.page.championship.ranks {
            Ranks::Driver => self.shared(placed, &competitors, points),
            Ranks::Entrant | Ranks::Car | Ranks::Make => competitors.iter().map(|_| (points, true)).collect(),
        };
        competitors
            .into_iter()
            .zip(paid)
            .map(|(competitor, (points, entitled))| {
                let part = Part {
                    what: What::Place(self.finish(placed, placed.eligible && entitled)),
                    points,
                    pool: self.pay.scale.pool.clone(),
                };
                (competitor, part)
            })
            .collect()
    }

    fn finish(&self, placed: &Placed<'_>, entitled: bool) -> Finish {
        let scores = match placed.row.status {
            Status::Classified => true,
            Status::Dnf => self.page.rules.retired != Retired::Nothing,
            Status::Dns | Status::Dsq | Status::Nc => false,
        };
        let held = entitled && scores;
        let place = placed.place.as_ref().and_then(Place::exact).filter(|_| held);
        Finish {
            stage: self.stage.cloned(),
            place,
            road: placed.road.filter(|_| held),
            status: placed.row.status,
            countback: self.pay.scale.countback && self.pay.scale.pool.is_none() && self.stage.is_none(),
            pays: place.is_some_and(|place| self.pay.scale.points(place) > Points::ZERO),
            scores: true,
        }
    }

    /// The points of each driver of a car, and whether the driver is entitled to any.
    fn shared(&self, placed: &Placed<'_>, drivers: &[Slug], points: Range<Points>) -> Vec<(Range<Points>, bool)> {
        let entitled: Vec<bool> = drivers.iter().map(|driver| self.is_entitled(placed, driver)).collect();
        let share = self.pay.scale.crew.unwrap_or(self.page.rules.crew.share);
        let sharing = entitled.iter().filter(|entitled| **entitled).count();
        let crewed = drivers.len() > 1;
        let nothing = Range::exactly(Points::ZERO);
        entitled
            .iter()
            .enumerate()
            .map(|(index, entitled)| match share {
                _ if !entitled => (nothing, false),
                CrewShare::First if index > 0 => (nothing, false),
                CrewShare::None if crewed => (nothing, true),
                CrewShare::Split => (split(points, sharing), true),
                CrewShare::All | CrewShare::None | CrewShare::First => (points, true),
            })
            .collect()
    }

    fn is_entitled(&self, placed: &Placed<'_>, driver: &Slug) -> bool {
        let (rules, row) = (self.page.rules, placed.row);
        let member = row.crew.iter().find(|member| member.driver() == driver);
        let Some(drive) = member.and_then(|member| member.drive()) else {
            return true;
        };
        let enough =
            |driven: Option<u16>, least: Option<u16>| driven.zip(least).is_none_or(|(driven, least)| driven >= least);
        let share = |drive: &Drive| Points::ratio(drive.laps?, row.laps?);
        let tagged = drive.tags.iter().any(|tag| rules.ineligible.contains_key(tag));
        let shared = share(drive)
            .zip(rules.crew.least_share)
            .is_none_or(|(share, least)| share >= least);
        !tagged
            && shared
            && enough(drive.laps, rules.crew.least_laps)
            && enough(drive.minutes, rules.crew.least_minutes)
    }

    /// The lines of one competitor, the cars that score marked, and the sum of what these bring.
    fn counted(&self, mut parts: Vec<Part>) -> (Vec<Part>, Range<Points>) {
        let Some(best) = self
            .page
            .rules
            .cars
            .best
            .map(usize::from)
            .filter(|best| *best < parts.len())
        else {
            let sum = parts.iter().map(|part| part.points).sum();
            return (parts, sum);
        };
        let sum = |bound: fn(Range<Points>) -> Points| -> Points {
            let mut values: Vec<Points> = parts.iter().map(|part| bound(part.points)).collect();
            values.sort_unstable_by(|one, other| other.cmp(one));
            values.into_iter().take(best).sum()
        };
        let sum = Range {
            low: sum(|range| range.low),
            high: sum(|range| range.high),
        };
        let place = |part: &Part| finish(part).and_then(|finish| finish.place).unwrap_or(u16::MAX);
        parts.sort_by_key(|part| (std::cmp::Reverse(part.points.high), place(part)));
        for part in parts.iter_mut().skip(best) {
            if let What::Place(finish) = &mut part.what {
                finish.scores = false;
            }
        }
        (parts, sum)
    }
}

fn finish(part: &Part) -> Option<&Finish> {
    match &part.what {
        What::Place(finish) => Some(finish),
        What::Award(_) | What::Printed => None,
    }
}

/// An even share of points; one that is no exact number is a fault of the pack, and only its bounds are claimed.
pub(super) fn split(points: Range<Points>, between: usize) -> Range<Points> {
    let share = |points: Points| points.times(1, i64::try_from(between.max(1)).unwrap_or(i64::MAX));
    match (share(points.low), share(points.high)) {
        (Some(low), Some(high)) => Range { low, high },
        _ => Range::between(Points::ZERO, points.high),
    }
}

/// What a row scores for its place: exactly, or within bounds where the place or the rule is not known.
fn place_points(pay: &Pay<'_>, retired: Retired, placed: &Placed<'_>, best_free: Points) -> Range<Points> {
    let up_to = |high: Points| Range::between(Points::ZERO, high);
    let for_place = match &placed.place {
        Some(Place::Exactly(place)) => pay.points(*place),
        Some(Place::OneOf(places)) => places
            .iter()
            .map(|place| pay.points(*place))
            .reduce(Range::or)
            .unwrap_or_else(|| up_to(best_free)),
        Some(Place::From { from }) => Range::between(pay.points(u16::MAX).low, pay.points(*from).high),
        None => up_to(best_free),
    };
    match (placed.row.status, retired) {
        (Status::Classified, _) | (Status::Dnf, Retired::Score) if placed.place.is_some() => for_place,
        (Status::Classified, _) => up_to(best_free),
        // A car that retired and was given no place is behind all that have one.
        (Status::Dnf, Retired::Unknown) if placed.place.is_some() => up_to(for_place.high),
        (Status::Dnf, Retired::Unknown) => up_to(best_free),
        (Status::Dnf, Retired::Nothing | Retired::Score) | (Status::Dns | Status::Dsq | Status::Nc, _) => {
            Range::exactly(Points::ZERO)
        }
    }
}
