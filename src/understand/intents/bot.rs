//! Intent rules for the bot itself and for out-of-scope topics.

#![cfg_attr(
    not(test),
    expect(
        clippy::enum_glob_use,
        reason = "a table is read more easily without the name of the enum in every row"
    )
)]

use super::rule::{IntentRule, lenient};
use crate::understand::fill;
use crate::understand::out_of_scope;
use crate::understand::tags::Tag::*;

/// The rules.
#[rustfmt::skip]
pub(super) const INTENTS: &[IntentRule] = &[
    lenient("help",
        &[&[Help]],
        &[],
        &[(Help, 45), (Courtesy, 0), (Worth, 0), (Drive, 0), (Rules, 0), (Any, 0)],
        fill::help),
    lenient("about",
        &[&[Source, ASeries]],
        &[When, Start, Table, Lead, Win, Result],
        &[(Source, 45), (From, 5), (Points, 0), (Result, 0), (Where, 3), (ASeries, 15), (Who, 3), (Last, 1)],
        fill::about),
    lenient("reminder",
        &[&[Remind]],
        &[],
        &[
            (Remind, 60), (Race, 0), (ASession, 0), (Quali, 0), (Practice, 0), (When, 0), (Start, 0), (Number, 0),
            (Before, 0), (Until, 0), (Session, 0), (Rules, 0), (ADay, 0), (Any, 0), (ATrack, 0), (Lead, 0), (Win, 0),
            (Next, 0), (Pole, 0), (HowLong, 0),
        ],
        out_of_scope::remind),
    lenient("feed",
        &[&[Feed]],
        &[],
        &[(Feed, 55), (Calendar, 5), (Schedule, 5), (Any, 0), (Race, 0), (When, 0)],
        out_of_scope::feed),
    lenient("courtesy",
        &[&[Courtesy]],
        &[
            When, Win, Lead, Table, Schedule, ADriver, Race, Points, Quali, Result, HowMany, Help, Gap, ATrack,
            AClass, Entry, ADay, Practice, Start, Until, Weather, Next,
        ],
        &[(Courtesy, 30), (Any, 0), (Series, 0), (Who, 0), (That, 0)],
        out_of_scope::courtesy),
    lenient("weather",
        &[&[Weather]],
        &[],
        &[
            (Weather, 60), (ATrack, 0), (Race, 0), (ADay, 0), (Weekend, 0), (ASession, 0), (Quali, 0), (Will, 0),
            (When, 0),
        ],
        out_of_scope::weather),
    lenient("tickets",
        &[&[Ticket]],
        &[],
        &[(Ticket, 60), (Machine, 0), (ATrack, 0), (Where, 0), (HowMany, 0), (When, 0), (Weekend, 0), (HowFar, 0)],
        out_of_scope::tickets),
    lenient("broadcast",
        &[&[Broadcast]],
        &[Seen],
        &[
            (Broadcast, 60), (Where, 0), (Race, 0), (When, 0), (Now, 0), (ASession, 0), (Weekend, 0), (Can, 0),
            (ADay, 0), (Schedule, 0), (Quali, 0), (HowLong, 0), (ATrack, 0),
        ],
        out_of_scope::broadcast),
    lenient("prediction",
        &[&[Predict, Will], &[Predict, Win, Title, Lead, Podium, Pole, Result]],
        &[Can, HowMany],
        &[
            (Predict, 60), (Will, 30), (Win, 30), (If, 0), (Who, 2), (Title, 25), (Champ, 10), (ADriver, 5),
            (AClass, 5),
            (ATrack, 5), (ASession, 5), (Race, 5), (Lead, 15), (Podium, 20), (Pole, 20), (This, 0), (Weekend, 0),
            (Result, 5), (ADay, 0), (Next, 5), (Season, 0),
        ],
        out_of_scope::prediction),
    lenient("opinion",
        &[&[Opinion]],
        &[],
        &[
            (Opinion, 55), (ADriver, 0), (Driver, 0), (Who, 0), (AClass, 0), (Team, 0), (Race, 0), (Car, 0),
            (ATeam, 0), (Track, 0), (ATrack, 0),
        ],
        out_of_scope::opinion),
    lenient("machine",
        &[&[Machine]],
        &[],
        &[
            (Machine, 50), (Car, 0), (Number, 0), (HowMany, 0), (Fastest, 0), (ACar, 0), (Series, 0), (Model, 5),
            (Race, 0), (HowFar, 0),
        ],
        out_of_scope::machine),
    lenient("other series",
        &[&[OtherSeries]],
        &[],
        &[
            (OtherSeries, 90), (When, 0), (Start, 0), (Race, 0), (Quali, 0), (Practice, 0), (Win, 0), (Who, 0),
            (ATrack, 0), (Lead, 0), (Result, 0), (ADay, 0), (ASession, 0), (Number, 0), (Schedule, 0), (Table, 0),
            (HowLong, 0), (Weekend, 0), (Champ, 0), (Until, 0), (Next, 0), (Points, 0), (Broadcast, 0),
        ],
        out_of_scope::other_series),
    lenient("hidden",
        &[&[Spoiler, Seen]],
        &[],
        &[
            (Spoiler, 60), (Seen, 60), (ASession, 0), (Race, 0), (Result, 0), (ATrack, 0), (Table, 0), (Broadcast, 0),
            (Until, 0), (Lead, 0), (Quali, 0), (AClass, 0), (Win, 0), (Who, 0), (ADay, 0), (Points, 0),
        ],
        out_of_scope::spoilers),
];
