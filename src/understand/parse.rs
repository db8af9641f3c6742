//! Semantic parse of a text: series, season, weekend, session, people and tags, from its segments.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::numbers::NumericEntity;
use super::segments::{Segment, SegmentValue, segments};
use super::series;
use super::tags::{Tag, Tags, kind_of};
use super::text::Text;
use super::vocabulary::Vocabulary;
use crate::dataset::Catalogue;
use crate::domain::{
    Asker, Championship, ChampionshipId, CircuitId, ClassId, DriverId, Id, Ranks, Season, SeasonId, Series, SeriesId,
    SessionKind, TeamId, Weekend, WeekendId,
};
use crate::lookup::{self, Day, Named};
use crate::question::Misunderstanding;
use crate::schedule::{LocalTime, SeasonProgress};

/// A text with the fields that its segments fill.
pub(super) struct Parse<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) asker: &'a Asker,
    /// The message as it was written.
    pub(super) raw: &'a str,
    pub(super) text: Text,
    pub(super) segments: Vec<Segment<'a>>,
    /// Union of all tags.
    pub(super) tags: Tags,
    /// The series; `named` is true if the text names it.
    pub(super) series: &'a Series,
    pub(super) named: bool,
    /// The other series that have a name which the default lacks, where none was named.
    pub(super) others: Vec<SeriesId>,
    /// The season that was named: the year, and its id where the packs have it.
    pub(super) year: Option<i32>,
    pub(super) season: Option<SeasonId>,
    pub(super) weekends: Vec<WeekendId>,
    pub(super) track: Option<CircuitId>,
    pub(super) championships: Vec<ChampionshipId>,
    pub(super) classes: Vec<ClassId>,
    pub(super) drivers: Vec<DriverId>,
    pub(super) teams: Vec<TeamId>,
    pub(super) session: Option<(SessionKind, u16)>,
    /// The sessions and kinds that were named, in order.
    pub(super) named_sessions: Vec<(SessionKind, Option<u16>)>,
    /// True if several sessions were named.
    pub(super) more_sessions: bool,
    /// True if sessions of several kinds were named.
    pub(super) more_kinds: bool,
    pub(super) kind: Option<SessionKind>,
    pub(super) places: Vec<u16>,
    pub(super) round: Option<u16>,
    pub(super) day: Option<NaiveDate>,
    pub(super) zone: Option<Tz>,
    /// The month, from 1 to 12, where it is not that of one weekend alone.
    pub(super) month: Option<u32>,
    /// The time of day that is named, in hours and minutes: 1620.
    pub(super) clock: Option<u16>,
    /// Number of days that are named as alternatives: one of them is to be told.
    pub(super) either_days: usize,
    /// Unknown words.
    pub(super) unknown: Vec<String>,
    /// Ambiguous names: the words of each, and the people or weekends that have it.
    pub(super) either: Vec<(String, Vec<&'a Named>)>,
    /// The reason why a car's number names nobody.
    pub(super) nobody: Option<Misunderstanding>,
}

impl<'a> Parse<'a> {
    /// The parse of a text from this asker.
    pub(super) fn of(raw: &'a str, catalogue: &'a Catalogue, asker: &'a Asker) -> Option<Self> {
        let usual = catalogue.series.get(&asker.series)?;
        let text = Text::of(raw);
        let all = |_: &Named| true;
        let series = series::named(&text, catalogue);
        let (series, named) = match series {
            Some(series) => (series, true),
            None => (usual, false),
        };
        let mut read = segments(&text, &catalogue.names, &|one: &Named| series::belongs(one, series));
        let mut of = series;
        let others = if named {
            Vec::new()
        } else {
            series::elsewhere(&text, &read, catalogue, asker.now.year(), &all)
        };
        if let [other] = others.as_slice() {
            of = *other;
            read = segments(&text, &catalogue.names, &|one: &Named| series::belongs(one, of));
        }
        let mut parse = Self {
            catalogue,
            asker,
            raw,
            text,
            segments: Vec::new(),
            tags: Tags::default(),
            series: of,
            named: named || of.id != usual.id,
            others: others.iter().map(|other| other.id.clone()).collect(),
            year: None,
            season: None,
            weekends: Vec::new(),
            track: None,
            championships: Vec::new(),
            classes: Vec::new(),
            drivers: Vec::new(),
            teams: Vec::new(),
            session: None,
            named_sessions: Vec::new(),
            more_sessions: false,
            more_kinds: false,
            kind: None,
            places: Vec::new(),
            round: None,
            day: None,
            zone: None,
            month: None,
            clock: None,
            either_days: 0,
            unknown: Vec::new(),
            either: Vec::new(),
            nobody: None,
        };
        parse.take(read);
        Some(parse)
    }

