//! How a text was read, step by step: for whoever improves the grammar.

use serde::Serialize;

use super::pieces::Value;
use super::rank::ranked;
use super::sense::Sense;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::{Misunderstanding, Question};

/// The steps of a reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The words, each with what it was taken for.
    pub pieces: Vec<(String, String)>,
    /// The names that were found: what they are, and their ids.
    pub names: Vec<(String, String)>,
    /// The readings: what they are called, their scores in tenths, and their questions as far as they can be filled in.
    pub readings: Vec<(&'static str, i32, Option<String>)>,
    /// The questions it was read as, as command lines; else why it was not.
    pub read: Result<Vec<String>, Misunderstanding>,
}

/// The most readings that are told.
const MOST: usize = 8;

/// The steps of a reading.
pub fn explain(text: &str, catalogue: &Catalogue, asker: &Asker) -> Explained {
    let read = super::understand(text, None, catalogue, asker);
    let read = read.map(|reading| reading.questions.iter().map(Question::line).collect());
    let Some(sense) = Sense::of(text, catalogue, asker) else {
        return Explained {
            pieces: Vec::new(),
            names: Vec::new(),
            readings: Vec::new(),
            read,
        };
    };
    let mut names = Vec::new();
    let pieces = sense.pieces.iter().map(|piece| {
        let words = sense.text.words(piece.at, piece.count).to_owned();
        let what = match &piece.value {
            Value::Named(named) => {
                names.extend(named.iter().map(|one| (format!("{:?}", one.kind), one.id.to_string())));
                "name".to_owned()
            }
            Value::Sign => piece.marks.to_string(),
            Value::Filler => "filler".to_owned(),
            Value::Unknown => "not known".to_owned(),
            other => format!("{other:?}"),
        };
        let slip = if piece.slip { ", with a slip" } else { "" };
        (words, format!("{what}{slip}"))
    });
    let pieces = pieces.collect();
    let readings = ranked(&sense).into_iter().take(MOST).map(|one| {
        let questions = (one.intent.fill)(&sense).ok();
        let lines: Option<Vec<String>> = questions.map(|all| all.iter().map(Question::line).collect());
        (one.intent.name, one.score, lines.map(|lines| lines.join(" + ")))
    });
    Explained {
        pieces,
        names,
        readings: readings.collect(),
        read,
    }
}
