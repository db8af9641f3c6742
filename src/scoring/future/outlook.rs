//! Where a championship stands, and who can still be where.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::contender::{Contender, Hand, Start, Who};
use super::open::{Open, cars};
use super::start;
use super::verdict::Verdict;
use crate::domain::{Adjustment, Championship, Points, Range, Rules, Season, SessionRef, Slug, Ties};
use crate::scoring::Ledger;
use crate::scoring::fits::{places, rounds};
use crate::scoring::score::Score;
use crate::scoring::ties::Ranking;

/// Where a championship stands at a moment, and what is still open.
#[derive(Debug, Clone)]
pub struct Outlook<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) rules: &'a Rules,
    ties: Option<&'a Ties>,
    decisions: Vec<&'a Adjustment>,
    contenders: Vec<Contender>,
    open: Vec<Open<'a>>,
    base: Option<Slug>,
    champion: Option<Slug>,
    sources: &'a [Slug],
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
        let mut open = Vec::new();
        let mut at = Vec::new();
        for position in start.open {
            let counted = ledger.sessions.get(position)?;
            let place = all.iter().find(|place| {
                place.weekend.id == counted.session.weekend && place.session.id == counted.session.session
            })?;
            let over = counted.end <= now;
            let known = season
                .classification(&counted.session.weekend, &counted.session.session)
                .is_some();
            let named = (position, counted.session.clone(), counted.round.clone());
            open.push(Open::new(rules, place, &labels, named, !(over && known)));
            at.push(*place);
        }
        let mut contenders = start.contenders;
        for contender in &mut contenders {
            let index = contender
                .who
                .competitor()
                .and_then(|who| ledger.competitors.binary_search(who).ok());
            let score = |open: &Open<'_>| {
                let score = index.and_then(|index| ledger.session(open.position, now).get(index));
                score.filter(|_| !open.free).cloned()
            };
            contender.known = open.iter().map(score).collect();
            if let (Some(who), Some(place)) = (contender.who.competitor(), at.first()) {
                contender.cars = cars(season, championship, rules, *place, who);
            }
        }
        Some(Self {
            ledger,
            rules,
            ties: rules.ties.as_ref(),
            decisions: ledger.decided(now).collect(),
            contenders,
            open,
            base: start.base,
            champion: start.champion,
            sources: start.sources,
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
            .position(|contender| contender.who.competitor() == Some(competitor))
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

    /// Whether nothing in the rules makes these statements bounds rather than facts: resets, results that only drop out
    /// after so many starts, places in the final table only after so many rounds, drops that are not known.
    pub fn exact(&self) -> bool {
        let drops = self.rules.drops.as_ref();
        self.rules.phases.is_empty()
            && self.rules.least_rounds.is_none()
            && drops.is_some_and(|drops| drops.iter().all(|drops| drops.least_starts.is_none()))
    }

    /// Whether results are dropped, as far as the rules tell.
    pub fn drops(&self) -> Option<bool> {
        self.rules.drops.as_ref().map(|drops| !drops.is_empty())
    }

    /// Whether somebody can be first after the first `sessions` open sessions.
    pub fn chance(&self, who: usize, sessions: usize) -> Chance {
        let Some(hero) = self.contenders.get(who) else {
            return Chance::Never;
        };
        let (best, worst) = (self.best(hero, 0..sessions), self.worst(hero, 0..sessions));
        let mut sure = true;
        let mut chance = Chance::Possible;
        for other in self.others(who) {
            let found = match self.verdict(&best, &self.worst(other, 0..sessions)) {
                Verdict::Behind => return Chance::Never,
                Verdict::Open => Chance::Unknown,
                Verdict::Level => Chance::Shared,
                Verdict::Ahead => Chance::Possible,
            };
            chance = chance.min(found);
            sure = sure && self.verdict(&worst, &self.best(other, 0..sessions)) == Verdict::Ahead;
        }
        if sure { Chance::Certain } else { chance }
    }

    /// Who can be in front of `who` after the first `sessions` open sessions, whatever else happens.
    pub fn threats(&self, who: usize, sessions: usize) -> Vec<usize> {
        let Some(hero) = self.contenders.get(who) else {
            return Vec::new();
        };
        let worst = self.worst(hero, 0..sessions);
        let ahead = |other: &Contender| self.verdict(&worst, &self.best(other, 0..sessions)) != Verdict::Ahead;
        let others = self.contenders.iter().enumerate();
        others
            .filter(|(index, other)| *index != who && ahead(other))
            .map(|(index, _)| index)
            .collect()
    }

    /// The least and the most points somebody can have after the first `sessions` open sessions.
    pub fn reach(&self, who: usize, sessions: usize) -> Option<Range<Points>> {
        let hero = self.contenders.get(who)?;
        let (best, worst) = (self.best(hero, 0..sessions), self.worst(hero, 0..sessions));
        Some(worst.points().or(best.points()))
    }

    /// Whether somebody can be sure of the first place at the season's end after the first `sessions` open sessions.
    pub fn can_clinch(&self, who: usize, sessions: usize) -> bool {
        let Some(hero) = self.contenders.get(who) else {
            return false;
        };
        let all = self.open.len();
        let mine = self.hand(hero, self.scores(hero, sessions, Self::best_score, Self::worst_score));
        self.others(who).all(|other| {
            let theirs = self.hand(other, self.scores(other, sessions, Self::worst_score, Self::best_score));
            self.verdict(&mine, &theirs) == Verdict::Ahead
        }) && sessions <= all
    }

    /// The scores of all open sessions: by one rule for the first, by another for the others.
    fn scores(
        &self,
        who: &Contender,
        first: usize,
        of_first: fn(&Self, &Contender, usize) -> Option<Score>,
        of_rest: fn(&Self, &Contender, usize) -> Option<Score>,
    ) -> Vec<(usize, Score)> {
        let score = |at: usize| {
            if at < first {
                of_first(self, who, at)
            } else {
                of_rest(self, who, at)
            }
        };
        (0..self.open.len()).filter_map(|at| Some((at, score(at)?))).collect()
    }

    /// Who won, by the final table as it was printed.
    pub const fn printed_champion(&self) -> Option<&Slug> {
        self.champion.as_ref()
    }

    /// Who is in front for sure when nothing more is run: the champion, once no session is open or none matters.
    pub fn decided(&self) -> Option<usize> {
        (0..self.contenders.len()).find(|who| self.chance(*who, self.open.len()) == Chance::Certain)
    }

    pub(super) fn session(&self, session: usize) -> Option<&Open<'a>> {
        self.open.get(session)
    }

    pub(super) fn sessions(&self) -> &[Open<'a>] {
        &self.open
    }

    pub(super) fn others(&self, who: usize) -> impl Iterator<Item = &Contender> {
        let others = self.contenders.iter().enumerate();
        others.filter(move |(index, _)| *index != who).map(|(_, other)| other)
    }

    pub(super) fn verdict(&self, one: &Hand<'_>, other: &Hand<'_>) -> Verdict {
        let ranking = self.ties.map(|ties| Ranking {
            ties,
            decisions: &self.decisions,
            by_finish: false,
        });
        Verdict::between(one, other, ranking.as_ref())
    }

    /// The hand of somebody who gets the most out of some sessions.
    pub(super) fn best<'s>(&self, who: &'s Contender, sessions: std::ops::Range<usize>) -> Hand<'s> {
        let scores = sessions
            .filter_map(|at| Some((at, self.best_score(who, at)?)))
            .collect();
        self.hand(who, scores)
    }

    /// The hand of somebody who gets nothing out of some sessions.
    pub(super) fn worst<'s>(&self, who: &'s Contender, sessions: std::ops::Range<usize>) -> Hand<'s> {
        let scores = sessions
            .filter_map(|at| Some((at, self.worst_score(who, at)?)))
            .collect();
        self.hand(who, scores)
    }

    pub(super) fn best_score(&self, who: &Contender, session: usize) -> Option<Score> {
        let open = self.open.get(session)?;
        Some(match who.known.get(session).and_then(Option::as_ref) {
            Some(known) => start::at_most(known),
            None if who.cars > 1 => open.best_of(who.cars).score,
            None => open.best().score,
        })
    }

    pub(super) fn worst_score(&self, who: &Contender, session: usize) -> Option<Score> {
        let open = self.open.get(session)?;
        Some(match who.known.get(session).and_then(Option::as_ref) {
            Some(known) => start::at_least(known),
            None => open.play(None, &[]).score,
        })
    }

    pub(super) fn hand<'s>(&self, who: &'s Contender, scores: Vec<(usize, Score)>) -> Hand<'s> {
        let adjusted = who.who.competitor().map_or(Points::ZERO, |who| {
            let theirs = self.decisions.iter().filter(|one| one.competitor == *who);
            theirs.filter_map(|one| one.points).sum()
        });
        let plays = scores.iter().filter_map(|(at, score)| {
            let open = self.open.get(*at)?;
            Some((open.position, &open.round, score))
        });
        who.hand(self.rules, &self.ledger.plan, adjusted, plays)
    }
}

impl Contender {
    /// Whether every result so far is known.
    pub const fn is_known(&self) -> bool {
        matches!(self.start, Start::Account(..))
    }

    /// The contender's id, for one with a name.
    pub const fn competitor(&self) -> Option<&Slug> {
        Who::competitor(&self.who)
    }
}
