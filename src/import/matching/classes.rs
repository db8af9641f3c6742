//! Classes by the words of a sheet.
//!
//! A word means what was chosen for it, else an id, name or alias, else the class that all its cars are entered in.

use std::collections::{BTreeMap, BTreeSet};

use super::options::MatchOptions;
use crate::dataset::Fault;
use crate::dataset::edit::{AliasOf, PackChanges};
use crate::domain::{Class, ClassId, Season, Weekend};
use crate::import::sheet::ResultSheet;
use crate::lookup::{nearest, normalised};

/// The classes that the words of a sheet mean; a word that means none is a fault, if the season has classes.
pub fn meanings(
    season: &Season,
    weekend: &Weekend,
    sheet: &ResultSheet,
    options: &MatchOptions,
    changes: &mut PackChanges,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, ClassId> {
    let words: BTreeSet<&String> = sheet.rows.iter().filter_map(|row| row.class.as_ref()).collect();
    let mut meanings = BTreeMap::new();
    for word in words {
        let chosen = options.choice(word).and_then(|id| season.class(id.as_str()));
        if let Some(class) = chosen {
            let alias = (AliasOf::Class(class.id.clone()), word.clone());
            if called(season, word).is_none() && !changes.aliases.contains(&alias) {
                changes.aliases.push(alias);
            }
        }
        let by_name = chosen.or_else(|| called(season, word)).map(|class| class.id.clone());
        let by_entries = || {
            let class = entered_in(season, weekend, sheet, word)?;
            let message = format!("'{word}' is taken for {class}, in which all its cars are entered");
            faults
                .push(Fault::note("", "$", "class", message).hint(format!("to remember it: --as \"{word}={class}\"")));
            Some(class)
        };
        match by_name.or_else(by_entries) {
            Some(class) => {
                meanings.insert(word.clone(), class);
            }
            None if season.classes.is_empty() => {}
            None => faults.push(unknown(season, word)),
        }
    }
    meanings
}

/// The class with this id, name or alias, whatever blanks and hyphens stand in it.
fn called<'s>(season: &'s Season, word: &str) -> Option<&'s Class> {
    let key = squeezed(word);
    let is_it = |class: &&Class| {
        let names = class.aliases.iter().chain([&class.name]).map(String::as_str);
        names.chain([class.id.as_str()]).any(|name| squeezed(name) == key)
    };
    season.classes.iter().find(is_it)
}

/// The one class that all cars with a word are entered in, as far as they are entered.
fn entered_in(season: &Season, weekend: &Weekend, sheet: &ResultSheet, word: &str) -> Option<ClassId> {
    let rows = sheet.rows.iter().filter(|row| row.class.as_deref() == Some(word));
    let cars = rows.filter_map(|row| row.number.as_ref()?.parse().ok());
    let entries = cars.filter_map(|car| season.entry(&weekend.id, None, Some(&car)));
    let classes: BTreeSet<&ClassId> = entries.filter_map(|entry| entry.class.as_ref()).collect();
    let mut classes = classes.into_iter();
    classes.next().filter(|_| classes.next().is_none()).cloned()
}

fn unknown(season: &Season, word: &str) -> Fault {
    let ids: Vec<&str> = season.classes.iter().map(|class| class.id.as_str()).collect();
    let key = normalised(word);
    let begins = ids.iter().copied().find(|id| id.starts_with(&key));
    let near = begins
        .or_else(|| nearest(&key, ids.iter().copied()))
        .or(ids.first().copied());
    let fault = Fault::error("", "$", "unknown-class", format!("no class is called '{word}'"));
    fault.hint(format!(
        "classes: {}; say which: --as \"{word}={}\"",
        ids.join(", "),
        near.unwrap_or_default()
    ))
}

fn squeezed(text: &str) -> String {
    normalised(text).replace(' ', "")
}
