//! Results of simulators, made up: how each counts times and places, and what its files hold that is no result.

use serde_json::{Value, json};

use super::{import, reading};
use crate::support::folder::Folder;

/// The sheets of a file with these bytes.
fn sheets(name: &str, bytes: &[u8]) -> Vec<Value> {
    let read = read(name, bytes);
    let sheets = read["sheets"].as_array().expect("there are sheets").iter();
    sheets.map(|sheet| sheet["sheet"]["results"].clone()).collect()
}

fn read(name: &str, bytes: &[u8]) -> Value {
    let folder = Folder::new();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    reading(&path.to_string_lossy())
}

/// The faults of a file: the rule of each.
fn rules(read: &Value) -> Vec<&str> {
    let faults = read["faults"].as_array().expect("there is a list").iter();
    faults.map(|fault| fault["rule"].as_str().unwrap()).collect()
}

/// A row in one line: place, class and place in it, number, drivers, state, laps, time, gap, best lap, grid, points.
pub fn line(row: &Value) -> String {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let told = |key: &str| {
        Some(&row[key])
            .filter(|value| !value.is_null())
            .map(plain)
            .unwrap_or_default()
    };
    let names = row["drivers"].as_array().unwrap().iter().map(|name| {
        let given = name["given"].as_str().unwrap_or_default();
        format!("{given} {}", name["family"].as_str().unwrap())
            .trim()
            .to_owned()
    });
    let names = names.collect::<Vec<_>>().join(" / ");
    let parts = ["place", "class", "class_place", "number"].map(told);
    let gap = match &row["gap"] {
        Value::Null => String::new(),
        gap => gap.to_string(),
    };
    let rest = ["status", "laps", "time"].map(told);
    let last = [
        "best_lap",
        "best_lap_number",
        "grid",
        "points",
        "class_points",
        "penalty",
    ]
    .map(told);
    format!(
        "{}|{names}|{}|{gap}|{}",
        parts.join("|"),
        rest.join("|"),
        last.join("|")
    )
}

fn lines(sheet: &Value) -> Vec<String> {
    sheet["rows"]
        .as_array()
        .expect("there are rows")
        .iter()
        .map(line)
        .collect()
}

fn iracing() -> Value {
    let row = |name: &str, place: i64, laps: i64, interval: i64, best: i64, out: &str| {
        json!({
            "display_name": name, "finish_position": place, "finish_position_in_class": place, "laps_complete": laps,
            "interval": interval, "best_lap_num": 2, "best_lap_time": best, "starting_position": 2 - place,
            "reason_out": out, "league_points": 10 - place, "car_class_id": 95, "livery": { "car_number": "08" }
        })
    };
    let qualifying = |name: &str, place: i64, best: i64| {
        let mut row = row(name, place, 3, -1, best, "Running");
        row["starting_position"] = json!(-1);
        row["league_points"] = json!(0);
        row
    };
    json!({
        "subsession_id": 1, "league_id": 7, "league_season_name": "Invented Cup", "session_name": "Round 1",
        "start_time": "2024-03-02T19:00:12Z", "track": { "track_name": "Ring" },
        "car_classes": [
            { "car_class_id": 95, "short_name": "GT" }, { "car_class_id": 96, "short_name": "Cup" }
        ],
        "session_results": [
            { "simsession_number": 0, "simsession_type_name": "Race", "simsession_name": "RACE", "results": [
                row("Ann Driver", 0, 5, 0, 1_296_209, "Running"),
                row("Bob Driver2", 1, 5, 6_054, 1_292_269, "Running"),
                row("Cid Driver", 2, 4, -1, -1, "Disconnected")
            ] },
            { "simsession_number": -1, "simsession_type_name": "Open Qualifying", "simsession_name": "QUALIFY", "results": [
                qualifying("Ann Driver", 0, 1_277_582), qualifying("Bob Driver2", 1, -1)
            ] }
        ]
    })
}

