//! Spoilers: how far somebody has seen the racing, and questions whose answer is hidden.

use super::intent::{Intent, SpoilerHorizon};
use super::measures::likely_readings;
use super::out_of_scope;
use super::parse::Parse;
use super::tags::{Tag, Tags};
use crate::question::Misunderstanding;
use crate::schedule::Slot;

/// Words that negate "seen".
const NOT: &[&str] = &["havent", "not", "didnt", "dont", "never", "yet to"];
/// Words for everything.
const ALL: &[&str] = &["all", "everything", "caught up", "it all"];

/// The spoiler horizon that a message states, if it does.
pub(super) fn horizon(parse: &Parse<'_>) -> Option<SpoilerHorizon> {
    let says = |words: &[&str]| {
        let line = format!(" {} ", parse.text.line());
        words.iter().any(|word| line.contains(&format!(" {word} ")))
    };
    if !parse.tags.has(Tag::Seen) || parse.tags.any(&[Tag::Who, Tag::When]) {
        return None;
    }
    let unseen = says(NOT);
    if says(ALL) && !unseen {
        return Some(SpoilerHorizon {
            until: None,
            session: None,
            unseen,
        });
    }
    let (_, weekend) = parse.at_hand()?;
    let id = parse.session_in(weekend).ok().flatten();
    let named = |session: &&crate::domain::Session| match &id {
        Some(id) => session.id == *id,
        None => parse.kind == Some(session.kind),
    };
    let session = weekend.sessions.iter().find(named)?;
    let slot: Slot = parse.catalogue.slot(weekend, session);
    let until = if unseen {
        slot.starts_at().unwrap_or(slot.end - chrono::TimeDelta::days(1))
    } else {
        parse.catalogue.known_from(weekend, session)
    };
    Some(SpoilerHorizon {
        until: Some(until),
        session: Some((weekend.name.clone(), session.name.clone())),
        unseen,
    })
}

/// The intent of a question whose answer is to be hidden: that of its other words.
pub(super) fn hidden(mut parse: Parse<'_>) -> Result<Intent, Misunderstanding> {
    parse.segments.retain(|segment| !segment.tags.has(Tag::Spoiler));
    parse.tags = parse
        .segments
        .iter()
        .map(|segment| segment.tags)
        .fold(Tags::default(), Tags::and);
    let mut likely = likely_readings(&parse).into_iter();
    let best = likely.find(|one| one.is_racing() && one.probability > 0.1);
    let mut intent = match best {
        // Of a session by its name alone, the result is what could be spoilt.
        Some(best) if best.measures().next() != Some("schedule") => best.filled?,
        _ if parse.session.is_some() || parse.kind.is_some() => super::choices::results(&parse)?,
        _ => out_of_scope::spoilers(&parse)?,
    };
    if let Intent::Questions(reading) = &mut intent {
        reading.hidden = true;
    }
    Ok(intent)
}
