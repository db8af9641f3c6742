//! Sessions that count for a championship, each with its round and its end.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::applies::{SeasonSession, may_hold, places};
use super::layout::CountedSession;
use super::session_context::SeasonContext;
use crate::domain::{Session, SessionKind, SessionRef, SessionStatus, Weekend};

/// The sessions that count for a championship.
pub(super) fn counted<'a>(context: &SeasonContext<'a>) -> Vec<SeasonSession<'a>> {
    let SeasonContext {
        season,
        championship,
        rules,
        rounds,
        ..
    } = *context;
    let held = |place: &SeasonSession<'_>| {
        let weekends = championship.weekends.as_ref();
        place.session.status != SessionStatus::Cancelled
            && weekends.is_none_or(|weekends| weekends.contains(&place.weekend.id))
    };
    let scores = |place: &SeasonSession<'_>| match rules.and_then(|rules| rules.scales.as_ref()) {
        Some(scales) => scales.iter().any(|scale| may_hold(&scale.when, place, rounds)),
        None => place.session.kind == SessionKind::Race,
    };
    let all = places(season, rounds).into_iter();
    all.filter(held).filter(scores).collect()
}

/// The session with its round, and its end by `end`.
pub(super) fn written(place: &SeasonSession<'_>, end: impl Fn(&Weekend, &Session) -> DateTime<Utc>) -> CountedSession {
    CountedSession {
        session: SessionRef {
            weekend: place.weekend.id.clone(),
            session: place.session.id.clone(),
        },
        round: place
            .session
            .round
            .clone()
            .unwrap_or_else(|| place.session.id.slug().clone().into()),
        end: end(place.weekend, place.session),
    }
}

/// The last day of a session by the clock at its track.
pub(super) fn last_day(place: &SeasonSession<'_>) -> NaiveDate {
    let session = place.weekend.last_part(place.session);
    let Some(date) = session.date else {
        return place.weekend.end;
    };
    let end = session.time.and_then(|time| {
        let minutes = Duration::minutes(session.duration().into());
        date.and_time(time).checked_add_signed(minutes)
    });
    end.map_or(date, |end| end.date())
}
