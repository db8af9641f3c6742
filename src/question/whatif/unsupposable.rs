//! Unsupposable: the reasons why a result cannot be supposed.

use serde::Serialize;

use crate::answer::NamedSession;
use crate::domain::AwardId;

/// The reason why a result cannot be supposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum Unsupposable {
    /// The text is no result that can be supposed.
    NoPiece {
        /// The text as typed.
        text: String,
        /// Awards that the championship pays for.
        awards: Vec<AwardId>,
    },
    /// A driver has two places in one session.
    NamedTwice {
        /// The driver's name.
        name: String,
        /// The session.
        at: Box<NamedSession>,
    },
    /// Two drivers have one place.
    PlaceTwice {
        /// The place.
        place: u16,
        /// The session.
        at: Box<NamedSession>,
    },
    /// Two drivers have one award.
    AwardTwice {
        /// The award.
        award: AwardId,
        /// The session.
        at: Box<NamedSession>,
    },
    /// The field has fewer cars.
    BeyondField {
        /// The place.
        place: u16,
        /// Number of cars.
        field: u16,
        /// The session.
        at: Box<NamedSession>,
    },
    /// A driver is in another class.
    OtherClass {
        /// The driver's name.
        name: String,
        /// The class, where it is known.
        class: Option<String>,
        /// The championship.
        championship: String,
    },
    /// The result of a session is known.
    Resolved {
        /// The session.
        at: Box<NamedSession>,
        /// The next one that is open.
        open: Option<Box<NamedSession>>,
    },
    /// Part of a session's result is known, and it is another.
    Known {
        /// The session.
        at: Box<NamedSession>,
        /// The driver it is about.
        name: String,
        /// The place or the award that the driver is known to have.
        place: Option<u16>,
        /// The award.
        award: Option<AwardId>,
    },
    /// A session does not count for the championship.
    DoesNotCount {
        /// The session.
        at: Box<NamedSession>,
        /// The championship.
        championship: String,
    },
    /// Nothing is left to be run.
    NothingOpen {
        /// The championship.
        championship: String,
    },
    /// The championship pays no such award.
    NoAward {
        /// The award that was asked for.
        award: AwardId,
        /// The championship.
        championship: String,
        /// The awards that it pays for.
        awards: Vec<AwardId>,
    },
    /// An award is paid only with a place, and none is supposed.
    PlaceNeeded {
        /// The driver's name.
        name: String,
        /// The award.
        award: AwardId,
    },
    /// It is not known how the championship is scored, or how its table stands.
    NotCounted {
        /// The championship.
        championship: String,
    },
    /// The code was mistyped or cut.
    DamagedCode,
    /// The packs no longer have an item of the code.
    LostCode,
}
