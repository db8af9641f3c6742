//! Files become a catalogue.
pub mod files;
