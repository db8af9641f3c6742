//! The documents of what somebody has seen, and of what is held back from them.

use super::{Line, View, words};
use crate::question::reading::Seen;
use words::spoilers as say;

/// The document that says what is remembered of somebody, and for how long: kept, or until a restart.
pub fn seen(seen: &Seen, kept: bool) -> View {
    let mut view = View::titled(say::TITLE);
    view.line(Line::text(say::remembered(seen)));
    view.line(Line::small(if kept { say::KEPT } else { say::FORGOTTEN }));
    view
}

/// Says that something is held back, with a button that shows it.
pub fn held_back(view: &mut View, line: &str) {
    view.footer.insert(0, say::HELD_BACK.to_owned());
    view.links.truncate(4);
    view.link(say::REVEAL, line);
}
