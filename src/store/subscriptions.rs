//! Subscriptions: stored, listed, paused and removed.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow};

use super::columns::{get, seconds, signed};
use super::database::execute_each;
use super::{Store, StoreError};
use crate::reminders::{Subscription, Target};

/// The owner whose records are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A person, by their own subscriptions.
    Person(u64),
    /// A server, by the subscriptions of its channels.
    Server(u64),
    /// Everybody.
    All,
}

impl Owner {
    /// The condition on subscriptions and deliveries, with the owner's id as `$1`.
    pub(super) const fn clause(self) -> &'static str {
        match self {
            Self::Person(_) => "owner = $1 AND target <> 'channel'",
            Self::Server(_) => "guild = $1 AND target = 'channel'",
            Self::All => "$1 = $1",
        }
    }

    /// The id that the condition compares with.
    pub(super) fn id(self) -> i64 {
        match self {
            Self::Person(id) | Self::Server(id) => signed(id),
            Self::All => 0,
        }
    }
}

impl Store {
    /// Stores a subscription. One with the same id stays as it is, so that a repeated interaction counts once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn subscribe(&self, subscription: &Subscription) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let created = sqlx::query(
            "INSERT INTO subscription (id, owner, guild, channel, target, role, selectors, leads, created, paused_until) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING",
        )
        .bind(signed(subscription.id))
        .bind(signed(subscription.owner))
        .bind(signed(subscription.target.guild()))
        .bind(signed(subscription.target.channel()))
        .bind(name(&subscription.target))
        .bind(signed(role(&subscription.target)))
        .bind(joined(&subscription.selectors))
        .bind(joined(&subscription.leads))
        .bind(seconds(subscription.created))
        .bind(seconds(subscription.paused_until))
        .execute(&mut *write)
        .await?;
        if created.rows_affected() == 1 {
            for trigger in subscription.triggers() {
                sqlx::query(
                    "INSERT INTO wish (selector, lead, subscription) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                )
                .bind(trigger.selector.to_string())
                .bind(trigger.lead.as_minutes())
                .bind(signed(subscription.id))
                .execute(&mut *write)
                .await?;
            }
            for lead in &subscription.leads {
                let statements = ["INSERT INTO lead_in_use (minutes) VALUES ($1) ON CONFLICT DO NOTHING"];
                execute_each(&mut write, &statements, lead.as_minutes()).await?;
            }
        }
        write.commit().await?;
        Ok(())
    }

    /// All subscriptions of an owner, the oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn subscriptions(&self, owner: Owner) -> Result<Vec<Subscription>, StoreError> {
        let all = format!("SELECT * FROM subscription WHERE {} ORDER BY id", owner.clause());
        Ok(sqlx::query_as(AssertSqlSafe(all))
            .bind(owner.id())
            .fetch_all(self.pool()?)
            .await?)
    }

    /// Removes a subscription of an owner, with its pending deliveries. Returns true if there was one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn unsubscribe(&self, owner: Owner, subscription: u64) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let remove = format!("DELETE FROM subscription WHERE {} AND id = $2", owner.clause());
        let removed = sqlx::query(AssertSqlSafe(remove))
            .bind(owner.id())
            .bind(signed(subscription))
            .execute(&mut *write)
            .await?;
        let was_there = removed.rows_affected() == 1;
        if was_there {
            let statements = [
                "DELETE FROM wish WHERE subscription = $1",
                "DELETE FROM delivery WHERE subscription = $1 AND state = 'pending'",
            ];
            execute_each(&mut write, &statements, signed(subscription)).await?;
        }
        write.commit().await?;
        Ok(was_there)
    }

    /// Pauses a person's own subscriptions until an instant; `None` or a past one resumes them. Returns their number.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pause_subscriptions(&self, owner: u64, until: Option<DateTime<Utc>>) -> Result<u64, StoreError> {
        let paused = sqlx::query("UPDATE subscription SET paused_until = $1 WHERE owner = $2 AND target <> 'channel'")
            .bind(seconds(until))
            .bind(signed(owner))
            .execute(self.pool()?)
            .await?;
        Ok(paused.rows_affected())
    }
}

/// The stored name of a target.
const fn name(target: &Target) -> &'static str {
    match target {
        Target::Direct { .. } => "direct",
        Target::Mention { .. } => "mention",
        Target::Channel { .. } => "channel",
    }
}

const fn role(target: &Target) -> Option<u64> {
    match target {
        Target::Channel { role, .. } => *role,
        Target::Direct { .. } | Target::Mention { .. } => None,
    }
}

fn joined(all: &[impl ToString]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Parses a list. Elements that this version does not know are left out, so that the subscription can still be removed.
fn split<T: FromStr>(text: &str) -> Vec<T> {
    text.split(' ').filter_map(|one| one.parse().ok()).collect()
}

impl FromRow<'_, AnyRow> for Target {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let channel = get(row, "channel")?;
        let guild = get(row, "guild")?;
        Ok(match (get::<String>(row, "target")?.as_str(), guild) {
            ("channel", Some(guild)) => Self::Channel {
                guild,
                channel,
                role: get(row, "role")?,
            },
            ("mention", guild) => Self::Mention { guild, channel },
            _ => Self::Direct { channel },
        })
    }
}

impl FromRow<'_, AnyRow> for Subscription {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: get(row, "id")?,
            owner: get(row, "owner")?,
            target: Target::from_row(row)?,
            selectors: split(&get::<String>(row, "selectors")?),
            leads: split(&get::<String>(row, "leads")?),
            created: get(row, "created")?,
            paused_until: get(row, "paused_until")?,
        })
    }
}