    fn take(&mut self, mut read: Vec<Segment<'a>>) {
        before_or_ever(&mut read);
        for segment in &read {
            self.tags = self.tags.and(segment.tags);
            if let SegmentValue::Count(NumericEntity::Year(year)) = segment.value {
                self.year = Some(year);
            } else if let SegmentValue::Years(years) = segment.value {
                self.year = Some(self.asker.now.year() + years);
            }
        }
        let year = self.year.map(|year| year.to_string());
        self.season = year.and_then(|year| self.series.seasons.keys().find(|id| id.as_str() == year).cloned());
        if self.text.len() > 0 && Vocabulary::opens(self.text.words(0, 1)) {
            self.tags = self.tags.with(Tag::Polar);
        }
        for segment in &read {
            match &segment.value {
                SegmentValue::Named(named) => self.named(segment, named),
                SegmentValue::Count(count) => self.count(*count),
                SegmentValue::Month(month) => self.month(segment, *month),
                SegmentValue::Zone(zone) => self.zone = Some(*zone),
                SegmentValue::Unknown => {
                    let word = self.text.words(segment.at, segment.count).to_owned();
                    self.unknown.push(word);
                }
                SegmentValue::Day(_) | SegmentValue::Years(_) | SegmentValue::Tag | SegmentValue::Filler => {}
            }
            let kind = kind_of(segment.tags);
            let number = match segment.value {
                SegmentValue::Count(NumericEntity::Session(_, number)) => Some(number),
                _ => None,
            };
            let one = kind
                .map(|kind| (kind, number))
                .filter(|one| !self.named_sessions.contains(one));
            self.named_sessions.extend(one);
            self.more_kinds |= kind.zip(self.kind).is_some_and(|(one, other)| one != other);
            self.kind = self.kind.or(kind);
        }
        self.check_round();
        self.take_day(&read);
        self.take_alternatives();
        // "How much did he win by": what the last word asks for is no tag on its own.
        if self.tags.has(Tag::Win) && self.text.line().ends_with(" by") {
            self.tags = self.tags.with(Tag::Margin);
        }
        if self.drivers.len() > 1 {
            self.tags = self.tags.with(Tag::TwoDrivers);
        }
        if self.places.len() > 1 {
            self.tags = self.tags.with(Tag::TwoPlaces);
        }
        self.segments = read;
    }

    /// Makes a round that the season lacks an unknown word.
    fn check_round(&mut self) {
        if let Some(round) = self.round.map(|round| round.to_string()) {
            let known = self
                .season()
                .is_some_and(|season| season.rounds().iter().any(|one| one.label.as_str() == round));
            if !known {
                self.round = None;
                self.unknown.push(format!("round {round}"));
            }
        }
    }

    /// Takes the first day, and the weekends on its date.
    fn take_day(&mut self, read: &[Segment<'a>]) {
        let days: Vec<_> = read
            .iter()
            .filter_map(|segment| {
                if let SegmentValue::Day(day) = segment.value {
                    Some(day)
                } else {
                    None
                }
            })
            .collect();
        self.day = days.first().and_then(|day| self.date(*day));
        let or = days.len() > 1 && self.text.line().contains(" or ");
        self.either_days = if or { days.len() } else { 0 };
        if let (Some(Day::On(..)), Some(date), Some(season)) = (days.first(), self.day, self.season()) {
            let on = season
                .weekends
                .iter()
                .filter(|one| (one.start..=one.end).contains(&date));
            on.for_each(|weekend| push(&mut self.weekends, weekend.id.clone()));
        }
    }

    /// Of alternatives the right one is asked for, and no yes or no: "friday or saturday", "second or third".
    fn take_alternatives(&mut self) {
        if !self.says(&["or", "oder", "ou", "o"]) {
            return;
        }
        if self.places.len() > 1 && self.drivers.len() + self.teams.len() == 1 {
            self.places.clear();
            self.tags = self.tags.without(Tag::Polar);
        }
        if self.either_days > 0 {
            self.day = None;
            self.tags = self.tags.without(Tag::Polar);
        }
    }

    fn count(&mut self, count: NumericEntity) {
        match count {
            NumericEntity::Clock(clock) => self.clock = Some(clock),
            NumericEntity::Session(kind, number) => {
                self.more_sessions |= self.session.is_some_and(|one| one != (kind, number));
                self.session = self.session.or(Some((kind, number)));
            }
            NumericEntity::Place(place) | NumericEntity::Top(place) => self.places.push(place),
            NumericEntity::Round(round) => self.round = Some(round),
            NumericEntity::Year(_) | NumericEntity::Car | NumericEntity::Bare => {}
        }
    }

    /// The season that holds the moment, else the latest.
    pub(super) fn current(&self) -> Option<&'a Season> {
        self.catalogue
            .at(self.series, self.asker.now)
            .running()
            .or_else(|| self.catalogue.at(self.series, self.asker.now).calendar())
    }

