//! The document about the bot and its packs.

use super::{Inline, Line, View, words};
use crate::answer::About;

/// The contents of the packs.
pub(super) fn view(about: &About) -> View {
    let mut view = View::titled(format!("{} {}", words::about::TITLE, about.program));
    view.line(Line::text(words::about::WHAT));
    for pack in &about.packs {
        view.heading(pack.series.name.clone());
        for note in &pack.notes {
            view.line(Line::text(words::sentence(&note.name)));
        }
        for season in &pack.seasons {
            let text = format!(": {}", words::about::season(season));
            view.line(Line::strong(season.season.to_string()).and(Inline::Text(text)));
        }
        view.line(Line::text(words::about::sources(pack)));
    }
    view.line(Line::text(words::about::UNOFFICIAL));
    view.line(Line::text(words::about::HELP).and(Inline::Command("help".to_owned())));
    view
}
