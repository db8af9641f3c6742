//! Intent rules: the tags that make each question, with their weights.
//!
//! To add an intent: an entry in the table it belongs to and a function that fills its question in.

#![cfg_attr(
    not(test),
    expect(
        clippy::enum_glob_use,
        reason = "a table is read more easily without the name of the enum in every row"
    )
)]

mod bot;
mod people;
mod results;
mod rule;
mod tables;
mod times;

pub(super) use rule::IntentRule;

use super::tags::Tag::{self, *};

/// All rules; of two with the same score the first wins.
pub(super) fn intents() -> impl Iterator<Item = &'static IntentRule> {
    let tables = [
        times::INTENTS,
        tables::INTENTS,
        results::INTENTS,
        people::INTENTS,
        bot::INTENTS,
    ];
    tables.into_iter().flatten()
}

/// Tags that a rule must not ignore: each one that it does not weigh lowers its score.
#[rustfmt::skip]
pub(super) const LOUD: &[Tag] = &[
    When, HowLong, Until, HowMany, Who, Where, Table, Title, Clinch, Lead, Gap, Ahead, Behind, Points, Worth, Drop,
    Rules, Eligible, Close, Biggest, Lose, Take, Stay, Need, Versus, Win, Sweep, Result, Podium, Top, Pole, Fastest,
    Margin, Schedule, Calendar, Practice, Quali, Race, Next, Last, Round, Remaining, Halfway, Together, Team, Rookie,
    From, Women, Entry, Turn, Record, Remind, Feed, Weather, Ticket, Broadcast, Predict, Opinion, Machine,
    OtherSeries, ADriver, ATeam, ATrack, AClass, APlace, ASession, ADay, ASeason, ARound, ACar,
];
