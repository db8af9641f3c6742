//! How a question is asked.

use serde::Serialize;

/// A question: its name, what it tells, its options, its examples.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionHelp {
    /// Its name.
    pub name: &'static str,
    /// What it tells.
    pub summary: &'static str,
    /// What it takes.
    pub options: Vec<OptionHelp>,
    /// Command lines that show it.
    pub examples: Vec<&'static str>,
}

/// An option of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionHelp {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub summary: &'static str,
}
