//! Terminal text of documents.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::grid::lay_out;
use crate::schedule::LocalTime;
use crate::view::words::SEPARATOR;
use crate::view::{Block, Inline, Line, Stamp, View, words};

/// Settings of a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// The moment that relative times count from.
    pub now: DateTime<Utc>,
    /// The reader's own zone, where it is known.
    pub zone: Option<Tz>,
    /// The width in columns.
    pub width: usize,
}

impl Terminal {
    /// The text of a document.
    pub fn print(&self, view: &View) -> String {
        let mut text = String::new();
        for line in view.headline.iter().chain([&view.title]) {
            let _ = writeln!(text, "{line}");
        }
        for block in &view.blocks {
            match block {
                Block::Heading(heading) => {
                    let _ = writeln!(text, "\n{heading}");
                }
                Block::Lines(lines) => lines.iter().for_each(|line| self.line(&mut text, line)),
                Block::Table(table) => {
                    for line in lay_out(table, self.width) {
                        let _ = writeln!(text, "  {line}");
                    }
                }
            }
        }
        if !view.footer.is_empty() {
            text.push('\n');
        }
        for line in &view.footer {
            let _ = writeln!(text, "{line}");
        }
        text
    }

    fn line(&self, text: &mut String, line: &Line) {
        for span in &line.0 {
            match span {
                Inline::Role(id) => text.push_str(&format!("@{id}")),
                Inline::Text(words) | Inline::Strong(words) | Inline::Small(words) | Inline::Command(words) => {
                    text.push_str(words);
                }
                Inline::Channel(id) => text.push_str(&format!("#{id}")),
                Inline::Stamp(at, Stamp::Relative) => {
                    text.push_str(SEPARATOR);
                    text.push_str(&words::time::relative(*at, self.now));
                }
                Inline::Stamp(at, Stamp::Full) => {
                    if let Some(zone) = self.zone {
                        text.push_str(SEPARATOR);
                        text.push_str(&words::time::own_clock(&LocalTime::at(zone, *at)));
                    }
                }
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
}
