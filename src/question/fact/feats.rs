//! Feats: wins, poles, podiums, starts and the like, from results and printed counts.

use super::finding::{FactResult, missing};
use super::openness::{is_open, place_in};
use super::published::join;
use super::scope::{CountScope, find};
use crate::answer::{CarCrew, DriverSession, Fact, Feat, FeatHolder, FeatMode, Feats, NamedId, SeasonFeats};
use crate::dataset::is_race;
use crate::domain::{ClassId, DriverId, Points, Season, SeasonId, SessionKind, Slug, SourceId, Weekend, WeekendId};
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::{Misunderstanding, Options};
use crate::scoring::{Finisher, finishers};

/// Count of a feat.
pub(super) fn count<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let what = request.options.about.as_deref().and_then(Feat::named);
    feats(request, view, what.unwrap_or(Feat::Wins), FeatMode::Often)
}

/// Occurrence of a feat, at all or in both races.
pub(super) fn ever<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (what, asked) = match request.options.about.as_deref().unwrap_or_default() {
        "on-pole" => (Feat::Poles, FeatMode::Ever),
        "on-podium" => (Feat::Podiums, FeatMode::Ever),
        "in-top-five" => (Feat::TopFives, FeatMode::Ever),
        "in-top-ten" => (Feat::TopTens, FeatMode::Ever),
        "in-points" => (Feat::PointsFinishes, FeatMode::Ever),
        "set-fastest-lap" => (Feat::FastestLaps, FeatMode::Ever),
        "won-both" => (Feat::Wins, FeatMode::Both),
        _ => (Feat::Wins, FeatMode::Ever),
    };
    feats(request, view, what, asked)
}

/// The seasons that are asked about, the latest first.
pub(super) fn seasons<'a>(request: Request<'_>, view: SeasonView<'a>) -> impl Iterator<Item = SeasonView<'a>> {
    let named = request.options.season.clone();
    let seasons = view.series.each_season().rev();
    seasons
        .filter(move |season| named.as_ref().is_none_or(|named| season.id == *named))
        .map(move |season| SeasonView { season, ..view })
}

/// The scopes of a count, the latest season first; one alone where a session or a stage of a season is named.
pub(super) fn scopes<'q, 'a>(
    request: Request<'q>,
    view: SeasonView<'a>,
) -> Result<Vec<CountScope<'q, 'a>>, Misunderstanding> {
    let options = request.options;
    let begun = |view: &SeasonView<'_>| view.season.weekends.iter().any(|weekend| view.begun(weekend));
    let all = seasons(request, view).filter(|view| begun(view) || options.season.is_some());
    let mut scopes: Vec<CountScope<'q, 'a>> = all.filter_map(|view| CountScope::of(request, view)).collect();
    let one = options.before.is_some() || options.since.is_some();
    let one = one || (options.weekend.is_some() && options.session.is_some());
    if one {
        let run = |scope: &CountScope<'_, '_>| scope.races().next().is_some();
        let entered = |scope: &CountScope<'_, '_>| run(scope) && scope.is_entered();
        let meant = scopes.iter().position(entered).or_else(|| scopes.iter().position(run));
        scopes.drain(..meant.unwrap_or(0));
        scopes.truncate(1);
    }
    if scopes.is_empty() {
        return Err(request.nothing_known(view.series, options.season.as_ref()));
    }
    Ok(scopes)
}

pub(super) fn who(request: Request<'_>, view: SeasonView<'_>) -> Option<NamedId> {
    let Options { driver, team, .. } = request.options;
    let driver = driver.as_ref().map(|id| NamedId::driver(view.series, id).untyped());
    driver.or_else(|| Some(NamedId::team(view.series, team.as_ref()?).untyped()))
}

