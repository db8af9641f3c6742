//! Call: a command line taken apart into its question, named options and loose words.

use super::Misunderstanding;
use super::asked::FORM;
use super::spec::{QuestionKind, Spec, Takes, spec_named, specs};
use crate::domain::clip;

/// A question as it was put, not yet understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The question's declaration.
    pub spec: &'static Spec,
    /// The options that were named, with their texts.
    pub options: Vec<(String, String)>,
    /// The words that name no option.
    pub words: Vec<String>,
}

/// The longest question that is read, in bytes; Discord allows 6,000 characters in an option.
const LONGEST: usize = 24_000;
/// The most words that are looked at.
const MOST_WORDS: usize = 60;

impl Call {
    /// A question by its name, with named options, as Discord sends it.
    ///
    /// # Errors
    /// When no question has that name.
    pub fn new(name: &str, options: Vec<(String, String)>) -> Result<Self, Misunderstanding> {
        let spec = spec_named(name).ok_or_else(|| unknown(name))?;
        Ok(Self {
            spec,
            options,
            words: Vec::new(),
        })
    }

    /// Takes a command line apart: `/standings pro`, `gap cooper to:hartog`, `winners weekend:"watkins glen"`.
    ///
    /// # Errors
    /// When it is empty, too long, or begins with the name of no question.
    pub fn parse(line: &str) -> Result<Self, Misunderstanding> {
        let mut tokens = tokens(line)?.into_iter();
        let Some(first) = tokens.next() else {
            return Err(Misunderstanding::Empty);
        };
        let name = first.strip_prefix('/').unwrap_or(&first).to_lowercase();
        if name.is_empty() {
            return Err(Misunderstanding::Empty);
        }
        let spec = spec_named(&name).ok_or_else(|| unknown(&name))?;
        Ok(Self::of_tokens(spec, tokens))
    }

    /// A question of a kind, with the options and words of a text.
    ///
    /// # Errors
    /// When the text is too long.
    pub(super) fn of(kind: QuestionKind, text: &str) -> Result<Self, Misunderstanding> {
        Ok(Self::of_tokens(kind.spec(), tokens(text)?.into_iter()))
    }

    fn of_tokens(spec: &'static Spec, tokens: impl Iterator<Item = String>) -> Self {
        let mut call = Self {
            spec,
            options: Vec::new(),
            words: Vec::new(),
        };
        // For a question that takes pieces, `pole:cooper` is a piece and no option.
        let pieces = spec.options.iter().any(|option| option.takes == Takes::Pieces);
        let names_option = |name: &str| {
            let is_word = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic());
            let is_known = name.eq_ignore_ascii_case(FORM) || spec.option(&name.to_lowercase()).is_some();
            is_known || (is_word && !pieces)
        };
        let mut open: Option<usize> = None;
        for token in tokens.take(MOST_WORDS) {
            match token.split_once(':').filter(|(name, _)| names_option(name)) {
                Some((name, value)) => {
                    call.options.push((name.to_lowercase(), value.to_owned()));
                    // `weekend: glen` means what `weekend:glen` means.
                    open = value.is_empty().then_some(call.options.len() - 1);
                }
                None => match open.take().and_then(|at| call.options.get_mut(at)) {
                    Some((_, value)) => *value = token,
                    None => call.words.push(token),
                },
            }
        }
        call
    }
}

fn unknown(name: &str) -> Misunderstanding {
    let mut near: Vec<(usize, &'static str)> = specs()
        .map(|spec| (strsim::osa_distance(spec.name, name), spec.name))
        .collect();
    near.sort_unstable();
    Misunderstanding::UnknownQuestion {
        word: clip(name, 60),
        nearest: near.into_iter().take(3).map(|(_, name)| name).collect(),
    }
}

/// Words of a line, with quotes holding several together.
///
/// # Errors
/// When the line is too long.
pub fn tokens(line: &str) -> Result<Vec<String>, Misunderstanding> {
    if line.len() > LONGEST {
        return Err(Misunderstanding::TooLong);
    }
    let mut tokens = Vec::new();
    let mut token = String::new();
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' | '“' | '”' => quoted = !quoted,
            _ if letter.is_whitespace() && !quoted => {
                if !token.is_empty() {
                    tokens.push(std::mem::take(&mut token));
                }
            }
            _ => token.push(letter),
        }
    }
    tokens.extend((!token.is_empty()).then_some(token));
    Ok(tokens)
}
