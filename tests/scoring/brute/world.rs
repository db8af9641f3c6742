//! Every way a small season can end: all results that its open sessions can have, scored and ranked as a real season is.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use raceweek::domain::{Classification, Points, Range, Season, SessionKind, Slug, Weekend};
use raceweek::scoring::future::Outlook;
use raceweek::scoring::{Ledger, standings};
use serde_json::{Value, json};

use super::super::{loaded, slug};
use super::case::{Award, COURSES, Case, Known};
use super::pack::{files, name};

/// A small season with all its ends.
pub struct World {
    pub season: Season,
    pub ledger: Ledger,
    pub now: DateTime<Utc>,
    /// The sessions that the engine looks at as open, as positions in the calendar.
    pub open: Vec<usize>,
    /// For each open session every result it can have.
    pub choices: Vec<Vec<Choice>>,
    /// For each number of open sessions everything that can be after them.
    pub ends: Vec<Vec<End>>,
    /// For each session that is over and half known, and not open all the same, every result it can have.
    settled: Vec<Vec<Choice>>,
}

/// A result that a session can have.
#[derive(Debug, Clone)]
pub struct Choice {
    classification: Classification,
    /// The place of each competitor in the order that counts; none for who did not finish.
    pub place: Vec<Option<u16>>,
    /// The awards of each competitor, as positions in the session's list.
    pub awards: Vec<Vec<usize>>,
    /// True if it ran its full course.
    pub full: bool,
}

/// The state after some open sessions.
#[derive(Debug, Clone)]
pub struct End {
    /// The result that each of them had.
    pub choice: Vec<usize>,
    /// The place in the table and the points of each competitor.
    pub table: Vec<(u16, Points)>,
    /// The points that each scored in the first of them.
    pub first: Vec<Points>,
}

impl End {
    /// True if a competitor is first.
    pub fn leads(&self, who: usize) -> bool {
        self.table[who].0 == 1
    }

    /// True if a competitor is first alone.
    pub fn wins(&self, who: usize) -> bool {
        self.leads(who) && self.table.iter().filter(|row| row.0 == 1).count() == 1
    }
}

impl World {
    /// Plays a season to its end in every way.
    ///
    /// # Errors
    /// Why it cannot be played: there are more than `most` ends, or nothing is known yet.
    pub fn new(case: &Case, most: usize) -> Result<Self, &'static str> {
        let competitors = case.competitors();
        let catalogue = match loaded(&files(case)) {
            Ok(catalogue) => catalogue,
            Err(faults) => panic!("{faults}\n{case:#?}"),
        };
        let season = catalogue.season(&slug("test"), &slug("2030")).unwrap().clone();
        let ledger = write(&season);
        assert_eq!(ledger.competitors, competitors);
        let now = match case.over.checked_sub(1) {
            Some(last) => ledger.sessions[last].end,
            None => ledger.sessions[0].end - Duration::hours(1),
        };
        let outlook = Outlook::new(&season, &season.championships[0], &ledger, now).ok_or("nothing is known yet")?;
        let open = outlook.positions();
        let settled: Vec<usize> = (0..case.over)
            .filter(|session| case.sessions[*session].known != Known::Whole && !open.contains(session))
            .collect();
        let mut ways = 1;
        let mut choices = |session: &usize| {
            let all = results(case, *session, &competitors);
            ways *= all.len();
            (ways <= most).then_some(all).ok_or("too many ends")
        };
        let settled: Vec<Vec<Choice>> = settled.iter().map(&mut choices).collect::<Result<_, _>>()?;
        let choices: Vec<Vec<Choice>> = open.iter().map(choices).collect::<Result<_, _>>()?;
        let mut world = Self {
            season,
            ledger,
            now,
            ends: vec![Vec::new(); open.len() + 1],
            choices,
            settled,
            open,
        };
        world.play(&mut Vec::new());
        if case.over == 0 {
            // Before the first session nobody is in any table.
            world.ends[0].clear();
        }
        Ok(world)
    }

    /// True if every session that is not open is settled: whatever its result, the season ends the same.
    pub fn is_settled(&self) -> bool {
        let same = |result: &Choice| {
            let ends = self.ends.last().unwrap().iter();
            ends.clone().all(|end| {
                let mut season = self.season.clone();
                replace(&mut season, result);
                self.end(season, &end.choice).table == end.table
            })
        };
        self.settled.iter().flatten().all(same)
    }

    fn play(&mut self, chosen: &mut Vec<usize>) {
        let end = self.end(self.season.clone(), chosen);
        self.ends[chosen.len()].push(end);
        if chosen.len() < self.open.len() {
            for choice in 0..self.choices[chosen.len()].len() {
                chosen.push(choice);
                self.play(chosen);
                chosen.pop();
            }
        }
    }

    fn end(&self, mut season: Season, chosen: &[usize]) -> End {
        for (choice, choices) in chosen.iter().zip(&self.choices) {
            replace(&mut season, &choices[*choice]);
        }
        let ledger = write(&season);
        let unknown = &self.open[chosen.len()..];
        let over: Vec<usize> = (0..ledger.sessions.len())
            .filter(|session| !unknown.contains(session))
            .collect();
        let late = DateTime::<Utc>::MAX_UTC;
        let table = standings(&season, &season.championships[0], &ledger, &over, late);
        assert!(table.unresolved.is_empty(), "{:?} {season:#?}", table.unresolved);
        let row = |competitor: &Slug| {
            let row = table.rows.iter().find(|row| row.competitor == *competitor);
            let row = row.map(|row| (row.position.unwrap(), row.points.and_then(Range::exact).unwrap()));
            row.unwrap_or((u16::MAX, Points::ZERO))
        };
        let first = self.open.first().filter(|_| !chosen.is_empty());
        End {
            choice: chosen.to_vec(),
            table: ledger.competitors.iter().map(row).collect(),
            first: first.map_or_else(Vec::new, |first| {
                let scores = ledger.session(*first, late).iter();
                scores.map(|score| score.points().exact().unwrap()).collect()
            }),
        }
    }
}

