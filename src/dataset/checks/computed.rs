//! Computed tables: a printed table is the one that follows from the results, as far as these are known.
//!
//! If every result is known the whole table is compared, else each printed number with the bounds that the known
//! results leave. A difference that the pack lists under `conflicts` is a note.

use chrono::{DateTime, Utc};

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{Championship, Points, PublishedRow, PublishedTable, Range, Season, Session, Slug, Weekend};
use crate::scoring::{Basis, Ledger, Score, standings};

pub const RULES: &[Rule] = &[Rule {
    name: "computed-table-differs",
    holds: "a printed table is the one that follows from the results, as far as these are known",
    needs: &[
        "circuits.json",
        "series.json",
        "season.json",
        "weekends.json",
        "entries.json",
        "results.json",
    ],
    check: RuleCheck::Sound(check),
}];

fn check(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let season = scope.season;
    let end = |weekend: &Weekend, session: &Session| scope.end(weekend, session);
    for (_, championship, ledger) in scope.ledgers() {
        let tables = || {
            season
                .tables
                .iter()
                .enumerate()
                .filter(|(_, table)| table.championship == championship.id)
        };
        if tables().next().is_none() {
            continue;
        }
        for (t, table) in tables().filter(|(_, table)| scope.round(&table.after).is_some()) {
            // A table that contradicts itself is reported once.
            if is_faulty(report, "published.json", &format!("$.tables[{t}]")) {
                continue;
            }
            let printed = Printed::new(season, championship, ledger, table, end);
            for (path, message) in printed.differences() {
                tell(scope, table, &format!("$.tables[{t}]{path}"), message, report);
            }
        }
    }
}

fn is_faulty(report: &Report<'_>, file: &str, table: &str) -> bool {
    let file = report.path.file(file);
    let of_table = |path: &str| path.starts_with(table);
    let mut faults = report.faults.iter();
    faults.any(|fault| fault.is_error() && fault.file == file && of_table(&fault.path))
}

fn tell(scope: &SeasonScope<'_>, table: &PublishedTable, path: &str, message: String, report: &mut Report<'_>) {
    let is_known = scope.season.conflicts.iter().any(|conflict| {
        conflict.championship.as_ref() == Some(&table.championship) && conflict.after.as_ref() == Some(&table.after)
    });
    if is_known {
        report.note(
            "published.json",
            format_args!("{path}"),
            message,
            "known: see \"conflicts\" in season.json",
        );
    } else {
        let hint = "correct the table, the results or the rules; a slip of the print belongs under \"conflicts\" in \
                    season.json, with this championship and round";
        report.error("published.json", format_args!("{path}"), message, hint);
    }
}

/// A printed table and the ledger it is compared with.
struct Printed<'a> {
    season: &'a Season,
    championship: &'a Championship,
    ledger: &'a Ledger,
    table: &'a PublishedTable,
    /// Indices in the ledger of the sessions that the table covers.
    over: Vec<usize>,
    /// First and last moment that the table can speak of: its publication, or the end of its round, and the end of the
    /// next session, since a table is printed some days later and may include decisions of these days.
    moments: Vec<DateTime<Utc>>,
    /// True if a total can be less than its sessions paid.
    drops: bool,
}

impl<'a> Printed<'a> {
    fn new(
        season: &'a Season,
        championship: &'a Championship,
        ledger: &'a Ledger,
        table: &'a PublishedTable,
        end: impl Fn(&Weekend, &Session) -> DateTime<Utc>,
    ) -> Self {
        let end = end_of_round(season, &table.after, end);
        // A revision speaks of the results as they were known when it was published.
        let from = table.published.map(|published| published.instant(season.zone));
        let from = from.map_or(end, |from| from.max(end));
        let over = match ledger.last_of_round(table.after.as_str()) {
            Some(last) => (0..=last).collect(),
            // The round does not count for this championship.
            None => ledger.over(end),
        };
        let next = over.last().map_or(0, |last| last + 1);
        let latest = ledger
            .sessions
            .get(next)
            .map_or(DateTime::<Utc>::MAX_UTC, |next| next.end);
        let drops = season.rules_of(championship).and_then(|rules| rules.drops.as_ref());
        Self {
            season,
            championship,
            ledger,
            table,
            over,
            moments: vec![from, latest.max(from)],
            drops: drops.is_none_or(|drops| !drops.is_empty()),
        }
    }

