//! Document of a misunderstood question: the reason, and questions to ask instead.

use super::{Inline, Line, View, words};
use crate::question::Misunderstanding;

/// The document of a misunderstanding.
pub fn misunderstood(why: &Misunderstanding) -> View {
    let mut view = View::titled(words::misunderstanding::title(why));
    view.line(Line::text(words::misunderstanding::reason(why)));
    for line in why.instead().into_iter().take(5) {
        view.line(Line::text(words::misunderstanding::TRY).and(Inline::Command(line.clone())));
        view.link(words::misunderstanding::button(why, &line), line);
    }
    view
}
