//! The bot as people meet it: what is asked on a loopback Discord, and what the real binary answers.

use serde_json::{Value, json};

use crate::support::conversation::{NOW, embed, fire, is_ephemeral, read, started};
use crate::support::faults::Kind;
use crate::support::interaction::{ASKER, Interaction, autocomplete, button_on, command, custom_ids};
use crate::support::loopback::Loopback;
use crate::support::process::{Bot, TOKEN};

/// Somebody else than the asker.
const STRANGER: u64 = 42;

fn standings() -> Interaction {
    command("standings").option("championship", "pro")
}

#[tokio::test]
async fn a_command_is_answered_with_a_table_its_source_and_buttons() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    insta::assert_snapshot!(read(&fire(&loopback, &standings()).await), @"
    type 4
    Hartog leads Pro with 110 points, 23 ahead of Cooper.
    -# Porsche Carrera Cup North America 2024 · Pro standings
    After round 6 of 16, as published.
    ```
    P No Driver         Pts Gap
    1 24 Loek Hartog    110   –
    2 88 Michael Cooper  87 -23
    3 98 Alex Sedgwick   82 -28
    ```
    -# Only the rows shown were published; further places are not known.
    Source: IMSA: preview of Watkins Glen 2024 (2024-06-21) · rehearsal, as of 2024-06-20 12:00 UTC
    [Pro-Am: standings championship:pro-am season:2024]
    [Masters: standings championship:masters season:2024]
    [Entrants: standings championship:entrants season:2024]
    [ANDIAL Cup: standings championship:andial-cup season:2024]
    ");
    let intents = &loopback.identifies()[0]["intents"];
    assert_eq!(
        intents,
        1 + (1 << 9) + (1 << 12),
        "GUILDS, GUILD_MESSAGES and DIRECT_MESSAGES, no privileged one"
    );
    assert_eq!(loopback.look(|state| state.unhandled.clone()), Vec::<String>::new());
}

#[tokio::test]
async fn somebody_who_types_is_offered_choices() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let offered = fire(&loopback, &autocomplete("driver", "driver", "hart")).await;
    insta::assert_json_snapshot!(offered, @r#"
    {
      "data": {
        "choices": [
          {
            "name": "Loek Hartog · #24 · Pro",
            "value": "loek-hartog"
          },
          {
            "name": "Jason Hart · #20 · Pro · 2023",
            "value": "jason-hart"
          }
        ]
      },
      "type": 8
    }
    "#);
}

/// Convention 14: state lives in the button's id, so it works after a restart.
#[tokio::test]
async fn a_button_works_after_a_restart() {
    let loopback = Loopback::start().await;
    let bot = started(&loopback).await;
    let asked = fire(&loopback, &standings()).await;
    assert_eq!(bot.terminate().code, Some(0));
    let _bot = started(&loopback).await;
    let click = button_on(&asked, "standings championship:masters season:2024", ASKER);
    insta::assert_snapshot!(read(&fire(&loopback, &click).await), @"
    type 7
    Halcome leads Masters with 138 points, 38 ahead of Bellomo.
    -# Porsche Carrera Cup North America 2024 · Masters standings
    After round 6 of 16, as published.
    ```
    P No Driver        Pts Gap
    1 55 Matt Halcome  138   –
    2    Chris Bellomo 100 -38
    ```
    -# Only the rows shown were published; further places are not known.
    Source: IMSA: preview of Watkins Glen 2024 (2024-06-21) · rehearsal, as of 2024-06-20 12:00 UTC
    [Pro: standings championship:pro season:2024]
    [Pro-Am: standings championship:pro-am season:2024]
    [Entrants: standings championship:entrants season:2024]
    [ANDIAL Cup: standings championship:andial-cup season:2024]
    ");
}

/// Convention 7: paging edits the same message, and nothing is sent behind it.
#[tokio::test]
async fn pages_turn_in_the_same_message() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let miami = command("results").option("weekend", "miami").option("season", "2023");
    let miami = miami.option("session", "race-1");
    let first = fire(&loopback, &miami.user_install()).await;
    let page = |page: usize| format!("results weekend:miami session:race-1 season:2023 ·{page}");
    let turn = button_on(&first, &page(2), ASKER).user_install();
    let second = fire(&loopback, &turn).await;
    insta::assert_snapshot!(read(&second), @r"
    type 7
    Dickinson won Race 1 at Miami (Pro); Castro won Pro-Am and Kvamme Am.
    ```
     P No Driver                   Pts
     1 65 Efrin Castro           25–27
     2 82 Marco Cirone           20–22
     3 32 Kyle Washington        17–19
     4 44 Moisey Uretsky         15–17
     5 68 Chris Bellomo          12–14
     6 69 Thomas Collingwood     10–12
     7 27 Christian Cole          9–11
     8 42 Don Yount               8–10
     9 89 Todd Parriott            7–9
    10 56 Jeff Mosing        DNF   0–8
    ```
    Fastest lap: Moisey Uretsky (2:00.317)\* · Pole: not known
    -# \* Fastest lap: worked out; the best lap of the classification.
    **Am**
    ```
    P No Driver               Pts
    1 43 Mark Kvamme           28
    2 63 Michael Merritt       20
    3 83 James McCann          17
    4 19 Tom Balames           14
    5 21 Grady Willingham      12
    6 72 Phillip Martien       10
    7 28 Bob Mueller      DNF 0–9
    8 10 Scott Noble      DNF 0–8
    9 57 John Goetz       DNF 0–7
    ```
    Pole: Mark Kvamme · Fastest lap: Mark Kvamme (2:01.710)\*
    -# \* Fastest lap: worked out; the best lap of the classification.
    -# 16 laps.
    -# Sources differ: A report counts Martin among the retirements of Miami Race 1. The official classification shows him 37th with 10 laps, and not as retired.
    Source: Official classification of 2023 Round 5, Miami Race 1 (2023-05) and 3 more · rehearsal, as of 2024-06-20 12:00 UTC
    Page 2 of 2
    [◀ Previous page: results weekend:miami session:race-1 season:2023 ·1]
    [Whole weekend: results weekend:miami season:2023]
    [← Long Beach: results weekend:long-beach session:race-1 season:2023]
    [Watkins Glen →: results weekend:watkins-glen session:race-1 season:2023]
    ");
    let back = button_on(&second, &page(1), ASKER).user_install();
    let back = fire(&loopback, &back).await;
    assert_eq!(embed(&back), embed(&first));
    let asked = loopback.asked(&turn);
    assert_eq!((asked.followups, asked.edits), (vec![], vec![]));
}

/// Convention 15: only the asker turns pages for all; others get an ephemeral copy, in which they are the asker.
#[tokio::test]
async fn a_stranger_gets_a_copy_of_their_own() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let asked = fire(&loopback, &standings()).await;
    let masters = "standings championship:masters season:2024";
    let click = button_on(&asked, masters, ASKER).user(STRANGER);
    let copy = fire(&loopback, &click).await;
    assert_eq!((copy["type"].as_u64(), is_ephemeral(&copy)), (Some(4), true));
    let own = fire(&loopback, &button_on(&asked, masters, ASKER)).await;
    assert_eq!((own["type"].as_u64(), embed(&own)), (Some(7), embed(&copy)));
    let pro = "standings championship:pro season:2024";
    let again = fire(&loopback, &button_on(&copy, pro, STRANGER).user(STRANGER)).await;
    assert_eq!((again["type"].as_u64(), embed(&again)), (Some(7), embed(&asked)));
}

