//! Task of one delivery: composes it when its turn comes, records each try before it is made, settles it after.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::message::compose;
use super::services::Services;
use crate::discord::{Priority, QueuedRequest, RefusedRequest, RequestOutcome, Route, SendError, remark_body};
use crate::reminders::{Delivery, Occasion, Reason, Refusal, Settlement, Target};
use crate::store::{Attempt, Deleted};
use crate::view::words::reminders::message as words;

/// A delivery claimed by a holder of the sender lease.
pub(super) struct DeliveryTask {
    services: Arc<Services>,
    holder: Arc<str>,
    delivery: Delivery,
}

/// Consequence of a refusal beyond the failed delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Consequence {
    /// All subscriptions of the person end.
    EndPerson,
    /// The subscription ends.
    EndSubscription,
    /// The channel is paused until it is resumed.
    PauseChannel,
    /// None: the refusal is logged.
    Log,
}

impl DeliveryTask {
    pub fn new(services: Arc<Services>, holder: Arc<str>, delivery: Delivery) -> Self {
        Self {
            services,
            holder,
            delivery,
        }
    }

    /// Queues the request of the delivery, in the order of the calls for one channel.
    pub fn queue(&self) -> QueuedRequest {
        let channel = self.delivery.target.channel();
        let edited = self.delivery.message.filter(|_| self.is_correction());
        self.services.rest.queue(&match edited {
            Some(message) => Route::EditMessage { channel, message },
            None => Route::CreateMessage { channel },
        })
    }

    /// Sends the delivery when its turn comes, and records its outcome.
    pub async fn run(self, queued: QueuedRequest) {
        if let Some(settled) = self.send(queued).await {
            let (services, key) = (&self.services, &self.delivery.key);
            tracing::debug!(delivery = key, ?settled, "delivery settled");
            let settle = || {
                let now = services.bot.clock.now();
                services.store.settle(&self.holder, key, &settled, now)
            };
            if services.insist(settle).await.is_none() {
                self.abandon().await;
            }
        }
    }

    /// Ends a delivery that cannot be recorded with an entry in the journal.
    async fn abandon(&self) {
        let (store, now) = (&self.services.store, self.services.bot.clock.now());
        if let Err(error) = store.abandon(&self.delivery, now).await {
            tracing::error!(delivery = self.delivery.key, "a delivery cannot be recorded: {error}");
        }
    }

    /// Tries until the outcome is certain; `None` if another holder has claimed the delivery by now.
    async fn send(&self, queued: QueuedRequest) -> Option<Settlement> {
        let (start, due) = (self.delivery.notice.start, self.delivery.notice.due);
        let (start, due) = (start.timestamp(), due.timestamp());
        let priority = match self.delivery.notice.occasion {
            Occasion::Results | Occasion::Correction => Priority::Results { due },
            _ => Priority::Delivery { start, due },
        };
        let mut request = self.services.rest.granted(queued).await;
        let mut is_uncertain = self.delivery.may_have_arrived;
        loop {
            request.ready(priority).await;
            let unsent = |why| {
                if is_uncertain {
                    Settlement::Unconfirmed(why)
                } else {
                    Settlement::Skipped(why)
                }
            };
            let body = match self.body().await {
                Ok(body) => body,
                Err(why) => return Some(unsent(why)),
            };
            let Some(recorded) = self.recorded_attempt().await else {
                self.abandon().await;
                return None;
            };
            match recorded {
                Attempt::Granted => {}
                Attempt::NonceExpired => return Some(Settlement::Unconfirmed(Reason::NoAnswer)),
                Attempt::Withdrawn(why) => return Some(unsent(why)),
                Attempt::ClaimLost => return None,
            }
            match request.attempt(&body).await {
                RequestOutcome::Delivered(message) => return Some(Settlement::Sent(message)),
                RequestOutcome::Refused(refused) => return Some(self.refused(&refused).await),
                RequestOutcome::NotDelivered(why) => {
                    tracing::debug!(delivery = self.delivery.key, "not delivered: {why}");
                    if !is_uncertain {
                        self.record_not_delivered().await;
                    }
                }
                RequestOutcome::Uncertain(why) => {
                    tracing::debug!(delivery = self.delivery.key, "possibly delivered: {why}");
                    is_uncertain = true;
                }
            }
        }
    }

    async fn recorded_attempt(&self) -> Option<Attempt> {
        let Services { store, bot, .. } = &*self.services;
        let record = || store.attempt(&self.holder, &self.delivery.key, bot.clock.now());
        self.services.insist(record).await
    }

    async fn record_not_delivered(&self) {
        let record = || self.services.store.clear_attempt(&self.holder, &self.delivery.key);
        self.services.insist(record).await;
    }

