//! Reader of a call's options: each is looked up in the name index, then the loose words fill the open ones.

mod hints;

use super::asked::FORM;
use super::form::NoForm;
use super::options::Value;
use super::spec::spec_named;
use super::{
    Call, Misunderstanding, Opt, OptionName, Question, Takes, as_of, car_number, drivers_of_car, relative_names,
};
use crate::dataset::Catalogue;
use crate::domain::{Asker, DriverId, Season, Series, clip};
use crate::lookup::{self, Found, MatchQuality, NameKind, Named, Resolver, Seasons, normalised};

/// The most words a name has.
const LONGEST_NAME: usize = 6;

/// A call, half understood.
pub(super) struct Reader<'a> {
    call: &'a Call,
    catalogue: &'a Catalogue,
    asker: &'a Asker,
    /// The series whose names are meant.
    pub series: Option<&'a Series>,
    /// The worst match that is accepted.
    pub worst: MatchQuality,
    words: Vec<String>,
    /// The question as far as it is understood.
    question: Question,
    /// The options of it, in the order in which they were understood.
    filled: Vec<OptionName>,
}

impl<'a> Reader<'a> {
    /// A reader of a call in the asker's usual series.
    pub fn new(call: &'a Call, catalogue: &'a Catalogue, asker: &'a Asker) -> Result<Self, Misunderstanding> {
        let unknown = call
            .options
            .iter()
            .find(|(name, _)| name != FORM && call.spec.option(name).is_none());
        if let Some((name, _)) = unknown {
            return Err(Misunderstanding::unknown_option(call.spec, name));
        }
        let reader = Self {
            call,
            catalogue,
            asker,
            series: catalogue.series.get(&asker.series),
            worst: MatchQuality::Typo,
            words: call.words.clone(),
            question: Question::of(call.spec.kind),
            filled: Vec::new(),
        };
        Ok(reader.with_pieces())
    }

