//! Gateway client: receives interactions, messages and changes of servers, and hands them on.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serenity::all::{
    Client, ClientBuilder, Context, CreateMessage, EventHandler, GatewayIntents, Guild, GuildChannel, GuildId, Http,
    Interaction, Message, Ready, ResumedEvent, Role, RoleId, UnavailableGuild, UserId,
};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::address::Address;
use super::handler::InteractionHandler;
use super::message::Message as Answer;
use super::panics::catch_panic;
use super::reply_mode::ReplyMode;
use super::rest::reason;
use super::router::{answer_message, respond};
use super::state::DiscordBot;
use super::{DiscordError, Rest, RestClient, messages, servers};
use crate::bot::Caller;
use crate::config::Shards;
use crate::store::Deleted;
use crate::view;

/// Timeout for closing the gateway connection on shutdown.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(3);

/// Gateway intents: servers and messages, without the privileged content of messages not addressed to the bot.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// Client of the gateway, not yet connected.
pub struct Gateway {
    client: Client,
    handler: Arc<InteractionHandler>,
}

impl Gateway {
    /// Finds the gateway and makes a client that answers from `discord`; `tasks` tracks every answer in flight.
    ///
    /// # Errors
    /// If the server names no gateway: serenity would fall back to the real one.
    pub async fn new(rest: Rest, api_url: &str, discord: DiscordBot, tasks: TaskTracker) -> Result<Self, DiscordError> {
        let named = rest.http.get_gateway().await;
        let no_gateway = |error: serenity::Error| DiscordError::NoGateway(api_url.to_owned(), reason(error));
        let url = named.map_err(no_gateway)?.url;
        let client = rest.client.clone();
        let handler = Arc::new(InteractionHandler::new(rest.client));
        let receiver = Receiver {
            own: watch::Sender::new(None),
            client,
            discord,
            handler: Arc::clone(&handler),
            tasks,
        };
        let client = ClientBuilder::new_with_http(rest.http, INTENTS)
            .event_handler(receiver)
            .await
            .map_err(|error| DiscordError::of("setting up the gateway", error))?;
        // Serenity has asked for the gateway again, and may have fallen back to the real one.
        *client.ws_url.lock().await = url;
        Ok(Self { client, handler })
    }

    /// Serenity's REST client of this connection.
    pub fn http(&self) -> Arc<Http> {
        Arc::clone(&self.client.http)
    }

    /// Receives and answers until `stop` is cancelled.
    ///
    /// # Errors
    /// If the connection fails, or ends without being stopped.
    pub async fn run(mut self, shards_of: Option<Shards>, stop: CancellationToken) -> Result<(), DiscordError> {
        let shards = Arc::clone(&self.client.shard_manager);
        let handler = Arc::clone(&self.handler);
        tokio::spawn(
            stop.clone()
                .run_until_cancelled_owned(async move { handler.watch().await }),
        );
        tokio::select! {
            ended = start(&mut self.client, shards_of) => match ended {
                Ok(()) => Err(DiscordError::Failed("connected", "the gateway's client has ended".to_owned())),
                Err(error) => Err(DiscordError::of("connecting to the gateway", error)),
            },
            () = stop.cancelled() => {
                if tokio::time::timeout(CLOSE_TIMEOUT, shards.shutdown_all()).await.is_err() {
                    tracing::warn!("the gateway did not close in time");
                }
                Ok(())
            }
        }
    }
}

/// Connects the configured shards, the last one included, or all that Discord recommends.
async fn start(client: &mut Client, shards: Option<Shards>) -> Result<(), serenity::Error> {
    match shards {
        Some(Shards {
            total,
            range: (first, last),
        }) => client.start_shard_range(first..last, total).await,
        None => client.start_autosharded().await,
    }
}

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
struct Receiver {
    /// The bot's own user; absent until READY.
    own: watch::Sender<Option<UserId>>,
    client: RestClient,
    discord: DiscordBot,
    handler: Arc<InteractionHandler>,
    tasks: TaskTracker,
}

#[serenity::async_trait]
impl EventHandler for Receiver {
    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        let address = Address::of(&interaction);
        let mode = ReplyMode::of(&self.discord.bot, &interaction);
        // It is large, and would be moved along with every future around it.
        let interaction = Box::new(interaction);
        let work = async { respond(&self.discord, &interaction, mode).await };
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
