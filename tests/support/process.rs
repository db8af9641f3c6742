//! The real binary as a child process: a bot pointed at a loopback Discord, or one command in a terminal.

use std::fs::File;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use super::discord::{PATIENCE, State};
use super::folder::Folder;
use super::loopback::Loopback;

/// The token a bot under test is given: nothing the bot prints may contain it.
pub const TOKEN: &str = "a-secret-that-nobody-may-print";

/// Exit status and output of a process.
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

/// The same in a folder with these files, and with these variables in the environment.
pub fn run_in(files: &[(&str, &str)], arguments: &[&str], environment: &[(&str, &str)]) -> Ended {
    let folder = Folder::new();
    for (name, text) in files {
        folder.write(name, text);
    }
    Running::start_in(folder, arguments, "", environment).end()
}

/// Runs `raceweek register` against a loopback Discord.
pub fn register(loopback: &Loopback) -> Ended {
    let config = configured(loopback, "");
    run_in(&[("config.toml", &config)], &["register"], &[("DISCORD_TOKEN", TOKEN)])
}

/// A configuration that ends inside its `[discord]` table, with more behind it.
fn configured(loopback: &Loopback, more: &str) -> String {
    format!("[discord]\napi_url = \"{}\"\n{more}", loopback.url())
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
        Self::start_in(Folder::new(), loopback, config, arguments)
    }

    fn start_in(folder: Folder, loopback: &'a Loopback, config: &str, arguments: &[&str]) -> Self {
        folder.write("config.toml", &configured(loopback, config));
        let mut all = vec!["run", "--config", "config.toml"];
        all.extend(arguments);
        Self {
            loopback,
            earlier: loopback.identifies().len(),
            running: Running::start_in(folder, &all, "", &[("DISCORD_TOKEN", TOKEN)]),
        }
    }

    /// Starts a bot with more files beside its configuration.
    pub fn start_beside(loopback: &'a Loopback, config: &str, files: &[(&str, &str)]) -> Self {
        let folder = Folder::new();
        for (name, text) in files {
            folder.write(name, text);
        }
        Self::start_in(folder, loopback, config, &[])
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
        folder.write("stdin", stdin);
        let file = |name| File::create(folder.path().join(name)).expect("the folder can be written to");
        let child = Command::new(env!("CARGO_BIN_EXE_raceweek"))
            .args(arguments)
            .env_clear()
            // The host's zone stays: under any of them the answers must be the same.
            .envs(std::env::vars().filter(|(name, _)| name == "TZ"))
            .envs(environment.iter().copied())
            .current_dir(folder.path())
            .stdin(File::open(folder.path().join("stdin")).expect("it was just written"))
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
