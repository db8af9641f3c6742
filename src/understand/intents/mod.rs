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
mod tables;
mod times;

use super::fill::Filled;
use super::parse::Parse;
use super::tags::Tag::{self, *};

/// A rule that makes an intent of tags.
pub(in crate::understand) struct IntentRule {
    /// Name in parse traces.
    pub(in crate::understand) name: &'static str,
    /// Required tags: at least one of each group.
    pub(in crate::understand) needs: &'static [&'static [Tag]],
    /// Tags that exclude it.
    pub(in crate::understand) bars: &'static [Tag],
    /// Weight of each tag, in tenths.
    pub(in crate::understand) weighs: &'static [(Tag, i32)],
    /// True if unknown words do not matter.
    pub(in crate::understand) lenient: bool,
    /// Fills in the intent.
    pub(in crate::understand) fill: fn(&Parse<'_>) -> Filled,
}

const fn strict(
    name: &'static str,
    needs: &'static [&'static [Tag]],
    bars: &'static [Tag],
    weighs: &'static [(Tag, i32)],
    fill: fn(&Parse<'_>) -> Filled,
) -> IntentRule {
    IntentRule {
        name,
        needs,
        bars,
        weighs,
        lenient: false,
        fill,
    }
}

const fn lenient(
    name: &'static str,
    needs: &'static [&'static [Tag]],
    bars: &'static [Tag],
    weighs: &'static [(Tag, i32)],
    fill: fn(&Parse<'_>) -> Filled,
) -> IntentRule {
    IntentRule {
        lenient: true,
        ..strict(name, needs, bars, weighs, fill)
    }
}

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
