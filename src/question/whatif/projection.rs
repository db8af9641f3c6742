//! Projection: the season with the supposed results in it, and its table.

use super::code;
use super::scenario::{Baseline, Scenario, ScenarioSession, Supposition};
use crate::answer::{
    CompetitorName as Names, NamedId, NamedSession, NonFinish, OpenPart, OpenSession, ProjectedRow, SupposedResult,
    SupposedSession, WhatIf,
};
use crate::domain::{
    Award, AwardId, Calendar, DriverId, Entry, Order, Place, Range, Retired, RoundLabel, Row, Season, SessionRef, Slug,
    Status, WeekendId,
};
use crate::question::Rival;
use crate::scoring::{Basis, Ledger, TableContext, WhatIfResult, WhatIfTable, with_results};

/// The season with the supposed results, up to the last session that has some.
pub(super) struct ProjectedSeason {
    season: Season,
    ledger: Ledger,
    /// Sessions up to that one, as positions in the ledger.
    over: Vec<usize>,
}

impl ProjectedSeason {
    pub fn new(baseline: &Baseline<'_>, scenario: &Scenario) -> Self {
        let results: Vec<WhatIfResult> = scenario
            .sessions
            .iter()
            .map(|supposed| classification(baseline, supposed))
            .collect();
        let is_over = |session: &SessionRef| {
            let weekend = baseline.season.weekend(session.weekend.as_str());
            let known = weekend.and_then(|weekend| Some((weekend, weekend.session(session.session.as_str())?)));
            known.is_some_and(|(weekend, session)| baseline.catalogue.is_over(weekend, session, baseline.asker.now))
        };
        let season = with_results(baseline.season, baseline.asker.now, is_over, &results);
        let ledger = baseline.catalogue.ledger_for(&season, baseline.championship);
        let is_supposed = |at: &usize| {
            let counted = ledger.sessions.get(*at);
            counted.is_some_and(|counted| {
                scenario
                    .sessions
                    .iter()
                    .any(|supposed| supposed.session == counted.session)
            })
        };
        let last = (0..ledger.sessions.len()).rev().find(is_supposed);
        let last = last.max(baseline.over.last().copied());
        Self {
            over: (0..last.map_or(0, |last| last + 1)).collect(),
            season,
            ledger,
        }
    }

    /// The projected table; none where the points it starts from are unknown.
    pub fn facts(&self, baseline: &Baseline<'_>, scenario: &Scenario) -> Option<WhatIf> {
        let now = baseline.asker.now;
        let (ledger, championship) = (&self.ledger, baseline.championship);
        let context = TableContext {
            season: &self.season,
            championship,
            ledger,
            over: &self.over,
            as_of: now,
        };
        let outcome = WhatIfTable::new(&context, baseline.before);
        let counted = outcome.table.basis == Basis::Computed || outcome.base.is_some();
        let first = outcome.rows.first().filter(|_| counted)?;
        let leader = (first.competitor.clone(), first.points);
        let before = |competitor: &Slug| {
            let row = baseline.before.rows.iter().find(|row| row.competitor == *competitor);
            row.and_then(|row| row.position)
        };
        let after = baseline.before.after.as_ref().map(|after| &after.round);
        let of = (baseline.series, baseline.season);
        let rows = outcome.rows.iter().map(|row| {
            let names = Names::of(of, championship.ranks, &row.competitor, after);
            ProjectedRow {
                competitor: NamedId::new(&row.competitor, &names.name),
                row: names,
                before: before(&row.competitor),
                place: row.place,
                points: row.points,
                gap: (row.competitor != leader.0).then(|| Range {
                    low: leader.1.low - row.points.high,
                    high: leader.1.high - row.points.low,
                }),
            }
        });
        let dropped = baseline.rules.drops.as_ref().is_none_or(|drops| !drops.is_empty());
        Some(WhatIf {
            championship: NamedId::new(&championship.id, &championship.name),
            ranks: championship.ranks,
            after: outcome.table.after.clone(),
            of: outcome.table.of,
            basis: outcome.table.basis.clone(),
            base: outcome.base.clone(),
            supposed: scenario
                .sessions
                .iter()
                .map(|supposed| named(baseline, supposed))
                .collect(),
            open: self.open(baseline, scenario, outcome.base.as_ref()),
            last: baseline.season.calendar == Calendar::Complete && self.over.len() == ledger.sessions.len(),
            about: about(scenario, &outcome),
            rows: rows.collect(),
            unlisted: outcome.unlisted,
            before_drops: dropped && outcome.table.basis != Basis::Computed,
            code: code::pack(baseline.series, baseline.season, &championship.id, scenario),
            stale: None,
        })
    }

    /// Open sessions up to that one.
    fn open(&self, baseline: &Baseline<'_>, scenario: &Scenario, base: Option<&RoundLabel>) -> Vec<OpenSession> {
        let base = base.and_then(|round| self.ledger.last_of_round(round.as_str()));
        let open = self.over.iter().filter(|at| base.is_none_or(|base| **at > base));
        let open = open.filter(|at| !self.ledger.is_resolved(**at, baseline.asker.now));
        open.filter_map(|at| {
            let session = &self.ledger.sessions.get(*at)?.session;
            let known = self
                .season
                .classification(&session.weekend, &session.session, baseline.asker.now);
            let won = |award: &AwardId| {
                let of_class = |won: &&Award| won.class == baseline.championship.class;
                let mut awards = known.into_iter().flat_map(|known| &known.awards).filter(of_class);
                awards.any(|won| won.award == *award)
            };
            let supposed = scenario.sessions.iter().find(|supposed| supposed.session == *session);
            Some(OpenSession {
                at: NamedSession::new(baseline.season, session),
                how: match (supposed, known) {
                    (Some(_), _) => OpenPart::OtherPlaces,
                    (None, Some(_)) => OpenPart::NotKnown,
                    (None, None) => OpenPart::All,
                },
                awards: baseline.awards().into_iter().filter(|award| !won(award)).collect(),
            })
        })
        .collect()
    }
}

