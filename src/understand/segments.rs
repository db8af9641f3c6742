//! Segments of a text: from left to right, the longest name, number or phrase that is known.

use chrono_tz::Tz;

use super::numbers::{self, NumericEntity};
use super::tags::{Tag, Tags};
use super::text::Text;
use super::vocabulary::{LONGEST_PHRASE, SHORTEST_TYPO, Vocabulary, vocabulary};
use crate::lookup::{self, Day, MatchQuality, NameIndex, NameKind, Named};

/// Consecutive words of a question with one meaning.
#[derive(Debug, Clone)]
pub(super) struct Segment<'a> {
    /// Index of its first word; `count` is their number.
    pub(super) at: usize,
    pub(super) count: usize,
    /// Its tags.
    pub(super) tags: Tags,
    /// Its meaning.
    pub(super) value: SegmentValue<'a>,
    /// True if a typo was corrected.
    pub(super) typo: bool,
}

impl<'a> Segment<'a> {
    /// The names that it may be.
    pub(super) fn named(&self) -> &[&'a Named] {
        match &self.value {
            SegmentValue::Named(named) => named,
            _ => &[],
        }
    }
}

/// The meaning of a segment.
#[derive(Debug, Clone)]
pub(super) enum SegmentValue<'a> {
    /// A tag alone.
    Tag,
    /// No meaning of its own.
    Filler,
    /// An unknown word.
    Unknown,
    /// A name, with all things that have it.
    Named(Vec<&'a Named>),
    /// A number, by what it counts.
    Count(NumericEntity),
    /// A season, as a number of years from now.
    Years(i32),
    /// A day.
    Day(Day),
    /// A month, from 1 to 12.
    Month(u32),
    /// A time zone.
    Zone(Tz),
}

/// Splits a text into segments. `wanted` selects the names that can be meant.
pub(super) fn segments<'a>(text: &Text, names: &'a NameIndex, wanted: &dyn Fn(&Named) -> bool) -> Vec<Segment<'a>> {
    let segmenter = Segmenter { text, names, wanted };
    let mut segments: Vec<Segment<'a>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let segment = segmenter.segment(at, &segments);
        at += segment.count;
        segments.push(segment);
    }
    segmenter.tell_clocks(&mut segments);
    segments
}

pub(super) struct Segmenter<'t, 'a> {
    pub(super) text: &'t Text,
    pub(super) names: &'a NameIndex,
    pub(super) wanted: &'t dyn Fn(&Named) -> bool,
}

