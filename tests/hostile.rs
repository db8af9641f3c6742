//! Data that somebody wrote to do harm: names with mentions and markup, as long as the check lets through, stay text.

use serde_json::Value;

use crate::support::folder::Folder;
use crate::support::interaction::{autocomplete, button, command, custom_ids, message_of};
use crate::support::limits::reply;
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

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
    let standings = || command("standings").option("championship", "pro");
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
    insta::assert_snapshot!(table.as_str().unwrap().replace('\u{2060}', "(joiner)"), @r"
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
