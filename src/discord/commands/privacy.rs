//! `/privacy`: what is kept about the asker, shown and erased.

use serenity::all::{CommandInteraction, CommandOptionType, CreateCommand, CreateCommandOption};

use super::definition::everywhere;
use crate::discord::bot::Bot;
use crate::discord::reply::{Reply, storage_failure};
use crate::store::PersonalData;
use crate::view::words::privacy as say;
use crate::view::{self, Stored};

/// The command's name.
pub(super) const NAME: &str = "privacy";
const SHOW: &str = "show";
const ERASE: &str = "erase";

/// The command as Discord is told about it.
pub(super) fn command() -> CreateCommand {
    let part = |name, summary| CreateCommandOption::new(CommandOptionType::SubCommand, name, summary);
    everywhere(
        CreateCommand::new(NAME)
            .description(say::SUMMARY)
            .set_options(vec![part(SHOW, say::SHOW), part(ERASE, say::ERASE)]),
    )
}

/// The reply: what is kept, or what was until now.
pub(super) async fn reply(bot: &Bot, command: &CommandInteraction) -> Reply {
    let user = command.user.id.get();
    let erase = command.data.options.iter().any(|option| option.name == ERASE);
    let Some(store) = &bot.store else {
        if erase {
            bot.memory.forget(user);
        }
        let none = Stored::default();
        return Reply::private(&if erase {
            view::erased(&none)
        } else {
            view::stored(&none)
        });
    };
    let about = match store.personal_data(user).await {
        Ok(about) => stored(&about),
        Err(error) => return Reply::private(&storage_failure(&error)),
    };
    if !erase {
        return Reply::private(&view::stored(&about));
    }
    bot.memory.forget(user);
    let erased = match store.erase_person(user).await {
        Ok(()) => bot.refresh().await,
        Err(error) => Err(error),
    };
    match erased {
        Ok(_) => Reply::private(&view::erased(&about)),
        Err(error) => Reply::private(&storage_failure(&error)),
    }
}

fn stored(about: &PersonalData) -> Stored {
    Stored {
        reminders: about.reminders,
        messages: about.messages,
        notes: about.notes,
        made_for_servers: about.made_for_servers,
        seen: about.seen,
    }
}
