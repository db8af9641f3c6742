//! Self-assigned roles: a button gives a member a role, or takes it back; reminders can mention it.

use serde_json::json;
use serenity::all::{
    ButtonStyle, CommandInteraction, ComponentInteraction, CreateActionRow, CreateButton, Permissions, Role,
};

use super::backend::Backend;
use crate::discord::reply::Reply;
use crate::discord::state::DiscordBot;
use crate::discord::{Priority, RefusedRequest, RoleRights, SendError};
use crate::reminders::Refusal;
use crate::view;
use crate::view::words::reminders::{message, settings as say};

/// Prefix of such a button's id.
pub(super) const BUTTON: &str = "role ";

/// Permissions that no self-assigned role may have.
const TOO_MUCH: Permissions = Permissions::ADMINISTRATOR
    .union(Permissions::MANAGE_GUILD)
    .union(Permissions::MANAGE_ROLES)
    .union(Permissions::MANAGE_CHANNELS)
    .union(Permissions::MANAGE_MESSAGES)
    .union(Permissions::MANAGE_WEBHOOKS)
    .union(Permissions::KICK_MEMBERS)
    .union(Permissions::BAN_MEMBERS)
    .union(Permissions::MODERATE_MEMBERS)
    .union(Permissions::MANAGE_THREADS)
    .union(Permissions::MANAGE_NICKNAMES)
    .union(Permissions::MANAGE_EVENTS)
    .union(Permissions::VIEW_AUDIT_LOG)
    .union(Permissions::MUTE_MEMBERS)
    .union(Permissions::DEAFEN_MEMBERS)
    .union(Permissions::MOVE_MEMBERS)
    .union(Permissions::MENTION_EVERYONE);

/// Posts a button for a role in the channel of the command.
pub(super) async fn offer(backend: &Backend<'_>, command: &CommandInteraction, role: Option<u64>) -> Reply {
    let found = command
        .data
        .resolved
        .roles
        .values()
        .find(|one| Some(one.id.get()) == role);
    let Some(role) = found else {
        return remark(say::NO_ROLE);
    };
    if let Some(why) = objection(command, role) {
        return remark(why);
    }
    let button = CreateButton::new(format!("{BUTTON}{}", role.id))
        .label(say::TAKE)
        .style(ButtonStyle::Primary);
    let body = json!({
        "content": say::offered(role.id.get()),
        "components": [CreateActionRow::Buttons(vec![button])],
        "allowed_mentions": {"parse": []},
        "nonce": command.id.to_string(),
        "enforce_nonce": true,
    });
    match backend
        .rest
        .create_message(command.channel_id.get(), &body, Priority::Interactive)
        .await
    {
        Ok(_) => remark(say::OFFERED),
        Err(why) => remark(&refused(why)),
    }
}

/// Objection to offering a role, if there is one.
fn objection(command: &CommandInteraction, role: &Role) -> Option<&'static str> {
    let rights = |rights: Option<Permissions>| rights.unwrap_or_else(Permissions::empty);
    let may = |rights: Permissions| rights.intersects(Permissions::MANAGE_ROLES | Permissions::ADMINISTRATOR);
    let asker = rights(command.member.as_ref().and_then(|member| member.permissions));
    match () {
        () if !may(asker) => Some(say::MAY_NOT_GIVE),
        () if !may(rights(command.app_permissions)) => Some(say::CANNOT_GIVE),
        () if is_too_much(RoleRights::of(role)) => Some(say::TOO_MUCH),
        () => None,
    }
}

/// True if nobody should get a role by a button.
fn is_too_much(role: RoleRights) -> bool {
    role.permissions.intersects(TOO_MUCH) || role.managed
}

/// Gives the role to the member who clicked, or takes it back.
pub(super) async fn clicked(discord: &DiscordBot, click: &ComponentInteraction) -> Reply {
    let role = click
        .data
        .custom_id
        .strip_prefix(BUTTON)
        .and_then(|id| id.parse::<u64>().ok());
    let (Some(role), Some(guild), Some(member), Some(rest)) = (role, click.guild_id, &click.member, &discord.rest)
    else {
        return Reply::private(&view::stale());
    };
    let has = member.roles.iter().any(|one| one.get() == role);
    // It may have been given rights since it was offered.
    if !has {
        match rest.role_rights(guild.get(), role).await {
            Ok(found) if is_too_much(found) => return remark(say::TOO_MUCH),
            Ok(_) => {}
            Err(why) => return remark(&refused(why)),
        }
    }
    match rest.set_role(guild.get(), click.user.id.get(), role, !has).await {
        Ok(()) => remark(if has { say::GIVEN_BACK } else { say::TAKEN }),
        Err(why) => remark(&refused(why)),
    }
}

fn refused(error: SendError) -> String {
    match error {
        SendError::Refused(RefusedRequest {
            reason: Refusal::MissingPermissions,
            ..
        }) => say::CANNOT_GIVE.to_owned(),
        SendError::Refused(refused) => say::not_done(&message::refusal(refused.reason, &refused.message)),
        SendError::Busy(_) => say::BUSY.to_owned(),
        SendError::Exhausted { last, .. } => say::not_done(&last),
        other => say::not_done(&other.to_string()),
    }
}

fn remark(text: &str) -> Reply {
    Reply::private(&view::reminders::server(text))
}
