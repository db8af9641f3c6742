//! The intents: which tags make which question, and how much each of them speaks for it.
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

/// A way to read a question.
pub(in crate::understand) struct IntentRule {
    /// What it is called where readings are explained.
    pub(in crate::understand) name: &'static str,
    /// Of each of these groups one tag at least.
    pub(in crate::understand) needs: &'static [&'static [Tag]],
    /// None of these.
    pub(in crate::understand) bars: &'static [Tag],
    /// How much each tag speaks for it, in tenths.
    pub(in crate::understand) weighs: &'static [(Tag, i32)],
    /// Whether words that nobody knows do not matter.
    pub(in crate::understand) lenient: bool,
    /// The question with its fields filled in.
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

/// All intents; of two that score alike the first is likelier.
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

/// Signs whose words must not go unheard: an intent that does not weigh them is less likely.
#[rustfmt::skip]
pub(super) const LOUD: &[Tag] = &[
    When, HowLong, Until, HowMany, Who, Where, Table, Title, Clinch, Lead, Gap, Ahead, Behind, Points, Worth, Drop,
    Rules, Eligible, Close, Biggest, Lose, Take, Stay, Need, Versus, Win, Sweep, Result, Podium, Top, Pole, Fastest,
    Margin, Schedule, Calendar, Practice, Quali, Race, Next, Last, Round, Remaining, Halfway, Together, Team, Rookie,
    From, Women, Entry, Turn, Record, Remind, Feed, Weather, Ticket, Broadcast, Predict, Opinion, Machine,
    OtherSeries, ADriver, ATeam, ATrack, AClass, APlace, ASession, ADay, ASeason, ARound, ACar,
];
