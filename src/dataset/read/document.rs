//! Document: the JSON tree of one file beside its schema index, for rules that look at fields instead of records.

use serde_json::Value;

use super::json_path::JsonPath;
use super::references::{IdKind, ReferenceField};
use super::schema_index::SchemaIndex;

/// One file that could be read.
#[derive(Debug)]
pub struct Document {
    tree: Value,
    index: &'static SchemaIndex,
}

/// One id that names another record.
#[derive(Debug, Clone, Copy)]
pub struct Reference<'d> {
    /// Kind of record that is named.
    pub kind: IdKind,
    /// Id of the record.
    pub id: &'d str,
    /// Position of the field's declaration.
    pub declaration: usize,
    /// Id of the championship that the reference belongs to: that of the nearest object with such a key.
    pub championship: Option<&'d str>,
}

/// Takes a reference and its place.
type Visit<'v, 'd> = &'v mut dyn FnMut(&JsonPath<'_>, Reference<'d>);

impl Document {
    /// The document of a tree that the index describes.
    pub fn new(tree: Value, index: &'static SchemaIndex) -> Self {
        Self { tree, index }
    }

    /// The objects of the list under a key of the file, with their indices.
    pub fn list(&self, key: &str) -> impl Iterator<Item = (usize, &Value)> {
        list(&self.tree, key)
    }

    /// Calls `visit` for every reference in the file.
    pub fn references<'d>(&'d self, visit: Visit<'_, 'd>) {
        walk(&self.tree, self.index, &JsonPath::Root, None, visit);
    }
}

/// The items of the list under a key of an object, with their indices.
pub fn list<'d>(value: &'d Value, key: &str) -> impl Iterator<Item = (usize, &'d Value)> + use<'d> {
    let items = value.get(key).and_then(Value::as_array);
    items.into_iter().flatten().enumerate()
}

fn walk<'d>(
    value: &'d Value,
    index: &SchemaIndex,
    path: &JsonPath<'_>,
    championship: Option<&'d str>,
    visit: Visit<'_, 'd>,
) {
    let (declaration, field) = index.reference.unzip();
    let reference = |kind, id| Reference {
        kind,
        id,
        declaration: declaration.unwrap_or(usize::MAX),
        championship,
    };
    match (value, field) {
        (Value::String(id), Some(ReferenceField::One(kind))) => visit(path, reference(kind, id)),
        (Value::Array(items), field) => {
            for (at, item) in items.iter().enumerate() {
                let path = JsonPath::Item(path, at);
                match (item, field) {
                    (Value::String(id), Some(ReferenceField::Each(kind))) => visit(&path, reference(kind, id)),
                    _ => walk(item, index.item(), &path, championship, visit),
                }
            }
        }
        (Value::Object(members), field) => {
            let own = members.get("championship").and_then(Value::as_str);
            for (key, member) in members {
                let path = JsonPath::Key(path, key);
                if let Some(ReferenceField::Keys(kind)) = field {
                    visit(&path, reference(kind, key));
                }
                if let Some(index) = index.key(key) {
                    walk(member, index, &path, own.or(championship), visit);
                }
            }
        }
        _ => {}
    }
}
