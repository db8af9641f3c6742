//! The documents that say what is amiss where no question could be read or answered.

use super::{Inline, Line, View, words};

/// The document for a button that asks nothing that is known.
pub fn stale() -> View {
    let mut view = View::titled(words::discord::STALE);
    view.line(Line::text(words::discord::ASK_AGAIN).and(Inline::Command("help".to_owned())));
    view
}

/// The document for an answer that broke; the log has more under the reference.
pub fn broken(reference: &str) -> View {
    let mut view = View::titled(words::discord::BROKEN);
    view.line(Line::text(words::discord::broken(reference)));
    view
}

/// The document for somebody who asks more than can be answered.
pub fn too_many() -> View {
    let mut view = View::titled(words::discord::TOO_MANY);
    view.line(Line::text(words::discord::SLOWER));
    view
}
