//! A copy of SQLite's file, whole and consistent, made while the bot runs.

use std::path::Path;

use super::{Store, StoreError};

impl Store {
    /// Copies the database into a new file.
    ///
    /// # Errors
    /// Where it is a server's, where the file is there already, or where the copy fails.
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let refused = |what: &str, instead: &str| StoreError::Unusable {
            place: self
                .file
                .as_ref()
                .map_or_else(|| "on the PostgreSQL server".to_owned(), ToString::to_string),
            what: what.to_owned(),
            instead: instead.to_owned(),
        };
        if self.file.is_none() {
            return Err(refused("is copied by its own tools", "use pg_dump"));
        }
        if to.exists() {
            return Err(refused(
                "is not copied over a file that is there",
                "name a file that is not there yet",
            ));
        }
        sqlx::query("VACUUM INTO $1")
            .bind(to.display().to_string())
            .execute(self.pool()?)
            .await?;
        Ok(())
    }
}
