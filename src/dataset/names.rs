//! The name index: what people may mean by a word, forgiving accents, case, nicknames and one slip of the finger.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use super::Slips;
use super::spelling::{normalised, without_trade};
use crate::domain::{Circuit, Season, Series, SessionKind, Slug};

/// What a name can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A series.
    Series,
    /// A season of a series.
    Season,
    /// A weekend of a season.
    Weekend,
    /// A circuit.
    Track,
    /// A session of a weekend.
    Session,
    /// The label of a round.
    Round,
    /// A class.
    Class,
    /// A championship.
    Championship,
    /// A driver.
    Driver,
    /// A team.
    Team,
}

/// Something that has names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// What it is.
    pub kind: Kind,
    /// The series it belongs to; absent for circuits, which all series share.
    pub series: Option<Slug>,
    /// The seasons in which it appears; empty for what belongs to no season.
    pub seasons: BTreeSet<Slug>,
    /// Its id.
    pub id: Slug,
    /// What it is called.
    pub label: String,
}

/// How well a name fits what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fit {
    /// A name, a nickname, a surname.
    Exact,
    /// A first name.
    Weak,
    /// One letter added, left out, changed, or two swapped.
    Slip,
}

/// Every name of a catalogue.
#[derive(Debug, Clone, Default)]
pub struct Names {
    named: Vec<Named>,
    keys: HashMap<String, Vec<(usize, Fit)>>,
    /// The keys in which a slip is forgiven.
    slips: Slips,
}

/// The shortest word in which a slip is forgiven: in shorter ones it makes another word.
const SHORTEST_SLIP: usize = 4;

impl Names {
    /// The names of circuits and series.
    pub fn of(circuits: &BTreeMap<Slug, Circuit>, series: &BTreeMap<Slug, Series>) -> Self {
        let mut names = Self::default();
        for circuit in circuits.values() {
            let track = names.named(Kind::Track, None, None, &circuit.id, &circuit.name);
            names.place(track, circuit);
        }
        for one in series.values() {
            names.series(one, circuits);
        }
        names.index_slips();
        names
    }

    fn series(&mut self, series: &Series, circuits: &BTreeMap<Slug, Circuit>) {
        let of = Some(&series.id);
        let named = self.named(Kind::Series, of, None, &series.id, &series.name);
        self.add(named, &series.short, Fit::Exact);
        self.add_all(named, &series.aliases);
        for season in series.each_season() {
            let named = self.named(Kind::Season, of, Some(&season.id), &season.id, season.id.as_str());
            self.add(named, season.id.as_str(), Fit::Exact);
            self.season(series, season, circuits);
        }
        for driver in series.drivers.values() {
            let named = self.named(Kind::Driver, of, None, &driver.id, &driver.name);
            self.add(named, driver.short(), Fit::Exact);
            self.add_all(named, &driver.aliases);
            if let Some((first, _)) = driver.name.split_once(' ') {
                self.add(named, first, Fit::Weak);
            }
        }
        for team in series.teams.values() {
            let named = self.named(Kind::Team, of, None, &team.id, &team.name);
            self.add_all(named, &team.aliases);
            self.add(named, &without_trade(&team.name), Fit::Exact);
        }
    }

