//! Advice on a value of a wrong type: what is wrong in words of a pack, and what to write instead.

use serde_json::Value;

use super::parser_words::in_words;
use super::typed::TypeError;
use crate::dataset::dates::{write_date, write_time};
use crate::dataset::fault::clipped;
use crate::lookup::{country, write_one_of, write_zone_of, zone_meant};
use crate::lookup::{nearest, normalised};

/// Hint where nothing better is known.
const SEE: &str = "data/README.md and data/schema tell what belongs here";

/// Maximum number of characters of a value that are shown.
const LONGEST: usize = 60;

/// Message and hint of an error of the typed parser.
pub fn advice(error: &TypeError) -> (String, String) {
    let (message, hint) = of_parser(error);
    (in_words(&message), hint)
}

/// The same with the message as the parser words it.
fn of_parser(error: &TypeError) -> (String, String) {
    let message = error
        .message
        .replace("expected u16", "expected a whole number up to 65535");
    let missing = message
        .strip_prefix("missing field `")
        .and_then(|rest| rest.strip_suffix('`'));
    if let Some(key) = missing {
        return (format!("the key '{key}' is missing"), format!("write \"{key}\"; {SEE}"));
    }
    match &error.value {
        Some(Value::String(text)) if error.key == "zone" => {
            let message = format!("'{}' is not an IANA zone", clipped(text, LONGEST));
            (message, write_zone(text, error.around.as_ref()))
        }
        Some(Value::String(text)) if is_about_dates(&message) => {
            let is_time = error.key == "time";
            let what = if is_time { "a time of day" } else { "a date" };
            let hint = if is_time { write_time(text) } else { write_date(text) };
            (format!("'{}' is not {what}", clipped(text, LONGEST)), hint)
        }
        Some(Value::String(text)) if message.starts_with("unknown variant") => {
            let hint = write_variant(text, &message);
            (message, hint)
        }
        Some(Value::String(text)) if message.contains("is not an id") => {
            let id = normalised(text).replace(' ', "-");
            let hint = if id.is_empty() {
                SEE.to_owned()
            } else {
                format!("write \"{id}\"")
            };
            (message, hint)
        }
        Some(Value::String(text)) if message.contains("is not a car number") => {
            let number: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
            let is_number = (1..=4).contains(&number.len());
            (
                message,
                if is_number {
                    format!("write \"{number}\"")
                } else {
                    SEE.to_owned()
                },
            )
        }
        Some(value) => {
            let hint = write_type(value, &message);
            (message, hint.unwrap_or_else(|| SEE.to_owned()))
        }
        None => (message, SEE.to_owned()),
    }
}

/// True if a message is one of the parser of dates and times.
fn is_about_dates(message: &str) -> bool {
    [
        "premature end of input",
        "input contains invalid characters",
        "input is out of range",
        "input is not enough for unique date and time",
        "no possible date and time matching input",
        "trailing input",
    ]
    .iter()
    .any(|start| message.starts_with(start))
}

/// Hint of a zone: the one that is meant, or those of the country beside it.
fn write_zone(text: &str, around: Option<&Value>) -> String {
    let code = around
        .and_then(|around| around.get("country"))
        .and_then(Value::as_str)
        .unwrap_or_default();
    let zones = country(code)
        .map(|country| country.zones.as_slice())
        .unwrap_or_default();
    let meant = nearest(text, zones.iter().copied()).or_else(|| zone_meant(text));
    match meant.filter(|zone| zones.is_empty() || zones.contains(zone)) {
        Some(zone) => format!("write {zone}"),
        None => write_zone_of(code),
    }
}

/// Hint of a word that is none of those that can stand here: `DNF`, `canceled`.
fn write_variant(text: &str, message: &str) -> String {
    let (_, list) = message.split_once(", expected ").unwrap_or_default();
    let known: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    let lower = text.to_lowercase();
    match nearest(&lower, known.iter().copied()) {
        Some(known) => format!("write \"{known}\""),
        None => write_one_of(&known),
    }
}

