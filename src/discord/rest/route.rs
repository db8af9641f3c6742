//! Routes of Discord's REST interface: method, path and authentication of each request.

use reqwest::Method;
use twilight_http_ratelimiting::Method as LimitedMethod;

use crate::discord::address::InteractionToken;

/// A request of ours without its body.
#[derive(Debug, Clone, Copy)]
pub enum Route<'a> {
    /// First response to an interaction.
    Callback {
        /// The interaction.
        interaction: u64,
        /// The interaction's token.
        token: &'a InteractionToken,
    },
    /// Edit of the first response.
    EditResponse {
        /// The bot's application.
        application: u64,
        /// The interaction's token.
        token: &'a InteractionToken,
    },
    /// Another message after the first response.
    FollowUp {
        /// The bot's application.
        application: u64,
        /// The interaction's token.
        token: &'a InteractionToken,
    },
    /// Message in a channel.
    CreateMessage {
        /// The channel.
        channel: u64,
    },
    /// Edit of one of the bot's messages.
    EditMessage {
        /// The channel.
        channel: u64,
        /// The message.
        message: u64,
    },
    /// Channel of a person's direct messages.
    DirectChannel,
    /// Scheduled events of a guild.
    Events {
        /// The guild.
        guild: u64,
    },
    /// New scheduled event.
    CreateEvent {
        /// The guild.
        guild: u64,
    },
    /// Change of a scheduled event.
    EditEvent {
        /// The guild.
        guild: u64,
        /// The event.
        event: u64,
    },
    /// Removal of a scheduled event.
    DeleteEvent {
        /// The guild.
        guild: u64,
        /// The event.
        event: u64,
    },
    /// A role of a guild.
    Role {
        /// The guild.
        guild: u64,
        /// The role.
        role: u64,
    },
    /// Assignment of a role.
    AddRole {
        /// The guild.
        guild: u64,
        /// The member.
        member: u64,
        /// The role.
        role: u64,
    },
    /// Removal of a role.
    RemoveRole {
        /// The guild.
        guild: u64,
        /// The member.
        member: u64,
        /// The role.
        role: u64,
    },
}

impl Route<'_> {
    pub(super) fn method(&self) -> Method {
        match self {
            Self::Callback { .. }
            | Self::FollowUp { .. }
            | Self::CreateMessage { .. }
            | Self::DirectChannel
            | Self::CreateEvent { .. } => Method::POST,
            Self::EditResponse { .. } | Self::EditMessage { .. } | Self::EditEvent { .. } => Method::PATCH,
            Self::Events { .. } | Self::Role { .. } => Method::GET,
            Self::DeleteEvent { .. } | Self::RemoveRole { .. } => Method::DELETE,
            Self::AddRole { .. } => Method::PUT,
        }
    }

    /// Method as the bucket limiter names it.
    pub(super) fn limited_method(&self) -> LimitedMethod {
        match self.method() {
            Method::DELETE => LimitedMethod::Delete,
            Method::GET => LimitedMethod::Get,
            Method::PATCH => LimitedMethod::Patch,
            Method::PUT => LimitedMethod::Put,
            _ => LimitedMethod::Post,
        }
    }

    /// Path below the version of the interface. It holds the interaction's token: never log it.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Callback { interaction, token } => {
                format!("interactions/{interaction}/{}/callback", token.0)
            }
            Self::EditResponse { application, token } => {
                format!("webhooks/{application}/{}/messages/@original", token.0)
            }
            Self::FollowUp { application, token } => format!("webhooks/{application}/{}", token.0),
            Self::CreateMessage { channel } => format!("channels/{channel}/messages"),
            Self::EditMessage { channel, message } => format!("channels/{channel}/messages/{message}"),
            Self::DirectChannel => "users/@me/channels".to_owned(),
            Self::Events { guild } | Self::CreateEvent { guild } => format!("guilds/{guild}/scheduled-events"),
            Self::EditEvent { guild, event } | Self::DeleteEvent { guild, event } => {
                format!("guilds/{guild}/scheduled-events/{event}")
            }
            Self::Role { guild, role } => format!("guilds/{guild}/roles/{role}"),
            Self::AddRole { guild, member, role } | Self::RemoveRole { guild, member, role } => {
                format!("guilds/{guild}/members/{member}/roles/{role}")
            }
        }
    }

    /// True if the bot's token authorizes the request, and not the interaction's in its path.
    pub(super) fn is_authorized(&self) -> bool {
        !matches!(
            self,
            Self::Callback { .. } | Self::EditResponse { .. } | Self::FollowUp { .. }
        )
    }

    /// True if Discord's success has no content; a success with content is then a proxy's, and nothing was delivered.
    pub(super) fn is_without_content(&self) -> bool {
        matches!(self, Self::Callback { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_prints_itself_without_the_token_that_its_path_holds() {
        let token = InteractionToken("secret".to_owned());
        let route = Route::Callback {
            interaction: 7,
            token: &token,
        };
        assert_eq!(route.path(), "interactions/7/secret/callback");
        assert!(!format!("{route:?}").contains("secret"));
    }
}
