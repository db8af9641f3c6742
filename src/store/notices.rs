//! Notices: begun once, and spread into deliveries in batches, so that a crash goes on where it stopped.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sqlx::any::AnyRow;
use sqlx::{Any, Row as _, Transaction};

use super::columns::{id, instant, optional, parsed, perhaps, seconds, signed};
use super::{Store, StoreError};
use crate::reminders::{LeadTime, Notice, Occasion, Selector, key};

/// How many subscriptions are looked at in one transaction.
const BATCH: i64 = 500;

/// A notice that is not spread yet, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FanOut {
    /// The notice.
    pub notice: Notice,
    /// Which selector is looked up, by number.
    selector: usize,
    /// The last subscription that was looked at.
    subscription: i64,
}

/// Whom a notice is for, and what becomes of its deliveries.
#[derive(Debug, Clone)]
pub struct Audience<'a> {
    /// What selects its subject.
    pub selectors: &'a [Selector],
    /// The servers that have a calendar of their own for this session, and hear of it by a notice of their own.
    pub except: &'a BTreeSet<u64>,
    /// Why nothing of it is sent, if that is so.
    pub why_not: Option<&'static str>,
}

impl Store {
    /// Begins notices: each once, however often it is found due.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn add_notices(&self, notices: &[Notice]) -> Result<(), StoreError> {
        if notices.is_empty() {
            return Ok(());
        }
        let mut write = self.write().await?;
        begin(&mut write, notices).await?;
        write.commit().await?;
        Ok(())
    }

    /// The notices that are not spread yet, the earliest session first.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn pending_fan_outs(&self) -> Result<Vec<FanOut>, StoreError> {
        let rows = sqlx::query("SELECT * FROM wave WHERE done = 0 ORDER BY starts, due LIMIT 20")
            .fetch_all(self.pool()?)
            .await?;
        let spreading = rows.iter().map(|row| {
            Ok(FanOut {
                notice: read(row)?,
                selector: usize::try_from(row.try_get::<i64, _>("selector")?).unwrap_or(0),
                subscription: row.try_get("subscription")?,
            })
        });
        Ok(spreading.collect::<Result<_, sqlx::Error>>()?)
    }

    /// Spreads the next batch of a notice into deliveries. Whether that was the last.
    ///
    /// # Errors
    /// Where the database fails; nothing of the batch is kept then.
    pub async fn fan_out(&self, spreading: &FanOut, to: &Audience<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let notice = &spreading.notice;
        let mut write = self.write().await?;
        let (mut selector, mut subscription) = (spreading.selector, spreading.subscription);
        let mut room = BATCH;
        let done = loop {
            let found = match (notice.was, to.selectors.get(selector)) {
                (Some(was), _) => told(&mut write, notice, was, (subscription, room)).await?,
                (None, Some(selector)) => wishing(&mut write, notice, selector, (subscription, room)).await?,
                (None, None) => break true,
            };
            for row in &found {
                deliver(&mut write, row, notice, to, now).await?;
            }
            room -= i64::try_from(found.len()).unwrap_or(BATCH);
            match found.last() {
                // There may be more of these.
                Some(last) if room == 0 => {
                    subscription = last.try_get("id")?;
                    break false;
                }
                _ if notice.was.is_some() => break true,
                _ => (selector, subscription) = (selector + 1, -1),
            }
        };
        sqlx::query(
            "UPDATE wave SET selector = $1, subscription = $2, done = $3 \
             WHERE guild = $4 AND subject = $5 AND occasion = $6 AND lead = $7 AND starts = $8 AND was = $9",
        )
        .bind(i64::try_from(selector).unwrap_or(i64::MAX))
        .bind(subscription)
        .bind(i64::from(done))
        .bind(signed(notice.guild))
        .bind(notice.subject.to_string())
        .bind(notice.occasion.as_str())
        .bind(notice.lead.as_minutes())
        .bind(seconds(notice.start))
        .bind(notice.was.map_or(0, seconds))
        .execute(&mut *write)
        .await?;
        write.commit().await?;
        Ok(done)
    }

    /// The reminders that went out, or may have, of sessions that start after `since`: each session with the start that was
    /// told, and for which server.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn start_notices_since(&self, since: DateTime<Utc>) -> Result<Vec<Notice>, StoreError> {
        let rows = sqlx::query("SELECT * FROM wave WHERE starts > $1 AND occasion IN ('start', 'moved', 'untimed', 'cancelled', 'restored')")
            .bind(seconds(since))
            .fetch_all(self.pool()?)
            .await?;
        Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
    }
}