    /// The last moment at which the table stood.
    fn latest(&self) -> DateTime<Utc> {
        self.moments.iter().max().copied().unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// Differences, each as the rest of its path and a message.
    fn differences(&self) -> Vec<(String, String)> {
        let whole = || self.moments.iter().map(|moment| self.computed(*moment));
        let whole: Option<Vec<_>> = whole().collect();
        let mut found = match whole {
            // A table that includes a decision agrees with one of the moments, so the better fit counts.
            Some(whole) => whole.into_iter().min_by_key(Vec::len).unwrap_or_default(),
            None => self.bounded(),
        };
        found.extend(self.cells());
        found
    }

    /// Differences from the computed table; `None` if none can be computed.
    fn computed(&self, moment: DateTime<Utc>) -> Option<Vec<(String, String)>> {
        let computed = standings(self.season, self.championship, self.ledger, &self.over, moment);
        if computed.basis != Basis::Computed {
            return None;
        }
        let mut found = Vec::new();
        for (r, row) in self.table.rows.iter().enumerate() {
            let who = &row.competitor;
            let Some(standing) = computed.rows.iter().find(|standing| standing.competitor == *who) else {
                found.push((format!(".rows[{r}]"), format!("'{who}' is in no result so far")));
                continue;
            };
            let points = standing.points.and_then(Range::exact);
            if let Some((printed, points)) = row.points.zip(points).filter(|(printed, points)| printed != points) {
                let message = format!("'{who}' is printed with {printed} points, the results give {points}");
                found.push((format!(".rows[{r}].points"), message));
            }
            if let Some((printed, gap)) = row.gap.zip(standing.gap).filter(|(printed, gap)| printed != gap) {
                let message = format!("'{who}' is printed {printed} behind, the results give {gap}");
                found.push((format!(".rows[{r}].gap"), message));
            }
            if let Some((printed, place)) = row
                .place
                .zip(standing.position)
                .filter(|(printed, place)| printed != place)
            {
                let message = format!("'{who}' is printed on place {printed}, the results give place {place}");
                found.push((format!(".rows[{r}].place"), message));
            }
        }
        let missing = |who: &&Slug| !self.table.rows.iter().any(|row| row.competitor == **who);
        if self.table.complete {
            let scored = computed
                .rows
                .iter()
                .filter(|standing| standing.points != Some(Range::exactly(Points::ZERO)));
            for who in scored.map(|standing| &standing.competitor).filter(missing) {
                found.push((
                    ".rows".to_owned(),
                    format!("'{who}' has points and no row in this complete table"),
                ));
            }
        }
        Some(found)
    }

    /// Printed totals, gaps and places that no result still unknown could bring about.
    fn bounded(&self) -> Vec<(String, String)> {
        let leader = self.table.rows.iter().find(|row| row.place == Some(1));
        let lead = leader.map(|leader| self.possible(leader));
        let mut found = Vec::new();
        for (r, row) in self.table.rows.iter().enumerate() {
            let who = &row.competitor;
            let possible = self.possible(row);
            if let Some(points) = row.points.filter(|points| !possible.holds(*points)) {
                let message = format!(
                    "'{who}' is printed with {points} points, the results allow {}",
                    shown(possible)
                );
                found.push((format!(".rows[{r}].points"), message));
            } else if let (Some(gap), Some(lead)) = (row.gap, lead) {
                let gaps = Range::between(lead.low - possible.high, lead.high - possible.low);
                if !gaps.holds(gap) {
                    let message = format!("'{who}' is printed {gap} behind, the results allow {}", shown(gaps));
                    found.push((format!(".rows[{r}].gap"), message));
                }
            }
        }
        for (r, [above, below]) in self.table.rows.array_windows().enumerate() {
            let (ahead, behind) = (self.possible(above), self.possible(below));
            let in_order = above.place.zip(below.place).is_some_and(|(above, below)| above < below);
            if in_order && ahead.high < behind.low {
                let message = format!(
                    "'{}' is printed behind '{}', but has {} against {}",
                    below.competitor,
                    above.competitor,
                    shown(behind),
                    shown(ahead)
                );
                found.push((format!(".rows[{}].place", r + 1), message));
            }
        }
        found
    }

    /// Points a competitor can have, by the results and by earlier printed tables.
    fn possible(&self, row: &PublishedRow) -> Range<Points> {
        let by_results = self.since(row, None, Points::ZERO);
        let earlier = self.ledger.printed(self.season, &self.over, self.latest()).into_iter();
        earlier
            .filter_map(|(at, table)| {
                let points = table.rows.iter().find(|one| one.competitor == row.competitor)?.points?;
                (*self.over.last()? > at).then(|| self.since(row, Some(at), points))
            })
            .fold(by_results, |one, other| Range {
                low: one.low.max(other.low),
                high: one.high.min(other.high),
            })
    }

    /// Points a competitor can have who had `base` after the session at `from`.
    fn since(&self, row: &PublishedRow, from: Option<usize>, base: Points) -> Range<Points> {
        let index = self.ledger.competitors.iter().position(|one| *one == row.competitor);
        let sessions = self.over.iter().filter(|at| from.is_none_or(|from| **at > from));
        let scores = sessions.filter_map(|at| self.ledger.session(*at, self.latest()).get(index?));
        let paid: Range<Points> = scores.map(Score::points).sum();
        let decided = self.moments.iter().map(|moment| match from {
            Some(from) => self.ledger.adjusted_between(&row.competitor, from, *moment),
            None => self.ledger.adjusted(&row.competitor, *moment),
        });
        let decided = decided.map(Range::exactly).reduce(Range::or).unwrap_or_default();
        let sum = Range::exactly(base) + paid + decided;
        if self.drops {
            // Dropped results, and those that may be, are missing from the total.
            Range::between(Points::ZERO.min(sum.low), sum.high)
        } else {
            sum
        }
    }

    /// Printed points of single rounds that the results do not allow.
    fn cells(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for (r, row) in self.table.rows.iter().enumerate() {
            let index = self.ledger.competitors.iter().position(|one| *one == row.competitor);
            for (round, printed) in &row.cells {
                let sessions = self
                    .ledger
                    .sessions
                    .iter()
                    .enumerate()
                    .filter(|(_, counted)| counted.round == *round);
                let scores = sessions.filter_map(|(at, _)| self.ledger.session(at, self.latest()).get(index?));
                let possible: Range<Points> = scores.map(Score::points).sum();
                if !possible.holds(*printed) {
                    let message = format!(
                        "round {round} gives '{}' {printed} in print, the results allow {}",
                        row.competitor,
                        shown(possible)
                    );
                    found.push((format!(".rows[{r}].cells{}", PathKey(round.as_str())), message));
                }
            }
        }
        found
    }
}

/// End of the last session of a round; the end of time if none has it.
fn end_of_round(season: &Season, label: &Slug, end: impl Fn(&Weekend, &Session) -> DateTime<Utc>) -> DateTime<Utc> {
    let weekends = season.weekends.iter();
    let sessions = weekends.flat_map(|weekend| weekend.sessions.iter().map(move |session| (weekend, session)));
    let of_round = sessions.filter(|(_, session)| session.round.as_deref() == Some(label));
    let ends = of_round.map(|(weekend, session)| end(weekend, session));
    ends.max().unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn shown(points: Range<Points>) -> String {
    match points.exact() {
        Some(points) => points.to_string(),
        None if points.low <= Points::ZERO => format!("at most {}", points.high),
        None => format!("{} to {}", points.low, points.high),
    }
}
