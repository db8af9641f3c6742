//! Settings of a server: who may, what it changes, and for whom.

use serde_json::{Value, json};

use crate::support::answers::{THURSDAY, answer, bot};
use crate::support::conversation::{NOW, fire, is_ephemeral, read, started};
use crate::support::folder::Folder;
use crate::support::interaction::{ASKER, CHANNEL, Interaction, autocomplete, button, command, message_of};
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

/// Another server.
const ELSEWHERE: u64 = 77;

fn settings() -> Interaction {
    command("settings").manager()
}

fn channel(id: u64) -> Value {
    json!({"name": "quiet", "type": 7, "value": id.to_string()})
}

#[tokio::test]
async fn a_server_is_set_up_for_itself_alone_and_set_back() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let mut said = Vec::new();
    for asked in [
        settings(),
        settings().option("series", "f1").option("zone", "london"),
        settings().option("spoilers", true).raw_option(channel(CHANNEL)),
        settings().guild(ELSEWHERE),
        settings().option("reset", "zone").option("spoilers", false),
        settings().option("reset", "all"),
    ] {
        said.push(read(&fire(&loopback, &asked).await));
    }
    insta::assert_snapshot!(said.join("\n--\n"), @r"
    type 4
    only for you
    Settings of this server
    Series: the usual one
    Reference zone: the series' own
    Results: shown
    Quiet channel: none
    --
    type 4
    only for you
    Settings of this server
    Series: Formula 1
    Reference zone: Europe/London
    Results: shown
    Quiet channel: none
    -# Set for everybody here.
    --
    type 4
    only for you
    Settings of this server
    Series: Formula 1
    Reference zone: Europe/London
    Results: hidden until somebody clicks on them
    Quiet channel: <#1000000000000000003>
    -# Set for everybody here.
    --
    type 4
    only for you
    Settings of this server
    Series: the usual one
    Reference zone: the series' own
    Results: shown
    Quiet channel: none
    --
    type 4
    only for you
    Settings of this server
    Series: Formula 1
    Reference zone: the series' own
    Results: shown
    Quiet channel: <#1000000000000000003>
    -# Set for everybody here.
    --
    type 4
    only for you
    Settings of this server
    Series: the usual one
    Reference zone: the series' own
    Results: shown
    Quiet channel: none
    -# Set for everybody here.
    ");
}

#[tokio::test]
async fn what_cannot_be_set_is_said() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let mut said = Vec::new();
    for asked in [
        // A member whom Discord would not have let ask: the interaction is made by hand.
        command("settings").option("series", "f1"),
        command("settings"),
        settings().dm(),
        settings().option("series", "formula eleven"),
        settings().option("zone", "the moon"),
        settings().option("colour", "red"),
    ] {
        let answer = fire(&loopback, &asked).await;
        assert!(is_ephemeral(&answer), "{answer}");
        said.push(read(&answer));
    }
    said.push(read(&fire(&loopback, &settings()).await));
    insta::assert_snapshot!(said.join("\n--\n"), @r"
    type 4
    only for you
    Not here
    Only members with the permission Manage Server can see and change how this server is set up.
    --
    type 4
    only for you
    Not here
    Only members with the permission Manage Server can see and change how this server is set up.
    --
    type 4
    only for you
    Not here
    This is about a server, and this is none: use it in the server that you mean.
    --
    type 4
    only for you
    Not understood
    I know no series called 'formula eleven'. The nearest: Formula 1 (series).
    Try `/about series:f1`

    [Formula 1: about series:f1]
    --
    type 4
    only for you
    Not understood
    I know nothing more called 'the moon'.
    Try `/help schedule`

    [help schedule: help schedule]
    --
    type 4
    only for you
    Not understood
    'settings' takes no 'colour:'. It takes series, zone, spoilers, quiet and reset.
    Try `/help settings`

    [help settings: help settings]
    --
    type 4
    only for you
    Settings of this server
    Series: the usual one
    Reference zone: the series' own
    Results: shown
    Quiet channel: none
    ");
}

