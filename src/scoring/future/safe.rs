//! Safe places: the result in each race that keeps a contender first, whatever the others do.

use serde::Serialize;

use super::compare::Comparison;
use super::open::{PossibleResult, UnresolvedSession};
use super::outlook::{Case, Outlook};
use crate::scoring::score::Score;

/// The results that keep a contender first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safe {
    /// Any, even none.
    Always,
    /// This place or a better one, in every one of the sessions; a worse one is not enough.
    Place(u16),
    /// This place or a better one; a worse one may be enough as well.
    Surely(u16),
    /// This place or a better one, in every one of the sessions, if each of them pays in full; a race that is cut short
    /// can make it too little.
    InFull(u16),
    /// Winning every one of the sessions and every other one besides, as sprints, if each of them pays in full.
    Everything,
    /// None: not even winning all that is left, without any award.
    Never,
}

/// Maximum number of combinations of variants that are searched.
const MOST_COMBINATIONS: usize = 1024;

/// The score of a contender in a race, and the best score of another, in each variant.
type VariantScores = Vec<(Score, Score)>;

/// A race, by its index among the open sessions, with its scores.
type RaceVariants = (usize, VariantScores);

/// The two scores of a race in one variant.
type Pair<'s> = (usize, &'s Score, &'s Score);

/// The query: the contender, the number of open sessions with the races, the number until the end, and what is assumed
/// of the races.
#[derive(Clone, Copy)]
struct SafetyQuery {
    who: usize,
    within: usize,
    until: usize,
    /// True if every session pays in full.
    in_full: bool,
    /// True if sessions whose places do not count for ties, as sprints, end like the races.
    with_sprints: bool,
}

