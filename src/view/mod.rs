//! Answers become documents: titles, lines, tables and what to ask next, without knowing who will print them.
//!
//! Every sentence a person can read is made below `words`.

mod amiss;
mod document;
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
    let mut view = match (&answer.body, question) {
        (Body::Standings(tables), Question::Standings(asked)) => standings::view(asked, &answer.frame, tables),
    };
    view.footer.extend(words::frame::footer(&answer.frame));
    view
}
