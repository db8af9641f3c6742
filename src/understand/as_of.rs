//! Day as of which a question is asked, in words: "as of 1 July 2026".

use chrono::NaiveDate;

use crate::domain::clip;
use crate::lookup::{self, normalised};

/// Maximum number of words before a date.
const LONGEST: usize = 6;

/// A message that asks as of a day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AsOf {
    /// The message without the words of its day.
    pub(super) rest: String,
    /// The words behind "as of".
    pub(super) said: String,
    /// The day; absent where these words name none that is known.
    pub(super) day: Option<NaiveDate>,
}

/// The message with its day; `None` if "as of" is not in it.
pub(super) fn as_of(line: &str, today: NaiveDate) -> Option<AsOf> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let said = |from: usize, count: usize| Some(normalised(&words.get(from..from + count)?.join(" ")));
    let phrase = |at: usize| {
        let is_as_of = |count: &usize| said(at, *count).is_some_and(|words| lookup::is_as_of(&words));
        Some((at, (2..=LONGEST).find(is_as_of)?))
    };
    let (at, count) = (0..words.len()).find_map(phrase)?;
    let behind = at + count;
    let dated = |count| Some((count, lookup::past_date(&said(behind, count)?, today)?));
    let found = (1..=LONGEST).rev().find_map(dated);
    let after = behind + found.map_or(0, |(count, _)| count);
    let others = words.iter().take(at).chain(words.iter().skip(after));
    let others = others.map(|word| if *word == "led" { "leads" } else { word });
    Some(AsOf {
        rest: others.collect::<Vec<_>>().join(" "),
        said: clip(&words.iter().skip(behind).copied().collect::<Vec<_>>().join(" "), 60),
        day: found.map(|(_, day)| day),
    })
}

/// True if words begin like a date: with a number or a month.
pub(super) fn dated(words: &str) -> bool {
    let key = normalised(words);
    let first = key.split(' ').next().unwrap_or_default();
    lookup::month(first).is_some() || first.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(String, Option<String>)> {
        let read = as_of(line, "2026-08-25".parse().unwrap())?;
        Some((read.rest, read.day.map(|day| day.to_string())))
    }

    #[test]
    fn a_date_in_words_is_taken_out_of_the_message() {
        for (line, rest, day) in [
            ("standings as of 1 July 2026", "standings", "2026-07-01"),
            ("as of July 1st, 2026: who leads?", "who leads?", "2026-07-01"),
            (
                "/standings drivers as of 2026-07-01",
                "/standings drivers",
                "2026-07-01",
            ),
            ("who led f1 as of the 5th of july?", "who leads f1", "2026-07-05"),
            ("who led f1 as of 1 december", "who leads f1", "2025-12-01"),
            ("who leads as of yesterday", "who leads", "2026-08-24"),
            ("who leads as of now", "who leads", "2026-08-25"),
            ("points as they stood on sunday", "points", "2026-08-23"),
        ] {
            assert_eq!(read(line), Some((rest.to_owned(), Some(day.to_owned()))), "{line}");
        }
        assert_eq!(read("what of 1 july"), None);
    }

    #[test]
    fn words_that_are_no_date_stay() {
        for (line, rest, is_dated) in [
            ("standings as of round 5", "standings round 5", false),
            ("standings as of 31/02", "standings 31/02", true),
            ("standings as of june", "standings june", true),
        ] {
            let read = as_of(line, "2026-08-25".parse().unwrap()).unwrap();
            assert_eq!(
                (read.rest.as_str(), read.day, dated(&read.said)),
                (rest, None, is_dated),
                "{line}"
            );
        }
    }
}
