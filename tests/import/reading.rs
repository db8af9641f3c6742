//! Reading of files: formats by their content, traps of spreadsheets, errors with the next step.

use super::{file, import, reading};
use crate::support::folder::Folder;

#[test]
fn a_leagues_sheet_is_summed_up_in_a_few_lines() {
    let ended = import(&[&file("sheets/league-results-en.csv")]);
    let folder = file("sheets");
    insta::assert_snapshot!(ended.stdout.replace(&folder, "sheets"));
    let ended = import(&[&file("sheets/liga-ergebnis-de.csv")]);
    insta::assert_snapshot!(ended.stdout.replace(&folder, "sheets"));
}

#[test]
fn gaps_become_times_and_states_in_the_column_of_places_are_states() {
    let read = reading(&file("sheets/league-results-en.csv"));
    let rows = read["sheets"][0]["sheet"]["results"]["rows"].as_array().unwrap();
    let told = |row: &serde_json::Value| {
        let text = |key: &str| row[key].as_str().map(str::to_owned).unwrap_or_default();
        let number = |key: &str| row[key].as_u64().map(|number| number.to_string()).unwrap_or_default();
        let points = row["points"].to_string();
        let name = &row["drivers"][0];
        let name = format!(
            "{} {}",
            name["given"].as_str().unwrap_or_default(),
            name["family"].as_str().unwrap()
        );
        [
            number("place"),
            text("number"),
            name,
            text("class"),
            text("status"),
            text("time"),
            points,
        ]
        .join("|")
    };
    let rows: Vec<String> = rows.iter().map(told).collect();
    assert_eq!(
        rows,
        [
            "1|07|Tunde Oyelaran|GT3||38:12.418|25",
            "2|7|Marta Lindqvist|GT3||38:14.320|21",
            "3|112|José Ángel Prieto|GT3||38:26.795|18",
            "4|44|Anne-Sophie Leroux|GT4|||25",
            "5|9|Dwayne \"Dee\" Carver|GT4|||22",
            "6|61|Kenji Arai|GT4|||18",
            "7|18|Søren Holm|GT3|||0",
            "|23|Marta Lindquist|GT4|dnf||0",
            "|5|Ilse Vrba|GT3|dsq|38:21.528|0",
            "|31|T. Oyelaran|GT4|dns||0",
        ]
    );
}

#[test]
fn windows_1252_and_decimal_commas_are_read() {
    let read = reading(&file("sheets/liga-ergebnis-de.csv"));
    let rows = read["sheets"][0]["sheet"]["results"]["rows"].as_array().unwrap();
    let points: f64 = rows.iter().filter_map(|row| row["points"].as_f64()).sum();
    let names: Vec<&str> = rows
        .iter()
        .map(|row| row["drivers"][0]["family"].as_str().unwrap())
        .collect();
    assert_eq!(
        (rows.len(), points, names[0], names[3]),
        (11, 150.0, "Möllenkämper", "Groß")
    );
    assert_eq!(rows[6]["drivers"][0]["given"], "Heinz");
}

#[test]
fn utf_16_without_a_mark_is_read() {
    let folder = Folder::new();
    let text: Vec<u8> = "Pos;No;Driver\r\n1;7;Zoë Abara\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let path = folder.path().join("race.csv");
    std::fs::write(&path, text).unwrap();
    let read = reading(&path.to_string_lossy());
    assert_eq!(
        read["sheets"][0]["sheet"]["results"]["rows"][0]["drivers"][0]["given"],
        "Zoë"
    );
}

#[test]
fn what_is_not_understood_is_an_error_with_the_next_step() {
    let cases: [(&str, &[u8], &str); 4] = [
        ("empty.csv", b"", "unknown-format"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "no-text"),
        (
            "cut.json",
            br#"{"session": {"event_name": "A"}, "classification": [{"#,
            "unknown-format",
        ),
        ("bomb.zip", b"PK\x03\x04 and nothing more", "archive"),
    ];
    for (name, bytes, rule) in cases {
        let folder = Folder::new();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let ended = import(&[&path.to_string_lossy()]);
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(1), ""), "{name}");
        assert!(
            ended.stdout.starts_with(&format!("error[{rule}]: ")),
            "{name}: {}",
            ended.stdout
        );
        assert!(ended.stdout.contains("\n  help: "), "{name}: {}", ended.stdout);
    }
    let ended = import(&["nothing-here.csv"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    assert!(
        ended.stderr.starts_with("raceweek: cannot read 'nothing-here.csv': "),
        "{}",
        ended.stderr
    );
}
