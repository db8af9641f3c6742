//! JSON of the Ergast API and of Jolpica, which goes on with it: races, results, qualifying, sprints and tables, in pages.
//!
//! All values are texts. A page holds so many rows whatever race they are of, so that its first and last race may be cut:
//! pages that belong together are merged before that is decided.

mod wire;

use std::collections::BTreeMap;

use crate::dataset::Fault;
use crate::domain::Status;
use crate::import::sheet::{
    CalendarRow, CalendarSheet, CalendarStart, Heading, OrderKind, PointsRow, PointsSheet, ResultSheet, Sheet,
    SheetExtent, SheetName, SheetRow,
};
use crate::import::source::{FileFaults, ForeignFile};
use crate::import::track_time::{TrackGap, TrackTime};
use wire::{Envelope, PagedConstructor, PagedDriver, PagedRace, PagedResult, PagedStanding, StandingsList};

pub use wire::Page;

/// Sessions of a race weekend besides the race: key, name. The second practice of a sprint weekend is its shootout.
const SESSIONS: [(&str, &str); 7] = [
    ("FirstPractice", "Practice 1"),
    ("SecondPractice", "Practice 2"),
    ("ThirdPractice", "Practice 3"),
    ("SprintQualifying", "Sprint Qualifying"),
    ("SprintShootout", "Sprint Qualifying"),
    ("Sprint", "Sprint"),
    ("Qualifying", "Qualifying"),
];

/// True if a file is a page of the API.
pub fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    String::from_utf8_lossy(start).contains("\"MRData\"")
}

/// Reads pages; one that is cut, or holds none of its rows, is a fault.
pub fn pages(files: &[ForeignFile], faults: &mut Vec<Fault>) -> Vec<Page> {
    const AGAIN: &str = "download the page again: it is cut or was edited";
    let mut pages = Vec::new();
    for file in files {
        let mut told = FileFaults::of(file);
        match serde_json::from_slice::<Envelope>(&file.bytes) {
            Ok(Envelope { data }) if data.is_empty() => match data.total.count() {
                Some(0) => told.note(
                    None,
                    "empty-page",
                    "the query that it answers found no rows",
                    "ask for another season",
                ),
                _ => told.error(None, "empty-page", "it holds no race and no table", AGAIN),
            },
            Ok(envelope) => pages.push(envelope.data),
            Err(error) => told.error(None, "json", &error.to_string(), AGAIN),
        }
        faults.extend(told.into_faults());
    }
    pages
}

/// The sheets of pages, those that belong together merged.
pub fn sheets(pages: Vec<Page>) -> Vec<Sheet> {
    let mut queries: BTreeMap<(String, usize), Vec<Page>> = BTreeMap::new();
    for page in pages {
        let total = page.total.count().map_or(0, usize::from);
        queries.entry((page.url.clone(), total)).or_default().push(page);
    }
    queries
        .into_iter()
        .flat_map(|((_, total), pages)| of_query(total, pages))
        .collect()
}

fn of_query(total: usize, mut pages: Vec<Page>) -> Vec<Sheet> {
    pages.sort_by_key(|page| page.offset.count());
    let mut sheets: Vec<Sheet> = Vec::new();
    let lists = pages.iter().flat_map(|page| &page.standings.lists);
    for list in lists {
        sheets.extend(tables(list, total));
    }
    let calendar: Vec<PagedRace> = pages
        .iter()
        .flat_map(|page| &page.races.races)
        .filter(|race| !race.has_rows())
        .cloned()
        .collect();
    if !calendar.is_empty() {
        sheets.push(Sheet::Calendar(of_calendar(&calendar)));
    }
    let orders: [(OrderKind, RowsOf); 3] = [
        (OrderKind::Qualifying, |race| &race.qualifying),
        (OrderKind::Sprint, |race| &race.sprint),
        (OrderKind::Race, |race| &race.results),
    ];
    for (kind, rows) in orders {
        let merged = merged(&pages, rows);
        let last = merged.len();
        for (at, (race, results, touches)) in merged.into_iter().enumerate() {
            let is_cut = (at == 0 && touches.begins_late) || (at + 1 == last && touches.ends_early) || touches.has_hole;
            let extent = if is_cut {
                SheetExtent::Cut { total }
            } else {
                SheetExtent::Whole
            };
            sheets.push(Sheet::Results(order(&race, kind, &results, extent)));
        }
    }
    sheets
}

/// The rows of a race in one of its orders.
type RowsOf = fn(&PagedRace) -> &Vec<PagedResult>;

/// Edges of pages that a race touches.
#[derive(Debug, Clone, Copy, Default)]
struct Edges {
    begins_late: bool,
    ends_early: bool,
    has_hole: bool,
}

