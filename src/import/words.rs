//! Words of sheets: headers of columns, states of cars, kinds of sessions, in the languages that leagues write.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::sheet::OrderKind;
use crate::domain::Status;

/// Column of a spreadsheet of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetColumn {
    /// Place over all cars.
    Place,
    /// Place in the class.
    ClassPlace,
    /// Car number.
    Number,
    /// Driver, by the whole name.
    Driver,
    /// First name.
    Given,
    /// Surname.
    Family,
    /// Team.
    Team,
    /// Class.
    Class,
    /// Car.
    Vehicle,
    /// Laps.
    Laps,
    /// Race time, or a gap in its place.
    Time,
    /// Gap to the first car.
    Gap,
    /// Best lap.
    BestLap,
    /// Grid place.
    Grid,
    /// Points.
    Points,
    /// Points for poles and fastest laps, which the points hold already.
    ExtraPoints,
    /// State of the car at the end.
    Status,
    /// Remark.
    Note,
    /// Penalty.
    Penalty,
    /// Nationality.
    Country,
}

#[derive(Deserialize)]
struct WordTables {
    columns: HashMap<SheetColumn, Vec<String>>,
    statuses: HashMap<Status, Vec<String>>,
    kinds: Vec<(String, OrderKind)>,
    totals: Vec<String>,
    #[serde(rename = "session-keys")]
    session_keys: HashMap<String, String>,
}

struct Words {
    columns: HashMap<String, SheetColumn>,
    statuses: HashMap<String, Status>,
    kinds: Vec<(String, OrderKind)>,
    totals: Vec<String>,
    session_keys: HashMap<String, String>,
}

static WORDS: LazyLock<Option<Words>> = LazyLock::new(|| {
    let tables: WordTables = toml::from_str(include_str!("words.toml")).ok()?;
    Some(Words {
        columns: by_word(tables.columns),
        statuses: by_word(tables.statuses),
        kinds: tables.kinds,
        totals: tables.totals,
        session_keys: tables.session_keys,
    })
});

fn by_word<T: Copy>(table: HashMap<T, Vec<String>>) -> HashMap<String, T> {
    let pairs = table.into_iter();
    pairs
        .flat_map(|(key, words)| words.into_iter().map(move |word| (word, key)))
        .collect()
}

/// A word as the tables hold it: lower case, letters and digits alone, one blank between words.
fn plain(text: &str) -> String {
    let spaced: String = text
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The column that a header names.
pub fn column(header: &str) -> Option<SheetColumn> {
    WORDS.as_ref()?.columns.get(&plain(header)).copied()
}

/// The state that a text names: `DNF`, `Not started`, `n. gew.`; `None` for other texts.
pub fn status(text: &str) -> Option<Status> {
    WORDS.as_ref()?.statuses.get(&plain(text)).copied()
}

/// The kind of session that a title or file name tells: `Race 1`, `results-qualifying-official`.
pub fn order_kind(text: &str) -> Option<OrderKind> {
    let text = format!(" {} ", plain(text));
    let found = WORDS
        .as_ref()?
        .kinds
        .iter()
        .find(|(word, _)| text.contains(word.as_str()));
    found.map(|(_, kind)| *kind)
}

/// The name of a session by the key of a calendar: `gp` is Race.
pub fn session_key(key: &str) -> Option<&'static str> {
    WORDS.as_ref()?.session_keys.get(key).map(String::as_str)
}

/// True if a cell begins a line of sums: `Points given`, `Summe`.
pub fn is_total(cell: &str) -> bool {
    let cell = plain(cell);
    WORDS.as_ref().is_some_and(|words| words.totals.contains(&cell))
}

#[cfg(test)]
mod tests {
    use super::{OrderKind, Status, WORDS, order_kind, status};

    #[test]
    fn the_words_are_read() {
        assert!(WORDS.is_some());
        assert_eq!(status("n. gew."), Some(Status::Nc));
        assert_eq!(status("Not Started"), Some(Status::Dns));
        assert_eq!(
            order_kind("results-qualifying-official.csv"),
            Some(OrderKind::Qualifying)
        );
        assert_eq!(order_kind("grid-race-official.csv"), Some(OrderKind::Grid));
        assert_eq!(order_kind("Race 1"), Some(OrderKind::Race));
    }
}
