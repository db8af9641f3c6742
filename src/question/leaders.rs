//! `leaders`: the leader of each championship, with the margin.

use super::request::Request;
use super::spec::{AFTER, CHAMPIONSHIP, SEASON, SERIES};
use super::standings::tables_of;
use super::{Misunderstanding, QuestionKind, Spec};
use crate::answer::{Answer, Body, Leader};

pub(super) const SPEC: Spec = Spec {
    kind: QuestionKind::Leaders,
    name: "leaders",
    summary: "Who leads each championship, and by how much",
    options: &[CHAMPIONSHIP, AFTER, SEASON, SERIES],
    required: &[],
    examples: &["leaders", "leaders masters", "leaders after:montreal season:2024"],
    tells_results: true,
    answer,
};

fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let shown = tables_of(request)?;
    let leaders = shown.tables.iter();
    let leaders = leaders.map(|table| Leader::of(shown.series, shown.season, table));
    Ok(Answer {
        frame: shown.frame(request),
        body: Body::Leaders(leaders.collect()),
    })
}
