//! Completion of commands on the console: names, subcommands, options and values, from their declarations.

use crate::command::{COMMANDS, CommandSpec, Parameter, ParameterKind};

/// A completion: the text that replaces the word, and its summary.
pub(super) type Completed = (String, &'static str);

/// Commands whose names start with a text.
pub(super) fn commands(typed: &str) -> Vec<Completed> {
    let named = COMMANDS.into_iter().filter(|spec| spec.name.starts_with(typed));
    named.map(|spec| (format!("{} ", spec.name), spec.summary)).collect()
}

/// Completions of the last word of a command: a subcommand, an option that is not given yet, or one of its values.
pub(super) fn of_word(before: &str, word: &str) -> Vec<Completed> {
    let mut words = before.split_whitespace();
    let name = words.next().unwrap_or_default();
    let name = name.strip_prefix('/').unwrap_or(name);
    let Some(spec) = COMMANDS.into_iter().find(|spec| spec.name == name) else {
        return Vec::new();
    };
    let given: Vec<&str> = words.collect();
    match options(spec, given.first().copied()) {
        Some(options) => of_option(options, &given, word),
        None if given.is_empty() => subcommands(spec, word),
        None => Vec::new(),
    }
}

/// Options of a command, or of one of its subcommands; none where it has no such subcommand.
fn options(spec: &CommandSpec, subcommand: Option<&str>) -> Option<&'static [Parameter]> {
    if spec.subcommands.is_empty() {
        return Some(spec.options);
    }
    let named = spec.subcommands.iter().find(|one| Some(one.name) == subcommand);
    named.map(|one| one.options)
}

fn subcommands(spec: &CommandSpec, typed: &str) -> Vec<Completed> {
    let named = spec.subcommands.iter().filter(|one| one.name.starts_with(typed));
    named.map(|one| (format!("{} ", one.name), one.summary)).collect()
}

fn of_option(options: &'static [Parameter], given: &[&str], word: &str) -> Vec<Completed> {
    if let Some((name, typed)) = word.split_once(':') {
        let option = options.iter().find(|option| option.name == name);
        return option.map_or_else(Vec::new, |option| values(option, typed));
    }
    let is_given = |name: &str| {
        given
            .iter()
            .any(|one| one.split_once(':').is_some_and(|(given, _)| given == name))
    };
    let open = options
        .iter()
        .filter(|option| option.name.starts_with(word) && !is_given(option.name));
    open.map(|option| (format!("{}:", option.name), option.summary))
        .collect()
}

/// Values of an option that takes one of a few.
fn values(option: &'static Parameter, typed: &str) -> Vec<Completed> {
    let all: Vec<(&'static str, &'static str)> = match option.takes {
        ParameterKind::Choice(choices) => choices.to_vec(),
        ParameterKind::Flag => vec![("yes", "true"), ("no", "false")],
        ParameterKind::Text | ParameterKind::Name | ParameterKind::Channel | ParameterKind::Role => Vec::new(),
    };
    let fitting = all.into_iter().filter(|(_, value)| value.starts_with(typed));
    fitting
        .map(|(label, value)| (format!("{}:{value} ", option.name), label))
        .collect()
}