impl Outlook<'_> {
    /// The worst place that, in every race among the first `within` open sessions, keeps `who` first after the first
    /// `until` of them, if all else brings `who` nothing and another everything.
    ///
    /// Races are the sessions whose places count for ties and of which nothing is known. Places without points of their
    /// own are not distinguished: for them it is [`Safe::Always`] or the last place that pays. If no place is enough
    /// however the races are run, they are taken to pay in full. If results are dropped
    /// and very many different races have several variants, the place may be a bound, [`Safe::Surely`]. `None` if not
    /// even that can be said, and for competitors with several cars or a shared one.
    pub fn safe(&self, who: usize, within: usize, until: usize) -> Option<Safe> {
        if !self.is_one_car_each() || self.shares_cars(until) || self.crosses(until) || self.may_be_missing(who, until)
        {
            return None;
        }
        let rivals = self.threats(who, until);
        if rivals.is_empty() {
            return Some(Safe::Always);
        }
        let stand = SafetyQuery {
            who,
            within,
            until,
            in_full: false,
            with_sprints: false,
        };
        match self.worst_enough(stand, &rivals)? {
            (Some(place), true) => Some(Safe::Place(place)),
            (Some(place), false) => Some(Safe::Surely(place)),
            (None, true) => self.safe_in_full(stand, &rivals),
            (None, false) => None,
        }
    }

    /// The same if every session pays in full.
    fn safe_in_full(&self, stand: SafetyQuery, rivals: &[usize]) -> Option<Safe> {
        let stand = SafetyQuery { in_full: true, ..stand };
        let everything = SafetyQuery {
            with_sprints: true,
            ..stand
        };
        match self.worst_enough(stand, rivals)?.0 {
            Some(place) => Some(Safe::InFull(place)),
            None if self.is_enough(everything, 1, rivals)? => Some(Safe::Everything),
            None => Some(Safe::Never),
        }
    }

    /// The worst place that is enough, and true if the next one is known not to be.
    fn worst_enough(&self, stand: SafetyQuery, rivals: &[usize]) -> Option<(Option<u16>, bool)> {
        let races = self.sessions().iter().take(stand.within).filter(|open| is_race(open));
        let paying = races.map(|open| open.paying() + u16::from(open.has_tail())).max();
        let places: Vec<u16> = (1..=paying.unwrap_or(0)).collect();
        // A better place never brings less: up to some place all are enough, and none is after that.
        let enough = places.partition_point(|place| self.is_enough(stand, *place, rivals) == Some(true));
        let is_known = places
            .get(enough)
            .is_none_or(|next| self.is_enough(stand, *next, rivals).is_some());
        Some((places.get(..enough)?.last().copied(), is_known))
    }

    /// True if `place` in every race, without awards, is ahead of rivals in their best case; `None` if there are too
    /// many combinations of variants.
    fn is_enough(&self, stand: SafetyQuery, place: u16, rivals: &[usize]) -> Option<bool> {
        let open = self.sessions().iter().take(stand.within).enumerate();
        let races = open.filter(|(_, open)| is_race(open) || stand.with_sprints && open.free);
        let variants = |(at, open): (usize, &UnresolvedSession<'_>)| {
            let mut all = race(open, place);
            // The variant that pays most is the last.
            let first = if stand.in_full { all.len().saturating_sub(1) } else { 0 };
            (at, all.split_off(first))
        };
        let races: Vec<RaceVariants> = races.map(variants).collect();
        let gain = |(mine, theirs): &&(Score, Score)| theirs.points().high - mine.points().high;
        let worst = races.iter().filter_map(|(at, ways)| {
            let (mine, theirs) = ways.iter().max_by_key(gain)?;
            Some((*at, mine, theirs))
        });
        if self.spoilers(stand, worst.collect(), rivals).next().is_some() {
            return Some(false);
        }
        // Gains in single races add up only if no result is dropped.
        if self.drops() == Some(false) || races.iter().all(|(_, ways)| ways.len() == 1) {
            return Some(true);
        }
        let points = |score: &&Score| score.points().high;
        let apart = races.iter().filter_map(|(at, ways)| {
            let mine = ways.iter().map(|(mine, _)| mine).min_by_key(points)?;
            let theirs = ways.iter().map(|(_, theirs)| theirs).max_by_key(points)?;
            Some((*at, mine, theirs))
        });
        let rivals: Vec<usize> = self.spoilers(stand, apart.collect(), rivals).collect();
        if rivals.is_empty() {
            return Some(true);
        }
        let mut all = self.combinations(&races)?.into_iter();
        Some(all.all(|courses| {
            let scores = races.iter().zip(courses).filter_map(|(race, course)| on(race, course));
            self.spoilers(stand, scores.collect(), &rivals).next().is_none()
        }))
    }

    /// The rivals who are not certainly behind if races bring these scores, and all else brings the contender nothing
    /// and them everything.
    fn spoilers<'r>(
        &'r self,
        stand: SafetyQuery,
        races: Vec<Pair<'r>>,
        rivals: &'r [usize],
    ) -> impl Iterator<Item = usize> {
        let project = move |who: usize, case: Case| {
            let brought = races.iter().map(|(at, mine, theirs)| match case {
                Case::Worst => (*at, *mine),
                Case::Best => (*at, *theirs),
            });
            let is_rest = |(at, _): &(usize, &Score)| !races.iter().any(|(race, ..)| race == at);
            let rest = self.scores(who, stand.until, |_| case).filter(is_rest);
            self.project(who, brought.chain(rest))
        };
        let mine = project(stand.who, Case::Worst);
        let is_behind = move |rival: usize| {
            let theirs = project(rival, Case::Best);
            let projections = mine.as_ref().zip(theirs.as_ref());
            projections.is_some_and(|(mine, theirs)| {
                self.compare((stand.who, mine), (rival, theirs), stand.until) == Comparison::Ahead
            })
        };
        rivals.iter().copied().filter(move |rival| !is_behind(*rival))
    }

    /// Every combination of variants of the races; of races that are alike only the numbers of each variant. `None` if
    /// there are too many.
    fn combinations(&self, races: &[RaceVariants]) -> Option<Vec<Vec<usize>>> {
        let mut all: Vec<Vec<usize>> = vec![Vec::new()];
        for (next, race) in races.iter().enumerate() {
            let like = races.iter().take(next).rposition(|before| self.are_alike(before, race));
            let with = |one: &Vec<usize>| -> Vec<Vec<usize>> {
                let first = like.and_then(|like| one.get(like)).copied().unwrap_or(0);
                let ways = first..race.1.len();
                ways.map(|way| [one.as_slice(), &[way]].concat()).collect()
            };
            all = all.iter().flat_map(with).collect();
            if all.len() > MOST_COMBINATIONS {
                return None;
            }
        }
        Some(all)
    }

    /// True if the variants of two races can be exchanged: both bring the same, differ only in points between variants,
    /// and belong to results that are dropped alike.
    fn are_alike(&self, (one, mine): &RaceVariants, (other, theirs): &RaceVariants) -> bool {
        let finish = |score: &Score| score.finishes().cloned().collect::<Vec<_>>();
        let finishes = |(one, other): &(Score, Score)| (finish(one), finish(other));
        let mut courses = mine.iter().map(finishes);
        let first = courses.next();
        let positions = self.sessions().get(*one).zip(self.sessions().get(*other));
        let swap = |(one, other): (&UnresolvedSession<'_>, &UnresolvedSession<'_>)| {
            self.plan().can_swap(one.position, other.position)
        };
        mine == theirs && courses.all(|course| Some(course) == first) && positions.is_some_and(swap)
    }
}

fn on((at, ways): &RaceVariants, course: usize) -> Option<Pair<'_>> {
    let (mine, theirs) = ways.get(course)?;
    Some((*at, mine, theirs))
}

fn is_race(open: &UnresolvedSession<'_>) -> bool {
    open.free && open.countback()
}

/// The scores in a race of one car in `place`, and of the best other car, in each variant.
fn race(open: &UnresolvedSession<'_>, place: u16) -> VariantScores {
    // Among places without points of their own the place itself is not claimed.
    let in_tail = place > open.paying();
    let mine = |play: PossibleResult| if in_tail { play.somewhere().score } else { play.score };
    let pairs = open.pairs(place).into_iter();
    pairs.map(|(one, other)| (mine(one), other.score)).collect()
}
