//! The tables and indices of a SQLite file, compared with those that the migrations make.

use std::collections::BTreeSet;

use sqlx::migrate::MigrateError;
use sqlx::{Any, AnyConnection, AnyPool, Connection as _, Executor};

use super::migrations::migrator;

/// Tables, indices and triggers of the program and their columns, one a row.
const SCHEMA: &str = "SELECT m.type || ' ' || m.name || COALESCE((SELECT ' (' || group_concat(c.name, ', ') || ')' \
     FROM pragma_table_info(m.name) AS c WHERE m.type = 'table'), '') FROM sqlite_master AS m \
     WHERE m.name NOT LIKE 'sqlite_%' ORDER BY m.type DESC, m.name";

/// True if a file has tables and none of this program's: its record of migrations alone is that of any program.
pub(super) async fn is_foreign(connection: &mut AnyConnection) -> Result<bool, sqlx::Error> {
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(connection).await?;
    let is_own = |name: &String| ["meta", "subscription", "delivery"].contains(&name.as_str());
    Ok(!tables.is_empty() && !tables.iter().any(is_own))
}

/// The first table or index that a file lacks, or whose columns are others.
pub(super) async fn missing(pool: &AnyPool) -> Result<Option<String>, MigrateError> {
    let mut model = AnyConnection::connect("sqlite::memory:").await?;
    migrator().run(&mut model).await?;
    let expected = schema(&mut model).await?;
    model.close().await?;
    let found: BTreeSet<String> = schema(pool).await?.into_iter().collect();
    Ok(expected.into_iter().find(|one| !found.contains(one)))
}

async fn schema(database: impl Executor<'_, Database = Any>) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(SCHEMA).fetch_all(database).await
}
