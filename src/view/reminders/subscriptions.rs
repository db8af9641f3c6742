//! Documents of subscriptions to reminders: confirmations and lists.

use std::collections::BTreeMap;

use super::upcoming::{next, session};
use crate::command::subscriptions::Confirmation;
use crate::dataset::Catalogue;
use crate::domain::{Series, Slug};
use crate::reminders::Subscription;
use crate::view::words::reminders::settings as say;
use crate::view::{Inline, Line, View, words};

/// Confirmation of a subscription: its content, its target, and the next reminder.
pub(super) fn confirmed(confirmation: &Confirmation, catalogue: &Catalogue) -> View {
    let subscription = &confirmation.subscription;
    let untimed = confirmation.untimed.as_ref();
    let mut view = View::titled(say::SET);
    view.line(set(subscription, catalogue));
    match (&confirmation.next, untimed) {
        (Some(upcoming), _) => view.line(next(upcoming, catalogue)),
        (None, Some(_)) => {}
        // Previews and results have no time of their own.
        (None, None) if !subscription.selectors.iter().any(|one| one.what.is_before_a_session()) => {}
        (None, None) if confirmation.too_soon => view.line(Line::text(say::TOO_SOON)),
        (None, None) => view.line(Line::text(say::NOTHING_COMES)),
    }
    view.remark(untimed.map(|subject| say::untimed(&session(subject, catalogue))));
    view
}

/// The list of all subscriptions.
pub(super) fn list(title: &str, none: &str, all: &[Subscription], catalogue: &Catalogue) -> View {
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

/// A subscription in a line, as a choice in a list.
pub(super) fn choice(subscription: &Subscription, catalogue: &Catalogue) -> String {
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
    line.0.extend(say::place(&subscription.target));
    if let Some(until) = subscription.paused_until {
        line.0.push(Inline::Text(format!(" ({})", say::silent(until))));
    }
    line
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
