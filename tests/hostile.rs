//! Texts that nobody should write: each is answered politely, keeps every limit, and stays text.

use serde_json::{Value, json};

use crate::support::conversation::{embed, fire, is_ephemeral, started};
use crate::support::folder::Folder;
use crate::support::interaction::{ASKER, Interaction, autocomplete, button, command, custom_ids, message_of};
use crate::support::limits::reply;
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

fn standings() -> Interaction {
    command("standings").option("championship", "pro")
}

#[tokio::test]
async fn what_is_not_understood_is_said_to_the_asker_alone() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let mut said = Vec::new();
    for wrong in [
        command("standing"),
        command("standings").option("colour", "red"),
        command("standings").option("championship", "xyzzy"),
        command("standings").option("championship", 7),
        command("standings").option("championship", true),
        command("standings").option("championship", 0.5),
        command("standings").raw_option(json!({"name": "championship", "type": 6, "value": "7"})),
        command("standings").raw_option(json!({"name": "pro", "type": 1, "options": []})),
        command("standings").option("private", "yes"),
        command("driver"),
    ] {
        let answer = fire(&loopback, &wrong).await;
        assert!(is_ephemeral(&answer), "{answer}");
        said.push(embed(&answer)["description"].as_str().unwrap().to_owned());
    }
    insta::assert_snapshot!(said.join("\n--\n"), @r"
    I do not understand 'standing': it is none of the questions I know.
    Try `/standings`
    Try `/explain`
    Try `/lead`
    --
    'standings' takes no 'colour:'. It takes championship, after, season, series and as-of.
    Try `/help standings`
    --
    I know no championship called 'xyzzy'.
    Try `/help standings`
    --
    I know no championship called '7'.
    Try `/help standings`
    --
    I know no championship called 'true'.
    Try `/help standings`
    --
    I know no championship called '0.5'.
    Try `/help standings`
    --
    I know no championship called '7'.
    Try `/help standings`
    --
    'standings' takes no 'pro:'. It takes championship, after, season, series and as-of.
    Try `/help standings`
    --
    'standings' takes no 'private:'. It takes championship, after, season, series and as-of.
    Try `/help standings`
    --
    'driver' needs a driver.
    Try `/driver hartog`
    ");
}

/// Convention 14: an id that is unknown, stale or somebody else's answers politely.
#[tokio::test]
async fn a_button_that_leads_nowhere_says_so() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let message = message_of(&fire(&loopback, &standings()).await, ASKER);
    let mut said = Vec::new();
    for id in [
        "another-bot:page:2",
        "standings championship:gone season:2024",
        "standings season:1999",
        "standings ·0",
        "standings championship:pro season:2024 ·99",
        "·",
    ] {
        let answer = fire(&loopback, &button(id, message.clone())).await;
        let embed = embed(&answer);
        let text = embed["description"]
            .as_str()
            .unwrap()
            .lines()
            .next()
            .unwrap()
            .to_owned();
        let (kind, title) = (&answer["type"], embed["title"].as_str().unwrap());
        said.push(format!("{id}: type {kind}, {title}: {text}"));
    }
    insta::assert_snapshot!(said.join("\n"), @"
    another-bot:page:2: type 4, That button leads nowhere any more: It asks something that I do not know. Ask again with a command: `/help`
    standings championship:gone season:2024: type 4, Not understood: I know no championship called 'gone'.
    standings season:1999: type 4, Not understood: I know no season called '1999'. The packs have 2026, 2025, 2024 and 2023.
    standings ·0: type 7, Leaders: Hartog in Pro (110), Uretsky in Pro-Am (103), Halcome in Masters (138) and MDK Motorsports in Entrants.: -# Porsche Carrera Cup North America 2024 · Standings
    standings championship:pro season:2024 ·99: type 7, Hartog leads Pro with 110 points, 23 ahead of Cooper.: -# Porsche Carrera Cup North America 2024 · Pro standings
    ·: type 4, That button leads nowhere any more: It asks something that I do not know. Ask again with a command: `/help`
    ");
}

#[tokio::test]
async fn texts_of_4000_characters_are_answered_in_few() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    for text in [
        "a".repeat(4_000),
        "é ".repeat(2_000),
        "@everyone ".repeat(400),
        "`*_|".repeat(1_000),
    ] {
        for asked in [
            command("standings").option("championship", text.clone()),
            command("gap").option("driver", text.clone()).option("to", text.clone()),
            autocomplete("driver", "driver", &text),
        ] {
            let answer = fire(&loopback, &asked).await;
            assert!(answer.to_string().len() < 3_000, "{answer}");
        }
    }
}

