//! `leaders`: who leads each championship, and by how much.

use serde::Serialize;

use super::args::Args;
use super::spec::{AFTER, CHAMPIONSHIP, SEASON, SERIES};
use super::{Ask, Misunderstanding, Question, Spec, given, standings};
use crate::answer::{Answer, Body, Leader};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};

pub(super) const SPEC: Spec = Spec {
    name: "leaders",
    summary: "Who leads each championship, and by how much",
    options: &[CHAMPIONSHIP, AFTER, SEASON, SERIES],
    examples: &["leaders", "leaders masters", "leaders after:montreal season:2024"],
};

/// The leaders of a season.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Leaders {
    /// Of which championship; of all if absent.
    pub championship: Option<Slug>,
    /// After which round or weekend; as of now if absent.
    pub after: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Leaders {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Leaders(Self {
            championship: args.id("championship"),
            after: args.id("after"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Ask for Leaders {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        given(&[
            ("championship", &self.championship),
            ("after", &self.after),
            ("season", &self.season),
            ("series", &self.series),
        ])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let scope = standings::Scope {
            championship: self.championship.as_ref(),
            after: self.after.as_ref(),
            season: self.season.as_ref(),
            series: self.series.as_ref(),
        };
        let again = |season: &Slug| {
            Question::Leaders(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let shown = standings::tables_of(&scope, catalogue, asker, SPEC.name, again)?;
        let leaders = shown
            .tables
            .iter()
            .map(|table| Leader::of(shown.series, shown.season, table))
            .collect();
        Ok(Answer {
            frame: shown.frame(catalogue, asker),
            body: Body::Leaders(leaders),
        })
    }
}
