//! raceweek
pub mod answer;
pub mod cli;
pub mod clock;
pub mod dataset;
pub mod domain;
pub mod output;
pub mod question;
pub mod schedule;
pub mod scoring;
pub mod view;
