//! A PostgreSQL server for tests: one that is named, or one started from the system's own binaries.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::discord::snowflake;

/// A server with an empty database; stopped when dropped, if it was started here.
pub struct Postgres {
    url: String,
    started: Option<Started>,
}

struct Started {
    binaries: PathBuf,
    folder: PathBuf,
}

impl Postgres {
    /// The server that `TEST_DATABASE_URL` names, or one of our own; none, with a word about it, where there is neither.
    pub fn reach() -> Option<Self> {
        if let Some(url) = std::env::var_os("TEST_DATABASE_URL") {
            let url = url.into_string().expect("an address is text");
            return Some(Self { url, started: None });
        }
        let found = binaries().and_then(|binaries| start(&binaries));
        if found.is_none() {
            let _ = writeln!(
                std::io::stdout(),
                "skipped: no PostgreSQL is installed, and TEST_DATABASE_URL names none"
            );
        }
        found
    }

    /// Its address, for a database that nobody else uses.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(started) = &self.started {
            let _ = own(&started.binaries, "pg_ctl")
                .arg("-D")
                .arg(started.folder.join("data"))
                .args(["-m", "immediate", "stop"])
                .output();
            let _ = std::fs::remove_dir_all(&started.folder);
        }
    }
}

/// The newest binaries that Debian has installed.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> = versions
        .filter_map(|version| Some(version.ok()?.path().join("bin")))
        .collect();
    folders.retain(|folder| folder.join("initdb").is_file());
    folders.sort();
    folders.pop()
}

/// One of the binaries as a command. They refuse to run as root, and so run as the user that came with them.
fn own(binaries: &Path, name: &str) -> Command {
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    if is_root {
        let mut command = Command::new("runuser");
        command
            .args(["-u", "postgres", "--"])
            .arg(binaries.join(name))
            .current_dir("/");
        command
    } else {
        Command::new(binaries.join(name))
    }
}

fn start(binaries: &Path) -> Option<Postgres> {
    let folder = std::env::temp_dir().join(format!("raceweek-postgres-{}-{}", std::process::id(), snowflake()));
    std::fs::create_dir_all(&folder).ok()?;
    // The user of the binaries must own the folder.
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o777);
    std::fs::set_permissions(&folder, open).ok()?;
    let data = folder.join("data");
    let made = own(binaries, "initdb")
        .args(["-A", "trust", "-U", "raceweek", "-E", "UTF8", "--no-sync", "-D"])
        .arg(&data)
        .output()
        .ok()?;
    assert!(
        made.status.success(),
        "initdb: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .ok()?
        .local_addr()
        .ok()?
        .port();
    let options = format!("-p {port} -h 127.0.0.1 -k {} -c fsync=off", folder.display());
    let log = folder.join("data").join("log");
    let started = own(binaries, "pg_ctl")
        .arg("-D")
        .arg(&data)
        .arg("-l")
        .arg(&log)
        .args(["-w", "-o", &options, "start"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .ok()?;
    assert!(started.success(), "PostgreSQL does not start");
    Some(Postgres {
        url: format!("postgres://raceweek@127.0.0.1:{port}/postgres"),
        started: Some(Started {
            binaries: binaries.to_owned(),
            folder,
        }),
    })
}
