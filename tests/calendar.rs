//! Changes to the calendar: what they make of a session, who sees them, and when they give way.

use std::sync::Arc;

use raceweek::dataset::{Catalogue, Origin, Override, SessionChange};
use raceweek::domain::{Asker, Session, SessionPath};
use raceweek::question::change::{change, new_start, session_meant};
use raceweek::store::{Store, StoreKind, StoreLocation};
use raceweek::view::words::change::no_start;
use raceweek::view::words::misunderstanding::reason;

use crate::support::answers::{THURSDAY, packs};
use crate::support::conversation::{NOW, eventually, fire, read};
use crate::support::folder::Folder;
use crate::support::interaction::{GUILD, command};
use crate::support::loopback::Loopback;
use crate::support::process::Bot;

fn asker() -> Asker {
    Asker {
        now: THURSDAY.parse().unwrap(),
        zone: None,
        reference: None,
        series: "pccna".parse().unwrap(),
        rehearsal: true,
    }
}

fn meant(text: &str) -> String {
    session_meant(text, &packs(), &asker()).map_or_else(|why| reason(&why), |id| id.to_string())
}

fn race_2() -> SessionPath {
    "pccna/2024/watkins-glen/race-2".parse().unwrap()
}

fn session<'a>(catalogue: &'a Catalogue, id: &SessionPath) -> &'a Session {
    catalogue.session(id).expect("there is such a session").1
}

/// A change of a session of the packs, as a server makes it on that Thursday.
fn made(packs: &Catalogue, id: &SessionPath, what: SessionChange) -> Override {
    change(id, what, packs, asker().now, Origin::Server).expect("it can be changed")
}

#[test]
fn a_session_is_found_as_people_name_it() {
    let said: Vec<String> = [
        "race-2",
        "race 2",
        "Race 2",
        "qualifying",
        "watkins-glen race-2",
        "watkins-glen/race-2",
        "pccna/2024/watkins-glen/race-2",
        "sebring race-1",
        "race",
        "indianapolis race 2",
        "race 1 montreal 2025",
        "f1 monaco race",
        "f1 abu dhabi race",
        "london race 2",
        "race 9",
        "pccna/2024/watkins-glen/rase-2",
        "pccna/2024/watkins-gle/race-2",
        "xyzzy",
        "",
    ]
    .iter()
    .map(|text| format!("{text}: {}", meant(text)))
    .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    race-2: pccna/2024/watkins-glen/race-2
    race 2: pccna/2024/watkins-glen/race-2
    Race 2: pccna/2024/watkins-glen/race-2
    qualifying: pccna/2024/watkins-glen/qualifying
    watkins-glen race-2: pccna/2024/watkins-glen/race-2
    watkins-glen/race-2: pccna/2024/watkins-glen/race-2
    pccna/2024/watkins-glen/race-2: pccna/2024/watkins-glen/race-2
    sebring race-1: pccna/2024/sebring/race-1
    race: 'race' can mean several things: which one, Race 1 (session) or Race 2 (session)?
    indianapolis race 2: pccna/2024/indianapolis/race-2
    race 1 montreal 2025: pccna/2025/montreal/race-1
    f1 monaco race: f1/2025/monaco/race
    f1 abu dhabi race: f1/2025/abu-dhabi/race
    london race 2: I know no weekend or session called 'london race 2'.
    race 9: I know no series, season, weekend or session called '9'.
    pccna/2024/watkins-glen/rase-2: Watkins Glen has no such session. It has Practice 1, Practice 2, Qualifying, Race 1 and Race 2.
    pccna/2024/watkins-gle/race-2: pccna/2024/watkins-glen/race-2
    xyzzy: I know no series, season, weekend or session called 'xyzzy'.
    : Watkins Glen has no such session. It has Practice 1, Practice 2, Qualifying, Race 1 and Race 2.
    ");
}

