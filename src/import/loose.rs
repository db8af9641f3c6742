//! Values of JSON whose authors take texts and numbers for the same.

use serde::Deserialize;

use super::track_time::TrackTime;

/// A text, a number, or nothing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(untagged)]
pub enum Loose {
    /// A text.
    Text(String),
    /// A number.
    Number(serde_json::Number),
    /// `true`, `false`, a list or an object, which are never meant.
    Other(serde::de::IgnoredAny),
    /// `null`, or the key is missing.
    #[default]
    Nothing,
}

impl Loose {
    /// The text without blanks around it; `None` if nothing is left.
    pub fn text(&self) -> Option<String> {
        let text = match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Other(_) | Self::Nothing => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// A whole number that is not negative.
    pub fn count(&self) -> Option<u16> {
        self.text()?.parse().ok()
    }

    /// A place that is counted from 0, as one that is counted from 1.
    pub fn counted_from_zero(&self) -> Option<u16> {
        self.count()?.checked_add(1)
    }

    /// True for a whole number above zero, however large.
    pub fn count_above_zero(&self) -> bool {
        self.large().is_some_and(|count| count > 0)
    }

    /// A time in ten-thousandths of a second; `None` for what is no time, such as -1.
    pub fn ten_thousandths(&self) -> Option<TrackTime> {
        TrackTime::from_ten_thousandths(self.large()?)
    }

    /// A time in milliseconds; `None` for what is no time, such as 0 or 999999999.
    pub fn millis(&self) -> Option<TrackTime> {
        TrackTime::from_millis(self.large()?)
    }

    fn large(&self) -> Option<u64> {
        self.text()?.parse().ok()
    }
}
