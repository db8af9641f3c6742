//! Filling of intents for out-of-scope topics and reminders, with the questions that can be asked instead.

use super::intent::{BotCommand, Filled, Intent};
use super::parse::Parse;
use super::tags::Tag;
use super::topics::{OutOfScope, UnsupportedTopic};
use crate::question::{Misunderstanding, Question, QuestionKind};
use crate::reminders::ReminderRequest;

fn declined(topic: UnsupportedTopic, instead: &[&str]) -> Filled {
    Ok(Intent::OutOfScope(OutOfScope::of(topic, instead)))
}

pub(super) fn remind(parse: &Parse<'_>) -> Filled {
    let asker = parse.asker;
    let request = ReminderRequest::in_words(parse.raw, parse.catalogue, &asker.series, asker.now);
    Ok(Intent::Command(BotCommand::Remind(request)))
}

pub(super) fn feed(parse: &Parse<'_>) -> Filled {
    let season = parse
        .current()
        .map_or_else(String::new, |season| format!(" season:{}", season.id));
    declined(UnsupportedTopic::Feeds, &["schedule", &format!("schedule{season}")])
}

pub(super) fn greeting(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Greeting, &["next", "leaders", "help"])
}

pub(super) fn thanks(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Thanks, &["next", "leaders", "help"])
}

pub(super) fn complaint(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Complaint, &["about", "standings", "help"])
}

pub(super) fn updates(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Updates, &["about", "help"])
}

pub(super) fn weather(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Weather, &["schedule", "track", "standings"])
}

pub(super) fn tickets(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Tickets, &["schedule", "track"])
}

pub(super) fn broadcast(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Broadcast, &["schedule", "next"])
}

pub(super) fn prediction(parse: &Parse<'_>) -> Filled {
    let instead = if parse.tags.any(&[Tag::Title, Tag::Champ]) {
        ["leaders", "standings", "gap"]
    } else {
        ["leaders", "standings", "winners"]
    };
    declined(UnsupportedTopic::Prediction, &instead)
}

pub(super) fn opinion(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Opinion, &["standings", "winners", "results"])
}

pub(super) fn age(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Ages, &["entries", "standings", "winners"])
}

pub(super) fn laps_led(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::LapsLed, &["winners", "results"])
}

pub(super) fn penalties(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Penalties, &["results", "standings"])
}

pub(super) fn other_topic(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Other, &["next", "leaders", "help"])
}

pub(super) fn machine(_: &Parse<'_>) -> Filled {
    declined(UnsupportedTopic::Machine, &["track", "results", "about"])
}

pub(super) fn other_series(parse: &Parse<'_>) -> Filled {
    let mut segments = parse
        .segments
        .iter()
        .filter(|segment| segment.tags.has(Tag::OtherSeries));
    let words = segments
        .next()
        .map(|segment| parse.text.words(segment.at, segment.count).to_owned());
    Ok(Intent::OutOfScope(OutOfScope {
        words,
        ..OutOfScope::of(UnsupportedTopic::OtherSeries, &["schedule", "about"])
    }))
}

pub(super) fn spoilers(_: &Parse<'_>) -> Filled {
    Ok(Intent::OutOfScope(OutOfScope::spoilers()))
}

/// A measure that is understood and that no answer gives yet.
pub(super) fn unanswered(parse: &Parse<'_>) -> Filled {
    let nearest = match parse.drivers.first() {
        Some(driver) => vec![Question::of(QuestionKind::Driver).driver(driver.clone())],
        None => vec![
            Question::of(QuestionKind::Results),
            Question::of(QuestionKind::Standings),
        ],
    };
    Err(Misunderstanding::Unread {
        unknown: Vec::new(),
        nearest,
    })
}
