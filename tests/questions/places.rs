//! Places: a word for one is a weekend before it is a zone.

use insta::assert_snapshot;

use crate::support::answers::packs;
use crate::support::ask::ask;
use raceweek::domain::Asker;
use raceweek::question::Question;
use raceweek::understand::{Intent, understand};

/// The readings of texts, a line each.
fn read(now: &str, texts: &[&str]) -> String {
    let asker = Asker {
        now: now.parse().expect("a moment"),
        zone: None,
        reference: None,
        series: "pccna".parse().expect("a slug"),
        rehearsal: true,
    };
    let packs = packs();
    let lines = texts.iter().map(|text| match understand(text, None, &packs, &asker) {
        Ok(Intent::Questions(reading)) => {
            let lines: Vec<String> = reading.questions.iter().map(Question::line).collect();
            format!("{text}: {}", lines.join(" + "))
        }
        other => format!("{text}: {other:?}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_place_is_a_weekend_before_it_is_a_zone() {
    assert_snapshot!(ask("2024-05-20T12:00:00Z", "schedule indianapolis"), @r"
    Porsche Carrera Cup North America 2024 · Indianapolis
    19–21 Sep 2024 · Indianapolis Motor Speedway road course · Rounds 11 and 12 of 16
    Practice 1: Thu 19 Sep, time not published · next
    Practice 2: Thu 19 Sep, time not published
    Race 1 (Round 11): Fri 20 Sep, time not published
    Race 2 (Round 12): Sat 21 Sep, time not published
    ");
    assert_snapshot!(ask("2026-02-20T12:00:00Z", "schedule las-vegas series:f1"), @r"
    Formula 1 2026 · Las Vegas
    19–21 Nov 2026 · Las Vegas Street Circuit · Round 21 of 23
    Practice 1: Thu 19 Nov 16:30 PST track time, Fri 20 Nov 00:30 UTC · next · in 272 days
    Practice 2: Thu 19 Nov 20:00 PST track time, Fri 20 Nov 04:00 UTC · in 272 days
    Practice 3: Fri 20 Nov 16:30 PST track time, Sat 21 Nov 00:30 UTC · in 273 days
    Qualifying: Fri 20 Nov 20:00 PST track time, Sat 21 Nov 04:00 UTC · in 273 days
    Race (Round 21): Sat 21 Nov 20:00 PST track time, Sun 22 Nov 04:00 UTC · in 274 days
    ");
    let lines = [
        "/schedule indianapolis",
        "/schedule las-vegas series:f1",
        "/schedule japan series:f1",
        "/schedule singapore series:f1",
        "/schedule mexico series:f1",
        "/schedule shanghai series:pcca",
        "/schedule qatar",
        "/schedule glen indianapolis",
        "/schedule london",
        "/schedule pacific time",
        "what time is the f1 race in qatar",
        "what time is the f1 race in singapore",
        "what time is the f1 race in singapore time",
        "what time is race 1 in texas",
        "what time is race 1 in new york",
        "what time is race 1 in germany",
        "race 1 in london time",
    ];
    assert_snapshot!(read("2026-02-20T12:00:00Z", &lines), @r"
    /schedule indianapolis: schedule weekend:indianapolis
    /schedule las-vegas series:f1: schedule weekend:las-vegas series:f1
    /schedule japan series:f1: schedule weekend:japan series:f1
    /schedule singapore series:f1: schedule weekend:singapore series:f1
    /schedule mexico series:f1: schedule weekend:mexico series:f1
    /schedule shanghai series:pcca: schedule weekend:shanghai series:pcca
    /schedule qatar: schedule weekend:qatar series:f1
    /schedule glen indianapolis: schedule weekend:watkins-glen zone:America/Indianapolis
    /schedule london: schedule zone:Europe/London
    /schedule pacific time: schedule zone:America/Los_Angeles
    what time is the f1 race in qatar: schedule weekend:qatar kind:race series:f1
    what time is the f1 race in singapore: schedule weekend:singapore kind:race series:f1
    what time is the f1 race in singapore time: schedule weekend:singapore kind:race series:f1
    what time is race 1 in texas: schedule weekend:cota session:race-1
    what time is race 1 in new york: schedule session:race-1 zone:America/New_York
    what time is race 1 in germany: schedule session:race-1 zone:Europe/Berlin
    race 1 in london time: schedule session:race-1 zone:Europe/London
    ");
}

#[test]
fn adjectives_name_their_grand_prix() {
    let texts = [
        "when is the japanese grand prix",
        "when is the british gp",
        "who won the dutch grand prix",
        "/schedule italian series:f1",
        "who won the monaco gp in f1",
        "who won the barcelona grand prix f1",
        "f1 barcelona race",
        "f1 madrid race",
        "/results barcelona series:f1",
        "/results barcelona series:f1 season:2025",
        "/results spain series:f1",
    ];
    assert_snapshot!(read("2026-07-28T12:00:00Z", &texts), @r"
    when is the japanese grand prix: schedule weekend:japan series:f1
    when is the british gp: schedule weekend:great-britain series:f1
    who won the dutch grand prix: winners weekend:netherlands series:f1
    /schedule italian series:f1: schedule weekend:italy series:f1
    who won the monaco gp in f1: winners weekend:monaco series:f1
    who won the barcelona grand prix f1: winners weekend:barcelona-catalunya series:f1
    f1 barcelona race: schedule weekend:barcelona-catalunya kind:race series:f1
    f1 madrid race: schedule weekend:spain kind:race series:f1
    /results barcelona series:f1: results weekend:barcelona-catalunya series:f1
    /results barcelona series:f1 season:2025: results weekend:spain season:2025 series:f1
    /results spain series:f1: results weekend:spain series:f1
    ");
}

#[test]
fn a_zone_is_the_clock_on_the_wall_or_an_offset() {
    let line = |zone: &str| format!("schedule weekend:great-britain session:race zone:{zone} series:f1 season:2026");
    let now = "2026-06-30T12:00:00Z";
    assert_snapshot!(ask(now, &line("EST")), @r"
    Formula 1 2026 · Great Britain
    3–5 Jul 2026 · Silverstone Circuit · Round 9 of 23
    Race (Round 9): Sun 5 Jul 15:00 BST track time, 14:00 UTC · in 5 days 2 h
    New York: Sun 5 Jul 10:00 EDT
    ");
    assert_snapshot!(ask(now, &line("UTC+8")), @r"
    Formula 1 2026 · Great Britain
    3–5 Jul 2026 · Silverstone Circuit · Round 9 of 23
    Race (Round 9): Sun 5 Jul 15:00 BST track time, 14:00 UTC · in 5 days 2 h
    UTC+08: Sun 5 Jul 22:00 UTC+08
    ");
}

#[test]
fn a_car_number_means_whoever_has_it_in_that_season() {
    let texts = ["who drives #88", "who drives car 88", "/driver 88"];
    assert_snapshot!(read("2024-06-20T12:00:00Z", &texts), @r"
    who drives #88: driver driver:michael-cooper
    who drives car 88: driver driver:michael-cooper
    /driver 88: driver driver:michael-cooper
    ");
    assert_snapshot!(read("2026-06-20T12:00:00Z", &texts), @r"
    who drives #88: driver driver:marco-cirone
    who drives car 88: driver driver:marco-cirone
    /driver 88: driver driver:marco-cirone
    ");
    let in_2024 = [
        "/driver 88 season:2024",
        "/driver #88 season:2024",
        "who drove #88 in 2024",
    ];
    assert_snapshot!(read("2026-11-27T12:00:00Z", &in_2024), @r"
    /driver 88 season:2024: driver driver:michael-cooper season:2024
    /driver #88 season:2024: driver driver:michael-cooper season:2024
    who drove #88 in 2024: driver driver:michael-cooper season:2024
    ");
}

#[test]
fn a_country_or_state_is_the_weekend_there() {
    let texts = [
        "when is the race in qatar",
        "when is the race in las vegas",
        "when is the f1 race in the uk",
        "when is the f1 race in italy",
        "american gp f1",
        "usa gp f1",
        "when is the race in canada",
        "when is the race in texas",
        "when is the race in new york",
        "drivers from florida",
        "/schedule california",
        "when is the race in germany",
        "what time is the race in the uk",
    ];
    assert_snapshot!(read("2025-07-01T12:00:00Z", &texts), @r"");
    assert_snapshot!(read("2024-05-20T12:00:00Z", &["race 1 in canada", "when is race 1 in the uk"]), @r"");
}

#[test]
fn a_country_beside_a_weekend_is_a_clock() {
    let texts = [
        "what time is the monza race in japan",
        "in japan what time is the monza race",
        "what time is the monza race in the usa",
        "what time is the monza race in singapore",
        "f1 qatar quali time uk",
        "what time is the glen race in california",
        "when is race 1 in utc+8",
        "when is race 1 gmt -3?",
        "when is race 1 in EST",
        "results monza and japan",
    ];
    assert_snapshot!(read("2025-07-01T12:00:00Z", &texts), @r"");
}

#[test]
fn sprints_are_those_of_the_series_that_has_them() {
    let texts = [
        "when is the next sprint",
        "which weekends have a sprint",
        "how many sprints are left",
        "f1 sprint qualifying",
        "who won the sprint in china",
        "who won the chinese grand prix",
        "f1 qualifying china results",
        "gap between norris and piastri after the sprint",
    ];
    assert_snapshot!(read("2026-06-30T12:00:00Z", &texts), @r"");
    assert_snapshot!(ask("2026-06-30T12:00:00Z", "schedule kind:sprint season:2026 series:f1"), @r"");
}
