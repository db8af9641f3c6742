//! What no pack holds and what this bot does not do: a topic, and what can be asked instead.

use serde::Serialize;

use super::fill::Filled;
use super::mark::Mark;
use super::sense::Sense;
use crate::question::Misunderstanding;

/// Why something is not answered, though it is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outside {
    /// Reminders are kept elsewhere.
    Reminders,
    /// So are calendar feeds.
    Feeds,
    /// Thanks and greetings.
    Courtesy,
    /// Weather.
    Weather,
    /// Tickets, parking, hotels.
    Tickets,
    /// Where to watch.
    Broadcast,
    /// What will come.
    Prediction,
    /// What is good or bad.
    Opinion,
    /// How fast the car is, what it costs.
    Machine,
    /// Another series.
    OtherSeries,
    /// Hidden results.
    Spoilers,
}

fn told(topic: Outside, instead: &[&str]) -> Filled {
    Err(Misunderstanding::Outside {
        topic,
        words: None,
        instead: instead.iter().map(|line| (*line).to_owned()).collect(),
    })
}

pub(super) fn remind(_: &Sense<'_>) -> Filled {
    told(Outside::Reminders, &["schedule", "next"])
}

pub(super) fn feed(sense: &Sense<'_>) -> Filled {
    let season = sense
        .current()
        .map_or_else(String::new, |season| format!(" season:{}", season.id));
    told(Outside::Feeds, &["schedule", &format!("schedule{season}")])
}

pub(super) fn courtesy(_: &Sense<'_>) -> Filled {
    told(Outside::Courtesy, &["next", "leaders", "help"])
}

pub(super) fn weather(_: &Sense<'_>) -> Filled {
    told(Outside::Weather, &["schedule", "track", "standings"])
}

pub(super) fn tickets(_: &Sense<'_>) -> Filled {
    told(Outside::Tickets, &["schedule", "track"])
}

pub(super) fn broadcast(_: &Sense<'_>) -> Filled {
    told(Outside::Broadcast, &["schedule", "next"])
}

pub(super) fn prediction(sense: &Sense<'_>) -> Filled {
    let instead = if sense.marks.any(&[Mark::Title, Mark::Champ]) {
        ["leaders", "standings", "gap"]
    } else {
        ["leaders", "standings", "winners"]
    };
    told(Outside::Prediction, &instead)
}

pub(super) fn opinion(_: &Sense<'_>) -> Filled {
    told(Outside::Opinion, &["standings", "winners", "results"])
}

pub(super) fn machine(_: &Sense<'_>) -> Filled {
    told(Outside::Machine, &["track", "results", "about"])
}

pub(super) fn other_series(sense: &Sense<'_>) -> Filled {
    let mut pieces = sense.pieces.iter().filter(|piece| piece.marks.has(Mark::OtherSeries));
    let words = pieces
        .next()
        .map(|piece| sense.text.words(piece.at, piece.count).to_owned());
    Err(Misunderstanding::Outside {
        topic: Outside::OtherSeries,
        words,
        instead: vec!["schedule".to_owned(), "about".to_owned()],
    })
}

pub(super) fn spoilers(_: &Sense<'_>) -> Filled {
    told(Outside::Spoilers, &["schedule", "next"])
}
