//! `/announce`: what a server's channels are told by themselves. Only whoever may manage the server sets that up.

use serenity::all::{
    CommandInteraction, CommandOptionType, CreateCommand, CreateCommandOption, GuildId, InstallationContext,
    InteractionContext, Permissions,
};

use super::definition::{subcommand_of as subcommand, text};
use super::permissions::may_manage;
use super::subcommand::Subcommand;
use super::subscriptions::{self, Backend, failure};
use super::{calendar, roles};
use crate::bot::GuildContext;
use crate::dataset::Origin;
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::reminders::{LeadTime, Selector, Subscription, Target, Topic, split_request};
use crate::store::{Owner, StoreError};
use crate::view::words::{change, reminder_settings as say};
use crate::view::{self, Line, View};

/// The command's name.
pub(super) const NAME: &str = "announce";

/// The command's definition: a command's permissions hold for all its subcommands, so what concerns channels lives context.
pub(super) fn command() -> CreateCommand {
    let role = CreateCommandOption::new(CommandOptionType::Role, "role", say::ROLE);
    let series = || text("series", say::SERIES).set_autocomplete(true);
    let reminders = vec![
        text("what", say::WHAT).required(true).set_autocomplete(true),
        text("before", say::BEFORE),
        role.clone(),
        series(),
    ];
    let asked_role = CreateCommandOption::new(CommandOptionType::Role, "role", say::ROLE).required(true);
    let state = CreateCommandOption::new(CommandOptionType::String, "state", say::STATE)
        .required(true)
        .add_string_choice(say::ON, say::ON)
        .add_string_choice(say::OFF, say::OFF);
    let session = || text("session", say::SESSION).required(true);
    let time = |summary| text("time", summary).required(true);
    let which = text("which", say::WHICH).required(true).set_autocomplete(true);
    CreateCommand::new(NAME)
        .description(say::ANNOUNCE)
        .default_member_permissions(Permissions::MANAGE_GUILD)
        .integration_types(vec![InstallationContext::Guild])
        .contexts(vec![InteractionContext::Guild])
        .set_options(vec![
            subcommand("reminders", say::REMINDERS, reminders),
            subcommand("previews", say::PREVIEWS, vec![role.clone(), series()]),
            subcommand("results", say::RESULTS, vec![role, series()]),
            subcommand("role", say::ROLES, vec![asked_role]),
            subcommand("events", say::EVENTS, vec![state]),
            subcommand("move", say::MOVE, vec![session(), time(say::NEW_TIME)]),
            subcommand("delay", say::DELAY, vec![session(), time(say::BY)]),
            subcommand("cancel", say::CANCEL, vec![session()]),
            subcommand("restore", say::RESTORE, vec![session()]),
            subcommand("list", say::LIST, Vec::new()),
            subcommand("remove", say::REMOVE, vec![which]),
            subcommand("resume", say::RESUME, Vec::new()),
            subcommand("health", say::HEALTH, Vec::new()),
        ])
}

/// The reply to the command.
pub(super) async fn reply(discord: &DiscordBot, command: &CommandInteraction) -> Reply {
    let guild = command.guild_id.filter(|_| may_manage(command)).map(GuildId::get);
    let Some(guild) = guild else {
        return Reply::private(&view::remark(say::SERVERS, say::NOT_ALLOWED));
    };
    let Some(backend) = Backend::of(discord) else {
        return Reply::private(&view::remark(say::NOT_KEPT, say::NOT_KEPT_WHY));
    };
    let bot = &*discord.bot;
    let called = Subcommand::of(command);
    let context = bot.for_guild(Some(guild));
    let whose = Owner::Server(guild);
    let answered = match called.name {
        "reminders" | "previews" | "results" => set(&backend, command, guild, &called, &context).await,
        "list" => list(&backend, guild, &context).await,
        "remove" => subscriptions::remove(&backend, whose, called.text("which").as_deref()).await,
        "role" => return roles::offer(&backend, command, called.id("role")).await,
        "events" => events(&backend, command, guild, called.text("state").as_deref()).await,
        "move" | "delay" | "cancel" | "restore" => {
            let by = (guild, command.user.id.get());
            calendar::change_calendar(bot, &backend, by, &called, &context).await
        }
        "resume" => resume(&backend, command.channel_id.get()).await,
        _ => subscriptions::health(&backend, Owner::Server(guild), &context).await,
    };
    Reply::private(&answered.unwrap_or_else(|error| failure(&error)))
}

/// Everything that is set up context: what channels are told, whether there are events, what of the calendar is changed.
async fn list(backend: &Backend<'_>, guild: u64, context: &GuildContext) -> Result<View, StoreError> {
    let mut view = subscriptions::list(backend, Owner::Server(guild), say::SERVERS, say::NONE_HERE, context).await?;
    if backend.store.servers_with_events().await?.contains(&guild) {
        view.line(Line::text(say::EVENTS_ARE_ON));
    }
    let own = context
        .catalogue
        .changes
        .iter()
        .filter(|one| one.change.by == Origin::Server);
    for one in own {
        view.line(Line::text(change::changed(one)));
    }
    Ok(view)
}

