//! Buttons, each with the whole question that it asks in its id, so that they work after a restart.
//!
//! ```text
//! id = line [ " ·" page ]      line: a question's canonical command line; page: counted from 1
//! ```

use std::collections::HashSet;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::truncate::truncated;
use crate::view::{View, words};

/// Separator of a question and its page.
const PAGE: &str = " ·";
/// Maximum length of an id, in characters.
const LONGEST_ID: usize = 100;
/// Maximum length of a question that an id can hold together with any page, in characters.
pub(super) const LONGEST_LINE: usize = LONGEST_ID - 6;
/// Maximum length of a label, in characters.
const LONGEST_LABEL: usize = 80;
/// Maximum number of buttons in a row, and of rows in a message.
const MOST: usize = 5;

/// The id of a button that asks a question and shows one page of its answer.
fn id(line: &str, page: usize) -> String {
    format!("{line}{PAGE}{page}")
}

/// The question and the page that a button's id holds.
pub(super) fn read(id: &str) -> (&str, usize) {
    let paged = id.rsplit_once(PAGE);
    let paged = paged.and_then(|(line, page)| Some((line, page.parse().ok()?)));
    paged.unwrap_or((id, 1))
}

/// The buttons below page `page` of `pages` of the answer to `line`: the neighbouring pages, then what can be asked
/// next.
pub(super) fn rows(view: &View, line: Option<&str>, page: usize, pages: usize) -> Vec<CreateActionRow> {
    let turn = |label: &str, page| line.map(|line| (label.to_owned(), id(line, page)));
    let previous = (page > 1).then(|| turn(words::discord::PREVIOUS, page - 1));
    let next = (page < pages).then(|| turn(words::discord::NEXT, page + 1));
    let turns = [previous, next].into_iter().flatten().flatten().collect();
    let links = view
        .links
        .iter()
        .map(|link| (link.label.clone(), link.target.line()))
        .collect();
    let mut seen = HashSet::new();
    let mut rows = Vec::new();
    for (wanted, style) in [(turns, ButtonStyle::Primary), (links, ButtonStyle::Secondary)] {
        let wanted: Vec<(String, String)> = wanted;
        let fits = |(label, id): &(String, String)| {
            let length = id.chars().count();
            !label.trim().is_empty() && (1..=LONGEST_ID).contains(&length) && seen.insert(id.clone())
        };
        let buttons: Vec<CreateButton> = wanted
            .into_iter()
            .filter(fits)
            .map(|(label, id)| {
                CreateButton::new(id)
                    .label(truncated(label, LONGEST_LABEL))
                    .style(style)
            })
            .collect();
        rows.extend(buttons.chunks(MOST).map(|row| CreateActionRow::Buttons(row.to_vec())));
    }
    rows.truncate(MOST);
    rows
}
