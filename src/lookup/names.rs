//! Names index: the things that a word can mean, tolerant of accents, case, nicknames and one typo.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::countries::{country_adjectives, country_names};
use super::named::{MatchQuality, NameKind, Named};
use super::normalise::{normalised, without_trade_words};
use super::typos::TypoIndex;
use crate::domain::{Circuit, CircuitId, Season, Series, SeriesId, SessionKind, Slug, Weekend};

/// Every name of a catalogue.
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    named: Vec<Named>,
    keys: HashMap<String, Vec<(usize, MatchQuality)>>,
    /// Keys in which a typo is tolerated.
    typos: TypoIndex,
}

/// Minimum length of a word in which a typo is tolerated: in a shorter one it makes another word.
const MIN_TYPO_LENGTH: usize = 4;

impl NameIndex {
    /// The names of circuits and series.
    pub fn of(circuits: &BTreeMap<CircuitId, Circuit>, series: &BTreeMap<SeriesId, Series>) -> Self {
        let mut names = Self::default();
        for circuit in circuits.values() {
            let track = names.named(NameKind::Track, None, None, &circuit.id, &circuit.name);
            names.place(track, circuit);
        }
        for one in series.values() {
            names.series(one, circuits);
        }
        names.index_typos();
        names
    }

    fn series(&mut self, series: &Series, circuits: &BTreeMap<CircuitId, Circuit>) {
        let of = Some(series.id.slug());
        let named = self.named(NameKind::Series, of, None, &series.id, &series.name);
        self.add(named, &series.short, MatchQuality::Exact);
        self.add_all(named, &series.aliases);
        for season in series.each_season() {
            let named = self.named(
                NameKind::Season,
                of,
                Some(season.id.slug()),
                &season.id,
                season.id.as_str(),
            );
            self.add(named, season.id.as_str(), MatchQuality::Exact);
            self.season(series, season, circuits);
        }
        for driver in series.drivers.values() {
            let named = self.named(NameKind::Driver, of, None, &driver.id, &driver.name);
            for surname in driver.surnames() {
                self.add(named, surname, MatchQuality::Exact);
            }
            // The name alone is that of a parent who bears it, not of the child too.
            let parent = |name: &&str| series.drivers.values().any(|other| other.name == *name);
            if let Some(name) = driver.without_generation().filter(|name| !parent(name)) {
                self.add(named, name, MatchQuality::Exact);
            }
            self.add_all(named, &driver.aliases);
            if let Some((first, _)) = driver.name.split_once(' ') {
                self.add(named, first, MatchQuality::FirstName);
            }
            // Of a long name people say the end: "Roy Tang", "Dat".
            let mut rest = driver.without_generation().unwrap_or(&driver.name);
            while let Some((_, end)) = rest.split_once(' ') {
                let several = end.contains(' ');
                let quality = if several {
                    MatchQuality::Exact
                } else {
                    MatchQuality::FirstName
                };
                self.add(named, end, quality);
                rest = end;
            }
        }
        for team in series.teams.values() {
            let named = self.named(NameKind::Team, of, None, &team.id, &team.name);
            self.add_all(named, &team.aliases);
            self.add(named, &without_trade_words(&team.name), MatchQuality::Exact);
        }
    }

    fn season(&mut self, series: &Series, season: &Season, circuits: &BTreeMap<CircuitId, Circuit>) {
        let (of, in_season) = (Some(series.id.slug()), Some(season.id.slug()));
        for class in &season.classes {
            let named = self.named(NameKind::Class, of, in_season, &class.id, &class.name);
            self.add(named, &class.name, MatchQuality::Exact);
            self.add_all(named, &class.aliases);
        }
        for championship in &season.championships {
            let named = self.named(
                NameKind::Championship,
                of,
                in_season,
                &championship.id,
                &championship.name,
            );
            self.add(named, &championship.name, MatchQuality::Exact);
            self.add_all(named, &championship.aliases);
            // A table of a class answers to the names of the class.
            if let Some(class) = championship
                .class
                .as_ref()
                .and_then(|class| season.class(class.as_str()))
            {
                self.add(named, &class.name, MatchQuality::Exact);
                self.add_all(named, &class.aliases);
            }
        }
        for weekend in &season.weekends {
            let named = self.weekend(of, in_season, weekend);
            self.grand_prix(named, weekend);
            if let Some(circuit) = circuits.get(&weekend.circuit) {
                self.place(named, circuit);
                self.area(named, weekend, circuit);
                let track = self.named(NameKind::Track, None, in_season, &circuit.id, &circuit.name);
                self.add(track, &weekend.name, MatchQuality::Exact);
            }
            for session in &weekend.sessions {
                let named = self.named(NameKind::Session, of, in_season, &session.id, &session.name);
                self.add(named, &session.name, MatchQuality::Exact);
                if session.kind == SessionKind::Qualifying && session.id == *"qualifying" {
                    self.add_all(named, &["quali", "qualy", "qually"].map(str::to_owned));
                }
                if let Some(round) = &session.round {
                    let named = self.named(NameKind::Round, of, in_season, round, &format!("Round {round}"));
                    self.add(named, &format!("r{round}"), MatchQuality::Exact);
                }
            }
        }
        for entry in &season.entries {
            for driver in entry.drivers.iter().filter_map(|id| series.drivers.get(id)) {
                let named = self.named(NameKind::Driver, of, in_season, &driver.id, &driver.name);
                if let Some(car) = &entry.car {
                    self.add(named, car.as_str(), MatchQuality::Exact);
                    self.add(named, &format!("no {car}"), MatchQuality::Exact);
                }
            }
            if let Some(team) = entry.team.as_ref().and_then(|id| series.teams.get(id)) {
                self.named(NameKind::Team, of, in_season, &team.id, &team.name);
            }
        }
    }

