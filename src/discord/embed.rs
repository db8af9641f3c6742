//! Documents become messages: one embed, one page of it, and the buttons below.

use serenity::all::{CreateEmbed, CreateEmbedFooter};

use super::{Commands, Message, buttons};
use crate::domain::clip;
use crate::output::markdown::{escaped, pages};
use crate::view::{View, words};

/// Discord's limits, in characters.
const TITLE: usize = 256;
const DESCRIPTION: usize = 4_096;
const FOOTER: usize = 1_500;

/// One page of the answer to `line` as a message; a page that is not there becomes the last. Without a line there are
/// no buttons to other pages.
pub(super) fn message(view: &View, line: Option<&str>, page: usize, commands: &Commands) -> Message {
    let mut pages = pages(view, commands);
    let count = pages.len();
    let page = page.clamp(1, count);
    let mut small = view.footer.clone();
    if count > 1 {
        small.push(words::discord::page(page, count));
    }
    let text = pages.swap_remove(page - 1);
    let text = if view.hidden { format!("||{text}||") } else { text };
    let mut embed = CreateEmbed::new().description(limited(text, DESCRIPTION));
    if !view.title.is_empty() {
        embed = embed.title(limited(escaped(&view.title), TITLE));
    }
    if !small.is_empty() {
        embed = embed.footer(CreateEmbedFooter::new(limited(small.join("\n"), FOOTER)));
    }
    Message {
        embed,
        rows: buttons::rows(view, line, page, count),
    }
}

/// A document that is no answer as a message.
pub(super) fn plain(view: &View) -> Message {
    message(view, None, 1, &Commands::default())
}

/// A text that keeps a limit, whatever the data hold.
pub(super) fn limited(text: String, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text,
        Some(_) => clip(&text, most - 1) + "…",
    }
}