fn feats<'a>(request: Request<'_>, view: SeasonView<'a>, what: Feat, asked: FeatMode) -> FactResult<'a> {
    let Some(who) = who(request, view) else {
        return Err(missing("driver", "fact wins driver:hartog"));
    };
    let scopes = scopes(request, view)?;
    let mut sources = Vec::new();
    let mut found = Vec::new();
    let mut without = None;
    let mut open = 0;
    for scope in &scopes {
        let (season, from) = of_season(*scope, what, &who.id);
        open += season.open;
        if season.count > 0 || !season.sprints.is_empty() {
            sources.extend(from);
            found.push(season);
        } else if scope.is_entered() && scope.races().next().is_some() {
            without.get_or_insert(season);
        }
    }
    // The season at hand is meant first, even where the driver or team has only done it before.
    let at_hand = without.filter(|season| season.season == view.season.id && asked == FeatMode::Often);
    if !found.is_empty() {
        found.splice(0..0, at_hand);
    }
    let held = scopes
        .iter()
        .map(|scope| holders(*scope, what, &view.season.id))
        .find(|held| !held.is_empty());
    let limits = scopes.iter().map(|scope| scope.limits());
    let limits = limits.max_by_key(|limits| limits.weekend.as_ref().is_some_and(|one| one.name != one.id.as_str()));
    Ok((
        Fact::Feats(Feats {
            what,
            who,
            scope: limits.unwrap_or_default(),
            asked,
            seasons: found,
            season: request.options.season.clone().or_else(|| other_season(&scopes, view)),
            holders: held.filter(|_| asked == FeatMode::Ever).unwrap_or_default(),
            to_come: request.options.session.is_some() && scopes.iter().all(|scope| scope.races().next().is_none()),
            open,
        }),
        sources,
    ))
}

/// The season of a count in one season alone, where that is not the season at hand.
fn other_season(scopes: &[CountScope<'_, '_>], view: SeasonView<'_>) -> Option<SeasonId> {
    let [scope] = scopes else { return None };
    let season = &scope.view.season.id;
    (*season != view.season.id).then(|| season.clone())
}

/// The count of a driver in one season alone, with its sources.
pub(super) fn count_of<'a>(scope: CountScope<'_, 'a>, what: Feat, driver: &DriverId) -> (Feats, Vec<&'a SourceId>) {
    let (season, sources) = of_season(scope, what, driver);
    let feats = Feats {
        what,
        who: NamedId::driver(scope.view.series, driver).untyped(),
        scope: scope.limits(),
        asked: FeatMode::Often,
        open: season.open,
        season: Some(season.season.clone()),
        seasons: vec![season],
        holders: Vec::new(),
        to_come: false,
    };
    (feats, sources)
}

/// The count of one season, with its sources.
pub(super) fn of_season<'a>(
    scope: CountScope<'_, 'a>,
    what: Feat,
    competitor: &Slug,
) -> (SeasonFeats, Vec<&'a SourceId>) {
    let view = scope.view;
    let (outings, mut sources) = scope.outings();
    let counted = |one: &DriverSession| {
        let finish = one.finish.as_ref();
        finish.is_some_and(|row| what.counts_result(row))
            || one.awards.iter().any(|award| Some(award.as_str()) == what.award())
    };
    let named = scope.limits().session.is_some();
    let unpaid = outings
        .iter()
        .filter(|one| what == Feat::PointsFinishes && is_unpaid(view, one))
        .count();
    let mut known = Vec::new();
    let mut sprints = Vec::new();
    let mut at = Vec::new();
    for one in outings.into_iter().filter(counted) {
        let Some(session) = find(view.season, &one) else {
            continue;
        };
        match session.session.kind {
            SessionKind::Sprint if !named => sprints.push(one),
            SessionKind::Race | SessionKind::Sprint => {
                known.push(one);
                at.push(session.at);
            }
            // The pole of a weekend may stand with its qualifying.
            _ if what.award().is_some() => {
                known.push(one);
                at.push(session.at);
            }
            _ => {}
        }
    }
    let is_meant = |class: Option<&Slug>| scope.is_whole() && scope.is_of_driver() && scope.has_class(class);
    let mut joined = join(view, what, competitor, &at, is_meant);
    if let Some(part) = what.part() {
        let (part, _) = of_season(scope, part, competitor);
        // Each win is a podium; which races the others were is not told.
        if part.count > joined.count {
            joined.count = part.count;
            joined.published = part.published;
            joined.covered = None;
        }
    }
    if joined.published.is_some() {
        sources.extend(view.tallies(competitor).1);
    }
    let races = scope
        .races()
        .filter(|race| joined.covered.is_none_or(|covered| race.at > covered));
    let season = SeasonFeats {
        season: view.season.id.clone(),
        count: if what == Feat::PointsScored {
            whole_points(&known, &sprints)
        } else {
            joined.count
        },
        open: races.filter(|race| is_open(scope, what, *race)).count() + unpaid,
        all: all_races(view.season, &known, &sprints),
        known,
        sprints,
        published: joined.published,
    };
    (season, sources)
}