    fn season(&mut self, series: &Series, season: &Season, circuits: &BTreeMap<Slug, Circuit>) {
        let (of, in_season) = (Some(&series.id), Some(&season.id));
        for class in &season.classes {
            let named = self.named(Kind::Class, of, in_season, &class.id, &class.name);
            self.add(named, &class.name, Fit::Exact);
            self.add_all(named, &class.aliases);
        }
        for championship in &season.championships {
            let named = self.named(Kind::Championship, of, in_season, &championship.id, &championship.name);
            self.add(named, &championship.name, Fit::Exact);
            self.add_all(named, &championship.aliases);
            // A table of a class answers to the names of the class.
            if let Some(class) = championship
                .class
                .as_ref()
                .and_then(|class| season.class(class.as_str()))
            {
                self.add(named, &class.name, Fit::Exact);
                self.add_all(named, &class.aliases);
            }
        }
        for weekend in &season.weekends {
            let named = self.named(Kind::Weekend, of, in_season, &weekend.id, &weekend.name);
            self.add(named, &weekend.name, Fit::Exact);
            self.add_all(named, &weekend.aliases);
            if let Some(circuit) = circuits.get(&weekend.circuit) {
                self.place(named, circuit);
                let track = self.named(Kind::Track, None, in_season, &circuit.id, &circuit.name);
                self.add(track, &weekend.name, Fit::Exact);
            }
            for session in &weekend.sessions {
                let named = self.named(Kind::Session, of, in_season, &session.id, &session.name);
                self.add(named, &session.name, Fit::Exact);
                if session.kind == SessionKind::Qualifying && session.id == *"qualifying" {
                    self.add_all(named, &["quali", "qualy", "qually"].map(str::to_owned));
                }
                if let Some(round) = &session.round {
                    let named = self.named(Kind::Round, of, in_season, round, &format!("Round {round}"));
                    self.add(named, &format!("r{round}"), Fit::Exact);
                }
            }
        }
        for entry in &season.entries {
            for driver in entry.drivers.iter().filter_map(|id| series.drivers.get(id)) {
                let named = self.named(Kind::Driver, of, in_season, &driver.id, &driver.name);
                if let Some(car) = &entry.car {
                    self.add(named, car.as_str(), Fit::Exact);
                    self.add(named, &format!("no {car}"), Fit::Exact);
                }
            }
            if let Some(team) = entry.team.as_ref().and_then(|id| series.teams.get(id)) {
                self.named(Kind::Team, of, in_season, &team.id, &team.name);
            }
        }
    }

    /// A circuit's names, for itself or for a weekend there.
    fn place(&mut self, named: usize, circuit: &Circuit) {
        self.add(named, &circuit.name, Fit::Exact);
        self.add_all(named, &circuit.aliases);
        if let Some(city) = &circuit.city {
            self.add(named, city, Fit::Exact);
        }
    }

    /// The record of a thing with names, made on first sight; its id and label are names of it.
    fn named(&mut self, kind: Kind, series: Option<&Slug>, season: Option<&Slug>, id: &Slug, label: &str) -> usize {
        let same = |one: &Named| one.kind == kind && one.id == *id && one.series.as_ref() == series;
        let position = self
            .find_id(id)
            .find(|position| self.named.get(*position).is_some_and(same));
        let position = position.unwrap_or_else(|| {
            self.named.push(Named {
                kind,
                series: series.cloned(),
                seasons: BTreeSet::new(),
                id: id.clone(),
                label: label.to_owned(),
            });
            let position = self.named.len() - 1;
            self.add(position, id.as_str(), Fit::Exact);
            self.add(position, label, Fit::Exact);
            position
        });
        if let Some(named) = self.named.get_mut(position) {
            named.seasons.extend(season.cloned());
        }
        position
    }

    fn find_id(&self, id: &Slug) -> impl Iterator<Item = usize> {
        self.keys
            .get(&normalised(id.as_str()))
            .into_iter()
            .flatten()
            .map(|(position, _)| *position)
    }

    fn add_all(&mut self, named: usize, names: &[String]) {
        for name in names {
            self.add(named, name, Fit::Exact);
        }
    }

    fn add(&mut self, named: usize, name: &str, fit: Fit) {
        let key = normalised(name);
        if let Some(short) = key.strip_prefix("the ") {
            self.add_key(named, short.to_owned(), fit);
        }
        self.add_key(named, key, fit);
    }

    fn add_key(&mut self, named: usize, key: String, fit: Fit) {
        if key.is_empty() {
            return;
        }
        let names = self.keys.entry(key).or_default();
        match names.iter_mut().find(|(position, _)| *position == named) {
            Some((_, known)) => *known = fit.min(*known),
            None => names.push((named, fit)),
        }
    }

    fn index_slips(&mut self) {
        for key in self.keys.keys().filter(|key| key.chars().count() >= SHORTEST_SLIP) {
            self.slips.add(key);
        }
    }

