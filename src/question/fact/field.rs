//! The field split by a feat: who has done something in a season, and who has not.

use std::collections::BTreeSet;

use super::feats::of_season;
use super::finding::{FactResult, feat, is_of_teams};
use super::scope::CountScope;
use crate::answer::{Fact, Feat, FeatTotal, FieldOrder, FieldSplit, MostOf, NamedId, SeasonFeats};
use crate::domain::{ClassId, DriverId, Entry, Points, Ranks, Slug, SourceId, TeamId};
use crate::question::classification::{OrderOf, SeasonView};
use crate::question::request::Request;
use crate::question::standings::tables_of;
use crate::question::{Options, Question, QuestionKind};
use crate::scoring::Basis;

/// The drivers or teams with some of a feat, and those without.
pub(super) fn split<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let what = feat(request);
    let scope = CountScope::of(request, view);
    let scope = scope.ok_or_else(|| request.nothing_known(view.series, Some(&view.season.id)))?;
    let mut sources = Vec::new();
    let orders = if what == Feat::PointsFinishes && scope.is_whole() {
        by_points(request, view, &mut sources)?
    } else {
        let teams = is_of_teams(request, view);
        let orders = request
            .orders(view)?
            .into_iter()
            .take(if teams { 1 } else { usize::MAX });
        orders
            .map(|order| by_count(request, view, (what, order.filter(|_| !teams)), &mut sources))
            .collect()
    };
    let split = FieldSplit {
        what,
        season: view.season.id.clone(),
        scope: scope.limits(),
        teams: is_of_teams(request, view),
        without: request.options.about.as_deref() == Some("without"),
        orders,
    };
    Ok((Fact::Field(Box::new(split)), sources))
}

/// The drivers or teams of an order that are entered by now.
fn entered(request: Request<'_>, view: SeasonView<'_>, class: Option<&ClassId>) -> Vec<NamedId> {
    let teams = is_of_teams(request, view);
    let is_in = |entry: &&Entry| class.is_none() || entry.class.as_ref() == class;
    let entries = view.entries().filter(is_in);
    if teams {
        let ids: BTreeSet<&TeamId> = entries.filter_map(|entry| entry.team.as_ref()).collect();
        return ids
            .into_iter()
            .map(|id| NamedId::team(view.series, id).untyped())
            .collect();
    }
    let ids: BTreeSet<&DriverId> = entries.flat_map(|entry| &entry.drivers).collect();
    ids.into_iter()
        .map(|id| NamedId::driver(view.series, id).untyped())
        .collect()
}

/// The count of one driver or team, with its sources.
fn counted<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    what: Feat,
    (who, class): (&NamedId, Option<&ClassId>),
) -> Option<(SeasonFeats, Vec<&'a SourceId>)> {
    let teams = is_of_teams(request, view);
    let options = Options {
        driver: (!teams).then(|| DriverId::from(who.id.clone())),
        team: teams.then(|| TeamId::from(who.id.clone())),
        class: class.cloned(),
        ..request.options.clone()
    };
    let question = Question::new(QuestionKind::Fact, options);
    let scope = CountScope::of(Request::new(&question, request.catalogue, request.asker), view)?;
    let (mut season, mut sources) = of_season(scope, what, &who.id);
    if teams && season.open > 0 {
        // Printed counts are those of drivers: what its own drivers have, a team has at least.
        let mut sum = 0;
        for driver in own_drivers(view, &who.id) {
            let driver = NamedId::driver(view.series, driver).untyped();
            let (own, from) = of_driver(request, view, what, &driver)?;
            sum += own.count;
            sources.extend(from);
        }
        season.count = season.count.max(sum);
    }
    Some((season, sources))
}

/// The count of a driver in all classes.
fn of_driver<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    what: Feat,
    who: &NamedId,
) -> Option<(SeasonFeats, Vec<&'a SourceId>)> {
    let options = Options {
        driver: Some(DriverId::from(who.id.clone())),
        championship: None,
        ..request.options.clone()
    };
    let question = Question::new(QuestionKind::Fact, options);
    let scope = CountScope::of(Request::new(&question, request.catalogue, request.asker), view)?;
    Some(of_season(scope, what, &who.id))
}

