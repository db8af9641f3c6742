//! The current state of a season: every result, or a published table and the results since.

use chrono::{DateTime, Utc};

use super::contender::{Contender, ContenderId, KnownState, won};
use crate::domain::{
    Championship, Points, PublishedRow, PublishedTable, Range, RoundLabel, Season, Slug, SourceId, Tally,
};
use crate::scoring::account::Account;
use crate::scoring::ledger::Ledger;
use crate::scoring::running_totals::RunningTotals;
use crate::scoring::score::Score;

/// The current state of a season.
pub(super) struct CurrentState<'a> {
    /// The contenders, the leader first.
    pub contenders: Vec<Contender>,
    /// The positions of the sessions that their points include.
    pub counted: Vec<usize>,
    /// The positions of the sessions without a resolved result.
    pub open: Vec<usize>,
    /// The label of the round that a published table follows.
    pub base: Option<RoundLabel>,
    /// The sources of that table.
    pub sources: &'a [SourceId],
}

pub(super) fn look<'a>(
    season: &'a Season,
    championship: &Championship,
    ledger: &Ledger,
    now: DateTime<Utc>,
) -> Option<CurrentState<'a>> {
    let over = ledger.over(now);
    // Nothing can be said of a season of which weekends are missing.
    let rules = season.rules_of(championship).filter(|_| ledger.is_whole)?;
    let is_known = |session: usize| ledger.is_resolved(session, now) && ledger.knows_places(rules, session, now);
    let resolved = |session: &usize| over.contains(session) && is_known(*session);
    let (done, open): (Vec<usize>, Vec<usize>) = (0..ledger.sessions.len()).partition(resolved);
    let tables = ledger.printed(season, &over, now);
    // A published table is only needed if results up to it are missing.
    let needed = tables
        .last()
        .is_some_and(|(at, _)| (0..=*at).any(|session| !resolved(&session)));
    if let Some((rules, ties)) = ledger.computed_by(season, championship, &over)
        && !needed
        && (!done.is_empty() || over.is_empty())
    {
        return Some(CurrentState {
            contenders: counted(ledger, &RunningTotals::new(ledger, rules, ties, now).over(&done)),
            counted: done,
            open,
            base: None,
            sources: &[],
        });
    }
    let (base, table, rows) = tables
        .iter()
        .rev()
        .find_map(|(at, table)| Some((at, *table, head(table)?)))?;
    let since: Vec<usize> = (base + 1..ledger.sessions.len()).collect();
    let (fixed, open): (Vec<usize>, Vec<usize>) = since.into_iter().partition(resolved);
    let start = PublishedStart {
        season,
        ledger,
        now,
        base: *base,
        since: &fixed,
    };
    Some(CurrentState {
        contenders: start.contenders(&rows, table.complete),
        // A published table includes all phases that had begun.
        counted: (0..=*base).collect(),
        open,
        base: ledger.sessions.get(*base).map(|counted| counted.round.clone()),
        sources: &table.sources,
    })
}

fn counted(ledger: &Ledger, count: &RunningTotals<'_>) -> Vec<Contender> {
    let accounts = ledger.competitors.iter().zip(count.accounts()).enumerate();
    let contender = |(index, (competitor, account)): (usize, (&Slug, &Account))| {
        contender(
            ContenderId::Competitor(competitor.clone()),
            KnownState::Account {
                account: Box::new(account.clone()),
                points: count.total(index, account).points,
                adjusted: count.adjusted(index),
            },
        )
    };
    let mut contenders: Vec<Option<Contender>> = accounts.map(contender).map(Some).collect();
    let order = count.order();
    order
        .into_iter()
        .filter_map(|index| contenders.get_mut(index)?.take())
        .collect()
}

/// The rows of a published table from the first place on, as far as points are known without a hole: anybody else has
/// no more than the last one. `None` if the leader's points are not known.
fn head(table: &PublishedTable) -> Option<Vec<(&PublishedRow, Points)>> {
    let leader = table.rows.iter().find(|row| row.place == Some(1))?;
    let lead = leader.points?;
    let mut placed: Vec<&PublishedRow> = table.rows.iter().filter(|row| row.place.is_some()).collect();
    placed.sort_by_key(|row| row.place);
    let points = |row: &PublishedRow| row.points.or_else(|| Some(lead - row.gap?));
    let rows = placed.iter().enumerate().map_while(|(at, row)| {
        // Shared places leave a hole in the numbers, not in the table.
        let in_order = row.place.is_some_and(|place| usize::from(place) <= at + 1);
        Some((*row, points(row).filter(|_| in_order)?))
    });
    Some(rows.collect())
}

