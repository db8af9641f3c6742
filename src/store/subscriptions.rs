//! Subscriptions: stored, listed, paused and removed.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow};

use super::columns::{get, limit as row_limit, seconds, signed};
use super::database::{Write, execute_each};
use super::unreadable::readable;
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

/// Maximum number of members' reminders in one channel, where Discord takes a message a second.
pub const MAX_IN_CHANNEL: usize = 50;

/// Outcome of storing a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subscribed {
    /// It is stored, by this request or the same one before.
    Stored,
    /// Its holder has another that asks for the same.
    SetAlready,
    /// Its holder has as many as the limit allows.
    Full,
    /// Its channel has [`MAX_IN_CHANNEL`] of members.
    ChannelFull,
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
    /// Stores a subscription, if its holder has fewer than `limit` and none that asks for the same. One with the same id
    /// stays as it is, so that a repeated interaction counts once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn subscribe(&self, subscription: &Subscription, limit: usize) -> Result<Subscribed, StoreError> {
        let (holder, asked) = (holder(subscription), asked(subscription));
        let mut write = self.write().await?;
        let outcome = loop {
            let same: Option<i64> =
                sqlx::query_scalar("SELECT id FROM subscription WHERE id = $1 OR (holder = $2 AND asked = $3) LIMIT 1")
                    .bind(signed(subscription.id))
                    .bind(&holder)
                    .bind(&asked)
                    .fetch_optional(&mut *write)
                    .await?;
            match same {
                Some(same) if same == signed(subscription.id) => break Subscribed::Stored,
                Some(_) => break Subscribed::SetAlready,
                None => {}
            }
            let Some(slot) = free_slot(&mut write, &holder, limit).await? else {
                break Subscribed::Full;
            };
            let place = match subscription.target {
                Target::Mention { channel, .. } => match free_place(&mut write, channel).await? {
                    Some(place) => place,
                    None => break Subscribed::ChannelFull,
                },
                Target::Direct { .. } | Target::Channel { .. } => 0,
            };
            let marks = Marks {
                holder: &holder,
                slot,
                asked: &asked,
                place,
            };
            // Otherwise another process has taken the slot or the place meanwhile, or stored the same.
            if insert(&mut write, subscription, marks).await? {
                break Subscribed::Stored;
            }
        };
        write.commit().await?;
        Ok(outcome)
    }

    /// All subscriptions of an owner, the oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn subscriptions(&self, owner: Owner) -> Result<Vec<Subscription>, StoreError> {
        let all = format!("SELECT * FROM subscription WHERE {} ORDER BY id", owner.clause());
        let rows = sqlx::query(AssertSqlSafe(all))
            .bind(owner.id())
            .fetch_all(self.pool()?)
            .await?;
        Ok(readable(&rows))
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

/// The unique marks of a subscription.
struct Marks<'a> {
    /// The stored name of whose limit it counts towards.
    holder: &'a str,
    /// Its number among those of the holder.
    slot: i64,
    /// The digest of all that it asks for.
    asked: &'a str,
    /// Its number among the members' reminders of its channel; 0 elsewhere.
    place: i64,
}

/// Inserts a subscription with its marks, and its triggers; false if one of the marks is taken.
async fn insert(write: &mut Write, subscription: &Subscription, marks: Marks<'_>) -> Result<bool, StoreError> {
    let created = sqlx::query(
        "INSERT INTO subscription \
         (id, owner, guild, channel, target, role, selectors, leads, created, paused_until, holder, slot, asked, place) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING",
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
    .bind(marks.holder)
    .bind(marks.slot)
    .bind(marks.asked)
    .bind(marks.place)
    .execute(&mut **write)
    .await?;
    if created.rows_affected() == 0 {
        return Ok(false);
    }
    for trigger in subscription.triggers() {
        sqlx::query("INSERT INTO wish (selector, lead, subscription) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(trigger.selector.to_string())
            .bind(trigger.lead.as_minutes())
            .bind(signed(subscription.id))
            .execute(&mut **write)
            .await?;
    }
    for lead in &subscription.leads {
        let statements = ["INSERT INTO lead_in_use (minutes) VALUES ($1) ON CONFLICT DO NOTHING"];
        execute_each(write, &statements, lead.as_minutes()).await?;
    }
    Ok(true)
}

/// A slot of a holder that is free, of so many, counted from 1.
async fn free_slot(write: &mut Write, holder: &str, limit: usize) -> Result<Option<i64>, StoreError> {
    let limit = row_limit(limit);
    let last: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(slot), 0) FROM subscription WHERE holder = $1")
        .bind(holder)
        .fetch_one(&mut **write)
        .await?;
    if last < limit {
        return Ok(Some(last + 1));
    }
    let gap = "SELECT MIN(free.slot) FROM \
         (SELECT 1 AS slot UNION SELECT slot + 1 FROM subscription WHERE holder = $1) AS free \
         WHERE free.slot <= $2 AND free.slot NOT IN (SELECT slot FROM subscription WHERE holder = $1)";
    Ok(sqlx::query_scalar(gap)
        .bind(holder)
        .bind(limit)
        .fetch_one(&mut **write)
        .await?)
}

/// A place of a channel that is free, counted from 1.
async fn free_place(write: &mut Write, channel: u64) -> Result<Option<i64>, StoreError> {
    let gap = "SELECT MIN(free.place) FROM \
         (SELECT 1 AS place UNION SELECT place + 1 FROM subscription WHERE channel = $1 AND place <> 0) AS free \
         WHERE free.place <= $2 AND free.place NOT IN (SELECT place FROM subscription WHERE channel = $1 AND place <> 0)";
    Ok(sqlx::query_scalar(gap)
        .bind(signed(channel))
        .bind(row_limit(MAX_IN_CHANNEL))
        .fetch_one(&mut **write)
        .await?)
}

/// The stored name of whose limit a subscription counts towards: of a server's, or a person's.
fn holder(subscription: &Subscription) -> String {
    match subscription.target {
        Target::Channel { guild, .. } => format!("server {guild}"),
        Target::Direct { .. } | Target::Mention { .. } => format!("person {}", subscription.owner),
    }
}

/// The digest of all that a subscription asks for.
fn asked(subscription: &Subscription) -> String {
    let Subscription {
        target,
        selectors,
        leads,
        ..
    } = subscription;
    let text = format!(
        "{} {} {} {} {}",
        name(target),
        target.channel(),
        role(target).unwrap_or_default(),
        joined(selectors),
        joined(leads)
    );
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
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
