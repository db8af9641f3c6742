//! Ranking: the rules that fit a text, by score.

use super::intents::{IntentRule, LOUD, intents};
use super::parse::Parse;
use super::segments::{Segment, SegmentValue};
use super::tags::{Tag, Tags};

/// A rule with its score, in tenths.
#[derive(Clone, Copy)]
pub(super) struct ScoredRule {
    pub(super) rule: &'static IntentRule,
    pub(super) score: i32,
}

/// Penalty for a loud tag that a rule ignores.
const UNHEARD: i32 = 14;
/// Penalty for an unknown word.
const UNKNOWN: i32 = 10;
/// Minimum score of a reading.
pub(super) const LEAST: i32 = 20;

/// All rules that fit, by score.
pub(super) fn ranked(parse: &Parse<'_>) -> Vec<ScoredRule> {
    let mut ranked: Vec<ScoredRule> = intents()
        .filter(|rule| can_be(rule, parse))
        .map(|rule| ScoredRule {
            rule,
            score: score(rule, parse),
        })
        .collect();
    // Equal scores keep the order of the table.
    ranked.sort_by_key(|one| std::cmp::Reverse(one.score));
    ranked
}

fn can_be(rule: &IntentRule, parse: &Parse<'_>) -> bool {
    let weighs = |tags: Tags| rule.weighs.iter().any(|(tag, weight)| *weight > 0 && tags.has(*tag));
    // A word that can be two things bars nothing where one of them is what the rule is about.
    let bars = |segment: &Segment<'_>| segment.tags.any(rule.bars) && !weighs(segment.tags);
    let of_all = [Tag::TwoDrivers, Tag::TwoPlaces, Tag::Polar, Tag::Margin];
    let barred = of_all.iter().any(|tag| parse.tags.has(*tag) && rule.bars.contains(tag));
    !barred && rule.needs.iter().all(|group| parse.tags.any(group)) && !parse.segments.iter().any(bars)
}

fn score(rule: &IntentRule, parse: &Parse<'_>) -> i32 {
    let weight = |tag: Tag| rule.weighs.iter().find(|(of, _)| *of == tag).map(|(_, weight)| *weight);
    let mut score = 0;
    let mut heard: Vec<Tag> = Vec::new();
    for segment in &parse.segments {
        if matches!(segment.value, SegmentValue::Unknown) && segment.tags.is_empty() {
            score -= if rule.lenient { 0 } else { UNKNOWN };
            continue;
        }
        let best = rule
            .weighs
            .iter()
            .filter(|(tag, _)| segment.tags.has(*tag))
            .max_by_key(|(_, weight)| *weight);
        match best {
            Some((tag, _)) if heard.contains(tag) => {}
            Some((tag, weight)) => {
                heard.push(*tag);
                score += weight;
            }
            None if segment.tags.any(LOUD) => score -= UNHEARD,
            None => {}
        }
    }
    // Signs of the whole rather than of one of its words.
    for tag in [Tag::TwoDrivers, Tag::TwoPlaces, Tag::Polar, Tag::Margin] {
        if parse.tags.has(tag) && !heard.contains(&tag) {
            score += weight(tag).unwrap_or(0);
        }
    }
    score
}
