//! Contexts of scoring: a championship in its season, and one session of it.

use std::cell::OnceCell;

use chrono::{DateTime, Utc};

use super::applies::{Rounds, SeasonSession};
use super::car_counts::CarCounts;
use super::classification_index::ClassificationIndex;
use crate::domain::{Annul, Championship, Rules, Season, Slug};

/// A championship in its season, with the season's indexes.
#[derive(Clone, Copy)]
pub(super) struct SeasonContext<'a> {
    pub season: &'a Season,
    pub championship: &'a Championship,
    pub rules: Option<&'a Rules>,
    pub rounds: &'a Rounds<'a>,
    pub results: &'a ClassificationIndex<'a>,
}

/// One session with all that its scoring depends on.
pub(super) struct SessionContext<'a> {
    pub season: &'a Season,
    pub results: &'a ClassificationIndex<'a>,
    pub championship: &'a Championship,
    pub rules: &'a Rules,
    pub rounds: &'a Rounds<'a>,
    pub at: SeasonSession<'a>,
    /// The moment whose revision of the results counts.
    pub as_of: DateTime<Utc>,
    pub annulled: &'a [(&'a Slug, &'a Annul)],
    car_counts: OnceCell<CarCounts<'a>>,
}

impl<'a> SessionContext<'a> {
    /// The context of a session as it stood at `as_of`, when some results were annulled.
    pub fn new(
        season: &SeasonContext<'a>,
        rules: &'a Rules,
        at: SeasonSession<'a>,
        as_of: DateTime<Utc>,
        annulled: &'a [(&'a Slug, &'a Annul)],
    ) -> Self {
        Self {
            season: season.season,
            results: season.results,
            championship: season.championship,
            rules,
            rounds: season.rounds,
            at,
            as_of,
            annulled,
            car_counts: OnceCell::new(),
        }
    }

    /// The number of cars of every competitor; needed only for incomplete results.
    pub fn car_counts(&self) -> &CarCounts<'a> {
        self.car_counts
            .get_or_init(|| CarCounts::new(self.season, self.championship, Some(self.rules), &self.at.weekend.id))
    }
}
