//! Answers become documents: titles, lines, tables and what to ask next, without knowing who will print them.
//!
//! Every sentence a person can read is made below `words`.

mod amiss;
mod document;
mod leaders;
mod results;
mod schedule;
mod standings;
mod understand;
pub mod words;

pub use amiss::{broken, stale};
pub use document::{Align, Block, Column, Line, Link, Span, Stamp, Table, View};
pub use understand::misunderstood;

use crate::answer::{Answer, Body};
use crate::question::Question;

/// The document of an answer to a question.
pub fn view(question: &Question, answer: &Answer) -> View {
    let frame = &answer.frame;
    let mut view = match (&answer.body, question) {
        (Body::Schedule(plan), _) => schedule::weekend(question, frame, plan),
        (Body::Calendar(stops), _) => schedule::calendar(question, frame, stops),
        (Body::Next(next), _) => schedule::next(question, frame, next),
        (Body::Leaders(leaders), _) => leaders::leaders(question, frame, leaders),
        (Body::Gap(gaps), _) => leaders::gaps(question, frame, gaps),
        (Body::Standings(tables), _) => standings::view(question, frame, tables),
        (Body::Results(results), Question::Results(asked)) => results::view(asked, frame, results),
        // An answer is shown under the question it answers; any other pair is nobody's.
        _ => View::default(),
    };
    view.footer.extend(words::frame::footer(frame));
    view
}
