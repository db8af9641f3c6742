//! Specs: declarations of questions and their options, used by the parser, the terminal, Discord, help and the tests.

mod bot;
mod championships;
mod kind;
mod option;
mod people;
mod table;
mod weekends;

pub use kind::QuestionKind;
pub use option::{Opt, OptionName, Takes};
pub use table::{spec_named, specs};

/// A question's declaration.
#[derive(Debug)]
pub struct Spec {
    /// Its kind.
    pub kind: QuestionKind,
    /// Its name, which is the command: `standings`.
    pub name: &'static str,
    /// Summary of its answer, in at most 100 characters.
    pub summary: &'static str,
    /// Its options, in the order in which loose words fill them.
    pub options: &'static [Opt],
    /// Options of which one must be given; none needed if empty.
    pub required: &'static [OptionName],
    /// Command lines that show it, without the slash.
    pub examples: &'static [&'static str],
    /// True if an answer tells results, so that it can spoil a race for a reader who has not seen it.
    pub tells_results: bool,
}

impl PartialEq for Spec {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Spec {}

impl Spec {
    /// The option of this name.
    pub fn option(&self, name: &str) -> Option<&'static Opt> {
        self.options.iter().find(|option| option.name.as_str() == name)
    }
}