/// Hint of a value in a wrong form: a number in quotes, a text without, one text in place of a list.
fn write_type(value: &Value, message: &str) -> Option<String> {
    let (_, expected) = message.split_once("expected ")?;
    match value {
        Value::String(text) if !expected.contains("string") && text.trim().parse::<u16>().is_ok() => {
            Some(format!("write {}, without quotes", text.trim()))
        }
        Value::String(text) if expected.contains("true") || expected.contains("boolean") => {
            let word = text.trim().to_lowercase();
            matches!(word.as_str(), "true" | "false").then(|| format!("write {word}, without quotes"))
        }
        Value::String(text) if expected.contains("whole number") => {
            let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
            (!digits.is_empty()).then(|| format!("write {digits}, without quotes and unit"))
        }
        Value::String(text) if expected.contains("\"all\"") => Some(if text.eq_ignore_ascii_case("all") {
            "write \"all\", in small letters".to_owned()
        } else {
            write_list(text)
        }),
        Value::String(text) if expected.contains("sequence") => Some(write_list(text)),
        Value::Number(_) | Value::Bool(_) | Value::Object(_) if expected.contains("sequence") => {
            Some(format!("write a list, in square brackets; {SEE}"))
        }
        Value::Number(number) if expected.contains("a place such as") => match number.as_f64() {
            Some(place) if place < 1.0 => Some("write a place from 1 on, or leave it out if there is none".to_owned()),
            Some(place) if place.fract() == 0.0 => Some(format!("write {place}")),
            _ => None,
        },
        Value::Number(number) if expected.contains("string") => Some(format!("write \"{number}\", in quotes")),
        Value::Number(number) if expected.contains("whole number") => {
            let whole = number
                .as_f64()
                .filter(|number| number.fract() == 0.0 && (0.0..65536.0).contains(number))?;
            Some(format!("write {whole}"))
        }
        _ => None,
    }
}

/// Hint of a text in place of a list: its parts, as numbers where all of them are.
fn write_list(text: &str) -> String {
    let numbers: Vec<&str> = text
        .split([',', ';', '-', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let items = if numbers.iter().all(|part| part.parse::<u16>().is_ok()) {
        numbers.join(", ")
    } else {
        let items: Vec<String> = text.split(',').map(|item| format!("\"{}\"", item.trim())).collect();
        items.join(", ")
    };
    format!("write a list: [{}]", clipped(&items, LONGEST))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn hint(key: &str, value: Value, message: &str) -> String {
        let error = TypeError {
            path: "$".to_owned(),
            message: message.to_owned(),
            key: key.to_owned(),
            value: Some(value),
            around: Some(json!({ "country": "FR" })),
        };
        advice(&error).1
    }

    #[test]
    fn what_to_write_is_said() {
        assert_eq!(
            hint("date", json!("16/05/2026"), "input contains invalid characters"),
            "write 2026-05-16"
        );
        assert_eq!(
            hint("time", json!("14.00"), "input contains invalid characters"),
            "write 14:00"
        );
        assert_eq!(hint("zone", json!("Europe/Dijon"), "x"), "write Europe/Paris");
        assert_eq!(
            hint(
                "status",
                json!("DNF"),
                "unknown variant `DNF`, expected one of `classified`, `dnf`"
            ),
            "write \"dnf\""
        );
        assert_eq!(
            hint(
                "place",
                json!("1"),
                "invalid type: string \"1\", expected a whole number"
            ),
            "write 1, without quotes"
        );
        assert_eq!(
            hint("car", json!(7), "invalid type: integer `7`, expected a string"),
            "write \"7\", in quotes"
        );
        assert_eq!(
            hint(
                "drivers",
                json!("ann, bob"),
                "invalid type: string \"ann, bob\", expected a sequence"
            ),
            "write a list: [\"ann\", \"bob\"]"
        );
        let points = "invalid type: string, expected a sequence";
        assert_eq!(hint("points", json!("25-18-15"), points), "write a list: [25, 18, 15]");
        assert_eq!(
            hint("drops", json!(2), "invalid type: integer `2`, expected a sequence"),
            "write a list, in square brackets; data/README.md and data/schema tell what belongs here"
        );
        assert_eq!(
            hint("minutes", json!("50 min"), "invalid type, expected a whole number"),
            "write 50, without quotes and unit"
        );
        let weekends = "expected the word \"all\" or a list of weekend ids";
        assert_eq!(
            hint("weekends", json!("All"), weekends),
            "write \"all\", in small letters"
        );
        assert_eq!(hint("weekends", json!("spa"), weekends), "write a list: [\"spa\"]");
        assert_eq!(hint("place", json!(1.0), "expected a place such as 3"), "write 1");
        assert_eq!(
            hint("car", json!("#7"), "'#7' is not a car number: write"),
            "write \"7\""
        );
        assert_eq!(
            hint("id", json!("Jörg Müller"), "'Jörg Müller' is not an id: write"),
            "write \"jorg-muller\""
        );
    }
}
