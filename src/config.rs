//! Configuration: one TOML file and two secrets, read at the start. The only reader of the environment.

use std::fmt;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use crate::domain::printable;

/// Id of the default series, unless the configuration names another.
pub const DEFAULT_SERIES: &str = "pccna";
/// The file that is read, if it exists, when none is named.
const DEFAULT_FILE: &str = "config.toml";
/// Environment variable of the bot's token.
const TOKEN_VARIABLE: &str = "DISCORD_TOKEN";
/// Signs that no token begins or ends with.
const QUOTES: [char; 3] = ['"', '\'', '`'];
/// Environment variable of the folder in which a service keeps its files, set by systemd.
const STATE_VARIABLE: &str = "STATE_DIRECTORY";
/// Largest edit distance at which an unknown key is a slip of a known one.
const SLIP: usize = 2;
/// Environment variable of the URL of a PostgreSQL database.
const URL_VARIABLE: &str = "DATABASE_URL";

/// The whole configuration. `config.toml.example` explains each key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The default series.
    pub series: SeriesConfig,
    /// Location of the packs.
    pub data: DataConfig,
    /// Location of the database.
    pub store: StoreConfig,
    /// Access to Discord.
    pub discord: DiscordConfig,
    /// Logging.
    pub log: LogConfig,
    /// The file that it was read from, for error messages.
    #[serde(skip)]
    file: PathBuf,
}

/// Table `[series]`: the default series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [series], and its keys below")]
pub struct SeriesConfig {
    /// The id of the series that is meant when a question names none.
    pub default: String,
}

/// Table `[data]`: location of the packs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [data], and its keys below")]
pub struct DataConfig {
    /// Folder of packs; the built-in packs if empty.
    pub folder: PathBuf,
}

/// Table `[store]`: location of the database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [store], and its keys below")]
pub struct StoreConfig {
    /// The file of the database.
    pub file: PathBuf,
    /// File with the URL of a PostgreSQL database, which is used instead; none if empty.
    pub url_file: PathBuf,
}

/// Table `[discord]`: access to Discord.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [discord], and its keys below")]
pub struct DiscordConfig {
    /// File with the bot's token and nothing else; none if empty.
    pub token_file: PathBuf,
    /// Base URL of Discord's API, without a path.
    pub api_url: String,
    /// Shards of this process; all that Discord recommends if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shards: Option<Shards>,
}

/// Shards of one process among several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "shards = { total = 4, range = [0, 1] }")]
pub struct Shards {
    /// Number of shards over all processes.
    pub total: u32,
    /// First and last shard of this process, counted from 0.
    pub range: (u32, u32),
}

/// Table `[log]`: logging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [log], and its keys below")]
pub struct LogConfig {
    /// Minimum level of a log line.
    pub level: LogLevel,
    /// Format of log lines.
    pub format: LogFormat,
    /// True if questions that were not understood are logged: their text, and nothing about the asker.
    pub unread: bool,
}

/// Level of a log line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum LogLevel {
    Error,
    Warn,
    #[default]
    Info,
    Debug,
    Trace,
}

/// Format of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Text, for people.
    #[default]
    Human,
    /// One JSON object a line, for programs.
    Json,
}

/// Fault of the configuration: file, key, and what to write instead. It never repeats a value, which may be a secret in
/// the wrong place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ConfigError {
    place: String,
    key: String,
    instead: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, key, instead } = self;
        let key = if key.is_empty() { "" } else { &format!(" {key}:") };
        write!(f, "{place}:{key} {instead}")
    }
}

impl Default for SeriesConfig {
    fn default() -> Self {
        Self {
            default: DEFAULT_SERIES.to_owned(),
        }
    }
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            file: PathBuf::from("raceweek.db"),
            url_file: PathBuf::new(),
        }
    }
}

impl Default for DiscordConfig {
    fn default() -> Self {
        Self {
            token_file: PathBuf::new(),
            api_url: "https://discord.com".to_owned(),
            shards: None,
        }
    }
}

