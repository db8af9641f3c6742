//! Misunderstandings in words.

use super::{choice, list};
use crate::lookup::NameKind;
use crate::question::{Candidate, Misunderstanding};

/// The reason why a question was not understood or cannot be answered, in a sentence or two.
pub fn reason(why: &Misunderstanding) -> String {
    match why {
        Misunderstanding::Empty => "There was no question.".to_owned(),
        Misunderstanding::TooLong => "That is too long for a question.".to_owned(),
        Misunderstanding::UnknownQuestion { word, .. } => {
            format!("I do not understand '{word}': it is none of the questions I know.")
        }
        Misunderstanding::UnknownOption {
            question,
            option,
            options,
        } => {
            format!("'{question}' takes no '{option}:'. It takes {}.", list(options))
        }
        Misunderstanding::UnknownName {
            text, kinds, nearest, ..
        } => {
            let kinds: Vec<&str> = kinds.iter().map(|one| kind(*one)).collect();
            let what = if kinds.is_empty() {
                "nothing more".to_owned()
            } else {
                format!("no {}", choice(&kinds))
            };
            let near = match nearest.as_slice() {
                [] => String::new(),
                seasons if seasons.iter().all(|one| one.kind == NameKind::Season) => {
                    let seasons: Vec<&str> = seasons.iter().map(|one| one.label.as_str()).collect();
                    format!(" The packs have {}.", list(&seasons))
                }
                nearest => format!(" The nearest: {}.", labels(nearest)),
            };
            format!("I know {what} called '{text}'.{near}")
        }
        Misunderstanding::Ambiguous { text, candidates } => {
            format!("'{text}' can mean several things: which one, {}?", labels(candidates))
        }
        Misunderstanding::Missing { question, option, .. } => format!("'{question}' needs a {option}."),
        Misunderstanding::NotInSeason {
            name, season, seasons, ..
        } => {
            let elsewhere = match seasons.as_slice() {
                [] => String::new(),
                seasons => format!(
                    " It is in {}.",
                    list(&seasons.iter().map(ToString::to_string).collect::<Vec<_>>())
                ),
            };
            format!("{name} is not in the {season} season as far as the packs tell.{elsewhere}")
        }
        Misunderstanding::NotRunYet { what, last, .. } => {
            let so_far = last.as_ref().map_or_else(
                || "no race has been run".to_owned(),
                |round| format!("the last race so far was round {round}"),
            );
            let what = if what.chars().all(|c| c.is_ascii_digit()) {
                format!("round {what}")
            } else {
                what.clone()
            };
            format!("There is no table after {what} yet: {so_far}.")
        }
        Misunderstanding::Unsupposable { fault, .. } => super::whatif::fault(fault),
        Misunderstanding::NothingKnown { series, season, .. } => {
            let season = season.as_ref().map_or_else(String::new, |season| format!(" {season}"));
            format!("The packs hold nothing of that kind for {series}{season}.")
        }
        other => unanswered(other),
    }
}

/// The reason why a table has no row of that place, or none at all.
fn no_row(why: &Misunderstanding) -> String {
    match why {
        Misunderstanding::NoSuchPlace {
            place,
            championship,
            shared: Some((first, names)),
            ..
        } => format!("Nobody is P{place} in {championship}: {} share P{first}.", list(names)),
        Misunderstanding::NoSuchPlace {
            place,
            championship,
            rows,
            complete,
            ..
        } => {
            let rows = super::count(*rows, "row", "rows");
            if *complete {
                format!("Nobody is P{place} in {championship}: the table has {rows}.")
            } else {
                format!("P{place} in {championship} is not known: the published table has {rows}.")
            }
        }
        Misunderstanding::NoPointsYet {
            series, season, start, ..
        } => {
            let start = start.map_or_else(String::new, |start| {
                format!("; it begins on {}", super::time::date(start))
            });
            format!("Nobody has points yet: no race of {series} {season} has been run{start}.")
        }
        _ => String::new(),
    }
}

/// The reason why a day that was named is not taken as the moment of an answer.
fn no_moment(why: &Misunderstanding) -> String {
    match why {
        Misunderstanding::StillToCome { day, today } => format!(
            "Nothing is known as of {} yet: today is {}. Name a day that has come, or none.",
            super::time::date(*day),
            super::time::date(*today)
        ),
        Misunderstanding::UnknownDate { text } => {
            format!("'{text}' is no date that I know. Write it as 1 July 2026 or 2026-07-01.")
        }
        _ => String::new(),
    }
}

