//! Strict walk over a file's JSON: unknown keys, duplicate keys and texts that cannot be shown.
//!
//! The typed parser ignores unknown keys and stops at its first error; this walk sees every key up to the end, or up to
//! the place where the text stops being JSON.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::json_path::JsonPath;
use super::schema_index::SchemaIndex;
use super::text_rules;
use crate::dataset::fault::{Fault, clipped};
use crate::dataset::suggest::nearest;

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

/// Walks over one file's text and returns its findings, and the error that ended the walk early.
pub fn walk(file: &str, text: &str, shape: &SchemaIndex) -> (StrictFaults, Option<serde_json::Error>) {
    let mut found = StrictFaults {
        file: file.to_owned(),
        ..StrictFaults::default()
    };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let root = Walk {
        shape,
        place: JsonPath::Root,
        found: &mut found,
    };
    let end = root.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    (found, end.err())
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

    fn unknown(&mut self, place: &JsonPath<'_>, key: &str, shape: &SchemaIndex) {
        let message = format!("the key '{}' means nothing here", clipped(key, 60));
        let hint = match nearest(key, shape.keys()) {
            Some(known) => format!("'{}' looks like '{known}'", clipped(key, 60)),
            None => format!("the keys here are {}", shape.keys().collect::<Vec<_>>().join(", ")),
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
    shape: &'w SchemaIndex,
    place: JsonPath<'w>,
    found: &'w mut StrictFaults,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.found.text(&self.place, text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.shape.is_record() {
            let message = "a list stands where an object belongs".to_owned();
            let hint = format!(
                "write an object with the keys {}",
                self.shape.keys().collect::<Vec<_>>().join(", ")
            );
            self.found.add(&self.place, "does-not-parse", message, hint);
        }
        let mut index = 0;
        loop {
            let item = Walk {
                shape: self.shape.item(),
                place: JsonPath::Item(&self.place, index),
                found: &mut *self.found,
            };
            if items.next_element_seed(item)?.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut seen: HashSet<Cow<'de, str>> = HashSet::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            let place = JsonPath::Key(&self.place, &key);
            let shape = self.shape.key(&key);
            if shape.is_none() {
                self.found.unknown(&place, &key, self.shape);
            }
            if seen.contains(&key) {
                self.found.doubled(&place, &key);
            }
            let value = Walk {
                shape: shape.unwrap_or(SchemaIndex::ANYTHING),
                place,
                found: &mut *self.found,
            };
            entries.next_value_seed(value)?;
            seen.insert(key);
        }
        Ok(())
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
