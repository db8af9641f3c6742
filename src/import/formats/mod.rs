//! Readers, one file a format.

pub(super) mod acc;
pub(super) mod al_kamel_csv;
pub(super) mod al_kamel_json;
pub(super) mod assetto_corsa;
pub(super) mod document;
pub(super) mod f1db;
pub(super) mod icalendar;
pub(super) mod iracing;
pub(super) mod jolpica;
pub(super) mod rfactor;
mod simulators;
pub(super) mod sportstimes;
pub(super) mod spreadsheet;
