//! Headlines of yes or no about a time of day.

use chrono::Timelike;

use super::verdict;
use crate::answer::TimetableSession;
use crate::domain::Start;
use crate::schedule::LocalTime;

/// Yes or no about sessions in the dark: one starts at seven in the evening or later, or before six, by the clock of the track.
pub(super) fn at_night(sessions: &[&TimetableSession], text: &str) -> String {
    let clocks: Vec<&LocalTime> = sessions.iter().filter_map(|one| one.track.as_ref()).collect();
    if clocks.is_empty() {
        return format!("Not known: {text}");
    }
    verdict(clocks.iter().any(|clock| !(6..19).contains(&clock.time.hour())), text)
}

/// Yes or no about a time of day, by any of the clocks that are told.
pub(super) fn at(time: u16, sessions: &[&TimetableSession], text: &str) -> String {
    let shows = |clock: &LocalTime| clock.time.hour() * 100 + clock.time.minute() == u32::from(time);
    let known = |one: &&&TimetableSession| matches!(one.start, Start::At(_));
    if sessions.iter().filter(known).count() == 0 {
        return format!("Not known: {text}");
    }
    let starts = sessions.iter().any(|one| {
        let elsewhere = one.elsewhere.as_ref().map(|(_, clock)| clock);
        match elsewhere {
            Some(clock) => shows(clock),
            None => one.track.iter().chain(&one.reference).any(shows),
        }
    });
    verdict(starts, text)
}
