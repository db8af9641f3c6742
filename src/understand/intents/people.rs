//! Intent rules for people, circuits and weekends: profiles, entries, facts.

#![cfg_attr(
    not(test),
    expect(
        clippy::enum_glob_use,
        reason = "a table is read more easily without the name of the enum in every row"
    )
)]

use super::rule::{IntentRule, lenient, strict};
use crate::understand::fill;
use crate::understand::fill_facts as facts;
use crate::understand::tags::Tag::*;

/// The rules.
#[rustfmt::skip]
pub(super) const INTENTS: &[IntentRule] = &[
    // People.
    strict("team mate",
        &[&[Mate], &[ADriver]],
        &[Win, Points, Lead, Gap],
        &[(Mate, 40), (ADriver, 25), (Who, 10), (ASeason, 10), (Any, 2), (Team, 5), (Driver, 3), (This, 2)],
        fill::mate),
    strict("classes",
        &[&[Group]],
        &[
            ADriver, ATeam, Win, Lead, Gap, Points, Close, Biggest, Together, Table, Result, When, Entry, Car, AClass,
            Worth, Rules, Podium, Pole, Driver, ASession, Quali,
        ],
        &[(Group, 30), (HowMany, 10), (Race, 3), (Series, 3), (Season, 3), (This, 2), (ASeason, 5), (Weekend, 2)],
        facts::classes),
    strict("driver",
        &[&[ADriver]],
        &[TwoDrivers, Win, Gap, Behind, Ahead, HowFar, Points, Pole, When, HowMany, Lead, Predict, Versus, Result],
        &[
            (ADriver, 26), (Who, 14), (Drive, 16), (Car, 12), (ACar, 10), (Team, 20), (From, 20), (Where, 8),
            (Driver, 8), (ASeason, 10), (AClass, 4), (Season, 2), (Entry, 4), (Model, 5), (Now, 2), (This, 2),
            (ASeries, 10), (Series, 2), (Number, 2), (Preview, 5), (Last, 2), (Table, 4), (Polar, -4), (Explain, 3),
            (HowLong, -10), (Round, 1),
        ],
        fill::driver),
    strict("team",
        &[&[ATeam]],
        &[ADriver, Win, Gap, Behind, Ahead, Points, When, Lead, Table, Predict, HowFar],
        &[
            (ATeam, 30), (Who, 10), (Drive, 14), (Car, 8), (Team, 8), (Driver, 12), (ASeason, 10), (Entry, 10),
            (HowMany, 6), (AClass, 3), (Where, 3), (Now, 2), (This, 2), (ASeries, 10), (From, 3), (Any, 2),
            (Number, 2), (Result, 4), (Season, 2), (Weekend, 2),
        ],
        fill::team),
    lenient("from",
        &[&[From]],
        &[
            Points, Win, When, Women, Lead, Gap, Between, Result, Source, Schedule, Start, Worth, Explain, HowFar,
            TwoDrivers,
        ],
        &[
            (From, 36), (Who, 12), (Any, 8), (ADriver, 14), (Driver, 8), (Polar, 6), (ATrack, 14), (AZone, 14),
            (Where, -16), (Entry, 6), (HowMany, 8), (This, 2), (Race, 2), (ADay, -5), (Weekend, 2), (Series, 2),
        ],
        facts::from),
    strict("rookies",
        &[&[Rookie]],
        &[Points, Win, When, Gap, Lead],
        &[
            (Rookie, 45), (ADriver, 15), (Who, 10), (Any, 8), (Driver, 8), (AClass, 3), (Season, 4), (ASeason, 8),
            (Polar, 5), (HowMany, 6), (Weekend, 4), (This, 3), (Champ, 2), (Entry, 6), (Table, 2), (Team, 2),
            (Race, 2),
        ],
        facts::rookies),
    strict("entered",
        &[&[ADriver, ATeam], &[Entry, This, Weekend, ATrack, Race], &[Polar, Entry, Any]],
        &[
            Win, Points, Lead, Gap, Behind, Ahead, Result, Who, Drive, When, Pole, Rookie, From, Can, Take, Podium,
            Both, Ever, Title, TwoDrivers, Sweep, Where, Team,
        ],
        &[
            (ADriver, 22), (ATeam, 22), (Entry, 30), (This, 10), (Polar, 15), (Weekend, 10), (ATrack, 12), (Race, 8),
            (ASeason, 8), (Now, 3), (ASeries, 10), (AClass, 4), (Season, 3), (Series, 3), (Next, 3), (Will, 3),
            (ADay, 3),
        ],
        facts::entered),
    strict("entries",
        &[&[Entry, Car, Driver, Team, HowMany], &[Entry, HowMany, Who, Any, AClass, ATrack, Weekend]],
        &[
            ADriver, ATeam, APlace, Win, Points, Lead, Gap, When, Pole, Women, From, Rookie, Result, Predict, HowLong,
            Worth,
            Round, Model, Remaining, Turn, Together, Champ, Margin, Podium, Table, Title, Close, Drop, Behind, Ahead,
            OtherSeries, ACar,
        ],
        &[
            (Entry, 38), (HowMany, 14), (Car, 20), (Driver, 18), (Team, 14), (AClass, 10), (ATrack, 12), (Weekend, 8),
            (Who, 10), (ASeason, 10), (This, 6), (Race, 4), (Any, 4), (ASeries, 10), (Season, 4), (Drive, 4),
            (Polar, 1), (Now, 2), (Series, 3), (Biggest, 5), (Number, -5),
        ],
        fill::entries),
    strict("model",
        &[&[Model, Car], &[Model, Drive]],
        &[ADriver, ACar, Who, ATeam, HowMany, Win],
        &[
            (Model, 40), (Car, 12), (Drive, 20), (Race, 4), (Series, 5), (Driver, 3), (ASeries, 8), (Any, 3),
            (This, 2), (Entry, 4), (AClass, 3),
        ],
        facts::model),
    lenient("women",
        &[&[Women], &[Women, Who, Any]],
        &[],
        &[
            (Women, 40), (Any, 5), (Entry, 6), (Driver, 6), (Who, 5), (Race, 2), (Polar, 2), (HowMany, 5),
            (Season, 2), (Series, 3), (This, 2), (AClass, 2), (Drive, 3), (Weekend, 2),
        ],
        facts::women),
    // Circuits and weekends.
    strict("track",
        &[&[Track, Turn, Record, ATrack], &[Track, Turn, Record, HowLong, Where, HowFar, HowMany, ATrack]],
        &[
            Win, When, ADriver, Result, Points, Lead, Pole, Quali, Practice, Schedule, Entry, Podium, ADay, Until,
            Table, Margin, Car, Sweep, AClass, Round,
        ],
        &[
            (Track, 26), (Turn, 42), (Record, 36), (HowLong, 20), (ATrack, 22), (Where, 16), (HowMany, 10), (This, 4),
            (Fastest, 14), (HowFar, 8), (Weekend, 3), (Next, 5), (Preview, 3), (Last, 2), (Who, 2), (Series, 2),
            (Polar, 1), (Race, 2), (Now, 2), (Number, 2), (Biggest, 3), (ASeason, -6), (Ever, 1),
        ],
        fill::track),
    strict("preview",
        &[&[Preview, ATrack, Weekend]],
        &[
            Win, Result, Points, Lead, When, HowLong, Turn, ADriver, Track, Entry, HowMany, Quali, Race, Round,
            Schedule, ADay, Weather, Ticket,
        ],
        &[
            (Preview, 40), (ATrack, 18), (Weekend, 12), (This, 5), (Next, 5), (ASeason, 8), (Series, 2), (ASeries, 8),
            (Any, 1), (Last, 2),
        ],
        fill::preview),
];
