//! `/announce move`, `delay`, `cancel` and `restore`: a server's own changes to the calendar, until a newer pack comes.

use super::subcommand::Subcommand;
use super::subscriptions::Backend;
use crate::bot::{Bot, GuildContext};
use crate::dataset::{Origin, Override, SessionChange};
use crate::question::change::{NoStart, change, new_start, session_meant};
use crate::store::StoreError;
use crate::view::words::{change as say, reminder_settings};
use crate::view::{self, View};

/// Does what was asked for with a session, for this server alone, and says what was done.
pub(super) async fn change_calendar(
    bot: &Bot,
    backend: &Backend<'_>,
    (guild, by): (u64, u64),
    called: &Subcommand<'_>,
    context: &GuildContext,
) -> Result<View, StoreError> {
    let remark = |text: String| view::remark(reminder_settings::SERVERS, text);
    let session = called.text("session").unwrap_or_default();
    let id = match session_meant(&session, &context.catalogue, &context.asker) {
        Ok(id) => id,
        Err(why) => return Ok(view::misunderstood(&why)),
    };
    if called.name == "restore" {
        let was_changed = backend.store.remove_change(Some(guild), &id).await?;
        bot.refresh().await?;
        return Ok(remark(say::restored(
            &id,
            Origin::Server,
            was_changed,
            &context.catalogue,
        )));
    }
    let time = called.text("time").unwrap_or_default();
    let what: Result<SessionChange, NoStart> = match called.name {
        "move" => new_start(&time, &id, &context.catalogue).map(SessionChange::Moved),
        "delay" => {
            let later = format!("+{}", time.trim_start_matches('+'));
            let start = new_start(&later, &id, &context.catalogue).map(SessionChange::Delayed);
            start.map_err(|why| match why {
                NoStart::Unread(_) => NoStart::Unread(time.clone()),
                other => other,
            })
        }
        _ => Ok(SessionChange::Cancelled),
    };
    let made: Result<Override, NoStart> =
        what.and_then(|what| change(&id, what, &context.catalogue, context.asker.now, Origin::Server));
    let made = match made {
        Ok(made) => made,
        Err(why) => return Ok(remark(say::no_start(&why))),
    };
    backend.store.save_change(Some(guild), &made, by).await?;
    bot.refresh().await?;
    let now = bot.for_guild(Some(guild)).catalogue;
    let applied = now
        .changes
        .iter()
        .find(|one| one.change.session == id && one.change.by == Origin::Server);
    Ok(remark(applied.map(say::made).unwrap_or_default()))
}
