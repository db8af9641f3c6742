//! Places: a word for one is a weekend before it is a zone.

use insta::assert_snapshot;

use crate::support::answers::packs;
use crate::support::ask::ask;
use raceweek::domain::Asker;
use raceweek::question::{Misunderstanding, Question};
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
        Err(Misunderstanding::Ambiguous { candidates, .. }) => {
            let questions = candidates.iter().filter_map(|one| one.question.as_ref());
            let lines: Vec<String> = questions.map(Question::line).collect();
            format!("{text}: which, {}", lines.join(" or "))
        }
        other => format!("{text}: {other:?}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_place_is_a_weekend_before_it_is_a_zone() {
    assert_snapshot!(ask("2024-05-20T12:00:00Z", "schedule indianapolis"), @"
    Indianapolis is 19–21 Sep: Race 1 is Fri 20 Sep, at a time that is not published and Race 2 is Sat 21 Sep, at a time that is not published.
    Porsche Carrera Cup North America 2024 · Indianapolis
    Indianapolis Motor Speedway road course · Rounds 11 and 12 of 16
    Practice 1: Thu 19 Sep, time not published · next
    Practice 2: Thu 19 Sep, time not published
    Race 1 (Round 11): Fri 20 Sep, time not published
    Race 2 (Round 12): Sat 21 Sep, time not published
    ");
    assert_snapshot!(ask("2026-02-20T12:00:00Z", "schedule las-vegas series:f1"), @"
    Las Vegas is 19–21 Nov: the race is Sat 21 Nov at 20:00 PST.
    Formula 1 2026 · Las Vegas
    Las Vegas Street Circuit · Round 21 of 23
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
    what time is the f1 race in singapore time: schedule kind:race zone:Asia/Singapore series:f1
    what time is race 1 in texas: schedule weekend:cota session:race-1
    what time is race 1 in new york: schedule weekend:watkins-glen session:race-1
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
    who won the dutch grand prix: winners weekend:netherlands session:race series:f1
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
    assert_snapshot!(ask(now, &line("EST")), @"
    The Great Britain race starts Sun 5 Jul at 10:00 AM EDT (15:00 BST at the track).
    Formula 1 2026 · Great Britain
    3–5 Jul 2026 · Silverstone Circuit · Round 9 of 23
    Round 9 · in 5 days 2 h
    ");
    assert_snapshot!(ask(now, &line("UTC+8")), @"
    The Great Britain race starts Sun 5 Jul at 22:00 UTC+08 (15:00 BST at the track).
    Formula 1 2026 · Great Britain
    3–5 Jul 2026 · Silverstone Circuit · Round 9 of 23
    Round 9 · in 5 days 2 h
    ");
}

#[test]
fn a_car_number_means_whoever_has_it_in_that_season() {
    let texts = ["who drives #88", "who drives car 88", "/driver 88"];
    assert_snapshot!(read("2024-06-20T12:00:00Z", &texts), @"
    who drives #88: driver driver:michael-cooper form:seat
    who drives car 88: driver driver:michael-cooper form:seat
    /driver 88: driver driver:michael-cooper
    ");
    assert_snapshot!(read("2026-06-20T12:00:00Z", &texts), @"
    who drives #88: driver driver:marco-cirone form:seat
    who drives car 88: driver driver:marco-cirone form:seat
    /driver 88: driver driver:marco-cirone
    ");
    let in_2024 = [
        "/driver 88 season:2024",
        "/driver #88 season:2024",
        "who drove #88 in 2024",
    ];
    assert_snapshot!(read("2026-11-27T12:00:00Z", &in_2024), @"
    /driver 88 season:2024: driver driver:michael-cooper season:2024
    /driver #88 season:2024: driver driver:michael-cooper season:2024
    who drove #88 in 2024: driver driver:michael-cooper season:2024 form:seat
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
    assert_snapshot!(read("2025-07-01T12:00:00Z", &texts), @r"
    when is the race in qatar: schedule weekend:qatar kind:race series:f1
    when is the race in las vegas: schedule weekend:las-vegas kind:race series:f1
    when is the f1 race in the uk: schedule weekend:great-britain kind:race series:f1
    when is the f1 race in italy: which, schedule weekend:emilia-romagna kind:race series:f1 or schedule weekend:italy kind:race series:f1
    american gp f1: preview weekend:united-states series:f1
    usa gp f1: schedule weekend:united-states kind:race series:f1
    when is the race in canada: schedule weekend:montreal kind:race
    when is the race in texas: schedule weekend:cota kind:race
    when is the race in new york: schedule weekend:watkins-glen kind:race
    drivers from florida: fact about:from words:florida
    /schedule california: which, schedule weekend:long-beach or schedule weekend:laguna-seca
    when is the race in germany: schedule kind:race zone:Europe/Berlin
    what time is the race in the uk: schedule kind:race zone:Europe/London
    ");
    assert_snapshot!(read("2024-05-20T12:00:00Z", &["race 1 in canada", "when is race 1 in the uk"]), @r"
    race 1 in canada: schedule weekend:montreal session:race-1
    when is race 1 in the uk: schedule session:race-1 zone:Europe/London
    ");
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
    ];
    assert_snapshot!(read("2025-07-01T12:00:00Z", &texts), @r"
    what time is the monza race in japan: schedule weekend:italy kind:race zone:Asia/Tokyo series:f1
    in japan what time is the monza race: schedule weekend:italy kind:race zone:Asia/Tokyo series:f1
    what time is the monza race in the usa: schedule weekend:italy kind:race zone:America/New_York series:f1
    what time is the monza race in singapore: schedule weekend:italy kind:race zone:Asia/Singapore series:f1
    f1 qatar quali time uk: schedule weekend:qatar kind:qualifying zone:Europe/London series:f1
    what time is the glen race in california: schedule weekend:watkins-glen kind:race zone:America/Los_Angeles
    when is race 1 in utc+8: schedule session:race-1 zone:Etc/GMT-8
    when is race 1 gmt -3?: schedule session:race-1 zone:Etc/GMT+3
    when is race 1 in EST: schedule session:race-1 zone:America/New_York
    ");
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
    ];
    assert_snapshot!(read("2026-06-30T12:00:00Z", &texts), @"
    when is the next sprint: next kind:sprint series:f1
    which weekends have a sprint: schedule kind:sprint season:2026 series:f1
    how many sprints are left: schedule kind:sprint season:2026 series:f1 form:left
    f1 sprint qualifying: schedule session:sprint-qualifying series:f1
    who won the sprint in china: winners weekend:china session:sprint series:f1
    who won the chinese grand prix: winners weekend:china session:race series:f1
    f1 qualifying china results: results weekend:china session:qualifying series:f1
    ");
    assert_snapshot!(ask("2026-06-30T12:00:00Z", "schedule kind:sprint season:2026 series:f1"), @"
    6 weekends of 2026 have a sprint, 3 of them to come: China, Miami, Canada, Great Britain, Netherlands and Singapore.
    Formula 1 2026 · Weekends with a sprint
      R  Weekend       Days
      2  China         13–15 Mar done
      4  Miami         1–3 May   done
      5  Canada        22–24 May done
      9  Great Britain 3–5 Jul
      12 Netherlands   21–23 Aug
      17 Singapore     9–11 Oct
    ");
}

#[test]
fn a_month_is_its_weekends_and_a_place_is_that_of_the_race() {
    let texts = [
        "f1 results in june",
        "what is on in august",
        "races in september",
        "who won in may 2024",
        "races in january",
        "who was third in monaco f1",
    ];
    assert_snapshot!(read("2026-07-01T12:00:00Z", &texts), @"
    f1 results in june: which, results weekend:monaco series:f1 or results weekend:barcelona-catalunya series:f1 or results weekend:austria series:f1
    what is on in august: schedule weekend:road-america
    races in september: schedule season:2026 form:month-9
    who won in may 2024: winners weekend:miami season:2024
    races in january: schedule season:2026 form:month-1
    who was third in monaco f1: results weekend:monaco session:race series:f1 form:p3
    ");
}