/// Sets up what this channel is told.
async fn set(
    backend: &Backend<'_>,
    command: &CommandInteraction,
    guild: u64,
    called: &Subcommand<'_>,
    context: &GuildContext,
) -> Result<View, StoreError> {
    let missing = subscriptions::missing(command);
    if !missing.is_empty() {
        return Ok(view::remark(say::SERVERS, say::missing(&missing)));
    }
    let series = called.text("series");
    let (selectors, leads) = if called.name == "reminders" {
        let what = called.text("what").unwrap_or_default();
        // Both may be typed into one option: `qualifying,race 1h`.
        let (what, before) = match called.text("before") {
            Some(before) => (what, Some(before)),
            None => split_request(&what),
        };
        match subscriptions::request(context, &what, before.as_deref(), series.as_deref()) {
            Ok(request) => (request.selectors, request.leads),
            Err(why) => return Ok(view::remark(say::SERVERS, subscriptions::refusal(&why))),
        }
    } else {
        let what = if called.name == "previews" {
            Topic::Preview
        } else {
            Topic::Results
        };
        match subscriptions::wanted(context, "all", series.as_deref()) {
            Err(why) => return Ok(view::remark(say::SERVERS, why)),
            Ok(all) => {
                let with = all.into_iter().map(|one| Selector {
                    what: what.clone(),
                    ..one
                });
                (with.collect(), vec![LeadTime::default()])
            }
        }
    };
    let role = called.id("role");
    if let Some(why) = role.and_then(|role| cannot_ping(command, role)) {
        return Ok(view::remark(say::SERVERS, why));
    }
    let subscription = Subscription {
        id: command.id.get(),
        owner: command.user.id.get(),
        target: Target::Channel {
            guild,
            channel: command.channel_id.get(),
            role,
        },
        selectors,
        leads,
        created: context.asker.now,
        paused_until: None,
    };
    if let Some(why) = subscriptions::no_room(backend, Owner::Server(guild), &subscription).await? {
        return Ok(view::remark(say::SERVERS, why));
    }
    subscriptions::keep(backend, &subscription).await?;
    Ok(subscriptions::confirmed(&subscription, context))
}

/// Why a role would not be pinged, if so: it is not mentionable, and the bot may not mention all.
fn cannot_ping(command: &CommandInteraction, role: u64) -> Option<String> {
    // The role of everybody has its server's id, and is pinged by no mention of a role.
    if command.guild_id.is_some_and(|guild| guild.get() == role) {
        return Some(say::NOT_EVERYBODY.to_owned());
    }
    let roles = &command.data.resolved.roles;
    let mentionable = roles.iter().any(|(id, found)| id.get() == role && found.mentionable);
    let rights = command.app_permissions.unwrap_or_else(Permissions::empty);
    let may = mentionable || rights.intersects(Permissions::MENTION_EVERYONE | Permissions::ADMINISTRATOR);
    (!may).then(|| say::NOT_PINGED.to_owned())
}

/// Whether this server gets scheduled events.
async fn events(
    backend: &Backend<'_>,
    command: &CommandInteraction,
    guild: u64,
    state: Option<&str>,
) -> Result<View, StoreError> {
    let wanted = state == Some(say::ON);
    let needed = Permissions::CREATE_EVENTS | Permissions::MANAGE_EVENTS;
    let rights = command.app_permissions.unwrap_or_else(Permissions::empty);
    if wanted && !rights.contains(needed) && !rights.contains(Permissions::ADMINISTRATOR) {
        return Ok(view::remark(say::SERVERS, say::NO_EVENTS));
    }
    backend.store.set_events(guild, wanted).await?;
    Ok(view::remark(
        say::SERVERS,
        if wanted { say::EVENTS_ON } else { say::EVENTS_OFF },
    ))
}

/// Lets this channel go on.
async fn resume(backend: &Backend<'_>, channel: u64) -> Result<View, StoreError> {
    let resumed = backend.store.resume_channel(channel).await?;
    Ok(view::remark(
        say::SERVERS,
        if resumed { say::RESUMED } else { say::NOT_PAUSED },
    ))
}

/// Completions of an option of the command; without the right to manage the server, those of a person.
pub(super) async fn complete(discord: &DiscordBot, typing: &CommandInteraction) -> Reply {
    let guild = typing.guild_id.filter(|_| may_manage(typing));
    let whose = guild.map_or(Owner::Person(typing.user.id.get()), |guild| Owner::Server(guild.get()));
    subscriptions::complete(discord, typing, whose).await
}
