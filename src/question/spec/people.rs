//! Declarations of the questions about people, and of single facts.

use super::option::{AS_OF, CHAMPIONSHIP, CLASS, KIND, SEASON, SERIES, SESSION, WEEKEND};
use super::{Opt, OptionName, QuestionKind, Spec, Takes};
use crate::lookup::NameKind;

pub(super) const DRIVER: Spec = Spec {
    kind: QuestionKind::Driver,
    name: "driver",
    summary: "Who a driver is: car, team, class, home town, results and standing",
    options: &[
        Opt {
            name: OptionName::Driver,
            takes: Takes::One(NameKind::Driver),
            summary: "the driver, by name or car number",
        },
        SEASON,
        SERIES,
        AS_OF,
    ],
    required: &[OptionName::Driver],
    examples: &["driver hartog", "driver 43", "driver sabre cook season:2023"],
    tells_results: true,
};

pub(super) const TEAM: Spec = Spec {
    kind: QuestionKind::Team,
    name: "team",
    summary: "What a team enters: cars, drivers, classes, its standing and its wins",
    options: &[
        Opt {
            name: OptionName::Team,
            takes: Takes::One(NameKind::Team),
            summary: "the team",
        },
        SEASON,
        SERIES,
        AS_OF,
    ],
    required: &[OptionName::Team],
    examples: &["team kellymoss", "team jdx season:2023"],
    tells_results: true,
};

pub(super) const FACT: Spec = Spec {
    kind: QuestionKind::Fact,
    name: "fact",
    summary: "One fact in a line: wins, starts, best finish, leads, race length, rounds left, who is from where",
    options: &[
        Opt {
            name: OptionName::About,
            takes: Takes::Subject,
            summary: "what: wins, won, starts, best-finish, closest, length, progress, worth, maximum, drops, story ...",
        },
        Opt {
            name: OptionName::Driver,
            takes: Takes::One(NameKind::Driver),
            summary: "the driver it is about",
        },
        Opt {
            name: OptionName::To,
            takes: Takes::Rival,
            summary: "the driver to compare with",
        },
        Opt {
            name: OptionName::Team,
            takes: Takes::One(NameKind::Team),
            summary: "the team it is about",
        },
        WEEKEND,
        SESSION,
        KIND,
        CLASS,
        CHAMPIONSHIP,
        Opt {
            name: OptionName::Before,
            takes: Takes::RoundOrWeekend,
            summary: "count only what came before this round or weekend",
        },
        Opt {
            name: OptionName::Since,
            takes: Takes::RoundOrWeekend,
            summary: "count only what came after this round or weekend",
        },
        Opt {
            name: OptionName::Words,
            takes: Takes::Text,
            summary: "a place such as new-york, results such as p2-pole, left, or words to look for",
        },
        SEASON,
        SERIES,
        AS_OF,
    ],
    required: &[OptionName::About],
    examples: &[
        "fact wins driver:hartog",
        "fact best-finish driver:hartog since:miami",
        "fact beat driver:hartog to:cooper",
        "fact length kind:race",
        "fact worth words:p2-pole",
        "fact maximum words:left",
        "fact story words:legacy-track",
    ],
    tells_results: true,
};
