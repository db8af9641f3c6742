//! Declared references: the kind of record that each field of a pack names by its id.
//!
//! Fields are named by their record, so that a record that several files share is declared once. The schema index takes
//! the declarations over, and [`Document::references`](super::document::Document::references) finds every reference.

use IdKind::{
    Award, Championship, Circuit, Class, Competitor, Driver, Make, Round, Rules, Session, Source, Tag, Team, Weekend,
};

/// Kind of record that an id belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdKind {
    /// A driver of the series.
    Driver,
    /// A team of the series.
    Team,
    /// A make of the series.
    Make,
    /// A driver, team, make or car, depending on whom the nearest `championship` ranks.
    Competitor,
    /// A circuit.
    Circuit,
    /// A class of the season.
    Class,
    /// A championship of the season.
    Championship,
    /// A set of rules of the season.
    Rules,
    /// A weekend of the season.
    Weekend,
    /// A session of a weekend of the season: `watkins-glen/race-1`.
    Session,
    /// The label of a round of the season.
    Round,
    /// A source of the series, or of the circuits.
    Source,
    /// An award that the rules name.
    Award,
    /// A tag of entries, rows and drives.
    Tag,
}

/// Form of a field that holds ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceField {
    /// One id.
    One(IdKind),
    /// A list of ids.
    Each(IdKind),
    /// A map by id.
    Keys(IdKind),
}

use ReferenceField::{Each, Keys, One};

/// Every field that names another record: its record, its key, and the kind of id; in the order in which the files of a
/// pack are read.
const REFERENCES: &[(&str, &str, ReferenceField)] = &[
    ("Championship", "class", One(Class)),
    ("Championship", "rules", One(Rules)),
    ("Championship", "tagged", Each(Tag)),
    ("Championship", "weekends", Each(Weekend)),
    ("Rules", "ineligible", Keys(Tag)),
    ("Drops", "until", One(Round)),
    ("Drops", "from", One(Round)),
    ("Phase", "from", One(Round)),
    ("Span", "from", One(Round)),
    ("Span", "to", One(Round)),
    ("When", "sessions", Each(Session)),
    ("When", "weekends", Each(Weekend)),
    ("Adjustment", "ahead_of", One(Competitor)),
    ("Adjustment", "championship", One(Championship)),
    ("Adjustment", "competitor", One(Competitor)),
    ("Adjustment", "takes_over", One(Competitor)),
    ("Annul", "sessions", Each(Session)),
    ("Note", "drivers", Each(Driver)),
    ("Conflict", "after", One(Round)),
    ("Conflict", "championship", One(Championship)),
    ("Conflict", "weekend", One(Weekend)),
    ("Weekend", "circuit", One(Circuit)),
    ("Entry", "class", One(Class)),
    ("Entry", "drivers", Each(Driver)),
    ("Entry", "make", One(Make)),
    ("Entry", "team", One(Team)),
    ("Entry", "weekends", Each(Weekend)),
    ("FieldSize", "classes", Keys(Class)),
    ("FieldSize", "weekend", One(Weekend)),
    ("Classification", "complete", Each(Class)),
    ("Classification", "session", One(Session)),
    ("Row", "class", One(Class)),
    ("Row", "crew", Each(Driver)),
    ("Row", "driver", One(Driver)),
    ("Row", "make", One(Make)),
    ("Row", "team", One(Team)),
    ("Drive", "driver", One(Driver)),
    ("Award", "award", One(Award)),
    ("Award", "class", One(Class)),
    ("Award", "driver", One(Driver)),
    ("Cell", "championship", One(Championship)),
    ("Cell", "competitor", One(Competitor)),
    ("Penalty", "driver", One(Driver)),
    ("PublishedTable", "after", One(Round)),
    ("PublishedTable", "championship", One(Championship)),
    ("PublishedRow", "cells", Keys(Round)),
    ("PublishedRow", "competitor", One(Competitor)),
    ("Tally", "after", One(Round)),
    ("Tally", "championship", One(Championship)),
    ("Tally", "competitor", One(Competitor)),
];

/// Declaration of a field that holds ids: its position among all declarations, and its form.
pub type Declaration = (usize, ReferenceField);

/// The declaration of a field, if it holds ids. A list called `sources` holds those of sources in every record.
pub fn declared(record: &str, key: &str) -> Option<Declaration> {
    let is_field = |(of, field, _): &(&str, &str, ReferenceField)| *of == record && *field == key;
    match REFERENCES.iter().position(is_field) {
        Some(at) => REFERENCES.get(at).map(|(.., field)| (at, *field)),
        None => (key == "sources").then_some((REFERENCES.len(), Each(Source))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::dataset::read::schema::schemas;

    #[test]
    fn every_declared_field_is_one_of_a_schema() {
        let schemas: Vec<Value> = schemas()
            .into_iter()
            .map(|(_, text)| serde_json::from_str(&text).unwrap())
            .collect();
        for (record, key, _) in REFERENCES {
            let pointer = format!("/$defs/{record}/properties/{key}");
            let known = schemas.iter().any(|schema| schema.pointer(&pointer).is_some());
            assert!(known, "no schema has {pointer}; correct REFERENCES");
        }
    }
}
