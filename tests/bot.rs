//! The bot on a loopback Discord, from the gateway to the callback: what is asked and how it is answered.

use crate::support::interaction::command;
use crate::support::limits::reply;
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

const NOW: &[&str] = &["--now", "2024-06-20T12:00:00Z"];

#[tokio::test]
async fn standings_pro() {
    let loopback = Loopback::start().await;
    let bot = Bot::start_with(&loopback, "", NOW);
    bot.wait_ready().await;
    let answer = loopback.fire(&command("standings").option("championship", "pro")).await;
    assert_eq!(reply(&answer), Ok(()));
    insta::assert_json_snapshot!(answer, @"");
    eprintln!("{}", bot.stderr());
}
