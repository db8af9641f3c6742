//! Notes search: questions that only a note of the packs answers, by words without a tag or a name.

use super::parse::Parse;
use super::segments::SegmentValue;
use super::tags::Tag;
use crate::domain::clip;
use crate::question::{Options, Question, QuestionKind, SeasonView, stories, words_of};

/// Minimum score of another rule at which no note is searched, in tenths.
const SURE: i32 = 60;

/// The question for a note that has the otherwise unexplained words.
pub(super) fn reading(parse: &Parse<'_>, best: i32) -> Option<Question> {
    let words = words(parse)?;
    let season = parse.season().filter(|_| best < SURE)?;
    let view = SeasonView {
        catalogue: parse.catalogue,
        series: parse.series,
        season,
        asker: parse.asker,
    };
    let weekend = parse.weekend();
    let found = stories(view, &words, weekend.as_ref(), &parse.drivers);
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