impl<'a> Segmenter<'_, 'a> {
    fn segment(&self, at: usize, before: &[Segment<'a>]) -> Segment<'a> {
        let known = self.phrase(at).or_else(|| self.word(at, before));
        known.or_else(|| self.typo(at)).unwrap_or(Segment {
            at,
            count: 1,
            tags: Tags::default(),
            value: SegmentValue::Unknown,
            typo: false,
        })
    }

    /// Several words that belong together, the longest first; a name before a tag.
    fn phrase(&self, at: usize) -> Option<Segment<'a>> {
        let longest = LONGEST_PHRASE.min(self.text.len() - at);
        (2..=longest).rev().find_map(|count| {
            let words = self.text.words(at, count);
            if let Some(told) = self.clock_time(at, count).or_else(|| self.area(at, count)) {
                return Some(told);
            }
            let named = self.named(words, MatchQuality::Exact).or_else(|| self.own(at, count));
            named
                .map(|named| name(at, count, named))
                .or_else(|| Some(day(at, count, lookup::day(words)?)))
                .or_else(|| Some(season(at, count, lookup::years_from_now(words)?)))
                .or_else(|| self.zone(at, count))
                .or_else(|| Some(tag(at, count, vocabulary().tags(words)?)))
        })
    }

    /// A word on its own.
    fn word(&self, at: usize, before: &[Segment<'a>]) -> Option<Segment<'a>> {
        let word = self.text.words(at, 1);
        if let Some((count, words)) = numbers::count(self.text, at) {
            return Some(self.counted(at, words, count, before));
        }
        if let Some(one) = lookup::day(word) {
            return Some(day(at, 1, one));
        }
        if let Some(years) = lookup::years_from_now(word) {
            return Some(season(at, 1, years));
        }
        // Some months are words for something else too.
        let is_sure = |month: &u32| self.text.before(at) == "in" || (word.len() > 3 && ![3, 5].contains(month));
        if let Some(month) = lookup::month(word).filter(is_sure) {
            return Some(Segment {
                at,
                count: 1,
                tags: Tags::one(Tag::ADay),
                value: SegmentValue::Month(month),
                typo: false,
            });
        }
        // A series of the packs is known by its name, whichever is asked about.
        let series = self.names.best_of(word, |one: &Named| one.kind == NameKind::Series);
        if let Some((MatchQuality::Exact, named)) = series {
            return Some(name(at, 1, named));
        }
        if let Some(told) = self.clock_time(at, 1).or_else(|| self.area(at, 1)) {
            return Some(told);
        }
        if let Some(tags) = vocabulary().tags(word) {
            return Some(tag(at, 1, tags));
        }
        let filler = Vocabulary::is_filler(word);
        if let Some(named) = self
            .named(word, MatchQuality::Exact)
            .filter(|_| !filler || self.is_class(at) || self.is_grand_prix(at))
        {
            return Some(name(at, 1, named));
        }
        if let Some(zone) = self.zone(at, 1) {
            return Some(zone);
        }
        if filler {
            return Some(Segment {
                at,
                count: 1,
                tags: Tags::default(),
                value: SegmentValue::Filler,
                typo: false,
            });
        }
        if let Some(named) = self.named(word, MatchQuality::FirstName) {
            return Some(name(at, 1, named));
        }
        self.bent(at, word)
    }

    /// A word without its ending: `hartogs`, `leads`.
    fn bent(&self, at: usize, word: &str) -> Option<Segment<'a>> {
        let stems = ["s", "es", "ing", "er", "ers"]
            .iter()
            .filter_map(|end| word.strip_suffix(end));
        for stem in stems.filter(|stem| stem.chars().count() >= 3) {
            if let Some(named) = self
                .named(stem, MatchQuality::Exact)
                .filter(|_| word.len() - stem.len() < 3)
            {
                return Some(name(at, 1, named));
            }
            if let Some(tags) = vocabulary().tags(stem).filter(|_| stem.len() >= 4) {
                return Some(tag(at, 1, tags));
            }
        }
        None
    }

    /// One word or several with a typo.
    fn typo(&self, at: usize) -> Option<Segment<'a>> {
        let longest = 3.min(self.text.len() - at);
        for count in (1..=longest).rev() {
            let words = self.text.words(at, count);
            if words.chars().count() < SHORTEST_TYPO + 3 * (count - 1)
                || words.chars().all(|letter| letter.is_ascii_digit())
            {
                continue;
            }
            let tags = (count == 1).then(|| vocabulary().corrected(words)).flatten();
            let near = || Some(name(at, count, self.names.near(words, self.wanted)?));
            let segment = tags.map(|tags| tag(at, count, tags)).or_else(near);
            if let Some(segment) = segment {
                return Some(Segment { typo: true, ..segment });
            }
        }
        None
    }

    /// The things with this name, with at least this fit.
    fn named(&self, words: &str, worst: MatchQuality) -> Option<Vec<&'a Named>> {
        let (fit, mut found) = self.names.best_of(words, self.wanted)?;
        found.retain(|named| !is_number(words, named));
        (fit <= worst && fit != MatchQuality::Area && !found.is_empty()).then_some(found)
    }

    /// A name of several words in the possessive: `sabre cooks`.
    fn own(&self, at: usize, count: usize) -> Option<Vec<&'a Named>> {
        self.named(self.text.words(at, count).strip_suffix('s')?, MatchQuality::Exact)
    }

    /// True if a short word stands in the position of a class: `standings am`, `am winner`.
    fn is_class(&self, at: usize) -> bool {
        use Tag::{Champ, Lead, Points, Result, Table, Win};
        let tells = |word: &str| {
            let tags = vocabulary().tags(word);
            word == "class" || tags.is_some_and(|tags| tags.any(&[Table, Lead, Win, Points, Result, Champ]))
        };
        let timed = self.text.before(at).ends_with(|letter: char| letter.is_ascii_digit());
        let next = self.text.words(at + 1, 1);
        let alone = self.text.len() == 1;
        let last = next.is_empty() || next.parse::<u16>().is_ok();
        let ends = last && (tells(self.text.before(at)) || self.text.before(at) == "in");
        !timed && self.text.before(at) != "i" && (alone || tells(next) || ends)
    }

    fn counted(&self, at: usize, words: usize, count: NumericEntity, before: &[Segment<'a>]) -> Segment<'a> {
        let segment = |tags, value| Segment {
            at,
            count: words,
            tags,
            value,
            typo: false,
        };
        // "miami 23", and "miami race 1 winner 23" where nothing follows.
        let is_place = |segment: &Segment<'_>| segment.tags.has(Tag::ATrack);
        let beside_place =
            before.last().is_some_and(is_place) || (at + words == self.text.len() && before.iter().any(is_place));
        match count {
            NumericEntity::Car => {
                let wanted = |named: &Named| named.kind == NameKind::Driver && (self.wanted)(named);
                match self.names.best_of(self.text.words(at, 1), wanted) {
                    None => segment(Tags::one(Tag::ACar), SegmentValue::Unknown),
                    Some((_, drivers)) => segment(Tags::all(&[Tag::ACar, Tag::ADriver]), SegmentValue::Named(drivers)),
                }
            }
            NumericEntity::Bare => match self.text.words(at, 1).parse::<i32>() {
                Ok(year) if beside_place && (20..=35).contains(&year) => segment(
                    Tags::one(Tag::ASeason),
                    SegmentValue::Count(NumericEntity::Year(2000 + year)),
                ),
                _ => segment(Tags::one(Tag::Number), SegmentValue::Count(count)),
            },
            NumericEntity::Clock(_) => segment(Tags::one(Tag::Number), SegmentValue::Count(count)),
            NumericEntity::Session(kind, _) => {
                let kind = super::tags::tag_of(kind);
                segment(Tags::all(&[Tag::ASession, kind]), SegmentValue::Count(count))
            }
            NumericEntity::Place(_) => segment(Tags::one(Tag::APlace), SegmentValue::Count(count)),
            NumericEntity::Top(_) => segment(Tags::one(Tag::Top), SegmentValue::Count(count)),
            NumericEntity::Round(_) => segment(Tags::all(&[Tag::ARound, Tag::Round]), SegmentValue::Count(count)),
            NumericEntity::Year(_) => segment(Tags::one(Tag::ASeason), SegmentValue::Count(count)),
        }
    }
}

/// True if a name is only a number, of a car, a round or a season.
fn is_number(words: &str, named: &Named) -> bool {
    let bare = words.chars().all(|letter| letter.is_ascii_digit());
    bare || matches!(named.kind, NameKind::Round | NameKind::Session)
}

fn tag<'a>(at: usize, count: usize, tags: Tags) -> Segment<'a> {
    Segment {
        at,
        count,
        tags,
        value: SegmentValue::Tag,
        typo: false,
    }
}

fn day<'a>(at: usize, count: usize, day: Day) -> Segment<'a> {
    Segment {
        at,
        count,
        tags: Tags::one(Tag::ADay),
        value: SegmentValue::Day(day),
        typo: false,
    }
}

fn season<'a>(at: usize, count: usize, years: i32) -> Segment<'a> {
    Segment {
        at,
        count,
        tags: Tags::one(Tag::ASeason),
        value: SegmentValue::Years(years),
        typo: false,
    }
}

pub(super) fn name(at: usize, count: usize, named: Vec<&Named>) -> Segment<'_> {
    let tags = named
        .iter()
        .map(|named| tag_of(named.kind))
        .fold(Tags::default(), Tags::and);
    Segment {
        at,
        count,
        tags,
        value: SegmentValue::Named(named),
        typo: false,
    }
}

fn tag_of(kind: NameKind) -> Tags {
    Tags::one(match kind {
        NameKind::Series => Tag::ASeries,
        NameKind::Season => Tag::ASeason,
        NameKind::Weekend | NameKind::Track => Tag::ATrack,
        NameKind::Session => Tag::ASession,
        NameKind::Round => Tag::ARound,
        NameKind::Class | NameKind::Championship => Tag::AClass,
        NameKind::Driver => Tag::ADriver,
        NameKind::Team => Tag::ATeam,
    })
}
