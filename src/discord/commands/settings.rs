//! `/settings`: how a server is set up, shown and set.

use chrono_tz::TZ_VARIANTS;
use serenity::all::{
    AutocompleteChoice, ChannelType, CommandDataOptionValue, CommandInteraction, CommandOptionType, CreateCommand,
    CreateCommandOption, GuildId, InstallationContext, InteractionContext, Permissions,
};

use super::permissions::may_manage;
use crate::discord::autocomplete::{MAX_CHOICES, offered};
use crate::discord::bot::Bot;
use crate::discord::interactions;
use crate::discord::reply::{Reply, storage_failure};
use crate::domain::clip;
use crate::question::{Call, Misunderstanding, Question};
use crate::store::Settings;
use crate::view;
use crate::view::words::settings as say;

/// The command's name.
pub(super) const NAME: &str = "settings";

const SERIES: &str = "series";
const ZONE: &str = "zone";
const SPOILERS: &str = "spoilers";
const QUIET: &str = "quiet";
const RESET: &str = "reset";
const ALL: &str = "all";

/// The command as Discord is told about it. That it is for those who manage the server is checked again when it is used.
pub(super) fn command() -> CreateCommand {
    let option = |name, summary, kind| CreateCommandOption::new(kind, name, summary);
    let mut reset = option(RESET, say::RESET, CommandOptionType::String);
    for name in [SERIES, ZONE, SPOILERS, QUIET, ALL] {
        reset = reset.add_string_choice(name, name);
    }
    CreateCommand::new(NAME)
        .description(say::SUMMARY)
        .set_options(vec![
            option(SERIES, say::SERIES, CommandOptionType::String).set_autocomplete(true),
            option(ZONE, say::ZONE, CommandOptionType::String).set_autocomplete(true),
            option(SPOILERS, say::SPOILERS, CommandOptionType::Boolean),
            option(QUIET, say::QUIET, CommandOptionType::Channel).channel_types(vec![ChannelType::Text]),
            reset,
        ])
        .default_member_permissions(Permissions::MANAGE_GUILD)
        .integration_types(vec![InstallationContext::Guild])
        .contexts(vec![InteractionContext::Guild])
}

/// The reply: how the server is set up, after what was asked for.
pub(super) async fn reply(bot: &Bot, command: &CommandInteraction) -> Reply {
    let Some(guild) = command.guild_id.map(GuildId::get) else {
        return Reply::private(&view::servers_only());
    };
    if !may_manage(command) {
        return Reply::private(&view::admins_only());
    }
    let Some(store) = &bot.store else {
        return Reply::private(&view::no_store());
    };
    let here = bot.for_guild(Some(guild));
    let known = |id: &_| here.catalogue.series.get(id).map(|series| series.name.clone());
    let before = &*here.settings;
    let settings = match set(bot, command, before) {
        Ok(settings) => settings,
        Err(why) => return Reply::private(&view::misunderstood(&why)),
    };
    if settings != *before {
        let kept = match store.save_settings(guild, &settings).await {
            Ok(()) => bot.refresh().await,
            Err(error) => Err(error),
        };
        if let Err(error) = kept {
            return Reply::private(&storage_failure(&error));
        }
    }
    let series = settings.series.as_ref().and_then(known);
    let changed = settings != *before;
    let Settings {
        zone, spoilers, quiet, ..
    } = settings;
    Reply::private(&view::settings(series.as_deref(), zone, spoilers, quiet, changed))
}

/// Completions of an option of the command.
pub(super) fn complete(bot: &Bot, typing: &CommandInteraction) -> Reply {
    let here = bot.for_guild(typing.guild_id.map(GuildId::get));
    Reply::Choices(match interactions::typed(&typing.data.options) {
        // The question that takes a series knows what can be typed for one.
        Some((SERIES, typed)) => match Call::new("about", Vec::new()) {
            Ok(call) => offered(&call, SERIES, typed, &here),
            Err(_) => Vec::new(),
        },
        Some((ZONE, typed)) => zones(typed),
        _ => Vec::new(),
    })
}

/// The zones whose names have a text in them.
fn zones(typed: &str) -> Vec<AutocompleteChoice> {
    let typed = typed.trim().to_lowercase().replace(' ', "_");
    let named = TZ_VARIANTS.iter().map(|zone| zone.name());
    let fits = named.filter(|name| name.to_lowercase().contains(&typed));
    fits.take(MAX_CHOICES)
        .map(|name| AutocompleteChoice::new(name, name))
        .collect()
}

/// The settings with what a command sets and resets.
fn set(bot: &Bot, command: &CommandInteraction, before: &Settings) -> Result<Settings, Misunderstanding> {
    let here = bot.for_guild(command.guild_id.map(GuildId::get));
    let read = |question: &str, option: (String, String)| {
        Question::read(&Call::new(question, vec![option])?, &here.catalogue, &here.asker)
    };
    let mut settings = before.clone();
    for option in &command.data.options {
        let (name, text) = interactions::option(option);
        match (name.as_str(), &option.value) {
            (RESET, _) => settings = without(settings, &text),
            (SERIES, _) => settings.series = read("about", (name, text))?.option(SERIES),
            (ZONE, _) => {
                if let Question::Schedule(asked) = read("schedule", (name, text))? {
                    settings.zone = asked.zone;
                }
            }
            (SPOILERS, CommandDataOptionValue::Boolean(hidden)) => settings.spoilers = *hidden,
            (QUIET, CommandDataOptionValue::Channel(channel)) => settings.quiet = Some(channel.get()),
            _ => {
                return Err(Misunderstanding::UnknownOption {
                    question: NAME,
                    option: clip(&name, 60),
                    options: vec![SERIES, ZONE, SPOILERS, QUIET, RESET],
                });
            }
        }
    }
    Ok(settings)
}

/// The settings without one, or without any.
fn without(settings: Settings, what: &str) -> Settings {
    let none = Settings::default();
    match what {
        SERIES => Settings {
            series: None,
            ..settings
        },
        ZONE => Settings { zone: None, ..settings },
        SPOILERS => Settings {
            spoilers: none.spoilers,
            ..settings
        },
        QUIET => Settings {
            quiet: None,
            ..settings
        },
        ALL => none,
        _ => settings,
    }
}
