//! Tracks: place, clock, size, records, weekends.

use insta::assert_snapshot;

use crate::support::ask::{BEFORE_THE_GLEN, ask};

#[test]
fn the_track_of_the_weekend_at_hand() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "track"), @"
    Watkins Glen International is in Watkins Glen, New York; one lap is 3.4 miles.
    Watkins Glen International
    Watkins Glen, New York, United States
    3.4 miles (5.472 km) · 11 turns
    Race lap record (PCCNA): 1:47.151, Kay van Berlo, 2022
    Track clock: Thu 20 Jun 8:00 AM EDT (America/New_York)

    Weekends in the packs
    PCCNA 2024: 20–22 Jun 2024
    PCCNA 2023: 22–25 Jun 2023
    Porsche one-make racing at the Glen: Watkins Glen has held two rounds in every season since the series began in 2021. The GT3 Cup Challenge before it ran its 100th race here in 2013.
    Legacy Track: Watkins Glen is one of five circuits of 2024 that were already on the calendar of the first season, 2021; the others are Sebring, Road America, Indianapolis and Road Atlanta.
    ");
}

#[test]
fn another_track_by_its_nickname() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "track indy"), @"
    Indianapolis Motor Speedway road course is in Speedway, Indiana; one lap is 2.439 miles.
    Indianapolis Motor Speedway road course
    Speedway, Indiana, United States
    2.439 miles (3.925 km) · 14 turns
    Race lap record (PCCNA): 1:24.953, Riley Dickinson, 2023
    Track clock: Thu 20 Jun 8:00 AM EDT (America/Indiana/Indianapolis)

    Weekends in the packs
    PCCNA 2024: 19–21 Sep 2024
    PCCNA 2023: 15–17 Sep 2023
    The length is also printed as 2.49 miles.
    ");
}

#[test]
fn a_record_of_the_year_is_known_after_its_weekend() {
    assert_snapshot!(ask("2023-05-01T00:00:00Z", "track indy"), @"
    Indianapolis Motor Speedway road course is in Speedway, Indiana; one lap is 2.439 miles.
    Indianapolis Motor Speedway road course
    Speedway, Indiana, United States
    2.439 miles (3.925 km) · 14 turns
    Lap record: not known.
    Track clock: Sun 30 Apr 8:00 PM EDT (America/Indiana/Indianapolis)

    Weekends in the packs
    PCCNA 2023: 15–17 Sep 2023
    The length is also printed as 2.49 miles.
    ");
}

#[test]
fn a_track_of_which_little_is_known() {
    assert_snapshot!(ask("2026-05-01T00:00:00Z", "track fuji"), @"
    Fuji Speedway is in Oyama, Shizuoka; its length is not known.
    Fuji Speedway
    Oyama, Shizuoka, Japan
    Length not known · number of turns not known
    Lap record: not known.
    Track clock: Fri 1 May 9:00 AM JST (Asia/Tokyo)

    Weekends in the packs
    PCCA 2026: 9–10 May 2026
    ");
}
