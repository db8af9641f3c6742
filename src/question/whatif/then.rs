//! What follows: the season with what is supposed in it, and its table.

use super::code;
use super::scenario::{Part, Piece, Scenario, Scene};
use crate::answer::{
    CompetitorName as Names, NamedId, NamedSession, NonFinish, OpenPart, OpenSession, ProjectedRow, SupposedResult,
    SupposedSession, WhatIf,
};
use crate::domain::{Award, Entry, Order, Place, Range, Retired, Row, Season, SessionRef, Slug, Status};
use crate::question::defaults;
use crate::scoring::{Basis, Ledger, WhatIfResult, WhatIfTable, with_results};

/// The season with what is supposed, up to the last session of it.
pub(super) struct Then {
    season: Season,
    ledger: Ledger,
    /// The sessions up to then.
    over: Vec<usize>,
}

impl Then {
    pub fn new(scene: &Scene<'_>, scenario: &Scenario) -> Self {
        let supposed: Vec<WhatIfResult> = scenario.parts.iter().map(|part| supposed(scene, part)).collect();
        let is_over = |session: &SessionRef| {
            let weekend = scene.season.weekend(session.weekend.as_str());
            let known = weekend.and_then(|weekend| Some((weekend, weekend.session(session.session.as_str())?)));
            known.is_some_and(|(weekend, session)| defaults::over(weekend, session, scene.catalogue, scene.asker))
        };
        let season = with_results(scene.season, is_over, &supposed);
        let ledger = scene.catalogue.ledger_for(scene.series, &season, scene.championship);
        let is_supposed = |at: &usize| {
            let counted = ledger.sessions.get(*at);
            counted.is_some_and(|counted| scenario.parts.iter().any(|part| part.session == counted.session))
        };
        let last = (0..ledger.sessions.len()).rev().find(is_supposed);
        let last = last.max(scene.over.last().copied());
        Self {
            over: (0..last.map_or(0, |last| last + 1)).collect(),
            season,
            ledger,
        }
    }

