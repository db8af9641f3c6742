//! Headlines of gaps that are to be closed: the points that somebody needs to catch another.

use crate::answer::{Gap, RankedCompetitor};
use crate::domain::{Points, Slug};
use crate::view::words::leaders::points_of;

/// The points that the one who is asked about needs to catch the other; `None` where the gap is not known.
pub(super) fn catch(asked: Option<&Slug>, gap: &Gap) -> Option<String> {
    let is_asked = |side: &&RankedCompetitor| Some(&side.competitor.id) == asked;
    let one = match gap.about {
        Some(about) => gap.sides.get(about)?,
        None => gap.sides.iter().find(is_asked)?,
    };
    let other = gap.sides.iter().find(|side| side.competitor.id != one.competitor.id)?;
    let behind = match gap.about {
        Some(about) => gap.of(0, about)?,
        None if gap.sides.first().is_some_and(|first| is_asked(&first)) => -gap.whole?,
        None => gap.whole?,
    };
    let (who, rival, table) = (&one.row.short, &other.row.short, &gap.championship.name);
    if behind == Points::ZERO && gap.about != Some(0) {
        return Some(format!("{who} and {rival} are level on points in {table}"));
    }
    if behind < Points::ZERO || (gap.about == Some(0)) {
        let ahead = gap.about.map_or(Some(-behind), |about| gap.of(about, about + 1))?;
        return Some(format!(
            "{who} is {} ahead of {rival} in {table} already",
            points_of(ahead)
        ));
    }
    let points = points_of(behind);
    // Results that are missing may have closed it, or made it wider.
    let left = gap.left.filter(|_| gap.age.is_none());
    Some(match left {
        Some(Points::ZERO) => {
            format!("{who} can no longer catch {rival} in {table}: {points} behind, and none are left")
        }
        Some(left) if left < behind => {
            format!("{who} can no longer catch {rival} in {table}: {points} behind, and only {left} are left")
        }
        Some(left) => format!("{who} has to score at least {points} more than {rival} in {table}; {left} are left"),
        None => format!("{who} has to score at least {points} more than {rival} in {table}"),
    })
}
