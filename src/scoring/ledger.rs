//! The ledger of a championship: the score of each competitor in each counted session.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};

use super::account::decides_ties;
use super::applies::{SeasonSession, rounds};
use super::classification_index::ClassificationIndex;
use super::competitors::competitors;
use super::completeness::{Missing, is_whole, missing, unbroken};
use super::counted::{counted, last_day, written};
use super::layout::{CountedSession, SeasonLayout};
use super::score::{Score, UNBOUNDED};
use super::session_context::{SeasonContext, SessionContext};
use super::session_scoring::scores;
use crate::domain::{
    Adjustment, Annul, Championship, ChampionshipId, Points, Published, PublishedTable, Rules, Season, Session,
    SessionRef, Slug, Ties, Weekend, day_start,
};

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
    /// For each session the revisions of its scores, the oldest first: an amended result and a decision that annuls
    /// results add one.
    revisions: Vec<Vec<Revision>>,
    /// For each session the instant from which its result, and a table that follows it, are known.
    known_from: Vec<DateTime<Utc>>,
    /// The decisions, each with the instant from which it holds.
    decisions: Vec<(DateTime<Utc>, Adjustment)>,
}

/// The scores of a session as they stand from an instant on, one per competitor.
#[derive(Debug, Clone)]
struct Revision {
    from: DateTime<Utc>,
    scores: Vec<Score>,
    /// True if every score is known exactly.
    resolved: bool,
}