/// One delivery of a notice, unless it is not for this subscription.
async fn deliver(
    write: &mut Transaction<'static, Any>,
    row: &AnyRow,
    notice: &Notice,
    to: &Audience<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let guild = optional(row, "guild")?;
    let elsewhere = match notice.guild {
        Some(_) => guild != notice.guild,
        None => guild.is_some_and(|guild| to.except.contains(&guild)),
    };
    // Whoever subscribes after it was due is told so then.
    if elsewhere || row.try_get::<i64, _>("created")? > seconds(notice.due) && notice.was.is_none() {
        return Ok(());
    }
    let paused = row.try_get::<i64, _>("paused_until")? > seconds(now);
    let left = row.try_get::<i64, _>("left_at")? != 0;
    let why_not = to.why_not.or(left.then_some("left")).or(paused.then_some("paused"));
    sqlx::query(
        "INSERT INTO delivery (id, subscription, owner, guild, channel, target, role, scope, subject, occasion, lead, \
         starts, due, was, state, holder, attempted, tries, message, settled, why) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', 0, 0, $16, $17, $18) \
         ON CONFLICT DO NOTHING",
    )
    .bind(key(id(row, "id")?, notice))
    .bind::<i64>(row.try_get("id")?)
    .bind::<i64>(row.try_get("owner")?)
    .bind::<i64>(row.try_get("guild")?)
    .bind::<i64>(row.try_get("channel")?)
    .bind::<String>(row.try_get("target")?)
    .bind::<i64>(row.try_get("role")?)
    .bind(signed(notice.guild))
    .bind(notice.subject.to_string())
    .bind(notice.occasion.as_str())
    .bind(notice.lead.as_minutes())
    .bind(seconds(notice.start))
    .bind(seconds(notice.due))
    .bind(notice.was.map_or(0, seconds))
    .bind(if why_not.is_some() { "skipped" } else { "pending" })
    .bind::<i64>(row.try_get("message")?)
    .bind(if why_not.is_some() { seconds(now) } else { 0 })
    .bind(why_not.unwrap_or_default())
    .execute(&mut **write)
    .await?;
    Ok(())
}

/// Begins notices that have not begun.
pub(super) async fn begin(write: &mut Transaction<'static, Any>, notices: &[Notice]) -> Result<(), sqlx::Error> {
    for notice in notices {
        sqlx::query(
            "INSERT INTO wave (guild, subject, occasion, lead, starts, due, was, selector, subscription, done) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0, -1, 0) ON CONFLICT DO NOTHING",
        )
        .bind(signed(notice.guild))
        .bind(notice.subject.to_string())
        .bind(notice.occasion.as_str())
        .bind(notice.lead.as_minutes())
        .bind(seconds(notice.start))
        .bind(seconds(notice.due))
        .bind(notice.was.map_or(0, seconds))
        .execute(&mut **write)
        .await?;
    }
    Ok(())
}

