//! The terminal: what `raceweek ask` and `raceweek console` print, and how they exit.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::support::folder::Folder;
use super::support::process::{Ended, run};

/// The Thursday before the Glen.
const NOW: &str = "2024-06-20T12:00:00Z";

const PRO: &str = "\
Hartog leads Pro with 110 points, 23 ahead of Cooper.
Porsche Carrera Cup North America 2024 · Pro standings
After round 6 of 16, as published.
  P No Driver         Pts Gap
  1 24 Loek Hartog    110   –
  2 88 Michael Cooper  87 -23
  3 98 Alex Sedgwick   82 -28
Only the rows shown were published; further places are not known.

Source: IMSA: preview of Watkins Glen 2024 (2024-06-21) · rehearsal, as of 2024-06-20 12:00 UTC
";

fn ask(arguments: &[&str]) -> Ended {
    run(&[&["ask", "--now", NOW], arguments].concat(), "")
}

#[test]
fn a_question_is_answered_on_standard_output_with_exit_code_0() {
    for line in ["/standings pro", "standings pro", "  STANDINGS   championship:pro "] {
        let ended = ask(&[line]);
        assert_eq!(
            (ended.code, ended.stdout.as_str(), ended.stderr.as_str()),
            (Some(0), PRO, ""),
            "{line}"
        );
    }
}

#[test]
fn a_question_may_be_several_arguments() {
    assert_eq!(ask(&["standings", "pro"]).stdout, PRO);
}

#[test]
fn what_is_not_understood_is_said_on_standard_output_with_exit_code_2() {
    for (line, said) in [
        ("", "Not understood\nThere was no question.\nTry help\n"),
        (
            "/standings colour:red",
            "Not understood\n'standings' takes no 'colour:'. It takes championship, after, season, series and as-of.\nTry help standings\n",
        ),
    ] {
        let ended = ask(&[line]);
        assert_eq!(
            (ended.code, ended.stdout.as_str(), ended.stderr.as_str()),
            (Some(2), said, ""),
            "'{line}'"
        );
    }
    let ended = ask(&["/standigns pro"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stdout.contains("\nTry standings\n"), "{}", ended.stdout);
}

#[test]
fn a_wrong_command_line_says_what_to_write_with_exit_code_64() {
    let moment = "write date, time and offset, such as 2024-06-20T12:00:00Z or 2024-06-20T08:00:00-04:00";
    for (arguments, instead) in [
        (vec!["ask"], "Usage: raceweek ask <QUESTION>..."),
        (
            vec!["ask", "--zone", "Mars/Base", "standings"],
            "write an IANA zone such as Europe/London or America/New_York",
        ),
        (vec!["ask", "--now", "tomorrow", "standings"], moment),
        (vec!["ask", "--now", "2024-06-20 12:00", "standings"], moment),
        (
            vec!["ask", "--now", "9999-12-31T23:59:59Z", "standings"],
            "write a moment between 1900 and 2200",
        ),
        (vec!["ask", "--colour", "standings"], "unexpected argument '--colour'"),
        (
            vec!["console", "--zone", "Mars/Base"],
            "write an IANA zone such as Europe/London or America/New_York",
        ),
        (vec!["nonsense"], "unrecognized subcommand 'nonsense'"),
        (vec![], "Usage: raceweek <COMMAND>"),
    ] {
        let ended = run(&arguments, "");
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(64), ""), "{arguments:?}");
        assert!(ended.stderr.contains(instead), "{arguments:?}: {}", ended.stderr);
    }
}

