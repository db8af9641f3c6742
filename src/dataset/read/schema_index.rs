//! Schema index: the keys that a file may hold, from its JSON Schema, with one look-up a key.

use std::collections::BTreeMap;

use serde_json::Value;

use super::references::{Declaration, declared};

/// Maximum depth that is indexed: deeper than any record, and an end for a schema that contains itself.
const DEEPEST: u8 = 40;

/// Keys and items allowed in one place. Alternatives (`anyOf`) are merged: the typed parser tells them apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SchemaIndex {
    keys: BTreeMap<String, SchemaIndex>,
    others: Option<Box<SchemaIndex>>,
    items: Option<Box<SchemaIndex>>,
    /// Declaration of the field that stands here, if it holds ids.
    pub reference: Option<Declaration>,
}

impl SchemaIndex {
    /// Index of a place that the schema leaves open: no key in it is unknown.
    pub const ANYTHING: &'static Self = &Self {
        keys: BTreeMap::new(),
        others: None,
        items: None,
        reference: None,
    };

    /// Index of a schema.
    pub fn of(schema: &Value) -> Self {
        let mut index = Self::default();
        index.learn(schema, schema, "", DEEPEST);
        index
    }

    /// Index of the value under a key; `None` if the key is unknown here.
    pub fn key(&self, key: &str) -> Option<&Self> {
        let rest = if self.keys.is_empty() {
            Some(Self::ANYTHING)
        } else {
            None
        };
        self.keys.get(key).or(self.others.as_deref()).or(rest)
    }

    /// Keys that are known here.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.keys().map(String::as_str)
    }

    /// Index of the items of a list here.
    pub fn item(&self) -> &Self {
        self.items.as_deref().unwrap_or(Self::ANYTHING)
    }

    /// True if only a record with named keys can stand here.
    pub fn is_record(&self) -> bool {
        !self.keys.is_empty() && self.items.is_none()
    }

    /// Adds what a schema allows, which is that of the named record.
    fn learn(&mut self, schema: &Value, root: &Value, record: &str, depth: u8) {
        let Some(depth) = depth.checked_sub(1) else { return };
        let reference = schema.get("$ref").and_then(Value::as_str);
        if let Some(target) = reference.and_then(|at| root.pointer(at.strip_prefix('#')?)) {
            let record = reference.and_then(|at| at.rsplit('/').next());
            self.learn(target, root, record.unwrap_or_default(), depth);
        }
        for word in ["anyOf", "oneOf", "allOf"] {
            for alternative in schema.get(word).and_then(Value::as_array).into_iter().flatten() {
                self.learn(alternative, root, record, depth);
            }
        }
        for (key, value) in object(schema, "properties") {
            let field = self.keys.entry(key.clone()).or_default();
            field.reference = declared(record, key);
            field.learn(value, root, "", depth);
        }
        // The keys of a map have a pattern of their own (`patternProperties`), which the typed parser enforces.
        let open = schema.get("additionalProperties").filter(|rest| !rest.is_boolean());
        for value in object(schema, "patternProperties").map(|(_, value)| value).chain(open) {
            self.others.get_or_insert_default().learn(value, root, "", depth);
        }
        if let Some(items) = schema.get("items") {
            self.items.get_or_insert_default().learn(items, root, "", depth);
        }
    }
}

fn object<'s>(schema: &'s Value, word: &str) -> impl Iterator<Item = (&'s String, &'s Value)> {
    schema.get(word).and_then(Value::as_object).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn references_alternatives_lists_and_maps_are_followed() {
        let shape = SchemaIndex::of(&json!({
            "properties": {
                "car": { "anyOf": [{ "$ref": "#/$defs/Car" }, { "type": "null" }] },
                "cars": { "items": { "$ref": "#/$defs/Car" } },
                "by_id": { "patternProperties": { "^a$": { "$ref": "#/$defs/Car" } }, "additionalProperties": false },
            },
            "$defs": { "Car": { "oneOf": [{ "properties": { "miles": {} } }, { "properties": { "km": {} } }] } }
        }));
        let car: Vec<&str> = shape.key("car").unwrap().keys().collect();
        assert_eq!(car, ["km", "miles"]);
        assert_eq!(shape.key("cars").unwrap().item(), shape.key("car").unwrap());
        assert_eq!(shape.key("by_id").unwrap().key("any"), shape.key("car"));
        assert_eq!((shape.key("van"), shape.is_record()), (None, true));
    }

    #[test]
    fn a_schema_that_contains_itself_comes_to_an_end() {
        let shape = SchemaIndex::of(&json!({ "properties": { "next": { "$ref": "#" } } }));
        assert!(shape.key("next").and_then(|next| next.key("next")).is_some());
    }
}
