//! The bot with its way to send messages to Discord unprompted.

use std::sync::Arc;

use super::RestClient;
use crate::bot::Bot;

/// State that Discord's handlers share.
#[derive(Debug, Clone)]
pub struct DiscordBot {
    /// The bot, which knows no front end.
    pub bot: Arc<Bot>,
    /// Client for messages that answer no interaction; without one, the bot sets no reminders.
    pub rest: Option<RestClient>,
}

impl DiscordBot {
    /// Computes something in the bot's pool.
    pub(super) async fn compute<T: Send + 'static>(&self, work: impl FnOnce(&Self) -> T + Send + 'static) -> T {
        let discord = self.clone();
        self.bot.pool.run(move || work(&discord)).await
    }

    /// A bot that only replies.
    pub fn new(bot: Bot) -> Self {
        Self {
            bot: Arc::new(bot),
            rest: None,
        }
    }
}
