//! Hints where a name is not known or means several things: the nearest names, each with the question that has it.

use super::Reader;
use crate::domain::clip;
use crate::lookup::{NameKind, Named};
use crate::question::options::Value;
use crate::question::{Candidate, Misunderstanding, Opt};

impl Reader<'_> {
    pub(super) fn unknown(&self, options: &[&'static Opt], text: &str) -> Misunderstanding {
        let mut kinds: Vec<NameKind> = options
            .iter()
            .flat_map(|option| option.takes.kinds())
            .copied()
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        if let Some(Err(nobody)) = self.drivers_of_car(text).filter(|_| kinds.contains(&NameKind::Driver))
            && self
                .catalogue
                .names
                .called(text, |named| named.kind == NameKind::Driver)
                .is_some()
        {
            return nobody;
        }
        let nearest = self.resolver(&kinds).nearest(text);
        let option = |named: &Named| options.iter().find(|option| option.takes.kinds().contains(&named.kind));
        Misunderstanding::UnknownName {
            text: clip(text, 60),
            question: self.call.spec.name,
            nearest: nearest
                .into_iter()
                .map(|named| match option(named) {
                    Some(option) => self.candidate(named, option),
                    None => Candidate::of(named),
                })
                .collect(),
            kinds,
        }
    }

    pub(super) fn ambiguous(&self, text: &str, meant: Vec<(&Named, &'static Opt)>) -> Misunderstanding {
        let candidates = meant
            .into_iter()
            .map(|(named, option)| self.candidate(named, option))
            .collect();
        Misunderstanding::Ambiguous {
            text: clip(text, 60),
            candidates,
        }
    }

    /// Something that may be meant, with the whole question that says so.
    fn candidate(&self, named: &Named, option: &Opt) -> Candidate {
        let mut question = self.question.clone();
        question
            .options
            .set(option.name, Value::Named(named.kind, named.id.clone()));
        Candidate {
            question: Some(question),
            ..Candidate::of(named)
        }
    }
}
