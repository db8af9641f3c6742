//! Scenario: supposed results by session, resolved and checked against the season.

use super::tokens::{ScenarioToken, SessionLookup, SessionWord, wanted};
use super::unsupposable::Unsupposable;
use crate::answer::{NamedSession, SupposedResult};
use crate::dataset::Catalogue;
use crate::domain::{
    Asker, AwardId, Championship, DriverId, Ranks, RoundLabel, Rules, Season, Series, Session, SessionRef, Slug,
    Weekend, clip,
};
use crate::lookup::{self, NameKind, Named, Resolver, Seasons};
use crate::question::{Candidate, Misunderstanding, Question, QuestionKind, Rival};
use crate::scoring::{Basis, Ledger, Standings};

/// Supposed results by session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Scenario {
    /// The competitor whose place is asked for.
    pub about: Option<Rival>,
    pub sessions: Vec<ScenarioSession>,
}

/// Supposed results of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ScenarioSession {
    pub session: SessionRef,
    pub results: Vec<Supposition>,
}

/// A supposed result of a driver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Supposition {
    pub wanted: SupposedResult,
    pub driver: DriverId,
}

/// The championship of a scenario as it stands at the asker's moment.
pub(super) struct Baseline<'a> {
    pub catalogue: &'a Catalogue,
    pub series: &'a Series,
    pub season: &'a Season,
    pub championship: &'a Championship,
    pub rules: &'a Rules,
    pub ledger: &'a Ledger,
    pub asker: &'a Asker,
    /// The current table.
    pub before: &'a Standings,
    /// Sessions that are over, as positions in the ledger.
    pub over: &'a [usize],
}

/// The driver of this name: in the season if there is one, else anywhere in the series.
pub(super) fn driver(
    name: &str,
    catalogue: &Catalogue,
    series: &Series,
    season: &Season,
    again: impl Fn(&Named) -> Option<Question>,
) -> Result<Slug, Misunderstanding> {
    let anywhere = Resolver {
        names: &catalogue.names,
        kinds: &[NameKind::Driver],
        series: Some(&series.id),
        seasons: Seasons::Any,
    };
    let here = Resolver {
        seasons: Seasons::Only(season),
        ..anywhere
    };
    let short = || clip(name, 60);
    let candidate = |named: &&Named| Candidate {
        question: again(named),
        ..Candidate::of(named)
    };
    let Some(found) = here.find(name).or_else(|| anywhere.find(name)) else {
        return Err(Misunderstanding::UnknownName {
            text: short(),
            kinds: vec![NameKind::Driver],
            question: QuestionKind::WhatIf.spec().name,
            nearest: here.nearest(name).iter().map(candidate).collect(),
        });
    };
    let several = || Misunderstanding::Ambiguous {
        text: short(),
        candidates: found.things.iter().map(candidate).collect(),
    };
    found.only().map(|one| one.id.clone()).ok_or_else(several)
}

