//! Classification index: the results and entries of a season, built once because every session looks them up.

use std::collections::BTreeMap;

use crate::domain::{Classification, EntryIndex, Season, SessionId, Slug, WeekendId};

/// The results of a season by session, and its entries by driver and number.
#[derive(Debug)]
pub(super) struct ClassificationIndex<'a> {
    pub entrants: EntryIndex<'a>,
    sessions: BTreeMap<(&'a WeekendId, &'a SessionId, Option<&'a Slug>), &'a Classification>,
}

impl<'a> ClassificationIndex<'a> {
    pub fn new(season: &'a Season) -> Self {
        let mut sessions = BTreeMap::new();
        for one in &season.classifications {
            let key = (&one.session.weekend, &one.session.session, one.stage.as_ref());
            sessions.entry(key).or_insert(one);
        }
        Self {
            entrants: EntryIndex::new(&season.entries),
            sessions,
        }
    }

    /// The classification of a session at a stage, or at its end.
    pub fn classification(
        &self,
        weekend: &WeekendId,
        session: &SessionId,
        stage: Option<&Slug>,
    ) -> Option<&'a Classification> {
        self.sessions.get(&(weekend, session, stage)).copied()
    }
}
