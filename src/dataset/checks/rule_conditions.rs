//! Conditions of rules (`when`): each holds for a session that exists, and tells the races of one round apart.

use std::collections::BTreeSet;
use std::fmt::Arguments;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{
    Band, Calendar, END, Points, RoundLabel, Rules, Scale, Season, SessionRef, SessionStatus, Slug, Unit, When,
};
use crate::lookup::nearest;
use crate::scoring::applies::{Rounds, SeasonSession, may_hold, places, rounds};

pub const RULES: &[Rule] = &[
    Rule {
        name: "empty-band",
        holds: "a band ends above its start, a span of rounds does not end before it begins, and the first session is 1",
        needs: &["weekends.json"],
        check: RuleCheck::Season(bands),
    },
    Rule {
        name: "unknown-stage",
        holds: "every stage that is named is one of a session in weekends.json, and none is called end",
        needs: &["weekends.json"],
        check: RuleCheck::Season(stages),
    },
    Rule {
        name: "rule-without-session",
        holds: "a rule that holds for no session of a whole calendar is worth a second look",
        needs: &["season.json", "weekends.json"],
        check: RuleCheck::Sound(idle),
    },
    Rule {
        name: "scale-out-of-reach",
        holds: "every scale can be the first that fits a session",
        needs: &["weekends.json"],
        check: RuleCheck::Season(reachable),
    },
    Rule {
        name: "races-share-round",
        holds: "two races count for one round only where the rules tell them apart",
        needs: &["weekends.json"],
        check: RuleCheck::Season(rounds_differ),
    },
];

/// Calls `visit` with the path of every `when` in a season's rules.
fn whens(season: &Season, visit: &mut dyn FnMut(Arguments<'_>, &When)) {
    for (id, rules) in &season.rules {
        let at = format!("$.rules{}", PathKey(id.as_str()));
        for (index, scale) in rules.scales.iter().flatten().enumerate() {
            visit(format_args!("{at}.scales[{index}].when"), &scale.when);
        }
        for (index, factor) in rules.factors.iter().enumerate() {
            visit(format_args!("{at}.factors[{index}].when"), &factor.when);
        }
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            visit(format_args!("{at}.awards[{index}].when"), &award.when);
        }
    }
}

fn bands(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let mut tell = |path: Arguments<'_>, message: String| {
        report.error(
            "season.json",
            path,
            message,
            "nothing lies between the two: correct one of them",
        );
    };
    whens(scope.season, &mut |at, when| {
        for (key, bounds) in bounds(when) {
            if let Some((from, below)) = bounds {
                tell(format_args!("{at}.{key}"), format!("from {from}, and below {below}"));
            }
        }
        if when.nth == Some(0) {
            tell(format_args!("{at}.nth"), "sessions are counted from 1".to_owned());
        }
    });
    let mut span = |path: String, from: Option<&RoundLabel>, to: Option<&RoundLabel>| {
        let at = |label: Option<&RoundLabel>| label.and_then(|label| scope.round(label));
        if let (Some(from), Some(to), Some((first, last))) = (from, to, at(from).zip(at(to)))
            && last < first
        {
            tell(
                format_args!("{path}"),
                format!("from round {from} to round {to}, which is before it"),
            );
        }
    };
    whens(scope.season, &mut |at, when| {
        let rounds = when.rounds.as_ref();
        let ends = rounds.map(|span| (span.from.as_ref(), span.to.as_ref()));
        let (from, to) = ends.unwrap_or_default();
        span(format!("{at}.rounds"), from, to);
    });
    for (id, rules) in &scope.season.rules {
        for (d, drops) in rules.drops.iter().flatten().enumerate() {
            let at = format!("$.rules{}.drops[{d}]", PathKey(id.as_str()));
            let from = drops.rounds.as_ref().and_then(|span| span.from.as_ref());
            let to = drops.rounds.as_ref().and_then(|span| span.to.as_ref());
            span(format!("{at}.rounds"), from, to);
            span(format!("{at}.until"), from, drops.until.as_ref());
        }
    }
}

