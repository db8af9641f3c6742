//! A copy of SQLite's file, whole and consistent, made while the bot runs.

use std::path::Path;

use super::{Store, StoreError};

impl Store {
    /// Copies the database into a new file.
    ///
    /// # Errors
    /// Where it is a server's, where the file is there already, or where the copy fails.
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let refused = |what| StoreError::NotCopied {
            to: to.display().to_string(),
            what,
        };
        if self.file.is_none() {
            return Err(refused("a database of PostgreSQL is copied with pg_dump"));
        }
        if to.exists() {
            return Err(refused("there is such a file already: name one that is not there yet"));
        }
        sqlx::query("VACUUM INTO $1")
            .bind(to.display().to_string())
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}
