//! Notices: added once, and fanned out into deliveries in batches, so that a crashed fan-out resumes at its last batch.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, FromRow};

use super::columns::{from_row, get, limit, seconds, signed};
use super::database::Write;
use super::unreadable::readable;
use super::{Store, StoreError};
use crate::reminders::{LATE_THRESHOLD, Notice, Occasion, Reason, Selector, key};

/// Maximum number of subscriptions in one transaction.
const BATCH: i64 = 500;

/// The progress of a notice's fan-out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FanOut {
    /// The notice.
    pub notice: Notice,
    /// The index of the current selector.
    selector: usize,
    /// The last subscription of the current selector.
    subscription: i64,
}

/// The scope of a fan-out: the subscriptions, and the state of the deliveries.
#[derive(Debug, Clone)]
pub struct FanOutScope<'a> {
    /// The selectors that match its subject.
    pub selectors: &'a [Selector],
    /// The servers with a calendar of their own for this session, which have a notice of their own.
    pub except: &'a BTreeSet<u64>,
    /// The reason why none of its deliveries is sent, if there is one.
    pub why_not: Option<Reason>,
}

/// A subscription that a notice may be for; `message` is the one that a correction corrects.
struct Recipient {
    id: i64,
    owner: i64,
    guild: i64,
    channel: i64,
    target: String,
    role: i64,
    created: i64,
    paused_until: i64,
    message: i64,
    left_at: i64,
}

impl Store {
    /// Adds notices; one that is there already stays as it is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_notices(&self, notices: &[Notice]) -> Result<(), StoreError> {
        if notices.is_empty() {
            return Ok(());
        }
        let mut write = self.write().await?;
        insert(&mut write, notices).await?;
        write.commit().await?;
        Ok(())
    }

    /// The first notices whose fan-out is not finished, the earliest session first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pending_fan_outs(&self) -> Result<Vec<FanOut>, StoreError> {
        let pending = "SELECT * FROM wave WHERE done = 0 ORDER BY starts, due LIMIT 20";
        let rows = sqlx::query(pending).fetch_all(self.pool()?).await?;
        let unreadable = rows.iter().filter(|row| FanOut::from_row(row).is_err());
        self.end_unreadable_notices(unreadable).await?;
        Ok(readable(&rows))
    }

    /// Fans out the next batch of a notice into deliveries. Returns true if it was the last batch.
    ///
    /// # Errors
    /// If the database fails; nothing of the batch is written then.
    pub async fn fan_out(
        &self,
        fan_out: &FanOut,
        to: &FanOutScope<'_>,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let notice = &fan_out.notice;
        let mut write = self.write().await?;
        let (mut selector, mut subscription) = (fan_out.selector, fan_out.subscription);
        let mut room = BATCH;
        let done = loop {
            let found = match (notice.was, to.selectors.get(selector)) {
                (Some(was), _) => notified(&mut write, notice, was, (subscription, room)).await?,
                (None, Some(selector)) => subscribed(&mut write, notice, selector, (subscription, room)).await?,
                (None, None) => break true,
            };
            for recipient in &found {
                add_delivery(&mut write, recipient, notice, to, now).await?;
            }
            room -= limit(found.len());
            match found.last() {
                // There may be more of these.
                Some(last) if room == 0 => {
                    subscription = last.id;
                    break false;
                }
                _ if notice.was.is_some() => break true,
                _ => (selector, subscription) = (selector + 1, -1),
            }
        };
        let progress = sqlx::query(
            "UPDATE wave SET selector = $8, subscription = $9, done = $10 WHERE guild = $1 AND subject = $2 \
             AND occasion = $3 AND lead = $4 AND starts = $5 AND due = $6 AND was = $7",
        );
        bind_notice(progress, notice)
            .bind(limit(selector))
            .bind(subscription)
            .bind(i64::from(done))
            .execute(&mut *write)
            .await?;
        write.commit().await?;
        Ok(done)
    }

    /// The notices about the start of sessions that start after `since`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn start_notices_since(&self, since: DateTime<Utc>) -> Result<Vec<Notice>, StoreError> {
        let notices = "SELECT * FROM wave WHERE starts > $1 \
             AND occasion IN ('start', 'moved', 'untimed', 'cancelled', 'restored')";
        let rows = sqlx::query(notices)
            .bind(seconds(since))
            .fetch_all(self.pool()?)
            .await?;
        Ok(readable(&rows))
    }
}

/// Binds `guild`, `subject`, `occasion`, `lead`, `starts`, `due` and `was` as the next seven parameters.
fn bind_notice<'q>(query: Query<'q, Any, AnyArguments>, notice: &Notice) -> Query<'q, Any, AnyArguments> {
    query
        .bind(signed(notice.guild))
        .bind(notice.subject.to_string())
        .bind(notice.occasion.as_str())
        .bind(notice.lead.as_minutes())
        .bind(seconds(notice.start))
        .bind(seconds(notice.due))
        .bind(seconds(notice.was))
}

/// Inserts notices that are not there yet.
pub(super) async fn insert(write: &mut Write, notices: &[Notice]) -> Result<(), sqlx::Error> {
    for notice in notices {
        let insert = sqlx::query(
            "INSERT INTO wave (guild, subject, occasion, lead, starts, due, was, selector, subscription, done) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0, -1, 0) ON CONFLICT DO NOTHING",
        );
        bind_notice(insert, notice).execute(&mut **write).await?;
    }
    Ok(())
}

