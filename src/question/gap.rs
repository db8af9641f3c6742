//! `gap`: how many points are between two of a table.

use serde::Serialize;

use super::args::Args;
use super::spec::{AFTER, CHAMPIONSHIP, SEASON, SERIES, Takes};
use super::{Ask, Misunderstanding, Opt, Question, Rival, Spec, defaults, given, history, standings};
use crate::answer::{Answer, Body, Gap as Facts, RankedCompetitor, StandingsTable};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Range, Ranks, Season, SeasonId, Slug};

pub(super) const SPEC: Spec = Spec {
    name: "gap",
    summary: "The gap in points: to the leader, to the one ahead, or between two, round by round",
    options: &[
        Opt {
            name: "driver",
            takes: Takes::Rival,
            summary: "a driver, a team, or a place such as p2",
        },
        Opt {
            name: "to",
            takes: Takes::Rival,
            summary: "another one; the leader and the neighbours if left out",
        },
        CHAMPIONSHIP,
        AFTER,
        SEASON,
        SERIES,
    ],
    examples: &["gap cooper", "gap cooper sedgwick", "gap p1 p3 pro", "gap masters"],
};

/// A gap in points.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Gap {
    /// Whose gap; everybody's to the leader if absent.
    pub driver: Option<Rival>,
    /// To whom; to the leader and the neighbours if absent.
    pub to: Option<Rival>,
    /// In which championship; in every one that has both if absent.
    pub championship: Option<Slug>,
    /// After which round or weekend; as of now if absent.
    pub after: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Gap {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Gap(Self {
            driver: args.rival("driver"),
            to: args.rival("to"),
            championship: args.id("championship"),
            after: args.id("after"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Ask for Gap {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let mut options = Vec::new();
        options.extend(self.driver.as_ref().map(|one| ("driver", one.to_string())));
        options.extend(self.to.as_ref().map(|one| ("to", one.to_string())));
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
            Question::Gap(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let mut shown = standings::tables_of(&scope, catalogue, asker, SPEC.name, again)?;
        let asked: Vec<&Rival> = self.driver.iter().chain(&self.to).collect();
        let gaps: Vec<Facts> = shown
            .tables
            .iter()
            .filter_map(|table| {
                let side = |row| table.standings.rows.get(row).zip(table.names.get(row));
                let side = |row| {
                    side(row).map(|(row, name)| RankedCompetitor::of(shown.series, shown.season, table, row, name))
                };
                let rows: Option<Vec<usize>> = asked.iter().map(|rival| row_of(table, rival)).collect();
                let sides = match rows?.as_slice() {
                    [] => 0..table.standings.rows.len().min(3),
                    // How far everybody is from one: the head of the table around them.
                    [one] if self.driver.is_none() => {
                        let rows: Vec<usize> = (0..table.standings.rows.len().min(3)).chain([*one]).collect();
                        return Some(Facts::between(table, &rows, side));
                    }
                    [one] => return Some(Facts::around(table, *one, side)),
                    // Somebody and the place they hold are one.
                    [one, other, ..] if one == other => return Some(Facts::around(table, *one, side)),
                    [one, other, ..] => {
                        let mut gap = Facts::between(table, &[*one, *other], side);
                        gap.history = history::of(self, &shown, table, catalogue, asker);
                        return Some(gap);
                    }
                };
                Some(Facts::between(table, &sides.collect::<Vec<_>>(), side)).filter(|gap| !gap.sides.is_empty())
            })
            .collect();
        if gaps.is_empty() {
            return Err(self.why_not(&shown, catalogue, asker));
        }
        shown
            .tables
            .retain(|table| gaps.iter().any(|gap| gap.championship == table.title));
        Ok(Answer {
            frame: shown.frame(catalogue, asker),
            body: Body::Gap(gaps),
        })
    }
}

impl Gap {
    /// Why no table has all that was asked for.
    pub(super) fn why_not(
        &self,
        shown: &standings::Shown<'_>,
        catalogue: &Catalogue,
        asker: &Asker,
    ) -> Misunderstanding {
        let name = |rival: &Rival| match rival {
            Rival::Driver(id) => shown
                .series
                .drivers
                .get(id)
                .map_or_else(|| id.to_string(), |driver| driver.name.clone()),
            Rival::Team(id) => shown
                .series
                .teams
                .get(id)
                .map_or_else(|| id.to_string(), |team| team.name.clone()),
            Rival::Place(place) => format!("P{place}"),
        };
        let table_of = |rival: &Rival| shown.tables.iter().find(|table| row_of(table, rival).is_some());
        if let (Some(one), Some(other)) = (&self.driver, &self.to)
            && let (Some(of_one), Some(of_other)) = (table_of(one), table_of(other))
        {
            return Misunderstanding::AcrossClasses {
                one: (name(one), of_one.title.name.clone()),
                other: (name(other), of_other.title.name.clone()),
                instead: [one, other]
                    .map(|rival| {
                        Question::Gap(Self {
                            driver: Some(rival.clone()),
                            to: None,
                            ..self.clone()
                        })
                        .line()
                    })
                    .to_vec(),
            };
        }
        let missing = self
            .driver
            .iter()
            .chain(&self.to)
            .find(|rival| table_of(rival).is_none());
        let home = |rival: &Rival| shown.tables.iter().find(|table| self.belongs(shown, table, rival));
        match missing {
            Some(Rival::Place(place)) => {
                let table = shown.tables.first();
                Misunderstanding::NoSuchPlace {
                    place: *place,
                    championship: table.map_or_else(String::new, |table| table.title.name.clone()),
                    rows: table.map_or(0, |table| table.standings.rows.len()),
                    instead: table.map(|table| self.table(table)).into_iter().collect(),
                }
            }
            Some(rival) if home(rival).is_none() => {
                let begun = |season: &Season| season.weekends.iter().any(|one| defaults::begun(one, catalogue, asker));
                self.not_in_season(shown, rival, name(rival), begun)
            }
            Some(rival) => Misunderstanding::NotInTable {
                name: name(rival),
                championship: home(rival).map(|table| table.title.name.clone()),
                at_most: home(rival)
                    .filter(|table| !table.standings.complete)
                    .and_then(|table| table.standings.rows.iter().filter_map(|row| row.points).next_back())
                    .and_then(Range::exact),
                instead: home(rival).map(|table| self.table(table)).into_iter().collect(),
            },
            None => Misunderstanding::NothingKnown {
                question: SPEC.name,
                series: shown.series.name.clone(),
                season: Some(shown.season.id.clone().into()),
            },
        }
    }

    /// Somebody who is in no class of the season: the seasons that have them, latest first.
    fn not_in_season(
        &self,
        shown: &standings::Shown<'_>,
        rival: &Rival,
        name: String,
        begun: impl Fn(&Season) -> bool,
    ) -> Misunderstanding {
        let has = |season: &&Season| {
            season.entries.iter().any(|entry| match rival {
                Rival::Driver(id) => entry.has_driver(id),
                Rival::Team(id) => entry.team.as_deref() == Some(id),
                Rival::Place(_) => false,
            })
        };
        let seasons: Vec<SeasonId> = shown
            .series
            .each_season()
            .rev()
            .filter(|season| begun(season))
            .filter(has)
            .map(|season| season.id.clone())
            .collect();
        // That season may have no table with them, but it tells who they are.
        let line = |season: &SeasonId| {
            let (season, series) = (Some(season.slug().clone()), self.series.clone());
            match rival {
                Rival::Driver(id) => Some(
                    Question::Driver(super::Driver {
                        driver: id.clone(),
                        season,
                        series,
                    })
                    .line(),
                ),
                Rival::Team(id) => Some(
                    Question::Team(super::Team {
                        team: id.clone(),
                        season,
                        series,
                    })
                    .line(),
                ),
                Rival::Place(_) => None,
            }
        };
        Misunderstanding::NotInSeason {
            name,
            season: shown.season.id.clone().into(),
            instead: seasons.iter().filter_map(line).collect(),
            seasons,
        }
    }

    /// The question for a whole table.
    fn table(&self, table: &StandingsTable) -> String {
        let asked = super::Standings {
            championship: Some(table.title.id.clone()),
            after: self.after.clone(),
            season: self.season.clone(),
            series: self.series.clone(),
        };
        Question::Standings(asked).line()
    }

    /// Whether a table is the one that somebody who is not in it would be in.
    fn belongs(&self, shown: &standings::Shown<'_>, table: &StandingsTable, rival: &Rival) -> bool {
        let entries = || shown.season.entries.iter();
        match rival {
            Rival::Driver(driver) => {
                table.ranks == Ranks::Driver
                    && entries()
                        .any(|entry| entry.has_driver(driver) && (table.class.is_none() || entry.class == table.class))
            }
            Rival::Team(_) => table.ranks == Ranks::Entrant,
            Rival::Place(_) => self.championship.as_ref().is_none_or(|asked| *asked == table.title.id),
        }
    }
}

/// The row of somebody in a table.
pub(super) fn row_of(table: &StandingsTable, rival: &Rival) -> Option<usize> {
    row_in(&table.standings, table.ranks, rival)
}

/// The row of somebody in a table that ranks drivers, teams, cars or makes.
pub(super) fn row_in(table: &crate::scoring::Standings, ranks: Ranks, rival: &Rival) -> Option<usize> {
    let mut rows = table.rows.iter();
    match (rival, ranks) {
        (Rival::Driver(id), Ranks::Driver) | (Rival::Team(id), Ranks::Entrant) => {
            rows.position(|row| row.competitor == *id)
        }
        (Rival::Place(place), _) => rows.position(|row| row.position == Some(*place)),
        (Rival::Driver(_) | Rival::Team(_), _) => None,
    }
}
