//! Where a championship stands, and who can still be where.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::contender::{Bounds, Contender, Hand};
use super::exact;
use super::open::Open;
use super::start;
use super::verdict::Verdict;
use crate::domain::{Adjustment, Championship, Points, Range, Ranks, Rules, Season, SessionRef, Slug, Ties};
use crate::scoring::Ledger;
use crate::scoring::fits::{places, rounds};
use crate::scoring::fleet::Fleet;
use crate::scoring::score::Score;
use crate::scoring::ties::Ranking;

/// Where a championship stands at a moment, and what is still open.
#[derive(Debug, Clone)]
pub struct Outlook<'a> {
    ledger: &'a Ledger,
    rules: &'a Rules,
    ties: Option<&'a Ties>,
    decisions: Vec<&'a Adjustment>,
    contenders: Vec<Contender>,
    open: Vec<Open<'a>>,
    /// For each number of open sessions what everybody has after them at worst and at best.
    extremes: Vec<OnceLock<Extremes>>,
    base: Option<Slug>,
    champion: Option<Slug>,
    sources: &'a [Slug],
    exact: bool,
}

/// What everybody has after some sessions at worst and at best.
#[derive(Debug, Clone)]
struct Extremes {
    worst: Vec<Hand>,
    best: Vec<Hand>,
}

/// Whether somebody can be in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chance {
    /// Not any more.
    Never,
    /// That hangs on what is not known: how ties are decided, or what the others have.
    Unknown,
    /// Only level with somebody else.
    Shared,
    /// It can happen.
    Possible,
    /// It cannot be otherwise.
    Certain,
}

/// What a session brings somebody: all that it can, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Luck {
    Worst,
    Best,
}

impl<'a> Outlook<'a> {
    /// Looks at a championship as it stood at `now`; `None` when the points that places pay, or the points so far, are
    /// not known at all.
    pub fn new(
        season: &'a Season,
        championship: &'a Championship,
        ledger: &'a Ledger,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let rules = season.rules_of(championship)?;
        rules.scales.as_ref()?;
        rules.awards.as_ref()?;
        let start = start::look(season, championship, ledger, now)?;
        let labels = rounds(season);
        let all = places(season, &labels);
        let decisions: Vec<&Adjustment> = ledger.decided(now).collect();
        let mut contenders = start.contenders;
        contenders.retain(|contender| {
            let struck = |one: &&Adjustment| one.strike.is_some() && contender.competitor() == Some(&one.competitor);
            !decisions.iter().any(struck)
        });
        let mut open = Vec::new();
        for position in start.open {
            let counted = ledger.sessions.get(position)?;
            let place = all.iter().find(|place| {
                place.weekend.id == counted.session.weekend && place.session.id == counted.session.session
            })?;
            let known = season
                .classification(&counted.session.weekend, &counted.session.session)
                .filter(|_| counted.end <= now);
            let named = (position, counted.session.clone(), counted.round.clone());
            let session = Open::new(rules, place, &labels, named, known.is_none());
            let fleet = Fleet::new(season, championship, Some(rules), &place.weekend.id);
            let annulled = ledger.annulled(now, &place.weekend.id, &place.session.id);
            for contender in &mut contenders {
                let competitor = contender.competitor();
                let index = competitor.and_then(|who| ledger.competitors.binary_search(who).ok());
                let score = index.and_then(|index| ledger.session(position, now).get(index));
                let bounds = match score.filter(|_| !session.free) {
                    Some(known) => start::bounds(known),
                    None if annulled.iter().any(|(whose, _)| competitor == Some(whose)) => Bounds {
                        least: Score::default(),
                        most: Score::default(),
                    },
                    None => Bounds {
                        least: session.least(),
                        most: session.most(competitor.map_or(1, |who| fleet.of(who))),
                    },
                };
                let entry = competitor
                    .filter(|_| championship.ranks == Ranks::Driver)
                    .and_then(|who| season.entry(&place.weekend.id, Some(who), None));
                let crew = entry.filter(|entry| entry.drivers.len() > 1);
                let number = crew.and_then(|crew| season.entries.iter().position(|entry| std::ptr::eq(entry, crew)));
                contender.bounds.push(bounds);
                contender.shared.push(number);
            }
            open.push(session);
        }
        let exact = exact::is_exact(season, rules, (&open, &contenders), start.base.is_some());
        Some(Self {
            ledger,
            rules,
            ties: rules.ties.as_ref(),
            decisions,
            contenders,
            extremes: vec![OnceLock::new(); open.len() + 1],
            open,
            base: start.base,
            champion: start.champion,
            sources: start.sources,
            exact,
        })
    }

