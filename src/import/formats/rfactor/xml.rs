//! Elements of a server's XML.
//!
//! No entity is expanded but the five that XML itself has; those that a document type declares are never looked at.

use std::collections::BTreeMap;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::import::track_time::TrackTime;

/// Depth of elements: the files themselves have six.
const DEPTH: usize = 12;
/// Element that holds everything below the root.
const RESULTS: &str = "RaceResults";

/// Fault of a file.
#[derive(Debug, thiserror::Error)]
pub enum XmlProblem {
    /// It is no well-formed XML.
    #[error("it is no XML from byte {at} on: {error}")]
    Malformed { at: u64, error: quick_xml::Error },
    /// Elements are open at its end.
    #[error("it ends within the element '{0}'")]
    Cut(String),
    /// Elements lie deeper than any real file has them.
    #[error("its elements lie deeper than {DEPTH}")]
    Deep,
    /// It refers to an entity of its own.
    #[error("it refers to the entity '{0}', which is never expanded")]
    Entity(String),
}

/// A file of a server.
#[derive(Debug, Default)]
pub struct RfactorFile {
    /// Texts that stand beside the sessions, by their element.
    pub settings: BTreeMap<String, String>,
    /// The sessions.
    pub sessions: Vec<RfactorSession>,
}

/// A session.
#[derive(Debug, Default)]
pub struct RfactorSession {
    /// The element: `Race`.
    pub name: String,
    /// The start by the server's clock: `2013/05/12 21:56:06`.
    pub date: Option<String>,
    /// Sentences about penalties, in order.
    pub penalties: Vec<String>,
    /// The cars with their drivers, in the order of the file.
    pub drivers: Vec<RfactorDriver>,
}

/// A car with its driver.
#[derive(Debug, Default)]
pub struct RfactorDriver {
    fields: BTreeMap<String, String>,
    /// Those who drove, one after the other, where somebody took over.
    pub swaps: Vec<String>,
    /// Laps with a time, by number.
    pub laps: Vec<(u16, TrackTime)>,
}

/// An element that is open: its name, its number if it is a lap, and its text so far.
#[derive(Debug)]
struct OpenElement {
    name: String,
    number: Option<u16>,
    text: String,
}

impl XmlProblem {
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Malformed { .. } | Self::Cut(_) => "copy the file again from the server: it is cut or was edited",
            Self::Deep => "give a file that the server wrote",
            Self::Entity(_) => "write the text itself in its place",
        }
    }
}

impl RfactorDriver {
    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(|text| text.trim())
    }
}

impl RfactorFile {
    /// Reads a file.
    pub fn read(text: &str) -> Result<Self, XmlProblem> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        let mut file = Self::default();
        let mut open: Vec<OpenElement> = Vec::new();
        loop {
            let event = reader.read_event().map_err(|error| XmlProblem::Malformed {
                at: reader.error_position(),
                error,
            })?;
            match event {
                Event::Start(start) => {
                    let element = OpenElement::of(&start);
                    file.begin(&open, &element.name);
                    open.push(element);
                    if open.len() > DEPTH {
                        return Err(XmlProblem::Deep);
                    }
                }
                Event::End(_) => {
                    if let Some(element) = open.pop() {
                        file.take(&open, element);
                    }
                }
                Event::Text(text) => append(&mut open, &text.xml10_content()),
                Event::CData(text) => append(&mut open, &text.xml10_content()),
                Event::GeneralRef(reference) => append(&mut open, &resolved(&reference)?),
                Event::Eof => break,
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
            }
        }
        match open.pop() {
            Some(element) => Err(XmlProblem::Cut(element.name)),
            None => Ok(file),
        }
    }

    /// Begins a session or a driver.
    fn begin(&mut self, open: &[OpenElement], name: &str) {
        match names(open).as_slice() {
            [_, RESULTS] => self.sessions.push(RfactorSession {
                name: name.to_owned(),
                ..RfactorSession::default()
            }),
            [_, RESULTS, _] if name == "Driver" => {
                if let Some(session) = self.sessions.last_mut() {
                    session.drivers.push(RfactorDriver::default());
                }
            }
            _ => {}
        }
    }

    /// Takes an element that ended; one beside the sessions that holds a text is a setting.
    fn take(&mut self, open: &[OpenElement], element: OpenElement) {
        let Some(session) = self.sessions.last_mut() else {
            return;
        };
        match names(open).as_slice() {
            [_, RESULTS] if session.drivers.is_empty() => {
                self.sessions.pop();
                self.settings.insert(element.name, element.text);
            }
            [_, RESULTS, _] if element.name == "TimeString" => session.date = Some(element.text),
            [_, RESULTS, _, "Stream"] if element.name == "Penalty" => {
                session.penalties.push(element.text.trim().to_owned());
            }
            [_, RESULTS, _, "Driver"] => {
                if let Some(driver) = session.drivers.last_mut() {
                    driver.take(element);
                }
            }
            _ => {}
        }
    }
}

impl RfactorDriver {
    fn take(&mut self, element: OpenElement) {
        match element.name.as_str() {
            "Lap" => {
                let time = TrackTime::parse(&element.text);
                self.laps.extend(element.number.zip(time));
            }
            "Swap" => self.swaps.push(element.text),
            _ => {
                self.fields.insert(element.name, element.text);
            }
        }
    }
}

impl OpenElement {
    fn of(start: &BytesStart<'_>) -> Self {
        let number = start.try_get_attribute("num").ok().flatten();
        let number = number.and_then(|number| number.normalized_value(XmlVersion::Implicit1_0).ok()?.parse().ok());
        Self {
            name: start.name().as_ref().to_owned(),
            number,
            text: String::new(),
        }
    }
}

/// Adds to the text of the innermost element.
fn append(open: &mut [OpenElement], text: &str) {
    if let Some(innermost) = open.last_mut() {
        innermost.text.push_str(text);
    }
}

fn names(open: &[OpenElement]) -> Vec<&str> {
    open.iter().map(|element| element.name.as_str()).collect()
}

/// The text that a reference stands for: a character by its number, or one of the five entities of XML.
fn resolved(reference: &BytesRef<'_>) -> Result<String, XmlProblem> {
    let unknown = || XmlProblem::Entity(reference.chars().take(40).collect());
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => Ok(letter.to_string()),
        Ok(None) => resolve_predefined_entity(reference)
            .map(str::to_owned)
            .ok_or_else(unknown),
        Err(_) => Err(unknown()),
    }
}
