//! Request: a question with the catalogue and the asker that its answer rests on.

use super::classification::{OrderOf, SeasonView};
use super::{Misunderstanding, Options, Question};
use crate::answer::{Answer, Body, Frame};
use crate::dataset::{Catalogue, SeriesNow};
use crate::domain::{Asker, ClassId, Season, SeasonId, Series, Slug, SourceId, Weekend, WeekendId};
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
        Answer::new(self.frame(series, Some(season)).citing(series, sources), body)
    }

    /// The misunderstanding that an option was left out which the question needs.
    pub(super) fn missing(self) -> Misunderstanding {
        Misunderstanding::missing(self.question.spec())
    }

    /// The misunderstanding that the packs hold nothing of what was asked for.
    pub(super) fn nothing_known(self, series: &Series, season: Option<&SeasonId>) -> Misunderstanding {
        Misunderstanding::NothingKnown {
            question: self.question.spec().name,
            series: series.name.clone(),
            season: season.cloned(),
        }
    }

    /// The misunderstanding that something is in other seasons only, by the name that it has there.
    pub(super) fn elsewhere<'s>(
        self,
        series: &'s Series,
        season: &Season,
        id: &Slug,
        name_in: impl Fn(&'s Season) -> Option<&'s str>,
    ) -> Misunderstanding {
        let with = series.each_season().filter_map(|other| Some((other, name_in(other)?)));
        let (with, names): (Vec<&Season>, Vec<&str>) = with.unzip();
        let name = names.first().copied().unwrap_or(id.as_str());
        self.not_in_season(name.to_owned(), season, &with)
    }

    /// The misunderstanding that something is in other seasons only, with the question in each of them, latest first.
    pub(super) fn not_in_season(self, name: String, season: &Season, elsewhere: &[&Season]) -> Misunderstanding {
        let near = |other: &&&Season| is_near(other.start(), self.asker.now);
        let ids = elsewhere.iter().filter(near).map(|other| other.id.clone());
        Misunderstanding::NotInSeason {
            name,
            season: season.id.clone(),
            instead: ids.clone().rev().map(|id| self.question.clone().season(id)).collect(),
            seasons: ids.collect(),
        }
    }
}

/// Subjects of a question: the named ones, else the defaults.
impl<'a> Request<'a> {
    /// The series: the named one, else the asker's usual one.
    pub(super) fn series(self) -> Result<&'a Series, Misunderstanding> {
        let id = self.options.series.as_ref().unwrap_or(&self.asker.series);
        self.catalogue
            .series
            .get(id)
            .ok_or_else(|| Misunderstanding::NothingKnown {
                question: self.question.spec().name,
                series: id.to_string(),
                season: None,
            })
    }

    /// The season: the named one, else the one that is meant at the moment.
    pub(super) fn season(self, series: &Series) -> Result<&Season, Misunderstanding> {
        self.season_or(series, SeriesNow::season)
    }

    /// The named season, else the one that is meant at the moment.
    fn season_or<'s>(
        self,
        series: &'s Series,
        meant: impl FnOnce(SeriesNow<'a, 's>) -> Option<&'s Season>,
    ) -> Result<&'s Season, Misunderstanding> {
        let named = self.options.season.as_ref();
        let season = match named {
            Some(named) => series.season(named),
            None => meant(self.catalogue.at(series, self.asker.now)),
        };
        season.ok_or_else(|| self.nothing_known(series, named))
    }

    /// The season of a weekend: the named one, else the one in which it is meant at the moment.
    pub(super) fn season_of<'s>(self, series: &'s Series, weekend: &WeekendId) -> Result<&'s Season, Misunderstanding> {
        self.season_or(series, |moment| moment.season_of(weekend))
    }

    /// The season whose calendar is meant.
    pub(super) fn calendar(self, series: &Series) -> Result<&Season, Misunderstanding> {
        self.season_or(series, SeriesNow::calendar)
    }

    /// A weekend by its name in a season.
    pub(super) fn weekend<'s>(
        self,
        series: &'s Series,
        season: &'s Season,
        id: &Slug,
    ) -> Result<&'s Weekend, Misunderstanding> {
        let name_in = |other: &'s Season| Some(other.weekend(id.as_str())?.name.as_str());
        let known = season.weekend(id.as_str());
        known.ok_or_else(|| self.elsewhere(series, season, id, name_in))
    }

    /// The weekend that is named, else the running, next or last one of the season.
    pub(super) fn weekend_at_hand<'s>(
        self,
        series: &'s Series,
        season: &'s Season,
    ) -> Result<&'s Weekend, Misunderstanding> {
        match &self.options.weekend {
            Some(id) => self.weekend(series, season, id),
            None => self
                .catalogue
                .progress(season, self.asker.now)
                .current()
                .ok_or_else(|| self.nothing_known(series, Some(&season.id))),
        }
    }

    /// The weekend whose results are meant: the named one, in the season that is meant; else the last that was run.
    pub(super) fn weekend_run(self, series: &Series) -> Result<(&Season, &Weekend), Misunderstanding> {
        let named = self.options.season.as_ref();
        let Some(id) = &self.options.weekend else {
            let now = self.catalogue.at(series, self.asker.now);
            let last = now.last_run(named);
            return last.ok_or_else(|| self.nothing_known(series, named));
        };
        let season = self.season_of(series, id)?;
        Ok((season, self.weekend(series, season, id)?))
    }

    /// The orders that are meant: of the named class, or all.
    pub(super) fn orders(self, view: SeasonView<'_>) -> Result<Vec<OrderOf<'_>>, Misunderstanding> {
        let named = self.options.class.as_ref();
        let orders = view.orders(named.map(ClassId::slug));
        let Some(named) = named.filter(|_| orders.is_empty()) else {
            return Ok(orders);
        };
        let name_in = |other| Some(Season::class(other, named.as_str())?.name.as_str());
        Err(self.elsewhere(view.series, view.season, named, name_in))
    }

    /// The season in which a driver or team is meant, the named one or the latest with them, and the others that have them.
    pub(super) fn season_with(
        self,
        series: &'a Series,
        name: &str,
        is_in: impl Fn(SeasonView<'a>) -> bool,
    ) -> Result<(&'a Season, Vec<SeasonId>), Misunderstanding> {
        let with: Vec<&Season> = series
            .each_season()
            .filter(|season| is_in(self.view(series, season)))
            .collect();
        let named = self.options.season.is_some();
        let season = match with.last() {
            Some(latest) if !named => latest,
            // For a newcomer the season of the moment is meant; its answer says that nothing is known.
            _ => self.season(series)?,
        };
        if named && !with.iter().any(|other| other.id == season.id) {
            return Err(self.not_in_season(name.to_owned(), season, &with));
        }
        let others = with.iter().filter(|other| other.id != season.id);
        Ok((season, others.map(|other| other.id.clone()).collect()))
    }
}
