//! Discord front end: interactions in, replies out. The only room that names serenity.
//!
//! [`respond()`] is the front end as a function: an interaction in, a [`Reply`] out, without wall clock or serenity's
//! `Context`; answers come from the [`Bot`](crate::bot::Bot), and some commands also write to the
//! [`Store`](crate::store::Store). Around it stand, from the outside in: the gateway, which receives; the [`InteractionHandler`], which responds once and in time, also when a
//! handler panics; and the [`RestClient`], which delivers.

mod address;
mod answers;
mod autocomplete;
mod buttons;
mod commands;
mod deferral;
mod gateway;
mod handler;
mod interactions;
mod invite;
mod manifest;
mod manifest_diff;
mod message;
mod messages;
mod panics;
mod register;
mod reply;
mod reply_mode;
mod rest;
mod router;
mod servers;
mod state;
mod truncate;

pub use address::Address;
pub use gateway::{ConnectionLimits, Gateway};
pub use handler::InteractionHandler;
pub use invite::{PERMISSIONS, invite};
pub use manifest::manifest;
pub use manifest_diff::manifest_diff;
pub use message::Message;
pub use register::{Registration, register};
pub use reply::Reply;
pub use reply_mode::ReplyMode;
pub use rest::{
    DiscordError, EventBody, EventIdentity, GrantedRequest, Ping, Priority, QueuedRequest, RefusedRequest,
    RequestOutcome, Rest, RestClient, RoleRights, Route, SendError, document_body, remark_body, text_body, with_nonce,
};
pub use router::respond;
pub use state::DiscordBot;
