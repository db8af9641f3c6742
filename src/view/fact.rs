//! Documents of facts: the fact in a line, its support, and follow-up questions.

use super::{Line, View, words};
use crate::answer::{DriverSession, Fact, FeatMode, Feats, Frame, NamedId, Sweep, WeekendTitle};
use crate::domain::SeasonId;
use crate::question::{Question, QuestionKind};
use words::{fact as say, feats as done};

/// The document of a fact.
pub(super) fn view(question: &Question, frame: &Frame, fact: &Fact) -> View {
    let mut view = View::titled(say::title(frame, fact));
    for line in lines(fact) {
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

fn lines(fact: &Fact) -> Vec<String> {
    match fact {
        Fact::Feats(feats) => self::feats(feats),
        Fact::Finishes { who, weekend, known } => finishes(who, weekend.as_ref(), known),
        Fact::Sweeps {
            weekend,
            classes,
            to_come,
        } => sweeps(weekend, classes, *to_come),
        Fact::Most { what, season, classes } => {
            let most = |(class, counts): &(_, Vec<_>)| done::most(what, season, class, counts);
            classes.iter().map(most).collect()
        }
        Fact::Margin { race, winner, margin } => vec![done::margin(race.as_ref(), winner.as_ref(), margin.as_ref())],
        Fact::Leads {
            closest,
            leads,
            unknown,
        } => say::leads(*closest, leads, unknown),
        Fact::Worth { place, award, pays } => {
            let what = say::what(*place, award.as_ref());
            pays.iter().map(|pay| say::pay(&what, pay)).collect()
        }
        Fact::Length { kind, sessions, .. } => say::lengths(*kind, sessions),
        Fact::Round { weekend, rounds, of } => vec![say::round(weekend, rounds, *of)],
        Fact::Progress {
            run, of, whole, ahead, ..
        } => say::progress(*run, *of, *whole, ahead),
        Fact::Races {
            weekend,
            season,
            races,
            weekends,
        } => vec![say::races(weekend.as_ref(), season, races, *weekends)],
        Fact::Together {
            weekend,
            sessions,
            classes,
        } => vec![say::together(weekend, sessions, classes)],
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

fn finishes(who: &NamedId, weekend: Option<&WeekendTitle>, known: &[(SeasonId, DriverSession)]) -> Vec<String> {
    if known.is_empty() {
        return vec![done::no_finish(who, weekend)];
    }
    let finish = |(season, one): &(SeasonId, DriverSession)| done::finish(who, season, one);
    known.iter().map(finish).collect()
}

/// The classes with a sweep first, after the remark that races are still to be run.
fn sweeps(weekend: &WeekendTitle, classes: &[(NamedId, Sweep)], to_come: bool) -> Vec<String> {
    let is_swept = |(_, sweep): &&(NamedId, Sweep)| matches!(sweep, Sweep::By(_));
    let (swept, others): (Vec<_>, Vec<_>) = classes.iter().partition(is_swept);
    let by_class = swept.into_iter().chain(others);
    let sweeps = by_class.map(|(class, sweep)| done::sweep(class, sweep, weekend));
    to_come
        .then(|| done::to_come(weekend))
        .into_iter()
        .chain(sweeps)
        .collect()
}

fn feats(feats: &Feats) -> Vec<String> {
    let mut lines = vec![match feats.asked {
        FeatMode::Often if feats.seasons.is_empty() => done::never(feats),
        FeatMode::Often => done::often(feats),
        FeatMode::Ever => done::ever(feats),
        FeatMode::Both => done::both(feats),
    }];
    lines.extend(feats.seasons.iter().map(|season| done::season(feats.what, season)));
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
        let asked = of_season(QuestionKind::Driver).driver(who.id.clone());
        (who.name.clone(), asked)
    };
    let link = |label: &str, question| Some((label.to_owned(), question));
    match fact {
        Fact::Feats(feats) if question.options.driver.is_some() => Some(driver(&feats.who)),
        Fact::Feats(feats) => {
            let asked = of_season(QuestionKind::Team).team(feats.who.id.clone());
            link(&feats.who.name, asked)
        }
        Fact::Finishes { who, .. } => Some(driver(who)),
        Fact::Sweeps { weekend, .. } => link(words::link::RESULTS, at(QuestionKind::Winners, weekend)),
        Fact::Leads { .. } => link(words::link::LEADERS, of_season(QuestionKind::Leaders)),
        Fact::Worth { .. } => link(words::link::POINTS, of_season(QuestionKind::Points)),
        Fact::Length { weekend, .. }
        | Fact::Round { weekend, .. }
        | Fact::Together { weekend, .. }
        | Fact::Races {
            weekend: Some(weekend), ..
        } => link(words::link::SCHEDULE, at(QuestionKind::Schedule, weekend)),
        Fact::Progress { season, .. } | Fact::Races { season, .. } => {
            let asked = Question::of(QuestionKind::Schedule).season(season.clone());
            link(words::link::CALENDAR, asked)
        }
        Fact::Rookies { .. } | Fact::Entered { .. } | Fact::From { .. } => {
            link(words::link::ENTRIES, of_season(QuestionKind::Entries))
        }
        Fact::Most { .. } | Fact::Margin { .. } | Fact::Car(_) | Fact::Story(_) => None,
    }
}
