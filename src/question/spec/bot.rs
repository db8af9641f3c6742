//! Declarations of the questions about the bot itself.

use super::option::{AS_OF, SERIES};
use super::{Opt, OptionName, QuestionKind, Spec, Takes};

pub(super) const ABOUT: Spec = Spec {
    kind: QuestionKind::About,
    name: "about",
    summary: "What this bot knows: packs, versions, sources and their age",
    options: &[SERIES, AS_OF],
    required: &[],
    examples: &["about", "about series:pcca"],
    tells_results: false,
};

pub(super) const HELP: Spec = Spec {
    kind: QuestionKind::Help,
    name: "help",
    summary: "What you can ask, with examples",
    options: &[Opt {
        name: OptionName::Question,
        takes: Takes::Question,
        summary: "the question to explain; all if left out",
    }],
    required: &[],
    examples: &["help", "help standings", "help gap"],
    tells_results: false,
};
