//! Exactness: the conditions under which the best case of one and the worst case of another always come together.

use super::bounds::BoundsContext;
use super::contender::Contender;
use super::open::UnresolvedSession;
use crate::domain::{Classification, CrewShare, Place, Retired, Rules, Status};

/// True if statements about these sessions and contenders are facts rather than bounds, unless points are reset.
pub(super) fn is_exact(
    context: &BoundsContext<'_>,
    open: &[UnresolvedSession<'_>],
    contenders: &[Contender],
    from_print: bool,
) -> bool {
    let rules = context.rules;
    let Some(drops) = &rules.drops else { return false };
    let by_count = drops.iter().any(|drops| drops.least_starts.is_some());
    let keeps_finishers = drops.iter().any(|drops| drops.keeps.contains(&Status::Classified));
    let is_shared = contenders
        .iter()
        .any(|contender| contender.shared.iter().any(Option::is_some));
    // Cars are missing whose results depend on others of the same competitor, or of another.
    let hangs_together = is_shared || rules.cars.best.is_some();
    let known = open
        .iter()
        .filter(|open| !open.free)
        .filter_map(|open| context.known(context.ledger.sessions.get(open.position)?));
    let class = context.championship.class.as_ref();
    rules.least_rounds.is_none()
        && !by_count
        && !keeps_finishers
        && (drops.is_empty() || !from_print)
        && (!is_shared || mates_are_alike(rules))
        && known
            .into_iter()
            .all(|known| is_a_head(known, rules) && (known.complete.holds_for(class) || !hangs_together))
}

/// True if drivers who share a car in every session to come score the same in all of them but for awards.
pub(super) fn mates_are_alike(rules: &Rules) -> bool {
    let scales = rules.scales.iter().flatten();
    let mut shares = scales.filter_map(|scale| scale.crew).chain([rules.crew.share]);
    shares.all(|share| share == CrewShare::All) && rules.drops.as_ref().is_some_and(Vec::is_empty)
}

/// True if a result is known from the first place on without a hole, so that anything unknown is behind it.
fn is_a_head(known: &Classification, rules: &Rules) -> bool {
    let mut places: Vec<Option<u16>> = Vec::new();
    for row in &known.rows {
        match (row.status, &row.place) {
            (Status::Classified, place) => places.push(place.as_ref().and_then(Place::exact)),
            (Status::Dnf, Some(_)) if rules.retired == Retired::Unknown => return false,
            (Status::Dnf, place) if rules.retired == Retired::Score => {
                places.push(place.as_ref().and_then(Place::exact));
            }
            (Status::Dnf | Status::Dns | Status::Dsq | Status::Nc, _) => {}
        }
    }
    places.sort_unstable();
    let in_order = |(at, place): (usize, &Option<u16>)| place.is_some_and(|place| usize::from(place) <= at + 1);
    places.iter().enumerate().all(in_order)
}
