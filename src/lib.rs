//! raceweek
pub mod dataset;
pub mod domain;
pub mod schedule;
pub mod scoring;
