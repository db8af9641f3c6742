//! Things that have names, and the quality of a match.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::Slug;

/// Kinds of things that a name can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NameKind {
    /// A series.
    Series,
    /// A season of a series.
    Season,
    /// A weekend of a season.
    Weekend,
    /// A circuit.
    Track,
    /// A session of a weekend.
    Session,
    /// The label of a round.
    Round,
    /// A class.
    Class,
    /// A championship.
    Championship,
    /// A driver.
    Driver,
    /// A team.
    Team,
}

/// A thing that has names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Kind of thing.
    pub kind: NameKind,
    /// The series it belongs to; absent for circuits, which all series share.
    pub series: Option<Slug>,
    /// The seasons in which it appears; empty for what belongs to no season.
    pub seasons: BTreeSet<Slug>,
    /// Its id.
    pub id: Slug,
    /// Display name.
    pub label: String,
    /// For a weekend its circuit: a Grand Prix that moves to another is another place with the same id.
    #[serde(skip)]
    pub circuit: Option<Slug>,
}

/// Quality of a match between a name and the typed text, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MatchQuality {
    /// A full name, nickname or surname.
    Exact,
    /// The country, state or province of a weekend.
    Area,
    /// A first name.
    FirstName,
    /// One letter added, left out, changed, or two swapped.
    Typo,
}
