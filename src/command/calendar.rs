//! Changes to the calendar until a newer pack comes: by a server for itself, or by the operator for all.

use serde::Serialize;

use super::{CommandContext, CommandError};
use crate::dataset::{Catalogue, Origin, Override, SessionChange};
use crate::domain::SessionPath;
use crate::question::change::{NoStart, change, new_start, session_meant};

/// Change of a session's place in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarAction {
    /// Gives it another start.
    Move,
    /// Delays it.
    Delay,
    /// Cancels it.
    Cancel,
    /// Takes a change back.
    Restore,
}

impl CalendarAction {
    /// The action of this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "move" => Some(Self::Move),
            "delay" => Some(Self::Delay),
            "cancel" => Some(Self::Cancel),
            "restore" => Some(Self::Restore),
            _ => None,
        }
    }
}

/// Request for a change.
#[derive(Debug, Clone, Copy)]
pub struct CalendarRequest<'a> {
    /// The action.
    pub action: CalendarAction,
    /// The session as it was typed.
    pub session: &'a str,
    /// The new start or the delay as it was typed; blank for other actions.
    pub time: &'a str,
    /// The server that the change is for; none if it is the operator's, for all.
    pub guild: Option<u64>,
    /// The author; 0 for the operator.
    pub author: u64,
}

/// Outcome of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarOutcome {
    /// The change that is in force.
    Changed(Override),
    /// A change was taken back.
    Restored {
        /// The session.
        session: SessionPath,
        /// The origin of the change.
        by: Origin,
        /// False if there was none.
        was_changed: bool,
    },
    /// The session cannot start then.
    NoStart(NoStart),
}

/// Changes the calendar.
///
/// # Errors
/// If the session is not understood, or the store fails.
pub async fn run(context: &CommandContext<'_>, request: &CalendarRequest<'_>) -> Result<CalendarOutcome, CommandError> {
    let session = session_meant(request.session, context.catalogue, context.asker)?;
    let by = if request.guild.is_some() {
        Origin::Server
    } else {
        Origin::Operator
    };
    if request.action == CalendarAction::Restore {
        let was_changed = context.store.remove_change(request.guild, &session).await?;
        return Ok(CalendarOutcome::Restored {
            session,
            by,
            was_changed,
        });
    }
    let what = session_change(request, &session, context.catalogue);
    let made = what.and_then(|what| change(&session, what, context.catalogue, context.asker.now, by));
    Ok(match made {
        Ok(made) => {
            context.store.save_change(request.guild, &made, request.author).await?;
            CalendarOutcome::Changed(made)
        }
        Err(why) => CalendarOutcome::NoStart(why),
    })
}

fn session_change(
    request: &CalendarRequest<'_>,
    session: &SessionPath,
    catalogue: &Catalogue,
) -> Result<SessionChange, NoStart> {
    match request.action {
        CalendarAction::Move => new_start(request.time, session, catalogue).map(SessionChange::Moved),
        CalendarAction::Delay => {
            let later = format!("+{}", request.time.trim_start_matches('+'));
            let start = new_start(&later, session, catalogue).map(SessionChange::Delayed);
            start.map_err(|why| match why {
                NoStart::Unread(_) => NoStart::Unread(request.time.to_owned()),
                other => other,
            })
        }
        CalendarAction::Cancel | CalendarAction::Restore => Ok(SessionChange::Cancelled),
    }
}
