//! Measures: what a question can ask for, each with the function that fills its question in.
//!
//! The names are those of the example files. To add a measure: a file of examples, a row here, and `raceweek learn`.

use super::intent::{Filled, Intent};
use super::learned::{features, model};
use super::parse::Parse;
use super::{
    choices, fill, fill_facts as facts, fill_field as field, fill_outlook, fill_pairs, fill_people as people,
    fill_rules as rules, out_of_scope,
};
use crate::question::Question;

/// A measure, and the function that makes its question.
pub(super) struct MeasureSpec {
    /// Its name in the examples.
    pub(super) name: &'static str,
    /// Subject of the answer.
    pub(super) topic: MeasureTopic,
    /// Fills in the intent.
    pub(super) fill: fn(&Parse<'_>) -> Filled,
}

/// The subject of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MeasureTopic {
    /// The racing: an unknown word may be a name that changes the answer.
    Racing,
    /// The bot, or a subject that no pack holds: unknown words do not matter.
    Other,
}

const fn racing(name: &'static str, fill: fn(&Parse<'_>) -> Filled) -> MeasureSpec {
    MeasureSpec {
        name,
        topic: MeasureTopic::Racing,
        fill,
    }
}

const fn other(name: &'static str, fill: fn(&Parse<'_>) -> Filled) -> MeasureSpec {
    MeasureSpec {
        name,
        topic: MeasureTopic::Other,
        fill,
    }
}

/// All measures.
const MEASURES: &[MeasureSpec] = &[
    // Times and the calendar.
    racing("schedule", fill::schedule),
    racing("calendar", fill::calendar),
    racing("sprints", fill::sprints),
    racing("next", fill::next),
    racing("following", fill::following),
    racing("progress", choices::progress),
    racing("duration", choices::duration),
    racing("laps", field::laps),
    racing("together", facts::together),
    racing("round", facts::round),
    // Results of sessions.
    racing("results", choices::results),
    racing("winner", choices::winners),
    racing("pole", choices::pole),
    racing("fastest-lap", choices::fastest_lap),
    racing("grid", choices::grid),
    racing("margin", facts::margin),
    racing("sweep", choices::sweeps),
    racing("out", choices::out),
    // Counts.
    racing("wins", |parse| choices::of_count(parse, "wins", "won")),
    racing("podiums", |parse| choices::of_count(parse, "podiums", "on-podium")),
    racing("poles", |parse| choices::of_count(parse, "poles", "on-pole")),
    racing("fastest-laps", |parse| {
        choices::of_count(parse, "fastest-laps", "set-fastest-lap")
    }),
    racing("sprint-wins", |parse| choices::of_count(parse, "wins", "won")),
    racing("starts", |parse| choices::of_count(parse, "starts", "starts")),
    racing("retirements", |parse| {
        choices::of_count(parse, "retirements", "retirements")
    }),
    racing("penalties", choices::penalties),
    racing("laps-led", out_of_scope::laps_led),
    racing("top-fives", choices::tops),
    racing("top-tens", choices::tops),
    racing("points-finishes", |parse| {
        choices::of_count(parse, "points-finishes", "in-points")
    }),
    racing("field", choices::field),
    racing("titles", fill_pairs::titles),
    racing("duel", fill_pairs::duel),
    racing("best-finish", |parse| choices::of_somebody(parse, "best-finish")),
    racing("worst-finish", |parse| choices::of_somebody(parse, "worst-finish")),
    racing("average-finish", |parse| choices::of_somebody(parse, "average-finish")),
    racing("average-points", |parse| choices::of_somebody(parse, "average-points")),
    racing("points-in-race", choices::points_in_race),
    racing("streak", choices::streak),
    // Tables.
    racing("standings", fill::standings),
    racing("position", fill::position),
    racing("points", field::points_or_place),
    racing("title-margin", field::title_margin),
    racing("leader", fill::leader),
    racing("gap", fill::gap),
    racing("compare", fill::gap),
    racing("explain", fill::explain),
    racing("lead-history", choices::led),
    racing("closest", facts::leads),
    // Possible outcomes, and rules.
    racing("contenders", fill_outlook::title),
    racing("champion", choices::champion),
    racing("clinch", fill_outlook::title),
    racing("lead-outlook", fill_outlook::lead),
    racing("needs", choices::outlook),
    racing("whatif", choices::outlook),
    racing("worth", rules::worth),
    racing("paying", rules::paying),
    racing("maximum", rules::maximum),
    racing("drops", |parse| rules::topic(parse, "drops")),
    racing("ties", |parse| rules::topic(parse, "ties")),
    racing("shortened", |parse| rules::topic(parse, "shortened")),
    racing("retired", |parse| rules::topic(parse, "retired")),
    racing("order", rules::order),
    racing("counting", rules::counting),
    racing("rules", fill::points),
    // People, teams and places.
    racing("driver", choices::driver),
    racing("hometown", choices::driver),
    other("from", people::from),
    racing("car-number", choices::driver),
    racing("team", choices::team),
    racing("entries", choices::entries),
    racing("rookies", people::rookies),
    other("women", people::women),
    racing("car", facts::model),
    racing("track", fill::track),
    racing("record", fill::track),
    racing("track-clock", fill::track),
    racing("circuits", field::circuits),
    racing("story", out_of_scope::unanswered),
    racing("origin", facts::origin),
    racing("classes", facts::classes),
    racing("preview", fill::preview),
    // The bot itself.
    other("about", fill::about),
    other("help", fill::help),
    other("greeting", out_of_scope::greeting),
    other("thanks", out_of_scope::thanks),
    other("complaint", choices::dispute),
    other("update", out_of_scope::updates),
    other("remind", out_of_scope::remind),
    other("feed", out_of_scope::feed),
    other("seen", out_of_scope::spoilers),
    // Topics that no pack holds.
    other("weather", out_of_scope::weather),
    other("tickets", out_of_scope::tickets),
    other("travel", out_of_scope::tickets),
    other("broadcast", out_of_scope::broadcast),
    other("live", out_of_scope::broadcast),
    other("prediction", out_of_scope::prediction),
    other("betting", out_of_scope::prediction),
    other("opinion", out_of_scope::opinion),
    other("age", out_of_scope::age),
    other("money", out_of_scope::machine),
    other("technical", out_of_scope::machine),
    other("news", out_of_scope::other_topic),
    other("off-topic", out_of_scope::other_topic),
    other("other-series", out_of_scope::other_series),
];

