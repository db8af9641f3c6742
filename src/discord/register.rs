//! Registration of the commands: compares with Discord's first, and overwrites all of them only if one differs.

use serde::Deserialize;
use serde_json::Value;
use serenity::all::{ApplicationId, CommandId, Http, LightMethod, Route};
use serenity::http::Request;

use super::{DiscordError, manifest, manifest_diff};
use crate::output::markdown::Commands;

/// Result of a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The bot's application.
    pub application: ApplicationId,
    /// Changes, a line each; empty if nothing differed.
    pub changes: Vec<String>,
    /// Ids of the commands by name.
    pub commands: Commands,
}

#[derive(Deserialize)]
struct CurrentApplication {
    id: ApplicationId,
}

/// Registered command, of which only name and id matter.
#[derive(Deserialize)]
struct RegisteredCommand {
    name: String,
    id: CommandId,
}

/// Registers exactly our commands.
///
/// # Errors
/// If Discord refuses it or does not answer.
pub async fn register(http: &Http) -> Result<Registration, DiscordError> {
    let failed = |error| DiscordError::of("registering commands", error);
    let request = Request::new(Route::Oauth2ApplicationCurrent, LightMethod::Get);
    let application = http.fire::<CurrentApplication>(request).await.map_err(failed)?.id;
    let route = Route::Commands {
        application_id: application,
    };
    let request = Request::new(route, LightMethod::Get);
    let present: Vec<Value> = http.fire(request).await.map_err(failed)?;
    let wanted = serde_json::to_value(manifest());
    let wanted = wanted.map_err(|error| DiscordError::Failed("writing commands", error.to_string()))?;
    let changes = manifest_diff(&present, wanted.as_array().map_or(&[], Vec::as_slice));
    let registered: Vec<Value> = if changes.is_empty() {
        present
    } else {
        let request = Request::new(route, LightMethod::Put).body(Some(wanted.to_string().into_bytes()));
        http.fire(request).await.map_err(failed)?
    };
    let named = |value| serde_json::from_value::<RegisteredCommand>(value).ok();
    let named = registered.into_iter().filter_map(named);
    Ok(Registration {
        application,
        changes,
        commands: named.map(|command| (command.name, command.id.get())).collect(),
    })
}
