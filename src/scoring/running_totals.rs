//! Running totals of a championship: sessions are added one by one, and a table can be taken after any of them.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};

use super::account::{Account, Total};
use super::ledger::Ledger;
use super::successors::Successors;
use super::table::{RowBasis, Standing};
use super::ties::{Rank, Ranking, positions};
use crate::domain::{Adjustment, Listed, Points, Range, Rules, Slug, Strike, Ties};

/// The running totals of a championship whose results are all known.
#[derive(Clone)]
pub(super) struct RunningTotals<'a> {
    ledger: &'a Ledger,
    rules: &'a Rules,
    ties: &'a Ties,
    as_of: DateTime<Utc>,
    decisions: Vec<&'a Adjustment>,
    successors: Successors,
    accounts: Vec<Account>,
    newest: Option<usize>,
    sessions: usize,
    /// True if points known as a range count at their maximum; otherwise at their minimum.
    at_most: bool,
}

impl<'a> RunningTotals<'a> {
    /// Empty totals, with the decisions up to `as_of`.
    pub fn new(ledger: &'a Ledger, rules: &'a Rules, ties: &'a Ties, as_of: DateTime<Utc>) -> Self {
        Self {
            ledger,
            rules,
            ties,
            as_of,
            decisions: ledger.decided(as_of).collect(),
            successors: Successors::new(&ledger.competitors, ledger.decided(as_of)),
            accounts: vec![Account::default(); ledger.competitors.len()],
            newest: None,
            sessions: 0,
            at_most: false,
        }
    }

    /// The same, counting ranges of points at their maximum.
    pub fn at_most(self) -> Self {
        Self { at_most: true, ..self }
    }

    /// The same with some more sessions, by their positions in the ledger.
    pub fn over(mut self, sessions: &[usize]) -> Self {
        for session in sessions {
            self.add(*session);
        }
        self
    }

    /// Counts sessions that are added from now on as they stood at `as_of`.
    pub fn move_to(&mut self, as_of: DateTime<Utc>) {
        self.as_of = as_of;
    }

    /// Adds a session by its position in the ledger; starts a phase that begins with it.
    pub fn add(&mut self, session: usize) {
        self.begin(session);
        let ledger = self.ledger;
        let scores = ledger.session(session, self.as_of);
        let successors = &self.successors;
        let is_in = |(index, _): &(usize, &mut Account)| !successors.is_gone(*index);
        for (index, account) in self.accounts.iter_mut().enumerate().filter(is_in) {
            let Some(score) = successors.score(index, scores) else {
                continue;
            };
            let points = score.points();
            let points = if self.at_most { points.high } else { points.low };
            account.add(self.rules, &ledger.layout, session, score, points);
        }
        self.newest = Some(session);
        self.sessions += 1;
    }

