//! Sources: every fact has one, and its address and date can be read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeasonScope, SeriesScope};
use crate::dataset::dates::{dates_meant, is_plausible, write_date};
use crate::dataset::read::json_path::PathKey;
use crate::domain::{Source, SourceId};

pub const RULES: &[Rule] = &[
    Rule {
        name: "bad-source",
        holds: "a circuit's source has a web address and a date that can be read",
        needs: &[],
        check: RuleCheck::Dataset(of_circuits),
    },
    Rule {
        name: "bad-source",
        holds: "a series' source has a web address and a date that can be read",
        needs: &[],
        check: RuleCheck::Series(of_series),
    },
    Rule {
        name: "no-source",
        holds: "a result, a printed table, a count and a field size say where they are from",
        needs: &[],
        check: RuleCheck::Season(facts_have_sources),
    },
];

fn of_circuits(whole: &DatasetScope<'_>, report: &mut Report<'_>) {
    readable(report, "circuits.json", &whole.records.circuit_sources);
}

fn of_series(scope: &SeriesScope<'_>, report: &mut Report<'_>) {
    readable(report, "sources.json", &scope.series.sources);
    if let Some(homepage) = scope.series.homepage.as_ref().filter(|homepage| !is_address(homepage)) {
        let message = format!("'{homepage}' is not a web address");
        report.error(
            "series.json",
            format_args!("$.homepage"),
            message,
            "write it from https:// on",
        );
    }
}

fn readable(report: &mut Report<'_>, file: &str, sources: &BTreeMap<SourceId, Source>) {
    for (id, source) in sources {
        let at = format_args!("$.sources{}", PathKey(id.as_str()));
        if let Some(url) = source.url.as_ref().filter(|url| !is_address(url)) {
            let message = format!("'{url}' is not a web address");
            let hint = "write it from https:// on, or leave it out if none is known";
            report.error(file, format_args!("{at}.url"), message, hint);
        }
        if let Some(date) = source.date.as_ref().filter(|date| !is_date(date)) {
            let message = format!("'{date}' is not a date");
            let hint = match dates_meant(date).as_slice() {
                [] => "write 2024, 2024-06 or 2024-06-21, as far as known".to_owned(),
                _ => write_date(date),
            };
            report.error(file, format_args!("{at}.date"), message, hint);
        }
    }
}

fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

/// True if a text is a year, a month or a day: `2024`, `2024-06` or `2024-06-21`.
fn is_date(text: &str) -> bool {
    let day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return false,
    };
    day.parse::<NaiveDate>().is_ok_and(is_plausible)
}

fn facts_have_sources(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    let season = scope.season;
    let hint = "name one under \"sources\", by its id in sources.json";
    for (c, classification) in season.classifications.iter().enumerate() {
        if !classification.sources.is_empty() {
            continue;
        }
        for (r, row) in classification.rows.iter().enumerate() {
            if row.sources.is_empty() && row.derived.is_none() {
                let path = format_args!("$.classifications[{c}].rows[{r}]");
                let message = "neither this row nor its classification says where it is from";
                report.error("results.json", path, message, hint);
            }
        }
        for (a, award) in classification.awards.iter().enumerate() {
            if award.sources.is_empty() && award.derived.is_none() {
                let path = format_args!("$.classifications[{c}].awards[{a}]");
                let message = "neither this award nor its classification says where it is from";
                report.error("results.json", path, message, hint);
            }
        }
    }
    for (t, table) in season
        .tables
        .iter()
        .enumerate()
        .filter(|(_, table)| table.sources.is_empty())
    {
        let message = format!(
            "this table of '{}' does not say where it was printed",
            table.championship
        );
        report.error("published.json", format_args!("$.tables[{t}]"), message, hint);
    }
    for (t, tally) in season
        .tallies
        .iter()
        .enumerate()
        .filter(|(_, tally)| tally.sources.is_empty())
    {
        let message = format!("this count of '{}' does not say where it was printed", tally.competitor);
        report.error("published.json", format_args!("$.tallies[{t}]"), message, hint);
    }
    for (s, size) in season
        .field_sizes
        .iter()
        .enumerate()
        .filter(|(_, size)| size.sources.is_empty())
    {
        let message = format!(
            "this field size of '{}' does not say where it was printed",
            size.weekend
        );
        report.error("entries.json", format_args!("$.field_sizes[{s}]"), message, hint);
    }
}
