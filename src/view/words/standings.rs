//! Standings in words: rounds counted, origin of the points, unknown parts.

use crate::answer::{Doubts, StandingsTable, TableAge};
use crate::domain::{Points, PublicationStatus, Range};
use crate::scoring::{After, Basis, Missing, RowBasis, Standing};

/// A season without a table.
pub const NO_TABLE: &str = "No table of this season is in the packs.";

/// The rounds counted: `after round 6 of 16`.
pub fn after(after: Option<&After>, of: Option<usize>) -> String {
    match (after, of) {
        (None, None) => "before round 1".to_owned(),
        (None, Some(of)) => format!("before round 1 of {of}"),
        (
            Some(After {
                part: Some(part),
                round,
                ..
            }),
            of,
        ) => {
            let of = of.map_or_else(String::new, |of| format!(" of {of}"));
            format!("after {} of {} sessions of round {round}{of}", part.0, part.1)
        }
        (Some(after), None) => format!("after round {}", after.round),
        (Some(after), Some(of)) if after.round == *after.rounds.to_string() => {
            format!("after round {} of {of}", after.round)
        }
        (Some(after), Some(of)) => format!("after round {} ({} of {of} rounds)", after.round, after.rounds),
    }
}

/// The origin of the table.
pub fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Computed => "computed from results".to_owned(),
        Basis::Published => "as published".to_owned(),
        Basis::PublishedAndComputed { since, places: true } => {
            format!("places as published; points in part from round {since} with what is known since")
        }
        Basis::PublishedAndComputed { since, places: false } => {
            format!("published after round {since}, with what is known since")
        }
        Basis::Unknown => "not known".to_owned(),
    }
}

/// The origin of a row of a table.
pub fn row_basis(row: &Standing, of_table: &Basis) -> String {
    match (&row.basis, of_table) {
        (RowBasis::Published, Basis::PublishedAndComputed { .. }) => "as published".to_owned(),
        (RowBasis::Since(round), Basis::PublishedAndComputed { places: true, .. }) if row.position.is_some() => {
            format!("the place as published, the points from round {round} with what is known since")
        }
        (RowBasis::Since(round), _) => format!("published after round {round}, with what is known since"),
        _ => basis(of_table),
    }
}

/// `after round 6 of 16, as published`, `after round 11 of 23 (26 Jul 2026), computed from results; 12 sessions since are
/// not in the packs`
pub fn moment(after: Option<&After>, of: Option<usize>, basis: &Basis, age: Option<&TableAge>) -> String {
    let (after, basis) = (self::after(after, of), self::basis(basis));
    match age {
        Some(age) => format!(
            "{after} ({}), {basis}; {}",
            super::time::date(age.date),
            super::frame::missing(age.sessions, age.partly)
        ),
        None => format!("{after}, {basis}"),
    }
}

/// Points, exact or as far as known.
pub fn points(points: Option<Range<Points>>) -> String {
    match points.map(|range| (range, range.exact())) {
        Some((_, Some(exact))) => exact.to_string(),
        Some((range, None)) => format!("{}+", range.low),
        None => "?".to_owned(),
    }
}

/// Remarks on a table, in as few lines as possible.
pub fn remarks(table: &StandingsTable) -> Vec<String> {
    let standings = &table.standings;
    let mut lines = doubts(&table.doubts());
    if standings.basis == Basis::Unknown {
        lines.push(unknown(table));
        return lines;
    }
    lines.extend(champion(table));
    if standings.rows.iter().any(is_range) {
        if standings.basis == Basis::Computed {
            let missing = super::count(standings.unresolved.len(), "session", "sessions");
            let full = standings.known_until.as_ref();
            let full = full.map_or_else(String::new, |round| {
                format!(" The last full table is the one after round {round}.")
            });
            lines.push(format!(
                "\"+\" means at least: the results of {missing} are not known.{full}"
            ));
            return lines;
        }
        let mut rounds: Vec<&str> = Vec::new();
        for row in standings.rows.iter().filter(|row| is_range(row)) {
            if let RowBasis::Since(round) = &row.basis
                && !rounds.contains(&round.as_str())
            {
                rounds.push(round.as_str());
            }
        }
        let base = match rounds.as_slice() {
            [] => String::new(),
            [round] => format!(": points of round {round} and what is known since"),
            rounds => format!(": points of round {} and what is known since", super::choice(rounds)),
        };
        let drops = match table.dropped {
            Some(false) => String::new(),
            Some(true) => ", before the dropped scores".to_owned(),
            None => ", before any dropped scores".to_owned(),
        };
        lines.push(format!("\"+\" means at least{base}{drops}."));
    }
    if !standings.complete {
        lines.push("Only the rows shown were published; further places are not known.".to_owned());
    }
    if let Some(note) = &standings.note {
        lines.push(super::sentence(note));
    }
    lines.extend(
        table
            .conflicts
            .iter()
            .map(|conflict| format!("Sources differ: {}; {}", conflict.about, conflict.kept)),
    );
    lines
}

