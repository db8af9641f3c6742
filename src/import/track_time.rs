//! Times of cars as timing systems print them: lap times, race times, gaps.

use std::fmt;

use serde::{Serialize, Serializer};

/// Ten-thousandths in a second: the finest that any format gives.
const SECOND: u64 = 10_000;
/// Longest time that is believed: a week.
const LONGEST: u64 = 7 * 24 * 3600 * SECOND;

/// A duration in ten-thousandths of a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrackTime(u64);

/// Distance to a car ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrackGap {
    /// So much time.
    Time(TrackTime),
    /// So many laps.
    Laps(u16),
}

impl TrackTime {
    /// A time of so many ten-thousandths of a second; `None` for none at all or more than a week.
    pub fn from_ten_thousandths(count: u64) -> Option<Self> {
        (1..=LONGEST).contains(&count).then_some(Self(count))
    }

    /// A time of so many milliseconds; `None` for none at all or more than a week.
    pub fn from_millis(count: u64) -> Option<Self> {
        Self::from_ten_thousandths(count.checked_mul(SECOND / 1000)?)
    }

    /// Reads `46:32.222`, `12:01:48.652`, `51.329` or `2:05,118`: seconds under 60 where minutes stand before them, and
    /// minutes under 60 where hours do. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace(',', ".");
        let mut parts = text.split(':').rev();
        let (seconds, parts_left) = (parts.next()?, parts.collect::<Vec<_>>());
        let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
        if parts_left.is_empty() && !seconds.contains('.') || parts_left.len() > 2 {
            return None;
        }
        let mut total = digits(whole)?
            .checked_mul(SECOND)?
            .checked_add(ten_thousandths(fraction)?)?;
        let is_clock = |count: u64, leads: bool| leads || count < 60;
        if !is_clock(digits(whole)?, parts_left.is_empty()) {
            return None;
        }
        for (at, (part, unit)) in parts_left.iter().zip([60, 3600]).enumerate() {
            let count = digits(part)?;
            if !is_clock(count, at + 1 == parts_left.len()) {
                return None;
            }
            total = total.checked_add(count.checked_mul(unit)?.checked_mul(SECOND)?)?;
        }
        Self::from_ten_thousandths(total)
    }

    /// The sum of two times; `None` beyond a week.
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::from_ten_thousandths(self.0.checked_add(other.0)?)
    }

    /// Milliseconds, rounded down.
    pub const fn millis(self) -> u64 {
        self.0 / (SECOND / 1000)
    }
}

impl TrackGap {
    /// Reads `+1.077`, `+1:06.314`, `78 Laps`, `1 Rd.`, `+1 lap`. `None` for anything else, `-` among it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('+').trim();
        let (count, unit) = match text.split_once(char::is_whitespace) {
            Some((count, unit)) => (count, unit.trim()),
            None => return TrackTime::parse(text).map(Self::Time),
        };
        let unit = unit.trim_end_matches('.').to_lowercase();
        let is_lap = [
            "lap", "laps", "l", "rd", "rdn", "runde", "runden", "tour", "tours", "vuelta", "vueltas",
        ];
        let count = count.parse().ok().filter(|count| *count > 0)?;
        is_lap.contains(&unit.as_str()).then_some(Self::Laps(count))
    }
}

fn digits(text: &str) -> Option<u64> {
    let is_count = !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_count.then(|| text.parse().ok())?
}

/// A fraction of a second in ten-thousandths; further digits are cut off.
fn ten_thousandths(fraction: &str) -> Option<u64> {
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let four: String = fraction.chars().chain("0000".chars()).take(4).collect();
    four.parse().ok()
}

impl fmt::Display for TrackTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, fraction) = (self.0 / SECOND, self.0 % SECOND);
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match (hours, minutes) {
            (0, 0) => write!(f, "{seconds}")?,
            (0, _) => write!(f, "{minutes}:{seconds:02}")?,
            _ => write!(f, "{hours}:{minutes:02}:{seconds:02}")?,
        }
        match fraction % 10 {
            0 => write!(f, ".{:03}", fraction / 10),
            _ => write!(f, ".{fraction:04}"),
        }
    }
}

impl fmt::Display for TrackGap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => write!(f, "+{time}"),
            Self::Laps(1) => f.write_str("+1 lap"),
            Self::Laps(laps) => write!(f, "+{laps} laps"),
        }
    }
}

impl Serialize for TrackTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{TrackGap, TrackTime};

    #[test]
    fn times_are_read_and_printed_alike() {
        for text in ["46:32.222", "12:01:48.652", "51.329", "1:29.370", "1:32.1933"] {
            let read = TrackTime::parse(text).map(|time| time.to_string());
            assert_eq!(read.as_deref(), Some(text), "{text}");
        }
        assert_eq!(TrackTime::parse("2:05,118").map(TrackTime::millis), Some(125_118));
        for text in [
            "",
            "-",
            "12",
            "1:75.000",
            "1:61:00.0",
            "--.----",
            "1:2:3:4.5",
            "999999999",
            "-1.5",
        ] {
            assert_eq!(TrackTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn gaps_are_times_or_laps() {
        let shown = |text| TrackGap::parse(text).map(|gap| gap.to_string());
        assert_eq!(shown("+1:06.314").as_deref(), Some("+1:06.314"));
        assert_eq!(shown("+127.964").as_deref(), Some("+2:07.964"));
        assert_eq!(shown("78 Laps").as_deref(), Some("+78 laps"));
        assert_eq!(shown("1 Rd.").as_deref(), Some("+1 lap"));
        assert_eq!(shown("+1 lap").as_deref(), Some("+1 lap"));
        for text in ["-", "", "0 Laps", "3 apples"] {
            assert_eq!(TrackGap::parse(text), None, "{text}");
        }
    }
}
