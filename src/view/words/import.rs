//! Words for imports: what a foreign file says, before and beside what it changes.

use super::count;
use crate::domain::{Award, DriverId, Place, Points, PublicationStatus, Slug};
use crate::import::{
    CalendarSheet, Difference, Draft, EntrySheet, Format, Heading, OrderKind, PointsSheet, ResultSheet, RowDifference,
    Sheet, SheetChange, SheetExtent, SheetName, SheetOf, SheetOutcome, SheetRow, Summary,
};

/// Rows of a table of points that a summary shows.
const TOP: usize = 5;

/// A sheet in a few lines: the file, its format and heading, and what one checks first.
pub fn sheet(of: &SheetOf) -> String {
    let (title, lines) = match &of.sheet {
        Sheet::Results(results) => (heading(&results.heading, kind(results.kind)), result_lines(results)),
        Sheet::Points(table) => (heading(&table.heading, "points"), points_lines(table)),
        Sheet::Entries(entries) => (heading(&entries.heading, "entry list"), entry_lines(entries)),
        Sheet::Calendar(calendar) => (heading(&calendar.heading, "calendar"), calendar_lines(calendar)),
        Sheet::RaceControl(log) => {
            let said = log.messages.iter().map(|(time, text)| format!("{time} {text}"));
            (heading(&log.heading, "race control"), said.collect())
        }
    };
    let mut text = format!("{} ({}): {title}\n", of.file, format(of.format));
    for line in lines {
        text.push_str(&format!("  {line}\n"));
    }
    text
}

fn format(format: Format) -> &'static str {
    match format {
        Format::AlKamelJson => "Al Kamel JSON",
        Format::AlKamelCsv => "Al Kamel CSV",
        Format::F1db => "f1db",
        Format::Jolpica => "Jolpica",
        Format::Document => "document as JSON",
        Format::Spreadsheet => "spreadsheet",
        Format::Iracing => "iRacing",
        Format::Acc => "Assetto Corsa Competizione",
        Format::AssettoCorsa => "Assetto Corsa",
        Format::Rfactor => "rFactor",
        Format::Icalendar => "iCalendar",
        Format::Sportstimes => "sportstimes",
    }
}

fn kind(kind: Option<OrderKind>) -> &'static str {
    match kind {
        Some(OrderKind::Practice) => "practice",
        Some(OrderKind::Qualifying) => "qualifying",
        Some(OrderKind::Grid) => "grid",
        Some(OrderKind::Sprint) => "sprint",
        Some(OrderKind::Race) => "race",
        None => "results",
    }
}

