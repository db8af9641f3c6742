//! Scenario codes: a scenario as a short text, so that nothing has to be stored.
//!
//! ```text
//! code     = base64url( format baseline version count session* check )
//! format   = 1 byte, of this layout
//! baseline    = 3 bytes, the hash of `series/season/championship`
//! version  = 2 bytes, the days from 2000-01-01 to the date of the pack's version, and 1 byte, its number on that day
//! session  = 3 bytes, the hash of `weekend/session`; 1 byte, the number of results; the results
//! result   = kind, 3 bytes with the hash of the driver's id; for an award 3 bytes with the hash of its id
//! kind     = 0 an award, 1 retired, 2 not started, 3 disqualified, n + 3 place n, seven bits a byte
//! check    = 2 bytes, the hash of all before
//! ```
//!
//! Ids are hashed, not numbered: a code keeps its meaning when a pack gains a driver, and says so when it loses one.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{Days, NaiveDate};

use super::scenario::{Scenario, ScenarioSession, Supposition};
use super::unsupposable::Unsupposable;
use crate::answer::{NonFinish, SupposedResult};
use crate::dataset::Catalogue;
use crate::domain::{AwardId, Season, Series, SessionRef, Slug};

/// Version of the layout.
const FORMAT: u8 = 1;

/// The contents of a code.
pub(super) struct Decoded<'a> {
    pub series: &'a Series,
    pub season: &'a Season,
    pub championship: Slug,
    /// Version of the pack it was made with.
    pub version: String,
    pub scenario: Scenario,
}

/// The code of a scenario; none if it exceeds the layout.
pub(super) fn pack(series: &Series, season: &Season, championship: &Slug, scenario: &Scenario) -> Option<String> {
    let mut bytes = vec![FORMAT];
    bytes.extend(hash(&baseline(series, season, championship)));
    bytes.extend(version_bytes(&season.version)?);
    bytes.push(u8::try_from(scenario.sessions.len()).ok()?);
    for supposed in &scenario.sessions {
        bytes.extend(hash(&supposed.session.to_string()));
        bytes.push(u8::try_from(supposed.results.len()).ok()?);
        for result in &supposed.results {
            number(&mut bytes, what(&result.wanted));
            bytes.extend(hash(result.driver.as_str()));
            if let SupposedResult::Award(award) = &result.wanted {
                bytes.extend(hash(award.as_str()));
            }
        }
    }
    bytes.extend(check(&bytes));
    Some(BASE64_URL_SAFE_NO_PAD.encode(&bytes))
}

/// Decodes a code and resolves it in the catalogue.
pub(super) fn unpack<'a>(code: &str, catalogue: &'a Catalogue) -> Result<Decoded<'a>, Unsupposable> {
    let code = code.rsplit("code:").next().unwrap_or(code).trim();
    // Trailing bits are refused, so that a scenario has a single code.
    let bytes = BASE64_URL_SAFE_NO_PAD
        .decode(code)
        .map_err(|_| Unsupposable::DamagedCode)?;
    let (content, _) = bytes
        .split_last_chunk::<2>()
        .filter(|(content, sum)| check(content) == **sum)
        .ok_or(Unsupposable::DamagedCode)?;
    let mut reader = CodeReader(content);
    if reader.byte()? != FORMAT {
        return Err(Unsupposable::LostCode);
    }
    let wanted = reader.hash()?;
    let seasons = catalogue.series.values().flat_map(|series| {
        let seasons = series.each_season();
        seasons.flat_map(move |season| season.championships.iter().map(move |one| (series, season, &one.id)))
    });
    let scenes = seasons.filter(|(series, season, one)| hash(&baseline(series, season, one)) == wanted);
    let (series, season, championship) = only(scenes).ok_or(Unsupposable::LostCode)?;
    let version = version_text(reader.array()?)?;
    let mut sessions = Vec::new();
    for _ in 0..reader.byte()? {
        let wanted = reader.hash()?;
        let known = season.weekends.iter().flat_map(|weekend| {
            let sessions = weekend.sessions.iter();
            sessions.map(|session| SessionRef {
                weekend: weekend.id.clone(),
                session: session.id.clone(),
            })
        });
        let session = only(known.filter(|session| hash(&session.to_string()) == wanted));
        let session = session.ok_or(Unsupposable::LostCode)?;
        let mut results = Vec::new();
        for _ in 0..reader.byte()? {
            let what = reader.number()?;
            let driver = id(series.drivers.keys(), reader.hash()?)?;
            let wanted = match what {
                0 => SupposedResult::Award(id(awards(season), reader.hash()?)?),
                1 => SupposedResult::Out(NonFinish::Dnf),
                2 => SupposedResult::Out(NonFinish::Dns),
                3 => SupposedResult::Out(NonFinish::Dsq),
                place => SupposedResult::Place(place - 3),
            };
            results.push(Supposition { wanted, driver });
        }
        sessions.push(ScenarioSession { session, results });
    }
    if !reader.0.is_empty() {
        return Err(Unsupposable::DamagedCode);
    }
    Ok(Decoded {
        series,
        season,
        championship: championship.clone().into(),
        version,
        scenario: Scenario { about: None, sessions },
    })
}

