//! Message made from a document: one embed with one page of it, and the buttons below.

use serenity::all::{CreateActionRow, CreateEmbed, CreateEmbedFooter};

use super::buttons;
use super::truncate::truncated;
use crate::output::markdown::{Commands, escaped, pages};
use crate::view::{View, words};

/// Discord's limits, in characters.
const TITLE: usize = 256;
const DESCRIPTION: usize = 4_096;
const FOOTER: usize = 1_500;

/// An embed and its buttons.
#[derive(Debug, Clone)]
pub struct Message {
    /// The one embed.
    pub embed: CreateEmbed,
    /// The buttons.
    pub rows: Vec<CreateActionRow>,
}

impl Message {
    /// One page of the answer to `line`; a page past the end becomes the last. Without a line there are no buttons to
    /// other pages.
    pub(super) fn page(view: &View, line: Option<&str>, page: usize, commands: &Commands) -> Self {
        let mut pages = pages(view, commands);
        let count = pages.len();
        let page = page.clamp(1, count);
        let mut footer = view.footer.clone();
        if count > 1 {
            footer.push(words::discord::page(page, count));
        }
        let text = pages.swap_remove(page - 1);
        let text = if view.hidden { format!("||{text}||") } else { text };
        let mut embed = CreateEmbed::new().description(truncated(text, DESCRIPTION));
        if !view.top().is_empty() {
            embed = embed.title(truncated(escaped(view.top()), TITLE));
        }
        if !footer.is_empty() {
            embed = embed.footer(CreateEmbedFooter::new(truncated(footer.join("\n"), FOOTER)));
        }
        Self {
            embed,
            rows: buttons::rows(view, line, page, count),
        }
    }

    /// A document that answers no question.
    pub(super) fn plain(view: &View) -> Self {
        Self::page(view, None, 1, &Commands::default())
    }
}
