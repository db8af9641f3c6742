//! `next`: what is on now and what comes next.

use serde::Serialize;

use super::args::Args;
use super::spec::{KIND, SERIES};
use super::{Ask, Misunderstanding, Question, Spec, defaults};
use crate::answer::{Answer, Body, Frame, Next as Facts, WeekendTimetable};
use crate::dataset::Catalogue;
use crate::domain::{Asker, SessionKind, Slug, SourceId};
use crate::lookup::session_kind_word;
use crate::schedule::State;

pub(super) const SPEC: Spec = Spec {
    name: "next",
    summary: "What is on now and what comes next, and how long until then",
    options: &[KIND, SERIES],
    examples: &["next", "next race", "next qualifying"],
};

/// The sessions that are on or come next.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Next {
    /// Which kind of session; any if absent.
    pub kind: Option<SessionKind>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Next {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Next(Self {
            kind: args.session_kind("kind"),
            series: args.id("series"),
        }))
    }
}

impl Ask for Next {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let mut options = Vec::new();
        options.extend(self.kind.map(|kind| ("kind", session_kind_word(kind).to_owned())));
        options.extend(self.series.as_ref().map(|series| ("series", series.to_string())));
        options
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let season = defaults::calendar(series, None, catalogue, asker, SPEC.name)?;
        let stage = catalogue.progress(season, asker.now);
        // A running weekend whose last session is over hands on to the next one.
        let ahead = [stage.running, stage.next].into_iter().flatten().find_map(|weekend| {
            let mut plan = WeekendTimetable::of(catalogue, series, season, weekend, asker);
            let on = |state: State| matches!(state, State::Live | State::Today | State::Upcoming);
            plan.sessions
                .retain(|one| on(one.state) && self.kind.is_none_or(|kind| kind == one.kind));
            (!plan.sessions.is_empty()).then_some(plan)
        });
        let sources: Vec<&SourceId> = ahead
            .iter()
            .filter_map(|plan| season.weekend(plan.weekend.id.as_str()))
            .flat_map(|weekend| {
                weekend
                    .sources
                    .iter()
                    .chain(weekend.sessions.iter().flat_map(|one| &one.sources))
            })
            .collect();
        let frame = Frame::of(catalogue, series, Some(season), asker).citing(series, sources);
        Ok(Answer {
            frame,
            body: Body::Next(Facts { kind: self.kind, ahead }),
        })
    }
}
