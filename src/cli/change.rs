//! `raceweek change`: the operator moves, delays or cancels a session for all servers, until a newer pack comes.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::exit;
use super::options::{CommonOptions, ConfigOptions};
use super::print::write_out;
use super::runtime::block_on;
use crate::app::App;
use crate::command::calendar::{self, CalendarAction, CalendarOutcome, CalendarRequest};
use crate::command::{CommandContext, CommandError};
use crate::dataset::{Catalogue, Override};
use crate::domain::Asker;
use crate::view::words::change as say;
use crate::view::words::misunderstanding::reason;

/// Changes the calendar for all servers.
#[derive(Debug, Args)]
#[command(
    after_help = "For example: raceweek change move pccna/2024/watkins-glen/race-2 2024-06-22T12:30 (track time)\n  \
    raceweek change delay race-2 30m\n\
    Exit codes: 0 done, 2 not understood, 64 wrong usage, 78 the configuration is wrong, 1 any other fault."
)]
pub(super) struct ChangeCalendar {
    /// Action.
    #[arg(value_enum, help = "What to do")]
    what: ChangeKind,
    /// The session: its path, such as pccna/2024/watkins-glen/race-2, or its name at the weekend at hand.
    #[arg(required_if_eq_any([("what", "move"), ("what", "delay"), ("what", "cancel"), ("what", "restore")]))]
    session: Option<String>,
    /// The new start by the track's clock, or how much later it is.
    #[arg(required_if_eq_any([("what", "move"), ("what", "delay")]))]
    time: Option<String>,
    /// Prints the typed outcome as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: CommonOptions,
    #[command(flatten)]
    configured: ConfigOptions,
}

/// Change of a session, or the list of all changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ChangeKind {
    /// Gives it another start.
    Move,
    /// Puts it off.
    Delay,
    /// Strikes it from the calendar.
    Cancel,
    /// Takes a change back.
    Restore,
    /// Lists all changes, those of servers too.
    List,
}

impl ChangeCalendar {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let app = App {
            config: self.configured.config()?,
            folder: self.common.data.clone(),
            clock: self.common.running_clock(),
        };
        block_on(self.changed(&app))
    }

    async fn changed(&self, app: &App) -> anyhow::Result<u8> {
        let packs = app.catalogue()?;
        let store = app.existing_store().await?;
        let all = store.changes().await?;
        let Some(action) = self.what.action() else {
            let text = if self.json {
                let all: Vec<ListedChange<'_>> = all.iter().map(ListedChange::of).collect();
                json(&all)? + "\n"
            } else {
                listed(&packs, &all)
            };
            write_out(&text)?;
            return Ok(exit::ANSWERED);
        };
        let own: Vec<Override> = all
            .into_iter()
            .filter(|(guild, _)| guild.is_none())
            .map(|(_, one)| one)
            .collect();
        let asker = Asker {
            now: app.clock.now(),
            zone: None,
            reference: None,
            series: app.config.series.default.parse()?,
            rehearsal: app.clock.is_rehearsal(),
        };
        // Earlier changes are the base of this one.
        let catalogue = packs.changed(&own);
        let context = CommandContext {
            store: &store,
            catalogue: &catalogue,
            asker: &asker,
        };
        let (text, code) = match self.carried_out(action, &context).await {
            Ok(outcome) => self.told(&outcome, &packs, &catalogue)?,
            Err(CommandError::Misunderstood(why)) if self.json => (json(&why)?, exit::MISUNDERSTOOD),
            Err(CommandError::Misunderstood(why)) => (reason(&why), exit::MISUNDERSTOOD),
            Err(CommandError::Store(error)) => return Err(error.into()),
        };
        store.close().await;
        write_out(&format!("{text}\n"))?;
        Ok(code)
    }

    /// Changes the calendar.
    async fn carried_out(
        &self,
        action: CalendarAction,
        context: &CommandContext<'_>,
    ) -> Result<CalendarOutcome, CommandError> {
        let request = CalendarRequest {
            action,
            session: self.session.as_deref().unwrap_or_default(),
            time: self.time.as_deref().unwrap_or_default(),
            guild: None,
            author: 0,
        };
        calendar::run(context, &request).await
    }

    /// The outcome as a sentence or as JSON, with the exit code; the catalogue is that before the change.
    fn told(
        &self,
        outcome: &CalendarOutcome,
        packs: &Catalogue,
        catalogue: &Catalogue,
    ) -> serde_json::Result<(String, u8)> {
        let code = match outcome {
            CalendarOutcome::Changed(_) | CalendarOutcome::Restored { .. } => exit::ANSWERED,
            CalendarOutcome::NoStart(_) => exit::MISUNDERSTOOD,
        };
        let text = match outcome {
            _ if self.json => json(outcome)?,
            CalendarOutcome::Changed(made) => say::outcome(outcome, &packs.changed(std::slice::from_ref(made))),
            CalendarOutcome::Restored { .. } | CalendarOutcome::NoStart(_) => say::outcome(outcome, catalogue),
        };
        Ok((text, code))
    }
}

impl ChangeKind {
    /// The action on the calendar; a list is none.
    fn action(self) -> Option<CalendarAction> {
        match self {
            Self::Move => Some(CalendarAction::Move),
            Self::Delay => Some(CalendarAction::Delay),
            Self::Cancel => Some(CalendarAction::Cancel),
            Self::Restore => Some(CalendarAction::Restore),
            Self::List => None,
        }
    }
}

/// A change in a list.
#[derive(Debug, Serialize)]
struct ListedChange<'a> {
    /// The server that it is for; none if it is for all.
    guild: Option<u64>,
    /// The change.
    change: &'a Override,
}

impl<'a> ListedChange<'a> {
    fn of((guild, change): &'a (Option<u64>, Override)) -> Self {
        Self { guild: *guild, change }
    }
}

/// An outcome as JSON.
fn json(outcome: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(outcome)
}

/// List of all changes, a line each.
fn listed(packs: &Catalogue, all: &[(Option<u64>, Override)]) -> String {
    let line = |(guild, change): &(Option<u64>, Override)| {
        let changed = packs.changed(std::slice::from_ref(change));
        say::listed(*guild, change, changed.changes.first()) + "\n"
    };
    if all.is_empty() {
        return format!("{}\n", say::NONE);
    }
    all.iter().map(line).collect()
}
