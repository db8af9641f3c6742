//! Authoring: new series, seasons and weekends as the files of a pack, without JSON written by hand.

use serde::Serialize;
use serde_json::{Value, json};

use super::node::Node;
use super::pack_edit::{EditError, PackEdit};
use crate::domain::{Circuit, Class, Points, SeasonId, SeriesId, Weekend};

/// Id of the source that stands for what the author says.
pub const AUTHOR: &str = "organiser";

/// A season that is new.
#[derive(Debug)]
pub struct NewSeasonRules {
    /// Its classes, each of which gets a championship of drivers; one championship over all cars without them.
    pub classes: Vec<Class>,
    /// Points by place.
    pub points: Vec<Points>,
}

/// Content of `season.json`, in the order in which people write it.
#[derive(Serialize)]
struct SeasonContent<'c> {
    format: u8,
    version: &'c str,
    calendar: &'c str,
    classes: &'c [Class],
    championships: Vec<Value>,
    rules: Value,
}

impl PackEdit {
    /// Adds a series whose facts are from a source that is told in words.
    ///
    /// # Errors
    /// If it is there already.
    pub fn add_series(
        &mut self,
        id: &SeriesId,
        name: &str,
        zone: chrono_tz::Tz,
        source: &str,
    ) -> Result<(), EditError> {
        let short = id.as_str().to_uppercase();
        let series = json!({ "format": 1, "name": name, "short": short, "zone": zone });
        self.add(&format!("{id}/series.json"), &series)?;
        self.add(
            &format!("{id}/sources.json"),
            &json!({ "sources": { AUTHOR: { "title": source } } }),
        )?;
        self.add(&format!("{id}/people.json"), &json!({ "drivers": [], "teams": [] }))?;
        if self.has("circuits.json") {
            return Ok(());
        }
        self.add("circuits.json", &json!({ "format": 1, "circuits": [] }))
    }

    /// Adds a season to a series.
    ///
    /// # Errors
    /// If the series is missing, or the season is there already.
    pub fn add_season(
        &mut self,
        (series, season): (&SeriesId, &SeasonId),
        version: &str,
        new: &NewSeasonRules,
    ) -> Result<(), EditError> {
        let of = format!("{series}/series.json");
        if !self.has(&of) {
            return Err(EditError::Missing(of));
        }
        let championship = |id: &str, name: &str, class: Option<&Class>| {
            let mut one = json!({ "id": id, "name": name, "ranks": "driver", "rules": "points", "sources": [AUTHOR] });
            if let (Some(class), Some(object)) = (class, one.as_object_mut()) {
                object.insert("class".to_owned(), json!(class.id));
            }
            one
        };
        let championships: Vec<Value> = match new.classes.as_slice() {
            [] => vec![championship("drivers", "Drivers", None)],
            classes => classes
                .iter()
                .map(|one| championship(one.id.as_str(), &one.name, Some(one)))
                .collect(),
        };
        let order = if new.classes.is_empty() { "overall" } else { "class" };
        let rules = json!({
            "order": order, "scales": [{ "points": new.points, "sources": [AUTHOR] }], "awards": [], "retired": "nothing", "drops": [],
            "ties": { "by": ["countback"], "sources": [AUTHOR] }, "listed": "entered"
        });
        let content = SeasonContent {
            format: 1,
            version,
            calendar: "partial",
            classes: &new.classes,
            championships,
            rules: json!({ "points": rules }),
        };
        let folder = format!("{series}/{season}");
        self.add(&format!("{folder}/season.json"), &content)?;
        self.add(&format!("{folder}/weekends.json"), &json!({ "weekends": [] }))?;
        self.add(&format!("{folder}/entries.json"), &json!({ "entries": [] }))?;
        self.add(&format!("{folder}/results.json"), &json!({ "classifications": [] }))?;
        self.add(&format!("{folder}/published.json"), &json!({ "tables": [] }))
    }

    /// Adds a weekend to a season, and its circuit where that is new.
    ///
    /// # Errors
    /// If the season is missing.
    pub fn add_weekend(
        &mut self,
        (series, season): (&SeriesId, &SeasonId),
        weekend: &Weekend,
        circuit: Option<&Circuit>,
    ) -> Result<(), EditError> {
        if let Some(circuit) = circuit {
            self.append("circuits.json", "circuits", std::slice::from_ref(circuit))?;
        }
        self.append(
            &format!("{series}/{season}/weekends.json"),
            "weekends",
            std::slice::from_ref(weekend),
        )
    }

    /// Number of the rounds that a season has.
    ///
    /// # Errors
    /// If the season is missing.
    pub fn rounds(&self, (series, season): (&SeriesId, &SeasonId)) -> Result<u16, EditError> {
        let mut weekends = self.node(&format!("{series}/{season}/weekends.json"))?;
        let sessions = weekends
            .get_mut("weekends")
            .and_then(Node::elements_mut)
            .into_iter()
            .flatten();
        let sessions = sessions
            .filter_map(|weekend| weekend.get_mut("sessions")?.elements_mut())
            .flatten();
        let counted = sessions.filter(|session| session.get("round").is_some()).count();
        Ok(u16::try_from(counted).unwrap_or(u16::MAX))
    }

    /// Adds a file that must not be there.
    fn add(&mut self, file: &str, content: &impl Serialize) -> Result<(), EditError> {
        if self.has(file) {
            return Err(EditError::There(file.to_owned()));
        }
        let node = Node::of_record(content).ok_or_else(|| EditError::NoJson(file.to_owned()))?;
        self.put(file, &node)
    }
}
