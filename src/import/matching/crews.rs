//! Rows of a sheet as rows of a pack: car, drivers and class by the season's people and entries.

use std::collections::BTreeMap;

use super::options::MatchOptions;
use super::people::{NameMatch, People, id_for, written};
use crate::dataset::Fault;
use crate::dataset::edit::{AliasOf, PackChanges};
use crate::domain::{
    CarNumber, ClassId, CrewMember, Driver, DriverId, Entry, Place, Row, Season, Series, Status, Team, TeamId, Weekend,
    Weekends,
};
use crate::import::sheet::{OrderKind, SheetName, SheetRow};
use crate::lookup::normalised;

/// Matching of the rows of one sheet.
pub struct Crews<'s> {
    pub series: &'s Series,
    pub season: &'s Season,
    pub weekend: &'s Weekend,
    pub people: People<'s>,
    /// Classes by the words of the sheet.
    pub classes: BTreeMap<String, ClassId>,
    pub options: &'s MatchOptions,
}

/// The row of a pack that a row of a sheet becomes, with the class that it counts for.
pub type MatchedRow = (Row, Option<ClassId>);

impl Crews<'_> {
    /// Matches a row. What is missing in the pack is added to the changes if that was asked for, else it is a fault.
    pub fn row(
        &self,
        sheet: &SheetRow,
        kind: Option<OrderKind>,
        changes: &mut PackChanges,
        faults: &mut Vec<Fault>,
    ) -> Option<MatchedRow> {
        let trail = trail(sheet);
        let car = car_number(sheet, &trail, faults);
        let of_car: Vec<DriverId> = self
            .entered_with(car.as_ref())
            .flat_map(|entry| entry.drivers.clone())
            .collect();
        let mut drivers = Vec::new();
        let mut is_whole = true;
        for name in &sheet.drivers {
            match self.driver(name, &of_car, &trail, changes, faults) {
                Some(driver) => drivers.push(driver),
                None => is_whole = false,
            }
        }
        let class = sheet.class.as_ref().and_then(|word| self.classes.get(word)).cloned();
        if !is_whole || (sheet.class.is_some() && class.is_none() && !self.season.classes.is_empty()) {
            return None;
        }
        let entry = self.season.entry(&self.weekend.id, drivers.first(), car.as_ref());
        let is_entered = entry.is_some_and(|entry| {
            entry.is_for(&self.weekend.id) && drivers.iter().all(|driver| entry.has_driver(driver.slug()))
        });
        if !is_entered {
            self.enter(sheet, (car.as_ref(), &drivers, class.as_ref()), &trail, changes, faults)?;
        }
        let usual = entry.and_then(|entry| entry.class.clone());
        let is_race = matches!(kind, Some(OrderKind::Race | OrderKind::Sprint) | None);
        let place = sheet
            .place
            .filter(|_| matches!(sheet.status, Status::Classified | Status::Dnf));
        let time = if is_race {
            sheet.time
        } else {
            sheet.time.or(sheet.best_lap)
        };
        let row = Row {
            place: place.map(Place::Exactly),
            class: class
                .clone()
                .filter(|class| is_entered && usual.as_ref() != Some(class)),
            car,
            driver: drivers.first().filter(|_| drivers.len() == 1).cloned(),
            crew: if drivers.len() > 1 {
                drivers.into_iter().map(CrewMember::Driver).collect()
            } else {
                Vec::new()
            },
            status: sheet.status,
            laps: sheet.laps,
            time: time.map(|time| time.to_string()),
            best_lap: sheet.best_lap.filter(|_| is_race).map(|lap| lap.to_string()),
            penalty: sheet.penalty.clone(),
            note: sheet.note.clone(),
            ..Row::default()
        };
        Some((row, class.or(usual)))
    }

    /// The entries with a number, those for the weekend first.
    fn entered_with(&self, car: Option<&CarNumber>) -> impl Iterator<Item = &Entry> {
        let with = move |entry: &&Entry| car.is_some() && entry.car.as_ref() == car;
        let here = self.season.entries_at(&self.weekend.id).filter(with);
        here.chain(self.season.entries.iter().filter(with))
    }

    fn driver(
        &self,
        name: &SheetName,
        of_car: &[DriverId],
        trail: &str,
        changes: &mut PackChanges,
        faults: &mut Vec<Fault>,
    ) -> Option<DriverId> {
        let full = written(&name.full());
        if let Some(chosen) = self.options.choice(&name.full()) {
            let id = self.series.drivers.keys().find(|id| *id.slug() == *chosen).cloned();
            if let Some(id) = &id {
                changes.aliases.push((AliasOf::Driver(id.clone()), full));
            }
            return id;
        }
        let added = changes
            .drivers
            .iter()
            .find(|driver| normalised(&driver.name) == normalised(&full));
        if let Some(driver) = added {
            return Some(driver.id.clone());
        }
        let quoted = format!("'{full}'");
        match self.people.find(name, of_car) {
            NameMatch::Found(id) => Some(id),
            NameMatch::Spelt(id) => {
                let known = self.series.drivers.get(&id).map_or("", |driver| driver.name.as_str());
                let note = Fault::note(
                    "",
                    "$",
                    "spelling",
                    format!("{quoted} is taken for {known}, whose number it is"),
                );
                faults.push(at(note, trail).hint(format!("to remember the spelling: --as \"{full}={id}\"")));
                Some(id)
            }
            NameMatch::Several(ids) => {
                let ids: Vec<&str> = ids.iter().map(DriverId::as_str).collect();
                let error = Fault::error(
                    "",
                    "$",
                    "ambiguous-name",
                    format!("{quoted} can be {}", ids.join(" or ")),
                );
                faults
                    .push(at(error, trail).hint(format!("say which: --as \"{full}={}\"", ids.first().unwrap_or(&""))));
                None
            }
            NameMatch::Unknown(near) => {
                let is_taken = |id: &str| self.series.drivers.keys().any(|known| known.as_str() == id);
                let is_added = |id: &str| changes.drivers.iter().any(|added| added.id.as_str() == id);
                let id: DriverId = id_for(&full, |id| is_taken(id) || is_added(id))?.into();
                if self.options.add_missing {
                    changes.drivers.push(new_driver(id.clone(), full, name));
                    return Some(id);
                }
                let error = Fault::error(
                    "",
                    "$",
                    "unknown-driver",
                    format!("nobody in the pack is called {quoted}"),
                );
                let known = near
                    .first()
                    .map(|id| format!("if it is {id}: --as \"{full}={id}\"; else "));
                let line = format!(
                    "{{ \"id\": \"{id}\", \"name\": {} }}",
                    serde_json::Value::from(full.as_str())
                );
                let known = known.unwrap_or_default();
                faults.push(at(error, trail).hint(format!("{known}add to people.json {line}, or use --add-missing")));
                None
            }
        }
    }

    /// Enters a car that the pack does not expect at the weekend, or tells so.
    fn enter(
        &self,
        sheet: &SheetRow,
        (car, drivers, class): (Option<&CarNumber>, &[DriverId], Option<&ClassId>),
        trail: &str,
        changes: &mut PackChanges,
        faults: &mut Vec<Fault>,
    ) -> Option<()> {
        let same = |entry: &&Entry| {
            entry.car.as_ref() == car
                && drivers.iter().all(|driver| entry.has_driver(driver.slug()))
                && (class.is_none() || entry.class.as_ref() == class)
        };
        let known = self.season.entries.iter().zip(0..).find(|(entry, _)| same(entry));
        if !self.options.add_missing {
            let named = drivers.iter().map(DriverId::as_str).collect::<Vec<_>>().join(", ");
            let message = format!("{named} is not entered for {} with this car", self.weekend.id);
            let hint = match known {
                Some(_) => format!(
                    "add \"{}\" to the weekends of the entry in entries.json, or use --add-missing",
                    self.weekend.id
                ),
                None => "add an entry to entries.json, or use --add-missing".to_owned(),
            };
            faults.push(at(Fault::error("", "$", "not-entered", message), trail).hint(hint));
            return None;
        }
        if changes
            .entries
            .iter()
            .any(|entry| entry.car.as_ref() == car && entry.drivers == drivers)
        {
            return Some(());
        }
        match known {
            Some((
                Entry {
                    weekends: Some(Weekends::Only(_)),
                    ..
                },
                at,
            )) => {
                changes.entered.push((at, self.weekend.id.clone()));
            }
            _ => {
                let entry = Entry {
                    car: car.cloned(),
                    drivers: drivers.to_vec(),
                    team: self.team(sheet, changes),
                    make: None,
                    class: class.cloned(),
                    weekends: Some(Weekends::Only(vec![self.weekend.id.clone()])),
                    guest: sheet.guest,
                    tags: Vec::new(),
                    rookie: None,
                    note: None,
                    sources: Vec::new(),
                    derived: None,
                };
                changes.entries.push(entry);
            }
        }
        Some(())
    }

    /// The team of a row; one that is new is added.
    fn team(&self, sheet: &SheetRow, changes: &mut PackChanges) -> Option<TeamId> {
        let name = sheet.team.as_ref()?;
        let key = normalised(name);
        let is_it = |team: &&Team| {
            team.aliases
                .iter()
                .chain([&team.name])
                .any(|known| normalised(known) == key)
        };
        let teams = || self.series.teams.values().chain(&changes.teams);
        if let Some(team) = teams().find(is_it) {
            return Some(team.id.clone());
        }
        let id: TeamId = id_for(name, |id| teams().any(|team| team.id.as_str() == id))?.into();
        changes.teams.push(Team {
            id: id.clone(),
            name: name.clone(),
            aliases: Vec::new(),
            nationality: None,
            sources: Vec::new(),
        });
        Some(id)
    }
}

