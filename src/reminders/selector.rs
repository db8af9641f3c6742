//! What somebody wants to hear of, and the selectors by which it is looked up.
//!
//! ```text
//! selector = series ":" weekend ":" what [ "@" class ]
//! weekend  = "*" | season "/" weekend
//! what     = "*" | kind | "#" session | "preview" | "results"
//! ```

use std::fmt;
use std::str::FromStr;

use super::LeadTime;
use crate::domain::{SessionKind, Slug};

/// What somebody wants to hear of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Selector {
    /// The series.
    pub series: Slug,
    /// The season and the weekend, where it is one alone.
    pub weekend: Option<(Slug, Slug)>,
    /// Which of its sessions, or what else of it.
    pub what: Topic,
    /// The class that must be in it.
    pub class: Option<Slug>,
}

/// Which sessions of a weekend, or what else of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Every session.
    All,
    /// Every session of a kind.
    Kind(SessionKind),
    /// The session with this id.
    Session(Slug),
    /// What to expect of it, at the start of its week.
    Preview,
    /// Results, when they are known.
    Results,
}

impl Topic {
    /// Whether it is told before a session, and so has a time before it.
    pub const fn is_before_a_session(&self) -> bool {
        !matches!(self, Self::Preview | Self::Results)
    }
}

/// A selector, and how long before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trigger {
    /// What it is about.
    pub selector: Selector,
    /// How long before the session; nothing for what is not told before one.
    pub lead: LeadTime,
}

/// A session's kind as people and packs write it.
pub(super) const KINDS: [(SessionKind, &str); 5] = [
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
