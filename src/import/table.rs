//! Tables of text: records of a CSV file, whatever stands between its cells.

/// Characters that part cells, the likeliest first where two occur alike.
const DELIMITERS: [u8; 4] = *b";,\t|";
/// Lines that are looked at to find the delimiter and the header.
const PROBE: usize = 25;

/// A table: a header and the records under it.
#[derive(Debug)]
pub struct TextTable {
    /// The cells of the header.
    pub header: Vec<String>,
    /// The records under the header, each with its line in the file, counted from 1.
    pub records: Vec<(u64, Vec<String>)>,
    /// The records above the header: titles.
    pub titles: Vec<Vec<String>>,
}

/// Reads a table. The header is the first of the upper lines that `is_header` takes; `None` if there is none.
pub fn read(text: &str, is_header: impl Fn(&[String]) -> bool) -> Option<TextTable> {
    DELIMITERS
        .iter()
        .filter(|one| text.contains(char::from(**one)))
        .find_map(|delimiter| {
            let records = records(text, *delimiter);
            let at = records.iter().take(PROBE).position(|(_, cells)| is_header(cells))?;
            let mut rest = records.into_iter();
            let titles = rest.by_ref().take(at).map(|(_, cells)| cells).collect();
            let (_, header) = rest.next()?;
            Some(TextTable {
                header,
                records: rest.collect(),
                titles,
            })
        })
}

/// The records that are not empty, their cells without blanks around them.
fn records(text: &str, delimiter: u8) -> Vec<(u64, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| {
        let line = record.position().map_or(0, csv::Position::line);
        (
            line,
            record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>(),
        )
    };
    let records = reader.records().filter_map(Result::ok).map(cells);
    records
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}
