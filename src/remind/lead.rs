//! How long before a session somebody wants to hear of it: whole minutes, `15m`, `1h`, `1d`.

use std::fmt;
use std::str::FromStr;

use chrono::TimeDelta;

/// A time before a session: whole minutes, at most two weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Lead(u16);

/// Why a text is no [`Lead`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LeadError {
    /// It is no time at all.
    #[error("'{0}' is not a time before a session: write minutes, hours or days, such as 15m, 1h or 1d")]
    Unreadable(String),
    /// It is more than two weeks.
    #[error("'{0}' is longer than two weeks: write at most 14d")]
    TooLong(String),
}

/// Two weeks, in minutes.
const LONGEST: u64 = 14 * 24 * 60;

impl Lead {
    /// So many minutes, as a store keeps them; more than two weeks are two weeks.
    pub fn minutes(minutes: i64) -> Self {
        Self(u16::try_from(minutes.clamp(0, 14 * 24 * 60)).unwrap_or(0))
    }

    /// The minutes.
    pub fn as_minutes(self) -> i64 {
        self.0.into()
    }

    /// As a span of time.
    pub fn span(self) -> TimeDelta {
        TimeDelta::minutes(self.0.into())
    }

    /// Reads several, with commas, blanks or `and` between them; in order, and each once.
    ///
    /// # Errors
    /// What is wrong with the first that is none.
    pub fn list(text: &str) -> Result<Vec<Self>, LeadError> {
        let text = text.to_lowercase();
        let mut leads: Vec<Self> = Vec::new();
        let mut number = String::new();
        for word in text
            .split([',', ' ', '+', '&'])
            .filter(|word| !word.is_empty() && *word != "and" && *word != "before")
        {
            // A number and its unit may stand apart: `15 min`.
            if word.bytes().all(|byte| byte.is_ascii_digit()) && number.is_empty() {
                word.clone_into(&mut number);
                continue;
            }
            let whole = if word.starts_with(|letter: char| letter.is_ascii_digit()) && !number.is_empty() {
                leads.push(std::mem::take(&mut number).parse()?);
                word.to_owned()
            } else {
                std::mem::take(&mut number) + word
            };
            leads.push(whole.parse()?);
        }
        if !number.is_empty() {
            leads.push(number.parse()?);
        }
        if leads.is_empty() {
            return Err(LeadError::Unreadable(text.chars().take(40).collect()));
        }
        leads.sort_unstable_by(|one, other| other.cmp(one));
        leads.dedup();
        Ok(leads)
    }
}

impl FromStr for Lead {
    type Err = LeadError;

    fn from_str(text: &str) -> Result<Self, LeadError> {
        let short: String = text.chars().take(40).collect();
        let unreadable = || LeadError::Unreadable(short.clone());
        let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (number, unit) = text.split_at_checked(digits).ok_or_else(unreadable)?;
        let number: u64 = number.parse().map_err(|_| unreadable())?;
        let each: u64 = match unit {
            "" | "m" | "min" | "mins" | "minute" | "minutes" => 1,
            "h" | "hr" | "hrs" | "hour" | "hours" => 60,
            "d" | "day" | "days" => 24 * 60,
            "w" | "week" | "weeks" => 7 * 24 * 60,
            _ => return Err(unreadable()),
        };
        let minutes = number.checked_mul(each).filter(|minutes| *minutes <= LONGEST);
        let minutes = minutes.and_then(|minutes| u16::try_from(minutes).ok());
        minutes.map(Self).ok_or(LeadError::TooLong(short))
    }
}

impl fmt::Display for Lead {
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
        let read =
            |text: &str| Lead::list(text).map(|leads| leads.iter().map(Lead::to_string).collect::<Vec<_>>().join(" "));
        for (text, leads) in [
            ("15m", "15m"),
            ("15", "15m"),
            ("15 min", "15m"),
            ("1h,15m", "1h 15m"),
            ("15m and 1 hour before", "1h 15m"),
            ("90 minutes", "90m"),
            ("120m 2h", "2h"),
            ("1 day, 60 5", "1d 1h 5m"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(leads), "{text}");
        }
        for text in ["", "soon", "-5m", "1.5h", "15 parsecs", "99999999999999999999m"] {
            assert!(matches!(read(text), Err(LeadError::Unreadable(_))), "{text}");
        }
        assert_eq!(read("15d"), Err(LeadError::TooLong("15d".to_owned())));
    }
}
