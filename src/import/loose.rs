//! Values of JSON whose authors take texts and numbers for the same.

use serde::Deserialize;

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
}