/// Adds the delivery of a notice to a recipient, unless another notice is for them.
async fn add_delivery(
    write: &mut Write,
    to: &Recipient,
    notice: &Notice,
    scope: &FanOutScope<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let guild = Some(to.guild.cast_unsigned()).filter(|guild| *guild != 0);
    let elsewhere = match notice.guild {
        Some(_) => guild != notice.guild,
        None => guild.is_some_and(|guild| scope.except.contains(&guild)),
    };
    // A subscription created after the due time was confirmed with that.
    if elsewhere || to.created > seconds(notice.due) && notice.was.is_none() {
        return Ok(());
    }
    let superseded = is_superseded(write, to, notice, now)
        .await?
        .then_some(Reason::Superseded);
    let left = (to.left_at != 0).then_some(Reason::Left);
    let paused = (to.paused_until > seconds(now)).then_some(Reason::Paused);
    let why_not = scope.why_not.or(left).or(paused).or(superseded);
    let insert = sqlx::query(
        "INSERT INTO delivery (scope, subject, occasion, lead, starts, due, was, id, subscription, owner, guild, \
         channel, target, role, state, holder, attempted, tries, message, settled, why) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', 0, 0, $16, $17, $18) \
         ON CONFLICT DO NOTHING",
    );
    bind_notice(insert, notice)
        .bind(key(to.id.cast_unsigned(), notice))
        .bind(to.id)
        .bind(to.owner)
        .bind(to.guild)
        .bind(to.channel)
        .bind(&to.target)
        .bind(to.role)
        .bind(if why_not.is_some() { "skipped" } else { "pending" })
        .bind(to.message)
        .bind(if why_not.is_some() { seconds(now) } else { 0 })
        .bind(why_not.map_or("", Reason::as_str))
        .execute(&mut **write)
        .await?;
    Ok(())
}

/// True if a reminder that is late, as after a session was moved earlier or after an outage, is not worth sending: its
/// subscription has a shorter lead time that has come too, or is told of the move.
async fn is_superseded(
    write: &mut Write,
    to: &Recipient,
    notice: &Notice,
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    if notice.occasion != Occasion::Start || now - notice.due < LATE_THRESHOLD {
        return Ok(false);
    }
    let others: i64 = sqlx::query_scalar(
        "SELECT (SELECT COUNT(*) FROM wish WHERE subscription = $1 AND lead < $2 AND lead * 60 >= $3) + \
         (SELECT COUNT(*) FROM wave w JOIN delivery d ON d.subject = w.subject AND d.starts = w.was \
         WHERE w.subject = $4 AND w.occasion IN ('moved', 'restored') AND w.starts = $5 AND w.due >= $6 AND w.guild IN (0, $7) \
         AND d.subscription = $1 AND (d.state IN ('sent', 'unconfirmed') OR (d.state = 'taken' AND d.attempted <> 0)))",
    )
    .bind(to.id)
    .bind(notice.lead.as_minutes())
    .bind(seconds(notice.start) - seconds(now))
    .bind(notice.subject.to_string())
    .bind(seconds(notice.start))
    .bind(seconds(notice.due))
    .bind(to.guild)
    .fetch_one(&mut **write)
    .await?;
    Ok(others > 0)
}

/// The next subscriptions with this selector and the lead time of the notice.
async fn subscribed(
    write: &mut Write,
    notice: &Notice,
    selector: &Selector,
    (after, most): (i64, i64),
) -> Result<Vec<Recipient>, sqlx::Error> {
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
    sqlx::query_as(within)
        .bind(selector.to_string())
        .bind(notice.lead.as_minutes())
        .bind(after)
        .bind(most)
        .bind(signed(notice.guild))
        .fetch_all(&mut **write)
        .await
}

/// The next subscriptions that received the message that a correction corrects.
async fn notified(
    write: &mut Write,
    notice: &Notice,
    was: DateTime<Utc>,
    (after, most): (i64, i64),
) -> Result<Vec<Recipient>, sqlx::Error> {
    let corrected: &[Occasion] = match notice.occasion {
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
    // A result is corrected whatever the start; and a delivery that is being sent at this moment counts as sent.
    let mut query = sqlx::query_as(
        "SELECT s.id, s.owner, s.guild, s.channel, s.target, s.role, s.created, s.paused_until, MAX(d.message) AS message, \
         MAX(COALESCE(g.left_at, 0)) AS left_at \
         FROM delivery d JOIN subscription s ON s.id = d.subscription LEFT JOIN guild g ON g.id = s.guild \
         WHERE d.subject = $1 AND (d.starts = $2 OR d.occasion = 'results') \
         AND d.subscription > $3 AND d.occasion IN ($5, $6, $7, $8, $9) \
         AND (d.state IN ('sent', 'unconfirmed') OR (d.state = 'taken' AND d.attempted <> 0)) \
         GROUP BY s.id, s.owner, s.guild, s.channel, s.target, s.role, s.created, s.paused_until ORDER BY s.id LIMIT $4",
    )
    .bind(notice.subject.to_string())
    .bind(seconds(was))
    .bind(after)
    .bind(most);
    for occasion in corrected.iter().cycle().take(5) {
        query = query.bind(occasion.as_str());
    }
    query.fetch_all(&mut **write).await
}

from_row!(Recipient {
    id,
    owner,
    guild,
    channel,
    target,
    role,
    created,
    paused_until,
    message,
    left_at
});
from_row!(Notice { guild, subject, occasion, lead, start = "starts", due, was });

impl FromRow<'_, AnyRow> for FanOut {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            notice: Notice::from_row(row)?,
            selector: get(row, "selector")?,
            subscription: get(row, "subscription")?,
        })
    }
}
