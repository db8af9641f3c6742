//! The document of a circuit.

use super::{Line, View, words};
use crate::answer::{CircuitVisit, Frame, Track};
use crate::question::{Question, QuestionKind, Relation};
use words::track as say;

/// Maximum number of past weekends listed.
const MOST: usize = 8;

/// The document of a circuit.
pub(super) fn view(question: &Question, frame: &Frame, track: &Track) -> View {
    let headline = words::headline::places::track(question.form, track);
    let mut view = View::titled(track.circuit.name.clone()).with_headline(Some(headline));
    view.line(Line::text(say::place(track)));
    view.line(Line::text(say::size(track)));
    let told = usize::from(question.form.relation == Some(Relation::Record));
    for record in track.records.iter().skip(told) {
        view.line(Line::text(say::record(record)));
    }
    if track.records.is_empty() && told == 0 {
        view.line(Line::small(say::NO_RECORD));
    }
    view.line(Line::text(say::clock(track)));
    if !track.visits.is_empty() {
        view.heading(say::WEEKENDS);
        for visit in track.visits.iter().take(MOST) {
            view.line(Line::text(say::visit(visit)));
        }
    }
    for note in &track.notes {
        view.line(Line::small(note));
    }
    let own = || track.visits.iter().filter(|visit| visit.series.id == frame.series.id);
    let at = |kind, visit: &CircuitVisit| {
        let asked = question.beside(kind).weekend(visit.weekend.id.clone());
        asked.season(visit.season.clone())
    };
    for visit in own().take(1) {
        let label = words::link::schedule_of(visit.season.as_str());
        view.link(label, at(QuestionKind::Schedule, visit));
    }
    for visit in own().filter(|visit| visit.has_results).take(3) {
        let label = words::link::winners_of(visit.season.as_str());
        view.link(label, at(QuestionKind::Winners, visit));
    }
    view
}
