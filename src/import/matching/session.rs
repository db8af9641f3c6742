//! The session that a sheet belongs to, by what was asked for, else by its date, place, kind and number.

use crate::domain::{Season, Session, SessionKind, SessionStatus, Weekend};
use crate::import::sheet::{Heading, OrderKind};
use crate::lookup::normalised;

/// A session of a season.
#[derive(Debug, Clone, Copy)]
pub struct SheetSession<'s> {
    pub weekend: &'s Weekend,
    pub session: &'s Session,
}

/// The session meant, or the paths of those that it can be.
pub fn find<'s>(
    season: &'s Season,
    heading: &Heading,
    kind: Option<OrderKind>,
    asked: Option<&str>,
) -> Result<SheetSession<'s>, Vec<String>> {
    let all = || {
        let of = |weekend: &'s Weekend| {
            weekend
                .sessions
                .iter()
                .map(move |session| SheetSession { weekend, session })
        };
        season.weekends.iter().flat_map(of)
    };
    if let Some(asked) = asked {
        let mut found = all().filter(|one| one.is_asked(asked) && one.fits(kind));
        return match (found.next(), found.next()) {
            (Some(one), None) => Ok(one),
            _ => Err(paths(all().filter(|one| one.is_near(asked)))),
        };
    }
    let here: Vec<SheetSession<'s>> = all().filter(|one| one.is_at(heading)).collect();
    let mut fitting: Vec<_> = here.iter().filter(|one| one.fits(kind)).copied().collect();
    let rules: [&dyn Fn(&SheetSession<'_>) -> bool; 2] = [&|one| one.is_named(heading), &|one| one.is_on_day(heading)];
    for rule in rules {
        if fitting.len() > 1 && fitting.iter().any(rule) {
            fitting.retain(rule);
        }
    }
    match fitting.as_slice() {
        [one] => Ok(*one),
        [] => Err(paths(here.into_iter())),
        _ => Err(paths(fitting.into_iter())),
    }
}

fn paths<'s>(sessions: impl Iterator<Item = SheetSession<'s>>) -> Vec<String> {
    sessions.take(12).map(|one| one.path()).collect()
}

impl SheetSession<'_> {
    /// `miami/race-1`.
    pub fn path(&self) -> String {
        format!("{}/{}", self.weekend.id, self.session.id)
    }

    /// True if a text names it: its path, its weekend, or its own id.
    fn is_asked(&self, asked: &str) -> bool {
        asked == self.path() || asked == self.weekend.id.as_str() || asked == self.session.id.as_str()
    }

    /// True if a text that names no session begins as its path does.
    fn is_near(&self, asked: &str) -> bool {
        let weekend = asked.split('/').next().unwrap_or_default();
        self.weekend.id.as_str() == weekend || !asked.contains('/')
    }

    /// True if its kind is that of the sheet; a grid is that of a race.
    fn fits(&self, kind: Option<OrderKind>) -> bool {
        self.session.status != SessionStatus::Cancelled
            && match kind {
                None => matches!(
                    self.session.kind,
                    SessionKind::Race | SessionKind::Sprint | SessionKind::Qualifying
                ),
                Some(OrderKind::Practice) => matches!(self.session.kind, SessionKind::Practice | SessionKind::Test),
                Some(OrderKind::Qualifying) => self.session.kind == SessionKind::Qualifying,
                Some(OrderKind::Sprint) => self.session.kind == SessionKind::Sprint,
                Some(OrderKind::Grid | OrderKind::Race) => self.session.kind == SessionKind::Race,
            }
    }

    /// True if the heading's date is in its weekend; without a date, if the names of place or event do.
    fn is_at(&self, heading: &Heading) -> bool {
        if heading.event_id.as_deref() == Some(self.weekend.id.as_str()) {
            return true;
        }
        if let Some(date) = heading.date {
            return (self.weekend.start..=self.weekend.end).contains(&date);
        }
        let texts = [&heading.event, &heading.circuit];
        let texts: Vec<String> = texts.into_iter().flatten().map(|text| spaced(text)).collect();
        let names = std::iter::once(&self.weekend.name).chain(&self.weekend.aliases);
        let mut names = names
            .map(|name| spaced(name))
            .chain([spaced(&self.weekend.id.as_str().replace('-', " "))]);
        texts.is_empty() || names.any(|name| texts.iter().any(|text| text.contains(&name)))
    }

    /// True if the heading names the session as the pack does.
    fn is_named(&self, heading: &Heading) -> bool {
        let name = normalised(&self.session.name);
        heading
            .session
            .as_ref()
            .is_some_and(|session| normalised(session) == name)
    }

    fn is_on_day(&self, heading: &Heading) -> bool {
        heading.date.is_some() && heading.date == self.session.date
    }
}

/// A text normalised, with a blank on either side, so that only whole words are found in it.
fn spaced(text: &str) -> String {
    format!(" {} ", normalised(text))
}