fn baseline(series: &Series, season: &Season, championship: &Slug) -> String {
    format!("{}/{}/{championship}", series.id, season.id)
}

fn awards(season: &Season) -> impl Iterator<Item = &AwardId> {
    let rules = season.rules.values();
    rules.flat_map(|rules| rules.awards.iter().flatten().map(|award| &award.award))
}

fn what(wanted: &SupposedResult) -> u32 {
    match wanted {
        SupposedResult::Award(_) => 0,
        SupposedResult::Out(NonFinish::Dnf) => 1,
        SupposedResult::Out(NonFinish::Dns) => 2,
        SupposedResult::Out(NonFinish::Dsq) => 3,
        SupposedResult::Place(place) => u32::from(*place) + 3,
    }
}

fn id<'a, I: AsRef<Slug> + Clone + PartialEq + 'a>(
    ids: impl Iterator<Item = &'a I>,
    wanted: [u8; 3],
) -> Result<I, Unsupposable> {
    let found = only(ids.filter(|id| hash(id.as_ref().as_str()) == wanted));
    found.cloned().ok_or(Unsupposable::LostCode)
}

/// The only distinct item.
fn only<T: PartialEq>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

fn version_bytes(version: &str) -> Option<[u8; 3]> {
    let (date, number) = version.split_once('.').unwrap_or((version, "1"));
    let days = date
        .parse::<NaiveDate>()
        .ok()?
        .signed_duration_since(epoch())
        .num_days();
    let [high, low] = u16::try_from(days).ok()?.to_be_bytes();
    Some([high, low, number.parse().ok()?])
}

fn version_text([high, low, number]: [u8; 3]) -> Result<String, Unsupposable> {
    let days = Days::new(u16::from_be_bytes([high, low]).into());
    let date = epoch().checked_add_days(days).ok_or(Unsupposable::DamagedCode)?;
    Ok(match number {
        1 => date.to_string(),
        number => format!("{date}.{number}"),
    })
}

fn epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default()
}

/// 32-bit FNV-1a hash.
fn fnv(bytes: &[u8]) -> u32 {
    let add = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    bytes.iter().fold(0x811c_9dc5, add)
}

fn hash(text: &str) -> [u8; 3] {
    let [first, second, third, fourth] = fnv(text.as_bytes()).to_be_bytes();
    [first ^ fourth, second, third]
}

fn check(bytes: &[u8]) -> [u8; 2] {
    let [first, second, third, fourth] = fnv(bytes).to_be_bytes();
    [first ^ third, second ^ fourth]
}

fn number(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push((number & 0x7f) as u8);
}

/// Reader of the remaining bytes.
struct CodeReader<'b>(&'b [u8]);

impl CodeReader<'_> {
    fn array<const N: usize>(&mut self) -> Result<[u8; N], Unsupposable> {
        let (first, rest) = self.0.split_first_chunk().ok_or(Unsupposable::DamagedCode)?;
        self.0 = rest;
        Ok(*first)
    }

    fn byte(&mut self) -> Result<u8, Unsupposable> {
        self.array().map(|[byte]| byte)
    }

    fn hash(&mut self) -> Result<[u8; 3], Unsupposable> {
        self.array()
    }

    /// A number of at most three bytes, seven bits each.
    fn number(&mut self) -> Result<u16, Unsupposable> {
        let mut number = 0_u32;
        for shift in [0, 7, 14] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u16::try_from(number).map_err(|_| Unsupposable::DamagedCode);
            }
        }
        Err(Unsupposable::DamagedCode)
    }
}
