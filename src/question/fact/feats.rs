//! Feats: wins, poles, podiums, sweeps and margins, from results and printed counts.

use super::finding::{FactResult, missing};
use crate::answer::{DriverSession, Fact, FeatMode, Feats, NamedId, SeasonFeats, Sweep, is_award, is_feat};
use crate::dataset::is_race;
use crate::domain::{Season, Slug, Weekend};
use crate::question::Misunderstanding;
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::scoring::{Finisher, finishers};

/// Count of a feat.
pub(super) fn count<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    feats(
        request,
        view,
        named(request.options.about.as_deref().unwrap_or_default()),
        FeatMode::Often,
    )
}

/// Occurrence of a feat, at all or in both races.
pub(super) fn ever<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (what, asked) = match request.options.about.as_deref().unwrap_or_default() {
        "on-pole" => ("poles", FeatMode::Ever),
        "on-podium" => ("podiums", FeatMode::Ever),
        "set-fastest-lap" => ("fastest-laps", FeatMode::Ever),
        "won-both" => ("wins", FeatMode::Both),
        _ => ("wins", FeatMode::Ever),
    };
    feats(request, view, what, asked)
}

fn named(about: &str) -> &'static str {
    ["poles", "podiums", "fastest-laps"]
        .into_iter()
        .find(|what| *what == about)
        .unwrap_or("wins")
}

/// The seasons that are asked about, the latest first.
fn seasons<'a>(request: Request<'_>, view: SeasonView<'a>) -> impl Iterator<Item = SeasonView<'a>> {
    let named = request.options.season.clone();
    let seasons = view.series.each_season().rev();
    seasons
        .filter(move |season| named.as_ref().is_none_or(|named| season.id == *named))
        .map(move |season| SeasonView { season, ..view })
}

fn who(request: Request<'_>, view: SeasonView<'_>) -> Option<NamedId> {
    let driver = request
        .options
        .driver
        .as_ref()
        .map(|id| NamedId::driver(view.series, id));
    driver.or_else(|| request.options.team.as_ref().map(|id| NamedId::team(view.series, id)))
}

fn feats<'a>(request: Request<'_>, view: SeasonView<'a>, what: &'static str, asked: FeatMode) -> FactResult<'a> {
    let Some(who) = who(request, view) else {
        return Err(missing("driver", "fact wins driver:hartog"));
    };
    let mut sources = Vec::new();
    let mut found = Vec::new();
    let mut open = 0;
    for view in seasons(request, view) {
        let (mut known, from) = view.outings(
            |row| is_meant(request, row),
            |driver| request.options.driver.as_ref() == Some(driver),
        );
        known.retain(|one| {
            let finish = one.finish.as_ref();
            let race = session(view.season, one).is_some_and(is_race);
            let placed = finish.is_some_and(|row| is_feat(what, row.place.as_ref(), row.status)) && race;
            is_here(request, one) && (placed || one.awards.iter().any(|award| is_award(what, award)))
        });
        let here = request.options.weekend.is_none() && request.options.session.is_none();
        let (counts, from_counts) = request
            .options
            .driver
            .as_ref()
            .map(|id| view.tallies(id))
            .unwrap_or_default();
        let published = counts.into_iter().find(|count| here && count.tally.as_str() == what);
        open += self::open(request, view, what);
        if known.is_empty() && published.is_none() {
            continue;
        }
        sources.extend(from);
        sources.extend(from_counts);
        let all = all_races(view.season, &known);
        found.push(SeasonFeats {
            season: view.season.id.clone().into(),
            known,
            published,
            all,
        });
    }
    let weekend = request.options.weekend.as_ref().map(|id| weekend_name(view, id));
    Ok((
        Fact::Feats(Feats {
            what,
            who,
            weekend,
            asked,
            seasons: found,
            open,
        }),
        sources,
    ))
}

fn is_meant(request: Request<'_>, row: &Finisher<'_>) -> bool {
    let driver = request
        .options
        .driver
        .as_ref()
        .is_some_and(|driver| row.drivers.contains(&driver));
    driver || request.options.team.as_ref().is_some_and(|team| row.team == Some(team))
}

fn is_here(request: Request<'_>, one: &DriverSession) -> bool {
    request
        .options
        .weekend
        .as_ref()
        .is_none_or(|weekend| one.weekend.id == *weekend)
        && request
            .options
            .session
            .as_ref()
            .is_none_or(|session| one.session.id == *session)
}