    /// Body of the message as of now, or the reason for which there is none any more.
    async fn body(&self) -> Result<Value, Reason> {
        let (services, delivery) = (&self.services, &self.delivery);
        if services.paused().contains(&delivery.target.channel()) {
            return Err(Reason::ChannelPaused);
        }
        let corrected = if self.is_correction() {
            services
                .insist(|| services.store.correction(&delivery.notice.subject))
                .await
                .flatten()
        } else {
            None
        };
        // The calendar may have changed since the delivery was claimed.
        let calendars = services.calendars.load_full();
        let calendar = calendars.of(delivery.target.guild());
        let now = services.bot.clock.now();
        compose(&services.bot, calendar, delivery, corrected.as_ref(), now)
    }

    fn is_correction(&self) -> bool {
        self.delivery.notice.occasion == Occasion::Correction
    }

    /// Draws the consequences of a refusal, so that nothing is deleted silently or tried again and again.
    async fn refused(&self, refused: &RefusedRequest) -> Settlement {
        let Services { store, bot, .. } = &*self.services;
        let (delivery, code, now) = (&self.delivery, refused.code, bot.clock.now());
        let why = words::refusal(refused.reason, &refused.message);
        let consequence = consequence(refused.reason, delivery.target);
        consequence.log(refused, &why, delivery);
        match consequence {
            Consequence::EndPerson => {
                let end = || store.end_dependents(Deleted::Person(delivery.owner), now);
                self.services.insist(end).await;
            }
            Consequence::EndSubscription => {
                let end = || store.end_subscription(delivery.subscription, &why, now);
                self.services.insist(end).await;
            }
            Consequence::PauseChannel => self.pause_channel(code, &why, now).await,
            Consequence::Log => {}
        }
        Settlement::Failed(format!("{code} {why}"))
    }

    /// Pauses the channel of the delivery, and tells the owner once.
    async fn pause_channel(&self, code: u64, why: &str, now: DateTime<Utc>) {
        let (services, delivery) = (&self.services, &self.delivery);
        let (channel, guild) = (delivery.target.channel(), delivery.target.guild());
        services.paused().insert(channel);
        let pause = || services.store.pause_channel(channel, guild, delivery.owner, why, now);
        if services.insist(pause).await == Some(true) {
            tracing::warn!(code, channel, "a channel is paused: {why}");
            self.notify_owner(&words::paused(channel, why)).await;
        }
    }

    /// Sends a notice to the owner's direct messages, once; `health` shows it to an owner who takes none.
    async fn notify_owner(&self, text: &str) {
        let owner = self.delivery.owner;
        // The owner's rows have been erased.
        if owner == 0 {
            return;
        }
        let (rest, body) = (&self.services.rest, remark_body(text));
        let sent: Result<u64, SendError> = async {
            let channel = rest.direct_channel(owner, Priority::Status).await?;
            rest.create_message(channel, &body, Priority::Status).await
        }
        .await;
        if let Err(error) = sent {
            tracing::warn!("the owner of a paused channel could not be notified: {error}");
        }
    }
}

impl Consequence {
    /// Logs a refusal with its consequence; a channel is logged as paused once it is.
    fn log(self, refused: &RefusedRequest, why: &str, delivery: &Delivery) {
        let code = refused.code;
        match self {
            Self::EndPerson => tracing::warn!(code, "a person's reminders have ended: {why}"),
            Self::EndSubscription => tracing::warn!(code, "a subscription has ended: {why}"),
            Self::PauseChannel => {}
            Self::Log => {
                let (channel, message) = (delivery.target.channel(), &refused.message);
                tracing::error!(code, channel, delivery = delivery.key, "refused: {message}");
            }
        }
    }
}

fn consequence(reason: Refusal, target: Target) -> Consequence {
    let is_direct = matches!(target, Target::Direct { .. });
    match reason {
        Refusal::UnknownUser if is_direct => Consequence::EndPerson,
        Refusal::UnknownUser | Refusal::ClosedDirectMessages | Refusal::NoSharedServer => Consequence::EndSubscription,
        Refusal::MissingAccess | Refusal::MissingPermissions | Refusal::UnknownChannel => {
            if is_direct {
                Consequence::EndSubscription
            } else {
                Consequence::PauseChannel
            }
        }
        _ => Consequence::Log,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_ends_what_cannot_be_delivered_again_and_pauses_what_can() {
        use Consequence::{EndPerson, EndSubscription, Log, PauseChannel};
        let (guild, channel) = (1, 2);
        let direct = Target::Direct { channel };
        let mention = Target::Mention {
            guild: Some(guild),
            channel,
        };
        for (reason, in_direct, in_channel) in [
            (Refusal::UnknownUser, EndPerson, EndSubscription),
            (Refusal::ClosedDirectMessages, EndSubscription, EndSubscription),
            (Refusal::NoSharedServer, EndSubscription, EndSubscription),
            (Refusal::MissingAccess, EndSubscription, PauseChannel),
            (Refusal::MissingPermissions, EndSubscription, PauseChannel),
            (Refusal::UnknownChannel, EndSubscription, PauseChannel),
            (Refusal::UnknownMessage, Log, Log),
            (Refusal::Other, Log, Log),
        ] {
            let found = (consequence(reason, direct), consequence(reason, mention));
            assert_eq!(found, (in_direct, in_channel), "{reason:?}");
        }
    }
}
