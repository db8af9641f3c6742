//! Outlooks of small seasons, against every way in which small seasons can end.

mod case;
mod pack;
mod world;

use case::{Case, Known, crews, drivers, teams};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use raceweek::domain::Points;
use raceweek::scoring::future::{Chance, Outlook, Safe, SufficientResult};
use world::{Choice, End, World};

use crate::support::chance::cases;

/// More ends than this are too many to play through.
const MOST: usize = 400;

/// Check of a season, its ends, and what the engine makes of it.
type Check = fn(&Case, &World, &Outlook<'_>) -> TestCaseResult;

/// A season to compare with: its ends, and what the engine makes of it.
fn compare(case: &Case, checks: &[Check]) -> TestCaseResult {
    let world = World::new(case, MOST).map_err(TestCaseError::reject)?;
    let championship = &world.season.championships[0];
    let outlook = Outlook::new(&world.season, championship, &world.ledger, world.now).unwrap();
    for session in &world.open {
        prop_assert!(*session >= case.over || case.sessions[*session].known != Known::Whole);
    }
    prop_assert!((case.over..case.sessions.len()).all(|session| world.open.contains(&session)));
    prop_assert!(world.is_settled());
    checks.iter().try_for_each(|check| check(case, &world, &outlook))
}

/// Each competitor of the table with its index among the contenders.
fn everybody(world: &World, outlook: &Outlook<'_>) -> Vec<(usize, usize)> {
    let all = world.ledger.competitors.iter().enumerate();
    all.map(|(at, competitor)| (at, outlook.contender(competitor).unwrap()))
        .collect()
}

/// Chances of being in front, and of others to be in front of somebody.
fn chances(_: &Case, world: &World, outlook: &Outlook<'_>) -> TestCaseResult {
    for (sessions, ends) in world.ends.iter().enumerate().filter(|(_, ends)| !ends.is_empty()) {
        for (at, who) in everybody(world, outlook) {
            let chance = outlook.chance(who, sessions);
            let truth = if !ends.iter().any(|end| end.leads(at)) {
                Chance::Never
            } else if ends.iter().all(|end| end.wins(at)) {
                Chance::Certain
            } else if ends.iter().any(|end| end.wins(at)) {
                Chance::Possible
            } else {
                Chance::Shared
            };
            let name = &world.ledger.competitors[at];
            if chance == Chance::Unknown {
                // Only what is decided among equals may be left open.
                let ahead = |end: &End| {
                    end.table
                        .iter()
                        .enumerate()
                        .all(|(other, row)| other == at || row.1 < end.table[at].1)
                };
                prop_assert!(
                    !ends.iter().any(ahead),
                    "{} after {} open sessions leads on points",
                    name,
                    sessions
                );
                prop_assert!(
                    truth != Chance::Never
                        || !outlook.exact()
                        || ends
                            .iter()
                            .any(|end| end.table.iter().all(|row| row.1 <= end.table[at].1))
                );
            } else if !outlook.knows_ties() && chance == Chance::Possible && truth == Chance::Certain {
                // A tie that is decided by rules which do not rise with places is never counted on.
                prop_assert!(
                    ends.iter()
                        .any(|end| end.table.iter().filter(|row| row.1 == end.table[at].1).count() > 1)
                );
            } else if outlook.exact() || matches!(chance, Chance::Never | Chance::Certain) {
                prop_assert_eq!(chance, truth, "{} after {} open sessions", name, sessions);
            }
        }
    }
    Ok(())
}

fn threats(_: &Case, world: &World, outlook: &Outlook<'_>) -> TestCaseResult {
    let everybody = everybody(world, outlook);
    for (sessions, ends) in world.ends.iter().enumerate().filter(|(_, ends)| !ends.is_empty()) {
        for (at, who) in &everybody {
            let found = outlook.threats(*who, sessions);
            for (other, index) in everybody.iter().filter(|(other, _)| other != at) {
                let level_on_points = ends.iter().any(|end| end.table[*other].1 == end.table[*at].1);
                let truth = ends.iter().any(|end| end.table[*other].0 <= end.table[*at].0);
                let unknown = level_on_points && !outlook.knows_ties() || !outlook.exact();
                prop_assert!(
                    found.contains(index) == truth || unknown && found.contains(index),
                    "{} against {} after {} open sessions: {} is the truth",
                    world.ledger.competitors[*other],
                    world.ledger.competitors[*at],
                    sessions,
                    truth
                );
            }
        }
    }
    Ok(())
}

fn reach(_: &Case, world: &World, outlook: &Outlook<'_>) -> TestCaseResult {
    for (sessions, ends) in world.ends.iter().enumerate().filter(|(_, ends)| !ends.is_empty()) {
        for (at, who) in everybody(world, outlook) {
            let reach = outlook.reach(who, sessions).unwrap();
            let points = || ends.iter().map(|end| end.table[at].1);
            let truth = (points().min().unwrap(), points().max().unwrap());
            prop_assert_eq!(
                (reach.low, reach.high),
                truth,
                "{} after {} open sessions",
                world.ledger.competitors[at],
                sessions
            );
        }
    }
    Ok(())
}

fn clinches(_: &Case, world: &World, outlook: &Outlook<'_>) -> TestCaseResult {
    let last = world.ends.last().unwrap();
    for sessions in 0..world.ends.len() {
        for (at, who) in everybody(world, outlook) {
            let same = |one: &&End, other: &&End| one.choice[..sessions] == other.choice[..sessions];
            let all: Vec<&End> = last.iter().collect();
            let truth = all.chunk_by(same).any(|ends| ends.iter().all(|end| end.wins(at)));
            let found = outlook.can_clinch(who, sessions);
            let name = &world.ledger.competitors[at];
            prop_assert!(
                found == truth || !found && !outlook.knows_ties() || found && !outlook.exact(),
                "{} by {} open sessions: {} is the truth",
                name,
                sessions,
                truth
            );
        }
    }
    Ok(())
}

/// The result that keeps somebody in front: all ends with it do, and the next worse result does not.
fn safe(case: &Case, world: &World, outlook: &Outlook<'_>) -> TestCaseResult {
    let open = &world.open;
    for (at, who) in everybody(world, outlook) {
        for (within, until) in (1..world.ends.len()).flat_map(|until| (1..=until).map(move |within| (within, until))) {
            // Races whose places count, and of which nothing is known.
            let races: Vec<usize> = (0..within)
                .filter(|session| {
                    let one = &case.sessions[open[*session]];
                    let countback = !one.sprint || case.rules["scales"][1]["countback"].is_null();
                    countback && (open[*session] >= case.over || one.known == Known::Nothing)
                })
                .collect();
            let with = |good: &dyn Fn(&Choice) -> bool| -> Vec<&End> {
                let fits = |end: &&End| races.iter().all(|race| good(&world.choices[*race][end.choice[*race]]));
                world.ends[until].iter().filter(fits).collect()
            };
            let better = |last: u16| with(&|choice| choice.place[at].is_some_and(|place| place <= last));
            let in_full =
                |last: u16| with(&|choice| choice.full && choice.place[at].is_some_and(|place| place <= last));
            // Every session of which nothing is known, sprints too, won in full.
            let all_won: Vec<&End> = {
                let is_free = |session: &usize| {
                    open[*session] >= case.over || case.sessions[open[*session]].known == Known::Nothing
                };
                let won = |end: &&End, session: usize| {
                    let choice = &world.choices[session][end.choice[session]];
                    choice.full && choice.place[at] == Some(1)
                };
                let fits = |end: &&End| (0..within).filter(is_free).all(|session| won(end, session));
                world.ends[until].iter().filter(fits).collect()
            };
            let enough = |ends: &[&End]| ends.iter().all(|end| end.wins(at));
            let paying = paying(case);
            let found = outlook.safe(who, within, until).unwrap();
            let (holds, next) = match found {
                Safe::Always => (with(&|_| true), None),
                Safe::Place(place) if place < paying => (better(place), Some(better(place + 1))),
                Safe::Place(place) => (better(place), Some(with(&|_| true))),
                Safe::InFull(place) if place < paying => (in_full(place), Some(in_full(place + 1))),
                Safe::InFull(place) => (in_full(place), Some(with(&|choice| choice.full))),
                Safe::Everything => (all_won.clone(), Some(in_full(1))),
                Safe::Never => (Vec::new(), Some(all_won.clone())),
                Safe::Surely(_) => return Err(TestCaseError::fail("so few races are never too many")),
            };
            let name = &world.ledger.competitors[at];
            if !outlook.knows_ties() {
                prop_assert!(enough(&holds), "{} {:?} within {} until {}", name, found, within, until);
                continue;
            }
            prop_assert!(
                enough(&holds),
                "{} {:?} within {} until {}: not enough",
                name,
                found,
                within,
                until
            );
            let only_in_full = matches!(found, Safe::InFull(_) | Safe::Everything | Safe::Never);
            let won = better(1);
            prop_assert!(
                !only_in_full || won.is_empty() || !enough(&won),
                "{} {:?} within {} until {}: wins are enough however they come",
                name,
                found,
                within,
                until
            );
            if let Some(next) = next {
                prop_assert!(
                    next.len() == holds.len() || next.is_empty() || !enough(&next),
                    "{} {:?} within {} until {}: less is enough",
                    name,
                    found,
                    within,
                    until
                );
            }
        }
    }
    Ok(())
}

/// Number of places that pay, a tail counted as one.
fn paying(case: &Case) -> u16 {
    let pays =
        |scale: &serde_json::Value| scale["points"].as_array().unwrap().len() + usize::from(!scale["rest"].is_null());
    u16::try_from(pays(&case.rules["scales"][0])).unwrap()
}

/// Each line holds in every end that agrees with it, and a point more breaks it; a result without a line is never enough.
fn lines(case: &Case, world: &World, outlook: &Outlook<'_>) -> TestCaseResult {
    if world.choices.is_empty() {
        return Ok(());
    }
    let open = world.open[0];
    let everybody = everybody(world, outlook);
    // A line reckons with places that pay nothing, which a small field may not have.
    let unpaid = usize::from(paying(case)) + 1;
    let all_places = !case.place_counts(open, unpaid) || case.cars.iter().filter(|car| car.inside).count() > unpaid;
    let strict = outlook.knows_ties() && all_places;
    for (at, who) in &everybody {
        for until in 1..world.ends.len() {
            let Some(lines) = outlook.lines(*who, until) else {
                prop_assert!(open < case.over && case.sessions[open].known != Known::Nothing);
                return Ok(());
            };
            let scale = usize::from(case.sessions[open].sprint);
            let scale = &case.rules["scales"][scale];
            let paid = u16::try_from(scale["points"].as_array().unwrap().len()).unwrap();
            let tail = !scale["rest"].is_null();
            for place in (1..=paid + u16::from(tail)).map(Some).chain([None]) {
                for awards in [vec![], vec![0], vec![1], vec![0, 1]] {
                    let fits = |end: &&End| {
                        let choice = &world.choices[0][end.choice[0]];
                        let had = choice.place[*at]
                            .filter(|place| tail || *place <= paid)
                            .map(|place| place.min(paid + 1));
                        choice.full && had == place && choice.awards[*at] == awards
                    };
                    let ends: Vec<&End> = world.ends[until].iter().filter(fits).collect();
                    let names: Vec<String> = awards
                        .iter()
                        .filter_map(|award| Some(case.awards(open).get(*award)?.name.clone()))
                        .collect();
                    let is = |line: &&SufficientResult| {
                        line.place == place && line.awards.iter().map(ToString::to_string).collect::<Vec<_>>() == names
                    };
                    let line = lines.iter().find(is).filter(|_| names.len() == awards.len());
                    let about = format!(
                        "{} {place:?} {names:?} until {until}: {line:?}",
                        world.ledger.competitors[*at]
                    );
                    one_line(&ends, line, (*at, &everybody), (outlook, strict))
                        .map_err(|why| TestCaseError::fail(format!("{about}: {why}")))?;
                }
            }
        }
    }
    Ok(())
}

fn one_line(
    ends: &[&End],
    line: Option<&SufficientResult>,
    (at, everybody): (usize, &[(usize, usize)]),
    (outlook, strict): (&Outlook<'_>, bool),
) -> Result<(), String> {
    let level = |end: &End, other: usize| end.table[other].0 <= end.table[at].0;
    let Some(line) = line else {
        // Nobody is so weak a rival that his scoring nothing would make it enough.
        let nothing = |other: usize| move |end: &&&End| end.first[other] == Points::ZERO;
        let spoilt = everybody.iter().filter(|(other, _)| *other != at).any(|(other, _)| {
            let mut weak = ends.iter().filter(nothing(*other)).peekable();
            weak.peek().is_none() || weak.any(|end| level(end, *other))
        });
        return if spoilt || ends.is_empty() || !strict {
            Ok(())
        } else {
            Err("a line is missing".to_owned())
        };
    };
    let limit = |other: usize| {
        let index = everybody.iter().find(|(one, _)| *one == other).unwrap().1;
        let who = &outlook.contenders()[index].who;
        line.limits
            .iter()
            .find(|limit| limit.who == *who)
            .map(|limit| limit.most)
    };
    let consistent = |end: &&&End| {
        everybody
            .iter()
            .all(|(other, _)| limit(*other).is_none_or(|most| end.first[*other] <= most))
    };
    if let Some(end) = ends.iter().filter(consistent).find(|end| !end.wins(at)) {
        return Err(format!("not enough: {end:?}"));
    }
    for (other, _) in everybody {
        let Some(most) = limit(*other) else { continue };
        let more = ends
            .iter()
            .map(|end| end.first[*other])
            .filter(|points| *points > most)
            .min();
        let broken = more.is_none_or(|more| ends.iter().any(|end| end.first[*other] == more && level(end, *other)));
        if !broken && strict {
            return Err(format!("more would do against competitor {other}: {more:?}"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn whoever_can_lead_or_win_is_found_and_nobody_else(case in drivers()) {
        compare(&case, &[chances, threats, reach, clinches])?;
    }

    #[test]
    fn what_keeps_somebody_safe_does_and_no_less_would(case in drivers()) {
        compare(&case, &[safe, lines])?;
    }

    #[test]
    fn drivers_of_one_car_rise_and_fall_together(case in crews()) {
        compare(&case, &[chances, threats, reach, clinches])?;
    }

    #[test]
    fn teams_win_with_all_their_cars(case in teams()) {
        compare(&case, &[chances, threats, reach, clinches])?;
    }
}
