//! Hypothetical (what-if) results: the season with hypothetical results, and the table that would follow.

use std::cmp::{Ordering, Reverse};

use chrono::{DateTime, Utc};

use super::account::decides_ties;
use super::context::TableContext;
use super::running_totals::RunningTotals;
use super::score::Score;
use super::standings::{self, within_bounds};
use super::table::{Basis, Standings};
use crate::domain::{
    Award, Classification, Complete, Points, PublishedTable, Range, Round, RoundLabel, Row, Rules, Season, SessionRef,
    Slug,
};

/// The hypothetical result of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfResult {
    /// The session.
    pub session: SessionRef,
    /// The cars with a hypothetical result.
    pub rows: Vec<Row>,
    /// The hypothetical awards.
    pub awards: Vec<Award>,
    /// True if these cars are the whole field.
    pub complete: bool,
}

/// The season once some sessions are over, in the revisions of `as_of`, with hypothetical results in others; the known
/// rows of a session stay unless the same drivers have a hypothetical one.
pub fn with_results(
    season: &Season,
    as_of: DateTime<Utc>,
    is_over: impl Fn(&SessionRef) -> bool,
    supposed: &[WhatIfResult],
) -> Season {
    let mut then = season.clone();
    then.classifications
        .retain(|known| is_over(&known.session) && season.is_published(known.published, as_of));
    let rounds = season.rounds();
    let all_over = |round: &Round<'_>| {
        let session = |one: &&crate::domain::Session| SessionRef {
            weekend: round.weekend.id.clone(),
            session: one.id.clone(),
        };
        round.sessions.iter().map(session).all(|one| is_over(&one))
    };
    then.tables.retain(|table| {
        let mut of_table = rounds.iter().filter(|round| *round.label == table.after);
        of_table.all(all_over)
    });
    for one in supposed {
        let known = then
            .classifications
            .iter_mut()
            .rfind(|known| known.stage.is_none() && known.session == one.session);
        match known {
            Some(known) => add(known, one),
            None => {
                let mut unknown = blank(one.session.clone());
                add(&mut unknown, one);
                then.classifications.push(unknown);
            }
        }
    }
    then
}

fn add(known: &mut Classification, supposed: &WhatIfResult) {
    let same = |row: &Row| supposed.rows.iter().any(|new| row.drivers().eq(new.drivers()));
    known.rows.retain(|row| !same(row));
    known.rows.extend(supposed.rows.iter().cloned());
    known.awards.extend(supposed.awards.iter().cloned());
    if supposed.complete {
        known.complete = Complete::Whole(true);
    }
}

fn blank(session: SessionRef) -> Classification {
    Classification {
        session,
        stage: None,
        status: None,
        revision: None,
        published: None,
        complete: Complete::default(),
        share: None,
        rows: Vec::new(),
        awards: Vec::new(),
        cells: Vec::new(),
        penalties: Vec::new(),
        laps: None,
        scheduled_laps: None,
        leader_laps: None,
        green_laps: None,
        minutes: None,
        stopped: false,
        notes: Vec::new(),
        sources: Vec::new(),
    }
}

/// The table that would follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfTable {
    /// The table as far as it is determined.
    pub table: Standings,
    /// All competitors in it, by certain lead.
    pub rows: Vec<WhatIfRow>,
    /// Maximum points of anybody without a row; absent if nobody can have any.
    pub unlisted: Option<Points>,
    /// The label of the round of the published table that it continues.
    pub base: Option<RoundLabel>,
}

/// A row of such a table, valid whatever else happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfRow {
    /// The competitor.
    pub competitor: Slug,
    /// The points.
    pub points: Range<Points>,
    /// The best and the worst place; [`u16::MAX`] if the worst is not bounded.
    pub place: Range<u16>,
}

