//! The dispatcher: at each step, what is due is found, spread, taken and sent on its way.

use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::calendar::Calendars;
use super::task::Services;
use crate::reminders::{LeadTime, MAX_DELAY, Notice, Occasion, Subject, expires_at};
use crate::store::{Audience, SENDER, StoreError};

/// How long the sender's lease holds without being renewed.
const LEASE: TimeDelta = TimeDelta::seconds(6);
/// How often it is renewed.
const RENEWED: TimeDelta = TimeDelta::seconds(2);
/// How many deliveries are under way at most.
const UNDER_WAY: usize = 256;
/// How many batches a step spreads at most, so that sending goes on beside it.
const BATCHES: usize = 4;
/// How far back is looked for what became due: as late as anything may be, and further where the bot was down.
const LOOK_BACK: TimeDelta = MAX_DELAY;
/// The longest absence of which everything is recorded.
const ABSENCE: TimeDelta = TimeDelta::days(60);
/// How often is written down up to when was looked.
const WRITTEN_DOWN: TimeDelta = TimeDelta::seconds(30);
/// How long after its session a result is still news.
const NEWS: TimeDelta = TimeDelta::days(14);
/// How often scheduled events are looked at though nothing has changed.
const EVENTS: TimeDelta = TimeDelta::minutes(30);
/// And when Discord or the database could not be asked.
const EVENTS_AGAIN: TimeDelta = TimeDelta::minutes(1);
/// The pause between two steps when there is nothing to do, and when there is.
const IDLE: Duration = Duration::from_secs(1);
const BUSY: Duration = Duration::from_millis(100);
/// How long deliveries under way may take when the bot is told to stop.
const LAST_DELIVERIES: Duration = Duration::from_secs(1);

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StepSummary {
    /// Whether this process is the one that sends.
    pub sends: bool,
    /// How many notices have begun.
    pub begun: usize,
    /// How many batches were spread.
    pub spread: usize,
    /// How many deliveries were taken.
    pub taken: usize,
}

/// Takes what is due from the store to Discord.
pub struct Dispatcher {
    services: Arc<Services>,
    calendars: Arc<Calendars>,
    /// The calendars before these, until what differs is told.
    before: Option<Arc<Calendars>>,
    term: Option<LeaseTerm>,
    /// The notices that have begun, so that they are not written again at each step.
    begun: HashSet<Notice>,
    under_way: JoinSet<()>,
    /// The task that brings scheduled events up to date, which tells whether it is done; for which servers it last did.
    events: JoinSet<bool>,
    with_events: (Vec<u64>, DateTime<Utc>),
}

/// A time in which this process is the one that sends.
struct LeaseTerm {
    /// Its name: another one each time, so that nothing of an earlier one is taken for its own.
    holder: Arc<str>,
    renewed: DateTime<Utc>,
    /// Up to when was looked for what is due, as written down.
    planned: DateTime<Utc>,
    /// The results that were noticed.
    noticed: std::collections::HashMap<Subject, String>,
    /// Up to when results were looked at, for these calendars.
    read: DateTime<Utc>,
    /// Whether nothing was noticed in this database yet: what is known by now is old news.
    is_new: bool,
}

impl Dispatcher {
    /// A dispatcher that has nothing yet.
    pub fn new(services: Arc<Services>) -> Self {
        Self {
            services,
            calendars: Arc::default(),
            before: None,
            term: None,
            begun: HashSet::new(),
            under_way: JoinSet::new(),
            events: JoinSet::new(),
            with_events: (Vec::new(), DateTime::<Utc>::MIN_UTC),
        }
    }

