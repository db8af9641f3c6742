//! Documents of facts: the fact in a line, its support, and follow-up questions.

use super::{Line, View, words};
use crate::answer::{
    DriverSession, Fact, FeatMode, Feats, Frame, LeadHistory, Measure, NamedId, Progress, Sweep, WeekendTitle,
};
use crate::domain::{ClassId, DriverId, SeasonId, TeamId};
use crate::question::{Form, Question, QuestionKind, Relation};
use words::{fact as say, feats as done, finishes as raced, headline, measures};

/// The document of a fact.
pub(super) fn view(question: &Question, frame: &Frame, fact: &Fact) -> View {
    let mut lines = lines(question.form, fact).into_iter();
    // A note is told whole; of several finishes the headline is a sum; of all other facts the first line says what was asked.
    let headline = match fact {
        Fact::Story(_) => None,
        Fact::Worth(worth) => Some(headline::worth::worth(question.form, worth)),
        Fact::Maximum(maximum) => Some(headline::worth::maximum(maximum)),
        Fact::Reach(reach) => Some(headline::worth::reach(reach)),
        Fact::Rule(rule) => Some(headline::rules::rule(question.form, rule)),
        Fact::Finishes { who, known, .. } => {
            let whether = words::ended::whether(question.form, who, known);
            let told = if known.len() > 1 {
                Some(raced::several(who, known))
            } else {
                lines.next()
            };
            whether.or(told)
        }
        Fact::Feats(feats) => {
            let counted = lines.next();
            match question.form.relation {
                Some(Relation::Number(asked)) => Some(done::number_is(asked, feats)),
                _ => counted,
            }
        }
        Fact::Drives { who, is, seats } => Some(headline::people::is_driving(&who.name, *is, seats)),
        Fact::LeadHistory(histories) => leads(question, frame, histories),
        Fact::Progress(progress) => Some(headline::progress::progress(question.form, progress)),
        Fact::Together {
            weekend,
            sessions,
            classes,
        } => Some(headline::progress::together(question.form, weekend, sessions, classes)),
        _ => lines.next(),
    };
    let mut view = View::titled(say::title(frame, fact)).with_headline(headline);
    for line in lines {
        view.line(Line::text(line));
    }
    for remark in say::remarks(fact) {
        view.line(Line::small(remark));
    }
    if let Some((label, target)) = link(question, fact) {
        view.link(label, target);
    }
    view
}

fn lines(form: Form, fact: &Fact) -> Vec<String> {
    match fact {
        Fact::Feats(_)
        | Fact::Finishes { .. }
        | Fact::Sweeps { .. }
        | Fact::Most { .. }
        | Fact::More { .. }
        | Fact::Field(_)
        | Fact::Measure(_)
        | Fact::Margin { .. } => of_results(form, fact),
        Fact::Circuits(order) => words::circuits::lines(form.polar, order),
        Fact::Laps { weekend, races } => say::laps(weekend, races),
        Fact::Duel(duel) => words::duel::lines(form, duel),
        Fact::Compared(compared) => vec![words::duel::compared(form, compared)],
        Fact::FeatOccasion(occasion) => vec![words::honours::occasion(occasion)],
        Fact::Titles(titles) => vec![words::honours::titles(form, titles)],
        Fact::Leads {
            closest,
            leads,
            unknown,
        } => say::leads(*closest, leads, unknown),
        Fact::LeadHistory(histories) => histories.iter().flat_map(led).collect(),
        Fact::Worth(_) | Fact::Maximum(_) | Fact::Reach(_) | Fact::Together { .. } | Fact::Drives { .. } => Vec::new(),
        Fact::Rule(fact) => say::rule(fact),
        Fact::Length { kind, sessions, .. } => say::lengths(*kind, sessions),
        Fact::Round { weekend, rounds, of } => vec![say::round(weekend, rounds, *of)],
        Fact::Progress(progress) => say::progress(progress),
        Fact::Races {
            weekend,
            season,
            races,
            sprints,
            weekends,
        } => vec![say::races(weekend.as_ref(), season, (races, sprints), *weekends)],
        Fact::From { place, asked, people } => say::from(place, asked.as_ref(), people),
        Fact::Rookies { asked, rookies } => say::rookies(asked.as_ref(), rookies),
        Fact::Entered {
            who,
            weekend,
            seats,
            unplaced,
            early,
        } => say::entered(who, weekend.as_ref(), seats, *unplaced, *early),
        Fact::Car(car) => vec![say::car(car.as_deref())],
        Fact::Story(stories) => stories.iter().map(|(title, text)| format!("{title}: {text}")).collect(),
    }
}

