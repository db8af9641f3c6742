//! Follow-ups: a few words that change an option of the last question.

use super::intent::Intent;
use super::parse::Parse;
use super::tags::Tag;
use crate::domain::Id;
use crate::lookup::NameKind;
use crate::question::{Misunderstanding, OptionName, Options, Question, QuestionKind, Value};

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
    // "What time is it at the track" is about the clock.
    let refers = refers && !parse.tags.any(&[Tag::Track, Tag::Now, Tag::ATrack]);
    let opens = parse.segments.first().is_some_and(|segment| segment.tags.has(Tag::And));
    let adds = (opens || parse.text.len() <= 3) && !parse.tags.any(OWN) && !parse.tags.has(Tag::When);
    if !refers && !adds {
        return None;
    }
    let Some(last) = last else {
        // Without a question before, "and sunday" is still a question, and "what time is that" is none.
        return refers.then_some(Err(Misunderstanding::NoContext {
            instead: vec!["next race", "schedule"],
        }));
    };
    let question = changed(parse, last)?;
    let mut intent = Intent::question(question);
    if let Intent::Questions(reading) = &mut intent {
        reading.left_out = parse.left_out(&reading.questions, &[]);
        reading.assumed = true;
    }
    Some(Ok(intent))
}

/// The last question with the named things in its options; `None` if it has an option for none of them.
fn changed(parse: &Parse<'_>, last: &Question) -> Option<Question> {
    let mut question = last.clone();
    if last.kind == QuestionKind::Next && (parse.zone.is_some() || parse.day.is_some()) {
        question.kind = QuestionKind::Schedule;
    }
    let session = parse
        .at_hand()
        .and_then(|(_, weekend)| parse.session_in(weekend).ok().flatten());
    let kind = parse.kind.filter(|_| session.is_none());
    let named = [
        (
            OptionName::Championship,
            id(NameKind::Championship, parse.championships.first().cloned()),
        ),
        (OptionName::Class, id(NameKind::Class, parse.classes.first().cloned())),
        (OptionName::Driver, id(NameKind::Driver, parse.drivers.first().cloned())),
        (OptionName::Team, id(NameKind::Team, parse.teams.first().cloned())),
        (
            OptionName::Weekend,
            id(NameKind::Weekend, parse.weekends.first().cloned()),
        ),
        (OptionName::Track, id(NameKind::Track, parse.track.clone())),
        (OptionName::Season, id(NameKind::Season, parse.season.clone())),
        (OptionName::Day, parse.day.map(Value::Day)),
        (OptionName::Zone, parse.zone.map(Value::Zone)),
        (OptionName::Series, id(NameKind::Series, parse.of_series())),
        (OptionName::Session, id(NameKind::Session, session)),
        (OptionName::Kind, kind.map(Value::SessionKind)),
    ];
    let mut taken = false;
    for (name, value) in named {
        // A question has an option `driver:` for a driver or for anybody whom a table ranks.
        let option = question.spec().option(name.as_str());
        if let Some((option, value)) = option.zip(value) {
            question.options = without(question.options, name);
            question.options.set(option.name, value);
            taken = true;
        }
    }
    taken.then_some(question)
}

/// The value of a thing's id.
fn id<T>(kind: NameKind, id: Option<Id<T>>) -> Option<Value> {
    id.map(|id| Value::Named(kind, id.into()))
}

/// The options without those that one of this name replaces.
fn without(options: Options, name: OptionName) -> Options {
    match name {
        OptionName::Day | OptionName::Session | OptionName::Kind => Options {
            day: None,
            session: None,
            kind: None,
            ..options
        },
        OptionName::Driver => Options { team: None, ..options },
        OptionName::Team => Options {
            driver: None,
            rival: None,
            ..options
        },
        _ => options,
    }
}