impl Config {
    /// Reads a configuration: the named file, else `config.toml` if there is one, else the defaults.
    ///
    /// # Errors
    /// If the file cannot be read, or is wrong; the first fault is reported.
    pub fn load(named: Option<&Path>) -> Result<Self, ConfigError> {
        let file = named.unwrap_or(Path::new(DEFAULT_FILE));
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => {
                let instead = format!("cannot be read ({error}): name a readable file, see config.toml.example");
                return Err(fault(file, "", instead));
            }
        };
        Self::parse(file, &text)
    }

    /// Reads a configuration from its text.
    ///
    /// # Errors
    /// If the text is wrong; the first fault is reported.
    pub fn parse(file: &Path, text: &str) -> Result<Self, ConfigError> {
        let syntax = |error: &toml::de::Error| {
            let line = error.span().map_or(1, |span| line_of(text, span.start));
            fault(file, "", format!("line {line} is not TOML: {}", error.message()))
        };
        let deserializer = toml::Deserializer::parse(text).map_err(|error| syntax(&error))?;
        let line = |error: &toml::de::Error| error.span().map(|span| line_of(text, span.start));
        let mut config: Self = serde_path_to_error::deserialize(deserializer).map_err(|error| {
            let (path, inner) = (error.path().to_string(), error.inner());
            let key = shown_key(&path, inner.message());
            let instead = instead(inner.message());
            match line(inner).filter(|_| key.len() < path.len()) {
                Some(line) => fault(file, key, format!("line {line}: {instead}")),
                None => fault(file, key, instead),
            }
        })?;
        file.clone_into(&mut config.file);
        if let Some(Shards {
            total,
            range: (first, last),
        }) = config.discord.shards
            && (first > last || last >= total)
        {
            let instead = "write the first and the last shard of this process, counted from 0 and below the total, \
                           such as { total = 4, range = [0, 1] }";
            return Err(config.fault("discord.shards", instead.to_owned()));
        }
        let url = config.discord.api_url.trim_end_matches('/');
        let host = ["https://", "http://"]
            .iter()
            .find_map(|scheme| url.strip_prefix(scheme));
        if host.is_none_or(|host| host.is_empty() || host.contains(['/', '?', '#', '@', ' '])) {
            let instead = "write scheme and host without a path, such as https://discord.com or http://127.0.0.1:4000";
            return Err(config.fault("discord.api_url", instead));
        }
        config.discord.api_url = url.to_owned();
        Ok(config)
    }

    /// The bot's token: from `DISCORD_TOKEN`, else from the file that the configuration names.
    ///
    /// # Errors
    /// If there is none, or it cannot be a token.
    pub fn token(&self) -> Result<SecretString, ConfigError> {
        let named = &self.discord.token_file;
        let (place, token) = match variable(TOKEN_VARIABLE).filter(|token| !token.trim().is_empty()) {
            Some(token) => (TOKEN_VARIABLE, token),
            None if named.as_os_str().is_empty() => {
                let instead = "no token: set DISCORD_TOKEN, or write the name of a file that holds it";
                return Err(self.fault("discord.token_file", instead));
            }
            None => match std::fs::read_to_string(self.beside(named)) {
                Ok(token) => ("discord.token_file", token),
                Err(error) => {
                    let instead =
                        format!("the file cannot be read ({error}): write the name of one that holds the token");
                    return Err(self.fault("discord.token_file", instead));
                }
            },
        };
        let token = token.trim();
        if token.starts_with(QUOTES) || token.ends_with(QUOTES) {
            return Err(self.fault(place, "holds quotes: write the token alone, as Discord shows it"));
        }
        if token.is_empty() || !token.chars().all(|letter| letter.is_ascii_graphic()) {
            let instead = "holds no token: a token is one word of letters, digits and signs, as Discord shows it";
            return Err(self.fault(place, instead));
        }
        Ok(SecretString::from(token))
    }

    /// The database file. A rehearsal has its own, unless a file is configured.
    ///
    /// A relative name is taken from the folder that the service manager gives for it, else from that of the configuration.
    /// Earlier versions took it from the working folder: a file that is there alone is used.
    ///
    /// # Errors
    /// If none is named, or an address.
    pub fn database(&self, rehearsal: bool) -> Result<PathBuf, ConfigError> {
        if rehearsal && self.store == StoreConfig::default() {
            return Ok(self.kept_at(Path::new("raceweek-rehearsal.db")));
        }
        let file = &self.store.file;
        if file.as_os_str().is_empty() {
            return Err(self.fault("store.file", "write the name of a file, or leave the key out"));
        }
        if file.to_string_lossy().contains("://") {
            let instead = "holds an address: set DATABASE_URL to it, or write it into a file that store.url_file names";
            return Err(self.fault("store.file", instead));
        }
        Ok(self.kept_at(file))
    }

    fn kept_at(&self, file: &Path) -> PathBuf {
        let state = variable(STATE_VARIABLE).filter(|folder| !folder.contains(':'));
        let kept = state.map_or_else(|| self.beside(file), |folder| Path::new(&folder).join(file));
        let is_elsewhere = !kept.exists() && file.exists();
        if is_elsewhere { file.to_owned() } else { kept }
    }

    /// A path of the configuration, which is relative to the configuration's folder.
    fn beside(&self, path: &Path) -> PathBuf {
        self.file.parent().unwrap_or(Path::new("")).join(path)
    }

    /// The URL of a PostgreSQL database, which may hold a password: from `DATABASE_URL`, else from the file that the
    /// configuration names; none if neither is there.
    ///
    /// # Errors
    /// If the file cannot be read, or its content is no such URL.
    pub fn database_url(&self) -> Result<Option<SecretString>, ConfigError> {
        let named = &self.store.url_file;
        let (place, url) = match variable(URL_VARIABLE).filter(|url| !url.trim().is_empty()) {
            Some(url) => (URL_VARIABLE, url),
            None if named.as_os_str().is_empty() => return Ok(None),
            None => match std::fs::read_to_string(self.beside(named)) {
                Ok(url) => ("store.url_file", url),
                Err(error) => {
                    let instead =
                        format!("the file cannot be read ({error}): write the name of one that holds the address");
                    return Err(self.fault("store.url_file", instead));
                }
            },
        };
        let url = url.trim();
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            let instead = "holds no address of PostgreSQL: write postgres://user:password@host/database";
            return Err(self.fault(place, instead));
        }
        Ok(Some(SecretString::from(url)))
    }

    /// The folder of packs, if one is configured.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn folder(&self) -> Result<Option<PathBuf>, ConfigError> {
        if self.data.folder.as_os_str().is_empty() {
            return Ok(None);
        }
        let folder = self.beside(&self.data.folder);
        match std::fs::metadata(&folder) {
            Ok(found) if found.is_dir() => Ok(Some(folder)),
            Ok(_) => Err(self.fault("data.folder", "that is no folder: write the name of one with packs")),
            Err(error) => {
                let instead = format!("the folder cannot be read ({error}): write the name of one with packs");
                Err(self.fault("data.folder", instead))
            }
        }
    }

    /// A fault of a key of this configuration.
    pub fn fault(&self, key: &str, instead: impl Into<String>) -> ConfigError {
        let is_named = !self.file.as_os_str().is_empty();
        let file = if is_named { &self.file } else { Path::new(DEFAULT_FILE) };
        fault(file, key, instead)
    }
}