/// The reason why an understood, or perhaps understood, question has no answer.
fn unanswered(why: &Misunderstanding) -> String {
    match why {
        Misunderstanding::AcrossClasses { one, other, .. } => format!(
            "{} ({}) and {} ({}) are in different classes, each with points of its own, so there is no gap between them.",
            one.0, one.1, other.0, other.1
        ),
        Misunderstanding::NotInTable {
            name,
            championship,
            at_most,
            ..
        } => {
            let most = at_most.map_or_else(String::new, |most| {
                format!(": {most} points at most, as many as its last row")
            });
            let table = championship
                .as_ref()
                .map_or("any table".to_owned(), |name| format!("the published {name} table"));
            format!("{name} is not listed in {table} at that moment{most}. More is not known.")
        }
        Misunderstanding::NoSuchPlace { .. } | Misunderstanding::NoPointsYet { .. } => no_row(why),
        Misunderstanding::StillToCome { .. } | Misunderstanding::UnknownDate { .. } => no_moment(why),
        Misunderstanding::NotLimited { subject, option, .. } => {
            format!(
                "'{}' cannot be asked about a part of a season: leave out '{option}:'.",
                subject.replace('-', " ")
            )
        }
        Misunderstanding::NobodyDrives {
            number, season, last, ..
        } => {
            let before = last.as_ref().map_or_else(String::new, |(season, names)| {
                let them = if names.len() == 1 { "it was" } else { "they were" };
                format!(" In {season} {them} {}.", list(names))
            });
            format!("Nobody is known to have No. {number} in {season}.{before}")
        }
        Misunderstanding::NoSuchSeason {
            series,
            season,
            seasons,
            ..
        } => {
            let seasons: Vec<&str> = seasons.iter().map(crate::domain::Id::as_str).collect();
            format!(
                "The packs hold no {season} season of {series}. They have {}.",
                list(&seasons)
            )
        }
        Misunderstanding::NoSuchSession { weekend, sessions, .. } => {
            format!("{weekend} has no such session. It has {}.", list(sessions))
        }
        Misunderstanding::Unread { unknown, .. } => match unknown.as_slice() {
            [] => "I do not understand that as a question I can answer.".to_owned(),
            words => {
                let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
                format!(
                    "I do not know {}, so I do not understand the question for sure.",
                    list(&quoted)
                )
            }
        },
        Misunderstanding::Close { .. } => "That can be read in more than one way: which one do you mean?".to_owned(),
        Misunderstanding::NoContext { .. } => {
            "Which session do you mean? I know of no question of yours that this follows.".to_owned()
        }
        other => title(other).to_owned(),
    }
}

/// A kind of name in words.
pub fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Series => "series",
        NameKind::Season => "season",
        NameKind::Weekend => "weekend",
        NameKind::Track => "track",
        NameKind::Session => "session",
        NameKind::Round => "round",
        NameKind::Class => "class",
        NameKind::Championship => "championship",
        NameKind::Driver => "driver",
        NameKind::Team => "team",
    }
}

fn labels(candidates: &[Candidate]) -> String {
    let label = |candidate: &Candidate| format!("{} ({})", candidate.label, kind(candidate.kind));
    choice(&candidates.iter().map(label).collect::<Vec<_>>())
}

/// The title over a reason.
pub fn title(why: &Misunderstanding) -> &'static str {
    match why {
        Misunderstanding::Ambiguous { .. }
        | Misunderstanding::Missing { .. }
        | Misunderstanding::Close { .. }
        | Misunderstanding::NoContext { .. } => "Which one?",
        Misunderstanding::NotInSeason { .. }
        | Misunderstanding::NotInTable { .. }
        | Misunderstanding::NoSuchPlace { .. }
        | Misunderstanding::NobodyDrives { .. }
        | Misunderstanding::NoSuchSession { .. }
        | Misunderstanding::NoSuchSeason { .. }
        | Misunderstanding::NothingKnown { .. } => "Not known",
        Misunderstanding::NotRunYet { .. }
        | Misunderstanding::NoPointsYet { .. }
        | Misunderstanding::StillToCome { .. } => "Not yet",
        Misunderstanding::AcrossClasses { .. } => "Different classes",
        Misunderstanding::Unsupposable { fault, .. } => super::whatif::fault_title(fault),
        Misunderstanding::Empty
        | Misunderstanding::TooLong
        | Misunderstanding::UnknownQuestion { .. }
        | Misunderstanding::UnknownOption { .. }
        | Misunderstanding::NotLimited { .. }
        | Misunderstanding::UnknownDate { .. }
        | Misunderstanding::Unread { .. }
        | Misunderstanding::UnknownName { .. } => "Not understood",
    }
}

/// The text before a question that can be asked instead.
pub const TRY: &str = "Try ";

/// The label of a button with a question: the named thing, where that was unclear.
pub fn button(why: &Misunderstanding, line: &str) -> String {
    let (Misunderstanding::UnknownName {
        nearest: candidates, ..
    }
    | Misunderstanding::Ambiguous { candidates, .. }) = why
    else {
        return line.to_owned();
    };
    let of_line = candidates.iter().find(|candidate| {
        candidate
            .question
            .as_ref()
            .is_some_and(|question| question.line() == line)
    });
    of_line.map_or_else(|| line.to_owned(), |candidate| candidate.label.clone())
}
