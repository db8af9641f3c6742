//! `whatif`: the table projected from supposed results.

mod checks;
mod code;
mod projection;
mod scenario;
mod tokens;
mod unsupposable;

use super::request::Request;
use super::{Misunderstanding, QuestionKind, standings};
use crate::answer::{Answer, Body};
use crate::domain::{Championship, ChampionshipId, ClassId, Entry, Ranks, Season, Series};
use crate::lookup::Named;

use projection::ProjectedSeason;
use scenario::{Baseline, Scenario};
use tokens::{ScenarioToken, SessionLookup};
pub use unsupposable::Unsupposable;

/// The named championship, else the first that has the first named driver.
fn championship<'a>(
    request: Request<'_>,
    series: &Series,
    season: &'a Season,
) -> Result<&'a Championship, Misunderstanding> {
    let catalogue = request.catalogue;
    if let Some(id) = &request.options.championship {
        let table = request
            .question
            .beside(QuestionKind::Standings)
            .championship(id.clone());
        let table = Request::new(&table, catalogue, request.asker);
        let championship = season.championship(id.as_str());
        return championship.ok_or_else(|| standings::missing(table, series, season));
    }
    let lookup = SessionLookup {
        catalogue,
        series,
        season,
    };
    let tokens = lookup.tokens(request.options.results.as_deref().unwrap_or_default());
    let name = tokens.iter().find_map(|token| match token {
        ScenarioToken::Result(_, name) if !name.is_empty() && crate::lookup::place(name).is_none() => Some(name),
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
        .ok_or_else(|| request.nothing_known(series, Some(&season.id)))
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let (catalogue, asker) = (request.catalogue, request.asker);
    let code = request.options.code.as_ref();
    let code = code.map(|code| code::unpack(code, catalogue)).transpose()?;
    let (series, season, championship) = match &code {
        Some(code) => {
            let championship = code.season.championship(code.championship.as_str());
            (code.series, code.season, championship.ok_or(Unsupposable::LostCode)?)
        }
        None => {
            let series = request.series()?;
            let season = request.season(series)?;
            (series, season, championship(request, series, season)?)
        }
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
    let scenario = scenario(request, &baseline, code.as_ref().map(|code| &code.scenario))?;
    let facts = ProjectedSeason::new(&baseline, &scenario).facts(&baseline, &scenario);
    let mut facts = facts.ok_or_else(not_counted)?;
    facts.stale = code
        .map(|code| code.version)
        .filter(|version| *version != season.version);
    let results = standings::results_behind(season, ledger, (&over, asker.now), &before.basis);
    let sources = before.sources.iter().chain(results);
    Ok(request.answer(series, season, sources, Body::WhatIf(facts)))
}

/// The scenario: the results of the code, then those that were typed.
fn scenario(
    request: Request<'_>,
    baseline: &Baseline<'_>,
    coded: Option<&Scenario>,
) -> Result<Scenario, Misunderstanding> {
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
            return Err(instead(
                request,
                baseline,
                Unsupposable::Resolved { at, open: None }.into(),
            ));
        }
        for result in &supposed.results {
            baseline.add(&mut scenario, position, result.clone())?;
        }
    }
    let text = request.options.results.as_deref().unwrap_or_default();
    let again = |named: &Named, result: &str| {
        let (what, _) = result.split_once(':')?;
        let mut asked = request.question.clone();
        asked.options.results = Some(text.replacen(result, &format!("{what}:{}", named.id), 1));
        Some(asked)
    };
    let read = baseline.read(
        text,
        request.options.weekend.as_deref(),
        request.options.session.as_deref(),
        again,
    );
    let read = read.map_err(|why| instead(request, baseline, why))?;
    scenario.about = read.about;
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
        return Err(request.missing());
    }
    baseline.is_whole(&scenario)?;
    Ok(scenario)
}

/// The misunderstanding with the question that can be asked instead.
fn instead(request: Request<'_>, baseline: &Baseline<'_>, why: Misunderstanding) -> Misunderstanding {
    let Misunderstanding::Unsupposable { fault, .. } = why else {
        return why;
    };
    let of_season = |kind| request.question.beside(kind).season(baseline.season.id.clone());
    // The championship of the first named driver, where the whole scenario is possible.
    let elsewhere = || {
        let asked = request.question.clone().championship(None::<ChampionshipId>);
        let is_named = request.options.championship.is_some() && request.options.code.is_none();
        let can_be = is_named && answer(Request::new(&asked, baseline.catalogue, baseline.asker)).is_ok();
        can_be.then_some(asked)
    };
    let question = match &*fault {
        Unsupposable::Resolved { at, .. } | Unsupposable::Known { at, .. } => Some(
            of_season(QuestionKind::Results)
                .weekend(at.session.weekend.clone())
                .session(at.session.session.clone()),
        ),
        Unsupposable::NothingOpen { .. } => {
            Some(of_season(QuestionKind::Standings).championship(baseline.championship.id.clone()))
        }
        Unsupposable::DoesNotCount { .. } => Some(of_season(QuestionKind::Schedule)),
        Unsupposable::OtherClass { .. } => elsewhere(),
        _ => None,
    };
    match question {
        Some(question) => Misunderstanding::Unsupposable {
            fault,
            instead: vec![question],
        },
        None => (*fault).into(),
    }
}
