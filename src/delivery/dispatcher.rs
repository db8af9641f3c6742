//! Dispatcher: plans notices, fans them out into deliveries, claims deliveries and starts their tasks, a step at a time.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::calendar::Calendars;
use super::event_schedule::EventSchedule;
use super::message::expired;
use super::renames::follow;
use super::services::Services;
use super::task::DeliveryTask;
use super::unconfirmed::UnconfirmedReport;
use crate::reminders::{LeadTime, MAX_DELAY, Notice, Occasion, Subject, expires_at};
use crate::store::{FanOutScope, SENDER, StoreError};

/// Lifetime of the sender lease without a renewal.
const LEASE: TimeDelta = TimeDelta::seconds(6);
/// Interval between two renewals of the lease.
const RENEWAL_INTERVAL: TimeDelta = TimeDelta::seconds(2);
/// Maximum number of deliveries under way.
const MAX_UNDER_WAY: usize = 256;
/// Maximum number of batches fanned out in a step, so that deliveries go on meanwhile.
const MAX_BATCHES: usize = 4;
/// Time before the last planned instant in which notices are planned again: the maximum delay of any delivery.
const LOOK_BACK: TimeDelta = MAX_DELAY;
/// Longest downtime after which every missed notice is recorded.
const MAX_DOWNTIME: TimeDelta = TimeDelta::days(60);
/// Interval between two updates of the planned instant in the database.
const PLANNED_INTERVAL: TimeDelta = TimeDelta::seconds(30);
/// Time after a session in which its result is news.
const NEWS: TimeDelta = TimeDelta::days(14);
/// Pause between two steps, without and with work left, and after a database error.
const IDLE: Duration = Duration::from_secs(1);
const BUSY: Duration = Duration::from_millis(100);
const AFTER_ERROR: Duration = Duration::from_secs(2);
/// Timeout for deliveries under way at shutdown.
const SHUTDOWN: Duration = Duration::from_secs(1);

/// Counts of one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StepSummary {
    /// True if this process holds the sender lease.
    pub holds_lease: bool,
    /// Number of notices planned.
    pub notices: usize,
    /// Number of batches fanned out.
    pub batches: usize,
    /// Number of deliveries claimed.
    pub claimed: usize,
}

/// Worker that takes due notices from the calendar to deliveries, while it holds the sender lease.
pub struct Dispatcher {
    services: Arc<Services>,
    calendars: Arc<Calendars>,
    /// The calendars before these, until the differences are planned.
    replaced: Option<Arc<Calendars>>,
    term: Option<LeaseTerm>,
    /// Notices planned by these calendars, so that they are not stored again at each step.
    planned: HashSet<Notice>,
    under_way: JoinSet<()>,
    events: EventSchedule,
    unconfirmed: UnconfirmedReport,
}

/// Term in which this process holds the sender lease.
struct LeaseTerm {
    /// Name of the holder, a new one for each term, so that claims of an earlier term are not taken for this one's.
    holder: Arc<str>,
    renewed: DateTime<Utc>,
    /// Instant up to which notices are planned, as stored.
    planned_until: DateTime<Utc>,
    /// Recorded results, a line for each car.
    results: HashMap<Subject, String>,
    /// Instant up to which the results of these calendars are recorded.
    results_until: DateTime<Utc>,
    /// True if the database is new: the results known by now are no news.
    is_new: bool,
}

impl Dispatcher {
    /// Dispatcher without a lease.
    pub fn new(services: Arc<Services>) -> Self {
        Self {
            services,
            calendars: Arc::default(),
            replaced: None,
            term: None,
            planned: HashSet::new(),
            under_way: JoinSet::new(),
            events: EventSchedule::new(),
            unconfirmed: UnconfirmedReport::default(),
        }
    }

