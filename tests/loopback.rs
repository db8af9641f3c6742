//! The loopback Discord behaves as Discord does, seen by a small serenity client.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::all::{
    Client, ClientBuilder, Context, Error, EventHandler, GatewayIntents, Http, HttpBuilder, HttpError, Interaction,
};
use tokio::task::JoinSet;

use crate::support::discord::{APPLICATION, State};
use crate::support::faults::Kind;
use crate::support::interaction::{self, ASKER, autocomplete, button_on, command};
use crate::support::loopback::Loopback;

/// Echoes what it receives; the command `/defer` is answered by an edit, and a failed answer is tried once more.
struct Echo;

#[serenity::async_trait]
impl EventHandler for Echo {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let received = serde_json::to_value(&interaction).unwrap();
        let (id, token) = (interaction.id(), interaction.token().to_owned());
        let data = json!({
            "content": format!("{} for {}", received["data"], asker(&received)),
            "components": [{"type": 1, "components": [
                {"type": 2, "style": 2, "label": "Next", "custom_id": "next"},
            ]}],
            "allowed_mentions": {"parse": []},
        });
        let deferred = received["data"]["name"] == "defer";
        let answer = match &interaction {
            Interaction::Autocomplete(_) => json!({"type": 8, "data": {"choices": []}}),
            Interaction::Component(_) => json!({"type": 7, "data": data}),
            _ if deferred => json!({"type": 5}),
            _ => json!({"type": 4, "data": data}),
        };
        let respond = || context.http.create_interaction_response(id, &token, &answer, vec![]);
        if respond().await.is_err() {
            let _ = respond().await;
        }
        if deferred {
            let edit = context.http.edit_original_interaction_response(&token, &data, vec![]);
            edit.await.unwrap();
        }
    }
}

/// The asker, as the bot reads it: of a button, whoever asked for the message it sits on.
fn asker(received: &Value) -> &Value {
    let first = &received["message"]["interaction_metadata"]["user"]["id"];
    let member = &received["member"]["user"]["id"];
    let user = &received["user"]["id"];
    [first, member, user].into_iter().find(|id| id.is_string()).unwrap()
}

fn http(loopback: &Loopback) -> Http {
    HttpBuilder::new("token")
        .proxy(loopback.url())
        .ratelimiter_disabled(true)
        .build()
}

async fn client(loopback: &Loopback) -> Client {
    ClientBuilder::new_with_http(http(loopback), GatewayIntents::GUILDS)
        .event_handler(Echo)
        .await
        .unwrap()
}

/// A loopback Discord with a client connected, which ends with the set it runs in.
async fn connected() -> (Loopback, JoinSet<()>) {
    let loopback = Loopback::start().await;
    let mut client = client(&loopback).await;
    let mut running = JoinSet::new();
    running.spawn(async move { client.start_shard(0, 1).await.unwrap() });
    loopback.ready().await;
    (loopback, running)
}

/// An interaction that the client has failed to answer.
async fn unanswered(loopback: &Loopback) -> interaction::Interaction {
    let ask = command("standings");
    loopback.fault("callback", 2, Kind::Reset);
    loopback.send(&ask).await;
    let cut = |state: &State| state.requests.len() == 3;
    loopback.wait_until("both tries to be cut", cut).await;
    ask
}

/// The statuses that the callbacks were answered with.
fn statuses(loopback: &Loopback) -> Vec<Option<u16>> {
    let callbacks = loopback.requests("callback");
    callbacks.iter().map(|request| request.status).collect()
}

#[tokio::test]
async fn a_client_identifies_and_is_heard() {
    let (loopback, _running) = connected().await;
    let identify = loopback.identifies().remove(0);
    assert_eq!(identify["intents"], 1);
    assert_eq!(identify["shard"], json!([0, 1]));
    let gateway = loopback.requests("GET /api/v10/gateway").remove(0);
    assert!(gateway.header("user-agent").unwrap().starts_with("DiscordBot ("));
    assert_eq!(gateway.header("authorization"), Some("Bot token"));
    assert_eq!(loopback.look(|state| state.unhandled.clone()), Vec::<String>::new());
}

