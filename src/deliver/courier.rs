//! The courier: at each step, what is due is found, spread, taken and sent on its way.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::calendar::Calendars;
use super::dispatch::Desk;
use crate::remind::{LATE, Lead, Occasion, Subject, Wave, latest};
use crate::store::{SENDER, Spread, StoreError};

/// How long the sender's lease holds without being renewed.
const LEASE: TimeDelta = TimeDelta::seconds(6);
/// How often it is renewed.
const RENEWED: TimeDelta = TimeDelta::seconds(2);
/// How many deliveries are under way at most.
const UNDER_WAY: usize = 256;
/// How many batches a step spreads at most, so that sending goes on beside it.
const BATCHES: usize = 4;
/// How far back is looked for what became due: as late as anything may be, and further where the bot was down.
const LOOK_BACK: TimeDelta = LATE;
/// The longest absence of which everything is recorded.
const ABSENCE: TimeDelta = TimeDelta::days(60);
/// How often is written down up to when was looked.
const WRITTEN_DOWN: TimeDelta = TimeDelta::seconds(30);
/// How long after its session a result is still news.
const NEWS: TimeDelta = TimeDelta::days(14);
/// How often scheduled events are looked at though nothing has changed.
const EVENTS: TimeDelta = TimeDelta::minutes(30);
/// The pause between two steps when there is nothing to do, and when there is.
const IDLE: Duration = Duration::from_secs(1);
const BUSY: Duration = Duration::from_millis(100);
/// How long deliveries under way may take when the bot is told to stop.
const LAST_DELIVERIES: Duration = Duration::from_secs(1);

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Step {
    /// Whether this process is the one that sends.
    pub sends: bool,
    /// How many waves have begun.
    pub begun: usize,
    /// How many batches were spread.
    pub spread: usize,
    /// How many deliveries were taken.
    pub taken: usize,
}

/// Takes what is due from the store to Discord.
pub struct Courier {
    desk: Arc<Desk>,
    calendars: Arc<Calendars>,
    term: Option<Term>,
    /// The waves that have begun, so that they are not written again at each step.
    begun: HashSet<Wave>,
    under_way: JoinSet<()>,
    /// The task that brings scheduled events up to date, and for which servers it last did.
    events: JoinSet<()>,
    with_events: (Vec<u64>, DateTime<Utc>),
}

/// A time in which this process is the one that sends.
struct Term {
    /// Its name: another one each time, so that nothing of an earlier one is taken for its own.
    holder: Arc<str>,
    renewed: DateTime<Utc>,
    /// Up to when was looked for what is due, as written down.
    planned: DateTime<Utc>,
    /// The results that were noticed.
    noticed: std::collections::HashMap<Subject, String>,
    /// Up to when results were looked at, for these calendars.
    read: DateTime<Utc>,
}

