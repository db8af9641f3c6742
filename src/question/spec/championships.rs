//! Declarations of the questions about championships: tables, gaps, outlooks and rules.

use super::option::{AFTER, AS_OF, CHAMPIONSHIP, SEASON, SERIES, SESSION, WEEKEND};
use super::{Opt, OptionName, QuestionKind, Spec, Takes};

pub(super) const STANDINGS: Spec = Spec {
    kind: QuestionKind::Standings,
    name: "standings",
    summary: "The points table of a championship, now or after a round",
    options: &[CHAMPIONSHIP, AFTER, SEASON, SERIES, AS_OF],
    required: &[],
    examples: &[
        "standings pro",
        "standings entrants season:2023",
        "standings pro-am after:montreal",
    ],
    tells_results: true,
};

pub(super) const LEADERS: Spec = Spec {
    kind: QuestionKind::Leaders,
    name: "leaders",
    summary: "Who leads each championship, and by how much",
    options: &[CHAMPIONSHIP, AFTER, SEASON, SERIES, AS_OF],
    required: &[],
    examples: &["leaders", "leaders masters", "leaders after:montreal season:2024"],
    tells_results: true,
};

pub(super) const GAP: Spec = Spec {
    kind: QuestionKind::Gap,
    name: "gap",
    summary: "The gap in points: to the leader, to the one ahead, or between two, round by round",
    options: &[
        Opt {
            name: OptionName::Rival,
            takes: Takes::Rival,
            summary: "a driver, a team, or a place such as p2",
        },
        Opt {
            name: OptionName::To,
            takes: Takes::Rival,
            summary: "another one; the leader and the neighbours if left out",
        },
        CHAMPIONSHIP,
        AFTER,
        SEASON,
        SERIES,
        AS_OF,
    ],
    required: &[],
    examples: &["gap cooper", "gap cooper sedgwick", "gap p1 p3 pro", "gap masters"],
    tells_results: true,
};

pub(super) const EXPLAIN: Spec = Spec {
    kind: QuestionKind::Explain,
    name: "explain",
    summary: "Where somebody's points come from, race by race: places, bonuses, drops, decisions",
    options: &[
        Opt {
            name: OptionName::Rival,
            takes: Takes::Rival,
            summary: "a driver, a team, or a place such as p2",
        },
        CHAMPIONSHIP,
        AFTER,
        SEASON,
        SERIES,
        AS_OF,
    ],
    required: &[OptionName::Rival],
    examples: &["explain hartog", "explain p2 masters", "explain hartog after:montreal"],
    tells_results: true,
};

pub(super) const TITLE: Spec = Spec {
    kind: QuestionKind::Title,
    name: "title",
    summary: "Who can still win a championship, who is out, and what would decide it",
    options: &[
        CHAMPIONSHIP,
        SEASON,
        SERIES,
        AS_OF,
        Opt {
            name: OptionName::Rival,
            takes: Takes::Rival,
            summary: "a driver or a team whose chance is asked for; all who can win if left out",
        },
    ],
    required: &[],
    examples: &["title", "title pro", "title drivers series:f1 season:2025"],
    tells_results: true,
};

pub(super) const LEAD: Spec = Spec {
    kind: QuestionKind::Lead,
    name: "lead",
    summary: "Who can take or lose the lead: next race, this weekend, by the end, and with which result",
    options: &[
        Opt {
            name: OptionName::Rival,
            takes: Takes::Rival,
            summary: "a driver, a team, or a place such as p2; everybody who can take the lead if left out",
        },
        CHAMPIONSHIP,
        WEEKEND,
        SESSION,
        SEASON,
        SERIES,
        AS_OF,
    ],
    required: &[],
    examples: &["lead pro", "lead cooper", "lead masters"],
    tells_results: true,
};

pub(super) const WHATIF: Spec = Spec {
    kind: QuestionKind::WhatIf,
    name: "whatif",
    summary: "The table after results you suppose, over one coming race or several; the rest stays open",
    options: &[
        Opt {
            name: OptionName::Results,
            takes: Takes::Pieces,
            summary: "places, pole:, fl: and dnf: with names, after a session's name: race-1 1:cooper pole:hartog",
        },
        CHAMPIONSHIP,
        WEEKEND,
        SESSION,
        Opt {
            name: OptionName::Code,
            takes: Takes::Code,
            summary: "a scenario in short, as an answer showed it",
        },
        SEASON,
        SERIES,
    ],
    required: &[OptionName::Results, OptionName::Code],
    examples: &[
        "whatif pro 1:cooper 2:hartog pole:cooper fl:hartog",
        "whatif pro race-1 1:cooper race-2 2:hartog",
        "whatif masters dnf:halcome",
    ],
    tells_results: true,
};

pub(super) const POINTS: Spec = Spec {
    kind: QuestionKind::Points,
    name: "points",
    summary: "What a win, a pole and a fastest lap are worth, and the other rules",
    options: &[CHAMPIONSHIP, SEASON, SERIES, AS_OF],
    required: &[],
    examples: &["points", "points pro-am season:2023", "points entrants"],
    tells_results: false,
};
