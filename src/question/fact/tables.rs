//! Facts from tables and rules: the smallest lead, points for a place or an award.

use super::finding::FactResult;
use crate::answer::{Body, Fact, Leader, Payout};
use crate::domain::{AwardId, Points, Ranks, SourceId};
use crate::lookup;
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::standings::tables_of;
use crate::question::{QuestionKind, points};

/// Leads of all championships, the smallest or the largest first.
pub(super) fn leads<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let closest = request.options.about.as_deref() == Some("closest");
    let shown = tables_of(request)?;
    let mut leads = Vec::new();
    let mut unknown = Vec::new();
    for table in &shown.tables {
        let leader = Leader::of(shown.series, shown.season, table);
        let second = leader.leaders.get(1).or(leader.followers.first()).cloned();
        let gap = second.as_ref().and_then(|second| second.gap);
        match (leader.leaders.into_iter().next(), second, gap) {
            (Some(first), Some(second), Some(gap)) => leads.push((table.title.clone(), first, second, gap)),
            _ => unknown.push(table.title.clone()),
        }
    }
    leads.sort_by_key(|(_, _, _, gap)| *gap);
    if !closest {
        leads.reverse();
    }
    let cited: Vec<&SourceId> = shown.tables.iter().flat_map(|table| &table.standings.sources).collect();
    let sources = view.series.sources.keys().filter(|id| cited.contains(id)).collect();
    Ok((
        Fact::Leads {
            closest,
            leads,
            unknown,
        },
        sources,
    ))
}

/// Points for a place or an award in each championship.
pub(super) fn worth<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let words = request.options.words.as_deref().unwrap_or_default();
    let place = lookup::place(words);
    let award: Option<AwardId> = words.parse().ok().filter(|_| place.is_none());
    let points = request.question.beside(QuestionKind::Points);
    let points = points
        .championship(request.options.championship.clone())
        .season(request.options.season.clone());
    let answer = points::answer(Request::new(&points, view.catalogue, view.asker))?;
    let Body::Points(scorings) = answer.body else {
        return Err(request.nothing_known(view.series, request.options.season.as_ref()));
    };
    let pays = scorings
        .into_iter()
        .filter(|scoring| scoring.ranks == Ranks::Driver || request.options.championship.is_some());
    let pays = pays.map(|scoring| {
        let rules = scoring.rules.as_ref();
        let table = rules.and_then(crate::domain::Rules::race_scale);
        let points = match (place, &award) {
            (Some(place), _) => table.map(|table| table.points(place)),
            (None, Some(award)) => rules.and_then(|rules| rules.awards.as_ref()).map(|awards| {
                let paid = awards.iter().find(|rule| rule.award == *award);
                paid.map_or(Points::ZERO, |rule| rule.points)
            }),
            (None, None) => None,
        };
        let beyond = place
            .zip(table.and_then(|table| table.confirmed))
            .is_some_and(|(place, to)| place > to);
        Payout {
            championships: scoring.championships,
            points,
            known_from: table.and_then(|table| table.known_from.clone()).filter(|_| beyond),
            each_class: rules.is_some_and(|rules| rules.order == crate::domain::Order::Class),
        }
    });
    let facts = Fact::Worth {
        place,
        award: award.clone(),
        pays: pays.collect(),
    };
    let cited: Vec<SourceId> = answer.frame.sources.into_iter().map(|cited| cited.id).collect();
    Ok((
        facts,
        view.series.sources.keys().filter(|id| cited.contains(id)).collect(),
    ))
}
