//! `about`: the packs, their versions, age and sources.

use super::Misunderstanding;
use super::request::Request;
use crate::answer::{About, Answer, Body};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let named = request.options.series.as_deref();
    Ok(Answer::new(
        request.frame(series, None),
        Body::About(About::of(request.catalogue, named, request.asker.now)),
    ))
}
