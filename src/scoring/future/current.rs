//! The current state of a season: every result, or a published table and the results since.

use chrono::{DateTime, Utc};

use super::contender::{Bounds, Contender, ContenderId, KnownState, won};
use crate::domain::{Championship, Points, PublishedRow, PublishedTable, Range, Season, Slug, SourceId, Status};
use crate::scoring::Ledger;
use crate::scoring::account::Account;
use crate::scoring::published::printed;
use crate::scoring::running_totals::RunningTotals;
use crate::scoring::score::{PointsSource, Score, ScorePart};
use crate::scoring::standings::counted_by;

/// The current state of a season.
pub(super) struct CurrentState<'a> {
    /// The contenders, the leader first.
    pub contenders: Vec<Contender>,
    /// The positions of the sessions that their points include.
    pub counted: Vec<usize>,
    /// The positions of the sessions without a resolved result.
    pub open: Vec<usize>,
    /// The label of the round that a published table follows.
    pub base: Option<Slug>,
    /// The champion of a published final table.
    pub champion: Option<Slug>,
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
    let rules = season.rules_of(championship)?;
    let is_known = |session: usize| ledger.is_resolved(session, now) && ledger.knows_places(rules, session, now);
    let resolved = |session: &usize| over.contains(session) && is_known(*session);
    let (done, open): (Vec<usize>, Vec<usize>) = (0..ledger.sessions.len()).partition(resolved);
    let tables = printed(season, ledger, &over);
    // A published table is only needed if results up to it are missing.
    let needed = tables
        .last()
        .is_some_and(|(at, _)| (0..=*at).any(|session| !resolved(&session)));
    if let Some((rules, ties)) = counted_by(season, championship, ledger)
        && !needed
        && (!done.is_empty() || over.is_empty())
    {
        return Some(CurrentState {
            contenders: counted(ledger, RunningTotals::new(ledger, rules, ties, now), &done),
            counted: done,
            open,
            base: None,
            champion: None,
            sources: &[],
        });
    }
    let (base, table, rows) = tables
        .iter()
        .rev()
        .find_map(|(at, table)| Some((at, *table, head(table)?)))?;
    let since: Vec<usize> = (base + 1..ledger.sessions.len()).collect();
    let (fixed, open): (Vec<usize>, Vec<usize>) = since.into_iter().partition(resolved);
    Some(CurrentState {
        contenders: listed(season, ledger, (*base, table.complete, &rows), &fixed, now),
        // A published table includes all phases that had begun.
        counted: (0..=*base).collect(),
        open,
        base: ledger.sessions.get(*base).map(|counted| counted.round.clone()),
        champion: champion(ledger, &tables).map(|(champion, _)| champion.clone()),
        sources: champion(ledger, &tables).map_or(&table.sources, |(_, table)| &table.sources),
    })
}

/// The only first place of the table that follows the last session.
fn champion<'a>(ledger: &Ledger, tables: &[(usize, &'a PublishedTable)]) -> Option<(&'a Slug, &'a PublishedTable)> {
    let (at, table) = tables.last()?;
    let mut first = table.rows.iter().filter(|row| row.place == Some(1));
    let champion = first.next().filter(|_| *at + 1 == ledger.sessions.len())?;
    first.next().is_none().then_some((&champion.competitor, *table))
}

fn counted(ledger: &Ledger, mut count: RunningTotals<'_>, done: &[usize]) -> Vec<Contender> {
    for session in done {
        count.add(*session);
    }
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

/// The rows of a published table, and one contender for all that it does not list.
fn listed(
    season: &Season,
    ledger: &Ledger,
    (base, complete, rows): (usize, bool, &[(&PublishedRow, Points)]),
    fixed: &[usize],
    now: DateTime<Utc>,
) -> Vec<Contender> {
    let since = |competitor: &Slug| -> Range<Points> {
        let index = ledger.competitors.binary_search(competitor).ok();
        let score = |session: &usize| index.and_then(|index| ledger.session(*session, now).get(index));
        let adjusted = ledger.adjusted_between(competitor, base, now);
        Range::exactly(adjusted) + fixed.iter().filter_map(score).map(Score::points).sum()
    };
    let won_since = |competitor: &Slug| -> Range<u16> {
        let index = ledger.competitors.binary_search(competitor).ok();
        let score = |session: &usize| index.and_then(|index| ledger.session(*session, now).get(index));
        Range::exactly(fixed.iter().filter_map(score).map(won).sum())
    };
    let mut contenders: Vec<Contender> = rows
        .iter()
        .map(|(row, points)| {
            contender(
                ContenderId::Competitor(row.competitor.clone()),
                KnownState::Bounds {
                    points: Range::exactly(*points) + since(&row.competitor),
                    wins: wins(season, ledger, base, &row.competitor, now) + won_since(&row.competitor),
                },
            )
        })
        .collect();
    contenders.sort_by_key(|contender| std::cmp::Reverse(contender.points().low));
    if let Some((_, last)) = rows.last().filter(|_| !complete) {
        let most: Points = fixed.iter().map(|session| most_of(ledger.session(*session, now))).sum();
        contenders.push(contender(
            ContenderId::NotListed,
            KnownState::Bounds {
                points: Range::between(Points::ZERO, *last + most),
                wins: Range::between(0, u16::try_from(base + 1 + fixed.len()).unwrap_or(u16::MAX)),
            },
        ));
    }
    contenders
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

/// The number of wins in the sessions up to `base`: as published, or as far as results and the published wins of the
/// others leave room.
fn wins(season: &Season, ledger: &Ledger, base: usize, competitor: &Slug, now: DateTime<Utc>) -> Range<u16> {
    let printed = |competitor: &Slug| {
        let of = |tally: &&crate::domain::Tally| {
            tally.championship == ledger.championship
                && tally.competitor == *competitor
                && tally.tally == *"wins"
                && ledger.last_of_round(tally.after.as_str()) == Some(base)
        };
        season.tallies.iter().find(of).map(|tally| tally.count)
    };
    let seen = |competitor: &Slug| {
        let Ok(index) = ledger.competitors.binary_search(competitor) else {
            return 0;
        };
        let in_session = |session: usize| {
            let score = ledger.session(session, now).get(index);
            score.map_or(0, won)
        };
        (0..=base).map(in_session).sum()
    };
    if let Some(count) = printed(competitor) {
        return Range::exactly(count);
    }
    let known: u16 = ledger.competitors.iter().map(seen).sum();
    let sessions = u16::try_from(base + 1).unwrap_or(u16::MAX);
    let claimed: u16 = ledger
        .competitors
        .iter()
        .filter_map(|one| Some(printed(one)?.saturating_sub(seen(one))))
        .sum();
    let mine = seen(competitor);
    Range::between(mine, mine + sessions.saturating_sub(known).saturating_sub(claimed))
}

/// The minimum and maximum of a partly known score; `worst` is the status that brings least.
pub(super) fn bounds(score: &Score, worst: Status) -> Bounds {
    let exact = |bound: fn(Range<Points>) -> Points| {
        let mut exact = score.clone();
        exact.place_points = Range::exactly(bound(score.place_points));
        exact.award_points = Range::exactly(bound(score.award_points));
        exact
    };
    let mut most = exact(|range| range.high);
    most.parts.extend(score.at_best.iter().map(|finish| ScorePart {
        what: PointsSource::Place(finish.clone()),
        points: Range::exactly(Points::ZERO),
        pool: None,
    }));
    let mut least = exact(|range| range.low);
    if least.status.is_none() && !score.at_best.is_empty() {
        least.status = Some(worst);
    }
    Bounds { least, most }
}
