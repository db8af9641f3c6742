//! Lead times: whole minutes before a session, written `15m`, `1h`, `1d`.

use std::fmt;
use std::str::FromStr;

use chrono::TimeDelta;
use serde::Serialize;

use crate::domain::clip;
use crate::lookup::{Quantity, quantities};

/// The time between a reminder and its session: whole minutes, at most two weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct LeadTime(u16);

/// The reason a text is no [`LeadTime`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum LeadTimeError {
    /// It is no duration.
    #[error("'{0}' is not a time before a session: write minutes, hours or days, such as 15m, 1h or 1d")]
    Unreadable(String),
    /// It is more than two weeks.
    #[error("'{0}' is longer than two weeks: write at most 14d")]
    TooLong(String),
    /// There are too many.
    #[error("{0} times before a session are too many: write at most 5")]
    TooMany(usize),
}

/// Maximum number of lead times of a subscription.
const MOST: usize = 5;

/// Maximum lead time: two weeks, in minutes.
const LONGEST: u16 = 14 * 24 * 60;

impl LeadTime {
    /// The default lead time: 15 minutes.
    pub const USUAL: Self = Self(15);

    /// A lead time from stored minutes, clamped to two weeks.
    pub fn minutes(minutes: i64) -> Self {
        Self(u16::try_from(minutes.clamp(0, LONGEST.into())).unwrap_or(0))
    }

    /// The whole minutes.
    pub fn as_minutes(self) -> i64 {
        self.0.into()
    }

    /// The duration.
    pub fn span(self) -> TimeDelta {
        TimeDelta::minutes(self.0.into())
    }

    /// Parses a list separated by commas or `and`: `1d, 1h 30m and 15m` are three. The longest first, without
    /// duplicates.
    ///
    /// # Errors
    /// If one is no lead time, or if there are too many.
    pub fn list(text: &str) -> Result<Vec<Self>, LeadTimeError> {
        let text = text.to_lowercase().replace([',', '+', '&'], " , ");
        let words = text.split_whitespace().filter(|word| *word != "before");
        let words: Vec<&str> = words.map(|word| if word == "and" { "," } else { word }).collect();
        let mut leads: Vec<Self> = Vec::new();
        for one in words.split(|word| *word == ",") {
            let one = one.join(" ");
            // `1h 30m` is one duration in falling units; `15m 1h` and `60 15` are two.
            match written(&one)?.as_slice() {
                [long, short] if long.unit > 1 && short.minutes < 60 => {
                    leads.push(Self::within(long.minutes.saturating_add(short.minutes), &one)?);
                }
                several => {
                    for each in several {
                        leads.push(Self::within(each.minutes, &one)?);
                    }
                }
            }
        }
        leads.sort_unstable_by(|one, other| other.cmp(one));
        leads.dedup();
        if leads.len() > MOST {
            return Err(LeadTimeError::TooMany(leads.len()));
        }
        Ok(leads)
    }

    /// The lead time of so many minutes, which a text says.
    fn within(minutes: u64, text: &str) -> Result<Self, LeadTimeError> {
        let short = u16::try_from(minutes).ok().filter(|minutes| *minutes <= LONGEST);
        short.map(Self).ok_or_else(|| LeadTimeError::TooLong(clip(text, 40)))
    }
}

/// The quantities of a text, at least one.
fn written(text: &str) -> Result<Vec<Quantity>, LeadTimeError> {
    let all = quantities(text).filter(|all| !all.is_empty());
    all.ok_or_else(|| LeadTimeError::Unreadable(clip(text, 40)))
}

impl FromStr for LeadTime {
    type Err = LeadTimeError;

    fn from_str(text: &str) -> Result<Self, LeadTimeError> {
        match written(text)?.as_slice() {
            [one] => Self::within(one.minutes, text),
            _ => Err(LeadTimeError::Unreadable(clip(text, 40))),
        }
    }
}

impl fmt::Display for LeadTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => write!(f, "0m"),
            minutes if minutes % (24 * 60) == 0 => write!(f, "{}d", minutes / (24 * 60)),
            minutes if minutes % 60 == 0 => write!(f, "{}h", minutes / 60),
            minutes => write!(f, "{minutes}m"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_people_write_it() {
        let read = |text: &str| {
            LeadTime::list(text).map(|leads| leads.iter().map(LeadTime::to_string).collect::<Vec<_>>().join(" "))
        };
        for (text, leads) in [
            ("15m", "15m"),
            ("15", "15m"),
            ("15 min", "15m"),
            ("1h,15m", "1h 15m"),
            ("15m and 1 hour before", "1h 15m"),
            ("90 minutes", "90m"),
            ("120m 2h", "2h"),
            ("1 day, 60 5", "1d 1h 5m"),
            ("1h 30m", "90m"),
            ("1h30", "90m"),
            ("1 hour 30 min, 5m", "90m 5m"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(leads), "{text}");
        }
        for text in ["", "soon", "-5m", "1.5h", "15 parsecs", "99999999999999999999m"] {
            assert!(matches!(read(text), Err(LeadTimeError::Unreadable(_))), "{text}");
        }
        assert_eq!(read("15d"), Err(LeadTimeError::TooLong("15d".to_owned())));
    }
}