impl Ledger {
    /// Builds the ledger of a championship; `end` gives the instant at which a session is over.
    pub fn new(
        season: &Season,
        championship: &Championship,
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
                let from = before.fold(day_start(season.zone, one.date), |from, (_, counted)| {
                    from.max(counted.end)
                });
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
            known_from: Vec::new(),
            decisions,
        };
        ledger.revisions = ledger.revise(&context, &counted);
        ledger.known_from = ledger.first_known(season);
        ledger
    }

    /// The revisions of the scores of each session: the first, one for each time its result was published, and one for
    /// each decision that annuls results in it.
    fn revise(&self, context: &SeasonContext<'_>, counted: &[SeasonSession<'_>]) -> Vec<Vec<Revision>> {
        let mut published: BTreeMap<&SessionRef, Vec<DateTime<Utc>>> = BTreeMap::new();
        for one in &context.season.classifications {
            let at = one.published.map(|at| at.instant(context.season.zone));
            published.entry(&one.session).or_default().extend(at);
        }
        let of_session = |(at, named): (&SeasonSession<'_>, &CountedSession)| {
            let annulled = self.decisions.iter().filter(|(_, one)| {
                let annul = one.annul.as_ref();
                annul.is_some_and(|annul| concerns(annul, &named.session))
            });
            let published = published.get(&named.session).into_iter().flatten().copied();
            let moments: BTreeSet<DateTime<Utc>> = annulled
                // A decision holds right after the instant from which it does.
                .map(|(from, _)| *from + Duration::nanoseconds(1))
                .chain(published)
                .chain([DateTime::<Utc>::MIN_UTC])
                .collect();
            let revision = |from: DateTime<Utc>| {
                let scores = self.scores(context, (at, &named.session), from);
                Revision {
                    from,
                    resolved: scores.iter().all(|score| score.points().exact().is_some()),
                    scores,
                }
            };
            moments.into_iter().map(revision).collect()
        };
        counted.iter().zip(&self.sessions).map(of_session).collect()
    }

    /// The instants from which results, and the tables that follow them, are known.
    fn first_known(&self, season: &Season) -> Vec<DateTime<Utc>> {
        let mut first: BTreeMap<&SessionRef, Option<Published>> = BTreeMap::new();
        for one in season.classifications.iter().rev().filter(|one| one.stage.is_none()) {
            first.insert(&one.session, one.published);
        }
        let of_result = |counted: &CountedSession| first.get(&counted.session).copied().flatten();
        let mut tables: BTreeMap<usize, Option<Published>> = BTreeMap::new();
        let of_championship = |table: &&PublishedTable| table.championship == self.championship;
        for table in season.tables.iter().rev().filter(of_championship) {
            if let Some(at) = self.last_of_round(table.after.as_str()) {
                tables.insert(at, table.published);
            }
        }
        let known = |(at, counted): (usize, &CountedSession)| {
            let published = [of_result(counted), tables.get(&at).copied().flatten()];
            let published = published.into_iter().flatten().map(|one| one.instant(season.zone));
            published.fold(counted.end, DateTime::max)
        };
        self.sessions.iter().enumerate().map(known).collect()
    }

    /// The scores of a session as known at `as_of`.
    fn scores(
        &self,
        context: &SeasonContext<'_>,
        (at, named): (&SeasonSession<'_>, &SessionRef),
        as_of: DateTime<Utc>,
    ) -> Vec<Score> {
        let Some(rules) = context.rules.filter(|rules| rules.scales.is_some()) else {
            // Without rules a score is only known not to be negative.
            return vec![Score::open(UNBOUNDED, UNBOUNDED); self.competitors.len()];
        };
        let annulled = self.annulled(as_of, named);
        scores(
            &SessionContext::new(context, rules, *at, as_of, &annulled),
            &self.competitors,
        )
    }

    /// The competitors whose result of a session was annulled by `as_of`.
    pub(super) fn annulled(&self, as_of: DateTime<Utc>, session: &SessionRef) -> Vec<(&Slug, &Annul)> {
        let decided = self.decided(as_of);
        decided
            .filter_map(|one| {
                let annul = one.annul.as_ref().filter(|annul| concerns(annul, session))?;
                Some((&one.competitor, annul))
            })
            .collect()
    }

    /// The scores of one session as known at `as_of`, in the order of `competitors`.
    pub fn session(&self, index: usize, as_of: DateTime<Utc>) -> &[Score] {
        self.revision(index, as_of)
            .map_or(&[], |revision| revision.scores.as_slice())
    }

    /// True if all points of a session are known exactly at `as_of`.
    pub fn is_resolved(&self, index: usize, as_of: DateTime<Utc>) -> bool {
        self.revision(index, as_of).is_some_and(|revision| revision.resolved)
    }

    /// True if every place of a session that can decide a tie is known as well.
    pub(super) fn knows_places(&self, rules: &Rules, index: usize, as_of: DateTime<Utc>) -> bool {
        let scores = self.session(index, as_of).iter();
        !scores
            .flat_map(|score| &score.at_best)
            .any(|finish| decides_ties(rules, finish))
    }

    fn revision(&self, index: usize, as_of: DateTime<Utc>) -> Option<&Revision> {
        let mut newest = self.revisions.get(index)?.iter().rev();
        newest.find(|revision| revision.from <= as_of)
    }

    /// True if the scores of a session changed after `since`, up to `as_of`.
    pub(super) fn is_revised(&self, index: usize, since: DateTime<Utc>, as_of: DateTime<Utc>) -> bool {
        let mut revisions = self.revisions.get(index).into_iter().flatten();
        revisions.any(|revision| since < revision.from && revision.from <= as_of)
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

    /// The published tables that follow one of the sessions `over`, in their revisions of `as_of`, each with its
    /// position, the oldest first.
    pub fn printed<'a>(
        &self,
        season: &'a Season,
        over: &[usize],
        as_of: DateTime<Utc>,
    ) -> Vec<(usize, &'a PublishedTable)> {
        let tables = season
            .tables
            .iter()
            .filter(|table| table.championship == self.championship && season.is_published(table.published, as_of));
        let printed = tables
            .filter_map(|table| Some((self.last_of_round(table.after.as_str())?, table)))
            .filter(|(at, _)| over.contains(at));
        // The last revision of each takes the place of the others.
        let newest: BTreeMap<usize, &PublishedTable> = printed.collect();
        newest.into_iter().collect()
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

    /// The instant from which a table over these sessions is known: their end, or when a result or the table itself was
    /// first published.
    pub fn known_from(&self, over: &[usize]) -> Option<DateTime<Utc>> {
        over.iter().filter_map(|at| self.known_from.get(*at)).max().copied()
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

/// True if an annulment takes the result of a session.
fn concerns(annul: &Annul, session: &SessionRef) -> bool {
    annul.sessions.is_empty() || annul.sessions.contains(session)
}
