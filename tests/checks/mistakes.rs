//! Mistakes that people make by hand: each is named, located, and told with what to write.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use raceweek::dataset::{Fault, Folder, check, check_on};

use super::miniature::{edit, files, folder, printed};

/// The faults of the season with these edits, apart from those that it always has.
fn faults(edits: &[&str]) -> String {
    let mut season = files();
    for line in edits {
        edit(&mut season, line);
    }
    told(&check(folder(season)).faults)
}

fn told(faults: &[Fault]) -> String {
    let usual = ["known-conflict", "computed-table-differs", "award-not-known"];
    let new = faults.iter().filter(|fault| !usual.contains(&fault.rule));
    new.map(Fault::to_string).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn values_in_another_form_are_told_in_the_right_one_all_in_one_run() {
    let edits = [
        r#"swap nlc/2019/weekends.json "date": "2019-05-11", "time": "10:00", "minutes": 30 => "date": "16/05/2019", "time": "10.00", "minutes": "30""#,
        r#"swap nlc/2019/weekends.json "kind": "practice" => "kind": "Practise""#,
        r#"swap nlc/2019/weekends.json "start": "2019-08-23" => "start": "5/8/2019""#,
        r#"swap nlc/2019/results.json "status": "dnf" => "status": "DNF""#,
        r#"swap nlc/2019/results.json "complete": true => "complete": "yes""#,
        r#"swap nlc/2019/results.json "place": 1, => "place": "1","#,
        r#"swap nlc/2019/results.json "place": 2, => "place": 2.5,"#,
        r#"swap nlc/2019/entries.json "car": "7" => "car": 7"#,
        r#"swap nlc/2019/entries.json ["bjorn-dahl"] => "bjorn-dahl, hugo-nilsen""#,
        r#"swap nlc/2019/entries.json "class": "gold" => "clas": "gold""#,
        r#"swap nlc/people.json "id": "anna-berg" => "id": "Anna Berg""#,
        r#"swap circuits.json "Europe/Oslo" => "Europe/Osloo""#,
        r#"swap circuits.json "Europe/Helsinki" => "UTC+2""#,
        r#"swap nlc/series.json "short": "NLC", => "#,
    ];
    insta::assert_snapshot!(faults(&edits), @r#"
    error[does-not-parse]: 'Europe/Osloo' is not an IANA zone
      --> data/circuits.json:10:7 circuit 1 (arctic-ring), zone
      help: write Europe/Oslo

    error[does-not-parse]: 'UTC+2' is not an IANA zone
      --> data/circuits.json:20:7 circuit 2 (lake-park), zone
      help: write Europe/Helsinki

    error[does-not-parse]: 7 stands where a text belongs
      --> data/nlc/2019/entries.json:3:7 entry 1 (anna-berg), car
      help: write "7", in quotes

    error[unknown-key]: the key 'clas' means nothing here
      --> data/nlc/2019/entries.json:3:60 entry 1 (anna-berg), clas
      help: 'clas' looks like 'class'

    error[does-not-parse]: 'bjorn-dahl, hugo-nilsen' stands where a list belongs
      --> data/nlc/2019/entries.json:4:20 entry 2 (bjorn-dahl, hugo-nilsen), drivers
      help: write a list: ["bjorn-dahl", "hugo-nilsen"]

    error[does-not-parse]: expected true, false or a list of class ids
      --> data/nlc/2019/results.json:5:7 classification 1 (arctic-ring/race-1), complete
      help: data/README.md and data/schema tell what belongs here

    error[does-not-parse]: expected a place such as 3, a list of possible places such as [2, 3], or {"from": 16} for 16th or lower
      --> data/nlc/2019/results.json:7:11 classification 1 (arctic-ring/race-1), row 1 (anna-berg), place
      help: write 1, without quotes

    error[does-not-parse]: expected a place such as 3, a list of possible places such as [2, 3], or {"from": 16} for 16th or lower
      --> data/nlc/2019/results.json:8:11 classification 1 (arctic-ring/race-1), row 2 (bjorn-dahl), place
      help: data/README.md and data/schema tell what belongs here

    error[does-not-parse]: 'DNF' is none of classified, dnf, dns, dsq, nc
      --> data/nlc/2019/results.json:11:47 classification 1 (arctic-ring/race-1), row 5 (freya-moe), status
      help: write "dnf"

    error[does-not-parse]: 'Practise' is none of test, practice, qualifying, sprint, race
      --> data/nlc/2019/weekends.json:11:29 weekend 1 (arctic-ring), session 1 (practice), kind
      help: write "practice"

    error[does-not-parse]: '16/05/2019' is not a date
      --> data/nlc/2019/weekends.json:12:75 weekend 1 (arctic-ring), session 2 (qualifying), date
      help: write 2019-05-16

    error[does-not-parse]: '30' stands where a whole number up to 65535 belongs
      --> data/nlc/2019/weekends.json:12:114 weekend 1 (arctic-ring), session 2 (qualifying), minutes
      help: write 30, without quotes

    error[does-not-parse]: '10.00' is not a time of day
      --> data/nlc/2019/weekends.json:12:97 weekend 1 (arctic-ring), session 2 (qualifying), time
      help: write 10:00

    error[does-not-parse]: '5/8/2019' is not a date
      --> data/nlc/2019/weekends.json:32:7 weekend 2 (lake-park), start
      help: write 2019-08-05 or 2019-05-08, whichever is meant

    error[does-not-parse]: 'Anna Berg' is not an id: write lower-case letters and digits in words joined by single hyphens, at most 60 in all
      --> data/nlc/people.json:3:7 driver 1 (Anna Berg), id
      help: write "anna-berg"

    error[does-not-parse]: the key 'short' is missing
      --> data/nlc/series.json:1:1
      help: write "short"; data/README.md and data/schema tell what belongs here
    "#);
}

#[test]
fn slips_of_the_pen_are_named_and_hide_no_other_fault() {
    let edits = [
        r#"swap nlc/2019/entries.json "entries": [ => "entries": [ // gold"#,
        r#"swap nlc/2019/entries.json "car": "21" => “car”: “21”"#,
        r#"swap nlc/2019/entries.json "class": "gold" => "clas": "gold""#,
        r#"swap nlc/2019/results.json "complete": true => "complete": True"#,
        r#"swap nlc/2019/results.json "laps": 19, => "laps": 19"#,
        r#"swap nlc/people.json "hometown": "Bodø", => 'hometown': 'Bodø',"#,
        r#"swap nlc/sources.json "date": "2019-08" } => "date": "2019-08" },"#,
    ];
    insta::assert_snapshot!(faults(&edits), @r#"
    error[does-not-parse]: a comment stands here
      --> data/nlc/2019/entries.json:2:16
      help: remove it: JSON has no comments; a remark belongs under "note" or "notes"

    error[does-not-parse]: a quote “ stands where a straight double quote belongs
      --> data/nlc/2019/entries.json:4:7
      help: write " before and after the text

    error[does-not-parse]: a quote “ stands where a straight double quote belongs
      --> data/nlc/2019/entries.json:4:14
      help: write " before and after the text

    error[unknown-key]: the key 'clas' means nothing here
      --> data/nlc/2019/entries.json:3:62 entry 1 (anna-berg), clas
      help: 'clas' looks like 'class'

    error[does-not-parse]: 'True' is no JSON
      --> data/nlc/2019/results.json:5:19
      help: write true

    error[does-not-parse]: a comma is missing before this
      --> data/nlc/2019/results.json:7:69
      help: write a comma behind the value before

    error[does-not-parse]: a quote ' stands where a straight double quote belongs
      --> data/nlc/people.json:3:47
      help: write " before and after the text

    error[does-not-parse]: a quote ' stands where a straight double quote belongs
      --> data/nlc/people.json:3:59
      help: write " before and after the text

    error[does-not-parse]: a comma stands before the closing '}'
      --> data/nlc/sources.json:8:95
      help: remove it: commas stand between values alone
    "#);
}

#[test]
fn one_missing_file_is_one_fault() {
    for file in [
        "nlc/people.json",
        "nlc/sources.json",
        "nlc/2019/weekends.json",
        "nlc/2019/entries.json",
    ] {
        let mut season = files();
        season.remove(file);
        let verdict = check(folder(season));
        let errors: Vec<&Fault> = verdict.faults.iter().filter(|fault| fault.is_error()).collect();
        let [error] = errors.as_slice() else {
            panic!("{file}: {verdict}");
        };
        assert_eq!((error.file.as_str(), error.rule), (file, "missing-file"), "{error}");
    }
    insta::assert_snapshot!(faults(&["delete nlc/2019/entries.json"]), @r#"
    error[missing-file]: this file is missing: 'car 33' names what stands in it
      --> data/nlc/2019/entries.json
      help: data/README.md shows what it holds
    "#);
}

#[test]
fn every_file_may_name_its_schema() {
    let sound = printed(files());
    for file in files().into_keys() {
        let mut season = files();
        let text = season.get_mut(&file).unwrap();
        *text = text.replacen('{', "{\"$schema\": \"../schema/x.schema.json\",", 1);
        assert_eq!(check(folder(season)).faults.len(), 4, "{file}: {sound}");
    }
}

#[test]
fn a_file_that_is_not_read_and_looks_like_one_is_told() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("strays");
    let _ = fs::remove_dir_all(&root);
    for (file, text) in files() {
        let path = root.join(&file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let season = root.join("nlc/2019");
    fs::rename(season.join("results.json"), season.join("results.json.txt")).unwrap();
    for beside in [
        "Published.JSON",
        "entries.jsonc",
        "entries (1).json",
        ".DS_Store",
        "README.md",
    ] {
        fs::write(season.join(beside), "{}").unwrap();
    }
    fs::create_dir(root.join("nlc/sources.json.d")).unwrap();
    let verdict = check(Folder::open(&root).unwrap());
    let shown = told(&verdict.faults).replace(&root.display().to_string(), "FOLDER");
    insta::assert_snapshot!(shown, @r#"
    note[unknown-file]: 'Published.JSON' is not read: published.json beside it is
      --> FOLDER/nlc/2019/Published.JSON
      help: remove it, or keep it elsewhere

    error[unknown-file]: no file of this name belongs here
      --> FOLDER/nlc/2019/entries (1).json:1:1
      help: name it 'entries.json' if it is that, or remove it; that belongs in the folder of a season

    note[unknown-file]: 'entries.jsonc' is not read: entries.json beside it is
      --> FOLDER/nlc/2019/entries.jsonc
      help: remove it, or keep it elsewhere

    error[unknown-file]: 'results.json.txt' is not read: only files that end in .json are
      --> FOLDER/nlc/2019/results.json.txt
      help: make it JSON as data/README.md shows it, and name it results.json

    error[unknown-file]: 'sources.json.d' is a folder
      --> FOLDER/nlc/sources.json.d
      help: make it a file, sources.json
    "#);
}

#[test]
fn a_link_to_a_folder_is_told_and_not_followed() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("links");
    let _ = fs::remove_dir_all(&root);
    for (file, text) in files() {
        let path = root.join(&file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    std::os::unix::fs::symlink(".", root.join("nlc/2019/x")).unwrap();
    let verdict = check(Folder::open(&root).unwrap());
    let shown = told(&verdict.faults).replace(&root.display().to_string(), "FOLDER");
    insta::assert_snapshot!(shown, @r#"
    note[unknown-file]: 'x' is a link to a folder, and is not followed
      --> FOLDER/nlc/2019/x
      help: remove it, or put the folder itself here if packs are in it
    "#);
}

#[test]
fn another_encoding_of_the_same_text_is_no_mistake() {
    let usual = check(folder(files())).faults;
    let forms: [fn(&str) -> String; 3] = [
        |text| format!("\u{feff}{text}"),
        |text| text.replace('\n', "\r\n"),
        |text| text.replace("  ", "\t"),
    ];
    for form in forms {
        let changed = files().into_iter().map(|(file, text)| (file, form(&text)));
        let faults = check(folder(changed.collect())).faults;
        let rules = |faults: &[Fault]| {
            faults
                .iter()
                .map(|fault| (fault.rule, fault.message.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(rules(&faults), rules(&usual));
    }
}

#[test]
fn only_a_check_that_knows_the_day_tells_of_the_future() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let on = |today: &str| told(&check_on(folder(files()), Some(day(today))).faults);
    assert_eq!((on("2019-08-26"), on("2024-02-29")), (String::new(), String::new()));
    insta::assert_snapshot!(on("2019-05-10"), @r#"
    error[in-future]: 'arctic-ring/race-2' is on 2019-05-12, later than today, 2019-05-10, and has a result
      --> data/nlc/2019/results.json:23:7 classification 2 (arctic-ring/race-2), session
      help: correct the session, or its date in weekends.json

    error[in-future]: 'lake-park/race-1' is on 2019-08-24, later than today, 2019-05-10, and has a result
      --> data/nlc/2019/results.json:37:7 classification 3 (lake-park/race-1), session
      help: correct the session, or its date in weekends.json

    error[in-future]: the version 2019-08-26 is later than today, 2019-05-10
      --> data/nlc/2019/season.json:3:3 version
      help: write the date of the last change
    "#);
}
