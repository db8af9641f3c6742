//! The README: what it shows is what the program says, and the commands it names are the ones that are checked.

use std::fs;
use std::path::Path;

use super::support::process::run;

fn file(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The code blocks of the README in this language, in order.
fn blocks(readme: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let mut blocks = readme.split(fence.as_str()).skip(1);
    let block = |rest: &str| rest.split_once("```").map(|(block, _)| block.to_owned());
    blocks.by_ref().filter_map(block).collect()
}

/// The arguments of `cargo run --locked -- ...`, with quotes around those that have spaces.
fn arguments(line: &str) -> Vec<String> {
    let line = line
        .strip_prefix("cargo run --locked -- ")
        .unwrap_or_else(|| panic!("the README's first command is no `cargo run --locked -- ...`: {line}"));
    let pieces = line.split('"').enumerate();
    let words = |(at, piece): (usize, &str)| match at % 2 {
        0 => piece.split_whitespace().map(str::to_owned).collect(),
        _ => vec![piece.to_owned()],
    };
    pieces.flat_map(words).collect()
}

#[test]
fn the_first_command_gives_the_answer_that_is_shown() {
    let readme = file("README.md");
    let first = &blocks(&readme, "sh")[0];
    let arguments = arguments(first.lines().next().expect("the block has a line"));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = run(&arguments, "");
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        blocks(&readme, "text")[0],
        ended.stdout,
        "show in README.md what the program says now"
    );
}

#[test]
fn the_second_command_is_the_one_that_is_checked() {
    let readme = file("README.md");
    let commands = &blocks(&readme, "sh")[0];
    let tests = commands.lines().nth(1).expect("the block has two lines");
    let tests = tests.split('#').next().unwrap_or(tests).trim_end();
    assert!(tests.starts_with("cargo test"), "{tests}");
    let checked = file(".ci/run");
    assert!(
        checked.lines().any(|line| line == tests),
        "write `{tests}` into .ci/run"
    );
}

#[test]
fn the_table_of_questions_is_the_declared_one() {
    let path = root().join("README.md");
    let ended = run(&["docs", &path.to_string_lossy()], "");
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        file("README.md"),
        ended.stdout,
        "run `cargo run --locked -- docs --write README.md`"
    );
}

#[test]
fn every_file_that_is_linked_to_is_there() {
    let readme = file("README.md");
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let missing: Vec<&str> = links
        .map(|(target, _)| target)
        .filter(|target| !target.contains("://") && !target.starts_with('#') && !root().join(target).exists())
        .collect();
    assert!(missing.is_empty(), "README.md links to what is not there: {missing:?}");
}