fn session<'a>(season: &'a Season, one: &DriverSession) -> Option<&'a crate::domain::Session> {
    season
        .weekend(one.weekend.id.as_str())?
        .session(one.session.id.as_str())
}

/// The weekends of which every race is among these.
fn all_races(season: &Season, known: &[DriverSession]) -> Vec<NamedId> {
    let here = |weekend: &&Weekend| {
        let races: Vec<_> = weekend.sessions.iter().filter(|one| is_race(one)).collect();
        let known = |race: &crate::domain::Session| {
            known
                .iter()
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

/// Number of finished races without a known winner in a class of the competitor; for feats that are
/// not won by first place, the number of those not completely known.
fn open(request: Request<'_>, view: SeasonView<'_>, what: &str) -> usize {
    let meant = |entry: &&crate::domain::Entry| {
        request
            .options
            .driver
            .as_ref()
            .is_some_and(|driver| entry.drivers.contains(driver))
            || (request.options.team.is_some() && entry.team == request.options.team)
    };
    let classes: Vec<_> = view
        .season
        .entries
        .iter()
        .filter(meant)
        .map(|entry| entry.class.as_ref())
        .collect();
    if classes.is_empty() {
        return 0;
    }
    let weekends = view.season.weekends.iter();
    let asked = weekends.filter(|weekend| request.options.weekend.as_ref().is_none_or(|id| weekend.id == *id));
    let races = asked.flat_map(|weekend| weekend.sessions.iter().map(move |session| (weekend, session)));
    races
        .filter(|(weekend, session)| is_race(session) && view.over(weekend, session))
        .filter(|(weekend, session)| {
            let known = view.known(weekend, session);
            let Some(known) = known else { return true };
            if what != "wins" {
                return !classes.iter().all(|class| known.complete.holds_for(*class));
            }
            let rows = finishers(view.season, known);
            !classes.iter().all(|class| {
                let first = |row: &Finisher<'_>| {
                    let place = if class.is_some() {
                        &row.class_place
                    } else {
                        &row.row.place
                    };
                    (class.is_none() || row.class == *class) && is_feat("wins", place.as_ref(), row.row.status)
                };
                rows.iter().any(first)
            })
        })
        .count()
}

fn weekend_name(view: SeasonView<'_>, id: &Slug) -> NamedId {
    let mut seasons = view.series.each_season().rev();
    let weekend = seasons.find_map(|season| season.weekend(id.as_str()));
    NamedId::new(id, weekend.map_or(id.as_str(), |weekend| &weekend.name))
}

/// Finishing places of a competitor.
pub(super) fn finish<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let Some(who) = who(request, view) else {
        return Err(missing("driver", "fact finish driver:hartog weekend:montreal"));
    };
    let mut sources = Vec::new();
    let mut known = Vec::new();
    let mut titled = None;
    for view in seasons(request, view) {
        let weekend = request
            .options
            .weekend
            .as_ref()
            .and_then(|id| view.season.weekend(id.as_str()));
        if request.options.weekend.is_some() && weekend.is_none_or(|one| !view.begun(one)) {
            continue;
        }
        let (mut outings, from) = view.outings(
            |row| is_meant(request, row),
            |driver| request.options.driver.as_ref() == Some(driver),
        );
        outings.retain(|one| is_here(request, one));
        titled = titled.or_else(|| weekend.map(|weekend| view.titled(weekend)));
        if !outings.is_empty() {
            sources.extend(from);
            known.extend(outings.into_iter().map(|one| (view.season.id.clone(), one)));
            break;
        }
    }
    Ok((
        Fact::Finishes {
            who,
            weekend: titled,
            known,
        },
        sources,
    ))
}

/// The season and weekend with results that are meant: of several seasons the latest.
fn run<'a>(request: Request<'_>, view: SeasonView<'a>) -> Result<(SeasonView<'a>, &'a Weekend), Misunderstanding> {
    let told = |season: &&'a Season| {
        let weekend = request
            .options
            .weekend
            .as_ref()
            .and_then(|id| season.weekend(id.as_str()));
        weekend.is_some_and(|weekend| view.catalogue.has_results(season, weekend, view.asker.now))
    };
    let latest = view
        .series
        .each_season()
        .rev()
        .find(told)
        .map(|season| season.id.clone());
    let season = request.options.season.clone().or(latest);
    let asked = request.question.clone().season(season);
    let (season, weekend) = Request::new(&asked, request.catalogue, request.asker).weekend_run(view.series)?;
    Ok((SeasonView { season, ..view }, weekend))
}

