//! Facts from tables: the smallest and the biggest lead.

use super::finding::FactResult;
use crate::answer::{Fact, Leader};
use crate::domain::SourceId;
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::standings::tables_of;

/// Leads of all championships, the smallest or the largest first.
pub(super) fn leads<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let closest = request.options.about.as_deref() == Some("closest");
    let shown = tables_of(request)?;
    let mut leads = Vec::new();
    let mut unknown = Vec::new();
    for table in &shown.tables {
        let leader = Leader::of(shown.series, shown.season, table);
        let second = leader.leaders.get(1).or(leader.followers.first()).cloned();
        let gap = second.as_ref().and_then(|second| second.gap);
        match (leader.leaders.into_iter().next(), second, gap) {
            (Some(first), Some(second), Some(gap)) => leads.push((table.title.clone(), first, second, gap)),
            _ => unknown.push(table.title.clone()),
        }
    }
    leads.sort_by_key(|(_, _, _, gap)| *gap);
    if !closest {
        leads.reverse();
    }
    let cited: Vec<&SourceId> = shown.tables.iter().flat_map(|table| &table.standings.sources).collect();
    let sources = view.series.sources.keys().filter(|id| cited.contains(id)).collect();
    Ok((
        Fact::Leads {
            closest,
            leads,
            unknown,
        },
        sources,
    ))
}
