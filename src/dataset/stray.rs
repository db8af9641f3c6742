//! Stray files: those that are not read though their names look like those of a pack, such as `results.json.txt`.

use std::collections::BTreeMap;

use super::fault::Fault;

/// Names of the files of a pack, without `.json`.
const NAMES: [&str; 9] = [
    "circuits",
    "series",
    "people",
    "sources",
    "season",
    "weekends",
    "entries",
    "results",
    "published",
];

/// True if a file of a pack has this name.
pub fn is_known(name: &str) -> bool {
    name.strip_suffix(".json").is_some_and(|stem| NAMES.contains(&stem))
}

/// File of a pack that is meant by a name, by its part before the first dot: whatever its case and ending.
pub fn meant(name: &str) -> Option<String> {
    let stem = name.split('.').next()?.trim().to_lowercase();
    let known = NAMES.iter().find(|known| **known == stem)?;
    (name.len() > stem.len()).then(|| format!("{known}.json"))
}

/// Fault of a path that is not read: an error if the file that it should be is missing, else a note.
pub fn fault(path: &str, is_folder: bool, read: &BTreeMap<String, Vec<u8>>) -> Option<Fault> {
    let (folder, name) = path
        .rsplit_once('/')
        .map_or(("", path), |(folder, name)| (folder, name));
    let meant = meant(name)?;
    let whole = if folder.is_empty() {
        meant.clone()
    } else {
        format!("{folder}/{meant}")
    };
    Some(if is_folder {
        let message = format!("'{name}' is a folder");
        Fault::error(path, "$", "unknown-file", message).hint(format!("make it a file, {meant}"))
    } else if read.contains_key(&whole) {
        let message = format!("'{name}' is not read: {meant} beside it is");
        Fault::note(path, "$", "unknown-file", message).hint("remove it, or keep it elsewhere")
    } else {
        let message = format!("'{name}' is not read: only files that end in .json are");
        let hint = format!("make it JSON as data/README.md shows it, and name it {meant}");
        Fault::error(path, "$", "unknown-file", message).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_like_those_of_a_pack_are_known() {
        for name in [
            "results.json.txt",
            "results.JSON",
            "Results.jsonc",
            "results.csv",
            "results.json~",
        ] {
            assert_eq!(meant(name).as_deref(), Some("results.json"), "{name}");
        }
        for name in [".DS_Store", "README.md", "results", "my-results.csv"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
