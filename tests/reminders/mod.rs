//! Reminders end to end: a due notice reaches each of its subscriptions once, however often the bot restarts.

mod clocks;
mod crashes;
mod database;
mod delivery;
mod faults;
mod killed;
mod moving;
mod outages;
mod refusals;
mod servers;
mod shared;

use std::str::FromStr;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use raceweek::bot::Bot;
use raceweek::clock::Clock;
use raceweek::dataset::Catalogue;
use raceweek::delivery::{Dispatcher, Services};
use raceweek::discord::RestClient;
use raceweek::domain::{Session, SlugError};
use raceweek::reminders::{LeadTime, Subscription, Target};
use raceweek::store::{Store, StoreKind, StoreLocation};
use secrecy::SecretString;

use crate::support::answers::packs;
use crate::support::channels::Posted;
use crate::support::folder::Folder;
use crate::support::loopback::Loopback;

/// The server's channel, and another one.
const PADDOCK: u64 = 500;
const PITS: u64 = 501;
const GUILD: u64 = 400;
/// Owner of the subscriptions.
const ANN: u64 = 300;

/// Long before a reminder of the first race at the Glen is due, and when it is.
const BEFORE: &str = "2024-06-20T12:00:00Z";
const DUE: &str = "2024-06-21T20:05:00Z";

/// A loopback Discord, a database, and packs; the bot is started anew at each moment.
struct World {
    loopback: Loopback,
    folder: Folder,
    place: StoreLocation,
    catalogue: Catalogue,
    next: u64,
}

impl World {
    async fn new() -> Self {
        let folder = Folder::new();
        let place = StoreLocation::File(folder.path().join("raceweek.db"));
        Self::with(folder, place).await
    }

    async fn with(folder: Folder, place: StoreLocation) -> Self {
        Self {
            loopback: Loopback::start().await,
            folder,
            place,
            catalogue: packs(),
            next: 1,
        }
    }

    /// One in which a channel wants to hear of races.
    async fn one_race() -> Self {
        let mut world = Self::new().await;
        world.at(BEFORE).await;
        world.wish(BEFORE, "pccna:*:race", "15m", channel(None)).await;
        world
    }

    async fn store(&self) -> Store {
        Store::open(&self.place, StoreKind::Rehearsal).await.unwrap()
    }

    /// Wants to hear of `selectors`, so long before, from this moment on.
    async fn wish(&mut self, now: &str, selectors: &str, leads: &str, target: Target) -> u64 {
        let store = self.store().await;
        let id = self.wish_in(&store, now, selectors, leads, target).await;
        store.close().await;
        id
    }

    /// The same in a database that is open.
    async fn wish_in(&mut self, store: &Store, now: &str, selectors: &str, leads: &str, target: Target) -> u64 {
        let id = self.next;
        self.next += 1;
        let subscription = Subscription {
            id,
            owner: ANN,
            target,
            selectors: selectors.split(' ').map(|one| one.parse().unwrap()).collect(),
            leads: LeadTime::list(leads).unwrap(),
            created: moment(now),
            paused_until: None,
        };
        store.subscribe(&subscription, usize::MAX).await.unwrap();
        id
    }

    /// Starts the bot at a moment, lets it do all that it has to do, and stops it.
    async fn at(&self, now: &str) {
        let store = self.store().await;
        let (mut dispatcher, _) = self.dispatcher(now, store.clone());
        work(&mut dispatcher, now).await;
        dispatcher.release().await.unwrap();
        store.close().await;
    }

    fn dispatcher(&self, now: &str, store: Store) -> (Dispatcher, Arc<Services>) {
        let clock = Clock::Fixed(moment(now));
        let bot = Bot::new(self.catalogue.clone(), clock, slug("pccna"));
        let token = SecretString::from("a token");
        let client = reqwest::Client::new();
        let rest = RestClient::new(client, self.loopback.url(), token);
        let services = Arc::new(Services::new(Arc::new(bot), store, rest));
        (Dispatcher::new(Arc::clone(&services)), services)
    }

    fn posted(&self) -> Vec<Posted> {
        self.loopback.look(|state| state.posted.clone())
    }

    /// Channel and text of every message, in order.
    fn said(&self) -> String {
        let line = |posted: &Posted| format!("{}: {}", posted.channel, posted.body["content"].as_str().unwrap());
        self.posted().iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Changes a session of Watkins Glen 2024, as a newer pack would.
    fn change(&mut self, session: &str, change: impl FnOnce(&mut Session)) {
        let series = self.catalogue.series.get_mut("pccna").unwrap();
        let season = Arc::make_mut(series.seasons.get_mut("2024").unwrap());
        let weekend = season.weekends.iter_mut().find(|weekend| weekend.id == *"watkins-glen");
        let mut sessions = weekend.unwrap().sessions.iter_mut();
        change(sessions.find(|one| one.id == *session).unwrap());
    }

    /// Outcome of every delivery: its subscription, occasion, state and reason.
    async fn outcomes(&self) -> Vec<String> {
        let store = self.store().await;
        let outcomes = store.outcomes(raceweek::store::Owner::All, 10_000).await.unwrap();
        let line = |one: &raceweek::reminders::DeliveryOutcome| {
            let lead = one.delivery.notice.lead;
            format!(
                "{} {} {lead}: {} {}",
                one.delivery.subscription,
                one.delivery.notice.occasion.as_str(),
                one.settlement.state(),
                one.settlement.reason()
            )
        };
        let mut lines: Vec<String> = outcomes
            .iter()
            .map(line)
            .map(|line| line.trim_end().to_owned())
            .collect();
        lines.sort();
        store.close().await;
        lines
    }
}

/// Lets a dispatcher do all that it has to do at a moment.
async fn work(dispatcher: &mut Dispatcher, now: &str) {
    loop {
        let step = dispatcher.step(moment(now)).await.unwrap();
        assert!(step.holds_lease, "nobody else sends");
        dispatcher.drained().await;
        if step.notices + step.batches + step.claimed == 0 {
            break;
        }
    }
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn slug<T: FromStr<Err = SlugError>>(text: &str) -> T {
    text.parse().unwrap()
}

const fn channel(role: Option<u64>) -> Target {
    Target::Channel {
        guild: GUILD,
        channel: PADDOCK,
        role,
    }
}
