//! Request: a question with the catalogue and the asker that its answer rests on.

use super::classification::SeasonView;
use super::{Misunderstanding, Options, Question};
use crate::answer::{Answer, Body, Frame};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Season, SeasonId, Series, SourceId};
use crate::schedule::is_near;

/// A question with everything that its answer rests on.
#[derive(Clone, Copy)]
pub(super) struct Request<'a> {
    pub question: &'a Question,
    /// The options of the question.
    pub options: &'a Options,
    pub catalogue: &'a Catalogue,
    pub asker: &'a Asker,
}

impl<'a> Request<'a> {
    pub(super) fn new(question: &'a Question, catalogue: &'a Catalogue, asker: &'a Asker) -> Self {
        Self {
            question,
            options: &question.options,
            catalogue,
            asker,
        }
    }

    /// A season as the asker may see it.
    pub(super) fn view(self, series: &'a Series, season: &'a Season) -> SeasonView<'a> {
        SeasonView {
            catalogue: self.catalogue,
            series,
            season,
            asker: self.asker,
        }
    }

    /// The frame of an answer about a series, without its sources.
    pub(super) fn frame(self, series: &Series, season: Option<&Season>) -> Frame {
        Frame::of(self.catalogue, series, season, self.asker)
    }

    /// The answer about a season, with the sources that it rests on.
    pub(super) fn answer<'s>(
        self,
        series: &Series,
        season: &Season,
        sources: impl IntoIterator<Item = &'s SourceId>,
        body: Body,
    ) -> Answer {
        Answer {
            frame: self.frame(series, Some(season)).citing(series, sources),
            body,
        }
    }

    /// The misunderstanding that the packs hold nothing of what was asked for.
    pub(super) fn nothing_known(self, series: &Series, season: Option<&SeasonId>) -> Misunderstanding {
        Misunderstanding::NothingKnown {
            question: self.question.spec().name,
            series: series.name.clone(),
            season: season.cloned(),
        }
    }

    /// The misunderstanding that something is in other seasons only, with the question in each of them, latest first.
    pub(super) fn not_in_season(self, name: String, season: &Season, elsewhere: &[&Season]) -> Misunderstanding {
        let near = |other: &&&Season| is_near(other.start(), self.asker.now);
        let ids = elsewhere.iter().filter(near).map(|other| other.id.clone());
        Misunderstanding::NotInSeason {
            name,
            season: season.id.clone(),
            instead: ids
                .clone()
                .rev()
                .map(|id| self.question.clone().season(id).line())
                .collect(),
            seasons: ids.collect(),
        }
    }
}
