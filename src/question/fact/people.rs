//! Facts about people: homes, rookies, entries, cars.

use super::finding::{FactResult, given_words, missing};
use crate::answer::{Fact, NamedId, Seat};
use crate::domain::{Driver, DriverId, Entry, Slug, Weekend};
use crate::lookup::normalised;
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::{Question, QuestionKind};

/// Countries by their codes, with their names and adjectives.
const COUNTRIES: &[(&str, &[&str])] = &[
    (
        "US",
        &[
            "usa",
            "us",
            "america",
            "american",
            "americans",
            "united states",
            "states",
        ],
    ),
    ("CA", &["canada", "canadian", "canadians"]),
    ("NL", &["netherlands", "holland", "dutch"]),
    (
        "GB",
        &[
            "uk",
            "england",
            "english",
            "british",
            "brit",
            "brits",
            "britain",
            "united kingdom",
            "gb",
        ],
    ),
    ("DE", &["germany", "german", "germans", "deutschland"]),
    ("NZ", &["new zealand", "nz", "kiwi", "kiwis"]),
    ("AU", &["australia", "australian", "australians", "aussie", "aussies"]),
    ("DO", &["dominican republic", "dominican", "dominicans"]),
    ("VE", &["venezuela", "venezuelan", "venezuelans"]),
    ("FR", &["france", "french"]),
    ("IT", &["italy", "italian", "italians"]),
    ("MX", &["mexico", "mexican", "mexicans"]),
    ("BR", &["brazil", "brazilian", "brazilians"]),
    ("CN", &["china", "chinese"]),
    ("JP", &["japan", "japanese"]),
    ("SG", &["singapore", "singaporean"]),
    ("MY", &["malaysia", "malaysian"]),
    ("TH", &["thailand", "thai"]),
    ("HK", &["hong kong"]),
];

/// True if a driver is from a place: a town, a state, a country; absent where it is unknown.
fn is_from(driver: &Driver, place: &str) -> Option<bool> {
    let country = COUNTRIES.iter().find(|(_, names)| names.contains(&place));
    let code = country.map(|(code, _)| *code);
    let town = driver.hometown.as_deref().map(normalised_parts);
    let here = town
        .as_ref()
        .is_some_and(|parts| parts.iter().any(|part| part == place));
    if here || code.is_some_and(|code| driver.nationality.as_deref() == Some(code)) {
        return Some(true);
    }
    match code {
        Some(_) => driver.nationality.as_ref().map(|_| false),
        None => town.map(|_| false),
    }
}

fn normalised_parts(town: &str) -> Vec<String> {
    let mut parts: Vec<String> = town.split(',').map(normalised).collect();
    parts.extend(
        town.split(',')
            .filter_map(|part| normalised(part).strip_suffix(" city").map(str::to_owned)),
    );
    parts
}

/// True if a driver is known from a place of this name.
pub(crate) fn is_place<'a>(mut drivers: impl Iterator<Item = &'a Driver>, place: &str) -> bool {
    COUNTRIES.iter().any(|(_, names)| names.contains(&place))
        || drivers.any(|driver| is_from(driver, place) == Some(true))
}

/// Drivers from a place, or the answer for a single one.
pub(super) fn from<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let place = given_words(request.options).collect::<Vec<_>>().join(" ");
    let asked = request
        .options
        .driver
        .as_ref()
        .and_then(|id| view.series.drivers.get(id));
    let asked_of = asked.map(|driver| {
        let title = NamedId::new(&driver.id, &driver.name);
        (title, driver.hometown.clone(), is_from(driver, &place))
    });
    let mut entered: Vec<&'a DriverId> = view.entries().flat_map(|entry| &entry.drivers).collect();
    entered.sort_unstable();
    entered.dedup();
    let drivers = entered.iter().filter_map(|id| view.series.drivers.get(*id));
    let from: Vec<&Driver> = drivers.filter(|driver| is_from(driver, &place) == Some(true)).collect();
    let sources = from
        .iter()
        .copied()
        .chain(asked)
        .flat_map(|driver| &driver.sources)
        .collect();
    let town = |driver: &Driver| driver.hometown.clone().or_else(|| driver.nationality.clone());
    let facts = Fact::From {
        place,
        asked: asked_of,
        people: from
            .iter()
            .map(|driver| (NamedId::new(&driver.id, &driver.name), town(driver).unwrap_or_default()))
            .collect(),
    };
    Ok((facts, sources))
}

