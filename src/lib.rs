//! raceweek
