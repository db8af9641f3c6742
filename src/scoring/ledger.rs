//! The ledger of a championship: what each competitor has from each counted session.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::order::{Placed, order, place_points};
use crate::domain::{
    Championship, Classification, Place, PlaceTable, Points, Range, Ranks, Rules, Season, Session, SessionRef,
    SessionStatus, Slug, Status, Weekend,
};
use crate::schedule::day_start;

/// What every competitor of a championship has from every session that counts, and how sure that is.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// The championship.
    pub championship: Slug,
    /// The sessions that count, in the order of the calendar; cancelled ones do not.
    pub sessions: Vec<Counted>,
    /// Everybody who may score: entered, classified, or in a published table.
    pub competitors: Vec<Slug>,
    /// Whether the rules say all that a total needs: places, awards, drops and ties.
    pub computable: bool,
    /// One row a session, one score a competitor.
    scores: Vec<Vec<Score>>,
    /// Points given or taken by decision, each from an instant on.
    adjustments: Vec<(DateTime<Utc>, Slug, Points)>,
}

/// A session that counts for a championship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Which one.
    pub session: SessionRef,
    /// The label of its round; the session's own id where it has none.
    pub round: Slug,
    /// The moment from which its result counts as known.
    pub end: DateTime<Utc>,
}

/// What one competitor has from one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Score {
    /// The place in the order that counts, where it is known exactly.
    pub place: Option<u16>,
    /// How the car's race ended; absent for a competitor without a row.
    pub status: Option<Status>,
    /// Points for the place.
    pub place_points: Range<Points>,
    /// Points for pole, fastest lap and the like.
    pub award_points: Range<Points>,
}

impl Score {
    /// All points of the session.
    pub fn points(&self) -> Range<Points> {
        self.place_points + self.award_points
    }

    fn open(most: Points, awards: Points) -> Self {
        Self {
            place: None,
            status: None,
            place_points: Range::between(Points::ZERO, most),
            award_points: Range::between(Points::ZERO, awards),
        }
    }

    fn nothing() -> Self {
        Self::open(Points::ZERO, Points::ZERO)
    }
}

impl Ledger {
    /// Writes the ledger of a championship; `end` tells from when a session's result counts as known, `zone` in which
    /// zone the series counts its days.
    pub fn new(
        season: &Season,
        championship: &Championship,
        zone: Tz,
        end: impl Fn(&Weekend, &Session) -> DateTime<Utc>,
    ) -> Self {
        let rules = season.rules_of(championship);
        let sessions = counted(season, championship, rules, end);
        let competitors = competitors(season, championship);
        let computable = season.calendar == crate::domain::Calendar::Complete
            && rules.is_some_and(|rules| {
                rules.places.is_some() && rules.awards.is_some() && rules.drops.is_some() && rules.ties.is_some()
            });
        let writer = rules.and_then(|rules| Some((rules, rules.places.as_ref()?)));
        let scores = sessions
            .iter()
            .map(|counted| match writer {
                Some((rules, table)) => {
                    let page = Page {
                        season,
                        championship,
                        rules,
                        table,
                    };
                    page.scores(
                        &competitors,
                        season.classification(&counted.session.weekend, &counted.session.session),
                    )
                }
                // Without rules nothing is known of any score but that it is not negative.
                None => competitors.iter().map(|_| Score::open(UNBOUNDED, UNBOUNDED)).collect(),
            })
            .collect();
        let adjustments = season
            .adjustments
            .iter()
            .filter(|adjustment| adjustment.championship == championship.id)
            .map(|one| (day_start(zone, one.date), one.competitor.clone(), one.points))
            .collect();
        Self {
            championship: championship.id.clone(),
            sessions,
            competitors,
            computable,
            scores,
            adjustments,
        }
    }

    /// The scores of one session, one a competitor in the order of `competitors`.
    pub fn session(&self, index: usize) -> &[Score] {
        self.scores.get(index).map_or(&[], Vec::as_slice)
    }

    /// The position of the last session of a round, counted from 0.
    pub fn last_of_round(&self, label: &str) -> Option<usize> {
        self.sessions.iter().rposition(|counted| counted.round == *label)
    }

    /// The sessions that are known to be over at `now`, as positions, rising.
    pub fn over(&self, now: DateTime<Utc>) -> Vec<usize> {
        let over = |(index, counted): (usize, &Counted)| (counted.end <= now).then_some(index);
        self.sessions.iter().enumerate().filter_map(over).collect()
    }

