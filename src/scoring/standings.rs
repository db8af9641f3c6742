//! A championship's table at a moment: computed where results suffice, published where they do not, and honest in between.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::drops::dropped;
use super::ties::{Rank, ahead, positions};
use super::{Ledger, Score};
use crate::domain::{Championship, Points, PublishedRow, PublishedTable, Range, Rules, Season, SessionRef, Slug, Ties};

/// A championship's table at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standings {
    /// The championship.
    pub championship: Slug,
    /// How far the season is in this table; absent before the first session.
    pub after: Option<After>,
    /// How many sessions the championship counts in all.
    pub of: usize,
    /// Where the table comes from.
    pub basis: Basis,
    /// The rows, the leader first.
    pub rows: Vec<Standing>,
    /// Whether everybody who is ranked has a row.
    pub complete: bool,
    /// The sessions so far whose results are not fully known.
    pub unresolved: Vec<SessionRef>,
    /// The sources of the published part.
    pub sources: Vec<Slug>,
    /// The note that came with the published part.
    pub note: Option<String>,
}

/// How far a season is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct After {
    /// The label of the last round that counts.
    pub round: Slug,
    /// How many sessions count so far.
    pub sessions: usize,
}

/// Where a table comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Every total follows from the classifications.
    Computed,
    /// It was printed so by the series.
    Published,
    /// It was printed after this round, and what is known since is added.
    PublishedAndComputed {
        /// The label of the round the printed table follows.
        since: Slug,
    },
    /// Nothing is known of it.
    Unknown,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The place; absent when it is not known.
    pub position: Option<u16>,
    /// How many share the place.
    pub tied: u16,
    /// Whose row it is.
    pub competitor: Slug,
    /// The points: a range where not all results are known; absent when nothing is known of them.
    pub points: Option<Range<Points>>,
    /// The points before any result is dropped, where the table is computed.
    pub gross: Option<Points>,
    /// The sessions whose results are dropped.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<SessionRef>,
    /// The gap to the leader, where it is known.
    pub gap: Option<Points>,
    /// The wins that count, where all results are known.
    pub wins: Option<u16>,
    /// Where the row comes from.
    pub basis: RowBasis,
}

/// Where a row comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowBasis {
    /// It follows from the classifications.
    Computed,
    /// It was printed so.
    Published,
    /// Points printed after this round, and what is known since.
    Since(Slug),
}

/// The table of a championship over the sessions `over` (positions in the ledger, rising), as it stood at `as_of`.
pub fn standings(
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    over: &[usize],
    as_of: DateTime<Utc>,
) -> Standings {
    let rules = season.rules_of(championship);
    let unresolved: Vec<usize> = over
        .iter()
        .copied()
        .filter(|session| !resolved(ledger.session(*session)))
        .collect();
    let after = over
        .last()
        .and_then(|last| ledger.sessions.get(*last))
        .map(|counted| After {
            round: counted.round.clone(),
            sessions: over.len(),
        });
    let session = |index: &usize| ledger.sessions.get(*index).map(|counted| counted.session.clone());
    let mut table = Standings {
        championship: championship.id.clone(),
        after,
        of: ledger.sessions.len(),
        basis: Basis::Unknown,
        rows: Vec::new(),
        complete: false,
        unresolved: unresolved.iter().filter_map(session).collect(),
        sources: Vec::new(),
        note: None,
    };
    match rules.and_then(|rules| Some((rules, rules.ties.as_ref()?))) {
        Some((rules, ties)) if ledger.computable && unresolved.is_empty() => {
            table.basis = Basis::Computed;
            table.complete = true;
            table.rows = computed(ledger, rules, ties, over, as_of);
        }
        _ => publish(&mut table, season, ledger, over, as_of),
    }
    table
}

fn resolved(scores: &[Score]) -> bool {
    scores.iter().all(|score| score.points().exact().is_some())
}

/// All totals from the classifications, in order.
fn computed(ledger: &Ledger, rules: &Rules, ties: &Ties, over: &[usize], as_of: DateTime<Utc>) -> Vec<Standing> {
    struct Total {
        standing: Standing,
        rank: Rank,
        listed: bool,
    }
    let mut totals: Vec<Total> = ledger
        .competitors
        .iter()
        .enumerate()
        .map(|(index, competitor)| {
            let scores = || {
                over.iter()
                    .filter_map(|session| Some((*session, ledger.session(*session).get(index)?)))
            };
            let results: Vec<(usize, Points)> = scores().map(|(at, score)| (at, score.points().low)).collect();
            let adjusted = ledger.adjusted(competitor, as_of);
            let gross: Points = results.iter().map(|(_, points)| *points).sum();
            let drops = rules
                .drops
                .as_ref()
                .map(|drops| dropped(drops, ledger, &results))
                .unwrap_or_default();
            let lost: Points = results
                .iter()
                .filter(|(at, _)| drops.contains(at))
                .map(|(_, points)| *points)
                .sum();
            let mut places: Vec<u16> = Vec::new();
            for place in scores().filter_map(|(_, score)| score.place) {
                let place = usize::from(place);
                if places.len() < place {
                    places.resize(place, 0);
                }
                if let Some(count) = place.checked_sub(1).and_then(|place| places.get_mut(place)) {
                    *count += 1;
                }
            }
            let points = gross - lost + adjusted;
            let listed = scores().any(|(_, score)| score.status.is_some()) || adjusted != Points::ZERO;
            let standing = Standing {
                position: None,
                tied: 1,
                competitor: competitor.clone(),
                points: Some(Range::exactly(points)),
                gross: Some(gross + adjusted),
                dropped: drops
                    .iter()
                    .filter_map(|at| ledger.sessions.get(*at).map(|counted| counted.session.clone()))
                    .collect(),
                gap: None,
                wins: Some(places.first().copied().unwrap_or(0)),
                basis: RowBasis::Computed,
            };
            Total {
                standing,
                rank: Rank { points, places },
                listed,
            }
        })
        .filter(|total| total.listed || total.rank.points != Points::ZERO)
        .collect();
    totals.sort_by(|one, other| ahead(ties, &one.rank, &other.rank));
    let ranks: Vec<&Rank> = totals.iter().map(|total| &total.rank).collect();
    let positions = positions(ties, &ranks);
    let lead = totals.first().map(|total| total.rank.points);
    totals
        .into_iter()
        .zip(positions)
        .map(|(total, (position, tied))| Standing {
            position: Some(position),
            tied,
            gap: lead.map(|lead| lead - total.rank.points),
            ..total.standing
        })
        .collect()
}

