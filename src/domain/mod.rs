//! The words of a race weekend as types, and the laws that hold for them.
//!
//! Nothing here reads a file, a clock or a network. The records that people edit by hand under `data/` are these types
//! themselves: what a file can say and what the program can think are the same thing.

mod asker;
mod championship;
mod circuit;
mod classification;
mod durations;
mod entry;
mod entry_list;
mod id;
mod note;
mod people;
mod points;
mod publication;
mod published;
mod range;
mod rules;
mod season;
mod series;
mod session_path;
mod slug;
mod source;
mod surname;
mod text;
mod weekend;

pub use asker::Asker;
pub use championship::{Adjustment, Annul, Championship, Ranks, Strike};
pub use circuit::{Circuit, LapRecord, Length};
pub use classification::{Award, Cell, Classification, Complete, CrewMember, Drive, Penalty, Place, Row, Status};
pub use durations::Durations;
pub use entry::{AllWord, Entry, FieldSize, Weekends};
pub use entry_list::EntryList;
pub use id::{
    AwardId, ChampionshipId, CircuitId, ClassId, DriverId, Id, RoundLabel, SeasonId, SeriesId, SessionId, SourceId,
    TeamId, WeekendId,
};
pub use note::Note;
pub use people::{Driver, Team};
pub use points::{Points, PointsError, Rounding};
pub use publication::{PublicationStatus, Published, day_start};
pub use published::{PublishedRow, PublishedTable, Tally};
pub use range::Range;
pub use rules::{
    AwardRule, AwardTie, Band, Cars, Crew, CrewShare, Depth, Drops, END, Factor, Holder, Listed, Numbering, Order,
    Others, Otherwise, Phase, PlaceKind, Qualify, Retired, Rules, Scale, Span, TieStep, Ties, Unit, When,
};
pub use season::{Calendar, Class, Conflict, Round, Season};
pub use series::Series;
pub use session_path::{SessionPath, SessionRef};
pub use slug::{CarNumber, Slug, SlugError};
pub use source::{DayOrMonth, Provenance, Source};
pub use text::{clip, is_steering, printable};
pub use weekend::{Session, SessionKind, SessionStatus, Start, Weekend};