/// Nobody in the server types `series:` any more, and it outlives a restart.
#[tokio::test]
async fn the_series_of_a_server_is_meant_in_all_that_is_asked_there() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let config = format!("[store]\nfile = {:?}\n", kept.path().join("kept.db"));
    let bot = Bot::start_with(&loopback, &config, NOW);
    bot.wait_ready().await;
    fire(&loopback, &settings().option("series", "f1")).await;
    assert_eq!(bot.terminate().code, Some(0));
    let bot = Bot::start_with(&loopback, &config, &["--now", "2025-07-01T12:00:00Z"]);
    bot.wait_ready().await;
    let leaders = command("leaders");
    let here = fire(&loopback, &leaders).await;
    assert!(here.to_string().contains("-# Formula 1 2025 · Leaders"), "{here}");
    let elsewhere = fire(&loopback, &command("leaders").guild(ELSEWHERE)).await;
    assert!(
        elsewhere
            .to_string()
            .contains("-# Porsche Carrera Cup North America 2025 · Leaders"),
        "{elsewhere}"
    );
    let offered = fire(&loopback, &autocomplete("driver", "driver", "verst")).await;
    assert!(offered.to_string().contains("Max Verstappen"), "{offered}");
    let offered = fire(&loopback, &autocomplete("settings", "series", "form")).await;
    assert_eq!(offered["data"]["choices"][0]["value"], "f1", "{offered}");
    let offered = fire(&loopback, &autocomplete("settings", "zone", "york")).await;
    assert_eq!(offered["data"]["choices"][0]["value"], "America/New_York", "{offered}");
    let said = fire(&loopback, &command("ask").option("text", "who leads the championship")).await;
    assert!(said.to_string().contains("Formula 1"), "{said}");
    // A button is asked in the server that it is clicked in.
    let click = button("leaders", message_of(&here, ASKER));
    let clicked = fire(&loopback, &click).await;
    assert!(clicked.to_string().contains("-# Formula 1 2025"), "{clicked}");
}

#[tokio::test]
async fn the_reference_zone_of_a_server_stands_beside_track_time() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    fire(&loopback, &settings().option("zone", "Europe/Madrid")).await;
    let asked = || command("schedule").option("session", "race-1");
    insta::assert_snapshot!(read(&fire(&loopback, &asked()).await), @"
    type 4
    Race 1 starts Fri 21 Jun at 4:20 PM EDT (10:20 PM CEST).
    -# Porsche Carrera Cup North America 2024 · Watkins Glen
    20–22 Jun 2024 · Watkins Glen International · Rounds 7 and 8 of 16 · supporting IMSA WeatherTech SportsCar Championship, Sahlen's Six Hours of The Glen
    Round 7 · until 5:00 PM EDT · <t:1719001200:F> · <t:1719001200:R>
    Source: Wikipedia: 2024 Porsche Carrera Cup North America (undated) and 2 more · rehearsal, as of 2024-06-20 12:00 UTC
    [Whole weekend: schedule weekend:watkins-glen season:2024]
    [Montréal: schedule weekend:montreal season:2024]
    [Road America: schedule weekend:road-america season:2024]
    [Calendar: schedule season:2024]
    [Remind me: remind pccna:2024/watkins-glen:*]
    ");
    let elsewhere = fire(&loopback, &asked().guild(ELSEWHERE)).await;
    assert!(!elsewhere.to_string().contains("CEST"), "{elsewhere}");
}

#[tokio::test]
async fn results_are_hidden_where_a_server_wants_them_hidden() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    fire(&loopback, &settings().option("spoilers", true)).await;
    let text = |answer: &Value| answer["data"]["embeds"][0]["description"].as_str().unwrap().to_owned();
    let leaders = fire(&loopback, &command("leaders")).await;
    assert!(
        text(&leaders).starts_with("||") && text(&leaders).ends_with("||"),
        "{leaders}"
    );
    let click = button("leaders", message_of(&leaders, ASKER));
    assert!(text(&fire(&loopback, &click).await).starts_with("||"));
    let schedule = fire(&loopback, &command("schedule")).await;
    assert!(!text(&schedule).contains("||"), "{schedule}");
}

#[tokio::test]
async fn in_a_quiet_channel_only_the_asker_sees_the_answer() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    assert!(!is_ephemeral(&fire(&loopback, &command("next")).await));
    fire(&loopback, &settings().raw_option(channel(CHANNEL))).await;
    assert!(is_ephemeral(&fire(&loopback, &command("next")).await));
    assert!(is_ephemeral(
        &fire(&loopback, &command("next").option("private", false)).await
    ));
    assert!(!is_ephemeral(&fire(&loopback, &command("next").guild(ELSEWHERE)).await));
    fire(&loopback, &settings().option("reset", "quiet")).await;
    assert!(!is_ephemeral(&fire(&loopback, &command("next")).await));
}

/// A bot that keeps nothing says so, and remembers for a while what it can.
#[test]
fn without_a_store_nothing_is_set() {
    let bot = bot(THURSDAY);
    let said: Vec<String> = [
        settings().option("series", "f1"),
        command("privacy").part("show"),
        command("ask").option("text", "i have seen up to race 1"),
        command("privacy").part("erase"),
    ]
    .iter()
    .map(|asked| read(&answer(&bot, asked)))
    .collect();
    insta::assert_snapshot!(said.join("\n--\n"), @r#"
    type 4
    only for you
    Not kept
    I run without a memory here, so that I cannot keep this.
    --
    type 4
    only for you
    What I keep about you
    Nothing.
    -# Your last question in each channel is remembered for ten minutes, so that you can follow it up; it is written nowhere.
    --
    type 4
    Spoilers
    I tell you nothing that came after Race 1 at Watkins Glen, in no results, standings or gaps.
    -# I remember this for you alone, until you change it ("seen it all") or I am restarted.
    --
    type 4
    only for you
    Erased
    There was nothing about you to erase.
    "#);
}