/// Winners of all races of a weekend.
pub(super) fn sweeps<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let (view, weekend) = run(request, view)?;
    let races: Vec<_> = weekend.sessions.iter().filter(|one| is_race(one)).collect();
    let orders = view.orders(request.options.class.as_deref());
    let results: Vec<_> = races.iter().map(|race| view.session(weekend, race, &orders)).collect();
    let classes = orders.iter().filter_map(|class| *class).map(|class| {
        let title = NamedId::new(&class.id, &class.name);
        let winner = |of: &crate::answer::ClassResult| of.winner().and_then(|row| row.who.driver.clone());
        let winners: Option<Vec<NamedId>> = results
            .iter()
            .map(|race| {
                race.classes
                    .iter()
                    .find(|of| of.class.as_ref() == Some(&title))
                    .and_then(winner)
            })
            .collect();
        let sweep = match winners.as_deref() {
            None | Some([]) => Sweep::Unknown,
            Some([first, rest @ ..]) if rest.iter().all(|one| one == first) => Sweep::By(first.clone()),
            Some(several) => Sweep::Shared(several.to_vec()),
        };
        (title, sweep)
    });
    let facts = Fact::Sweeps {
        weekend: view.titled(weekend),
        classes: classes.collect(),
        to_come: races.iter().any(|race| !view.over(weekend, race)),
    };
    Ok((facts, view.sources(weekend, &races)))
}

/// Winning margin of the last win that is meant.
pub(super) fn margin<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let mut unknown = (
        Fact::Margin {
            race: None,
            winner: who(request, view),
            margin: None,
        },
        Vec::new(),
    );
    for view in seasons(request, view) {
        let sessions: Vec<_> = view.sessions().collect();
        for (weekend, session, known) in sessions.into_iter().rev() {
            let asked = request.options.weekend.as_ref().is_none_or(|id| weekend.id == *id)
                && request.options.session.as_ref().is_none_or(|id| session.id == *id);
            if !asked || !is_race(session) {
                continue;
            }
            let rows = finishers(view.season, known);
            let first = |row: &&Finisher<'_>| is_feat("wins", row.class_place.as_ref(), row.row.status);
            let mut winners = rows.iter().filter(first).filter(|row| {
                request
                    .options
                    .class
                    .as_ref()
                    .is_none_or(|class| row.class == Some(class))
                    && request
                        .options
                        .driver
                        .as_ref()
                        .is_none_or(|driver| row.drivers.contains(&driver))
            });
            let Some(winner) = winners.next() else { continue };
            let second = rows.iter().find(|row| {
                row.class == winner.class && row.class_place.as_ref().and_then(crate::domain::Place::exact) == Some(2)
            });
            let gap = second.and_then(|second| {
                let name = NamedId::driver(view.series, second.driver()?);
                let timed = between(winner.row.time.as_deref(), second.row.time.as_deref());
                let told = second.row.note.clone().filter(|note| note.contains(" s behind"));
                Some((timed.or_else(|| told.map(|note| note.replace(" behind", "")))?, name))
            });
            let race = (
                view.season.id.clone(),
                NamedId::new(&weekend.id, &weekend.name),
                NamedId::new(&session.id, &session.name),
            );
            let facts = Fact::Margin {
                race: Some(race),
                winner: winner.driver().map(|id| NamedId::driver(view.series, id)),
                margin: gap,
            };
            let sources = view.sources(weekend, &[session]);
            if matches!(facts, Fact::Margin { margin: Some(_), .. })
                || request.options.weekend.is_some()
                || request.options.driver.is_some()
            {
                return Ok((facts, sources));
            }
            unknown = (facts, sources);
            return Ok(unknown);
        }
    }
    Ok(unknown)
}

/// The time between two race times as printed.
fn between(first: Option<&str>, second: Option<&str>) -> Option<String> {
    let millis = |time: &str| -> Option<i64> {
        let (rest, fraction) = time.split_once('.')?;
        let seconds = rest
            .split(':')
            .try_fold(0_i64, |sum, part| Some(sum * 60 + part.parse::<i64>().ok()?))?;
        Some(seconds * 1000 + format!("{fraction:0<3}").get(..3)?.parse::<i64>().ok()?)
    };
    let gap = millis(second?)? - millis(first?)?;
    (gap >= 0).then(|| format!("{}.{:03} s", gap / 1000, gap % 1000))
}