/// The races of pages with all their rows; a row that two pages hold counts once.
fn merged(pages: &[Page], rows: RowsOf) -> Vec<(PagedRace, Vec<PagedResult>, Edges)> {
    let mut races: Vec<(PagedRace, Vec<PagedResult>, Edges)> = Vec::new();
    let mut end = 0;
    let mut total = 0;
    for page in pages {
        let offset = page.offset.count().map_or(0, usize::from);
        total = page.total.count().map_or(0, usize::from);
        let is_hole = offset > end;
        let count: usize = page.races.races.iter().map(|race| rows(race).len()).sum();
        end = end.max(offset + count);
        for (at, race) in page
            .races
            .races
            .iter()
            .filter(|race| !rows(race).is_empty())
            .enumerate()
        {
            let same = |(known, _, _): &&mut (PagedRace, Vec<PagedResult>, Edges)| known.is_same(race);
            let at_hole = is_hole && at == 0;
            match races.iter_mut().find(same) {
                Some((_, known, edges)) => {
                    let is_new = |row: &&PagedResult| {
                        !known
                            .iter()
                            .any(|one| one.driver.id == row.driver.id && one.number.text() == row.number.text())
                    };
                    let new: Vec<PagedResult> = rows(race).iter().filter(is_new).cloned().collect();
                    known.extend(new);
                    edges.has_hole |= at_hole;
                }
                None => {
                    let edges = Edges {
                        begins_late: at_hole,
                        has_hole: at_hole,
                        ends_early: false,
                    };
                    // A hole before this race cuts the one before it too.
                    if let (true, Some((_, _, edges))) = (at_hole, races.last_mut()) {
                        edges.has_hole = true;
                    }
                    races.push((race.clone(), rows(race).clone(), edges));
                }
            }
        }
    }
    if let (true, Some((_, _, edges))) = (end < total, races.last_mut()) {
        edges.ends_early = true;
    }
    races
}

fn order(race: &PagedRace, kind: OrderKind, results: &[PagedResult], extent: SheetExtent) -> ResultSheet {
    let name = match kind {
        OrderKind::Qualifying => "Qualifying",
        OrderKind::Sprint => "Sprint",
        _ => "Race",
    };
    ResultSheet {
        heading: race.heading(Some(name)),
        kind: Some(kind),
        extent,
        rows: results
            .iter()
            .enumerate()
            .map(|(at, row)| result(at + 1, row, kind))
            .collect(),
        messages: Vec::new(),
    }
}

fn result(at: usize, result: &PagedResult, kind: OrderKind) -> SheetRow {
    let status = state(result.position_text.text().as_deref());
    let place = result.position.count().filter(|_| status == Status::Classified);
    let is_race = kind != OrderKind::Qualifying;
    let lap = [&result.q3, &result.q2, &result.q1]
        .into_iter()
        .find_map(|lap| TrackTime::parse(&lap.text()?));
    let printed = result.time.as_ref().and_then(|time| time.time.text());
    let is_gap = printed.as_ref().is_some_and(|time| time.starts_with('+'));
    let millis = result.time.as_ref().and_then(|time| time.millis.text()?.parse().ok());
    let said = result.status.text();
    // Lapped cars carry a time that is none to the winner's.
    let is_lapped = said.as_ref().is_some_and(|said| said.contains("Lap"));
    let best = result.fastest_lap.as_ref();
    SheetRow {
        row: at,
        place,
        number: result.number.text(),
        drivers: vec![result.driver.name()],
        team: result.constructor.as_ref().map(|team| team.name.clone()),
        status,
        status_text: said,
        laps: result.laps.count(),
        time: if is_race {
            millis.and_then(TrackTime::from_millis).filter(|_| !is_lapped)
        } else {
            lap
        },
        gap: printed
            .filter(|_| is_gap && !is_lapped)
            .and_then(|gap| TrackGap::parse(&gap)),
        best_lap: if is_race {
            best.and_then(|lap| TrackTime::parse(&lap.time.as_ref()?.time.text()?))
        } else {
            lap
        },
        best_lap_number: best.and_then(|lap| lap.lap.count()),
        grid: result.grid.count().filter(|place| *place > 0),
        points: result.points.text().and_then(|points| points.parse().ok()),
        ..SheetRow::default()
    }
}

/// The end of a car's race by the letter in place of a place.
fn state(position: Option<&str>) -> Status {
    match position {
        Some("R") => Status::Dnf,
        Some("D" | "E") => Status::Dsq,
        Some("W" | "F") => Status::Dns,
        Some("N") => Status::Nc,
        _ => Status::Classified,
    }
}

