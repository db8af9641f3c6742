//! Provenance in words: the season, the pack, the moment, the sources.

use crate::answer::Frame;

/// The small lines at the end of every answer.
pub fn footer(frame: &Frame) -> Vec<String> {
    let mut lines = super::change::notes(&frame.changes);
    if frame.off_season {
        lines.extend(off_season(frame));
    }
    if !frame.sources.is_empty() {
        let named: Vec<String> = frame
            .sources
            .iter()
            .take(4)
            .map(|source| match &source.date {
                Some(date) => format!("{} ({date})", source.title),
                None => format!("{} (undated)", source.title),
            })
            .collect();
        let more = frame.sources.len().saturating_sub(named.len());
        let more = if more == 0 {
            String::new()
        } else {
            format!("; {more} more")
        };
        lines.push(format!("Source: {}{more}", named.join("; ")));
    }
    let pack = match (&frame.season, &frame.version) {
        (Some(season), Some(version)) => format!("{} {season}, pack {version}", frame.series.name),
        _ => frame.series.name.clone(),
    };
    let moment = frame.as_of.format("%Y-%m-%d %H:%M UTC");
    let rehearsal = if frame.rehearsal { "rehearsal, " } else { "" };
    lines.push(format!("{pack} · {rehearsal}as of {moment}"));
    lines
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