/// The row of the competitor that is asked about, else of the driver who is supposed first.
fn about(scenario: &Scenario, outcome: &WhatIfTable) -> Option<usize> {
    let row = |who: &Slug| outcome.rows.iter().position(|row| row.competitor == *who);
    // A place is that of the table that follows.
    if let Some(rival) = &scenario.about {
        return match rival {
            Rival::Driver(driver) => row(driver),
            Rival::Team(team) => row(team),
            Rival::Place(place) => usize::from(*place).checked_sub(1).filter(|at| *at < outcome.rows.len()),
        };
    }
    let results = scenario.sessions.iter().flat_map(|supposed| &supposed.results);
    let gains = |one: &&Supposition| !matches!(one.wanted, SupposedResult::Out(_));
    let mut named = results.clone().filter(gains).chain(results.clone());
    named.find_map(|one| row(&one.driver))
}

/// The supposed results of a session with names, places first.
fn named(baseline: &Baseline<'_>, supposed: &ScenarioSession) -> SupposedSession {
    let mut results: Vec<(SupposedResult, NamedId<DriverId>)> = supposed
        .results
        .iter()
        .map(|result| (result.wanted.clone(), NamedId::driver(baseline.series, &result.driver)))
        .collect();
    results.sort_by_key(|(wanted, _)| match wanted {
        SupposedResult::Place(place) => (0, *place),
        SupposedResult::Award(_) => (1, 0),
        SupposedResult::Out(_) => (2, 0),
    });
    SupposedSession {
        at: NamedSession::new(baseline.season, &supposed.session),
        pieces: results,
    }
}

/// A supposed result as a row of a classification.
fn row(baseline: &Baseline<'_>, weekend: &WeekendId, result: &Supposition) -> Row {
    let class = baseline.championship.class.as_ref();
    let theirs = |entry: &&Entry| {
        let fits = class.is_none() || entry.class.as_ref() == class;
        entry.has_driver(&result.driver) && fits
    };
    let entry = baseline
        .season
        .entry(weekend, Some(&result.driver), None)
        .filter(|entry| theirs(entry));
    let entry = entry.or_else(|| baseline.season.entries.iter().rfind(theirs));
    let place = match &result.wanted {
        SupposedResult::Place(place) => Some(Place::Exactly(*place)),
        SupposedResult::Award(_) | SupposedResult::Out(_) => None,
    };
    let (place, class_place) = match baseline.rules.order {
        Order::Overall => (place, None),
        Order::Class => (None, place),
    };
    Row {
        place,
        class_place,
        class: class.cloned().or_else(|| entry?.class.clone()),
        car: entry.and_then(|entry| entry.car.clone()),
        driver: Some(result.driver.clone()),
        team: entry.and_then(|entry| entry.team.clone()),
        make: entry.and_then(|entry| entry.make.clone()),
        status: match &result.wanted {
            SupposedResult::Place(_) | SupposedResult::Award(_) => Status::Classified,
            // A supposed retirement scores nothing, though the rules may let a retired car keep a place.
            SupposedResult::Out(NonFinish::Dnf) if baseline.rules.retired == Retired::Unknown => Status::Nc,
            SupposedResult::Out(ended) => ended.status(),
        },
        ..Row::default()
    }
}

/// The supposed results of a session as rows of a classification.
fn classification(baseline: &Baseline<'_>, supposed: &ScenarioSession) -> WhatIfResult {
    let class = baseline.championship.class.as_ref();
    let weekend = &supposed.session.weekend;
    let results = supposed
        .results
        .iter()
        .filter(|result| !matches!(result.wanted, SupposedResult::Award(_)));
    let awards = supposed.results.iter().filter_map(|result| match &result.wanted {
        SupposedResult::Award(award) => Some(Award {
            award: award.clone(),
            class: class.cloned(),
            driver: Some(result.driver.clone()),
            car: None,
            place: None,
            time: None,
            note: None,
            sources: Vec::new(),
            derived: None,
        }),
        SupposedResult::Place(_) | SupposedResult::Out(_) => None,
    });
    let rows: Vec<Row> = results.map(|result| row(baseline, weekend, result)).collect();
    let mut field = baseline.season.entries_at(weekend).filter(|entry| {
        let fits = class.is_none() || entry.class.as_ref() == class;
        fits && !entry.guest
    });
    let in_rows = |entry: &Entry| {
        let mut drivers = entry.drivers.iter();
        drivers.any(|driver| rows.iter().any(|row| row.driver.as_ref() == Some(driver)))
    };
    let anybody = baseline.season.entries_at(weekend).next().is_some();
    WhatIfResult {
        session: supposed.session.clone(),
        complete: anybody && field.all(in_rows) && rows.len() >= usize::from(baseline.field(weekend)),
        rows,
        awards: awards.collect(),
    }
}