impl Courier {
    /// A courier that has nothing yet.
    pub fn new(desk: Arc<Desk>) -> Self {
        Self {
            desk,
            calendars: Arc::default(),
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
            pause = match self.step(self.desk.bot.clock.now()).await {
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
        self.desk.store.close().await;
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
            self.desk.store.let_go(&term.holder).await?;
            self.desk.store.give_back(SENDER, &term.holder).await?;
        }
        Ok(())
    }

    /// Finds what is due at `now`, spreads it, takes what is to be sent and sends it on its way, without waiting for Discord.
    ///
    /// # Errors
    /// Where the database fails: the next step goes on from there.
    pub async fn step(&mut self, now: DateTime<Utc>) -> Result<Step, StoreError> {
        while self.under_way.try_join_next().is_some() {}
        if !self.is_sender(now).await? {
            return Ok(Step::default());
        }
        let renewed = self.renew_calendars();
        let mut begun = self.plan(now).await?;
        if renewed {
            begun += self.correct(now).await?;
        }
        begun += self.notice(now, renewed).await?;
        let spread = self.spread(now).await?;
        let taken = self.take(now).await?;
        self.renew_events(now, renewed).await?;
        Ok(Step {
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
        if let Some(term) = &self.term
            && (term.renewed..term.renewed + RENEWED).contains(&now)
        {
            return Ok(true);
        }
        let store = &self.desk.store;
        let holder = self
            .term
            .as_ref()
            .map_or_else(new_holder, |term| Arc::clone(&term.holder));
        if !store.lease(SENDER, &holder, now, LEASE).await? {
            if self.term.take().is_some() {
                tracing::warn!("another process sends now");
            }
            return Ok(false);
        }
        *self.desk.paused.lock().unwrap_or_else(PoisonError::into_inner) = store.paused().await?;
        if let Some(term) = &mut self.term {
            term.renewed = now;
            return Ok(true);
        }
        let (again, lost) = store.take_over(&holder, now).await?;
        if again + lost > 0 {
            tracing::info!(again, unconfirmed = lost, "took over what another sender had begun");
        }
        let planned = store.planned_until().await?;
        if planned.is_none() {
            store.has_planned(now).await?;
        }
        let noticed = store.results().await?;
        self.begun.clear();
        self.term = Some(Term {
            holder,
            renewed: now,
            planned: planned.unwrap_or(now),
            // In a new database everything that is known is old news.
            read: if planned.is_none() {
                now
            } else {
                DateTime::<Utc>::MIN_UTC
            },
            noticed,
        });
        tracing::info!("this process sends reminders");
        Ok(true)
    }

    fn renew_calendars(&mut self) -> bool {
        match self.calendars.renewed(&self.desk.bot) {
            Some(calendars) => {
                self.calendars = Arc::new(calendars);
                self.begun.clear();
                true
            }
            None => false,
        }
    }

    /// Begins every wave that has become due.
    async fn plan(&mut self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let Some(term) = &mut self.term else { return Ok(0) };
        let store = &self.desk.store;
        let leads = store.leads().await?;
        let since = term.planned.min(now).max(now - ABSENCE) - LOOK_BACK;
        let mut waves = self.calendars.due(&leads, since, now);
        waves.retain(|wave| !self.begun.contains(wave));
        store.begin(&waves).await?;
        let begun = waves.len();
        self.begun.extend(waves);
        if begun > 0 || now - term.planned >= WRITTEN_DOWN || now < term.planned {
            store.has_planned(now).await?;
            term.planned = now;
        }
        Ok(begun)
    }

    /// Begins the corrections of what was told by calendars that hold no longer.
    async fn correct(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let told = self.desk.store.told_since(now - LATE).await?;
        let waves = self.calendars.corrections(&told, now);
        self.desk.store.begin(&waves).await?;
        Ok(waves.len())
    }

    /// Notices results that are known by now, and begins the waves that tell of them, or correct what was told.
    async fn notice(&mut self, now: DateTime<Utc>, renewed: bool) -> Result<usize, StoreError> {
        let Some(term) = &mut self.term else { return Ok(0) };
        let first = term.noticed.is_empty() && term.read != DateTime::<Utc>::MIN_UTC;
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
            let news = !(first && renewed) && now - known.end < NEWS;
            let wave = news.then(|| Wave {
                guild: None,
                subject: known.subject.clone(),
                occasion,
                lead: Lead::default(),
                start: if before.is_some() { now } else { known.end },
                due: now,
                was: before.is_some().then_some(known.end),
            });
            begun += usize::from(wave.is_some());
            self.desk.store.notice(&known.subject, &known.lines, wave, now).await?;
            term.noticed.insert(known.subject.clone(), known.lines.clone());
        }
        term.read = now;
        Ok(begun)
    }

    /// Spreads a few batches of what has begun.
    async fn spread(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let store = &self.desk.store;
        let mut batches = 0;
        while batches < BATCHES {
            let spreading = store.spreading().await?;
            let Some(first) = spreading.first() else { break };
            let wave = &first.wave;
            let timetable = &self.calendars.of(wave.guild).timetable;
            let kind = timetable.session(&wave.subject).map(|planned| planned.kind);
            let why_not = match now > latest(wave, kind) {
                true if wave.occasion == Occasion::Start && now > wave.start => Some("begun"),
                true => Some("late"),
                false => None,
            };
            let to = Spread {
                selectors: &timetable.selectors(wave),
                except: &self.calendars.except(&wave.subject),
                why_not,
            };
            store.spread(first, &to, now).await?;
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
        let deliveries = self.desk.store.take(&term.holder, room, now).await?;
        let taken = deliveries.len();
        for delivery in deliveries {
            // In the order of the queue, before anything is awaited.
            let turn = self.desk.queue(&delivery);
            let calendar = Arc::clone(self.calendars.of(delivery.target.guild()));
            let desk = Arc::clone(&self.desk);
            self.under_way
                .spawn(desk.dispatch(Arc::clone(&term.holder), delivery, turn, calendar));
        }
        Ok(taken)
    }
}

impl Courier {
    /// Brings scheduled events up to date when the calendar has changed, when other servers want them, and now and then.
    async fn renew_events(&mut self, now: DateTime<Utc>, renewed: bool) -> Result<(), StoreError> {
        while self.events.try_join_next().is_some() {}
        let (before, at) = &self.with_events;
        let old = now - *at >= EVENTS || now < *at;
        let guilds = self.desk.store.with_events().await?;
        if !self.events.is_empty() || !(renewed || old || guilds != *before) {
            return Ok(());
        }
        self.with_events = (guilds.clone(), now);
        let (desk, calendars) = (Arc::clone(&self.desk), Arc::clone(&self.calendars));
        self.events.spawn(async move {
            for guild in guilds {
                let series = desk.bot.for_guild(Some(guild)).asker.series;
                if let Err(error) = desk.events(guild, &series, calendars.of(Some(guild)), now).await {
                    tracing::warn!("events wait: {error}");
                    return;
                }
            }
        });
        Ok(())
    }
}

/// A name that no other process has, nor this one before.
fn new_holder() -> Arc<str> {
    let chance = || std::hash::RandomState::new().build_hasher().finish();
    format!("{:x}-{:x}", std::process::id(), chance()).into()
}