/// The points of some results that are known for certain, in whole points.
fn whole_points(races: &[DriverSession], sprints: &[DriverSession]) -> u16 {
    let results = races
        .iter()
        .chain(sprints)
        .filter_map(|one| one.finish.as_ref()?.points);
    let sum = results.fold(Points::ZERO, |sum, points| sum + points.low);
    u16::try_from(sum.floor()).unwrap_or(u16::MAX)
}

/// True if it is not known whether a finish in a race paid points.
fn is_unpaid(view: SeasonView<'_>, one: &DriverSession) -> bool {
    let is_race = find(view.season, one).is_some_and(|at| at.session.kind == SessionKind::Race);
    let placed = one.finish.as_ref().filter(|finish| finish.place.is_some());
    is_race
        && placed.is_some_and(|finish| {
            finish
                .points
                .is_none_or(|points| points.low == Points::ZERO && points.high > Points::ZERO)
        })
}

/// Those who did it in the races of the weekend that is named, in the classes of the driver or team.
fn holders(scope: CountScope<'_, '_>, what: Feat, usual: &SeasonId) -> Vec<FeatHolder> {
    let view = scope.view;
    let named = scope.limits().weekend;
    let weekend = named.and_then(|named| view.season.weekend(named.id.as_str()));
    let Some(weekend) = weekend.filter(|_| what == Feat::Wins || what.award().is_some()) else {
        return Vec::new();
    };
    let mut held = Vec::new();
    for race in weekend.sessions.iter().filter(|one| is_race(one)) {
        let Some(known) = view.known(weekend, race) else {
            continue;
        };
        let rows = finishers(view.season, known);
        for class in scope.classes_at(weekend) {
            let crew = match what.award() {
                None => winner(&rows, class).map(|row| (row.drivers.clone(), row.car, row.team)),
                Some(award) => {
                    let is_it = |won: &&crate::domain::Award| {
                        won.award.as_str() == award && won.class.as_ref() == class && won.place.is_none_or(|at| at == 1)
                    };
                    let won = known
                        .awards
                        .iter()
                        .find(is_it)
                        .map(|won| view.award_crew(weekend, won, &rows));
                    won.filter(|crew| !crew.drivers.is_empty())
                        .map(|crew| (crew.drivers, crew.car, crew.team))
                }
            };
            if crew.is_none() && what.award().is_some() {
                continue;
            }
            held.push(FeatHolder {
                session: NamedId::new(&race.id, &race.name),
                earlier: (view.season.id != *usual).then(|| view.season.id.clone()),
                class: class.map(|class| NamedId::class(view.season, class)),
                asked: crew
                    .as_ref()
                    .is_some_and(|(drivers, _, team)| scope.is_theirs(drivers, *team)),
                crew: crew.map(|(drivers, car, team)| CarCrew::of(view.series, &drivers, car, team)),
            });
        }
    }
    held
}

fn winner<'r, 'a>(rows: &'r [Finisher<'a>], class: Option<&ClassId>) -> Option<&'r Finisher<'a>> {
    rows.iter()
        .filter(|row| class.is_none() || row.class == class)
        .find(|row| Feat::Wins.counts(place_in(row, class), row.row.status))
}

/// The weekends of which every race is among these.
fn all_races(season: &Season, known: &[DriverSession], sprints: &[DriverSession]) -> Vec<NamedId<WeekendId>> {
    let here = |weekend: &&Weekend| {
        let races: Vec<_> = weekend.sessions.iter().filter(|one| is_race(one)).collect();
        let known = |race: &crate::domain::Session| {
            known
                .iter()
                .chain(sprints)
                .any(|one| one.weekend.id == weekend.id && one.session.id == race.id)
        };
        races.len() > 1 && races.iter().all(|race| known(race))
    };
    season
        .weekends
        .iter()
        .filter(here)
        .map(|one| NamedId::new(&one.id, &one.name))
        .collect()
}