impl Baseline<'_> {
    /// Awards that the championship pays for.
    pub fn awards(&self) -> Vec<AwardId> {
        let mut awards: Vec<AwardId> = Vec::new();
        for rule in self.rules.awards.iter().flatten() {
            if !awards.contains(&rule.award) {
                awards.push(rule.award.clone());
            }
        }
        awards
    }

    /// Reads a text; results before the first named session belong to `session`, else to the next one.
    pub fn read(
        &self,
        text: &str,
        weekend: Option<&Slug>,
        session: Option<&Slug>,
        again: impl Fn(&Named, &str) -> Option<Question>,
    ) -> Result<Scenario, Misunderstanding> {
        let lookup = SessionLookup {
            catalogue: self.catalogue,
            series: self.series,
            season: self.season,
        };
        let mut scenario = Scenario::default();
        let (mut weekend, mut named) = (weekend.cloned(), session.cloned());
        let mut round = None;
        let mut current: Option<usize> = None;
        for token in lookup.tokens(text) {
            match token {
                ScenarioToken::Word(text) => return Err(self.not_a_result(&text)),
                ScenarioToken::Session(SessionWord::Weekend(id)) => {
                    (weekend, named, round, current) = (Some(id), None, None, None);
                }
                ScenarioToken::Session(SessionWord::Round(id)) => {
                    (weekend, named, round, current) = (None, None, Some(id), None);
                }
                ScenarioToken::Session(SessionWord::Session(id)) => {
                    // A session of its own is another one of the same weekend, or comes later.
                    if current.is_some() {
                        weekend = None;
                    }
                    (named, current) = (Some(id), None);
                }
                ScenarioToken::Result(what, name) if what == "about" => {
                    let found = || driver(&name, self.catalogue, self.series, self.season, |_| None);
                    scenario.about = Some(match lookup::place(&name) {
                        Some(place) => Rival::Place(place),
                        None => Rival::Driver(found()?.into()),
                    });
                }
                ScenarioToken::Result(what, name) => {
                    let at = match current {
                        Some(at) => at,
                        None => self.session(weekend.as_ref(), named.as_ref(), round.as_ref(), &scenario)?,
                    };
                    current = Some(at);
                    let wanted = wanted(&what, &self.awards())
                        .filter(|_| !name.is_empty())
                        .ok_or_else(|| self.not_a_result(&format!("{what}:{name}")))?;
                    let holder = lookup::place(&name).and_then(|place| self.placed(place)).cloned();
                    let driver = match holder {
                        Some(holder) => holder,
                        None => driver(&name, self.catalogue, self.series, self.season, |named| {
                            again(named, &format!("{what}:{name}"))
                        })?,
                    };
                    self.add(
                        &mut scenario,
                        at,
                        Supposition {
                            wanted,
                            driver: driver.into(),
                        },
                    )?;
                }
            }
        }
        Ok(scenario)
    }

    /// The driver in a place of the current table.
    pub fn placed(&self, place: u16) -> Option<&Slug> {
        let mut rows = self.before.rows.iter();
        let row = rows.find(|row| row.position == Some(place));
        row.map(|row| &row.competitor)
            .filter(|_| self.championship.ranks == Ranks::Driver)
    }

    fn not_a_result(&self, text: &str) -> Misunderstanding {
        Unsupposable::NoPiece {
            text: clip(text, 60),
            awards: self.awards(),
        }
        .into()
    }

    /// Adds a result to a session after checking it.
    pub fn add(&self, scenario: &mut Scenario, at: usize, result: Supposition) -> Result<(), Misunderstanding> {
        let Some(counted) = self.ledger.sessions.get(at) else {
            return Ok(());
        };
        self.check(scenario, at, counted, &result)?;
        match scenario
            .sessions
            .iter_mut()
            .find(|supposed| supposed.session == counted.session)
        {
            Some(supposed) => supposed.results.push(result),
            None => scenario.sessions.push(ScenarioSession {
                session: counted.session.clone(),
                results: vec![result],
            }),
        }
        Ok(())
    }

    /// The session that is meant, as a position in the ledger.
    fn session(
        &self,
        weekend: Option<&Slug>,
        session: Option<&Slug>,
        round: Option<&Slug>,
        so_far: &Scenario,
    ) -> Result<usize, Misunderstanding> {
        let is_meant = |one: &SessionRef, label: Option<&RoundLabel>| {
            weekend.is_none_or(|weekend| *weekend == one.weekend)
                && session.is_none_or(|session| *session == one.session)
                && round.is_none_or(|round| label.is_some_and(|label| *label == *round))
        };
        let meant: Vec<usize> = (0..self.ledger.sessions.len())
            .filter(|at| {
                let counted = self.ledger.sessions.get(*at);
                counted.is_some_and(|counted| is_meant(&counted.session, Some(&counted.round)))
            })
            .collect();
        let in_weekend = |at: &usize| {
            let counted = self.ledger.sessions.get(*at);
            let last = so_far.sessions.last();
            last.zip(counted)
                .is_some_and(|(supposed, counted)| supposed.session.weekend == counted.session.weekend)
        };
        let open = || meant.iter().copied().filter(|at| self.is_open(*at));
        let ahead = |at: &usize| !self.over.contains(at);
        let chosen = open()
            .find(in_weekend)
            .or_else(|| open().find(ahead))
            .or_else(|| open().next());
        if let Some(chosen) = chosen {
            return Ok(chosen);
        }
        let named = |at: Option<usize>| Some(Box::new(self.at(&self.ledger.sessions.get(at?)?.session)));
        let next = (0..self.ledger.sessions.len()).find(|at| self.is_open(*at) && ahead(at));
        match (named(meant.last().copied()), named(next)) {
            (Some(_), None) if weekend.is_none() && session.is_none() && round.is_none() => {
                Err(self.nothing_open().into())
            }
            (Some(at), open) => Err(Unsupposable::Resolved { at, open }.into()),
            (None, _) => Err(match self.uncounted(is_meant) {
                Some(session) => Unsupposable::DoesNotCount {
                    at: Box::new(self.at(&session)),
                    championship: self.championship.name.clone(),
                },
                None => self.nothing_open(),
            }
            .into()),
        }
    }

    fn nothing_open(&self) -> Unsupposable {
        Unsupposable::NothingOpen {
            championship: self.championship.name.clone(),
        }
    }

    /// A session that is meant and does not count for the championship.
    fn uncounted(&self, is_meant: impl Fn(&SessionRef, Option<&RoundLabel>) -> bool) -> Option<SessionRef> {
        let sessions = self.season.weekends.iter().flat_map(|weekend| {
            let sessions = weekend.sessions.iter();
            sessions.map(move |session| (weekend, session))
        });
        let ended =
            |(weekend, session): &(&Weekend, &Session)| self.catalogue.known_from(weekend, session) <= self.asker.now;
        // The next one, if there is any, before those that are over.
        let (over, ahead): (Vec<_>, Vec<_>) = sessions.partition(ended);
        let mut named = ahead.into_iter().chain(over).map(|(weekend, session)| {
            let named = SessionRef {
                weekend: weekend.id.clone(),
                session: session.id.clone(),
            };
            (named, session.round.as_ref())
        });
        named
            .find(|(session, round)| is_meant(session, *round))
            .map(|(session, _)| session)
    }

    /// True if results of a session can be supposed: they are neither known nor in the known table.
    pub fn is_open(&self, at: usize) -> bool {
        let in_table = match &self.before.basis {
            Basis::Computed | Basis::Unknown => false,
            Basis::Published => self.over.contains(&at),
            Basis::PublishedAndComputed { .. } => self.base().is_some_and(|base| at <= base),
        };
        let known = self.over.contains(&at) && self.ledger.is_resolved(at, self.asker.now);
        !in_table && !known
    }

    /// The last session included in the newest published points.
    fn base(&self) -> Option<usize> {
        let printed = self.season.tables.iter().filter(|table| {
            table.championship == self.championship.id
                && self.season.is_published(table.published, self.asker.now)
                && table.rows.iter().any(|row| row.points.is_some())
        });
        let ends = printed.filter_map(|table| self.ledger.last_of_round(table.after.as_str()));
        ends.filter(|at| self.over.contains(at)).max()
    }

    /// A session with names.
    pub fn at(&self, session: &SessionRef) -> NamedSession {
        NamedSession::new(self.season, session)
    }
}
