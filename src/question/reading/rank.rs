//! Candidate readings with their scores, the likeliest first.

use super::intents::{Intent, LOUD, intents};
use super::mark::{Mark, Marks};
use super::pieces::{Piece, Value};
use super::sense::Sense;

/// A way to read a question, and how much speaks for it, in tenths.
#[derive(Clone, Copy)]
pub(super) struct Ranked {
    pub(super) intent: &'static Intent,
    pub(super) score: i32,
}

/// What a loud word costs that an intent does not hear.
const UNHEARD: i32 = 14;
/// What a word costs that nobody knows.
const UNKNOWN: i32 = 10;
/// The least that must speak for a reading.
pub(super) const LEAST: i32 = 20;

/// All readings that can be meant, the likeliest first.
pub(super) fn ranked(sense: &Sense<'_>) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = intents()
        .filter(|intent| can_be(intent, sense))
        .map(|intent| Ranked {
            intent,
            score: score(intent, sense),
        })
        .collect();
    // Equal scores keep the order of the table.
    ranked.sort_by_key(|one| std::cmp::Reverse(one.score));
    ranked
}

fn can_be(intent: &Intent, sense: &Sense<'_>) -> bool {
    let weighs = |marks: Marks| {
        intent
            .weighs
            .iter()
            .any(|(mark, weight)| *weight > 0 && marks.has(*mark))
    };
    // A word that can be two things bars nothing where one of them is what the intent is about.
    let bars = |piece: &Piece<'_>| piece.marks.any(intent.bars) && !weighs(piece.marks);
    let of_all = [Mark::TwoDrivers, Mark::TwoPlaces, Mark::Polar, Mark::Margin];
    let barred = of_all
        .iter()
        .any(|mark| sense.marks.has(*mark) && intent.bars.contains(mark));
    !barred && intent.needs.iter().all(|group| sense.marks.any(group)) && !sense.pieces.iter().any(bars)
}

fn score(intent: &Intent, sense: &Sense<'_>) -> i32 {
    let weight = |mark: Mark| {
        intent
            .weighs
            .iter()
            .find(|(of, _)| *of == mark)
            .map(|(_, weight)| *weight)
    };
    let mut score = 0;
    let mut heard: Vec<Mark> = Vec::new();
    for piece in &sense.pieces {
        if matches!(piece.value, Value::Unknown) && piece.marks.is_empty() {
            score -= if intent.lenient { 0 } else { UNKNOWN };
            continue;
        }
        let best = intent
            .weighs
            .iter()
            .filter(|(mark, _)| piece.marks.has(*mark))
            .max_by_key(|(_, weight)| *weight);
        match best {
            Some((mark, _)) if heard.contains(mark) => {}
            Some((mark, weight)) => {
                heard.push(*mark);
                score += weight;
            }
            None if piece.marks.any(LOUD) => score -= UNHEARD,
            None => {}
        }
    }
    // Signs of the whole rather than of one of its words.
    for mark in [Mark::TwoDrivers, Mark::TwoPlaces, Mark::Polar, Mark::Margin] {
        if sense.marks.has(mark) && !heard.contains(&mark) {
            score += weight(mark).unwrap_or(0);
        }
    }
    score
}