fn fault(file: &Path, key: impl Into<String>, instead: impl Into<String>) -> ConfigError {
    ConfigError {
        place: printable(&file.display().to_string()),
        key: key.into(),
        instead: instead.into(),
    }
}

/// Number of the line at a position of a text, counted from 1.
fn line_of(text: &str, position: usize) -> usize {
    text.get(..position).unwrap_or("").matches('\n').count() + 1
}

/// The path of a key in messages. An unknown one is shown if it is a slip of a known one; any other may be a secret.
fn shown_key(path: &str, message: &str) -> String {
    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
    let known = message.rsplit_once("expected ").map_or("", |(_, expected)| expected);
    let is_slip = |known: &str| strsim::osa_distance(known, key) <= SLIP;
    if !message.starts_with("unknown field") || known.split('`').skip(1).step_by(2).any(is_slip) {
        return path.to_owned();
    }
    table.to_owned()
}

/// Advice on what to write instead, from serde's message without the value, which may be a secret.
fn instead(message: &str) -> String {
    let expected = message.rsplit_once("expected ").map(|(_, expected)| expected.trim());
    match (message.starts_with("unknown field"), expected) {
        (true, Some(expected)) => format!("unknown key: write {expected}, or leave it out"),
        (false, Some(expected)) => format!("write {expected}"),
        (_, None) => "write what config.toml.example shows".to_owned(),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the environment"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
