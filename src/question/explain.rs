//! `explain`: where somebody's points come from, line by line.

use serde::Serialize;

use super::args::Args;
use super::spec::{AFTER, CHAMPIONSHIP, SEASON, SERIES, Takes};
use super::{Ask, Gap, Misunderstanding, Opt, Question, Rival, Spec, gap, given, standings};
use crate::answer::{Answer, Body, Explained, RankedCompetitor, StandingsTable};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};
use crate::scoring::TableContext;

pub(super) const SPEC: Spec = Spec {
    name: "explain",
    summary: "Where somebody's points come from, race by race: places, bonuses, drops, decisions",
    options: &[
        Opt {
            name: "driver",
            takes: Takes::Rival,
            summary: "a driver, a team, or a place such as p2",
        },
        CHAMPIONSHIP,
        AFTER,
        SEASON,
        SERIES,
    ],
    examples: &["explain hartog", "explain p2 masters", "explain hartog after:montreal"],
};

/// Where somebody's points come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explain {
    /// Whose points.
    pub driver: Rival,
    /// In which championship; in every one that lists them if absent.
    pub championship: Option<Slug>,
    /// After which round or weekend; as of now if absent.
    pub after: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Explain {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Explain(Self {
            driver: args.rival("driver").ok_or(Misunderstanding::Missing {
                question: SPEC.name,
                option: "driver",
                example: "explain hartog",
            })?,
            championship: args.id("championship"),
            after: args.id("after"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Ask for Explain {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let mut options = vec![("driver", self.driver.to_string())];
        options.extend(given(&[
            ("championship", &self.championship),
            ("after", &self.after),
            ("season", &self.season),
            ("series", &self.series),
        ]));
        options
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let scope = standings::Scope {
            championship: self.championship.as_ref(),
            after: self.after.as_ref(),
            season: self.season.as_ref(),
            series: self.series.as_ref(),
        };
        let again = |season: &Slug| {
            Question::Explain(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let mut shown = standings::tables_of(&scope, catalogue, asker, SPEC.name, again)?;
        let (series, season) = (shown.series, shown.season);
        let explained = |table: &StandingsTable| -> Option<Explained> {
            let at = gap::row_of(table, &self.driver)?;
            let (row, name) = table.standings.rows.get(at).zip(table.names.get(at))?;
            let championship = season.championship(table.title.id.as_str())?;
            let ledger = catalogue.ledger(&series.id, &season.id, &championship.id)?;
            let (over, as_of) =
                standings::moment(series, season, championship, ledger, self.after.as_ref(), asker).ok()?;
            let context = TableContext {
                season,
                championship,
                ledger,
                over: &over,
                as_of,
            };
            let explanation = context.explain(&table.standings, &row.competitor)?;
            let side = RankedCompetitor::of(series, season, table, row, name);
            Some(Explained::new(season, table, side, explanation))
        };
        let all: Vec<Explained> = shown.tables.iter().filter_map(explained).collect();
        if all.is_empty() {
            let asked = Gap {
                driver: Some(self.driver.clone()),
                to: None,
                championship: self.championship.clone(),
                after: self.after.clone(),
                season: self.season.clone(),
                series: self.series.clone(),
            };
            return Err(asked.why_not(&shown, catalogue, asker));
        }
        shown
            .tables
            .retain(|table| all.iter().any(|one| one.championship == table.title));
        Ok(Answer {
            frame: shown.frame(catalogue, asker),
            body: Body::Explain(all),
        })
    }
}
