//! Gateway client: a shard, or several, receives interactions, messages and changes of servers, and hands them on.

mod limits;
mod receiver;
mod shard;

use std::sync::Arc;

use serenity::all::{Http, ShardId, ShardInfo};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::handler::InteractionHandler;
use super::state::DiscordBot;
use super::{DiscordError, Rest};
use crate::config::Shards;

pub use limits::ConnectionLimits;
use receiver::Receiver;
use shard::Connector;

/// Client of the gateway, not yet connected.
pub struct Gateway {
    connector: Connector,
    handler: Arc<InteractionHandler>,
    /// Number of shards that Discord recommends.
    recommended: u32,
}

impl Gateway {
    /// Finds the gateway and makes a client that answers from `discord`; `tasks` tracks every answer in flight.
    ///
    /// # Errors
    /// If Discord refuses the token, or the server names no gateway.
    pub async fn new(rest: Rest, api_url: &str, discord: DiscordBot, tasks: TaskTracker) -> Result<Self, DiscordError> {
        let named = rest.http.get_bot_gateway().await.map_err(|error| {
            match DiscordError::of("asking for the gateway", error) {
                DiscordError::Failed(_, why) => DiscordError::NoGateway(api_url.to_owned(), why),
                other => other,
            }
        })?;
        let handler = Arc::new(InteractionHandler::new(rest.client.clone()));
        let bot = Arc::clone(&discord.bot);
        let receiver = Receiver::new(rest.client, discord, Arc::clone(&handler), tasks);
        Ok(Self {
            connector: Connector::new(Arc::new(rest.http), named.url, Arc::new(receiver), bot),
            handler,
            recommended: named.shards,
        })
    }

    /// serenity's REST client of this connection.
    pub fn http(&self) -> Arc<Http> {
        Arc::clone(&self.connector.http)
    }

    /// Receives and answers until `stop` is cancelled, on the configured shards or all that Discord recommends.
    ///
    /// # Errors
    /// If Discord refuses the connection for good.
    pub async fn run(
        self,
        shards: Option<Shards>,
        limits: ConnectionLimits,
        stop: CancellationToken,
    ) -> Result<(), DiscordError> {
        let handler = self.handler;
        tokio::spawn(
            stop.clone()
                .run_until_cancelled_owned(async move { handler.watch().await }),
        );
        let (total, ids) = match shards {
            Some(Shards { total, range }) => (total, range.0..=range.1),
            None => (self.recommended, 0..=self.recommended.saturating_sub(1)),
        };
        let connector = Arc::new(self.connector);
        let mut connected = JoinSet::new();
        for id in ids {
            let (connector, stop) = (Arc::clone(&connector), stop.clone());
            let shard = ShardInfo { id: ShardId(id), total };
            connected.spawn(async move { Box::pin(connector.keep(shard, limits, &stop)).await });
        }
        while let Some(ended) = connected.join_next().await {
            ended.map_err(|broken| DiscordError::Failed("connected", broken.to_string()))??;
        }
        Ok(())
    }
}
