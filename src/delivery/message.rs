//! Message of a delivery, composed when it is sent: a notice expires, and a calendar changes, while it waits.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::calendar::CalendarSnapshot;
use super::results::changes;
use crate::answer::TimetableSession;
use crate::bot::Bot;
use crate::discord::{Ping, document_body, text_body, with_nonce};
use crate::domain::Asker;
use crate::question::{Question, QuestionKind};
use crate::reminders::{
    Delivery, LATE_THRESHOLD, Notice, Occasion, PlannedSession, Reason, Subject, Target, expires_at,
};
use crate::view::reminders::SessionNotice;
use crate::view::{self, Line, View, words};

/// Sources of one message.
struct Composition<'a> {
    bot: &'a Bot,
    calendar: &'a CalendarSnapshot,
    delivery: &'a Delivery,
    now: DateTime<Utc>,
}

/// Body of a delivery's message, or the reason for which there is none any more. `corrected` is the result before and after
/// its correction.
pub(super) fn compose(
    bot: &Bot,
    calendar: &CalendarSnapshot,
    delivery: &Delivery,
    corrected: Option<&(String, String)>,
    now: DateTime<Utc>,
) -> Result<Value, Reason> {
    let composition = Composition {
        bot,
        calendar,
        delivery,
        now,
    };
    let notice = &delivery.notice;
    let planned = calendar.timetable.session(&notice.subject);
    if let Some(why) = expired(notice, planned, now) {
        return Err(why);
    }
    let ping = ping(delivery);
    let body = match notice.occasion {
        Occasion::Start if planned.is_none() => return Err(Reason::Gone),
        _ if notice.occasion.is_about_a_start() && !holds(notice, planned) => return Err(Reason::Moved),
        Occasion::Start | Occasion::Moved | Occasion::Untimed | Occasion::Cancelled | Occasion::Restored => {
            let view = reminder(calendar, notice, &composition.asker());
            view.map(|view| text_body(&bot.commands.load(), &view, ping))
        }
        Occasion::Preview => answer(&composition, &preview(&notice.subject), None, ping),
        Occasion::Results => answer(&composition, &results(&notice.subject), None, ping),
        Occasion::Correction => {
            let changes = corrected.map(|(before, after)| changes(before, after));
            let line = words::reminders::message::corrected(&changes.unwrap_or_default());
            answer(&composition, &results(&notice.subject), Some(line), Ping::Nobody)
        }
    };
    let body = body.ok_or(Reason::Gone)?;
    // An edit may be repeated without a nonce.
    let is_edit = notice.occasion == Occasion::Correction && delivery.message.is_some();
    Ok(if is_edit { body } else { with_nonce(body, &delivery.key) })
}

/// Reason for which a notice has expired, if it has.
pub(super) fn expired(notice: &Notice, planned: Option<&PlannedSession>, now: DateTime<Utc>) -> Option<Reason> {
    let is_late = now > expires_at(notice, planned.map(|planned| planned.kind));
    let has_begun = now > notice.start && notice.occasion == Occasion::Start;
    is_late.then_some(if has_begun { Reason::Begun } else { Reason::Late })
}

fn ping(delivery: &Delivery) -> Ping {
    match delivery.target {
        Target::Channel { role: Some(role), .. } => Ping::Role(role),
        Target::Mention { .. } => Ping::Person(delivery.owner),
        Target::Channel { role: None, .. } | Target::Direct { .. } => Ping::Nobody,
    }
}

/// True if a notice's statement about the start of a session holds.
fn holds(notice: &Notice, planned: Option<&PlannedSession>) -> bool {
    let on = planned.filter(|planned| !planned.cancelled);
    match notice.occasion {
        Occasion::Cancelled => on.is_none(),
        Occasion::Untimed => on.is_some_and(|planned| planned.start.is_none()),
        _ => on.is_some_and(|planned| planned.start == Some(notice.start)),
    }
}

impl Composition<'_> {
    /// Asker for whom the message is written: a guild's zone stands beside the track's.
    fn asker(&self) -> Asker {
        Asker {
            now: self.now,
            series: self.delivery.notice.subject.series.clone(),
            ..self.bot.for_guild(self.delivery.target.guild()).asker
        }
    }
}

fn reminder(calendar: &CalendarSnapshot, notice: &Notice, asker: &Asker) -> Option<View> {
    let now = asker.now;
    let catalogue = &calendar.catalogue;
    let late = Some(now - notice.due).filter(|late| *late >= LATE_THRESHOLD && notice.occasion == Occasion::Start);
    let (session_name, weekend_name) = notice.subject.names(catalogue);
    let gone = SessionNotice::Gone(&session_name);
    let Some((series, weekend, session)) = notice.subject.find(catalogue) else {
        let series = catalogue.series.get(&notice.subject.series)?;
        return Some(view::reminders::reminder(gone, None, &weekend_name, &series.name, late));
    };
    let named = format!("{} {}", series.name, notice.subject.season);
    let Some(session) = session else {
        return Some(view::reminders::reminder(gone, None, &weekend.name, &named, late));
    };
    let slotted = TimetableSession::of(catalogue, series, weekend, session, asker);
    let zone = session.zone.unwrap_or_else(|| catalogue.zone(weekend));
    let said = match (notice.occasion, notice.was) {
        (Occasion::Moved | Occasion::Untimed, Some(was)) => SessionNotice::Moved(was, zone),
        (Occasion::Cancelled, _) => SessionNotice::Cancelled,
        (Occasion::Restored, _) => SessionNotice::Restored,
        _ => SessionNotice::Starts,
    };
    Some(view::reminders::reminder(
        said,
        Some(&slotted),
        &weekend.name,
        &named,
        late,
    ))
}

/// Message with the answer to a question; `above` is a paragraph before it.
fn answer(composition: &Composition<'_>, question: &Question, above: Option<String>, ping: Ping) -> Option<Value> {
    let Composition {
        bot,
        calendar,
        delivery,
        ..
    } = *composition;
    let asker = composition.asker();
    let mut view = view::view(question, &question.answer(&calendar.catalogue, &asker).ok()?);
    // A guild without spoilers hides results in its channels, too.
    view.hidden |= question.tells_results() && bot.for_guild(delivery.target.guild()).settings.spoilers;
    if let Some(above) = above {
        let mut blocks = View::default();
        blocks.line(Line::strong(above));
        view.blocks.splice(0..0, blocks.blocks);
    }
    Some(document_body(&bot.commands.load(), &view, Some(&question.line()), ping))
}

fn preview(subject: &Subject) -> Question {
    Question::of(QuestionKind::Preview)
        .weekend(subject.weekend.clone())
        .season(subject.season.clone())
        .series(subject.series.clone())
}

fn results(subject: &Subject) -> Question {
    Question::new(QuestionKind::Results, preview(subject).options).session(subject.session.clone())
}