/// A reading of a question: what it fills in, with the measures that fill in the same, and their probability.
pub(super) struct LikelyReading {
    measures: Vec<&'static MeasureSpec>,
    pub(super) filled: Filled,
    pub(super) probability: f32,
}

/// Minimum probability of a measure that adds to a reading.
const LEAST: f32 = 0.01;

/// The measures that a question may ask for with their probabilities, the likeliest first.
pub(super) fn likely(parse: &Parse<'_>) -> Vec<(&'static str, f32)> {
    model().measures(&features(parse))
}

/// The readings of a question, the likeliest first.
pub(super) fn likely_readings(parse: &Parse<'_>) -> Vec<LikelyReading> {
    readings(parse, &likely(parse), LEAST)
}

/// The readings that measures of at least this probability make: those that fill in the same are one.
pub(super) fn readings(parse: &Parse<'_>, likely: &[(&str, f32)], least: f32) -> Vec<LikelyReading> {
    let mut readings: Vec<LikelyReading> = Vec::new();
    for (name, probability) in likely.iter().take_while(|(_, probability)| *probability >= least) {
        let Some(measure) = named(name) else { continue };
        let filled = (measure.fill)(parse);
        match readings.iter_mut().find(|reading| reading.filled == filled) {
            Some(reading) => {
                reading.probability += probability;
                reading.measures.push(measure);
            }
            None => readings.push(LikelyReading {
                measures: vec![measure],
                filled,
                probability: *probability,
            }),
        }
    }
    readings.sort_by(|one, other| other.probability.total_cmp(&one.probability));
    readings
}

/// The measure of this name.
pub(super) fn named(name: &str) -> Option<&'static MeasureSpec> {
    MEASURES.iter().find(|measure| measure.name == name)
}

impl LikelyReading {
    /// The names of the measures that make it, the likeliest first.
    pub(super) fn measures(&self) -> impl Iterator<Item = &'static str> {
        self.measures.iter().map(|measure| measure.name)
    }

    /// True if it is about the racing.
    pub(super) fn is_racing(&self) -> bool {
        self.measures
            .first()
            .is_some_and(|measure| measure.topic == MeasureTopic::Racing)
    }

    /// Its first question.
    pub(super) fn question(&self) -> Option<Question> {
        self.filled.as_ref().ok().map(Intent::questions)?.first().cloned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_measure_of_the_model_has_a_row_and_no_row_is_left_over() {
        let named: BTreeSet<&str> = MEASURES.iter().map(|measure| measure.name).collect();
        let learned: BTreeSet<&str> = model().names().iter().copied().collect();
        assert_eq!(named, learned);
    }
}
