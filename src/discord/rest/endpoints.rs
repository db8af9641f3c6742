//! Endpoints of Discord's REST interface: responses to interactions, messages, scheduled events and roles.

use std::time::Instant;

use serde::Serialize;
use serde_json::Value;

use super::body::{EventBody, EventIdentity, RoleRights, direct_channel};
use super::client::{RestClient, id, json};
use super::policy::RetryPolicy;
use super::priority::Priority;
use super::{Route, SendError};
use crate::discord::address::Address;
use crate::discord::reply::Reply;

/// Maximum number of tries of a request that may arrive twice.
const REPEATABLE: u32 = 3;
/// Of one that must not.
const ONCE: u32 = 1;

/// Responses to interactions, authorized by the interaction's token.
impl RestClient {
    /// Sends the first response to an interaction.
    ///
    /// # Errors
    /// If it was not delivered.
    pub async fn answer(&self, to: &Address, reply: Reply) -> Result<(), SendError> {
        self.callback(to, &reply.callback()).await
    }

    /// Sends the deferral of a response.
    ///
    /// # Errors
    /// If it was not delivered.
    pub(in crate::discord) async fn defer(&self, to: &Address, callback: impl Serialize) -> Result<(), SendError> {
        self.callback(to, &callback).await
    }

    async fn callback(&self, to: &Address, body: &impl Serialize) -> Result<(), SendError> {
        let route = Route::Callback {
            interaction: to.id.get(),
            token: &to.token,
        };
        let policy = RetryPolicy::callback(to.received);
        self.respond(&route, json(body)?, &policy).await?;
        Ok(())
    }

    /// Replaces a deferral, or the message of the clicked button.
    ///
    /// # Errors
    /// If it was not delivered.
    pub async fn edit(&self, to: &Address, reply: Reply) -> Result<(), SendError> {
        let route = Route::EditResponse {
            application: to.application.get(),
            token: &to.token,
        };
        self.respond_later(to, &route, &reply.edit()).await
    }

    /// Adds a message after the first response.
    ///
    /// # Errors
    /// If it was not delivered.
    pub async fn follow_up(&self, to: &Address, reply: Reply) -> Result<(), SendError> {
        let route = Route::FollowUp {
            application: to.application.get(),
            token: &to.token,
        };
        self.respond_later(to, &route, &reply.follow_up()).await
    }

    async fn respond_later(&self, to: &Address, route: &Route<'_>, body: &impl Serialize) -> Result<(), SendError> {
        let policy = RetryPolicy::follow_up(to.received);
        if policy.deadline.is_some_and(|deadline| Instant::now() > deadline) {
            return Err(SendError::Expired);
        }
        self.respond(route, json(body)?, &policy).await?;
        Ok(())
    }
}

/// Messages, authorized by the bot's token.
impl RestClient {
    /// Sends a reply to a message received at `received`, past the queue of its channel.
    ///
    /// # Errors
    /// If it was not delivered.
    pub(in crate::discord) async fn reply(
        &self,
        channel: u64,
        received: Instant,
        body: impl Serialize,
    ) -> Result<(), SendError> {
        let route = Route::CreateMessage { channel };
        self.respond(&route, json(&body)?, &RetryPolicy::reply(received))
            .await?;
        Ok(())
    }

    /// Id of the channel of a person's direct messages.
    ///
    /// # Errors
    /// If Discord refused it or did not answer.
    pub async fn direct_channel(&self, person: u64, priority: Priority) -> Result<u64, SendError> {
        let body = direct_channel(person);
        let channel = self
            .proactive(&Route::DirectChannel, Some(&body), REPEATABLE, priority)
            .await?;
        Ok(id(&channel))
    }

    /// Sends a message to a channel and returns its id: with a nonce in a few tries, without one in a single try.
    ///
    /// # Errors
    /// If it was not delivered, or may not have been.
    pub async fn create_message(&self, channel: u64, body: &Value, priority: Priority) -> Result<u64, SendError> {
        let tries = if body.get("nonce").is_some() { REPEATABLE } else { ONCE };
        let route = Route::CreateMessage { channel };
        let message = self.proactive(&route, Some(body), tries, priority).await?;
        Ok(id(&message))
    }

    async fn proactive(
        &self,
        route: &Route<'_>,
        body: Option<&Value>,
        tries: u32,
        priority: Priority,
    ) -> Result<Value, SendError> {
        let body = body.map(json).transpose()?.unwrap_or_default();
        self.send(route, body, &RetryPolicy::proactive(tries), Some(priority))
            .await
    }
}

/// Scheduled events and roles of a guild.
impl RestClient {
    /// Ids and identities of a guild's scheduled events.
    ///
    /// # Errors
    /// If Discord refused it or did not answer.
    pub async fn events(&self, guild: u64) -> Result<Vec<(u64, EventIdentity)>, SendError> {
        let route = Route::Events { guild };
        let events = self.proactive(&route, None, REPEATABLE, Priority::Background).await?;
        let events = events.as_array().map_or(&[][..], Vec::as_slice);
        Ok(events
            .iter()
            .map(|event| (id(event), EventIdentity::of(event)))
            .collect())
    }

    /// Creates a scheduled event, in a single try, as a second could double it, and returns its id.
    ///
    /// # Errors
    /// If it was not created, or may not have been.
    pub async fn create_event(&self, guild: u64, event: &EventBody) -> Result<u64, SendError> {
        let route = Route::CreateEvent { guild };
        let created = self
            .proactive(&route, Some(&event.body()), ONCE, Priority::Background)
            .await?;
        Ok(id(&created))
    }

    /// Changes a scheduled event.
    ///
    /// # Errors
    /// If it was not changed.
    pub async fn edit_event(&self, guild: u64, id: u64, event: &EventBody) -> Result<(), SendError> {
        let route = Route::EditEvent { guild, event: id };
        self.proactive(&route, Some(&event.body()), REPEATABLE, Priority::Background)
            .await?;
        Ok(())
    }

    /// Removes a scheduled event.
    ///
    /// # Errors
    /// If it was not removed.
    pub async fn delete_event(&self, guild: u64, event: u64) -> Result<(), SendError> {
        let route = Route::DeleteEvent { guild, event };
        self.proactive(&route, None, REPEATABLE, Priority::Background).await?;
        Ok(())
    }

    /// The rights of a role of a guild, as they are now.
    ///
    /// # Errors
    /// If Discord refused it or did not answer.
    pub async fn role_rights(&self, guild: u64, role: u64) -> Result<RoleRights, SendError> {
        let route = Route::Role { guild, role };
        let found = self.proactive(&route, None, REPEATABLE, Priority::Role).await?;
        serde_json::from_value(found).map_err(|error| SendError::Unexpected(error.to_string()))
    }

    /// Assigns or removes a role of a member.
    ///
    /// # Errors
    /// If it was not changed.
    pub async fn set_role(&self, guild: u64, member: u64, role: u64, is_assigned: bool) -> Result<(), SendError> {
        let route = if is_assigned {
            Route::AddRole { guild, member, role }
        } else {
            Route::RemoveRole { guild, member, role }
        };
        self.proactive(&route, None, REPEATABLE, Priority::Role).await?;
        Ok(())
    }
}
