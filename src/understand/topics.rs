//! Out-of-scope topics: understood, but not covered by the packs or this bot.

use serde::Serialize;

/// A topic that is understood and not answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename = "outside")]
pub struct OutOfScope {
    /// The topic.
    pub topic: UnsupportedTopic,
    /// The words for it, where they matter.
    pub words: Option<String>,
    /// Questions that can be asked instead, as command lines.
    pub instead: Vec<String>,
}

/// The topics that are not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnsupportedTopic {
    /// Reminders, where nothing can be stored.
    Reminders,
    /// Calendar feeds.
    Feeds,
    /// A greeting.
    Greeting,
    /// Thanks.
    Thanks,
    /// A complaint about an answer.
    Complaint,
    /// New data.
    Updates,
    /// Weather.
    Weather,
    /// Tickets, parking, hotels.
    Tickets,
    /// Broadcasts and streams.
    Broadcast,
    /// Predictions.
    Prediction,
    /// Opinions.
    Opinion,
    /// Technical data and prices of cars.
    Machine,
    /// Ages and dates of birth.
    Ages,
    /// Laps in the lead.
    LapsLed,
    /// Penalties of a season.
    Penalties,
    /// Anything else.
    Other,
    /// Another series.
    OtherSeries,
    /// Hidden results, where nothing can be stored.
    Spoilers,
    /// Commands, where nothing can be stored.
    Commands,
}

impl OutOfScope {
    /// A topic without words of its own.
    pub(super) fn of(topic: UnsupportedTopic, instead: &[&str]) -> Self {
        Self {
            topic,
            words: None,
            instead: instead.iter().map(|line| (*line).to_owned()).collect(),
        }
    }

    /// Reminders, where nothing can be stored.
    pub fn reminders() -> Self {
        Self::of(UnsupportedTopic::Reminders, &["schedule", "next"])
    }

    /// Hidden results, where nothing can be stored.
    pub fn spoilers() -> Self {
        Self::of(UnsupportedTopic::Spoilers, &["schedule", "next"])
    }

    /// Commands, where nothing can be stored.
    pub fn commands() -> Self {
        Self::of(UnsupportedTopic::Commands, &["schedule", "next"])
    }
}