/// Bands of a `when` by key, each with its bounds if it is empty.
fn bounds(when: &When) -> [(&'static str, Option<(String, String)>); 5] {
    fn upside_down<T: PartialOrd + ToString>(band: Option<Band<T>>) -> Option<(String, String)> {
        let band = band?;
        let (from, below) = band.from.zip(band.below)?;
        (from >= below).then(|| (from.to_string(), below.to_string()))
    }
    [
        ("minutes", upside_down(when.minutes)),
        ("starters", upside_down(when.starters)),
        ("distance", upside_down(when.distance)),
        ("laps", upside_down(when.laps)),
        ("green_laps", upside_down(when.green_laps)),
    ]
}

fn stages(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let weekends = || scope.season.weekends.iter();
    let sessions = || weekends().flat_map(|weekend| &weekend.sessions);
    let known: BTreeSet<&Slug> = sessions().flat_map(|session| &session.stages).collect();
    for (w, weekend) in weekends().enumerate() {
        for (s, session) in weekend.sessions.iter().enumerate() {
            for (index, stage) in session.stages.iter().enumerate() {
                let twice = session.stages.iter().take(index).any(|earlier| earlier == stage);
                if twice || *stage == *END {
                    let message = format!("'{}' cannot have another stage called '{stage}'", session.id);
                    let path = format_args!("$.weekends[{w}].sessions[{s}].stages[{index}]");
                    let hint = "name each moment once; the end is no stage";
                    report.error("weekends.json", path, message, hint);
                }
            }
        }
    }
    let mut unknown = |file: &str, path: Arguments<'_>, stage: &Slug, here: &mut dyn Iterator<Item = &Slug>| {
        let hint = match nearest(stage.as_str(), here.map(Slug::as_str)) {
            Some(near) => format!("did you mean '{near}'?"),
            None => "name it under \"stages\" of the session in weekends.json".to_owned(),
        };
        report.error(file, path, format!("no session has a stage '{stage}'"), hint);
    };
    for (id, rules) in &scope.season.rules {
        for (s, scale) in rules.scales.iter().flatten().enumerate() {
            for (index, stage) in scale.at.iter().enumerate() {
                if *stage != *END && !known.contains(stage) {
                    let path = format_args!("$.rules{}.scales[{s}].at[{index}]", PathKey(id.as_str()));
                    unknown("season.json", path, stage, &mut known.iter().copied());
                }
            }
        }
    }
    for (c, classification) in scope.season.classifications.iter().enumerate() {
        let SessionRef { weekend, session } = &classification.session;
        let session = scope
            .weekend(weekend)
            .and_then(|weekend| weekend.session(session.as_str()));
        if let (Some(stage), Some(session)) = (&classification.stage, session)
            && !session.stages.contains(stage)
        {
            let path = format_args!("$.classifications[{c}].stage");
            unknown("results.json", path, stage, &mut session.stages.iter());
        }
    }
}

fn idle(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    if scope.season.calendar == Calendar::Partial {
        return;
    }
    let labels = rounds(scope.season);
    let places = places(scope.season, &labels);
    whens(scope.season, &mut |at, when| {
        if !places.is_empty() && !places.iter().any(|place| may_hold(when, place, &labels)) {
            let message = "no session of the calendar is one that this holds for";
            let hint = "look at its kinds, weekends, rounds and minutes; without \"kinds\" it is about races";
            report.note("season.json", at, message, hint);
        }
    });
}

fn reachable(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let labels = rounds(scope.season);
    let places = places(scope.season, &labels);
    // Sessions that are not in the pack yet may be those that the scale is for.
    let is_whole = scope.season.calendar == Calendar::Complete;
    for (id, rules) in &scope.season.rules {
        let scales: Vec<&Scale> = rules.scales.iter().flatten().collect();
        for (s, scale) in scales.iter().enumerate() {
            let held: Vec<&SeasonSession<'_>> = places
                .iter()
                .filter(|place| may_hold(&scale.when, place, &labels))
                .collect();
            let earlier = || scales.iter().take(s).filter(|earlier| earlier.pool == scale.pool);
            let takes = |moment: &Slug, place: &SeasonSession<'_>, earlier: &Scale| {
                earlier.at.contains(moment)
                    && may_hold(&earlier.when, place, &labels)
                    && (is_whole || may_hold_wherever(&earlier.when, &scale.when))
                    && holds_wherever(&earlier.when, &scale.when)
            };
            let first_of =
                |moment: &Slug, place: &SeasonSession<'_>| !earlier().any(|earlier| takes(moment, place, earlier));
            let reached = |place: &&SeasonSession<'_>| scale.at.iter().any(|moment| first_of(moment, place));
            if !held.is_empty() && !held.iter().any(reached) {
                let path = format_args!("$.rules{}.scales[{s}]", PathKey(id.as_str()));
                let message = "wherever this scale fits, one before it fits too";
                let hint = "the first that fits pays: put the narrower scale first, or remove this one";
                report.error("season.json", path, message, hint);
            }
        }
    }
}

