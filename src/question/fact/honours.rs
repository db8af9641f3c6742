//! Honours: the first and the last time of a feat, and titles.

use super::feats::{of_season, scopes, seasons, who};
use super::finding::{FactResult, feat, missing};
use super::openness::is_open;
use super::scope::find;
use crate::answer::{CarCrew, DriverSession, Fact, FeatOccasion, FeatScope, Titles};
use crate::domain::{ClassId, Entry, Ranks, Season, SeasonId, SourceId};
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::title::{TitleHolder, holders};
use crate::question::{Question, QuestionKind};

/// The first or the last time that a driver or team did something.
pub(super) fn occasion<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let Some(who) = who(request, view) else {
        return Err(missing("driver", "fact last driver:hartog words:wins"));
    };
    let what = feat(request);
    let first = request.options.about.as_deref() == Some("first");
    let mut scopes = scopes(request, view)?;
    if first {
        scopes.reverse();
    }
    let mut occasion = FeatOccasion {
        what,
        first,
        crew: crew(request, view),
        scope: scopes.first().map_or_else(FeatScope::default, |scope| scope.limits()),
        found: None,
        in_sprint: false,
        open: 0,
        since: since(request, view),
        who,
    };
    let mut sources = Vec::new();
    let mut sprint = None;
    for scope in &scopes {
        let season = scope.view.season;
        let (counts, from) = of_season(*scope, what, &occasion.who.id);
        let pick = |all: &[DriverSession]| {
            if first {
                all.first().cloned()
            } else {
                all.last().cloned()
            }
        };
        sprint = sprint.or_else(|| dated(season, pick(&counts.sprints)?));
        let Some(at) = pick(&counts.known).and_then(|one| Some((find(season, &one)?.at, one))) else {
            occasion.open += counts.open.max(usize::from(counts.count));
            if counts.count > 0 {
                break;
            }
            continue;
        };
        let (at, one) = at;
        let beyond = |race: usize| if first { race < at } else { race > at };
        let open = scope
            .races()
            .filter(|race| beyond(race.at) && is_open(*scope, what, *race));
        occasion.open += open.count();
        sources.extend(from);
        occasion.found = dated(season, one);
        break;
    }
    if occasion.found.is_none() && occasion.open == 0 {
        occasion.in_sprint = sprint.is_some();
        occasion.found = sprint;
    }
    Ok((Fact::FeatOccasion(Box::new(occasion)), sources))
}

/// A result with its season and its day.
fn dated(season: &Season, one: DriverSession) -> Option<(SeasonId, DriverSession, chrono::NaiveDate)> {
    let at = find(season, &one)?;
    let day = at.session.date.unwrap_or(at.weekend.end);
    Some((season.id.clone(), one, day))
}

/// The driver by the short name.
fn crew(request: Request<'_>, view: SeasonView<'_>) -> Option<CarCrew> {
    let driver = request.options.driver.as_ref()?;
    Some(CarCrew::of(view.series, &[driver], None, None))
}

/// The first season of the packs, where no season is named.
pub(super) fn since(request: Request<'_>, view: SeasonView<'_>) -> Option<SeasonId> {
    let options = request.options;
    let whole = options.season.is_none() && options.before.is_none() && options.since.is_none();
    let first = view
        .series
        .each_season()
        .next()
        .filter(|_| whole && options.weekend.is_none())?;
    Some(first.id.clone())
}

/// Titles of a driver or team.
pub(super) fn titles<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let Some(who) = who(request, view) else {
        return Err(missing("driver", "fact titles driver:dickinson"));
    };
    let ranks = if request.options.driver.is_some() {
        Ranks::Driver
    } else {
        Ranks::Entrant
    };
    let mut titles = Titles {
        crew: crew(request, view),
        won: Vec::new(),
        unknown: Vec::new(),
        season: request.options.season.clone(),
        running: false,
        since: since(request, view),
        who,
    };
    let mut cited: Vec<SourceId> = Vec::new();
    for view in seasons(request, view) {
        let asked = Question::of(QuestionKind::Title)
            .series(view.series.id.clone())
            .season(view.season.id.clone());
        // A season without any table has no champion yet.
        let Ok(all) = holders(Request::new(&asked, request.catalogue, request.asker)) else {
            continue;
        };
        for TitleHolder {
            title,
            champion,
            over,
            sources,
        } in all
        {
            let championship = view.season.championship(title.id.as_str());
            let Some(of) = championship.filter(|of| of.ranks == ranks) else {
                continue;
            };
            if champion.as_ref() == Some(&titles.who.id) {
                titles.won.push((view.season.id.clone(), title));
                cited.extend(sources);
            } else if champion.is_none() && over && takes_part(request, view.season, of.class.as_ref()) {
                titles.unknown.push((view.season.id.clone(), title));
            } else if champion.is_none() && !over {
                titles.running |= titles.season.is_some();
            }
        }
    }
    let sources = view.series.sources.keys().filter(|id| cited.contains(id)).collect();
    Ok((Fact::Titles(Box::new(titles)), sources))
}

/// True if the driver or team has an entry of a class in a season.
fn takes_part(request: Request<'_>, season: &Season, class: Option<&ClassId>) -> bool {
    let theirs = |entry: &&Entry| match &request.options.driver {
        Some(driver) => entry.has_driver(driver),
        None => entry.team == request.options.team,
    };
    let mut entries = season.entries.iter().filter(theirs);
    entries.any(|entry| class.is_none() || entry.class.as_ref() == class)
}
