//! Intent rules for standings and scoring: leaders, gaps, points for a place.

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
    // Tables.
    strict("standings",
        &[&[Table, Champ, AClass, Points]],
        &[
            Win, Pole, HowMany, HowFar, When, Worth, Drop, Rules, Eligible, APlace, Close, Biggest, ADriver, ATeam,
            Gap, Entry, Turn, Versus, Halfway, Title, Clinch, Schedule, ADay, Together, Quali, Practice, Lead,
        ],
        &[
            (Table, 40), (Champ, 15), (AClass, 22), (Points, 20), (Team, 15), (After, 8), (ATrack, 4), (ASeason, 12),
            (Now, 5), (Driver, 5), (Race, 3), (Season, 5), (Place, 6), (Last, 3), (ARound, 10), (Round, 5),
            (ASeries, 10), (Top, 16), (Who, 2), (Where, 4), (Result, 8), (Series, 3), (This, 2), (Weekend, 2),
            (Both, 3), (Any, 3), (Before, 4), (Lead, 5),
        ],
        fill::standings),
    strict("leaders",
        &[&[Lead, Win, Title], &[Lead, Champ, Title]],
        &[
            ADriver, Gap, Pole, Biggest, Close, HowFar, HowMany, Take, Lose, Stay, If, Worth, Will, Predict, Need, Can,
            Most,
            Clinch, Podium, ATeam,
        ],
        &[
            (Lead, 40), (Who, 10), (Champ, 15), (AClass, 15), (Points, 12), (Now, 8), (Team, 15), (ASeason, 12),
            (After, 8), (ATrack, 5), (Win, 20), (Title, 15), (Season, 5), (ARound, 10), (Round, 5), (Table, 12),
            (ASeries, 10), (Driver, 5), (Series, 3), (This, 2), (Weekend, 2), (Both, 2), (Any, 3), (Race, 2),
            (Place, 3), (APlace, 4), (Top, 3), (Entry, 0), (Last, 3), (Before, 4),
        ],
        fill::leaders),
    strict("gap",
        &[
            &[
                Gap, Behind, Ahead, Between, HowFar, HowMany, Versus, Lead, Points, APlace, Place, Table, TwoDrivers,
                Where,
            ],
            &[ADriver, ATeam, APlace, Gap, Behind, Ahead, Lead, Between],
        ],
        &[
            Worth, Win, Pole, Fastest, Biggest, Close, Rules, Drop, When, Turn, Podium, Take, Lose, If, Clinch,
            Predict, Result, ASession, Drive, Rookie, Quali, Practice, Schedule, Need,
        ],
        &[
            (Gap, 40), (Behind, 28), (Ahead, 28), (Between, 22), (HowFar, 20), (HowMany, 10), (Points, 17),
            (Lead, 22), (ADriver, 22), (TwoDrivers, 6), (ATeam, 20), (APlace, 22), (TwoPlaces, 8), (AClass, 12),
            (Versus, 25), (Table, 14), (Place, 18), (Now, 4), (Who, 2), (Where, 8), (Champ, 8), (After, 4),
            (ASeason, 8), (ARound, 8), (ASeries, 10), (Driver, 3), (Season, 4), (Race, 1), (Team, 6), (Car, 2),
            (Top, 8), (Title, 5), (Series, 2), (Round, 2), (This, 2), (Weekend, 2), (Stay, 2), (Margin, 20),
            (ATrack, 2), (Entry, 0),
        ],
        fill::gap),
    strict("closest",
        &[&[Close, Biggest], &[Group, AClass, Lead, Champ, Table, Gap, Points, Title, Race, Ahead, Who, Behind]],
        &[ADriver, Win, Track, Turn, Weather, APlace, TwoDrivers],
        &[
            (Close, 40), (Group, 12), (Biggest, 40), (Lead, 25), (Champ, 15), (Table, 15), (Gap, 25), (Points, 15),
            (Title, 15),
            (Race, 5), (AClass, 5), (Now, 3), (Ahead, 10), (Who, 4), (ASeason, 8), (Season, 4), (Any, 3),
            (Behind, 10), (Margin, 15), (Series, 2),
        ],
        facts::leads),
    // Outlook: possible results.
    strict("title",
        &[&[Title, Clinch, Champ], &[Title, Clinch, Can, Win]],
        &[
            Will, Predict, Lose, Take, Gap, Biggest, Close, Table, HowFar, Points, Schedule, When, Rules, Eligible,
            Most,
            ATeam, Quali, Entry,
        ],
        &[
            (Title, 38), (Clinch, 45), (Can, 14), (Who, 8), (Win, 22), (AClass, 12), (Champ, 25), (Any, 4),
            (Weekend, 3),
            (ATrack, 3), (ASeason, 12), (ADriver, 10), (Remaining, 3), (Now, 2), (This, 2), (Race, 2), (Team, 15),
            (ASeries, 10), (Season, 3), (Series, 2), (Polar, 2), (Driver, 3), (If, 2), (Lead, 3), (Last, 3), (Round, 2),
            (Next, 2), (Need, 5), (Result, 0),
        ],
        fill::title),
    strict("lead",
        &[&[Lose, Take, Need, Can, If, Will], &[Lead, Ahead, Stay, Behind, TwoDrivers]],
        &[Predict, Table, Rules, HowLong, Schedule, Worth, Clinch, Title, Podium, Entry, Drop],
        &[
            (Lead, 32), (Can, 16), (Lose, 26), (Take, 26), (Stay, 26), (Need, 26), (If, 16), (Ahead, 20), (Behind, 14),
            (ADriver, 20), (ATeam, 18), (AClass, 12), (Champ, 8), (Who, 8), (Any, 4), (Weekend, 3), (ATrack, 3),
            (After, 3), (ASession, 3), (Win, 6), (Pole, 6), (Fastest, 6), (Points, 6), (Race, 2), (This, 2), (Next, 3),
            (Now, 2), (Round, 2), (Polar, 2), (APlace, 4), (HowMany, 4), (TwoDrivers, 0), (ASeries, 10), (Result, 0),
            (Before, 2), (ADay, 2), (Team, 8), (Will, 4), (Both, 3), (Driver, 2), (Quali, 2), (Series, 2),
        ],
        fill::lead),
    strict("needs",
        &[&[Need, Stay], &[ADriver, ATeam]],
        &[Predict, Table, Rules, HowLong, Schedule, Worth, Clinch, Title, Podium, Entry, Drop, ASession, Win, Quali],
        &[
            (Need, 30), (Stay, 30), (ADriver, 20), (ATeam, 18), (AClass, 8), (Weekend, 3), (ATrack, 3), (Points, 6),
            (HowMany, 4), (Polar, 2), (This, 2), (Can, 3),
        ],
        fill::lead),
    strict("explain",
        &[&[Explain], &[ADriver, ATeam, APlace]],
        &[Will, Predict, Gap, Win, When, TwoDrivers, Lose, Take, Stay, Need, If],
        &[
            (Explain, 40), (Points, 20), (ADriver, 22), (ATeam, 20), (APlace, 18), (AClass, 8), (ASeason, 10),
            (After, 5),
            (ATrack, 4), (ARound, 8), (Where, 8), (Place, 4), (Table, 4), (ASeries, 10), (HowMany, 3), (Season, 3),
            (Series, 2), (Round, 2), (Race, 2), (This, 2), (From, 3),
        ],
        fill::explain),
    // Rules.
    strict("worth",
        &[&[Worth, Points, HowMany], &[APlace, Pole, Fastest, Win]],
        &[ADriver, ATeam, Table, Gap, Between, TwoPlaces, ATrack, Behind, Ahead, When],
        &[
            (Worth, 30), (Points, 20), (HowMany, 12), (APlace, 22), (Pole, 22), (Fastest, 22), (Win, 20), (AClass, 8),
            (ASeason, 8), (Place, 8), (Race, 6), (Rules, 5), (Champ, 3), (Quali, 5), (Top, 3), (Who, 0), (Driver, 2),
            (ASeries, 10), (Any, 2), (Result, 8), (Round, 2), (Lead, 0),
        ],
        facts::worth),
    strict("points",
        &[&[Rules, Drop, Eligible, Worth, Explain, Track], &[Rules, Drop, Eligible, Points, AClass, Pole, Fastest]],
        &[ADriver, ATeam, When, Weather],
        &[
            (Rules, 30), (Drop, 40), (Eligible, 40), (Points, 20), (Pole, 12), (Fastest, 12), (AClass, 12),
            (Champ, 8), (ASeason, 10), (HowMany, 5), (Explain, 20), (Worth, 20), (Round, 3), (Race, 3), (Track, 15),
            (Both, 3), (Who, 4), (Result, 5), (Win, 5), (ASeries, 10), (Team, 10), (Season, 3), (Quali, 3), (Any, 3),
            (Table, 8), (Can, 2), (Series, 3), (Driver, 2), (ATrack, 3), (Entry, 3),
        ],
        fill::points),
];
