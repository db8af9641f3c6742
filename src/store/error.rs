//! What can go wrong with a database, and whether trying again helps.

/// What went wrong with the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It cannot be used; what it is, what is wrong, what to do.
    #[error("the database {place} {what}: {instead}")]
    Unusable {
        /// The file, or what stands for the server.
        place: String,
        /// What is wrong with it.
        what: String,
        /// What to do.
        instead: String,
    },
    /// It does not answer now: locked, restarting, out of reach.
    #[error("the database does not answer now: {0}")]
    Away(sqlx::Error),
    /// There is no room to write.
    #[error("the database's disk is full: nothing is sent until there is room, since it could not be remembered")]
    Full,
    /// It cannot be written to.
    #[error("the database cannot be written to: {0}")]
    ReadOnly(String),
    /// A statement failed.
    #[error("the database failed: {0}")]
    Failed(sqlx::Error),
}

/// SQLite's codes for a database that another connection has locked.
const LOCKED: [&str; 2] = ["5", "6"];
/// SQLite's code for a full disk.
const FULL: &str = "13";
/// PostgreSQL's code for the same.
const DISK_FULL: &str = "53100";
/// SQLite's codes for a file that cannot be written to or opened.
const READ_ONLY: [&str; 3] = ["8", "14", "10"];

impl StoreError {
    /// Whether the same may work in a moment.
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Away(_) | Self::Full | Self::ReadOnly(_))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed | sqlx::Error::PoolClosed => {
                Self::Away(error)
            }
            sqlx::Error::Database(database) => {
                let code = database.code().unwrap_or_default().into_owned();
                // Extended codes of SQLite have the code proper in their lowest byte.
                let primary = match code.parse::<u32>() {
                    Ok(number) if code.len() != 5 => (number & 0xff).to_string(),
                    _ => code.clone(),
                };
                match primary.as_str() {
                    FULL | DISK_FULL => Self::Full,
                    one if LOCKED.contains(&one) => Self::Away(error),
                    one if READ_ONLY.contains(&one) => Self::ReadOnly(database.message().to_owned()),
                    // Shutting down, too many connections, serialization failures, deadlocks.
                    one if one.starts_with("57P")
                        || one.starts_with("08")
                        || one == "53300"
                        || one.starts_with("40") =>
                    {
                        Self::Away(error)
                    }
                    _ => Self::Failed(error),
                }
            }
            _ => Self::Failed(error),
        }
    }
}
