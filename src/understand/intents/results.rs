//! Intent rules for results: winners, counts, margins.

#![cfg_attr(
    not(test),
    expect(
        clippy::enum_glob_use,
        reason = "a table is read more easily without the name of the enum in every row"
    )
)]

use super::rule::{IntentRule, strict};
use crate::understand::fill_facts as facts;
use crate::understand::fill_results;
use crate::understand::tags::Tag::*;

/// The rules.
#[rustfmt::skip]
pub(super) const INTENTS: &[IntentRule] = &[
    strict("winners",
        &[&[Win]],
        &[
            Most, Can, ADriver, ATeam, HowMany, Quali, Practice, Margin, Worth, Champ, Sweep, Both, Will, Predict,
            Title, Rookie,
            Biggest, If, Before,
        ],
        &[
            (Win, 40), (Who, 10), (ATrack, 15), (ASession, 15), (Race, 6), (AClass, 12), (ASeason, 12), (Last, 8),
            (Weekend, 6), (ADay, 10), (ARound, 12), (Round, 6), (Season, 5), (Driver, 4), (Team, 3), (ASeries, 10),
            (This, 2), (Any, 3), (Result, 5), (Lead, 2), (Entry, 2), (Series, 3), (Ever, 3), (Car, 1), (Next, -20),
            (Now, 1), (Track, 3), (Podium, 5),
        ],
        fill_results::winners),
    strict("results",
        &[
            &[Result, Podium, Top, Pole, Fastest, APlace, Win],
            &[Result, Podium, Top, Pole, Fastest, Quali, Race, Practice, ASession, ATrack, Win],
        ],
        &[
            Can, Most, ADriver, ATeam, HowMany, Worth, Will, Predict, Lead, Gap, When, HowLong, Until, Points, Champ,
            Schedule,
            Sweep, Both, Drive, Table, Rules, From, Entry, Together, Women, Margin, Start, Before,
        ],
        &[
            (Result, 35), (Podium, 35), (Top, 12), (Pole, 30), (Fastest, 30), (APlace, 18), (Win, 15), (ATrack, 15),
            (ASession, 15), (Race, 8), (Quali, 18), (Practice, 12), (AClass, 12), (ASeason, 12), (Last, 10),
            (Weekend, 8), (ADay, 10), (ARound, 12), (Round, 6), (Who, 5), (Season, 2), (Driver, 3), (ASeries, 10),
            (This, 2), (Record, -20), (Any, 3), (Place, 6), (Session, 5), (Series, 2), (Number, 0), (Where, -5),
            (Now, 2),
        ],
        fill_results::results),
    strict("most",
        &[&[Most], &[Win, Podium, Pole, Fastest]],
        &[ADriver, ATeam, Gap],
        &[
            (Most, 40), (Win, 25), (Podium, 25), (Pole, 25), (Fastest, 25), (Who, 8), (Driver, 5), (Team, 5),
            (AClass, 8),
            (ASeason, 10), (Season, 4), (Race, 4), (This, 2), (Any, 2), (Now, 2), (HowMany, 4), (Result, 0),
        ],
        facts::most),
    strict("feats",
        &[&[Win, Podium, Pole, Fastest, Sweep], &[ADriver, ATeam]],
        &[Margin, Worth, Will, Predict, Title, If, Can, Champ, Versus],
        &[
            (Win, 32), (Podium, 32), (Pole, 32), (Fastest, 32), (Sweep, 34), (Both, 12), (HowMany, 20), (Ever, 20),
            (Before, 4), (Since, 4),
            (ADriver, 20), (ATeam, 20), (ATrack, 12), (ASeason, 12), (ASession, 12), (Race, 6), (Polar, 12), (Any, 4),
            (Last, 4), (This, 2), (Season, 4), (Weekend, 4), (AClass, 4), (Round, 4), (ARound, 10), (Now, 3),
            (Series, 3), (When, 4), (Where, 6), (Top, 2), (ADay, 6), (Who, 1), (Car, 1), (Driver, 1), (ASeries, 10),
            (Quali, 4), (Next, -20), (Result, 3), (Start, 3), (Place, 3),
        ],
        facts::feats),
    strict("sweeps",
        &[&[Sweep, Both], &[Sweep, Win]],
        &[ADriver, ATeam, HowMany],
        &[
            (Sweep, 45), (Both, 20), (Win, 25), (Who, 10), (Any, 6), (ATrack, 15), (ASeason, 12), (Race, 8),
            (AClass, 10), (Last, 8), (Weekend, 8), (Season, 3), (This, 2), (Driver, 3), (Series, 2),
        ],
        facts::sweeps),
    strict("margin",
        &[&[Margin], &[Win, HowMany, HowFar, ADriver, Race, ASession, ATrack]],
        &[Points, Lead, Worth, Champ, Table, Ahead, TwoPlaces],
        &[
            (Margin, 40), (Win, 22), (HowMany, 10), (HowFar, 10), (ADriver, 12), (ATrack, 12), (ASession, 12),
            (Race, 8), (ASeason, 10), (AClass, 6), (Last, 6), (Close, 5), (Who, 2), (Weekend, 3), (Polar, 2),
        ],
        facts::margin),
    strict("finish",
        &[
            &[Result, APlace, Race, ASession, Place, Quali], &[ADriver, ATeam],
            &[Result, ATrack, ASession, Last, ADay, ASeason, Quali],
        ],
        &[
            Points, Gap, Lead, Behind, Ahead, Worth, Win, When, Will, Pole, Podium, Drive, HowFar, HowMany, Entry,
            Table, Can,
        ],
        &[
            (Result, 34), (ADriver, 20), (ATeam, 18), (ATrack, 15), (ASession, 15), (Race, 6), (Quali, 12), (Last, 8),
            (Weekend, 5), (ASeason, 12), (Where, 6), (APlace, 6), (Place, 10), (This, 2), (ADay, 10), (Polar, 2),
            (Who, 1), (Round, 3), (ARound, 10), (Season, 3), (ASeries, 10), (Top, 4),
        ],
        facts::finish),
];
