//! One file's text becomes its record, or faults with a path to each.

use serde::de::DeserializeOwned;

use super::Fault;

/// Reads one file.
pub fn parse<T: DeserializeOwned + schemars::JsonSchema>(
    file: &str,
    bytes: &[u8],
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    match serde_path_to_error::deserialize(&mut deserializer) {
        Ok(record) => Some(record),
        Err(error) => {
            let path = format!("$.{}", error.path());
            faults.push(Fault::error(file, path, "does-not-parse", error.inner().to_string()));
            None
        }
    }
}
