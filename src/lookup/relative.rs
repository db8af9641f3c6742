//! Relative times in words: seasons and weekends before, at and after the present.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::words::{indexed, parsed};

/// A weekend relative to the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RelativeWeekend {
    /// The running one, else the next.
    This,
    /// The next one.
    Next,
    /// The last one.
    Last,
}

#[derive(Debug, Deserialize)]
struct SeasonWords {
    years: i32,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct WeekendWords {
    means: RelativeWeekend,
    words: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct RelativeWords {
    seasons: Vec<SeasonWords>,
    weekends: Vec<WeekendWords>,
}

/// Seasons and weekends by their words.
struct RelativeIndex {
    seasons: HashMap<String, i32>,
    weekends: HashMap<String, RelativeWeekend>,
}

static WORDS: LazyLock<RelativeIndex> = LazyLock::new(|| {
    let words: RelativeWords = parsed(include_str!("words/relative.toml"));
    RelativeIndex {
        seasons: indexed(words.seasons.into_iter().map(|one| (one.years, one.words))),
        weekends: indexed(words.weekends.into_iter().map(|one| (one.means, one.words))),
    }
});

/// The years from now of a season in normalised words: `last year`, `this season`.
pub fn years_from_now(words: &str) -> Option<i32> {
    WORDS.seasons.get(words).copied()
}

/// The weekend of normalised words: `this`, `next weekend`.
pub fn relative_weekend(words: &str) -> Option<RelativeWeekend> {
    WORDS.weekends.get(words).copied()
}
