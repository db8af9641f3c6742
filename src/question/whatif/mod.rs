//! `whatif`: the table projected from supposed results.

mod checks;
mod code;
mod projection;
mod scenario;
mod tokens;
mod unsupposable;

use serde::Serialize;

use super::args::Args;
use super::spec::{CHAMPIONSHIP, SEASON, SERIES, SESSION, WEEKEND};
use super::{Ask, Misunderstanding, Opt, Question, Spec, Takes, defaults, given, standings};
use crate::answer::{Answer, Body, Frame};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Championship, ClassId, Entry, Ranks, Season, Series, Slug};
use crate::lookup::Named;

use projection::ProjectedSeason;
use scenario::{Baseline, Scenario, Supposition};
use tokens::{ScenarioToken, SessionLookup};
pub use unsupposable::Unsupposable;

pub(super) const SPEC: Spec = Spec {
    name: "whatif",
    summary: "The table after results you suppose, over one coming race or several; the rest stays open",
    options: &[
        Opt {
            name: "results",
            takes: Takes::Pieces,
            summary: "places, pole:, fl: and dnf: with names, after a session's name: race-1 1:cooper pole:hartog",
        },
        CHAMPIONSHIP,
        WEEKEND,
        SESSION,
        Opt {
            name: "code",
            takes: Takes::Code,
            summary: "a scenario in short, as an answer showed it",
        },
        SEASON,
        SERIES,
    ],
    examples: &[
        "whatif pro 1:cooper 2:hartog pole:cooper fl:hartog",
        "whatif pro race-1 1:cooper race-2 2:hartog",
        "whatif masters dnf:halcome",
    ],
};

/// The projected table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WhatIf {
    /// Supposed results: `race-1 1:cooper 2:hartog pole:cooper`.
    pub results: Option<String>,
    /// The championship; the first that has the first driver if absent.
    pub championship: Option<Slug>,
    /// The weekend of the first session.
    pub weekend: Option<Slug>,
    /// The first session; the next that is open if absent.
    pub session: Option<Slug>,
    /// A scenario as a code.
    pub code: Option<String>,
    /// The season.
    pub season: Option<Slug>,
    /// The series.
    pub series: Option<Slug>,
}

impl From<Unsupposable> for Misunderstanding {
    fn from(fault: Unsupposable) -> Self {
        Self::Unsupposable {
            fault: Box::new(fault),
            instead: Vec::new(),
        }
    }
}

impl WhatIf {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        let (results, code) = (args.text("results"), args.text("code"));
        if results.is_none() && code.is_none() {
            return Err(Misunderstanding::Missing {
                question: SPEC.name,
                option: "result",
                example: SPEC.examples.first().copied().unwrap_or(SPEC.name),
            });
        }
        Ok(Question::WhatIf(Self {
            results,
            championship: args.id("championship"),
            weekend: args.id("weekend"),
            session: args.id("session"),
            code,
            season: args.id("season"),
            series: args.id("series"),
        }))
    }

    /// The named championship, else the first that has the first named driver.
    fn championship<'a>(
        &self,
        catalogue: &Catalogue,
        series: &Series,
        season: &'a Season,
    ) -> Result<&'a Championship, Misunderstanding> {
        let table = |season: &Slug| {
            let asked = super::Standings {
                championship: self.championship.clone(),
                season: Some(season.clone()),
                series: self.series.clone(),
                ..super::Standings::default()
            };
            Question::Standings(asked).line()
        };
        if let Some(id) = &self.championship {
            return season
                .championship(id.as_str())
                .ok_or_else(|| standings::missing(series, season, Some(id), SPEC.name, table));
        }
        let lookup = SessionLookup {
            catalogue,
            series,
            season,
        };
        let tokens = lookup.tokens(self.results.as_deref().unwrap_or_default());
        let name = tokens.iter().find_map(|token| match token {
            ScenarioToken::Result(_, name) if !name.is_empty() => Some(name),
            _ => None,
        });
        let driver = match name {
            Some(name) => Some(scenario::driver(name, catalogue, series, season, |_| None)?),
            None => None,
        };
        let theirs = |entry: &&Entry| driver.as_ref().is_none_or(|driver| entry.has_driver(driver));
        let classes: Vec<Option<&ClassId>> = season
            .entries
            .iter()
            .filter(theirs)
            .map(|one| one.class.as_ref())
            .collect();
        let fits = |one: &&Championship| {
            let class = one.class.is_none() || classes.contains(&one.class.as_ref());
            one.ranks == Ranks::Driver && class && season.rules_of(one).is_some_and(|rules| rules.scales.is_some())
        };
        season
            .championships
            .iter()
            .find(fits)
            .ok_or_else(|| standings::missing(series, season, None, SPEC.name, table))
    }
}