    /// All accounts, in the order of the ledger's competitors.
    pub fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The ranking rules at this moment.
    pub fn ranking(&self) -> Ranking<'_> {
        let over = self.ledger.is_over_after(self.sessions);
        Ranking {
            ties: self.ties,
            decisions: &self.decisions,
            by_finish: over && self.rules.phases.last().is_some_and(|phase| phase.by_finish),
        }
    }

    /// The points of one account without dropped results and with decisions.
    pub fn total(&self, index: usize, account: &Account) -> Total {
        let mut total = account.total(self.rules, &self.ledger.layout, self.newest);
        total.points += self.adjusted(index);
        total
    }

    /// The points given or taken by decision.
    pub fn adjusted(&self, index: usize) -> Points {
        let theirs = self
            .decisions
            .iter()
            .filter(|one| self.ledger.competitors.get(index) == Some(&one.competitor));
        theirs.filter_map(|one| one.points).sum()
    }

    fn strike(&self, index: usize) -> Option<Strike> {
        let theirs = self
            .decisions
            .iter()
            .filter(|one| self.ledger.competitors.get(index) == Some(&one.competitor));
        theirs.rev().find_map(|one| one.strike)
    }

    fn begin(&mut self, session: usize) {
        for (phase, first) in self.rules.phases.iter().zip(&self.ledger.layout.phases) {
            if *first != Some(session) {
                continue;
            }
            // Seeds go by the table of those still in, however they qualify.
            let furthest = self.accounts.iter().map(|account| account.phase).max().unwrap_or(0);
            let account = |index: &usize| self.accounts.get(*index);
            let still_in = |index: &usize| account(index).is_some_and(|account| account.phase == furthest);
            let table: Vec<usize> = self.order().into_iter().filter(still_in).collect();
            let mut seeded: Vec<(usize, usize)> = table.into_iter().enumerate().collect();
            if let Some(qualify) = phase.qualify {
                if qualify.winners {
                    seeded.sort_by_key(|(_, index)| account(index).is_none_or(|account| account.wins == 0));
                }
                seeded.truncate(usize::from(qualify.best));
            }
            let kept = phase.base.is_none() && (phase.seeds.is_empty() || phase.pool.is_some());
            for (place, index) in seeded {
                if let Some(account) = self.accounts.get_mut(index) {
                    let mut base = if kept {
                        account.gross
                    } else {
                        phase.base.unwrap_or_default()
                    };
                    let seed = phase.seeds.get(place).copied().unwrap_or_default();
                    match &phase.pool {
                        Some(pool) => *account.pools.entry(pool.clone()).or_default() += seed,
                        None => base += seed,
                    }
                    let carried = phase.carry.iter().filter_map(|pool| account.pools.get(pool));
                    account.start_phase(session, base + carried.copied().sum(), !kept);
                }
            }
        }
    }

    /// The competitors in order, as indices.
    pub fn order(&self) -> Vec<usize> {
        self.ranked().into_iter().map(|(index, ..)| index).collect()
    }

    fn ranked(&self) -> Vec<(usize, &Account, Total)> {
        let ranking = self.ranking();
        let totals = self.accounts.iter().enumerate();
        let mut totals: Vec<_> = totals
            .map(|(index, account)| (index, account, self.total(index, account)))
            .collect();
        totals.sort_by(|one, other| match (self.rank(one), self.rank(other)) {
            (Some(one), Some(other)) => ranking.compare(&one, &other),
            _ => Ordering::Equal,
        });
        totals
    }

    fn rank<'s>(&'s self, (index, account, total): &'s (usize, &'s Account, Total)) -> Option<Rank<'s>> {
        Some(Rank {
            competitor: self.ledger.competitors.get(*index)?,
            points: total.points,
            account,
            dropped: &total.dropped,
        })
    }

    /// The order of two competitors by their indices: `Less` if `one` is ahead.
    pub fn compare(&self, one: usize, other: usize) -> Option<Ordering> {
        let entry = |index: usize| {
            let account = self.accounts.get(index)?;
            Some((index, account, self.total(index, account)))
        };
        let (one, other) = (entry(one)?, entry(other)?);
        Some(self.ranking().compare(&self.rank(&one)?, &self.rank(&other)?))
    }

    /// The row of a competitor whom the table does not list, without a place; `None` if it does, or if a decision struck
    /// the competitor.
    pub fn unlisted(&self, competitor: &Slug) -> Option<Standing> {
        let index = self.ledger.competitors.binary_search(competitor).ok()?;
        let account = self.accounts.get(index).filter(|_| self.strike(index).is_none())?;
        let total = self.total(index, account);
        if self.is_listed(index, account, &total) {
            return None;
        }
        self.row(&(index, account, total))
    }

    /// The table so far.
    pub fn table(&self) -> Vec<Standing> {
        let mut ranked = self.ranked();
        ranked.retain(|(index, account, total)| self.is_listed(*index, account, total));
        let (struck, ranked): (Vec<_>, Vec<_>) = ranked
            .into_iter()
            .partition(|(index, ..)| self.strike(*index).is_some());
        let ranking = self.ranking();
        let level = |at: usize| {
            let pair = ranked
                .get(at)
                .zip(at.checked_sub(1).and_then(|before| ranked.get(before)));
            let ranks = pair.and_then(|(one, before)| self.rank(one).zip(self.rank(before)));
            ranks.is_some_and(|(one, before)| ranking.compare(&one, &before).is_eq())
        };
        let positions = positions(self.ties.numbering, ranked.len(), level);
        let lead = ranked.first().map(|(.., total)| total.points);
        let placed = ranked.iter().zip(positions).filter_map(|(row, (position, tied))| {
            Some(Standing {
                position: Some(position),
                tied,
                gap: lead.map(|lead| lead - row.2.points),
                ..self.row(row)?
            })
        });
        placed.chain(struck.iter().filter_map(|row| self.row(row))).collect()
    }

    fn row(&self, (index, account, total): &(usize, &Account, Total)) -> Option<Standing> {
        let without = self.strike(*index) == Some(Strike::WithoutPoints);
        let session = |at: &usize| self.ledger.sessions.get(*at).map(|counted| counted.session.clone());
        Some(Standing {
            position: None,
            tied: 1,
            competitor: self.ledger.competitors.get(*index)?.clone(),
            points: Some(Range::exactly(if without { Points::ZERO } else { total.points })),
            gross: Some(account.gross + self.adjusted(*index)),
            dropped: total.dropped.iter().filter_map(session).collect(),
            gap: None,
            wins: Some(account.places.first().copied().unwrap_or(0)),
            basis: RowBasis::Computed,
        })
    }

    fn is_listed(&self, index: usize, account: &Account, total: &Total) -> bool {
        let decided = self.adjusted(index) != Points::ZERO;
        let by_rule = match self.rules.listed {
            Listed::Entered => account.entered || decided || total.points != Points::ZERO,
            Listed::Classified => account.classified || account.scored || decided,
            Listed::Scorers => account.scored || decided,
        };
        let over = self.ledger.is_over_after(self.sessions);
        let often = !over || self.rules.least_rounds.is_none_or(|least| account.rounds >= least);
        match self.strike(index) {
            _ if self.successors.is_gone(index) => false,
            Some(Strike::Removed) => false,
            Some(Strike::Unranked | Strike::WithoutPoints) => true,
            None => by_rule && often,
        }
    }
}
