//! Completion of an option's value while it is typed, the best match first.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::request::Request;
use super::{Call, Opt, OptionName, Question, Takes, reading, specs};
use crate::dataset::Catalogue;
use crate::domain::{Asker, CarNumber, Entry, Id, Season, Series, Slug};
use crate::lookup::{self, MatchQuality, NameKind, Named, Resolver, Seasons, normalised};
use crate::schedule::is_near;

/// Something that an option can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Value of the option: an id, where that is unambiguous.
    pub value: String,
    /// Its name.
    pub label: String,
    /// Details that distinguish it from others.
    pub details: Vec<Detail>,
}

/// Details that distinguish a choice from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// The car's number.
    Car(CarNumber),
    /// The name of a class or of a weekend, or what a question tells.
    Text(String),
    /// The days of a weekend.
    Days(NaiveDate, NaiveDate),
    /// The latest season near the moment that it is in, where that is not the one at hand.
    Season(Slug),
}

/// Completions of `typed` in `option` of a call, narrowed by its other options.
pub fn complete(
    call: &Call,
    option: &str,
    typed: &str,
    most: usize,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Vec<Choice> {
    let Some(option) = call.spec.option(option) else {
        return Vec::new();
    };
    let mut choices = special(option, typed);
    if option.takes == Takes::Pieces {
        choices = Scope::of(call, option, catalogue, asker).map_or_else(Vec::new, |scope| scope.pieces(typed));
    } else if let Some(scope) = Scope::of(call, option, catalogue, asker) {
        choices.extend(scope.ranked(typed).into_iter().map(|named| scope.choice(named)));
    }
    choices.truncate(most);
    choices
}

/// Values that are no names.
fn special(option: &Opt, typed: &str) -> Vec<Choice> {
    let choice = |value: &str, details: Vec<Detail>| Choice {
        value: value.to_owned(),
        label: value.to_owned(),
        details,
    };
    let key = normalised(typed);
    match option.takes {
        Takes::Rival => {
            let place = lookup::place(typed).map(|place| choice(&format!("p{place}"), Vec::new()));
            place.into_iter().collect()
        }
        Takes::Question => specs()
            .filter(|spec| spec.name.starts_with(&key))
            .map(|spec| choice(spec.name, vec![Detail::Text(spec.summary.to_owned())]))
            .collect(),
        Takes::SessionKind => lookup::session_kind_words()
            .filter(|word| word.starts_with(&key))
            .map(|word| choice(word, Vec::new()))
            .collect(),
        Takes::Subject => super::fact::subjects()
            .filter(|word| word.starts_with(&key))
            .map(|word| choice(word, Vec::new()))
            .collect(),
        Takes::Day => lookup::day_words()
            .filter(|word| word.starts_with(&key))
            .map(|word| choice(word, Vec::new()))
            .collect(),
        Takes::One(_)
        | Takes::RoundOrWeekend
        | Takes::PastDate
        | Takes::Zone
        | Takes::Text
        | Takes::Pieces
        | Takes::Code => Vec::new(),
    }
}

/// Rank of a match that needs a typo.
const SLIP: usize = 3;

/// Scope of a lookup: the kinds of name an option takes, in the series and season of the other options.
struct Scope<'a> {
    catalogue: &'a Catalogue,
    asker: &'a Asker,
    /// The choice among names; where a season was named, nothing else is meant.
    resolver: Resolver<'a, 'a>,
    series: &'a Series,
    /// The season that was named, else the one at hand.
    season: Option<&'a Season>,
}

impl<'a> Scope<'a> {
    fn of(call: &Call, option: &Opt, catalogue: &'a Catalogue, asker: &'a Asker) -> Option<Self> {
        // Only other options narrow the choices, and only once they are understood.
        let narrowing = [OptionName::Series, OptionName::Season].map(OptionName::as_str);
        let narrows = |name: &str| narrowing.contains(&name) && name != option.name.as_str();
        let options = call.options.iter().filter(|(name, _)| narrows(name));
        let narrowing = Call {
            spec: call.spec,
            options: options.cloned().collect(),
            words: Vec::new(),
        };
        let read = reading::read(&narrowing, catalogue, asker);
        let question = read.unwrap_or_else(|_| Question::of(call.spec.kind));
        let named = question.options.series.as_ref();
        let series = catalogue.series.get(named.unwrap_or(&asker.series))?;
        let request = Request::new(&question, catalogue, asker);
        let season = request.season(series).ok();
        let named = season.filter(|_| question.options.season.is_some());
        Some(Self {
            catalogue,
            asker,
            resolver: Resolver {
                names: &catalogue.names,
                kinds: option.takes.kinds(),
                series: Some(&series.id),
                seasons: named.map_or(Seasons::Any, Seasons::Only),
            },
            series,
            season,
        })
    }

    fn is_at_hand(&self, named: &Named) -> bool {
        self.season
            .is_some_and(|season| named.seasons.contains(season.id.slug()))
    }