#[test]
fn a_new_start_is_by_the_tracks_clock() {
    let packs = packs();
    let said: Vec<String> = [
        "12:30",
        "2:30 pm",
        "2024-06-22 12:30",
        "2024-06-22T12:30",
        "2024-06-22T12:30-07:00",
        "+30m",
        "1h30m",
        "30",
        "noon",
        "2024-07-22 12:30",
        "+9d",
    ]
    .iter()
    .map(|text| {
        let start = new_start(text, &race_2(), &packs);
        format!(
            "{text}: {}",
            start.map_or_else(|why| no_start(&why), |at| at.to_string())
        )
    })
    .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    12:30: 2024-06-22 16:30:00 UTC
    2:30 pm: 2024-06-22 18:30:00 UTC
    2024-06-22 12:30: 2024-06-22 16:30:00 UTC
    2024-06-22T12:30: 2024-06-22 16:30:00 UTC
    2024-06-22T12:30-07:00: 2024-06-22 19:30:00 UTC
    +30m: 2024-06-22 15:30:00 UTC
    1h30m: 2024-06-22 16:30:00 UTC
    30: '30' is no time. Write track time, such as 12:30 or 2024-06-22 12:30, or a delay such as +30m.
    noon: 'noon' is no time. Write track time, such as 12:30 or 2024-06-22 12:30, or a delay such as +30m.
    2024-07-22 12:30: That is more than a week away from the weekend (20–22 Jun 2024).
    +9d: That is more than a week away from the weekend (20–22 Jun 2024).
    ");
}

