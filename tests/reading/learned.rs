//! The model of measures: it is that of the examples in the repository.

use std::fs;
use std::path::Path;

use raceweek::understand::{Example, TrainingError, is_current, train};

use super::{PACKS, asker};

/// All examples, in the order of their files.
fn examples() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/understand/examples");
    let files = fs::read_dir(folder).expect("a folder of examples");
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let read = |path| Example::read(&fs::read_to_string(path).expect("a text")).expect("examples");
    paths.into_iter().flat_map(read).collect()
}

#[test]
fn the_model_is_that_of_the_examples_and_the_lexicon() {
    assert!(
        is_current(&examples()),
        "run: cargo run --release -- learn --write src/understand/learned/model.tsv"
    );
}

#[test]
fn no_question_is_an_example_of_two_measures() {
    let mut examples = examples();
    examples.sort_by(|one, other| one.text.cmp(&other.text));
    let twice: Vec<_> = examples
        .windows(2)
        .filter(|pair| pair[0].text == pair[1].text)
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn an_example_without_a_measure_is_told_with_its_line() {
    assert_eq!(
        Example::read("gap\tgap to hartog\n\nhow far back\n"),
        Err(TrainingError::Line(3))
    );
}

#[test]
fn a_model_of_the_same_examples_is_the_same() {
    let few: Vec<Example> = examples().into_iter().step_by(61).collect();
    let (one, evaluation) = train(&few, &PACKS, &asker());
    let (other, _) = train(&few, &PACKS, &asker());
    assert_eq!(one, other);
    assert!(
        evaluation.apart > 0 && evaluation.measure_first <= evaluation.measure_among_three,
        "{evaluation:?}"
    );
    assert!(one.starts_with("# examples "), "{}", &one[..80]);
}