/// A published table that contenders start from, with the sessions known since.
struct PublishedStart<'a> {
    season: &'a Season,
    ledger: &'a Ledger,
    now: DateTime<Utc>,
    /// The position of the session that the table follows.
    base: usize,
    /// The positions of the resolved sessions since.
    since: &'a [usize],
}

impl PublishedStart<'_> {
    /// The contenders of the table's rows, and one for all that it does not list unless it is complete.
    fn contenders(&self, rows: &[(&PublishedRow, Points)], complete: bool) -> Vec<Contender> {
        let listed = rows.iter().map(|(row, points)| {
            let who = &row.competitor;
            let adjusted = self.ledger.adjusted_between(who, self.base, self.now);
            let since: Range<Points> = self.scores(who, self.since).map(Score::points).sum();
            let won_since: u16 = self.scores(who, self.since).map(won).sum();
            contender(
                ContenderId::Competitor(who.clone()),
                KnownState::Bounds {
                    points: Range::exactly(*points + adjusted) + since,
                    wins: self.wins(who) + Range::exactly(won_since),
                },
            )
        });
        let mut contenders: Vec<Contender> = listed.collect();
        contenders.sort_by_key(|contender| std::cmp::Reverse(contender.points().low));
        if let Some((_, last)) = rows.last().filter(|_| !complete) {
            let sessions = self.since.iter();
            let most: Points = sessions
                .map(|session| most_of(self.ledger.session(*session, self.now)))
                .sum();
            let sessions = u16::try_from(self.base + 1 + self.since.len()).unwrap_or(u16::MAX);
            contenders.push(contender(
                ContenderId::NotListed,
                KnownState::Bounds {
                    points: Range::between(Points::ZERO, *last + most),
                    wins: Range::between(0, sessions),
                },
            ));
        }
        contenders
    }

    /// The scores of a competitor in some sessions.
    fn scores<'s>(
        &'s self,
        who: &Slug,
        sessions: impl IntoIterator<Item = &'s usize>,
    ) -> impl Iterator<Item = &'s Score> {
        let index = self.ledger.competitors.binary_search(who).ok();
        let sessions = sessions.into_iter();
        sessions.filter_map(move |session| self.ledger.session(*session, self.now).get(index?))
    }

    /// The number of wins up to the table: as published, or as far as results and the published wins of the others leave
    /// room.
    fn wins(&self, who: &Slug) -> Range<u16> {
        if let Some(count) = self.published_wins(who) {
            return Range::exactly(count);
        }
        let competitors = || self.ledger.competitors.iter();
        let known: u16 = competitors().map(|one| self.known_wins(one)).sum();
        let sessions = u16::try_from(self.base + 1).unwrap_or(u16::MAX);
        let claimed: u16 = competitors()
            .filter_map(|one| Some(self.published_wins(one)?.saturating_sub(self.known_wins(one))))
            .sum();
        let mine = self.known_wins(who);
        Range::between(mine, mine + sessions.saturating_sub(known).saturating_sub(claimed))
    }

    /// The wins of a competitor as published with the table.
    fn published_wins(&self, who: &Slug) -> Option<u16> {
        let of = |tally: &&Tally| {
            tally.championship == self.ledger.championship
                && tally.competitor == *who
                && tally.tally == *"wins"
                && self.ledger.last_of_round(tally.after.as_str()) == Some(self.base)
        };
        self.season.tallies.iter().find(of).map(|tally| tally.count)
    }

    /// The wins of a competitor in known results up to the table.
    fn known_wins(&self, who: &Slug) -> u16 {
        let Ok(index) = self.ledger.competitors.binary_search(who) else {
            return 0;
        };
        let in_session = |session: usize| self.ledger.session(session, self.now).get(index).map_or(0, won);
        (0..=self.base).map(in_session).sum()
    }
}

const fn contender(who: ContenderId, start: KnownState) -> Contender {
    Contender {
        who,
        start,
        bounds: Vec::new(),
        shared: Vec::new(),
    }
}

fn most_of(scores: &[Score]) -> Points {
    scores.iter().map(|score| score.points().high).max().unwrap_or_default()
}
