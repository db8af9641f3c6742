//! Limits of a count in words: the round or weekend before or since which results are meant.

use super::intent::{Filled, Intent};
use super::parse::Parse;
use super::tags::Tag;
use crate::domain::Slug;
use crate::question::{Misunderstanding, Options, Question, QuestionKind};

/// The round or weekend before or since which results are meant.
#[derive(Debug, Default)]
pub(super) struct StageLimits {
    pub before: Option<Slug>,
    pub since: Option<Slug>,
}

impl Parse<'_> {
    /// The limits that are named; the word alone if what it refers to is no single round or weekend.
    pub(super) fn limits(&self) -> Result<StageLimits, &'static str> {
        let since = self.tags.has(Tag::Since);
        let before = self.tags.has(Tag::Before);
        // "Has he won after Miami" is about later races, "how many wins after Miami" about those so far.
        let later = self.tags.has(Tag::After) && self.tags.any(&[Tag::Polar, Tag::Ever]);
        let word = if before { "before" } else { "since" };
        match (before, since, self.stage_named()) {
            (true, true, _) | (true, _, None) | (_, true, None) => Err(word),
            (true, false, before) => Ok(StageLimits { before, since: None }),
            (false, true, since) => Ok(StageLimits { before: None, since }),
            (false, false, since) => Ok(StageLimits {
                before: None,
                since: since.filter(|_| later),
            }),
        }
    }

    /// The only round or weekend that is named; of a session the round.
    fn stage_named(&self) -> Option<Slug> {
        if self.weekends.len() > 1 || self.day.is_some() {
            return None;
        }
        if let Some(round) = self.round {
            return round.to_string().parse().ok();
        }
        let weekend = self.weekend()?;
        if self.session.is_none() {
            return Some(weekend.into());
        }
        let (_, held) = self.at_hand()?;
        let session = self.session_in(held).ok().flatten()?;
        held.session(session.as_str())?.round.clone().map(Into::into)
    }
}

/// A fact within the limits that are named.
pub(super) fn limited(parse: &Parse<'_>, fact: Options) -> Filled {
    match parse.limits() {
        Ok(StageLimits {
            before: None,
            since: None,
        }) => Ok(Intent::question(Question::new(QuestionKind::Fact, fact))),
        Ok(StageLimits { before, since }) => Ok(Intent::question(Question::new(
            QuestionKind::Fact,
            Options {
                before,
                since,
                weekend: None,
                session: None,
                ..fact
            },
        ))),
        Err(word) => Err(Misunderstanding::Unread {
            unknown: vec![word.to_owned()],
            nearest: vec![Question::new(QuestionKind::Fact, fact)],
        }),
    }
}

/// True if somebody is asked for who has more than the driver: "has anyone won more than Hartog".
pub(super) fn compares(parse: &Parse<'_>) -> bool {
    let line = parse.text.line();
    parse.tags.any(&[Tag::Any, Tag::Who]) && line.split_once("more").is_some_and(|(_, rest)| rest.contains(" than "))
}
