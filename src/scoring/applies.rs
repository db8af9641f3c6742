//! Rule applicability: by the calendar alone, and by how a session was run.

use std::collections::BTreeMap;

use crate::domain::{Band, Classification, Points, RoundLabel, Season, Session, Span, Status, Weekend, When};

/// A session in its season, as rule conditions see it.
#[derive(Debug, Clone, Copy)]
pub struct SeasonSession<'a> {
    /// Its weekend.
    pub weekend: &'a Weekend,
    /// The session.
    pub session: &'a Session,
    /// Its number among the sessions of its kind in the weekend, from 1.
    pub nth: u16,
    /// The number of its round in the season, from 0.
    pub round: Option<usize>,
}

/// The rounds of a season by their labels, counted from 0.
pub type Rounds<'a> = BTreeMap<&'a str, usize>;

/// Numbers the rounds of a season.
pub fn rounds(season: &Season) -> Rounds<'_> {
    let labels = season.rounds().into_iter().map(|round| round.label.as_str());
    labels.enumerate().map(|(index, label)| (label, index)).collect()
}

/// All sessions of a season in calendar order, without later parts of one that was resumed.
pub fn places<'a>(season: &'a Season, rounds: &Rounds<'_>) -> Vec<SeasonSession<'a>> {
    let mut places = Vec::new();
    for weekend in &season.weekends {
        let mut seen: BTreeMap<_, u16> = BTreeMap::new();
        for session in weekend.sessions.iter().filter(|one| one.resumes.is_none()) {
            let nth = seen.entry(session.kind).or_default();
            *nth = nth.saturating_add(1);
            places.push(SeasonSession {
                weekend,
                session,
                nth: *nth,
                round: session
                    .round
                    .as_ref()
                    .and_then(|label| rounds.get(label.as_str()))
                    .copied(),
            });
        }
    }
    places
}

/// True if the calendar allows a rule to apply to a session.
pub fn may_hold(when: &When, place: &SeasonSession<'_>, rounds: &Rounds<'_>) -> bool {
    let named = |session: &crate::domain::SessionRef| {
        session.weekend == place.weekend.id && session.session == place.session.id
    };
    when.kinds.contains(&place.session.kind)
        && (when.weekends.is_empty() || when.weekends.contains(&place.weekend.id))
        && (when.sessions.is_empty() || when.sessions.iter().any(named))
        && when
            .rounds
            .as_ref()
            .is_none_or(|span| inside(span, place.round, rounds))
        && when.nth.is_none_or(|nth| nth == place.nth)
        && when
            .minutes
            .is_none_or(|band| place.session.minutes.is_some_and(|minutes| band.holds(&minutes)))
}

/// True if a round lies in a span; false for a round without a known label.
pub fn inside(span: &Span, round: Option<usize>, rounds: &Rounds<'_>) -> bool {
    let at = |label: &Option<RoundLabel>| label.as_ref().map(|label| rounds.get(label.as_str()).copied());
    let after = match at(&span.from) {
        None => true,
        Some(from) => from.zip(round).is_some_and(|(from, round)| from <= round),
    };
    let before = match at(&span.to) {
        None => true,
        Some(to) => to.zip(round).is_some_and(|(to, round)| round <= to),
    };
    after && before
}

/// The conditions a session was run under, as far as rules ask.
#[derive(Debug, Clone, Copy)]
pub(super) struct RunConditions {
    /// The share of the scheduled distance that was completed.
    distance: Points,
    laps: Option<u16>,
    green_laps: Option<u16>,
    stopped: bool,
    starters: u16,
}

impl RunConditions {
    /// Reads the conditions from a classification; `starters` is the number of starters that count for the
    /// championship.
    pub fn of(classification: &Classification, session: &Session, starters: u16) -> Self {
        let share = |run: Option<u16>, of: Option<u16>| {
            let (run, of) = run.zip(of)?;
            // A share that is not whole parts of a point is told apart finely enough by the nearest part below.
            Points::ratio(run, of)
        };
        let distance = share(classification.laps, classification.scheduled_laps)
            .or_else(|| share(classification.minutes, session.minutes))
            .unwrap_or(Points::whole(1));
        Self {
            distance,
            laps: classification.leader_laps.or(classification.laps),
            green_laps: classification
                .green_laps
                .or(classification.leader_laps)
                .or(classification.laps),
            stopped: classification.stopped,
            starters,
        }
    }

    /// One set of conditions of each sort that the rules distinguish, the usual ones first.
    pub fn possible(rules: &[&When]) -> Vec<Self> {
        let usual = Self {
            distance: Points::whole(1),
            laps: None,
            green_laps: None,
            stopped: false,
            starters: u16::MAX,
        };
        let mut courses = vec![usual];
        // Between two edges of its bands a number makes no difference.
        vary(&mut courses, edges(rules, |when| when.distance), |course, distance| {
            course.distance = distance;
        });
        vary(&mut courses, edges(rules, |when| when.laps), |course, laps| {
            course.laps = Some(laps);
        });
        vary(&mut courses, edges(rules, |when| when.green_laps), |course, laps| {
            course.green_laps = Some(laps);
        });
        vary(&mut courses, edges(rules, |when| when.starters), |course, starters| {
            course.starters = starters;
        });
        let stopped = rules.iter().any(|when| when.stopped.is_some()).then_some(true);
        vary(&mut courses, stopped.into_iter().collect(), |course, stopped| {
            course.stopped = stopped;
        });
        courses
    }

    /// True if a rule applies under these conditions. Unknown conditions count as the usual ones: full distance, enough
    /// laps.
    pub fn satisfies(&self, when: &When) -> bool {
        let laps = |band: Option<Band<u16>>, laps: Option<u16>| {
            band.is_none_or(|band| laps.map_or(band.below.is_none(), |laps| band.holds(&laps)))
        };
        when.distance.is_none_or(|band| band.holds(&self.distance))
            && laps(when.laps, self.laps)
            && laps(when.green_laps, self.green_laps)
            && when.stopped.is_none_or(|stopped| stopped == self.stopped)
            && when.starters.is_none_or(|band| band.holds(&self.starters))
    }
}

/// Maximum number of sets of conditions: more than any rule book distinguishes.
const MOST_COURSES: usize = 4096;

/// Adds a variant of every set of conditions with each of these values.
fn vary<T: Copy>(courses: &mut Vec<RunConditions>, values: Vec<T>, set: impl Fn(&mut RunConditions, T)) {
    let before = courses.clone();
    for value in values {
        let with = |course: &RunConditions| {
            let mut course = *course;
            set(&mut course, value);
            course
        };
        let room = MOST_COURSES.saturating_sub(courses.len());
        courses.extend(before.iter().map(with).take(room));
    }
}

/// The edges of the bands of some rules, and the default if there are any.
fn edges<T: Copy + Ord + Default>(rules: &[&When], band: impl Fn(&When) -> Option<Band<T>>) -> Vec<T> {
    let bands = rules.iter().filter_map(|when| band(when));
    let mut edges: Vec<T> = bands.flat_map(|band| band.from.into_iter().chain(band.below)).collect();
    if !edges.is_empty() {
        edges.push(T::default());
    }
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// The number of cars that started.
pub(super) fn starters<'a>(rows: impl Iterator<Item = &'a crate::domain::Row>) -> u16 {
    u16::try_from(rows.filter(|row| row.status != Status::Dns).count()).unwrap_or(u16::MAX)
}
