//! Guilds with an override of the calendar: reminded by it, and by the common calendar once it is removed.

use raceweek::dataset::{Origin, SessionChange};
use raceweek::domain::SessionPath;
use raceweek::question::change::{change, new_start};
use raceweek::reminders::{LeadTime, Subscription, Target};
use raceweek::store::{Store, StoreKind, StoreLocation};

use crate::support::answers::packs;
use crate::support::discord::State;
use crate::support::folder::Folder;
use crate::support::interaction::GUILD;
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

/// A server's change that is taken back after everybody else was reminded: it is reminded all the same.
#[tokio::test]
async fn a_server_that_takes_its_change_back_is_reminded_as_the_pack_has_it() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let place = kept.path().join("kept.db");
    let store = Store::open(&StoreLocation::File(place.clone()), StoreKind::Rehearsal)
        .await
        .unwrap();
    let packs = packs();
    let id: SessionPath = "pccna/2024/watkins-glen/race-1".parse().unwrap();
    let later = new_start("+30m", &id, &packs).unwrap();
    let now = "2024-06-20T12:00:00Z".parse().unwrap();
    let own = change(&id, SessionChange::Delayed(later), &packs, now, Origin::Server).unwrap();
    store.save_change(Some(GUILD), &own, 7).await.unwrap();
    store
        .set_planned_until("2024-06-21T20:04:00Z".parse().unwrap())
        .await
        .unwrap();
    let here = Target::Channel {
        guild: GUILD,
        channel: 500,
        role: None,
    };
    for (id, target) in [(1, here), (2, Target::Direct { channel: 501 })] {
        let told = Subscription {
            id,
            owner: 7,
            target,
            selectors: vec!["pccna:*:race".parse().unwrap()],
            leads: LeadTime::list("15m").unwrap(),
            created: "2024-06-20T12:00:00Z".parse().unwrap(),
            paused_until: None,
        };
        store.subscribe(&told, usize::MAX).await.unwrap();
    }
    let config = format!("[store]\nfile = {place:?}\n");
    let bot = Bot::start_with(&loopback, &config, &["--now", "2024-06-21T20:04:59Z"]);
    let told = |state: &State| state.posted.iter().map(|one| one.channel).collect::<Vec<_>>();
    assert!(
        loopback.eventually(|state| told(state) == [501]).await,
        "{}",
        bot.stderr()
    );
    assert!(store.remove_change(Some(GUILD), &id).await.unwrap());
    assert!(
        loopback.eventually(|state| told(state) == [501, 500]).await,
        "{}",
        bot.stderr()
    );
    assert_eq!(bot.terminate().code, Some(0));
}
