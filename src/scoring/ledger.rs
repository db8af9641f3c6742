//! The ledger of a championship: the score of each competitor in each counted session.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use super::account::decides_ties;
use super::applies::{SeasonSession, may_hold, places, rounds};
use super::car_counts::enters;
use super::classification_index::ClassificationIndex;
use super::completeness::{Missing, is_whole, missing, unbroken};
use super::layout::{CountedSession, SeasonLayout};
use super::resolved_row::ResolvedRow;
use super::score::{Score, UNBOUNDED};
use super::session_context::{SeasonContext, SessionContext};
use super::session_scoring::scores;
use crate::domain::{
    Adjustment, Annul, Championship, ChampionshipId, Points, PublishedTable, Ranks, Rules, Season, Session, SessionId,
    SessionKind, SessionRef, SessionStatus, Slug, Ties, Weekend, WeekendId,
};
use crate::schedule::day_start;

/// Scores of every competitor of a championship in every session that counts, as ranges where they are not known
/// exactly.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The championship.
    pub championship: ChampionshipId,
    /// The sessions that count, in the order of the calendar; cancelled ones do not.
    pub sessions: Vec<CountedSession>,
    /// All competitors who may score: entered, classified or in a published table; sorted by id.
    pub competitors: Vec<Slug>,
    /// The parts of the rules that a total needs and the pack does not say.
    missing: Vec<Missing>,
    /// The number of the first sessions among which none is missing in the calendar.
    unbroken: usize,
    /// True if the calendar has every session that counts.
    pub(super) is_whole: bool,
    /// The grouping of sessions into droppable results and phases.
    pub(super) layout: SeasonLayout,
    /// The revisions of the scores, the oldest first: a decision that annuls results adds one.
    revisions: Vec<Revision>,
    /// The decisions, each with the instant from which it holds.
    decisions: Vec<(DateTime<Utc>, Adjustment)>,
}

/// All scores as they stand from an instant on: one row per session, one score per competitor.
#[derive(Debug, Clone)]
struct Revision {
    from: DateTime<Utc>,
    scores: Vec<Vec<Score>>,
    /// For each session, true if every score is known exactly.
    resolved: Vec<bool>,
}

impl Ledger {
    /// Builds the ledger of a championship; `end` gives the instant from which a session's result counts as known,
    /// `zone` is the zone of the series' days.
    pub fn new(
        season: &Season,
        championship: &Championship,
        zone: Tz,
        end: impl Fn(&Weekend, &Session) -> DateTime<Utc>,
    ) -> Self {
        let rules = season.rules_of(championship);
        let (rounds, results) = (rounds(season), ClassificationIndex::new(season));
        let context = SeasonContext {
            season,
            championship,
            rules,
            rounds: &rounds,
            results: &results,
        };
        let counted = counted(&context);
        let sessions: Vec<CountedSession> = counted.iter().map(|place| written(place, &end)).collect();
        let decisions: Vec<(DateTime<Utc>, Adjustment)> = season
            .adjustments
            .iter()
            .filter(|adjustment| adjustment.championship == championship.id)
            .map(|one| {
                // A session without a known end lasts to the end of its day, which may be later at the track.
                let before = counted
                    .iter()
                    .zip(&sessions)
                    .filter(|(place, _)| last_day(place) < one.date);
                let from = before.fold(day_start(zone, one.date), |from, (_, counted)| from.max(counted.end));
                (from, one.clone())
            })
            .collect();
        let mut ledger = Self {
            championship: championship.id.clone(),
            layout: SeasonLayout::new(rules, &counted, &sessions, &rounds),
            sessions,
            competitors: competitors(&context),
            missing: missing(rules),
            unbroken: unbroken(season, championship, rules, &counted),
            is_whole: is_whole(season, championship),
            revisions: Vec::new(),
            decisions,
        };
        ledger.revisions = ledger.revise(&context, &counted);
        ledger
    }

