//! Subscriptions: made, listed, paused and removed.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::columns::{id, instant, optional, perhaps, seconds, signed};
use super::{Store, StoreError};
use crate::reminders::{LeadTime, Selector, Subscription, Target};

/// Whose subscriptions are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Somebody's own.
    Person(u64),
    /// A server's.
    Server(u64),
    /// All of them.
    All,
}

impl Store {
    /// Keeps a subscription. One that is there already stays as it is, so that a message that comes twice counts once.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn subscribe(&self, subscription: &Subscription) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let made = sqlx::query(
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
        .bind(subscription.paused_until.map_or(0, seconds))
        .execute(&mut *write)
        .await?;
        if made.rows_affected() == 1 {
            for wish in subscription.triggers() {
                sqlx::query(
                    "INSERT INTO wish (selector, lead, subscription) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                )
                .bind(wish.selector.to_string())
                .bind(wish.lead.as_minutes())
                .bind(signed(subscription.id))
                .execute(&mut *write)
                .await?;
            }
            for lead in &subscription.leads {
                sqlx::query("INSERT INTO lead_in_use (minutes) VALUES ($1) ON CONFLICT DO NOTHING")
                    .bind(lead.as_minutes())
                    .execute(&mut *write)
                    .await?;
            }
        }
        write.commit().await?;
        Ok(())
    }

    /// All subscriptions of a person or a server, the oldest first.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn subscriptions(&self, whose: Owner) -> Result<Vec<Subscription>, StoreError> {
        let all = match whose {
            Owner::Person(owner) => {
                sqlx::query("SELECT * FROM subscription WHERE owner = $1 AND target <> 'channel' ORDER BY id")
                    .bind(signed(owner))
            }
            Owner::Server(guild) => {
                sqlx::query("SELECT * FROM subscription WHERE guild = $1 AND target = 'channel' ORDER BY id")
                    .bind(signed(guild))
            }
            Owner::All => sqlx::query("SELECT * FROM subscription ORDER BY id"),
        };
        let rows = all.fetch_all(self.pool()?).await?;
        Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
    }

    /// Takes a subscription away, with what it was still to be told. Whether there was such a one.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn unsubscribe(&self, whose: Owner, subscription: u64) -> Result<bool, StoreError> {
        let mut write = self.write().await?;
        let removed = match whose {
            Owner::Person(owner) => {
                sqlx::query("DELETE FROM subscription WHERE id = $1 AND owner = $2 AND target <> 'channel'")
                    .bind(signed(subscription))
                    .bind(signed(owner))
            }
            Owner::Server(guild) => {
                sqlx::query("DELETE FROM subscription WHERE id = $1 AND guild = $2 AND target = 'channel'")
                    .bind(signed(subscription))
                    .bind(signed(guild))
            }
            Owner::All => sqlx::query("DELETE FROM subscription WHERE id = $1").bind(signed(subscription)),
        };
        let removed = removed.execute(&mut *write).await?.rows_affected() == 1;
        if removed {
            for statement in [
                "DELETE FROM wish WHERE subscription = $1",
                "DELETE FROM delivery WHERE subscription = $1 AND state = 'pending'",
            ] {
                sqlx::query(statement)
                    .bind(signed(subscription))
                    .execute(&mut *write)
                    .await?;
            }
        }
        write.commit().await?;
        Ok(removed)
    }

    /// Silences somebody's own subscriptions until a moment; one that is past ends the silence. How many there are.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn pause_subscriptions(&self, owner: u64, until: Option<DateTime<Utc>>) -> Result<u64, StoreError> {
        let paused = sqlx::query("UPDATE subscription SET paused_until = $1 WHERE owner = $2 AND target <> 'channel'")
            .bind(until.map_or(0, seconds))
            .bind(signed(owner))
            .execute(self.pool()?)
            .await?;
        Ok(paused.rows_affected())
    }
}

/// What a target is called in the table.
pub(super) const fn name(target: &Target) -> &'static str {
    match target {
        Target::Direct { .. } => "direct",
        Target::Mention { .. } => "mention",
        Target::Channel { .. } => "channel",
    }
}

pub(super) const fn role(target: &Target) -> Option<u64> {
    match target {
        Target::Channel { role, .. } => *role,
        Target::Direct { .. } | Target::Mention { .. } => None,
    }
}

/// The target that a row's columns `target`, `guild`, `channel` and `role` are.
pub(super) fn target(row: &AnyRow) -> Result<Target, sqlx::Error> {
    let channel = id(row, "channel")?;
    let guild = optional(row, "guild")?;
    Ok(match (row.try_get::<String, _>("target")?.as_str(), guild) {
        ("channel", Some(guild)) => Target::Channel {
            guild,
            channel,
            role: optional(row, "role")?,
        },
        ("mention", guild) => Target::Mention { guild, channel },
        _ => Target::Direct { channel },
    })
}

fn read(row: &AnyRow) -> Result<Subscription, sqlx::Error> {
    let list = |column| row.try_get::<String, _>(column);
    // What an older pack knew and no pack knows any more is still the reader's to remove.
    let selectors = list("selectors")?
        .split(' ')
        .filter_map(|one| one.parse::<Selector>().ok())
        .collect();
    let leads = list("leads")?
        .split(' ')
        .filter_map(|one| one.parse::<LeadTime>().ok())
        .collect();
    Ok(Subscription {
        id: id(row, "id")?,
        owner: id(row, "owner")?,
        target: target(row)?,
        selectors,
        leads,
        created: instant(row.try_get("created")?),
        paused_until: perhaps(row.try_get("paused_until")?),
    })
}

fn joined(all: &[impl ToString]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
