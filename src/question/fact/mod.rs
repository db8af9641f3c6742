//! `fact`: one fact in a line: a count of wins, a duration, the progress of a season, a home.

mod calendar;
mod feats;
mod most;
mod people;
mod story;
mod tables;

use serde::Serialize;

use super::args::Args;
use super::classification::SeasonView;
use super::spec::{CHAMPIONSHIP, CLASS, KIND, SEASON, SERIES, SESSION, WEEKEND};
use super::{Ask, Misunderstanding, Opt, Question, Spec, Takes, defaults, given};
use crate::answer::{Answer, Body, Fact as Facts, Frame};
use crate::dataset::Catalogue;
use crate::domain::{Asker, SessionKind, Slug, SourceId};
use crate::lookup::{NameKind, session_kind_word};

pub(crate) use people::is_place;
pub(crate) use story::{found as stories, words_of};

pub(super) const SPEC: Spec = Spec {
    name: "fact",
    summary: "One fact in a line: wins, poles, leads, race length, rounds left, who is from where",
    options: &[
        Opt {
            name: "about",
            takes: Takes::Subject,
            summary: "what: wins, won, closest, length, progress, worth, from, story ...",
        },
        Opt {
            name: "driver",
            takes: Takes::One(NameKind::Driver),
            summary: "the driver it is about",
        },
        Opt {
            name: "team",
            takes: Takes::One(NameKind::Team),
            summary: "the team it is about",
        },
        WEEKEND,
        SESSION,
        KIND,
        CLASS,
        CHAMPIONSHIP,
        Opt {
            name: "words",
            takes: Takes::Text,
            summary: "a place such as new-york or p5, an award such as pole, or words to look for",
        },
        SEASON,
        SERIES,
    ],
    examples: &[
        "fact wins driver:hartog",
        "fact length kind:race",
        "fact worth words:pole",
        "fact story words:legacy-track",
    ],
};

/// A fact with the ids of its sources.
type FactResult<'a> = Result<(Facts, Vec<&'a SourceId>), Misunderstanding>;
/// The function that finds a fact.
type Find = for<'a> fn(&Fact, SeasonView<'a>) -> FactResult<'a>;

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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Fact {
    /// The subject.
    pub about: String,
    /// The driver.
    pub driver: Option<Slug>,
    /// The team.
    pub team: Option<Slug>,
    /// The weekend.
    pub weekend: Option<Slug>,
    /// The session.
    pub session: Option<Slug>,
    /// The kind of session.
    pub kind: Option<SessionKind>,
    /// The class.
    pub class: Option<Slug>,
    /// The championship.
    pub championship: Option<Slug>,
    /// Words that the subject needs, joined by hyphens.
    pub words: Option<String>,
    /// The season.
    pub season: Option<Slug>,
    /// The series.
    pub series: Option<Slug>,
}

/// The names of all subjects.
pub(super) fn subjects() -> impl Iterator<Item = &'static str> {
    SUBJECTS.iter().map(|(name, _)| *name)
}

/// The subject of this name.
pub(super) fn subject(text: &str) -> Option<&'static str> {
    let key = crate::lookup::normalised(text).replace(' ', "-");
    subjects().find(|name| *name == key)
}

impl Fact {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Fact(Self {
            about: args.word("about").ok_or(Misunderstanding::Missing {
                question: SPEC.name,
                option: "about",
                example: "fact wins driver:hartog",
            })?,
            driver: args.id("driver"),
            team: args.id("team"),
            weekend: args.id("weekend"),
            session: args.id("session"),
            kind: args.session_kind("kind"),
            class: args.id("class"),
            championship: args.id("championship"),
            words: args.word("words"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }

    /// The words that the subject needs, one by one.
    fn given_words(&self) -> impl Iterator<Item = &str> {
        self.words
            .as_deref()
            .unwrap_or_default()
            .split('-')
            .filter(|word| !word.is_empty())
    }

    fn nothing(&self, view: SeasonView<'_>) -> Misunderstanding {
        Misunderstanding::NothingKnown {
            question: SPEC.name,
            series: view.series.name.clone(),
            season: self.season.clone(),
        }
    }

    fn missing(option: &'static str, example: &'static str) -> Misunderstanding {
        Misunderstanding::Missing {
            question: SPEC.name,
            option,
            example,
        }
    }
}

impl Ask for Fact {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let mut options = vec![("about", self.about.clone())];
        options.extend(given(&[
            ("driver", &self.driver),
            ("team", &self.team),
            ("weekend", &self.weekend),
            ("session", &self.session),
        ]));
        options.extend(self.kind.map(|kind| ("kind", session_kind_word(kind).to_owned())));
        options.extend(given(&[("class", &self.class), ("championship", &self.championship)]));
        options.extend(self.words.clone().map(|words| ("words", words)));
        options.extend(given(&[("season", &self.season), ("series", &self.series)]));
        options
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let season = defaults::season(series, self.season.as_ref(), catalogue, asker, SPEC.name, |_| true)?;
        let view = SeasonView {
            catalogue,
            series,
            season,
            asker,
        };
        let find = SUBJECTS.iter().find(|(name, _)| *name == self.about);
        let (_, find) = find.ok_or_else(|| self.nothing(view))?;
        let (fact, sources) = find(self, view)?;
        Ok(Answer {
            frame: Frame::of(catalogue, series, Some(season), asker).citing(series, sources),
            body: Body::Fact(fact),
        })
    }
}
