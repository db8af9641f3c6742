//! Headlines of scoring rules: the rules at large, and one topic of them.

use super::verdict;
use super::worth::{Told, in_each_class, joined, the, told};
use crate::answer::{NamedId, RuleFact, RuleTopic, Scoring};
use crate::domain::{AwardRule, Order, Points, Retired, Rules, Scale, SessionKind};
use crate::question::{Form, Relation};
use crate::view::words::leaders::points_of;
use crate::view::words::points::{award_name, dropped, ties};
use crate::view::words::{choice, count, list, ordinal, sentence};

/// The headline of the rules of championships: what a win and the awards pay.
pub fn points(season: &str, scorings: &[Scoring]) -> String {
    let known = || {
        scorings
            .iter()
            .filter_map(|scoring| Some((scoring, scoring.rules.as_ref()?)))
    };
    let told = told(known().filter_map(|(scoring, rules)| Some((scoring.championships.as_slice(), pays(rules)?))));
    let each = in_each_class(&told, known().map(|(_, rules)| rules.order == Order::Class));
    match told.as_slice() {
        [] => unknown_scoring(season, scorings),
        [(text, _)] => sentence(&format!("{text}{each}")),
        [(text, names), ..] => sentence(&format!("in {} {text}", list(names))),
    }
}

/// That no scoring is known: of the one championship that is asked about, else of the season.
fn unknown_scoring(season: &str, scorings: &[Scoring]) -> String {
    let mut asked = scorings.iter().flat_map(|scoring| &scoring.championships);
    match (asked.next(), asked.next()) {
        (Some(one), None) => format!(
            "Not known: the scoring of {} in {season} is not in the packs.",
            the(&one.name)
        ),
        _ => format!("Not known: the scoring of {season} is not in the packs."),
    }
}

/// `a win pays 25 points, pole 2 and fastest lap 1; 15 places score`
fn pays(rules: &Rules) -> Option<String> {
    let scale = rules.scale_of(SessionKind::Race)?;
    let mut pays = vec![format!("a win pays {}", points_of(scale.points(1)))];
    let sprint = rules.scale_of(SessionKind::Sprint).map(|scale| scale.points(1));
    pays.extend(sprint.map(|points| format!("a sprint win {points}")));
    let awards = rules.awards.iter().flatten();
    pays.extend(awards.map(|award| format!("{} {}", award_name(&award.award), award.points)));
    Some(format!("{}; {} score", list(&pays), places(scale)))
}

/// `15 places`
fn places(scale: &Scale) -> String {
    match scale.rest.filter(|rest| *rest > Points::ZERO) {
        Some(_) => "all places".to_owned(),
        None => count(usize::from(last_paid(scale)), "place", "places"),
    }
}

/// The last place with points of its own.
fn last_paid(scale: &Scale) -> u16 {
    let last = scale.points.iter().rposition(|points| *points > Points::ZERO);
    last.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0)
}

/// Statement of a rule, with the yes or no that it is where one can be asked for.
type Statement = (Option<bool>, String);

/// The headline of a topic of the rules.
pub fn rule(form: Form, fact: &RuleFact) -> String {
    match fact.topic {
        RuleTopic::Counting => return sentence(&counting(form, fact)),
        RuleTopic::Order => return sentence(&order(fact)),
        _ => {}
    }
    let in_season = fact.kind == SessionKind::Race || fact.sessions > 0;
    if !in_season && fact.topic == RuleTopic::Paying {
        let none = format!("there are no sprints in {}", fact.season);
        return sentence(&if form.polar { verdict(false, &none) } else { none });
    }
    // Championships whose rules are not known at all are told of below.
    let known = fact
        .scorings
        .iter()
        .filter_map(|scoring| Some((scoring, scoring.rules.as_ref()?)));
    let each = known.map(|(scoring, rules)| {
        let told = match fact.topic {
            RuleTopic::Paying => paying(form, fact, rules),
            RuleTopic::Drops => drops(rules),
            RuleTopic::Ties => rules
                .ties
                .as_ref()
                .map(|one| (None, ties(Some(one)).trim_end_matches('.').to_owned())),
            RuleTopic::Shortened => shortened(fact, rules),
            RuleTopic::Retired => retired(rules),
            RuleTopic::Order | RuleTopic::Counting => None,
        };
        (scoring, told)
    });
    let mut each: Vec<(&Scoring, Option<Statement>)> = each.collect();
    each.sort_by_key(|(_, told)| told.is_none());
    if each.iter().all(|(_, told)| told.is_none()) {
        return unknown(fact);
    }
    let text = |told: &Option<Statement>| {
        told.as_ref()
            .map_or_else(|| "not known".to_owned(), |(_, text)| text.clone())
    };
    let told: Told = told(
        each.iter()
            .map(|(scoring, told)| (scoring.championships.as_slice(), text(told))),
    );
    let classes = each.iter().filter_map(|(scoring, _)| scoring.rules.as_ref());
    let classes = classes.map(|rules| rules.order == Order::Class && fact.topic == RuleTopic::Paying);
    let text = format!("{}{}", joined(&told), in_each_class(&told, classes));
    let mut yes = each.iter().filter_map(|(_, told)| told.as_ref()?.0).peekable();
    sentence(&if form.polar && yes.peek().is_some() {
        verdict(yes.any(|yes| yes), &text)
    } else {
        text
    })
}

