//! Style of the source: plain comments, and names that mean one thing.

use std::collections::BTreeMap;

use crate::support::sources::sources;

/// First words that make a riddle of a comment: the field has a noun or a verb for it.
const RIDDLES: [&str; 8] = ["What", "How", "Whether", "Who", "Whose", "Which", "Whoever", "Where"];

#[test]
fn comments_begin_with_a_noun_or_a_verb() {
    let mut riddles = Vec::new();
    for source in sources(&["src", "tests", "benches"]) {
        let mut in_comment = false;
        for (at, line) in source.text.lines().enumerate() {
            let comment = comment(line);
            let begins = comment.is_some() && !in_comment;
            in_comment = comment.is_some_and(|text| !text.is_empty());
            let word = comment.and_then(|text| text.split([' ', ',', '\'']).next());
            if begins && word.is_some_and(|word| RIDDLES.contains(&word)) {
                riddles.push(format!("{}:{}: {}", source.path, at + 1, line.trim()));
            }
        }
    }
    assert!(
        riddles.is_empty(),
        "{} comments begin with a question word; name the thing (\"Timeout for ...\"), the act (\"Parses ...\"), or for a \
         boolean say \"True if ...\":\n{}",
        riddles.len(),
        riddles.join("\n")
    );
}

#[test]
fn a_type_name_means_one_thing() {
    let mut definitions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources(&["src"]) {
        for (number, line) in source.code() {
            if let Some(name) = defined(line) {
                let place = format!("{}:{number}", source.path);
                definitions.entry(name.to_owned()).or_default().push(place);
            }
        }
    }
    let doubled =
        |(name, places): (&String, &Vec<String>)| (places.len() > 1).then(|| format!("{name}: {}", places.join(", ")));
    let doubled: Vec<String> = definitions.iter().filter_map(doubled).collect();
    assert!(
        doubled.is_empty(),
        "{} names are defined more than once; the lowest room keeps the name, the others say what theirs is of:\n{}",
        doubled.len(),
        doubled.join("\n")
    );
}

/// The text of a comment line; an empty one between paragraphs is empty.
fn comment(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let text = ["///", "//!", "//"].iter().find_map(|mark| line.strip_prefix(mark))?;
    Some(text.trim())
}

/// The name of the type that a line of code defines; the associated types of traits have the names that these give them.
fn defined(line: &str) -> Option<&str> {
    if line.starts_with(' ') && line.trim_start().starts_with("type ") {
        return None;
    }
    let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
    if !["struct", "enum", "type", "trait"].contains(&words.next()?) {
        return None;
    }
    let name = words.next()?;
    name.split(|letter: char| !letter.is_alphanumeric()).next()
}

#[test]
fn a_definition_is_found_in_a_line() {
    let found = [
        "pub struct Lease<'a> {",
        "    type Err = Unknown;",
        "pub(super) enum Kind {",
        "let x = 1;",
    ];
    let found: Vec<Option<&str>> = found.into_iter().map(defined).collect();
    assert_eq!(found, [Some("Lease"), None, Some("Kind"), None]);
}
