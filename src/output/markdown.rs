//! Discord Markdown of documents, in pages within Discord's limits and a phone's width.

use std::collections::BTreeMap;

use super::grid::lay_out;
use crate::view::words::SEPARATOR;
use crate::view::{Block, Inline, Line, Stamp, Table, View};

/// Maximum width of a table that does not wrap on a phone.
pub const TABLE_WIDTH: usize = 34;
/// Maximum number of table rows on a page.
const PAGE_ROWS: usize = 20;
/// Maximum number of lines on a page, those of its tables included.
const PAGE_LINES: usize = 36;
/// Maximum number of characters on a page; Discord takes 4,096 in an embed's description, and 6,000 in all embeds.
const PAGE_LENGTH: usize = 2_400;

/// The ids of registered commands, by name; a command with an id can be mentioned.
pub type Commands = BTreeMap<String, u64>;

/// The pages of a document, at least one.
pub fn pages(view: &View, commands: &Commands) -> Vec<String> {
    let mut pages = Pages::default();
    if let Some(below) = view.below_top() {
        pages.add(&(line(&below, commands) + "\n"), 1);
    }
    for block in &view.blocks {
        match block {
            Block::Heading(heading) => pages.heading(&format!("**{}**\n", escaped(heading))),
            Block::Lines(lines) => lines
                .iter()
                .for_each(|line| pages.add(&(self::line(line, commands) + "\n"), 1)),
            Block::Table(table) => self::table(&mut pages, table),
        }
    }
    pages.done()
}

/// Pages under construction.
#[derive(Default)]
struct Pages {
    done: Vec<String>,
    page: String,
    lines: usize,
    heading: String,
}

impl Pages {
    /// A heading is held back until its content comes, so that it never ends a page.
    fn heading(&mut self, heading: &str) {
        self.heading.push_str(heading);
    }

    fn add(&mut self, text: &str, lines: usize) {
        let heading = std::mem::take(&mut self.heading);
        let full = self.page.chars().count() + heading.chars().count() + text.chars().count() > PAGE_LENGTH
            || self.lines + lines > PAGE_LINES;
        if full && !self.page.is_empty() {
            self.turn();
        }
        // An empty line sets a new part apart, but not at the top of a page.
        if !heading.is_empty() && !self.page.is_empty() {
            self.page.push('\n');
        }
        self.page.push_str(&heading);
        self.page.push_str(text);
        self.lines += lines;
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page).trim_end().to_owned());
        self.lines = 0;
    }

    fn done(mut self) -> Vec<String> {
        if !self.page.trim().is_empty() || self.done.is_empty() {
            self.turn();
        }
        self.done
    }
}

/// A table in code blocks, cut where a page is full, with its heading on each.
fn table(pages: &mut Pages, table: &Table) {
    let lines = lay_out(table, TABLE_WIDTH);
    let Some((heading, rows)) = lines.split_first() else {
        return;
    };
    for rows in rows.chunks(PAGE_ROWS) {
        let rows_text: Vec<String> = rows.iter().map(|row| in_code(row)).collect();
        pages.add(
            &format!("```\n{}\n{}\n```\n", in_code(heading), rows_text.join("\n")),
            rows.len() + 1,
        );
    }
}

/// A line of Markdown.
pub fn line(line: &Line, commands: &Commands) -> String {
    let mut text = String::new();
    for span in &line.0 {
        match span {
            Inline::Text(words) => text.push_str(&escaped(words)),
            Inline::Strong(words) => text.push_str(&format!("**{}**", escaped(words))),
            // Small print begins a line or is none.
            Inline::Small(words) if text.is_empty() => text.push_str(&format!("-# {}", escaped(words))),
            Inline::Small(words) => text.push_str(&escaped(words)),
            Inline::Stamp(at, Stamp::Full) => text.push_str(&format!("{SEPARATOR}<t:{}:F>", at.timestamp())),
            Inline::Stamp(at, Stamp::Relative) => text.push_str(&format!("{SEPARATOR}<t:{}:R>", at.timestamp())),
            Inline::Channel(channel) => text.push_str(&format!("<#{channel}>")),
            Inline::Role(role) => text.push_str(&format!("<@&{role}>")),
            Inline::Command(line) => match commands.get(line) {
                Some(id) => text.push_str(&format!("</{line}:{id}>")),
                None => text.push_str(&format!("`/{}`", in_code(line))),
            },
        }
    }
    text
}

/// Escapes text so that nothing in it is live: no mention, no link, no markup.
pub fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    let mut escaped = String::with_capacity(text.len());
    let mut is_address = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '*' | '_' | '~' | '`' | '|' | '\\' | '[' | ']' | '#' | '>' | '<' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            // A word joiner breaks `@everyone`, `https://` and `discord.gg/invite`.
            '@' => escaped.push_str("@\u{2060}"),
            ':' if text.get(at..).is_some_and(|rest| rest.starts_with("://")) => escaped.push_str("\u{2060}:"),
            '/' if is_address => escaped.push_str("\u{2060}/"),
            _ => escaped.push(letter),
        }
        is_address = letter == '.' || is_address && !letter.is_whitespace();
    }
    escaped
}

/// Escapes text for code: a backtick would end it, and control characters but line breaks have no place in it.
fn in_code(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_control() || *letter == '\n')
        .collect();
    text.replace('`', "'").replace('@', "@\u{2060}")
}
