//! Responses to interactions when Discord fails: tried again until the deadline, never after it, and sent exactly once.

use std::time::{Duration, Instant};

use raceweek::discord::{Address, InteractionHandler, Reply, ReplyMode, RestClient, SendError, respond};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::sync::oneshot;

use crate::support::answers::{THURSDAY, answer, at_once, bot};
use crate::support::discord::{Asked, State};
use crate::support::faults::Kind;
use crate::support::interaction::{ASKER, Interaction, autocomplete, button_on, command};
use crate::support::limits::reply;
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

/// Status of every try to respond.
fn tries(loopback: &Loopback) -> Vec<Option<u16>> {
    let callbacks = loopback.requests("callback");
    callbacks.iter().map(|request| request.status).collect()
}

/// A bot that is asked once while this goes wrong `times` times.
async fn asked_during(times: usize, kind: Kind) -> (Loopback, Value) {
    let loopback = Loopback::start().await;
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    loopback.fault("callback", times, kind);
    let answer = loopback.fire(&command("about")).await;
    (loopback, answer)
}

#[tokio::test]
async fn a_failing_server_is_tried_again() {
    let (loopback, answer) = asked_during(3, Kind::Status(502, json!({}))).await;
    assert_eq!(answer["type"], 4);
    assert_eq!(tries(&loopback), [Some(502), Some(502), Some(502), Some(204)]);
}

/// A proxy that says yes without having asked Discord.
#[tokio::test]
async fn a_success_that_is_not_discords_is_tried_again() {
    let (loopback, answer) = asked_during(1, Kind::Status(200, json!("garbage"))).await;
    assert_eq!(answer["type"], 4);
    assert_eq!(tries(&loopback), [Some(200), Some(204)]);
}

#[tokio::test]
async fn a_cut_connection_is_tried_again() {
    let (loopback, answer) = asked_during(2, Kind::Reset).await;
    assert_eq!(answer["type"], 4);
    assert_eq!(tries(&loopback), [None, None, Some(204)]);
}

#[tokio::test]
async fn a_limit_is_waited_out() {
    let begun = Instant::now();
    let (loopback, answer) = asked_during(1, Kind::RateLimited(Duration::from_millis(400))).await;
    assert_eq!(answer["type"], 4);
    assert_eq!(tries(&loopback), [Some(429), Some(204)]);
    assert!(begun.elapsed() >= Duration::from_millis(400));
}

/// Convention 3: an answer that arrived, though word of it was lost, counts; there is no second one.
#[tokio::test]
async fn an_answer_that_arrived_unheard_counts() {
    let loopback = Loopback::start().await;
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    loopback.fault("callback", 1, Kind::AnswerLost);
    loopback.fire(&command("about")).await;
    let again = |state: &State| {
        let callbacks = state
            .requests
            .iter()
            .filter(|request| request.path.ends_with("callback"));
        callbacks.map(|request| request.status).eq([None, Some(400)])
    };
    loopback.wait_until("the second try", again).await;
    // It answers on, and says nothing of the first: there is nothing to be said.
    loopback.fire(&command("about")).await;
    assert_eq!(tries(&loopback), [None, Some(400), Some(204)]);
    let log = bot.terminate().stderr;
    assert!(!log.contains("not delivered"), "{log}");
}

/// Convention 3: an interaction that expired or was answered by somebody else is logged, never tried again.
#[tokio::test]
async fn an_expired_or_answered_interaction_is_not_tried_again() {
    let loopback = Loopback::start().await;
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    for (status, code) in [(404, 10_062), (400, 40_060)] {
        let before = tries(&loopback).len();
        loopback.fault(
            "callback",
            1,
            Kind::Status(status, json!({"code": code, "message": "too late"})),
        );
        loopback.send(&command("about")).await;
        bot.wait_for_log(&format!("code {code}")).await;
        loopback.fire(&command("about")).await;
        assert_eq!(tries(&loopback)[before..], [Some(status), Some(204)]);
    }
}

/// Convention 1: Discord takes a first answer for three seconds, and one that is on its way is not cut before.
#[tokio::test]
async fn a_server_that_is_two_seconds_late_is_answered() {
    let loopback = Loopback::start().await;
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    loopback.fault("callback", 1_000, Kind::Delay(Duration::from_secs(2)));
    let asked: Vec<Interaction> = (0..50).map(|_| command("about")).collect();
    let begun = Instant::now();
    for one in &asked {
        loopback.send(one).await;
    }
    let answered = |state: &State| state.asked.iter().all(|asked| asked.callback.is_some());
    loopback.wait_until("all answers", answered).await;
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    // Another try of each began beside the first, and found it answered.
    let all = |state: &State| state.requests.iter().filter(|one| one.status == Some(400)).count() == asked.len();
    loopback.eventually(all).await;
    let log = bot.terminate().stderr;
    assert!(!log.contains("not delivered"), "{log}");
}

/// Convention 1: after 2.5 s it is too late for a first answer, and nobody is bothered any more.
#[tokio::test]
async fn after_two_and_a_half_seconds_it_is_given_up() {
    let loopback = Loopback::start().await;
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    loopback.fault("callback", 1_000, Kind::Status(503, json!({})));
    let begun = Instant::now();
    loopback.send(&command("about")).await;
    bot.wait_for_log("given up after").await;
    let took = begun.elapsed();
    assert!(
        (Duration::from_millis(2_500)..Duration::from_secs(3)).contains(&took),
        "{took:?}"
    );
    assert!((5..20).contains(&tries(&loopback).len()), "{:?}", tries(&loopback));
}

