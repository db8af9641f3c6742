//! Races of suppositions: one that is to come, both of a weekend, or all that are left.

use super::parse::Parse;
use super::tags::Tag;
use crate::domain::{Session, SessionKind, Weekend};

/// The races that a supposed result is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Races {
    Numbered(SessionKind, u16),
    Both,
    All,
}

/// The races that are still to come: the next one, one of its weekend or of a named one, both of it, or all.
pub(super) fn races<'a>(parse: &Parse<'a>, which: Option<Races>) -> Vec<(&'a Weekend, &'a Session)> {
    let Some(season) = parse.season() else {
        return Vec::new();
    };
    let sprints = parse.tags.has(Tag::Sprint) || which == Some(Races::Both);
    let is_race = |session: &Session| match which {
        Some(Races::Numbered(kind, _)) => session.kind == kind,
        _ => session.kind == SessionKind::Race || (sprints && session.kind == SessionKind::Sprint),
    };
    let all = season
        .weekends
        .iter()
        .flat_map(|weekend| weekend.sessions.iter().map(move |one| (weekend, one)));
    let races = all.filter(|(_, session)| is_race(session));
    let to_come =
        |(weekend, session): &(&Weekend, &Session)| !parse.catalogue.is_over(weekend, session, parse.asker.now);
    let named = parse.weekends.first();
    let next = races.clone().find(to_come).map(|(weekend, _)| &weekend.id);
    let Some(meant) = named.or(next) else {
        return Vec::new();
    };
    let of_weekend = races.clone().filter(|(weekend, _)| weekend.id == *meant);
    match which {
        Some(Races::All) if named.is_none() => races.filter(to_come).collect(),
        Some(Races::All | Races::Both) => of_weekend.filter(to_come).collect(),
        Some(Races::Numbered(_, number)) => of_weekend.skip(usize::from(number.max(1)) - 1).take(1).collect(),
        None => of_weekend
            .clone()
            .find(to_come)
            .or_else(|| of_weekend.clone().next())
            .into_iter()
            .collect(),
    }
}
