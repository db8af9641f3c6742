//! Parse trace: the steps by which a text was read, for those who improve the grammar.

use super::intent::Intent;
use super::lexicon;
use super::message::understand;
use super::parse::Parse;
use super::ranking::ranked;
use super::segments::SegmentValue;
use super::tags::Tags;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::{Misunderstanding, Question};

/// The steps of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseTrace {
    /// The segments of the text, each with its meaning.
    pub segments: Vec<(String, String)>,
    /// The names that were found: kind and id.
    pub names: Vec<(String, String)>,
    /// The rules that fit: name, score in tenths, and questions as command lines where they can be filled in.
    pub readings: Vec<(&'static str, i32, Option<String>)>,
    /// The intent, or the reason why there is none.
    pub intent: Result<Intent, Misunderstanding>,
}

/// Maximum number of rules listed.
const MOST: usize = 8;

/// The steps of a reading.
pub fn explain(text: &str, catalogue: &Catalogue, asker: &Asker) -> ParseTrace {
    let intent = understand(text, None, catalogue, asker);
    let Some(parse) = Parse::of(text, catalogue, asker) else {
        return ParseTrace {
            segments: Vec::new(),
            names: Vec::new(),
            readings: Vec::new(),
            intent,
        };
    };
    let mut names = Vec::new();
    let segments = parse.segments.iter().map(|segment| {
        let words = parse.text.words(segment.at, segment.count).to_owned();
        let what = match &segment.value {
            SegmentValue::Named(named) => {
                names.extend(named.iter().map(|one| (format!("{:?}", one.kind), one.id.to_string())));
                "name".to_owned()
            }
            SegmentValue::Tag => names_of(segment.tags),
            SegmentValue::Filler => "filler".to_owned(),
            SegmentValue::Unknown => "not known".to_owned(),
            other => format!("{other:?}"),
        };
        let typo = if segment.typo { ", with a slip" } else { "" };
        (words, format!("{what}{typo}"))
    });
    let segments = segments.collect();
    let readings = ranked(&parse).into_iter().take(MOST).map(|one| {
        let intent = (one.rule.fill)(&parse).ok();
        let questions = intent.as_ref().map_or(&[][..], Intent::questions);
        let lines: Vec<String> = questions.iter().map(Question::line).collect();
        let line = (!lines.is_empty()).then(|| lines.join(" + "));
        (one.rule.name, one.score, line)
    });
    ParseTrace {
        segments,
        names,
        readings: readings.collect(),
        intent,
    }
}

/// The names of the lexicon's tags in a set, in its order.
fn names_of(tags: Tags) -> String {
    let of = lexicon::tags().map(|(tag, _)| *tag).filter(|tag| tags.has(*tag));
    let names: Vec<String> = of.map(|tag| format!("{tag:?}")).collect();
    names.join("+")
}