    /// Steps until told to stop, then lets go of what it has not tried.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut pause = Duration::ZERO;
        while stop.run_until_cancelled(tokio::time::sleep(pause)).await.is_some() {
            pause = match self.step(self.services.bot.clock.now()).await {
                Ok(step) if step.taken + step.spread > 0 => BUSY,
                Ok(_) => IDLE,
                Err(error) => {
                    tracing::warn!("reminders wait: {error}");
                    IDLE * 2
                }
            };
        }
        if tokio::time::timeout(LAST_DELIVERIES, self.settled()).await.is_err() {
            tracing::info!(
                under_way = self.under_way.len(),
                "deliveries are left to the next sender"
            );
        }
        if let Err(error) = self.leave().await {
            tracing::warn!("what was taken is left to the next sender: {error}");
        }
        self.services.store.close().await;
    }

    /// Lets go of what was taken and not tried, and of the lease, for whoever sends next.
    ///
    /// # Errors
    /// Where the database fails: the next sender finds out by itself.
    pub async fn leave(&mut self) -> Result<(), StoreError> {
        self.under_way.abort_all();
        self.events.abort_all();
        self.settled().await;
        if let Some(term) = self.term.take() {
            self.services.store.release(&term.holder).await?;
            self.services.store.release_lease(SENDER, &term.holder).await?;
        }
        Ok(())
    }

    /// Finds what is due at `now`, spreads it, takes what is to be sent and sends it on its way, without waiting for Discord.
    ///
    /// # Errors
    /// Where the database fails: the next step goes on from there.
    pub async fn step(&mut self, now: DateTime<Utc>) -> Result<StepSummary, StoreError> {
        while self.under_way.try_join_next().is_some() {}
        if !self.is_sender(now).await? {
            return Ok(StepSummary::default());
        }
        self.renew_calendars();
        let renewed = self.before.is_some();
        let mut begun = self.plan(now).await?;
        if let Some(before) = &self.before {
            begun += self.correct(before, now).await?;
        }
        begun += self.notice(now, renewed).await?;
        // A database that failed has it told at the next step.
        self.before = None;
        let spread = self.spread(now).await?;
        let taken = self.take(now).await?;
        self.renew_events(now, renewed).await?;
        Ok(StepSummary {
            sends: true,
            begun,
            spread,
            taken,
        })
    }

    /// Waits until everything that is under way is settled.
    pub async fn settled(&mut self) {
        while self.under_way.join_next().await.is_some() {}
        while self.events.join_next().await.is_some() {}
    }

    /// Whether this process is the one that sends: it takes the lease, or renews it in time.
    async fn is_sender(&mut self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let store = &self.services.store;
        match &self.term {
            Some(term) if (term.renewed..term.renewed + RENEWED).contains(&now) => return Ok(true),
            // The lease has run out: what was taken in its time goes on in another, by whoever has it.
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
        *self.services.paused.lock().unwrap_or_else(PoisonError::into_inner) = store.paused_channels().await?;
        if let Some(term) = &mut self.term {
            term.renewed = now;
            return Ok(true);
        }
        let (again, lost) = store.reclaim(&holder, now).await?;
        if again + lost > 0 {
            tracing::info!(again, unconfirmed = lost, "took over what another sender had begun");
        }
        let planned = store.planned_until().await?;
        if planned.is_none() {
            store.set_planned_until(now).await?;
        }
        let noticed = store.results().await?;
        self.begun.clear();
        self.term = Some(LeaseTerm {
            holder,
            renewed: now,
            planned: planned.unwrap_or(now),
            read: DateTime::<Utc>::MIN_UTC,
            is_new: planned.is_none(),
            noticed,
        });
        tracing::info!("this process sends reminders");
        Ok(true)
    }

    fn renew_calendars(&mut self) {
        let Some(calendars) = self.calendars.renewed(&self.services.bot) else {
            return;
        };
        let calendars = Arc::new(calendars);
        self.services.calendars.store(Arc::clone(&calendars));
        let before = std::mem::replace(&mut self.calendars, calendars);
        self.before.get_or_insert(before);
        self.begun.clear();
    }

    /// Begins every notice that has become due.
    async fn plan(&mut self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let Some(term) = &mut self.term else { return Ok(0) };
        let store = &self.services.store;
        let leads = store.lead_times().await?;
        let since = term.planned.min(now).max(now - ABSENCE) - LOOK_BACK;
        let mut notices = self.calendars.due(&leads, since, now);
        // A cancellation that comes too late in place of a reminder is told as a correction, to those who were reminded.
        let too_late = |notice: &Notice| notice.occasion == Occasion::Cancelled && now > expires_at(notice, None);
        notices.retain(|notice| !self.begun.contains(notice) && !too_late(notice));
        store.add_notices(&notices).await?;
        let begun = notices.len();
        self.begun.extend(notices);
        if begun > 0 || now - term.planned >= WRITTEN_DOWN || now < term.planned {
            store.set_planned_until(now).await?;
            term.planned = now;
        }
        Ok(begun)
    }

    /// Begins the corrections of what was told by calendars that hold no longer.
    async fn correct(&self, before: &Calendars, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let (told, leads) = (
            self.services.store.start_notices_since(now - MAX_DELAY).await?,
            self.services.store.lead_times().await?,
        );
        let mut notices = self.calendars.corrections(&told, now);
        notices.extend(self.calendars.given_way(before, &leads, now - LOOK_BACK, now));
        self.services.store.add_notices(&notices).await?;
        Ok(notices.len())
    }

    /// Notices results that are known by now, and begins the notices that tell of them, or correct what was told.
    async fn notice(&mut self, now: DateTime<Utc>, renewed: bool) -> Result<usize, StoreError> {
        let Some(term) = &mut self.term else { return Ok(0) };
        let since = if renewed {
            DateTime::<Utc>::MIN_UTC
        } else {
            term.read.min(now)
        };
        let mut begun = 0;
        for known in self.calendars.news.between(since, now) {
            let before = term.noticed.get(&known.subject);
            if before == Some(&known.lines) {
                continue;
            }
            let occasion = if before.is_some() {
                Occasion::Correction
            } else {
                Occasion::Results
            };
            let news = !term.is_new && now - known.end < NEWS;
            let notice = news.then(|| Notice {
                guild: None,
                subject: known.subject.clone(),
                occasion,
                lead: LeadTime::default(),
                start: if before.is_some() { now } else { known.end },
                due: now,
                was: before.is_some().then_some(known.end),
            });
            begun += usize::from(notice.is_some());
            self.services
                .store
                .record_result(&known.subject, &known.lines, notice, now)
                .await?;
            term.noticed.insert(known.subject.clone(), known.lines.clone());
        }
        term.read = now;
        term.is_new = false;
        Ok(begun)
    }

    /// Spreads a few batches of what has begun.
    async fn spread(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let store = &self.services.store;
        let mut batches = 0;
        while batches < BATCHES {
            let spreading = store.pending_fan_outs().await?;
            let Some(first) = spreading.first() else { break };
            let notice = &first.notice;
            let timetable = &self.calendars.of(notice.guild).timetable;
            let kind = timetable.session(&notice.subject).map(|planned| planned.kind);
            let why_not = match now > expires_at(notice, kind) {
                true if notice.occasion == Occasion::Start && now > notice.start => Some("begun"),
                true => Some("late"),
                false => None,
            };
            let to = Audience {
                selectors: &timetable.selectors(notice),
                except: &match notice.occasion {
                    // A server that changed when a session is hears of its result by everybody's notice.
                    Occasion::Results | Occasion::Correction => BTreeSet::new(),
                    _ => self.calendars.except(&notice.subject),
                },
                why_not,
            };
            store.fan_out(first, &to, now).await?;
            batches += 1;
        }
        Ok(batches)
    }

    /// Takes what is to be sent, and sends it on its way.
    async fn take(&mut self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let Some(term) = &self.term else { return Ok(0) };
        let room = UNDER_WAY.saturating_sub(self.under_way.len());
        // Where little has room, the little that would fit is not worth a look.
        if room < UNDER_WAY / 2 {
            return Ok(0);
        }
        let deliveries = self.services.store.claim(&term.holder, room, now).await?;
        let taken = deliveries.len();
        for delivery in deliveries {
            // In the order of the queue, before anything is awaited.
            let turn = self.services.queue(&delivery);
            let services = Arc::clone(&self.services);
            self.under_way
                .spawn(services.dispatch(Arc::clone(&term.holder), delivery, turn));
        }
        Ok(taken)
    }
}

