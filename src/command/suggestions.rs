//! Suggestions for the options of `/remind` and `/announce` while they are typed.

use std::collections::BTreeSet;

use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId};
use crate::reminders::{Subscription, parse_request};
use crate::store::{Owner, Store};

/// A suggested value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// Words that are understood as they are.
    Words(String),
    /// A series.
    Series {
        /// Its id.
        id: SeriesId,
        /// Its name.
        name: String,
    },
    /// A subscription.
    Subscription(Box<Subscription>),
}

impl Suggestion {
    /// The value that the option gets.
    pub fn value(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Series { id, .. } => id.to_string(),
            Self::Subscription(subscription) => subscription.id.to_string(),
        }
    }
}

/// Values of an option: words that match what was typed, or all series, or all subscriptions of the owner.
pub async fn suggestions(
    option: &str,
    typed: &str,
    catalogue: &Catalogue,
    asker: &Asker,
    store: Option<(&Store, Owner)>,
) -> Vec<Suggestion> {
    match option {
        "what" => words(typed, catalogue, asker),
        "series" => {
            let series = catalogue.series.iter().map(|(id, series)| Suggestion::Series {
                id: id.clone(),
                name: series.name.clone(),
            });
            series.collect()
        }
        _ => {
            let Some((store, owner)) = store else { return Vec::new() };
            let all = store.subscriptions(owner).await.unwrap_or_default().into_iter();
            all.map(|one| Suggestion::Subscription(Box::new(one))).collect()
        }
    }
}

/// Requests for reminders that contain what was typed.
fn words(typed: &str, catalogue: &Catalogue, asker: &Asker) -> Vec<Suggestion> {
    let Some(series) = catalogue.series.get(&asker.series) else {
        return Vec::new();
    };
    let mut all: Vec<String> = ["race", "qualifying", "practice", "race 1", "race 2", "sprint", "all"]
        .map(str::to_owned)
        .to_vec();
    let season = series.each_season().next_back();
    let classes = season.into_iter().flat_map(|season| &season.classes);
    all.extend(classes.map(|class| format!("{} race", class.name.to_lowercase())));
    let to_come = series.each_season().flat_map(|season| &season.weekends);
    let to_come = to_come.filter(|weekend| weekend.end >= asker.now.date_naive());
    all.extend(to_come.map(|weekend| format!("all at {}", weekend.name.to_lowercase())));
    let understood = |text: &String| parse_request(text, catalogue, &series.id, asker.now).is_ok();
    let key = typed.trim().to_lowercase();
    let mut fitting: Vec<String> = all
        .into_iter()
        .filter(|one| one.contains(&key))
        .filter(understood)
        .collect();
    // The typed text is suggested as it is, once it is understood.
    if !key.is_empty() && !fitting.contains(&key) && understood(&key) {
        fitting.insert(0, key);
    }
    let mut seen = BTreeSet::new();
    fitting.retain(|one| seen.insert(one.clone()));
    fitting.into_iter().map(Suggestion::Words).collect()
}
