//! Records of all packs, as read and before they are checked.

use std::collections::{BTreeMap, BTreeSet};

use super::read::document::Document;
use crate::domain::{Circuit, Series, SeriesId, Source, SourceId};

/// All records that could be read.
#[derive(Debug, Default)]
pub struct Records {
    /// The circuits, in the order of their file.
    pub circuits: Vec<Circuit>,
    /// The pages that the circuits' facts were read from.
    pub circuit_sources: BTreeMap<SourceId, Source>,
    /// The series, by id.
    pub series: BTreeMap<SeriesId, Series>,
    /// Documents of the files that could be read, by path below the data folder.
    pub documents: BTreeMap<String, Document>,
    /// Files that are missing or cannot be read. Their records are missing here, which is no fault of other files.
    pub broken: BTreeSet<String>,
}
