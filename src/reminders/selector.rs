//! Selectors: the text form of a subscription's subject, by which subscriptions are indexed.
//!
//! ```text
//! selector = series ":" weekend ":" what [ "@" class ]
//! weekend  = "*" | season "/" weekend
//! what     = "*" | kind | "#" session | "preview" | "results"
//! ```

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::LeadTime;
use crate::domain::{ClassId, SeasonId, SeriesId, SessionId, SessionKind, WeekendId};

/// A set of sessions, previews or results to subscribe to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Selector {
    /// The series.
    pub series: SeriesId,
    /// The season and the weekend; `None` for every weekend.
    pub weekend: Option<(SeasonId, WeekendId)>,
    /// The topic.
    pub what: Topic,
    /// The class that must take part.
    pub class: Option<ClassId>,
}

/// The sessions of a weekend, its preview or its results.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Every session.
    All,
    /// Every session of a kind.
    Kind(SessionKind),
    /// The session with this id.
    Session(SessionId),
    /// The preview, at the start of its week.
    Preview,
    /// Results, as soon as they are known.
    Results,
}

impl Topic {
    /// True if it is sent before a session, and so has a lead time.
    pub const fn is_before_a_session(&self) -> bool {
        !matches!(self, Self::Preview | Self::Results)
    }
}

/// A selector with a lead time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trigger {
    /// The selector.
    pub selector: Selector,
    /// The lead time; zero for topics without one.
    pub lead: LeadTime,
}

/// The stored names of the kinds of session.
const KINDS: [(SessionKind, &str); 5] = [
    (SessionKind::Test, "test"),
    (SessionKind::Practice, "practice"),
    (SessionKind::Qualifying, "qualifying"),
    (SessionKind::Sprint, "sprint"),
    (SessionKind::Race, "race"),
];

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("*"),
            Self::Kind(kind) => {
                let name = KINDS.iter().find(|(one, _)| one == kind);
                f.write_str(name.map_or("", |(_, name)| name))
            }
            Self::Session(session) => write!(f, "#{session}"),
            Self::Preview => f.write_str("preview"),
            Self::Results => f.write_str("results"),
        }
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.weekend {
            Some((season, weekend)) => write!(f, "{}:{season}/{weekend}:{}", self.series, self.what)?,
            None => write!(f, "{}:*:{}", self.series, self.what)?,
        }
        match &self.class {
            Some(class) => write!(f, "@{class}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Selector {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = || {
            let (rest, class) = match text.split_once('@') {
                Some((rest, class)) => (rest, Some(class.parse().ok()?)),
                None => (text, None),
            };
            let (series, rest) = rest.split_once(':')?;
            let (weekend, what) = rest.split_once(':')?;
            let weekend = match weekend.split_once('/') {
                Some((season, weekend)) => Some((season.parse().ok()?, weekend.parse().ok()?)),
                None if weekend == "*" => None,
                None => return None,
            };
            let kind = KINDS.iter().find(|(_, name)| *name == what);
            let what = match (what, what.strip_prefix('#'), kind) {
                ("*", ..) => Topic::All,
                ("preview", ..) => Topic::Preview,
                ("results", ..) => Topic::Results,
                (_, Some(session), _) => Topic::Session(session.parse().ok()?),
                (_, None, Some((kind, _))) => Topic::Kind(*kind),
                (_, None, None) => return None,
            };
            Some(Self {
                series: series.parse().ok()?,
                weekend,
                what,
                class,
            })
        };
        parts().ok_or_else(|| format!("'{text}' selects nothing"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_says_itself_again() {
        for text in [
            "pccna:*:*",
            "pccna:*:race",
            "pccna:*:#race-1@pro-am",
            "pccna:2024/watkins-glen:qualifying",
            "f1:2026/monza:*@gt",
            "pccna:*:preview",
            "pccna:*:results",
        ] {
            assert_eq!(text.parse::<Selector>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "pccna",
            "pccna:race",
            "pccna:glen:race",
            "PCCNA:*:race",
            "pccna:*:lunch",
            "pccna:*:race@",
        ] {
            assert!(text.parse::<Selector>().is_err(), "{text}");
        }
    }
}
