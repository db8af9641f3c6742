//! raceweek
pub mod dataset;
pub mod domain;