/// A topic that no rules tell.
fn unknown(fact: &RuleFact) -> String {
    let season = &fact.season;
    let elsewhere = fact
        .scorings
        .iter()
        .flat_map(|scoring| &scoring.drops_elsewhere)
        .next_back();
    match (fact.topic, elsewhere) {
        (RuleTopic::Drops, Some(other)) => {
            let names: Vec<&str> = other.championships.iter().map(|title| title.name.as_str()).collect();
            format!(
                "Not known for {season}; in {} {} in {}.",
                other.season,
                dropped(&other.drops, false),
                list(&names)
            )
        }
        (RuleTopic::Drops, None) => {
            format!("Not known: the packs do not tell whether results are dropped in {season}.")
        }
        (RuleTopic::Ties, _) => format!("Not known: the packs do not tell how ties are decided in {season}."),
        (RuleTopic::Shortened, _) => format!("Not known: the packs have no rule for shortened races in {season}."),
        (RuleTopic::Retired, _) => {
            format!("Not known: the packs do not tell whether a car that retires scores in {season}.")
        }
        _ => format!("Not known: the scoring of {season} is not in the packs."),
    }
}

/// The places that pay, and the last of them.
fn paying(form: Form, fact: &RuleFact, rules: &Rules) -> Option<Statement> {
    rules.scales.as_ref()?;
    let (one, of) = match fact.kind {
        SessionKind::Sprint => ("a sprint", " of a sprint"),
        _ => ("a race", ""),
    };
    let Some(scale) = rules.scale_of(fact.kind) else {
        return Some((Some(false), format!("{one} pays no points")));
    };
    let last = last_paid(scale);
    let (most, least) = (points_of(scale.points(1)), scale.points(last));
    let known = match (scale.confirmed, &scale.known_from) {
        (Some(confirmed), Some(year)) if confirmed < last && confirmed > 0 => {
            format!(" (from {} on as in {year})", ordinal(confirmed + 1))
        }
        (_, Some(year)) => format!(" (as in {year})"),
        _ => String::new(),
    };
    let text = match scale.rest.filter(|rest| *rest > Points::ZERO) {
        Some(rest) => format!(
            "every place{of} scores, from {most} for a win to {rest} after {}",
            ordinal(last)
        ),
        None if form.relation == Some(Relation::Last) => {
            format!(
                "{} for {}, the last place{of} that scores",
                points_of(least),
                ordinal(last)
            )
        }
        None => format!("the first {last}{of} score, from {most} to {least}"),
    };
    Some((Some(true), format!("{text}{known}")))
}

fn drops(rules: &Rules) -> Option<Statement> {
    let drops = rules.drops.as_ref()?;
    Some(if drops.is_empty() {
        (Some(false), "no results are dropped".to_owned())
    } else {
        (Some(true), dropped(drops, false))
    })
}