/// The next subscriptions that have this wish.
async fn wishing(
    write: &mut Transaction<'static, Any>,
    notice: &Notice,
    selector: &Selector,
    (after, most): (i64, i64),
) -> Result<Vec<AnyRow>, sqlx::Error> {
    // A server's own notice looks at its own subscriptions only, not at everybody's.
    let within = match notice.guild {
        None => {
            "SELECT s.id, s.owner, s.guild, s.channel, s.target, s.role, s.created, s.paused_until, 0 AS message, COALESCE(g.left_at, 0) AS left_at \
             FROM wish w JOIN subscription s ON s.id = w.subscription LEFT JOIN guild g ON g.id = s.guild \
             WHERE w.selector = $1 AND w.lead = $2 AND w.subscription > $3 AND $5 = $5 ORDER BY w.subscription LIMIT $4"
        }
        Some(_) => {
            "SELECT s.id, s.owner, s.guild, s.channel, s.target, s.role, s.created, s.paused_until, 0 AS message, COALESCE(g.left_at, 0) AS left_at \
             FROM subscription s JOIN wish w ON w.subscription = s.id LEFT JOIN guild g ON g.id = s.guild \
             WHERE w.selector = $1 AND w.lead = $2 AND s.id > $3 AND s.guild = $5 ORDER BY s.id LIMIT $4"
        }
    };
    sqlx::query(within)
        .bind(selector.to_string())
        .bind(notice.lead.as_minutes())
        .bind(after)
        .bind(most)
        .bind(signed(notice.guild))
        .fetch_all(&mut **write)
        .await
}

/// The next subscriptions that were told what a correction corrects.
async fn told(
    write: &mut Transaction<'static, Any>,
    notice: &Notice,
    was: DateTime<Utc>,
    (after, most): (i64, i64),
) -> Result<Vec<AnyRow>, sqlx::Error> {
    let of: &[Occasion] = match notice.occasion {
        Occasion::Correction => &[Occasion::Results],
        Occasion::Restored => &[Occasion::Cancelled, Occasion::Untimed],
        Occasion::Moved => &[
            Occasion::Start,
            Occasion::Moved,
            Occasion::Restored,
            Occasion::Cancelled,
            Occasion::Untimed,
        ],
        _ => &[Occasion::Start, Occasion::Moved, Occasion::Restored],
    };
    let of = |at: usize| of.get(at).or(of.first()).map_or("", |occasion| occasion.as_str());
    // A result is told whenever the session was over; and who is being told at this moment will have been.
    sqlx::query(
        "SELECT s.id, s.owner, s.guild, s.channel, s.target, s.role, s.created, s.paused_until, MAX(d.message) AS message, \
         MAX(COALESCE(g.left_at, 0)) AS left_at \
         FROM delivery d JOIN subscription s ON s.id = d.subscription LEFT JOIN guild g ON g.id = s.guild \
         WHERE d.subject = $1 AND d.occasion IN ($2, $3, $4, $5, $6) AND (d.starts = $7 OR d.occasion = 'results') \
         AND d.subscription > $8 \
         AND (d.state IN ('sent', 'unconfirmed') OR (d.state = 'taken' AND d.attempted <> 0)) \
         GROUP BY s.id, s.owner, s.guild, s.channel, s.target, s.role, s.created, s.paused_until ORDER BY s.id LIMIT $9",
    )
    .bind(notice.subject.to_string())
    .bind(of(0))
    .bind(of(1))
    .bind(of(2))
    .bind(of(3))
    .bind(of(4))
    .bind(seconds(was))
    .bind(after)
    .bind(most)
    .fetch_all(&mut **write)
    .await
}

/// The notice that a row's columns are.
pub(super) fn read(row: &AnyRow) -> Result<Notice, sqlx::Error> {
    let occasion: String = row.try_get("occasion")?;
    Ok(Notice {
        guild: optional(row, "guild")?,
        subject: parsed(row, "subject")?,
        occasion: Occasion::named(&occasion).ok_or_else(|| sqlx::Error::ColumnDecode {
            index: "occasion".to_owned(),
            source: format!("'{occasion}' is no occasion").into(),
        })?,
        lead: LeadTime::minutes(row.try_get("lead")?),
        start: instant(row.try_get("starts")?),
        due: instant(row.try_get("due")?),
        was: perhaps(row.try_get("was")?),
    })
}