/// The number of a row, which is a fault if it cannot be one.
fn car_number(sheet: &SheetRow, trail: &str, faults: &mut Vec<Fault>) -> Option<CarNumber> {
    let number = sheet.number.as_ref()?;
    let car = number.parse().ok();
    if car.is_none() {
        let message = format!("'{number}' is no car number");
        let fault = at(Fault::error("", "$", "car-number", message), trail);
        faults.push(fault.hint("a number has one to four letters or digits"));
    }
    car
}

fn new_driver(id: DriverId, name: String, sheet: &SheetName) -> Driver {
    Driver {
        id,
        name,
        surname: None,
        aliases: Vec::new(),
        hometown: sheet.hometown.clone(),
        nationality: None,
        notes: Vec::new(),
        sources: Vec::new(),
    }
}

/// A fault at a row.
fn at(mut fault: Fault, trail: &str) -> Fault {
    trail.clone_into(&mut fault.trail);
    fault
}

/// A row as people find it.
pub fn trail(row: &SheetRow) -> String {
    let driver = row.drivers.first().map(SheetName::full).unwrap_or_default();
    let number = row
        .number
        .as_ref()
        .map(|number| format!("#{number} "))
        .unwrap_or_default();
    format!("row {} ({number}{driver})", row.row)
}
