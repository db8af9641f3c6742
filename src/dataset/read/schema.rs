//! JSON Schema of each file of a pack, for editors and for finding unknown keys.

use std::any::TypeId;
use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::files::{
    CircuitsFile, EntriesFile, PeopleFile, PublishedFile, ResultsFile, SeasonFile, SeriesFile, SourcesFile,
    WeekendsFile,
};
use super::schema_index::SchemaIndex;

/// One kind of file.
struct FileKind {
    name: &'static str,
    record: TypeId,
    schema: Schema,
    index: SchemaIndex,
}

/// Kinds of files of a pack. Built once, since a reload reads dozens of files.
static FILE_KINDS: LazyLock<[FileKind; 9]> = LazyLock::new(|| {
    [
        kind::<CircuitsFile>("circuits"),
        kind::<SeriesFile>("series"),
        kind::<PeopleFile>("people"),
        kind::<SourcesFile>("sources"),
        kind::<SeasonFile>("season"),
        kind::<WeekendsFile>("weekends"),
        kind::<EntriesFile>("entries"),
        kind::<ResultsFile>("results"),
        kind::<PublishedFile>("published"),
    ]
});

/// Generated schemas, as file name and text.
pub fn schemas() -> Vec<(String, String)> {
    let file = |kind: &FileKind| {
        (
            format!("{}.schema.json", kind.name),
            format!("{:#}\n", kind.schema.as_value()),
        )
    };
    FILE_KINDS.iter().map(file).collect()
}

/// Index of the keys that the file of this record may hold.
pub(super) fn index_of<T: 'static>() -> Option<&'static SchemaIndex> {
    let record = TypeId::of::<T>();
    FILE_KINDS
        .iter()
        .find(|kind| kind.record == record)
        .map(|kind| &kind.index)
}

fn kind<T: JsonSchema + 'static>(name: &'static str) -> FileKind {
    let settings = SchemaSettings::draft2020_12().with_transform(Closed);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    // Editors learn from this key which schema a file is written by.
    if let Some(keys) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let address = json!({ "type": "string", "description": "The address of this schema, for editors." });
        keys.insert("$schema".to_owned(), address);
    }
    FileKind {
        name,
        record: TypeId::of::<T>(),
        index: SchemaIndex::of(schema.as_value()),
        schema,
    }
}

/// Refuses every key that a record does not name: a misspelt key would silently count as absent.
#[derive(Debug, Clone)]
struct Closed;

impl Transform for Closed {
    fn transform(&mut self, schema: &mut Schema) {
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
        transform_subschemas(self, schema);
    }
}
