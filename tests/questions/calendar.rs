//! Sessions and weekends in time: how long they last, which come next, and those that are cancelled.

use insta::assert_snapshot;
use raceweek::bot::{TextOutcome, Unanswered, answer_text};
use raceweek::dataset::{Catalogue, Origin, Override, SessionChange};
use raceweek::domain::SessionPath;
use raceweek::question::Misunderstanding;
use raceweek::question::change::{change, new_start};
use raceweek::view::words::change::no_start;

use crate::support::answers::{built_in, packs};
use crate::support::ask::{ask, ask_of, asker};

/// The packs with a weekend of Formula 1 2025 cancelled.
fn without(weekend: &str) -> Catalogue {
    let packs = packs();
    let season = packs.season(&"f1".parse().unwrap(), &"2025".parse().unwrap()).unwrap();
    let sessions = &season.weekend(weekend).unwrap().sessions;
    let cancelled: Vec<Override> = sessions
        .iter()
        .map(|session| Override {
            session: format!("f1/2025/{weekend}/{}", session.id)
                .parse::<SessionPath>()
                .unwrap(),
            what: SessionChange::Cancelled,
            made: "2025-08-01T00:00:00Z".parse().unwrap(),
            version: season.version.clone(),
            by: Origin::Operator,
        })
        .collect();
    packs.changed(&cancelled)
}