impl Dispatcher {
    /// Brings scheduled events up to date when the calendar has changed, when other servers want them, and now and then.
    async fn renew_events(&mut self, now: DateTime<Utc>, renewed: bool) -> Result<(), StoreError> {
        while let Some(ended) = self.events.try_join_next() {
            if !ended.unwrap_or(false) {
                self.with_events.1 = self.with_events.1.min(now - EVENTS + EVENTS_AGAIN);
            }
        }
        if renewed {
            self.with_events.1 = DateTime::<Utc>::MIN_UTC;
        }
        let (before, at) = &self.with_events;
        let old = now - *at >= EVENTS || now < *at;
        let guilds = self.services.store.servers_with_events().await?;
        if !self.events.is_empty() || !(old || guilds != *before) {
            return Ok(());
        }
        self.with_events = (guilds.clone(), now);
        let (services, calendars) = (Arc::clone(&self.services), Arc::clone(&self.calendars));
        self.events.spawn(async move {
            for guild in guilds {
                let series = services.bot.for_guild(Some(guild)).asker.series;
                match services.events(guild, &series, calendars.of(Some(guild)), now).await {
                    Ok(true) => {}
                    Ok(false) => return false,
                    Err(error) => {
                        tracing::warn!("events wait: {error}");
                        return false;
                    }
                }
            }
            true
        });
        Ok(())
    }
}

/// A name that no other process has, nor this one before.
fn new_holder() -> Arc<str> {
    let chance = || std::hash::RandomState::new().build_hasher().finish();
    format!("{:x}-{:x}", std::process::id(), chance()).into()
}