/// Convention 11: nothing that is typed pings, and no text is live.
#[tokio::test]
async fn what_is_typed_is_never_live() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let hostile = "@everyone <@1> **x** [a](https://example.com) `code` # -# > ||s||";
    let mut said = Vec::new();
    for typed in [
        hostile,
        "HTTPS://example.com discord.gg/invite",
        "ht\u{7}tp://x.y steam://run Discord.com/invite/x",
    ] {
        let answer = fire(&loopback, &command("standings").option("championship", typed)).await;
        said.push(
            embed(&answer)["description"]
                .as_str()
                .unwrap()
                .replace('\u{2060}', "(joiner)"),
        );
    }
    insta::assert_snapshot!(said.join("\n"), @r"
    I know no championship called '@(joiner)everyone \<@(joiner)1\> \*\*x\*\* \[a\](https(joiner)://example.com) \`code\` \# -\# \> '.
    Try `/help standings`
    I know no championship called 'HTTPS(joiner)://example.com discord.gg(joiner)/invite'.
    Try `/help standings`
    I know no championship called 'http(joiner)://x.y steam(joiner)://run Discord.com(joiner)/invite(joiner)/x'.
    Try `/help standings`
    ");
}

/// Names with mentions and markup, as long as the check of the data lets through.
#[tokio::test]
async fn hostile_names_keep_every_limit_and_ping_nobody() {
    let packs = Folder::packs();
    let hostile = "@everyone ```**x** [a](https://evil.example) <@1> || # `.";
    packs.change("pccna/people.json", "Loek Hartog", hostile);
    packs.change("pccna/people.json", "Michael Cooper", &"Æ".repeat(80));
    packs.change("pccna/people.json", "Kellymoss", &format!("{hostile} <@&2>*"));
    packs.change(
        "circuits.json",
        "Watkins Glen International",
        &format!("-# > {hostile}"),
    );
    packs.change(
        "pccna/2024/weekends.json",
        "\"name\": \"Watkins Glen\"",
        "\"name\": \"@here *Glen* `\"",
    );
    let loopback = Loopback::start().await;
    let config = format!("[data]\nfolder = {:?}\n", packs.path());
    let bot = Bot::start_with(&loopback, &config, &["--now", "2024-06-20T12:00:00Z"]);
    bot.wait_ready().await;
    for asked in [
        standings(),
        command("driver").option("driver", "24"),
        command("driver").option("driver", "88"),
        command("team").option("team", "kellymoss"),
        command("track").option("track", "watkins-glen"),
        command("schedule"),
        command("entries"),
        command("preview"),
        command("gap").option("driver", "24").option("to", "88"),
        command("leaders"),
        command("winners"),
        autocomplete("driver", "driver", "24"),
        autocomplete("driver", "driver", "ææ"),
    ] {
        let answer = loopback.fire(&asked).await;
        assert_eq!(reply(&answer), Ok(()), "{answer}");
        harmless(&answer);
        for id in custom_ids(&answer) {
            let next = loopback.fire(&button(&id, message_of(&answer, asked.user))).await;
            assert_eq!(reply(&next), Ok(()), "{id}: {next}");
        }
    }
    let table = loopback.fire(&standings()).await["data"]["embeds"][0]["description"].clone();
    insta::assert_snapshot!(table.as_str().unwrap().replace('\u{2060}', "(joiner)"), @"
    -# Porsche Carrera Cup North America 2024 · Pro standings
    After round 6 of 16, as published.
    ```
    P No Driver                Pts Gap
    1 24 @(joiner)everyone '''**x** [… 110   –
    2 88 ÆÆÆÆÆÆÆÆÆÆÆÆÆÆÆÆÆÆÆÆ…  87 -23
    3 98 Alex Sedgwick          82 -28
    ```
    -# Only the rows shown were published; further places are not known.
    ");
}

/// No mention, no link and no markup of the data's is live in the text of an embed.
fn harmless(answer: &Value) {
    let text = answer["data"]["embeds"][0]["description"].as_str().unwrap_or_default();
    for live in ["@everyone", "@here", "<@1", "<@&2", "[a](", "https://"] {
        assert!(!text.contains(live), "{live} in {text}");
    }
    // Each code block of ours is closed by us, and nothing within opens another.
    let fences = text.matches("```").count();
    assert_eq!(fences % 2, 0, "{text}");
}
