//! Files that are not what they should be: faults, never a panic.

use raceweek::dataset::{Fault, Folder, check};
use serde_json::json;

use super::miniature::{files, folder};
use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;

/// The season with one file's bytes replaced, and the faults about that file.
fn faults_with(file: &str, bytes: impl Into<Vec<u8>>) -> Vec<String> {
    let mut season = folder(files());
    season.files.insert(file.to_owned(), bytes.into());
    faults_of(season, file)
}

fn faults_of(folder: Folder, file: &str) -> Vec<String> {
    let of_file = |fault: &Fault| (fault.file == file).then(|| fault.to_string());
    check(folder).faults.iter().filter_map(of_file).collect()
}

#[test]
fn a_file_cut_off_tells_where_and_still_its_unknown_keys() {
    let whole = &files()["nlc/people.json"].replacen("hometown", "home_town", 1);
    insta::assert_snapshot!(faults_with("nlc/people.json", &whole.as_bytes()[..400]).join("\n\n"), @r#"
    error[unknown-key]: the key 'home_town' means nothing here
      --> data/nlc/people.json:3:47 driver 1, home_town
      help: 'home_town' looks like 'hometown'

    error[does-not-parse]: the file ends inside an object
      --> data/nlc/people.json:7:31 driver 5
      help: write the } that is missing
    "#);
}

#[test]
fn the_first_error_comes_with_all_unknown_and_doubled_keys() {
    let text = r#"{
      "drivers": [
        { "id": "anna-berg", "name": 7, "nme": "x" },
        { "id": "erik-lund", "id": "erik", "name": "Erik Lund", "sources": { "a": 1, "a": 2 } }
      ],
      "team": []
    }"#;
    insta::assert_snapshot!(faults_with("nlc/people.json", text).join("\n\n"), @r#"
    error[does-not-parse]: 7 stands where a text belongs
      --> data/nlc/people.json:3:30 driver 1 (anna-berg), name
      help: write "7", in quotes

    error[unknown-key]: the key 'nme' means nothing here
      --> data/nlc/people.json:3:41 driver 1 (anna-berg), nme
      help: 'nme' looks like 'name'

    error[duplicate-key]: the key 'id' stands twice in one object
      --> data/nlc/people.json:4:30 driver 2 (erik), id
      help: keep one of the two

    error[does-not-parse]: an object stands where a list belongs
      --> data/nlc/people.json:4:65 driver 2 (erik), sources
      help: write a list, in square brackets; data/README.md and data/schema tell what belongs here

    error[duplicate-key]: the key 'a' stands twice in one object
      --> data/nlc/people.json:4:86 driver 2 (erik), sources, a
      help: keep one of the two

    error[unknown-key]: the key 'team' means nothing here
      --> data/nlc/people.json:6:7 team
      help: 'team' looks like 'teams'
    "#);
}

