//! Registration of commands: their manifest, and that it is written only if it differs.

use raceweek::command::COMMANDS;
use raceweek::discord::{PERMISSIONS, manifest, manifest_diff};
use serde_json::{Value, json};

use crate::support::discord::APPLICATION;
use crate::support::interaction::command;
use crate::support::limits;
use crate::support::loopback::Loopback;
use crate::support::process::{Bot, TOKEN, register};

fn definitions() -> Vec<Value> {
    serde_json::to_value(manifest()).unwrap().as_array().unwrap().clone()
}

/// A command's name with those of its options.
fn line(command: &Value) -> String {
    let options = command["options"].as_array().unwrap();
    let options: Vec<&str> = options.iter().map(|option| option["name"].as_str().unwrap()).collect();
    format!("/{} {}", command["name"].as_str().unwrap(), options.join(" "))
}

/// Convention 5: names, descriptions, options and their number keep Discord's limits.
#[test]
fn the_manifest_keeps_every_limit() {
    assert_eq!(limits::manifest(&json!(definitions())), Ok(()));
    let commands: Vec<String> = definitions().iter().map(line).collect();
    insta::assert_snapshot!(commands.join("\n"), @"
    /schedule weekend session kind day zone season series private
    /next kind series as-of private
    /results weekend session class season series as-of private
    /winners weekend session class season series as-of private
    /standings championship after season series as-of private
    /leaders championship after season series as-of private
    /gap driver to championship after season series as-of private
    /explain driver championship after season series as-of private
    /title championship season series as-of driver private
    /lead driver championship weekend session season series as-of private
    /whatif results championship weekend session code season series private
    /points championship season series as-of private
    /driver driver season series as-of private
    /team team season series as-of private
    /track track series as-of private
    /entries weekend class season series as-of private
    /fact about driver to team weekend session kind class championship before since words season series as-of private
    /preview weekend season series as-of private
    /about series as-of private
    /help question private
    /ask text private
    /remind me list remove pause health
    /announce reminders previews results role events move delay cancel restore list remove resume health
    /settings series zone spoilers quiet reset
    /privacy show erase
    ");
    let gap = definitions()
        .into_iter()
        .find(|command| command["name"] == "next")
        .unwrap();
    insta::assert_json_snapshot!(gap, @r#"
    {
      "contexts": [
        0,
        1,
        2
      ],
      "description": "What is on now and what comes next, and how long until then",
      "description_localizations": {},
      "integration_types": [
        0,
        1
      ],
      "name": "next",
      "name_localizations": {},
      "nsfw": false,
      "options": [
        {
          "autocomplete": true,
          "channel_types": [],
          "choices": [],
          "description": "the kind of session: practice, qualifying or race; any if left out",
          "max_length": null,
          "max_value": null,
          "min_length": null,
          "min_value": null,
          "name": "kind",
          "options": [],
          "required": false,
          "type": 3
        },
        {
          "autocomplete": true,
          "channel_types": [],
          "choices": [],
          "description": "the series; the usual one if left out",
          "max_length": null,
          "max_value": null,
          "min_length": null,
          "min_value": null,
          "name": "series",
          "options": [],
          "required": false,
          "type": 3
        },
        {
          "autocomplete": true,
          "channel_types": [],
          "choices": [],
          "description": "a day that has come, such as 2026-07-01: the answer as it was known at its end",
          "max_length": null,
          "max_value": null,
          "min_length": null,
          "min_value": null,
          "name": "as-of",
          "options": [],
          "required": false,
          "type": 3
        },
        {
          "autocomplete": false,
          "channel_types": [],
          "choices": [],
          "description": "whether only you see the answer",
          "max_length": null,
          "max_value": null,
          "min_length": null,
          "min_value": null,
          "name": "private",
          "options": [],
          "required": false,
          "type": 5
        }
      ]
    }
    "#);
}

/// Commands about a server, for those who manage it.
const OF_SERVERS: [&str; 2] = ["announce", "settings"];

fn is_of_servers(command: &Value) -> bool {
    OF_SERVERS.contains(&command["name"].as_str().unwrap())
}

/// Convention 6: what is not about a server everybody may use everywhere.
#[test]
fn every_command_works_in_servers_direct_messages_and_for_users() {
    for command in definitions() {
        if is_of_servers(&command) {
            assert_eq!(command["contexts"], json!([0]), "{command}");
            assert_eq!(command["integration_types"], json!([0]), "{command}");
            continue;
        }
        assert_eq!(command["contexts"], json!([0, 1, 2]), "{command}");
        assert_eq!(command["integration_types"], json!([0, 1]), "{command}");
    }
}

/// Convention 9: what changes something for a server is for those who manage it, and nothing else asks for permissions.
#[test]
fn what_is_about_a_server_asks_for_manage_server() {
    for command in definitions() {
        let expected = is_of_servers(&command).then(|| json!("32"));
        assert_eq!(
            command.get("default_member_permissions"),
            expected.as_ref(),
            "{command}"
        );
    }
}

/// Convention 22: the least rights that the bot can work with, and never those of an administrator.
#[test]
fn the_invitation_asks_for_the_least_rights() {
    insta::assert_snapshot!(PERMISSIONS.bits(), @"274878024704");
    insta::assert_snapshot!(PERMISSIONS, @"View Channel, Send Messages, Embed Links, Attach Files, Read Message History and Send Messages in Threads");
}

/// Convention 24: Discord wants to know who calls.
#[tokio::test]
async fn every_request_says_who_calls() {
    let loopback = Loopback::start().await;
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    bot.wait_for_log("commands are registered").await;
    loopback.fire(&command("about")).await;
    let requests = loopback.requests("");
    assert!(requests.len() >= 5, "{requests:#?}");
    for request in requests {
        let agent = request.header("user-agent").unwrap_or_default();
        let (_, rest) = agent
            .split_once("DiscordBot (https://")
            .unwrap_or_else(|| panic!("{request:?}"));
        assert!(rest.contains(", ") && rest.ends_with(')'), "{agent}");
    }
}

/// Convention 5: registration compares first, and writes everything at once only if something differs.
#[tokio::test]
async fn registering_twice_writes_once() {
    let loopback = Loopback::start().await;
    let first = register(&loopback);
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    insta::assert_snapshot!(first.stdout, @r"
    + /about
    + /announce
    + /ask
    + /driver
    + /entries
    + /explain
    + /fact
    + /gap
    + /help
    + /lead
    + /leaders
    + /next
    + /points
    + /preview
    + /privacy
    + /remind
    + /results
    + /schedule
    + /settings
    + /standings
    + /team
    + /title
    + /track
    + /whatif
    + /winners

    Invite the bot: https://discord.com/oauth2/authorize?client_id=1000000000000000001&scope=bot+applications.commands&permissions=274878024704
    ");
    let second = register(&loopback);
    assert_eq!(second.code, Some(0), "{}", second.stderr);
    insta::assert_snapshot!(second.stdout, @r"
    All commands are as they should be.

    Invite the bot: https://discord.com/oauth2/authorize?client_id=1000000000000000001&scope=bot+applications.commands&permissions=274878024704
    ");
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    bot.wait_for_log("commands are registered").await;
    assert_eq!(loopback.requests("PUT").len(), 1);
    assert_eq!(loopback.commands().len(), definitions().len());
}

#[tokio::test]
async fn what_differs_is_said_and_mended() {
    let loopback = Loopback::start().await;
    let mut other = definitions();
    other.retain(|command| command["name"] != "about");
    other.push(json!({"name": "old", "description": "Of an earlier version"}));
    for command in &mut other {
        if command["name"] == "next" {
            command["description"] = json!("What is next");
            command["options"][0]["description"] = json!("where");
        }
    }
    loopback.register(&json!(other));
    let changed = register(&loopback).stdout;
    insta::assert_snapshot!(changed.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"), @r#"
    + /about
    ~ /next description: "What is next" -> "What is on now and what comes next, and how long until then"
    ~ /next options kind description: "where" -> "the kind of session: practice, qualifying or race; any if left out"
    - /old
    "#);
    let present = loopback.commands();
    assert_eq!(manifest_diff(&present, &definitions()), Vec::<String>::new());
}

#[tokio::test]
async fn a_failing_registration_stops_no_answer() {
    let loopback = Loopback::start().await;
    let broken = crate::support::faults::Kind::Status(500, json!({"message": "no"}));
    loopback.fault("/commands", 1_000, broken);
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    bot.wait_for_log("commands are not registered").await;
    assert_eq!(loopback.fire(&command("help")).await["type"], 4);
    let alone = register(&loopback);
    assert_eq!((alone.code, alone.stdout.as_str()), (Some(1), ""));
    assert!(!alone.stderr.contains(TOKEN));
}

#[tokio::test]
async fn a_refused_token_is_a_matter_of_configuration() {
    let loopback = Loopback::start().await;
    let refused = crate::support::faults::Kind::Status(401, json!({"code": 0, "message": "401: Unauthorized"}));
    loopback.fault("applications", 1, refused);
    let ended = register(&loopback);
    assert_eq!(ended.code, Some(78));
    insta::assert_snapshot!(ended.stderr, @"raceweek: config.toml: DISCORD_TOKEN or discord.token_file: Discord refuses the token: write the one that its developer portal shows for this bot");
}

#[test]
fn the_link_invites_this_application() {
    let link = raceweek::discord::invite(APPLICATION.into());
    insta::assert_snapshot!(link, @"https://discord.com/oauth2/authorize?client_id=1000000000000000001&scope=bot+applications.commands&permissions=274878024704");
}

/// An option of a command that an example gives has to be declared, and so does its subcommand.
#[test]
fn examples_of_commands_name_what_is_declared() {
    for spec in COMMANDS {
        assert!(!spec.examples.is_empty(), "/{} has no example", spec.name);
        for example in spec.examples {
            let mut words = example.split(' ');
            assert_eq!(words.next(), Some(spec.name), "{example}");
            let subcommand = spec
                .subcommands
                .iter()
                .find(|one| example.split(' ').nth(1) == Some(one.name));
            assert_eq!(subcommand.is_some(), !spec.subcommands.is_empty(), "{example}");
            let options = subcommand.map_or(spec.options, |one| one.options);
            let given: Vec<&str> = words
                .filter_map(|word| word.split_once(':'))
                .map(|(name, _)| name)
                .collect();
            for name in &given {
                assert!(options.iter().any(|one| one.name == *name), "{example}: {name}");
            }
            for option in options.iter().filter(|one| one.required) {
                assert!(given.contains(&option.name), "{example} lacks {}", option.name);
            }
        }
    }
}
