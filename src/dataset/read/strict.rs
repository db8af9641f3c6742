//! Strict walk over a file's JSON: unknown keys, duplicate keys and texts that cannot be shown.
//!
//! The typed parser ignores unknown keys and stops at its first error; this walk sees every key up to the end, or up to
//! the place where the text stops being JSON. It keeps the values as a tree, so that no file is parsed twice.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::json_path::JsonPath;
use super::schema_index::SchemaIndex;
use super::text_rules;
use crate::dataset::fault::{Fault, clipped};
use crate::lookup::nearest;

/// Maximum number of faults of one file that are listed: a hostile file has millions.
const MOST: usize = 200;

/// Findings of the strict walk.
#[derive(Debug, Default)]
pub struct StrictFaults {
    file: String,
    /// The faults.
    pub faults: Vec<Fault>,
    /// True if a key stands twice in one object.
    pub doubled: bool,
    /// Number of faults that are not listed.
    pub more: usize,
}

/// Walks over one file's text and returns its findings, and its tree or the error that ended the walk early.
///
/// Of a key that stands twice in one object the tree has the last value.
pub fn walk(file: &str, text: &str, index: &SchemaIndex) -> (StrictFaults, Result<Value, serde_json::Error>) {
    let mut found = StrictFaults {
        file: file.to_owned(),
        ..StrictFaults::default()
    };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let root = Walk {
        index,
        place: JsonPath::Root,
        found: &mut found,
    };
    let tree = root.deserialize(&mut deserializer);
    let tree = tree.and_then(|tree| deserializer.end().map(|()| tree));
    (found, tree)
}

impl StrictFaults {
    fn add(&mut self, place: &JsonPath<'_>, rule: &'static str, message: String, hint: impl Into<String>) {
        if self.faults.len() < MOST {
            let fault = Fault::error(&self.file, place.to_string(), rule, message);
            self.faults.push(fault.hint(hint));
        } else {
            self.more += 1;
        }
    }

    fn unknown(&mut self, place: &JsonPath<'_>, key: &str, index: &SchemaIndex) {
        let message = format!("the key '{}' means nothing here", clipped(key, 60));
        let hint = match nearest(key, index.keys()) {
            Some(known) => format!("'{}' looks like '{known}'", clipped(key, 60)),
            None => format!("the keys here are {}", index.keys().collect::<Vec<_>>().join(", ")),
        };
        self.add(place, "unknown-key", message, hint);
    }

    fn doubled(&mut self, place: &JsonPath<'_>, key: &str) {
        self.doubled = true;
        let message = format!("the key '{}' stands twice in one object", clipped(key, 60));
        self.add(place, "duplicate-key", message, "keep one of the two");
    }

    fn text(&mut self, place: &JsonPath<'_>, text: &str) {
        if let Some((rule, message, hint)) = text_rules::fault_in(name_of(place), text) {
            self.add(place, rule, message, hint);
        }
    }
}

/// Key of a value, or of the list that it is an item of.
fn name_of<'p>(place: &JsonPath<'p>) -> &'p str {
    match place {
        JsonPath::Root => "",
        JsonPath::Key(_, key) => key,
        JsonPath::Item(parent, _) => match parent {
            JsonPath::Key(_, key) => key,
            JsonPath::Root | JsonPath::Item(..) => "",
        },
    }
}

/// One value of the text: its path, and the schema index of that place.
struct Walk<'w> {
    index: &'w SchemaIndex,
    place: JsonPath<'w>,
    found: &'w mut StrictFaults,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        self.found.text(&self.place, text);
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        if self.index.is_record() {
            let message = "a list stands where an object belongs".to_owned();
            let hint = format!(
                "write an object with the keys {}",
                self.index.keys().collect::<Vec<_>>().join(", ")
            );
            self.found.add(&self.place, "does-not-parse", message, hint);
        }
        let mut values = Vec::new();
        loop {
            let item = Walk {
                index: self.index.item(),
                place: JsonPath::Item(&self.place, values.len()),
                found: &mut *self.found,
            };
            match items.next_element_seed(item)? {
                Some(value) => values.push(value),
                None => return Ok(values.into()),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            let place = JsonPath::Key(&self.place, &key);
            let index = self.index.key(&key);
            if index.is_none() {
                self.found.unknown(&place, &key, self.index);
            }
            if members.contains_key(&*key) {
                self.found.doubled(&place, &key);
            }
            let member = Walk {
                index: index.unwrap_or(SchemaIndex::ANYTHING),
                place,
                found: &mut *self.found,
            };
            let value = entries.next_value_seed(member)?;
            members.insert(key.into_owned(), value);
        }
        Ok(members.into())
    }
}

/// A key, borrowed from the text where it holds no escapes.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: de::Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}
