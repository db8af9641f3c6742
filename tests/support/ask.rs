//! Answers to single questions from the built-in packs at an instant, without a terminal.

use raceweek::dataset::Catalogue;
use raceweek::domain::Asker;
use raceweek::output::markdown;
use raceweek::output::terminal::Terminal;
use raceweek::question::Question;
use raceweek::view::{self, View};

use super::answers::built_in;

/// The Thursday before the Glen.
pub const BEFORE_THE_GLEN: &str = "2024-06-20T12:00:00Z";
/// Friday evening at the Glen: Race 1 has been run, Race 2 has not.
pub const BETWEEN_THE_RACES: &str = "2024-06-21T21:30:00Z";
/// After the season of 2024.
pub const AFTER_THE_SEASON: &str = "2024-12-01T00:00:00Z";

/// The document that answers a command line at a moment, be it an answer or why there is none.
pub fn shown(now: &str, line: &str) -> View {
    answered(built_in(), &asker(now), line)
}

fn answered(packs: &Catalogue, asker: &Asker, line: &str) -> View {
    match Question::parse(line, packs, asker) {
        Ok(question) => match question.answer(packs, asker) {
            Ok(answer) => view::view(&question, &answer),
            Err(why) => view::misunderstood(&why),
        },
        Err(why) => view::misunderstood(&why),
    }
}

/// The answer from other packs, as [`ask`] gives it; their series is `test`.
pub fn ask_of(packs: &Catalogue, now: &str, line: &str) -> String {
    let asker = Asker {
        series: "test".parse().expect("a slug"),
        ..asker(now)
    };
    let mut view = answered(packs, &asker, line);
    view.footer.clear();
    print(now, &view)
}

/// The answer as a terminal prints it, without the lines on sources and moment that every answer ends with.
pub fn ask(now: &str, line: &str) -> String {
    let mut view = shown(now, line);
    view.footer.clear();
    print(now, &view)
}

/// The answer as a terminal prints it, whole.
pub fn ask_whole(now: &str, line: &str) -> String {
    print(now, &shown(now, line))
}

/// The questions on the buttons below an answer: what each says, and the command line it asks.
pub fn buttons(now: &str, line: &str) -> Vec<(String, String)> {
    let links = shown(now, line).links.into_iter();
    links
        .map(|link| {
            let line = link.target.line();
            (link.label, line)
        })
        .collect()
}

/// The lines of an answer that stand in a code block on Discord, which must fit a phone.
pub fn code_lines(now: &str, line: &str) -> Vec<String> {
    let pages = markdown::pages(&shown(now, line), &markdown::Commands::new());
    let mut in_code = false;
    let mut lines = Vec::new();
    for text in pages.iter().flat_map(|page| page.lines()) {
        if text == "```" {
            in_code = !in_code;
        } else if in_code {
            lines.push(text.to_owned());
        }
    }
    lines
}

fn print(now: &str, view: &View) -> String {
    let terminal = Terminal {
        now: asker(now).now,
        zone: None,
        width: 78,
    };
    terminal.print(view)
}

/// Somebody who asks at a moment.
pub fn asker(now: &str) -> Asker {
    Asker {
        now: now.parse().expect("a moment"),
        zone: None,
        reference: None,
        series: "pccna".parse().expect("a slug"),
        rehearsal: true,
    }
}
