//! Completeness: what rules and calendar must say before a championship's table can be computed.

use serde::Serialize;

use super::applies::SeasonSession;
use crate::domain::{Calendar, Championship, Drops, Rules, Season};

/// Something that a computed table needs and the pack does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The rules as a whole.
    Rules,
    /// The points by place.
    Scales,
    /// The awards that pay.
    Awards,
    /// The results that are dropped.
    Drops,
    /// The order at equal points.
    Ties,
    /// Weekends of the calendar.
    Weekends,
}

/// The parts of the rules that are missing.
pub(super) fn missing(rules: Option<&Rules>) -> Vec<Missing> {
    let Some(rules) = rules else {
        return vec![Missing::Rules];
    };
    let parts = [
        (rules.scales.is_some(), Missing::Scales),
        (rules.awards.is_some(), Missing::Awards),
        (rules.drops.is_some(), Missing::Drops),
        (rules.ties.is_some(), Missing::Ties),
    ];
    let absent = parts.into_iter().filter(|(is_said, _)| !is_said);
    absent.map(|(_, part)| part).collect()
}

/// True if every session that counts for a championship is in the pack.
pub(super) fn is_whole(season: &Season, championship: &Championship) -> bool {
    season.calendar == Calendar::Complete || championship.weekends.is_some()
}

/// The number of the first counted sessions among which none is missing.
///
/// In a part of a calendar these are the rounds 1, 2, 3 and so on up to the first hole, unless the number of results to
/// come says how many are dropped.
pub(super) fn unbroken(
    season: &Season,
    championship: &Championship,
    rules: Option<&Rules>,
    counted: &[SeasonSession<'_>],
) -> usize {
    if is_whole(season, championship) {
        return counted.len();
    }
    let by_length = |drops: &Drops| drops.best.is_none() || drops.until.is_some();
    if rules.is_none_or(|rules| rules.drops.iter().flatten().any(by_length)) {
        return 0;
    }
    let rounds = season.rounds();
    let labels = rounds.iter().zip(1..);
    let in_a_row = labels.take_while(|(round, number)| round.label.as_str() == u16::to_string(number));
    let rounds = in_a_row.count();
    let is_in = |place: &&SeasonSession<'_>| place.round.is_some_and(|round| round < rounds);
    counted.iter().take_while(is_in).count()
}
