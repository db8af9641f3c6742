//! Documents of the health of reminders: upcoming ones, outcomes of deliveries, paused and ended subscriptions.

use chrono::TimeDelta;

use super::upcoming::{next, session};
use crate::dataset::Catalogue;
use crate::reminders::{Health, Occasion, StoreStats};
use crate::view::words::reminders::health as say;
use crate::view::{Inline, Line, Stamp, View};

/// Health of the reminders of a person or server.
pub(super) fn health(health: &Health, catalogue: &Catalogue) -> View {
    let mut view = View::titled(say::TITLE);
    report(&mut view, health, catalogue);
    view
}

/// Health of all reminders, for the operator.
pub fn operator_health(stats: StoreStats, health: &Health, catalogue: &Catalogue) -> View {
    let mut view = View::titled(say::TITLE);
    view.line(Line::text(say::stored(stats)));
    report(&mut view, health, catalogue);
    view
}

/// Upcoming reminders, recent outcomes, paused channels and ended subscriptions.
fn report(view: &mut View, health: &Health, catalogue: &Catalogue) {
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
