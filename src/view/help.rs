//! The documents of help.

use super::{Line, Span, View, words};
use crate::answer::Asking;

/// The document of one question or of all.
pub(super) fn view(questions: &[Asking]) -> View {
    match questions {
        [one] => question(one),
        all => overview(all),
    }
}

fn overview(questions: &[Asking]) -> View {
    let mut view = View::titled(words::help::TITLE);
    for one in questions {
        view.line(Line(vec![
            Span::Command(one.name.to_owned()),
            Span::Text(format!(": {}", one.summary)),
        ]));
    }
    view.line(Line::text(words::help::NAMES));
    view
}

fn question(one: &Asking) -> View {
    let mut view = View::titled(format!("/{}", one.name));
    view.line(Line::text(words::sentence(one.summary)));
    if !one.options.is_empty() {
        view.heading(words::help::OPTIONS);
        for option in &one.options {
            view.line(Line::strong(format!("{}:", option.name)).and(Span::Text(format!(" {}", option.summary))));
        }
    }
    view.heading(words::help::EXAMPLES);
    for example in &one.examples {
        view.line(Line(vec![Span::Command((*example).to_owned())]));
    }
    for example in &one.examples {
        view.link(format!("/{example}"), *example);
    }
    view
}
