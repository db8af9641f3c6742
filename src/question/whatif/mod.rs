//! `whatif`: the table that would follow from results that are supposed.

mod checks;
mod code;
mod fault;
mod pieces;
mod scenario;
mod then;

use serde::Serialize;

use super::args::Args;
use super::spec::{CHAMPIONSHIP, SEASON, SERIES, SESSION, WEEKEND};
use super::{Ask, Misunderstanding, Opt, Question, Spec, Takes, defaults, given, standings};
use crate::answer::{Answer, Body, Frame};
use crate::dataset::{Catalogue, Named};
use crate::domain::{Asker, Championship, Entry, Ranks, Season, Series, Slug};

pub use fault::Unsupposable;
use pieces::{Heads, Token};
use scenario::{Piece, Scenario, Scene};
use then::Then;

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

/// The table that would follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WhatIf {
    /// What is supposed: `race-1 1:cooper 2:hartog pole:cooper`.
    pub results: Option<String>,
    /// In which championship; in the first that has the first driver if absent.
    pub championship: Option<Slug>,
    /// At which weekend the first session is.
    pub weekend: Option<Slug>,
    /// The first session; the next that is open if absent.
    pub session: Option<Slug>,
    /// A scenario in short.
    pub code: Option<String>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
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

    /// The championship that is meant: the named one, else the first that has the first driver who is named.
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
        let heads = Heads {
            catalogue,
            series,
            season,
        };
        let tokens = heads.tokens(self.results.as_deref().unwrap_or_default());
        let name = tokens.iter().find_map(|token| match token {
            Token::Piece(_, name) if !name.is_empty() => Some(name),
            _ => None,
        });
        let driver = match name {
            Some(name) => Some(scenario::driver(name, catalogue, series, season, |_| None)?),
            None => None,
        };
        let theirs = |entry: &&Entry| driver.as_ref().is_none_or(|driver| entry.drivers.contains(driver));
        let classes: Vec<Option<&Slug>> = season
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
        let scene = Scene {
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
        let scenario = self.scenario(&scene, code.as_ref().map(|code| &code.scenario))?;
        let facts = Then::new(&scene, &scenario).facts(&scene, &scenario);
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
    /// What is supposed: what the code says, and what was typed.
    fn scenario(&self, scene: &Scene<'_>, coded: Option<&Scenario>) -> Result<Scenario, Misunderstanding> {
        let mut scenario = Scenario::default();
        for part in coded.into_iter().flat_map(|coded| &coded.parts) {
            let position = scene
                .ledger
                .sessions
                .iter()
                .position(|counted| counted.session == part.session);
            let position = position.ok_or_else(|| Unsupposable::DoesNotCount {
                at: Box::new(scene.at(&part.session)),
                championship: scene.championship.name.clone(),
            })?;
            if !scene.is_open(position) {
                let at = Box::new(scene.at(&part.session));
                return Err(self.instead(scene, Unsupposable::Resolved { at, open: None }.into()));
            }
            for piece in &part.pieces {
                scene.add(&mut scenario, position, piece.clone())?;
            }
        }
        let text = self.results.as_deref().unwrap_or_default();
        let again = |named: &Named, piece: &str| {
            let (what, _) = piece.split_once(':')?;
            let asked = Self {
                results: Some(text.replacen(piece, &format!("{what}:{}", named.id), 1)),
                ..self.clone()
            };
            Some(Question::WhatIf(asked).line())
        };
        let read = scene.read(text, self.weekend.as_ref(), self.session.as_ref(), again);
        let read = read.map_err(|why| self.instead(scene, why))?;
        for part in read.parts {
            let position = scene
                .ledger
                .sessions
                .iter()
                .position(|counted| counted.session == part.session);
            for piece in part.pieces {
                scene.add(&mut scenario, position.unwrap_or(usize::MAX), piece)?;
            }
        }
        if scenario.parts.is_empty() {
            return Err(Misunderstanding::Missing {
                question: SPEC.name,
                option: "result",
                example: SPEC.examples.first().copied().unwrap_or(SPEC.name),
            });
        }
        scene.is_whole(&scenario)?;
        Ok(scenario)
    }

    /// The misunderstanding with the question that can be asked instead.
    fn instead(&self, scene: &Scene<'_>, why: Misunderstanding) -> Misunderstanding {
        let Misunderstanding::Unsupposable { fault, .. } = why else {
            return why;
        };
        let (season, series) = (Some(scene.season.id.clone()), self.series.clone());
        // The championship of whoever is named first, where all of it can be supposed there.
        let elsewhere = Self {
            championship: None,
            ..self.clone()
        };
        let is_class = matches!(*fault, Unsupposable::OtherClass { .. }) && self.championship.is_some();
        let can_be = || elsewhere.answer(scene.catalogue, scene.asker).is_ok();
        let elsewhere = (is_class && self.code.is_none() && can_be()).then_some(&elsewhere);
        let line = match (&*fault, elsewhere) {
            (Unsupposable::Resolved { at, .. } | Unsupposable::Known { at, .. }, _) => {
                Question::Results(super::Results {
                    weekend: Some(at.session.weekend.clone()),
                    session: Some(at.session.session.clone()),
                    season,
                    series,
                    ..super::Results::default()
                })
            }
            (Unsupposable::NothingOpen { .. }, _) => Question::Standings(super::Standings {
                championship: Some(scene.championship.id.clone()),
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
