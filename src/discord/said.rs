//! Somebody's own words, answered: read with what they asked before, and with what they have not seen left out.

use chrono::{DateTime, Utc};

use super::wish::Kept;
use super::{Bot, Here, Message, amiss, buttons, embed, remind};
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::{Misunderstanding, Question, shorten};
use crate::understand::{BotCommand, Intent, OutOfScope, Reading, SpoilerHorizon, understand};
use crate::view::words::reminder_settings;
use crate::view::{self, View};

/// Who asks, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct From {
    /// The interaction or the message by which it is asked.
    pub(super) id: u64,
    pub(super) user: u64,
    pub(super) channel: u64,
    pub(super) guild: Option<u64>,
}

/// What stands between the questions of one line.
const AND: &str = " + ";
/// What stands before a line that is answered whatever has been seen.
pub(super) const REVEAL: char = '!';

/// The answer to the asker's own words.
///
/// # Errors
/// Returns the document that says why there is none.
pub(super) async fn said(bot: &Bot, text: &str, from: From) -> Result<Message, View> {
    let here = bot.for_guild(from.guild);
    let now = here.asker.now;
    let last = bot.memory.last(from.channel, from.user, now);
    let intent = understand(text, last.as_ref(), &here.catalogue, &here.asker).map_err(|why| {
        unread(bot, text, &why);
        view::misunderstood(&why)
    })?;
    let reading = match intent {
        Intent::Questions(reading) => reading,
        Intent::Command(BotCommand::Remind(request)) => {
            let kept = Kept::of(bot).ok_or_else(|| view::out_of_scope(&OutOfScope::reminders()))?;
            return Ok(embed::plain(&remind::in_words(bot, &kept, request, from).await));
        }
        Intent::Seen(horizon) => return Ok(remembered(bot, from, &horizon).await),
        Intent::OutOfScope(topic) => return Err(view::out_of_scope(&topic)),
    };
    let message =
        answered(bot, &here, &reading, 1, bot.seen(from.user), true).map_err(|why| view::misunderstood(&why))?;
    if let Some(question) = reading.questions.into_iter().next_back() {
        bot.memory.asked(from.channel, from.user, now, question);
    }
    Ok(message)
}

/// Keeps what somebody has seen, and says so.
async fn remembered(bot: &Bot, from: From, seen: &SpoilerHorizon) -> Message {
    let kept = bot.has_seen(from.user, seen.until).await;
    embed::plain(&match kept {
        Ok(()) => view::seen(seen, bot.store.is_some()),
        Err(error) => amiss::not_kept(&error),
    })
}

/// Logs words that were not understood, where the operator wants it: the words, and nothing of who said them.
fn unread(bot: &Bot, text: &str, why: &Misunderstanding) {
    if bot.log_unread && matches!(why, Misunderstanding::Unread { .. } | Misunderstanding::Close { .. }) {
        let words: String = text.chars().filter(|letter| !letter.is_control()).take(200).collect();
        tracing::info!(words, "not understood");
    }
}

/// One page of the answer to questions. `until` is the moment up to which the reader has seen the racing.
pub(super) fn answered(
    bot: &Bot,
    here: &Here,
    reading: &Reading,
    page: usize,
    until: Option<DateTime<Utc>>,
    own_words: bool,
) -> Result<Message, Misunderstanding> {
    let (catalogue, asker) = (&*here.catalogue, &here.asker);
    let mut held_back = false;
    let mut views = Vec::new();
    let mut wish = None;
    for question in &reading.questions {
        let (eyes, behind) = eyes(asker, question, until);
        held_back |= behind;
        let answer = question.answer(catalogue, &eyes)?;
        wish = remind::wish(&answer).or(wish);
        views.push(view::view(question, &answer));
    }
    let questions: Vec<&Question> = reading.questions.iter().collect();
    let again = match views.as_slice() {
        [view] => view.again.clone(),
        _ => None,
    };
    let line = match again {
        Some(again) => shorten(again, buttons::LONGEST_LINE - AND.len(), catalogue, asker),
        None => line(&questions, catalogue, asker),
    };
    let mut view = view::together(views);
    if own_words {
        view.footer.insert(0, view::read_as(&questions, catalogue));
    }
    let spoils = || reading.questions.iter().any(Question::tells_results);
    view.hidden = reading.hidden || here.settings.spoilers && spoils();
    let short = |line| shorten(line, buttons::LONGEST_LINE, catalogue, asker);
    view.links.retain_mut(|link| {
        let line = short(std::mem::take(&mut link.line));
        let fits = line.is_some();
        link.line = line.unwrap_or_default();
        fits
    });
    if let Some(wish) = wish.filter(|_| bot.outbox.is_some()) {
        view.link(reminder_settings::REMIND_ME, wish);
    }
    if held_back && let Some(line) = &line {
        view::held_back(&mut view, &format!("{REVEAL}{line}"));
    }
    Ok(embed::message(&view, line.as_deref(), page, &bot.commands.load()))
}

/// Through whose eyes a question is answered: nothing is told that the reader has not seen.
fn eyes(asker: &Asker, question: &Question, until: Option<DateTime<Utc>>) -> (Asker, bool) {
    let until = until.filter(|until| *until < asker.now && question.tells_results());
    let now = until.unwrap_or(asker.now);
    (Asker { now, ..asker.clone() }, until.is_some())
}

/// The questions as one line that a button can hold.
fn line(questions: &[&Question], catalogue: &Catalogue, asker: &Asker) -> Option<String> {
    let room = buttons::LONGEST_LINE / questions.len().max(1);
    let lines: Option<Vec<String>> = questions
        .iter()
        .map(|question| shorten(question.line(), room.saturating_sub(AND.len()), catalogue, asker))
        .collect();
    lines.map(|lines| lines.join(AND))
}

/// The questions of a button's line.
pub(super) fn read(here: &Here, line: &str) -> Result<Reading, Misunderstanding> {
    let questions = line
        .split(AND)
        .map(|line| Question::parse(line, &here.catalogue, &here.asker));
    Ok(Reading {
        questions: questions.collect::<Result<_, _>>()?,
        hidden: false,
    })
}
