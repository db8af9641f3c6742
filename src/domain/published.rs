//! Published tables at a moment, and published counts.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ChampionshipId, Points, PublicationStatus, Published, RoundLabel, Slug, SourceId};

/// A championship's table as printed, whole or in part. A round may have several: its revisions, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PublishedTable {
    /// The championship.
    pub championship: ChampionshipId,
    /// The label of the round it follows.
    pub after: RoundLabel,
    /// Status; not known if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<PublicationStatus>,
    /// Number of the revision; it rises with each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u16>,
    /// Moment of publication, from which it holds in place of an earlier revision; the end of the round if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// True if everybody who is ranked is listed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complete: bool,
    /// Id of the competitor whose title is certain by then, whatever the rounds that are left bring: for a table before the
    /// final one, whose first place is the champion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub champion: Option<Slug>,
    /// The rows, the leader first.
    pub rows: Vec<PublishedRow>,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}

/// A row of a printed table: as much of it as was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PublishedRow {
    /// Id of the driver, team, car or make of this row, by what the championship ranks.
    pub competitor: Slug,
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u16>,
    /// The points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// The gap to the leader, in points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Points>,
    /// The points of each round, by its label, where the table prints them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<Slug, Points>,
    /// Derivation, if no source states it outright.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<String>,
}

/// A printed count that the results at hand cannot give: `three wins`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// Thing counted: `wins`, `poles`, `podiums`, `second-places`.
    pub tally: Slug,
    /// The championship whose order is meant.
    pub championship: ChampionshipId,
    /// Id of the competitor who is counted.
    pub competitor: Slug,
    /// The label of the round it stands after.
    pub after: RoundLabel,
    /// The count.
    pub count: u16,
    /// Free remark, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
}