/// The champion, where the points that would show it are not known.
fn champion(table: &StandingsTable) -> Option<String> {
    let champion = table.standings.champion.as_ref()?;
    let is_champion = |row: &Standing| row.competitor == *champion && row.points.is_none();
    let (_, name) = table.rows().find(|(row, _)| is_champion(row))?;
    Some(format!("{} is champion.", name.name))
}

/// Why there is no table.
fn unknown(table: &StandingsTable) -> String {
    if !table.rules_known {
        return "Its scoring and tables are not published, and the results at hand do not give one: not known."
            .to_owned();
    }
    let missing = &table.standings.missing;
    let parts: Vec<&str> = missing.iter().filter_map(|one| unsaid(*one)).collect();
    let mut why = Vec::new();
    why.extend((!parts.is_empty()).then(|| format!("its rules do not say {}", super::list(&parts))));
    why.extend(
        missing
            .contains(&Missing::Weekends)
            .then(|| "weekends are missing in its calendar".to_owned()),
    );
    if why.is_empty() {
        "No table was published, and the results at hand do not give one: not known.".to_owned()
    } else {
        format!(
            "No table was published, and none can be computed, since {}: not known.",
            super::list(&why)
        )
    }
}

/// A part of the rules that is missing; `None` for anything else.
const fn unsaid(missing: Missing) -> Option<&'static str> {
    match missing {
        Missing::Scales => Some("what a place pays"),
        Missing::Awards => Some("which awards pay"),
        Missing::Drops => Some("which results are dropped"),
        Missing::Ties => Some("what decides between equal points"),
        Missing::Rules | Missing::Weekends => None,
    }
}

/// Parts of a table that are not official yet.
pub fn doubts(doubts: &Doubts) -> Vec<String> {
    let published = doubts.published.and_then(not_official);
    published
        .into_iter()
        .chain(doubts.counted.and_then(not_confirmed))
        .collect()
}

/// The status of a published table that is not official yet.
fn not_official(status: PublicationStatus) -> Option<String> {
    match status {
        PublicationStatus::Unofficial => Some("The published table is unofficial.".to_owned()),
        PublicationStatus::Provisional => Some("The published table is provisional, not official yet.".to_owned()),
        PublicationStatus::Official => None,
    }
}

/// The status of a result that was counted and is not official yet.
pub(super) fn not_confirmed(status: PublicationStatus) -> Option<String> {
    match status {
        PublicationStatus::Unofficial => Some("A result behind it is unofficial.".to_owned()),
        PublicationStatus::Provisional => Some("A result behind it is provisional, not official yet.".to_owned()),
        PublicationStatus::Official => None,
    }
}

fn is_range(row: &Standing) -> bool {
    row.points.is_some_and(|points| points.exact().is_none())
}

/// A place in a table: `=14` when it is shared.
pub fn position(row: &Standing) -> String {
    match row.position {
        Some(position) if row.tied > 1 => format!("={position}"),
        Some(position) => position.to_string(),
        None => "–".to_owned(),
    }
}

/// The gap to the leader; a dash in the leader's own row.
pub fn gap(row: &Standing) -> String {
    match row.gap {
        Some(Points::ZERO) if row.position == Some(1) => "–".to_owned(),
        Some(Points::ZERO) => "0".to_owned(),
        Some(gap) => format!("-{gap}"),
        None => String::new(),
    }
}
