//! Documents on the reading of free text, and several answers in one document.

use super::words::reading as say;
use super::{Block, Column, Line, Table, View};
use crate::dataset::Catalogue;
use crate::question::Question;
use crate::understand::{Intent, ParseTrace};

/// The small line with the interpretation of free text: `Read as: gap · Michael Cooper`.
pub fn read_as(questions: &[&Question], catalogue: &Catalogue) -> String {
    let read: Vec<String> = questions
        .iter()
        .map(|question| say::question(question, catalogue))
        .collect();
    say::read_as(&read)
}

/// The document of several answers, one after the other.
pub fn together(views: Vec<View>) -> View {
    let mut views = views.into_iter();
    let Some(mut first) = views.next() else {
        return View::default();
    };
    let links = first.links.len();
    for view in views {
        first.heading(view.title);
        if let Some(headline) = view.headline {
            first.line(Line::text(headline));
        }
        first.blocks.extend(view.blocks);
        // Provenance that is the same is given once.
        let new: Vec<String> = view
            .footer
            .into_iter()
            .filter(|line| !first.footer.contains(line))
            .collect();
        first.footer.splice(0..0, new);
        first.links.extend(view.links.into_iter().take(2));
    }
    if first.links.len() > links {
        first.links.truncate(5);
    }
    first
}

/// The interpretation of a text, step by step.
pub fn steps(trace: &ParseTrace) -> View {
    let mut view = View::titled(say::STEPS);
    let table = |columns: [&'static str; 2], rows: Vec<Vec<String>>| {
        Block::Table(Table {
            columns: columns.map(Column::words).to_vec(),
            rows,
        })
    };
    let pairs = |pairs: &[(String, String)]| -> Vec<Vec<String>> {
        pairs
            .iter()
            .map(|(one, other)| vec![one.clone(), other.clone()])
            .collect()
    };
    view.blocks.push(table(["Words", "Taken for"], pairs(&trace.segments)));
    if !trace.names.is_empty() {
        view.heading(say::NAMES);
        view.blocks.push(table(["Kind", "Id"], pairs(&trace.names)));
    }
    view.heading(say::READINGS);
    for (name, score, line) in &trace.readings {
        view.line(Line::text(say::candidate(name, *score, line.as_deref())));
    }
    if trace.readings.is_empty() {
        view.line(Line::text(say::NONE));
    }
    view.heading(say::OUTCOME);
    let reading = trace.intent.clone().map(Intent::without_storage);
    view.line(Line::text(match &reading {
        Ok(Ok(reading)) => {
            let lines: Vec<String> = reading.questions.iter().map(Question::line).collect();
            lines.join(" + ")
        }
        Ok(Err(topic)) => super::words::outside::reason(topic.topic, topic.words.as_deref()),
        Err(why) => super::words::misunderstanding::reason(why),
    }));
    view
}
