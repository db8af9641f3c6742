//! Facts from scoring rules: what places and awards are worth, and what the rules say of a topic.

use super::finding::{FactResult, given_words, missing};
use crate::answer::{Body, Fact, NamedId, PaidResult, Payout, RuleFact, RuleTopic, Scoring, Share, Worth};
use crate::domain::{AwardId, ChampionshipId, Order, Points, Ranks, Rules, Season, SessionKind, SourceId};
use crate::lookup;
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::{Misunderstanding, QuestionKind, points};

/// The topics by the names of their subjects.
const TOPICS: [(&str, RuleTopic); 7] = [
    ("paying", RuleTopic::Paying),
    ("drops", RuleTopic::Drops),
    ("ties", RuleTopic::Ties),
    ("order", RuleTopic::Order),
    ("counts", RuleTopic::Counting),
    ("shortened", RuleTopic::Shortened),
    ("retired", RuleTopic::Retired),
];

/// The topic of this name.
fn named(subject: &str) -> Option<RuleTopic> {
    let topic = TOPICS.iter().find(|(name, _)| *name == subject)?;
    Some(topic.1)
}

/// The rules of the championship that is named, else of those of drivers, with their sources.
pub(super) fn scorings<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    all: bool,
) -> Result<(Vec<Scoring>, Vec<&'a SourceId>), Misunderstanding> {
    let points = request.question.beside(QuestionKind::Points);
    let points = points
        .championship(championship(request, view.season))
        .season(view.season.id.clone());
    let answer = points::answer(Request::new(&points, view.catalogue, view.asker))?;
    let Body::Points(mut scorings) = answer.body else {
        return Err(request.nothing_known(view.series, request.options.season.as_ref()));
    };
    if points.options.championship.is_none() && !all && scorings.iter().any(|one| one.ranks == Ranks::Driver) {
        scorings.retain(|scoring| scoring.ranks == Ranks::Driver);
    }
    let cited: Vec<SourceId> = answer.frame.sources.into_iter().map(|cited| cited.id).collect();
    let sources = view.series.sources.keys().filter(|id| cited.contains(id));
    Ok((scorings, sources.collect()))
}

/// The championship that is named, by itself or by its class.
pub(super) fn championship(request: Request<'_>, season: &Season) -> Option<ChampionshipId> {
    let options = request.options;
    let of_class = || {
        let class = options.class.as_ref()?;
        let mut all = season.championships.iter();
        let found = all.find(|one| one.class.as_ref() == Some(class))?;
        Some(found.id.clone())
    };
    options.championship.clone().or_else(of_class)
}

/// Number of sessions of a kind in a season.
fn sessions(season: &Season, kind: SessionKind) -> usize {
    let sessions = season.weekends.iter().flat_map(|weekend| &weekend.sessions);
    sessions
        .filter(|session| session.kind == kind && session.resumes.is_none())
        .count()
}

/// The places and awards that words name one after the other: `p2-pole-fastest-lap`.
fn results(words: &[&str], scorings: &[Scoring]) -> Vec<PaidResult> {
    let rules = scorings.iter().filter_map(|scoring| scoring.rules.as_ref());
    let awards: Vec<&AwardId> = rules
        .flat_map(|rules| rules.awards.iter().flatten())
        .map(|rule| &rule.award)
        .collect();
    let mut results = Vec::new();
    let mut rest = words;
    while let Some((first, behind)) = rest.split_first() {
        if let Some(place) = lookup::place(first) {
            results.push(PaidResult::Place(place));
            rest = behind;
            continue;
        }
        let name = |count: usize| rest.get(..count).map(|words| words.join("-"));
        let is_known =
            |name: &str| ["pole", "fastest-lap"].contains(&name) || awards.iter().any(|one| one.as_str() == name);
        let next = rest
            .iter()
            .position(|word| lookup::place(word).is_some())
            .unwrap_or(rest.len());
        let known = (1..=next)
            .rev()
            .find(|count| name(*count).is_some_and(|name| is_known(&name)));
        let count = known.unwrap_or(next);
        results.extend(name(count).and_then(|name| name.parse().ok()).map(PaidResult::Award));
        rest = rest.get(count..).unwrap_or_default();
    }
    results
}

