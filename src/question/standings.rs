//! `standings`: championship tables, now or after a round.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::request::Request;
use super::{Misunderstanding, Question, QuestionKind, Rival};
use crate::answer::{Answer, Body, Frame, StandingsTable, TableAge};
use crate::dataset::Catalogue;
use crate::domain::{
    Asker, Championship, Classification, PublicationStatus, Ranks, Season, Series, Session, SessionRef, Slug, SourceId,
    Weekend,
};
use crate::scoring::{Basis, CountedSession, Ledger, Standings, TableContext};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let shown = tables_of(request)?;
    Ok(Answer::new(shown.frame(request), Body::Standings(shown.tables)))
}

/// The tables that were meant.
pub(super) struct Shown<'a> {
    pub series: &'a Series,
    pub season: &'a Season,
    pub tables: Vec<StandingsTable>,
}

impl Shown<'_> {
    /// The frame of an answer that rests on these tables.
    pub(super) fn frame(&self, request: Request<'_>) -> Frame {
        let sources = self.tables.iter().flat_map(|table| &table.standings.sources);
        request
            .frame(self.series, Some(self.season))
            .citing(self.series, sources)
    }
}

/// The tables that are meant, of the season that is meant; where results are missing, the last full ones.
pub(super) fn tables_of(request: Request<'_>) -> Result<Shown<'_>, Misunderstanding> {
    shown(request, table)
}

/// The tables of the season that is meant with everything that is known, in part or not.
pub(super) fn partial_tables_of(request: Request<'_>) -> Result<Shown<'_>, Misunderstanding> {
    shown(request, partial_table)
}

/// Makes the table of a championship at the asker's moment, or as it stood after a round or weekend.
type MakeTable =
    fn(&Series, &Season, &Championship, &Ledger, Option<&Slug>, &Asker) -> Result<StandingsTable, Misunderstanding>;

fn shown(request: Request<'_>, make: MakeTable) -> Result<Shown<'_>, Misunderstanding> {
    let (catalogue, asker) = (request.catalogue, request.asker);
    let asked = request.options.championship.as_deref();
    let series = request.series()?;
    let season = request.season(series)?;
    let after = request.options.after.as_ref();
    let tables: Vec<StandingsTable> = tables(catalogue, series, season, asked)
        .map(|(championship, ledger)| make(series, season, championship, ledger, after, asker))
        .collect::<Result<_, _>>()?;
    if tables.is_empty() && (request.options.season.is_some() || asked.is_some()) {
        return Err(missing(request, series, season));
    }
    Ok(Shown { series, season, tables })
}

/// The championships that were asked for, with their ledgers.
pub(super) fn tables<'a>(
    catalogue: &'a Catalogue,
    series: &'a Series,
    season: &'a Season,
    asked: Option<&Slug>,
) -> impl Iterator<Item = (&'a Championship, &'a Ledger)> {
    season
        .championships
        .iter()
        .filter(move |championship| asked.is_none_or(|asked| championship.id == *asked))
        .filter_map(|championship| {
            Some((
                championship,
                catalogue.ledger(&series.id, &season.id, &championship.id)?,
            ))
        })
}

/// The table of a championship at the asker's moment, or as it stood after a round or weekend. Where results are missing
/// since, it is the last full one: sums with gaps do not say who is ahead.
pub(super) fn table(
    series: &Series,
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    after: Option<&Slug>,
    asker: &Asker,
) -> Result<StandingsTable, Misunderstanding> {
    let (over, as_of) = moment(series, season, championship, ledger, after, asker)?;
    let now = table_over(series, season, championship, ledger, (&over, as_of));
    if after.is_some() || now.standings.has_places() {
        return Ok(now);
    }
    let full = crate::scoring::last_full(season, championship, ledger, &over, as_of);
    let Some(last) = full.last().and_then(|last| ledger.sessions.get(*last)) else {
        return Ok(now);
    };
    let mut table = table_over(series, season, championship, ledger, (full, as_of));
    if !table.standings.has_places() {
        return Ok(now);
    }
    let SessionRef { weekend, session } = &last.session;
    let weekend = season.weekend(weekend.as_str());
    let date = weekend.map(|weekend| {
        weekend
            .session(session.as_str())
            .and_then(|one| one.date)
            .unwrap_or(weekend.end)
    });
    let since = over.get(full.len()..).unwrap_or_default();
    let held = |at: &usize| {
        let counted = ledger.sessions.get(*at);
        counted.is_some_and(|one| {
            season
                .classification(&one.session.weekend, &one.session.session, as_of)
                .is_some()
        })
    };
    table.age = date.map(|date| TableAge {
        date,
        sessions: since.len(),
        partly: since.iter().any(held),
    });
    Ok(table)
}

/// The table of a championship at the asker's moment, or as it stood after a round or weekend, with everything that is
/// known, in part or not.
fn partial_table(
    series: &Series,
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    after: Option<&Slug>,
    asker: &Asker,
) -> Result<StandingsTable, Misunderstanding> {
    let (over, as_of) = moment(series, season, championship, ledger, after, asker)?;
    Ok(table_over(series, season, championship, ledger, (&over, as_of)))
}

/// The table over some sessions as it stood at a moment.
fn table_over(
    series: &Series,
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    (over, as_of): (&[usize], DateTime<Utc>),
) -> StandingsTable {
    let mut standings = crate::scoring::standings(season, championship, ledger, over, as_of);
    let counted = behind(ledger, over, &standings.basis);
    let results = results_of(season, ledger, counted, as_of);
    standings.sources.extend(results.into_iter().cloned());
    StandingsTable {
        unconfirmed: unconfirmed(season, ledger, counted, as_of),
        ..StandingsTable::new(series, season, championship, standings)
    }
}

/// Sources of the results that a table over the sessions `over` was computed from, as it stood at `as_of`.
pub(super) fn results_behind<'a>(
    season: &'a Season,
    ledger: &Ledger,
    (over, as_of): (&[usize], DateTime<Utc>),
    basis: &Basis,
) -> BTreeSet<&'a SourceId> {
    results_of(season, ledger, behind(ledger, over, basis), as_of)
}