/// The drivers who are entered by one team alone.
fn own_drivers<'a>(view: SeasonView<'a>, team: &Slug) -> BTreeSet<&'a DriverId> {
    let is_theirs = |entry: &&Entry| entry.team.as_ref().is_some_and(|one| one == team);
    let theirs = view.entries().filter(is_theirs).flat_map(|entry| &entry.drivers);
    let elsewhere = |driver: &DriverId| {
        view.entries()
            .any(|entry| !is_theirs(&entry) && entry.has_driver(driver))
    };
    theirs.filter(|driver| !elsewhere(driver)).collect()
}

fn by_count<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    (what, order): (Feat, OrderOf<'a>),
    sources: &mut Vec<&'a SourceId>,
) -> FieldOrder {
    let class = order.map(|class| &class.id);
    let mut split = FieldOrder {
        name: order.map(|class| class.name.clone()),
        with: Vec::new(),
        without: Vec::new(),
        unknown: Vec::new(),
        open: 0,
    };
    for who in entered(request, view, class) {
        let Some((season, from)) = counted(request, view, what, (&who, class)) else {
            continue;
        };
        split.open = split.open.max(season.open);
        match (season.count, season.open) {
            (0, 0) => split.without.push(who),
            (0, _) => split.unknown.push(who),
            (count, _) => split.with.push((who, Points::whole(i32::from(count)))),
        }
        sources.extend(from);
    }
    split.with.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    split
}

/// The totals of the drivers or teams of an order, the highest first, each counted on its own.
pub(super) fn totals<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    (what, order): (Feat, OrderOf<'a>),
    sources: &mut Vec<&'a SourceId>,
) -> MostOf {
    let split = by_count(request, view, (what, order), sources);
    let total = |(who, count): (NamedId, Points)| FeatTotal {
        who,
        count: u16::try_from(count.floor()).unwrap_or(u16::MAX),
        published: false,
    };
    MostOf {
        class: order.map(|class| NamedId::new(&class.id, &class.name)),
        totals: split.with.into_iter().map(total).collect(),
        open: split.open,
    }
}

/// The split by the points of the tables: those entered whom a computed table does not list have none.
fn by_points<'a>(
    request: Request<'_>,
    view: SeasonView<'a>,
    sources: &mut Vec<&'a SourceId>,
) -> Result<Vec<FieldOrder>, crate::question::Misunderstanding> {
    let teams = is_of_teams(request, view);
    let asked = Question::of(QuestionKind::Standings)
        .series(request.options.series.clone())
        .season(request.options.season.clone());
    let shown = tables_of(Request::new(&asked, request.catalogue, request.asker))?;
    let mut orders = Vec::new();
    for table in &shown.tables {
        let championship = view.season.championship(table.title.id.as_str());
        let whole = championship.is_some_and(|one| one.weekends.is_none());
        let class = request.options.class.as_ref();
        let ranked = if teams { Ranks::Entrant } else { Ranks::Driver };
        if table.ranks != ranked || !whole || (class.is_some() && table.class.as_ref() != class) {
            continue;
        }
        let mut split = FieldOrder {
            name: Some(table.title.name.clone()),
            with: Vec::new(),
            without: Vec::new(),
            unknown: Vec::new(),
            open: 0,
        };
        for (row, name) in table.rows() {
            let who = NamedId::new(&row.competitor, &name.name);
            match row.points {
                Some(points) if points.low > Points::ZERO => split.with.push((who, points.low)),
                Some(points) if points.high == Points::ZERO => split.without.push(who),
                _ => split.unknown.push(who),
            }
        }
        let computed = table.standings.basis == Basis::Computed && table.age.is_none();
        let listed: Vec<Slug> = table.rows().map(|(row, _)| row.competitor.clone()).collect();
        let others = entered(request, view, table.class.as_ref());
        let others = others.into_iter().filter(|one| !listed.contains(&one.id));
        if computed {
            split.without.extend(others);
        } else {
            split.unknown.extend(others);
        }
        let cited = view.series.sources.keys();
        sources.extend(cited.filter(|id| table.standings.sources.contains(*id)));
        orders.push(split);
    }
    if let [only] = orders.as_mut_slice() {
        only.name = None;
    }
    Ok(orders)
}
