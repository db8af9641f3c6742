//! Typed ids: a slug that says what it names, so that a driver's id is never taken for a team's.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Slug, SlugError};

/// Id of a [`Circuit`](super::Circuit).
pub type CircuitId = Id<marker::CircuitMarker>;
/// Id of a [`Series`](super::Series).
pub type SeriesId = Id<marker::SeriesMarker>;
/// Id of a [`Season`](super::Season), unique in its series: `2024`.
pub type SeasonId = Id<marker::SeasonMarker>;
/// Id of a [`Weekend`](super::Weekend), unique in its season.
pub type WeekendId = Id<marker::WeekendMarker>;
/// Id of a [`Session`](super::Session), unique in its weekend.
pub type SessionId = Id<marker::SessionMarker>;
/// Id of a [`Class`](super::Class), the same in every season.
pub type ClassId = Id<marker::ClassMarker>;
/// Id of a [`Championship`](super::Championship), unique in its season.
pub type ChampionshipId = Id<marker::ChampionshipMarker>;
/// Id of a [`Driver`](super::Driver), unique in its series.
pub type DriverId = Id<marker::DriverMarker>;
/// Id of a [`Team`](super::Team), unique in its series.
pub type TeamId = Id<marker::TeamMarker>;
/// Label of a round: the sessions of a season that carry it count together.
pub type RoundLabel = Id<marker::RoundMarker>;
/// Id of an award that rules pay for: `pole`.
pub type AwardId = Id<marker::AwardMarker>;
/// Id of a [`Source`](super::Source), unique in its series or among the circuits' sources.
pub type SourceId = Id<marker::SourceMarker>;

/// Marker types of ids: without values, so that this file stands below those of the records.
pub mod marker {
    /// Marker of the ids of circuits.
    pub enum CircuitMarker {}
    /// Marker of the ids of series.
    pub enum SeriesMarker {}
    /// Marker of the ids of seasons.
    pub enum SeasonMarker {}
    /// Marker of the ids of weekends.
    pub enum WeekendMarker {}
    /// Marker of the ids of sessions.
    pub enum SessionMarker {}
    /// Marker of the ids of classes.
    pub enum ClassMarker {}
    /// Marker of the ids of championships.
    pub enum ChampionshipMarker {}
    /// Marker of the ids of drivers.
    pub enum DriverMarker {}
    /// Marker of the ids of teams.
    pub enum TeamMarker {}
    /// Marker of the labels of rounds.
    pub enum RoundMarker {}
    /// Marker of the ids of awards.
    pub enum AwardMarker {}
    /// Marker of the ids of sources.
    pub enum SourceMarker {}
}

/// The id of a `T`: a [`Slug`] that is written, compared and ordered as one, and converts from an untyped one only by name.
///
/// ```
/// use raceweek::domain::{CircuitId, SourceId};
/// let circuit: CircuitId = "watkins-glen".parse().unwrap();
/// assert_eq!(circuit, "watkins-glen");
/// ```
///
/// Ids of different things do not compare:
///
/// ```compile_fail
/// use raceweek::domain::{CircuitId, SourceId};
/// let circuit: CircuitId = "watkins-glen".parse().unwrap();
/// let source: SourceId = "watkins-glen".parse().unwrap();
/// assert!(circuit == source);
/// ```
pub struct Id<T> {
    slug: Slug,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id's text.
    pub fn as_str(&self) -> &str {
        self.slug.as_str()
    }

    /// The id without its type, for where ids of several kinds stand side by side.
    pub const fn slug(&self) -> &Slug {
        &self.slug
    }
}

/// An id may be read wherever any slug may; the way back is [`From`], which has to be written.
impl<T> Deref for Id<T> {
    type Target = Slug;

    fn deref(&self) -> &Slug {
        &self.slug
    }
}

impl<T> From<Slug> for Id<T> {
    fn from(slug: Slug) -> Self {
        Self { slug, of: PhantomData }
    }
}

impl<T> From<Id<T>> for Slug {
    fn from(id: Id<T>) -> Self {
        id.slug
    }
}

impl<T> FromStr for Id<T> {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        text.parse().map(|slug: Slug| slug.into())
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        self.slug.clone().into()
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialEq<Slug> for Id<T> {
    fn eq(&self, other: &Slug) -> bool {
        self.slug == *other
    }
}

impl<T> PartialEq<Id<T>> for Slug {
    fn eq(&self, other: &Id<T>) -> bool {
        *self == other.slug
    }
}

impl<T> PartialEq<str> for Id<T> {
    fn eq(&self, other: &str) -> bool {
        self.slug == *other
    }
}

impl<T> PartialEq<&str> for Id<T> {
    fn eq(&self, other: &&str) -> bool {
        self.slug == *other
    }
}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.slug.cmp(&other.slug)
    }
}

/// The same as the hash of its text, as [`Borrow`] asks.
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.slug.hash(state);
    }
}

impl<T> Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl<T> AsRef<Slug> for Id<T> {
    fn as_ref(&self) -> &Slug {
        &self.slug
    }
}

impl<T> Borrow<Slug> for Id<T> {
    fn borrow(&self) -> &Slug {
        &self.slug
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.slug.fmt(f)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.slug, f)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.slug.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Slug::deserialize(deserializer).map(Self::from)
    }
}

/// That of [`Slug`], under its name: a file's schema says no more of an id than how it is written.
impl<T> JsonSchema for Id<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Slug::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        Slug::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Slug::json_schema(generator)
    }
}
