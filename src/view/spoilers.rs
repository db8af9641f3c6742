//! Documents of the spoiler horizon, and of hidden content.

use super::{Line, View, words};
use crate::understand::SpoilerHorizon;
use words::spoilers as say;

/// The remembered spoiler horizon, and how long it is kept: stored, or until a restart.
pub fn seen(seen: &SpoilerHorizon, kept: bool) -> View {
    let mut view = View::titled(say::TITLE);
    view.line(Line::text(say::remembered(seen)));
    view.line(Line::small(if kept { say::KEPT } else { say::FORGOTTEN }));
    view
}

/// Hides part of a document behind a button that reveals it.
pub fn held_back(view: &mut View, line: &str) {
    view.footer.insert(0, say::HELD_BACK.to_owned());
    view.links.truncate(4);
    view.link(say::REVEAL, line);
}