/// Gives a session this result in the place of what is known of it.
fn replace(season: &mut Season, result: &Choice) {
    let result = result.classification.clone();
    season.classifications.retain(|known| known.session != result.session);
    season.classifications.push(result);
}

/// A session is over ten or twenty hours into its day: sprints come first.
fn write(season: &Season) -> Ledger {
    Ledger::new(season, &season.championships[0], |weekend: &Weekend, session| {
        let hours = if session.kind == SessionKind::Sprint { 10 } else { 20 };
        weekend.start.and_time(NaiveTime::MIN).and_utc() + Duration::hours(hours)
    })
}

/// Every result of a session that agrees with what is known of it.
fn results(case: &Case, session: usize, competitors: &[Slug]) -> Vec<Choice> {
    let known = &case.sessions[session];
    let past = session < case.over;
    let mut orders = Vec::new();
    match known.known {
        Known::Order if past => orders.push(known.order.clone()),
        Known::Head(cars) if past => extend(known.order[..cars].to_vec(), case.cars.len(), &mut orders),
        _ => extend(Vec::new(), case.cars.len(), &mut orders),
    }
    let half_known = past && known.known != Known::Nothing;
    let courses = if half_known {
        known.course..known.course + 1
    } else {
        0..case.courses()
    };
    let keeps = case.rules["drops"]
        .as_array()
        .unwrap()
        .iter()
        .any(|drops| !drops["keeps"].is_null());
    // With the order it is known how everybody else ended.
    let can_be_out = keeps && !(past && known.known == Known::Order);
    let mut all = Vec::new();
    for order in &orders {
        let outs = disqualified(case, order, can_be_out);
        for awards in awarded(case, session) {
            for course in courses.clone() {
                for out in &outs {
                    all.push(choice(case, session, order, &awards, (course, out), competitors));
                }
            }
        }
    }
    all
}

/// Sets of cars that did not finish and can have been disqualified: any of them, or none.
fn disqualified(case: &Case, order: &[usize], can_be_out: bool) -> Vec<Vec<usize>> {
    let mut ways = vec![Vec::new()];
    for car in (0..case.cars.len()).filter(|car| can_be_out && !order.contains(car)) {
        let with: Vec<_> = ways
            .iter()
            .map(|way: &Vec<usize>| [way.as_slice(), &[car]].concat())
            .collect();
        ways.extend(with);
    }
    ways
}

/// All orders that begin like `order`, with any number of further cars.
fn extend(order: Vec<usize>, cars: usize, all: &mut Vec<Vec<usize>>) {
    for car in (0..cars).filter(|car| !order.contains(car)) {
        extend([order.as_slice(), &[car]].concat(), cars, all);
    }
    all.push(order);
}

