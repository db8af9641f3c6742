//! Documents of reminders: subscriptions, upcoming reminders, outcomes of deliveries.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{Inline, Line, Stamp, View, words};
use crate::answer::TimetableSession;
use crate::dataset::Catalogue;
use crate::domain::{Asker, Series, Slug};
use crate::reminders::{Health, Occasion, StoreStats, Subject, Subscription, UpcomingReminder};
use words::reminder_settings as say;

/// A document of one remark.
pub fn remark(title: &str, text: impl Into<String>) -> View {
    let mut view = View::titled(title);
    view.line(Line::text(text));
    view
}

/// Confirmation of a subscription: its content, its target, and the next reminder.
pub fn confirmed(
    subscription: &Subscription,
    (coming, too_soon): (Option<&UpcomingReminder>, bool),
    untimed: Option<&Subject>,
    catalogue: &Catalogue,
) -> View {
    let mut view = View::titled(say::SET);
    view.line(set(subscription, catalogue));
    match (coming, untimed) {
        (Some(coming), _) => view.line(next(coming, catalogue)),
        (None, Some(_)) => {}
        // Previews and results have no time of their own.
        (None, None) if !subscription.selectors.iter().any(|one| one.what.is_before_a_session()) => {}
        (None, None) if too_soon => view.line(Line::text(say::TOO_SOON)),
        (None, None) => view.line(Line::text(say::NOTHING_COMES)),
    }
    view.remark(untimed.map(|subject| say::untimed(&session(subject, catalogue))));
    view
}

/// The list of all subscriptions.
pub fn list(title: &str, none: &str, all: &[Subscription], catalogue: &Catalogue) -> View {
    let mut view = View::titled(title);
    for (at, one) in all.iter().enumerate() {
        let mut line = Line::strong(format!("{}. ", at + 1));
        line.0.extend(set(one, catalogue).0);
        view.line(line);
    }
    if all.is_empty() {
        view.line(Line::text(none));
    }
    view
}

/// Health of the reminders of a person or server.
pub fn health(health: &Health, catalogue: &Catalogue) -> View {
    let mut view = View::titled(say::HEALTH_TITLE);
    how_it_is(&mut view, health, catalogue);
    view
}

/// Health of all reminders, for the operator.
pub fn census(census: StoreStats, health: &Health, catalogue: &Catalogue) -> View {
    let mut view = View::titled(say::HEALTH_TITLE);
    view.line(Line::text(say::kept(census)));
    how_it_is(&mut view, health, catalogue);
    view
}

/// Upcoming reminders, recent outcomes, paused channels and ended subscriptions.
fn how_it_is(view: &mut View, health: &Health, catalogue: &Catalogue) {
    view.heading(say::NEXT_ONES);
    for one in &health.upcoming {
        view.line(next(one, catalogue));
    }
    if health.upcoming.is_empty() {
        view.line(Line::text(say::NO_NEXT));
    }
    view.heading(say::LAST_ONES);
    for one in &health.last {
        let notice = &one.delivery.notice;
        let what = format!("{} ({})", session(&notice.subject, catalogue), notice.occasion.as_str());
        // A delay is of no interest in news that a session is off.
        let late = match notice.occasion {
            Occasion::Start | Occasion::Preview => one.settled - notice.due,
            _ => TimeDelta::zero(),
        };
        let became = say::outcome(&one.settlement, late);
        view.line(Line::text(format!("{what}: {became}")).and(Inline::Stamp(one.settled, Stamp::Full)));
    }
    if health.last.is_empty() {
        view.line(Line::text(say::NO_LAST));
    }
    if !health.paused.is_empty() {
        view.heading(say::PAUSED_ONES);
    }
    for one in &health.paused {
        view.line(Line(vec![
            Inline::Channel(one.channel),
            Inline::Text(format!(": {}", one.why)),
        ]));
    }
    if !health.ended.is_empty() {
        view.heading(say::ENDED_ONES);
    }
    for one in &health.ended {
        let channel = one.channel.map(Inline::Channel);
        let text = Inline::Text(say::ended(one.kind, &one.reason, channel.is_some()));
        let line = channel.into_iter().chain([text]).collect();
        view.line(Line(line).and(Inline::Stamp(one.at, Stamp::Full)));
    }
}

