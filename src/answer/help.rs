//! Help for questions: name, summary, options and examples.

use serde::Serialize;

/// Help for a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionHelp {
    /// Its name.
    pub name: &'static str,
    /// Summary in a few words.
    pub summary: &'static str,
    /// Its options.
    pub options: Vec<OptionHelp>,
    /// Command lines that show it.
    pub examples: Vec<&'static str>,
}

/// An option of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionHelp {
    /// Its name.
    pub name: &'static str,
    /// Its purpose.
    pub summary: &'static str,
}
