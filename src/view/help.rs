//! Help documents.

use super::{Inline, Line, View, words};
use crate::answer::QuestionHelp;

/// The document of one question or of all.
pub(super) fn view(questions: &[QuestionHelp]) -> View {
    match questions {
        [one] => question(one),
        all => overview(all),
    }
}

fn overview(questions: &[QuestionHelp]) -> View {
    let mut view = View::titled(words::help::TITLE);
    for one in questions {
        view.line(Line(vec![
            Inline::Command(one.name.to_owned()),
            Inline::Text(format!(": {}", one.summary)),
        ]));
    }
    view.line(Line::text(words::help::NAMES));
    view
}

fn question(one: &QuestionHelp) -> View {
    let mut view = View::titled(format!("/{}", one.name));
    view.line(Line::text(words::sentence(one.summary)));
    if !one.options.is_empty() {
        view.heading(words::help::OPTIONS);
        for option in &one.options {
            view.line(Line::strong(format!("{}:", option.name)).and(Inline::Text(format!(" {}", option.summary))));
        }
    }
    view.heading(words::help::EXAMPLES);
    for example in &one.examples {
        view.line(Line(vec![Inline::Command((*example).to_owned())]));
    }
    for example in &one.examples {
        view.link(format!("/{example}"), *example);
    }
    view
}
