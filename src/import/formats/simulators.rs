//! Parts that readers of simulators' files share.

use serde::de::DeserializeOwned;

use crate::import::sheet::{OrderKind, SheetRow};
use crate::import::source::FileFaults;
use crate::import::track_time::TrackGap;

/// Reads JSON; what is wrong with it is a fault.
pub fn json<T: DeserializeOwned>(text: &str, faults: &mut FileFaults<'_>) -> Option<T> {
    match serde_json::from_str(text) {
        Ok(file) => Some(file),
        Err(error) => {
            let hint = "download the file again: it is cut or was edited";
            faults.error(None, "json", &error.to_string(), hint);
            None
        }
    }
}

/// Adds the fault of a file without a result.
pub fn nothing(faults: &mut FileFaults<'_>) {
    let hint = "save it again after the session has ended";
    faults.error(None, "no-result", "it holds no result of any session", hint);
}

/// Notes that a file gives every car that drove a place, and no states.
pub fn no_states(faults: &mut FileFaults<'_>) {
    faults.note(
        None,
        "no-states",
        "it does not say who retired or was excluded: every car that drove counts as classified",
        "correct such cars in the pack after the import",
    );
}

/// True unless it is known that the order is one of best laps.
pub fn is_race(kind: Option<OrderKind>) -> bool {
    matches!(kind, Some(OrderKind::Race | OrderKind::Sprint) | None)
}

/// Gives cars of a race with fewer laps than the first one the laps that they are behind as their gap.
pub fn gaps_in_laps(rows: &mut [SheetRow]) {
    let first = rows.iter().find(|row| row.place == Some(1)).and_then(|row| row.laps);
    let Some(first) = first else { return };
    for row in rows {
        if let Some(behind) = row
            .laps
            .filter(|laps| *laps > 0)
            .and_then(|laps| first.checked_sub(laps))
            && behind > 0
        {
            row.gap = Some(TrackGap::Laps(behind));
        }
    }
}
