//! Contradictions inside a race's order: places against laps, times and places in class.

use super::report::Report;
use super::results::{class_of, classifications};
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;
use crate::domain::{Classification, Place, Row, SessionKind, Status};

pub const RULES: &[Rule] = &[
    Rule {
        name: "places-contradict-laps",
        holds: "in a race nobody has more laps than somebody before him, unless one of the two has a penalty or a note",
        needs: &["weekends.json"],
        check: RuleCheck::Season(by_laps),
    },
    Rule {
        name: "places-contradict-times",
        holds: "in a race nobody has a shorter time for the same laps than somebody before him, unless one of the two has a \
                penalty or a note",
        needs: &["weekends.json"],
        check: RuleCheck::Season(by_times),
    },
    Rule {
        name: "places-contradict-class",
        holds: "the places in a class are in the order of the places over all cars",
        needs: &["entries.json", "season.json"],
        check: RuleCheck::Season(by_class),
    },
];

/// One row that has an exact place, with its index.
type Placed<'c> = (u16, usize, &'c Row);

/// Rows with an exact place, the best first.
fn placed(classification: &Classification) -> Vec<Placed<'_>> {
    let rows = classification.rows.iter().enumerate();
    let mut placed: Vec<Placed<'_>> = rows
        .filter_map(|(r, row)| Some((row.place.as_ref().and_then(Place::exact)?, r, row)))
        .collect();
    placed.sort_by_key(|(place, r, _)| (*place, *r));
    placed
}

/// Neighbours in the order of each race at its end, as far as nothing explains why they change places.
fn neighbours<'c>(
    scope: &SeasonScope<'c>,
    is_measured: impl Fn(&Row) -> bool,
    mut visit: impl FnMut(usize, Placed<'c>, Placed<'c>),
) {
    let plain =
        |row: &Row| row.status == Status::Classified && row.penalty.is_none() && row.note.is_none() && !row.dead_heat;
    for (c, classification) in classifications(scope).filter(|(_, one)| one.stage.is_none()) {
        let named = &classification.session;
        let session = scope
            .weekend(&named.weekend)
            .and_then(|weekend| weekend.session(named.session.as_str()));
        if !session.is_some_and(|session| matches!(session.kind, SessionKind::Race | SessionKind::Sprint)) {
            continue;
        }
        let mut rows = placed(classification);
        rows.retain(|(_, _, row)| plain(row) && is_measured(row));
        for [before, behind] in rows.array_windows() {
            visit(c, *before, *behind);
        }
    }
}

fn by_laps(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let is_measured = |row: &Row| row.laps.is_some();
    neighbours(scope, is_measured, |c, (place, _, before), (own, r, row)| {
        if let Some((fewer, more)) = before.laps.zip(row.laps).filter(|(before, own)| own > before) {
            let message = format!("place {own} has {more} laps, and place {place} {fewer}");
            let path = format_args!("$.classifications[{c}].rows[{r}].laps");
            let hint = "correct places or laps; write \"penalty\" or \"note\" in a row that lost places for a reason";
            report.error("results.json", path, message, hint);
        }
    });
}

/// Length of time in thousandths of a second: `30:01.000`, or a gap such as `+4.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    /// Time of the whole race.
    Whole(u64),
    /// Gap to the winner.
    Gap(u64),
}

impl Time {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('s');
        match text.strip_prefix('+') {
            Some(gap) => thousandths(gap).map(Self::Gap),
            None if text.contains(':') => thousandths(text).map(Self::Whole),
            None => None,
        }
    }

    /// True if it is shorter than a time of the same kind.
    fn is_below(self, other: Self) -> bool {
        match (self, other) {
            (Self::Whole(own), Self::Whole(other)) | (Self::Gap(own), Self::Gap(other)) => own < other,
            (Self::Whole(_), Self::Gap(_)) | (Self::Gap(_), Self::Whole(_)) => false,
        }
    }
}

/// Hours, minutes and seconds as thousandths of a second.
fn thousandths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| {
        text.parse::<u64>()
            .ok()
            .filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let part = digits(&format!("{part:0<3}").chars().take(3).collect::<String>())?;
    let units: Option<Vec<u64>> = whole.split(':').map(digits).collect();
    let units = units.filter(|units| units.len() <= 3)?;
    let seconds = units
        .iter()
        .try_fold(0_u64, |sum, unit| sum.checked_mul(60)?.checked_add(*unit))?;
    seconds.checked_mul(1_000)?.checked_add(part)
}

fn by_times(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let time = |row: &Row| row.time.as_deref().and_then(Time::of);
    let is_measured = |row: &Row| time(row).is_some();
    neighbours(scope, is_measured, |c, (place, _, before), (own, r, row)| {
        let is_below = time(before)
            .zip(time(row))
            .is_some_and(|(before, own)| own.is_below(before));
        if !is_below || before.laps != row.laps {
            return;
        }
        let (shorter, longer) = (row.time.as_deref(), before.time.as_deref());
        let (shorter, longer) = (shorter.unwrap_or_default(), longer.unwrap_or_default());
        let message = format!("place {own} has the time {shorter}, and place {place} {longer}");
        let path = format_args!("$.classifications[{c}].rows[{r}].time");
        let hint = "correct places or times; write \"penalty\" or \"note\" in a row that lost places for a reason";
        // Of a lapped car the time may be shorter; without laps nobody knows who was lapped.
        if row.laps.is_some() {
            report.error("results.json", path, message, hint);
        } else {
            report.note("results.json", path, message, hint);
        }
    });
}

fn by_class(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        let rows = placed(classification);
        for class in &scope.season.classes {
            let in_class = rows.iter().filter_map(|(place, r, row)| {
                let is_own = class_of(scope.season, classification, row) == Some(&class.id);
                let own = row.class_place.as_ref().and_then(Place::exact).filter(|_| is_own)?;
                Some((*place, own, *r))
            });
            let in_class: Vec<(u16, u16, usize)> = in_class.collect();
            for [(place, own, _), (behind, better, r)] in in_class.array_windows() {
                if better < own && place < behind {
                    let message = format!(
                        "place {behind} is {better} in '{}', and place {place} is {own} there",
                        class.id
                    );
                    let path = format_args!("$.classifications[{c}].rows[{r}].class_place");
                    report.error("results.json", path, message, "correct \"place\" or \"class_place\"");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_printed() {
        assert_eq!(Time::of("30:01.000"), Some(Time::Whole(1_801_000)));
        assert_eq!(Time::of("1:30:01.5"), Some(Time::Whole(5_401_500)));
        assert_eq!(Time::of("+4.25s"), Some(Time::Gap(4_250)));
        for text in ["+1 Lap", "1 lap", "45.2", "fast", "1:2:3:4", "30:01,000", ""] {
            assert_eq!(Time::of(text), None, "{text}");
        }
    }
}