#[test]
fn an_iracing_result_counts_in_ten_thousandths_and_places_from_zero() {
    let plain = iracing().to_string();
    let enveloped = json!({ "type": "event_result", "data": iracing() }).to_string();
    for text in [plain, enveloped] {
        let sheets = sheets("result.json", text.as_bytes());
        assert_eq!(
            sheets.iter().map(|sheet| &sheet["kind"]).collect::<Vec<_>>(),
            ["race", "qualifying"]
        );
        assert_eq!(
            lines(&sheets[0]),
            [
                "1|GT|1|08|Ann Driver||5|||2:09.6209|2|3|10||",
                "2|GT|2|08|Bob Driver||5||{\"time\":\"0.6054\"}|2:09.2269|2|2|9||",
                "3|GT|3|08|Cid Driver|dnf|4||{\"laps\":1}|||1|8||",
            ]
        );
        assert_eq!(
            lines(&sheets[1]),
            [
                "1|GT|1|08|Ann Driver||3|2:07.7582||2:07.7582|2||||",
                "2|GT|2|08|Bob Driver||3||||||||",
            ]
        );
        assert_eq!(
            sheets[0]["heading"],
            json!({
                "series": "Invented Cup", "year": 2024, "event": "Round 1", "circuit": "Ring", "session": "RACE",
                "date": "2024-03-02"
            })
        );
    }
}

#[test]
fn a_number_behind_a_name_stays_where_two_would_be_called_alike() {
    let text = iracing().to_string().replace("Cid Driver", "Bob Driver");
    let sheets = sheets("result.json", text.as_bytes());
    let names: Vec<&Value> = sheets[0]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["drivers"][0]["family"])
        .collect();
    assert_eq!(names, ["Driver", "Driver2", "Driver"]);
}

#[test]
fn an_acc_result_is_utf_16_without_a_mark() {
    let car = |id: u32, number: u32, cup: u32, family: &str| {
        json!({
            "carId": id, "raceNumber": number, "cupCategory": cup, "teamName": "",
            "drivers": [{ "firstName": "Ann", "lastName": family }]
        })
    };
    let timing = |best: u64, total: u64, laps: u32| json!({ "bestLap": best, "totalTime": total, "lapCount": laps });
    let text = json!({
        "sessionType": "R", "trackName": "ring_park", "serverName": "League",
        "sessionResult": { "isWetSession": 1, "leaderBoardLines": [
            { "car": car(4, 82, 0, "Brà"), "timing": timing(90_837, 2_329_129, 23) },
            { "car": car(2, 107, 1, "Den\nTEAM"), "timing": timing(90_462, 2_181_760, 21) },
            { "car": car(1, 17, 0, "Kal"), "timing": timing(2_147_483_647, 0, 0) }
        ] },
        "laps": [{ "carId": 2, "laptime": 95_000 }, { "carId": 4, "laptime": 90_837 }, { "carId": 2, "laptime": 90_462 }],
        "penalties": [{ "carId": 2, "reason": "Cutting", "penalty": "DriveThrough", "violationInLap": 3 }]
    });
    let bytes: Vec<u8> = serde_json::to_string_pretty(&text)
        .unwrap()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let read = read("R.json", &bytes);
    assert_eq!(rules(&read), ["no-states", "line-break"]);
    let sheet = &read["sheets"][0]["sheet"]["results"];
    assert_eq!(
        lines(sheet),
        [
            "1|Pro||82|Ann Brà||23|38:49.129||1:30.837|1||||",
            "2|Pro-Am||107|Ann Den||21|36:21.760|{\"laps\":2}|1:30.462|2||||DriveThrough (Cutting), lap 3",
            "3|Pro||17|Ann Kal|dns|0||||||||",
        ]
    );
    assert_eq!(
        (&sheet["kind"], &sheet["messages"]),
        (&json!("race"), &json!(["a wet session"]))
    );
}

#[test]
fn an_assetto_corsa_result_counts_laps_beside_its_rows() {
    let row = |name: &str, car: u32, best: u64, total: u64| json!({ "DriverName": name, "CarId": car, "CarModel": "exos", "BestLap": best, "TotalTime": total });
    let lap = |name: &str, car: u32, time: u64| json!({ "DriverName": name, "CarId": car, "LapTime": time });
    let text = json!({
        "TrackName": "monza", "Type": "RACE", "Cars": [{ "CarId": 9, "Driver": { "Name": "Ann", "Team": "Reds" } }],
        "Result": [
            row("Ann Driver", 9, 98_907, 300_000), row("Bob", 7, 100_687, 210_000), row("Cid Last", 1, 999_999_999, 0),
            row("", 2, 999_999_999, 0)
        ],
        "Laps": [
            lap("Ann Driver", 9, 104_357), lap("Bob", 7, 105_967), lap("Ann Driver", 9, 98_907),
            lap("Bob", 7, 100_687), lap("Ann Driver", 9, 99_000)
        ],
        "Events": null
    });
    let text = serde_json::to_string_pretty(&text).unwrap().replace("  ", "\t");
    let sheets = sheets("RACE.json", text.as_bytes());
    assert_eq!(
        lines(&sheets[0]),
        [
            "1||||Ann Driver||3|5:00.000||1:38.907|2||||",
            "2||||Bob||2|3:30.000|{\"laps\":1}|1:40.687|2||||",
            "||||Cid Last|dns|0||||||||",
        ]
    );
    assert_eq!(sheets[0]["rows"][0]["team"], "Reds");
}

