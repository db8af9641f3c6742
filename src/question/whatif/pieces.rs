//! The grammar of what is supposed: sessions, and behind each the places, awards and retirements.
//!
//! ```text
//! text    = { [ session ] piece }
//! session = race-1 | glen race-2 | monza | monza/sprint | r9
//! piece   = what ":" name
//! what    = 1 | p2 | 3rd | pole | fl | any award of the rules | dnf | dns | dsq
//! name    = one word or several, up to the next piece or session
//! ```

use crate::answer::{NonFinish, SupposedResult};
use crate::dataset::{Catalogue, MatchQuality, NameKind, Named, normalised};
use crate::domain::{Season, Series, Slug};
use crate::question::relative_names;

/// A part of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// The session of the pieces that follow, or a part of its name.
    Head(Head),
    /// Something that is supposed: what, and of whom.
    Piece(String, String),
    /// A word that is neither.
    Word(String),
}

/// A session, or a part of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Head {
    Session(Slug),
    Weekend(Slug),
    Round(Slug),
}

/// Words that join pieces and mean nothing themselves.
const FILLERS: [&str; 5] = ["", "and", "then", "the", "at"];
/// The most words the name of a session has.
const LONGEST: usize = 4;

/// Where the names of sessions are looked up.
pub(super) struct Heads<'a> {
    pub catalogue: &'a Catalogue,
    pub series: &'a Series,
    pub season: &'a Season,
}

impl Heads<'_> {
    /// Takes a text apart.
    pub(super) fn tokens(&self, text: &str) -> Vec<Token> {
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
                    if !name.is_empty() && (FILLERS.contains(next) || self.head(rest).is_some()) {
                        break;
                    }
                    name.push(next);
                    at += 1;
                }
                tokens.push(Token::Piece(what.to_owned(), name.join(" ")));
            } else if let Some((length, head)) = self.head(words.get(at - 1..).unwrap_or_default()) {
                tokens.push(Token::Head(head));
                at += length - 1;
            } else if !FILLERS.contains(word) {
                tokens.push(Token::Word((*word).to_owned()));
            }
        }
        tokens
    }

    /// The longest name of a session, a weekend or a round that words begin with, and how many words it has.
    fn head(&self, words: &[&str]) -> Option<(usize, Head)> {
        let most = words
            .iter()
            .take(LONGEST)
            .take_while(|word| !word.contains(':'))
            .count();
        let here = |named: &Named| {
            let kinds = [NameKind::Session, NameKind::Weekend, NameKind::Round];
            kinds.contains(&named.kind)
                && named.series.as_ref() == Some(&self.series.id)
                && named.seasons.contains(&self.season.id)
        };
        (1..=most).rev().find_map(|length| {
            let phrase = words.get(..length)?.join(" ");
            let (fit, found) = self.catalogue.names.called(&phrase, here)?;
            let of = |kind: NameKind| {
                found
                    .iter()
                    .find(|named| named.kind == kind)
                    .map(|named| named.id.clone())
            };
            let session = || of(NameKind::Session).map(Head::Session);
            let weekend = || of(NameKind::Weekend).map(Head::Weekend);
            let round = || of(NameKind::Round).map(Head::Round);
            let head = session().or_else(weekend).or_else(round)?;
            // A bare number is no round: it is a place that lacks its colon.
            let bare = phrase.chars().all(|letter| letter.is_ascii_digit());
            (fit == MatchQuality::Exact && !bare).then_some((length, head))
        })
    }
}

/// What somebody is supposed to have, by the word for it; `awards` are those the rules pay.
pub(super) fn wanted(what: &str, awards: &[Slug]) -> Option<SupposedResult> {
    let key = normalised(what);
    let place = || {
        key.parse()
            .ok()
            .or_else(|| relative_names::place(&key))
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