/// Points for places and awards in each championship.
pub(super) fn worth<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (scorings, sources) = scorings(request, view, false)?;
    let words: Vec<&str> = given_words(request.options).collect();
    let results = results(&words, &scorings);
    if results.is_empty() {
        return Err(missing("words", "fact worth words:p2"));
    }
    let kind = request.options.kind.unwrap_or(SessionKind::Race);
    let with_sprints = kind == SessionKind::Race && sessions(view.season, SessionKind::Sprint) > 0;
    let facts = Worth {
        season: view.season.id.clone(),
        pays: scorings
            .into_iter()
            .map(|one| payout(one, &results, kind, with_sprints))
            .collect(),
    };
    Ok((Fact::Worth(facts), sources))
}

fn payout(scoring: Scoring, results: &[PaidResult], kind: SessionKind, with_sprints: bool) -> Payout {
    let rules = scoring.rules.as_ref();
    let scale = rules.and_then(|rules| rules.scale_of(kind));
    let mut shares: Vec<Share> = Vec::new();
    for result in results {
        if let Some(share) = shares.iter_mut().find(|share| share.what == *result) {
            share.times += 1;
            continue;
        }
        shares.push(Share {
            what: result.clone(),
            kind,
            times: 1,
            points: rules.and_then(|rules| paid(rules, result, kind)),
        });
    }
    for share in &mut shares {
        share.points = share.points.map(|points| (0..share.times).map(|_| points).sum());
    }
    let last = results.iter().filter_map(|result| match result {
        PaidResult::Place(place) => Some(*place),
        PaidResult::Award(_) => None,
    });
    let beyond = last
        .max()
        .zip(scale.and_then(|scale| scale.confirmed))
        .is_some_and(|(place, to)| place > to);
    let sprint = match results {
        [result @ PaidResult::Place(_)] if with_sprints => {
            rules.and_then(|rules| paid(rules, result, SessionKind::Sprint))
        }
        _ => None,
    };
    Payout {
        shares,
        sprint,
        known_from: scale.and_then(|scale| scale.known_from.clone()).filter(|_| beyond),
        each_class: rules.is_some_and(|rules| rules.order == Order::Class),
        championships: scoring.championships,
    }
}

/// Points of a result in a session of a kind that is run in full; `None` where the rules do not tell.
fn paid(rules: &Rules, result: &PaidResult, kind: SessionKind) -> Option<Points> {
    match result {
        PaidResult::Place(place) => {
            let scales = rules.scales.as_ref()?;
            let scale = rules.scale_of(kind).filter(|_| !scales.is_empty());
            Some(scale.map_or(Points::ZERO, |scale| scale.points(*place)))
        }
        PaidResult::Award(award) => {
            let mut rules = rules.awards.as_ref()?.iter();
            let paid = rules.find(|rule| rule.award == *award && rule.when.kinds.contains(&kind));
            Some(paid.map_or(Points::ZERO, |rule| rule.points))
        }
    }
}

/// Statements of the rules about the topic that is asked for.
pub(super) fn topic<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let options = request.options;
    let topic = options.about.as_deref().and_then(named).unwrap_or(RuleTopic::Paying);
    let (scorings, sources) = scorings(request, view, topic == RuleTopic::Counting)?;
    let kind = options.kind.unwrap_or(SessionKind::Race);
    let award = options.words.as_deref().and_then(|words| words.parse().ok());
    let weekend = match &options.weekend {
        Some(id) => Some(request.weekend(view.series, view.season, id)?),
        None => None,
    };
    let fact = RuleFact {
        topic,
        season: view.season.id.clone(),
        kind,
        sessions: sessions(view.season, kind),
        award,
        weekend: weekend.map(|weekend| NamedId::new(&weekend.id, &weekend.name)),
        scorings,
    };
    Ok((Fact::Rule(fact), sources))
}
