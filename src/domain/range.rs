//! Range of a number: known exactly, or between two bounds.

use std::ops::Add;

use serde::Serialize;

/// Everything from `low` to `high`, both included; a number that is known exactly has both the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Range<T> {
    /// The least it can be.
    pub low: T,
    /// The most it can be.
    pub high: T,
}

impl<T: Copy + Ord> Range<T> {
    /// A number that is known.
    pub const fn exactly(value: T) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// A number between two bounds, in whichever order they come.
    pub fn between(one: T, other: T) -> Self {
        Self {
            low: one.min(other),
            high: one.max(other),
        }
    }

    /// The number, if it is known.
    pub fn exact(self) -> Option<T> {
        (self.low == self.high).then_some(self.low)
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }

    /// Range of the larger of two numbers.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self {
            low: self.low.max(other.low),
            high: self.high.max(other.high),
        }
    }

    /// True if `value` is possible.
    pub fn holds(self, value: T) -> bool {
        self.low <= value && value <= self.high
    }
}

impl<T: Copy + Add<Output = T>> Add for Range<T> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }
}

impl<T: Copy + Ord + Default + Add<Output = T>> std::iter::Sum for Range<T> {
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Self::exactly(T::default()), Add::add)
    }
}