    /// Names that fit, the best first: without typos, then of the season at hand, then by quality of the match, then in
    /// the season's own order.
    fn ranked(&self, typed: &str) -> Vec<&'a Named> {
        let names = &self.catalogue.names;
        let mut found: Vec<(usize, &Named)> = Vec::new();
        if let Some(exact) = self.resolver.find(typed) {
            let rank = match exact.quality {
                MatchQuality::Exact | MatchQuality::Area | MatchQuality::FirstName => 0,
                MatchQuality::Typo => SLIP,
            };
            found.extend(exact.things.into_iter().map(|named| (rank, named)));
        }
        found.extend(names.beginning(typed).map(|named| (1, named)));
        let word = format!(" {}", normalised(typed));
        let within = |named: &&Named| normalised(&named.label).contains(&word);
        found.extend(names.all().iter().filter(within).map(|named| (2, named)));
        found.retain(|(_, named)| self.resolver.can_mean(named));
        found.sort_by_cached_key(|(rank, named)| (*rank == SLIP, !self.is_at_hand(named), *rank, self.place(named)));
        let mut seen = HashSet::new();
        found.retain(|(_, named)| seen.insert((named.kind, &named.series, &named.id)));
        found.into_iter().map(|(_, named)| named).collect()
    }

    /// Sort key of a name within its kind: in the season's order, the latest season first, people by their names.
    fn place(&self, named: &Named) -> (NameKind, usize, String) {
        let at = |mut ids: Vec<&Slug>| {
            ids.dedup();
            ids.iter().position(|id| **id == named.id).unwrap_or(usize::MAX)
        };
        let place = self.season.map_or(0, |season| match named.kind {
            NameKind::Weekend => at(season.weekends.iter().map(|one| one.id.slug()).collect()),
            NameKind::Class => at(season.classes.iter().map(|one| one.id.slug()).collect()),
            NameKind::Championship => at(season.championships.iter().map(|one| one.id.slug()).collect()),
            NameKind::Round | NameKind::Session => {
                let sessions = season.weekends.iter().flat_map(|weekend| &weekend.sessions);
                match named.kind {
                    NameKind::Round => at(sessions.filter_map(|session| session.round.as_deref()).collect()),
                    _ => at(sessions.map(|session| session.id.slug()).collect()),
                }
            }
            NameKind::Season => at(self.series.seasons.keys().rev().map(Id::slug).collect()),
            NameKind::Series | NameKind::Track | NameKind::Driver | NameKind::Team => 0,
        });
        (named.kind, place, normalised(&named.label))
    }

    /// Completions of the last of several pieces: its driver, or the beginning of a piece.
    fn pieces(&self, typed: &str) -> Vec<Choice> {
        let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let (before, last) = typed.split_at_checked(start).unwrap_or(("", typed));
        if let Some((what, name)) = last.split_once(':') {
            let named = self.ranked(name).into_iter();
            return named
                .map(|named| Choice {
                    value: format!("{before}{what}:{}", named.id),
                    label: format!("{before}{what}:{}", named.label),
                    details: Vec::new(),
                })
                .collect();
        }
        let places = (1..=10).map(|place: u16| format!("{place}:"));
        let others = ["pole:", "fl:", "dnf:"].map(str::to_owned);
        places
            .chain(others)
            .filter(|begin| begin.starts_with(last) && !typed.contains(begin.as_str()))
            .map(|begin| Choice {
                value: format!("{before}{begin}"),
                label: format!("{before}{begin}"),
                details: Vec::new(),
            })
            .collect()
    }

    fn choice(&self, named: &Named) -> Choice {
        let alone = |text: &str| {
            let found = self.resolver.find(text);
            found.is_some_and(|found| found.quality == MatchQuality::Exact && found.only().is_some())
        };
        // A team can have the id that two drivers have for a surname; then only its whole name says it all.
        let id = named.id.as_str();
        let value = if alone(id) || !alone(&named.label) {
            id
        } else {
            &named.label
        };
        Choice {
            value: value.to_owned(),
            label: named.label.clone(),
            details: self.details(named),
        }
    }

    fn details(&self, named: &Named) -> Vec<Detail> {
        let latest = || {
            let mut seasons = named.seasons.iter().rev().filter_map(|id| self.series.season(id));
            seasons.find(|season| is_near(season.start(), self.asker.now))
        };
        let at_hand = self.season.filter(|_| self.is_at_hand(named));
        let Some(season) = at_hand.or_else(latest) else {
            return Vec::new();
        };
        let mut details = match named.kind {
            NameKind::Driver => driver(season, &named.id),
            NameKind::Weekend => {
                let weekend = season.weekend(named.id.as_str());
                let days = weekend.map(|weekend| Detail::Days(weekend.start, weekend.end));
                return days.into_iter().collect();
            }
            NameKind::Round => round(season, &named.id).into_iter().collect(),
            _ => Vec::new(),
        };
        let of_a_season = ![NameKind::Series, NameKind::Season, NameKind::Track].contains(&named.kind);
        if at_hand.is_none() && of_a_season {
            details.push(Detail::Season(season.id.clone().into()));
        }
        details
    }
}

/// A driver's number and class, where they are the same all season.
fn driver(season: &Season, driver: &Slug) -> Vec<Detail> {
    let entries = || season.entries.iter().filter(|entry| entry.has_driver(driver));
    let car = only(entries().filter_map(|entry: &Entry| entry.car.as_ref()));
    let class = only(entries().filter_map(|entry| entry.class.as_ref()));
    let class = class.and_then(|class| season.class(class.as_str()));
    let car = car.map(|car| Detail::Car(car.clone()));
    car.into_iter()
        .chain(class.map(|class| Detail::Text(class.name.clone())))
        .collect()
}

/// The one value of all, if there is but one.
fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The weekend of a round.
fn round(season: &Season, round: &Slug) -> Option<Detail> {
    let mut weekends = season.weekends.iter();
    let weekend = weekends.find(|one| {
        one.sessions
            .iter()
            .any(|session| session.round.as_deref() == Some(round))
    })?;
    Some(Detail::Text(weekend.name.clone()))
}
