//! Most points: in a race, in a weekend, in what is left of a season, and for a competitor in the end.

use super::finding::{FactResult, missing};
use super::rules::{championship, scorings};
use crate::answer::{Fact, Maximum, MaximumIn, NamedId, PaidResult, PointsScope, Reach, ReachIn, Share};
use crate::domain::{Calendar, Order, Points, Ranks, SessionKind, WeekendId};
use crate::question::classification::SeasonView;
use crate::question::contests::contests;
use crate::question::request::Request;
use crate::question::{Rival, standings};
use crate::scoring::Ledger;
use crate::scoring::future::{MostPoints, Outlook, most_points};

/// The most points over what is asked for, or that somebody can reach.
pub(super) fn maximum<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let options = request.options;
    let driver = options.driver.clone().map(Rival::Driver);
    if let Some(rival) = driver.or(options.team.clone().map(Rival::Team)) {
        return reach(request, view, &rival);
    }
    let scope = match (options.words.as_deref(), &options.weekend, options.kind) {
        (Some("race"), _, Some(SessionKind::Sprint)) | (None, None, Some(SessionKind::Sprint)) => PointsScope::Sprint,
        (Some("race"), ..) | (None, None, Some(_)) => PointsScope::Race,
        (None, Some(_), _) | (Some("weekend"), ..) => {
            let weekend = options.weekend.as_ref();
            let weekend = weekend
                .map(|id| request.weekend(view.series, view.season, id))
                .transpose()?;
            PointsScope::Weekend(weekend.map(|weekend| NamedId::new(&weekend.id, &weekend.name)))
        }
        (Some("left"), ..) | (None, None, None) => PointsScope::Left,
        (Some("season"), ..) => PointsScope::Season,
        (Some(_), ..) => return Err(missing("words", "fact maximum words:weekend")),
    };
    let named = championship(request, view.season);
    let mut found: Vec<MaximumIn> = Vec::new();
    let all = standings::tables(view.catalogue, view.series, view.season, named.as_deref());
    for (championship, ledger) in all.filter(|(one, _)| named.is_some() || one.ranks == Ranks::Driver) {
        let rules = view.season.rules_of(championship);
        let over = ledger.over(view.asker.now);
        let outlook = Outlook::new(view.season, championship, ledger, view.asker.now);
        let open = outlook.map(|outlook| outlook.positions());
        let is_open = |at: &&usize| open.as_ref().is_none_or(|open| open.contains(at));
        let sessions = most_points(view.season, championship, ledger);
        let table = MaximumIn {
            championships: vec![NamedId::new(&championship.id, &championship.name)],
            shares: sessions.map(|sessions| shares(sessions_of(sessions, &scope, ledger, &over))),
            each_class: rules.is_some_and(|rules| rules.order == Order::Class),
            missing: over.iter().filter(is_open).count(),
            drops: rules.is_some_and(|rules| rules.drops.as_ref().is_none_or(|drops| !drops.is_empty())),
        };
        match found.iter_mut().find(|known| known.is_like(&table)) {
            Some(known) => {
                known.missing = known.missing.max(table.missing);
                known.championships.extend(table.championships);
            }
            None => found.push(table),
        }
    }
    if found.is_empty() {
        return Err(request.nothing_known(view.series, Some(&view.season.id)));
    }
    let facts = Maximum {
        season: view.season.id.clone(),
        whole: view.season.calendar == Calendar::Complete,
        scope,
        tables: found,
    };
    let (_, sources) = scorings(request, view, false)?;
    Ok((Fact::Maximum(facts), sources))
}

impl MaximumIn {
    /// True if another championship has the same maximum.
    fn is_like(&self, other: &Self) -> bool {
        (&self.shares, self.each_class, self.drops) == (&other.shares, other.each_class, other.drops)
    }
}

/// The sessions of a scope: of a race, a sprint or any weekend those that pay most.
fn sessions_of(sessions: Vec<MostPoints>, scope: &PointsScope, ledger: &Ledger, over: &[usize]) -> Vec<MostPoints> {
    let of_kind = |kind: SessionKind| {
        let of_kind = sessions.iter().filter(|one| one.kind == kind);
        of_kind.max_by_key(|one| one.total()).cloned().into_iter().collect()
    };
    let of_weekend = |id: &WeekendId| {
        let of_weekend = sessions.iter().filter(|one| one.session.weekend == *id);
        of_weekend.cloned().collect::<Vec<_>>()
    };
    match scope {
        PointsScope::Race => of_kind(SessionKind::Race),
        PointsScope::Sprint => of_kind(SessionKind::Sprint),
        PointsScope::Weekend(Some(weekend)) => of_weekend(&weekend.id),
        PointsScope::Weekend(None) => {
            let sum = |sessions: &Vec<MostPoints>| -> Points { sessions.iter().map(MostPoints::total).sum() };
            let weekends = ledger
                .sessions
                .iter()
                .map(|counted| of_weekend(&counted.session.weekend));
            // Of several that pay the same the first is as good as any.
            weekends.rev().max_by_key(sum).unwrap_or_default()
        }
        PointsScope::Left => {
            let ahead = sessions.into_iter().enumerate().filter(|(at, _)| !over.contains(at));
            ahead.map(|(_, session)| session).collect()
        }
        PointsScope::Season => sessions,
    }
}

/// The results that bring the points of some sessions, races first, those of one sort together.
fn shares(sessions: Vec<MostPoints>) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    let mut add = |what: PaidResult, kind: SessionKind, points: Points| {
        let known = shares.iter_mut().find(|share| share.what == what && share.kind == kind);
        match known {
            Some(known) => {
                known.times += 1;
                known.points = known.points.map(|so_far| so_far + points);
            }
            None => shares.push(Share {
                what,
                kind,
                times: 1,
                points: Some(points),
            }),
        }
    };
    for session in sessions {
        for (place, points) in (1..).zip(session.places) {
            add(PaidResult::Place(place), session.kind, points);
        }
        for (award, points) in session.awards {
            add(PaidResult::Award(award), session.kind, points);
        }
    }
    shares.sort_by_key(|share| {
        (
            matches!(share.what, PaidResult::Award(_)),
            share.kind != SessionKind::Race,
        )
    });
    shares
}

/// The most points that somebody can reach.
fn reach<'a>(request: Request<'_>, view: SeasonView<'a>, rival: &Rival) -> FactResult<'a> {
    let contests = contests(request)?;
    let asker = request.asker;
    let theirs = contests.known.iter().filter(|contest| contest.ranks(rival));
    let mut sources = Vec::new();
    let mut tables = Vec::new();
    for contest in theirs {
        let Some(index) = contest.index(rival) else { continue };
        let Some(hope) = contest.hope(index, contest.outlook.positions().len()) else {
            continue;
        };
        let scene = contest.scene(asker);
        sources.extend(contest.sources(asker));
        tables.push(ReachIn {
            championship: contest.race.title(),
            points: hope.points,
            most: hope.most,
            to_come: scene.to_come,
            missing: scene.unknown,
            drops: scene.drops != Some(false),
        });
    }
    let who = match rival {
        Rival::Driver(id) => view.series.drivers.get(id).map(|driver| driver.short().to_owned()),
        Rival::Team(id) => view.series.teams.get(id).map(|team| team.name.clone()),
        Rival::Place(_) => None,
    };
    let facts = Reach {
        who: who.unwrap_or_else(|| rival.to_string()),
        season: contests.season.id.clone(),
        tables,
    };
    let sources = view.series.sources.keys().filter(|id| sources.contains(id)).collect();
    Ok((Fact::Reach(facts), sources))
}
