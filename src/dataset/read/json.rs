//! JSON of one file: its record, or its faults with a path to each.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::document::Document;
use super::json_path::PathKey;
use super::positions::of_error;
use super::schema;
use super::schema_index::SchemaIndex;
use super::strict::walk;
use crate::dataset::fault::{Fault, TextPosition};

/// Rule that a file is JSON and has values of the right types.
const DOES_NOT_PARSE: &str = "does-not-parse";

/// Parses one file. The record is returned with the document that it was read from unless the file cannot be read as
/// one; unknown keys and bad texts do not prevent that, so that the other rules can be tried on it.
pub fn parse<T: DeserializeOwned + 'static>(
    file: &str,
    bytes: &[u8],
    faults: &mut Vec<Fault>,
) -> Option<(T, Document)> {
    let lossy = String::from_utf8_lossy(bytes);
    // Some editors write a byte order mark.
    let text = lossy.strip_prefix('\u{feff}').unwrap_or(&lossy);
    let index = schema::index_of::<T>().unwrap_or(SchemaIndex::ANYTHING);
    let (found, tree) = walk(file, text, index);

    let (record, first) = if let Err(error) = std::str::from_utf8(bytes) {
        (None, Some(not_utf8(file, bytes, error.valid_up_to())))
    } else {
        match (typed::<T>(text, &tree, found.doubled), &tree) {
            (_, Err(end)) if is_too_deep(end) => (None, Some(too_deep(file, text, end))),
            (_, Err(end)) if found.doubled => (None, Some(broken(file, text, "$", end))),
            (Err((path, error)), _) => (None, Some(broken(file, text, &path, &error))),
            (Ok(record), Ok(_)) => (Some(record), None),
            (Ok(_), Err(end)) => (None, Some(broken(file, text, "$", end))),
        }
    };

    let readable = first.is_none() && !found.doubled && !found.faults.iter().any(|fault| fault.rule == DOES_NOT_PARSE);
    let told = first.filter(|first| !repeats(first, &found.faults));
    let is_about_keys = |fault: &Fault| matches!(fault.rule, "unknown-key" | "duplicate-key" | DOES_NOT_PARSE);
    faults.extend(told);
    if found.more > 0 {
        let message = format!("{} more faults like these are not listed", found.more);
        faults.push(Fault::error(file, "$", "too-many-faults", message).hint("mend the others first"));
    }
    // Texts are judged only in a file that can be read: else an empty id would be reported twice.
    faults.extend(
        found
            .faults
            .into_iter()
            .filter(|fault| readable || is_about_keys(fault)),
    );
    let document = Document::new(tree.ok()?, index);
    record.filter(|_| readable).map(|record| (record, document))
}

/// The record, or the first error and its path.
///
/// The strict walk reports duplicate keys; so as not to stop there, the typed parser gets the last of the two. Where the
/// tree is no record the text is parsed again, since only then the error knows its line and column.
fn typed<T: DeserializeOwned>(
    text: &str,
    tree: &Result<Value, serde_json::Error>,
    doubled: bool,
) -> Result<T, (String, serde_json::Error)> {
    let fault = |error: serde_path_to_error::Error<serde_json::Error>| (json_path(error.path()), error.into_inner());
    let from_text = || {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        serde_path_to_error::deserialize(&mut deserializer).map_err(fault)
    };
    match tree {
        Ok(tree) if doubled => serde_path_to_error::deserialize(tree).map_err(fault),
        Ok(tree) => T::deserialize(tree).or_else(|_| from_text()),
        Err(_) => from_text(),
    }
}

fn json_path(path: &Path) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("[{index}]"),
        Segment::Map { key } | Segment::Enum { variant: key } => PathKey(key).to_string(),
        Segment::Unknown => String::new(),
    };
    path.iter().map(step).fold("$".to_owned(), |path, step| path + &step)
}

/// True if the strict walk has reported the same already: a key that is no variant, or a list for a record.
fn repeats(first: &Fault, found: &[Fault]) -> bool {
    found.iter().any(|fault| match fault.rule {
        "unknown-key" => first.message.starts_with("unknown variant") && is_within(&fault.path, &first.path),
        DOES_NOT_PARSE => is_within(&first.path, &fault.path),
        _ => false,
    })
}

fn is_within(path: &str, whole: &str) -> bool {
    let rest = path.strip_prefix(whole);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn is_too_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit exceeded")
}

fn too_deep(file: &str, text: &str, error: &serde_json::Error) -> Fault {
    let message = format!(
        "lists and objects are nested too deep at line {} column {}",
        error.line(),
        error.column()
    );
    Fault::error(file, "$", DOES_NOT_PARSE, message)
        .hint("no record of a pack is more than ten deep")
        .at(of_error(text, error))
}

fn not_utf8(file: &str, bytes: &[u8], valid: usize) -> Fault {
    let before = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default());
    let (line, rest) = (
        before.split('\n').count(),
        before.rsplit('\n').next().unwrap_or_default(),
    );
    let message = format!("byte {} of line {line} is not UTF-8", rest.len() + 1);
    let column = rest.chars().count() + 1;
    Fault::error(file, "$", "not-utf8", message)
        .hint("save the file as UTF-8")
        .at(TextPosition { line, column })
}

fn broken(file: &str, text: &str, path: &str, error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    let message = message.replace("expected u16", "expected a whole number up to 65535");
    let fault = Fault::error(file, path, DOES_NOT_PARSE, message);
    if error.is_data() {
        fault.hint("data/README.md and data/schema tell what belongs here")
    } else {
        fault
            .hint("look just before this place for a missing comma, quote or bracket")
            .at(of_error(text, error))
    }
}
