//! Sessions that were stopped and resumed later: the rest follows what it is the rest of, and has no result of its own.

use super::report::Report;
use super::results::classifications;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{Session, SessionId};
use crate::lookup::nearest;

pub const RULES: &[Rule] = &[
    Rule {
        name: "impossible-resumption",
        holds: "a session that resumes another follows it in its weekend, and is of its kind and its round",
        needs: &[],
        check: RuleCheck::Season(follow),
    },
    Rule {
        name: "result-of-resumption",
        holds: "the result of a session that was resumed stands under its first part",
        needs: &["weekends.json"],
        check: RuleCheck::Season(one_result),
    },
];

fn follow(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (w, weekend) in scope.season.weekends.iter().enumerate() {
        for (s, session) in weekend.sessions.iter().enumerate() {
            let Some(resumed) = &session.resumes else { continue };
            let earlier = weekend.sessions.get(..s).unwrap_or_default();
            if let Some((message, hint)) = fault(session, resumed, earlier) {
                let path = format_args!("$.weekends[{w}].sessions[{s}].resumes");
                report.error("weekends.json", path, message, hint);
            }
        }
    }
}

/// Message and hint for a session that cannot be the rest of another.
fn fault(session: &Session, resumed: &SessionId, earlier: &[Session]) -> Option<(String, String)> {
    let Some(first) = earlier.iter().find(|one| one.id == *resumed) else {
        let message = format!("no session '{resumed}' stands before '{}' in its weekend", session.id);
        let near = nearest(resumed.as_str(), earlier.iter().map(|one| one.id.as_str()));
        let hint = near.map_or_else(
            || "write the id of the session that was stopped".to_owned(),
            |near| format!("write \"{near}\""),
        );
        return Some((message, hint));
    };
    if let Some(whole) = &first.resumes {
        let message = format!("'{resumed}' is itself the rest of '{whole}'");
        return Some((message, format!("write \"{whole}\"")));
    }
    if first.kind != session.kind {
        let message = format!("'{}' is not of the kind of '{resumed}', whose rest it is", session.id);
        return Some((message, "correct \"kind\" or \"resumes\"".to_owned()));
    }
    let other = session.round.as_ref().filter(|_| session.round != first.round)?;
    let message = format!(
        "'{}' counts for round {other}, unlike '{resumed}', whose rest it is",
        session.id
    );
    Some((
        message,
        "remove \"round\": the rest counts where the first part does".to_owned(),
    ))
}

fn one_result(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        let named = &classification.session;
        let session = scope
            .weekend(&named.weekend)
            .and_then(|weekend| weekend.session(named.session.as_str()));
        if let Some(whole) = session.and_then(|session| session.resumes.as_ref()) {
            let message = format!("'{named}' is the rest of '{whole}' and has a result of its own");
            let hint = format!("write \"{}/{whole}\": the result of both stands there", named.weekend);
            let path = format_args!("$.classifications[{c}].session");
            report.error("results.json", path, message, hint);
        }
    }
}
