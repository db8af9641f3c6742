//! Calls of commands: a subcommand and its options as text, decoded from whatever a front end received.

/// A command as it was called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommandCall {
    /// Name of the subcommand; empty if the command has none.
    pub subcommand: String,
    /// Names and values of the options, in the order in which they were given.
    pub options: Vec<(String, String)>,
}

impl CommandCall {
    /// Value of an option; none if it is absent or blank.
    pub fn text(&self, name: &str) -> Option<&str> {
        let (_, text) = self.options.iter().find(|(option, _)| option == name)?;
        Some(text.as_str()).filter(|text| !text.trim().is_empty())
    }

    /// Value of an option as an id.
    pub fn id(&self, name: &str) -> Option<u64> {
        self.text(name)?.parse().ok()
    }
}
