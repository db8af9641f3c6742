//! Story search: notes by the words in them, such as charity cars or the history of a circuit.

use super::finding::{FactResult, calendar, given_words};
use crate::answer::Fact;
use crate::domain::{DriverId, Note, SourceId, WeekendId};
use crate::lookup::normalised;
use crate::question::classification::SeasonView;
use crate::question::request::Request;

/// A note that was found: heading, text, sources, and how well it fits.
pub(crate) struct Story<'a> {
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    sources: &'a [SourceId],
    /// Relevance, as a sum over the words.
    pub(crate) score: usize,
    /// Number of words of the question that it has.
    pub(crate) words: usize,
}

/// Maximum number of stories per answer.
const MOST: usize = 2;

/// The notes that have most of the given words, the best first. A note of the named weekend or of a named driver counts more.
pub(crate) fn found<'a>(
    view: SeasonView<'a>,
    words: &[String],
    weekend: Option<&WeekendId>,
    drivers: &[DriverId],
) -> Vec<Story<'a>> {
    let mut stories: Vec<Story<'a>> = Vec::new();
    let series = view.series.notes.iter().map(|note| (note, false));
    let season = view.notes(|_| true).into_iter().map(|note| {
        let here = weekend.and_then(|id| view.season.weekend(id.as_str()));
        let of_weekend = here.is_some_and(|weekend| weekend.notes.iter().any(|one| std::ptr::eq(one, note)));
        (note, of_weekend)
    });
    for (note, here) in season.chain(series) {
        let about = drivers.iter().any(|driver| note.drivers.contains(driver));
        let (score, matched) = score(note, words);
        if score > 0 {
            stories.push(Story {
                title: &note.title,
                text: &note.text,
                sources: &note.sources,
                score: score + usize::from(here) + usize::from(about),
                words: matched,
            });
        }
    }
    stories.sort_by_key(|story| std::cmp::Reverse((story.words, story.score)));
    let best = stories.first().map_or(0, |story| story.words);
    stories.retain(|story| story.words == best);
    stories.truncate(MOST);
    stories
}

/// Relevance of a note: words in its topic or title count more than in its text.
fn score(note: &Note, words: &[String]) -> (usize, usize) {
    let (topic, title, text) = (note.topic.as_str(), normalised(&note.title), normalised(&note.text));
    let mut score = 0;
    let mut matched = 0;
    for word in words {
        let mut headings = topic.split('-').chain(title.split(' '));
        let points = if headings.any(|other| same(other, word)) {
            3
        } else {
            usize::from(text.split(' ').any(|other| same(other, word)))
        };
        score += points;
        matched += usize::from(points > 0);
    }
    (score, matched)
}

/// The words of a text, normalised for comparison.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    normalised(text).split(' ').map(str::to_owned).collect()
}

/// True if two words differ in their ending alone.
fn same(one: &str, other: &str) -> bool {
    // Endings differ, beginnings do not; most words need no closer look.
    if one.as_bytes().first() != other.as_bytes().first() {
        return false;
    }
    let stem = |word: &str| {
        let word = word.strip_suffix('s').unwrap_or(word);
        word.strip_suffix("men")
            .map_or_else(|| word.to_owned(), |stem| format!("{stem}man"))
    };
    let (one, other) = (stem(one), stem(other));
    one == other || (one.len().min(other.len()) >= 6 && (one.starts_with(&other) || other.starts_with(&one)))
}

/// The notes that were asked for.
pub(super) fn story<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let words: Vec<String> = given_words(request.options).map(str::to_owned).collect();
    let drivers = request.options.driver.as_slice();
    let season = calendar(request, view)?;
    let found = found(
        SeasonView { season, ..view },
        &words,
        request.options.weekend.as_ref(),
        drivers,
    );
    if found.is_empty() {
        return Err(request.nothing_known(view.series, request.options.season.as_ref()));
    }
    let sources = found.iter().flat_map(|story| story.sources).collect();
    let told = found
        .iter()
        .map(|story| (story.title.to_owned(), story.text.to_owned()))
        .collect();
    Ok((Fact::Story(told), sources))
}
