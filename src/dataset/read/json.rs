//! JSON of one file: its record, or its faults with a path to each.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::advice::advice;
use super::document::Document;
use super::positions::of_error;
use super::schema;
use super::schema_index::SchemaIndex;
use super::slips::{Slip, legible, mended};
use super::strict::{StrictFaults, walk};
use super::typed::{TypeError, json_path, type_errors};
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
    let (found, tree, slips) = walk_over_slips(file, text, index);
    let is_utf8 = std::str::from_utf8(bytes);
    // In bytes that are no text any sign may be another.
    let slips = if is_utf8.is_ok() { slips } else { Vec::new() };
    let mut told: Vec<Fault> = Vec::new();
    match (is_utf8, &tree) {
        (Err(error), _) => told.push(not_utf8(file, bytes, error.valid_up_to())),
        (_, Err(end)) if is_too_deep(end) => told.push(too_deep(file, text, end)),
        (_, Err(end)) => {
            let text = &legible(text);
            let is_told = slips.iter().any(|slip| slip.position == Some(of_error(text, end)));
            told.extend((!is_told).then(|| ended::<T>(file, text, end, found.doubled)));
        }
        (_, Ok(tree)) => {
            let errors = type_errors_unless_sound::<T>(tree);
            let faults = errors.iter().map(|error| mistyped(file, error));
            told.extend(faults.filter(|fault| !repeats(fault, &found.faults)));
        }
    }
    let is_sound = told.is_empty() && slips.is_empty() && !found.doubled;
    let readable = is_sound && !found.faults.iter().any(|fault| fault.rule == DOES_NOT_PARSE);
    let is_about_keys = |fault: &Fault| matches!(fault.rule, "unknown-key" | "duplicate-key" | DOES_NOT_PARSE);
    faults.extend(told);
    faults.extend(slips);
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
    let tree = tree.ok().filter(|_| readable)?;
    let record = T::deserialize(&tree).ok()?;
    Some((record, Document::new(tree, index)))
}

/// Walks over a text, and over its slips if that is what keeps it from being JSON; with the slips as faults.
fn walk_over_slips(
    file: &str,
    text: &str,
    index: &SchemaIndex,
) -> (StrictFaults, Result<Value, serde_json::Error>, Vec<Fault>) {
    let (found, tree) = walk(file, text, index);
    if tree.as_ref().err().is_none_or(is_too_deep) {
        return (found, tree, Vec::new());
    }
    let (mended, slips) = mended(text);
    if slips.is_empty() {
        return (found, tree, Vec::new());
    }
    let told = |slip: Slip| {
        let fault = Fault::error(file, "$", DOES_NOT_PARSE, slip.message);
        fault.hint(slip.hint).at(slip.position)
    };
    let (found, tree) = walk(file, &mended, index);
    (found, tree, slips.into_iter().map(told).collect())
}

/// The errors of a tree that is no record.
fn type_errors_unless_sound<T: DeserializeOwned>(tree: &Value) -> Vec<TypeError> {
    if T::deserialize(tree).is_ok() {
        Vec::new()
    } else {
        type_errors::<T>(tree)
    }
}

/// The fault of a text that ends being JSON, with the path of the value at which it does.
fn ended<T: DeserializeOwned>(file: &str, text: &str, end: &serde_json::Error, doubled: bool) -> Fault {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read: Result<T, _> = serde_path_to_error::deserialize(&mut deserializer);
    let at = read.err().filter(|error| !doubled && !error.inner().is_data());
    let path = at.map_or_else(|| "$".to_owned(), |error| json_path(error.path()));
    let message = end.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let (message, hint) = match message {
        "EOF while parsing a value" if text.trim().is_empty() => (
            "the file is empty",
            "write what data/README.md shows, or remove the file",
        ),
        "EOF while parsing a value" => (
            "the file ends where a value belongs",
            "write the value, and the brackets that are missing",
        ),
        "EOF while parsing an object" => ("the file ends inside an object", "write the } that is missing"),
        "EOF while parsing a list" => ("the file ends inside a list", "write the ] that is missing"),
        "EOF while parsing a string" => ("the file ends inside a text", "write the \" that is missing"),
        "trailing characters" => (
            "more text follows the end of the record",
            "keep one record in a file: remove the rest, or the bracket before it that closes too early",
        ),
        "invalid escape" => (
            "a backslash stands before a letter that it does not go with",
            "write / in a name of a zone or a folder, and \\\\ for a backslash",
        ),
        _ => (
            message,
            "look just before this place for a missing comma, quote or bracket",
        ),
    };
    Fault::error(file, path, DOES_NOT_PARSE, message)
        .hint(hint)
        .at(of_error(text, end))
}

fn mistyped(file: &str, error: &TypeError) -> Fault {
    let (message, hint) = advice(error);
    Fault::error(file, &error.path, DOES_NOT_PARSE, message).hint(hint)
}

/// True if the strict walk has reported the same already: a key that is no variant, or a list for a record.
fn repeats(first: &Fault, found: &[Fault]) -> bool {
    found.iter().any(|fault| match fault.rule {
        "unknown-key" => first.message.contains(" is none of ") && is_within(&fault.path, &first.path),
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
    Fault::error(file, "$", DOES_NOT_PARSE, "lists and objects are nested too deep")
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