#[test]
fn data_that_cannot_be_used_is_a_fault_with_exit_code_1() {
    let ended = ask(&["--data", "nowhere", "standings"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    assert!(
        ended
            .stderr
            .starts_with("raceweek: cannot read the data folder nowhere: "),
        "{}",
        ended.stderr
    );
    // The folder that the process stands in has no packs.
    let ended = ask(&["--data", ".", "standings"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    assert!(
        ended
            .stderr
            .contains("error[missing-file]: this file is missing\n  --> ./circuits.json"),
        "{}",
        ended.stderr
    );
}

#[test]
fn help_and_version_are_answers() {
    for arguments in [&["--help"][..], &["ask", "--help"], &["console", "-h"], &["--version"]] {
        let ended = run(arguments, "");
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(!ended.stdout.is_empty(), "{arguments:?}");
    }
    let help = run(&["ask", "--help"], "").stdout;
    for spec in raceweek::question::specs() {
        assert!(help.contains(spec.summary), "'{}' is missing from\n{help}", spec.name);
    }
}

#[test]
fn a_reader_that_has_gone_away_is_no_fault() {
    for arguments in [&["ask", "standings"][..], &["console"], &["--help"]] {
        let (reader, writer) = std::io::pipe().expect("there are pipes");
        drop(reader);
        let mut child = Command::new(env!("CARGO_BIN_EXE_raceweek"))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        drop(child.stdin.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(
            (output.status.code(), output.stderr.as_slice()),
            (Some(0), &b""[..]),
            "{arguments:?}"
        );
    }
}

#[test]
fn json_is_the_typed_answer_with_these_keys_and_no_others() {
    let ended = ask(&["--json", "/standings pro"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let answer: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let keys = |value: &Value| {
        let keys: Vec<&str> = value
            .as_object()
            .expect("an object")
            .keys()
            .map(String::as_str)
            .collect();
        keys.join(" ")
    };
    assert_eq!(
        keys(&answer),
        "as_of championships off_season rehearsal season series sources standings version"
    );
    let table = &answer["standings"][0];
    assert_eq!(
        keys(table),
        "after basis championship class complete dropped names note of ranks rows rules_known sources title unresolved"
    );
    assert_eq!(answer["as_of"], NOW);
    assert_eq!(
        table["rows"][1],
        json!({
            "position": 2, "tied": 1, "competitor": "michael-cooper", "points": { "low": 87, "high": 87 },
            "gross": null, "gap": 23, "wins": null, "basis": "published",
        })
    );
}

#[test]
fn json_says_what_was_not_understood() {
    let ended = ask(&["--json", "standings colour:red"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(2), ""));
    let why: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    assert_eq!(
        why,
        json!({
            "reason": "unknown-option", "question": "standings", "option": "colour",
            "options": ["championship", "after", "season", "series", "as-of"],
        })
    );
}

#[test]
fn json_says_which_command_was_understood_that_nothing_can_keep_here() {
    let refused = |topic: &str, understood: Value| {
        json!({
            "reason": "outside", "topic": topic, "words": null, "instead": ["schedule", "next"],
            "understood": understood,
        })
    };
    let race = json!({ "series": "pccna", "weekend": null, "what": { "session": "race-1" }, "class": null });
    for (line, topic, understood) in [
        (
            "remind me 1 hour and 15 min before race 1",
            "reminders",
            json!({ "reminder": { "selectors": [race], "leads": [60, 15] } }),
        ),
        (
            "remind me before lunch",
            "reminders",
            json!({ "no-reminder": { "selection": { "unknown": "lunch" } } }),
        ),
        (
            "/remind me what:\"race 1\" before:15m",
            "reminders",
            json!({ "command": { "name": "remind", "subcommand": "me", "options": { "what": "race 1", "before": "15m" } } }),
        ),
        (
            "/settings spoilers:true",
            "commands",
            json!({ "command": { "name": "settings", "subcommand": "", "options": { "spoilers": "true" } } }),
        ),
        (
            "i have seen everything",
            "spoilers",
            json!({ "seen": { "until": null, "session": null, "unseen": false } }),
        ),
    ] {
        let ended = ask(&["--json", line]);
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(2), ""), "{line}");
        let why: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
        assert_eq!(why, refused(topic, understood), "{line}");
    }
}

#[test]
fn a_command_that_is_typed_says_where_it_works() {
    let ended = ask(&["/settings"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(2), ""));
    assert_eq!(
        ended.stdout,
        "Commands\n\
         Settings, announcements and what is kept about you are looked after on Discord: nothing is kept here.\n\
         Try schedule\n\
         Try next\n"
    );
}

#[test]
fn the_console_answers_line_by_line_until_it_is_told_to_quit() {
    let lines = "/standings pro\n\n   \nstandings colour:red\r\nquit\n/standings masters\n";
    let ended = run(&["console", "--now", NOW], lines);
    let misunderstood = ask(&["standings colour:red"]).stdout;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    assert_eq!(ended.stdout, format!("{PRO}\n{misunderstood}\n"));
}

#[test]
fn the_console_ends_with_its_input() {
    for (lines, said) in [("", String::new()), ("standings pro", format!("{PRO}\n"))] {
        let ended = run(&["console", "--now", NOW], lines);
        assert_eq!(
            (ended.code, ended.stdout, ended.stderr),
            (Some(0), said, String::new()),
            "{lines:?}"
        );
    }
}

#[test]
fn the_console_answers_lines_that_are_not_utf_8() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_raceweek"))
        .args(["console", "--now", NOW])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    std::io::Write::write_all(&mut stdin, b"\xff\xfe\nstandings pro\n").expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8(output.stdout).expect("it writes UTF-8");
    assert!(
        said.starts_with("Not understood\n") && said.ends_with(&format!("{PRO}\n")),
        "{said}"
    );
}

/// Control characters of a question, a folder or a file steer no terminal and forge no line.
#[test]
fn no_control_character_is_printed() {
    let steering = "\u{1b}[31m\u{9b}31m\u{7}\r\nraceweek: forged\u{202e}";
    let folder = Folder::packs();
    std::fs::write(folder.path().join(format!("pccna/{steering}.json")), "{").unwrap();
    let data = folder.path().display().to_string();
    for arguments in [
        &["ask", steering][..],
        &["ask", "--json", steering],
        &["ask", "--data", steering, "standings"],
        &["ask", "--series", steering, "standings"],
        &["ask", &format!("--{steering}"), "standings"],
        &["check", steering],
        &["check", &data],
        &["ask", "--data", &data, "standings"],
        &["backup", steering],
        &["backup", "--config", steering, "copy.db"],
        &[steering],
    ] {
        let ended = run(arguments, "");
        for said in [&ended.stdout, &ended.stderr] {
            let steers = |letter: char| letter.is_control() && letter != '\n' || letter == '\u{202e}';
            assert!(!said.contains(steers), "{arguments:?}: {said:?}");
            assert!(
                !said.lines().any(|line| line.starts_with("raceweek: forged")),
                "{arguments:?}: {said}"
            );
        }
    }
    let ended = run(&["console"], steering);
    assert!(!ended.stdout.contains('\u{1b}'), "{}", ended.stdout);
}

/// However long a line is, it takes no more memory than a question may, and the next one is answered.
#[test]
fn the_console_cuts_a_line_that_is_too_long() {
    let lines = format!("{}\nstandings pro\n", "xyzzy ".repeat(100_000));
    let ended = run(&["console", "--now", NOW], &lines);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let (first, second) = ended.stdout.split_once("\n\n").unwrap();
    assert!(first.starts_with("Not understood\n"), "{first}");
    assert_eq!(second, format!("{PRO}\n"));
}
