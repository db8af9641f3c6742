//! Line-ups: the entries of a season with drivers, weekends and results, as the asker may know them.

use super::classification::SeasonView;
use super::defaults;
use crate::answer::{CarCrew, DriverSession, NamedId, PublishedCount, Seat, StandingsTable};
use crate::domain::{
    Award, CarNumber, ChampionshipId, ClassId, Classification, DriverId, Entry, Note, Ranks, Season, Session, Slug,
    SourceId, TeamId, Weekend, Weekends,
};
use crate::scoring::{Basis, Finisher, finishers};

/// Those who won an award.
#[derive(Default)]
pub(super) struct AwardCrew<'a> {
    pub drivers: Vec<&'a DriverId>,
    pub car: Option<&'a CarNumber>,
    pub team: Option<&'a TeamId>,
}

impl<'a> SeasonView<'a> {
    /// True if a weekend has begun.
    pub(super) fn begun(self, weekend: &Weekend) -> bool {
        defaults::begun(weekend, self.catalogue, self.asker)
    }

    /// The weekends of the season that have begun.
    fn weekends(self) -> impl Iterator<Item = &'a Weekend> {
        self.season.weekends.iter().filter(move |weekend| self.begun(weekend))
    }

    /// The entries that are known: each from its first weekend on, or from the season's where it names none.
    pub(super) fn entries(self) -> impl Iterator<Item = &'a Entry> {
        let known = move |entry: &&Entry| match &entry.weekends {
            Some(Weekends::Only(_)) => self.weekends().any(|weekend| entry.is_for(&weekend.id)),
            Some(Weekends::All(_)) | None => self.weekends().next().is_some(),
        };
        self.season.entries.iter().filter(known)
    }

    /// The last weekend so far that an entry is for, counted from 0.
    pub(super) fn last_of(self, entry: &Entry) -> Option<usize> {
        let here = |(_, weekend): &(usize, &Weekend)| entry.is_for(&weekend.id);
        self.weekends().enumerate().filter(here).last().map(|(at, _)| at)
    }

    /// An entry with names.
    pub(super) fn seat(self, entry: &Entry) -> Seat {
        let here: Vec<&Weekend> = self.weekends().filter(|weekend| entry.is_for(&weekend.id)).collect();
        let some = matches!(entry.weekends, Some(Weekends::Only(_))) && here.len() < self.weekends().count();
        let to_come = self
            .season
            .weekends
            .iter()
            .any(|weekend| !self.begun(weekend) && (entry.weekends.is_none() || entry.is_for(&weekend.id)));
        let driver = entry.drivers.first();
        Seat {
            who: CarCrew::of(
                self.series,
                &entry.drivers.iter().collect::<Vec<_>>(),
                entry.car.as_ref(),
                entry.team.as_ref(),
            ),
            hometown: driver
                .and_then(|id| self.series.drivers.get(id))
                .and_then(|driver| driver.hometown.clone()),
            class: entry.class.as_ref().map(|class| NamedId::class(self.season, class)),
            weekends: some.then(|| {
                here.iter()
                    .map(|one| NamedId::new(&one.id, &one.name).untyped())
                    .collect()
            }),
            guest: entry.guest,
            rookie: entry.rookie,
            // A note speaks of the whole entry, so it waits for its last weekend.
            note: entry.note.clone().filter(|_| !to_come),
            derived: entry.derived.clone(),
        }
    }

    /// The sessions that are over and of which something is known.
    pub(super) fn sessions(self) -> impl Iterator<Item = (&'a Weekend, &'a Session, &'a Classification)> {
        let all = self
            .season
            .weekends
            .iter()
            .flat_map(|weekend| weekend.sessions.iter().map(move |session| (weekend, session)));
        all.filter_map(move |(weekend, session)| Some((weekend, session, self.known(weekend, session)?)))
    }

    /// The sessions of which a row or an award is wanted, the latter by those who won it.
    pub(super) fn outings(
        self,
        row: impl Fn(&Finisher<'_>) -> bool,
        award: impl Fn(&[&DriverId], Option<&TeamId>) -> bool,
    ) -> (Vec<DriverSession>, Vec<&'a SourceId>) {
        let mut outings = Vec::new();
        let mut sources = Vec::new();
        for (weekend, session, known) in self.sessions() {
            let mut found: Vec<DriverSession> = Vec::new();
            let rows = finishers(self.season, known);
            for finisher in rows.iter().filter(|finisher| row(finisher)) {
                let class = finisher.class.and_then(|id| self.season.class(id.as_str()));
                let mut outing = outing(weekend, session, known);
                outing.class = class.map(|class| NamedId::new(&class.id, &class.name));
                let mut finish = self.finish(known, finisher, class);
                let of_driver = known
                    .penalties
                    .iter()
                    .find(|one| finisher.drivers.contains(&&one.driver));
                finish.penalty = finish.penalty.or_else(|| of_driver.map(|one| one.what.clone()));
                outing.finish = Some(finish);
                found.push(outing);
                sources.extend(known.sources.iter().chain(&finisher.row.sources));
            }
            for won in known
                .awards
                .iter()
                .filter(|won| won.place.is_none_or(|place| place == 1))
            {
                let crew = self.award_crew(weekend, won, &rows);
                if !award(&crew.drivers, crew.team) {
                    continue;
                }
                sources.extend(&won.sources);
                if found.is_empty() {
                    let class = won.class.as_ref().map(|class| NamedId::class(self.season, class));
                    found.push(DriverSession {
                        class,
                        ..outing(weekend, session, known)
                    });
                }
                let theirs = |one: &DriverSession| {
                    let with = one.finish.iter().flat_map(|finish| &finish.who.with);
                    let mut crew_of = one
                        .finish
                        .iter()
                        .filter_map(|finish| finish.who.driver.as_ref())
                        .chain(with);
                    crew_of.any(|driver| crew.drivers.iter().any(|id| driver.id == **id))
                };
                let at = found.iter().position(theirs).unwrap_or(0);
                if let Some(one) = found.get_mut(at).filter(|one| !one.awards.contains(&won.award)) {
                    one.awards.push(won.award.clone());
                }
            }
            outings.extend(found);
        }
        (outings, sources)
    }

    /// Those who won an award: its driver, or the whole crew of its car.
    pub(super) fn award_crew(self, weekend: &Weekend, won: &'a Award, rows: &[Finisher<'a>]) -> AwardCrew<'a> {
        let (driver, car) = (won.driver.as_ref(), won.car.as_ref());
        if driver.is_none() && car.is_none() {
            return AwardCrew::default();
        }
        let row = rows.iter().find(|row| match driver {
            Some(driver) => row.has_driver(driver),
            None => row.car == car,
        });
        let entry = self.season.entry(&weekend.id, driver, car);
        let crew = || match row {
            Some(row) => row.drivers.clone(),
            None => entry.iter().flat_map(|entry| &entry.drivers).collect(),
        };
        AwardCrew {
            drivers: driver.map_or_else(crew, |driver| vec![driver]),
            car: car.or_else(|| row.and_then(|row| row.car)),
            team: row
                .and_then(|row| row.team)
                .or_else(|| entry.and_then(|entry| entry.team.as_ref())),
        }
    }

    /// The tables that rank `competitor`, cut to that row, and those of `classes` that do not list it.
    pub(super) fn standings(self, ranks: Ranks, competitor: &Slug, classes: &[&ClassId]) -> Vec<StandingsTable> {
        let tables = super::standings::tables(self.catalogue, self.series, self.season, None);
        let ranking = tables.filter(|(championship, _)| championship.ranks == ranks);
        let tables = ranking.filter_map(|(championship, ledger)| {
            super::standings::table(self.series, self.season, championship, ledger, None, self.asker).ok()
        });
        tables
            .map(|mut table| {
                let at = table
                    .standings
                    .rows
                    .iter()
                    .position(|row| row.competitor == *competitor);
                table.names = at.and_then(|at| table.names.get(at).cloned()).into_iter().collect();
                table.standings.rows.retain(|row| row.competitor == *competitor);
                table
            })
            .filter(|table| {
                let due = table.class.as_ref().is_some_and(|class| classes.contains(&class))
                    || (ranks == Ranks::Entrant && !classes.is_empty());
                !table.standings.rows.is_empty() || (due && table.standings.basis != Basis::Unknown)
            })
            .collect()
    }

    /// The newest printed counts of a competitor, with their sources.
    pub(super) fn tallies(self, competitor: &Slug) -> (Vec<PublishedCount>, Vec<&'a SourceId>) {
        let mut newest: Vec<(usize, &'a crate::domain::Tally)> = Vec::new();
        for tally in self
            .season
            .tallies
            .iter()
            .filter(|tally| tally.competitor == *competitor)
        {
            let ledger = self
                .catalogue
                .ledger(&self.series.id, &self.season.id, &tally.championship);
            let at = ledger.and_then(|ledger| {
                let at = ledger.last_of_round(tally.after.as_str())?;
                (ledger.sessions.get(at)?.end <= self.asker.now).then_some(at)
            });
            let Some(at) = at else { continue };
            let same = |(_, other): &&mut (usize, &crate::domain::Tally)| {
                other.tally == tally.tally && other.championship == tally.championship
            };
            match newest.iter_mut().find(same) {
                Some(other) if other.0 < at => *other = (at, tally),
                Some(_) => {}
                None => newest.push((at, tally)),
            }
        }
        let count = |(_, tally): &(usize, &crate::domain::Tally)| PublishedCount {
            tally: tally.tally.clone(),
            count: tally.count,
            after: tally.after.clone(),
            championship: championship(self.season, &tally.championship),
            note: tally.note.clone(),
        };
        (
            newest.iter().map(count).collect(),
            newest.iter().flat_map(|(_, tally)| &tally.sources).collect(),
        )
    }

    /// The notes of the season and its weekends that are known and wanted.
    pub(super) fn notes(self, wanted: impl Fn(&Note) -> bool) -> Vec<&'a Note> {
        let first = self.season.weekends.first();
        let season = first
            .into_iter()
            .flat_map(|first| self.season.notes.iter().map(move |note| (first, note)));
        let weekends = self
            .season
            .weekends
            .iter()
            .flat_map(|weekend| weekend.notes.iter().map(move |note| (weekend, note)));
        season
            .chain(weekends)
            .filter(|(weekend, note)| wanted(note) && defaults::is_known(note, weekend, self.catalogue, self.asker))
            .map(|(_, note)| note)
            .collect()
    }
}

fn outing(weekend: &Weekend, session: &Session, known: &Classification) -> DriverSession {
    DriverSession {
        weekend: NamedId::new(&weekend.id, &weekend.name),
        session: NamedId::new(&session.id, &session.name),
        round: session.round.clone(),
        status: known.status,
        class: None,
        finish: None,
        awards: Vec::new(),
    }
}

fn championship(season: &Season, id: &ChampionshipId) -> NamedId<ChampionshipId> {
    let name = season.championship(id.as_str()).map_or(id.as_str(), |one| &one.name);
    NamedId::new(id, name)
}