    /// Everybody who may still lead, the leader first.
    pub fn contenders(&self) -> &[Contender] {
        &self.contenders
    }

    /// A contender by id.
    pub fn contender(&self, competitor: &Slug) -> Option<usize> {
        self.contenders
            .iter()
            .position(|contender| contender.competitor() == Some(competitor))
    }

    /// The label of the round after which a printed table is the base of it all; absent when every result is known.
    pub const fn base(&self) -> Option<&Slug> {
        self.base.as_ref()
    }

    /// Who printed the table that it starts from.
    pub fn sources(&self) -> &'a [Slug] {
        self.sources
    }

    /// The sessions that are not resolved, in order.
    pub fn open(&self) -> Vec<(&SessionRef, &Slug)> {
        self.open.iter().map(|open| (&open.session, &open.round)).collect()
    }

    /// The names of an open session's awards.
    pub fn awards(&self, session: usize) -> Vec<&'a Slug> {
        let open = self.open.get(session);
        open.map_or_else(Vec::new, |open| open.awards.iter().map(|prize| prize.award).collect())
    }

    /// The sessions in the order of the ledger that are open, as positions there.
    pub fn positions(&self) -> Vec<usize> {
        self.open.iter().map(|open| open.position).collect()
    }

    /// Whether these statements are facts. Otherwise they are bounds: what is said to be certain, safe or out of reach is so,
    /// what is said to be possible may not be. That is so where the best for one and the worst for another cannot be told
    /// apart from each other, or from the rest of the field: resets, results that only drop out after so many starts,
    /// places in the final table only after so many rounds, drops that are not known, shared cars whose results may be
    /// dropped, results known with holes.
    pub const fn exact(&self) -> bool {
        self.exact
    }

    /// Whether it is always known who is ahead at equal points. It is not where ties are decided by nothing known, nor where
    /// the rules can make a worse place the better one: such a tie is open as long as any session is.
    pub fn knows_ties(&self) -> bool {
        let ranking = self.ranking();
        ranking.is_some_and(|ranking| ranking.rises_with_places(self.rules))
    }

    /// Whether results are dropped, as far as the rules tell.
    pub fn drops(&self) -> Option<bool> {
        self.rules.drops.as_ref().map(|drops| !drops.is_empty())
    }

    /// Whether somebody can be first after the first `sessions` open sessions, when those after them are not run yet.
    ///
    /// Never: in no case first. Shared: never first alone. Certain: always first alone. Possible: anything else.
    pub fn chance(&self, who: usize, sessions: usize) -> Chance {
        if who >= self.contenders.len() {
            return Chance::Never;
        }
        let mut sure = true;
        let mut chance = Chance::Possible;
        for other in self.others(who) {
            let found = match self.at_extremes(who, other, sessions, Luck::Best) {
                Verdict::Behind => return Chance::Never,
                Verdict::Open => Chance::Unknown,
                Verdict::Level => Chance::Shared,
                Verdict::Ahead => Chance::Possible,
            };
            chance = chance.min(found);
            sure = sure && self.at_extremes(who, other, sessions, Luck::Worst) == Verdict::Ahead;
        }
        if sure { Chance::Certain } else { chance }
    }

    /// Who can be level with `who` or in front after the first `sessions` open sessions.
    pub fn threats(&self, who: usize, sessions: usize) -> Vec<usize> {
        let ahead = |other: &usize| self.at_extremes(who, *other, sessions, Luck::Worst) != Verdict::Ahead;
        self.others(who).filter(ahead).collect()
    }

    /// The least and the most points somebody can have after the first `sessions` open sessions.
    pub fn reach(&self, who: usize, sessions: usize) -> Option<Range<Points>> {
        let extremes = self.extremes(sessions)?;
        let (worst, best) = (extremes.worst.get(who)?, extremes.best.get(who)?);
        Some(worst.points().or(best.points()))
    }

    /// Whether the first `sessions` open sessions can go so that nothing after them keeps somebody from being first alone
    /// at the season's end.
    pub fn can_clinch(&self, who: usize, sessions: usize) -> bool {
        let luck = |at: usize| if at < sessions { Luck::Best } else { Luck::Worst };
        let all = self.open.len();
        let mut others = self.others(who);
        sessions <= all
            && who < self.contenders.len()
            && others.all(|other| self.duel(who, other, all, luck) == Verdict::Ahead)
    }

    /// Who won, by the final table as it was printed.
    pub const fn printed_champion(&self) -> Option<&Slug> {
        self.champion.as_ref()
    }

    /// Who is in front for sure when nothing more is run: the champion, once no session is open or none matters.
    pub fn decided(&self) -> Option<usize> {
        (0..self.contenders.len()).find(|who| self.chance(*who, self.open.len()) == Chance::Certain)
    }

    pub(super) fn sessions(&self) -> &[Open<'a>] {
        &self.open
    }

    pub(super) fn others(&self, who: usize) -> impl Iterator<Item = usize> + use<> {
        (0..self.contenders.len()).filter(move |other| *other != who)
    }

    /// Whether some contenders share a car in any of the first `sessions` open sessions.
    pub(super) fn shares_cars(&self, sessions: usize) -> bool {
        let shared = |contender: &Contender| contender.shared.iter().take(sessions).any(Option::is_some);
        self.contenders.iter().any(shared)
    }

    /// Whether one car of each contender is all that scores.
    pub(super) fn is_one_car_each(&self) -> bool {
        let one = |bounds: &Bounds| bounds.most.finishes().count() <= 1;
        self.contenders.iter().all(|contender| contender.bounds.iter().all(one))
    }

    /// What somebody has after some open sessions.
    pub(super) fn hand<'s>(&self, who: usize, scores: impl Iterator<Item = (usize, &'s Score)>) -> Option<Hand> {
        let contender = self.contenders.get(who)?;
        let plays = scores.filter_map(|(at, score)| Some((self.open.get(at)?.position, score)));
        Some(contender.hand(self.rules, &self.ledger.plan, plays))
    }

    /// What somebody has who has this hand and the score of one more open session.
    pub(super) fn with(&self, hand: &Hand, session: usize, score: &Score) -> Option<Hand> {
        let position = self.open.get(session)?.position;
        let play = std::iter::once((position, score));
        Some(hand.clone().with(self.rules, &self.ledger.plan, play))
    }

    /// Who of two is ahead; `settled` where no session is left out that could change how a tie is seen.
    pub(super) fn verdict(
        &self,
        (one, mine): (usize, &Hand),
        (other, theirs): (usize, &Hand),
        settled: bool,
    ) -> Verdict {
        let ranking = self.ranking();
        let ranking = ranking.filter(|ranking| settled || ranking.rises_with_places(self.rules));
        match (self.contenders.get(one), self.contenders.get(other)) {
            (Some(one), Some(other)) => Verdict::between((one, mine), (other, theirs), ranking.as_ref()),
            _ => Verdict::Open,
        }
    }

    fn ranking(&self) -> Option<Ranking<'_>> {
        let ranking = |ties| Ranking {
            ties,
            decisions: &self.decisions,
            by_finish: false,
        };
        self.ties.map(ranking)
    }

    fn extremes(&self, sessions: usize) -> Option<&Extremes> {
        let all = |luck: Luck| -> Vec<Hand> {
            let hand = |who| self.hand(who, self.scores(who, sessions, |_| luck));
            (0..self.contenders.len()).filter_map(hand).collect()
        };
        let cell = self.extremes.get(sessions)?;
        Some(cell.get_or_init(|| Extremes {
            worst: all(Luck::Worst),
            best: all(Luck::Best),
        }))
    }

    /// Who of two is ahead when all luck is with one and none with the other.
    fn at_extremes(&self, one: usize, other: usize, sessions: usize, luck: Luck) -> Verdict {
        let hands = self
            .extremes(sessions)
            .filter(|_| !self.are_mates(one, other, sessions));
        let hands = hands.and_then(|extremes| match luck {
            Luck::Best => extremes.best.get(one).zip(extremes.worst.get(other)),
            Luck::Worst => extremes.worst.get(one).zip(extremes.best.get(other)),
        });
        match hands {
            Some((mine, theirs)) => self.verdict((one, mine), (other, theirs), sessions == 0),
            None => self.duel(one, other, sessions, |_| luck),
        }
    }

    /// Who of two is ahead when each session is all luck for one and none for the other.
    fn duel(&self, one: usize, other: usize, sessions: usize, luck: impl Fn(usize) -> Luck) -> Verdict {
        let not = |at: usize| match luck(at) {
            Luck::Best => Luck::Worst,
            Luck::Worst => Luck::Best,
        };
        let mine: Vec<(usize, &Score)> = self.scores(one, sessions, &luck).collect();
        let theirs: Vec<(usize, &Score)> = self.scores(other, sessions, not).collect();
        let mates = |at: usize| self.exact && self.is_shared(one, other, at);
        // Who shares a car shares its place: only an award can tell the two apart.
        let apart: Vec<Option<(Score, Score)>> = (0..sessions)
            .map(|at| {
                let (ahead, behind) = self.open.get(at).filter(|_| mates(at))?.awards_apart();
                Some(if luck(at) == Luck::Best {
                    (ahead, behind)
                } else {
                    (behind, ahead)
                })
            })
            .collect();
        let pair = |at: usize| apart.get(at).and_then(Option::as_ref);
        let mine = mine
            .into_iter()
            .map(|(at, score)| (at, pair(at).map_or(score, |pair| &pair.0)));
        let theirs = theirs
            .into_iter()
            .map(|(at, score)| (at, pair(at).map_or(score, |pair| &pair.1)));
        match self.hand(one, mine).zip(self.hand(other, theirs)) {
            Some((mine, theirs)) => self.verdict((one, &mine), (other, &theirs), sessions == 0),
            None => Verdict::Open,
        }
    }

    fn are_mates(&self, one: usize, other: usize, sessions: usize) -> bool {
        (0..sessions).any(|at| self.is_shared(one, other, at))
    }

    fn is_shared(&self, one: usize, other: usize, session: usize) -> bool {
        let car = |who: usize| self.contenders.get(who)?.shared.get(session).copied().flatten();
        let free = self.open.get(session).is_some_and(|open| open.free);
        free && car(one).is_some() && car(one) == car(other)
    }

    /// What the first `sessions` open sessions bring somebody.
    fn scores(
        &self,
        who: usize,
        sessions: usize,
        luck: impl Fn(usize) -> Luck,
    ) -> impl Iterator<Item = (usize, &Score)> {
        let bounds = self.contenders.get(who).map_or(&[][..], |contender| &contender.bounds);
        let sessions = bounds.iter().enumerate().take(sessions);
        sessions.map(move |(at, bounds)| match luck(at) {
            Luck::Best => (at, &bounds.most),
            Luck::Worst => (at, &bounds.least),
        })
    }

    /// What everybody has after all but the first of some open sessions: one at worst, the others at best.
    pub(super) fn after_the_first(&self, who: usize, sessions: usize, best: bool) -> Option<Hand> {
        let luck = if best { Luck::Best } else { Luck::Worst };
        self.hand(who, self.scores(who, sessions, |_| luck).skip(1))
    }
}
