//! Provenance in words: the season, the pack, the moment, the sources.

use chrono::NaiveDate;

use crate::answer::{Extent, Frame};

/// The small lines at the end of every answer.
pub fn footer(frame: &Frame) -> Vec<String> {
    let mut lines = super::change::notes(&frame.changes);
    if frame.off_season {
        lines.extend(off_season(frame));
    }
    lines.extend(provenance(frame));
    lines
}

/// The first source and the number of others, or the pack where all is computed, and the moment of a rehearsal.
fn provenance(frame: &Frame) -> Option<String> {
    let first = frame.sources.first().map(|source| {
        let date = source.date.as_deref().unwrap_or("undated");
        let more = match frame.sources.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        format!("Source: {} ({date}){more}", source.title)
    });
    let pack = || {
        let (season, version) = frame.season.as_ref().zip(frame.version.as_ref())?;
        Some(format!("{} {season}, pack {version}", frame.series.name))
    };
    let moment = frame
        .rehearsal
        .then(|| frame.as_of.format("rehearsal, as of %Y-%m-%d %H:%M UTC").to_string());
    let parts: Vec<String> = first.or_else(pack).into_iter().chain(moment).collect();
    (!parts.is_empty()).then(|| parts.join(super::SEPARATOR))
}

/// The title of an answer as it was known at the end of a day.
pub fn as_of(title: &str, day: NaiveDate) -> String {
    format!("{title}{}as of {}", super::SEPARATOR, super::time::date(day))
}

/// The heading of the last known answer, by its title.
pub fn last_known(title: &str) -> String {
    format!("Last known: {title}")
}

/// The extent of a season's results: `Results to Round 16 (18 Oct 2026); 5 sessions since are not in the packs.`
pub fn extent(extent: &Extent) -> Option<String> {
    let parts: Vec<String> = held(extent)
        .into_iter()
        .chain((extent.missing > 0).then(|| missing(extent.missing, false)))
        .collect();
    (!parts.is_empty()).then(|| super::sentence(&parts.join("; ")))
}

/// The last session whose result is held: `results to Round 16 (18 Oct 2026)`.
pub fn held(extent: &Extent) -> Option<String> {
    let last = extent.last.as_ref()?;
    let name = match &last.round {
        Some(round) if last.sprint => format!("the {} of Round {round}", last.session.name),
        Some(round) => format!("Round {round}"),
        None => format!("{} at {}", last.session.name, last.weekend.name),
    };
    Some(format!("results to {name} ({})", super::time::date(last.date)))
}

/// The sessions whose results are missing: `5 sessions since are not in the packs`.
pub fn missing(sessions: usize, partly: bool) -> String {
    let are = if sessions == 1 { "is" } else { "are" };
    let fully = if partly { "fully " } else { "" };
    format!(
        "{} since {are} not {fully}in the packs",
        super::count(sessions, "session", "sessions")
    )
}

/// The last and the next weekend, when no season is on.
fn off_season(frame: &Frame) -> Option<String> {
    let last = frame
        .last
        .as_ref()
        .map(|(weekend, season)| format!("last was {} {season}", weekend.name));
    let next = frame
        .next
        .as_ref()
        .map(|(weekend, season)| format!("next is {} {season}", weekend.name));
    match (last, next) {
        (Some(last), Some(next)) => Some(format!("Off season: {last}, {next}.")),
        (Some(last), None) => Some(format!("Off season: {last}; the packs know of no later weekend.")),
        (None, Some(next)) => Some(format!("Off season: {next}.")),
        (None, None) => None,
    }
}
