//! Training of the model of measures from the features of the examples.
//!
//! It is a multinomial logistic regression by the FTRL-Proximal steps (2013), which leave most weights
//! at nothing. The same examples give the same model: no clock, no other random numbers than those of a fixed row, one
//! thread.

use std::collections::{BTreeMap, BTreeSet};

use super::examples::{Example, digest};
use super::features::features;
use super::model::{DIGEST, FRACTION, MEASURES, WORDS, share, softmax};
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::lookup::normalised;
use crate::understand::parse::Parse;

/// An example that was kept apart, with the measures it may ask for by a model made without it, the likeliest first.
pub(in crate::understand) struct Judged<'e> {
    pub(in crate::understand) example: &'e Example,
    pub(in crate::understand) likely: Vec<(&'e str, f32)>,
}

/// Passes over the examples.
const PASSES: usize = 20;
/// Size of a step.
const RATE: f32 = 0.6;
/// Pull of all weights to nothing.
const PULL: f32 = 0.8;
/// Share of a question's features that a step leaves out, so that none is relied on alone.
const LEFT_OUT: f32 = 0.4;
/// Minimum number of examples with a feature other than a word or a tag.
const LEAST_EXAMPLES: usize = 2;
/// Minimum number of examples with a word that is known.
const LEAST_WORDS: usize = 3;
/// Neighbours in the files are alike: of so many examples one follows another, so that measures take turns.
const STRIDE: usize = 97;

/// An example as the model sees it.
struct Sample<'e> {
    example: &'e Example,
    measure: usize,
    features: Vec<String>,
}

/// The file of the model that the examples make, and a fifth of them as read by a model that was made without it.
pub(in crate::understand) fn trained<'e>(
    examples: &'e [Example],
    catalogue: &Catalogue,
    asker: &Asker,
) -> (String, Vec<Judged<'e>>) {
    let names: BTreeSet<&str> = examples.iter().map(|example| example.measure.as_str()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let samples = examples.iter().filter_map(|example| {
        Some(Sample {
            example,
            measure: names.binary_search(&example.measure.as_str()).ok()?,
            features: features(&Parse::of(&example.text, catalogue, asker)?),
        })
    });
    let samples: Vec<Sample<'_>> = samples.collect();
    let (apart, kept): (Vec<&Sample<'_>>, Vec<&Sample<'_>>) =
        samples.iter().partition(|sample| sample.example.is_apart());
    let partly = Trainer::trained(&kept, names.len());
    let judged = apart.into_iter().map(|sample| Judged {
        example: sample.example,
        likely: partly.likely(sample, &names),
    });
    let judged = judged.collect();
    let all: Vec<&Sample<'_>> = samples.iter().collect();
    let mut file = format!("{DIGEST}{}\n{MEASURES}{}\n", digest(examples), names.join(" "));
    Trainer::trained(&all, names.len()).write(&mut file, &words_of_names(catalogue));
    (file, judged)
}

/// Names that the packs do not have: a question with one is not answered without it.
const OTHER_NAMES: &[&str] = &[
    "hulk", "checo", "noris", "landos", "maxs", "brits", "sauber", "zealand", "daytona",
];

/// The words that are part of a name.
fn words_of_names(catalogue: &Catalogue) -> BTreeSet<String> {
    let labels = catalogue.names.all().iter().map(|named| normalised(&named.label));
    let words = labels.flat_map(|label| label.split(' ').map(str::to_owned).collect::<Vec<_>>());
    words.chain(OTHER_NAMES.iter().map(|name| (*name).to_owned())).collect()
}

/// Weights in the making.
struct Trainer<'s> {
    /// Number of examples with each feature, and its row.
    rows: BTreeMap<&'s str, (usize, usize)>,
    /// Number of measures: the length of a row.
    measures: usize,
    cells: Vec<WeightCell>,
}

/// A weight with the sums it is made of: of the corrected slopes, and of the squared slopes.
#[derive(Debug, Clone, Copy, Default)]
struct WeightCell {
    weight: f32,
    slopes: f32,
    squares: f32,
}

impl WeightCell {
    fn step(&mut self, slope: f32) {
        let before = self.squares;
        self.squares += slope * slope;
        self.slopes += slope - (self.squares.sqrt() - before.sqrt()) / RATE * self.weight;
        self.weight = if self.slopes.abs() <= PULL {
            0.0
        } else {
            (self.slopes.signum() * PULL - self.slopes) * RATE / self.squares.sqrt()
        };
    }
}

