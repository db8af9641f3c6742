//! Command lines: a command as it is typed, taken apart.

use super::{COMMANDS, CommandCall, CommandSpec};
use crate::question::tokens;

/// The command that a line is a call of: `/remind me what:race before:15m`. None for a line that begins with no command's
/// name, or has words that belong to no option.
pub fn command_line(line: &str) -> Option<(&'static CommandSpec, CommandCall)> {
    let mut tokens = tokens(line).ok()?.into_iter().peekable();
    let name = tokens.next()?.to_lowercase();
    let name = name.strip_prefix('/').unwrap_or(&name);
    let spec = COMMANDS.into_iter().find(|spec| spec.name == name)?;
    let subcommand = tokens.next_if(|token| spec.subcommands.iter().any(|one| one.name == token));
    let option = |token: String| Some(token.split_once(':')?).map(|(name, value)| (name.to_owned(), value.to_owned()));
    let call = CommandCall {
        subcommand: subcommand.unwrap_or_default(),
        options: tokens.map(option).collect::<Option<_>>()?,
    };
    Some((spec, call))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_command_if_all_its_words_are() {
        let read = |line: &str| {
            command_line(line).map(|(spec, call)| {
                let options = call.options.iter().map(|(name, value)| format!("{name}={value}"));
                let options: Vec<String> = options.collect();
                format!("{}/{}/{}", spec.name, call.subcommand, options.join(","))
            })
        };
        for (line, command) in [
            (
                "/remind me what:\"race 1\" before:15m",
                Some("remind/me/what=race 1,before=15m"),
            ),
            ("Settings", Some("settings//")),
            ("/announce what:race", Some("announce//what=race")),
            ("remind me 15 min before race 1", None),
            ("standings pro", None),
            ("", None),
        ] {
            assert_eq!(read(line).as_deref(), command, "{line}");
        }
    }
}
