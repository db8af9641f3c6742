//! Headlines of a season's progress, and of sessions that classes share.

use super::verdict;
use crate::answer::{NamedId, Progress, WeekendTitle};
use crate::domain::{ClassId, SessionId};
use crate::question::{Form, Relation};
use crate::view::words::{count, names, sentence};

/// The headline of a season's progress: over, begun, past its half, or the number of rounds left.
pub fn progress(form: Form, progress: &Progress) -> String {
    let Progress { run, of, whole, .. } = progress;
    let left = progress.left();
    let held = if *whole {
        ""
    } else {
        " that the packs have, of a longer calendar"
    };
    let rounds = format!("{run} of {of} rounds{held} have been run");
    let begun = *run > 0 || progress.running.is_some();
    let is_over = *whole && left == 0;
    sentence(&match form.relation {
        Some(Relation::Over) if is_over => {
            verdict(true, &format!("all {of} rounds of {} have been run", progress.season))
        }
        Some(Relation::Over) if *whole || left > 0 => {
            verdict(false, &format!("{rounds}, {} left", count(left, "is", "are")))
        }
        Some(Relation::Started) if begun => verdict(true, &rounds),
        Some(Relation::Started) => match progress.ahead.first() {
            Some((first, start)) => format!(
                "Not yet: {} begins at {} ({})",
                progress.season,
                first.name,
                start.format("%-d %b")
            ),
            None => format!("Not yet: {rounds}"),
        },
        Some(Relation::Halfway) if *whole && *of > 0 => {
            let half = of.div_ceil(2);
            match (2 * run).cmp(of) {
                std::cmp::Ordering::Less => format!("Not yet: halfway is after round {half}; {rounds}"),
                std::cmp::Ordering::Equal => format!("Yes, just: {rounds}"),
                std::cmp::Ordering::Greater => verdict(true, &format!("{rounds}; halfway was after round {half}")),
            }
        }
        _ if is_over => format!("no round is left: all {of} of {} have been run", progress.season),
        _ if *whole => format!(
            "{}; {run} of {of} have been run",
            count(left, "round is left", "rounds are left")
        ),
        _ => format!("{rounds}, {} left", count(left, "is", "are")),
    })
}

/// The headline of sessions that classes share or have for themselves.
pub fn together(
    form: Form,
    weekend: &WeekendTitle,
    sessions: &[NamedId<SessionId>],
    classes: &[NamedId<ClassId>],
) -> String {
    let at = format!("{} {}", weekend.title.name, weekend.season);
    if sessions.is_empty() {
        return format!("No such session is published for {at}.");
    }
    let held = if sessions.len() == 1 { "is" } else { "are" };
    let shared = format!(
        "as far as published, {} {held} at {at} for all classes ({}), and each is counted on its own",
        names(sessions),
        names(classes)
    );
    sentence(&match form.relation {
        _ if !form.polar => shared,
        Some(Relation::Apart) => verdict(false, &shared),
        _ => verdict(true, &shared),
    })
}