    /// Position of a weekend's record: one for each circuit that weekends of this id were held at.
    fn weekend(&mut self, of: Option<&Slug>, season: Option<&Slug>, weekend: &Weekend) -> usize {
        let circuit = weekend.circuit.slug();
        let same = |one: &Named| {
            one.kind == NameKind::Weekend
                && one.id == weekend.id
                && one.series.as_ref() == of
                && one.circuit.as_ref() == Some(circuit)
        };
        let position = self
            .find_id(&weekend.id)
            .find(|position| self.named.get(*position).is_some_and(same));
        let position = position.unwrap_or_else(|| {
            let new = self.push(NameKind::Weekend, of, &weekend.id, &weekend.name);
            if let Some(named) = self.named.get_mut(new) {
                named.circuit = Some(circuit.clone());
            }
            new
        });
        if let Some(named) = self.named.get_mut(position) {
            named.seasons.extend(season.cloned());
        }
        position
    }

    /// The names of a weekend; a Grand Prix answers to its adjective alone and to "GP" too: `British`, `British GP`.
    fn grand_prix(&mut self, named: usize, weekend: &Weekend) {
        self.add(named, &weekend.name, MatchQuality::Exact);
        for alias in &weekend.aliases {
            self.add(named, alias, MatchQuality::Exact);
            if let Some(of) = normalised(alias).strip_suffix(" grand prix") {
                self.add(named, of, MatchQuality::Exact);
                self.add(named, &format!("{of} gp"), MatchQuality::Exact);
            }
        }
    }

    /// A circuit's names, for itself or for a weekend there.
    fn place(&mut self, named: usize, circuit: &Circuit) {
        self.add(named, &circuit.name, MatchQuality::Exact);
        self.add_all(named, &circuit.aliases);
        if let Some(city) = &circuit.city {
            self.add(named, city, MatchQuality::Exact);
        }
    }

    /// The country, state or province of a weekend. A Grand Prix answers to the country's adjective too: `American GP`; it is
    /// the one that bears the country's name, if there is one.
    fn area(&mut self, named: usize, weekend: &Weekend, circuit: &Circuit) {
        let names: Vec<String> = country_names(&circuit.country).collect();
        for name in names.iter().chain(&circuit.region) {
            self.add(named, name, MatchQuality::Area);
        }
        if !weekend.aliases.iter().any(|alias| alias.ends_with(" Grand Prix")) {
            return;
        }
        let own = std::iter::once(&weekend.name).chain(&weekend.aliases);
        let fit = if own.clone().any(|one| names.contains(&normalised(one))) {
            MatchQuality::Exact
        } else {
            MatchQuality::Area
        };
        for of in country_adjectives(&circuit.country) {
            self.add(named, &format!("{of} grand prix"), fit);
            self.add(named, &format!("{of} gp"), fit);
        }
    }

    /// Position of a thing's record, which is made on first use; its id and label are names of it.
    fn named(&mut self, kind: NameKind, series: Option<&Slug>, season: Option<&Slug>, id: &Slug, label: &str) -> usize {
        let same = |one: &Named| one.kind == kind && one.id == *id && one.series.as_ref() == series;
        let position = self
            .find_id(id)
            .find(|position| self.named.get(*position).is_some_and(same));
        let position = position.unwrap_or_else(|| self.push(kind, series, id, label));
        if let Some(named) = self.named.get_mut(position) {
            named.seasons.extend(season.cloned());
        }
        position
    }