impl Ask for WhatIf {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let text = |text: &Option<String>| {
            let text = text.as_ref()?;
            Some(if text.contains(' ') {
                format!("\"{text}\"")
            } else {
                text.clone()
            })
        };
        let mut options = Vec::new();
        options.extend(text(&self.results).map(|text| ("results", text)));
        options.extend(given(&[
            ("championship", &self.championship),
            ("weekend", &self.weekend),
            ("session", &self.session),
        ]));
        options.extend(text(&self.code).map(|text| ("code", text)));
        options.extend(given(&[("season", &self.season), ("series", &self.series)]));
        options
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let code = self
            .code
            .as_ref()
            .map(|code| code::unpack(code, catalogue))
            .transpose()?;
        let (series, season) = match &code {
            Some(code) => (code.series, code.season),
            None => {
                let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
                let season = defaults::season(series, self.season.as_ref(), catalogue, asker, SPEC.name, |_| true)?;
                (series, season)
            }
        };
        let championship = match &code {
            Some(code) => season
                .championship(code.championship.as_str())
                .ok_or(Unsupposable::LostCode)?,
            None => self.championship(catalogue, series, season)?,
        };
        let not_counted = || Unsupposable::NotCounted {
            championship: championship.name.clone(),
        };
        let ledger = catalogue
            .ledger(&series.id, &season.id, &championship.id)
            .ok_or_else(not_counted)?;
        let rules = season.rules_of(championship).filter(|rules| rules.scales.is_some());
        let over = ledger.over(asker.now);
        let before = crate::scoring::standings(season, championship, ledger, &over, asker.now);
        let baseline = Baseline {
            catalogue,
            series,
            season,
            championship,
            rules: rules.ok_or_else(not_counted)?,
            ledger,
            asker,
            before: &before,
            over: &over,
        };
        let scenario = self.scenario(&baseline, code.as_ref().map(|code| &code.scenario))?;
        let facts = ProjectedSeason::new(&baseline, &scenario).facts(&baseline, &scenario);
        let mut facts = facts.ok_or_else(not_counted)?;
        facts.stale = code
            .map(|code| code.version)
            .filter(|version| *version != season.version);
        let results = standings::results_behind(season, ledger, &over, &before.basis);
        let sources = before.sources.iter().chain(results);
        Ok(Answer {
            frame: Frame::of(catalogue, series, Some(season), asker).citing(series, sources),
            body: Body::WhatIf(facts),
        })
    }
}

impl WhatIf {
    /// The scenario: the results of the code, then those that were typed.
    fn scenario(&self, baseline: &Baseline<'_>, coded: Option<&Scenario>) -> Result<Scenario, Misunderstanding> {
        let mut scenario = Scenario::default();
        for supposed in coded.into_iter().flat_map(|coded| &coded.sessions) {
            let position = baseline
                .ledger
                .sessions
                .iter()
                .position(|counted| counted.session == supposed.session);
            let position = position.ok_or_else(|| Unsupposable::DoesNotCount {
                at: Box::new(baseline.at(&supposed.session)),
                championship: baseline.championship.name.clone(),
            })?;
            if !baseline.is_open(position) {
                let at = Box::new(baseline.at(&supposed.session));
                return Err(self.instead(baseline, Unsupposable::Resolved { at, open: None }.into()));
            }
            for result in &supposed.results {
                baseline.add(&mut scenario, position, result.clone())?;
            }
        }
        let text = self.results.as_deref().unwrap_or_default();
        let again = |named: &Named, result: &str| {
            let (what, _) = result.split_once(':')?;
            let asked = Self {
                results: Some(text.replacen(result, &format!("{what}:{}", named.id), 1)),
                ..self.clone()
            };
            Some(Question::WhatIf(asked).line())
        };
        let read = baseline.read(text, self.weekend.as_ref(), self.session.as_ref(), again);
        let read = read.map_err(|why| self.instead(baseline, why))?;
        for supposed in read.sessions {
            let position = baseline
                .ledger
                .sessions
                .iter()
                .position(|counted| counted.session == supposed.session);
            for result in supposed.results {
                baseline.add(&mut scenario, position.unwrap_or(usize::MAX), result)?;
            }
        }
        if scenario.sessions.is_empty() {
            return Err(Misunderstanding::Missing {
                question: SPEC.name,
                option: "result",
                example: SPEC.examples.first().copied().unwrap_or(SPEC.name),
            });
        }
        baseline.is_whole(&scenario)?;
        Ok(scenario)
    }

    /// The misunderstanding with the question that can be asked instead.
    fn instead(&self, baseline: &Baseline<'_>, why: Misunderstanding) -> Misunderstanding {
        let Misunderstanding::Unsupposable { fault, .. } = why else {
            return why;
        };
        let (season, series) = (Some(baseline.season.id.slug().clone()), self.series.clone());
        // The championship of the first named driver, where the whole scenario is possible.
        let elsewhere = Self {
            championship: None,
            ..self.clone()
        };
        let is_class = matches!(*fault, Unsupposable::OtherClass { .. }) && self.championship.is_some();
        let can_be = || elsewhere.answer(baseline.catalogue, baseline.asker).is_ok();
        let elsewhere = (is_class && self.code.is_none() && can_be()).then_some(&elsewhere);
        let line = match (&*fault, elsewhere) {
            (Unsupposable::Resolved { at, .. } | Unsupposable::Known { at, .. }, _) => {
                Question::Results(super::Results {
                    weekend: Some(at.session.weekend.clone().into()),
                    session: Some(at.session.session.clone().into()),
                    season,
                    series,
                    ..super::Results::default()
                })
            }
            (Unsupposable::NothingOpen { .. }, _) => Question::Standings(super::Standings {
                championship: Some(baseline.championship.id.clone().into()),
                season,
                series,
                ..super::Standings::default()
            }),
            (Unsupposable::DoesNotCount { .. }, _) => Question::Schedule(super::Schedule {
                season,
                series,
                ..super::Schedule::default()
            }),
            (Unsupposable::OtherClass { .. }, Some(elsewhere)) => Question::WhatIf(elsewhere.clone()),
            _ => return (*fault).into(),
        };
        Misunderstanding::Unsupposable {
            fault,
            instead: vec![line.line()],
        }
    }
}