    /// What a competitor was given or lost by decisions up to `as_of`.
    pub fn adjusted(&self, competitor: &Slug, as_of: DateTime<Utc>) -> Points {
        self.decisions(competitor)
            .filter(|(from, _)| *from <= as_of)
            .map(|(_, points)| points)
            .sum()
    }

    /// What was decided after the session at `position` was over, up to `as_of`.
    pub fn adjusted_between(&self, competitor: &Slug, position: usize, as_of: DateTime<Utc>) -> Points {
        let end = self.sessions.get(position).map(|counted| counted.end);
        let since = |from: DateTime<Utc>| from <= as_of && end.is_some_and(|end| from > end);
        self.decisions(competitor)
            .filter(|(from, _)| since(*from))
            .map(|(_, points)| points)
            .sum()
    }

    fn decisions(&self, competitor: &Slug) -> impl Iterator<Item = (DateTime<Utc>, Points)> {
        let of =
            move |(from, one, points): &(DateTime<Utc>, Slug, Points)| (one == competitor).then_some((*from, *points));
        self.adjustments.iter().filter_map(of)
    }
}

/// More points than any championship pays.
const UNBOUNDED: Points = Points::whole(1_000_000);

fn counted(
    season: &Season,
    championship: &Championship,
    rules: Option<&Rules>,
    end: impl Fn(&Weekend, &Session) -> DateTime<Utc>,
) -> Vec<Counted> {
    let counts = |weekend: &Weekend| {
        championship
            .weekends
            .as_ref()
            .is_none_or(|ids| ids.contains(&weekend.id))
    };
    let scores = |session: &Session| match rules {
        Some(rules) => rules.sessions.contains(&session.kind),
        None => session.kind == crate::domain::SessionKind::Race,
    };
    let held = |session: &Session| session.status != SessionStatus::Cancelled;
    season
        .weekends
        .iter()
        .filter(|weekend| counts(weekend))
        .flat_map(|weekend| weekend.sessions.iter().map(move |session| (weekend, session)))
        .filter(|(_, session)| scores(session) && held(session))
        .map(|(weekend, session)| Counted {
            session: SessionRef {
                weekend: weekend.id.clone(),
                session: session.id.clone(),
            },
            round: session.round.clone().unwrap_or_else(|| session.id.clone()),
            end: end(weekend, session),
        })
        .collect()
}

/// Everybody a championship may list, in the order of their ids.
fn competitors(season: &Season, championship: &Championship) -> Vec<Slug> {
    let mut all: BTreeSet<&Slug> = BTreeSet::new();
    let in_class = |class: Option<&Slug>| championship.class.is_none() || class == championship.class.as_ref();
    for entry in season
        .entries
        .iter()
        .filter(|entry| in_class(entry.class.as_ref()) && !entry.guest)
    {
        match championship.ranks {
            Ranks::Driver => all.extend(&entry.drivers),
            Ranks::Entrant => all.extend(&entry.team),
        }
    }
    for classification in &season.classifications {
        for row in &classification.rows {
            let entry = season.entry(&classification.session.weekend, row.driver.as_ref(), row.car.as_ref());
            let class = row
                .class
                .as_ref()
                .or_else(|| entry.and_then(|entry| entry.class.as_ref()));
            if in_class(class) && !entry.is_some_and(|entry| entry.guest) {
                match championship.ranks {
                    Ranks::Driver => all.extend(&row.driver),
                    Ranks::Entrant => all.extend(&row.team),
                }
            }
        }
        let cells = classification
            .cells
            .iter()
            .filter(|cell| cell.championship == championship.id);
        all.extend(cells.map(|cell| &cell.competitor));
    }
    let tables = season
        .tables
        .iter()
        .filter(|table| table.championship == championship.id);
    all.extend(tables.flat_map(|table| table.rows.iter().map(|row| &row.competitor)));
    all.into_iter().cloned().collect()
}

/// One session's page of the ledger.
struct Page<'a> {
    season: &'a Season,
    championship: &'a Championship,
    rules: &'a Rules,
    table: &'a PlaceTable,
}

