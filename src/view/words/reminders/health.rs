//! Health of reminders in words: upcoming reminders, outcomes of deliveries, paused and ended subscriptions.
#![expect(missing_docs, reason = "a sentence says itself what it is")]

use chrono::TimeDelta;

use crate::reminders::{EndReason, JournalKind, LATE_THRESHOLD, Reason, Settlement, StoreStats};
use crate::view::words::count;

/// The title.
pub const TITLE: &str = "Reminders";

/// The outcome of a delivery.
pub fn outcome(settlement: &Settlement, late: TimeDelta) -> String {
    match settlement {
        Settlement::Sent(_) if late < LATE_THRESHOLD => "sent in time".to_owned(),
        Settlement::Sent(_) => format!("sent {}", super::message::late(late)),
        Settlement::Skipped(why) => format!("not sent: {}", reason(*why)),
        Settlement::Unconfirmed(why) => format!("not confirmed: {}", reason(*why)),
        Settlement::Failed(refusal) => {
            let words = refusal.split_once(' ').map_or(refusal.as_str(), |(_, words)| words);
            format!("failed: {words}")
        }
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Late => "it would have come too late",
        Reason::Begun => "the session had begun",
        Reason::Moved => "the session had moved",
        Reason::Gone => "the session is gone",
        Reason::Superseded => "a later message said more",
        Reason::Paused => "you had silenced it",
        Reason::ChannelPaused => "the channel is paused",
        Reason::Left => "I was not in the server",
        Reason::Ended => "it was ended",
        Reason::NoAnswer | Reason::Crash => "it may have arrived; to send it again could have sent it twice",
    }
}

/// A subscription that ended by itself, and why.
pub fn ended(kind: JournalKind, reason: &EndReason, behind_a_channel: bool) -> String {
    let what = match kind {
        JournalKind::EventsEnded => "scheduled events",
        JournalKind::PingEnded => "ping",
        JournalKind::Lost if behind_a_channel => "message",
        JournalKind::Lost => "direct message",
        JournalKind::Disconnected => "connection to Discord",
        JournalKind::Ended | JournalKind::Paused if behind_a_channel => "reminder",
        JournalKind::Ended | JournalKind::Paused => "reminder in direct messages",
    };
    let why = match reason {
        EndReason::ChannelDeleted => "the channel was deleted",
        EndReason::RoleDeleted => "the role was deleted",
        EndReason::PersonDeleted => "the account was deleted",
        EndReason::NoConnection => "it could not be reached",
        EndReason::Unreadable => "its record in the database cannot be read, so it was not sent",
        EndReason::Unrecorded => "the database takes no record of it, so it is not tried again",
        EndReason::NoSession => "it was reached, and said nothing",
        EndReason::Refused(refusal) => match refusal.split_once(' ') {
            Some((code, words)) if code.parse::<u64>().is_ok() => words,
            _ => refusal,
        },
    };
    format!("{}{what}: {why}", if behind_a_channel { ": " } else { "" })
}

/// The number of subscriptions and deliveries stored.
pub fn stored(stats: StoreStats) -> String {
    let StoreStats {
        people,
        servers,
        waiting,
        paused,
    } = stats;
    format!(
        "{} of people and {servers} of servers; {waiting} deliveries wait; {paused} channels are paused.",
        count(usize::try_from(people).unwrap_or(usize::MAX), "reminder", "reminders"),
    )
}

/// The headings of the health report.
pub const NEXT_ONES: &str = "Next";
pub const LAST_ONES: &str = "Last";
pub const PAUSED_ONES: &str = "Paused";
pub const ENDED_ONES: &str = "Ended";
pub const NO_NEXT: &str = "nothing with a time is known to come";
/// The text between a session and the time of its reminder.
pub const REMINDER_AT: &str = " · reminder";
pub const NO_LAST: &str = "nothing yet";
