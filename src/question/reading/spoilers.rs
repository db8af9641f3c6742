//! Spoilers: what somebody has seen, and questions whose answer is to be hidden.

use chrono::{DateTime, Utc};

use super::Reading;
use super::mark::{Mark, Marks};
use super::outside;
use super::rank::ranked;
use super::sense::Sense;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::Misunderstanding;
use crate::schedule::Slot;

/// Up to where somebody has seen the racing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The moment after which nothing is to be told; absent for somebody who has seen it all.
    pub until: Option<DateTime<Utc>>,
    /// The session that was named, with its weekend.
    pub session: Option<(String, String)>,
    /// Whether it was the first that was not seen, rather than the last that was.
    pub unseen: bool,
}

/// Words that turn "seen" around.
const NOT: &[&str] = &["havent", "not", "didnt", "dont", "never", "yet to"];
/// Words for everything.
const ALL: &[&str] = &["all", "everything", "caught up", "it all"];

/// What somebody says of having seen the racing, if they do.
pub fn seen(text: &str, catalogue: &Catalogue, asker: &Asker) -> Option<Seen> {
    let sense = Sense::of(text, catalogue, asker)?;
    let says = |words: &[&str]| {
        let line = format!(" {} ", sense.text.line());
        words.iter().any(|word| line.contains(&format!(" {word} ")))
    };
    if !sense.marks.has(Mark::Seen) || sense.marks.any(&[Mark::Who, Mark::When]) {
        return None;
    }
    let unseen = says(NOT);
    if says(ALL) && !unseen {
        return Some(Seen {
            until: None,
            session: None,
            unseen,
        });
    }
    let (_, weekend) = sense.at_hand()?;
    let id = sense.session_in(weekend).ok().flatten();
    let named = |session: &&crate::domain::Session| match &id {
        Some(id) => session.id == *id,
        None => sense.kind == Some(session.kind),
    };
    let session = weekend.sessions.iter().find(named)?;
    let slot: Slot = catalogue.slot(weekend, session);
    let until = if unseen {
        slot.starts_at().unwrap_or(slot.end - chrono::TimeDelta::days(1))
    } else {
        slot.end
    };
    Some(Seen {
        until: Some(until),
        session: Some((weekend.name.clone(), session.name.clone())),
        unseen,
    })
}

/// The reading of a question whose answer is to be hidden: that of its other words.
pub(super) fn hidden(mut sense: Sense<'_>) -> Result<Reading, Misunderstanding> {
    sense.pieces.retain(|piece| !piece.marks.has(Mark::Spoiler));
    sense.marks = sense
        .pieces
        .iter()
        .map(|piece| piece.marks)
        .fold(Marks::default(), Marks::and);
    let ranked = ranked(&sense);
    let best = ranked.iter().find(|one| !one.intent.lenient && one.score > 0);
    let questions = match best {
        // Of a session by its name alone, the result is what could be spoilt.
        Some(best) if best.intent.name != "schedule" => (best.intent.fill)(&sense)?,
        _ if sense.session.is_some() || sense.kind.is_some() => super::fill_results::results(&sense)?,
        _ => {
            return outside::spoilers(&sense).map(|questions| Reading {
                questions,
                hidden: true,
            });
        }
    };
    Ok(Reading {
        questions,
        hidden: true,
    })
}