/// A file of rFactor's kind with a race of these drivers.
fn xml(drivers: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<!DOCTYPE rF [\r\n<!ENTITY rFEnt \"rFactor Entity\">\r\n]>\r\n\
         <rFactorXML version=\"1.0\">\r\n<RaceResults>\r\n<ServerName>Ann &amp; Sons</ServerName>\r\n\
         <DateTime>1</DateTime><TimeString>2024/03/01 20:00:00</TimeString>\r\n<TrackVenue>Ring</TrackVenue>\r\n\
         <Race>\r\n<TimeString>2024/03/02 21:56:06</TimeString>\r\n<Laps>2147483647</Laps>\r\n<Stream>\r\n\
         <Penalty et=\"1.0\">Ann received Stop/Go penalty, 10s, 0laps. Result: penalties=1</Penalty>\r\n\
         <Penalty et=\"2.0\">Ann served 1st Stop/Go penalty, result: penalties=0</Penalty>\r\n\
         <Penalty et=\"3.0\">Ann Lee finished before serving penalty, added 35 seconds to totalET</Penalty>\r\n\
         </Stream>\r\n{drivers}</Race>\r\n</RaceResults>\r\n</rFactorXML>\r\n"
    )
}

fn driver(name: &str, fields: &[(&str, &str)], laps: &str) -> String {
    let fields: String = fields
        .iter()
        .map(|(key, text)| format!("<{key}>{text}</{key}>\r\n"))
        .collect();
    format!("<Driver>\r\n<Name>{name}</Name>\r\n{fields}{laps}</Driver>\r\n")
}

/// Four cars in two classes, not in order.
fn field() -> String {
    let lee = [
        ("CarClass", "F309"),
        ("CarNumber", "06"),
        ("GridPos", "1"),
        ("Position", "2"),
        ("ClassPosition", "2"),
        ("Points", "8"),
        ("ClassPoints", "8"),
        ("BestLapTime", "93.0000"),
        ("FinishTime", "248.8370"),
        ("Laps", "3"),
        ("FinishStatus", "Finished Normally"),
    ];
    let mut ann = lee;
    ann[1].1 = "01";
    ann[3].1 = "1";
    ann[4].1 = "1";
    ann[8].1 = "235.7249";
    let mut bob = lee;
    bob[0].1 = "F301";
    bob[3].1 = "3";
    bob[4].1 = "1";
    bob[5].1 = "3";
    bob[6].1 = "25";
    bob[9].1 = "2";
    let out = |status| {
        [
            ("CarClass", "F301"),
            ("CarNumber", "022"),
            ("Position", "4"),
            ("Laps", "0"),
            ("BestLapTime", "-1.0000"),
            ("FinishStatus", status),
        ]
    };
    let laps = "<Lap num=\"1\" p=\"3\">--.----</Lap>\r\n<Lap num=\"2\" p=\"3\">93.0000</Lap>\r\n";
    let swaps = "<Swap startLap=\"1\" endLap=\"2\">Cid &lt;1&gt;</Swap><Swap startLap=\"3\" endLap=\"4\">Bob</Swap>";
    let mut dropped = out("DNF");
    dropped[2].1 = "5";
    [
        driver("Ann Lee", &lee, laps),
        driver("Late", &out("None"), ""),
        driver("Ann", &ann, laps),
        driver("Bob", &bob, swaps),
        driver("Off", &dropped, "<DNFReason>Suspension</DNFReason>"),
    ]
    .concat()
}

