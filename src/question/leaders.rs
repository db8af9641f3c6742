//! `leaders`: the leader of each championship, with the margin.

use super::Misunderstanding;
use super::request::Request;
use super::standings::tables_of;
use crate::answer::{Answer, Body, Leader};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let shown = tables_of(request)?;
    let leaders = shown.tables.iter();
    let leaders = leaders.map(|table| Leader::of(shown.series, shown.season, table));
    Ok(Answer::new(shown.frame(request), Body::Leaders(leaders.collect())))
}
