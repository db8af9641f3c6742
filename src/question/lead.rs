//! `lead`: changes of the lead that are possible at the next race, this weekend, by the season's end.

use super::contests::{Contest, TitleRace, contests};
use super::gap::no_points_yet;
use super::request::Request;
use super::{Misunderstanding, standings, title};
use crate::answer::{Answer, Body, Horizon, LeadForecast, LeadOutlook, Leader, PathToLead, Person, TableLead};
use crate::domain::SourceId;

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let contests = contests(request)?;
    let mut races = contests
        .known
        .iter()
        .map(|contest| &contest.race)
        .chain(&contests.unknown);
    if races.all(|race| race.ledger.over(request.asker.now).is_empty()) {
        return Err(no_points_yet(request, contests.series, contests.season));
    }
    let leads: Vec<LeadOutlook> = contests
        .known
        .iter()
        .filter_map(|contest| match &request.options.rival {
            Some(rival) if contest.ranks(rival) => lead(contest, Some(contest.index(rival)?), request),
            Some(_) => None,
            None => lead(contest, None, request),
        })
        .collect();
    let tables = contests.unknown.iter().filter_map(|race| of_table(race, request));
    let (tables, cited): (Vec<TableLead>, Vec<_>) = tables.unzip();
    if leads.is_empty() && tables.is_empty() {
        return Err(request.nothing_known(contests.series, Some(&contests.season.id)));
    }
    let sources = contests.known.iter().flat_map(|contest| contest.sources(request.asker));
    let cited: Vec<_> = sources.chain(cited.iter().flatten()).collect();
    Ok(request.answer(contests.series, contests.season, cited, Body::Lead(leads, tables)))
}

/// The head of a table in which it is not known what can still happen, with its sources; `None` where somebody is asked
/// about who is not in it.
fn of_table(race: &TitleRace<'_>, request: Request<'_>) -> Option<(TableLead, Vec<SourceId>)> {
    let TitleRace {
        series,
        season,
        championship,
        ledger,
        ..
    } = *race;
    let table = standings::table(series, season, championship, ledger, None, request.asker).ok()?;
    let asked = request.options.rival.as_ref();
    asked
        .is_none_or(|rival| standings::row_of(&table, rival).is_some())
        .then(|| {
            let lead = TableLead {
                leader: Leader::of(series, season, &table),
                over: race.is_over(request.asker),
            };
            (lead, table.standings.sources)
        })
}

fn lead(contest: &Contest<'_>, about: Option<usize>, request: Request<'_>) -> Option<LeadOutlook> {
    let asker = request.asker;
    let outlook = &contest.outlook;
    let leader = outlook.contenders().first()?;
    let asks_leader = about == Some(0);
    let about = about.filter(|index| *index > 0);
    let mut spans = Vec::new();
    let mut takes = Vec::new();
    if let Some(race) = contest.to_the_next_race(asker) {
        let weekend = contest.to_the_end_of_weekend(race);
        let all = outlook.positions().len();
        spans.extend(span(contest, Horizon::Race, race, about));
        if weekend > race {
            spans.extend(span(contest, Horizon::Weekend, weekend, about));
        }
        if all > weekend {
            spans.extend(span(contest, Horizon::Season, all, about));
        }
        let challengers = match about {
            Some(index) => vec![index],
            None => {
                let named = |index: &usize| {
                    outlook
                        .contenders()
                        .get(*index)
                        .is_some_and(|one| one.competitor().is_some())
                };
                outlook
                    .threats(0, race)
                    .into_iter()
                    .filter(named)
                    .take(MOST_TAKES)
                    .collect()
            }
        };
        takes.extend(
            challengers
                .into_iter()
                .filter(|_| race == 1)
                .filter_map(|index| take(contest, index)),
        );
    }
    limit(&mut spans, &mut takes, request);
    let over = contest.race.is_over(asker);
    let settled = over.then(|| title::settled(contest, asker));
    let (scene, champion) = match settled {
        Some(fight) if fight.champion.is_some() => (fight.scene, fight.champion),
        _ => (contest.scene(asker), None),
    };
    Some(LeadOutlook {
        championship: contest.race.title(),
        scene,
        over,
        champion,
        leader: contest.person(&leader.who),
        points: leader.points(),
        about: about.and_then(|index| asked(contest, index, request)),
        asks_leader,
        spans,
        takes,
    })
}

/// The challenger who is asked about, by name even where no table lists one.
fn asked(contest: &Contest<'_>, index: usize, request: Request<'_>) -> Option<Person> {
    let rival = request.options.rival.as_ref();
    let named = rival.and_then(|rival| rival.in_ranks(contest.race.championship.ranks));
    let contender = contest.outlook.contenders().get(index)?;
    Some(named.map_or_else(|| contest.person(&contender.who), |id| contest.race.person(id)))
}

/// Leaves the forecasts for the race or the weekend that is asked for, where there are any.
fn limit(spans: &mut Vec<LeadForecast>, takes: &mut Vec<PathToLead>, request: Request<'_>) {
    let (weekend, session) = (request.options.weekend.as_ref(), request.options.session.as_ref());
    let is_asked = |span: &LeadForecast| {
        let is_session = session.is_none_or(|session| span.until.session.id == *session);
        let is_weekend = weekend.is_none_or(|weekend| span.until.weekend.id == *weekend);
        is_session && is_weekend && (session.is_some() || weekend.is_none() || span.by != Horizon::Race)
    };
    if spans.iter().any(is_asked) {
        spans.retain(is_asked);
    }
    if spans.first().is_none_or(|span| span.by != Horizon::Race) {
        takes.clear();
    }
}

/// For how many challengers an answer tells in detail what they need.
const MOST_TAKES: usize = 2;

fn span(contest: &Contest<'_>, by: Horizon, sessions: usize, about: Option<usize>) -> Option<LeadForecast> {
    let outlook = &contest.outlook;
    let threats = match about {
        Some(index) => vec![index],
        None => outlook.threats(0, sessions),
    };
    Some(LeadForecast {
        by,
        until: contest.stop(sessions - 1)?,
        sessions,
        keeps: outlook.chance(0, sessions),
        reach: outlook.reach(0, sessions)?,
        threats: threats
            .into_iter()
            .filter_map(|index| contest.hope(index, sessions))
            .collect(),
        safe: outlook.safe(0, sessions, sessions),
    })
}

fn take(contest: &Contest<'_>, index: usize) -> Option<PathToLead> {
    let lines = contest.outlook.lines(index, 1)?;
    Some(PathToLead {
        who: contest.person(&contest.outlook.contenders().get(index)?.who),
        limited: contest.limited(&lines),
        lines,
    })
}