#[tokio::test]
async fn commands_arrive_from_servers_direct_messages_and_user_installs() {
    let (loopback, _running) = connected().await;
    let ask = || command("standings").option("championship", "pro").option("page", 2);
    for asked in [
        ask(),
        ask().guild(7),
        ask().dm(),
        ask().user_install(),
        ask().locale("de"),
    ] {
        let reply = loopback.fire(&asked.user(42)).await;
        let content = reply["data"]["content"].as_str().unwrap();
        assert!(
            content.contains(r#"{"name":"championship","type":3,"value":"pro"}"#),
            "{content}"
        );
        assert!(content.contains(r#"{"name":"page","type":4,"value":2}"#), "{content}");
        assert!(content.ends_with(r#" for "42""#), "{content}");
    }
}

#[tokio::test]
async fn autocompletion_wants_choices() {
    let (loopback, _running) = connected().await;
    let reply = loopback.fire(&autocomplete("gap", "driver", "har")).await;
    assert_eq!(reply, json!({"type": 8, "data": {"choices": []}}));
}

#[tokio::test]
async fn a_button_knows_who_asked_for_its_message() {
    let (loopback, _running) = connected().await;
    let reply = loopback.fire(&command("standings")).await;
    let click = button_on(&reply, "next", ASKER).user(42);
    let update = loopback.fire(&click).await;
    let content = update["data"]["content"].as_str().unwrap();
    assert!(content.ends_with(&format!(r#" for "{ASKER}""#)), "{content}");
    assert_eq!(loopback.asked(&click).message.unwrap()["content"], content);
}

#[tokio::test]
async fn a_deferred_answer_arrives_as_an_edit() {
    let (loopback, _running) = connected().await;
    let ask = command("defer");
    assert_eq!(loopback.fire(&ask).await, json!({"type": 5}));
    let edit = loopback.edited(&ask).await;
    assert_eq!(loopback.asked(&ask).message.unwrap()["content"], edit["content"]);
}

#[tokio::test]
async fn an_interaction_takes_one_fitting_answer() {
    let (loopback, _running) = connected().await;
    let ask = unanswered(&loopback).await;
    let http = http(&loopback);
    let respond = async |token: &str, kind: u8| {
        let answer = json!({"type": kind, "data": {"content": "."}});
        let sent = http.create_interaction_response(ask.id.into(), token, &answer, vec![]);
        sent.await.map_err(|error| error.to_string())
    };
    assert_eq!(respond("stranger", 4).await, Err("Unknown interaction".to_owned()));
    assert_eq!(respond(&ask.token, 8).await, Err("Invalid Form Body".to_owned()));
    assert_eq!(respond(&ask.token, 4).await, Ok(()));
    let again = Err("Interaction has already been acknowledged.".to_owned());
    assert_eq!(respond(&ask.token, 4).await, again);
    assert_eq!(
        statuses(&loopback),
        [None, None, Some(404), Some(400), Some(204), Some(400)]
    );
}

#[tokio::test]
async fn edits_and_follow_ups_wait_for_the_answer() {
    let (loopback, _running) = connected().await;
    let ask = unanswered(&loopback).await;
    let http = http(&loopback);
    http.set_application_id(APPLICATION.into());
    let body = json!({"content": "more"});
    let follow_up = async || http.create_followup_message(&ask.token, &body, vec![]).await;
    let edit = async || http.edit_original_interaction_response(&ask.token, &body, vec![]).await;
    assert_eq!(follow_up().await.unwrap_err().to_string(), "Unknown Webhook");
    assert_eq!(edit().await.unwrap_err().to_string(), "Unknown Message");
    let answer = json!({"type": 5});
    http.create_interaction_response(ask.id.into(), &ask.token, &answer, vec![])
        .await
        .unwrap();
    assert_eq!(follow_up().await.unwrap().content, "more");
    assert_eq!(edit().await.unwrap().content, "more");
    let original = http.get_original_interaction_response(&ask.token).await.unwrap();
    assert_eq!(original.content, "more");
    http.delete_original_interaction_response(&ask.token).await.unwrap();
    let asked = loopback.asked(&ask);
    assert_eq!((asked.edits, asked.followups), (vec![body.clone()], vec![body]));
    assert_eq!(asked.message, None);
}

#[tokio::test]
async fn faults_strike_the_callback() {
    let (loopback, _running) = connected().await;
    let limited = Kind::RateLimited(Duration::from_millis(300));
    for (kind, outcome) in [
        (Kind::Status(503, json!({})), [Some(503), Some(204)]),
        (limited, [Some(429), Some(204)]),
        (Kind::Reset, [None, Some(204)]),
        (Kind::AnswerLost, [None, Some(400)]),
    ] {
        let before = statuses(&loopback).len();
        loopback.fault("callback", 1, kind.clone());
        loopback.fire(&command("standings")).await;
        let again = |state: &State| {
            let seen = state.requests.iter().skip(1 + before);
            seen.map(|request| request.status).eq(outcome)
        };
        loopback.wait_until(&format!("{outcome:?} after {kind:?}"), again).await;
    }
}

#[tokio::test]
async fn a_cut_connection_gives_no_answer_at_all() {
    let loopback = Loopback::start().await;
    for kind in [Kind::Reset, Kind::AnswerLost] {
        loopback.fault("GET /api/v10/gateway", 1, kind.clone());
        let outcome = http(&loopback).get_gateway().await;
        assert!(
            matches!(outcome, Err(Error::Http(HttpError::Request(_)))),
            "{kind:?}: {outcome:?}"
        );
    }
}

#[tokio::test]
async fn a_delayed_answer_holds_up_no_other() {
    let (loopback, _running) = connected().await;
    let slow = command("standings");
    loopback.fault("callback", 1, Kind::Delay(Duration::from_hours(1)));
    loopback.send(&slow).await;
    let delayed = |state: &State| state.requests.len() == 2;
    loopback.wait_until("the slow callback", delayed).await;
    loopback.fire(&command("standings")).await;
    assert_eq!(statuses(&loopback), [None, Some(204)]);
    assert_eq!(loopback.asked(&slow).callback, None);
}

#[tokio::test]
async fn what_is_fired_while_the_client_is_away_arrives_when_it_resumes() {
    let (loopback, _running) = connected().await;
    let partings: [fn(&Loopback); 3] = [
        Loopback::reconnect,
        |loopback| loopback.invalidate(true),
        Loopback::drop_socket,
    ];
    for (resumed, part) in partings.into_iter().enumerate() {
        part(&loopback);
        loopback.fire(&command("standings")).await;
        assert_eq!(loopback.look(|state| state.gateway.resumes.len()), resumed + 1);
    }
    assert_eq!(loopback.identifies().len(), 1);
}

#[tokio::test]
async fn a_session_invalid_for_good_ends_in_a_new_identify() {
    let (loopback, _running) = connected().await;
    loopback.invalidate(false);
    let again = |state: &State| state.gateway.identifies.len() == 2;
    loopback.wait_until("a new identify", again).await;
    let answer = loopback.fire(&command("standings")).await;
    assert_eq!((loopback.identifies().len(), &answer["type"]), (2, &json!(4)));
}

#[tokio::test]
async fn heartbeats_are_acknowledged() {
    let loopback = Loopback::start().await;
    loopback.heartbeat_interval(Duration::from_millis(100));
    let mut client = client(&loopback).await;
    let mut running = JoinSet::new();
    running.spawn(async move { client.start_shard(0, 1).await.unwrap() });
    // An interval without an acknowledgement would end in a second connection.
    loopback
        .wait_until("two heartbeats", |state| state.gateway.heartbeats == 2)
        .await;
    assert_eq!(loopback.identifies().len(), 1);
}

#[tokio::test]
async fn a_refused_gateway_would_send_serenity_to_the_real_one() {
    let loopback = Loopback::start().await;
    loopback.refuse_gateway(true);
    let refused = client(&loopback).await;
    assert_eq!(*refused.ws_url.lock().await, "wss://gateway.discord.gg");
    loopback.refuse_gateway(false);
    let allowed = client(&loopback).await;
    assert_eq!(*allowed.ws_url.lock().await, loopback.url().replace("http", "ws"));
}

#[tokio::test]
async fn registered_commands_come_back_with_ids_and_defaults() {
    let loopback = Loopback::start().await;
    let http = http(&loopback);
    http.set_application_id(APPLICATION.into());
    loopback.register(&json!([{"name": "next", "description": "Before"}]));
    let before = loopback.commands().remove(0);
    let option = json!({"type": 3, "name": "track", "description": "Where", "required": false});
    let definitions = json!([{"name": "next", "description": "After", "options": [option]}]);
    let put = http.create_global_commands(&definitions).await.unwrap();
    assert_eq!(put[0].id.to_string(), before["id"]);
    let mut after = loopback.commands().remove(0);
    let version = after["version"].take();
    assert!(version.as_str() > before["version"].as_str());
    assert_eq!(
        after,
        json!({
            "id": before["id"],
            "application_id": APPLICATION.to_string(),
            "version": null,
            "default_member_permissions": null,
            "type": 1,
            "description": "After",
            "dm_permission": true,
            "contexts": null,
            "integration_types": [0],
            "nsfw": false,
            "name_localizations": null,
            "description_localizations": null,
            "name": "next",
            "options": [{"type": 3, "name": "track", "description": "Where"}],
        })
    );
    assert_eq!(json!(http.get_global_commands().await.unwrap()), json!(put));
}
