//! `points`: the rules by which a championship is scored.

use serde::Serialize;

use super::args::Args;
use super::spec::{CHAMPIONSHIP, SEASON, SERIES};
use super::{Ask, Misunderstanding, Question, Spec, defaults, given};
use crate::answer::{Answer, Body, Frame, NamedId, Scoring};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Championship, Season, Slug};

pub(super) const SPEC: Spec = Spec {
    name: "points",
    summary: "What a win, a pole and a fastest lap are worth, and the other rules",
    options: &[CHAMPIONSHIP, SEASON, SERIES],
    examples: &["points", "points pro-am season:2023", "points entrants"],
};

/// The rules of a championship, or of all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Points {
    /// Of which championship; of all if absent.
    pub championship: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Points {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Points(Self {
            championship: args.id("championship"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Ask for Points {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        given(&[
            ("championship", &self.championship),
            ("season", &self.season),
            ("series", &self.series),
        ])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let asked = |season: &Season| -> Vec<Championship> {
            let wanted = |one: &&Championship| self.championship.as_ref().is_none_or(|asked| one.id == *asked);
            season.championships.iter().filter(wanted).cloned().collect()
        };
        let known = |season: &Season| asked(season).iter().any(|one| season.rules_of(one).is_some());
        let season = defaults::season(series, self.season.as_ref(), catalogue, asker, SPEC.name, known)?;
        let championships = asked(season);
        if championships.is_empty() {
            return Err(Misunderstanding::NothingKnown {
                question: SPEC.name,
                series: series.name.clone(),
                season: Some(season.id.clone().into()),
            });
        }
        // Championships that are scored alike are told of together.
        let mut scorings: Vec<Scoring> = Vec::new();
        for one in &championships {
            let title = NamedId::new(&one.id, &one.name);
            let alike = |known: &&mut Scoring| one.rules.is_some() && known.id == one.rules && known.ranks == one.ranks;
            match scorings.iter_mut().find(alike) {
                Some(known) => known.championships.push(title),
                None => scorings.push(Scoring::of(series, season, one, title)),
            }
        }
        let rules = scorings.iter().filter_map(|scoring| scoring.rules.as_ref());
        let sources = rules.flat_map(|rules| {
            let places = rules.scales.iter().flatten().flat_map(|scale| &scale.sources);
            let awards = rules.awards.iter().flatten().flat_map(|award| &award.sources);
            let drops = rules.drops.iter().flatten().flat_map(|drops| &drops.sources);
            places
                .chain(awards)
                .chain(drops)
                .chain(rules.ties.iter().flat_map(|ties| &ties.sources))
        });
        let frame = Frame::of(catalogue, series, Some(season), asker).citing(series, sources);
        Ok(Answer {
            frame,
            body: Body::Points(scorings),
        })
    }
}
