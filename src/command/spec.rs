//! Declaration of commands: names, summaries, subcommands, options and examples, from which manifests and tables are made.

/// Declaration of a command.
#[derive(Debug, PartialEq, Eq)]
pub struct CommandSpec {
    /// Its name: `settings`.
    pub name: &'static str,
    /// Its summary, in at most 100 characters.
    pub summary: &'static str,
    /// The people that it is for.
    pub audience: Audience,
    /// Its options; empty if it has subcommands.
    pub options: &'static [Parameter],
    /// Its subcommands.
    pub subcommands: &'static [SubcommandSpec],
    /// Command lines that show it, without the slash.
    pub examples: &'static [&'static str],
}

/// People that a command is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everyone, in servers and in direct messages.
    Everyone,
    /// Members who may manage their server.
    ServerManagers,
}

/// Declaration of a subcommand.
#[derive(Debug, PartialEq, Eq)]
pub struct SubcommandSpec {
    /// Its name.
    pub name: &'static str,
    /// Its summary, in at most 100 characters.
    pub summary: &'static str,
    /// Its options.
    pub options: &'static [Parameter],
}

/// Declaration of an option of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its summary, in at most 100 characters.
    pub summary: &'static str,
    /// The values that it takes.
    pub takes: ParameterKind,
    /// True if it must be given.
    pub required: bool,
    /// True if values are suggested while it is typed.
    pub completed: bool,
}

/// Values that an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// Text of at most [`Parameter::MAX_LENGTH`] characters.
    Text,
    /// A name that is looked up.
    Name,
    /// One of these labels with their values.
    Choice(&'static [(&'static str, &'static str)]),
    /// Yes or no.
    Flag,
    /// A text channel.
    Channel,
    /// A role.
    Role,
}

/// Anything that can be invoked: a command without subcommands, or one subcommand of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invocation {
    /// Its line without options: `settings`, `remind me`.
    pub line: String,
    /// Its summary.
    pub summary: &'static str,
    /// Its options.
    pub options: &'static [Parameter],
}

impl CommandSpec {
    /// All that can be invoked of the command, in the order of its declaration.
    pub fn invocations(&self) -> Vec<Invocation> {
        if self.subcommands.is_empty() {
            return vec![Invocation {
                line: self.name.to_owned(),
                summary: self.summary,
                options: self.options,
            }];
        }
        let invocation = |one: &SubcommandSpec| Invocation {
            line: format!("{} {}", self.name, one.name),
            summary: one.summary,
            options: one.options,
        };
        self.subcommands.iter().map(invocation).collect()
    }
}

impl Parameter {
    /// Maximum length of a text, in characters.
    pub const MAX_LENGTH: u16 = 200;

    /// An optional option.
    pub const fn new(name: &'static str, summary: &'static str, takes: ParameterKind) -> Self {
        Self {
            name,
            summary,
            takes,
            required: false,
            completed: false,
        }
    }

    /// The option as one that must be given.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The option as one with suggestions.
    #[must_use]
    pub const fn completed(self) -> Self {
        Self {
            completed: true,
            ..self
        }
    }
}