    /// Position of a new record.
    fn push(&mut self, kind: NameKind, series: Option<&Slug>, id: &Slug, label: &str) -> usize {
        self.named.push(Named {
            kind,
            series: series.cloned(),
            seasons: BTreeSet::new(),
            id: id.clone(),
            label: label.to_owned(),
            circuit: None,
        });
        let position = self.named.len() - 1;
        self.add(position, id.as_str(), MatchQuality::Exact);
        self.add(position, label, MatchQuality::Exact);
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
            self.add(named, name, MatchQuality::Exact);
        }
    }

    fn add(&mut self, named: usize, name: &str, fit: MatchQuality) {
        let key = normalised(name);
        if let Some(short) = key.strip_prefix("the ") {
            self.add_key(named, short.to_owned(), fit);
        }
        self.add_key(named, key, fit);
    }

    fn add_key(&mut self, named: usize, key: String, fit: MatchQuality) {
        if key.is_empty() {
            return;
        }
        let names = self.keys.entry(key).or_default();
        match names.iter_mut().find(|(position, _)| *position == named) {
            Some((_, known)) => *known = fit.min(*known),
            None => names.push((named, fit)),
        }
    }

    fn index_typos(&mut self) {
        for key in self.keys.keys().filter(|key| key.chars().count() >= MIN_TYPO_LENGTH) {
            self.typos.add(key);
        }
    }

    /// Everything with names, in the order of the packs.
    pub fn all(&self) -> &[Named] {
        &self.named
    }

    /// Things that a text can mean and that `wanted` accepts, the best matches only.
    pub fn find(&self, text: &str, wanted: impl Fn(&Named) -> bool) -> Option<(MatchQuality, Vec<&Named>)> {
        self.called(text, &wanted).or_else(|| {
            let key = normalised(text);
            let typos = self.typos(&key);
            // A name that begins with the text is as likely as what is one typo away: "coop" is Cook no more than Cooper.
            let begun = self
                .keys
                .keys()
                .filter(|name| !typos.is_empty() && name.starts_with(&key));
            let mut begun: Vec<&str> = begun.map(String::as_str).collect();
            begun.sort_unstable();
            let near = typos.into_iter().chain(begun);
            best(
                near.flat_map(|key| self.hits(key, &wanted))
                    .map(|(_, named)| (MatchQuality::Typo, named)),
            )
        })
    }

    /// Things with exactly this name that `wanted` accepts, the best matches only.
    pub fn called(&self, text: &str, wanted: impl Fn(&Named) -> bool) -> Option<(MatchQuality, Vec<&Named>)> {
        self.best_of(&normalised(text), wanted)
    }

    /// Things with exactly this name, given as a normalised key, that `wanted` accepts, the best matches only.
    pub fn best_of(&self, key: &str, wanted: impl Fn(&Named) -> bool) -> Option<(MatchQuality, Vec<&Named>)> {
        best(self.hits(key, &wanted))
    }

    /// Everything that has a name of its own beginning with a text, in no order.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = &Named> {
        let key = normalised(text);
        let names = self.keys.iter().filter(move |(name, _)| name.starts_with(&key));
        let hits = names.flat_map(|(_, hits)| hits);
        let own = hits.filter(|(_, fit)| *fit != MatchQuality::Area);
        own.filter_map(|(position, _)| self.named.get(*position))
    }

    fn hits<'a>(
        &'a self,
        key: &str,
        wanted: &impl Fn(&Named) -> bool,
    ) -> impl Iterator<Item = (MatchQuality, &'a Named)> {
        self.keyed(key).filter(|(_, named)| wanted(named))
    }

    /// The keys one typo away from `key`.
    fn typos(&self, key: &str) -> Vec<&str> {
        if key.chars().count() < MIN_TYPO_LENGTH {
            return Vec::new();
        }
        self.typos.near(key)
    }

    /// All things with exactly this name, given as a normalised key.
    pub fn keyed(&self, key: &str) -> impl Iterator<Item = (MatchQuality, &Named)> {
        let hits = self.keys.get(key).into_iter().flatten();
        hits.filter_map(|(position, fit)| Some((*fit, self.named.get(*position)?)))
    }

    /// Things with a name that begins like a normalised key and is one typo away from it, and that `wanted` accepts.
    pub fn near(&self, key: &str, wanted: impl Fn(&Named) -> bool) -> Option<Vec<&Named>> {
        let first = key.chars().next();
        let near = self.typos(key).into_iter();
        let near = near.filter(|near| near.chars().next() == first);
        let hits = near.flat_map(|near| self.hits(near, &wanted));
        best(hits.map(|(_, named)| (MatchQuality::Typo, named))).map(|(_, things)| things)
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
fn best<'a>(found: impl Iterator<Item = (MatchQuality, &'a Named)>) -> Option<(MatchQuality, Vec<&'a Named>)> {
    let found: Vec<(MatchQuality, &Named)> = found.collect();
    let best = found.iter().map(|(fit, _)| *fit).min()?;
    let mut names: Vec<&Named> = Vec::new();
    for (_, named) in found.into_iter().filter(|(fit, _)| *fit == best) {
        if !names.iter().any(|other| std::ptr::eq(*other, named)) {
            names.push(named);
        }
    }
    Some((best, names))
}
