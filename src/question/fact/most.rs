//! Most of a feat in a season, class by class, from results and printed counts.

use super::feats::seasons;
use super::field;
use super::finding::{FactResult, feat, is_of_teams, missing};
use super::openness::{is_open_in, place_in};
use super::published::join;
use super::scope::{CountScope, SessionAt};
use crate::answer::{Fact, Feat, FeatScope, FeatTotal, MostOf, NamedId};
use crate::domain::{ClassId, DriverId, SourceId};
use crate::question::Misunderstanding;
use crate::question::classification::{OrderOf, SeasonView};
use crate::question::request::Request;
use crate::scoring::finishers;

/// Number of totals listed per class; equals of the last one are listed too.
const MOST: usize = 3;

/// The part of the season that is asked about.
fn scope<'q, 'a>(request: Request<'q>, view: SeasonView<'a>) -> Result<CountScope<'q, 'a>, Misunderstanding> {
    let scope = CountScope::of(request, view);
    scope.ok_or_else(|| request.nothing_known(view.series, Some(&view.season.id)))
}

/// The drivers with the most of a feat.
pub(super) fn most<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let what = feat(request);
    let mut sources = Vec::new();
    let orders = request.orders(view)?.into_iter();
    let scope = scope(request, view)?;
    let teams = is_of_teams(request, view);
    let orders = orders.take(if teams { 1 } else { usize::MAX });
    let highest = |order: OrderOf<'a>| {
        let mut of = if teams || matches!(what, Feat::PointsFinishes | Feat::PointsScored) {
            field::totals(request, view, (what, order.filter(|_| !teams)), &mut sources)
        } else {
            totals(scope, what, order, &mut sources)
        };
        let least = of.totals.get(MOST - 1).map_or(0, |one| one.count);
        of.totals.retain(|one| one.count >= least);
        of
    };
    let classes = orders.map(highest).collect();
    Ok((
        Fact::Most {
            what,
            season: view.season.id.clone(),
            scope: FeatScope {
                class: None,
                ..scope.limits()
            },
            classes,
        },
        sources,
    ))
}

/// Those with more of a feat than a driver, in the classes of the driver.
pub(super) fn more<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let Some(driver) = request.options.driver.as_ref() else {
        return Err(missing("driver", "fact more driver:hartog words:wins"));
    };
    let series = view.series;
    let is_in = |view: &SeasonView<'_>| view.entries().any(|entry| entry.has_driver(driver));
    let named = request.options.season.as_ref();
    let view = seasons(request, view).find(is_in);
    let view = view.ok_or_else(|| request.nothing_known(series, named))?;
    let what = feat(request);
    let mut sources = Vec::new();
    let scope = scope(request, view)?;
    let entries: Vec<_> = view.entries().filter(|entry| entry.has_driver(driver)).collect();
    let is_in = |order: &OrderOf<'_>| {
        let class = order.map(|class| &class.id);
        entries
            .iter()
            .any(|entry| class.is_none() || entry.class.as_ref() == class)
    };
    let orders = request.orders(view)?.into_iter().filter(is_in);
    let classes: Vec<MostOf> = orders.map(|order| totals(scope, what, order, &mut sources)).collect();
    if classes.is_empty() {
        return Err(request.nothing_known(view.series, Some(&view.season.id)));
    }
    Ok((
        Fact::More {
            what,
            who: NamedId::driver(view.series, driver),
            season: view.season.id.clone(),
            scope: scope.limits(),
            classes,
        },
        sources,
    ))
}

/// All totals in one order, the highest first.
fn totals<'a>(scope: CountScope<'_, 'a>, what: Feat, order: OrderOf<'a>, sources: &mut Vec<&'a SourceId>) -> MostOf {
    let view = scope.view;
    let class = order.map(|class| &class.id);
    let mut known: Vec<(&DriverId, Vec<usize>)> = Vec::new();
    let mut open = Vec::new();
    for race in scope.races() {
        if view
            .known(race.weekend, race.session)
            .is_none_or(|known| is_open_in(view, what, class, race.session.kind, known))
        {
            open.push(race.at);
        }
        let drivers = drivers(scope, what, class, race);
        if !drivers.is_empty() {
            sources.extend(view.sources(race.weekend, &[race.session]));
        }
        for driver in drivers {
            match known.iter_mut().find(|(one, _)| *one == driver) {
                Some((_, at)) => at.push(race.at),
                None => known.push((driver, vec![race.at])),
            }
        }
    }
    let printed = view.season.tallies.iter().map(|tally| &tally.competitor);
    for driver in printed.filter_map(|id| view.series.drivers.get(id)) {
        if scope.is_whole() && !known.iter().any(|(one, _)| **one == driver.id) {
            known.push((&driver.id, Vec::new()));
        }
    }
    let mut totals: Vec<FeatTotal> = Vec::new();
    for (driver, at) in &known {
        let is_meant = |of: Option<&crate::domain::Slug>| scope.is_whole() && of == class.map(ClassId::slug);
        let joined = join(view, what, driver, at, is_meant);
        if joined.published.is_some() {
            sources.extend(view.tallies(driver).1);
        }
        totals.push(FeatTotal {
            who: NamedId::driver(view.series, driver).untyped(),
            count: joined.count,
            published: joined.published.is_some(),
        });
    }
    totals.retain(|one| one.count > 0);
    totals.sort_by_key(|one| std::cmp::Reverse(one.count));
    MostOf {
        class: order.map(|class| NamedId::new(&class.id, &class.name)),
        totals,
        open: open.len(),
    }
}

/// The drivers who did it in a race, by the order of a class.
fn drivers<'a>(
    scope: CountScope<'_, 'a>,
    what: Feat,
    class: Option<&ClassId>,
    race: SessionAt<'a>,
) -> Vec<&'a DriverId> {
    let view = scope.view;
    let Some(known) = view.known(race.weekend, race.session) else {
        return Vec::new();
    };
    let rows = finishers(view.season, known);
    if let Some(award) = what.award() {
        let won = known.awards.iter().filter(|won| {
            won.award.as_str() == award && won.class.as_ref() == class && won.place.is_none_or(|place| place == 1)
        });
        return won
            .flat_map(|won| view.award_crew(race.weekend, won, &rows).drivers)
            .collect();
    }
    rows.iter()
        .filter(|row| class.is_none() || row.class == class)
        .filter(|row| what.counts(place_in(row, class), row.row.status))
        .flat_map(|row| row.drivers.iter().copied())
        .collect()
}