/// A holder of an award: a car with its whole crew, or one driver of it.
type Holder = (usize, Option<&'static str>);

/// Every way in which the awards of a session can go: to nobody, to a car, to one of its drivers; to several of them where
/// the rules say so.
fn awarded(case: &Case, session: usize) -> Vec<Vec<Vec<Holder>>> {
    let inside = |car: &usize| case.cars[*car].inside;
    let holders: Vec<Holder> = (0..case.cars.len())
        .filter(inside)
        .flat_map(|car| {
            let drivers = &case.cars[car].drivers;
            let alone = if drivers.len() > 1 && case.ranks == "driver" {
                drivers.as_slice()
            } else {
                &[]
            };
            std::iter::once((car, None)).chain(alone.iter().map(move |driver| (car, Some(*driver))))
        })
        .collect();
    let is_crew = |car: usize| case.ranks == "driver" && case.cars[car].drivers.len() > 1;
    let mut ways: Vec<Vec<Vec<Holder>>> = vec![Vec::new()];
    for award in case.awards(session) {
        let mut won: Vec<Vec<Holder>> = vec![Vec::new()];
        if award.several {
            for holder in holders
                .iter()
                .filter(|(car, driver)| driver.is_some() || !is_crew(*car))
            {
                let with: Vec<_> = won.iter().map(|won| [won.as_slice(), &[*holder]].concat()).collect();
                won.extend(with);
            }
        } else {
            won.extend(holders.iter().map(|holder| vec![*holder]));
        }
        ways = ways
            .iter()
            .flat_map(|way| {
                won.iter()
                    .map(|won| [way.as_slice(), std::slice::from_ref(won)].concat())
            })
            .collect();
    }
    ways
}

fn choice(
    case: &Case,
    session: usize,
    order: &[usize],
    awards: &[Vec<Holder>],
    (course, out): (usize, &[usize]),
    competitors: &[Slug],
) -> Choice {
    let counts = |car: &usize| case.cars[*car].inside || case.rules["order"] == "overall";
    let counted: Vec<usize> = order.iter().copied().filter(counts).collect();
    let is = |car: usize, competitor: &Slug| {
        let car = &case.cars[car];
        car.inside
            && (car.team == competitor.as_str() || case.ranks == "driver" && car.drivers.contains(&competitor.as_str()))
    };
    let place = |competitor: &Slug| {
        let at = counted.iter().position(|car| is(*car, competitor))?;
        u16::try_from(at + 1).ok()
    };
    let rules = case.awards(session);
    let won = |competitor: &Slug| {
        let held = |(at, won): &(usize, &Vec<Holder>)| {
            let paid = rules[*at].pays(place(competitor));
            let by =
                |(car, driver): &Holder| is(*car, competitor) && driver.is_none_or(|driver| *competitor == *driver);
            paid && won.iter().any(by)
        };
        awards.iter().enumerate().filter(held).map(|(at, _)| at).collect()
    };
    Choice {
        classification: serde_json::from_value(classification(case, session, order, awards, (course, out))).unwrap(),
        place: competitors.iter().map(place).collect(),
        awards: competitors.iter().map(won).collect(),
        full: course == 0,
    }
}

fn classification(
    case: &Case,
    session: usize,
    order: &[usize],
    awards: &[Vec<Holder>],
    (course, out): (usize, &[usize]),
) -> Value {
    let number = |car: usize| (car + 1).to_string();
    let finished = order
        .iter()
        .enumerate()
        .map(|(at, car)| json!({ "place": at + 1, "car": number(*car) }));
    let others = (0..case.cars.len()).filter(|car| !order.contains(car));
    let status = |car| if out.contains(&car) { "dsq" } else { "dnf" };
    let others = others.map(|car| json!({ "car": number(car), "status": status(car) }));
    let holder = |name: &str, (car, driver): &Holder| match driver {
        Some(driver) => json!({ "award": name, "class": "gt", "driver": driver }),
        None => json!({ "award": name, "class": "gt", "car": number(*car) }),
    };
    let award = |(award, won): (Award, &Vec<Holder>)| {
        let name = award.name;
        if won.is_empty() {
            vec![json!({ "award": name, "class": "gt" })]
        } else {
            won.iter().map(|one| holder(&name, one)).collect()
        }
    };
    json!({
        "session": name(case, session), "complete": true, "sources": ["sheet"],
        "rows": finished.chain(others).collect::<Vec<_>>(),
        "awards": case.awards(session).into_iter().zip(awards).flat_map(award).collect::<Vec<_>>(),
        "laps": COURSES[course], "scheduled_laps": COURSES[0],
    })
}

/// The result of a session as far as it is known.
pub fn known(case: &Case, session: usize) -> Option<Value> {
    let result = &case.sessions[session];
    let holders = result
        .holders
        .iter()
        .map(|car| car.filter(|car| case.cars[*car].inside));
    let holders: Vec<Vec<Holder>> = holders
        .map(|car| car.into_iter().map(|car| (car, None)).collect())
        .collect();
    let mut whole = classification(
        case,
        session,
        &result.order,
        &holders,
        (result.course.min(case.courses() - 1), &[]),
    );
    match result.known {
        Known::Whole => Some(whole),
        Known::Nothing => None,
        Known::Order => {
            whole["awards"] = json!([]);
            Some(whole)
        }
        Known::Head(cars) => {
            whole["awards"] = json!([]);
            whole["complete"] = json!(false);
            whole["rows"].as_array_mut().unwrap().truncate(cars);
            Some(whole)
        }
    }
}
