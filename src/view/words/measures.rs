//! Measures in words: best and worst finish, averages, the longest run of wins.

use super::feats::{name, races, within};
use super::{count, ordinal};
use crate::answer::{Feat, Measure, MeasureValue};
use crate::domain::{Points, Range};

/// The measure in a sentence, then where it was reached.
pub fn lines(polar: bool, measure: &Measure) -> Vec<String> {
    if measure.what == Feat::PointsScored {
        return vec![scored(polar, measure)];
    }
    let place = format!("{} in {}", within(&measure.scope), measure.season);
    let who = &measure.who.name;
    // Nothing is better than a win, so that more results would not change it.
    let sure = measure.open == 0 || best_of_all(measure);
    let known = if sure { "" } else { ", as far as results are known" };
    let sprint = sprint(measure);
    let what = name(measure.what);
    match &measure.races {
        MeasureValue::None if measure.sprints.is_none() && measure.what == Feat::WinStreak => {
            vec![format!("{who} has no known win{place}, so no run of wins.")]
        }
        MeasureValue::None if measure.sprints.is_none() => {
            vec![format!("The {what} of {who}{place} is not known: no result is.")]
        }
        MeasureValue::None => vec![format!("No race of {who}{place} has a known place{sprint}.")],
        MeasureValue::Place(value, at) => vec![
            format!("The {what} of {who}{place} is {}{known}{sprint}.", ordinal(*value)),
            format!("Reached at {}.", races(at)),
        ],
        MeasureValue::Average { least, most, races } => {
            let over = count(*races, over(measure.what), &format!("{}s", over(measure.what)));
            vec![format!(
                "The {} of {who}{place} {} {} over {over}{known}{sprint}.",
                average(measure.what),
                if measure.what == Feat::AveragePoints {
                    "are"
                } else {
                    "is"
                },
                hundredths(*least, *most)
            )]
        }
        // A sum is told in a sentence of its own.
        MeasureValue::Sum(..) => Vec::new(),
        MeasureValue::Streak(won) => {
            let least = if sure { "" } else { "at least " };
            let wins = count(won.len(), "win", "wins in a row");
            vec![
                format!("The longest run of {who}{place} is {least}{wins}."),
                format!("Won: {}.", races(won)),
            ]
        }
    }
}

fn best_of_all(measure: &Measure) -> bool {
    measure.what == Feat::BestFinish && matches!(measure.races, MeasureValue::Place(1, _))
}

const fn over(what: Feat) -> &'static str {
    match what {
        Feat::AveragePoints => "race",
        _ => "classified race",
    }
}

fn average(what: Feat) -> String {
    match what {
        Feat::AveragePoints => "average points per race".to_owned(),
        _ => name(what),
    }
}

/// The value over sprints, which stands beside that over races.
fn sprint(measure: &Measure) -> String {
    match &measure.sprints {
        MeasureValue::Place(value, _) => format!("; in sprints {}", ordinal(*value)),
        MeasureValue::Average { least, most, races } => format!(
            "; {} over {}",
            hundredths(*least, *most),
            count(*races, "sprint", "sprints")
        ),
        MeasureValue::None | MeasureValue::Streak(_) | MeasureValue::Sum(..) => String::new(),
    }
}

/// `4.25`, or `4.25 to 5`.
fn hundredths(least: i64, most: i64) -> String {
    let one = |value: i64| {
        let text = format!("{}.{:02}", value / 100, (value % 100).abs());
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    if least == most {
        one(least)
    } else {
        format!("{} to {}", one(least), one(most))
    }
}

/// Points of races and sprints: `Norris scored 60 points since Canada in 2025: 52 in 4 races and 8 in 1 sprint.`
fn scored(polar: bool, measure: &Measure) -> String {
    let place = format!("{} in {}", within(&measure.scope), measure.season);
    let who = &measure.who.name;
    let part = |value: &MeasureValue, one: &str| match value {
        MeasureValue::Sum(points, number) => Some((
            *points,
            format!("{} in {}", range(*points), count(*number, one, &format!("{one}s"))),
        )),
        _ => None,
    };
    let parts = [part(&measure.races, "race"), part(&measure.sprints, "sprint")];
    let parts: Vec<(Range<Points>, String)> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return format!("Not known: the packs have no points of {who}{place}, race by race.");
    }
    let low = parts.iter().fold(Points::ZERO, |sum, (one, _)| sum + one.low);
    let high = parts.iter().fold(Points::ZERO, |sum, (one, _)| sum + one.high);
    let single = matches!((&measure.races, parts.len()), (MeasureValue::Sum(_, 1), 1));
    let told: Vec<String> = parts.into_iter().map(|(_, text)| text).collect();
    let told = if single {
        String::new()
    } else {
        format!(": {}", super::list(&told))
    };
    let open = match measure.open {
        0 => String::new(),
        open => format!("; not all is known of {}", count(open, "race", "races")),
    };
    let sum = Range { low, high };
    let least = if measure.open > 0 { "at least " } else { "" };
    let points = if sum.exact() == Some(Points::whole(1)) {
        "point"
    } else {
        "points"
    };
    let text = if high == Points::ZERO {
        format!("{who} scored no points{place}{told}{open}")
    } else {
        format!("{who} scored {least}{} {points}{place}{told}{open}", range(sum))
    };
    match (polar, low > Points::ZERO, high == Points::ZERO && measure.open == 0) {
        (true, true, _) => format!("Yes: {text}."),
        (true, _, true) => format!("No: {text}."),
        (true, ..) => format!("Not known: {text}."),
        (false, ..) => format!("{text}."),
    }
}

fn range(points: Range<Points>) -> String {
    points.exact().map_or_else(
        || format!("{} to {}", points.low, points.high),
        |points| points.to_string(),
    )
}