/// Fills a table from what was printed, and adds what is known since.
fn publish(table: &mut Standings, season: &Season, ledger: &Ledger, over: &[usize], as_of: DateTime<Utc>) {
    let printed = printed(season, ledger, over);
    let Some((newest, latest)) = printed.last() else { return };
    let current = over.last() == Some(newest);
    // A printed table of the moment itself says who is where; an older one only what was.
    let places: BTreeMap<&Slug, &PublishedRow> = if current {
        latest.rows.iter().map(|row| (&row.competitor, row)).collect()
    } else {
        BTreeMap::new()
    };
    let listed: BTreeSet<&Slug> = printed
        .iter()
        .flat_map(|(_, table)| &table.rows)
        .filter(|row| row.points.is_some() || places.contains_key(&row.competitor))
        .map(|row| &row.competitor)
        .collect();
    let mut bases: BTreeSet<usize> = BTreeSet::new();
    table.rows = listed
        .into_iter()
        .map(|competitor| {
            let known = anchor(&printed, competitor);
            let since = known.map(|(at, points)| {
                bases.insert(at);
                let since = over.iter().filter(|session| **session > at);
                let index = ledger.competitors.iter().position(|one| one == competitor);
                let score = |session: &usize| index.and_then(|index| ledger.session(*session).get(index));
                let adjusted = ledger.adjusted_between(competitor, at, as_of);
                Range::exactly(points + adjusted) + since.filter_map(score).map(Score::points).sum()
            });
            let row = places.get(competitor);
            let exact_now = row.is_some_and(|row| row.points.is_some());
            Standing {
                position: row.and_then(|row| row.place),
                tied: 1,
                competitor: competitor.clone(),
                points: since,
                gross: None,
                dropped: Vec::new(),
                gap: row.and_then(|row| row.gap),
                wins: None,
                basis: match known.and_then(|(at, _)| ledger.sessions.get(at)) {
                    Some(base) if !exact_now => RowBasis::Since(base.round.clone()),
                    _ => RowBasis::Published,
                },
            }
        })
        .collect();
    table.rows.sort_by_key(|row| {
        let points = row.points.map_or(Points::ZERO, |points| points.low);
        (
            row.position.unwrap_or(u16::MAX),
            std::cmp::Reverse(points),
            row.competitor.clone(),
        )
    });
    share(&mut table.rows);
    gaps(&mut table.rows);
    table.complete = current && latest.complete;
    table.note.clone_from(&latest.note);
    table.sources.clone_from(&latest.sources);
    let oldest = bases.first().copied().filter(|oldest| oldest < newest || !current);
    table.basis = match oldest
        .or((!current).then_some(*newest))
        .and_then(|base| ledger.sessions.get(base))
    {
        Some(base) => Basis::PublishedAndComputed {
            since: base.round.clone(),
        },
        None => Basis::Published,
    };
}

/// The championship's printed tables that follow a session of `over`, with that session's position, the oldest first.
fn printed<'a>(season: &'a Season, ledger: &Ledger, over: &[usize]) -> Vec<(usize, &'a PublishedTable)> {
    let mut printed: Vec<(usize, &PublishedTable)> = season
        .tables
        .iter()
        .filter(|table| table.championship == ledger.championship)
        .filter_map(|table| Some((ledger.last_of_round(table.after.as_str())?, table)))
        .filter(|(at, _)| over.contains(at))
        .collect();
    printed.sort_by_key(|(at, _)| *at);
    printed
}

/// The newest printed points of a competitor, and after which session they stood.
fn anchor(printed: &[(usize, &PublishedTable)], competitor: &Slug) -> Option<(usize, Points)> {
    printed.iter().rev().find_map(|(at, table)| {
        let row = table.rows.iter().find(|row| row.competitor == *competitor)?;
        let behind_leader = || {
            let leader = table
                .rows
                .iter()
                .find(|row| row.place == Some(1) || row.gap == Some(Points::ZERO))?;
            Some(leader.points? - row.gap?)
        };
        row.points.or_else(behind_leader).map(|points| (*at, points))
    })
}

/// Counts how many rows share each printed place.
fn share(rows: &mut [Standing]) {
    let mut shared: BTreeMap<u16, u16> = BTreeMap::new();
    for position in rows.iter().filter_map(|row| row.position) {
        *shared.entry(position).or_default() += 1;
    }
    for row in rows {
        row.tied = row
            .position
            .and_then(|position| shared.get(&position).copied())
            .unwrap_or(1);
    }
}

/// Fills in the gaps that follow from exact points.
fn gaps(rows: &mut [Standing]) {
    let exact = |row: &Standing| row.points.and_then(Range::exact);
    let lead = rows.first().filter(|row| row.position == Some(1)).and_then(exact);
    for row in rows {
        row.gap = row.gap.or_else(|| Some(lead? - exact(row)?));
    }
}