/// True if the calendar allows one condition wherever it allows another, whatever sessions there are.
fn may_hold_wherever(one: &When, other: &When) -> bool {
    other.kinds.iter().all(|kind| one.kinds.contains(kind))
        && (one.weekends.is_empty() || one.weekends == other.weekends)
        && (one.sessions.is_empty() || one.sessions == other.sessions)
        && (one.rounds.is_none() || one.rounds == other.rounds)
        && (one.nth.is_none() || one.nth == other.nth)
        && (one.minutes.is_none() || one.minutes == other.minutes)
}

/// True if one condition on distance, laps, starters and stops holds wherever another does.
fn holds_wherever(one: &When, other: &When) -> bool {
    fn contains<T: PartialOrd>(one: Option<Band<T>>, other: Option<Band<T>>) -> bool {
        let Some(one) = one else { return true };
        let Some(other) = other else { return false };
        let starts = one
            .from
            .is_none_or(|from| other.from.is_some_and(|other| from <= other));
        let ends = one
            .below
            .is_none_or(|below| other.below.is_some_and(|other| other <= below));
        starts && ends
    }
    contains::<Points>(one.distance, other.distance)
        && contains(one.laps, other.laps)
        && contains(one.green_laps, other.green_laps)
        && contains(one.starters, other.starters)
        && one.stopped.is_none_or(|stopped| other.stopped == Some(stopped))
}

fn rounds_differ(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let labels = rounds(scope.season);
    let places = places(scope.season, &labels);
    let mut told: BTreeSet<(&Slug, &Slug)> = BTreeSet::new();
    for (championship, _, rules, ledger) in scope.scored() {
        let counts = |place: &&SeasonSession<'_>| {
            let named = |one: &SessionRef| one.weekend == place.weekend.id && one.session == place.session.id;
            place.session.status != SessionStatus::Cancelled && ledger.sessions.iter().any(|one| named(&one.session))
        };
        let counted: Vec<&SeasonSession<'_>> = places.iter().filter(counts).collect();
        for [before, place] in counted.array_windows() {
            let (Some(round), true) = (place.round, place.round == before.round) else {
                continue;
            };
            if before.session.kind != place.session.kind || tells_apart(rules, before, place, &labels) {
                continue;
            }
            if told.insert((&place.weekend.id, &place.session.id)) {
                let weekend = scope.season.weekends.iter().position(|one| one.id == place.weekend.id);
                let session = place.weekend.sessions.iter().position(|one| one.id == place.session.id);
                let path = format_args!(
                    "$.weekends[{}].sessions[{}].round",
                    weekend.unwrap_or(round),
                    session.unwrap_or(round)
                );
                let message = format!(
                    "'{}' counts for one round with '{}', and the rules of '{}' do not tell them apart",
                    place.session.id, before.session.id, championship.id
                );
                let hint = format!(
                    "give it its own round, or write \"resumes\": \"{}\" if it is the rest of that race; if the two do count \
                     together, say in the rules what each pays (\"nth\" in \"when\" of a scale) or what is dropped (\"unit\" \
                     in \"drops\")",
                    before.session.id
                );
                report.error("weekends.json", path, message, hint);
            }
        }
    }
}

/// True if rules pay or drop two sessions of one round separately.
fn tells_apart(rules: &Rules, one: &SeasonSession<'_>, other: &SeasonSession<'_>, labels: &Rounds<'_>) -> bool {
    let differ = |when: &When| may_hold(when, one, labels) != may_hold(when, other, labels);
    let by_unit = rules.drops.iter().flatten().any(|drops| drops.unit != Unit::Round);
    by_unit || rules.scales.iter().flatten().any(|scale| differ(&scale.when))
}
