//! Readers, one file a format.

pub(super) mod al_kamel_csv;
pub(super) mod al_kamel_json;
pub(super) mod document;
pub(super) mod f1db;
pub(super) mod jolpica;
pub(super) mod spreadsheet;