    /// The revisions of the scores: the first, and one for each decision that annuls results.
    fn revise(&self, context: &SeasonContext<'_>, counted: &[SeasonSession<'_>]) -> Vec<Revision> {
        let annulments = self.decisions.iter().filter(|(_, one)| one.annul.is_some());
        let moments = annulments.map(|(from, _)| *from).chain([DateTime::<Utc>::MIN_UTC]);
        let moments: BTreeSet<DateTime<Utc>> = moments.collect();
        let revision = |from: DateTime<Utc>| {
            // A decision holds right after the instant from which it does.
            let as_of = from + Duration::nanoseconds(1);
            let scores: Vec<Vec<Score>> = counted.iter().map(|at| self.scores(context, at, as_of)).collect();
            let is_exact = |score: &Score| score.points().exact().is_some();
            Revision {
                from,
                resolved: scores.iter().map(|session| session.iter().all(is_exact)).collect(),
                scores,
            }
        };
        moments.into_iter().map(revision).collect()
    }

    /// The scores of a session as known at `as_of`.
    fn scores(&self, context: &SeasonContext<'_>, at: &SeasonSession<'_>, as_of: DateTime<Utc>) -> Vec<Score> {
        let Some(rules) = context.rules.filter(|rules| rules.scales.is_some()) else {
            // Without rules a score is only known not to be negative.
            return vec![Score::open(UNBOUNDED, UNBOUNDED); self.competitors.len()];
        };
        let annulled = self.annulled(as_of, &at.weekend.id, &at.session.id);
        scores(&SessionContext::new(context, rules, *at, &annulled), &self.competitors)
    }

    /// The competitors whose result of a session was annulled by `as_of`.
    pub(super) fn annulled(
        &self,
        as_of: DateTime<Utc>,
        weekend: &WeekendId,
        session: &SessionId,
    ) -> Vec<(&Slug, &Annul)> {
        let concerns = |annul: &&Annul| {
            let named = |one: &SessionRef| one.weekend == *weekend && one.session == *session;
            annul.sessions.is_empty() || annul.sessions.iter().any(named)
        };
        let decided = self.decided(as_of);
        decided
            .filter_map(|one| Some((&one.competitor, one.annul.as_ref().filter(concerns)?)))
            .collect()
    }

    /// The scores of one session as known at `as_of`, in the order of `competitors`.
    pub fn session(&self, index: usize, as_of: DateTime<Utc>) -> &[Score] {
        let revision = self.revision(as_of);
        revision
            .and_then(|revision| revision.scores.get(index))
            .map_or(&[], Vec::as_slice)
    }

    /// True if all points of a session are known exactly at `as_of`.
    pub fn is_resolved(&self, index: usize, as_of: DateTime<Utc>) -> bool {
        let revision = self.revision(as_of);
        revision.is_some_and(|revision| revision.resolved.get(index).copied().unwrap_or(false))
    }

    /// True if every place of a session that can decide a tie is known as well.
    pub(super) fn knows_places(&self, rules: &Rules, index: usize, as_of: DateTime<Utc>) -> bool {
        let scores = self.session(index, as_of).iter();
        !scores
            .flat_map(|score| &score.at_best)
            .any(|finish| decides_ties(rules, finish))
    }

    fn revision(&self, as_of: DateTime<Utc>) -> Option<&Revision> {
        self.revisions.iter().rev().find(|revision| revision.from < as_of)
    }

    /// The number of droppable and of protected results in one of the parts that the rules name, by index.
    pub fn droppable(&self, part: usize) -> Option<(usize, usize)> {
        let part = self.layout.drops.get(part)?;
        Some((part.droppable, part.protected))
    }

    /// The rules of the championship and of its ties, if they say all that a total over some sessions needs.
    pub(super) fn computed_by<'a>(
        &self,
        season: &'a Season,
        championship: &Championship,
        over: &[usize],
    ) -> Option<(&'a Rules, &'a Ties)> {
        let rules = season
            .rules_of(championship)
            .filter(|_| self.missing(over).is_empty())?;
        Some((rules, rules.ties.as_ref()?))
    }

    /// The gaps of the pack that keep a table over the sessions `over` from being computed.
    pub fn missing(&self, over: &[usize]) -> Vec<Missing> {
        let beyond = over.last().is_some_and(|last| *last >= self.unbroken);
        let weekends = beyond.then_some(Missing::Weekends);
        self.missing.iter().copied().chain(weekends).collect()
    }

    /// The number of rounds of the championship, if the calendar has all of them.
    pub fn all_rounds(&self) -> Option<usize> {
        self.is_whole.then(|| self.rounds(0..self.sessions.len()))
    }

    /// True if a season is over after so many sessions.
    pub(super) fn is_over_after(&self, sessions: usize) -> bool {
        self.is_whole && sessions == self.sessions.len()
    }

    /// The published tables that follow one of the sessions `over`, with its position, the oldest first.
    pub(super) fn printed<'a>(&self, season: &'a Season, over: &[usize]) -> Vec<(usize, &'a PublishedTable)> {
        let tables = season
            .tables
            .iter()
            .filter(|table| table.championship == self.championship);
        let mut printed: Vec<(usize, &PublishedTable)> = tables
            .filter_map(|table| Some((self.last_of_round(table.after.as_str())?, table)))
            .filter(|(at, _)| over.contains(at))
            .collect();
        printed.sort_by_key(|(at, _)| *at);
        printed
    }

    /// The position of the last session of a round, counted from 0.
    pub fn last_of_round(&self, label: &str) -> Option<usize> {
        self.sessions.iter().rposition(|counted| counted.round == *label)
    }

    /// The number of rounds that some sessions belong to.
    pub fn rounds(&self, sessions: impl Iterator<Item = usize>) -> usize {
        let round = |at: usize| {
            self.sessions
                .get(at)
                .map(|counted| (&counted.session.weekend, &counted.round))
        };
        sessions.filter_map(round).collect::<BTreeSet<_>>().len()
    }

    /// The positions of the sessions that are over at `now`, rising.
    pub fn over(&self, now: DateTime<Utc>) -> Vec<usize> {
        let over = |(index, counted): (usize, &CountedSession)| (counted.end <= now).then_some(index);
        self.sessions.iter().enumerate().filter_map(over).collect()
    }

    /// The decisions up to `as_of`.
    pub fn decided(&self, as_of: DateTime<Utc>) -> impl Iterator<Item = &Adjustment> {
        self.decided_since(None, as_of)
    }

    /// The decisions after `since`, if given, up to `as_of`.
    pub fn decided_since(
        &self,
        since: Option<DateTime<Utc>>,
        as_of: DateTime<Utc>,
    ) -> impl Iterator<Item = &Adjustment> {
        // A day begins at the instant at which the one before it ends.
        let new = move |from: DateTime<Utc>| from < as_of && since.is_none_or(|since| from >= since);
        self.decisions
            .iter()
            .filter(move |(from, _)| new(*from))
            .map(|(_, one)| one)
    }

    /// The points that a competitor was given or lost by decisions up to `as_of`.
    pub fn adjusted(&self, competitor: &Slug, as_of: DateTime<Utc>) -> Points {
        let theirs = self.decided(as_of).filter(|one| one.competitor == *competitor);
        theirs.filter_map(|one| one.points).sum()
    }

    /// The points given or taken by decisions after the session at `position` was over, up to `as_of`.
    pub fn adjusted_between(&self, competitor: &Slug, position: usize, as_of: DateTime<Utc>) -> Points {
        let Some(counted) = self.sessions.get(position) else {
            return Points::ZERO;
        };
        let theirs = self
            .decided_since(Some(counted.end), as_of)
            .filter(|one| one.competitor == *competitor);
        theirs.filter_map(|one| one.points).sum()
    }
}

