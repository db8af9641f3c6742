//! `about`: which packs there are, how old they are and where they are from.

use serde::Serialize;

use super::args::Args;
use super::spec::SERIES;
use super::{Ask, Misunderstanding, Question, Spec, defaults, given};
use crate::answer::{About as Facts, Answer, Body, Frame};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};

pub(super) const SPEC: Spec = Spec {
    name: "about",
    summary: "What this bot knows: packs, versions, sources and their age",
    options: &[SERIES],
    examples: &["about", "about series:pcca"],
};

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct About {
    /// Of which series; of all if absent.
    pub series: Option<Slug>,
}

impl About {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::About(Self {
            series: args.id("series"),
        }))
    }
}

impl Ask for About {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        given(&[("series", &self.series)])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let frame = Frame::of(catalogue, series, None, asker);
        Ok(Answer {
            frame,
            body: Body::About(Facts::of(catalogue, self.series.as_ref(), asker.now)),
        })
    }
}
