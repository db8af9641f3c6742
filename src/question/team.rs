//! `team`: a team's profile: cars, drivers, classes, standing and wins.

use super::Misunderstanding;
use super::classification::SeasonView;
use super::request::Request;
use crate::answer::{Answer, Body, CarResult, NamedId, TeamProfile};
use crate::domain::{ClassId, Place, Ranks, SessionKind, Slug, TeamId};

/// True if something is known of a team in a season.
fn is_in(view: SeasonView<'_>, id: &TeamId) -> bool {
    let is_own = |team: &Option<TeamId>| team.as_ref() == Some(id);
    view.entries().any(|entry| is_own(&entry.team))
        || view
            .sessions()
            .any(|(_, _, known)| known.rows.iter().any(|row| is_own(&row.team)))
        || !view.standings(Ranks::Entrant, id, &[]).is_empty()
}

/// True if a result is a win.
fn is_win(finish: &CarResult) -> bool {
    finish.place == Some(Place::Exactly(1))
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let id = request.options.team.as_ref().ok_or_else(|| request.missing())?;
    let team = series
        .teams
        .get(id)
        .ok_or_else(|| request.nothing_known(series, request.options.season.as_ref()))?;
    let (season, others) = request.season_with(series, &team.name, |view| is_in(view, id))?;
    let view = request.view(series, season);
    let entries: Vec<_> = view.entries().filter(|entry| entry.team.as_ref() == Some(id)).collect();
    let races = |id: &Slug, weekend: &Slug| {
        let session = season
            .weekend(weekend.as_str())
            .and_then(|weekend| weekend.session(id.as_str()));
        session.is_some_and(|session| matches!(session.kind, SessionKind::Race | SessionKind::Sprint))
    };
    let (mut wins, _) = view.outings(|finisher| finisher.team == Some(id), |_, _| false);
    wins.retain(|one| races(&one.session.id, &one.weekend.id) && one.finish.as_ref().is_some_and(is_win));
    let classes: Vec<&ClassId> = entries.iter().filter_map(|entry| entry.class.as_ref()).collect();
    let standings = view.standings(Ranks::Entrant, id, &classes);
    let sources = entries.iter().flat_map(|entry| &entry.sources);
    let sources = sources.chain(standings.iter().flat_map(|table| &table.standings.sources));
    let frame = request.frame(series, Some(season)).citing(series, sources);
    let body = Body::Team(TeamProfile {
        team: NamedId::new(&team.id, &team.name),
        nationality: team.nationality.clone(),
        seats: entries
            .iter()
            .map(|entry| view.seat(entry))
            .chain(view.changed_seats(|one| one.team == Some(id)))
            .collect(),
        wins,
        seasons: others,
        standings,
    });
    Ok(Answer::new(frame, body))
}
