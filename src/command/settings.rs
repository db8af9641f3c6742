//! `/settings`: the settings of a server, shown and set.

use chrono_tz::{TZ_VARIANTS, Tz};
use serde::Serialize;

use super::{Audience, CommandCall, CommandContext, CommandError, CommandSpec, Parameter, ParameterKind};
use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId, clip};
use crate::question::{Call, Misunderstanding, Question};
use crate::store::Settings;

/// Name of the option for the default series.
pub const SERIES: &str = "series";
/// Name of the option for the reference zone.
pub const ZONE: &str = "zone";
const SPOILERS: &str = "spoilers";
const QUIET: &str = "quiet";
const RESET: &str = "reset";
const ALL: &str = "all";

/// Declaration of the command.
pub const SPEC: CommandSpec = CommandSpec {
    name: "settings",
    summary: "How this server is set up: its series, a reference zone, spoilers, a quiet channel",
    audience: Audience::ServerManagers,
    options: &[
        Parameter::new(
            SERIES,
            "the series that is meant here when none is named",
            ParameterKind::Name,
        )
        .completed(),
        Parameter::new(
            ZONE,
            "the zone shown beside the track's time, such as Europe/London",
            ParameterKind::Name,
        )
        .completed(),
        Parameter::new(
            SPOILERS,
            "whether results are hidden here until somebody clicks on them",
            ParameterKind::Flag,
        ),
        Parameter::new(
            QUIET,
            "a channel in which only the asker sees the answers",
            ParameterKind::Channel,
        ),
        Parameter::new(
            RESET,
            "what to set back to how it is everywhere",
            ParameterKind::Choice(&[
                (SERIES, SERIES),
                (ZONE, ZONE),
                (SPOILERS, SPOILERS),
                (QUIET, QUIET),
                (ALL, ALL),
            ]),
        ),
    ],
    subcommands: &[],
    examples: &["settings zone:Europe/London spoilers:true", "settings reset:all"],
};

/// Outcome of `/settings`: the settings in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettingsOutcome {
    /// The default series, by name, where the packs have it.
    pub series: Option<String>,
    /// The zone shown beside the track's time.
    pub zone: Option<Tz>,
    /// True if results are hidden until a reader reveals them.
    pub spoilers: bool,
    /// The channel in which every answer is for the asker alone.
    pub quiet: Option<u64>,
    /// True if the command changed them.
    pub changed: bool,
}

/// Changes the settings of a server from `before` to what the options say, and returns them.
///
/// # Errors
/// If an option is not understood, or the store fails.
pub async fn run(
    context: &CommandContext<'_>,
    guild: u64,
    before: &Settings,
    call: &CommandCall,
) -> Result<SettingsOutcome, CommandError> {
    let settings = changed(before, call, context.catalogue, context.asker)?;
    let is_changed = settings != *before;
    if is_changed {
        context.store.save_settings(guild, &settings).await?;
    }
    let name = |id: &SeriesId| context.catalogue.series.get(id).map(|series| series.name.clone());
    Ok(SettingsOutcome {
        series: settings.series.as_ref().and_then(name),
        zone: settings.zone,
        spoilers: settings.spoilers,
        quiet: settings.quiet,
        changed: is_changed,
    })
}

/// The time zones whose names contain a text.
pub fn zones(typed: &str) -> impl Iterator<Item = &'static str> {
    let typed = typed.trim().to_lowercase().replace(' ', "_");
    let named = TZ_VARIANTS.iter().map(|zone| zone.name());
    named.filter(move |name| name.to_lowercase().contains(&typed))
}

/// The settings with the changes of a call.
fn changed(
    before: &Settings,
    call: &CommandCall,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Settings, Misunderstanding> {
    let read = |question: &str, option: (String, String)| {
        Question::read(&Call::new(question, vec![option])?, catalogue, asker)
    };
    let mut settings = before.clone();
    for option in &call.options {
        let (name, text) = option;
        let unknown = || Misunderstanding::UnknownOption {
            question: SPEC.name,
            option: clip(name, 60),
            options: vec![SERIES, ZONE, SPOILERS, QUIET, RESET],
        };
        match name.as_str() {
            RESET => settings = without(settings, text),
            SERIES => settings.series = read("about", option.clone())?.options.series,
            ZONE => settings.zone = read("schedule", option.clone())?.options.zone,
            SPOILERS => settings.spoilers = text.parse().map_err(|_| unknown())?,
            QUIET => settings.quiet = Some(text.parse().map_err(|_| unknown())?),
            _ => return Err(unknown()),
        }
    }
    Ok(settings)
}

/// The settings with one, or all, at the default.
fn without(settings: Settings, what: &str) -> Settings {
    let none = Settings::default();
    match what {
        SERIES => Settings {
            series: None,
            ..settings
        },
        ZONE => Settings { zone: None, ..settings },
        SPOILERS => Settings {
            spoilers: none.spoilers,
            ..settings
        },
        QUIET => Settings {
            quiet: None,
            ..settings
        },
        ALL => none,
        _ => settings,
    }
}
