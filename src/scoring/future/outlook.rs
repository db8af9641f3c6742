//! Outlook: the state of a championship, and the places that are still possible.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::bounds::BoundsContext;
use super::compare::Comparison;
use super::contender::{Bounds, Contender, Projection};
use super::current;
use super::exact::is_exact;
use super::open::UnresolvedSession;
use crate::domain::{
    Adjustment, AwardId, Championship, Points, Range, RoundLabel, Rules, Season, SessionRef, Slug, SourceId, Ties,
};
use crate::scoring::layout::SeasonLayout;
use crate::scoring::ledger::Ledger;
use crate::scoring::score::Score;

/// The state of a championship at a moment, and its open sessions.
#[derive(Debug, Clone)]
pub struct Outlook<'a> {
    ledger: &'a Ledger,
    pub(super) rules: &'a Rules,
    pub(super) ties: Option<&'a Ties>,
    pub(super) decisions: Vec<&'a Adjustment>,
    contenders: Vec<Contender>,
    open: Vec<UnresolvedSession<'a>>,
    /// The extremes after each number of open sessions, computed on demand.
    extremes: Vec<OnceLock<Extremes>>,
    base: Option<RoundLabel>,
    sources: &'a [SourceId],
    exact: bool,
    /// The number of open sessions before points are reset.
    until_reset: usize,
}

/// The worst and the best projections of all contenders after some sessions.
#[derive(Debug, Clone)]
pub(super) struct Extremes {
    pub worst: Vec<Projection>,
    pub best: Vec<Projection>,
}

/// The chance of being first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chance {
    /// It is impossible.
    Never,
    /// It depends on something unknown: tie-breaks, or the points of others.
    Unknown,
    /// Only level with another.
    Shared,
    /// It is possible.
    Possible,
    /// It is certain.
    Certain,
}

/// The case assumed for a contender in a session: everything possible, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Worst,
    Best,
}

impl<'a> Outlook<'a> {
    /// Computes the outlook of a championship as it stood at `now`; `None` if the points for places, or the points so
    /// far, are not known at all.
    pub fn new(
        season: &'a Season,
        championship: &'a Championship,
        ledger: &'a Ledger,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let rules = season.rules_of(championship)?;
        rules.scales.as_ref()?;
        rules.awards.as_ref()?;
        let current = current::look(season, championship, ledger, now)?;
        let decisions: Vec<&Adjustment> = ledger.decided(now).collect();
        let mut contenders = current.contenders;
        contenders.retain(|contender| {
            let who = contender.competitor();
            let struck = |one: &Adjustment| one.strike.is_some() && who == Some(&one.competitor);
            let is_gone = |one: &Adjustment| one.takes_over.is_some() && who == one.takes_over.as_ref();
            !decisions.iter().any(|one| struck(one) || is_gone(one))
        });
        let context = BoundsContext {
            season,
            championship,
            ledger,
            rules,
            now,
        };
        let open = context.open_sessions(&current.open)?;
        for session in &open {
            context.add(session, &mut contenders);
        }
        let phases = ledger.layout.phases.iter().flatten();
        let resets = phases.filter(|first| !current.counted.contains(first));
        let before = |first: &usize| open.iter().filter(|open| open.position < *first).count();
        let until_reset = resets.map(before).min().unwrap_or(usize::MAX);
        let from_print = current.base.is_some();
        let exact = until_reset >= open.len() && is_exact(&context, &open, &contenders, from_print);
        Some(Self {
            ledger,
            rules,
            ties: rules.ties.as_ref(),
            decisions,
            contenders,
            extremes: vec![OnceLock::new(); open.len() + 1],
            open,
            base: current.base,
            sources: current.sources,
            exact,
            until_reset,
        })
    }

    /// The contenders, the leader first.
    pub fn contenders(&self) -> &[Contender] {
        &self.contenders
    }

    /// A contender by id.
    pub fn contender(&self, competitor: &Slug) -> Option<usize> {
        self.contenders
            .iter()
            .position(|contender| contender.competitor() == Some(competitor))
    }

    /// The label of the round of the published table that it continues; absent if every result is known.
    pub const fn base(&self) -> Option<&RoundLabel> {
        self.base.as_ref()
    }

