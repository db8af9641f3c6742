//! The bot and its packs in words.

use super::{count, frame, time};
use crate::answer::{About, SeasonPack, SeriesPack};
use crate::domain::Calendar;

/// The title.
pub const TITLE: &str = "About raceweek";

/// The purpose of the bot.
pub const WHAT: &str = "Schedules, results, standings and gaps of racing series, from packs of data that come with the \
                        bot: every number is computed from results or published with a source and a date, and what is \
                        not known is said.";

/// The disclaimer of affiliation.
pub const UNOFFICIAL: &str =
    "Unofficial: made by fans, not affiliated with any series, sanctioning body, team or manufacturer named here.";

/// The hint to further help.
pub const HELP: &str = "All questions: ";

/// The sources of a series.
pub fn sources(pack: &SeriesPack) -> String {
    let sources = count(pack.sources, "source", "sources");
    match pack.dated {
        Some((first, last)) if first != last => {
            format!(
                "{sources}, from {} to {}.",
                time::day_or_month(first),
                time::day_or_month(last)
            )
        }
        Some((day, _)) => format!("{sources}, of {}.", time::day_or_month(day)),
        None => format!("{sources}."),
    }
}

/// The extent of the results of each series: `Formula 1 2026: results to Round 16 (11 Oct 2026)`.
pub fn age(about: &About) -> Option<String> {
    let told = about.packs.iter().filter_map(|pack| {
        let newest = |season: &SeasonPack| {
            Some(format!(
                "{} {}: {}",
                pack.series.name,
                season.season,
                frame::held(&season.extent)?
            ))
        };
        pack.seasons.iter().rev().find_map(newest)
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| super::sentence(&told.join("; ")))
}

/// The contents of a season's pack.
pub fn season(pack: &SeasonPack) -> String {
    let calendar = match pack.calendar {
        Calendar::Complete => "",
        Calendar::Partial => " of a longer calendar",
    };
    let results = match (pack.classifications, pack.complete) {
        (0, _) => "no results".to_owned(),
        (all, whole) if all == whole => count(all, "complete result", "complete results"),
        (all, 0) => format!("{}, none complete", count(all, "result", "results")),
        (all, whole) => format!("{}, {whole} of them complete", count(all, "result", "results")),
    };
    format!(
        "pack {}: {}{calendar}, {results}, {}{}",
        pack.version,
        count(pack.weekends, "weekend", "weekends"),
        match pack.tables {
            0 => "no published tables".to_owned(),
            tables => count(tables, "published table", "published tables"),
        },
        frame::extent(&pack.extent).map_or_else(String::new, |extent| format!(". {extent}")),
    )
}
