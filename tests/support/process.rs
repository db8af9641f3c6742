//! The real binary as a child process: a bot pointed at a loopback Discord, or one command in a terminal.

#![expect(dead_code, reason = "the subcommands it runs come with the tests that use it")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use super::discord::{PATIENCE, State, snowflake};
use super::loopback::Loopback;

/// The token a bot under test is given: nothing the bot prints may contain it.
pub const TOKEN: &str = "a-secret-that-nobody-may-print";

/// What a process left behind.
#[derive(Debug)]
pub struct Ended {
    /// The exit code; none if a signal ended it.
    pub code: Option<i32>,
    /// All it wrote to standard output.
    pub stdout: String,
    /// All it wrote to standard error.
    pub stderr: String,
}

/// Runs the binary with these arguments and this standard input, without the host's environment, in an empty folder.
pub fn run(arguments: &[&str], stdin: &str) -> Ended {
    Running::start(arguments, stdin, &[]).end()
}

/// `raceweek run` against a loopback Discord; killed when dropped.
pub struct Bot<'a> {
    loopback: &'a Loopback,
    earlier: usize,
    running: Running,
}

impl<'a> Bot<'a> {
    /// Starts a bot. `config` is appended to a configuration that ends inside its `[discord]` table.
    pub fn start(loopback: &'a Loopback, config: &str) -> Self {
        Self::start_with(loopback, config, &[])
    }

    /// Starts a bot with more arguments, such as `--now` and a moment.
    pub fn start_with(loopback: &'a Loopback, config: &str, arguments: &[&str]) -> Self {
        let folder = Folder::new();
        let path = folder.0.join("config.toml");
        let url = loopback.url();
        let config = format!("[discord]\napi_url = \"{url}\"\n{config}");
        fs::write(&path, config).expect("the folder can be written to");
        let mut all = vec!["run", "--config", "config.toml"];
        all.extend(arguments);
        Self {
            loopback,
            earlier: loopback.identifies().len(),
            running: Running::start_in(folder, &all, "", &[("DISCORD_TOKEN", TOKEN)]),
        }
    }

    /// Waits until this bot (not one before it) is connected to the gateway and has had its READY.
    pub async fn wait_ready(&self) {
        let gateway = |state: &State| state.gateway.identifies.len() > self.earlier && state.gateway.connected();
        assert!(
            self.loopback.eventually(gateway).await,
            "the bot is not ready; its standard error:\n{}",
            self.stderr()
        );
    }

    /// All it has written to standard error so far.
    pub fn stderr(&self) -> String {
        self.running.folder.read("stderr")
    }

    /// Waits until a line of its log has this text; fails the test if none ever does.
    pub async fn wait_for_log(&self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.stderr().contains(text) {
            assert!(Instant::now() < deadline, "no {text:?} in the log:\n{}", self.stderr());
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Sends a signal by name: `HUP`, `INT`.
    pub fn signal(&self, name: &str) {
        self.running.signal(name);
    }

    /// Sends SIGTERM and waits until the bot has ended.
    pub fn terminate(self) -> Ended {
        self.running.signal("TERM");
        self.running.end()
    }

    /// Waits until the bot has ended by itself.
    pub fn end(self) -> Ended {
        self.running.end()
    }
}

/// A child process whose output goes to files, so that no pipe can fill up.
struct Running {
    child: Child,
    folder: Folder,
}

impl Running {
    fn start(arguments: &[&str], stdin: &str, environment: &[(&str, &str)]) -> Self {
        Self::start_in(Folder::new(), arguments, stdin, environment)
    }

    fn start_in(folder: Folder, arguments: &[&str], stdin: &str, environment: &[(&str, &str)]) -> Self {
        fs::write(folder.0.join("stdin"), stdin).expect("the folder can be written to");
        let file = |name| File::create(folder.0.join(name)).expect("the folder can be written to");
        let child = Command::new(env!("CARGO_BIN_EXE_raceweek"))
            .args(arguments)
            .env_clear()
            // The host's zone stays: under any of them the answers must be the same.
            .envs(std::env::vars().filter(|(name, _)| name == "TZ"))
            .envs(environment.iter().copied())
            .current_dir(&folder.0)
            .stdin(File::open(folder.0.join("stdin")).expect("it was just written"))
            .stdout(file("stdout"))
            .stderr(file("stderr"))
            .spawn()
            .expect("the binary starts");
        Self { child, folder }
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.is_ok_and(|status| status.success()), "SIG{name} is sent");
    }

    fn end(mut self) -> Ended {
        let status = self.wait();
        Ended {
            code: status.code(),
            stdout: self.folder.read("stdout"),
            stderr: self.folder.read("stderr"),
        }
    }

    /// Waits for the end, for at most [`PATIENCE`].
    fn wait(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.child.try_wait().expect("it is our child") {
                Some(status) => return status,
                None if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(2)),
                None => panic!("still running; its standard error:\n{}", self.folder.read("stderr")),
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only where the process has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder of its own for each process, removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("raceweek-{}-{}", std::process::id(), snowflake());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).expect("cargo's folder for tests can be written to");
        Self(path)
    }

    fn read(&self, name: &str) -> String {
        let bytes = fs::read(self.0.join(name)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
