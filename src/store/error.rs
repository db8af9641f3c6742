//! Errors of the database, classified by whether a retry helps.

/// An error of the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be used.
    #[error("the database {place} {what}: {instead}")]
    Unusable {
        /// The file, or the name of the server.
        place: String,
        /// The problem.
        what: String,
        /// The remedy.
        instead: String,
    },
    /// It does not answer now: locked, restarting or out of reach.
    #[error("the database does not answer now: {0}")]
    Unavailable(sqlx::Error),
    /// There is no room to write.
    #[error("the database's disk is full: nothing is sent until there is room, since it could not be remembered")]
    Full,
    /// No copy is made.
    #[error("the database is not copied to {to}: {what}")]
    NotCopied {
        /// The file that was named.
        to: String,
        /// The reason, and the remedy.
        what: String,
    },
    /// It cannot be written to.
    #[error("the database cannot be written to: {0}")]
    ReadOnly(String),
    /// Its file is damaged.
    #[error("the database is damaged ({0}): stop the bot and put back a copy that `raceweek backup` made")]
    Damaged(String),
    /// A statement failed.
    #[error("the database failed: {0}")]
    Failed(sqlx::Error),
}

/// SQLite's codes for a database that another connection has locked, and for a disk that did not answer.
const PASSING: [&str; 3] = ["5", "6", "10"];
/// SQLite's code for a full disk.
const FULL: &str = "13";
/// PostgreSQL's classes of what passes: lost connections, serialization failures and deadlocks, want of resources, states
/// that something else holds, interventions such as a shutdown, errors of its system.
const PASSING_CLASSES: [&str; 6] = ["08", "40", "53", "55", "57", "58"];
/// PostgreSQL's code for a full disk.
const DISK_FULL: &str = "53100";
/// SQLite's codes for a file that cannot be written to or opened.
const READ_ONLY: [&str; 2] = ["8", "14"];
/// SQLite's codes for a damaged file and for a file of another format.
const DAMAGED: [&str; 2] = ["11", "26"];
/// SQLite's extended code for a file that is shorter than it should be.
const SHORT: &str = "522";

impl StoreError {
    /// True if a retry may succeed.
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::Full | Self::ReadOnly(_))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::PoolClosed => Self::Unavailable(error),
            sqlx::Error::Database(database) => {
                let code = database.code().unwrap_or_default().into_owned();
                // Extended codes of SQLite have the code proper in their lowest byte.
                let primary = match code.parse::<u32>() {
                    Ok(number) if code.len() != 5 => (number & 0xff).to_string(),
                    _ => code.clone(),
                };
                match primary.as_str() {
                    FULL | DISK_FULL => Self::Full,
                    one if DAMAGED.contains(&one) || code == SHORT => Self::Damaged(database.message().to_owned()),
                    one if PASSING.contains(&one) => Self::Unavailable(error),
                    one if READ_ONLY.contains(&one) => Self::ReadOnly(database.message().to_owned()),
                    one if one.len() == 5 && PASSING_CLASSES.iter().any(|class| one.starts_with(class)) => {
                        Self::Unavailable(error)
                    }
                    _ => Self::Failed(error),
                }
            }
            _ => Self::Failed(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reminders::{LeadTime, Subscription, Target};
    use crate::store::{Attempt, Owner, SENDER, Store, StoreKind, StoreLocation};

    /// Executes a pragma on every connection of a store.
    async fn with(store: &Store, pragma: &'static str) {
        let mut all = Vec::new();
        for _ in 0..4 {
            all.push(store.pool.acquire().await.unwrap());
        }
        for one in &mut all {
            sqlx::query(pragma).fetch_all(&mut **one).await.unwrap();
        }
    }

    fn subscription(id: u64) -> Subscription {
        Subscription {
            id,
            owner: id,
            target: Target::Direct { channel: 2 },
            selectors: (0..40)
                .map(|race| format!("pccna:*:#race-{race}").parse().unwrap())
                .collect(),
            leads: vec![LeadTime::minutes(15)],
            created: chrono::DateTime::UNIX_EPOCH,
            paused_until: None,
        }
    }

    #[tokio::test]
    async fn a_full_disk_and_a_read_only_one_are_told_apart_lose_nothing_and_end() {
        let folder = std::env::temp_dir().join(format!("raceweek-full-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let place = StoreLocation::File(folder.join("raceweek.db"));
        let store = Store::open(&place, StoreKind::Real).await.unwrap();
        let pages: i64 = sqlx::query_scalar("PRAGMA page_count")
            .fetch_one(store.pool().unwrap())
            .await
            .unwrap();
        let limit: &'static str = format!("PRAGMA max_page_count = {}", pages + 4).leak();
        with(&store, limit).await;
        let mut kept = 0;
        let full = loop {
            match store.subscribe(&subscription(kept + 1), usize::MAX).await {
                Ok(_) => kept += 1,
                Err(error) => break error,
            }
            assert!(kept < 1_000, "the disk is full at some time");
        };
        assert!(matches!(full, StoreError::Full), "{full:?}");
        assert!(full.is_transient());
        let all = store.subscriptions(Owner::All).await.unwrap();
        assert_eq!(all.len() as u64, kept, "what was kept is there, and nothing by halves");
        with(&store, "PRAGMA max_page_count = 1073741823").await;
        store.subscribe(&subscription(kept + 1), usize::MAX).await.unwrap();

        with(&store, "PRAGMA query_only = 1").await;
        let now = chrono::DateTime::UNIX_EPOCH;
        let refused = store
            .acquire_lease(SENDER, "one", now, chrono::TimeDelta::seconds(6))
            .await;
        assert!(matches!(refused, Err(StoreError::ReadOnly(_))), "{refused:?}");
        let refused = store.attempt("one", "a key", now).await;
        assert!(matches!(refused, Err(StoreError::ReadOnly(_))), "{refused:?}");
        with(&store, "PRAGMA query_only = 0").await;
        assert_eq!(store.attempt("one", "a key", now).await.unwrap(), Attempt::ClaimLost);
        store.close().await;
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
