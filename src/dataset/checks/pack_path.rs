//! Pack path: the folder of a scope, and the paths of the files that its rules name.

/// Folder of a series or a season below the data folder.
#[derive(Debug, Clone, Copy, Default)]
pub struct PackPath<'c> {
    /// Id of the series, unless the scope is the whole dataset.
    pub series: Option<&'c str>,
    /// Id of the season, unless the scope is a series.
    pub season: Option<&'c str>,
}

impl PackPath<'_> {
    /// Path of a file below the data folder, by its name.
    pub fn file(&self, name: &str) -> String {
        let is_shared = name == "circuits.json";
        let is_of_series = matches!(name, "series.json" | "people.json" | "sources.json");
        match (self.series, self.season) {
            (Some(series), Some(season)) if !is_shared && !is_of_series => format!("{series}/{season}/{name}"),
            (Some(series), _) if !is_shared => format!("{series}/{name}"),
            _ => name.to_owned(),
        }
    }
}