/// The sessions that count for a championship.
fn counted<'a>(context: &SeasonContext<'a>) -> Vec<SeasonSession<'a>> {
    let SeasonContext {
        season,
        championship,
        rules,
        rounds,
        ..
    } = *context;
    let held = |place: &SeasonSession<'_>| {
        let weekends = championship.weekends.as_ref();
        place.session.status != SessionStatus::Cancelled
            && weekends.is_none_or(|weekends| weekends.contains(&place.weekend.id))
    };
    let scores = |place: &SeasonSession<'_>| match rules.and_then(|rules| rules.scales.as_ref()) {
        Some(scales) => scales.iter().any(|scale| may_hold(&scale.when, place, rounds)),
        None => place.session.kind == SessionKind::Race,
    };
    let all = places(season, rounds).into_iter();
    all.filter(held).filter(scores).collect()
}

fn written(place: &SeasonSession<'_>, end: impl Fn(&Weekend, &Session) -> DateTime<Utc>) -> CountedSession {
    CountedSession {
        session: SessionRef {
            weekend: place.weekend.id.clone(),
            session: place.session.id.clone(),
        },
        round: place
            .session
            .round
            .clone()
            .unwrap_or_else(|| place.session.id.clone().into()),
        end: end(place.weekend, place.session),
    }
}

/// The last day of a session by the clock at its track.
fn last_day(place: &SeasonSession<'_>) -> NaiveDate {
    let Some(date) = place.session.date else {
        return place.weekend.end;
    };
    let run = place.session.time.zip(place.session.minutes);
    let end = run.and_then(|(time, minutes)| {
        let minutes = Duration::minutes(minutes.into());
        date.and_time(time).checked_add_signed(minutes)
    });
    end.map_or(date, |end| end.date())
}

/// All competitors that a championship may list, sorted by id.
fn competitors(context: &SeasonContext<'_>) -> Vec<Slug> {
    let SeasonContext {
        season,
        championship,
        rules,
        results,
        ..
    } = *context;
    let mut all: BTreeSet<Slug> = BTreeSet::new();
    for entry in season.entries.iter().filter(|entry| enters(entry, championship, rules)) {
        match championship.ranks {
            Ranks::Driver => all.extend(entry.drivers.iter().map(|driver| driver.slug().clone())),
            Ranks::Entrant => all.extend(entry.team.clone().map(Slug::from)),
            Ranks::Make => all.extend(entry.make.clone()),
            Ranks::Car => all.extend(entry.car.as_ref().and_then(crate::domain::CarNumber::slug)),
        }
    }
    for classification in &season.classifications {
        for row in &classification.rows {
            let seen = ResolvedRow::new(&results.entrants, &classification.session.weekend, row);
            if seen.is_in(championship) && seen.excluded(rules).is_none() {
                all.extend(seen.competitors(championship.ranks));
            }
        }
        let cells = classification
            .cells
            .iter()
            .filter(|cell| cell.championship == championship.id);
        all.extend(cells.map(|cell| cell.competitor.clone()));
    }
    let tables = season
        .tables
        .iter()
        .filter(|table| table.championship == championship.id);
    all.extend(tables.flat_map(|table| table.rows.iter().map(|row| row.competitor.clone())));
    all.into_iter().collect()
}
