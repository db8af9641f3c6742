//! One delivery on its way: composed when its turn comes, written down before it is tried, settled after.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;
use reqwest::Method;
use serde_json::{Value, json};

use super::calendar::Calendars;
use super::message::compose;
use crate::discord::{Bot, Outbox, QueuedRequest, RequestOutcome, id};
use crate::reminders::{Occasion, Target};
use crate::store::{Attempt, Deleted, Delivery, Settlement, Store, StoreError};
use crate::view::words;

/// How long is waited before a database that does not answer is asked again.
const PATIENCE: Duration = Duration::from_secs(1);

/// The priority of what is told about a channel: behind everything that is due.
const LAST: (i64, i64) = (i64::MAX, 0);

/// What every delivery needs.
pub struct Services {
    /// What messages are made from.
    pub bot: Arc<Bot>,
    /// Where deliveries are kept.
    pub store: Store,
    /// The way out.
    pub outbox: Arc<Outbox>,
    /// The channels that take nothing, until somebody sees to it.
    pub(super) paused: Mutex<HashSet<u64>>,
    /// The calendars that hold.
    pub(super) calendars: ArcSwap<Calendars>,
}

impl Services {
    /// A services with nothing on it.
    pub fn new(bot: Arc<Bot>, store: Store, outbox: Arc<Outbox>) -> Self {
        Self {
            bot,
            store,
            outbox,
            paused: Mutex::default(),
            calendars: ArcSwap::default(),
        }
    }

    /// A place in the queue of a delivery's channel.
    pub(super) fn queue(&self, delivery: &Delivery) -> QueuedRequest {
        let path = format!("channels/{}/messages", delivery.target.channel());
        match delivery
            .message
            .filter(|_| delivery.notice.occasion == Occasion::Correction)
        {
            Some(message) => self.outbox.queue(Method::PATCH, format!("{path}/{message}")),
            None => self.outbox.queue(Method::POST, path),
        }
    }

    /// Delivers one delivery that `holder` has taken, when its turn comes, and writes down what became of it.
    pub(super) async fn dispatch(self: Arc<Self>, holder: Arc<str>, delivery: Delivery, turn: QueuedRequest) {
        if let Some(settled) = self.send(&holder, &delivery, turn).await {
            tracing::debug!(delivery = delivery.key, ?settled, "delivery settled");
            let now = || self.bot.clock.now();
            self.insist(|| self.store.settle(&holder, &delivery.key, &settled, now()))
                .await;
        }
    }

    /// Tries until it is known what became of a delivery; `None` where that is somebody else's to find out.
    async fn send(&self, holder: &str, delivery: &Delivery, turn: QueuedRequest) -> Option<Settlement> {
        let priority = (delivery.notice.start.timestamp(), delivery.notice.due.timestamp());
        let mut slot = self.outbox.slot(turn).await;
        let mut unsure = delivery.may_have_arrived;
        loop {
            slot.ready(priority).await;
            let body = match self.body(delivery).await {
                Ok(body) => body,
                Err(why) if unsure => return Some(Settlement::Unconfirmed(why)),
                Err(why) => return Some(Settlement::Skipped(why)),
            };
            match self
                .insist(|| self.store.attempt(holder, &delivery.key, self.bot.clock.now()))
                .await
            {
                Attempt::Granted => {}
                Attempt::NonceExpired => return Some(Settlement::Unconfirmed("no-answer")),
                Attempt::Withdrawn(why) if unsure => return Some(Settlement::Unconfirmed(why)),
                Attempt::Withdrawn(why) => return Some(Settlement::Skipped(why)),
                Attempt::ClaimLost => return None,
            }
            match slot.attempt(&body).await {
                RequestOutcome::Delivered(message) => return Some(Settlement::Sent(id(&message))),
                RequestOutcome::Refused { code, message, .. } => {
                    self.refused(delivery, code, &message).await;
                    return Some(Settlement::Failed(format!(
                        "{code} {}",
                        words::reminder_message::refusal(code, &message)
                    )));
                }
                RequestOutcome::NotDelivered(why) => {
                    tracing::debug!(delivery = delivery.key, "not sent: {why}");
                    if !unsure {
                        self.insist(|| self.store.clear_attempt(holder, &delivery.key)).await;
                    }
                }
                RequestOutcome::Uncertain(why) => {
                    tracing::debug!(delivery = delivery.key, "may be sent: {why}");
                    unsure = true;
                }
            }
        }
    }

    /// What the delivery says now.
    async fn body(&self, delivery: &Delivery) -> Result<Value, &'static str> {
        if self
            .paused
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .contains(&delivery.target.channel())
        {
            return Err("channel-paused");
        }
        let corrected = match delivery.notice.occasion {
            Occasion::Correction => self.insist(|| self.store.correction(&delivery.notice.subject)).await,
            _ => None,
        };
        // What holds by now, whatever held when it was taken.
        let calendars = self.calendars.load_full();
        let calendar = calendars.of(delivery.target.guild());
        compose(&self.bot, calendar, delivery, corrected.as_ref(), self.bot.clock.now())
    }

    /// Does something with the database until it is done: what is not written down is not sent, and what was sent is
    /// written down.
    async fn insist<T, F: Future<Output = Result<T, StoreError>>>(&self, work: impl Fn() -> F) -> T {
        loop {
            match work().await {
                Ok(done) => return done,
                Err(error) => tracing::warn!("{error}"),
            }
            tokio::time::sleep(PATIENCE).await;
        }
    }

    /// Draws the consequences of a refusal: nothing is deleted silently, and nobody is asked again and again.
    async fn refused(&self, delivery: &Delivery, code: u64, message: &str) {
        let now = self.bot.clock.now();
        let channel = delivery.target.channel();
        let why = words::reminder_message::refusal(code, message);
        match (code, delivery.target) {
            (10_013, Target::Direct { .. }) => {
                tracing::warn!(code, "somebody's reminders have ended: {why}");
                self.insist(|| self.store.end_dependents(Deleted::Person(delivery.owner), now))
                    .await;
            }
            // Their inbox is closed, or they are gone.
            (50_007 | 50_278 | 10_013, _) | (50_001 | 50_013 | 10_003, Target::Direct { .. }) => {
                tracing::warn!(code, "a subscription has ended: {why}");
                self.insist(|| self.store.end_subscription(delivery.subscription, &why, now))
                    .await;
            }
            (50_001 | 50_013 | 10_003, _) => {
                self.paused
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(channel);
                let guild = delivery.target.guild();
                let new = self
                    .insist(|| self.store.pause_channel(channel, guild, delivery.owner, &why, now))
                    .await;
                if new {
                    tracing::warn!(code, channel, "a channel is paused: {why}");
                    self.tell(delivery.owner, &words::reminder_message::paused(channel, &why))
                        .await;
                }
            }
            _ => tracing::error!(code, channel, delivery = delivery.key, "refused: {message}"),
        }
    }

    /// Tells somebody something in their direct messages, once; whoever takes none finds it under `health`.
    async fn tell(&self, person: u64, text: &str) {
        // Whoever had their rows erased is nobody to be told.
        if person == 0 {
            return;
        }
        let body = json!({"content": text, "allowed_mentions": {"parse": []}});
        let told = async {
            let channel = self.outbox.direct(person, LAST).await?;
            self.outbox.say(channel, &body, LAST).await
        };
        if let Err(error) = told.await {
            tracing::warn!("whoever set up a channel could not be told: {error:?}");
        }
    }
}
