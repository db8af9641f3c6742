//! Cancellations: questions for what of a season or a weekend is not held.

use super::fill::{of_series, one, schedule};
use super::form_words::CANCELLED;
use super::intent::{Filled, Intent};
use super::parse::Parse;
use super::tags::Tag;
use crate::question::QuestionKind;

/// Words that ask for no particular session.
const ANYTHING: &[&str] = &["anything", "something", "any", "got", "get"];
/// Words of questions for a reason or a supposition.
const OTHER: &[&str] = &["why", "if", "because", "reminder", "reminders"];

/// The question whether a weekend or session is cancelled, or for all of a season that are; `None` for other messages.
pub(super) fn read(parse: &Parse<'_>) -> Option<Filled> {
    let is_known = |word: &String| ANYTHING.contains(&word.as_str());
    let of_somebody = !parse.drivers.is_empty() || !parse.teams.is_empty();
    if !parse.says(CANCELLED)
        || parse.says(OTHER)
        || parse.tags.any(&[Tag::Remind, Tag::If])
        || of_somebody
        || !parse.unknown.iter().all(is_known)
    {
        return None;
    }
    let is_one = !parse.weekends.is_empty() || parse.session.is_some() || parse.day.is_some() || parse.round.is_some();
    let at_hand = parse.season.is_none()
        && (parse.tags.any(&[Tag::Next, Tag::Last, Tag::Here]) || (parse.kind.is_some() && parse.says(&["the"])));
    let current = parse.current().map(|season| season.id.clone());
    let season = parse.season.clone().or_else(|| current.clone());
    if !is_one && !at_hand {
        return Some(match parse.unknown_season() {
            Some(unknown) => Err(unknown),
            None => one(of_series(parse, QuestionKind::Schedule).season(season)),
        });
    }
    Some(schedule(parse).map(|mut intent| {
        if let Intent::Questions(reading) = &mut intent {
            // A weekend of an earlier season says nothing of the one at hand, which may lack it.
            let of_another = reading.questions.iter_mut().filter(|one| one.options.season.is_some());
            of_another.for_each(|question| question.options.season.clone_from(&season));
        }
        intent
    }))
}
