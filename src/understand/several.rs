//! Several questions in one sentence: each part is read on its own, and the one that cannot be is named as left out.

use super::parse::Parse;
use super::tags::Tag;
use crate::question::{Question, QuestionKind};

/// Words that join two questions.
const JOINS: &[&str] = &["and", "und", "et", "y", "plus", "also"];

/// Words that a question begins with.
const BEGINS: &[&str] = &[
    "who", "whos", "when", "whens", "where", "wheres", "what", "whats", "which", "how", "is", "are", "did", "does",
    "do", "can", "has", "was", "were", "will", "wer", "wann", "wo", "wie", "quien", "cuando", "donde", "qui", "quand",
];

/// Words that may stand between two questions.
const BETWEEN: &[&str] = &["also", "then", "by", "at", "in"];

/// Words for somebody of the first question in the second.
const REFERS: &[&str] = &["he", "she", "his", "her", "him", "they", "their", "hes", "shes"];

/// The two questions of a text, where one begins behind a joining word; those after a condition are none.
pub(super) fn split<'p>(parse: &'p Parse<'_>) -> Option<(&'p str, &'p str)> {
    if parse.tags.has(Tag::If) {
        return None;
    }
    let text = &parse.text;
    let begins = |at: usize| {
        let word = text.words(at, 1);
        let next = text.words(at + 1, 1);
        BEGINS.contains(&word) || (BETWEEN.contains(&word) && BEGINS.contains(&next))
    };
    let at = (2..text.len()).find(|at| JOINS.contains(&text.words(*at, 1)) && begins(at + 1))?;
    let (first, second) = (text.words(0, at), text.words(at + 1, text.len() - at - 1));
    // A part of one or two words is no question of its own.
    (text.len() - at > 3).then_some((first, second))
}

/// True if a text speaks of something that was named before it.
pub(super) fn refers(text: &str) -> bool {
    text.split(' ').any(|word| REFERS.contains(&word))
}

/// True if a second question stands on its own behind the first: by what it names, or as results of the same weekend.
pub(super) fn stands(first: &Question, second: &Question, named: &Parse<'_>) -> bool {
    use QuestionKind::{Leaders, Next, Preview, Results, Schedule, Standings, Title, Track, Winners};
    let names = !named.drivers.is_empty()
        || !named.teams.is_empty()
        || !named.weekends.is_empty()
        || !named.championships.is_empty()
        || named.round.is_some()
        || named.season.is_some();
    let weekends = [Results, Winners, Schedule, Next, Preview, Track];
    names
        || [Leaders, Standings, Title, Next, Schedule].contains(&second.kind)
        || (weekends.contains(&first.kind) && weekends.contains(&second.kind))
}

/// True if the answer to the first question has that of the second: a leader is told with the lead.
pub(super) fn is_told_by(first: &Question, second: &Parse<'_>) -> bool {
    let apart = [Tag::Gap, Tag::Ahead, Tag::Margin, Tag::HowFar, Tag::Points];
    first.kind == QuestionKind::Leaders && (second.tags.any(&apart) || second.text.line() == "by how much")
}

/// The second question with what the first names, where it names nothing itself.
pub(super) fn continued(first: &Question, mut second: Question) -> Question {
    let (from, to) = (&first.options, &mut second.options);
    let takes = |name: crate::question::OptionName| second.kind.spec().options.iter().any(|one| one.name == name);
    let placed = to.weekend.is_some() || to.season.is_some() || to.day.is_some();
    if !placed && takes(crate::question::OptionName::Weekend) {
        to.weekend.clone_from(&from.weekend);
        to.season.clone_from(&from.season);
        if to.session.is_none()
            && to.kind.is_none()
            && second.kind == first.kind
            && takes(crate::question::OptionName::Session)
        {
            to.session.clone_from(&from.session);
        }
    }
    second
}
