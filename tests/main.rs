//! Integration tests: one binary, one module a topic.

#![expect(
    clippy::too_many_lines,
    clippy::cognitive_complexity,
    reason = "a test tells its story in one piece"
)]

#[cfg(test)]
mod announcing;
#[cfg(test)]
mod bot;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod change;
#[cfg(test)]
mod channels;
#[cfg(test)]
mod checks;
#[cfg(test)]
mod circles;
#[cfg(test)]
mod completion;
#[cfg(test)]
mod configuration;
#[cfg(test)]
mod connection;
#[cfg(test)]
mod deaf;
#[cfg(test)]
mod declared;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod export;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod health;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod import;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod load;
#[cfg(test)]
mod loopback;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod names;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod registration;
#[cfg(test)]
mod reminders;
#[cfg(test)]
mod replies;
#[cfg(test)]
mod responses;
#[cfg(test)]
mod scoring;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod store;
#[cfg(test)]
mod style;
#[cfg(test)]
mod support;
#[cfg(test)]
mod terminal;
