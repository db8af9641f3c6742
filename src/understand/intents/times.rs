//! Intent rules for the calendar: times, durations, rounds, counts.

#![cfg_attr(
    not(test),
    expect(
        clippy::enum_glob_use,
        reason = "a table is read more easily without the name of the enum in every row"
    )
)]

use super::rule::{IntentRule, strict};
use crate::understand::fill;
use crate::understand::fill_facts as facts;
use crate::understand::tags::Tag::*;

/// The rules.
#[rustfmt::skip]
pub(super) const INTENTS: &[IntentRule] = &[
    // When something is.
    strict("schedule",
        &[&[When, Start, Schedule, ADay, AZone, Calendar, ASession, ARound, Practice, Quali, Race, Weekend, Session]],
        &[
            Win, Result, Pole, Podium, Lead, HowMany, HowLong, Until, Worth, ADriver, ATeam, Margin, Fastest,
            Together, Entry, Top, Table, Gap, Points, Turn, Record,
        ],
        &[
            (When, 30), (Start, 20), (Schedule, 30), (Calendar, 35), (ADay, 20), (AZone, 20), (ASession, 15),
            (Race, 20), (Quali, 20), (Practice, 20), (Session, 10), (Round, 10), (ARound, 15), (ATrack, 15),
            (ASeason, 10), (Weekend, 8),
            (Next, 4), (Now, 4), (Where, 10), (This, 2), (After, 2), (Last, 4), (AClass, 2), (Season, 5), (Track, 5),
            (Remaining, 6), (ASeries, 10), (Series, 2), (Ahead, 0), (Both, 3), (Any, 2), (APlace, 2), (Before, 2),
            (Lead, 0), (Entry, 0),
        ],
        fill::schedule),
    strict("origin",
        &[&[Start, HowLong], &[Series, ASeries]],
        &[Race, Quali, Practice, ASession, Next, This, Weekend, ADay, Season, Win, ATrack],
        &[(Start, 40), (When, 25), (Series, 20), (ASeries, 25), (HowLong, 20), (Round, 0), (Polar, 2), (ASeason, 10)],
        facts::origin),
    strict("next round",
        &[&[Next, After, Before], &[Round, Weekend, Track, Where, ATrack]],
        &[
            Win, Result, Pole, Lead, HowMany, Gap, Until, Table, ASession, ADay, Points, ADriver, Take, Lose, Weather,
            ATeam,
        ],
        &[
            (Next, 25), (Round, 20), (Weekend, 18), (When, 25), (Where, 30), (After, 12), (Before, 12), (This, 6), (Race, 10),
            (Track, 15), (ATrack, 15), (Start, 10), (Schedule, 15), (Season, 2), (Session, 10), (ASeries, 10),
            (Series, 2),
        ],
        fill::following),
    strict("next",
        &[&[Until, Next, Now]],
        &[Win, Result, Pole, Lead, Points, Gap, Worth, ADriver, ATeam, Table, ADay],
        &[
            (Until, 45), (Next, 30), (Now, 20), (When, 15), (Start, 10), (Race, 15), (Quali, 15), (Practice, 15),
            (Session, 15), (ASession, 15), (Schedule, 20), (HowLong, 10), (HowMany, 5), (This, 2), (Track, 5),
            (Weekend, 5), (ATrack, 5), (ASeries, 10), (Series, 2),
        ],
        fill::next),
    // The calendar.
    strict("length",
        &[&[HowLong], &[Race, Quali, Practice, Session, ASession]],
        &[Track, Turn, ADriver, Until, ATeam, Record, Remaining, After, Between, Next],
        &[
            (HowLong, 40), (Race, 18), (Quali, 18), (Practice, 18), (Session, 15), (ASession, 18), (AClass, 2),
            (Weekend, 4), (ATrack, 6), (This, 2), (Series, 4), (Next, 4), (ASeason, 5), (Number, 2), (Last, 2),
            (Start, -2),
        ],
        facts::length),
    strict("sprints",
        &[&[Sprint], &[Calendar, HowMany, Remaining, ASeason]],
        &[Win, Result, Pole, Podium, Quali, ADriver, ATeam, ATrack, Points, Worth, HowLong, Until, When, This, Next],
        &[
            (Sprint, 50), (Calendar, 25), (HowMany, 25), (Remaining, 20), (Race, 10), (Weekend, 10), (Round, 10),
            (Season, 8), (ASeason, 10), (ASeries, 10), (Polar, 2), (Schedule, 15), (Any, 2), (Where, 6),
        ],
        fill::sprints),
    strict("round",
        &[&[Round, ARound], &[This, Now, Weekend, Next, ATrack, Round]],
        &[
            When, Who, Win, Result, Where, Lead, Points, Remaining, HowMany, After, Table, Halfway, Gap, ADriver,
            Calendar, Worth, Until, Start, Schedule, Drop, Can, Will,
        ],
        &[
            (Round, 35), (This, 8), (Now, 8), (Weekend, 8), (ATrack, 8), (Race, 4), (Season, 4), (Next, -4),
            (Series, 2), (Number, 2),
        ],
        facts::round),
    strict("progress",
        &[&[Halfway, Remaining], &[Halfway, Race, Round, Weekend, Season, HowMany, Calendar, Track]],
        &[ADriver, Points, Lead, Weather, Ticket, Title, Can],
        &[
            (Halfway, 50), (Remaining, 34), (HowMany, 14), (Race, 14), (Round, 16), (Weekend, 14), (Season, 10),
            (Calendar, 10), (Now, 4), (This, 2), (Champ, 5), (ASeason, 8), (Track, 6), (Series, 3), (Next, 2),
            (Session, 6),
        ],
        facts::progress),
    strict("races",
        &[&[HowMany], &[Race, Round, Weekend, Session, Practice, Quali]],
        &[
            ADriver, Win, Remaining, Points, Until, Car, Driver, Entry, Pole, Turn, Halfway, Worth, ATeam, Team, Lead,
            Podium, Drop,
        ],
        &[
            (HowMany, 22), (Race, 22), (Round, 16), (Weekend, 8), (Season, 10), (ASeason, 10), (ATrack, 8), (This, 3),
            (Calendar, 8), (Champ, 5), (Session, 16), (Practice, 22), (Quali, 22), (Series, 4), (ADay, 3),
        ],
        facts::races),
    strict("together",
        &[&[Together], &[Group, AClass, Quali, Race, Practice, Session, Any]],
        &[ADriver, Points],
        &[
            (Together, 45), (Group, 10), (AClass, 10), (Quali, 15), (Race, 10), (Practice, 10), (Session, 8),
            (Polar, 6), (Any, 4),
            (Both, 3), (Weekend, 3),
        ],
        facts::together),
];
