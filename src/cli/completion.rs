//! Completion on the console: questions, commands, options and values for the word at the cursor, as on Discord.

use rustyline::completion::{Completer, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use super::answering::Responder;
use super::command_completion as command;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::{Call, Choice, Takes, complete, specs};
use crate::view::words;

/// Maximum number of values offered per option.
const MAX_CHOICES: usize = 100;

/// Completer of the console's line editor.
pub(super) struct Completion<'a> {
    /// The responder, for its packs and asker.
    pub(super) responder: &'a Responder,
}

impl Completer for Completion<'_> {
    type Candidate = Pair;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let typed = line.get(..at).unwrap_or(line);
        Ok(completions(typed, &self.responder.catalogue, &self.responder.asker()))
    }
}

impl Helper for Completion<'_> {}
impl Highlighter for Completion<'_> {}
impl Validator for Completion<'_> {}
impl Hinter for Completion<'_> {
    type Hint = String;
}

/// The start of the last word of `typed`, and its completions: questions and commands first, then options and values.
fn completions(typed: &str, catalogue: &Catalogue, asker: &Asker) -> (usize, Vec<Pair>) {
    let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let (before, word) = typed.split_at_checked(start).unwrap_or(("", typed));
    if before.trim().is_empty() {
        let name = word.trim_start_matches('/');
        let questions = specs().filter(|spec| spec.name.starts_with(name));
        let pairs = questions.map(|spec| pair(format!("{} ", spec.name), spec.summary));
        let pairs = pairs.chain(commands(command::commands(name)));
        return (start + word.len() - name.len(), pairs.collect());
    }
    let pairs = match Call::parse(before) {
        Ok(call) => of_word(&call, word, catalogue, asker),
        Err(_) => commands(command::of_word(before, word)).collect(),
    };
    (start, pairs)
}

fn commands(completed: Vec<command::Completed>) -> impl Iterator<Item = Pair> {
    completed
        .into_iter()
        .map(|(replacement, about)| pair(replacement, about))
}

/// Completions of a word of a call: a value of the option it names, else an option, or a value of any open option.
fn of_word(call: &Call, word: &str, catalogue: &Catalogue, asker: &Asker) -> Vec<Pair> {
    let values = |option: &str, typed: &str| -> Vec<Pair> {
        let choices = complete(call, option, typed, MAX_CHOICES, catalogue, asker).into_iter();
        choices.map(|choice| value(option, &choice)).collect()
    };
    if let Some((option, typed)) = word.split_once(':') {
        return values(option, typed);
    }
    let is_given = |name: &str| call.options.iter().any(|(given, _)| given == name);
    let open = || {
        call.spec
            .options
            .iter()
            .filter(|option| !is_given(option.name.as_str()))
    };
    let named = open().filter(|option| option.name.as_str().starts_with(word));
    let mut pairs: Vec<Pair> = named
        .map(|option| pair(format!("{}:", option.name), option.summary))
        .collect();
    if !word.is_empty() {
        let of_values = open().filter(|option| option.takes != Takes::Pieces);
        pairs.extend(of_values.flat_map(|option| values(option.name.as_str(), word)));
    }
    pairs
}

/// A value of an option as it is written: quoted where it has spaces, open where more can follow.
fn value(option: &str, choice: &Choice) -> Pair {
    let written = match choice.value.as_str() {
        open if open.ends_with(':') => format!("{option}:{open}"),
        spaced if spaced.contains(' ') => format!("{option}:\"{spaced}\" "),
        id => format!("{option}:{id} "),
    };
    pair(written, &words::completion::choice(choice))
}

fn pair(replacement: String, about: &str) -> Pair {
    Pair {
        display: format!("{}  {about}", replacement.trim_end()),
        replacement,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::COMMANDS;
    use crate::dataset::{Folder, load};

    /// The line with each completion.
    fn completed(typed: &str) -> Vec<String> {
        let (catalogue, _) = load(Folder::embedded()).unwrap();
        let asker = Asker {
            now: "2024-06-20T12:00:00Z".parse().unwrap(),
            zone: None,
            reference: None,
            series: "pccna".parse().unwrap(),
            rehearsal: true,
        };
        let (start, pairs) = completions(typed, &catalogue, &asker);
        let whole = |pair: Pair| format!("{}{}", &typed[..start], pair.replacement);
        pairs.into_iter().map(whole).collect()
    }

    #[test]
    fn a_question_is_completed_with_and_without_its_slash() {
        assert_eq!(completed("stand"), ["standings "]);
        assert_eq!(completed("/stand"), ["/standings "]);
        assert_eq!(completed("nonsense"), [""; 0]);
    }

    #[test]
    fn every_command_is_completed_with_its_subcommands_and_options() {
        for spec in COMMANDS {
            let name = format!("{} ", spec.name);
            assert!(completed(spec.name).contains(&name), "{name}");
            for one in spec.invocations() {
                let whole = format!("{} ", one.line);
                assert!(completed(&one.line).contains(&whole), "{whole}");
                let options: Vec<String> = one
                    .options
                    .iter()
                    .map(|option| format!("{whole}{}:", option.name))
                    .collect();
                assert_eq!(completed(&whole), options);
            }
        }
    }

    #[test]
    fn a_command_is_completed_word_by_word() {
        assert_eq!(completed("/rem"), ["/remind "]);
        assert_eq!(completed("remind pa"), ["remind pause "]);
        assert_eq!(completed("remind me what:race wh"), ["remind me what:race where:"]);
        assert_eq!(completed("remind me where:d"), ["remind me where:dm "]);
        assert_eq!(
            completed("settings spoilers:"),
            ["settings spoilers:true ", "settings spoilers:false "]
        );
        assert_eq!(completed("remind nothing wh"), [""; 0]);
        assert_eq!(completed("remind me colour:r"), [""; 0]);
    }

    #[test]
    fn an_option_is_completed_once() {
        assert_eq!(completed("standings cha"), ["standings championship:"]);
        assert_eq!(completed("standings championship:pro cha"), [""; 0]);
    }

    #[test]
    fn a_name_is_completed_to_the_option_that_takes_it() {
        let masters = "/standings championship:masters ";
        assert_eq!(completed("/standings mas"), [masters]);
        assert_eq!(completed("/standings championship:Mast"), [masters]);
        assert_eq!(completed("standings after:glen"), ["standings after:watkins-glen "]);
    }

    #[test]
    fn nothing_is_offered_where_nothing_fits() {
        assert_eq!(completed("nonsense pro"), [""; 0]);
        assert_eq!(completed("standings colour:red"), [""; 0]);
        assert_eq!(completed("standings 東京"), [""; 0]);
    }
}
