//! Declarations: all that can be invoked is declared once, and shown wherever people look for it.

use raceweek::command::announce::AnnounceOutcome;
use raceweek::command::remind::RemindOutcome;
use raceweek::command::subscriptions::{Declined, SubscriptionsOutcome};
use raceweek::command::{COMMANDS, Invocation};
use raceweek::discord::manifest;
use raceweek::question::specs;
use raceweek::reminders::{LeadTime, Subscription, Target};
use serde_json::Value;

use crate::support::answers::{THURSDAY, answer, bot};
use crate::support::interaction::{ASKER, button, command, custom_ids, message_of};
use crate::support::process::run;
use crate::support::sources::sources;

/// All that can be invoked of the commands.
fn invocations() -> Vec<Invocation> {
    COMMANDS.iter().flat_map(|spec| spec.invocations()).collect()
}

/// Lines of those of `lines` that `text` does not hold.
fn missing(text: &str, lines: impl IntoIterator<Item = String>) -> Vec<String> {
    lines.into_iter().filter(|line| !text.contains(line)).collect()
}

#[test]
fn every_declaration_of_a_command_is_listed() {
    let declares = |text: &str| text.contains("pub const SPEC: CommandSpec");
    let files = sources(&["src/command"]).into_iter().filter(|one| declares(&one.text));
    let declared: Vec<String> = files.map(|one| one.path).collect();
    let listed = COMMANDS.iter().map(|spec| format!("src/command/{}.rs", spec.name));
    let mut listed: Vec<String> = listed.collect();
    listed.sort();
    assert_eq!(declared, listed);
}

#[test]
fn discord_defines_every_question_and_command_with_its_options() {
    let names = |of: &Value| -> Vec<String> {
        let named = of.as_array().into_iter().flatten();
        named.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let definitions = serde_json::to_value(manifest()).unwrap();
    let defined = names(&definitions);
    for spec in specs() {
        assert!(defined.contains(&spec.name.to_owned()), "{}", spec.name);
    }
    let commands = definitions.as_array().unwrap().iter();
    let commands = commands.filter(|one| COMMANDS.iter().any(|spec| one["name"] == spec.name));
    let lines = commands.flat_map(|one| {
        let name = one["name"].as_str().unwrap().to_owned();
        let subcommands: Vec<&Value> = one["options"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|option| option["type"] == 1)
            .collect();
        if subcommands.is_empty() {
            return vec![(name, names(&one["options"]))];
        }
        let line = |sub: &Value| {
            (
                format!("{name} {}", sub["name"].as_str().unwrap()),
                names(&sub["options"]),
            )
        };
        subcommands.into_iter().map(line).collect()
    });
    let lines: Vec<(String, Vec<String>)> = lines.collect();
    let declared = invocations().into_iter().map(|one| {
        let options = one.options.iter().map(|option| option.name.to_owned()).collect();
        (one.line, options)
    });
    assert_eq!(lines, declared.collect::<Vec<_>>());
}

#[test]
fn help_lists_every_question_and_command() {
    let ended = run(&["ask", "/help", "--now", THURSDAY], "");
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    // Long lines are wrapped.
    let text = ended.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let questions = specs().map(|spec| format!("{}: {}", spec.name, spec.summary));
    assert_eq!(missing(&text, questions), [""; 0]);
    let uses = invocations().into_iter().map(|one| {
        let options = one.options.iter().map(|option| {
            if option.required {
                format!(" {}:", option.name)
            } else {
                format!(" [{}:]", option.name)
            }
        });
        format!("{}{}", one.line, options.collect::<String>())
    });
    assert_eq!(missing(&text, uses), [""; 0]);
    let examples = COMMANDS.iter().flat_map(|spec| spec.examples);
    assert_eq!(missing(&text, examples.map(|one| (*one).to_owned())), [""; 0]);
}

#[test]
fn help_on_discord_lists_every_question_and_command() {
    let bot = bot(THURSDAY);
    let mut text = String::new();
    let mut reply = answer(&bot, &command("help"));
    for page in 2.. {
        text += reply["data"]["embeds"][0]["description"].as_str().unwrap();
        let next = format!("help ·{page}");
        if !custom_ids(&reply).contains(&next) {
            break;
        }
        reply = answer(&bot, &button(&next, message_of(&reply, ASKER)));
    }
    let questions = specs().map(|spec| format!("`/{}`", spec.name));
    let uses = invocations().into_iter().map(|one| format!("`/{}`", one.line));
    let examples = COMMANDS.iter().flat_map(|spec| spec.examples);
    let examples = examples.map(|one| format!("`/{one}`"));
    assert_eq!(missing(&text, questions.chain(uses).chain(examples)), [""; 0]);
}

/// The subscription of a person to every race, 15 minutes before.
fn reminder() -> Subscription {
    Subscription {
        id: 5,
        owner: 7,
        target: Target::Direct { channel: 9 },
        selectors: vec!["pccna:2024/watkins-glen:race@pro".parse().unwrap()],
        leads: vec![LeadTime::USUAL],
        created: THURSDAY.parse().unwrap(),
        paused_until: None,
    }
}

#[test]
fn an_outcome_of_a_command_is_told_as_json() {
    let listed = RemindOutcome::Subscriptions(SubscriptionsOutcome::Listed(vec![reminder()]));
    insta::assert_json_snapshot!(listed, @r#"
    {
      "subscriptions": {
        "listed": [
          {
            "id": 5,
            "owner": 7,
            "target": {
              "direct": {
                "channel": 9
              }
            },
            "selectors": [
              {
                "series": "pccna",
                "weekend": [
                  "2024",
                  "watkins-glen"
                ],
                "what": {
                  "kind": "race"
                },
                "class": "pro"
              }
            ],
            "leads": [
              15
            ],
            "created": "2024-06-20T12:00:00Z",
            "paused_until": null
          }
        ]
      }
    }
    "#);
    let declined = AnnounceOutcome::Declined(Declined::MissingPermissions(vec!["see it"]));
    insta::assert_json_snapshot!(declined, @r#"
    {
      "declined": {
        "missing-permissions": [
          "see it"
        ]
      }
    }
    "#);
}
