//! Formats: recognition of a file by its content, and the reader of each format.

use serde::Serialize;

use super::archive;
use super::finishing;
use super::formats::{
    acc, al_kamel_csv, al_kamel_json, assetto_corsa, document, f1db, icalendar, iracing, jolpica, rfactor, sportstimes,
    spreadsheet,
};
use super::sheet::{PointsSheet, ResultSheet, Sheet};
use super::source::{FileFaults, ForeignFile};
use super::text::{DecodedText, decode};
use crate::dataset::Fault;

/// Format of a foreign file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// JSON of the Al Kamel timing system.
    AlKamelJson,
    /// CSV of the Al Kamel timing system.
    AlKamelCsv,
    /// Release archive of f1db.
    F1db,
    /// JSON of Jolpica or Ergast.
    Jolpica,
    /// JSON made of an organiser's printed document.
    Document,
    /// A spreadsheet of results, saved as CSV.
    Spreadsheet,
    /// Event result of iRacing.
    Iracing,
    /// Result of Assetto Corsa Competizione.
    Acc,
    /// Result of Assetto Corsa.
    AssettoCorsa,
    /// XML of rFactor, Le Mans Ultimate or Automobilista.
    Rfactor,
    /// A calendar of iCalendar.
    Icalendar,
    /// A calendar of sportstimes.
    Sportstimes,
}

/// Name of the files of an archive of f1db together.
const F1DB: &str = "f1db";

/// A sheet, and where it was read from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetOf {
    /// The folder or archive of the file.
    pub folder: String,
    /// The file.
    pub file: String,
    /// Its format.
    pub format: Format,
    /// The sheet.
    pub sheet: Sheet,
}

impl SheetOf {
    /// The order of a session, if it is one.
    pub fn results(&self) -> Option<&ResultSheet> {
        match &self.sheet {
            Sheet::Results(results) => Some(results),
            _ => None,
        }
    }

    /// The table of points, if it is one.
    pub fn points(&self) -> Option<&PointsSheet> {
        match &self.sheet {
            Sheet::Points(points) => Some(points),
            _ => None,
        }
    }
}

/// Everything that files say, and everything that is wrong with them.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct ImportReading {
    /// The sheets, in the order of the files.
    pub sheets: Vec<SheetOf>,
    /// Errors and notes.
    pub faults: Vec<Fault>,
}

/// Reads files, archives among them. Of an archive of many seasons the one of `year` is read, or the newest.
pub fn read(files: Vec<ForeignFile>, year: Option<i32>) -> ImportReading {
    let mut reading = ImportReading::default();
    let files = archive::unpack(files, &mut reading.faults);
    let (of_f1db, others): (Vec<_>, Vec<_>) = files.into_iter().partition(f1db::is_part);
    if let Some(first) = of_f1db.first() {
        let archive = f1db::F1dbArchive::read(&of_f1db, &mut reading.faults);
        reading.take((&first.folder, F1DB), Format::F1db, f1db::sheets(&archive, year));
    }
    let (pages, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|file| jolpica::is_page(&file.bytes));
    if let Some(first) = pages.first() {
        let sheets = jolpica::sheets(jolpica::pages(&pages, &mut reading.faults));
        reading.take((&first.folder, &first.name), Format::Jolpica, sheets);
    }
    let (calendars, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|file| sportstimes::is_part(&file.bytes));
    for (file, sheet) in sportstimes::sheets(&calendars, &mut reading.faults) {
        reading.take((&file.folder, &file.name), Format::Sportstimes, vec![sheet]);
    }
    for file in &others {
        read_one(file, &mut reading);
    }
    reading
}

impl ImportReading {
    /// Takes the sheets of a file, or of several under one name, and notes what is odd about them.
    fn take(&mut self, (folder, file): (&str, &str), format: Format, sheets: Vec<Sheet>) {
        let named = ForeignFile {
            folder: folder.to_owned(),
            name: file.to_owned(),
            bytes: Vec::new(),
        };
        let mut faults = FileFaults::of(&named);
        for mut sheet in sheets {
            finishing::finish(&mut sheet, file, &mut faults);
            self.sheets.push(SheetOf {
                folder: folder.to_owned(),
                file: file.to_owned(),
                format,
                sheet,
            });
        }
        self.faults.extend(faults.into_faults());
    }
}

fn read_one(file: &ForeignFile, reading: &mut ImportReading) {
    let mut faults = FileFaults::of(file);
    let read = sheets_of(file, &mut faults);
    reading.faults.extend(faults.into_faults());
    if let Some((format, sheets)) = read {
        reading.take((&file.folder, &file.name), format, sheets);
    }
}

/// The sheets of a file, or `None` where it is not understood, which is a fault.
fn sheets_of(file: &ForeignFile, faults: &mut FileFaults<'_>) -> Option<(Format, Vec<Sheet>)> {
    let Some(decoded) = decode(&icalendar::unfolded(&file.bytes)) else {
        faults.error(
            None,
            "no-text",
            "it holds NUL bytes: it is no text file",
            "export it again as CSV, JSON or XML",
        );
        return None;
    };
    if decoded.mislabelled {
        let message = format!("it says that it is UTF-8 and is not: read as {}", decoded.encoding);
        faults.note(None, "encoding", &message, "look at names with accents");
    }
    let Some(format) = recognise(&decoded) else {
        let hint = "give a file of a timing system or simulator, a CSV with a header line (place, number, driver ...), or a calendar";
        faults.error(None, "unknown-format", "no format that is known fits it", hint);
        return None;
    };
    let sheets = match format {
        Format::AlKamelJson => al_kamel_json::read(&decoded.text, faults),
        Format::AlKamelCsv => al_kamel_csv::read(&decoded.text, faults),
        Format::F1db | Format::Jolpica | Format::Sportstimes => Vec::new(),
        Format::Document => document::read(&decoded.text, faults),
        Format::Spreadsheet => spreadsheet::read(&decoded.text, faults),
        Format::Iracing => iracing::read(&decoded.text, faults),
        Format::Acc => acc::read(&decoded.text, faults),
        Format::AssettoCorsa => assetto_corsa::read(&decoded.text, faults),
        Format::Rfactor => rfactor::read(&decoded.text, faults),
        Format::Icalendar => icalendar::read(&decoded.text, faults),
    };
    Some((format, sheets))
}

fn recognise(decoded: &DecodedText) -> Option<Format> {
    let text = decoded.text.trim_start();
    if text.starts_with(['{', '[']) {
        let keys = top_keys(text)?;
        let has = |key: &str| keys.iter().any(|one| one == key);
        return match () {
            () if has("document") && has("rows") => Some(Format::Document),
            () if al_kamel_json::recognises(&has) => Some(Format::AlKamelJson),
            () if iracing::recognises(&has) => Some(Format::Iracing),
            () if acc::recognises(&has) => Some(Format::Acc),
            () if assetto_corsa::recognises(&has) => Some(Format::AssettoCorsa),
            () => None,
        };
    }
    if icalendar::recognises(text.as_bytes()) {
        return Some(Format::Icalendar);
    }
    if rfactor::recognises(text) {
        return Some(Format::Rfactor);
    }
    if al_kamel_csv::recognises(text) {
        return Some(Format::AlKamelCsv);
    }
    spreadsheet::recognises(text).then_some(Format::Spreadsheet)
}

/// The keys of a JSON object, or of the first one of an array.
fn top_keys(text: &str) -> Option<Vec<String>> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let object = value.as_object().or_else(|| value.get(0)?.as_object())?;
    Some(object.keys().cloned().collect())
}
