//! Openness of a count: the finished races of which too little is known.

use super::scope::{CountScope, SessionAt};
use crate::answer::Feat;
use crate::domain::{ClassId, Classification, Place, SessionKind, Status};
use crate::question::classification::SeasonView;
use crate::scoring::{Finisher, finishers};

/// The place of a row in the order of a class, or over all cars.
pub(super) fn place_in<'a>(row: &'a Finisher<'_>, class: Option<&ClassId>) -> Option<&'a Place> {
    match class {
        Some(_) => row.class_place.as_ref(),
        None => row.row.place.as_ref(),
    }
}

/// True if a finished race may add to a count of the driver or team.
pub(super) fn is_open(scope: CountScope<'_, '_>, what: Feat, race: SessionAt<'_>) -> bool {
    let view = scope.view;
    let classes = scope.classes_at(race.weekend);
    let Some(known) = view.known(race.weekend, race.session) else {
        return !classes.is_empty();
    };
    let rows = finishers(view.season, known);
    if what.award().is_none() && scope.is_of_driver() {
        let sure = |row: &&Finisher<'_>| {
            let placed = place_in(row, row.class).and_then(Place::exact).is_some();
            placed || row.row.status != Status::Classified
        };
        let mut theirs = rows.iter().filter(|row| scope.is_row(row));
        if theirs.clone().next().is_some() {
            return !theirs.all(|row| sure(&row));
        }
    }
    classes
        .iter()
        .any(|class| is_open_in(view, what, *class, race.session.kind, known))
}

/// True if the order of a class may hold more of a feat than is known.
pub(super) fn is_open_in(
    view: SeasonView<'_>,
    what: Feat,
    class: Option<&ClassId>,
    kind: SessionKind,
    known: &Classification,
) -> bool {
    if let Some(award) = what.award() {
        return !has_award(known, award, class) && is_given(view, award, class, kind);
    }
    if known.complete.holds_for(class) {
        return false;
    }
    let Some(best) = what.last_place() else { return true };
    let rows = finishers(view.season, known);
    let is_held = |place: u16| {
        rows.iter()
            .filter(|row| class.is_none() || row.class == class)
            .any(|row| place_in(row, class).and_then(Place::exact) == Some(place))
    };
    !(1..=best).all(is_held)
}

fn has_award(known: &Classification, award: &str, class: Option<&ClassId>) -> bool {
    known
        .awards
        .iter()
        .any(|won| won.award.as_str() == award && won.class.as_ref() == class)
}

/// True if sessions of this kind have the award, as far as any is known.
fn is_given(view: SeasonView<'_>, award: &str, class: Option<&ClassId>, kind: SessionKind) -> bool {
    let with = |of: Option<SessionKind>| {
        let mut sessions = view.sessions();
        sessions.any(|(_, session, known)| of.is_none_or(|kind| session.kind == kind) && has_award(known, award, class))
    };
    with(Some(kind)) || !with(None)
}