fn heading(heading: &Heading, what: &str) -> String {
    let round = heading.round.map(|round| format!("round {round}"));
    let status = heading.status.map(|status| status_word(Some(status)));
    let session = heading.session.clone().unwrap_or_else(|| what.to_owned());
    let parts = [
        heading.series.clone(),
        round,
        heading.event.clone(),
        heading.circuit.clone(),
        Some(session),
        heading.date.map(|date| date.to_string()),
        status.map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn result_lines(sheet: &ResultSheet) -> Vec<String> {
    let summary = Summary::of(sheet);
    let classes: Vec<String> = summary
        .classes
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    let mut rows = count(summary.rows, "row", "rows");
    if summary.placed < summary.rows {
        rows.push_str(&format!(", {} with a place", summary.placed));
    }
    if !classes.is_empty() {
        rows.push_str(&format!(" · {}", classes.join(", ")));
    }
    if sheet.extent == SheetExtent::Extract {
        rows.push_str(" · an extract");
    }
    let mut lines = vec![rows];
    let first = if matches!(sheet.kind, Some(OrderKind::Qualifying | OrderKind::Grid)) {
        "pole"
    } else {
        "winner"
    };
    lines.extend(summary.winner.map(|row| format!("{first}: {}", with_time(row))));
    if summary.classes.len() > 1 {
        let winners = summary
            .class_winners
            .iter()
            .map(|(class, row)| format!("first in {class}: {}", crew(row)));
        lines.extend(winners);
    }
    if matches!(sheet.kind, Some(OrderKind::Race | OrderKind::Sprint) | None) {
        let best = |row: &SheetRow| row.best_lap.map(|lap| format!("{} {lap}", crew(row)));
        let overall = summary.fastest_lap.and_then(best);
        lines.extend(overall.map(|row| format!("fastest lap: {row}")));
        if summary.fastest_laps.len() > 1 {
            let by_class = summary.fastest_laps.iter();
            lines.extend(by_class.filter_map(|(class, row)| Some(format!("fastest lap in {class}: {}", best(row)?))));
        }
    }
    if !summary.not_classified.is_empty() {
        let ends: Vec<String> = summary
            .not_classified
            .iter()
            .map(|(word, many)| format!("{many} {word}"))
            .collect();
        lines.push(ends.join(", "));
    }
    lines.extend(sheet.messages.iter().map(|message| format!("note: {message}")));
    lines
}

fn points_lines(table: &PointsSheet) -> Vec<String> {
    let mut lines = vec![format!(
        "{} · {}",
        table.championship,
        count(table.rows.len(), "row", "rows")
    )];
    let top = table.rows.iter().take(TOP);
    lines.extend(top.map(|row| {
        let place = row.place.map(|place| format!("{place}. ")).unwrap_or_default();
        format!("{place}{} {}", row.competitor.full(), row.points)
    }));
    lines
}

fn entry_lines(entries: &EntrySheet) -> Vec<String> {
    let drivers: usize = entries.rows.iter().map(|row| row.drivers.len()).sum();
    let open: usize = entries.rows.iter().map(|row| usize::from(row.open_seats)).sum();
    let mut line = format!(
        "{}, {}",
        count(entries.rows.len(), "car", "cars"),
        count(drivers, "driver", "drivers")
    );
    if open > 0 {
        line.push_str(&format!(", {} to be announced", count(open, "driver", "drivers")));
    }
    vec![line]
}

fn calendar_lines(calendar: &CalendarSheet) -> Vec<String> {
    let cancelled = calendar.sessions.iter().filter(|session| session.cancelled).count();
    let mut line = count(calendar.sessions.len(), "session", "sessions");
    if cancelled > 0 {
        line.push_str(&format!(", {cancelled} cancelled"));
    }
    vec![line]
}

fn with_time(row: &SheetRow) -> String {
    match row.time {
        Some(time) => format!("{} {time}", crew(row)),
        None => crew(row),
    }
}

fn crew(row: &SheetRow) -> String {
    let names: Vec<String> = row.drivers.iter().map(SheetName::full).collect();
    let number = row
        .number
        .as_ref()
        .map(|number| format!("#{number} "))
        .unwrap_or_default();
    format!("{number}{}", names.join(" / "))
}

/// The changes of a sheet, one line a row.
pub fn outcome(outcome: &SheetOutcome) -> String {
    let about = outcome.about.as_deref().unwrap_or(&outcome.file);
    match &outcome.change {
        SheetChange::Unchanged => format!("{about}: nothing new\n"),
        SheetChange::Refused => format!("{about}: not taken\n"),
        SheetChange::NotHeld => format!("{about}: read, and not compared\n"),
        SheetChange::Differs(Difference::New { rows }) => format!("{about}: new, {}\n", count(*rows, "row", "rows")),
        SheetChange::Differs(Difference::Table(rows)) => {
            let shown = |points: &Option<Points>| points.map_or_else(|| "none".to_owned(), |points| points.to_string());
            let row = |(who, before, now): &(Slug, Option<Points>, Option<Points>)| {
                if before == now {
                    format!("  ~ {who}: another place\n")
                } else {
                    format!("  ~ {who}: {} → {}\n", shown(before), shown(now))
                }
            };
            format!("{about}: changed\n{}", rows.iter().map(row).collect::<String>())
        }
        SheetChange::Differs(Difference::Changed {
            rows,
            awards,
            status,
            completed,
        }) => {
            let mut text = format!("{about}: changed\n");
            if let Some((before, now)) = status {
                text.push_str(&format!("  status: {} → {}\n", status_word(*before), status_word(*now)));
            }
            if *completed {
                text.push_str("  all that took part are known now\n");
            }
            text.extend(rows.iter().map(|row| format!("  {}\n", row_difference(row))));
            text.extend(awards.iter().map(|award| format!("  {}\n", award_line(award))));
            text
        }
    }
}

/// The last line: what was written, or what to do next.
pub fn end(draft: &Draft, failed: bool, write: bool, written: &[&str]) -> String {
    match (failed, written) {
        (true, _) => "Nothing is written: mend the errors above first.\n".to_owned(),
        (false, []) if draft.outcomes.is_empty() => {
            "Nothing is compared: name a series and a season, such as --series pccna --season 2026.\n".to_owned()
        }
        (false, []) if draft.changes.is_empty() => "Nothing to write.\n".to_owned(),
        (false, []) if !write => "Nothing is written: add --write to write it.\n".to_owned(),
        (false, []) => "Nothing to write.\n".to_owned(),
        (false, files) => format!("Written: {}.\n", files.join(", ")),
    }
}

fn status_word(status: Option<PublicationStatus>) -> &'static str {
    match status {
        None => "not known",
        Some(PublicationStatus::Unofficial) => "unofficial",
        Some(PublicationStatus::Provisional) => "provisional",
        Some(PublicationStatus::Official) => "official",
    }
}

fn row_difference(difference: &RowDifference) -> String {
    let row = &difference.row;
    let number = row.car.as_ref().map(|car| format!("#{car} ")).unwrap_or_default();
    let drivers: Vec<&str> = row.drivers().map(DriverId::as_str).collect();
    let who = format!("{number}{}", drivers.join(" / "));
    if difference.is_gone {
        return format!("- {who}: not on the sheet");
    }
    if difference.is_new {
        let place = row.place.as_ref().and_then(Place::exact);
        return format!(
            "+ {who}{}",
            place.map(|place| format!(", place {place}")).unwrap_or_default()
        );
    }
    let field = |(name, before, now): &(&'static str, String, String)| match (before.is_empty(), now.is_empty()) {
        (true, _) => format!("{name} {now} (new)"),
        (_, true) => format!("{name} {before} → none"),
        _ => format!("{name} {before} → {now}"),
    };
    format!(
        "~ {who}: {}",
        difference.fields.iter().map(field).collect::<Vec<_>>().join(", ")
    )
}

fn award_line(award: &Award) -> String {
    let class = award
        .class
        .as_ref()
        .map(|class| format!(" in {class}"))
        .unwrap_or_default();
    let driver = award.driver.as_ref().map(|driver| driver.as_str().to_owned());
    let car = || award.car.as_ref().map(|car| format!("#{car}"));
    let time = award.time.as_ref().map(|time| format!(", {time}")).unwrap_or_default();
    format!(
        "{}{class}: {}{time}",
        award.award,
        driver.or_else(car).unwrap_or_default()
    )
}
