//! Views: answers become documents of titles, lines, tables and links, independent of the output.
//!
//! Every sentence that people read is made in `words`.

mod about;
mod document;
mod entries;
mod explain;
mod fact;
mod failures;
mod fight;
mod help;
mod leaders;
mod misunderstood;
mod people;
mod points;
mod preview;
mod privacy;
mod reading;
pub mod reminders;
mod results;
mod schedule;
mod settings;
mod spoilers;
mod standings;
mod track;
mod whatif;
mod winners;
pub mod words;

pub use document::{Align, Block, Column, Inline, Line, Link, LinkTarget, Stamp, Table, View};
pub use failures::{broken, stale, too_many, too_many_clicks};
pub use misunderstood::{misunderstood, out_of_scope};
pub use privacy::{no_store, not_kept, privacy};
pub use reading::{read_as, steps, together};
pub use settings::{admins_only, quiet, servers_only, settings};
pub use spoilers::{held_back, seen};

use crate::answer::{Answer, Body, Fact};
use crate::question::Question;

/// The document of an answer to a question.
pub fn view(question: &Question, answer: &Answer) -> View {
    let frame = &answer.frame;
    let mut view = match &answer.body {
        Body::Schedule(plan) => schedule::weekend(question, frame, plan),
        Body::Calendar(stops) => schedule::calendar(question, frame, stops),
        Body::Next(next) => schedule::next(question, frame, next),
        Body::Leaders(leaders) => leaders::leaders(question, frame, leaders),
        Body::Gap(gaps) => leaders::gaps(question, frame, gaps),
        Body::Explain(all) => explain::view(question, frame, all),
        Body::Title(fights, unknown) => fight::title(question, frame, fights, unknown),
        Body::Lead(leads, tables) => fight::lead(question, frame, leads, tables),
        Body::WhatIf(facts) => whatif::view(question, frame, facts),
        Body::Standings(tables) => standings::view(question, frame, tables),
        Body::Results(results) => results::view(question, frame, results),
        Body::Winners(winners) => winners::view(question, frame, winners),
        Body::Driver(driver) => people::driver(question, frame, driver),
        Body::Team(team) => people::team(question, frame, team),
        Body::Track(track) => track::view(question, frame, track),
        Body::Preview(preview) => preview::view(question, frame, preview),
        Body::Points(scorings) => points::view(frame, scorings),
        Body::About(about) => about::view(question, about),
        Body::Help(questions) => help::view(questions),
        Body::Entries(entries) => entries::view(question, frame, entries),
        Body::Fact(fact) => fact::view(question, frame, fact),
    };
    if let Some(stale) = frame.stale.as_ref().filter(|_| is_touched(question, answer)) {
        view.footer.extend(words::frame::extent(stale));
    }
    view.footer.extend(words::frame::footer(frame));
    if let Some(day) = question.options.as_of {
        view.title = words::frame::as_of(&view.title, day);
        view.links.iter_mut().for_each(|link| link.target.set_as_of(day));
    }
    for known in &answer.last_known {
        let earlier = self::view(question, known);
        view.heading(words::frame::last_known(&earlier.title));
        if let Some(headline) = earlier.headline {
            view.line(Line::text(headline));
        }
        view.blocks.extend(earlier.blocks);
    }
    view
}

/// True if results that are missing since touch an answer which does not say so itself.
fn is_touched(question: &Question, answer: &Answer) -> bool {
    let last = || question.options.weekend.is_none() || !answer.last_known.is_empty();
    match &answer.body {
        Body::Results(_) => last(),
        Body::Winners(winners) => winners.whole_season || last(),
        Body::Explain(_) | Body::Driver(_) | Body::Team(_) => true,
        Body::Fact(fact) => matches!(
            fact,
            Fact::Feats(_)
                | Fact::Finishes { .. }
                | Fact::Most { .. }
                | Fact::More { .. }
                | Fact::Margin { .. }
                | Fact::Duel(_)
                | Fact::Compared(_)
                | Fact::FeatOccasion(_)
        ),
        _ => false,
    }
}
