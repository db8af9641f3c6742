//! `about`: the packs, their versions, age and sources.

use super::request::Request;
use super::spec::SERIES;
use super::{Misunderstanding, QuestionKind, Spec};
use crate::answer::{About, Answer, Body};

pub(super) const SPEC: Spec = Spec {
    kind: QuestionKind::About,
    name: "about",
    summary: "What this bot knows: packs, versions, sources and their age",
    options: &[SERIES],
    required: &[],
    examples: &["about", "about series:pcca"],
    tells_results: false,
    answer,
};

fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let named = request.options.series.as_deref();
    Ok(Answer {
        frame: request.frame(series, None),
        body: Body::About(About::of(request.catalogue, named, request.asker.now)),
    })
}
