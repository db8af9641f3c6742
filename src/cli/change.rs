//! `raceweek change`: the operator moves, delays or cancels a session for all servers, until a newer pack comes.

use clap::{Args, ValueEnum};

use super::exit;
use super::options::{CommonOptions, ConfigOptions};
use super::print::write_out;
use super::runtime::block_on;
use crate::app::App;
use crate::dataset::{Catalogue, Origin, Override, SessionChange};
use crate::domain::{Asker, SessionPath};
use crate::question::Misunderstanding;
use crate::question::change::{NoStart, change, new_start, session_meant};
use crate::store::Store;
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
    /// What to do.
    #[arg(value_enum)]
    what: ChangeKind,
    /// The session: its path, such as pccna/2024/watkins-glen/race-2, or its name at the weekend at hand.
    #[arg(required_if_eq_any([("what", "move"), ("what", "delay"), ("what", "cancel"), ("what", "restore")]))]
    session: Option<String>,
    /// The new start by the track's clock, or how much later it is.
    #[arg(required_if_eq_any([("what", "move"), ("what", "delay")]))]
    time: Option<String>,
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

/// Reason why nothing was changed.
enum RejectedChange {
    Session(Misunderstanding),
    Start(NoStart),
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
        let store = app.store().await?;
        let all = store.changes().await?;
        if self.what == ChangeKind::List {
            write_out(&listed(&packs, &all))?;
            return Ok(exit::ANSWERED);
        }
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
        let (text, code) = match self.carried_out(&packs, &own, &store, &asker).await? {
            Ok(done) => (done, exit::ANSWERED),
            Err(RejectedChange::Session(why)) => (reason(&why), exit::MISUNDERSTOOD),
            Err(RejectedChange::Start(why)) => (say::no_start(&why), exit::MISUNDERSTOOD),
        };
        store.close().await;
        write_out(&format!("{text}\n"))?;
        Ok(code)
    }

    /// Carries out the change, and says what was done.
    async fn carried_out(
        &self,
        packs: &Catalogue,
        own: &[Override],
        store: &Store,
        asker: &Asker,
    ) -> anyhow::Result<Result<String, RejectedChange>> {
        // Earlier changes are the base of this one.
        let catalogue = packs.changed(own);
        let session = self.session.as_deref().unwrap_or_default();
        let id = match session_meant(session, &catalogue, asker) {
            Ok(id) => id,
            Err(why) => return Ok(Err(RejectedChange::Session(why))),
        };
        if self.what == ChangeKind::Restore {
            let was_changed = store.remove_change(None, &id).await?;
            return Ok(Ok(say::restored(&id, Origin::Operator, was_changed, &catalogue)));
        }
        let made = self.alteration(&id, &catalogue);
        let made = made.and_then(|what| change(&id, what, &catalogue, asker.now, Origin::Operator));
        let made = match made {
            Ok(made) => made,
            Err(why) => return Ok(Err(RejectedChange::Start(why))),
        };
        store.save_change(None, &made, 0).await?;
        let changed = packs.changed(std::slice::from_ref(&made));
        Ok(Ok(changed.changes.first().map(say::made).unwrap_or_default()))
    }

    fn alteration(&self, id: &SessionPath, catalogue: &Catalogue) -> Result<SessionChange, NoStart> {
        let time = self.time.as_deref().unwrap_or_default();
        match self.what {
            ChangeKind::Move => new_start(time, id, catalogue).map(SessionChange::Moved),
            ChangeKind::Delay => {
                let later = format!("+{}", time.trim_start_matches('+'));
                new_start(&later, id, catalogue).map(SessionChange::Delayed)
            }
            ChangeKind::Cancel | ChangeKind::Restore | ChangeKind::List => Ok(SessionChange::Cancelled),
        }
    }
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
