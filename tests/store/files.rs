//! Files of a database: what is none is refused as what it is, and a copy can be put back.

use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use raceweek::reminders::Target;
use raceweek::store::{Owner, Store, StoreKind, StoreLocation};
use sqlx::{AnyConnection, Connection as _, Executor as _};

use super::{ANN, subscription};
use crate::support::folder::Folder;

const FILE: &str = "raceweek.db";

/// A folder with a database in it.
async fn with_database() -> Folder {
    let folder = Folder::new();
    open(&folder).await.unwrap().close().await;
    folder
}

/// Opens the database of a folder; an error without the folder's name.
async fn open(folder: &Folder) -> Result<Store, String> {
    let place = StoreLocation::File(folder.path().join(FILE));
    let opened = Store::open(&place, StoreKind::Real).await;
    opened.map_err(|error| error.to_string().replace(&folder.path().display().to_string(), "."))
}

/// The file as another program has it open, in the same rollback or write-ahead mode.
async fn beside(path: &Path) -> AnyConnection {
    sqlx::any::install_default_drivers();
    AnyConnection::connect(&format!("sqlite://{}?mode=rwc", path.display()))
        .await
        .unwrap()
}

async fn execute(folder: &Folder, statements: &[&'static str]) {
    let mut other = beside(&folder.path().join(FILE)).await;
    for statement in statements {
        other.execute(*statement).await.unwrap();
    }
    other.close().await.unwrap();
}

#[tokio::test]
async fn what_is_no_database_of_ours_is_refused_as_what_it_is_and_left_alone() {
    let mut said = Vec::new();

    let folder = Folder::new();
    let path = folder.path().join(FILE);
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    said.push(open(&folder).await.unwrap_err());

    let folder = Folder::new();
    std::fs::create_dir(folder.path().join(FILE)).unwrap();
    said.push(open(&folder).await.unwrap_err());

    let folder = Folder::new();
    symlink("/dev/zero", folder.path().join(FILE)).unwrap();
    said.push(open(&folder).await.unwrap_err());

    for text in ["", "Dear diary,\n", "{}"] {
        let folder = Folder::new();
        folder.write(FILE, text);
        said.push(open(&folder).await.unwrap_err());
        assert_eq!(folder.read(FILE), text);
    }

    for statements in [
        &["CREATE TABLE song (title TEXT)"][..],
        &[
            "CREATE TABLE song (title TEXT)",
            "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT, installed_on TIMESTAMP, \
             success BOOLEAN, checksum BLOB, execution_time BIGINT)",
            "INSERT INTO _sqlx_migrations VALUES (1, 'songs', 0, TRUE, x'00', 0)",
        ],
    ] {
        let folder = Folder::new();
        execute(&folder, statements).await;
        let before = std::fs::read(folder.path().join(FILE)).unwrap();
        said.push(open(&folder).await.unwrap_err());
        assert_eq!(std::fs::read(folder.path().join(FILE)).unwrap(), before);
    }
    insta::assert_snapshot!(said.join("\n"), @"
    the database ./raceweek.db is a named pipe: name a file under [store] in the configuration
    the database ./raceweek.db is a folder: name a file under [store] in the configuration
    the database ./raceweek.db is a device: name a file under [store] in the configuration
    the database ./raceweek.db is an empty file, which no database is: put back a copy that `raceweek backup` made, or remove it to start with a new one
    the database ./raceweek.db is no database of SQLite: name another file under [store] in the configuration, or put back a copy that `raceweek backup` made
    the database ./raceweek.db is no database of SQLite: name another file under [store] in the configuration, or put back a copy that `raceweek backup` made
    the database ./raceweek.db is another program's: name another file under [store] in the configuration
    the database ./raceweek.db is another program's: name another file under [store] in the configuration
    ");
}

#[tokio::test]
async fn damage_is_found_at_the_start_and_named() {
    let mut said = Vec::new();
    for length in [40, 4_096, 20_000] {
        let folder = with_database().await;
        let path = folder.path().join(FILE);
        let whole = std::fs::read(&path).unwrap();
        std::fs::write(&path, &whole[..length]).unwrap();
        said.push(open(&folder).await.unwrap_err());
    }
    for statement in [
        "DROP TABLE wish",
        "DROP INDEX subscription_slot",
        "ALTER TABLE subscription DROP COLUMN created",
    ] {
        let folder = with_database().await;
        execute(&folder, &[statement]).await;
        said.push(open(&folder).await.unwrap_err());
    }
    // A row that is missing from an index: everything reads well, and the row is not found.
    let folder = with_database().await;
    let mut other = beside(&folder.path().join(FILE)).await;
    let (page, sql): (i64, String) =
        sqlx::query_as("SELECT rootpage, sql FROM sqlite_master WHERE name = 'delivery_owner'")
            .fetch_one(&mut other)
            .await
            .unwrap();
    other.execute("PRAGMA writable_schema = ON").await.unwrap();
    other
        .execute("DELETE FROM sqlite_master WHERE name = 'delivery_owner'")
        .await
        .unwrap();
    other.close().await.unwrap();
    execute(
        &folder,
        &[
            "INSERT INTO delivery VALUES ('k', 1, 300, 0, 600, 'direct', 0, 0, 'a/2024/b/c', 'start', 15, 9, 9, 0, \
           'pending', '', 0, 0, 0, 0, '', 0)",
        ],
    )
    .await;
    let mut other = beside(&folder.path().join(FILE)).await;
    other.execute("PRAGMA writable_schema = ON").await.unwrap();
    sqlx::query("INSERT INTO sqlite_master VALUES ('index', 'delivery_owner', 'delivery', $1, $2)")
        .bind(page)
        .bind(sql)
        .execute(&mut other)
        .await
        .unwrap();
    other.close().await.unwrap();
    said.push(open(&folder).await.unwrap_err());
    insta::assert_snapshot!(said.join("\n"), @"
    the database ./raceweek.db is damaged (database disk image is malformed): put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and -shm, to start with an empty one
    the database ./raceweek.db is damaged (database disk image is malformed): put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and -shm, to start with an empty one
    the database ./raceweek.db is damaged (database disk image is malformed): put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and -shm, to start with an empty one
    the database ./raceweek.db is damaged (it has no table wish (selector, lead, subscription)): put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and -shm, to start with an empty one
    the database ./raceweek.db is damaged (it has no index subscription_slot): put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and -shm, to start with an empty one
    the database ./raceweek.db is damaged (it has no table subscription (id, owner, guild, channel, target, role, selectors, leads, created, paused_until, holder, slot, asked, place)): put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and -shm, to start with an empty one
    the database ./raceweek.db is damaged (wrong # of entries in index delivery_owner): put back a copy that `raceweek backup` made, or move it away, with the files beside it whose names end in -wal and -shm, to start with an empty one
    ");
}

/// The log of the file that was there before would be written into the one that was put back.
#[tokio::test]
async fn a_copy_is_put_back_also_beside_the_log_of_the_file_before() {
    let folder = Folder::new();
    let at = |name: &str| folder.path().join(name);
    let store = open(&folder).await.unwrap();
    let reminder = |id| {
        subscription(
            id,
            Target::Direct { channel: 600 },
            &format!("pccna:*:#race-{id}"),
            "15m",
        )
    };
    store.subscribe(&reminder(1), 25).await.unwrap();
    store.backup(&at("copy.db")).await.unwrap();
    for id in 2..200 {
        store.subscribe(&reminder(id), 500).await.unwrap();
    }
    std::fs::copy(at("raceweek.db-wal"), at("stale")).unwrap();
    store.close().await;

    std::fs::rename(at("copy.db"), at(FILE)).unwrap();
    std::fs::rename(at("stale"), at("raceweek.db-wal")).unwrap();
    for _ in 0..2 {
        let store = open(&folder).await.unwrap();
        assert_eq!(store.subscriptions(Owner::Person(ANN)).await.unwrap(), [reminder(1)]);
        store.close().await;
    }
    assert!(
        at("raceweek.db-wal.old").exists(),
        "what was there before is not deleted"
    );
}

#[tokio::test]
async fn only_its_owner_may_read_a_database_its_logs_and_its_copies() {
    let folder = Folder::new();
    let store = open(&folder).await.unwrap();
    store.backup(&folder.path().join("copy.db")).await.unwrap();
    let mut files: Vec<(PathBuf, u32)> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap())
        .map(|file| {
            (
                file.file_name().into(),
                file.metadata().unwrap().permissions().mode() & 0o777,
            )
        })
        .collect();
    files.sort();
    let names = ["copy.db", "raceweek.db", "raceweek.db-shm", "raceweek.db-wal"];
    assert_eq!(files, names.map(|name| (PathBuf::from(name), 0o600)));
    store.close().await;
}

#[tokio::test]
async fn a_copy_takes_a_file_name_and_nothing_else() {
    let folder = Folder::new();
    let store = open(&folder).await.unwrap();
    folder.write("there", "");
    symlink(folder.path().join("elsewhere"), folder.path().join("link")).unwrap();
    let mut said = Vec::new();
    for name in ["there", "link", "nowhere/copy.db", "raceweek.db"] {
        said.push(store.backup(&folder.path().join(name)).await.unwrap_err().to_string());
    }
    for name in ["file:copy.db?mode=memory", "", "file::memory:"] {
        said.push(store.backup(Path::new(name)).await.unwrap_err().to_string());
    }
    let said = said.join("\n").replace(&folder.path().display().to_string(), ".");
    insta::assert_snapshot!(said, @"
    the database is not copied to ./there: there is such a file already: name one that is not there yet
    the database is not copied to ./link: there is such a file already: name one that is not there yet
    the database is not copied to ./nowhere/copy.db: No such file or directory (os error 2): name a new file in a folder that can be written to
    the database is not copied to ./raceweek.db: there is such a file already: name one that is not there yet
    the database is not copied to file:copy.db?mode=memory: that is an address: write the name of a file
    the database is not copied to : write the name of a file
    the database is not copied to file::memory:: that is an address: write the name of a file
    ");
    assert!(!folder.path().join("elsewhere").exists());
    store.close().await;
}

#[tokio::test]
async fn what_was_erased_is_in_no_free_page() {
    let folder = Folder::new();
    let store = open(&folder).await.unwrap();
    let channel = 0x0102_0304_0506_0708;
    for id in 1..50 {
        let direct = subscription(id, Target::Direct { channel }, &format!("pccna:*:#race-{id}"), "15m");
        store.subscribe(&direct, 100).await.unwrap();
    }
    let holder = format!("person {ANN}");
    let found = |text: &[u8]| {
        let mut bytes = std::fs::read(folder.path().join(FILE)).unwrap();
        bytes.extend(std::fs::read(folder.path().join("raceweek.db-wal")).unwrap());
        bytes.windows(text.len()).filter(|window| *window == text).count()
    };
    store.checkpoint().await.unwrap();
    assert!(found(holder.as_bytes()) > 0 && found(&channel.to_be_bytes()) > 0);
    store.erase_person(ANN).await.unwrap();
    store.checkpoint().await.unwrap();
    assert_eq!((found(holder.as_bytes()), found(&channel.to_be_bytes())), (0, 0));
    store.close().await;
}
