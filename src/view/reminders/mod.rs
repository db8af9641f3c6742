//! Documents of reminders: messages, outcomes of commands, subscriptions, health.

mod health;
mod message;
mod subscriptions;
mod upcoming;

use super::words::change;
use super::words::reminders::settings as say;
use super::{Inline, Line, View};
use crate::command::Suggestion;
use crate::command::announce::AnnounceOutcome;
use crate::command::remind::RemindOutcome;
use crate::command::subscriptions::SubscriptionsOutcome;
use crate::dataset::{AppliedOverride, Catalogue};
use crate::reminders::Subscription;

pub use health::operator_health;
pub use message::{SessionNotice, reminder};

/// The outcome of `/remind`.
pub fn remind(outcome: &RemindOutcome, catalogue: &Catalogue) -> View {
    match outcome {
        RemindOutcome::Set(confirmation) => subscriptions::confirmed(confirmation, catalogue),
        RemindOutcome::Subscriptions(outcome) => about(outcome, say::YOURS, say::NONE, catalogue),
        RemindOutcome::Paused { reminders, until } => personal(&say::paused(*reminders, *until)),
        RemindOutcome::Declined(why) => personal(&say::declined(why)),
    }
}

/// The outcome of `/announce`; the catalogue has the changes that it made.
pub fn announce(outcome: &AnnounceOutcome, catalogue: &Catalogue) -> View {
    match outcome {
        AnnounceOutcome::Set(confirmation) => subscriptions::confirmed(confirmation, catalogue),
        AnnounceOutcome::Listed {
            subscriptions,
            events,
            changes,
        } => announcements(subscriptions, *events, changes, catalogue),
        AnnounceOutcome::Subscriptions(outcome) => about(outcome, say::SERVERS, say::NONE_HERE, catalogue),
        AnnounceOutcome::Events(on) => server(if *on { say::EVENTS_ON } else { say::EVENTS_OFF }),
        AnnounceOutcome::Calendar(outcome) => server(&change::outcome(outcome, catalogue)),
        AnnounceOutcome::Resumed(resumed) => server(if *resumed { say::RESUMED } else { say::NOT_PAUSED }),
        AnnounceOutcome::Declined(why) => server(&say::declined(why)),
    }
}

/// Subscriptions that are listed under this title, or by this text if there is none; one removed; or the health of all.
fn about(outcome: &SubscriptionsOutcome, title: &str, none: &str, catalogue: &Catalogue) -> View {
    match outcome {
        SubscriptionsOutcome::Listed(all) => subscriptions::list(title, none, all, catalogue),
        SubscriptionsOutcome::Removed(true) => personal(say::REMOVED),
        SubscriptionsOutcome::Removed(false) => personal(say::NO_SUCH),
        SubscriptionsOutcome::Health(health) => health::health(health, catalogue),
    }
}

/// A suggested value in a line.
pub fn suggestion(suggestion: &Suggestion, catalogue: &Catalogue) -> String {
    match suggestion {
        Suggestion::Words(words) => words.clone(),
        Suggestion::Series { name, .. } => name.clone(),
        Suggestion::Subscription(subscription) => subscriptions::choice(subscription, catalogue),
    }
}

/// A remark about what a server's channels are told.
pub fn server(text: &str) -> View {
    View::one_line(say::SERVERS, text)
}

/// The document for a member who may not manage the server.
pub fn not_allowed() -> View {
    server(say::NOT_ALLOWED)
}

/// The document for a bot without a store.
pub fn no_store() -> View {
    View::one_line(say::NOT_KEPT, say::NOT_KEPT_WHY)
}

/// The document for a failure of the store.
pub fn not_now() -> View {
    View::one_line(say::NOT_KEPT, say::NOT_NOW)
}

/// The document that names the commands for one's own reminders, where others read along.
pub fn list_by_command() -> View {
    let mut view = View::titled(say::YOURS);
    for (text, command) in say::LIST_BY_COMMAND {
        view.line(Line::text(text).and(Inline::Command(command.to_owned())));
    }
    view
}

fn personal(text: &str) -> View {
    View::one_line(say::YOURS, text)
}

/// Everything that is set up in a server: subscriptions of its channels, events, changes to the calendar.
fn announcements(all: &[Subscription], events: bool, changes: &[AppliedOverride], catalogue: &Catalogue) -> View {
    let mut view = subscriptions::list(say::SERVERS, say::NONE_HERE, all, catalogue);
    if events {
        view.line(Line::text(say::EVENTS_ARE_ON));
    }
    for one in changes {
        view.line(Line::text(change::changed(one)));
    }
    view
}
