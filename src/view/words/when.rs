//! Conditions of rules in words: the sessions that a rule applies to.

use crate::domain::{Band, END, Id, SessionKind, Slug, Span, When};

/// The condition on a session, `sprints`, `if less than 3/4 of the distance is run`; empty for every race.
pub fn phrases(when: &When) -> Vec<String> {
    let mut phrases = Vec::new();
    if when.kinds != [SessionKind::Race] {
        let kinds: Vec<&str> = when.kinds.iter().map(|kind| kind_name(*kind)).collect();
        phrases.push(super::list(&kinds));
    }
    if !when.weekends.is_empty() {
        phrases.push(format!(
            "at {}",
            super::list(&when.weekends.iter().map(Id::as_str).collect::<Vec<_>>())
        ));
    }
    if !when.sessions.is_empty() {
        let sessions: Vec<String> = when.sessions.iter().map(ToString::to_string).collect();
        phrases.push(format!("in {}", super::list(&sessions)));
    }
    phrases.extend(when.rounds.as_ref().map(span));
    phrases.extend(
        when.nth
            .map(|nth| format!("the {} race of a weekend", super::ordinal(nth))),
    );
    phrases.extend(
        when.minutes
            .map(|band| format!("if planned for {} minutes", within(&band))),
    );
    phrases.extend(when.starters.map(|band| format!("with {} starters", within(&band))));
    phrases.extend(
        when.distance
            .map(|band| format!("if {} of the distance is run", within(&band.fractions()))),
    );
    phrases.extend(
        when.laps
            .map(|band| format!("if the leader runs {} laps", within(&band))),
    );
    phrases.extend(
        when.green_laps
            .map(|band| format!("if {} laps are run under green", within(&band))),
    );
    phrases.extend(when.stopped.map(|stopped| {
        if stopped {
            "if it is stopped"
        } else {
            "unless it is stopped"
        }
        .to_owned()
    }));
    phrases
}

/// The paid moments of a session, where it is not its end alone.
pub fn moments(at: &[Slug]) -> Option<String> {
    if at.iter().map(Slug::as_str).eq([END]) {
        return None;
    }
    let names: Vec<String> = at.iter().map(|moment| moment.as_str().replace('-', " ")).collect();
    Some(format!("at {}", super::list(&names)))
}

/// `rounds 1 to 6`
pub fn span(span: &Span) -> String {
    match (&span.from, &span.to) {
        (Some(from), Some(to)) if from == to => format!("round {from}"),
        (Some(from), Some(to)) => format!("rounds {from} to {to}"),
        (Some(from), None) => format!("rounds from {from}"),
        (None, Some(to)) => format!("rounds up to {to}"),
        (None, None) => "all rounds".to_owned(),
    }
}

fn kind_name(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Test => "tests",
        SessionKind::Practice => "practice",
        SessionKind::Qualifying => "qualifying",
        SessionKind::Sprint => "sprints",
        SessionKind::Race => "races",
    }
}

fn within<T: std::fmt::Display>(band: &Band<T>) -> String {
    match (&band.from, &band.below) {
        (Some(from), Some(below)) => format!("at least {from} and less than {below}"),
        (Some(from), None) => format!("at least {from}"),
        (None, Some(below)) => format!("less than {below}"),
        (None, None) => "any number of".to_owned(),
    }
}