/// The headline of one history of leads; several have one each below.
fn leads(question: &Question, frame: &Frame, histories: &[LeadHistory]) -> Option<String> {
    let told = histories
        .iter()
        .map(|history| words::lead_history::headline(question.form, frame.year(), history));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// The leaders after every round of a championship.
fn led(history: &LeadHistory) -> Vec<String> {
    words::lead_history::spells(history)
}

/// A fact that rests on results.
fn of_results(form: Form, fact: &Fact) -> Vec<String> {
    match fact {
        Fact::Field(split) => words::field::lines(split),
        Fact::Feats(feats) => self::feats(feats),
        Fact::Finishes { who, known, .. } if known.len() == 1 => {
            let single = |(season, one): &(SeasonId, DriverSession)| raced::single(who, season, one);
            known.iter().map(single).collect()
        }
        Fact::Finishes { who, known, .. } if !known.is_empty() => {
            let finish = |(season, one): &(SeasonId, DriverSession)| raced::finish(who, season, one);
            known.iter().map(finish).collect()
        }
        Fact::Finishes {
            who, weekend, scope, ..
        } => vec![raced::no_finish(who, weekend.as_ref(), scope)],
        Fact::Sweeps {
            weekend,
            classes,
            to_come,
        } => sweeps(weekend, classes, *to_come),
        Fact::Most {
            what,
            season,
            scope,
            classes,
        } => {
            let alone = classes.len() == 1 && classes.iter().all(|of| of.class.is_none());
            let most = |of: &_| done::most(*what, (season, scope), of, alone);
            classes.iter().map(most).collect()
        }
        Fact::More {
            what,
            who,
            season,
            scope,
            classes,
        } => {
            let more = |of: &_| done::more(*what, who, (season, scope), of);
            classes.iter().map(more).collect()
        }
        Fact::Measure(measure) => measures::lines(form.polar, measure),
        Fact::Margin { race, winner, margin } => vec![raced::margin(race.as_ref(), winner.as_ref(), margin.as_ref())],
        _ => Vec::new(),
    }
}

/// The classes with a sweep first, after the remark that races are still to be run.
fn sweeps(weekend: &WeekendTitle, classes: &[(NamedId<ClassId>, Sweep)], to_come: bool) -> Vec<String> {
    let is_swept = |(_, sweep): &&(NamedId<ClassId>, Sweep)| matches!(sweep, Sweep::By(_));
    let (swept, others): (Vec<_>, Vec<_>) = classes.iter().partition(is_swept);
    let by_class = swept.into_iter().chain(others);
    let sweeps = by_class.map(|(class, sweep)| raced::sweep(class, sweep, weekend));
    to_come
        .then(|| raced::to_come(weekend))
        .into_iter()
        .chain(sweeps)
        .collect()
}

fn feats(feats: &Feats) -> Vec<String> {
    let mut lines = vec![match feats.asked {
        FeatMode::Often => done::often(feats),
        FeatMode::Ever => done::ever(feats),
        FeatMode::Both => done::both(feats),
    }];
    lines.extend(feats.seasons.iter().filter_map(done::season));
    lines
}

/// Follow-up question: the full answer that the fact is taken from.
fn link(question: &Question, fact: &Fact) -> Option<(String, Question)> {
    let of_season = |kind| Question::of(kind).season(question.options.season.clone());
    let at = |kind, weekend: &WeekendTitle| {
        let asked = Question::of(kind).weekend(weekend.title.id.clone());
        asked.season(weekend.season.clone())
    };
    let driver = |who: &NamedId| {
        let asked = of_season(QuestionKind::Driver).driver(DriverId::from(who.id.clone()));
        (who.name.clone(), asked)
    };
    let link = |label: &str, question| Some((label.to_owned(), question));
    match fact {
        Fact::Feats(feats) if question.options.driver.is_some() => Some(driver(&feats.who)),
        Fact::Measure(measure) if question.options.driver.is_some() => Some(driver(&measure.who)),
        Fact::Feats(Feats { who, .. }) | Fact::Measure(Measure { who, .. }) => {
            let asked = of_season(QuestionKind::Team).team(TeamId::from(who.id.clone()));
            link(&who.name, asked)
        }
        Fact::Finishes { who, .. } => Some(driver(who)),
        Fact::Drives { who, .. } => Some(driver(&who.clone().untyped())),
        Fact::Sweeps { weekend, .. } => link(words::link::RESULTS, at(QuestionKind::Winners, weekend)),
        Fact::Leads { .. } | Fact::LeadHistory(_) => link(words::link::LEADERS, of_season(QuestionKind::Leaders)),
        Fact::Worth(_) | Fact::Maximum(_) | Fact::Rule(_) => link(words::link::POINTS, of_season(QuestionKind::Points)),
        Fact::Reach(_) => link(words::link::LEADERS, of_season(QuestionKind::Leaders)),
        Fact::Length { weekend, .. }
        | Fact::Laps { weekend, .. }
        | Fact::Round { weekend, .. }
        | Fact::Together { weekend, .. }
        | Fact::Races {
            weekend: Some(weekend), ..
        } => link(words::link::SCHEDULE, at(QuestionKind::Schedule, weekend)),
        Fact::Progress(Progress { season, .. }) | Fact::Races { season, .. } => {
            let asked = Question::of(QuestionKind::Schedule).season(season.clone());
            link(words::link::CALENDAR, asked)
        }
        Fact::Rookies { .. } | Fact::Entered { .. } | Fact::From { .. } => {
            link(words::link::ENTRIES, of_season(QuestionKind::Entries))
        }
        Fact::FeatOccasion(of) => of.crew.is_some().then(|| driver(&of.who)),
        Fact::Titles(of) => of.crew.is_some().then(|| driver(&of.who)),
        Fact::Most { .. }
        | Fact::More { .. }
        | Fact::Duel(_)
        | Fact::Field(_)
        | Fact::Circuits(_)
        | Fact::Compared(_)
        | Fact::Margin { .. }
        | Fact::Car(_)
        | Fact::Story(_) => None,
    }
}
