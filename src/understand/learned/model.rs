//! Model of measures: weights of features, built into the program and parsed once.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Weights are kept in these fractions.
pub(super) const FRACTION: f32 = 10.0;

/// First lines of the file: the digest of the examples it was made from, the measures, and the words of the examples.
pub(super) const DIGEST: &str = "# examples ";
pub(super) const MEASURES: &str = "# measures ";
pub(super) const WORDS: &str = "# words ";

/// The file.
const TEXT: &str = include_str!("model.tsv");

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parsed(TEXT).unwrap_or_default());

/// A linear model: the weight of each feature for each measure.
#[derive(Debug, Default)]
pub(in crate::understand) struct Model {
    /// Digest of the examples.
    pub(super) digest: &'static str,
    /// Names of the measures.
    measures: Vec<&'static str>,
    /// Words that occur in several examples.
    words: HashSet<&'static str>,
    /// The range of each feature in `weights`.
    features: HashMap<&'static str, (usize, usize)>,
    /// Indices of measures, each with its weight.
    weights: Vec<(usize, f32)>,
}

/// The model in force.
pub(in crate::understand) fn model() -> &'static Model {
    &MODEL
}

impl Model {
    /// The model of a file; `None` if a line has another form.
    fn parsed(text: &'static str) -> Option<Self> {
        let mut lines = text.lines();
        let digest = lines.next()?.strip_prefix(DIGEST)?;
        let measures = lines.next()?.strip_prefix(MEASURES)?.split(' ').collect();
        let words = lines.next()?.strip_prefix(WORDS)?.split(' ').collect();
        let mut model = Self {
            digest,
            measures,
            words,
            ..Self::default()
        };
        for line in lines {
            let mut cells = line.split('\t');
            let feature = cells.next()?;
            let first = model.weights.len();
            for cell in cells {
                let (measure, weight) = cell.split_once(':')?;
                let weight: i16 = weight.parse().ok()?;
                model
                    .weights
                    .push((measure.parse().ok()?, f32::from(weight) / FRACTION));
            }
            model.features.insert(feature, (first, model.weights.len()));
        }
        Some(model)
    }

    /// The names of all measures.
    #[cfg(test)]
    pub(in crate::understand) fn names(&self) -> &[&'static str] {
        &self.measures
    }

    /// True if a word occurs in several examples.
    pub(in crate::understand) fn knows(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The weight of a word for a measure; nothing where it is none's.
    pub(in crate::understand) fn weight(&self, word: &str, measure: &str) -> f32 {
        let at = self.measures.iter().position(|name| *name == measure);
        let range = self.features.get(format!("w {word}").as_str());
        let weights = range.and_then(|(first, end)| self.weights.get(*first..*end));
        let own = weights.unwrap_or_default().iter().find(|(one, _)| Some(*one) == at);
        own.map_or(0.0, |(_, weight)| *weight)
    }

    /// The measures with their probabilities, the likeliest first.
    pub(in crate::understand) fn measures(&self, features: &[String]) -> Vec<(&'static str, f32)> {
        let mut scores = vec![0.0_f32; self.measures.len()];
        let share = share(features.len());
        let ranges = features
            .iter()
            .filter_map(|feature| self.features.get(feature.as_str()));
        let weights = ranges
            .filter_map(|(first, end)| self.weights.get(*first..*end))
            .flatten();
        for (measure, weight) in weights {
            if let Some(score) = scores.get_mut(*measure) {
                *score += weight * share;
            }
        }
        softmax(&mut scores);
        let mut measures: Vec<(&str, f32)> = self.measures.iter().copied().zip(scores).collect();
        measures.sort_by(|one, other| other.1.total_cmp(&one.1));
        measures
    }
}

/// The value of one feature of so many, so that long questions weigh no more than short ones.
#[expect(clippy::cast_precision_loss, reason = "a question has few features")]
pub(super) fn share(features: usize) -> f32 {
    (features.max(1) as f32).sqrt().recip()
}

/// Turns scores into probabilities.
pub(super) fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    for score in &mut *scores {
        *score = (*score - most).exp();
    }
    let sum: f32 = scores.iter().sum();
    for score in scores {
        *score /= sum;
    }
}