#[test]
fn a_session_lasts_as_long_as_the_season_says_of_its_kind() {
    assert_snapshot!(ask("2025-07-26T10:59:00Z", "next series:f1"), @"
    The sprint is on now; it started today at 12:00 CEST (10:00 UTC).
    Formula 1 2025 · Belgium
    25–27 Jul 2025 · Circuit de Spa-Francorchamps · Round 13 of 24
    Sprint (Round 13): Sat 26 Jul 12:00 CEST track time, 10:00 UTC · on now · 59 min ago
    Qualifying: Sat 26 Jul 16:00 CEST track time, 14:00 UTC · next · in 3 h 1 min
    Race (Round 13): Sun 27 Jul 15:00 CEST track time, 13:00 UTC · in 1 day 2 h
    ");
    assert_snapshot!(ask("2025-07-26T11:00:00Z", "next series:f1"), @"
    Next is Qualifying, today at 16:00 CEST (14:00 UTC), in 3 h.
    Formula 1 2025 · Belgium
    25–27 Jul 2025 · Circuit de Spa-Francorchamps · Round 13 of 24
    Qualifying
    Race (Round 13): Sun 27 Jul 15:00 CEST track time, 13:00 UTC · in 1 day 2 h
    ");
    assert_snapshot!(ask("2025-07-26T19:00:00Z", "next series:f1"), @"
    Next is the race, Sun 27 Jul at 15:00 CEST (13:00 UTC), in 18 h.
    Formula 1 2025 · Belgium
    25–27 Jul 2025 · Circuit de Spa-Francorchamps · Round 13 of 24
    Race (Round 13)
    ");
    assert_snapshot!(ask("2025-07-27T14:59:00Z", "next series:f1"), @"
    The race is on now; it started today at 15:00 CEST (13:00 UTC).
    Formula 1 2025 · Belgium
    25–27 Jul 2025 · Circuit de Spa-Francorchamps · Round 13 of 24
    Race (Round 13): Sun 27 Jul 15:00 CEST track time, 13:00 UTC · on now · 1 h 59 min ago
    ");
    assert_snapshot!(ask("2025-07-27T15:00:00Z", "next series:f1"), @"
    Next is Practice 1 at Hungary, Fri 1 Aug at 13:30 CEST (11:30 UTC), in 4 days 20 h.
    Formula 1 2025 · Hungary
    1–3 Aug 2025 · Hungaroring · Round 14 of 24
    Practice 1
    Practice 2: Fri 1 Aug 17:00 CEST track time, 15:00 UTC · in 5 days
    ");
}

#[test]
fn the_next_of_a_kind_is_looked_for_in_the_whole_calendar() {
    assert_snapshot!(ask("2025-07-26T19:00:00Z", "next series:f1 kind:sprint"), @"
    Next is the United States sprint, Sat 18 Oct at 12:00 CDT (17:00 UTC), in 83 days.
    Formula 1 2025 · United States
    17–19 Oct 2025 · Circuit of The Americas · Round 19 of 24
    Sprint (Round 19)
    ");
    assert_snapshot!(ask("2025-12-10T00:00:00Z", "next series:f1 kind:sprint"), @"
    Next is the China sprint, Sat 14 Mar 2026 at 11:00 CST (03:00 UTC), in 94 days.
    Formula 1 2026 · China
    13–15 Mar 2026 · Shanghai International Circuit · Round 2 of 23
    Sprint (Round 2)
    ");
}

#[test]
fn a_cancelled_weekend_is_told_and_passed_over() {
    let packs = without("netherlands");
    let now = "2025-08-20T12:00:00Z";
    assert_snapshot!(ask_of(&packs, now, "next series:f1"), @"
    Next is Practice 1 at Italy, Fri 5 Sep at 13:30 CEST (11:30 UTC), in 15 days.
    Formula 1 2025 · Italy
    5–7 Sep 2025 · Autodromo Nazionale Monza · Round 16 of 24
    Practice 1
    Practice 2: Fri 5 Sep 17:00 CEST track time, 15:00 UTC · in 16 days
    ");
    assert_snapshot!(ask_of(&packs, now, "schedule weekend:netherlands series:f1"), @"
    Netherlands (29–31 Aug) is cancelled.
    Formula 1 2025 · Netherlands
    Circuit Park Zandvoort · Round 15 of 24 · cancelled
    Practice 1: Fri 29 Aug 12:30 CEST track time, 10:30 UTC · cancelled
    Practice 2: Fri 29 Aug 16:00 CEST track time, 14:00 UTC · cancelled
    Practice 3: Sat 30 Aug 11:30 CEST track time, 09:30 UTC · cancelled
    Qualifying: Sat 30 Aug 15:00 CEST track time, 13:00 UTC · cancelled
    Race (Round 15): Sun 31 Aug 15:00 CEST track time, 13:00 UTC · cancelled
    ");
    assert_snapshot!(ask_of(&packs, now, "schedule season:2025 series:f1"), @"
    2025 has 24 weekends, from Australia (14–16 Mar) to Abu Dhabi (5–7 Dec).
    Formula 1 2025 · Calendar
      R  Weekend        Days
      1  Australia      14–16 Mar    done
      2  China          21–23 Mar    done
      3  Japan          4–6 Apr      done
      4  Bahrain        11–13 Apr    done
      5  Saudi Arabia   18–20 Apr    done
      6  Miami          2–4 May      done
      7  Emilia-Romagna 16–18 May    done
      8  Monaco         23–25 May    done
      9  Spain          30 May–1 Jun done
      10 Canada         13–15 Jun    done
      11 Austria        27–29 Jun    done
      12 Great Britain  4–6 Jul      done
      13 Belgium        25–27 Jul    done
      14 Hungary        1–3 Aug      done
      15 Netherlands    29–31 Aug    cancelled
      16 Italy          5–7 Sep
      17 Azerbaijan     19–21 Sep
      18 Singapore      3–5 Oct
      19 United States  17–19 Oct
      20 Mexico City    24–26 Oct
      21 São Paulo      7–9 Nov
      22 Las Vegas      20–22 Nov
      23 Qatar          28–30 Nov
      24 Abu Dhabi      5–7 Dec
    ");
    assert_snapshot!(ask_of(&packs, now, "fact progress series:f1"), @"
    9 rounds are left; 14 of 23 have been run.
    Formula 1 2025
    Of 6 sprints, 3 have been run.
    Weekends to come: Italy (5 Sep), Azerbaijan (19 Sep), Singapore (3 Oct), United States (17 Oct), Mexico City (24 Oct), São Paulo (7 Nov), Las Vegas (20 Nov), Qatar (28 Nov) and Abu Dhabi (5 Dec).
    ");
    assert_snapshot!(ask_of(&packs, now, "fact races season:2025 series:f1"), @"
    2025: 23 races, 6 sprints on 23 weekends.
    Formula 1 2025
    ");
    assert_snapshot!(ask_of(&packs, "2025-09-02T12:00:00Z", "results netherlands series:f1"), @"
    The race in the Netherlands was cancelled.
    Formula 1 2025 · Netherlands results

    Race · Round 15 · Sun 31 Aug
    ");
}

#[test]
fn a_cancelled_session_is_not_delayed() {
    let packs = without("netherlands");
    let race: SessionPath = "f1/2025/netherlands/race".parse().unwrap();
    let start = new_start("+30m", &race, &packs).unwrap();
    let made = "2025-08-20T12:00:00Z".parse().unwrap();
    let delayed = change(&race, SessionChange::Delayed(start), &packs, made, Origin::Server);
    let said = delayed.map_err(|why| no_start(&why)).unwrap_err();
    assert_eq!(
        said,
        "The session is cancelled: it cannot be delayed. Move it to a new start if it is held after all."
    );
    let moved = change(&race, SessionChange::Moved(start), &packs, made, Origin::Server);
    assert_eq!(moved.map(|made| made.what), Ok(SessionChange::Moved(start)));
}

#[test]
fn what_is_cancelled_is_told_in_words() {
    let packs = without("netherlands");
    let told = |text: &str| {
        let outcome = answer_text(text, None, &packs, &asker("2025-08-20T12:00:00Z"), None);
        match outcome {
            Ok(TextOutcome::Answered(answered)) => answered.view.headline.unwrap_or_default(),
            Err(why) => format!("{:?}", why.view().blocks),
            other => panic!("{text}: {other:?}"),
        }
    };
    for (text, headline) in [
        (
            "which f1 races were cancelled in 2025",
            "Cancelled in 2025: Netherlands (29–31 Aug).",
        ),
        (
            "was any f1 race cancelled this year",
            "Yes: cancelled in 2025: Netherlands (29–31 Aug).",
        ),
        ("was zandvoort cancelled", "Yes: Netherlands (29–31 Aug) is cancelled."),
        (
            "is the monza race canceled",
            "No: the Italy race starts Sun 7 Sep at 15:00 CEST (13:00 UTC).",
        ),
        (
            "was anything cancelled at spa",
            "No: nothing of Belgium (25–27 Jul) is cancelled.",
        ),
        (
            "which races were cancelled in 2025",
            "The calendar of 2025 has no cancelled weekend or session.",
        ),
    ] {
        assert_eq!(told(text), headline, "{text}");
    }
}

#[test]
fn a_weekend_that_the_season_lacks_is_not_said_to_be_held() {
    let outcome = answer_text(
        "is the jeddah race cancelled",
        None,
        built_in(),
        &asker("2026-11-28T09:00:00Z"),
        None,
    );
    let Err(Unanswered::Misunderstood(Misunderstanding::NotInSeason {
        name, season, seasons, ..
    })) = outcome
    else {
        panic!("{outcome:?}");
    };
    let of = (name.as_str(), season.as_str(), seasons.as_slice());
    assert_eq!(of, ("Saudi Arabia", "2026", ["2025".parse().unwrap()].as_slice()));
}
