//! raceweek
pub mod answer;
pub mod cli;
pub mod clock;
pub mod config;
pub mod dataset;
pub mod discord;
pub mod domain;
pub mod logging;
pub mod output;
pub mod question;
pub mod schedule;
pub mod scoring;
pub mod view;
