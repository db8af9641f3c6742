//! `/remind` and `/announce` as people meet them: set, confirmed, listed, refused.

use serde_json::{Value, json};

use crate::support::channels::direct;
use crate::support::conversation::{fire, is_ephemeral, read, started};
use crate::support::discord::State;
use crate::support::faults::Kind as Fault;
use crate::support::interaction::{ASKER, CHANNEL, Interaction, button_on, command};
use crate::support::loopback::Loopback;

const ROLE: u64 = 77;
const MANAGE_ROLES: u64 = 1 << 28;
const EVENTS: u64 = 1 << 44 | 1 << 33;
/// Permissions of a bot that was invited with the least rights.
const LEAST: u64 = 274_878_024_704;

fn remind(part: &str) -> Interaction {
    command("remind").part(part)
}

fn announce(part: &str) -> Interaction {
    command("announce").part(part).manager()
}

async fn text(loopback: &Loopback, asked: &Interaction) -> String {
    let answer = fire(loopback, asked).await;
    assert!(is_ephemeral(&answer), "it concerns the asker alone: {answer}");
    let text = read(&answer);
    text.lines().skip(3).collect::<Vec<_>>().join("\n")
}

fn said_in(loopback: &Loopback, channel: u64) -> Vec<Value> {
    let posted = loopback.look(|state| state.posted.clone());
    posted
        .into_iter()
        .filter(|posted| posted.channel == channel)
        .map(|posted| posted.body)
        .collect()
}

