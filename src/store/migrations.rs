//! Migrations of the database, the oldest first.

use sqlx::SqlStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// Migrations of the database: number, description and statements, the oldest first.
const MIGRATIONS: [(i64, &str, &str); 4] = [
    (1, "first", include_str!("migrations/0001_first.sql")),
    (2, "limits", include_str!("migrations/0002_limits.sql")),
    (3, "channels", include_str!("migrations/0003_channels.sql")),
    (4, "told", include_str!("migrations/0004_told.sql")),
];

/// The migrator of the database, whose record of a migration is its number and the checksum of its statements.
pub(super) fn migrator() -> Migrator {
    let migration = |(number, description, statements): (i64, &'static str, &'static str)| {
        let statements = SqlStr::from_static(statements);
        Migration::new(number, description.into(), MigrationType::Simple, statements, false)
    };
    Migrator::with_migrations(MIGRATIONS.map(migration).to_vec())
}
