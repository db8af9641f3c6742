//! `raceweek export`: what the packs give, as lines of JSON for other programs.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use serde::Serialize;

use super::desk::write_out;
use super::{WrongUsage, exit};
use crate::app::packs;
use crate::dataset::Catalogue;
use crate::domain::{Championship, Points, Range, Season, Series, Slug};
use crate::scoring::{Basis, Ledger, Standing, Standings, UNBOUNDED, after_every_round, standings};

/// Prints what the packs give as lines of JSON.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Prints every championship's table after every round of a season, then the final one.
    Standings(Tables),
}

/// The moment of a table that has everything, decisions of the winter included.
const FINAL: &str = "final";

/// Prints every championship's table after every round of a season, then the final one.
#[derive(Debug, Args)]
#[command(after_help = SHAPE)]
struct Tables {
    /// Reads the packs of this folder instead of the built-in ones.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The series, by its id: pccna.
    #[arg(long, value_name = "S")]
    series: String,
    /// The season, by its id: 2024.
    #[arg(long, value_name = "Y")]
    season: String,
    /// Prints the tables after this round alone, by its label, or `final`.
    #[arg(long, value_name = "ROUND")]
    after: Option<String>,
}

/// What a line says, for whoever reads it with a program.
const SHAPE: &str = "\
One line a table, the championships in the order of the pack, their rounds in the order of the season:
  {\"championship\":\"pro\",\"after\":\"6\",\"basis\":\"computed\",\"rows\":[{\"position\":1,\"competitor\":\"loek-hartog\",
   \"points\":\"110\",\"gross\":\"110\",\"wins\":3,\"tied\":1}]}

after      the label of a round: the table as it stood at the end of the round's last session that counts for the
           championship, without what was decided later; or final: all sessions and all decisions
basis      computed (from results), published (by the series), {\"published-and-computed\":{\"since\":\"6\"}}, or unknown
position   null where it is not known, and for whoever is struck from the table
points     exact, as text: \"12.5\", \"1/3\"; {\"low\":\"110\",\"high\":\"138\"} where not all results are known, high null where
           nothing bounds it; null where nothing is known
gross      the points before results are dropped; null where the table does not follow from results
wins       the first places that count when points are equal; null where not all are known
tied       how many share the position

Exit codes: 0 printed, 1 a fault of the program or the data, 64 wrong usage.";

/// A table as it is printed.
#[derive(Debug, Serialize)]
struct Line<'a> {
    championship: &'a Slug,
    after: &'a str,
    basis: &'a Basis,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    position: Option<u16>,
    competitor: &'a Slug,
    points: Option<Number>,
    gross: Option<String>,
    wins: Option<u16>,
    tied: u16,
}

/// Points as they are printed.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Number {
    Exact(String),
    Between { low: String, high: Option<String> },
}

impl Export {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        match &self.what {
            What::Standings(tables) => tables.run(),
        }
    }
}

impl Tables {
    fn run(&self) -> anyhow::Result<u8> {
        let catalogue = packs(self.data.as_deref())?;
        let (series, season) = self.season(&catalogue)?;
        let mut text = String::new();
        let mut rounds = BTreeSet::new();
        for championship in &season.championships {
            let Some(ledger) = catalogue.ledger(&series.id, &season.id, &championship.id) else {
                continue;
            };
            rounds.extend(ledger.sessions.iter().map(|counted| counted.round.as_str()));
            for (after, table) in self.tables(season, championship, ledger) {
                text.push_str(&serde_json::to_string(&line(&after, &table))?);
                text.push('\n');
            }
        }
        if let Some(round) = self.after.as_ref().filter(|_| text.is_empty()) {
            let known: Vec<&str> = season.rounds().iter().map(|round| round.label.as_str()).collect();
            let known = known.into_iter().filter(|label| rounds.contains(label));
            let known: Vec<&str> = known.chain([FINAL]).collect();
            return Err(WrongUsage::unknown("round", round, &known).into());
        }
        write_out(&text)?;
        Ok(exit::ANSWERED)
    }

    fn season<'a>(&self, catalogue: &'a Catalogue) -> Result<(&'a Series, &'a Season), WrongUsage> {
        let ids = |ids: Vec<&'a Slug>| ids.into_iter().map(Slug::as_str).collect::<Vec<_>>();
        let series = catalogue.series.values().find(|series| series.id == *self.series);
        let series = series
            .ok_or_else(|| WrongUsage::unknown("series", &self.series, &ids(catalogue.series.keys().collect())))?;
        let season = series.seasons.values().find(|season| season.id == *self.season);
        let season =
            season.ok_or_else(|| WrongUsage::unknown("season", &self.season, &ids(series.seasons.keys().collect())))?;
        Ok((series, season))
    }

    /// The tables of a championship that are wanted, each with the moment it stands for.
    fn tables(&self, season: &Season, championship: &Championship, ledger: &Ledger) -> Vec<(String, Standings)> {
        let wanted = |after: &str| self.after.as_deref().is_none_or(|wanted| wanted == after);
        let last = match self.after.as_deref() {
            None => ledger.sessions.len().checked_sub(1),
            Some(after) => ledger.last_of_round(after),
        };
        let until = |last: Option<usize>| (0..last.map_or(0, |last| last + 1)).collect::<Vec<_>>();
        let rounds = after_every_round(season, championship, ledger, &until(last));
        let named = |table: Standings| Some((table.after.as_ref()?.round.to_string(), table));
        let mut tables: Vec<(String, Standings)> = rounds.into_iter().filter_map(named).collect();
        tables.retain(|(after, _)| wanted(after));
        if wanted(FINAL) {
            let all = until(ledger.sessions.len().checked_sub(1));
            let table = standings(season, championship, ledger, &all, DateTime::<Utc>::MAX_UTC);
            tables.push((FINAL.to_owned(), table));
        }
        tables
    }
}

fn line<'a>(after: &'a str, table: &'a Standings) -> Line<'a> {
    Line {
        championship: &table.championship,
        after,
        basis: &table.basis,
        rows: table.rows.iter().map(row).collect(),
    }
}

fn row(row: &Standing) -> Row<'_> {
    Row {
        position: row.position,
        competitor: &row.competitor,
        points: row.points.map(number),
        gross: row.gross.as_ref().map(Points::to_string),
        wins: row.wins,
        tied: row.tied,
    }
}

fn number(points: Range<Points>) -> Number {
    match points.exact() {
        Some(exact) => Number::Exact(exact.to_string()),
        None => Number::Between {
            low: points.low.to_string(),
            high: (points.high < UNBOUNDED).then(|| points.high.to_string()),
        },
    }
}