impl WhatIfTable {
    /// The table in the context of a season with hypothetical results; `before` is the current table.
    pub fn new(context: &TableContext<'_>, before: &Standings) -> Self {
        let mut table = standings::table(context);
        let mut printed = context.printed().into_iter().rev();
        let base = printed.find(|(_, table)| table.rows.iter().any(|row| row.points.is_some()));
        let computed_by = context
            .computed_by()
            .filter(|(rules, _)| rules.phases.is_empty() && (before.basis == Basis::Computed || base.is_none()));
        let mut equals = None;
        if let Some(by) = computed_by.filter(|_| !table.unresolved.is_empty()) {
            table.rows = within_bounds(context, by);
            table.basis = Basis::Computed;
            equals = Some(Equals {
                context,
                totals: context.totals(by),
                rules: by.0,
            });
        }
        let base = base.filter(|_| table.basis != Basis::Computed);
        let is_ranked = table.basis == Basis::Computed && table.unresolved.is_empty();
        let listed = table.rows.iter();
        let mut points: Vec<(Slug, Range<Points>)> = listed
            .filter_map(|row| Some((row.competitor.clone(), row.points?)))
            .collect();
        let unlisted = if is_ranked || table.basis == Basis::Unknown {
            None
        } else {
            add_unlisted(context, base, &mut points)
        };
        let position = |competitor: &Slug| {
            let row = table.rows.iter().find(|row| row.competitor == *competitor)?;
            row.position.filter(|_| is_ranked)
        };
        let field = Field {
            points: &points,
            unlisted,
            equals,
        };
        let row = |one: &(Slug, Range<Points>)| WhatIfRow {
            competitor: one.0.clone(),
            points: one.1,
            place: position(&one.0).map_or_else(|| field.place(one), Range::exactly),
        };
        let mut rows: Vec<WhatIfRow> = points.iter().map(row).collect();
        if !is_ranked {
            rows.sort_by_key(|row| {
                let Range { low, high } = row.points;
                (Reverse(low), Reverse(high), row.place.low, row.competitor.clone())
            });
        }
        Self {
            base: base
                .and_then(|(at, _)| context.ledger.sessions.get(at))
                .map(|counted| counted.round.clone()),
            table,
            rows,
            unlisted,
        }
    }
}

/// Adds the competitors without a row who have a result since the published table; returns the maximum points of the
/// others, if any can have points.
fn add_unlisted(
    context: &TableContext<'_>,
    base: Option<(usize, &PublishedTable)>,
    points: &mut Vec<(Slug, Range<Points>)>,
) -> Option<Points> {
    let first = base.map_or(0, |(at, _)| at + 1);
    // Nobody unlisted has more than the last row of an incomplete table.
    let most_before = base.filter(|(_, table)| !table.complete).and_then(|(_, table)| {
        let listed = table.rows.iter().filter_map(|row| row.points);
        listed.min()
    });
    let mut unlisted = None;
    for competitor in &context.ledger.competitors {
        if points.iter().any(|(listed, _)| listed == competitor) {
            continue;
        }
        let scores = || context.scores(competitor, first).map(|(_, score)| score);
        let before = Range::between(Points::ZERO, most_before.unwrap_or_default());
        let total = before + scores().map(Score::points).sum();
        if scores().any(|score| !score.parts.is_empty()) {
            points.push((competitor.clone(), total));
        } else if total.high > Points::ZERO {
            unlisted = unlisted.max(Some(total.high));
        }
    }
    unlisted
}

/// A competitor with its points.
type Scored = (Slug, Range<Points>);

/// Competitors with equal points of whom every result is known, so that the rules tell them apart.
struct Equals<'c, 'a> {
    context: &'c TableContext<'a>,
    totals: RunningTotals<'a>,
    rules: &'a Rules,
}

impl Equals<'_, '_> {
    /// The order of two competitors; `None` if a result of either is open.
    fn compare(&self, one: &Slug, other: &Slug) -> Option<Ordering> {
        let index = |competitor: &Slug| {
            let index = self.context.ledger.competitors.binary_search(competitor).ok()?;
            self.is_settled(competitor).then_some(index)
        };
        self.totals.compare(index(one)?, index(other)?)
    }

    fn is_settled(&self, competitor: &Slug) -> bool {
        let is_open = |score: &Score| {
            let mut open = score.at_best.iter();
            score.points().exact().is_none() || open.any(|finish| decides_ties(self.rules, finish))
        };
        !self.context.scores(competitor, 0).any(|(_, score)| is_open(score))
    }
}

/// The competitors in a table that is not fully determined.
struct Field<'f, 'a> {
    points: &'f [Scored],
    /// Maximum points of anybody who is not among them.
    unlisted: Option<Points>,
    equals: Option<Equals<'f, 'a>>,
}

impl Field<'_, '_> {
    /// The best and the worst place of a competitor.
    fn place(&self, (who, own): &Scored) -> Range<u16> {
        let order = |(other, points): &Scored| {
            let equals = self.equals.as_ref().filter(|_| own.exact().is_some() && own == points);
            equals.and_then(|equals| equals.compare(who, other))
        };
        let count = |ahead: &dyn Fn(&Scored) -> bool| {
            let ahead = self.points.iter().filter(|one| ahead(one)).count();
            u16::try_from(ahead).unwrap_or(u16::MAX)
        };
        let best = 1 + count(&|one| one.1.low > own.high || order(one) == Some(Ordering::Greater));
        // Anybody who can have as many may be ahead, unless the rules tell; that includes the competitor itself.
        let is_behind = |one: &Scored| one.0 != *who && order(one).is_some_and(Ordering::is_le);
        let worst = count(&|one| one.1.high >= own.low && !is_behind(one));
        let open = self.unlisted.is_some_and(|most| most >= own.low);
        Range {
            low: best,
            high: if open { u16::MAX } else { worst.max(best) },
        }
    }
}