    /// Takes everything from the first loose piece on, such as `1:cooper`, or from a session that no other option names, such
    /// as `glen/race-1` or `r9`, for the option that takes pieces.
    fn with_pieces(mut self) -> Self {
        let option = self.call.spec.options.iter().find(|one| one.takes == Takes::Pieces);
        let is_round = |word: &str| {
            let number = word.strip_prefix(['r', 'R']).unwrap_or_default();
            word == "round" || (!number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()))
        };
        let begins = |word: &String| word.contains([':', '/']) || is_round(word);
        if let Some((option, first)) = option.zip(self.words.iter().position(begins))
            && self.text_of(option).is_none()
        {
            let pieces = self.words.split_off(first).join(" ");
            self.set(option.name, Value::text(&pieces));
        }
        self
    }

    pub fn read(mut self) -> Result<Question, Misunderstanding> {
        // A name can only be looked up once it is known in which series, and is surer once the season is.
        self.first(NameKind::Series)?;
        if let Some(series) = &self.question.options.series {
            self.series = self.catalogue.series.get(series);
        }
        self.first(NameKind::Season)?;
        for option in self.call.spec.options {
            let text = self.text_of(option).filter(|text| !text.trim().is_empty());
            if let Some(text) = text.filter(|_| !self.is_filled(option)) {
                let value = self.value(option, text)?;
                self.set(option.name, value);
            }
        }
        self.form()?;
        self.loose_words()?;
        Ok(self.question)
    }

    /// Takes the form, which every question may have.
    fn form(&mut self) -> Result<(), Misunderstanding> {
        if let Some((_, text)) = self.call.options.iter().rev().find(|(name, _)| name == FORM) {
            self.question.form = text.parse().map_err(|NoForm| self.unknown(&[], text))?;
        }
        Ok(())
    }

    /// The text that the call gives an option; the last where it gives several.
    fn text_of(&self, option: &Opt) -> Option<&'a str> {
        let mut given = self.call.options.iter().rev();
        let (_, text) = given.find(|(name, _)| name == option.name.as_str())?;
        Some(text)
    }

    fn set(&mut self, name: OptionName, value: Value) {
        self.question.options.set(name, value);
        self.filled.push(name);
    }

    fn is_filled(&self, option: &Opt) -> bool {
        self.filled.contains(&option.name)
    }

    /// Fills the option that takes `kind` before all others: as named, else by a loose word that can be nothing else.
    fn first(&mut self, kind: NameKind) -> Result<(), Misunderstanding> {
        let Some(option) = self
            .call
            .spec
            .options
            .iter()
            .find(|option| option.takes == Takes::One(kind))
        else {
            return Ok(());
        };
        if let Some(text) = self.text_of(option) {
            if !text.trim().is_empty() {
                let value = self.value(option, text)?;
                self.set(option.name, value);
            }
            return Ok(());
        }
        for length in (1..=LONGEST_NAME.min(self.words.len())).rev() {
            for at in 0..=self.words.len() - length {
                let text = self.phrase(at, length);
                // A bare "last" may as well begin "last weekend".
                let found = match relative_names::season(&text, self.series, self.asker.now)
                    .filter(|_| kind == NameKind::Season && length > 1)
                {
                    Some(season) => Some(season),
                    None => self
                        .find(option, &text, false)
                        .filter(|found| found.quality == MatchQuality::Exact)
                        .and_then(|found| Some(found.only()?.id.clone())),
                };
                if let Some(id) = found {
                    self.set(option.name, Value::Named(kind, id));
                    self.words.drain(at..at + length);
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn phrase(&self, at: usize, length: usize) -> String {
        self.words.get(at..at + length).unwrap_or(&[]).join(" ")
    }

    /// Names that a text can mean for an option, with typos or not, in the series and, where any is left, the season.
    fn find(&self, option: &Opt, text: &str, slips: bool) -> Option<Found<'a>> {
        let resolver = self.resolver(option.takes.kinds());
        let found = if slips && self.worst == MatchQuality::Typo {
            resolver.find(text)
        } else {
            resolver.called(text)
        };
        let found = found.filter(|found| found.quality <= self.worst);
        let Some(theirs) = self.drivers_of_car(text) else {
            return found;
        };
        let mut found = found?;
        let theirs = theirs.unwrap_or_default();
        let drives = |named: &Named| theirs.iter().any(|driver| **driver == named.id);
        found
            .things
            .retain(|named| named.kind != NameKind::Driver || drives(named));
        (!found.things.is_empty()).then_some(found)
    }

    /// The choice among names of some kinds.
    fn resolver<'s>(&self, kinds: &'s [NameKind]) -> Resolver<'a, 's>
    where
        'a: 's,
    {
        let season = self.series.and_then(|series| match &self.question.options.season {
            Some(season) => series.season(season),
            None => self.catalogue.at(series, self.asker.now).running(),
        });
        Resolver {
            names: &self.catalogue.names,
            kinds,
            series: self.series.map(|series| &series.id),
            seasons: season.map_or(Seasons::Any, Seasons::First),
        }
    }

    /// The drivers of the car whose number a text is, in the season that is named or meant.
    fn drivers_of_car(&self, text: &str) -> Option<Result<Vec<&'a DriverId>, Misunderstanding>> {
        let number = car_number(text)?;
        let season = self.question.options.season.as_ref();
        Some(drivers_of_car(
            &number,
            (self.series?, season),
            self.catalogue,
            self.asker,
        ))
    }

    /// The value of a named option.
    fn value(&self, option: &'static Opt, text: &str) -> Result<Value, Misunderstanding> {
        if option.takes == Takes::Text {
            let words: Vec<String> = normalised(text).split(' ').map(str::to_owned).collect();
            return Ok(Value::Text(clip(&words.join("-"), 60)));
        }
        if let Some(value) = self.special(option, text) {
            return Ok(value);
        }
        let found = self
            .find(option, text, true)
            .ok_or_else(|| self.unknown(&[option], text))?;
        match found.only() {
            Some(one) => Ok(Value::Named(one.kind, one.id.clone())),
            None => Err(self.ambiguous(text, found.things.into_iter().map(|named| (named, option)).collect())),
        }
    }

    /// Values that are no names: relative ones, places, questions.
    fn special(&self, option: &Opt, text: &str) -> Option<Value> {
        match option.takes {
            Takes::One(NameKind::Season) => {
                relative_names::season(text, self.series, self.asker.now).map(|id| Value::Named(NameKind::Season, id))
            }
            Takes::One(NameKind::Weekend) | Takes::RoundOrWeekend => {
                let season = self.season_at_hand()?;
                let weekend = relative_names::weekend(text, season, self.catalogue, self.asker.now)?;
                Some(Value::Named(NameKind::Weekend, weekend))
            }
            Takes::Rival => lookup::place(text).map(Value::Place),
            Takes::SessionKind => lookup::session_kind(text).map(Value::SessionKind),
            Takes::Question => spec_named(text.trim_start_matches('/')).map(|spec| Value::Question(spec.kind)),
            Takes::Subject => super::fact::subject(text).map(|subject| Value::Text(subject.to_owned())),
            Takes::Day => self.day(text).map(Value::Day),
            Takes::PastDate => as_of::date(text, self.series, self.asker).map(Value::Day),
            Takes::Zone => lookup::zone_as_typed(text).map(Value::Zone),
            Takes::Pieces | Takes::Code => Some(Value::text(text)),
            Takes::One(_) | Takes::Text => None,
        }
    }

    /// The date that a word for a day means, by the clock of the weekend at hand.
    fn day(&self, text: &str) -> Option<chrono::NaiveDate> {
        if let Ok(date) = text.parse() {
            return Some(date);
        }
        let day = lookup::day(&normalised(text))?;
        super::defaults::date(self.series?, self.catalogue, self.asker, day)
    }

    fn season_at_hand(&self) -> Option<&'a Season> {
        let series = self.series?;
        match &self.question.options.season {
            Some(season) => series.season(season),
            None => self
                .catalogue
                .at(series, self.asker.now)
                .running()
                .or_else(|| series.each_season().next_back()),
        }
    }

    /// Fills what is left open from the loose words: the longest names first, from left to right.
    fn loose_words(&mut self) -> Result<(), Misunderstanding> {
        while !self.words.is_empty() {
            let (length, meant) = self.next_name()?;
            if let Some((option, value)) = meant {
                self.set(option, value);
            }
            self.words.drain(..length);
        }
        Ok(())
    }

    /// The name at the front of the loose words: how many words it has, and which option it fills with what.
    fn next_name(&self) -> Result<(usize, Option<(OptionName, Value)>), Misunderstanding> {
        let open: Vec<&'static Opt> = self
            .call
            .spec
            .options
            .iter()
            .filter(|option| !self.is_filled(option) && option.fills_loosely())
            .collect();
        let longest = LONGEST_NAME.min(self.words.len());
        for slips in [false, true] {
            for length in (1..=longest).rev() {
                let text = self.phrase(0, length);
                let special = |zones: bool| {
                    let is_date = || text.parse::<chrono::NaiveDate>().is_ok();
                    let loose = |option: &Opt| option.takes != Takes::PastDate || is_date();
                    let mut open = open
                        .iter()
                        .filter(|one| (one.takes == Takes::Zone) == zones && loose(one));
                    open.find_map(|option| Some((option.name, self.special(option, &text)?)))
                };
                if let Some(value) = special(false) {
                    return Ok((length, Some(value)));
                }
                let mut meant: Vec<(&'a Named, &'static Opt)> = Vec::new();
                for option in &open {
                    if let Some(found) = self.find(option, &text, slips) {
                        // An option does not ask for a name that an earlier one takes.
                        let new = |named: &&Named| !meant.iter().any(|(other, _)| other.label == named.label);
                        let new: Vec<_> = found
                            .things
                            .into_iter()
                            .filter(new)
                            .map(|named| (named, *option))
                            .collect();
                        meant.extend(new);
                    }
                }
                match meant.as_slice() {
                    // A place is a weekend before it is a zone, and be it a weekend of another series.
                    [] if self.is_elsewhere(&text, &open) => {}
                    [] => {
                        if let Some(value) = special(true) {
                            return Ok((length, Some(value)));
                        }
                    }
                    [(named, option)] => {
                        let value = Value::Named(named.kind, named.id.clone());
                        return Ok((length, Some((option.name, value))));
                    }
                    _ => return Err(self.ambiguous(&text, meant)),
                }
            }
            let word = normalised(&self.phrase(0, 1));
            if word.is_empty() || lookup::fillers().command.contains(word.as_str()) {
                return Ok((1, None));
            }
        }
        Err(self.unknown(&open, &self.phrase(0, 1)))
    }

    /// True if a text that an open option may take names a weekend of another series, while none of a series is named.
    fn is_elsewhere(&self, text: &str, open: &[&'static Opt]) -> bool {
        let a_weekend = open
            .iter()
            .any(|option| option.takes.kinds().contains(&NameKind::Weekend));
        let weekend = |named: &Named| named.kind == NameKind::Weekend;
        a_weekend && self.question.options.series.is_none() && self.catalogue.names.called(text, weekend).is_some()
    }
}