    /// Steps until stopped, then releases the deliveries not attempted and closes the store.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut pause = Duration::ZERO;
        while stop.run_until_cancelled(tokio::time::sleep(pause)).await.is_some() {
            let step = self.step(self.services.bot.clock.now()).await;
            pause = pause_after(step);
        }
        self.shut_down().await;
    }

    /// Waits for the deliveries under way, leaves the others to the next sender, and closes the store.
    async fn shut_down(&mut self) {
        if tokio::time::timeout(SHUTDOWN, self.drained()).await.is_err() {
            tracing::info!(
                under_way = self.under_way.len(),
                "deliveries are left to the next sender"
            );
        }
        if let Err(error) = self.release().await {
            tracing::warn!("claimed deliveries are left to the next sender: {error}");
        }
        self.services.store.close().await;
    }

    /// Releases unattempted deliveries and the sender lease.
    ///
    /// # Errors
    /// If the database fails: the lease runs out, and the next sender reclaims the deliveries.
    pub async fn release(&mut self) -> Result<(), StoreError> {
        self.under_way.abort_all();
        self.events.abort();
        self.unconfirmed.abort();
        self.drained().await;
        if let Some(term) = self.term.take() {
            self.services.store.release(&term.holder).await?;
            self.services.store.release_lease(SENDER, &term.holder).await?;
        }
        Ok(())
    }

    /// Plans the notices due at `now`, fans them out, claims deliveries and starts their tasks, without waiting for Discord.
    ///
    /// # Errors
    /// If the database fails: the next step continues from there.
    pub async fn step(&mut self, now: DateTime<Utc>) -> Result<StepSummary, StoreError> {
        while self.under_way.try_join_next().is_some() {}
        if !self.holds_lease(now).await? {
            return Ok(StepSummary::default());
        }
        self.renew_calendars();
        let is_changed = self.replaced.is_some();
        if is_changed {
            follow(&self.services.store, &self.calendars.common, now - MAX_DELAY).await?;
        }
        // Corrections first: reminders of the new time do not count as announced yet.
        let mut notices = match &self.replaced {
            Some(replaced) => self.correct(replaced, now).await?,
            None => 0,
        };
        notices += self.plan(now).await?;
        notices += self.record_results(now, is_changed).await?;
        // Only now: after a database error the next step plans the differences.
        self.replaced = None;
        let batches = self.fan_out(now).await?;
        let claimed = self.claim(now).await?;
        self.events
            .start_if_due(&self.services, &self.calendars, is_changed, now)
            .await?;
        self.unconfirmed.start_if_due(&self.services, now).await?;
        Ok(StepSummary {
            holds_lease: true,
            notices,
            batches,
            claimed,
        })
    }

    /// Waits until everything under way is settled.
    pub async fn drained(&mut self) {
        while self.under_way.join_next().await.is_some() {}
        self.events.drained().await;
        self.unconfirmed.drained().await;
    }

    /// True if this process holds the sender lease, which it acquires or renews in time.
    async fn holds_lease(&mut self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let store = &self.services.store;
        match &self.term {
            Some(term) if (term.renewed..term.renewed + RENEWAL_INTERVAL).contains(&now) => return Ok(true),
            // The lease has expired: its claims continue in another term, by any holder.
            Some(term) if !(term.renewed..term.renewed + LEASE).contains(&now) => {
                store.release_lease(SENDER, &term.holder).await?;
                self.term = None;
            }
            Some(_) | None => {}
        }
        let holder = self
            .term
            .as_ref()
            .map_or_else(new_holder, |term| Arc::clone(&term.holder));
        if !store.acquire_lease(SENDER, &holder, now, LEASE).await? {
            if self.term.take().is_some() {
                tracing::warn!("another process sends now");
            }
            return Ok(false);
        }
        let paused = store.paused_channels().await?;
        *self.services.paused() = paused;
        if let Some(term) = &mut self.term {
            term.renewed = now;
            return Ok(true);
        }
        self.term = Some(LeaseTerm::begun(&self.services, holder, now).await?);
        self.planned.clear();
        tracing::info!("this process sends reminders");
        Ok(true)
    }

    fn renew_calendars(&mut self) {
        let Some(calendars) = self.calendars.renewed(&self.services.bot) else {
            return;
        };
        let calendars = Arc::new(calendars);
        self.services.calendars.store(Arc::clone(&calendars));
        let replaced = std::mem::replace(&mut self.calendars, calendars);
        self.replaced.get_or_insert(replaced);
        self.planned.clear();
    }

    /// Stores every notice that has become due; returns their number.
    async fn plan(&mut self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let Some(term) = &mut self.term else { return Ok(0) };
        let store = &self.services.store;
        let leads = store.lead_times().await?;
        let since = term.planned_until.min(now).max(now - MAX_DOWNTIME) - LOOK_BACK;
        let mut notices = self.calendars.due(&leads, since, now);
        // A cancellation that comes too late in place of a reminder becomes a correction, for those who were reminded.
        let is_too_late = |notice: &Notice| notice.occasion == Occasion::Cancelled && now > expires_at(notice, None);
        notices.retain(|notice| !self.planned.contains(notice) && !is_too_late(notice));
        store.add_notices(&notices).await?;
        let count = notices.len();
        self.planned.extend(notices);
        if count > 0 || now - term.planned_until >= PLANNED_INTERVAL || now < term.planned_until {
            store.set_planned_until(now).await?;
            term.planned_until = now;
        }
        Ok(count)
    }

    /// Stores corrections of notices planned by replaced calendars; returns their number.
    async fn correct(&self, replaced: &Calendars, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let store = &self.services.store;
        let announced = store.start_notices_since(now - MAX_DELAY).await?;
        let leads = store.lead_times().await?;
        let mut notices = self.calendars.corrections(&announced, now);
        let suppressed = self
            .calendars
            .no_longer_suppressed(replaced, &leads, now - LOOK_BACK, now);
        notices.extend(suppressed);
        store.add_notices(&notices).await?;
        Ok(notices.len())
    }

    /// Records new and changed results with their notices; returns the number of those.
    async fn record_results(&mut self, now: DateTime<Utc>, is_changed: bool) -> Result<usize, StoreError> {
        let Some(term) = &mut self.term else { return Ok(0) };
        let since = if is_changed {
            DateTime::<Utc>::MIN_UTC
        } else {
            term.results_until.min(now)
        };
        let mut count = 0;
        for result in self.calendars.results.between(since, now) {
            let before = term.results.get(&result.subject);
            if before == Some(&result.lines) {
                continue;
            }
            let is_correction = before.is_some();
            let is_news = !term.is_new && now - result.end < NEWS;
            let notice = is_news.then(|| Notice {
                guild: None,
                subject: result.subject.clone(),
                occasion: if is_correction {
                    Occasion::Correction
                } else {
                    Occasion::Results
                },
                lead: LeadTime::default(),
                start: if is_correction { now } else { result.end },
                due: now,
                was: is_correction.then_some(result.end),
            });
            count += usize::from(notice.is_some());
            let store = &self.services.store;
            store.record_result(&result.subject, &result.lines, notice, now).await?;
            term.results.insert(result.subject.clone(), result.lines.clone());
        }
        term.results_until = now;
        term.is_new = false;
        Ok(count)
    }

    /// Fans out a few batches of the stored notices; returns their number.
    async fn fan_out(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let store = &self.services.store;
        let mut batches = 0;
        while batches < MAX_BATCHES {
            let pending = store.pending_fan_outs().await?;
            let Some(first) = pending.first() else { break };
            let notice = &first.notice;
            let timetable = &self.calendars.of(notice.guild).timetable;
            let to = FanOutScope {
                selectors: &timetable.selectors(notice),
                except: &match notice.occasion {
                    // A guild with an override of a session has the common notice of its result.
                    Occasion::Results | Occasion::Correction => BTreeSet::new(),
                    _ => self.calendars.guilds_with_override(&notice.subject),
                },
                why_not: expired(notice, timetable.session(&notice.subject), now),
            };
            store.fan_out(first, &to, now).await?;
            batches += 1;
        }
        Ok(batches)
    }

    /// Claims deliveries and starts their tasks; returns their number.
    async fn claim(&mut self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let Some(term) = &self.term else { return Ok(0) };
        let room = MAX_UNDER_WAY.saturating_sub(self.under_way.len());
        // A claim of few deliveries is not worth its query.
        if room < MAX_UNDER_WAY / 2 {
            return Ok(0);
        }
        let deliveries = self.services.store.claim(&term.holder, room, now).await?;
        let count = deliveries.len();
        for delivery in deliveries {
            let task = DeliveryTask::new(Arc::clone(&self.services), Arc::clone(&term.holder), delivery);
            // In the order of the claims, before anything is awaited.
            let queued = task.queue();
            self.under_way.spawn(task.run(queued));
        }
        Ok(count)
    }
}

