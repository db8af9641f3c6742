//! The configuration: one TOML file and two secrets, read at start; the only reader of the environment.

use std::fmt;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

/// The series that is meant when a question names none, unless the configuration says otherwise.
pub const DEFAULT_SERIES: &str = "pccna";
/// The file that is read when none is named and it is there.
const USUAL_FILE: &str = "config.toml";
/// The variable that holds the bot's token.
const TOKEN_VARIABLE: &str = "DISCORD_TOKEN";
/// The variable that holds the address of a PostgreSQL database.
const URL_VARIABLE: &str = "DATABASE_URL";

/// Everything that can be configured. `config.toml.example` says what each key is for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Which series is meant.
    pub series: Series,
    /// Where the packs are.
    pub data: Data,
    /// Where things are kept.
    pub store: StoreConfig,
    /// How Discord is reached.
    pub discord: Discord,
    /// What is logged.
    pub log: Log,
    /// Where this was read from, for messages about it.
    #[serde(skip)]
    file: PathBuf,
}

/// `[series]`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [series], and its keys below")]
pub struct Series {
    /// The id of the series that is meant when a question names none.
    pub default: String,
}

/// `[data]`
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [data], and its keys below")]
pub struct Data {
    /// The folder that packs are read from; the built-in ones if empty.
    pub folder: PathBuf,
}

/// `[store]`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [store], and its keys below")]
pub struct StoreConfig {
    /// The file of the database.
    pub file: PathBuf,
    /// A file that holds the address of a PostgreSQL database, which is used instead; none if empty.
    pub url_file: PathBuf,
}

/// `[discord]`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [discord], and its keys below")]
pub struct Discord {
    /// A file that holds the bot's token and nothing else; none if empty.
    pub token_file: PathBuf,
    /// Where Discord's API is, without a path.
    pub api_url: String,
    /// Which shards this process has; as many as Discord recommends, and all of them, if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shards: Option<Shards>,
}

/// Which shards of how many a process has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "shards = { total = 4, range = [0, 1] }")]
pub struct Shards {
    /// How many there are over all processes.
    pub total: u32,
    /// The first and the last of this process, counted from 0.
    pub range: (u32, u32),
}

/// `[log]`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table: [log], and its keys below")]
pub struct Log {
    /// What is too unimportant to be logged.
    pub level: Level,
    /// For whom it is written.
    pub format: Format,
    /// Whether questions that were not understood are logged: their words, and nothing of who asked.
    pub unread: bool,
}

/// How important a log line must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Level {
    Error,
    Warn,
    #[default]
    Info,
    Debug,
    Trace,
}

/// For whom log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs: one JSON object a line.
    Json,
}

/// What is wrong with the configuration: where, and what to write instead. It never repeats a value, which may be a
/// secret in the wrong place.
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

impl Default for Series {
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

impl Default for Discord {
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
    /// The first thing that is wrong with the file.
    pub fn load(named: Option<&Path>) -> Result<Self, ConfigError> {
        let file = named.unwrap_or(Path::new(USUAL_FILE));
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
    /// The first thing that is wrong with it.
    pub fn parse(file: &Path, text: &str) -> Result<Self, ConfigError> {
        let syntax = |error: &toml::de::Error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
            let line = before.matches('\n').count() + 1;
            fault(file, "", format!("line {line} is not TOML: {}", error.message()))
        };
        let deserializer = toml::Deserializer::parse(text).map_err(|error| syntax(&error))?;
        let mut config: Self = serde_path_to_error::deserialize(deserializer)
            .map_err(|error| fault(file, error.path().to_string(), instead(error.inner().message())))?;
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
    /// Where there is none, or none that can be one.
    pub fn token(&self) -> Result<SecretString, ConfigError> {
        let named = &self.discord.token_file;
        let (place, token) = match variable(TOKEN_VARIABLE).filter(|token| !token.trim().is_empty()) {
            Some(token) => (TOKEN_VARIABLE, token),
            None if named.as_os_str().is_empty() => {
                let instead = "no token: set DISCORD_TOKEN, or write the name of a file that holds it";
                return Err(self.fault("discord.token_file", instead));
            }
            None => match std::fs::read_to_string(named) {
                Ok(token) => ("discord.token_file", token),
                Err(error) => {
                    let instead =
                        format!("the file cannot be read ({error}): write the name of one that holds the token");
                    return Err(self.fault("discord.token_file", instead));
                }
            },
        };
        let token = token.trim();
        if token.is_empty() || !token.chars().all(|letter| letter.is_ascii_graphic()) {
            let instead = "holds no token: a token is one word of letters, digits and signs, as Discord shows it";
            return Err(self.fault(place, instead));
        }
        Ok(SecretString::from(token))
    }

    /// The file of the database: of a rehearsal, unless another is configured, one of its own.
    pub fn database(&self, rehearsal: bool) -> PathBuf {
        if rehearsal && self.store == StoreConfig::default() {
            return PathBuf::from("raceweek-rehearsal.db");
        }
        self.store.file.clone()
    }

    /// The address of a PostgreSQL database, which may hold a password: from `DATABASE_URL`, else from the file that the
    /// configuration names; none if neither is there.
    ///
    /// # Errors
    /// Where the file cannot be read, or what it holds is no address.
    pub fn database_url(&self) -> Result<Option<SecretString>, ConfigError> {
        let named = &self.store.url_file;
        let (place, url) = match variable(URL_VARIABLE).filter(|url| !url.trim().is_empty()) {
            Some(url) => (URL_VARIABLE, url),
            None if named.as_os_str().is_empty() => return Ok(None),
            None => match std::fs::read_to_string(named) {
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
    pub fn folder(&self) -> Option<&Path> {
        let folder = self.data.folder.as_path();
        (!folder.as_os_str().is_empty()).then_some(folder)
    }

    /// Something wrong with a key of this configuration.
    pub fn fault(&self, key: &str, instead: impl Into<String>) -> ConfigError {
        let usual = Path::new(USUAL_FILE);
        let file = if self.file.as_os_str().is_empty() {
            usual
        } else {
            &self.file
        };
        fault(file, key, instead)
    }
}

fn fault(file: &Path, key: impl Into<String>, instead: impl Into<String>) -> ConfigError {
    ConfigError {
        place: file.display().to_string(),
        key: key.into(),
        instead: instead.into(),
    }
}

/// What to write instead, from serde's words; the value that stands there is left out, for it may be a secret.
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