#[tokio::test]
async fn a_private_answer_is_only_for_the_asker() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let open = fire(&loopback, &standings().option("private", false)).await;
    let private = fire(&loopback, &standings().option("private", true)).await;
    assert_eq!((is_ephemeral(&open), is_ephemeral(&private)), (false, true));
    assert_eq!(embed(&open), embed(&private));
}

/// Convention 6: servers, direct messages and user installs get the same answers.
#[tokio::test]
async fn the_answer_is_the_same_everywhere() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let server = fire(&loopback, &standings()).await;
    for elsewhere in [
        standings().guild(7),
        standings().dm(),
        standings().user_install(),
        standings().locale("de"),
    ] {
        assert_eq!(fire(&loopback, &elsewhere).await, server);
    }
}

/// Convention 25: a command that is registered is mentioned, any other is written out.
#[tokio::test]
async fn help_mentions_commands_once_they_are_registered() {
    let loopback = Loopback::start().await;
    let bot = started(&loopback).await;
    bot.wait_for_log("commands are registered").await;
    let commands = loopback.commands();
    let command_named = |name: &str| commands.iter().find(|command| command["name"] == name).unwrap();
    let mention = format!("</standings:{}>", command_named("standings")["id"].as_str().unwrap());
    let text = read(&fire(&loopback, &command("help")).await);
    assert!(text.contains(&mention), "{mention} in {text}");
    let one = read(&fire(&loopback, &command("help").option("question", "standings")).await);
    assert!(one.contains("`/standings pro`"), "{one}");
}

#[tokio::test]
async fn the_token_is_nowhere_to_be_read() {
    let loopback = Loopback::start().await;
    let bot = Bot::start_with(&loopback, "[log]\nlevel = \"trace\"\nformat = \"json\"\n", NOW);
    bot.wait_ready().await;
    let asked = standings();
    fire(&loopback, &asked).await;
    loopback.fault("callback", 1, Kind::Status(400, json!({"code": 1, "message": "no"})));
    let refused = standings();
    loopback.send(&refused).await;
    bot.wait_for_log("not delivered").await;
    let log = bot.terminate().stderr;
    for secret in [TOKEN, &asked.token, &refused.token] {
        assert!(!log.contains(secret), "{log}");
    }
    for line in log.lines() {
        assert!(
            serde_json::from_str::<Value>(line).is_ok_and(|line| line["level"].is_string()),
            "{line}"
        );
    }
}

#[tokio::test]
async fn ids_of_buttons_are_whole_questions() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let ids = custom_ids(&fire(&loopback, &command("schedule")).await);
    insta::assert_snapshot!(ids.join("\n"), @r"
    schedule weekend:montreal season:2024
    schedule weekend:road-america season:2024
    schedule season:2024
    remind pccna:2024/watkins-glen:*
    ");
}