#[test]
fn a_doubled_key_does_not_hide_the_error_behind_it() {
    let text = r#"{ "drivers": [], "drivers": [{ "id": "A B", "name": "" }] }"#;
    insta::assert_snapshot!(faults_with("nlc/people.json", text).join("\n\n"), @r#"
    error[duplicate-key]: the key 'drivers' stands twice in one object
      --> data/nlc/people.json:1:18 drivers
      help: keep one of the two

    error[does-not-parse]: 'A B' is not an id: write lower-case letters and digits in words joined by single hyphens, at most 60 in all
      --> data/nlc/people.json:1:32 driver 1 (A B), id
      help: write "a-b"
    "#);
}

#[test]
fn a_doubled_key_does_not_hide_the_end_of_the_text() {
    let text = r#"{ "drivers": [], "drivers": [], "#;
    insta::assert_snapshot!(faults_with("nlc/people.json", text).join("\n\n"), @r#"
    error[does-not-parse]: the file ends where a value belongs
      --> data/nlc/people.json:1:32
      help: write the value, and the brackets that are missing

    error[duplicate-key]: the key 'drivers' stands twice in one object
      --> data/nlc/people.json:1:18 drivers
      help: keep one of the two
    "#);
}

#[test]
fn a_list_in_place_of_an_object_is_no_record() {
    let text = r#"{ "teams": [["fjord", "Fjord Racing", [], null, []]] }"#;
    insta::assert_snapshot!(faults_with("nlc/people.json", text).join("\n\n"), @r#"
    error[does-not-parse]: a list stands where an object belongs
      --> data/nlc/people.json:1:13 team 1
      help: write an object with the keys aliases, id, name, nationality, sources
    "#);
}

#[test]
fn text_behind_the_end_is_told() {
    let text = files()["nlc/sources.json"].clone() + "}";
    insta::assert_snapshot!(faults_with("nlc/sources.json", text).join("\n\n"), @r#"
    error[does-not-parse]: more text follows the end of the record
      --> data/nlc/sources.json:11:1
      help: keep one record in a file: remove the rest, or the bracket before it that closes too early
    "#);
}

#[test]
fn bytes_that_are_not_utf8_are_located() {
    let mut bytes = files()["nlc/sources.json"].clone().into_bytes();
    let at = 3 + bytes.iter().position(|byte| *byte == b'\n').unwrap();
    bytes[at] = 0xff;
    insta::assert_snapshot!(faults_with("nlc/sources.json", bytes).join("\n\n"), @r#"
    error[not-utf8]: byte 3 of line 2 is not UTF-8
      --> data/nlc/sources.json:2:3
      help: save the file as UTF-8
    "#);
}

#[test]
fn a_byte_order_mark_is_forgiven() {
    let text = format!("\u{feff}{}", files()["nlc/sources.json"]);
    assert_eq!(faults_with("nlc/sources.json", text), [""; 0]);
}

#[test]
fn deep_nesting_is_a_fault() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for key in ["drivers", "unknown"] {
            let text = format!("{{\"{key}\": {}1{}}}", open.repeat(100_000), close.repeat(100_000));
            let faults = faults_with("nlc/people.json", text);
            assert!(
                faults[0].contains("nested too deep\n  --> data/nlc/people.json:1:"),
                "{faults:?}"
            );
        }
    }
}

#[test]
fn ten_megabytes_of_faults_are_told_in_a_few_lines() {
    let keys: String = (0..1_000_000).fold(String::new(), |keys, number| {
        keys + "\"k" + &number.to_string() + "\":1,"
    });
    let faults = faults_with("nlc/people.json", format!("{{{keys}\"drivers\":[]}}"));
    assert_eq!(faults.len(), 201);
    let more = "[too-many-faults]: 999800 more faults like these are not listed";
    assert!(faults.iter().any(|fault| fault.contains(more)), "{}", faults[0]);
}

#[test]
fn a_key_of_megabytes_is_not_repeated() {
    let text = format!("{{\"{}\": {{\"a\": 1, \"a\": 2}}}}", "k".repeat(5_000_000));
    let faults = faults_with("nlc/people.json", text);
    assert_eq!(faults.len(), 2);
    assert!(faults.iter().all(|fault| fault.len() < 1_000), "{faults:?}");
}

#[test]
fn absurdly_many_records_are_not_compared_with_each_other() {
    let entry = r#"{"car":"1","weekends":"all"}"#;
    let text = format!("{{\"entries\":[{}]}}", vec![entry; 20_000].join(","));
    insta::assert_snapshot!(faults_with("nlc/2019/entries.json", text).join("\n\n"), @r#"
    error[too-many-records]: 20000 entries are more than the 2000 that make sense
      --> data/nlc/2019/entries.json:1:1
      help: look for something pasted twice
    "#);
}

#[test]
fn ten_thousand_rounds_are_told_before_anything_is_scored() {
    let session = |round: usize| format!(r#"{{"id":"race-{round}","kind":"race","name":"Race","round":"{round}"}}"#);
    let sessions = |weekend: usize| {
        (0..50)
            .map(|at| session(weekend * 50 + at))
            .collect::<Vec<_>>()
            .join(",")
    };
    let weekend = |weekend: usize| {
        format!(
            r#"{{"id":"w{weekend}","name":"W {weekend}","circuit":"arctic-ring","start":"2019-05-10","end":"2019-05-12","sessions":[{}]}}"#,
            sessions(weekend)
        )
    };
    let weekends: Vec<String> = (0..200).map(weekend).collect();
    let text = format!("{{\"weekends\":[{}]}}", weekends.join(","));
    insta::assert_snapshot!(faults_with("nlc/2019/weekends.json", text).join("\n\n"), @r#"
    error[too-many-records]: 10000 sessions in all are more than the 1000 that make sense
      --> data/nlc/2019/weekends.json:1:1
      help: look for something pasted twice

    error[too-many-records]: 200 weekends are more than the 100 that make sense
      --> data/nlc/2019/weekends.json:1:1
      help: look for something pasted twice
    "#);
}

#[test]
fn points_of_any_size_are_a_fault_with_a_path_and_never_an_overflow() {
    let of = |from: &str, to: &str| {
        let whole = files()["nlc/2019/season.json"].replacen(from, to, 1);
        assert_ne!(whole, files()["nlc/2019/season.json"]);
        faults_with("nlc/2019/season.json", whole).join("\n\n")
    };
    insta::assert_snapshot!(of("[25, 20, 17, 14]", "[1e30, 20, 17, 14]"), @r#"
    error[does-not-parse]: '1000000000000000000000000000000' is not a number of points: write a whole number, a decimal such as 12.5 or a fraction such as "1/3", at most 1000000
      --> data/nlc/2019/season.json:24:31 rules, drivers, scale 1, point 1
      help: data/README.md and data/schema tell what belongs here
    "#);
    insta::assert_snapshot!(of("\"points\": -2", "\"points\": -9223372036854775808"), @r#"
    error[does-not-parse]: '-9223372036854775808' is not a number of points: write a whole number, a decimal such as 12.5 or a fraction such as "1/3", at most 1000000
      --> data/nlc/2019/season.json:47:7 adjustment 1 (fjord), points
      help: data/README.md and data/schema tell what belongs here
    "#);
    insta::assert_snapshot!(of("\"retired\": \"nothing\"", "\"factors\": [{ \"times\": \"1000000/1\" }]"), @r#"
    note[known-conflict]: The programme prints Lund with 45 points after Round 2. The results allow at most 43.5.
      --> data/nlc/2019/season.json:57:5 conflict 1 (silver)
      help: kept: 45, as printed.

    error[implausible-points]: a factor of 1000000 is out of reason
      --> data/nlc/2019/season.json:29:21 rules, drivers, factor 1, times
      help: look for a slip of the keyboard
    "#);
}

#[test]
fn a_season_of_a_thousand_rounds_is_checked_to_its_end() {
    let mut season = files();
    let text = |key: &str, records: Vec<String>| format!("{{\"{key}\":[{}]}}", records.join(","));
    let weekend = |weekend: usize| {
        let session = |at: usize| {
            let round = weekend * 20 + at;
            format!(r#"{{"id":"race-{at}","kind":"race","name":"Race {at}","round":"{round}"}}"#)
        };
        let sessions: Vec<String> = (0..20).map(session).collect();
        format!(
            r#"{{"id":"w{weekend}","name":"W {weekend}","circuit":"arctic-ring","start":"2019-05-10","end":"2019-05-12","sessions":[{}]}}"#,
            sessions.join(",")
        )
    };
    season.insert(
        "nlc/2019/weekends.json".into(),
        text("weekends", (0..50).map(weekend).collect()),
    );
    let entry = |car: usize| format!(r#"{{"car":"{car}","team":"fjord","class":"gold","weekends":"all"}}"#);
    season.insert(
        "nlc/2019/entries.json".into(),
        text("entries", (0..100).map(entry).collect()),
    );
    let scales = r#"[{"points":[3,2,1],"when":{"distance":{"below":"1/2"}}},{"points":[6,4,2]}]"#;
    season.insert(
        "nlc/2019/season.json".into(),
        format!(
            r#"{{"format":1,"version":"2019-08-26","calendar":"complete","classes":[{{"id":"gold","name":"Gold"}}],
                "championships":[{{"id":"cars","name":"Cars","ranks":"car","rules":"cars"}}],
                "rules":{{"cars":{{"scales":{scales},"awards":[],"drops":[{{"best":900}}],"ties":{{"by":["countback"]}}}}}}}}"#
        ),
    );
    season.remove("nlc/2019/results.json");
    season.remove("nlc/2019/published.json");
    let verdict = check(folder(season));
    // The weekends overlap, which is worth a note each.
    assert!(verdict.passed(), "{verdict}");
}

#[test]
fn missing_files_are_told_and_the_others_are_checked_all_the_same() {
    let mut season = files();
    season.retain(|file, _| !["circuits.json", "nlc/series.json", "nlc/people.json"].contains(&file.as_str()));
    season.insert(
        "nlc/2019/published.json".into(),
        r#"{"tables":[{"championship":"gold","after":"9","rows":[]}]}"#.into(),
    );
    insta::assert_snapshot!(check(folder(season)).to_string(), @r#"
    error[missing-file]: this file is missing
      --> data/circuits.json
      help: data/README.md shows what it holds

    error[no-source]: this table of 'gold' does not say where it was printed
      --> data/nlc/2019/published.json:1:12 table 1 (gold)
      help: name one under "sources", by its id in sources.json

    error[unknown-round]: '9' is no round here
      --> data/nlc/2019/published.json:1:35 table 1 (gold), after
      help: correct the id, or add the round to weekends.json

    error[empty-table]: this table has no rows
      --> data/nlc/2019/published.json:1:47 table 1 (gold), rows
      help: remove it

    note[award-not-known]: who won 'fastest-lap' in 'silver' is not said, so that no table of 'silver' is known from here on
      --> data/nlc/2019/results.json:36:5 classification 3 (lake-park/race-1), awards
      help: write the award with its winner, or without one if nobody won it

    note[award-not-known]: who won 'pole' in 'silver' is not said, so that no table of 'silver' is known from here on
      --> data/nlc/2019/results.json:36:5 classification 3 (lake-park/race-1), awards
      help: write the award with its winner, or without one if nobody won it

    note[known-conflict]: The programme prints Lund with 45 points after Round 2. The results allow at most 43.5.
      --> data/nlc/2019/season.json:57:5 conflict 1 (silver)
      help: kept: 45, as printed.

    error[missing-file]: this file is missing: 'anna-berg' and 29 other places name what stands in it
      --> data/nlc/people.json
      help: data/README.md shows what it holds

    error[missing-file]: this file is missing
      --> data/nlc/series.json
      help: data/README.md shows what it holds

    6 errors in 4 files, 3 notes
    "#);
}

#[test]
fn an_empty_folder_is_not_a_catalogue() {
    let verdict = check(Folder::default());
    assert!(!verdict.passed());
    insta::assert_snapshot!(verdict.to_string(), @r#"
    error[missing-file]: this file is missing
      --> data/circuits.json
      help: data/README.md shows what it holds

    error[no-series]: there is no series here
      --> data/series.json
      help: add a folder with series.json and a season; data/README.md shows one

    2 errors in 2 files, 0 notes
    "#);
}

#[test]
fn a_file_too_large_to_read_is_a_fault_of_its_own() {
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("large");
    for (file, text) in files() {
        let path = root.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    std::fs::write(root.join("nlc/people.json"), " ".repeat(10 * 1024 * 1024)).unwrap();
    let faults = faults_of(Folder::open(&root).unwrap(), "nlc/people.json");
    let shown = faults.join("\n\n").replace(&root.display().to_string(), "FOLDER");
    insta::assert_snapshot!(shown, @r#"
    error[unreadable-file]: 10485760 bytes are more than the 8388608 allowed
      --> FOLDER/nlc/people.json
      help: make it a readable file of at most 8 MiB
    "#);
    // The people of the file are not known now, so that nobody is called unknown.
    assert_eq!(
        check(Folder::open(&root).unwrap())
            .faults
            .iter()
            .filter(|fault| fault.is_error())
            .count(),
        1
    );
}

#[test]
fn a_class_that_nobody_is_in_and_decisions_in_a_circle_are_errors() {
    let mut rules = plain();
    rules["ties"]["by"] = json!(["countback", "decision"]);
    let mut season = Invented::new(&rules, vec![order(&["ann", "bob", "cid"])]);
    let classes = season.season["classes"].as_array_mut().unwrap();
    classes.push(json!({ "id": "am", "name": "Am" }));
    season.add("amateurs", "driver", plain())["class"] = json!("am");
    let ahead = |(who, behind): (&str, &str)| json!({ "championship": "cup", "competitor": who, "ahead_of": behind, "date": "2030-03-02", "reason": "by lot" });
    season.season["adjustments"] = [("ann", "bob"), ("bob", "cid"), ("cid", "ann")].map(ahead).into();
    let Err(faults) = loaded(&season.files()) else {
        panic!("no fault")
    };
    insta::assert_snapshot!(faults, @r#"
    error[adjustment-without-effect]: 'ann' cannot be both ahead of 'bob' and behind
      --> data/test/2030/season.json:1:18 adjustment 1 (ann), ahead_of
      help: correct it, or the rules or entries that it goes with
    error[adjustment-without-effect]: 'bob' cannot be both ahead of 'cid' and behind
      --> data/test/2030/season.json:1:115 adjustment 2 (bob), ahead_of
      help: correct it, or the rules or entries that it goes with
    error[adjustment-without-effect]: 'cid' cannot be both ahead of 'ann' and behind
      --> data/test/2030/season.json:1:212 adjustment 3 (cid), ahead_of
      help: correct it, or the rules or entries that it goes with
    error[championship-without-field]: nobody is entered who could stand in the table of 'amateurs'
      --> data/test/2030/season.json:1:420 championship 2 (amateurs)
      help: look at its class and tags, and at those of the entries; a team, a make or a number may be missing
    "#);
}
