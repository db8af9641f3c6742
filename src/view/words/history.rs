//! Gaps round by round in words: the trend, changes of the lead, missing rounds.

use super::leaders::points_of;
use super::{list, sentence};
use crate::answer::{GapStep, History};
use crate::domain::{Points, RoundLabel};

/// The heading over the table.
pub fn heading(history: &History) -> String {
    format!("Round by round: {} and {}", history.ahead, history.behind)
}

/// The button for the gap to a competitor round by round.
pub fn button(name: &str) -> String {
    format!("To {name}, round by round")
}

/// The steps as a row of bars, the lowest for no gap at all or, where the lead changed, for the largest deficit.
pub fn bars(history: &History) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let gaps = || history.steps.iter().map(|step| step.gap);
    let low = gaps().min().unwrap_or_default().min(Points::ZERO);
    let high = gaps().max().unwrap_or_default().max(Points::ZERO);
    let height = |gap: Points| {
        let (part, whole) = ((gap - low).floor(), (high - low).floor().max(1));
        usize::try_from((part * 7 + whole / 2) / whole).unwrap_or(0)
    };
    gaps().filter_map(|gap| BARS.get(height(gap).min(7))).collect()
}

/// A gap with its sign: `+23`, `-4`, `0`.
pub fn signed(gap: Points) -> String {
    if gap > Points::ZERO {
        format!("+{gap}")
    } else {
        gap.to_string()
    }
}

/// Points of one of the two, or a question mark.
pub fn points(points: Option<Points>) -> String {
    points.map_or_else(|| "?".to_owned(), |points| points.to_string())
}

/// The change of the gap in a step; empty for the first.
pub fn change(before: Option<&GapStep>, step: &GapStep) -> String {
    before.map_or_else(String::new, |before| signed(step.gap - before.gap))
}

/// The trend of the gap, and the round of its maximum.
pub fn trend(history: &History) -> Option<String> {
    let [.., before, last] = history.steps.as_slice() else {
        return None;
    };
    let size = |gap: Points| if gap < Points::ZERO { -gap } else { gap };
    let swapped = (before.gap > Points::ZERO) != (last.gap > Points::ZERO)
        && before.gap != Points::ZERO
        && last.gap != Points::ZERO;
    let step = size(last.gap) - size(before.gap);
    // Rounds without a known gap may lie between two that are known.
    let whole = history.unknown.is_empty();
    let then = if whole {
        format!("in round {}", last.after)
    } else {
        format!("from round {} to round {}", before.after, last.after)
    };
    let now = match () {
        () if last.gap == Points::ZERO => format!("The two are level after round {}", last.after),
        () if swapped => format!("The gap turned round {then}"),
        () if step > Points::ZERO => format!("The gap grew by {step} {then}"),
        () if step < Points::ZERO => format!("The gap closed by {} {then}", -step),
        () => format!("The gap stayed as it was {then}"),
    };
    let known = if whole { "" } else { " known" };
    // Of several that are as large, the last.
    let largest = history.steps.iter().max_by_key(|step| size(step.gap))?;
    Some(if largest == last {
        let so_far = if whole { "so far" } else { "known" };
        format!("{now} and is the largest {so_far}.")
    } else {
        let points = points_of(size(largest.gap));
        format!("{now}; the largest{known} was {points} after round {}.", largest.after)
    })
}

/// The rounds after which either was ahead.
pub fn lead_changes(history: &History) -> Option<String> {
    let changes = history.lead_changes();
    let rounds: Vec<&RoundLabel> = changes.iter().map(|step| &step.after).collect();
    let first = history.steps.iter().find(|step| step.gap != Points::ZERO)?;
    let (of, then) = match history.unknown.as_slice() {
        [] => ("", "in"),
        _ => ("of the rounds known, ", "seen after"),
    };
    let changes = match rounds.as_slice() {
        [] => {
            let ahead = if first.gap > Points::ZERO {
                &history.ahead
            } else {
                &history.behind
            };
            format!("{of}{ahead} was never behind")
        }
        [round] => format!("{of}the lead between them changed once: {then} round {round}"),
        rounds => {
            let rounds: Vec<String> = rounds.iter().map(ToString::to_string).collect();
            let (times, rounds) = (rounds.len(), list(&rounds));
            format!("{of}the lead between them changed {times} times: {then} rounds {rounds}")
        }
    };
    Some(sentence(&changes))
}

/// The rounds after which the gap is not known.
pub fn unknown(history: &History) -> Option<String> {
    if history.unknown.is_empty() {
        return None;
    }
    let runs = runs(&history.unknown);
    let word = if history.unknown.len() == 1 { "round" } else { "rounds" };
    let rounds = format!("{word} {}", list(&runs));
    Some(match history.steps.as_slice() {
        [] => format!("Round by round the gap is not known: no table and no results give it after {rounds}."),
        [only] => format!(
            "Round by round the gap is not known: tables and results give it after round {} alone, not after {rounds}.",
            only.after
        ),
        _ => format!("Not known after {rounds}."),
    })
}

/// Labels, with consecutive numbers as a range: `1 to 5`, `7`.
fn runs(rounds: &[RoundLabel]) -> Vec<String> {
    let number = |round: &RoundLabel| round.as_str().parse::<u32>().ok();
    let next = |one: &RoundLabel, other: &RoundLabel| {
        number(one)
            .zip(number(other))
            .is_some_and(|(one, other)| one + 1 == other)
    };
    let runs = rounds.chunk_by(next).flat_map(|run| match run {
        [first, _, .., last] if run.len() > 2 => vec![format!("{first} to {last}")],
        run => run.iter().map(ToString::to_string).collect(),
    });
    runs.collect()
}
