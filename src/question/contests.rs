//! Contests for a championship: its outlook at the asker's moment, with names; shared by `title` and `lead`.

use super::request::Request;
use super::{Misunderstanding, Rival, standings};
use crate::answer::{CompetitorName, ContenderOutlook, Doubts, ForecastBasis, NamedId, OpenRace, Person};
use crate::domain::{
    Asker, AwardId, Calendar, Championship, ChampionshipId, Points, PublicationStatus, Range, RoundLabel, Season,
    Series, Slug, SourceId,
};
use crate::scoring::future::{ContenderId, Outlook, SufficientResult};
use crate::scoring::{After, Ledger};

/// A championship of a season.
#[derive(Clone, Copy)]
pub(super) struct TitleRace<'a> {
    pub series: &'a Series,
    pub season: &'a Season,
    pub championship: &'a Championship,
    pub ledger: &'a Ledger,
    /// The last round of which a session is over.
    pub after: Option<&'a RoundLabel>,
}

/// A championship with what can still happen in it.
pub(super) struct Contest<'a> {
    pub race: TitleRace<'a>,
    pub outlook: Outlook<'a>,
}

/// The championships that were asked for, of the season that was meant, each with its outlook; and those of which too
/// little is known.
pub(super) struct Contests<'a> {
    pub series: &'a Series,
    pub season: &'a Season,
    pub known: Vec<Contest<'a>>,
    pub unknown: Vec<TitleRace<'a>>,
}

pub(super) fn contests(request: Request<'_>) -> Result<Contests<'_>, Misunderstanding> {
    let (catalogue, asker) = (request.catalogue, request.asker);
    let championship = request.options.championship.as_deref();
    let series = request.series()?;
    let season = request.season(series)?;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (championship, ledger) in standings::tables(catalogue, series, season, championship) {
        let over = ledger.over(asker.now);
        let race = TitleRace {
            series,
            season,
            championship,
            ledger,
            after: over.last().and_then(|at| Some(&ledger.sessions.get(*at)?.round)),
        };
        match Outlook::new(season, championship, ledger, asker.now) {
            Some(outlook) if !outlook.contenders().is_empty() => known.push(Contest { race, outlook }),
            _ => unknown.push(race),
        }
    }
    if known.is_empty() && unknown.is_empty() {
        return Err(standings::missing(request, series, season));
    }
    Ok(Contests {
        series,
        season,
        known,
        unknown,
    })
}

impl TitleRace<'_> {
    pub fn title(&self) -> NamedId<ChampionshipId> {
        NamedId::new(&self.championship.id, &self.championship.name)
    }

    /// A competitor by name.
    pub fn person(&self, id: &Slug) -> Person {
        Person::Named {
            id: id.clone(),
            row: CompetitorName::of((self.series, self.season), self.championship.ranks, id, self.after),
        }
    }

    /// True if every session of the whole season is over.
    pub fn is_over(&self, asker: &Asker) -> bool {
        let sessions = &self.ledger.sessions;
        self.season.calendar == Calendar::Complete && sessions.iter().all(|counted| counted.end <= asker.now)
    }

    /// The status of the table published after a session, where that is known.
    fn status(&self, after: usize, asker: &Asker) -> Option<PublicationStatus> {
        let tables = self.ledger.printed(self.season, &[after], asker.now);
        tables.last().and_then(|(_, table)| table.status)
    }

    /// Progress of the season up to the table published after a session, and the sessions since.
    pub fn scene(&self, after: usize, asker: &Asker) -> ForecastBasis {
        let since = self.ledger.sessions.iter().skip(after + 1);
        let (run, to_come): (Vec<_>, Vec<_>) = since.partition(|counted| counted.end <= asker.now);
        let round = self.ledger.sessions.get(after).map(|counted| counted.round.clone());
        let rules = self.season.rules_of(self.championship);
        ForecastBasis {
            after: After::of(
                self.ledger,
                &(0..=after).collect::<Vec<_>>(),
                self.ledger.rounds(0..=after),
            ),
            of: self.ledger.all_rounds(),
            base: round,
            doubts: Doubts {
                published: self.status(after, asker),
                counted: None,
            },
            to_come: to_come.len(),
            unknown: run.len(),
            exact: true,
            drops: rules
                .and_then(|rules| rules.drops.as_ref())
                .map(|drops| !drops.is_empty()),
            awards: Vec::new(),
        }
    }
}

