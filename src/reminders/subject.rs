//! Subject of a message: a session or a weekend by its slugs, such as `pccna/2024/watkins-glen/race-1`.

use std::fmt;
use std::str::FromStr;

use crate::domain::Slug;

/// A session, or a weekend if no session is given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The series.
    pub series: Slug,
    /// The season.
    pub season: Slug,
    /// The weekend.
    pub weekend: Slug,
    /// The session; `None` for the weekend as a whole.
    pub session: Option<Slug>,
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

impl FromStr for Subject {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' names no session: write series/season/weekend/session");
        let slugs: Result<Vec<Slug>, _> = text.split('/').map(str::parse).collect();
        let slugs = slugs.map_err(|_| wrong())?;
        let (series, season, weekend, session) = match slugs.as_slice() {
            [series, season, weekend] => (series, season, weekend, None),
            [series, season, weekend, session] => (series, season, weekend, Some(session.clone())),
            _ => return Err(wrong()),
        };
        Ok(Self {
            series: series.clone(),
            season: season.clone(),
            weekend: weekend.clone(),
            session,
        })
    }
}
