//! `fact`: one fact in a line: a count of wins, a duration, the progress of a season, a home.

mod calendar;
mod feats;
mod most;
mod people;
mod story;
mod tables;

use super::classification::SeasonView;
use super::request::Request;
use super::spec::{CHAMPIONSHIP, CLASS, KIND, SEASON, SERIES, SESSION, WEEKEND};
use super::{Misunderstanding, Opt, OptionName, Options, QuestionKind, Spec, Takes, defaults};
use crate::answer::{Answer, Body, Fact};
use crate::domain::{Season, SourceId};
use crate::lookup::NameKind;

pub(crate) use people::is_place;
pub(crate) use story::{found as stories, words_of};

pub(super) const SPEC: Spec = Spec {
    kind: QuestionKind::Fact,
    name: "fact",
    summary: "One fact in a line: wins, poles, leads, race length, rounds left, who is from where",
    options: &[
        Opt {
            name: OptionName::About,
            takes: Takes::Subject,
            summary: "what: wins, won, closest, length, progress, worth, from, story ...",
        },
        Opt {
            name: OptionName::Driver,
            takes: Takes::One(NameKind::Driver),
            summary: "the driver it is about",
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
            name: OptionName::Words,
            takes: Takes::Text,
            summary: "a place such as new-york or p5, an award such as pole, or words to look for",
        },
        SEASON,
        SERIES,
    ],
    required: &[OptionName::About],
    examples: &[
        "fact wins driver:hartog",
        "fact length kind:race",
        "fact worth words:pole",
        "fact story words:legacy-track",
    ],
    tells_results: true,
    answer,
};

/// A fact with the ids of its sources.
type FactResult<'a> = Result<(Fact, Vec<&'a SourceId>), Misunderstanding>;

/// Finds a fact.
type Find = for<'a> fn(Request<'_>, SeasonView<'a>) -> FactResult<'a>;

/// All subjects, each with its function. To add one: a line here and a function.
const SUBJECTS: &[(&str, Find)] = &[
    ("wins", feats::count),
    ("poles", feats::count),
    ("podiums", feats::count),
    ("fastest-laps", feats::count),
    ("won", feats::ever),
    ("won-both", feats::ever),
    ("on-pole", feats::ever),
    ("on-podium", feats::ever),
    ("set-fastest-lap", feats::ever),
    ("finish", feats::finish),
    ("most", most::most),
    ("sweeps", feats::sweeps),
    ("margin", feats::margin),
    ("closest", tables::leads),
    ("biggest-lead", tables::leads),
    ("worth", tables::worth),
    ("length", calendar::length),
    ("round", calendar::round),
    ("progress", calendar::progress),
    ("races", calendar::races),
    ("together", calendar::together),
    ("from", people::from),
    ("rookies", people::rookies),
    ("entered", people::entered),
    ("car", people::car),
    ("story", story::story),
];

/// One fact.
/// The names of all subjects.
pub(super) fn subjects() -> impl Iterator<Item = &'static str> {
    SUBJECTS.iter().map(|(name, _)| *name)
}

/// The subject of this name.
pub(super) fn subject(text: &str) -> Option<&'static str> {
    let key = crate::lookup::normalised(text).replace(' ', "-");
    subjects().find(|name| *name == key)
}

/// The words that the subject needs, one by one.
fn given_words(asked: &Options) -> impl Iterator<Item = &str> {
    let words = asked.words.as_deref().unwrap_or_default();
    words.split('-').filter(|word| !word.is_empty())
}

/// The misunderstanding that an option was left out which a subject needs.
fn missing(option: &'static str, example: &'static str) -> Misunderstanding {
    Misunderstanding::Missing {
        question: SPEC.name,
        option,
        example,
    }
}

/// The season that is named, else the one whose calendar is meant.
fn calendar<'a>(request: Request<'_>, view: SeasonView<'a>) -> Result<&'a Season, Misunderstanding> {
    match request.options.season {
        Some(_) => Ok(view.season),
        None => request.calendar(view.series),
    }
}

fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let season = request.season(series, |_| true)?;
    let about = request.options.about.as_deref();
    let find = SUBJECTS.iter().find(|(name, _)| Some(*name) == about);
    let (_, find) = find.ok_or_else(|| request.nothing_known(series, request.options.season.as_ref()))?;
    let (fact, sources) = find(request, request.view(series, season))?;
    Ok(request.answer(series, season, sources, Body::Fact(fact)))
}