/// Those of the sessions `over` from whose results a table was computed.
fn behind<'o>(ledger: &Ledger, over: &'o [usize], basis: &Basis) -> &'o [usize] {
    match basis {
        Basis::Computed => over,
        Basis::PublishedAndComputed { since, .. } => after(ledger, over, since),
        Basis::Published | Basis::Unknown => &[],
    }
}

/// Those of the sessions `over` that come after a round.
pub(super) fn after<'o>(ledger: &Ledger, over: &'o [usize], round: &Slug) -> &'o [usize] {
    let base = ledger.last_of_round(round.as_str());
    let first = over.partition_point(|at| Some(*at) <= base);
    over.get(first..).unwrap_or_default()
}

/// Sources of the results of some sessions.
pub(super) fn results_of<'a>(
    season: &'a Season,
    ledger: &Ledger,
    sessions: &[usize],
    as_of: DateTime<Utc>,
) -> BTreeSet<&'a SourceId> {
    // Nearly every one names the same few.
    known_of(season, ledger, sessions, as_of)
        .flat_map(Classification::cited)
        .collect()
}

/// The least status of the results of some sessions, if one of them is not official yet.
pub(super) fn unconfirmed(
    season: &Season,
    ledger: &Ledger,
    sessions: &[usize],
    as_of: DateTime<Utc>,
) -> Option<PublicationStatus> {
    let statuses = known_of(season, ledger, sessions, as_of).filter_map(|known| known.status);
    statuses.min().filter(|status| *status != PublicationStatus::Official)
}

/// Results of some sessions, as far as known.
fn known_of<'a>(
    season: &'a Season,
    ledger: &Ledger,
    sessions: &[usize],
    as_of: DateTime<Utc>,
) -> impl Iterator<Item = &'a Classification> {
    let sessions = sessions.iter().filter_map(|at| ledger.sessions.get(*at));
    sessions.filter_map(move |counted| {
        let SessionRef { weekend, session } = &counted.session;
        season.classification(weekend, session, as_of)
    })
}

