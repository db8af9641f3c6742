//! Completion of the word at the cursor, on the console.

use rustyline::completion::{Completer, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use super::answering::Responder;
use crate::dataset::Catalogue;
use crate::domain::SeriesId;
use crate::lookup::{NameKind, Named, normalised};
use crate::question::{Opt, Spec, Takes, spec_named, specs};

/// Completer of the console's line editor.
pub(super) struct Completion<'a> {
    /// The responder, for its packs and series.
    pub(super) responder: &'a Responder,
}

impl Completer for Completion<'_> {
    type Candidate = Pair;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let typed = line.get(..at).unwrap_or(line);
        Ok(complete(typed, &self.responder.catalogue, &self.responder.series))
    }
}

impl Helper for Completion<'_> {}
impl Highlighter for Completion<'_> {}
impl Validator for Completion<'_> {}
impl Hinter for Completion<'_> {
    type Hint = String;
}

/// Start of the last word of `typed`, and its completions: first questions, then options and names.
fn complete(typed: &str, catalogue: &Catalogue, series: &SeriesId) -> (usize, Vec<Pair>) {
    let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let (before, word) = typed.split_at_checked(start).unwrap_or(("", typed));
    let mut words = before.split_whitespace();
    let Some(question) = words.next() else {
        let name = word.trim_start_matches('/');
        let questions = specs().filter(|spec| spec.name.starts_with(name));
        let pairs = questions.map(|spec| pair(format!("{} ", spec.name), spec.summary));
        return (start + word.len() - name.len(), pairs.collect());
    };
    let Some(spec) = spec_named(question.trim_start_matches('/')) else {
        return (start, Vec::new());
    };
    let given: Vec<&str> = words.filter_map(|word| Some(word.split_once(':')?.0)).collect();
    let values = Values { catalogue, series };
    (start, spec_pairs(spec, &given, word, &values))
}

/// Completions of a word in a question: values of the option it names, else options and names that an option takes.
fn spec_pairs(spec: &Spec, given: &[&str], word: &str, values: &Values<'_>) -> Vec<Pair> {
    let open = || spec.options.iter().filter(|option| !given.contains(&option.name));
    if let Some((name, value)) = word.split_once(':') {
        let option = spec.option(name);
        return option.map_or_else(Vec::new, |option| values.of(option, value));
    }
    let named = open().filter(|option| option.name.starts_with(word));
    let mut pairs: Vec<Pair> = named
        .map(|option| pair(format!("{}:", option.name), option.summary))
        .collect();
    if !word.is_empty() {
        pairs.extend(open().flat_map(|option| values.of(option, word)));
    }
    pairs
}

/// Source of the values of options.
struct Values<'a> {
    catalogue: &'a Catalogue,
    series: &'a SeriesId,
}

impl Values<'_> {
    /// Values of an option that fit what was typed, written out with the option's name.
    fn of(&self, option: &Opt, typed: &str) -> Vec<Pair> {
        let value = |id: &str, label: &str| pair(format!("{}:{id} ", option.name), label);
        if option.takes == Takes::Question {
            let questions = specs().filter(|spec| spec.name.starts_with(typed));
            return questions.map(|spec| value(spec.name, spec.summary)).collect();
        }
        let names = self.catalogue.names.all().iter();
        let fitting = names.filter(|named| option.takes.kinds().contains(&named.kind));
        let fitting = fitting.filter(|named| self.at_hand(named) && fits(named, typed));
        fitting.map(|named| value(named.id.as_str(), &named.label)).collect()
    }

    /// True if a name belongs to the default series, or to none.
    fn at_hand(&self, named: &Named) -> bool {
        named.kind == NameKind::Series || named.series.as_ref().is_none_or(|series| series == self.series)
    }
}

/// True if a word of the name, or its id, begins with what was typed.
fn fits(named: &Named, typed: &str) -> bool {
    let typed = normalised(typed);
    let (id, label) = (normalised(named.id.as_str()), normalised(&named.label));
    id.starts_with(&typed) || label.starts_with(&typed) || label.contains(&format!(" {typed}"))
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
    use crate::dataset::{Folder, load};

    /// The line with each of the completions of `typed`.
    fn completed(typed: &str) -> Vec<String> {
        let (catalogue, _) = load(Folder::embedded()).unwrap();
        let (start, pairs) = complete(typed, &catalogue, &"pccna".parse().unwrap());
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
