//! Documents of failures: outdated buttons, internal errors, rate limits.

use super::{Inline, Line, View, words};

/// The document for a button whose question is no longer known.
pub fn stale() -> View {
    let mut view = View::titled(words::discord::STALE);
    view.line(Line::text(words::discord::ASK_AGAIN).and(Inline::Command("help".to_owned())));
    view
}

/// The document for an internal error; the log has more under the reference.
pub fn broken(reference: &str) -> View {
    let mut view = View::titled(words::discord::BROKEN);
    view.line(Line::text(words::discord::broken(reference)));
    view
}

/// The document for a user above the rate limit of questions.
pub fn too_many() -> View {
    slower(words::discord::SLOWER)
}

/// The document for a user above the rate limit of clicks.
pub fn too_many_clicks() -> View {
    slower(words::discord::CLICK_SLOWER)
}

fn slower(hint: &str) -> View {
    let mut view = View::titled(words::discord::TOO_MANY);
    view.line(Line::text(hint));
    view
}
