//! Classification index: the results of a season, built once because every session looks them up.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::domain::{Classification, Season, SessionId, Slug, WeekendId};

/// The revisions of the classification of a session at a stage, or at its end, the oldest first.
type Revisions<'a> = BTreeMap<(&'a WeekendId, &'a SessionId, Option<&'a Slug>), Vec<&'a Classification>>;

/// The results of a season by session.
#[derive(Debug)]
pub(super) struct ClassificationIndex<'a> {
    season: &'a Season,
    sessions: Revisions<'a>,
}

impl<'a> ClassificationIndex<'a> {
    pub fn new(season: &'a Season) -> Self {
        let mut sessions = Revisions::new();
        for one in &season.classifications {
            let key = (&one.session.weekend, &one.session.session, one.stage.as_ref());
            sessions.entry(key).or_default().push(one);
        }
        Self { season, sessions }
    }

    /// The classification of a session at a stage, or at its end, in its revision of `as_of`.
    pub fn classification(
        &self,
        weekend: &WeekendId,
        session: &SessionId,
        stage: Option<&Slug>,
        as_of: DateTime<Utc>,
    ) -> Option<&'a Classification> {
        let revisions = self.sessions.get(&(weekend, session, stage))?;
        let mut newest = revisions.iter().rev().copied();
        newest.find(|one| self.season.is_published(one.published, as_of))
    }
}
