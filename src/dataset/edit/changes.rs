//! Records that are added to a season's pack or take the place of older ones.

use crate::domain::{
    ClassId, Classification, Driver, DriverId, Entry, PublishedTable, SeasonId, SeriesId, Source, SourceId, Team,
    TeamId, WeekendId,
};

use super::node::{Node, NodeKind};
use super::pack_edit::{EditError, PackEdit};

/// Changes of one season.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PackChanges {
    /// Drivers that are new.
    pub drivers: Vec<Driver>,
    /// Teams that are new.
    pub teams: Vec<Team>,
    /// Entries that are new.
    pub entries: Vec<Entry>,
    /// Weekends that are added to an entry, by its position in the file.
    pub entered: Vec<(usize, WeekendId)>,
    /// Other spellings that are remembered.
    pub aliases: Vec<(AliasOf, String)>,
    /// Sources that are new.
    pub sources: Vec<(SourceId, Source)>,
    /// Classifications, each with what it does to those of its session.
    pub classifications: Vec<(Classification, Placing)>,
    /// Published tables, each with what it does to those of its round.
    pub tables: Vec<(PublishedTable, Placing)>,
}

/// Owner of a spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AliasOf {
    /// A driver.
    Driver(DriverId),
    /// A team.
    Team(TeamId),
    /// A class.
    Class(ClassId),
}

/// Effect of a record on the older ones of its session or round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// It takes the place of the newest one, or is the first.
    InPlace,
    /// It is a further revision beside them.
    Revision,
}

impl PackChanges {
    /// True if nothing changes.
    pub fn is_empty(&self) -> bool {
        self.classifications.is_empty()
            && self.tables.is_empty()
            && self.aliases.is_empty()
            && self.drivers.is_empty()
            && self.entries.is_empty()
    }
}

impl PackEdit {
    /// Makes changes of a season, and gives its pack a version.
    ///
    /// # Errors
    /// If a file is missing or no JSON.
    pub fn apply(
        &mut self,
        series: &SeriesId,
        season: &SeasonId,
        changes: &PackChanges,
        version: &str,
    ) -> Result<(), EditError> {
        let (series, season) = (series.as_str(), format!("{series}/{season}"));
        self.append(&format!("{series}/people.json"), "drivers", &changes.drivers)?;
        self.append(&format!("{series}/people.json"), "teams", &changes.teams)?;
        self.append(&format!("{season}/entries.json"), "entries", &changes.entries)?;
        self.enter(&format!("{season}/entries.json"), &changes.entered)?;
        for (of, spelling) in &changes.aliases {
            self.remember(series, &season, of, spelling)?;
        }
        self.add_sources(&format!("{series}/sources.json"), &changes.sources)?;
        let file = format!("{season}/results.json");
        for (classification, placing) in &changes.classifications {
            let record = Node::of_record(classification).ok_or_else(|| EditError::NoJson(file.clone()))?;
            self.place(&file, "classifications", &["session"], &record, *placing)?;
        }
        let file = format!("{season}/published.json");
        for (table, placing) in &changes.tables {
            let record = Node::of_record(table).ok_or_else(|| EditError::NoJson(file.clone()))?;
            self.place(&file, "tables", &["championship", "after"], &record, *placing)?;
        }
        let file = format!("{season}/season.json");
        let mut node = self.node(&file)?;
        if let Some(version) = Node::of_record(&version) {
            node.set("version", version);
        }
        self.put(&file, &node)
    }

    pub(super) fn append(
        &mut self,
        file: &str,
        list: &str,
        records: &[impl serde::Serialize],
    ) -> Result<(), EditError> {
        if records.is_empty() {
            return Ok(());
        }
        let mut content = self.node(file)?;
        let elements = list_mut(&mut content, list).ok_or_else(|| EditError::NoJson(file.to_owned()))?;
        elements.extend(records.iter().filter_map(Node::of_record));
        self.put(file, &content)
    }

    fn enter(&mut self, file: &str, entered: &[(usize, WeekendId)]) -> Result<(), EditError> {
        if entered.is_empty() {
            return Ok(());
        }
        let mut content = self.node(file)?;
        for (at, weekend) in entered {
            let entry = list_mut(&mut content, "entries").and_then(|entries| entries.get_mut(*at));
            if let Some(entry) = entry
                && let Some(weekends) = list_mut(entry, "weekends")
            {
                weekends.extend(Node::of_record(weekend));
            }
        }
        self.put(file, &content)
    }

    fn remember(&mut self, series: &str, season: &str, of: &AliasOf, spelling: &str) -> Result<(), EditError> {
        let (file, list, id) = match of {
            AliasOf::Driver(id) => (format!("{series}/people.json"), "drivers", id.as_str()),
            AliasOf::Team(id) => (format!("{series}/people.json"), "teams", id.as_str()),
            AliasOf::Class(id) => (format!("{season}/season.json"), "classes", id.as_str()),
        };
        let mut content = self.node(&file)?;
        let records = list_mut(&mut content, list).into_iter().flatten();
        let mut named = records.filter(|record| record.get("id").and_then(Node::as_text) == Some(id));
        if let Some(aliases) = named.next().and_then(|record| list_mut(record, "aliases")) {
            aliases.extend(Node::of_record(&spelling));
        }
        self.put(&file, &content)
    }

    fn add_sources(&mut self, file: &str, sources: &[(SourceId, Source)]) -> Result<(), EditError> {
        if sources.is_empty() {
            return Ok(());
        }
        let mut content = self.node(file)?;
        if let Some(known) = content.get_mut("sources") {
            for (id, source) in sources {
                if let Some(source) = Node::of_record(source) {
                    known.set(id.as_str(), source);
                }
            }
        }
        self.put(file, &content)
    }

    /// Puts a record into a list: after the last one with the same keys, or in its place, or at the end.
    fn place(
        &mut self,
        file: &str,
        list: &str,
        keys: &[&str],
        record: &Node,
        placing: Placing,
    ) -> Result<(), EditError> {
        let mut content = self.node(file)?;
        let records = list_mut(&mut content, list).ok_or_else(|| EditError::NoJson(file.to_owned()))?;
        let is_same = |one: &Node| keys.iter().all(|key| one.get(key) == record.get(key)) && one.get("stage").is_none();
        match (records.iter().rposition(is_same), placing) {
            (Some(at), Placing::InPlace) => {
                if let Some(old) = records.get_mut(at) {
                    *old = record.clone();
                }
            }
            (Some(at), Placing::Revision) => records.insert(at + 1, record.clone()),
            (None, _) => records.push(record.clone()),
        }
        self.put(file, &content)
    }
}

/// A list of an object, made if it is missing.
fn list_mut<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Vec<Node>> {
    if node.get(key).is_none() {
        node.set(
            key,
            Node {
                span: 0..0,
                kind: NodeKind::Array(Vec::new()),
            },
        );
    }
    node.get_mut(key)?.elements_mut()
}
