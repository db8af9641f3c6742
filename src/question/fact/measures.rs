//! Measures of a driver or team in a season: best and worst finish, averages, the longest run of wins.

use super::feats::{scopes, who};
use super::finding::{FactResult, missing};
use super::openness::is_open;
use super::scope::{CountScope, find};
use crate::answer::{DriverSession, Fact, Feat, Measure, MeasureValue};
use crate::domain::{Place, Points, PublicationStatus, Range, SessionKind, Status};
use crate::question::classification::SeasonView;
use crate::question::request::Request;

/// A measure in the named season, or in the latest with results.
pub(super) fn measure<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let what = request.options.about.as_deref().and_then(Feat::named);
    let what = what.unwrap_or(Feat::BestFinish);
    let Some(who) = who(request, view) else {
        return Err(missing("driver", "fact best-finish driver:hartog"));
    };
    let mut scopes = scopes(request, view)?;
    let with = scopes.iter().position(|scope| !scope.outings().0.is_empty());
    let scope = scopes.swap_remove(with.unwrap_or(0));
    let (outings, sources) = scope.outings();
    let of_kind = |wanted: SessionKind| -> Vec<DriverSession> {
        let is = |one: &&DriverSession| {
            let kind = find(scope.view.season, one).map(|at| at.session.kind);
            kind == Some(wanted) && one.finish.is_some()
        };
        outings.iter().filter(is).cloned().collect()
    };
    let (in_races, in_sprints) = (of_kind(SessionKind::Race), of_kind(SessionKind::Sprint));
    let in_sprints = if what == Feat::WinStreak {
        Vec::new()
    } else {
        in_sprints
    };
    let statuses = in_races.iter().chain(&in_sprints).filter_map(|one| one.status);
    let open = scope.races().filter(|race| is_open(scope, what, *race)).count();
    let fact = Measure {
        what,
        who,
        season: scope.view.season.id.clone(),
        scope: scope.limits(),
        races: value(scope, what, &in_races),
        sprints: match what {
            Feat::WinStreak => MeasureValue::None,
            _ => value(scope, what, &in_sprints),
        },
        unconfirmed: statuses.min().filter(|status| *status != PublicationStatus::Official),
        open,
    };
    Ok((Fact::Measure(fact), sources))
}

/// The value of a measure over some results.
fn value(scope: CountScope<'_, '_>, what: Feat, results: &[DriverSession]) -> MeasureValue {
    let places = results.iter().filter_map(|one| Some((place(one)?, one)));
    match what {
        Feat::BestFinish | Feat::WorstFinish => {
            let all = places.clone().map(|(place, _)| place);
            let extreme = if what == Feat::BestFinish { all.min() } else { all.max() };
            extreme.map_or(MeasureValue::None, |extreme| {
                let there = places.filter(|(place, _)| *place == extreme);
                MeasureValue::Place(extreme, there.map(|(_, one)| one.clone()).collect())
            })
        }
        Feat::AverageFinish => {
            let places: Vec<i64> = places.map(|(place, _)| i64::from(place) * 100).collect();
            let sum = places.iter().sum();
            average(sum, sum, places.len())
        }
        Feat::AveragePoints => points(results),
        Feat::PointsScored => sum(results),
        _ => streak(scope, results),
    }
}

/// The place of a result that is classified, be the car retired or not, if it is known exactly.
fn place(one: &DriverSession) -> Option<u16> {
    let is_classified = |status| matches!(status, Status::Classified | Status::Dnf);
    let finish = one.finish.as_ref().filter(|finish| is_classified(finish.status))?;
    finish.place.as_ref().and_then(Place::exact)
}

fn average(least: i64, most: i64, races: usize) -> MeasureValue {
    let count = i64::try_from(races).unwrap_or(i64::MAX);
    if count == 0 {
        return MeasureValue::None;
    }
    let over = |sum: i64| (2 * sum + count).div_euclid(2 * count);
    MeasureValue::Average {
        least: over(least),
        most: over(most),
        races,
    }
}

/// The sum of the points of the results of which they follow.
fn sum(results: &[DriverSession]) -> MeasureValue {
    let ranges: Vec<_> = results.iter().filter_map(|one| one.finish.as_ref()?.points).collect();
    let all = |of: fn(&Range<Points>) -> Points| ranges.iter().map(of).fold(Points::ZERO, |sum, one| sum + one);
    if ranges.is_empty() {
        return MeasureValue::None;
    }
    MeasureValue::Sum(
        Range {
            low: all(|one| one.low),
            high: all(|one| one.high),
        },
        ranges.len(),
    )
}

/// The average of the points, over the races that were started and of which the points follow.
fn points(results: &[DriverSession]) -> MeasureValue {
    let finishes = results.iter().filter_map(|one| one.finish.as_ref());
    let started = finishes.filter(|finish| finish.status != Status::Dns);
    let ranges: Vec<_> = started.filter_map(|finish| finish.points).collect();
    let hundredths = |sum: Points| sum.times(100, 1).map_or(0, Points::floor);
    let least = ranges.iter().fold(Points::ZERO, |sum, range| sum + range.low);
    let most = ranges.iter().fold(Points::ZERO, |sum, range| sum + range.high);
    average(hundredths(least), hundredths(most), ranges.len())
}

/// The longest run of wins in races one after the other.
fn streak(scope: CountScope<'_, '_>, results: &[DriverSession]) -> MeasureValue {
    let mut longest: Vec<DriverSession> = Vec::new();
    let mut run = Vec::new();
    for race in scope.races() {
        let won = results.iter().find(|one| {
            let finish = one.finish.as_ref();
            one.weekend.id == race.weekend.id
                && one.session.id == race.session.id
                && finish.is_some_and(|finish| Feat::WinStreak.counts(finish.place.as_ref(), finish.status))
        });
        match won {
            Some(won) => run.push(won.clone()),
            None => run.clear(),
        }
        if run.len() > longest.len() {
            longest.clone_from(&run);
        }
    }
    if longest.is_empty() {
        MeasureValue::None
    } else {
        MeasureValue::Streak(longest)
    }
}
