//! What a delivery says at the moment it is sent; or why it says nothing any more.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::calendar::CalendarSnapshot;
use super::results::changes;
use crate::answer::TimetableSession;
use crate::discord::{Bot, Ping, document_body, text_body, with_nonce};
use crate::domain::{Asker, Series, Session, Weekend};
use crate::question::Question;
use crate::reminders::{LATE_THRESHOLD, Notice, Occasion, PlannedSession, Subject, Target, expires_at};
use crate::store::Delivery;
use crate::view::{self, Line, SessionNotice, View};

/// The body of a delivery's message, or why there is none any more.
pub(super) fn compose(
    bot: &Bot,
    calendar: &CalendarSnapshot,
    delivery: &Delivery,
    corrected: Option<&(String, String)>,
    now: DateTime<Utc>,
) -> Result<Value, &'static str> {
    let notice = &delivery.notice;
    let planned = calendar.timetable.session(&notice.subject);
    if now > expires_at(notice, planned.map(|planned| planned.kind)) {
        return Err(if now > notice.start && notice.occasion == Occasion::Start {
            "begun"
        } else {
            "late"
        });
    }
    let ping = match delivery.target {
        Target::Channel { role: Some(role), .. } => Ping::Role(role),
        Target::Mention { .. } => Ping::Person(delivery.owner),
        Target::Channel { role: None, .. } | Target::Direct { .. } => Ping::Nobody,
    };
    let body = match notice.occasion {
        Occasion::Start if planned.is_none() => return Err("gone"),
        _ if notice.occasion.is_about_a_start() && !still_so(notice, planned) => return Err("moved"),
        Occasion::Start | Occasion::Moved | Occasion::Untimed | Occasion::Cancelled | Occasion::Restored => text_body(
            bot,
            &reminder(calendar, notice, &asker(bot, delivery, now)).ok_or("gone")?,
            ping,
        ),
        Occasion::Preview => answer(bot, calendar, "preview", delivery, None, ping, now).ok_or("gone")?,
        Occasion::Results => answer(bot, calendar, "results", delivery, None, ping, now).ok_or("gone")?,
        Occasion::Correction => {
            let changes = corrected
                .map(|(before, since)| changes(before, since))
                .unwrap_or_default();
            let line = Some(view::words::reminder_message::corrected(&changes));
            let body = answer(bot, calendar, "results", delivery, line, Ping::Nobody, now).ok_or("gone")?;
            // An edit is the same however often it is made.
            if delivery.message.is_some() {
                return Ok(body);
            }
            body
        }
    };
    Ok(with_nonce(body, &delivery.key))
}

/// Whether what a correction says of a session's start is so by now.
fn still_so(notice: &Notice, planned: Option<&PlannedSession>) -> bool {
    let on = planned.filter(|planned| !planned.cancelled);
    match notice.occasion {
        Occasion::Cancelled => on.is_none(),
        Occasion::Untimed => on.is_some_and(|planned| planned.start.is_none()),
        _ => on.is_some_and(|planned| planned.start == Some(notice.start)),
    }
}

/// The series, the weekend and the session of a subject.
fn found<'a>(
    calendar: &'a CalendarSnapshot,
    subject: &Subject,
) -> Option<(&'a Series, &'a Weekend, Option<&'a Session>)> {
    let series = calendar.catalogue.series.get(&subject.series)?;
    let weekend = series.season(&subject.season)?.weekend(subject.weekend.as_str())?;
    let session = subject
        .session
        .as_ref()
        .and_then(|session| weekend.session(session.as_str()));
    Some((series, weekend, session))
}

/// Through whose eyes it is told: a server's zone stands beside the track's.
fn asker(bot: &Bot, delivery: &Delivery, now: DateTime<Utc>) -> Asker {
    Asker {
        now,
        series: delivery.notice.subject.series.clone(),
        ..bot.for_guild(delivery.target.guild()).asker
    }
}

fn reminder(calendar: &CalendarSnapshot, notice: &Notice, asker: &Asker) -> Option<View> {
    let now = asker.now;
    let catalogue = &calendar.catalogue;
    let late = Some(now - notice.due).filter(|late| *late >= LATE_THRESHOLD && notice.occasion == Occasion::Start);
    let Some((series, weekend, session)) = found(calendar, &notice.subject) else {
        let series = catalogue.series.get(&notice.subject.series)?;
        let gone = SessionNotice::Gone(notice.subject.weekend.as_str());
        return Some(view::reminder(gone, None, "", &series.name, late));
    };
    let named = format!("{} {}", series.name, notice.subject.season);
    let Some(session) = session else {
        return Some(view::reminder(
            SessionNotice::Gone(&weekend.name),
            None,
            &weekend.name,
            &named,
            late,
        ));
    };
    let slotted = TimetableSession::of(catalogue, series, weekend, session, asker);
    let zone = session.zone.unwrap_or_else(|| catalogue.zone(weekend));
    let said = match (notice.occasion, notice.was) {
        (Occasion::Moved | Occasion::Untimed, Some(was)) => SessionNotice::Moved(was, zone),
        (Occasion::Cancelled, _) => SessionNotice::Cancelled,
        (Occasion::Restored, _) => SessionNotice::Restored,
        _ => SessionNotice::Starts,
    };
    Some(view::reminder(said, Some(&slotted), &weekend.name, &named, late))
}

/// The answer to a question about a subject, as a post.
fn answer(
    bot: &Bot,
    calendar: &CalendarSnapshot,
    question: &str,
    delivery: &Delivery,
    above: Option<String>,
    ping: Ping,
    now: DateTime<Utc>,
) -> Option<Value> {
    let subject = &delivery.notice.subject;
    let asker = asker(bot, delivery, now);
    let session = subject
        .session
        .as_ref()
        .map(|session| format!(" session:{session}"))
        .unwrap_or_default();
    let line = format!(
        "{question} weekend:{}{session} season:{} series:{}",
        subject.weekend, subject.season, subject.series
    );
    let question = Question::parse(&line, &calendar.catalogue, &asker).ok()?;
    let mut view = view::view(&question, &question.answer(&calendar.catalogue, &asker).ok()?);
    // A server that wants no spoilers hides what its channels are told, too.
    view.hidden |= question.tells_results() && bot.for_guild(delivery.target.guild()).settings.spoilers;
    if let Some(above) = above {
        let mut blocks = View::default();
        blocks.line(Line::strong(above));
        view.blocks.splice(0..0, blocks.blocks);
    }
    Some(document_body(bot, &view, Some(&line), ping))
}