/// The tables of one moment.
fn tables(list: &StandingsList, total: usize) -> Vec<Sheet> {
    let sheet = |name: &str, rows: &[PagedStanding], of_teams: bool| {
        let row = |(at, row): (usize, &PagedStanding)| {
            let team = |team: &PagedConstructor| SheetName {
                id: Some(team.id.replace('_', "-")),
                family: team.name.clone(),
                ..SheetName::default()
            };
            let driver = row.driver.as_ref().map(PagedDriver::name);
            Some(PointsRow {
                row: at + 1,
                place: row.position.count(),
                competitor: driver.or_else(|| row.constructor.as_ref().map(team))?,
                points: row.points.text()?.parse().ok()?,
                wins: row.wins.count(),
                cells: Vec::new(),
            })
        };
        let rows: Vec<PointsRow> = rows.iter().enumerate().filter_map(row).collect();
        Sheet::Points(PointsSheet {
            heading: Heading {
                series: Some("Formula 1".to_owned()),
                year: list.season.text().and_then(|year| year.parse().ok()),
                round: list.round.count(),
                ..Heading::default()
            },
            championship: name.to_owned(),
            of_teams,
            rounds: Vec::new(),
            extent: if rows.len() < total {
                SheetExtent::Cut { total }
            } else {
                SheetExtent::Whole
            },
            rows,
        })
    };
    let drivers = (!list.drivers.is_empty()).then(|| sheet("Drivers", &list.drivers, false));
    let constructors = (!list.constructors.is_empty()).then(|| sheet("Constructors", &list.constructors, true));
    drivers.into_iter().chain(constructors).collect()
}

fn of_calendar(races: &[PagedRace]) -> CalendarSheet {
    let mut rows = Vec::new();
    for race in races {
        let is_sprint = race.sessions.contains_key("Sprint");
        for (key, name) in SESSIONS {
            let Some(session) = race.sessions.get(key) else {
                continue;
            };
            // The second practice of these weekends stands where their shootout was.
            let name = if is_sprint && key == "SecondPractice" {
                "Sprint Qualifying"
            } else {
                name
            };
            let text = |key: &str| session.get(key).and_then(serde_json::Value::as_str);
            rows.push(race.calendar_row(rows.len() + 1, name, text("date"), text("time")));
        }
        let (date, time) = (race.date.text(), race.time.text());
        rows.push(race.calendar_row(rows.len() + 1, "Race", date.as_deref(), time.as_deref()));
    }
    CalendarSheet {
        heading: Heading {
            series: Some("Formula 1".to_owned()),
            year: races.first().and_then(|race| race.season.text()?.parse().ok()),
            ..Heading::default()
        },
        sessions: rows,
    }
}

impl PagedRace {
    fn has_rows(&self) -> bool {
        !self.results.is_empty() || !self.sprint.is_empty() || !self.qualifying.is_empty()
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.season.text(), self.round.text()) == (other.season.text(), other.round.text())
    }

    fn heading(&self, session: Option<&str>) -> Heading {
        Heading {
            series: Some("Formula 1".to_owned()),
            year: self.season.text().and_then(|year| year.parse().ok()),
            event: Some(self.name.clone()),
            circuit: Some(self.circuit.name.clone()).filter(|name| !name.is_empty()),
            round: self.round.count(),
            session: session.map(str::to_owned),
            ..Heading::default()
        }
    }

    fn calendar_row(&self, row: usize, name: &str, date: Option<&str>, time: Option<&str>) -> CalendarRow {
        let date = date.and_then(|date| date.parse().ok());
        let instant = date.zip(time).and_then(|(date, time): (chrono::NaiveDate, &str)| {
            format!("{date}T{time}").parse::<chrono::DateTime<chrono::Utc>>().ok()
        });
        let start = match (instant, date) {
            (Some(instant), _) => CalendarStart::At(instant),
            (None, Some(date)) => CalendarStart::On(date),
            (None, None) => CalendarStart::Unknown,
        };
        CalendarRow {
            row,
            key: format!("{} {name}", self.name),
            event: self.name.clone(),
            session: Some(name.to_owned()),
            circuit: Some(self.circuit.name.clone()).filter(|name| !name.is_empty()),
            round: self.round.count(),
            start,
            ..CalendarRow::default()
        }
    }
}

impl PagedDriver {
    fn name(&self) -> SheetName {
        SheetName {
            id: Some(self.id.replace('_', "-")),
            given: self.given.clone(),
            family: self.family.clone(),
            country: self.nationality.clone(),
            hometown: None,
        }
    }
}
