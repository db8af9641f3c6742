//! `raceweek learn`: the model of measures, made from example questions.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use super::exit;
use super::print::write_out;
use crate::config::DEFAULT_SERIES;
use crate::dataset::{Folder, load};
use crate::domain::Asker;
use crate::understand::{Example, train};

/// Makes the model that reads questions from example questions, and tells how well it reads a fifth of them.
#[derive(Debug, Args)]
pub(super) struct Learn {
    /// Folder of the examples: files of lines with a measure, a tab and a question.
    #[arg(long, value_name = "DIR", default_value = "src/understand/examples")]
    examples: PathBuf,
    /// Writes the model to this file.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

/// Moment of the questions: words such as "last year" are read by it, and it changes no measure.
const MOMENT: &str = "2026-06-01T12:00:00Z";

impl Learn {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let examples = examples(&self.examples)?;
        let (catalogue, _) =
            load(Folder::embedded()).map_err(|_| anyhow::anyhow!("the packs of this program do not load"))?;
        let asker = Asker {
            now: MOMENT.parse()?,
            zone: None,
            reference: None,
            series: DEFAULT_SERIES.parse()?,
            rehearsal: true,
        };
        let (model, evaluation) = train(&examples, &catalogue, &asker);
        if let Some(path) = &self.write {
            std::fs::write(path, &model).with_context(|| format!("cannot write {}", path.display()))?;
        }
        let share = |number: usize| number * 100 / evaluation.apart.max(1);
        write_out(&format!(
            "{} examples, of which {} kept apart. Measure right: {} %, among three: {} %. Question right: {} %, among three: {} %.\n",
            examples.len(),
            evaluation.apart,
            share(evaluation.measure_first),
            share(evaluation.measure_among_three),
            share(evaluation.question_first),
            share(evaluation.question_among_three)
        ))?;
        Ok(exit::ANSWERED)
    }
}

/// The examples of all files of a folder, in the order of their names.
fn examples(folder: &Path) -> anyhow::Result<Vec<Example>> {
    let files = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = files
        .map(|file| Ok(file?.path()))
        .collect::<std::io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    let mut examples = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        examples.extend(Example::read(&text).with_context(|| path.display().to_string())?);
    }
    Ok(examples)
}
