//! Help documents: the questions, and the commands that change something.

use super::{Inline, Line, View, words};
use crate::answer::QuestionHelp;
use crate::command::{COMMANDS, CommandSpec};

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
    for spec in COMMANDS {
        command(&mut view, spec);
    }
    view
}

/// Adds a command: its purpose, all that can be invoked of it with the options, and examples.
fn command(view: &mut View, spec: &CommandSpec) {
    view.heading(spec.summary);
    for one in spec.invocations() {
        let summary = Some(one.summary).filter(|summary| *summary != spec.summary);
        let usage = words::help::usage(one.options, summary);
        view.line(Line(vec![Inline::Command(one.line), Inline::Text(usage)]));
    }
    let mut examples = Line::small(words::help::FOR_EXAMPLE);
    for (at, example) in spec.examples.iter().enumerate() {
        let separator = if at == 0 { " " } else { ", " };
        examples = examples.and(Inline::Text(separator.to_owned()));
        examples = examples.and(Inline::Command((*example).to_owned()));
    }
    view.line(examples);
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