impl LeaseTerm {
    /// Term of a lease just acquired: deliveries claimed by an earlier holder are reclaimed.
    async fn begun(services: &Services, holder: Arc<str>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let store = &services.store;
        let (reclaimed, unconfirmed) = store.reclaim(&holder, now).await?;
        if reclaimed + unconfirmed > 0 {
            tracing::info!(reclaimed, unconfirmed, "took over deliveries of another sender");
        }
        let planned_until = store.planned_until().await?;
        if planned_until.is_none() {
            store.set_planned_until(now).await?;
        }
        Ok(Self {
            holder,
            renewed: now,
            planned_until: planned_until.unwrap_or(now),
            results: store.results().await?,
            results_until: DateTime::<Utc>::MIN_UTC,
            is_new: planned_until.is_none(),
        })
    }
}

/// The pause after a step; a failed one is logged.
fn pause_after(step: Result<StepSummary, StoreError>) -> Duration {
    match step {
        Ok(step) if step.claimed + step.batches > 0 => BUSY,
        Ok(_) => IDLE,
        Err(error) => {
            tracing::warn!("a step of the dispatcher failed: {error}");
            AFTER_ERROR
        }
    }
}

/// Unique name of a lease holder.
fn new_holder() -> Arc<str> {
    let random = || std::hash::RandomState::new().build_hasher().finish();
    format!("{:x}-{:x}", std::process::id(), random()).into()
}
