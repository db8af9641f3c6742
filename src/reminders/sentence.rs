//! Sentence of a reminder: split into its subject and its lead times.

use crate::lookup::{fillers, unit_minutes};

/// Splits a sentence into its subject and its lead times.
pub fn split_request(text: &str) -> (String, Option<String>) {
    let text = text.to_lowercase();
    // A mention of the bot is no part of the request.
    let words: Vec<&str> = text.split_whitespace().filter(|word| !word.starts_with("<@")).collect();
    let unit = |word: &str| unit_minutes(word.trim_end_matches(',')).is_some();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_time = |word: &str| {
        let letters = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
        letters.len() < word.len() && unit(letters)
    };
    let (mut leads, mut rest) = (String::new(), Vec::new());
    let mut at = 0;
    // `1 h 30 min` is one duration, as long as nothing stands between.
    let mut joined = false;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).copied().unwrap_or_default();
        // "an hour before"
        let (time, length) = if (is_number(word) || ["a", "an", "one"].contains(word)) && unit(next) {
            (format!("{}{next}", if is_number(word) { *word } else { "1" }), 2)
        } else if is_time(word) {
            ((*word).to_owned(), 1)
        } else {
            rest.push(*word);
            (String::new(), 1)
        };
        at += length;
        if !time.is_empty() {
            if !leads.is_empty() {
                leads.push_str(if joined { " " } else { "," });
            }
            leads.push_str(time.trim_end_matches(','));
        }
        joined = !time.is_empty() && !time.ends_with(',');
    }
    // Words between two durations are no part of the subject.
    while rest
        .first()
        .is_some_and(|word| fillers().reminder.contains(*word) || *word == "and")
    {
        rest.remove(0);
    }
    (rest.join(" "), Some(leads).filter(|leads| !leads.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_split_into_what_and_how_long_before() {
        for (text, what, leads) in [
            ("remind me 15 min before race 1", "race 1", "15min"),
            ("remind me an hour and 15m before quali", "quali", "1hour,15m"),
            ("ping me 1h before every race at the glen", "race at the glen", "1h"),
            ("race 1", "race 1", ""),
            ("<@11> remind me 15 min before race 1", "race 1", "15min"),
            ("remind me 1 hour 30 min before race 2", "race 2", "1hour 30min"),
            ("remind me 1 hour, 30 min before race 2", "race 2", "1hour,30min"),
            ("quali and race 2 hours before", "quali and race before", "2hours"),
        ] {
            assert_eq!(
                split_request(text),
                (
                    what.to_owned(),
                    Some(leads.to_owned()).filter(|leads| !leads.is_empty())
                ),
                "{text}"
            );
        }
    }
}