    /// Everything with names, in the order of the packs.
    pub fn all(&self) -> &[Named] {
        &self.named
    }

    /// What a text can mean, the best fits only, if `wanted` takes it.
    pub fn find(&self, text: &str, wanted: impl Fn(&Named) -> bool) -> Option<(Fit, Vec<&Named>)> {
        self.called(text, &wanted).or_else(|| {
            let key = normalised(text);
            let slipped = self.slipped(&key);
            // What begins with the text is as likely as what is one slip away: "coop" is Cook no more than Cooper.
            let begun = self
                .keys
                .keys()
                .filter(|name| !slipped.is_empty() && name.starts_with(&key));
            let mut begun: Vec<&str> = begun.map(String::as_str).collect();
            begun.sort_unstable();
            let near = slipped.into_iter().chain(begun);
            best(
                near.flat_map(|key| self.hits(key, &wanted))
                    .map(|(_, named)| (Fit::Slip, named)),
            )
        })
    }

    /// What is called just this, the best fits only, if `wanted` takes it.
    pub fn called(&self, text: &str, wanted: impl Fn(&Named) -> bool) -> Option<(Fit, Vec<&Named>)> {
        best(self.hits(&normalised(text), &wanted))
    }

    /// Everything that has a name beginning with a text, in no order.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = &Named> {
        let key = normalised(text);
        let names = self.keys.iter().filter(move |(name, _)| name.starts_with(&key));
        names.flat_map(|(_, hits)| hits.iter().filter_map(|(position, _)| self.named.get(*position)))
    }

    fn hits<'a>(&'a self, key: &str, wanted: &impl Fn(&Named) -> bool) -> impl Iterator<Item = (Fit, &'a Named)> {
        self.keyed(key).filter(|(_, named)| wanted(named))
    }

    /// The keys one slip away from `key`.
    fn slipped(&self, key: &str) -> Vec<&str> {
        if key.chars().count() < SHORTEST_SLIP {
            return Vec::new();
        }
        self.slips.near(key)
    }

    /// What is called just this, all fits, by a key that is normalised already.
    pub fn keyed(&self, key: &str) -> impl Iterator<Item = (Fit, &Named)> {
        let hits = self.keys.get(key).into_iter().flatten();
        hits.filter_map(|(position, fit)| Some((*fit, self.named.get(*position)?)))
    }

    /// What is called by a name one slip away from a normalised key that begins with the same letter.
    pub fn near(&self, key: &str) -> impl Iterator<Item = &Named> {
        let first = key.chars().next();
        let near = self.slipped(key).into_iter();
        near.filter(move |near| near.chars().next() == first)
            .flat_map(|near| self.keyed(near))
            .map(|(_, named)| named)
    }

    /// The names nearest to a text, the nearest first, for a hint.
    pub fn nearest(&self, text: &str, most: usize, wanted: impl Fn(&Named) -> bool) -> Vec<&Named> {
        let key = normalised(text);
        let distance = |named: &Named| {
            let label = normalised(&named.label);
            let words = label.split(' ').map(|word| strsim::jaro_winkler(word, &key));
            words.chain([strsim::jaro_winkler(&label, &key)]).fold(0.0, f64::max)
        };
        let mut near: Vec<(f64, &Named)> = self
            .named
            .iter()
            .filter(|named| wanted(named))
            .map(|named| (distance(named), named))
            .collect();
        near.retain(|(distance, _)| *distance > 0.75);
        near.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.label.cmp(&b.label)));
        near.into_iter().map(|(_, named)| named).take(most).collect()
    }
}

/// The best of what was found, each once.
fn best<'a>(found: impl Iterator<Item = (Fit, &'a Named)>) -> Option<(Fit, Vec<&'a Named>)> {
    let found: Vec<(Fit, &Named)> = found.collect();
    let best = found.iter().map(|(fit, _)| *fit).min()?;
    let mut names: Vec<&Named> = Vec::new();
    for (_, named) in found.into_iter().filter(|(fit, _)| *fit == best) {
        if !names.iter().any(|other| std::ptr::eq(*other, named)) {
            names.push(named);
        }
    }
    Some((best, names))
}