    /// The sources of that table.
    pub fn sources(&self) -> &'a [SourceId] {
        self.sources
    }

    /// The open sessions, in order.
    pub fn open(&self) -> Vec<(&SessionRef, &RoundLabel)> {
        self.open.iter().map(|open| (&open.session, &open.round)).collect()
    }

    /// The names of an open session's awards.
    pub fn awards(&self, session: usize) -> Vec<&'a AwardId> {
        let open = self.open.get(session);
        open.map_or_else(Vec::new, |open| open.awards.iter().map(|prize| prize.award).collect())
    }

    /// The positions of the open sessions in the ledger.
    pub fn positions(&self) -> Vec<usize> {
        self.open.iter().map(|open| open.position).collect()
    }

    /// True if these statements are facts. Otherwise they are bounds: certain, safe and impossible are so, possible may
    /// not be. That is the case if best and worst cases cannot be separated from each other, or from the rest of the
    /// field: points that are reset (later results are left open), drops or final places that need a number of starts,
    /// unknown drops, shared cars with droppable results, results known with holes.
    pub const fn exact(&self) -> bool {
        self.exact
    }

    /// True if results are dropped, as far as the rules tell.
    pub fn drops(&self) -> Option<bool> {
        self.rules.drops.as_ref().map(|drops| !drops.is_empty())
    }

    /// The chance of being first after the first `sessions` open sessions, before any later one is run.
    ///
    /// Never: in no case first. Shared: never first alone. Certain: always first alone. Possible: anything else.
    pub fn chance(&self, who: usize, sessions: usize) -> Chance {
        if who >= self.contenders.len() || self.is_cut(who) {
            return Chance::Never;
        }
        let mut sure = true;
        let mut chance = Chance::Possible;
        for other in self.others(who) {
            let found = match self.at_extremes(who, other, sessions, Case::Best) {
                Comparison::Behind => return Chance::Never,
                Comparison::Open => Chance::Unknown,
                Comparison::Level => Chance::Shared,
                Comparison::Ahead => Chance::Possible,
            };
            chance = chance.min(found);
            sure = sure && self.at_extremes(who, other, sessions, Case::Worst) == Comparison::Ahead;
        }
        if sure { Chance::Certain } else { chance }
    }

    /// The contenders who can be level with `who` or ahead after the first `sessions` open sessions.
    pub fn threats(&self, who: usize, sessions: usize) -> Vec<usize> {
        let ahead = |other: &usize| self.at_extremes(who, *other, sessions, Case::Worst) != Comparison::Ahead;
        self.others(who).filter(ahead).collect()
    }

    /// Minimum and maximum points after the first `sessions` open sessions, if points are not reset.
    pub fn reach(&self, who: usize, sessions: usize) -> Option<Range<Points>> {
        let extremes = self.extremes(sessions)?;
        let (worst, best) = (extremes.worst.get(who)?, extremes.best.get(who)?);
        Some(worst.points().or(best.points()))
    }

    /// True if the first `sessions` open sessions can go so that nothing after them keeps `who` from being first alone
    /// at the season's end.
    pub fn can_clinch(&self, who: usize, sessions: usize) -> bool {
        let case = |at: usize| if at < sessions { Case::Best } else { Case::Worst };
        let all = self.open.len();
        let clear = |other: usize| {
            // Drivers who share a car are too close to separate if results may be dropped: that is no reason to rule it
            // out.
            let told = self.exact || !self.are_mates(who, other, all);
            !told || self.duel(who, other, all, case) == Comparison::Ahead
        };
        let may_be = self.crosses(all) || self.others(who).all(clear);
        sessions <= all && who < self.contenders.len() && !self.is_cut(who) && may_be
    }

    /// The contender who is certain to be first if nothing more is run: the champion, once no session is open or none
    /// matters.
    pub fn decided(&self) -> Option<usize> {
        (0..self.contenders.len()).find(|who| self.chance(*who, self.open.len()) == Chance::Certain)
    }

    /// True if points are reset within the first `sessions` open sessions.
    pub(super) const fn crosses(&self, sessions: usize) -> bool {
        sessions > self.until_reset
    }

    pub(super) fn sessions(&self) -> &[UnresolvedSession<'a>] {
        &self.open
    }

    pub(super) const fn plan(&self) -> &SeasonLayout {
        &self.ledger.layout
    }

    pub(super) fn others(&self, who: usize) -> impl Iterator<Item = usize> + use<> {
        (0..self.contenders.len()).filter(move |other| *other != who)
    }

    /// True if any contenders share a car in any of the first `sessions` open sessions.
    pub(super) fn shares_cars(&self, sessions: usize) -> bool {
        let shared = |contender: &Contender| contender.shared.iter().take(sessions).any(Option::is_some);
        self.contenders.iter().any(shared)
    }

    /// True if no more than one car of each contender scores.
    pub(super) fn is_one_car_each(&self) -> bool {
        let one = |bounds: &Bounds| bounds.most.finishes().filter(|finish| finish.place.is_some()).count() <= 1;
        self.contenders.iter().all(|contender| contender.bounds.iter().all(one))
    }

    /// The projection of a contender after some open sessions.
    pub(super) fn project<'s>(
        &self,
        who: usize,
        scores: impl Iterator<Item = (usize, &'s Score)>,
    ) -> Option<Projection> {
        let contender = self.contenders.get(who)?;
        let plays = scores.filter_map(|(at, score)| Some((self.open.get(at)?.position, score)));
        Some(contender.project(self.rules, &self.ledger.layout, plays))
    }

    /// A projection with the score of one more open session.
    pub(super) fn with(&self, projection: &Projection, session: usize, score: &Score) -> Option<Projection> {
        let position = self.open.get(session)?.position;
        let play = std::iter::once((position, score));
        Some(projection.clone().with(self.rules, &self.ledger.layout, play))
    }

    pub(super) fn extremes(&self, sessions: usize) -> Option<&Extremes> {
        let all = |case: Case| -> Vec<Projection> {
            let projection = |who| self.project(who, self.scores(who, sessions, |_| case));
            (0..self.contenders.len()).filter_map(projection).collect()
        };
        let cell = self.extremes.get(sessions)?;
        Some(cell.get_or_init(|| Extremes {
            worst: all(Case::Worst),
            best: all(Case::Best),
        }))
    }

    /// The scores of a contender in the first `sessions` open sessions.
    pub(super) fn scores(
        &self,
        who: usize,
        sessions: usize,
        case: impl Fn(usize) -> Case,
    ) -> impl Iterator<Item = (usize, &Score)> {
        let bounds = self.contenders.get(who).map_or(&[][..], |contender| &contender.bounds);
        let sessions = bounds.iter().enumerate().take(sessions);
        sessions.map(move |(at, bounds)| match case(at) {
            Case::Best => (at, &bounds.most),
            Case::Worst => (at, &bounds.least),
        })
    }

    /// The projection of a contender after all but the first of some open sessions.
    pub(super) fn after_the_first(&self, who: usize, sessions: usize, case: Case) -> Option<Projection> {
        self.project(who, self.scores(who, sessions, |_| case).skip(1))
    }
}
