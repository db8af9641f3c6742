//! Discord: interactions in, replies out. The only folder that names serenity.
//!
//! [`respond()`] is the whole bot as a function: an interaction in, a [`Reply`] out, without network, wall clock or
//! serenity's `Context`; all that some commands do beside is to keep something in the [`Store`](crate::store::Store). Around it stand, from the outside in: the gateway, which receives; the [`Attendant`], who sees to
//! it that everybody is answered in time, once, and even if something breaks; and the [`Sender`], which delivers.

mod alter;
mod amiss;
mod announce;
mod attend;
mod bot;
mod buttons;
mod caught;
mod commands;
mod complete;
mod embed;
mod gateway;
mod guard;
mod hear;
mod here;
mod invite;
mod known;
mod limits;
mod manifest_diff;
mod memory;
mod privacy;
mod read;
mod register;
mod remind;
mod reply;
mod respond;
mod rest;
mod roles;
mod said;
mod servers;
mod settings;
mod sub;
mod wish;

pub use attend::{Address, Attendant};
pub use bot::{Bot, Commands};
pub use commands::manifest;
pub use gateway::Gateway;
pub use here::Here;
pub use invite::{PERMISSIONS, invite};
pub use limits::Limits;
pub use manifest_diff::manifest_diff;
pub use memory::Memory;
pub use read::Manner;
pub use register::{Registration, register};
pub use reply::{Message, Reply};
pub use respond::respond;
pub use rest::{
    DiscordError, GrantedRequest, Outbox, Ping, Priority, QueuedRequest, RequestOutcome, Rest, SendError, Sender,
    document_body, id, text_body, with_nonce,
};
