//! Records of all packs, as read and before they are checked.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Circuit, Series, Slug, Source, SourceId};

/// All records that could be read.
#[derive(Debug, Default)]
pub struct Records {
    /// The circuits, in the order of their file.
    pub circuits: Vec<Circuit>,
    /// The pages that the circuits' facts were read from.
    pub circuit_sources: BTreeMap<SourceId, Source>,
    /// The series, by id.
    pub series: BTreeMap<Slug, Series>,
    /// The people of each series in the order of their file, so that a fault can name their place in it.
    pub people: BTreeMap<Slug, People>,
    /// Files that are missing or cannot be read. Their records are missing here, which is no fault of other files.
    pub broken: BTreeSet<String>,
}

/// The ids of a series' people.
#[derive(Debug, Default)]
pub struct People {
    /// The drivers.
    pub drivers: Vec<Slug>,
    /// The teams.
    pub teams: Vec<Slug>,
    /// The makes.
    pub makes: Vec<Slug>,
}
