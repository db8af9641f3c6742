//! Tokens of a scenario text: sessions, each followed by places, awards and retirements.
//!
//! ```text
//! text    = { [ session ] result } [ about ]
//! session = race-1 | glen race-2 | monza | monza/sprint | r9
//! result  = what ":" name
//! about   = "about" ":" ( name | p1 )
//! what    = 1 | p2 | 3rd | pole | fl | any award of the rules | dnf | dns | dsq
//! name    = one word or several, up to the next result or session
//! ```

use crate::answer::{NonFinish, SupposedResult};
use crate::dataset::Catalogue;
use crate::domain::{AwardId, Season, Series, Slug};
use crate::lookup::{self, MatchQuality, NameKind, Resolver, Seasons, fillers, normalised};

/// A token of a scenario text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ScenarioToken {
    /// The session of the results that follow, or a part of its name.
    Session(SessionWord),
    /// A supposed result: place or award, and driver.
    Result(String, String),
    /// Any other word.
    Word(String),
}

/// A session, or a part of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SessionWord {
    Session(Slug),
    Weekend(Slug),
    Round(Slug),
}

/// Maximum number of words of a session's name.
const LONGEST: usize = 4;

/// The season in which names of sessions are resolved.
pub(super) struct SessionLookup<'a> {
    pub catalogue: &'a Catalogue,
    pub series: &'a Series,
    pub season: &'a Season,
}

impl SessionLookup<'_> {
    /// Splits a text into tokens.
    pub(super) fn tokens(&self, text: &str) -> Vec<ScenarioToken> {
        let spaced = text.replace(['/', ','], " ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            at += 1;
            if let Some((what, name)) = word.split_once(':') {
                let mut name: Vec<&str> = std::iter::once(name).filter(|name| !name.is_empty()).collect();
                while let Some(next) = words.get(at).filter(|next| !next.contains(':')) {
                    let rest = words.get(at..).unwrap_or_default();
                    if !name.is_empty() && (fillers().scenario.contains(*next) || self.session_word(rest).is_some()) {
                        break;
                    }
                    name.push(next);
                    at += 1;
                }
                tokens.push(ScenarioToken::Result(what.to_owned(), name.join(" ")));
            } else if let Some((length, head)) = self.session_word(words.get(at - 1..).unwrap_or_default()) {
                tokens.push(ScenarioToken::Session(head));
                at += length - 1;
            } else if !fillers().scenario.contains(*word) {
                tokens.push(ScenarioToken::Word((*word).to_owned()));
            }
        }
        tokens
    }

    /// The longest name of a session, a weekend or a round at the start of words, with its length in words.
    fn session_word(&self, words: &[&str]) -> Option<(usize, SessionWord)> {
        let most = words
            .iter()
            .take(LONGEST)
            .take_while(|word| !word.contains(':'))
            .count();
        let here = Resolver {
            names: &self.catalogue.names,
            kinds: &[NameKind::Session, NameKind::Weekend, NameKind::Round],
            series: Some(&self.series.id),
            seasons: Seasons::Only(self.season),
        };
        (1..=most).rev().find_map(|length| {
            let phrase = words.get(..length)?.join(" ");
            let found = here.called(&phrase)?;
            let of = |kind: NameKind| found.first(kind).map(|named| named.id.clone());
            let session = || of(NameKind::Session).map(SessionWord::Session);
            let weekend = || of(NameKind::Weekend).map(SessionWord::Weekend);
            let round = || of(NameKind::Round).map(SessionWord::Round);
            let head = session().or_else(weekend).or_else(round)?;
            // A bare number is no round: it is a place that lacks its colon.
            let bare = phrase.chars().all(|letter| letter.is_ascii_digit());
            (found.quality == MatchQuality::Exact && !bare).then_some((length, head))
        })
    }
}

/// The supposed result of a word; `awards` are those that the rules pay.
pub(super) fn wanted(what: &str, awards: &[AwardId]) -> Option<SupposedResult> {
    let key = normalised(what);
    let place = || {
        key.parse()
            .ok()
            .or_else(|| lookup::place(&key))
            .filter(|place| *place > 0)
    };
    let award = || awards.iter().find(|award| normalised(award.as_str()) == key).cloned();
    Some(match key.as_str() {
        "dnf" | "out" | "retired" | "ret" => SupposedResult::Out(NonFinish::Dnf),
        "dns" => SupposedResult::Out(NonFinish::Dns),
        "dsq" | "dq" => SupposedResult::Out(NonFinish::Dsq),
        "pole" => SupposedResult::Award("pole".parse().ok()?),
        "fl" | "fastest" | "fastest lap" | "fastestlap" => SupposedResult::Award("fastest-lap".parse().ok()?),
        _ => place()
            .map(SupposedResult::Place)
            .or_else(|| award().map(SupposedResult::Award))?,
    })
}