/// A subscription in a line, as a choice in a list.
pub fn choice(subscription: &Subscription, catalogue: &Catalogue) -> String {
    plain(&set(subscription, catalogue))
}

/// Content, lead times and target of a subscription.
fn set(subscription: &Subscription, catalogue: &Catalogue) -> Line {
    let mut of: BTreeMap<&Slug, Vec<String>> = BTreeMap::new();
    for selector in &subscription.selectors {
        let what = say::selected(selector, catalogue.series.get(&selector.series));
        of.entry(&selector.series).or_default().push(what);
    }
    let name = |id: &Slug| {
        catalogue
            .series
            .get(id)
            .map_or_else(|| id.to_string(), |series: &Series| series.name.clone())
    };
    let what: Vec<String> = of
        .iter()
        .map(|(series, whats)| format!("{} of {}", words::list(whats), name(series)))
        .collect();
    let mut text = words::list(&what);
    if subscription
        .selectors
        .iter()
        .any(|selector| selector.what.is_before_a_session())
    {
        text.push_str(&format!(", {}", say::before(&subscription.leads)));
    }
    let mut line = Line::text(format!("{text}, "));
    line.0.extend(words::reminder_settings::place(&subscription.target));
    if let Some(until) = subscription.paused_until {
        line.0.push(Inline::Text(format!(" ({})", say::silent(until))));
    }
    line
}

/// An upcoming reminder: the session's times, and the time of the reminder.
fn next(coming: &UpcomingReminder, catalogue: &Catalogue) -> Line {
    let line = Line::strong(session(&coming.planned.subject, catalogue));
    let when = slotted(&coming.planned.subject, catalogue, coming.due).map(|one| words::schedule::when(&one));
    line.and(Inline::Text(format!(": {}", when.unwrap_or_default())))
        .and(Inline::Stamp(coming.start, Stamp::Full))
        .and(Inline::Text(say::TOLD.to_owned()))
        .and(Inline::Stamp(coming.due, Stamp::Relative))
}

fn slotted(subject: &Subject, catalogue: &Catalogue, now: chrono::DateTime<chrono::Utc>) -> Option<TimetableSession> {
    let series = catalogue.series.get(&subject.series)?;
    let weekend = series.season(&subject.season)?.weekend(subject.weekend.as_str())?;
    let session = weekend.session(subject.session.as_ref()?.as_str())?;
    let asker = Asker {
        now,
        zone: None,
        reference: None,
        series: subject.series.clone(),
        rehearsal: false,
    };
    Some(TimetableSession::of(catalogue, series, weekend, session, &asker))
}

/// `Race 1, Watkins Glen`.
fn session(subject: &Subject, catalogue: &Catalogue) -> String {
    let season = catalogue.season(&subject.series, &subject.season);
    let weekend = season.and_then(|season| season.weekend(subject.weekend.as_str()));
    let Some(weekend) = weekend else {
        return subject.to_string();
    };
    match subject.session.as_ref().map(|id| weekend.session(id.as_str())) {
        Some(Some(session)) => format!("{}, {}", session.name, weekend.name),
        Some(None) => subject.to_string(),
        None => weekend.name.clone(),
    }
}

/// A line as plain text.
fn plain(line: &Line) -> String {
    let text = |span: &Inline| match span {
        Inline::Text(text) | Inline::Strong(text) | Inline::Small(text) => text.clone(),
        // A name that only a Discord client can resolve.
        Inline::Channel(_) => "a channel".to_owned(),
        Inline::Role(_) => "a role".to_owned(),
        Inline::Stamp(..) | Inline::Command(_) => String::new(),
    };
    line.0.iter().map(text).collect()
}
