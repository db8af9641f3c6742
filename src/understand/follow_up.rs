//! Follow-ups: a few words that change an option of the last question.

use super::intent::Intent;
use super::parse::Parse;
use super::ranking::ranked;
use super::tags::Tag;
use crate::lookup::session_kind_word;
use crate::question::{Call, Misunderstanding, Question, QuestionKind};

/// Tags of a question of its own, whatever was asked before.
const OWN: &[Tag] = &[
    Tag::Win,
    Tag::Result,
    Tag::Table,
    Tag::Lead,
    Tag::Gap,
    Tag::Schedule,
    Tag::HowMany,
    Tag::Points,
    Tag::Worth,
    Tag::Entry,
    Tag::Pole,
    Tag::Help,
    Tag::Weather,
    Tag::Remind,
    Tag::Broadcast,
    Tag::Ticket,
    Tag::Track,
    Tag::Turn,
    Tag::Rookie,
    Tag::From,
    Tag::Who,
    Tag::Predict,
    Tag::HowLong,
    Tag::Until,
    Tag::OtherSeries,
    Tag::Courtesy,
];

/// The last question as changed by the words; `None` where they are a question of their own.
pub(super) fn follow_up(parse: &Parse<'_>, last: Option<&Question>) -> Option<Result<Intent, Misunderstanding>> {
    let refers =
        parse.tags.has(Tag::That) && parse.tags.has(Tag::When) && parse.drivers.is_empty() && parse.kind.is_none();
    let opens = parse.segments.first().is_some_and(|segment| segment.tags.has(Tag::And));
    let adds = (opens || parse.text.len() <= 3) && !parse.tags.any(OWN) && !parse.tags.has(Tag::When);
    if !refers && !adds {
        return None;
    }
    let Some(last) = last else {
        // Without a question before, "and sunday" is still a question, and "what time is that" is none.
        return refers.then_some(Err(Misunderstanding::NoContext {
            instead: vec!["next race".to_owned(), "schedule".to_owned()],
        }));
    };
    let changed = changed(parse, last)?;
    let question = Question::read(&changed, parse.catalogue, parse.asker);
    Some(question.map(Intent::question))
}

/// The last question as a call, with the named things in its options; `None` if it has an option for none of them.
fn changed(parse: &Parse<'_>, last: &Question) -> Option<Call> {
    let mut call = Call::parse(&last.line()).ok()?;
    if last.kind == QuestionKind::Next && (parse.zone.is_some() || parse.day.is_some()) {
        let mut schedule = Call::new("schedule", call.options.clone()).ok()?;
        schedule
            .options
            .retain(|(name, _)| schedule.spec.option(name).is_some());
        call = schedule;
    }
    let named = [
        ("championship", parse.championships.first().map(ToString::to_string)),
        ("class", parse.classes.first().map(ToString::to_string)),
        ("driver", parse.drivers.first().map(ToString::to_string)),
        ("team", parse.teams.first().map(ToString::to_string)),
        ("weekend", parse.weekends.first().map(ToString::to_string)),
        ("track", parse.track.as_ref().map(ToString::to_string)),
        ("season", parse.season.as_ref().map(ToString::to_string)),
        ("day", parse.day.map(|day| day.to_string())),
        ("zone", parse.zone.map(|zone| zone.name().to_owned())),
        ("series", parse.of_series().map(|series| series.to_string())),
    ];
    let session = parse
        .at_hand()
        .and_then(|(_, weekend)| parse.session_in(weekend).ok().flatten());
    let kind = parse.kind.filter(|_| session.is_none());
    let kind = kind.map(|kind| session_kind_word(kind).to_owned());
    let named = named
        .into_iter()
        .chain([("session", session.map(|session| session.to_string())), ("kind", kind)]);
    let mut taken = false;
    for (name, value) in named {
        let Some(value) = value.filter(|_| call.spec.option(name).is_some()) else {
            continue;
        };
        call.options
            .retain(|(option, _)| option != name && !excludes(name, option));
        call.options.push((name.to_owned(), value));
        taken = true;
    }
    // A question of its own that the last one has no room for stays one.
    (taken || !ranked(parse).is_empty()).then_some(call).filter(|_| taken)
}

/// True if one option replaces another.
fn excludes(new: &str, old: &str) -> bool {
    matches!(
        (new, old),
        ("day" | "session" | "kind", "day" | "session" | "kind") | ("driver", "team") | ("team", "driver")
    )
}