/// Applies a function to the championship of a table that is shown, over the sessions and as of the moment of that table.
pub(super) fn in_context<T>(
    request: Request<'_>,
    series: &Series,
    season: &Season,
    table: &StandingsTable,
    apply: impl FnOnce(&TableContext<'_>) -> Option<T>,
) -> Option<T> {
    let championship = season.championship(table.title.id.as_str())?;
    let ledger = request.catalogue.ledger(&series.id, &season.id, &championship.id)?;
    let after = request.options.after.as_ref();
    let (over, as_of) = moment(series, season, championship, ledger, after, request.asker).ok()?;
    apply(&TableContext {
        season,
        championship,
        ledger,
        over: &over,
        as_of,
    })
}

/// The sessions that a table is over, as positions in the ledger, and the moment it stands for.
pub(super) fn moment(
    series: &Series,
    season: &Season,
    championship: &Championship,
    ledger: &Ledger,
    after: Option<&Slug>,
    asker: &Asker,
) -> Result<(Vec<usize>, DateTime<Utc>), Misunderstanding> {
    let now = ledger.over(asker.now);
    let over = match after {
        None => now.clone(),
        Some(after) => {
            let until = until(series, season, ledger, after)?;
            if until.is_some_and(|last| !now.contains(&last)) {
                let weekend = season.weekend(after.as_str());
                let last = now.last().and_then(|last| ledger.sessions.get(*last));
                return Err(Misunderstanding::NotRunYet {
                    what: weekend.map_or_else(|| after.to_string(), |weekend| weekend.name.clone()),
                    last: last.map(|counted| counted.round.clone()),
                    instead: vec![
                        Question::of(QuestionKind::Standings)
                            .championship(championship.id.clone())
                            .season(season.id.clone()),
                    ],
                });
            }
            now.iter().copied().filter(|session| Some(*session) <= until).collect()
        }
    };
    // Decisions made since a round belong to today's table, not to the one of that round.
    let as_of = match ledger.known_from(&over) {
        Some(known) if over.len() < now.len() => known.min(asker.now),
        _ => asker.now,
    };
    Ok((over, as_of))
}

/// The last session that a championship counts up to and with a round or a weekend, as a position in its ledger.
fn until(series: &Series, season: &Season, ledger: &Ledger, after: &Slug) -> Result<Option<usize>, Misunderstanding> {
    let weekends = season.weekends.iter();
    let calendar: Vec<_> = weekends
        .flat_map(|weekend| weekend.sessions.iter().map(move |one| (weekend, one)))
        .collect();
    let named =
        |(weekend, session): &(&Weekend, &Session)| weekend.id == *after || session.round.as_deref() == Some(after);
    let Some(last) = calendar.iter().rposition(named) else {
        let has = |other: &&Season| {
            other.weekend(after.as_str()).is_some() || other.rounds().iter().any(|round| round.label == after)
        };
        let elsewhere = series.each_season().filter(has).map(|other| other.id.clone()).collect();
        return Err(Misunderstanding::NotInSeason {
            name: series
                .each_season()
                .find_map(|other| other.weekend(after.as_str()))
                .map_or_else(|| format!("Round {after}"), |weekend| weekend.name.clone()),
            season: season.id.clone(),
            seasons: elsewhere,
            instead: Vec::new(),
        });
    };
    let counts = |counted: &CountedSession| {
        let same = |(weekend, session): &(&Weekend, &Session)| {
            counted.session.weekend == weekend.id && counted.session.session == session.id
        };
        calendar.iter().position(same).is_some_and(|at| at <= last)
    };
    Ok(ledger.sessions.iter().rposition(counts))
}

/// Why a season has no table to show.
pub(super) fn missing(request: Request<'_>, series: &Series, season: &Season) -> Misunderstanding {
    let Some(asked) = &request.options.championship else {
        return request.nothing_known(series, Some(&season.id));
    };
    let name_in = |other| Some(Season::championship(other, asked.as_str())?.name.as_str());
    request.elsewhere(series, season, asked, name_in)
}

/// The row of somebody in a table.
pub(super) fn row_of(table: &StandingsTable, rival: &Rival) -> Option<usize> {
    row_in(&table.standings, table.ranks, rival)
}

/// The row of somebody in a table that ranks drivers, teams, cars or makes.
pub(super) fn row_in(table: &Standings, ranks: Ranks, rival: &Rival) -> Option<usize> {
    let mut rows = table.rows.iter();
    if let Rival::Place(place) = rival {
        return rows.position(|row| row.position == Some(*place));
    }
    let competitor = rival.in_ranks(ranks)?;
    rows.position(|row| row.competitor == *competitor)
}