/// A reminder is confirmed where it will be told, so that a closed inbox is known at once.
#[tokio::test]
async fn somebody_sets_lists_silences_and_removes_reminders() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let race = remind("me").with("what", "race 1").with("before", "1h, 15m");
    insta::assert_snapshot!(text(&loopback, &race).await, @"
    Race 1 of Porsche Carrera Cup North America, 1 h and 15 min before, in your direct messages
    **Race 1, Watkins Glen**: Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F> · reminder · <t:1718997600:R>
    ");
    let confirmed = said_in(&loopback, direct(ASKER));
    assert_eq!(confirmed.len(), 1);
    assert_eq!(confirmed[0]["allowed_mentions"], json!({"parse": []}));
    assert!(
        confirmed[0]["content"]
            .as_str()
            .unwrap()
            .starts_with("**Reminder set**\nRace 1 of Porsche"),
        "{confirmed:?}"
    );
    let practice = remind("me").with("what", "practice").with("where", "here");
    insta::assert_snapshot!(text(&loopback, &practice).await, @"
    every practice of Porsche Carrera Cup North America, 15 min before, in <#1000000000000000003>, with a mention
    **Practice 1, Miami**: Fri 2 May 2:25 PM EDT · <t:1746210300:F> · reminder · <t:1746209400:R>
    -# Practice 1, Watkins Glen: time not published yet. I keep this, and tell you once there is one.
    ");
    insta::assert_snapshot!(text(&loopback, &remind("list")).await, @r"
    **1. **Race 1 of Porsche Carrera Cup North America, 1 h and 15 min before, in your direct messages
    **2. **every practice of Porsche Carrera Cup North America, 15 min before, in <#1000000000000000003>, with a mention
    ");
    insta::assert_snapshot!(text(&loopback, &remind("pause").with("until", "2024-07-01")).await, @"2 reminders silent until 1 Jul 2024. /remind pause until:off ends that.");
    insta::assert_snapshot!(text(&loopback, &remind("pause").with("until", "off")).await, @"2 reminders no longer silent.");
    insta::assert_snapshot!(text(&loopback, &remind("remove").with("which", "1")).await, @"Taken away.");
    insta::assert_snapshot!(text(&loopback, &remind("remove").with("which", "9")).await, @"There is no such one. The list shows what is set.");
    insta::assert_snapshot!(text(&loopback, &remind("health")).await, @"
    **Next**
    **Practice 1, Miami**: Fri 2 May 2:25 PM EDT · <t:1746210300:F> · reminder · <t:1746209400:R>
    **Practice 2, Miami**: Fri 2 May 6:05 PM EDT · <t:1746223500:F> · reminder · <t:1746222600:R>
    **Practice 1, Montréal**: Fri 13 Jun 10:00–10:30 AM EDT · <t:1749823200:F> · reminder · <t:1749822300:R>
    **Practice 2, Montréal**: Fri 13 Jun 3:00–3:30 PM EDT · <t:1749841200:F> · reminder · <t:1749840300:R>
    **Practice 1, Road America**: Thu 31 Jul 2:55–3:25 PM CDT track time, 3:55–4:25 PM EDT · <t:1753991700:F> · reminder · <t:1753990800:R>

    **Last**
    nothing yet
    ");
}

#[tokio::test]
async fn what_is_not_understood_or_not_possible_says_what_to_do() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let mut said = Vec::new();
    for asked in [
        remind("me").with("what", "lunch"),
        remind("me").with("what", "race 7"),
        remind("me").with("what", "race").with("before", "soon"),
        remind("me").with("what", "race at montreal"),
        remind("me").with("what", "race").with("where", "here").bot_may(1 << 10),
        remind("pause").with("until", "whenever"),
    ] {
        said.push(text(&loopback, &asked).await);
    }
    loopback.deny(direct(ASKER), 403, 50_007);
    said.push(text(&loopback, &remind("me").with("what", "race")).await);
    insta::assert_snapshot!(said.join("\n"), @"
    I do not know 'lunch' here. Say a kind of session (race, quali, practice), one of them (race 1), a class, a weekend, or all.
    The packs know of no race 7; there is Race 1 and Race 2.
    'soon' is not a time before a session: write minutes, hours or days, such as 15m, 1h or 1d
    the race at Montréal of Porsche Carrera Cup North America, 15 min before, in your direct messages
    **Race 1, Montréal**: Sat 14 Jun 6:05–6:45 PM EDT · <t:1749938700:F> · reminder · <t:1749937800:R>
    In this channel I lack the right to send messages and embed links. Give it to me, then set this again.
    Write a date such as 2026-07-01, a while such as 3d or 2w, or off.
    I cannot write to you: your direct messages are closed to me. Allow them from this server's members in its privacy settings, or set the reminder with where:this channel.
    ");
    insta::assert_snapshot!(text(&loopback, &remind("list")).await, @"**1. **the race at Montréal of Porsche Carrera Cup North America, 15 min before, in your direct messages");
}

#[tokio::test]
async fn the_button_under_a_timetable_sets_a_reminder_of_the_weekend() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let shown = fire(&loopback, &command("next")).await;
    let click = button_on(&shown, "remind pccna:2024/watkins-glen:*", ASKER);
    insta::assert_snapshot!(read(&fire(&loopback, &click).await), @"
    type 4
    only for you
    Reminder set
    all sessions at Watkins Glen of Porsche Carrera Cup North America, 15 min before, in your direct messages
    **Qualifying, Watkins Glen**: Fri 21 Jun 9:45–10:15 AM EDT · <t:1718977500:F> · reminder · <t:1718976600:R>
    -# Practice 1, Watkins Glen: time not published yet. I keep this, and tell you once there is one.
    ");
    assert_eq!(said_in(&loopback, direct(ASKER)).len(), 1);
}

#[tokio::test]
async fn somebodys_own_words_set_a_reminder() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let asked = command("ask").option("text", "remind me 20 min before race 1 please");
    let answer = fire(&loopback, &asked).await;
    insta::assert_snapshot!(read(&answer), @"
    type 4
    Reminder set
    Race 1 of Porsche Carrera Cup North America, 20 min before, in your direct messages
    **Race 1, Watkins Glen**: Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F> · reminder · <t:1719000000:R>
    ");
    assert_eq!(said_in(&loopback, direct(ASKER)).len(), 1);
}

#[tokio::test]
async fn a_server_sets_up_what_its_channel_is_told() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let reminders = announce("reminders")
        .with("what", "qualifying,race 1h")
        .with_role(ROLE, 0);
    insta::assert_snapshot!(text(&loopback, &reminders).await, @"
    every qualifying and every race of Porsche Carrera Cup North America, 1 h before, in <#1000000000000000003>, for <@&77>
    **Qualifying, Watkins Glen**: Fri 21 Jun 9:45–10:15 AM EDT · <t:1718977500:F> · reminder · <t:1718973900:R>
    ");
    text(&loopback, &announce("results")).await;
    text(&loopback, &announce("previews")).await;
    insta::assert_snapshot!(text(&loopback, &announce("list")).await, @r"
    **1. **every qualifying and every race of Porsche Carrera Cup North America, 1 h before, in <#1000000000000000003>, for <@&77>
    **2. **results of Porsche Carrera Cup North America, in <#1000000000000000003>
    **3. **previews of Porsche Carrera Cup North America, in <#1000000000000000003>
    ");
    insta::assert_snapshot!(text(&loopback, &announce("health")).await, @"
    **Next**
    **Qualifying, Watkins Glen**: Fri 21 Jun 9:45–10:15 AM EDT · <t:1718977500:F> · reminder · <t:1718973900:R>
    **Race 1, Watkins Glen**: Fri 21 Jun 4:20–5:00 PM EDT · <t:1719001200:F> · reminder · <t:1718997600:R>
    **Race 2, Watkins Glen**: Sat 22 Jun 11:00–11:40 AM EDT · <t:1719068400:F> · reminder · <t:1719064800:R>
    **Qualifying, Miami**: Sat 3 May 1:40 PM EDT · <t:1746294000:F> · reminder · <t:1746290400:R>
    **Race 1, Miami**: Sat 3 May 5:50 PM EDT · <t:1746309000:F> · reminder · <t:1746305400:R>

    **Last**
    nothing yet
    ");
    insta::assert_snapshot!(text(&loopback, &announce("delay").with("session", "race 2").with("time", "30m")).await, @"Race 2 at Watkins Glen delayed, 11:00 AM → 11:30 AM: in this server, until a newer pack comes.");
    let all = text(&loopback, &announce("list")).await;
    insta::assert_snapshot!(all.lines().next_back().unwrap(), @"Race 2 at Watkins Glen delayed, 11:00 AM → 11:30 AM");
    let schedule = read(&fire(&loopback, &command("schedule").option("session", "race-2")).await);
    assert!(schedule.contains("moved from 2024-06-22 11:00"), "{schedule}");
    insta::assert_snapshot!(text(&loopback, &announce("restore").with("session", "race 2")).await, @"Race 2 at Watkins Glen is again as the pack has it, in this server.");
    insta::assert_snapshot!(text(&loopback, &announce("resume")).await, @"This channel is not paused.");
}

/// Discord shows these to nobody else, and a hand-made call is refused all the same.
#[tokio::test]
async fn whoever_may_not_manage_the_server_can_set_nothing_up_in_it() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    for asked in [
        command("announce").part("reminders").with("what", "race"),
        command("announce").part("results"),
        command("announce")
            .part("move")
            .with("session", "race 2")
            .with("time", "12:30"),
        command("announce")
            .part("delay")
            .with("session", "race 2")
            .with("time", "30m"),
        command("announce").part("cancel").with("session", "race 2"),
        command("announce")
            .part("events")
            .with("state", "on")
            .bot_may(LEAST | EVENTS),
        command("announce")
            .part("role")
            .with_role(ROLE, 0)
            .bot_may(LEAST | MANAGE_ROLES),
        command("announce").part("health"),
        command("announce")
            .part("reminders")
            .with("what", "race")
            .manager()
            .dm(),
    ] {
        let answer = text(&loopback, &asked).await;
        assert_eq!(answer, "That needs the right to manage this server.", "{asked:?}");
    }
    assert_eq!(said_in(&loopback, CHANNEL), Vec::<Value>::new());
    assert!(text(&loopback, &announce("list")).await.starts_with("Nothing is set."));
}

#[tokio::test]
async fn a_role_is_offered_by_a_button_only_where_it_does_no_harm() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let offer = |permissions| announce("role").with_role(ROLE, permissions);
    let mut said = Vec::new();
    for asked in [
        offer(0).bot_may(LEAST | MANAGE_ROLES),
        offer(0).may(MANAGE_ROLES).bot_may(LEAST),
        offer(8).may(MANAGE_ROLES).bot_may(LEAST | MANAGE_ROLES),
        offer(0).may(MANAGE_ROLES).bot_may(LEAST | MANAGE_ROLES),
    ] {
        said.push(text(&loopback, &asked).await);
    }
    insta::assert_snapshot!(said.join("\n"), @r"
    Whoever offers a role needs the right to manage roles.
    I cannot give that role: I need the right to manage roles, and my own role must stand above it.
    That role has rights that nobody should get by a button. Make one that has none, for being pinged.
    The button is there.
    ");
    let offered = said_in(&loopback, CHANNEL);
    assert_eq!(offered.len(), 1);
    assert_eq!(
        offered[0]["allowed_mentions"],
        json!({"parse": []}),
        "the role is shown, and not pinged"
    );
    let click = button_on(&offered[0], &format!("role {ROLE}"), ASKER);
    insta::assert_snapshot!(read(&fire(&loopback, &click).await), @r"
    type 4
    only for you
    What this server is told
    You have the role now, and are pinged by what names it. The button takes it back.
    ");
    let asked = loopback.requests("PUT /api/v10/guilds");
    assert_eq!(asked.len(), 1);
    assert!(asked[0].path.ends_with(&format!("/members/{ASKER}/roles/{ROLE}")));

    // One person's clicks are limited.
    let mut told = Vec::new();
    for _ in 0..6 {
        let click = button_on(&offered[0], &format!("role {ROLE}"), ASKER);
        told.push(read(&fire(&loopback, &click).await));
    }
    assert_eq!(told[4], told[5], "each is told so");
    insta::assert_snapshot!(told[5], @r"
    type 4
    only for you
    One at a time, please
    You click faster than Discord lets me change things. Give me a few seconds, then click again.
    ");
    assert_eq!(loopback.requests("PUT /api/v10/guilds").len(), 5);
}

#[tokio::test]
async fn there_is_an_end_to_what_is_kept_for_one_person() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    let here = |before: &str| {
        remind("me")
            .with("what", "race")
            .with("where", "here")
            .with("before", before)
    };
    for minutes in 1..=25 {
        let set = here(&format!("{minutes}m"));
        assert!(text(&loopback, &set).await.starts_with("every race"));
    }
    insta::assert_snapshot!(text(&loopback, &here("25m")).await, @"This is set already: the list shows it.");
    let more = remind("me").with("what", "race");
    insta::assert_snapshot!(text(&loopback, &more).await, @"There are 25 already, as many as I keep. Take one away first, with /remind remove.");
    assert_eq!(
        said_in(&loopback, direct(ASKER)).len(),
        0,
        "nothing is confirmed that is not kept"
    );
    let many = announce("reminders")
        .with("what", "race")
        .with("before", "1m 2m 3m 4m 5m 6m");
    insta::assert_snapshot!(text(&loopback, &many).await, @"6 times before a session are too many: write at most 5");
}

/// The answer to the request that made it was lost: it is found again by what was asked for, though the session has moved since.
#[tokio::test]
async fn an_event_whose_answer_was_lost_is_not_made_twice() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    loopback.fault("POST /api/v10/guilds", 1, Fault::AnswerLost);
    let on = announce("events").with("state", "on").bot_may(LEAST | EVENTS);
    text(&loopback, &on).await;
    loopback.wait_until("an event", |state| !state.events.is_empty()).await;
    let first = loopback.look(|state| state.events[0].1["name"].as_str().unwrap().to_owned());
    assert_eq!(first, "PCCNA Qualifying · Watkins Glen");
    let moved = announce("delay").with("session", "qualifying").with("time", "30m");
    text(&loopback, &moved).await;
    let at = |state: &State| {
        let named = state.events.iter().filter(|(_, event)| event["name"] == *first);
        named
            .map(|(_, event)| event["scheduled_start_time"].clone())
            .collect::<Vec<_>>()
    };
    let new = json!("2024-06-21T14:15:00+00:00");
    loopback
        .wait_until("the event moves", |state| at(state) == [new.clone()])
        .await;
    assert_eq!(loopback.look(at), [new]);
}

/// Convention 21: one event a session, patched when it moves, removed when it is not held, never doubled.
#[tokio::test]
async fn sessions_become_scheduled_events_that_follow_the_calendar() {
    let loopback = Loopback::start().await;
    let _bot = started(&loopback).await;
    insta::assert_snapshot!(text(&loopback, &announce("events").with("state", "on").bot_may(LEAST)).await, @"For events I need the rights to create and to manage events. Give me both, then set this again.");
    text(
        &loopback,
        &announce("events").with("state", "on").bot_may(LEAST | EVENTS),
    )
    .await;
    let glen = |state: &State| {
        state
            .events
            .iter()
            .filter(|(_, event)| event["name"].as_str().unwrap().contains("Watkins"))
            .count()
    };
    loopback
        .wait_until("the events of the Glen", |state| glen(state) == 3)
        .await;
    let all = text(&loopback, &announce("list")).await;
    assert!(all.ends_with("Scheduled events: on."), "{all}");
    let event = loopback.look(|state| {
        state
            .events
            .iter()
            .find(|(_, event)| event["name"] == "PCCNA Race 2 · Watkins Glen")
            .cloned()
    });
    insta::assert_json_snapshot!(event.unwrap().1, @r#"
    {
      "description": "Porsche Carrera Cup North America 2024.",
      "entity_metadata": {
        "location": "Watkins Glen International"
      },
      "entity_type": 3,
      "name": "PCCNA Race 2 · Watkins Glen",
      "privacy_level": 2,
      "scheduled_end_time": "2024-06-22T15:40:00+00:00",
      "scheduled_start_time": "2024-06-22T15:00:00+00:00"
    }
    "#);
    text(
        &loopback,
        &announce("move").with("session", "race 2").with("time", "12:30"),
    )
    .await;
    let moved = |state: &State| {
        state
            .events
            .iter()
            .any(|(_, event)| event["scheduled_start_time"] == "2024-06-22T16:30:00+00:00")
    };
    loopback.wait_until("the event moves", moved).await;
    text(&loopback, &announce("cancel").with("session", "race 2")).await;
    loopback
        .wait_until("the event is removed", |state| glen(state) == 2)
        .await;
    let posts = loopback.requests("POST /api/v10/guilds").len();
    let all = loopback.look(|state| state.events.len());
    assert_eq!(posts, all + 1, "each was made once, and one was removed");
}
