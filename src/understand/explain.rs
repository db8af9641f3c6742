//! Parse trace: the steps by which a text was read, for those who improve the reading.

use super::intent::Intent;
use super::lexicon;
use super::measures::{likely, named};
use super::message::understand;
use super::parse::Parse;
use super::segments::SegmentValue;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::{Misunderstanding, Question};

/// The steps of a reading.
#[derive(Debug, Clone, PartialEq)]
pub struct ParseTrace {
    /// The segments of the text, each with its meaning.
    pub segments: Vec<(String, String)>,
    /// The names that were found: kind and id.
    pub names: Vec<(String, String)>,
    /// The likeliest measures: name, probability, and questions as command lines where they can be filled in.
    pub readings: Vec<(&'static str, f32, Option<String>)>,
    /// The intent, or the reason why there is none.
    pub intent: Result<Intent, Misunderstanding>,
}

/// Maximum number of measures listed.
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
            SegmentValue::Tag => lexicon::names(segment.tags).collect::<Vec<_>>().join("+"),
            SegmentValue::Filler => "filler".to_owned(),
            SegmentValue::Unknown => "not known".to_owned(),
            other => format!("{other:?}"),
        };
        let typo = if segment.typo { ", with a slip" } else { "" };
        (words, format!("{what}{typo}"))
    });
    let segments = segments.collect();
    let likely = likely(&parse).into_iter().take(MOST);
    let readings = likely.map(|(name, probability)| {
        let intent = named(name).and_then(|measure| (measure.fill)(&parse).ok());
        let questions = intent.as_ref().map_or(&[][..], Intent::questions);
        let lines: Vec<String> = questions.iter().map(Question::line).collect();
        let line = (!lines.is_empty()).then(|| lines.join(" + "));
        (name, probability, line)
    });
    ParseTrace {
        segments,
        names,
        readings: readings.collect(),
        intent,
    }
}
