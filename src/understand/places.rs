//! Places of a text: a country, state or city is the weekend there before it is a zone.

use chrono_tz::Tz;

use super::segments::{Segment, SegmentValue, Segmenter, name};
use super::tags::{Tag, Tags};
use super::vocabulary::{Vocabulary, vocabulary};
use crate::lookup::{self, MatchQuality, NameKind, Named, session_kind_in_sentence};

/// Words behind the name of a zone.
const TIME: [&str; 3] = ["time", "timezone", "zone"];
/// Words behind the name of a Grand Prix.
const GRAND_PRIX: [&str; 2] = ["gp", "grand"];

impl<'a> Segmenter<'_, 'a> {
    /// The word before `at`, an article aside.
    fn before(&self, at: usize) -> &str {
        match self.text.before(at) {
            "the" => self.text.before(at - 1),
            before => before,
        }
    }

    /// A zone that is certainly one: `in japan time`, `utc plus 8`.
    pub(super) fn clock_time(&self, at: usize, count: usize) -> Option<Segment<'a>> {
        let words = self.text.words(at, count);
        let is_offset = words.starts_with("utc ") && count == 3;
        let asked = ["in", "to"].contains(&self.before(at)) && TIME.contains(&self.text.words(at + count, 1));
        let zone = (asked || is_offset).then(|| lookup::zone(words))??;
        Some(clock(at, count, zone))
    }

    /// A zone, where it is asked for: `in london`, `pacific time`, `race 1 uk`.
    pub(super) fn zone(&self, at: usize, count: usize) -> Option<Segment<'a>> {
        let before = self.before(at);
        let timed = |word: &str| session_kind_in_sentence(word).is_some() || word.parse::<u8>().is_ok();
        let ends = at + count == self.text.len() && timed(before);
        let asked = ends
            || ["in", "for", "en", "a", "to", "by", "time", "times"].contains(&before)
            || TIME.contains(&self.text.words(at + count, 1));
        let zone = asked.then(|| lookup::zone(self.text.words(at, count)))??;
        Some(clock(at, count, zone))
    }

    /// The weekends in a country, state or province; where it is not said that they are "in" it, only if none bears its name.
    pub(super) fn area(&self, at: usize, count: usize) -> Option<Segment<'a>> {
        let words = self.text.words(at, count);
        let hits = self.names.keyed(words);
        let found: Vec<(MatchQuality, &Named)> = hits
            .filter(|(_, named)| named.kind == NameKind::Weekend && (self.wanted)(named))
            .collect();
        let areas = found.iter().filter(|(fit, _)| *fit == MatchQuality::Area).count();
        let within = self.before(at) == "in";
        let home = self.has_word(&[Tag::From, Tag::Driver]);
        let next = self.text.words(at + count, 1);
        let is_name = within || !Vocabulary::is_filler(words) || GRAND_PRIX.contains(&next);
        let meant = areas > 0 && (within || areas == found.len()) && is_name && !home;
        let is_time = TIME.contains(&next);
        (meant && !is_time).then(|| {
            let named = found.into_iter().map(|(_, named)| named).collect();
            name(at, count, named)
        })
    }

    /// True if a word stands before "Grand Prix": `usa gp`.
    pub(super) fn is_grand_prix(&self, at: usize) -> bool {
        GRAND_PRIX.contains(&self.text.words(at + 1, 1))
    }

    /// True if a word of the text has one of these tags.
    fn has_word(&self, wanted: &[Tag]) -> bool {
        let mut tags = (0..self.text.len()).filter_map(|at| vocabulary().tags(self.text.words(at, 1)));
        tags.any(|tags| tags.any(wanted))
    }

    /// Makes a place the asker's clock where a time is asked for and another place is the weekend: "when is Monza in Japan".
    pub(super) fn tell_clocks(&self, segments: &mut [Segment<'a>]) {
        use Tag::{ADriver, ATeam, Podium, Points, Pole, Practice, Quali, Race, Result, Start, Table, When, Win};
        let has = |wanted: &[Tag]| segments.iter().any(|one| one.tags.any(wanted));
        let asks = has(&[When, Start, Race, Quali, Practice])
            && !has(&[Win, Result, Podium, Pole, Points, Table, ADriver, ATeam]);
        let mut places = segments.iter().filter(|one| is_place(one)).count();
        for one in segments.iter_mut().rev().filter(|one| asks && is_place(one)) {
            let words = self.text.words(one.at, one.count);
            let within = self.before(one.at) == "in" || self.is_area(words);
            let zone = lookup::zone(words).filter(|_| within && places > 1 && !self.is_joined(one.at));
            if let Some(zone) = zone {
                *one = clock(one.at, one.count, zone);
                places -= 1;
            }
        }
    }

    /// True if no weekend bears this name, though some are there.
    fn is_area(&self, words: &str) -> bool {
        let mut fits = self.names.keyed(words).map(|(fit, _)| fit);
        fits.all(|fit| fit == MatchQuality::Area)
    }

    /// True if a place is one of several: "in Monza and in Japan".
    fn is_joined(&self, at: usize) -> bool {
        let and = |word: &str| vocabulary().tags(word).is_some_and(|tags| tags.has(Tag::And));
        (1..=3).any(|back| at.checked_sub(back).is_some_and(|at| and(self.text.words(at, 1))))
    }
}

/// True if a segment names a weekend.
pub(super) fn is_place(segment: &Segment<'_>) -> bool {
    match &segment.value {
        SegmentValue::Named(named) => named.iter().any(|one| one.kind == NameKind::Weekend),
        _ => false,
    }
}

fn clock<'a>(at: usize, count: usize, zone: Tz) -> Segment<'a> {
    Segment {
        at,
        count,
        tags: Tags::one(Tag::AZone),
        value: SegmentValue::Zone(zone),
        typo: false,
    }
}
