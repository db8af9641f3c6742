//! Follow-ups: a few words that change something in what was asked before.

use super::Reading;
use super::mark::Mark;
use super::rank::ranked;
use super::sense::Sense;
use crate::question::{Call, Misunderstanding, Question};

/// Signs that make a question of their own, whatever was asked before.
const OWN: &[Mark] = &[
    Mark::Win,
    Mark::Result,
    Mark::Table,
    Mark::Lead,
    Mark::Gap,
    Mark::Schedule,
    Mark::HowMany,
    Mark::Points,
    Mark::Worth,
    Mark::Entry,
    Mark::Pole,
    Mark::Help,
    Mark::Weather,
    Mark::Remind,
    Mark::Broadcast,
    Mark::Ticket,
    Mark::Track,
    Mark::Turn,
    Mark::Rookie,
    Mark::From,
    Mark::Who,
    Mark::Predict,
    Mark::HowLong,
    Mark::Until,
    Mark::OtherSeries,
    Mark::Courtesy,
];

/// What the words change in the last question; `None` where they are a question of their own.
pub(super) fn follow(sense: &Sense<'_>, last: Option<&Question>) -> Option<Result<Reading, Misunderstanding>> {
    let refers =
        sense.marks.has(Mark::That) && sense.marks.has(Mark::When) && sense.drivers.is_empty() && sense.kind.is_none();
    let opens = sense.pieces.first().is_some_and(|piece| piece.marks.has(Mark::And));
    let adds = (opens || sense.text.len() <= 3) && !sense.marks.any(OWN) && !sense.marks.has(Mark::When);
    if !refers && !adds {
        return None;
    }
    let Some(last) = last else {
        // Without a question before, "and sunday" is still a question, and "what time is that" is none.
        return refers.then_some(Err(Misunderstanding::NoContext {
            instead: vec!["next race".to_owned(), "schedule".to_owned()],
        }));
    };
    let changed = changed(sense, last)?;
    let question = Question::read(&changed, sense.catalogue, sense.asker);
    Some(question.map(|question| Reading {
        questions: vec![question],
        hidden: false,
    }))
}

/// The last question as a call with what was named put into its options; `None` where it has no room for any of it.
fn changed(sense: &Sense<'_>, last: &Question) -> Option<Call> {
    let mut call = Call::parse(&last.line()).ok()?;
    if last.spec().name == "next" && (sense.zone.is_some() || sense.day.is_some()) {
        let mut schedule = Call::new("schedule", call.options.clone()).ok()?;
        schedule
            .options
            .retain(|(name, _)| schedule.spec.option(name).is_some());
        call = schedule;
    }
    let named = [
        ("championship", sense.championships.first().map(ToString::to_string)),
        ("class", sense.classes.first().map(ToString::to_string)),
        ("driver", sense.drivers.first().map(ToString::to_string)),
        ("team", sense.teams.first().map(ToString::to_string)),
        ("weekend", sense.weekends.first().map(ToString::to_string)),
        ("track", sense.track.as_ref().map(ToString::to_string)),
        ("season", sense.season.as_ref().map(ToString::to_string)),
        ("day", sense.day.map(|day| day.to_string())),
        ("zone", sense.zone.map(|zone| zone.name().to_owned())),
        ("series", sense.of_series().map(|series| series.to_string())),
    ];
    let session = sense
        .at_hand()
        .and_then(|(_, weekend)| sense.session_in(weekend).ok().flatten());
    let kind = sense.kind.filter(|_| session.is_none());
    let kind = kind.map(|kind| crate::question::relative_names::kind_word(kind).to_owned());
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
    (taken || !ranked(sense).is_empty()).then_some(call).filter(|_| taken)
}

/// Whether one option takes the place of another.
fn excludes(new: &str, old: &str) -> bool {
    matches!(
        (new, old),
        ("day" | "session" | "kind", "day" | "session" | "kind") | ("driver", "team") | ("team", "driver")
    )
}