    /// The season that was named, else the current one.
    pub(super) fn season(&self) -> Option<&'a Season> {
        match &self.season {
            Some(season) => self.series.season(season),
            None => self.current(),
        }
    }

    /// Progress of the current season.
    pub(super) fn stage(&self) -> Option<SeasonProgress<'a>> {
        Some(self.catalogue.progress(self.current()?, self.asker.now))
    }

    /// The date of a day, by the clock of the weekend at hand.
    fn date(&self, day: Day) -> Option<NaiveDate> {
        let weekend = self.stage().and_then(|stage| stage.running.or(stage.next));
        let zone = weekend.map_or(self.series.zone, |weekend| self.catalogue.zone(weekend));
        let today = LocalTime::at(zone, self.asker.now).date;
        lookup::date(day, today, weekend.map(|weekend| (weekend.start, weekend.end)))
    }

    /// True if the text is in the past tense.
    pub(super) fn is_past(&self) -> bool {
        let mut words = (0..self.text.len()).map(|at| self.text.words(at, 1));
        words.any(|word| PAST.contains(&word))
    }

    /// True if the first weekend of a season is meant.
    fn is_opener(&self) -> bool {
        const FIRST: [&str; 5] = [
            "first race of",
            "opening race",
            "season opener",
            "first weekend of",
            "first round of",
        ];
        let line = self.text.line();
        let of_season = self.tags.has(Tag::Season) || self.year.is_some();
        (of_season && FIRST.iter().any(|words| line.contains(words))) || line.ends_with("season opener")
    }

    /// The weekend that is meant by its name or by a word such as `next`.
    pub(super) fn weekend(&self) -> Option<WeekendId> {
        if let Some(named) = self.weekends.first() {
            return Some(named.clone());
        }
        if let Some(round) = self.round {
            let of = |weekend: &&Weekend| {
                let mut sessions = weekend.sessions.iter();
                sessions.any(|one| {
                    one.round
                        .as_ref()
                        .is_some_and(|label| label.as_str() == round.to_string())
                })
            };
            return self
                .season()?
                .weekends
                .iter()
                .find(of)
                .map(|weekend| weekend.id.clone());
        }
        if self.is_opener() {
            return self.season()?.weekends.first().map(|weekend| weekend.id.clone());
        }
        let stage = self.stage()?;
        if self.tags.has(Tag::Here) {
            return stage.running.or(stage.next).map(|weekend| weekend.id.clone());
        }
        let weekend = if self.tags.has(Tag::Next) {
            stage.next
        } else if self.tags.has(Tag::Last) {
            stage.last
        } else {
            None
        };
        weekend
            .filter(|_| self.tags.any(&[Tag::Weekend, Tag::Round]))
            .map(|weekend| weekend.id.clone())
    }

    /// The series, where it is not the usual one.
    pub(super) fn of_series(&self) -> Option<SeriesId> {
        self.named.then(|| self.series.id.clone())
    }

    /// The championships that were named, that of the teams included where the words speak of it.
    pub(super) fn tables(&self) -> Vec<ChampionshipId> {
        let teams = |season: &&'a Season| season.championships.iter().find(|one| one.ranks == Ranks::Entrant);
        let mut named = self.championships.clone();
        // No table of teams ranks a driver.
        if named.is_empty() && self.tags.has(Tag::Team) && self.drivers.is_empty() {
            let found = self.season().and_then(|season| teams(&season));
            named.extend(found.map(|one| one.id.clone()));
        }
        // "Drivers and constructors": the name of one table is a common word.
        let beside = |one: &&Championship| self.says(&[lookup::normalised(&one.name).as_str()]);
        if !named.is_empty() && self.tags.has(Tag::And) {
            let others = self.season().into_iter().flat_map(|season| &season.championships);
            others.filter(beside).for_each(|one| push(&mut named, one.id.clone()));
        }
        named
    }

    /// The first class, or championship of a class, that was named.
    pub(super) fn class(&self) -> Option<ClassId> {
        self.classes.first().cloned()
    }
}

/// Adds an id once.
pub(super) fn push<T>(ids: &mut Vec<Id<T>>, id: Id<T>) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}

/// Words in the past tense.
const PAST: &[&str] = &[
    "was", "were", "did", "had", "got", "took", "won", "set", "fue", "etait", "war", "hatte", "hizo",
];

/// "Before" is a limit where something is named behind it; "have they won before" asks whether ever.
fn before_or_ever(read: &mut [Segment<'_>]) {
    let named = [
        Tag::ATrack,
        Tag::ASession,
        Tag::ADay,
        Tag::ASeason,
        Tag::ARound,
        Tag::Quali,
        Tag::Race,
    ];
    let last = read.iter().rposition(|segment| segment.tags.any(&named));
    let open = read
        .iter_mut()
        .enumerate()
        .filter(|(at, _)| last.is_none_or(|last| last < *at));
    for (_, segment) in open.filter(|(_, segment)| segment.tags == Tags::one(Tag::Before)) {
        segment.tags = Tags::one(Tag::Ever);
    }
}
