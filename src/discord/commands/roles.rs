//! Roles that people take and give back by a button: whoever has one is pinged by the reminders that name it.

use reqwest::Method;
use serde_json::{Value, json};
use serenity::all::{
    ButtonStyle, CommandInteraction, ComponentInteraction, CreateActionRow, CreateButton, Permissions, Role,
};

use super::subscriptions::Backend;
use crate::discord::bot::Bot;
use crate::discord::reply::Reply;
use crate::discord::{Priority, RequestOutcome};
use crate::view;
use crate::view::words::{reminder_message, reminder_settings as say};

/// What stands at the beginning of such a button's id.
pub(super) const BUTTON: &str = "role ";
/// Before everything that is due: somebody waits for the answer.
const NOW: Priority = (i64::MIN, 0);

/// Rights that a role for being pinged has no use for, and that nobody should get by a button.
const TOO_MUCH: Permissions = Permissions::ADMINISTRATOR
    .union(Permissions::MANAGE_GUILD)
    .union(Permissions::MANAGE_ROLES)
    .union(Permissions::MANAGE_CHANNELS)
    .union(Permissions::MANAGE_MESSAGES)
    .union(Permissions::MANAGE_WEBHOOKS)
    .union(Permissions::KICK_MEMBERS)
    .union(Permissions::BAN_MEMBERS)
    .union(Permissions::MODERATE_MEMBERS)
    .union(Permissions::MENTION_EVERYONE);

/// Puts a button into this channel by which everybody takes a role.
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
    match backend.outbox.say(command.channel_id.get(), &body, NOW).await {
        Ok(_) => remark(say::OFFERED),
        Err(why) => remark(&refused(why)),
    }
}

/// What speaks against offering a role.
fn objection(command: &CommandInteraction, role: &Role) -> Option<&'static str> {
    let rights = |rights: Option<Permissions>| rights.unwrap_or_else(Permissions::empty);
    let may = |rights: Permissions| rights.intersects(Permissions::MANAGE_ROLES | Permissions::ADMINISTRATOR);
    let asker = rights(command.member.as_ref().and_then(|member| member.permissions));
    match () {
        () if !may(asker) => Some(say::MAY_NOT_GIVE),
        () if !may(rights(command.app_permissions)) => Some(say::CANNOT_GIVE),
        () if role.permissions.intersects(TOO_MUCH) || role.managed => Some(say::TOO_MUCH),
        () => None,
    }
}

/// The reply to somebody who clicked: they have the role now, or no longer.
pub(super) async fn clicked(bot: &Bot, click: &ComponentInteraction) -> Reply {
    let role = click
        .data
        .custom_id
        .strip_prefix(BUTTON)
        .and_then(|id| id.parse::<u64>().ok());
    let (Some(role), Some(guild), Some(member), Some(outbox)) = (role, click.guild_id, &click.member, &bot.outbox)
    else {
        return Reply::private(&view::stale());
    };
    let has = member.roles.iter().any(|one| one.get() == role);
    let method = if has { Method::DELETE } else { Method::PUT };
    let path = format!("guilds/{guild}/members/{}/roles/{role}", click.user.id);
    match outbox.request(method, path, &Value::Null, (NOW, 3)).await {
        Ok(_) => remark(if has { say::GIVEN_BACK } else { say::TAKEN }),
        Err(why) => remark(&refused(why)),
    }
}

fn refused(why: RequestOutcome) -> String {
    match why {
        RequestOutcome::Refused { code: 50_013, .. } => say::CANNOT_GIVE.to_owned(),
        RequestOutcome::Refused { code, message, .. } => say::not_done(&reminder_message::refusal(code, &message)),
        RequestOutcome::NotDelivered(why) | RequestOutcome::Uncertain(why) => say::not_done(&why),
        RequestOutcome::Delivered(_) => String::new(),
    }
}

fn remark(text: &str) -> Reply {
    Reply::private(&view::remark(say::SERVERS, text))
}