/// The order in which an award is paid.
fn order(fact: &RuleFact) -> String {
    let wanted = |rule: &&AwardRule| fact.award.as_ref().is_none_or(|award| rule.award == *award);
    let award = fact
        .award
        .as_ref()
        .map_or_else(|| "pole or fastest lap".to_owned(), |award| award_name(award));
    let pay = |rules: &Rules| {
        let paid = rules.awards.as_ref()?.iter().filter(wanted);
        let paid: Vec<String> = paid
            .map(|rule| format!("{} for {}", points_of(rule.points), award_name(&rule.award)))
            .collect();
        Some(match (paid.is_empty(), rules.order) {
            (true, _) => ("neither", format!("{award} pays nothing")),
            (false, Order::Class) => ("by class", list(&paid)),
            (false, Order::Overall) => ("over all cars", list(&paid)),
        })
    };
    let known = fact
        .scorings
        .iter()
        .filter_map(|scoring| Some((scoring.championships.as_slice(), pay(scoring.rules.as_ref()?)?)));
    let known: Vec<_> = known.collect();
    match known.first() {
        None => unknown(fact),
        Some((_, (order, pay))) if known.iter().all(|(_, other)| other == &(*order, pay.clone())) => {
            format!("{order}: {pay}")
        }
        Some(_) => {
            let part = |(titles, (order, pay)): &(&[NamedId<_>], (&str, String))| {
                format!("{order} in {}: {pay}", crate::view::words::names(titles))
            };
            known.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    }
}

/// Points of a race that is cut short.
fn shortened(fact: &RuleFact, rules: &Rules) -> Option<Statement> {
    let scales = rules.scales.iter().flatten().filter(|scale| {
        scale.pool.is_none() && scale.when.kinds.contains(&fact.kind) && scale.when.asks_for_the_course()
    });
    let mut parts: Vec<String> = Vec::new();
    let mut known_from = None;
    let mut scales: Vec<&Scale> = scales.collect();
    scales.sort_by_key(|scale| std::cmp::Reverse(scale.points(1)));
    for scale in scales {
        known_from = known_from.or(scale.known_from.as_ref());
        let when = match scale.when.distance.and_then(|band| band.below) {
            Some(below) if parts.is_empty() => format!("under {} of the distance", below.fraction_text()),
            Some(below) => format!("under {}", below.fraction_text()),
            None => choice(&crate::view::words::when::phrases(&scale.when)),
        };
        parts.push(format!("{} {when}", scale.points(1)));
    }
    let most = rules.scale_of(fact.kind).map(|scale| scale.points(1));
    let mut text = match (parts.is_empty(), most) {
        (false, Some(most)) => format!("a win pays {most} in full, {}", list(&parts)),
        _ => String::new(),
    };
    for factor in rules.factors.iter().filter(|factor| factor.when.asks_for_the_course()) {
        let when = match factor.when.green_laps.and_then(|band| band.below) {
            Some(below) => format!("under {below} green laps"),
            None => crate::view::words::when::phrases(&factor.when).join(", "),
        };
        let pays = match factor.times {
            Points::ZERO => "nothing".to_owned(),
            times if times == Points::ratio(1, 2).unwrap_or_default() => "half points".to_owned(),
            times => format!("points times {}", times.fraction_text()),
        };
        let join = if text.is_empty() { "" } else { "; " };
        text = format!("{text}{join}{pays} {when}");
    }
    let from = known_from.map_or_else(String::new, |year| format!(" (as in {year})"));
    (!text.is_empty()).then(|| (Some(true), format!("{text}{from}")))
}

fn retired(rules: &Rules) -> Option<Statement> {
    match rules.retired {
        Retired::Score => Some((
            Some(true),
            "a car that retires scores for the place it keeps".to_owned(),
        )),
        Retired::Nothing => Some((Some(false), "a car that retires scores nothing".to_owned())),
        Retired::Unknown => None,
    }
}

/// The weekends that count for a championship, or the championships that a weekend counts for.
fn counting(form: Form, fact: &RuleFact) -> String {
    let mut all = fact
        .scorings
        .iter()
        .flat_map(|scoring| scoring.championships.iter().map(move |title| (title, scoring)));
    let counts = |scoring: &Scoring, weekend: &NamedId<_>| {
        let weekends = scoring.weekends.as_ref();
        weekends.is_none_or(|weekends| weekends.iter().any(|one| one.id == weekend.id))
    };
    let which = |scoring: &Scoring, yes: bool| {
        let Some(weekends) = &scoring.weekends else {
            return "every weekend does".to_owned();
        };
        let others = weekends
            .iter()
            .filter(|one| fact.weekend.as_ref().is_none_or(|asked| asked.id != one.id));
        let others: Vec<&str> = others.map(|one| one.name.as_str()).collect();
        if yes {
            format!("so do {}", list(&others))
        } else {
            format!("{} do", list(&others))
        }
    };
    match (&fact.weekend, fact.scorings.as_slice()) {
        (Some(weekend), [scoring]) if scoring.championships.len() == 1 => {
            let yes = counts(scoring, weekend);
            let title = the(&crate::view::words::names(&scoring.championships));
            let verb = if yes { "counts" } else { "does not count" };
            let told = format!("{} {verb} for {title}; {}", weekend.name, which(scoring, yes));
            if form.polar { verdict(yes, &told) } else { told }
        }
        (Some(weekend), _) => {
            let counted: Vec<String> = all
                .filter(|(_, scoring)| counts(scoring, weekend))
                .map(|(title, _)| the(&title.name))
                .collect();
            format!("{} counts for {}", weekend.name, list(&counted))
        }
        (None, _) => {
            let some = all.clone().filter_map(|(title, scoring)| {
                let weekends = scoring.weekends.as_ref()?;
                let names = crate::view::words::names(weekends);
                let number = count(weekends.len(), "weekend counts", "weekends count");
                Some(format!("{number} for {}: {names}", the(&title.name)))
            });
            let some: Vec<String> = some.collect();
            match (some.is_empty(), all.next()) {
                (true, Some((title, _))) if fact.scorings.len() == 1 => {
                    format!("every weekend counts for {}", the(&title.name))
                }
                (true, _) => "every weekend counts for every championship".to_owned(),
                _ => some.join("; "),
            }
        }
    }
}
