//! Classification of a session by class, as an answer shows it; shared by every question about results.

use crate::answer::{AwardWinner, CarCrew, CarResult, ClassResult, NamedId, SessionResult, WeekendTitle};
use crate::dataset::Catalogue;
use crate::domain::{
    Asker, Award, AwardId, AwardRule, Championship, Class, Classification, Place, Ranks, Season, Series, Session,
    SessionKind, Slug, SourceId, Status, Weekend,
};
use crate::schedule::{LocalTime, Slot};
use crate::scoring::{Finisher, finishers};

/// A season as the asker may see it.
#[derive(Clone, Copy)]
pub(crate) struct SeasonView<'a> {
    pub catalogue: &'a Catalogue,
    pub series: &'a Series,
    pub season: &'a Season,
    pub asker: &'a Asker,
}

/// An order that people follow: that of a class, or the one over all cars.
pub(super) type OrderOf<'a> = Option<&'a Class>;

impl<'a> SeasonView<'a> {
    /// The orders of the season: over all cars where a table of the whole season counts it, and that of each class.
    pub(super) fn orders(self, asked: Option<&Slug>) -> Vec<OrderOf<'a>> {
        let overall = self.championship(None).is_some() || self.season.classes.is_empty();
        let classes = self.season.classes.iter().map(Some);
        let all = overall.then_some(None).into_iter().chain(classes);
        all.filter(|order| asked.is_none_or(|asked| order.is_some_and(|class| class.id == *asked)))
            .collect()
    }

    /// The drivers' championship of an order over the whole season.
    fn championship(self, order: OrderOf<'_>) -> Option<&'a Championship> {
        self.season.championships.iter().find(|championship| {
            championship.ranks == Ranks::Driver
                && championship.weekends.is_none()
                && championship.class.as_ref() == order.map(|class| &class.id)
        })
    }

    /// True if a session is over and its result may be shown.
    pub(super) fn over(self, weekend: &Weekend, session: &Session) -> bool {
        self.catalogue.is_over(weekend, session, self.asker.now)
    }

    /// The classification of a session in its revision of the asker's moment, if it may be shown.
    pub(super) fn known(self, weekend: &Weekend, session: &Session) -> Option<&'a Classification> {
        let known = self.season.classification(&weekend.id, &session.id, self.asker.now);
        known.filter(|_| self.over(weekend, session))
    }

    /// The slot of a session for its result: of one that was stopped, until the rest of it has been run, that of the rest.
    fn result_slot(self, weekend: &Weekend, session: &Session) -> Slot {
        let slot = self.catalogue.slot(weekend, session);
        if slot.end <= self.asker.now && !self.over(weekend, session) {
            return self.catalogue.slot(weekend, weekend.last_part(session));
        }
        slot
    }

    /// The result of a session as it is known at the asker's moment.
    pub(super) fn session(self, weekend: &Weekend, session: &Session, orders: &[OrderOf<'a>]) -> SessionResult {
        let slot = self.result_slot(weekend, session);
        let zone = session.zone.unwrap_or_else(|| self.catalogue.zone(weekend));
        let known = self.known(weekend, session);
        let classes = known.map_or_else(Vec::new, |known| {
            let orders = orders
                .iter()
                .map(|order| self.class(weekend, session.kind, known, *order));
            orders.collect()
        });
        let of_round = |conflict: &&crate::domain::Conflict| {
            conflict.championship.is_none()
                && conflict.weekend.as_ref() == Some(&weekend.id)
                && conflict.after.is_some()
                && conflict.after == session.round
        };
        let conflicts = self
            .season
            .conflicts
            .iter()
            .filter(of_round)
            .filter(|_| known.is_some());
        SessionResult {
            session: NamedId::new(&session.id, &session.name),
            kind: session.kind,
            round: session.round.clone(),
            state: slot.state(session, zone, self.asker.now),
            start: slot.start,
            clock: slot
                .starts_at()
                .map(|at| LocalTime::at(zone, at).told_in(self.series.zone)),
            status: known.and_then(|known| known.status),
            classes,
            laps: known.and_then(|known| known.laps),
            share: known.and_then(|known| known.share),
            penalties: known.map_or_else(Vec::new, |known| {
                let penalties = known.penalties.iter();
                penalties
                    .map(|penalty| (NamedId::driver(self.series, &penalty.driver), penalty.what.clone()))
                    .collect()
            }),
            notes: known.map_or_else(Vec::new, |known| known.notes.clone()),
            conflicts: conflicts
                .map(|conflict| format!("{} {}", conflict.about, conflict.against))
                .collect(),
        }
    }

    /// The result of one order of a session.
    fn class(self, weekend: &Weekend, kind: SessionKind, known: &'a Classification, order: OrderOf<'a>) -> ClassResult {
        let id = order.map(|class| &class.id);
        let finishers = finishers(self.season, known);
        let mut rows: Vec<CarResult> = finishers
            .iter()
            .filter(|row| id.is_none() || row.class == id)
            .map(|row| self.finish(known, row, order))
            .collect();
        rows.sort_by_key(|row| {
            (
                row.status != Status::Classified && row.place.is_none(),
                best(row.place.as_ref()),
            )
        });
        let of_order = |award: &&Award| award.class.as_ref() == id;
        let won = known.awards.iter().filter(of_order).map(|award| {
            let crew = self.award_crew(weekend, award, &finishers).drivers;
            let mut crew = crew.into_iter().map(|driver| NamedId::driver(self.series, driver));
            AwardWinner {
                award: award.award.clone(),
                driver: crew.next(),
                with: crew.collect(),
                time: award.time.clone(),
                note: award.note.clone(),
                derived: award.derived.clone(),
            }
        });
        let unknown = |award: &&AwardId| !known.awards.iter().filter(of_order).any(|won| won.award == **award);
        ClassResult {
            class: order.map(|class| NamedId::new(&class.id, &class.name)),
            complete: known.complete.holds_for(id),
            rows,
            awards: won.collect(),
            unknown_awards: self.awards(kind, order).filter(unknown).cloned().collect(),
        }
    }

    /// Awards that a session of this kind pays points for, besides places.
    fn awards(self, kind: SessionKind, order: OrderOf<'_>) -> impl Iterator<Item = &'a AwardId> {
        let rules = self
            .championship(order)
            .and_then(|championship| self.season.rules_of(championship))
            .and_then(|rules| rules.awards.as_deref());
        let paid = move |rule: &&AwardRule| rule.when.kinds.contains(&kind);
        rules.unwrap_or_default().iter().filter(paid).map(|rule| &rule.award)
    }

    pub(super) fn finish(self, known: &Classification, row: &Finisher<'_>, order: OrderOf<'_>) -> CarResult {
        let place = match order {
            Some(_) => row.class_place.clone(),
            None => row.row.place.clone(),
        };
        CarResult {
            who: CarCrew::of(self.series, &row.drivers, row.car, row.team),
            place,
            status: row.row.status,
            dead_heat: row.row.dead_heat,
            points: row.driver().and_then(|driver| self.points(known, driver, order)),
            time: row.row.time.clone(),
            penalty: row.row.penalty.clone(),
            note: row.row.note.clone(),
            derived: row.row.derived.clone(),
        }
    }

    /// The points a driver has from a session, as far as the rules and the order tell.
    fn points(
        self,
        known: &Classification,
        driver: &Slug,
        order: OrderOf<'_>,
    ) -> Option<crate::domain::Range<crate::domain::Points>> {
        let championship = self.championship(order)?;
        let rules = self.season.rules_of(championship)?;
        rules.scales.as_ref().and(rules.awards.as_ref())?;
        let ledger = self
            .catalogue
            .ledger(&self.series.id, &self.season.id, &championship.id)?;
        let session = ledger
            .sessions
            .iter()
            .position(|counted| counted.session == known.session)?;
        let competitor = ledger.competitors.iter().position(|one| one == driver)?;
        Some(ledger.session(session, self.asker.now).get(competitor)?.points())
    }

    /// A weekend by name and days.
    pub(super) fn titled(self, weekend: &Weekend) -> WeekendTitle {
        WeekendTitle {
            title: NamedId::new(&weekend.id, &weekend.name),
            season: self.season.id.clone(),
            start: weekend.start,
            end: weekend.end,
        }
    }

    /// The sources of what is known of some sessions of a weekend.
    pub(super) fn sources(self, weekend: &Weekend, sessions: &[&Session]) -> Vec<&'a SourceId> {
        let known = sessions.iter().filter_map(|session| self.known(weekend, session));
        known.flat_map(Classification::cited).collect()
    }
}

/// The best that a place can be, for sorting.
fn best(place: Option<&Place>) -> u16 {
    match place {
        Some(Place::Exactly(place)) => *place,
        Some(Place::OneOf(places)) => places.iter().copied().min().unwrap_or(u16::MAX),
        Some(Place::From { from }) => *from,
        None => u16::MAX,
    }
}