/// The night in which clocks are put back shows an hour twice, and the one in which they are put forward lacks one.
#[test]
fn both_edges_of_daylight_saving_time_are_kept() {
    // The weekend at the Glen, on the two nights.
    let mut said = Vec::new();
    for (night, times) in [
        (
            "2024-11-03",
            ["01:30", "2024-11-03 01:30 -04:00", "2024-11-03 01:30 -05:00", "02:30"],
        ),
        ("2025-03-09", ["01:30", "02:30", "03:30", "+30m"]),
    ] {
        let catalogue = moved_to(night);
        for text in times {
            let start = new_start(text, &race_2(), &catalogue);
            let shown = match start {
                Err(why) => no_start(&why),
                Ok(at) => {
                    let changed = catalogue.changed(&[made(&catalogue, &race_2(), SessionChange::Moved(at))]);
                    let (weekend, session) = changed.session(&race_2()).unwrap();
                    assert_eq!(changed.slot(weekend, session).starts_at(), Some(at), "{night} {text}");
                    let (date, time) = (session.date.unwrap(), session.time.unwrap());
                    format!("{date} {time} {:?}", session.offset)
                }
            };
            said.push(format!("{night} {text}: {shown}"));
        }
    }
    insta::assert_snapshot!(said.join("\n"), @r#"
    2024-11-03 01:30: The track's clock shows that time twice that night: write date, time and offset, -04:00 or -05:00.
    2024-11-03 2024-11-03 01:30 -04:00: 2024-11-03 01:30:00 Some("-04:00")
    2024-11-03 2024-11-03 01:30 -05:00: 2024-11-03 01:30:00 Some("-05:00")
    2024-11-03 02:30: 2024-11-03 02:30:00 None
    2025-03-09 01:30: 2025-03-09 01:30:00 None
    2025-03-09 02:30: The track's clock jumps over that time, for it is put forward that night.
    2025-03-09 03:30: 2025-03-09 03:30:00 None
    2025-03-09 +30m: 2025-03-09 11:30:00 None
    "#);
}

/// The packs with race 2 at the Glen on another day.
fn moved_to(night: &str) -> Catalogue {
    let mut packs = packs();
    let seasons = &mut packs.series.get_mut("pccna").unwrap().seasons;
    let season = Arc::make_mut(seasons.get_mut("2024").unwrap());
    let weekend = season
        .weekends
        .iter_mut()
        .find(|one| one.id == *"watkins-glen")
        .unwrap();
    let day = night.parse().unwrap();
    (weekend.start, weekend.end) = (day, day);
    let race = weekend.sessions.iter_mut().find(|one| one.id == *"race-2").unwrap();
    race.date = Some(day);
    packs
}

#[test]
fn a_change_gives_way_to_a_newer_pack_and_touches_nothing_else() {
    let packs = packs();
    let at = "2024-06-22T16:30:00Z".parse().unwrap();
    let moved = made(&packs, &race_2(), SessionChange::Moved(at));
    let changed = packs.changed(std::slice::from_ref(&moved));
    let race = session(&changed, &race_2());
    insta::assert_snapshot!(format!("{:?} {:?} {:?} {:?}", race.date, race.time, race.status, race.was), @r#"Some(2024-06-22) Some(12:30:00) Moved Some("2024-06-22 11:00")"#);
    // Only the season that it concerns is there twice: every server may have changes of its own.
    let seasons = |catalogue: &Catalogue| -> Vec<_> {
        let all = catalogue
            .series
            .values()
            .flat_map(|series| series.seasons.values().cloned());
        all.collect()
    };
    let (ours, theirs) = (seasons(&packs), seasons(&changed));
    let copied = ours.iter().zip(&theirs).filter(|(one, other)| !Arc::ptr_eq(one, other));
    assert_eq!(copied.map(|(one, _)| one.id.as_str()).collect::<Vec<_>>(), ["2024"]);
    let (mut before, mut after) = (packs.clone(), changed.clone());
    for catalogue in [&mut before, &mut after] {
        catalogue.changes.clear();
        let seasons = &mut catalogue.series.get_mut("pccna").unwrap().seasons;
        let season = Arc::make_mut(seasons.get_mut("2024").unwrap());
        let weekend = season
            .weekends
            .iter_mut()
            .find(|one| one.id == *"watkins-glen")
            .unwrap();
        weekend.sessions.retain(|one| one.id != *"race-2");
    }
    assert_eq!(before.series, after.series);
    let old = Override {
        version: "2020-01-01".to_owned(),
        ..moved.clone()
    };
    let unchanged = packs.changed(&[old]);
    assert_eq!(
        (unchanged.series, unchanged.changes),
        (packs.series.clone(), Vec::new())
    );
    // Of two changes of one session the later holds.
    let cancelled = made(&packs, &race_2(), SessionChange::Cancelled);
    let both = packs.changed(&[moved, cancelled]);
    assert_eq!(format!("{:?}", session(&both, &race_2()).status), "Cancelled");
    assert_eq!(both.changes.len(), 1);
}

/// A session that is put before another one stands before it.
#[test]
fn sessions_stay_in_the_order_of_their_starts() {
    let packs = packs();
    let race_1: SessionPath = "pccna/2024/watkins-glen/race-1".parse().unwrap();
    let earlier = new_start("2024-06-21 06:00", &race_2(), &packs).unwrap();
    let changed = packs.changed(&[made(&packs, &race_2(), SessionChange::Moved(earlier))]);
    let (weekend, _) = changed.session(&race_1).unwrap();
    let order: Vec<&str> = weekend.sessions.iter().map(|one| one.id.as_str()).collect();
    insta::assert_snapshot!(order.join(" "), @"practice-1 practice-2 race-2 qualifying race-1");
}

/// The operator's word holds in every server; a server's word holds there alone, and before the operator's.
#[tokio::test]
async fn changes_are_seen_where_they_hold() {
    let loopback = Loopback::start().await;
    let kept = Folder::new();
    let place = kept.path().join("kept.db");
    let config = format!("[store]\nfile = {place:?}\n");
    let bot = Bot::start_with(&loopback, &config, NOW);
    bot.wait_ready().await;
    let asked = || command("schedule").option("session", "race-2");
    let before = read(&fire(&loopback, &asked()).await);
    let store = Store::open(&StoreLocation::File(place.clone()), StoreKind::Rehearsal)
        .await
        .unwrap();
    let packs = packs();
    let at = |text: &str| new_start(text, &race_2(), &packs).unwrap();
    let own = made(&packs, &race_2(), SessionChange::Moved(at("12:30")));
    store.save_change(Some(GUILD), &own, 7).await.unwrap();
    let all = Override {
        by: Origin::Operator,
        ..made(&packs, &race_2(), SessionChange::Delayed(at("+30m")))
    };
    store.save_change(None, &all, 0).await.unwrap();
    // The running bot looks every second.
    eventually(async || read(&fire(&loopback, &asked()).await).contains("moved from")).await;
    let here = read(&fire(&loopback, &asked()).await);
    let elsewhere = read(&fire(&loopback, &asked().guild(77)).await);
    let leaders = read(&fire(&loopback, &command("leaders").guild(77)).await);
    insta::assert_snapshot!([here, elsewhere, leaders].join("\n--\n"), @"
    type 4
    Race 2 starts Sat 22 Jun at 12:30 PM EDT.
    -# Porsche Carrera Cup North America 2024 · Watkins Glen
    20–22 Jun 2024 · Watkins Glen International · Rounds 7 and 8 of 16 · supporting IMSA WeatherTech SportsCar Championship, Sahlen's Six Hours of The Glen
    Round 8 · until 1:10 PM EDT · moved from 2024-06-22 11:00 · <t:1719073800:F> · <t:1719073800:R>
    Changed by this server on 20 Jun: Race 2 at Watkins Glen moved, 11:00 AM → 12:30 PM
    Source: Wikipedia: 2024 Porsche Carrera Cup North America (undated) and 2 more · rehearsal, as of 2024-06-20 12:00 UTC
    [Whole weekend: schedule weekend:watkins-glen season:2024]
    [Montréal: schedule weekend:montreal season:2024]
    [Road America: schedule weekend:road-america season:2024]
    [Calendar: schedule season:2024]
    [Remind me: remind pccna:2024/watkins-glen:*]
    --
    type 4
    Race 2 starts Sat 22 Jun at 11:30 AM EDT.
    -# Porsche Carrera Cup North America 2024 · Watkins Glen
    20–22 Jun 2024 · Watkins Glen International · Rounds 7 and 8 of 16 · supporting IMSA WeatherTech SportsCar Championship, Sahlen's Six Hours of The Glen
    Round 8 · until 12:10 PM EDT · moved from 2024-06-22 11:00 · <t:1719070200:F> · <t:1719070200:R>
    Changed by whoever runs this bot on 20 Jun: Race 2 at Watkins Glen delayed, 11:00 AM → 11:30 AM
    Source: Wikipedia: 2024 Porsche Carrera Cup North America (undated) and 2 more · rehearsal, as of 2024-06-20 12:00 UTC
    [Whole weekend: schedule weekend:watkins-glen season:2024]
    [Montréal: schedule weekend:montreal season:2024]
    [Road America: schedule weekend:road-america season:2024]
    [Calendar: schedule season:2024]
    [Remind me: remind pccna:2024/watkins-glen:*]
    --
    type 4
    Leaders: Hartog in Pro (110), Uretsky in Pro-Am (103), Halcome in Masters (138) and MDK Motorsports in Entrants.
    -# Porsche Carrera Cup North America 2024 · Leaders
    -# After round 6 of 16, as published.
    **Pro**: Loek Hartog (No. 24, Kellymoss), 110 points, 3 wins
    2nd Michael Cooper, 23 points behind; 3rd Alex Sedgwick, 28 points behind.
    **Pro-Am**: Moisey Uretsky (No. 44, Baby Bull Racing), 103 points, 2 wins
    2nd Marco Cirone, 1 point behind; 3rd Jordan Wallace, 23 points behind.
    **Masters**: Matt Halcome (No. 55, ACI Motorsports), 138 points
    2nd Chris Bellomo, 38 points behind.
    **Entrants**: MDK Motorsports, points not published
    **ANDIAL Cup**: not known
    Changed by whoever runs this bot on 20 Jun: Race 2 at Watkins Glen delayed, 11:00 AM → 11:30 AM
    Source: IMSA: preview of Watkins Glen 2024 (2024-06-21) · rehearsal, as of 2024-06-20 12:00 UTC
    [Pro: standings championship:pro season:2024]
    [Pro-Am: standings championship:pro-am season:2024]
    [Masters: standings championship:masters season:2024]
    [Entrants: standings championship:entrants season:2024]
    [ANDIAL Cup: standings championship:andial-cup season:2024]
    ");
    store.remove_change(Some(GUILD), &race_2()).await.unwrap();
    store.remove_change(None, &race_2()).await.unwrap();
    eventually(async || read(&fire(&loopback, &asked()).await) == before).await;
}
