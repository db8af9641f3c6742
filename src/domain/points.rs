//! Championship points, exact.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::clip;

/// Parts of one point. Halves, thirds, sevenths, tenths and hundredths of a point are whole numbers of it, so that sums
/// stay exact and cannot overflow: 10,000 rounds of the largest value allowed fit a thousand times over.
const PARTS: i64 = 25_200;

/// The largest number of points that can be written down, either way.
const MOST: i64 = 1_000_000;

/// Championship points, exact: halves, thirds and sevenths occur.
///
/// Read from a JSON number (`12.5`) or text (`"25/2"`); shown as a decimal where two places suffice, else as a fraction.
///
/// ```
/// use raceweek::domain::Points;
/// let half: Points = "25/2".parse().unwrap();
/// assert_eq!((half + half).to_string(), "25");
/// assert_eq!("1/3".parse::<Points>().unwrap().to_string(), "1/3");
/// assert!("1e30".parse::<Points>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(i64);

/// Rounding of a product to whole points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Rounding {
    /// To the nearest, a half upwards.
    Nearest,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

/// The error for a text that is not [`Points`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a number of points: write a whole number, a decimal such as 12.5 or a fraction such as \"1/3\", at most 1000000"
)]
pub struct PointsError(String);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// A whole number of points.
    pub const fn whole(points: i32) -> Self {
        Self(points as i64 * PARTS)
    }

    /// `part` of `whole` as a number, rounded down to a part of a point; nothing for an empty whole.
    pub fn ratio(part: u16, whole: u16) -> Option<Self> {
        (i64::from(part) * PARTS).checked_div(i64::from(whole)).map(Self)
    }

    /// These points times `numerator / denominator`, if that is exact.
    pub fn times(self, numerator: i64, denominator: i64) -> Option<Self> {
        let product = self.0.checked_mul(numerator)?;
        (denominator != 0 && product % denominator == 0).then(|| Self(product / denominator))
    }

    /// The part of these points that a session pays, `share` being a number of ones: half of 25 is 12.5.
    pub fn share(self, share: Self) -> Option<Self> {
        self.times(share.0, PARTS)
    }

    /// The smallest whole number of points that is not below these.
    pub const fn ceil(self) -> i64 {
        -(-self.0).div_euclid(PARTS)
    }

    /// These points rounded to whole ones.
    #[must_use]
    pub const fn rounded(self, how: Rounding) -> Self {
        let whole = match how {
            Rounding::Down => self.floor(),
            Rounding::Up => self.ceil(),
            Rounding::Nearest => Self(self.0.saturating_mul(2).saturating_add(PARTS))
                .0
                .div_euclid(2 * PARTS),
        };
        Self(whole * PARTS)
    }

    /// The largest whole number of points that is not above these.
    pub const fn floor(self) -> i64 {
        self.0.div_euclid(PARTS)
    }

    /// `3/4`, `2`: a fraction rather than a decimal.
    pub fn fraction_text(self) -> String {
        match self.fraction() {
            (numerator, 1) => numerator.to_string(),
            (numerator, denominator) => format!("{numerator}/{denominator}"),
        }
    }

    fn fraction(self) -> (i64, i64) {
        let divisor = gcd(self.0.abs(), PARTS);
        (self.0 / divisor, PARTS / divisor)
    }

    fn from_fraction(numerator: i64, denominator: i64) -> Option<Self> {
        let within = numerator.checked_abs()? <= denominator.checked_mul(MOST)?;
        if denominator <= 0 || !within {
            return None;
        }
        Self(PARTS).times(numerator, denominator)
    }
}

const fn gcd(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl FromStr for Points {
    type Err = PointsError;

    fn from_str(text: &str) -> Result<Self, PointsError> {
        let parsed = if let Some((numerator, denominator)) = text.split_once('/') {
            numerator.trim().parse().ok().zip(denominator.trim().parse().ok())
        } else if let Some((whole, decimals)) = text.split_once('.') {
            let digits = (1..=6).contains(&decimals.len()) && decimals.bytes().all(|b| b.is_ascii_digit());
            let scale = 10_i64.pow(u32::try_from(decimals.len().min(6)).unwrap_or(6));
            digits
                .then(|| format!("{whole}{decimals}").parse().ok().map(|n| (n, scale)))
                .flatten()
        } else {
            text.parse().ok().map(|whole| (whole, 1))
        };
        parsed
            .and_then(|(numerator, denominator)| Self::from_fraction(numerator, denominator))
            .ok_or_else(|| PointsError(clip(text, 40)))
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (numerator, denominator) = self.fraction();
        let text = if denominator == 1 {
            numerator.to_string()
        } else if 100 % denominator == 0 {
            let hundredths = numerator * (100 / denominator);
            let sign = if hundredths < 0 { "-" } else { "" };
            let text = format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100);
            text.trim_end_matches('0').to_owned()
        } else {
            format!("{numerator}/{denominator}")
        };
        f.pad(&text)
    }
}

impl fmt::Debug for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Points {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, Add::add)
    }
}

/// A JSON number where that is exact, else text.
impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.to_string();
        if let Ok(whole) = text.parse::<i64>() {
            serializer.serialize_i64(whole)
        } else if let Ok(decimal) = text.parse::<f64>() {
            serializer.serialize_f64(decimal)
        } else {
            serializer.serialize_str(&text)
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Points;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("points: a number, or a text such as \"25/2\"")
            }

            fn visit_i64<E: de::Error>(self, points: i64) -> Result<Points, E> {
                self.visit_str(&points.to_string())
            }

            fn visit_u64<E: de::Error>(self, points: u64) -> Result<Points, E> {
                self.visit_str(&points.to_string())
            }

            fn visit_f64<E: de::Error>(self, points: f64) -> Result<Points, E> {
                self.visit_str(&points.to_string())
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Points, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for Points {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "points, exact: a number, or a fraction as text",
            "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^-?[0-9]+(/[0-9]+|\\.[0-9]+)?$" }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> Points {
        text.parse().unwrap()
    }

    #[test]
    fn fractions_add_up_exactly() {
        let thirds: Points = std::iter::repeat_n(points("1/3"), 3).sum();
        let sevenths: Points = std::iter::repeat_n(points("1/7"), 7).sum();
        assert_eq!((thirds, sevenths), (Points::whole(1), Points::whole(1)));
    }

    #[test]
    fn what_is_shown_reads_back_the_same() {
        for text in [
            "0", "25", "-5", "12.5", "0.25", "-0.5", "8/7", "1/3", "16.75", "1000000",
        ] {
            assert_eq!(points(text).to_string(), text);
        }
    }

    #[test]
    fn numbers_that_cannot_be_kept_exactly_are_refused() {
        for text in [
            "",
            "x",
            "1e30",
            "1000001",
            "-1000001",
            "1/0",
            "1/11",
            "0.001",
            "1/-2",
            "9223372036854775807",
            "1.",
            "inf",
        ] {
            assert!(text.parse::<Points>().is_err(), "{text} was taken");
        }
    }

    #[test]
    fn json_numbers_and_texts_mean_the_same() {
        let read: Vec<Points> = serde_json::from_str(r#"[12.5, "25/2", "12.5"]"#).unwrap();
        assert_eq!(read, [points("12.5"); 3]);
        assert_eq!(
            serde_json::to_string(&[points("25"), points("12.5"), points("1/3")]).unwrap(),
            r#"[25,12.5,"1/3"]"#
        );
    }
}