impl Page<'_> {
    fn scores(&self, competitors: &[Slug], classification: Option<&Classification>) -> Vec<Score> {
        let most_awards = self.rules.awards.as_ref().map_or(UNBOUNDED, |awards| {
            awards.iter().map(|award| award.points.max(Points::ZERO)).sum()
        });
        let Some(classification) = classification else {
            let most = self.table.points.iter().copied().max().unwrap_or_default();
            return competitors.iter().map(|_| Score::open(most, most_awards)).collect();
        };
        let placed = order(self.season, self.championship, self.rules, classification);
        let taken: BTreeSet<u16> = placed
            .iter()
            .filter_map(|row| row.place.as_ref().and_then(Place::exact))
            .collect();
        let best_free = (1..=u16::MAX)
            .find(|place| !taken.contains(place))
            .map_or(Points::ZERO, |place| self.table.points(place));
        let complete = classification.complete.holds_for(self.championship.class.as_ref());
        let mut rows: BTreeMap<&Slug, Vec<&Placed<'_>>> = BTreeMap::new();
        for row in &placed {
            let competitor = match self.championship.ranks {
                Ranks::Driver => row.driver,
                Ranks::Entrant => row.team,
            };
            if let Some(competitor) = competitor {
                rows.entry(competitor).or_default().push(row);
            }
        }
        competitors
            .iter()
            .map(|competitor| {
                let rows = rows.get(competitor).map_or(&[][..], Vec::as_slice);
                let mut score = match (rows, complete) {
                    ([], true) => Score::nothing(),
                    ([], false) => Score::open(best_free, Points::ZERO),
                    _ => self.score(rows, best_free, complete),
                };
                score.place_points = paid(score.place_points, classification);
                let listed = !rows.is_empty() || !complete;
                score.award_points = self.awards(competitor, classification, listed);
                let cell = |cell: &&crate::domain::Cell| {
                    cell.championship == self.championship.id && cell.competitor == *competitor
                };
                if let Some(cell) = classification.cells.iter().find(cell) {
                    score.place_points = Range::exactly(cell.points);
                }
                score
            })
            .collect()
    }

    /// The score of a competitor with one row or more: the best cars' points, as many as count.
    fn score(&self, rows: &[&Placed<'_>], best_free: Points, complete: bool) -> Score {
        let points: Vec<Range<Points>> = rows
            .iter()
            .map(|row| place_points(self.table, self.rules.retired, row, best_free))
            .collect();
        let best = usize::from(self.rules.best_cars.unwrap_or(u16::MAX));
        let sum = |mut values: Vec<Points>| -> Points {
            values.sort_unstable_by(|a, b| b.cmp(a));
            values.into_iter().take(best).sum()
        };
        let low = sum(points.iter().map(|range| range.low).collect());
        let mut high = sum(points.iter().map(|range| range.high).collect());
        if !complete && self.championship.ranks == Ranks::Entrant {
            // Cars of the same team that are not listed may have done better.
            high = high.max(best_free);
        }
        let place = rows
            .iter()
            .filter_map(|row| row.place.as_ref().and_then(Place::exact))
            .min();
        let status = rows
            .iter()
            .map(|row| row.row.status)
            .min_by_key(|status| *status != Status::Classified);
        Score {
            place,
            status,
            place_points: Range { low, high },
            award_points: Range::exactly(Points::ZERO),
        }
    }

    fn awards(&self, competitor: &Slug, classification: &Classification, listed: bool) -> Range<Points> {
        let Some(rules) = &self.rules.awards else {
            return Range::between(Points::ZERO, UNBOUNDED);
        };
        rules
            .iter()
            .map(|rule| {
                let of =
                    |award: &&crate::domain::Award| award.award == rule.award && award.class == self.championship.class;
                let mut won = classification.awards.iter().filter(of).peekable();
                if won.peek().is_none() {
                    let most = if listed { rule.points } else { Points::ZERO };
                    return Range::between(Points::ZERO, most);
                }
                let theirs = |award: &&crate::domain::Award| {
                    award
                        .driver
                        .as_ref()
                        .is_some_and(|driver| self.is(competitor, driver, classification))
                };
                won.filter(theirs).map(|_| Range::exactly(rule.points)).sum()
            })
            .sum()
    }

    /// Whether what a driver wins goes to `competitor`.
    fn is(&self, competitor: &Slug, driver: &Slug, classification: &Classification) -> bool {
        match self.championship.ranks {
            Ranks::Driver => competitor == driver,
            Ranks::Entrant => {
                let entry = self.season.entry(&classification.session.weekend, Some(driver), None);
                entry.and_then(|entry| entry.team.as_ref()) == Some(competitor)
            }
        }
    }
}

/// Points after the session's share: half points pay half for the place.
fn paid(points: Range<Points>, classification: &Classification) -> Range<Points> {
    match classification.share {
        None => points,
        Some(share) => match (points.low.share(share), points.high.share(share)) {
            (Some(low), Some(high)) => Range { low, high },
            // A share that cannot be paid exactly is a fault of the pack; until it is mended nothing is claimed.
            _ => Range::between(Points::ZERO, points.high),
        },
    }
}