/// Rookies, or the answer for a single driver.
pub(super) fn rookies<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let entries: Vec<_> = view.entries().collect();
    let of = |driver: &Slug| {
        entries
            .iter()
            .filter(|entry| entry.has_driver(driver))
            .find_map(|entry| entry.rookie)
    };
    let asked = request
        .options
        .driver
        .as_ref()
        .map(|id| (NamedId::driver(view.series, id), of(id)));
    let new: Vec<_> = entries.iter().filter(|entry| entry.rookie == Some(true)).collect();
    let facts = Fact::Rookies {
        asked,
        rookies: new.iter().map(|entry| view.seat(entry)).collect(),
    };
    Ok((facts, new.iter().flat_map(|entry| &entry.sources).collect()))
}

/// Entry of a competitor for a weekend.
pub(super) fn entered<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let who = match (&request.options.driver, &request.options.team) {
        (Some(id), _) => NamedId::driver(view.series, id).untyped(),
        (None, Some(id)) => NamedId::team(view.series, id).untyped(),
        (None, None) => return Err(missing("driver", "fact entered driver:hartog")),
    };
    let meant = |entry: &Entry| match &request.options.driver {
        Some(id) => entry.drivers.contains(id),
        None => entry.team == request.options.team,
    };
    let entries = Question::of(QuestionKind::Entries);
    let list = Request::new(&entries, request.catalogue, request.asker);
    let weekend: Option<&'a Weekend> = match &request.options.weekend {
        Some(id) => Some(list.weekend(view.series, view.season, id)?),
        None => view.catalogue.progress(view.season, view.asker.now).current(),
    };
    let entries: Vec<_> = view.entries().filter(|entry| meant(entry)).collect();
    let here = |entry: &Entry| weekend.is_none_or(|weekend| entry.is_for(&weekend.id));
    let seats: Vec<Seat> = entries
        .iter()
        .filter(|entry| here(entry))
        .map(|entry| Seat {
            weekends: None,
            ..view.seat(entry)
        })
        .collect();
    let facts = Fact::Entered {
        who,
        weekend: weekend.map(|weekend| view.titled(weekend)),
        unplaced: entries.iter().any(|entry| entry.weekends.is_none()),
        early: weekend.is_some_and(|weekend| !view.begun(weekend)),
        seats,
    };
    Ok((facts, entries.iter().flat_map(|entry| &entry.sources).collect()))
}

/// Team and class of a driver, asked about by name.
pub(super) fn drives<'a>(request: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    let options = request.options;
    let Some(driver) = &options.driver else {
        return Err(missing("driver", "fact drives driver:hartog team:kellymoss"));
    };
    let entries: Vec<_> = view.entries().filter(|entry| entry.drivers.contains(driver)).collect();
    if entries.is_empty() {
        return Err(request.nothing_known(view.series, options.season.as_ref()));
    }
    let is_asked = |entry: &&&Entry| {
        let team = options.team.is_none() || entry.team == options.team;
        team && (options.class.is_none() || entry.class == options.class)
    };
    let fact = Fact::Drives {
        who: NamedId::driver(view.series, driver),
        is: entries.iter().any(|entry| is_asked(&entry)),
        seats: entries.iter().map(|entry| view.seat(entry)).collect(),
    };
    Ok((fact, entries.iter().flat_map(|entry| &entry.sources).collect()))
}

/// Car model of the season.
#[expect(clippy::unnecessary_wraps, reason = "all subjects are found alike")]
pub(super) fn car<'a>(_: Request<'_>, view: SeasonView<'a>) -> FactResult<'a> {
    Ok((Fact::Car(view.season.car.clone()), Vec::new()))
}
