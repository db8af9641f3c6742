//! `raceweek register`: registration of the commands on Discord, and the invite link.

use clap::Args;

use super::exit;
use super::options::ConfigOptions;
use super::print::write_out;
use super::runtime::block_on;
use crate::app::App;
use crate::clock::Clock;
use crate::discord::invite;

/// Registers the commands on Discord, prints what was different, and how to invite the bot.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 registered, 78 the configuration is wrong, 1 any other fault.")]
pub(super) struct Register {
    #[command(flatten)]
    configured: ConfigOptions,
}

impl Register {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let app = App {
            config: self.configured.config()?,
            folder: None,
            clock: Clock::System,
        };
        let registration = block_on(app.register())?;
        let mut text = registration.changes.join("\n");
        if text.is_empty() {
            text.push_str("All commands are as they should be.");
        }
        let link = invite(registration.application);
        write_out(&format!("{text}\n\nInvite the bot: {link}\n"))?;
        Ok(exit::ANSWERED)
    }
}
