//! `raceweek reminders`: health of all reminders, for the operator.

use clap::Args;

use super::exit;
use super::options::{CommonOptions, ConfigOptions};
use super::print::{WIDTH, write_out};
use super::runtime::block_on;
use crate::app::App;
use crate::output::terminal::Terminal;
use crate::reminders::{Health, Timetable};
use crate::store::Owner;
use crate::view;

/// Maximum number of upcoming notices shown.
const NEXT: usize = 5;

/// Tells how many reminders are kept, what comes next, what became of the last ones, and what waits or is paused.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 told, 78 the configuration is wrong, 1 any other fault.")]
pub(super) struct Reminders {
    #[command(flatten)]
    common: CommonOptions,
    #[command(flatten)]
    configured: ConfigOptions,
}

impl Reminders {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let app = App {
            config: self.configured.config()?,
            folder: self.common.data.clone(),
            clock: self.common.running_clock(),
        };
        let catalogue = app.catalogue()?;
        let view = block_on(async {
            let store = app.existing_store().await?;
            let (census, wanted) = (store.stats().await?, store.selectors_by_lead_time().await?);
            let health = store.health(Owner::All).await?;
            store.close().await;
            let health = Health {
                upcoming: Timetable::of(&catalogue).upcoming_for_all(&wanted, app.clock.now(), NEXT),
                ..health
            };
            Ok(view::reminders::operator_health(census, &health, &catalogue))
        })?;
        write_out(
            &Terminal {
                now: app.clock.now(),
                zone: None,
                width: WIDTH,
            }
            .print(&view),
        )?;
        Ok(exit::ANSWERED)
    }
}