impl<'a> Contest<'a> {
    /// Sources of the published table that this starts from, and of the results since.
    pub fn sources(&self, asker: &Asker) -> impl Iterator<Item = &'a SourceId> {
        let over = self.race.ledger.over(asker.now);
        let results = standings::results_of(self.race.season, self.race.ledger, self.since(&over), asker.now);
        self.outlook.sources().iter().chain(results)
    }

    /// Those of the sessions `over` that are after the published table.
    fn since<'o>(&self, over: &'o [usize]) -> &'o [usize] {
        match self.outlook.base() {
            Some(base) => standings::after(self.race.ledger, over, base),
            None => over,
        }
    }

    /// True if a competitor is ranked here.
    pub fn ranks(&self, rival: &Rival) -> bool {
        match rival {
            Rival::Place(_) => true,
            named => named.in_ranks(self.race.championship.ranks).is_some_and(|id| {
                self.race.ledger.competitors.binary_search(id).is_ok() || self.outlook.contender(id).is_some()
            }),
        }
    }

    /// The contender that is meant; anybody not listed for a competitor that no table lists.
    pub fn index(&self, rival: &Rival) -> Option<usize> {
        let contenders = self.outlook.contenders();
        match rival {
            Rival::Place(place) => usize::from(*place).checked_sub(1).filter(|at| *at < contenders.len()),
            named => {
                let id = named.in_ranks(self.race.championship.ranks)?;
                let unlisted = || contenders.iter().position(|one| one.competitor().is_none());
                self.outlook.contender(id).or_else(unlisted)
            }
        }
    }

    /// Progress of the season, with the data that the forecast rests on.
    pub fn scene(&self, asker: &Asker) -> ForecastBasis {
        let over = self.race.ledger.over(asker.now);
        let open = self.outlook.positions();
        let base = self.outlook.base();
        let base = base.and_then(|base| self.race.ledger.last_of_round(base.as_str()));
        let done: Vec<usize> = over.iter().copied().filter(|at| !open.contains(at)).collect();
        ForecastBasis {
            after: After::of(self.race.ledger, &done, self.race.ledger.rounds(done.iter().copied())),
            of: self.race.ledger.all_rounds(),
            base: self.outlook.base().cloned(),
            doubts: Doubts {
                published: base.and_then(|base| self.race.status(base, asker)),
                counted: standings::unconfirmed(self.race.season, self.race.ledger, self.since(&over), asker.now),
            },
            to_come: open.iter().filter(|at| !over.contains(at)).count(),
            unknown: open.iter().filter(|at| over.contains(at)).count(),
            exact: self.outlook.exact(),
            drops: self.outlook.drops(),
            awards: self.awards(open.len()),
        }
    }

    /// The awards that pay in any of the first `sessions` open sessions.
    fn awards(&self, sessions: usize) -> Vec<AwardId> {
        let mut awards: Vec<AwardId> = Vec::new();
        for award in (0..sessions).flat_map(|at| self.outlook.awards(at)) {
            if !awards.contains(award) {
                awards.push(award.clone());
            }
        }
        awards
    }

    /// A contender by name.
    pub fn person(&self, who: &ContenderId) -> Person {
        match who {
            ContenderId::Competitor(id) => self.race.person(id),
            ContenderId::NotListed => Person::NotListed,
        }
    }

    /// A contender with what it can reach in the first `sessions` open sessions.
    pub fn hope(&self, index: usize, sessions: usize) -> Option<ContenderOutlook> {
        let contenders = self.outlook.contenders();
        let contender = contenders.get(index)?;
        let (points, lead) = (contender.points(), contenders.first()?.points());
        Some(ContenderOutlook {
            who: self.person(&contender.who),
            points,
            most: self.outlook.reach(index, sessions)?.high,
            gap: lead.exact().zip(points.exact()).map(|(lead, points)| lead - points),
            chance: self.outlook.chance(index, sessions),
        })
    }

    /// An open session by name.
    pub fn stop(&self, session: usize) -> Option<OpenRace> {
        let (named, round) = self.outlook.open().into_iter().nth(session)?;
        let weekend = self.race.season.weekend(named.weekend.as_str())?;
        let session = weekend.session(named.session.as_str())?;
        Some(OpenRace {
            weekend: NamedId::new(&weekend.id, &weekend.name),
            session: NamedId::new(&session.id, &session.name),
            round: round.clone(),
        })
    }

    /// True if an open session was run, so that its result is but not known.
    pub fn is_run(&self, session: usize, asker: &Asker) -> bool {
        let at = self.outlook.positions().get(session).copied();
        let counted = at.and_then(|at| self.race.ledger.sessions.get(at));
        counted.is_some_and(|counted| counted.end <= asker.now)
    }

    /// Number of open sessions up to and with the next race that is still to come.
    pub fn to_the_next_race(&self, asker: &Asker) -> Option<usize> {
        let race = |(named, _): &(&crate::domain::SessionRef, &RoundLabel)| {
            let session = self
                .race
                .season
                .weekend(named.weekend.as_str())?
                .session(named.session.as_str());
            session.filter(|session| session.kind == crate::domain::SessionKind::Race)
        };
        let to_come = |at: &usize| {
            self.race
                .ledger
                .sessions
                .get(*at)
                .is_some_and(|one| one.end > asker.now)
        };
        let mut open = self.outlook.open().into_iter().zip(self.outlook.positions());
        let next = open.position(|(one, at)| to_come(&at) && race(&one).is_some())?;
        Some(next + 1)
    }

    /// Number of open sessions up to the end of the weekend of the open session before `sessions`.
    pub fn to_the_end_of_weekend(&self, sessions: usize) -> usize {
        let open = self.outlook.open();
        let weekend = sessions
            .checked_sub(1)
            .and_then(|at| open.get(at))
            .map(|(named, _)| &named.weekend);
        open.iter()
            .rposition(|(named, _)| Some(&named.weekend) == weekend)
            .map_or(sessions, |at| at + 1)
    }

    /// The names of those whom lines limit, each once.
    pub fn limited(&self, lines: &[SufficientResult]) -> Vec<Person> {
        let mut limited: Vec<Person> = Vec::new();
        for limit in lines.iter().flat_map(|line| &line.limits) {
            let person = self.person(&limit.who);
            if !limited.contains(&person) {
                limited.push(person);
            }
        }
        limited
    }
}

impl ContenderOutlook {
    /// The points so far, if they are known exactly.
    pub fn known(&self) -> Option<Points> {
        Range::exact(self.points)
    }
}