const XML_LINES: [&str; 5] = [
    "1|F309|1|01|Ann||3|3:55.7249||1:33.000|2|1|8|8|Stop/Go",
    "2|F309|2|06|Ann Lee||3|4:08.837||1:33.000|2|1|8|8|35 seconds added at the end",
    "3|F301|1|06|Cid <1> / Bob||2|4:08.837|{\"laps\":1}|1:33.000||1|3|25|",
    "4|F301||022|Late|dns|0||||||||",
    "5|F301||022|Off|dnf|0||||||||",
];

#[test]
fn rfactors_xml_gives_places_of_the_class_and_penalties_as_sentences() {
    let sheets = sheets("race.xml", xml(&field()).as_bytes());
    assert_eq!(lines(&sheets[0]), XML_LINES);
    assert_eq!(sheets[0]["rows"][4]["status_text"], "DNF (Suspension)");
    assert_eq!(
        sheets[0]["heading"],
        json!({ "series": "Ann & Sons", "year": 2024, "circuit": "Ring", "session": "Race", "date": "2024-03-02" })
    );
}

#[test]
fn xml_that_says_utf_8_and_is_not_is_read_and_told() {
    let text = xml(&driver("L\u{bf}\u{a9}o", &[("Position", "1")], ""));
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    let read = read("race.xml", &bytes);
    assert_eq!(rules(&read), ["encoding"]);
    assert_eq!(
        read["sheets"][0]["sheet"]["results"]["rows"][0]["drivers"][0]["family"],
        "L\u{bf}\u{a9}o"
    );
}

#[test]
fn hostile_files_of_simulators_are_errors() {
    let entities = |uses: &str| {
        let bomb =
            "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">";
        xml(&driver(uses, &[("Position", "1")], "")).replace("<!ENTITY rFEnt \"rFactor Entity\">", bomb)
    };
    let whole = xml(&field());
    let deep = format!("{}{}", "<rFactorXML>".repeat(100_000), "</rFactorXML>".repeat(100_000));
    let iracing = |from: &str, to: &str| iracing().to_string().replace(from, to);
    let lists = format!("{{\"subsession_id\":1,\"session_results\":{}", "[".repeat(100_000));
    let cases: [(&str, String, &str); 13] = [
        ("bomb.xml", entities("&b;"), "xml"),
        ("file.xml", entities("&c;"), "xml"),
        ("unknown.xml", entities("&zzz;"), "xml"),
        ("deep.xml", deep, "xml"),
        ("cut.xml", whole[..whole.len() / 2].to_owned(), "xml"),
        ("crossed.xml", whole.replace("</Driver>", "</Race>"), "xml"),
        ("nobody.xml", xml(""), "no-result"),
        ("nul.xml", whole.replace("Ring", "Ri\0ng"), "no-text"),
        (
            "none.json",
            "{\"subsession_id\":1,\"session_results\":[]}".to_owned(),
            "no-result",
        ),
        ("huge.json", iracing("1296209", "1e999"), "unknown-format"),
        ("lists.json", lists, "unknown-format"),
        ("shape.json", iracing("\"results\":[", "\"results\":[7,"), "json"),
        (
            "acc.json",
            "{\"sessionType\":\"R\",\"sessionResult\":{\"leaderBoardLines\":[]}}".to_owned(),
            "no-result",
        ),
    ];
    for (name, text, rule) in cases {
        let folder = Folder::new();
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let ended = import(&[&path.to_string_lossy()]);
        assert_eq!(
            (ended.code, ended.stderr.as_str()),
            (Some(1), ""),
            "{name}: {}",
            ended.stdout
        );
        assert!(
            ended.stdout.starts_with(&format!("error[{rule}]: ")),
            "{name}: {}",
            ended.stdout
        );
        assert!(ended.stdout.contains("\n  help: "), "{name}: {}", ended.stdout);
        assert!(!ended.stdout.contains("root:"), "{name}");
    }
}

#[test]
fn numbers_that_no_race_has_are_left_out() {
    let text = iracing().to_string();
    let text = text
        .replace("1296209", "99999999999999999999")
        .replace("\"laps_complete\":5", "\"laps_complete\":-5");
    let sheets = sheets("result.json", text.as_bytes());
    assert_eq!(lines(&sheets[0])[0], "1|GT|1|08|Ann Driver|||||||3|10||");
}
