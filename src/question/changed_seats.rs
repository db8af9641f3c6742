//! Seats of single sessions: another car or team than that of the driver's entry, as the rows of results tell.

use super::classification::SeasonView;
use crate::answer::{CarCrew, NamedId, Seat};
use crate::domain::{Entry, Weekend};
use crate::scoring::{Finisher, finishers};

impl SeasonView<'_> {
    /// The seats in which somebody drove sessions in another car or for another team than entered, as far as `wanted`.
    pub(super) fn changed_seats(self, wanted: impl Fn(&Finisher<'_>) -> bool) -> Vec<Seat> {
        let mut seats: Vec<Seat> = Vec::new();
        for (weekend, session, known) in self.sessions() {
            let rows = finishers(self.season, known);
            for finisher in rows.iter().filter(|one| wanted(one) && self.is_changed(weekend, one)) {
                let driven = NamedId::new(&session.id, &format!("{} {}", weekend.name, session.name)).untyped();
                let who = CarCrew::of(self.series, &finisher.drivers, finisher.car, finisher.team);
                match seats.iter_mut().find(|seat| seat.who == who) {
                    Some(seat) => seat.weekends.get_or_insert_default().push(driven),
                    None => seats.push(Seat {
                        who,
                        hometown: None,
                        class: finisher.class.map(|class| NamedId::class(self.season, class)),
                        weekends: Some(vec![driven]),
                        guest: false,
                        rookie: None,
                        note: finisher.row.note.clone(),
                        derived: None,
                    }),
                }
            }
        }
        seats
    }

    /// True if the driver of a row is entered for the weekend, and with no such car and team.
    fn is_changed(self, weekend: &Weekend, finisher: &Finisher<'_>) -> bool {
        let Some(driver) = finisher.driver() else { return false };
        let (car, team) = (&finisher.row.car, &finisher.row.team);
        let is_own = |entry: &Entry| {
            let same_car = car.is_none() || entry.car.is_none() || entry.car == *car;
            same_car && (team.is_none() || entry.team.is_none() || entry.team == *team)
        };
        let entries = self.season.entries_at(&weekend.id);
        let mut own = entries.filter(|entry| entry.has_driver(driver)).peekable();
        own.peek().is_some() && !own.any(is_own)
    }
}