    /// The table that would follow; none where the points it starts from are not known.
    pub fn facts(&self, scene: &Scene<'_>, scenario: &Scenario) -> Option<WhatIf> {
        let now = scene.asker.now;
        let (ledger, championship) = (&self.ledger, scene.championship);
        let outcome = WhatIfTable::new(&self.season, championship, ledger, scene.before, &self.over, now);
        let counted = outcome.table.basis == Basis::Computed || outcome.base.is_some();
        let first = outcome.rows.first().filter(|_| counted)?;
        let leader = (first.competitor.clone(), first.points);
        let before = |competitor: &Slug| {
            let row = scene.before.rows.iter().find(|row| row.competitor == *competitor);
            row.and_then(|row| row.position)
        };
        let rows = outcome.rows.iter().map(|row| {
            let names = Names::of(scene.series, scene.season, championship.ranks, &row.competitor);
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
        let dropped = scene.rules.drops.as_ref().is_none_or(|drops| !drops.is_empty());
        Some(WhatIf {
            championship: NamedId::new(&championship.id, &championship.name),
            ranks: championship.ranks,
            after: outcome.table.after.clone(),
            of: outcome.table.of,
            basis: outcome.table.basis.clone(),
            base: outcome.base.clone(),
            supposed: scenario.parts.iter().map(|part| named(scene, part)).collect(),
            open: self.open(scene, scenario, outcome.base.as_ref()),
            rows: rows.collect(),
            unlisted: outcome.unlisted,
            before_drops: dropped && outcome.table.basis != Basis::Computed,
            code: code::pack(scene.series, scene.season, &championship.id, scenario),
            stale: None,
        })
    }

    /// What is left open up to then.
    fn open(&self, scene: &Scene<'_>, scenario: &Scenario, base: Option<&Slug>) -> Vec<OpenSession> {
        let base = base.and_then(|round| self.ledger.last_of_round(round.as_str()));
        let open = self.over.iter().filter(|at| base.is_none_or(|base| **at > base));
        let open = open.filter(|at| !self.ledger.is_resolved(**at, scene.asker.now));
        open.filter_map(|at| {
            let session = &self.ledger.sessions.get(*at)?.session;
            let known = self.season.classification(&session.weekend, &session.session);
            let won = |award: &Slug| {
                let of_class = |won: &&Award| won.class == scene.championship.class;
                let mut awards = known.into_iter().flat_map(|known| &known.awards).filter(of_class);
                awards.any(|won| won.award == *award)
            };
            let part = scenario.parts.iter().find(|part| part.session == *session);
            Some(OpenSession {
                at: NamedSession::new(scene.season, session),
                how: match (part, known) {
                    (Some(_), _) => OpenPart::OtherPlaces,
                    (None, Some(_)) => OpenPart::NotKnown,
                    (None, None) => OpenPart::All,
                },
                awards: scene.awards().into_iter().filter(|award| !won(award)).collect(),
            })
        })
        .collect()
    }
}

/// A part of a scenario with names, the places first.
fn named(scene: &Scene<'_>, part: &Part) -> SupposedSession {
    let mut pieces: Vec<(SupposedResult, NamedId)> = part
        .pieces
        .iter()
        .map(|piece| (piece.wanted.clone(), NamedId::driver(scene.series, &piece.driver)))
        .collect();
    pieces.sort_by_key(|(wanted, _)| match wanted {
        SupposedResult::Place(place) => (0, *place),
        SupposedResult::Award(_) => (1, 0),
        SupposedResult::Out(_) => (2, 0),
    });
    SupposedSession {
        at: NamedSession::new(scene.season, &part.session),
        pieces,
    }
}

/// A part of a scenario as rows of a classification.
fn supposed(scene: &Scene<'_>, part: &Part) -> WhatIfResult {
    let class = scene.championship.class.as_ref();
    let weekend = &part.session.weekend;
    let row = |piece: &Piece| {
        let theirs = |entry: &&Entry| {
            let fits = class.is_none() || entry.class.as_ref() == class;
            entry.drivers.contains(&piece.driver) && fits
        };
        let entry = scene
            .season
            .entry(weekend, Some(&piece.driver), None)
            .filter(|entry| theirs(entry));
        let entry = entry.or_else(|| scene.season.entries.iter().rfind(theirs));
        let place = match &piece.wanted {
            SupposedResult::Place(place) => Some(Place::Exactly(*place)),
            SupposedResult::Award(_) | SupposedResult::Out(_) => None,
        };
        let (place, class_place) = match scene.rules.order {
            Order::Overall => (place, None),
            Order::Class => (None, place),
        };
        Row {
            place,
            class_place,
            class: class.cloned().or_else(|| entry?.class.clone()),
            car: entry.and_then(|entry| entry.car.clone()),
            driver: Some(piece.driver.clone()),
            team: entry.and_then(|entry| entry.team.clone()),
            make: entry.and_then(|entry| entry.make.clone()),
            status: match &piece.wanted {
                SupposedResult::Place(_) | SupposedResult::Award(_) => Status::Classified,
                // Whoever is said to retire is said to get nothing, though the rules may let a retired car keep a place.
                SupposedResult::Out(NonFinish::Dnf) if scene.rules.retired == Retired::Unknown => Status::Nc,
                SupposedResult::Out(ended) => ended.status(),
            },
            ..Row::default()
        }
    };
    let results = part
        .pieces
        .iter()
        .filter(|piece| !matches!(piece.wanted, SupposedResult::Award(_)));
    let awards = part.pieces.iter().filter_map(|piece| match &piece.wanted {
        SupposedResult::Award(award) => Some(Award {
            award: award.clone(),
            class: class.cloned(),
            driver: Some(piece.driver.clone()),
            car: None,
            place: None,
            time: None,
            note: None,
            sources: Vec::new(),
            derived: None,
        }),
        SupposedResult::Place(_) | SupposedResult::Out(_) => None,
    });
    let rows: Vec<Row> = results.map(row).collect();
    let mut field = scene.season.entries_at(weekend).filter(|entry| {
        let fits = class.is_none() || entry.class.as_ref() == class;
        fits && !entry.guest
    });
    let in_rows = |entry: &Entry| {
        let mut drivers = entry.drivers.iter();
        drivers.any(|driver| rows.iter().any(|row| row.driver.as_ref() == Some(driver)))
    };
    let anybody = scene.season.entries_at(weekend).next().is_some();
    WhatIfResult {
        session: part.session.clone(),
        complete: anybody && field.all(in_rows) && rows.len() >= usize::from(scene.field(weekend)),
        rows,
        awards: awards.collect(),
    }
}
