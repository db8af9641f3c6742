//! Questions that only a note of the packs answers: by words that are no sign and no name.

use super::mark::Mark;
use super::pieces::Value;
use super::sense::Sense;
use super::{MOST_QUESTIONS, Reading};
use crate::question::classification::SeasonView;
use crate::question::{Fact, Question, stories, words_of};

/// What must speak for another reading, in tenths, so that no note is looked for.
const SURE: i32 = 60;

/// The note that has the words which nothing else explains.
pub(super) fn reading(sense: &Sense<'_>, best: i32) -> Option<Reading> {
    let words = words(sense)?;
    let season = sense.season().filter(|_| best < SURE)?;
    let view = SeasonView {
        catalogue: sense.catalogue,
        series: sense.series,
        season,
        asker: sense.asker,
    };
    let weekend = sense.weekend();
    let found = stories(view, &words, weekend.as_ref(), &sense.drivers);
    let story = found.first()?;
    // Most of the words must be in it, and those that nobody knows all.
    let told = story.words * 3 >= words.len() * 2 && story.score >= 4;
    let about = story.words * 2 >= words.len() && story.score >= 4 && !sense.drivers.is_empty();
    let enough = story.words == words.len() || told || about;
    enough.then(|| {
        let words: Vec<String> = words.iter().flat_map(|word| words_of(word)).collect();
        let fact = Fact {
            about: "story".to_owned(),
            driver: sense.drivers.first().cloned(),
            weekend,
            words: Some(words.join("-").chars().take(60).collect()),
            season: sense.season.clone(),
            series: sense.of_series(),
            ..Fact::default()
        };
        let mut questions = vec![Question::Fact(fact)];
        questions.truncate(MOST_QUESTIONS);
        Reading {
            questions,
            hidden: false,
        }
    })
}

/// The words to look for: those that nobody knows, and numbers that count nothing.
fn words(sense: &Sense<'_>) -> Option<Vec<String>> {
    let mut words: Vec<String> = sense.unknown.clone();
    for piece in &sense.pieces {
        let bare = piece.marks.has(Mark::Number) || (piece.marks.has(Mark::ASeason) && sense.season.is_none());
        if bare && matches!(piece.value, Value::Count(_)) {
            words.push(sense.text.words(piece.at, piece.count).to_owned());
        }
    }
    if words.is_empty() && is_defined(sense) {
        let named = sense.pieces.iter().filter(|piece| piece.marks.has(Mark::AClass));
        words = named
            .flat_map(|piece| words_of(sense.text.words(piece.at, piece.count)))
            .collect();
    }
    // One digit is in every other note, and alone says nothing of what is meant.
    let tells = words.iter().any(|word| word.len() > 1);
    (tells && words.len() <= 6).then_some(words)
}

/// Whether it is asked what something is.
fn is_defined(sense: &Sense<'_>) -> bool {
    let openings = ["what is", "whats", "what are", "explain", "tell me about", "about"];
    let loud = sense.pieces.iter().filter(|piece| !piece.marks.is_empty()).count();
    loud == 1 && openings.iter().any(|opening| sense.text.line().starts_with(opening))
}
