//! Document of a misunderstood question: the reason, and questions to ask instead.

use super::{Inline, Line, View, words};
use crate::question::Misunderstanding;
use crate::understand::OutOfScope;

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

/// The document of an out-of-scope topic.
pub fn out_of_scope(topic: &OutOfScope) -> View {
    let mut view = View::titled(words::outside::title(topic.topic));
    view.line(Line::text(words::outside::reason(topic.topic, topic.words.as_deref())));
    for line in &topic.instead {
        view.line(Line::text(words::misunderstanding::TRY).and(Inline::Command(line.clone())));
        view.link(line.clone(), line.clone());
    }
    view
}
