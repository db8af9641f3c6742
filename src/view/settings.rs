//! Documents of a server's settings, and of missing permissions.

use chrono_tz::Tz;

use super::{Inline, Line, View, words};
use crate::command::SettingsOutcome;
use words::settings as say;

/// The outcome of `/settings`.
pub fn settings(outcome: &SettingsOutcome) -> View {
    let mut view = View::titled(say::TITLE);
    view.line(Line::text(say::series(outcome.series.as_deref())));
    view.line(Line::text(say::zone(outcome.zone.map(Tz::name))));
    view.line(Line::text(say::spoilers(outcome.spoilers)));
    let quiet = outcome
        .quiet
        .map_or(Inline::Text(say::NONE.to_owned()), Inline::Channel);
    view.line(Line::text(say::QUIET_CHANNEL).and(quiet));
    view.remark(outcome.changed.then(|| say::SET.to_owned()));
    view
}

/// The document for a person who may not manage the server.
pub fn admins_only() -> View {
    View::one_line(say::NOT_HERE, say::ADMINS)
}

/// The document for a person outside a server.
pub fn servers_only() -> View {
    View::one_line(say::NOT_HERE, say::SERVERS)
}

/// The document for a public question in a channel where answers are private.
pub fn quiet() -> View {
    View::one_line(say::QUIET_TITLE, say::QUIET_INSTEAD)
}