impl<'s> Trainer<'s> {
    fn trained(samples: &[&'s Sample<'s>], measures: usize) -> Self {
        let mut rows: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for feature in samples.iter().flat_map(|sample| &sample.features) {
            rows.entry(feature).or_default().0 += 1;
        }
        let is_single = |feature: &str| feature.starts_with("w ") || feature.starts_with("t ");
        rows.retain(|feature, (count, _)| *count >= LEAST_EXAMPLES || is_single(feature));
        for (row, (_, at)) in rows.values_mut().enumerate() {
            *at = row;
        }
        let mut trainer = Self {
            cells: vec![WeightCell::default(); rows.len() * measures],
            rows,
            measures,
        };
        let known: Vec<Vec<usize>> = samples.iter().map(|sample| trainer.rows_of(sample)).collect();
        let mut counts = vec![0_usize; measures];
        for sample in samples {
            if let Some(count) = counts.get_mut(sample.measure) {
                *count += 1;
            }
        }
        let mut chance = RandomRow(1);
        for _ in 0..PASSES {
            for at in (0..STRIDE).flat_map(|from| (from..samples.len()).step_by(STRIDE)) {
                let (Some(sample), Some(rows)) = (samples.get(at), known.get(at)) else {
                    continue;
                };
                let rows: Vec<usize> = rows.iter().copied().filter(|_| chance.draw() >= LEFT_OUT).collect();
                // Measures with few examples weigh more, though not as much as if all had the same number.
                let count = counts.get(sample.measure).copied().unwrap_or(1);
                let weight = share(count * measures) / share(samples.len());
                trainer.learn(&rows, sample.measure, weight);
            }
        }
        trainer
    }

    /// The rows of a sample's features.
    fn rows_of(&self, sample: &Sample<'_>) -> Vec<usize> {
        let rows = sample
            .features
            .iter()
            .filter_map(|feature| self.rows.get(feature.as_str()));
        rows.map(|(_, row)| *row).collect()
    }

    fn probabilities(&self, rows: &[usize]) -> Vec<f32> {
        let mut scores = vec![0.0; self.measures];
        let share = share(rows.len());
        for cells in rows
            .iter()
            .filter_map(|row| self.cells.chunks_exact(self.measures).nth(*row))
        {
            for (score, cell) in scores.iter_mut().zip(cells) {
                *score += cell.weight * share;
            }
        }
        softmax(&mut scores);
        scores
    }

    /// A step towards the measure of these features.
    fn learn(&mut self, rows: &[usize], measure: usize, weight: f32) {
        let mut errors = self.probabilities(rows);
        if let Some(right) = errors.get_mut(measure) {
            *right -= 1.0;
        }
        let share = share(rows.len()) * weight;
        for row in rows {
            let cells = self.cells.iter_mut().skip(row * self.measures);
            for (cell, error) in cells.zip(&errors) {
                cell.step(error * share);
            }
        }
    }

    /// The measures of a sample with their probabilities, the likeliest first.
    fn likely<'n>(&self, sample: &Sample<'_>, names: &[&'n str]) -> Vec<(&'n str, f32)> {
        let probabilities = self.probabilities(&self.rows_of(sample));
        let mut likely: Vec<(&str, f32)> = names.iter().copied().zip(probabilities).collect();
        likely.sort_by(|one, other| other.1.total_cmp(&one.1));
        likely
    }

    /// Writes the known words, and the weights that are not nothing, one feature a line.
    fn write(&self, file: &mut String, names: &BTreeSet<String>) {
        let words = self.rows.iter().filter_map(|(feature, (count, _))| {
            let word = feature.strip_prefix("w ")?;
            (*count >= LEAST_WORDS && !names.contains(word)).then_some(word)
        });
        file.push_str(&format!("{WORDS}{}\n", words.collect::<Vec<_>>().join(" ")));
        for (feature, (_, row)) in &self.rows {
            let cells = self.cells.iter().skip(row * self.measures).take(self.measures);
            let rounded = cells.map(|cell| (cell.weight * FRACTION).round()).enumerate();
            let kept: String = rounded
                .filter(|(_, weight)| *weight != 0.0)
                .map(|(measure, weight)| format!("\t{measure}:{weight:.0}"))
                .collect();
            if !kept.is_empty() {
                file.push_str(feature);
                file.push_str(&kept);
                file.push('\n');
            }
        }
    }
}

/// Random numbers from nothing to one, always the same row (PCG's multiplier and increment).
struct RandomRow(u64);

impl RandomRow {
    #[expect(clippy::cast_precision_loss, reason = "24 bits fit")]
    fn draw(&mut self) -> f32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f32 / (1_u32 << 24) as f32
    }
}
