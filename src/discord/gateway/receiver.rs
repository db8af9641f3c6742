//! Receiver of the gateway's events: interactions, messages and changes of servers are handed on.

use std::sync::Arc;
use std::time::Instant;

use serenity::all::{
    Context, CreateMessage, EventHandler, Guild, GuildChannel, GuildId, Interaction, Message, Ready, ResumedEvent,
    Role, RoleId, UnavailableGuild, UserId,
};
use tokio::sync::watch;
use tokio_util::task::TaskTracker;

use crate::bot::Caller;
use crate::discord::address::Address;
use crate::discord::handler::InteractionHandler;
use crate::discord::message::Message as Answer;
use crate::discord::panics::catch_panic;
use crate::discord::reply_mode::ReplyMode;
use crate::discord::router::{answer_message, respond};
use crate::discord::state::DiscordBot;
use crate::discord::{RestClient, messages, servers};
use crate::store::Deleted;
use crate::view;

/// The reply to a message, if it is addressed to the bot `own` and within the rate limit.
async fn message_reply(discord: &DiscordBot, received: &Message, own: UserId, at: Instant) -> Option<CreateMessage> {
    let text = messages::question(received, own)?;
    let caller = Caller {
        id: received.id.get(),
        user: received.author.id.get(),
        channel: received.channel_id.get(),
        guild: received.guild_id.map(GuildId::get),
    };
    let message = match catch_panic(answer_message(discord, text, caller, at)).await {
        Ok(message) => message?,
        Err(panicked) => Answer::plain(&view::broken(&panicked.report(received.id.get()))),
    };
    Some(messages::reply(received, message))
}

/// Event handler of the gateway. READY comes again with each new session, so nothing is started here.
pub(super) struct Receiver {
    /// The bot's own user; absent until READY.
    own: watch::Sender<Option<UserId>>,
    client: RestClient,
    discord: DiscordBot,
    handler: Arc<InteractionHandler>,
    tasks: TaskTracker,
}

impl Receiver {
    /// A receiver that answers from `discord` and replies through `client`; `tasks` tracks every answer in flight.
    pub fn new(client: RestClient, discord: DiscordBot, handler: Arc<InteractionHandler>, tasks: TaskTracker) -> Self {
        Self {
            own: watch::Sender::new(None),
            client,
            discord,
            handler,
            tasks,
        }
    }
}

#[serenity::async_trait]
impl EventHandler for Receiver {
    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        let address = Address::of(&interaction);
        let mode = ReplyMode::of(&self.discord.bot, &interaction);
        // It is large, and would be moved along with every future around it.
        let interaction = Box::new(interaction);
        let work = Box::pin(respond(&self.discord, &interaction, mode));
        let handled = self.handler.handle(address, mode, work);
        self.tasks.track_future(handled).await;
    }

    async fn message(&self, _: Context, received: Message) {
        let at = Instant::now();
        // READY comes before any message, but each event is handled in a task of its own.
        let mut own = self.own.subscribe();
        let own = own.wait_for(Option::is_some).await.ok().and_then(|own| *own);
        let Some(own) = own else { return };
        let Some(message) = message_reply(&self.discord, &received, own, at).await else {
            return;
        };
        let sent = self.client.reply(received.channel_id.get(), at, message);
        if let Err(unsent) = self.tasks.track_future(sent).await {
            tracing::warn!(message = %received.id, "a reply was not delivered: {unsent}");
        }
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        servers::joined(&self.discord.bot, guild.id.get()).await;
    }

    async fn guild_delete(&self, _: Context, guild: UnavailableGuild, _: Option<Guild>) {
        // One that is unavailable has an outage, and comes back by itself.
        if !guild.unavailable {
            servers::left(&self.discord.bot, guild.id.get()).await;
        }
    }

    async fn channel_delete(&self, _: Context, channel: GuildChannel, _: Option<Vec<Message>>) {
        servers::gone(&self.discord.bot, Deleted::Channel(channel.id.get())).await;
    }

    async fn guild_role_delete(&self, _: Context, _: GuildId, role: RoleId, _: Option<Role>) {
        servers::gone(&self.discord.bot, Deleted::Role(role.get())).await;
    }

    async fn ready(&self, _: Context, ready: Ready) {
        self.own.send_replace(Some(ready.user.id));
        let (shard, total) = ready.shard.map_or((0, 1), |shard| (shard.id.0, shard.total));
        tracing::info!(shard, guilds = ready.guilds.len(), "ready as {}", ready.user.name);
        let guilds: Vec<GuildId> = ready.guilds.iter().map(|guild| guild.id).collect();
        servers::listed(&self.discord.bot, (shard, total), &guilds).await;
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        tracing::info!("resumed");
    }
}
