//! `/privacy` on Discord.

use serenity::all::CommandInteraction;

use super::subcommand::decode;
use crate::bot::Bot;
use crate::command::PrivacyOutcome;
use crate::command::privacy::run;
use crate::discord::reply::{Reply, storage_failure};
use crate::store::StoreError;
use crate::view;

/// The reply to the command. The asker's last questions are forgotten with the stored data.
pub(super) async fn reply(bot: &Bot, command: &CommandInteraction) -> Reply {
    Reply::private(&match outcome(bot, command).await {
        Ok(outcome) => view::privacy(&outcome),
        Err(error) => storage_failure(&error),
    })
}

async fn outcome(bot: &Bot, command: &CommandInteraction) -> Result<PrivacyOutcome, StoreError> {
    let person = command.user.id.get();
    let outcome = run(bot.store.as_ref(), person, &decode(command)).await?;
    if let PrivacyOutcome::Erased(_) = outcome {
        bot.memory.forget(person);
        bot.refresh().await?;
    }
    Ok(outcome)
}
