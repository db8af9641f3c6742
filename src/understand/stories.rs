//! Notes search: questions that only a note of the packs answers, by words without a tag or a name.

use super::parse::Parse;
use super::segments::{Segment, SegmentValue};
use super::tags::Tag;
use crate::domain::clip;
use crate::question::{Options, Question, QuestionKind, SeasonView, stories, words_of};

/// The question for a note that has the otherwise unexplained words, or all words where a note is asked for; the former
/// only where the measure is not `certain`.
pub(super) fn reading(parse: &Parse<'_>, measure: &str, certain: bool) -> Option<Question> {
    let unexplained = words(parse).filter(|_| !certain || is_defined(parse));
    let asked = || content(parse).filter(|_| measure == "story");
    let found = unexplained.and_then(|words| with(parse, &words));
    found.or_else(|| with(parse, &asked()?))
}

/// The question for a note that has these words.
fn with(parse: &Parse<'_>, words: &[String]) -> Option<Question> {
    let season = parse.season()?;
    let view = SeasonView {
        catalogue: parse.catalogue,
        series: parse.series,
        season,
        asker: parse.asker,
    };
    let weekend = parse.weekend();
    let found = stories(view, words, weekend.as_ref(), &parse.drivers);
    let story = found.first()?;
    // Most of the words must be in it, and those that nobody knows all.
    let told = story.words * 3 >= words.len() * 2 && story.score >= 4;
    let about = story.words * 2 >= words.len() && story.score >= 4 && !parse.drivers.is_empty();
    let enough = story.words == words.len() || told || about;
    enough.then(|| {
        let words: Vec<String> = words.iter().flat_map(|word| words_of(word)).collect();
        let fact = Options {
            about: Some("story".to_owned()),
            driver: parse.drivers.first().cloned(),
            weekend,
            words: Some(clip(&words.join("-"), 60)),
            season: parse.season.clone(),
            series: parse.of_series(),
            ..Options::default()
        };
        Question::new(QuestionKind::Fact, fact)
    })
}

/// All words with a meaning but names of weekends and drivers, for a question that asks for a note.
fn content(parse: &Parse<'_>) -> Option<Vec<String>> {
    let told = |segment: &&Segment<'_>| matches!(segment.value, SegmentValue::Tag | SegmentValue::Unknown);
    let words = parse.segments.iter().filter(told);
    let words = words.flat_map(|segment| words_of(parse.text.words(segment.at, segment.count)));
    let words: Vec<String> = words.take(6).collect();
    (!words.is_empty()).then_some(words)
}

/// The words to search: unknown ones, and numbers without a meaning.
fn words(parse: &Parse<'_>) -> Option<Vec<String>> {
    let mut words: Vec<String> = parse.unknown.clone();
    for segment in &parse.segments {
        let bare = segment.tags.has(Tag::Number) || (segment.tags.has(Tag::ASeason) && parse.season.is_none());
        if bare && matches!(segment.value, SegmentValue::Count(_)) {
            words.push(parse.text.words(segment.at, segment.count).to_owned());
        }
    }
    if words.is_empty() && is_defined(parse) {
        let named = parse.segments.iter().filter(|segment| segment.tags.has(Tag::AClass));
        words = named
            .flat_map(|segment| words_of(parse.text.words(segment.at, segment.count)))
            .collect();
    }
    // One digit is in every other note, and alone says nothing of what is meant.
    let tells = words.iter().any(|word| word.len() > 1);
    (tells && words.len() <= 6).then_some(words)
}

/// True if the question asks for a definition.
fn is_defined(parse: &Parse<'_>) -> bool {
    let openings = ["what is", "whats", "what are", "explain", "tell me about", "about"];
    let loud = parse.segments.iter().filter(|segment| !segment.tags.is_empty()).count();
    loud == 1 && openings.iter().any(|opening| parse.text.line().starts_with(opening))
}
