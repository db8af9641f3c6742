//! Declarations of the questions about weekends: when, where, with whom and how they ended.

use super::option::{AS_OF, CLASS, DAY, KIND, SEASON, SERIES, SESSION, WEEKEND, ZONE};
use super::{Opt, OptionName, QuestionKind, Spec, Takes};
use crate::lookup::NameKind;

pub(super) const SCHEDULE: Spec = Spec {
    kind: QuestionKind::Schedule,
    name: "schedule",
    summary: "When the sessions of a weekend are: track time, series time and yours",
    options: &[WEEKEND, SESSION, KIND, DAY, ZONE, SEASON, SERIES],
    required: &[],
    examples: &[
        "schedule",
        "schedule watkins-glen season:2024",
        "schedule race-2 zone:london",
        "schedule day:saturday",
        "schedule season:2024",
    ],
    tells_results: false,
};

pub(super) const NEXT: Spec = Spec {
    kind: QuestionKind::Next,
    name: "next",
    summary: "What is on now and what comes next, and how long until then",
    options: &[KIND, SERIES, AS_OF],
    required: &[],
    examples: &["next", "next race", "next qualifying"],
    tells_results: false,
};

pub(super) const RESULTS: Spec = Spec {
    kind: QuestionKind::Results,
    name: "results",
    summary: "The results of a weekend: places, points, poles and fastest laps by class",
    options: &[WEEKEND, SESSION, CLASS, SEASON, SERIES, AS_OF],
    required: &[],
    examples: &[
        "results",
        "results montreal race-1",
        "results miami season:2023 class:pro-am",
    ],
    tells_results: true,
};

pub(super) const WINNERS: Spec = Spec {
    kind: QuestionKind::Winners,
    name: "winners",
    summary: "Who won the races of a weekend, or of a whole season, by class",
    options: &[WEEKEND, SESSION, CLASS, SEASON, SERIES, AS_OF],
    required: &[],
    examples: &[
        "winners",
        "winners watkins-glen season:2023 class:masters",
        "winners season:2024",
    ],
    tells_results: true,
};

pub(super) const TRACK: Spec = Spec {
    kind: QuestionKind::Track,
    name: "track",
    summary: "A circuit: where it is, its clock, length, turns, lap record and past weekends",
    options: &[
        Opt {
            name: OptionName::Track,
            takes: Takes::One(NameKind::Track),
            summary: "the circuit, by name or town; that of the running, next or last weekend if left out",
        },
        SERIES,
        AS_OF,
    ],
    required: &[],
    examples: &["track", "track the glen", "track montreal"],
    tells_results: false,
};

pub(super) const ENTRIES: Spec = Spec {
    kind: QuestionKind::Entries,
    name: "entries",
    summary: "Who is entered, class by class: numbers, drivers, teams and the size of the field",
    options: &[WEEKEND, CLASS, SEASON, SERIES, AS_OF],
    required: &[],
    examples: &[
        "entries",
        "entries watkins-glen season:2024",
        "entries pro-am season:2023",
    ],
    tells_results: false,
};

pub(super) const PREVIEW: Spec = Spec {
    kind: QuestionKind::Preview,
    name: "preview",
    summary: "A weekend before it begins: timetable, field, past winners, standings, notes",
    options: &[WEEKEND, SEASON, SERIES, AS_OF],
    required: &[],
    examples: &["preview", "preview watkins-glen season:2024"],
    tells_results: true,
};
