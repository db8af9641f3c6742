//! Cost of a step with many subscriptions, and rate of deliveries: figures are printed with their ratios.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench is a test: it may fail loudly, and what it prints is its answer"
)]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::{Json, Router};
use chrono::{DateTime, Utc};
use raceweek::bot::Bot;
use raceweek::clock::Clock;
use raceweek::dataset::{Folder, load};
use raceweek::delivery::{Dispatcher, Services};
use raceweek::discord::RestClient;
use raceweek::store::{Store, StoreKind, StoreLocation};
use secrecy::SecretString;
use sqlx::AnyPool;

/// Before the weekend, with nothing due; and when 15 minutes before race 1 are due.
const QUIET: &str = "2024-06-20T12:00:00Z";
const DUE: &str = "2024-06-21T20:05:00Z";

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime starts");
    // All of it, or the parts that are named: `cargo bench --bench reminders -- tick`, or `-- burst 2000`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let wanted = |part: &str| words.is_empty() || words.iter().any(|word| word == part);
    let due = words.iter().find_map(|word| word.parse().ok()).unwrap_or(10_000);
    runtime.block_on(async {
        if wanted("tick") {
            let few = tick(1_000).await;
            let many = tick(1_000_000).await;
            println!(
                "a tick with nothing due: {few:?} with 1,000 subscriptions, {many:?} with 1,000,000 ({:.2} times)",
                ratio(many, few)
            );
        }
        if wanted("burst") {
            let alone = burst(due, due).await;
            let among = burst(due, due * 20).await;
            println!(
                "of {due} due among {}: {:.2} times the time of {due} among {due}",
                due * 20,
                ratio(among, alone)
            );
        }
    });
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// The median time of a tick with nothing due.
async fn tick(subscriptions: u64) -> Duration {
    let world = World::new(subscriptions, subscriptions, "http://127.0.0.1:9").await;
    let mut dispatcher = world.dispatcher(QUIET);
    let now = moment(QUIET);
    dispatcher.step(now).await.expect("it steps");
    let before = resident();
    let mut times = Vec::new();
    for tick in 1..=400 {
        let begun = Instant::now();
        dispatcher
            .step(now + chrono::TimeDelta::milliseconds(tick))
            .await
            .expect("it steps");
        times.push(begun.elapsed());
    }
    times.sort();
    println!(
        "{subscriptions} subscriptions: resident {before} MiB after the first tick, {} MiB after 400",
        resident()
    );
    times[times.len() / 2]
}

/// Time until all deliveries of a notice are sent.
async fn burst(due: u64, subscriptions: u64) -> Duration {
    let (url, sent, limited) = discord().await;
    let world = World::new(due, subscriptions, &url).await;
    let mut dispatcher = world.dispatcher(DUE);
    let now = moment(DUE);
    let begun = Instant::now();
    let mut first = None;
    while sent.load(Ordering::Relaxed) < due {
        dispatcher.step(now).await.expect("it steps");
        tokio::time::sleep(Duration::from_millis(100)).await;
        if first.is_none() && sent.load(Ordering::Relaxed) > 0 {
            first = Some(begun.elapsed());
        }
    }
    let whole = begun.elapsed();
    let rate = (due as f64) / whole.as_secs_f64();
    println!(
        "a notice of {due} among {subscriptions}: {whole:?}, {rate:.2} a second, the first after {first:?}, {} answers of 429, resident {} MiB",
        limited.load(Ordering::Relaxed),
        resident()
    );
    whole
}

struct World {
    store: Store,
    bot: Arc<Bot>,
    url: String,
    folder: PathBuf,
}

impl World {
    /// A database in which so many of the subscriptions want to hear of race 1 at the Glen, and the others of other things.
    async fn new(due: u64, subscriptions: u64, url: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("raceweek-bench-{}-{due}-{subscriptions}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder is made");
        let file = folder.join("raceweek.db");
        let store = Store::open(&StoreLocation::File(file.clone()), StoreKind::Rehearsal)
            .await
            .expect("the database opens");
        let pool = AnyPool::connect(&format!("sqlite://{}", file.display()))
            .await
            .expect("it opens again");
        for statement in [
            "INSERT INTO subscription (id, owner, guild, channel, target, role, selectors, leads, created, paused_until) \
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) \
             SELECT i, 1000000 + i, 0, 5000000 + i, 'direct', 0, 'pccna:*:race', '15m', 0, 0 FROM n WHERE i <> $2 - $2",
            "INSERT INTO wish (selector, lead, subscription) \
             SELECT CASE WHEN id <= $2 THEN 'pccna:*:race' ELSE 'f1:*:race' END, 15, id FROM subscription WHERE id <= $1",
            "INSERT INTO lead_in_use (minutes) SELECT 15 WHERE $1 + $2 > 0",
        ] {
            sqlx::query(statement)
                .bind(subscriptions.cast_signed())
                .bind(due.cast_signed())
                .execute(&pool)
                .await
                .expect("rows are written");
        }
        pool.close().await;
        store.set_planned_until(moment(QUIET)).await.expect("it is written");
        let (catalogue, _) = load(Folder::embedded()).expect("the packs have no faults");
        let series = "pccna".parse().expect("an id");
        Self {
            store,
            bot: Arc::new(Bot::new(catalogue, Clock::Fixed(moment(DUE)), series)),
            url: url.to_owned(),
            folder,
        }
    }

    fn dispatcher(&self, _now: &str) -> Dispatcher {
        let rest = RestClient::new(reqwest::Client::new(), &self.url, SecretString::from("none"));
        Dispatcher::new(Arc::new(Services::new(Arc::clone(&self.bot), self.store.clone(), rest)))
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A Discord that takes 50 requests in any second and answers 429 to more; how many it took and refused.
async fn discord() -> (String, Arc<AtomicU64>, Arc<AtomicU64>) {
    let (sent, limited) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let (took, refused) = (Arc::clone(&sent), Arc::clone(&limited));
    let last = Arc::new(std::sync::Mutex::new(std::collections::VecDeque::<Instant>::new()));
    let answer = move || {
        let (took, refused, last) = (Arc::clone(&took), Arc::clone(&refused), Arc::clone(&last));
        async move {
            let now = Instant::now();
            let mut last = last.lock().expect("nobody panicked");
            while last
                .front()
                .is_some_and(|first| now.duration_since(*first) >= Duration::from_secs(1))
            {
                last.pop_front();
            }
            if last.len() >= 50 {
                refused.fetch_add(1, Ordering::Relaxed);
                let body = serde_json::json!({"retry_after": 0.5, "global": true});
                return (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response();
            }
            last.push_back(now);
            let id = took.fetch_add(1, Ordering::Relaxed) + 1;
            Json(serde_json::json!({"id": id.to_string()})).into_response()
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port is free");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    let router = Router::new().fallback(answer);
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, sent, limited)
}

/// Resident memory in MiB.
fn resident() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: u64 = statm
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse().ok())
        .unwrap_or(0);
    pages * 4 / 1024
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}
