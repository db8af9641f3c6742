//! `raceweek export`: data of the packs as lines of JSON, for other programs.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::exit;
use super::options::UnknownName;
use super::print::write_out;
use crate::answer::{FINAL, table_lines};
use crate::app::packs;
use crate::dataset::Catalogue;
use crate::domain::{Id, Season, Series, Slug};

/// Prints what the packs give as lines of JSON.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(subcommand)]
    what: ExportKind,
}

#[derive(Debug, Subcommand)]
enum ExportKind {
    /// Prints every championship's table after every round of a season, then the final one.
    Standings(Tables),
}

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

/// Format of a line, for the help.
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

impl Export {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        match &self.what {
            ExportKind::Standings(tables) => tables.run(),
        }
    }
}

impl Tables {
    fn run(&self) -> anyhow::Result<u8> {
        let catalogue = packs(self.data.as_deref())?;
        let (series, season) = self.season(&catalogue)?;
        let lines = table_lines(&catalogue, series, season, self.after.as_deref());
        if let Some(round) = self.after.as_ref().filter(|_| lines.is_empty()) {
            let rounds = season.rounds();
            let known = rounds.iter().map(|round| round.label.as_str()).chain([FINAL]);
            return Err(UnknownName::new("round", round, &known.collect::<Vec<_>>()).into());
        }
        let mut text = String::new();
        for line in &lines {
            text.push_str(&serde_json::to_string(line)?);
            text.push('\n');
        }
        write_out(&text)?;
        Ok(exit::ANSWERED)
    }

    fn season<'a>(&self, catalogue: &'a Catalogue) -> Result<(&'a Series, &'a Season), UnknownName> {
        let ids = |ids: Vec<&'a Slug>| ids.into_iter().map(Slug::as_str).collect::<Vec<_>>();
        let series = catalogue.series.values().find(|series| series.id == *self.series);
        let series = series.ok_or_else(|| {
            UnknownName::new(
                "series",
                &self.series,
                &ids(catalogue.series.keys().map(Id::slug).collect()),
            )
        })?;
        let season = series.each_season().find(|season| season.id == *self.season);
        let season = season.ok_or_else(|| {
            UnknownName::new(
                "season",
                &self.season,
                &ids(series.seasons.keys().map(Id::slug).collect()),
            )
        })?;
        Ok((series, season))
    }
}
