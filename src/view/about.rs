//! The document about the bot and its packs.

use super::{Inline, Line, View, words};
use crate::answer::About;
use crate::question::{Question, Relation};

/// The contents of the packs.
pub(super) fn view(question: &Question, about: &About) -> View {
    let headline = (question.form.relation == Some(Relation::When)).then(|| words::about::age(about));
    let title = format!("{} {}", words::about::TITLE, about.program);
    let mut view = View::titled(title).with_headline(headline.flatten());
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
