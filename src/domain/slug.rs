//! Slugs, which are ids, and car numbers: validated text.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::clip;

/// An id that people can read and type: lower-case letters and digits, in words joined by single hyphens.
///
/// ```
/// use raceweek::domain::Slug;
/// assert!("watkins-glen".parse::<Slug>().is_ok());
/// assert!("Watkins Glen".parse::<Slug>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

/// The error for a text that is not a [`Slug`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not an id: write lower-case letters and digits in words joined by single hyphens, at most 60 in all")]
pub struct SlugError(String);

impl Slug {
    /// The id's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if text.len() <= 60 && text.split('-').all(word) {
            Ok(Self(text.into()))
        } else {
            Err(SlugError(clip(text, 80)))
        }
    }
}

impl AsRef<Self> for Slug {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Slug {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl PartialEq<&str> for Slug {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Slug {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Slug".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60 })
    }
}

/// The number on a car's door: text, because `007` is not `7`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CarNumber(Arc<str>);

impl CarNumber {
    /// The number as an id, for a championship that ranks cars.
    pub fn slug(&self) -> Option<Slug> {
        self.0.to_ascii_lowercase().parse().ok()
    }

    /// The number as it is painted.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CarNumber {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        if (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric()) {
            Ok(Self(text.into()))
        } else {
            Err(SlugError(clip(text, 80)))
        }
    }
}

impl fmt::Display for CarNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for CarNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl Serialize for CarNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for CarNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| {
            serde::de::Error::custom(format!(
                "'{text}' is not a car number: write one to four letters or digits, as text"
            ))
        })
    }
}

impl JsonSchema for CarNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CarNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9]{1,4}$" })
    }
}
