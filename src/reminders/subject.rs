//! Subject of a message: a session or a weekend by its slugs, such as `pccna/2024/watkins-glen/race-1`.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::dataset::Catalogue;
use crate::domain::{SeasonId, Series, SeriesId, Session, SessionId, SessionPath, Slug, Weekend, WeekendId};

/// A session, or a weekend if no session is given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Subject {
    /// The series.
    pub series: SeriesId,
    /// The season.
    pub season: SeasonId,
    /// The weekend.
    pub weekend: WeekendId,
    /// The session; `None` for the weekend as a whole.
    pub session: Option<SessionId>,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.series, self.season, self.weekend)?;
        match &self.session {
            Some(session) => write!(f, "/{session}"),
            None => Ok(()),
        }
    }
}

impl Subject {
    /// Its series and weekend in a catalogue, and its session if it has one there.
    pub fn find<'a>(&self, catalogue: &'a Catalogue) -> Option<(&'a Series, &'a Weekend, Option<&'a Session>)> {
        let series = catalogue.series.get(&self.series)?;
        let weekend = series.season(&self.season)?.weekend(self.weekend.as_str())?;
        let session = self.session.as_ref().and_then(|id| weekend.session(id.as_str()));
        Some((series, weekend, session))
    }
}

impl Subject {
    /// The names of its session and of its weekend; where they are not in the catalogue, their ids as words.
    pub fn names(&self, catalogue: &Catalogue) -> (String, String) {
        let (weekend, session) = self
            .find(catalogue)
            .map_or((None, None), |(_, weekend, session)| (Some(weekend), session));
        let session = match (session, &self.session) {
            (Some(session), _) => session.name.clone(),
            (None, Some(id)) => spelled(id.as_str()),
            (None, None) => "Weekend".to_owned(),
        };
        let weekend = weekend.map_or_else(|| spelled(self.weekend.as_str()), |weekend| weekend.name.clone());
        (session, weekend)
    }
}

/// An id as words: `race-1` is `Race 1`.
fn spelled(id: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    id.split('-').map(word).collect::<Vec<_>>().join(" ")
}

impl From<SessionPath> for Subject {
    fn from(path: SessionPath) -> Self {
        Self {
            series: path.series,
            season: path.season,
            weekend: path.weekend,
            session: Some(path.session),
        }
    }
}

impl FromStr for Subject {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' names no session: write series/season/weekend/session");
        let slugs: Result<Vec<Slug>, _> = text.split('/').map(str::parse).collect();
        let mut slugs = slugs.map_err(|_| wrong())?.into_iter();
        let mut next = || slugs.next();
        let (Some(series), Some(season), Some(weekend), session, None) = (next(), next(), next(), next(), next())
        else {
            return Err(wrong());
        };
        Ok(Self {
            series: series.into(),
            season: season.into(),
            weekend: weekend.into(),
            session: session.map(Into::into),
        })
    }
}