#[tokio::test]
async fn a_limit_that_outlasts_the_interaction_is_not_waited_for() {
    let loopback = Loopback::start().await;
    let bot = Bot::start(&loopback, "");
    bot.wait_ready().await;
    loopback.fault("callback", 1, Kind::RateLimited(Duration::from_mins(1)));
    loopback.send(&command("about")).await;
    bot.wait_for_log("limited for 60000 ms").await;
    assert_eq!(tries(&loopback), [Some(429)]);
}

/// Handles an interaction with work of the test's own, until all is sent.
async fn handled(loopback: &Loopback, asked: &Interaction, work: impl Future<Output = Reply>) {
    let interaction = read(asked);
    let (address, mode) = (
        Address::of(&interaction),
        ReplyMode::of(&bot(THURSDAY).bot, &interaction),
    );
    let handler = InteractionHandler::new(client(loopback));
    tokio::select! {
        () = handler.handle(address, mode, work) => {}
        () = handler.watch() => {}
    }
}

/// The same with work that goes on until Discord has heard that it takes longer.
async fn handled_slowly(loopback: &Loopback, asked: &Interaction, reply: Reply) -> Asked {
    loopback.know(asked);
    let (release, released) = oneshot::channel();
    let slow = async move {
        let _ = released.await;
        reply
    };
    let deferred = async {
        let deferred = |state: &State| state.asked.last().is_some_and(|asked| asked.callback.is_some());
        loopback.wait_until("a deferral", deferred).await;
        let _ = release.send(());
    };
    tokio::join!(handled(loopback, asked, slow), deferred);
    loopback.asked(asked)
}

fn client(loopback: &Loopback) -> RestClient {
    RestClient::new(reqwest::Client::new(), loopback.url(), SecretString::from("a token"))
}

fn read(asked: &Interaction) -> serenity::all::Interaction {
    serde_json::from_value(asked.payload()).unwrap()
}

/// Reply of the bot to an interaction.
fn replied(asked: &Interaction) -> Reply {
    let (bot, interaction) = (bot(THURSDAY), read(asked));
    at_once(respond(&bot, &interaction, ReplyMode::of(&bot.bot, &interaction)))
}

/// Conventions 1 and 2: slow work is deferred, visible as it will be, and the answer takes the deferral's place.
#[tokio::test]
async fn a_slow_answer_is_deferred_and_then_edited_in() {
    let loopback = Loopback::start().await;
    for (private, data) in [(false, json!({"flags": 0})), (true, json!({"flags": 64}))] {
        let asked = command("about").option("private", private);
        let slow = handled_slowly(&loopback, &asked, replied(&asked)).await;
        let callback = slow.callback.unwrap();
        assert_eq!(
            (&callback["type"], &callback["data"]["flags"]),
            (&json!(5), &data["flags"])
        );
        assert_eq!(slow.edits.len(), 1);
        assert_eq!(reply(&slow.edits[0]), Ok(()));
        assert_eq!(
            slow.edits[0]["embeds"],
            answer(&bot(THURSDAY), &asked)["data"]["embeds"]
        );
        assert_eq!(slow.followups, Vec::<Value>::new());
    }
}

#[tokio::test]
async fn a_slow_click_changes_its_message_when_it_can() {
    let loopback = Loopback::start().await;
    let about = answer(&bot(THURSDAY), &command("standings"));
    let click = button_on(&about, "standings championship:pro season:2024", ASKER);
    let slow = handled_slowly(&loopback, &click, replied(&click)).await;
    assert_eq!(slow.callback.unwrap()["type"], 6);
    assert_eq!((slow.edits.len(), slow.followups.len()), (1, 0));
}

#[tokio::test]
async fn a_slow_click_that_fails_leaves_its_message_alone() {
    let loopback = Loopback::start().await;
    let about = answer(&bot(THURSDAY), &command("standings"));
    let click = button_on(&about, "standings championship:pro season:2024", ASKER);
    let slow = handled_slowly(&loopback, &click, replied(&command("driver"))).await;
    assert_eq!(slow.callback.unwrap()["type"], 6);
    assert_eq!((slow.edits.len(), slow.followups.len()), (0, 1));
    assert_eq!(reply(&slow.followups[0]), Ok(()));
    assert_eq!(slow.followups[0]["flags"], 64);
}

#[tokio::test]
async fn a_panic_tells_the_asker_its_reference() {
    let loopback = Loopback::start().await;
    let asked = command("about");
    loopback.know(&asked);
    handled(&loopback, &asked, async { panic!("out of fuel") }).await;
    let told = loopback.asked(&asked).callback.unwrap();
    assert_eq!(reply(&told), Ok(()));
    let text = told["data"]["embeds"][0]["description"].as_str().unwrap();
    assert_eq!(
        text,
        format!(
            "It is logged as {:x}. Tell whoever runs this bot that reference, and try again later.",
            asked.id
        )
    );
    assert_eq!(told["data"]["flags"], 64);
    let typing = autocomplete("driver", "driver", "hart");
    loopback.know(&typing);
    handled(&loopback, &typing, async { panic!("out of fuel") }).await;
    let told = loopback.asked(&typing).callback.unwrap();
    assert_eq!(told, json!({"type": 8, "data": {"choices": []}}));
}

/// Convention 1: the token of an interaction lives for 15 minutes.
#[tokio::test]
async fn an_edit_after_15_minutes_is_not_tried() {
    let loopback = Loopback::start().await;
    let asked = command("about");
    loopback.know(&asked);
    let mut address = Address::of(&read(&asked));
    address.received = address.received.checked_sub(Duration::from_mins(15)).unwrap();
    let late = client(&loopback).edit(&address, replied(&asked)).await;
    assert_eq!(late, Err(SendError::Expired));
    let late = client(&loopback).follow_up(&address, replied(&asked)).await;
    assert_eq!(late, Err(SendError::Expired));
    assert_eq!(loopback.requests("").len(), 0);
}
